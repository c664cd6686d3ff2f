"""The ways into a vault: sealed, seen by their owner alone, and removed by nobody else."""

import base64

import pytest
from tests.cast import Cast
from tests.site.conftest import SignIn
from tests.site.sharing.test_vault_rows import NAME, SEALED, put, read

from fallow_site.sharing.models import SealedRow

THEIRS = b"age-encryption.org/v1\n-> scrypt theirs\n"


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("ada", True),
        ("sol", False),
        ("petra", False),
        ("omar", False),
        ("zed", False),
        ("root", False),
    ],
)
def test_who_sees_a_way_into_a_vault(cast: Cast, sign_in: SignIn, who: str, sees: bool) -> None:
    put(sign_in(cast.ada), "slots", {NAME: SEALED})
    someone = sign_in(getattr(cast, who))

    listed = someone.get("/api/own/vault").json()["slots"]
    given = read(someone, "slots", NAME)

    assert listed == ([NAME] if sees else [])
    assert given == ({NAME: base64.b64encode(SEALED).decode()} if sees else {})


@pytest.mark.parametrize("who", ["sol", "petra", "omar", "zed", "root"])
def test_nobody_else_can_replace_or_remove_it(cast: Cast, sign_in: SignIn, who: str) -> None:
    put(sign_in(cast.ada), "slots", {NAME: SEALED})
    someone = sign_in(getattr(cast, who))

    put(someone, "slots", {NAME: THEIRS})
    someone.delete(f"/api/own/vault/slots/{NAME}")
    someone.delete("/api/own/vault")

    assert base64.b64decode(read(sign_in(cast.ada), "slots", NAME)[NAME]) == SEALED


def test_a_way_in_is_no_row_and_a_row_is_no_way_in(cast: Cast, sign_in: SignIn) -> None:
    ada = sign_in(cast.ada)
    put(ada, "slots", {NAME: SEALED})

    assert read(ada, "rows", NAME) == {}
    ada.delete(f"/api/own/vault/rows/{NAME}")

    assert [row.kind for row in SealedRow.objects.all()] == [SealedRow.Kind.SLOT]


def test_whoever_is_signed_out_learns_nothing(cast: Cast, sign_in: SignIn) -> None:
    ada = sign_in(cast.ada)
    put(ada, "slots", {NAME: SEALED})
    ada.logout()

    answer = ada.get("/api/own/vault")

    assert answer.status_code == 401
    assert NAME.encode() not in answer.content
