"""Two people act at once: the one who is second sees what the first one did."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from tests.cast import AT, join, make_account, make_cast

from fallow_site.foundation.joining.actions import (
    InvitationRefused,
    accept_invitation,
    record_invitation,
)
from fallow_site.foundation.organizations.actions import Post, record_post
from fallow_site.foundation.organizations.models import Membership
from fallow_site.foundation.organizations.permissions import NotAllowed
from fallow_site.foundation.organizations.viewers import Viewer

pytestmark = pytest.mark.django_db(transaction=True)
Refused = InvitationRefused | NotAllowed | None


def _at_once(*acts: Callable[[], object]) -> list[Refused]:
    """Lets all begin together, each in a connection of its own; gives how each was refused."""
    together = Barrier(len(acts))

    def run(act: Callable[[], object]) -> Refused:
        try:
            together.wait()
            act()
        except (InvitationRefused, NotAllowed) as refusal:
            return refusal
        finally:
            connection.close()
        return None

    with ThreadPoolExecutor(max_workers=len(acts)) as pool:
        return list(pool.map(run, acts))


def _unmake(by: Viewer, other: Viewer) -> Callable[[], object]:
    post = Post(roles=("clinician",))
    return lambda: record_post(by=by, membership=other.membership, post=post, at=AT)


def test_two_directors_who_unmake_each_other_leave_one() -> None:
    cast = make_cast()
    dara = join(cast.omar, "Dara Dune", ("director",))

    refused = _at_once(_unmake(cast.omar, dara), _unmake(dara, cast.omar))

    assert sorted(type(one).__name__ for one in refused) == ["NoneType", "NotAllowed"]
    kept = Membership.objects.filter(practice=cast.practice)
    assert sum("director" in member.roles for member in kept) == 1


def test_a_link_that_many_follow_at_once_lets_one_in() -> None:
    cast = make_cast()
    secret = record_invitation(by=cast.omar, post=Post(roles=("clinician",)), at=AT)
    people = [make_account(f"{name} Birch") for name in ("Bram", "Cleo", "Dara", "Edda")]

    def follow(number: int) -> Callable[[], object]:
        return lambda: accept_invitation(by=people[number], secret=secret, at=AT)

    refused = _at_once(*(follow(number) for number in range(4)))

    assert [type(one) for one in refused if one is not None] == [InvitationRefused] * 3
