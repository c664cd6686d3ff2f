"""`fallow reset-sign-in EMAIL`: a link to a new password, once, for someone who forgot theirs.

Whoever runs the server makes it and hands it on; the person's own trail says so.
"""

import argparse
from typing import Any

from fallow_site.commands.product import open_product


def add(commands: Any) -> None:
    parser = commands.add_parser("reset-sign-in", help="a link to a new password, for one person")
    parser.add_argument("email", help="the address they sign in with")
    parser.add_argument(
        "--second-factor", action="store_true", help="they lost phone, passkey and codes too"
    )
    parser.add_argument("--address", help="where Fallow is, for example https://fallow.example.org")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    open_product()
    from fallow_site.foundation.sign_in.actions import (  # noqa: PLC0415 - settings come first
        record_way_back,
        remove_second_factor,
    )
    from fallow_site.foundation.sign_in.queries import find_account  # noqa: PLC0415
    from fallow_site.kit.clock import now  # noqa: PLC0415

    account = find_account(chosen.email)
    if chosen.second_factor:
        remove_second_factor(account=account, at=now())
        print("Their second factor is removed. They set up a new one after signing in.")
    path = record_way_back(account=account, at=now())
    print("Give this link to them alone. It works once, within a day:")
    print(f"  {_address(chosen.address)}{path}")
    print("Their trail says that it was made. It opens nothing sealed with their own keys.")
    return 0


def _address(given: str | None) -> str:
    from django.conf import settings  # noqa: PLC0415

    if given:
        return given.rstrip("/")
    host = settings.ALLOWED_HOSTS[0]
    local = f"http://{host}:8000"
    return f"https://{host}" if settings.SESSION_COOKIE_SECURE else local
