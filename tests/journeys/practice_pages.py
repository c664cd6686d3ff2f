"""The pages of the server for journeys: who opens them, which there are, and a practice to see.

The list of pages is read from the addresses themselves, so that a new page is swept or fails.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib import import_module
from urllib.parse import urlsplit

import pytest
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.db import connection
from django.test import Client
from django.urls import URLResolver, get_resolver, resolve, reverse
from playwright.sync_api import Page
from tests.cast import AT, PASSWORD, Cast, make_cast
from tests.site.workload.bringing import bring, link_to, make_source, session

from fallow_site.foundation.accounts.models import Account
from fallow_site.foundation.joining.actions import record_invitation
from fallow_site.foundation.organizations.actions import Post, record_post
from fallow_site.foundation.organizations.models import Invitation, SupervisionRelation
from fallow_site.foundation.organizations.roles import ROLE_BY_KEY
from fallow_site.foundation.organizations.viewers import Viewer, find_viewer
from fallow_site.foundation.resources.models import Resource
from fallow_site.individual.reminders.actions import record_reminder
from fallow_site.individual.reminders.links import make_stop_link
from fallow_site.individual.reminders.models import Reminder
from fallow_site.individual.reminders.queries import Wish
from fallow_site.kit import clock
from fallow_site.workload.models import ClinicianKey, Source

WEEK = "?week=2026-03-02"  # the week of the cast's first day, in which its appointments lie
SUNDAY = datetime(2026, 3, 8, 16, tzinfo=UTC)  # New York is 4 h behind since 2 that morning
NOT_OURS = ("room", "room_service_worker", "room_file")  # the private room has journeys of its own
HALF_WAY = ("mfa_authenticate",)  # the password was right, and nothing else was opened since
ELSEWHERE = {
    "reminder_link": "leads to the private room while it is good; what it says after is looked at",
    "stop_reminder": "is looked at with a link of Ada's own",
    "account_confirm_login_code": "leads to the sign-in page: no codes are sent by mail",
    "account_set_password": "leads to the change of a password: everyone here has one",
    "mfa_reauthenticate_webauthn": "needs a passkey: the journey with one looks at it",
    "mfa_login_webauthn": "answers a script, and leads anyone else to the sign-in page",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One page as one visitor sees it."""

    name: str
    who: str
    path: str
    html: str = field(repr=False, default="")


@pytest.fixture
def trail_ends(transactional_db: None) -> Iterator[None]:
    """A journey leaves no line behind, though the database refuses to take one back."""
    yield
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE tbl_name = 'audit_auditentry'")
        triggers = [(name, sql) for name, sql in cursor.fetchall() if name.startswith("audit_no_")]
        for name, _ in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        cursor.execute("DELETE FROM audit_auditentry")
        for _, sql in triggers:
            cursor.execute(sql)


@pytest.fixture
def cast(trail_ends: None) -> Cast:
    return make_cast()


@pytest.fixture
def busy(trail_ends: None) -> Cast:
    return make_busy_practice()


@pytest.fixture
def clock_stands(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """The server's clock stands at noon in New York on Sunday 8 March 2026, after the week."""
    import_module("fallow_site.urls")
    asking = [m for m in sys.modules.values() if getattr(m, "now", None) is clock.now]
    for module in asking:
        monkeypatch.setattr(module, "now", lambda: SUNDAY)
    return SUNDAY


def enter(page: Page, account: Account, *, is_sure: bool = False) -> None:
    """This will sign someone in without the form; `is_sure` also says once more that it is them."""
    carry_session(page, sign_in(account, is_sure=is_sure))


def sign_in(account: Account, *, is_sure: bool = False) -> Client:
    client = Client()
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[0])
    if is_sure:
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def carry_session(page: Page, client: Client) -> None:
    """This will hand the browser the session that a test client holds."""
    cookie = client.cookies.get(settings.SESSION_COOKIE_NAME)
    if cookie is not None:
        at = {"domain": "localhost", "path": "/"}
        page.context.add_cookies([{"name": cookie.key, "value": cookie.value, **at}])  # type: ignore[list-item]


def make_busy_practice() -> Cast:
    """This will make the cast, with Omar in every role, a calendar of Ada's, and something to read.

    Ada has four sessions of 50 minutes on Monday 2 March 2026, and an invitation is open.
    """
    cast = make_cast()
    every = Post(roles=tuple(ROLE_BY_KEY))
    record_post(by=cast.omar, membership=cast.omar.membership, post=every, at=AT)
    source = make_source(cast, "Practice calendar")
    bring(cast, source, *(session(2, hour, client=hour) for hour in (9, 10, 11, 14)))
    link_to(cast, cast.ada, source)
    Resource.objects.create(
        practice=cast.practice,
        sort=Resource.Sort.THERAPY,
        name="Own therapy",
        how_to_reach="Any therapist outside the practice.",
        checked_date=AT.date(),
    )
    RecoveryCodes.activate(cast.omar.account)
    Authenticator.objects.create(
        user=cast.sol.account,
        type=Authenticator.Type.WEBAUTHN,
        data={"name": "My phone", "credential": {}},
    )
    return cast


def list_visits(cast: Cast) -> list[Visit]:
    """This will give every page that answers a GET, once, as the first visitor who may see it."""
    found = [visit for visit in _find_visits(cast) if visit is not None]
    return sorted(found, key=lambda visit: visit.who)


def _find_visits(cast: Cast) -> Iterator[Visit | None]:
    given = _arguments(cast)
    clients = {who: _client_of(who, cast) for who in ("everyone", "ada", "sol", "nobody")}
    for name, pattern in _list_addresses(get_resolver()):
        if name in NOT_OURS or name in ELSEWHERE or pattern.startswith("/api/"):
            continue
        asking = {"half": _client_of("half", cast)} if name in HALF_WAY else clients
        yield _find_visit(name, pattern.format(**given), asking)
    yield Visit(name="home signed out", who="nobody", path="/")
    yield Visit(name="nothing here", who="everyone", path="/nothing-here/")
    yield Visit(name="a note that is over", who="nobody", path="/r/not-ours/")
    yield Visit(name="no more notes", who="nobody", path=given["stop"])
    yield Visit(name="the week of the cast", who="everyone", path=given["posted"])
    yield Visit(name="Ada's calendars", who="ada", path=given["calendars"])


def visitor(page: Page, who: str, cast: Cast) -> None:
    """This will make the browser that visitor."""
    page.context.clear_cookies()
    carry_session(page, _client_of(who, cast))


def _client_of(who: str, cast: Cast) -> Client:
    if who == "nobody":
        return Client()
    if who == "half":  # the password was right, and the second factor is asked for
        client = Client()
        told = {"login": cast.wren.account.email, "password": PASSWORD}
        client.post(reverse("account_login"), told)
        return client
    viewer: Viewer = {"everyone": cast.omar, "ada": cast.ada, "sol": cast.sol}[who]
    return sign_in(viewer.account, is_sure=True)


def _arguments(cast: Cast) -> dict[str, str]:
    practice = cast.practice.public_id
    omar = find_viewer(cast.omar.account, practice)
    ada = cast.ada.account
    return {
        "practice_id": practice,
        "member_id": cast.ada.membership.public_id,
        "relation_id": SupervisionRelation.objects.get().public_id,
        "source_id": Source.objects.get().public_id,
        "key_id": ClinicianKey.objects.get().public_id,
        "resource_id": Resource.objects.get().public_id,
        "secret": record_invitation(by=omar, post=Post(roles=("clinician",)), at=clock.now()),
        "invitation_id": Invitation.objects.filter(used_at__isnull=True)[0].public_id,
        "pk": str(Authenticator.objects.get(type=Authenticator.Type.WEBAUTHN).pk),
        "key": default_token_generator.make_token(ada),
        "uidb36": user_pk_to_url_str(ada),
        "stop": _make_stop_path(cast),
        "posted": reverse("posted", args=[practice]) + WEEK,
        "calendars": reverse("my_links", args=[practice]),
    }


def _make_stop_path(cast: Cast) -> str:
    """The address in a note to Ada that ends her notes."""
    wish = Wish(address="a@example.com", subject="A note", weekday=4, hour=16, zone="UTC")
    record_reminder(by=cast.ada.account, wish=wish, at=AT)
    return urlsplit(make_stop_link(Reminder.objects.get(owner=cast.ada.account))).path


def _list_addresses(resolver: URLResolver, before: str = "/") -> Iterator[tuple[str, str]]:
    """Every name with its address, `{name}` where an argument stands."""
    for pattern in resolver.url_patterns:
        here = before + _as_format(str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            yield from _list_addresses(pattern, here)
        else:
            yield str(pattern.name), here


def _as_format(route: str) -> str:
    for begin, end in (("(?P<", ")"), ("<", ">")):
        while begin in route:
            head, _, rest = route.partition(begin)
            inside, _, tail = rest.partition(end)
            name = inside.partition(">")[0].rpartition(":")[2]
            route = f"{head}{{{name}}}{tail}"
    return route.replace("^", "").replace("$", "")


def _find_visit(name: str, path: str, clients: dict[str, Client]) -> Visit | None:
    for who, client in clients.items():
        response = client.get(path, follow=True)
        final = response.redirect_chain[-1][0] if response.redirect_chain else path
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if response.status_code == 200 and is_page and _name_of(final) == name:
            return Visit(name=name, who=who, path=final, html=response.content.decode())
        if response.status_code == 405 or (response.status_code == 200 and not is_page):
            return None
    raise LookupError(f"{name} at {path} is no page for anyone here.")


def _name_of(path: str) -> str:
    return str(resolve(path.partition("?")[0]).url_name)
