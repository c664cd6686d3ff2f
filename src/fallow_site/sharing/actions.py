"""Keeps and drops sealed rows, always of the caller's own vault.

Keeping the same bytes twice changes nothing. A slot that is added or removed leaves a line in the
trail, by the day; a record leaves none.
"""

import re
from collections.abc import Mapping
from datetime import datetime

from django.db import models, transaction

from fallow.base.errors import FallowError
from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.audit.actions import record_entry
from fallow_site.sharing.models import SealedRow

AGE = b"age-encryption.org/v1\n"
MOST_BYTES = 1_100_000  # a record of 1 MiB, sealed
MOST_SLOTS = 20
MOST_ROWS = 50_000  # five years of several entries a day, many times over
_NAME = re.compile(r"[0-9a-f]{32}")


class RowRefused(FallowError):
    """These bytes cannot be a sealed row of this vault; nothing was kept."""


@transaction.atomic
def keep_rows(
    *, by: Account, kind: SealedRow.Kind, rows: Mapping[str, bytes], at: datetime
) -> None:
    """This will keep rows by their names, all of them or none."""
    for name, sealed in rows.items():
        _check_row(name, sealed)
    known = set(_own(by, kind).filter(name__in=rows).values_list("name", flat=True))
    _check_room(by, kind, adding=len(set(rows) - known))
    SealedRow.objects.bulk_create(
        [
            SealedRow(owner=by, kind=kind, name=name, day=at.date(), sealed=sealed)
            for name, sealed in rows.items()
        ],
        update_conflicts=True,
        unique_fields=["owner", "kind", "name"],
        update_fields=["sealed"],
    )
    if kind is SealedRow.Kind.SLOT and set(rows) - known:
        _tell(by, "slot.added", at=at)


@transaction.atomic
def drop_row(*, by: Account, kind: SealedRow.Kind, name: str, at: datetime) -> None:
    """This will drop one row, if it is there; dropping it twice changes nothing."""
    dropped, _ = _own(by, kind).filter(name=name).delete()
    if dropped and kind is SealedRow.Kind.SLOT:
        _tell(by, "slot.removed", at=at)


@transaction.atomic
def drop_vault(*, by: Account, at: datetime) -> None:
    """This will drop everything sealed of one person; copies elsewhere stay scrambled."""
    dropped, _ = SealedRow.objects.filter(owner=by).delete()
    if dropped:
        _tell(by, "vault.erased", at=at)


def _own(by: Account, kind: SealedRow.Kind) -> "models.QuerySet[SealedRow]":
    return SealedRow.objects.filter(owner=by, kind=kind)


def _check_row(name: str, sealed: bytes) -> None:
    if not _NAME.fullmatch(name):
        raise RowRefused("A row has a name of another shape.", "Load the page again.")
    if not sealed.startswith(AGE) or len(sealed) > MOST_BYTES:
        raise RowRefused("A row is not a sealed file.", "Load the page again; nothing was lost.")


def _check_room(by: Account, kind: SealedRow.Kind, *, adding: int) -> None:
    most = MOST_SLOTS if kind is SealedRow.Kind.SLOT else MOST_ROWS
    if adding and _own(by, kind).count() + adding > most:
        raise RowRefused(
            "There is no room for more.",
            "Export your records and erase some that you need no more.",
        )


def _tell(by: Account, action: str, *, at: datetime) -> None:
    """By the day alone: a minute would tell when someone wrote about themselves."""
    day = at.replace(hour=0, minute=0, second=0, microsecond=0)
    record_entry(actor=by, action=action, about=by, at=day)
