"""A passkey as the way in: made, used, and stopped, with a virtual authenticator (WebAuthn PRF)."""

import pytest
from playwright.sync_api import Page
from tests.journeys.conftest import PageAt
from tests.journeys.own_room import LONG, check_in, enter, lock, wait_for

pytestmark = [
    pytest.mark.browser,
    pytest.mark.without_desk,
    pytest.mark.django_db(transaction=True),
]


def add_authenticator(page: Page, *, has_prf: bool) -> None:
    """CDP WebAuthn.addVirtualAuthenticator, as the browser's own developer tools do."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "ctap2Version": "ctap2_1",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
        "hasPrf": has_prf,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_passkey_keeps_and_opens_the_room(page_at: PageAt, built_page: str) -> None:
    page = enter(page_at(360))
    add_authenticator(page, has_prf=True)
    check_in(page)

    page.get_by_role("button", name="Keep it with a passkey").click()
    page.get_by_text("Kept, and sealed").wait_for(timeout=LONG)
    lock(page)
    page.locator(".top").get_by_role("button", name="Open", exact=True).click()
    page.get_by_role("button", name="Open with my passkey").click()

    wait_for(page, "home")
    page.get_by_text("It is open").wait_for(timeout=LONG)


def test_a_passkey_without_the_needed_part_is_said_and_nothing_is_lost(
    page_at: PageAt, built_page: str
) -> None:
    page = enter(page_at(360))
    add_authenticator(page, has_prf=False)
    check_in(page)

    page.get_by_role("button", name="Keep it with a passkey").click()

    page.get_by_text("cannot hold the key to a room").wait_for(timeout=LONG)
    page.get_by_role("button", name="Remember on this device").click()
    page.get_by_text("Kept, and sealed").wait_for(timeout=LONG)
