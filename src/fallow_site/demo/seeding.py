"""Seeds the invented practice through the real actions: invite, join, import, link, confirm.

It takes no way around: what the demo shows, the product can do. The practice began before the
first week, so that every week is held against the cap that was adopted then.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Protocol

from django.contrib.auth.hashers import make_password

from fallow.workload.limits.acuity import CaseloadAcuity
from fallow.workload.limits.policy import starting_policy
from fallow_site.demo.almanac import ZONE, count_weeks, today_there
from fallow_site.demo.calendars import (
    bring_calendar,
    invent_weeks,
    write_adas_own,
    write_calendars,
)
from fallow_site.demo.generator import ADA
from fallow_site.demo.people import PEOPLE, Invented
from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.joining.actions import accept_invitation, record_invitation
from fallow_site.foundation.organizations.actions import Post, declare_supervision, record_practice
from fallow_site.foundation.organizations.models import Practice
from fallow_site.foundation.organizations.viewers import Viewer, find_viewer
from fallow_site.foundation.resources.actions import Offer, record_resource
from fallow_site.workload.actions import adopt_policy, record_acuity

PASSWORD = "lie fallow for a while"
CAP_HOURS = 26.0
SUPERVISED_BY_SOL = (ADA, "Petra Pebble")  # of the first she is line manager too


class Say(Protocol):
    """Is told what is being done, and how far it is."""

    def __call__(self, sentence: str, *, done: int, whole: int) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeded:
    """The practice that was made, for which day, and Ada's own calendar to try the page with."""

    practice: Practice
    today: date
    ada_calendar: bytes


def seed_demo(*, at: datetime, say: Say, people: tuple[Invented, ...] = PEOPLE) -> Seeded:
    """This will make the whole practice; `say` is told what is being done, and how far it is."""
    today = today_there(at)
    began_at = at - timedelta(weeks=count_weeks(today) + 1)
    weeks = invent_weeks(people, today=today)
    word = make_password(PASSWORD)
    director = _begin(word, at=began_at)
    members = _join(director, people, word=word, at=began_at, say=say)
    calendars = write_calendars(people, weeks)
    for place, calendar in enumerate(calendars):
        say("Calendars are read", done=place, whole=len(calendars))
        bring_calendar(calendar, members, by=director, at=at)
    return Seeded(
        practice=director.practice, today=today, ada_calendar=write_adas_own(weeks, today=today)
    )


def _begin(word: str, *, at: datetime) -> Viewer:
    """The practice, its staff, its offer and its cap."""
    omar = _make_account("omar@fallow.example", "Omar Oak", word)
    practice = record_practice(by=omar, name="Harbor Street Practice", zone=ZONE, at=at)
    director = find_viewer(omar, practice.public_id)
    for name, role in (("Root", "administrator"), ("Wren", "wellbeing_lead")):
        secret = record_invitation(by=director, post=Post(roles=(role,)), at=at)
        account = _make_account(f"{name.lower()}@fallow.example", name, word)
        accept_invitation(by=account, secret=secret, at=at)
    offer = Offer(
        sort="therapy",
        name="Own therapy",
        how_to_reach="Any therapist outside the practice; send the receipt without a name.",
        who_pays="The practice, twelve sessions a year.",
        who_learns="Payroll sees an amount, nobody sees a name.",
    )
    record_resource(by=director, offer=offer, at=at)
    starting = replace(starting_policy(), version=1, adopted_date=at.date())
    adopt_policy(by=director, policy=replace(starting, weekly_cap_hours=CAP_HOURS), at=at)
    return director


def _join(
    director: Viewer, people: tuple[Invented, ...], *, word: str, at: datetime, say: Say
) -> dict[str, Viewer]:
    members: dict[str, Viewer] = {}
    for place, person in enumerate(people):
        say("People join", done=place, whole=len(people))
        roles = ("clinician", "supervisor") if person.is_supervisor else ("clinician",)
        post = Post(roles=roles, team=person.team, fte_share=Decimal(str(person.fte_share)))
        secret = record_invitation(by=director, post=post, at=at)
        account = _make_account(person.email, person.name, word)
        accept_invitation(by=account, secret=secret, at=at)
        members[person.name] = find_viewer(account, director.practice.public_id)
        if person.caseload:
            acuity = CaseloadAcuity(caseload=person.caseload)
            record_acuity(by=members[person.name], acuity=acuity, at=at)
    _supervise(director, people, members, at=at)
    return members


def _make_account(email: str, name: str, word: str) -> Account:
    """All have one password, which is hashed once: a slow hash is slow on purpose."""
    account = Account.objects.create_user(email, name)
    account.password = word
    account.save(update_fields=["password"])
    return account


def _supervise(
    director: Viewer,
    people: tuple[Invented, ...],
    members: dict[str, Viewer],
    *,
    at: datetime,
) -> None:
    """Sol supervises two colleagues and every intern; of Ada she is line manager too."""
    sol = next((members[person.name] for person in people if person.is_supervisor), None)
    for person in people:
        if sol is not None and (person.name in SUPERVISED_BY_SOL or person.is_intern):
            declare_supervision(
                by=director,
                supervisor=sol.membership,
                supervisee=members[person.name].membership,
                is_dual_role=person.name == ADA,
                at=at,
            )
