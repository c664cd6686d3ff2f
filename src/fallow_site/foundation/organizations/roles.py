"""The roles of a practice as readable classes, and what each may do.

They know no person. One account may hold several roles; nobody's role opens another's private room.
"""

from enum import StrEnum
from typing import ClassVar


class Action(StrEnum):
    """What a role may do inside its own practice."""

    READ_POSTED_LIST = "read the posted list"
    READ_PEOPLE = "read who belongs to the practice"
    READ_POLICY = "read the policy"
    READ_RESOURCES = "read the resources"
    SET_OWN_ACUITY = "say how heavy one's own caseload is"
    CONFIRM_OWN_LINK = "confirm one's own calendar link"
    READ_ACUITY = "read how heavy a caseload is"
    ADOPT_POLICY = "adopt a policy"
    EDIT_RESOURCES = "edit the practice's resources"
    INVITE = "invite people"
    EDIT_PEOPLE = "change roles, teams and posts"
    AGREE_CAPS = "agree on an own cap with someone"
    DECLARE_SUPERVISION = "declare who supervises whom"
    EDIT_PRACTICE = "change the practice's name and time zone"
    EDIT_SOURCES = "add and map calendar sources"


_EVERYONE = frozenset(
    {Action.READ_POSTED_LIST, Action.READ_PEOPLE, Action.READ_POLICY, Action.READ_RESOURCES}
)


class Role:
    """What everyone in the practice may do."""

    key: ClassVar[str] = ""
    label: ClassVar[str] = ""
    may: ClassVar[frozenset[Action]] = _EVERYONE


class Clinician(Role):
    """Does therapy; owns their private room, their acuity and their calendar link."""

    key = "clinician"
    label = "Clinician"
    may = _EVERYONE | {Action.SET_OWN_ACUITY, Action.CONFIRM_OWN_LINK}


class Supervisor(Role):
    """Supervises; sees no more of a supervisee's week than everyone does."""

    key = "supervisor"
    label = "Supervisor"
    may = _EVERYONE


class Director(Role):
    """Answers for caps, protected time and the practice's promises."""

    key = "director"
    label = "Director"
    may = _EVERYONE | {
        Action.READ_ACUITY,
        Action.ADOPT_POLICY,
        Action.EDIT_RESOURCES,
        Action.INVITE,
        Action.EDIT_PEOPLE,
        Action.AGREE_CAPS,
        Action.DECLARE_SUPERVISION,
        Action.EDIT_PRACTICE,
    }


class WellbeingLead(Role):
    """Keeps the practice's resources in order; sees nobody's state."""

    key = "wellbeing_lead"
    label = "Wellbeing lead"
    may = _EVERYONE | {Action.EDIT_RESOURCES}


class Administrator(Role):
    """Keeps accounts and calendar sources; sees counts and columns, not weeks."""

    key = "administrator"
    label = "Administrator of accounts and sources"
    may = _EVERYONE | {Action.INVITE, Action.EDIT_PEOPLE, Action.EDIT_SOURCES}


ROLES: tuple[type[Role], ...] = (Clinician, Supervisor, Director, WellbeingLead, Administrator)
ROLE_BY_KEY = {role.key: role for role in ROLES}


def allowed_actions(keys: tuple[str, ...]) -> frozenset[Action]:
    """This will give all that the roles together may do; nothing for no role."""
    return frozenset().union(*(ROLE_BY_KEY[key].may for key in keys if key in ROLE_BY_KEY))
