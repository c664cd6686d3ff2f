"""Reads about accounts: who may make one, and whose address it is.

It knows no page on which one person could look for another's account.
"""

from datetime import datetime

from django.conf import settings

from fallow.base.errors import FallowError
from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.joining.queries import is_open


class NoSuchAccount(FallowError):
    """The command line was asked for an account that is not here."""


def may_make_account(secret_hash: str, *, at: datetime) -> bool:
    """This will tell whether a visitor may sign up: the first one, the invited, or anyone."""
    if settings.FALLOW_SIGN_UP_IS_OPEN or is_open(secret_hash, at=at):
        return True
    return not Account.objects.exists()


def find_account(email: str) -> Account:
    """This will find an account for whoever runs the server, or raise NoSuchAccount."""
    account = Account.objects.filter(email__iexact=email.strip(), is_active=True).first()
    if account is None:
        raise NoSuchAccount("Nobody signs in here with that address.", "Look at its spelling.")
    return account
