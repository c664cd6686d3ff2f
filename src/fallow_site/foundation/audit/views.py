"""The page on which a person reads what was done about them."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.audit.queries import count_pages_about, list_lines_about


@login_required
@require_safe
def trail(request: HttpRequest) -> HttpResponse:
    account = request.user
    asked = request.GET.get("page", "1")
    if not isinstance(account, Account) or not (asked.isascii() and asked.isdigit()):
        raise Http404
    page, pages = int(asked), count_pages_about(account)
    if not 1 <= page <= pages:
        raise Http404
    context = {
        "lines": list_lines_about(account, page=page),
        "newer": page - 1,
        "older": page + 1 if page < pages else 0,
    }
    return render(request, "audit/trail.html", context)
