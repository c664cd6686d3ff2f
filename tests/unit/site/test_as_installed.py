"""The product as it is installed, in its own settings and in processes of their own.

The tests' settings hash fast, count nothing and speak plain http; these do not.
"""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.site.products import DJANGO, make_home, run

EMAIL, PASSWORD, WRONG = (
    "ada@fallow.example",
    "a field kept able to bear",
    "not the password at all",
)
TLS = {"FALLOW_HTTPS": "1", "FALLOW_HOSTS": "fallow.example.org"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one account in it."""
    home = make_home(tmp_path_factory.mktemp("installed"))
    _visit(home, "make_account", EMAIL, PASSWORD)
    return home


def _visit(home: Path, *told: str, **environment: str) -> Any:
    command = (sys.executable, "-m", "tests.unit.site.visiting", *told)
    done = run(*command, home=home, **environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_passwords_are_hashed_with_argon2id(home: Path) -> None:
    assert _visit(home, "make_account", "sol@fallow.example", PASSWORD) == "argon2id"


def test_the_right_password_opens(home: Path) -> None:
    assert _visit(home, "sign_in", EMAIL, PASSWORD) == [True]


def test_after_five_wrong_tries_in_one_process_another_one_refuses_the_right_password(
    tmp_path: Path,
) -> None:
    """Five in 300 s for an address: what is counted is shared, as it is by several web workers."""
    home = make_home(tmp_path)
    _visit(home, "make_account", EMAIL, PASSWORD)
    assert _visit(home, "sign_in", EMAIL, *[WRONG] * 5) == [False] * 5

    assert _visit(home, "sign_in", EMAIL, PASSWORD) == [False]


def test_four_wrong_tries_are_forgiven(home: Path) -> None:
    omar = "omar@fallow.example"
    _visit(home, "make_account", omar, PASSWORD)

    assert _visit(home, "sign_in", omar, *[WRONG] * 4, PASSWORD) == [False] * 4 + [True]


def test_django_s_own_examination_for_deployment_finds_nothing(home: Path) -> None:
    told = run(*DJANGO, "check", "--deploy", "--fail-level", "WARNING", home=home, **TLS)

    assert told.returncode == 0, told.stderr


def test_every_change_of_the_tables_is_written_down(home: Path) -> None:
    told = run(*DJANGO, "makemigrations", "--check", "--dry-run", home=home)

    assert told.returncode == 0, told.stdout


def test_over_tls_cookies_belong_to_this_host_alone_and_to_no_script(home: Path) -> None:
    flags = _visit(home, "cookies", EMAIL, PASSWORD, **TLS)

    common = ["path=/", "samesite=Lax", "secure=True"]
    assert flags["__Host-session"] == ["httponly=True", *common]
    assert flags["__Host-csrf"] == common


def test_over_tls_browsers_are_told_to_stay_there(home: Path) -> None:
    told = _visit(home, "headers", "/help/", "https", **TLS)

    assert told["Strict-Transport-Security"] == "max-age=31536000"  # one year, ASVS 5.0 V3.4.1


def test_without_tls_one_is_led_to_it_but_for_the_page_that_machines_ask(home: Path) -> None:
    page = _visit(home, "headers", "/help/", "http", **TLS)
    health = _visit(home, "headers", "/health/", "http", **TLS)

    assert (page["status"], page["Location"]) == ("301", "https://fallow.example.org/help/")
    assert health["status"] == "200"
