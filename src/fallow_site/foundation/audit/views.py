"""The page on which a person reads what was done about them."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.audit.queries import list_lines_about


@login_required
@require_safe
def trail(request: HttpRequest) -> HttpResponse:
    account = request.user
    lines = list_lines_about(account) if isinstance(account, Account) else ()
    return render(request, "audit/trail.html", {"lines": lines})
