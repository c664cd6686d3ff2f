"""`/api/own/vault`: the caller's own sealed rows, kept and handed back as they are.

It knows no way to another person's vault, and writes nothing down about a call.
"""

import base64
import binascii
from typing import Literal

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import get_token
from ninja import Router, Schema
from ninja.errors import HttpError
from ninja.security import django_auth

from fallow_site.foundation.accounts.models import Account
from fallow_site.kit.clock import now
from fallow_site.kit.keys import practice_key
from fallow_site.sharing.actions import RowRefused, drop_row, drop_vault, keep_rows
from fallow_site.sharing.models import SealedRow
from fallow_site.sharing.queries import find_rows, list_row_names

router = Router(auth=django_auth)
Place = Literal["rows", "slots"]
_KINDS = {"rows": SealedRow.Kind.RECORD, "slots": SealedRow.Kind.SLOT}


class Rows(Schema):
    """Rows by name, each in base64."""

    rows: dict[str, str]


class Names(Schema):
    """Names of rows that are asked for."""

    names: list[str]


@router.get("/session")
def session(request: HttpRequest) -> dict[str, str]:
    """This will give who is signed in, as a name that only this installation can tell, and CSRF."""
    return {"account": _name_of(account_of(request)), "csrf": get_token(request)}


@router.get("/vault")
def list_vault(request: HttpRequest) -> dict[str, list[str]]:
    """This will list the names of the caller's own rows and slots; the names tell nothing."""
    account = account_of(request)
    return {place: list_row_names(account, kind) for place, kind in _KINDS.items()}


@router.post("/vault/{place}/read")
def read_vault(request: HttpRequest, place: Place, asked: Names) -> dict[str, dict[str, str]]:
    """This will give the caller's own rows of those names, at most 200, as they were kept."""
    found = find_rows(account_of(request), _KINDS[place], names=asked.names)
    return {"rows": {name: base64.b64encode(row).decode() for name, row in found.items()}}


@router.put("/vault/{place}")
def keep_in_vault(request: HttpRequest, place: Place, told: Rows) -> dict[str, int]:
    """This will keep sealed rows by their names, all or none; 422 says why none was kept."""
    try:
        rows = {name: base64.b64decode(text, validate=True) for name, text in told.rows.items()}
        keep_rows(by=account_of(request), kind=_KINDS[place], rows=rows, at=now())
    except binascii.Error:
        raise HttpError(422, "A row could not be read. Load the page again.") from None
    except RowRefused as refusal:
        raise HttpError(422, str(refusal)) from None
    return {"kept": len(rows)}


@router.delete("/vault/{place}/{name}")
def drop_from_vault(request: HttpRequest, place: Place, name: str) -> dict[str, bool]:
    """This will drop one row of the caller; dropping it twice changes nothing."""
    drop_row(by=account_of(request), kind=_KINDS[place], name=name, at=now())
    return {"gone": True}


@router.delete("/vault")
def erase_vault(request: HttpRequest) -> dict[str, bool]:
    """This will drop everything sealed of the caller; the account stays."""
    drop_vault(by=account_of(request), at=now())
    return {"gone": True}


def _name_of(account: Account) -> str:
    """A name that stays the same and tells nothing without this installation's key file."""
    return practice_key(settings.FALLOW_HOME, f"account {account.pk}").hex()


def account_of(request: HttpRequest) -> Account:
    account = request.user
    if not isinstance(account, Account):
        raise HttpError(401, "You are not signed in.")
    return account
