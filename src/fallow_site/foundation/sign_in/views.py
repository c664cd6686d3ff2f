"""The pages of one's own account: name, address, a forgotten password, leaving for good."""

from allauth.account.decorators import reauthentication_required
from allauth.account.views import password_reset
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from fallow.base.errors import FallowError
from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.sign_in.actions import (
    erase_account,
    record_own_email,
    record_own_name,
)
from fallow_site.foundation.sign_in.forms import EmailForm, EraseForm, NameForm
from fallow_site.kit.clock import now
from fallow_site.kit.methods import require_form


@require_form
def forgotten(request: HttpRequest) -> HttpResponseBase:
    """Without mail, says honestly whom to ask; with mail, the usual way."""
    if settings.FALLOW_SENDS_MAIL:
        return password_reset(request)  # type: ignore[no-any-return]
    return render(request, "accounts/forgotten.html")


@login_required
@require_safe
def own_account(request: HttpRequest) -> HttpResponse:
    return _show(request, NameForm(), EmailForm())


@login_required
@require_POST
def own_name(request: HttpRequest) -> HttpResponse:
    account = _own(request)
    form = NameForm(request.POST)
    if not form.is_valid():
        return _show(request, form, EmailForm())
    record_own_name(by=account, display_name=form.cleaned_data["display_name"], at=now())
    return redirect("own_account")


@login_required
@require_POST
@reauthentication_required  # type: ignore[untyped-decorator]
def own_email(request: HttpRequest) -> HttpResponse:
    account = _own(request)
    form = EmailForm(request.POST)
    if form.is_valid():
        try:
            record_own_email(by=account, email=form.cleaned_data["email"], at=now())
            return redirect("own_account")
        except FallowError as refusal:
            form.add_error(None, str(refusal))
    return _show(request, NameForm(), form)


def _show(request: HttpRequest, name_form: NameForm, email_form: EmailForm) -> HttpResponse:
    context = {"account": _own(request), "name_form": name_form, "email_form": email_form}
    return render(request, "accounts/me.html", context)


@login_required
@require_form
@reauthentication_required(allow_get=True)  # type: ignore[untyped-decorator]
def erase(request: HttpRequest) -> HttpResponse:
    form = EraseForm(request.POST or None)
    if form.is_valid():
        try:
            erase_account(by=_own(request), at=now())
            logout(request)
            messages.success(request, "Your account is erased.")
            return redirect("home")
        except FallowError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "accounts/erase.html", {"form": form})


def _own(request: HttpRequest) -> Account:
    if not isinstance(request.user, Account):
        raise Http404
    return request.user
