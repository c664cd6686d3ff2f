"""Asks for an address as one of the cast, and says the answer in the matrix's words.

What an answer changed is undone again, so that the next one asks of the same world.
"""

from copy import deepcopy
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from fallow_site.foundation.organizations.viewers import Viewer


class _Undone(Exception):
    """Leaves the transaction without keeping what was done in it."""


def client_of(viewer: Viewer | None) -> Client:
    client = Client(raise_request_exception=True)
    if viewer is not None:
        client.force_login(viewer.account)
    return client


def ask(client: Client, method: str, path: str) -> HttpResponse:
    """This will ask, let what happened be forgotten, and give the answer."""
    answer: Any = None
    cookies = deepcopy(client.cookies)
    try:
        with transaction.atomic():
            answer = client.generic(method, path)
            if answer.streaming:
                answer.getvalue()  # read to its end, so that its file is closed
            raise _Undone
    except _Undone:
        client.cookies = cookies
    return answer


def word_of(answer: HttpResponse) -> str:
    """`in`: sign in first. `again`: prove it once more. `go`: done, led on. Else the number."""
    place = answer.headers.get("Location", "")
    if answer.status_code != 302:
        return str(answer.status_code)
    if place.startswith("/accounts/login/?next="):
        return "in"
    return "again" if "/reauthenticate/" in place else "go"
