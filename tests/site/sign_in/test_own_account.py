"""One's own account: name and address changed, and everything erased by who leaves for good."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.test import Client
from pytest_django import Settings
from tests.cast import AT, PASSWORD, ZONE, Cast, make_account
from tests.site.conftest import SignIn
from tests.site.workload.bringing import bring, link_to, make_source, session

from fallow.workload.limits.acuity import CaseloadAcuity
from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.audit.models import AuditEntry
from fallow_site.foundation.audit.queries import list_lines_about
from fallow_site.foundation.organizations.actions import record_practice
from fallow_site.foundation.organizations.models import Membership, Practice
from fallow_site.foundation.organizations.permissions import NotAllowed
from fallow_site.foundation.organizations.queries import list_members
from fallow_site.foundation.sign_in.actions import (
    AddressTaken,
    erase_account,
    record_own_email,
    record_own_name,
)
from fallow_site.sharing.actions import AGE, keep_rows
from fallow_site.sharing.models import SealedRow
from fallow_site.workload.actions import record_acuity
from fallow_site.workload.models import AcuityAnswer, PostedRow, StoredAppointment

HEARD: list[Account] = []


def hear(*, by: Account, at: object) -> None:
    """Stands where other rooms stand that keep something of a person."""
    HEARD.append(by)


def test_a_changed_name_is_what_colleagues_see(cast: Cast) -> None:
    record_own_name(by=cast.ada.account, display_name=" Ada Ash ", at=AT)

    assert "Ada Ash" in {member.name for member in list_members(cast.petra)}


def test_one_signs_in_with_the_new_address_and_not_with_the_old(
    cast: Cast, sign_in: SignIn
) -> None:
    record_own_email(by=cast.ada.account, email="Ash@fallow.example", at=AT)

    old = {"login": "ada@fallow.example", "password": PASSWORD}
    new = {"login": "ash@fallow.example", "password": PASSWORD}
    assert sign_in(None).post("/accounts/login/", old).status_code == 200
    assert sign_in(None).post("/accounts/login/", new).status_code == 302


def test_an_address_of_somebody_else_is_refused_without_saying_whose(cast: Cast) -> None:
    with pytest.raises(AddressTaken) as refused:
        record_own_email(by=cast.ada.account, email="SOL@fallow.example", at=AT)

    assert "sol" not in str(refused.value).lower()


@pytest.mark.parametrize("path", ["/accounts/me/email/", "/accounts/me/erase/"])
def test_what_cannot_be_undone_asks_once_more_who_it_is(
    cast: Cast, sign_in: SignIn, path: str
) -> None:
    answer = sign_in(cast.ada).post(path, {"email": "ash@fallow.example", "is_sure": "on"})

    assert answer.headers["Location"].startswith("/accounts/reauthenticate/")


@pytest.fixture
def ada(cast: Cast) -> Client:
    """Ada, who has just said who she is."""
    client = Client()
    client.post("/accounts/login/", {"login": "ada@fallow.example", "password": PASSWORD})
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


def test_what_was_asked_goes_on_once_it_is_known_who_asks(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.ada)
    asked = client.post("/accounts/me/email/", {"email": "ash@fallow.example"})

    client.post(asked.headers["Location"], {"password": PASSWORD})

    assert Account.objects.get(pk=cast.ada.account.pk).email == "ash@fallow.example"


def test_the_page_shows_the_name_and_the_address(ada: Client) -> None:
    page = ada.get("/accounts/me/").content.decode()

    assert "Ada Amber" in page
    assert "ada@fallow.example" in page


def test_name_and_address_are_changed_on_their_page(cast: Cast, ada: Client) -> None:
    ada.post("/accounts/me/name/", {"display_name": "Ada Ash"})
    ada.post("/accounts/me/email/", {"email": "ash@fallow.example"})

    changed = Account.objects.get(pk=cast.ada.account.pk)
    assert (changed.display_name, changed.email) == ("Ada Ash", "ash@fallow.example")


def test_an_address_that_is_taken_is_refused_on_the_page(cast: Cast, ada: Client) -> None:
    page = ada.post("/accounts/me/email/", {"email": "sol@fallow.example"})

    assert "This address cannot be used here." in page.content.decode()


def test_erasing_takes_a_tick_and_signs_out(cast: Cast, ada: Client) -> None:
    ada.post("/accounts/me/erase/", {})
    assert Account.objects.get(pk=cast.ada.account.pk).is_active

    ada.post("/accounts/me/erase/", {"is_sure": "on"})

    assert not Account.objects.get(pk=cast.ada.account.pk).is_active
    assert ada.get("/accounts/me/").status_code == 302


def test_an_erased_account_holds_nothing_of_the_person(cast: Cast) -> None:
    sol = cast.sol.account

    erase_account(by=sol, at=AT)

    row = str(Account.objects.filter(pk=sol.pk).values().get()).lower()
    assert "sol" not in row
    assert "sorrel" not in row
    assert not Authenticator.objects.filter(user=sol).exists()
    assert not Membership.objects.filter(account=sol, left_at__isnull=True).exists()


def test_an_erased_account_signs_in_nowhere_and_everywhere_it_was_is_signed_out(
    cast: Cast, sign_in: SignIn
) -> None:
    signed_in = sign_in(None)
    signed_in.post("/accounts/login/", {"login": "ada@fallow.example", "password": PASSWORD})
    signed_in.get("/mine/")
    assert Session.objects.count() == 1

    erase_account(by=cast.ada.account, at=AT)

    assert Session.objects.count() == 0
    assert signed_in.get("/mine/").status_code == 302


def test_the_trail_stays_whole_and_names_nobody(cast: Cast) -> None:
    record_own_name(by=cast.ada.account, display_name="Ada Ash", at=AT)
    before = AuditEntry.objects.count()

    erase_account(by=cast.sol.account, at=AT)

    assert AuditEntry.objects.count() > before
    told = str(list(AuditEntry.objects.values()))
    assert "Sorrel" not in told
    assert "sol@" not in told


def test_what_someone_did_to_others_is_told_without_their_name(cast: Cast) -> None:
    erase_account(by=cast.sol.account, at=AT)

    assert {line.who for line in list_lines_about(cast.ada.account)} == {
        "you",
        "Omar Oak",
        "someone who left",
    }


def test_a_practice_of_one_is_erased_with_its_person(cast: Cast) -> None:
    solo = make_account("Nico Nettle")
    practice = record_practice(by=solo, name="Solo", zone=ZONE, at=AT)

    erase_account(by=solo, at=AT)

    assert not Practice.objects.filter(pk=practice.pk).exists()


def test_the_last_director_hands_the_practice_on_before_leaving(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        erase_account(by=cast.omar.account, at=AT)

    assert Account.objects.get(pk=cast.omar.account.pk).display_name == "Omar Oak"


def test_nothing_of_their_work_points_to_them_any_more(cast: Cast) -> None:
    source = make_source(cast)
    bring(cast, source, session(3, 13))
    key = link_to(cast, cast.ada, source)
    caseload = CaseloadAcuity(caseload="trauma_processing")
    record_acuity(by=cast.ada, acuity=caseload, at=AT)

    erase_account(by=cast.ada.account, at=AT)

    key.refresh_from_db()
    assert (key.membership, key.confirmed_at) == (None, None)
    assert AcuityAnswer.objects.count() == PostedRow.objects.count() == 0
    assert StoredAppointment.objects.count() == 1  # the practice's own, without a name


def test_what_was_sealed_for_them_is_gone(cast: Cast) -> None:
    sealed = {"0" * 32: AGE + b"scrambled"}
    keep_rows(by=cast.ada.account, kind=SealedRow.Kind.RECORD, rows=sealed, at=AT)

    erase_account(by=cast.ada.account, at=AT)

    assert SealedRow.objects.count() == 0


def test_other_rooms_are_told_so_that_they_erase_too(cast: Cast, settings: Settings) -> None:
    HEARD.clear()
    settings.FALLOW_TELL_OF_ERASURE = [f"{__name__}.hear"]

    erase_account(by=cast.ada.account, at=AT)

    assert [cast.ada.account] == HEARD
