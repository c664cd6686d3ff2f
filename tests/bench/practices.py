"""Practices of any size for the posted list: members, teams, linked calendars and posted weeks.

It writes rows in bulk, because what is looked at is the reading; what they say is of no matter.
"""

from datetime import date, datetime
from random import Random

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.organizations.models import Membership, Practice, Team
from fallow_site.workload.models import ClinicianKey, PolicyVersion, PostedRow, Source

SIZES = (24, 240, 1000)
TEAMS = 4
ZONE = "America/New_York"


def make_practice_of(count: int, *, monday: date, at: datetime) -> Practice:
    """This will make a practice with `count` clinicians and a posted week for each but a few."""
    practice = Practice.objects.create(name=f"A practice of {count}", zone=ZONE)
    members = _make_members(practice, count, at=at)
    _link_calendars(practice, members, at=at)
    PostedRow.objects.bulk_create(_make_row(m, monday) for m in members if m.pk % 9)
    PolicyVersion.objects.create(
        practice=practice,
        version=1,
        adopted_date=at.date(),
        adopted_by=members[0].account,
        weekly_cap_hours=26,
        recovery_gap_minutes=10,
    )
    return practice


def _make_members(practice: Practice, count: int, *, at: datetime) -> list[Membership]:
    teams = [Team.objects.create(practice=practice, name=f"Team {n}") for n in range(TEAMS)]
    accounts = Account.objects.bulk_create(
        Account(email=f"{n}@practice-{count}.invalid", display_name=f"Clinician {n:04d}")
        for n in range(count)
    )
    return Membership.objects.bulk_create(
        Membership(
            practice=practice,
            account=account,
            team=teams[place % TEAMS],
            roles=["clinician"],
            joined_at=at,
        )
        for place, account in enumerate(accounts)
    )


def _link_calendars(practice: Practice, members: list[Membership], *, at: datetime) -> None:
    source = Source.objects.create(
        practice=practice, way=Source.Way.UPLOAD, name="Calendar", zone=ZONE, made_at=at
    )
    ClinicianKey.objects.bulk_create(
        ClinicianKey(
            source=source,
            key=member.account.display_name,
            membership=member if member.pk % 10 else None,
            linked_at=at if member.pk % 10 else None,
        )
        for member in members
    )


def _make_row(member: Membership, monday: date) -> PostedRow:
    rng = Random(member.pk)
    minutes = 50 * rng.randrange(8, 28)
    return PostedRow(
        membership=member,
        monday=monday,
        coverage_share=1.0,
        contact_minutes=minutes,
        weighted_low=minutes / 60,
        weighted_high=minutes / 60 + rng.choice((0.0, 4.0)),
        cap_hours=26.0,
        protected_minutes=60,
        protected_lost_minutes=rng.choice((0, 30)),
        supervision_minutes=60,
    )


def sign_in_members(practice: Practice, count: int) -> list[Client]:
    """This will give clients of the first members, each signed in."""
    members = Membership.objects.filter(practice=practice).select_related("account")
    clients = []
    for member in members.order_by("pk")[:count]:
        client = Client(SERVER_NAME="localhost")
        client.force_login(member.account)
        clients.append(client)
    return clients


def count_queries(practice: Practice) -> int:
    """This will count what one look at the posted list asks of the database."""
    (client,) = sign_in_members(practice, 1)
    address = address_of(practice)
    client.get(address)  # what is asked only once after signing in, is asked here
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    members = Membership.objects.filter(practice=practice).count()
    if answer.status_code != 200 or answer.content.count(b"Clinician ") != members:
        raise AssertionError("The posted list does not show every member.")
    return len(queries)


def address_of(practice: Practice) -> str:
    return f"/practice/{practice.public_id}/posted/"
