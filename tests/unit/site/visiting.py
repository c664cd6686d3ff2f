"""Run as a process of its own, in the product's own settings: visits it and says what it got.

`python -m tests.unit.site.visiting VISIT ARGUMENT…` prints one line of JSON.
"""

import json
import sys
from typing import Any

import django
from django.http import HttpResponse
from django.test import Client

HOST = "fallow.example.org"


def make_account(email: str, password: str) -> str:
    from fallow_site.foundation.accounts.models import Account  # noqa: PLC0415 - set up first

    account = Account.objects.create_user(email, "Ada Amber", password=password)
    return account.password.split("$")[1]


def sign_in(email: str, *passwords: str) -> list[bool]:
    """Whether each password, one after another, opened the account."""
    answers = [_sign_in(Client(headers={"host": "localhost"}), email, word) for word in passwords]
    return [answer.status_code == 302 for answer in answers]


def _sign_in(client: Client, email: str, password: str, **how: Any) -> HttpResponse:
    return client.post("/accounts/login/", {"login": email, "password": password}, **how)


def cookies(email: str, password: str) -> dict[str, list[str]]:
    """The flags of each cookie that a browser is given over TLS."""
    client = Client(headers={"host": HOST})
    client.get("/accounts/login/", secure=True)
    _sign_in(client, email, password, secure=True)
    return {name: _flags(morsel) for name, morsel in client.cookies.items()}


def _flags(morsel: Any) -> list[str]:
    told = {k: v for k, v in morsel.items() if v and k not in ("expires", "max-age", "comment")}
    return sorted(f"{name}={value}" for name, value in told.items())


def headers(path: str, scheme: str) -> dict[str, str]:
    answer = Client(headers={"host": HOST}).get(path, secure=scheme == "https")
    return {"status": str(answer.status_code), **dict(answer.headers)}


if __name__ == "__main__":
    django.setup()
    visit, *arguments = sys.argv[1:]
    known = {f.__name__: f for f in (make_account, sign_in, cookies, headers)}
    print(json.dumps(known[visit](*arguments)))
