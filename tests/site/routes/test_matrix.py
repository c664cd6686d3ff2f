"""Every address against every one of the cast, as the written matrix says.

An address that nobody wrote down fails, and so does a line for an address that is gone.
"""

import pytest
from django.test import Client
from tests.site.routes.addresses import fill, list_addresses
from tests.site.routes.asking import ask, word_of
from tests.site.routes.conftest import World
from tests.site.routes.matrix import FILE, HOW, PEOPLE, Row, read_matrix

ROWS = read_matrix()


def _answered(world: World, row: Row) -> dict[str, str]:
    path = fill(row.address, world.things)
    return {who: word_of(ask(world.clients[who], row.method, path)) for who in PEOPLE}


@pytest.mark.parametrize("method", sorted({row.method for row in ROWS}))
def test_everyone_is_answered_as_the_matrix_says(world: World, method: str) -> None:
    told = {row.address: row for row in ROWS if row.method == method}

    answered = {address: _answered(world, row) for address, row in told.items()}

    assert answered == {address: row.expected for address, row in told.items()}


def test_every_address_is_in_the_matrix() -> None:
    missing = sorted(list_addresses() - {row.address for row in ROWS})

    assert missing == [], f"Not in {FILE.name}: {missing}. {HOW}."


def test_every_line_of_the_matrix_is_about_an_address() -> None:
    gone = sorted({row.address for row in ROWS} - list_addresses())

    assert gone == [], f"These lines of {FILE.name} are about addresses that are gone: {gone}."


def test_every_address_has_a_line_for_looking_and_one_for_sending() -> None:
    told = {(row.address, row.method) for row in ROWS}

    silent = [(a, m) for a in list_addresses() for m in ("GET", "POST") if (a, m) not in told]

    assert silent == []


def test_no_line_is_written_twice() -> None:
    lines = sorted(str(row) for row in ROWS)

    assert lines == sorted(set(lines))


OURS = sorted({row.address for row in ROWS if not row.address.startswith(("accounts/", "api/"))})


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_no_page_of_ours_answers_another_method(world: World, method: str) -> None:
    refused = {"in", "404", "405"}
    for address in OURS:
        path = fill(address, world.things)
        answers = {w: word_of(ask(client, method, path)) for w, client in world.clients.items()}
        assert set(answers.values()) <= refused, (address, answers)


def test_a_form_without_its_token_is_refused(world: World) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(world.cast.omar.account)
    sent = [row for row in ROWS if row.method == "POST" and row.expected["omar"] in ("200", "go")]

    answers = {r.address: word_of(ask(strict, "POST", fill(r.address, world.things))) for r in sent}

    assert {address: word for address, word in answers.items() if word != "403"} == {}
