"""A second factor for every role but clinician, before any page of a practice opens.

It knows roles and whether an account has a passkey or a one-time code, nothing else.
"""

from collections.abc import Callable

from allauth.mfa.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from fallow_site.foundation.organizations.models import Membership
from fallow_site.foundation.organizations.roles import Clinician

_GUARDED = ("/practice/", "/api/")
Answer = Callable[[HttpRequest], HttpResponse]


def second_factor_middleware(get_response: Answer) -> Answer:
    """This will lead people with a wider role to set up a second factor first."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(_GUARDED) and _lacks_factor(request):
            return redirect("mfa_index")
        return get_response(request)

    return middleware


def _lacks_factor(request: HttpRequest) -> bool:
    account = request.user
    if settings.FALLOW_IS_DEMO or not account.is_authenticated:
        return False
    roles = Membership.objects.filter(account_id=account.pk, left_at__isnull=True)
    held = {role for keys in roles.values_list("roles", flat=True) for role in keys}
    return bool(held - {Clinician.key}) and not get_adapter().is_mfa_enabled(account)
