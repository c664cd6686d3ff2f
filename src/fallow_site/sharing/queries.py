"""Reads sealed rows of the caller's own vault, and of nobody else's."""

from collections.abc import Iterable

from fallow_site.foundation.accounts.models import Account
from fallow_site.sharing.models import SealedRow

MOST_AT_ONCE = 200


def list_row_names(viewer: Account, kind: SealedRow.Kind) -> list[str]:
    """This will give the names of the viewer's own rows, in the order of the names."""
    own = SealedRow.objects.filter(owner=viewer, kind=kind)
    return list(own.order_by("name").values_list("name", flat=True))


def find_rows(viewer: Account, kind: SealedRow.Kind, *, names: Iterable[str]) -> dict[str, bytes]:
    """This will give the viewer's own rows of those names, at most 200 at once."""
    asked = list(names)[:MOST_AT_ONCE]
    own = SealedRow.objects.filter(owner=viewer, kind=kind, name__in=asked)
    return {name: bytes(sealed) for name, sealed in own.values_list("name", "sealed")}
