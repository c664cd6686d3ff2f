"""What is not there and what one may not see are answered alike, to the byte.

An id of another practice opens nothing either, whatever roles one has in one's own.
"""

from django.http import HttpResponse
from tests.site.pages import body_of
from tests.site.routes.addresses import fill, names_in
from tests.site.routes.asking import ask, word_of
from tests.site.routes.conftest import NOWHERE, World
from tests.site.routes.matrix import PEOPLE, read_matrix

ROWS = read_matrix()
DIFFERS_ALWAYS = {"Set-Cookie", "Content-Length"}
ABSENT = f"/practice/{'0' * 32}/posted/"


def _shown(answer: HttpResponse) -> tuple[int, bytes, dict[str, str]]:
    headers = {k: v for k, v in answer.headers.items() if k not in DIFFERS_ALWAYS}
    return answer.status_code, body_of(answer), headers


def test_forbidden_looks_like_absent(world: World) -> None:
    ours = [row for row in ROWS if row.address.startswith(("practice/", "mine/"))]
    forbidden = [(row, who) for row in ours for who in PEOPLE if row.expected[who] == "404"]
    assert forbidden
    absent = {who: _shown(ask(world.clients[who], "GET", ABSENT)) for who in PEOPLE}

    for row, who in forbidden:
        answer = ask(world.clients[who], row.method, fill(row.address, world.things))
        assert _shown(answer) == absent[who], (who, str(row))


def test_an_id_of_another_practice_opens_nothing_in_one_s_own(world: World) -> None:
    own = world.things | {"practice_id": world.cast.zed.practice.public_id}
    opened = [row for row in ROWS if set(row.answers) & {"200", "go"}]
    by_id = [r for r in opened if names_in(r.address) - {"practice_id", "secret", *NOWHERE}]
    assert by_id

    for row in by_id:
        answer = ask(world.clients["zed"], row.method, fill(row.address, own))
        assert word_of(answer) == "404", str(row)


def test_zed_s_roles_would_open_them_with_an_id_of_his_own(world: World) -> None:
    """So that the test above fails for the id's sake, and not for a role that Zed lacks."""
    zed = world.cast.zed
    own = {"practice_id": zed.practice.public_id, "member_id": zed.membership.public_id}
    path = fill("practice/<practice_id>/people/<member_id>/", own)

    assert word_of(ask(world.clients["zed"], "GET", path)) == "200"
