"""Writes about accounts: made, renamed, given a way back in, erased.

Each leaves one line in the trail of the person it is about. None of them opens what is sealed.
"""

import secrets
from datetime import datetime

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.module_loading import import_string

from fallow.base.errors import FallowError
from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.audit.actions import record_entry
from fallow_site.foundation.organizations.actions import record_departure
from fallow_site.foundation.organizations.models import Membership, Practice
from fallow_site.foundation.organizations.viewers import viewer_of

_GONE = "someone who left"


class AddressTaken(FallowError):
    """The address belongs to another account; whose is not said."""


@transaction.atomic
def record_sign_up(*, by: Account, display_name: str, at: datetime) -> None:
    """This will keep the name that a new account was given."""
    by.display_name = display_name.strip()
    by.save(update_fields=["display_name"])
    _audit(by, "account.signed_up", at=at)


@transaction.atomic
def record_own_name(*, by: Account, display_name: str, at: datetime) -> None:
    """This will change what colleagues call someone."""
    by.display_name = display_name.strip()
    by.save(update_fields=["display_name"])
    _audit(by, "account.changed", at=at)


@transaction.atomic
def record_own_email(*, by: Account, email: str, at: datetime) -> None:
    """This will change the address someone signs in with, or raise AddressTaken."""
    folded = email.strip().lower()
    if Account.objects.filter(email__iexact=folded).exclude(pk=by.pk).exists():
        raise AddressTaken("This address cannot be used here.", "Choose another one.")
    by.email = folded
    by.save(update_fields=["email"])
    EmailAddress.objects.filter(user=by).delete()
    EmailAddress.objects.create(user=by, email=folded, primary=True, verified=False)
    _audit(by, "account.changed", at=at)


@transaction.atomic
def record_way_back(*, account: Account, at: datetime) -> str:
    """This will give the path of a link that lets someone set a new password, once, for a day.

    Whoever runs the server hands it on. It opens the account and none of the person's own records.
    """
    record_entry(actor=None, action="account.reset", about=account, at=at)
    key = default_token_generator.make_token(account)
    told = {"uidb36": user_pk_to_url_str(account), "key": key}
    return reverse("account_reset_password_from_key", kwargs=told)


@transaction.atomic
def remove_second_factor(*, account: Account, at: datetime) -> None:
    """This will let someone who lost phone and codes sign in with the password alone, once."""
    Authenticator.objects.filter(user=account).delete()
    record_entry(actor=None, action="account.factor_removed", about=account, at=at)


@transaction.atomic
def erase_account(*, by: Account, at: datetime) -> None:
    """This will erase a person: name, address, ways to sign in, memberships and what is sealed.

    A practice that nobody else belongs to goes with them. The trail keeps its lines, which hold
    no name; the row that they point to is emptied.
    """
    held = Membership.objects.filter(account=by, left_at__isnull=True).order_by("pk")
    for membership in held.select_related("practice", "account"):
        _leave(membership, at=at)
    for name in settings.FALLOW_TELL_OF_ERASURE:
        import_string(name)(by=by, at=at)
    _audit(by, "account.erased", at=at)
    _empty(by)


def _leave(membership: Membership, *, at: datetime) -> None:
    others = Membership.objects.filter(practice=membership.practice, left_at__isnull=True)
    if others.exclude(pk=membership.pk).exists():
        record_departure(by=viewer_of(membership), membership=membership, at=at)
    else:
        Practice.objects.filter(pk=membership.practice_id).delete()


def _empty(account: Account) -> None:
    for session in UserSession.objects.filter(user=account):
        session.end()
    Authenticator.objects.filter(user=account).delete()
    EmailAddress.objects.filter(user=account).delete()
    account.email = f"{secrets.token_hex(16)}@erased.invalid"
    account.display_name = _GONE
    account.last_login = None
    account.is_active = False
    account.set_unusable_password()
    account.save()


def _audit(by: Account, action: str, *, at: datetime) -> None:
    record_entry(actor=by, action=action, about=by, at=at)
