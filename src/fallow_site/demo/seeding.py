"""Seeds the invented practice through the real actions: invite, join, import, link, confirm.

It takes no way around: what the demo shows, the product can do.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from random import Random
from typing import Protocol

from fallow.base.periods import monday_of
from fallow.workload.limits.acuity import CaseloadAcuity
from fallow.workload.limits.policy import starting_policy
from fallow.workload.readers.dispatch import read_calendar
from fallow.workload.readers.mapped_csv import MappingNeeded
from fallow.workload.readers.reading import ColumnMapping
from fallow_site.demo.files import (
    ZONE,
    write_fhir,
    write_icalendar,
    write_simplepractice,
    write_table,
)
from fallow_site.demo.generator import InventedEntry, make_own_evenings, make_weeks
from fallow_site.demo.people import PEOPLE, Invented
from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.joining.actions import accept_invitation, record_invitation
from fallow_site.foundation.organizations.actions import (
    Post,
    declare_supervision,
    record_practice,
)
from fallow_site.foundation.organizations.models import Membership, Practice
from fallow_site.foundation.organizations.viewers import Viewer, find_viewer
from fallow_site.foundation.resources.actions import Offer, record_resource
from fallow_site.workload.actions import (
    adopt_policy,
    confirm_link,
    record_acuity,
    record_import,
    record_link,
    record_source,
)
from fallow_site.workload.keeping.reading_plan import make_plan
from fallow_site.workload.models import ClinicianKey, Source

PASSWORD = "lie fallow for a while"
SEED = 26
CAP_HOURS = 26.0


class Say(Protocol):
    """Is told what is being done, and how far it is."""

    def __call__(self, sentence: str, *, done: int, whole: int) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeded:
    """The practice that was made, and Ada's own calendar to try the page with."""

    practice: Practice
    ada_calendar: bytes


def seed_demo(*, at: datetime, say: Say, people: tuple[Invented, ...] = PEOPLE) -> Seeded:
    """This will make the whole practice; `say` is told what is being done, and how far it is."""
    last_monday = monday_of(at.date())
    omar = Account.objects.create_user("omar@fallow.example", "Omar Oak", password=PASSWORD)
    practice = record_practice(by=omar, name="Harbor Street Practice", zone=ZONE, at=at)
    director = find_viewer(omar, practice.public_id)
    members = _join(director, people, at=at, say=say)
    _staff(director, at=at)
    rng = Random(SEED)
    weeks = {p.name: make_weeks(p, last_monday=last_monday, rng=rng) for p in people}
    _sources(director, people, weeks, at=at, say=say)
    _confirm(director, people, members, at=at, say=say)
    adopted = replace(starting_policy(), version=1, adopted_date=at.date())
    adopt_policy(by=director, policy=replace(adopted, weekly_cap_hours=CAP_HOURS), at=at)
    return Seeded(practice=practice, ada_calendar=_ada_calendar(weeks, last_monday))


def _join(
    director: Viewer, people: tuple[Invented, ...], *, at: datetime, say: Say
) -> dict[str, Membership]:
    members = {}
    for place, person in enumerate(people):
        say("People join", done=place, whole=len(people))
        roles = ("clinician", "supervisor") if person.is_supervisor else ("clinician",)
        post = Post(
            roles=roles,
            team=person.team,
            fte_share=Decimal(str(person.fte_share)),
        )
        secret = record_invitation(by=director, post=post, at=at)
        account = Account.objects.create_user(person.email, person.name, password=PASSWORD)
        members[person.name] = accept_invitation(by=account, secret=secret, at=at)
    for name in ("Ada Amber", "Petra Pebble"):
        if {name, "Sol Sorrel"} <= set(members):
            declare_supervision(
                by=director,
                supervisor=members["Sol Sorrel"],
                supervisee=members[name],
                is_dual_role=name == "Ada Amber",
                at=at,
            )
    return members


def _staff(director: Viewer, *, at: datetime) -> None:
    for first, role in (("Root", "administrator"), ("Wren", "wellbeing_lead")):
        secret = record_invitation(by=director, post=Post(roles=(role,)), at=at)
        email = f"{first.lower()}@fallow.example"
        account = Account.objects.create_user(email, first, password=PASSWORD)
        accept_invitation(by=account, secret=secret, at=at)
    record_resource(
        by=director,
        at=at,
        offer=Offer(
            sort="therapy",
            name="Own therapy",
            how_to_reach="Any therapist outside the practice; send the receipt without a name.",
            who_pays="The practice, twelve sessions a year.",
            who_learns="Payroll sees an amount, nobody sees a name.",
        ),
    )


def _sources(
    director: Viewer,
    people: tuple[Invented, ...],
    weeks: dict[str, list[InventedEntry]],
    *,
    at: datetime,
    say: Say,
) -> None:
    by_export: dict[str, list[InventedEntry]] = {"table": [], "simplepractice": [], "fhir": []}
    feeds = [person for person in people if person.export == "feed"]
    for person in people:
        if person.export != "feed":
            by_export[person.export].extend(weeks[person.name])
    files = (
        ("Practice calendar", write_table(by_export["table"]), "calendar.csv"),
        ("SimplePractice report", write_simplepractice(by_export["simplepractice"]), "report.csv"),
        ("Record system", write_fhir(by_export["fhir"]), "appointments.ndjson"),
    )
    for place, (name, content, file) in enumerate(files):
        say("Calendars are read", done=place, whole=len(files) + len(feeds))
        made = record_source(by=director, way=Source.Way.UPLOAD, name=name, zone=ZONE, at=at)
        _bring(director, made, content, file, at=at)
    for place, person in enumerate(feeds):
        say("Calendars are read", done=len(files) + place, whole=len(files) + len(feeds))
        made = record_source(
            by=director,
            way=Source.Way.FEED,
            name=f"Feed of {person.name}",
            zone=ZONE,
            secret="https://calendar.invalid/feed.ics\n",
            at=at,
        )
        _bring(director, made, write_icalendar(weeks[person.name]), "feed.ics", at=at)


def _bring(director: Viewer, source: Source, content: bytes, name: str, *, at: datetime) -> None:
    if not content.strip():
        return
    mapping: ColumnMapping | None = None
    try:
        reading = read_calendar(content, name=name, plan=make_plan(source, at=at))
    except MappingNeeded as needed:
        mapping = needed.suggestion
        plan = make_plan(source, at=at, mapping=mapping)
        reading = read_calendar(content, name=name, plan=plan)
    record_import(by=director, source=source, reading=reading, at=at, mapping=mapping)


def _confirm(
    director: Viewer,
    people: tuple[Invented, ...],
    members: dict[str, Membership],
    *,
    at: datetime,
    say: Say,
) -> None:
    for place, person in enumerate(people):
        say("Everyone confirms their calendar", done=place, whole=len(people))
        membership = members[person.name]
        viewer = find_viewer(membership.account, director.practice.public_id)
        key = _key_of(person, director.practice)
        if key is not None:
            record_link(by=director, key=key, membership=membership, at=at)
            confirm_link(by=viewer, key=key, is_mine=True, at=at)
        if person.caseload:
            record_acuity(by=viewer, acuity=CaseloadAcuity(caseload=person.caseload), at=at)


def _key_of(person: Invented, practice: Practice) -> ClinicianKey | None:
    keys = ClinicianKey.objects.filter(source__practice=practice).select_related("source")
    first = person.name.split()[0].lower()
    names = {person.name, f"Practitioner/{first}", f"Person/{first}"}
    feed = f"Feed of {person.name}"
    return next((key for key in keys if key.key in names or key.source.name == feed), None)


def _ada_calendar(weeks: dict[str, list[InventedEntry]], last_monday: date) -> bytes:
    own = [*weeks.get("Ada Amber", []), *make_own_evenings(last_monday=last_monday)]
    return write_icalendar(sorted(own, key=lambda entry: entry.starts_at))
