"""The audit trail: only added to, found out when it was changed, read by whom it is about."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from tests.cast import AT, Cast, make_account
from tests.site.conftest import SignIn
from tests.site.trail_lock import lock_trail, unlock_trail

from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.audit.actions import record_entry
from fallow_site.foundation.audit.models import AuditEntry
from fallow_site.foundation.audit.queries import find_broken_line, list_lines_about

TABLE = "audit_auditentry"


def _execute(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


REFUSED = [
    f"UPDATE {TABLE} SET action = 'nothing'",
    f"UPDATE {TABLE} SET action = action WHERE id = (SELECT MAX(id) FROM {TABLE})",
    f"DELETE FROM {TABLE}",
]
if connection.vendor == "postgresql":  # SQLite knows no TRUNCATE
    REFUSED.append(f"TRUNCATE {TABLE}")


@pytest.mark.parametrize("statement", REFUSED)
def test_the_database_refuses_to_change_or_remove_a_line(cast: Cast, statement: str) -> None:
    before = list(AuditEntry.objects.order_by("pk").values())
    connection.check_constraints()  # PostgreSQL empties no table whose checks still wait

    with pytest.raises(DatabaseError, match="can only be added to"):
        _execute(statement)

    assert list(AuditEntry.objects.order_by("pk").values()) == before


def _tamper(statement: str) -> None:
    """Someone who owns the database takes its lock off first."""
    unlock_trail()
    _execute(statement)
    lock_trail()


def test_a_trail_that_nobody_touched_is_whole(cast: Cast) -> None:
    assert AuditEntry.objects.count() > 10
    assert find_broken_line() is None


CHANGES = ("action = 'practice.made'", "about_id = NULL", "actor_id = NULL", "purpose = 'other'")


@pytest.mark.parametrize("change", [*CHANGES, "reference = ''", "practice_reference = ''"])
def test_a_changed_line_is_found(cast: Cast, change: str) -> None:
    changed = AuditEntry.objects.filter(action="invitation.accepted").order_by("pk")[1]

    _tamper(f"UPDATE {TABLE} SET {change} WHERE id = {changed.pk}")

    assert find_broken_line() == changed.pk


def test_a_removed_line_is_missed_by_the_line_after_it(cast: Cast) -> None:
    first, second = AuditEntry.objects.order_by("pk")[3:5]

    _tamper(f"DELETE FROM {TABLE} WHERE id = {first.pk}")

    assert find_broken_line() == second.pk


def test_the_command_says_whether_the_trail_is_whole(
    cast: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("verify_audit")
    assert capsys.readouterr().out == "The audit trail is whole.\n"

    _tamper(f"UPDATE {TABLE} SET action = 'nothing' WHERE id = {AuditEntry.objects.first().pk}")

    with pytest.raises(CommandError, match="does not fit"):
        call_command("verify_audit")


def test_no_line_holds_a_name_an_address_or_a_value(cast: Cast) -> None:
    told = str(list(AuditEntry.objects.values())).lower()

    words = ("amber", "sorrel", "example", "harbor", "new_york", "clinician", "director")
    assert [word for word in words if word in told] == []


@pytest.mark.parametrize("who", ["ada", "sol", "petra", "omar", "wren", "root", "zed"])
def test_everyone_reads_the_lines_about_themselves_and_no_other(
    cast: Cast, sign_in: SignIn, who: str
) -> None:
    record_entry(actor=cast.root.account, action="link.proposed", about=cast.ada.account, at=AT)

    page = sign_in(getattr(cast, who)).get("/mine/trail/").content.decode()

    assert ("linked a calendar to you" in page) == (who == "ada")


def test_lines_that_came_first_can_be_read_too(cast: Cast, sign_in: SignIn) -> None:
    ada, omar = cast.ada.account, cast.omar.account
    for _ in range(120):
        record_entry(actor=omar, action="link.proposed", about=ada, at=AT)

    older = sign_in(cast.ada).get("/mine/trail/", {"page": "2"}).content.decode()

    assert "joined a practice" in older


def test_the_trail_says_the_day_and_not_the_minute(cast: Cast, sign_in: SignIn) -> None:
    page = sign_in(cast.ada).get("/mine/trail/").content.decode()

    assert "2 March 2026" in page
    assert "09:00" not in page
    assert "9 a.m." not in page


def _write(account: Account) -> None:
    try:
        for _ in range(10):
            record_entry(actor=account, action="policy.adopted", about=account, at=AT)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_many_writers_at_once_make_one_chain() -> None:
    account = make_account("Ada Amber")

    with ThreadPoolExecutor(max_workers=4) as pool:
        for done in [pool.submit(_write, account) for _ in range(4)]:
            done.result()

    assert AuditEntry.objects.count() == 40
    assert find_broken_line() is None


def test_a_line_is_kept_with_what_it_tells_of_or_not_at_all(cast: Cast) -> None:
    before = len(list_lines_about(cast.ada.account))

    with transaction.atomic():
        record_entry(actor=None, action="link.proposed", about=cast.ada.account, at=AT)
        transaction.set_rollback(True)

    assert len(list_lines_about(cast.ada.account)) == before
