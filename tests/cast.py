"""The cast of every test: the same few people, in two practices, made through the real actions.

Ada is a clinician; Sol supervises her and is her line manager too, and says so. Petra is in her
peer group. Omar directs the practice, Wren leads wellbeing, Root keeps accounts and sources.
Zed directs, administers and works in another practice.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.joining.actions import accept_invitation, record_invitation
from fallow_site.foundation.organizations.actions import (
    Post,
    declare_supervision,
    record_post,
    record_practice,
)
from fallow_site.foundation.organizations.models import Practice
from fallow_site.foundation.organizations.viewers import Viewer, find_viewer

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)  # a Monday
ZONE = "America/New_York"
PASSWORD = "a field kept able to bear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Everyone as the viewer of their own practice: `.account`, `.membership`, `.practice`."""

    ada: Viewer
    sol: Viewer
    petra: Viewer
    omar: Viewer
    wren: Viewer
    root: Viewer
    zed: Viewer

    @property
    def practice(self) -> Practice:
        return self.omar.practice


def make_cast(at: datetime = AT) -> Cast:
    """This will make both practices and everyone in them."""
    omar = _begin_practice("Omar Oak", "Harbor Street Practice", at=at)
    root = join(omar, "Root", ("administrator",), at=at)
    _set_post(root, omar, ("director",), at=at)
    people = {
        "ada": join(omar, "Ada Amber", ("clinician",), team="Harbor", at=at),
        "sol": join(omar, "Sol Sorrel", ("clinician", "supervisor"), team="Harbor", at=at),
        "petra": join(omar, "Petra Pebble", ("clinician",), team="Harbor", at=at),
        "wren": join(omar, "Wren", ("wellbeing_lead",), at=at),
    }
    declare_supervision(
        by=omar,
        supervisor=people["sol"].membership,
        supervisee=people["ada"].membership,
        is_dual_role=True,
        at=at,
    )
    zed = _begin_practice("Zed Zinnia", "Other Practice", at=at)
    _set_post(zed, zed, ("director", "administrator", "clinician", "supervisor"), at=at)
    return Cast(**people, omar=_again(omar), root=root, zed=_again(zed))


def make_account(name: str) -> Account:
    """This will make an account without a practice, `ada@fallow.example` for Ada Amber."""
    email = f"{name.split(maxsplit=1)[0].lower()}@fallow.example"
    return Account.objects.create_user(email, name, password=PASSWORD)


def join(
    inviter: Viewer, name: str, roles: tuple[str, ...], *, team: str = "", at: datetime = AT
) -> Viewer:
    """This will invite someone new, who accepts, with a second factor where the role asks it."""
    secret = record_invitation(by=inviter, post=Post(roles=roles, team=team), at=at)
    membership = accept_invitation(by=make_account(name), secret=secret, at=at)
    if roles != ("clinician",):
        add_second_factor(membership.account)
    return find_viewer(membership.account, inviter.practice.public_id)


def add_second_factor(account: Account) -> None:
    TOTP.activate(account, generate_totp_secret())


def _begin_practice(name: str, practice_name: str, *, at: datetime) -> Viewer:
    account = make_account(name)
    add_second_factor(account)
    practice = record_practice(by=account, name=practice_name, zone=ZONE, at=at)
    return find_viewer(account, practice.public_id)


def _set_post(by: Viewer, viewer: Viewer, roles: tuple[str, ...], *, at: datetime) -> None:
    record_post(by=_again(by), membership=viewer.membership, post=Post(roles=roles), at=at)


def _again(viewer: Viewer) -> Viewer:
    return find_viewer(viewer.account, viewer.practice.public_id)
