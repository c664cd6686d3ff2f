"""Crisis contacts and no-shows: two counts of what a plain number of hours hides.

A crisis or on-call contact is a contact made, not a night spent on call. A no-show is a
session to which nobody came; its hour is not contact, and what it costs is not guessed at. Both
belong to the week in which they start.
"""

import pytest
from tests.spec.workload.diary import MON, SUN, TUE, entry, measured, session

from fallow.workload.appointments import CONTACT_KINDS, Kind, Status


def test_two_calls_are_two_crisis_contacts() -> None:
    week = measured(entry(Kind.CRISIS, MON, "19:10", 20), entry(Kind.CRISIS, TUE, "2:40", 35))

    assert week.crisis_contacts == 2


def test_a_crisis_contact_is_a_session_as_well() -> None:
    week = measured(entry(Kind.CRISIS, MON, "19:10", 20))

    assert (week.sessions, week.contact_minutes) == (1, 20)


def test_a_call_that_began_on_sunday_belongs_to_the_week_before() -> None:
    week = measured(entry(Kind.CRISIS, -1, "23:50", 30), entry(Kind.CRISIS, SUN, "23:50", 30))

    assert week.crisis_contacts == 1


@pytest.mark.parametrize("kind", sorted(CONTACT_KINDS))
def test_a_session_to_which_nobody_came_is_a_no_show(kind: Kind) -> None:
    week = measured(entry(kind, MON, "9:00", 50, status=Status.NO_SHOW))

    assert (week.no_shows, week.sessions, week.work_minutes) == (1, 0, 0)


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.WAITLIST, Status.VANISHED])
def test_a_session_that_was_called_off_or_lost_is_none(status: Status) -> None:
    assert measured(session(MON, "9:00", status=status)).no_shows == 0


def test_a_supervision_that_nobody_came_to_is_none() -> None:
    week = measured(entry(Kind.SUPERVISION, MON, "9:00", 60, status=Status.NO_SHOW))

    assert week.no_shows == 0
