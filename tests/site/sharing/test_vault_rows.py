"""A vault's rows: kept as they are, by their owner alone, and dropped when their owner says so."""

import base64
import json

import pytest
from django.test import Client
from tests.cast import Cast
from tests.site.conftest import SignIn

from fallow_site.foundation.audit.models import AuditEntry
from fallow_site.sharing import actions
from fallow_site.sharing.models import SealedRow

NAME = "0123456789abcdef" * 2
SEALED = b"age-encryption.org/v1\n-> X25519 abc\n"


def put(client: Client, place: str, rows: dict[str, bytes]) -> int:
    told = {name: base64.b64encode(row).decode() for name, row in rows.items()}
    answer = client.put(
        f"/api/own/vault/{place}", json.dumps({"rows": told}), content_type="application/json"
    )
    return answer.status_code


def read(client: Client, place: str, name: str) -> dict[str, str]:
    asked = json.dumps({"names": [name]})
    answer = client.post(f"/api/own/vault/{place}/read", asked, content_type="application/json")
    rows: dict[str, str] = answer.json()["rows"]
    return rows


def test_a_row_comes_back_byte_for_byte(cast: Cast, sign_in: SignIn) -> None:
    ada = sign_in(cast.ada)

    assert put(ada, "rows", {NAME: SEALED}) == 200

    assert ada.get("/api/own/vault").json() == {"rows": [NAME], "slots": []}
    assert base64.b64decode(read(ada, "rows", NAME)[NAME]) == SEALED


def test_keeping_the_same_row_twice_changes_nothing(cast: Cast, sign_in: SignIn) -> None:
    ada = sign_in(cast.ada)

    put(ada, "rows", {NAME: SEALED})
    put(ada, "rows", {NAME: SEALED})

    assert SealedRow.objects.count() == 1


@pytest.mark.parametrize("other", ["sol", "petra", "omar", "wren", "root", "zed"])
def test_nobody_else_reaches_a_row_whatever_its_name(
    cast: Cast, sign_in: SignIn, other: str
) -> None:
    put(sign_in(cast.ada), "rows", {NAME: SEALED})
    someone = sign_in(getattr(cast, other))

    assert someone.get("/api/own/vault").json() == {"rows": [], "slots": []}
    assert read(someone, "rows", NAME) == {}
    put(someone, "rows", {NAME: SEALED + b"theirs"})
    someone.delete(f"/api/own/vault/rows/{NAME}")
    someone.delete("/api/own/vault")

    assert base64.b64decode(read(sign_in(cast.ada), "rows", NAME)[NAME]) == SEALED


def test_what_is_not_sealed_is_refused_with_all_that_came_with_it(
    cast: Cast, sign_in: SignIn
) -> None:
    ada = sign_in(cast.ada)

    assert put(ada, "rows", {NAME: SEALED, "f" * 32: b"I was tired today"}) == 422
    assert put(ada, "rows", {"../../etc": SEALED}) == 422
    assert put(ada, "rows", {NAME: SEALED + b"\0" * actions.MOST_BYTES}) == 422

    assert SealedRow.objects.count() == 0


def test_a_vault_has_an_end(cast: Cast, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST_ROWS", 1)
    ada = sign_in(cast.ada)
    put(ada, "rows", {NAME: SEALED})

    assert put(ada, "rows", {"f" * 32: SEALED}) == 422
    assert put(ada, "rows", {NAME: SEALED + b"again"}) == 200


def test_erasing_takes_everything_of_one_person(cast: Cast, sign_in: SignIn) -> None:
    ada, petra = sign_in(cast.ada), sign_in(cast.petra)
    put(ada, "rows", {NAME: SEALED})
    put(ada, "slots", {NAME: SEALED})
    put(petra, "rows", {NAME: SEALED})

    ada.delete("/api/own/vault")

    assert [row.owner_id for row in SealedRow.objects.all()] == [cast.petra.account.pk]


def test_the_trail_tells_of_ways_in_by_the_day_and_of_records_not_at_all(
    cast: Cast, sign_in: SignIn
) -> None:
    ada = sign_in(cast.ada)
    before = AuditEntry.objects.count()

    put(ada, "rows", {NAME: SEALED})
    put(ada, "slots", {NAME: SEALED})
    put(ada, "slots", {NAME: SEALED})
    ada.delete(f"/api/own/vault/slots/{NAME}")

    added = list(AuditEntry.objects.order_by("id"))[before:]
    assert [entry.action for entry in added] == ["slot.added", "slot.removed"]
    assert {(entry.at.hour, entry.at.minute, entry.at.second) for entry in added} == {(0, 0, 0)}


def test_a_call_needs_a_session_and_its_token(cast: Cast) -> None:
    signed_out = Client()
    without_token = Client(enforce_csrf_checks=True)
    without_token.force_login(cast.ada.account)

    assert signed_out.get("/api/own/vault").status_code == 401
    assert put(without_token, "rows", {NAME: SEALED}) == 403


def test_the_session_names_the_account_without_counting_accounts(
    cast: Cast, sign_in: SignIn
) -> None:
    ada = sign_in(cast.ada).get("/api/own/session").json()
    petra = sign_in(cast.petra).get("/api/own/session").json()

    assert ada["account"] != petra["account"]
    assert len(ada["account"]) == 64
    assert ada["csrf"]
