"""A second factor for every role but clinician, before any page opens but those that set it up.

It knows roles and whether an account has a passkey or a one-time code, nothing else.
"""

from collections.abc import Callable

from allauth.mfa.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect

from fallow_site.foundation.organizations.models import Membership
from fallow_site.foundation.organizations.roles import Clinician

_OPEN = ("/accounts/", "/invitation/", "/room/", "/help/", "/health/", "/static/")
_SENTENCE = "Your role in a practice needs a second way to prove who you are. Set one up here."
Answer = Callable[[HttpRequest], HttpResponse]


def second_factor_middleware(get_response: Answer) -> Answer:
    """This will lead people with a wider role to set up a second factor first."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path == "/" or request.path.startswith(_OPEN) or not _lacks_factor(request):
            return get_response(request)
        if request.path.startswith("/api/"):
            return JsonResponse({"detail": _SENTENCE}, status=403)
        messages.info(request, _SENTENCE)
        return redirect("mfa_index")

    return middleware


def _lacks_factor(request: HttpRequest) -> bool:
    account = request.user
    if settings.FALLOW_IS_DEMO or not account.is_authenticated:
        return False
    roles = Membership.objects.filter(account_id=account.pk, left_at__isnull=True)
    held = {role for keys in roles.values_list("roles", flat=True) for role in keys}
    return bool(held - {Clinician.key}) and not get_adapter().is_mfa_enabled(account)
