"""`fallow reset-sign-in EMAIL` as whoever runs the server types it."""

import re
import sys
from pathlib import Path

import pytest
from tests.site.products import FALLOW, make_home, run

EMAIL = "ada@fallow.example"
MAKE = (sys.executable, "-m", "tests.unit.site.visiting", "make_account", EMAIL, "not remembered")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = make_home(tmp_path_factory.mktemp("forgotten"))
    assert run(*MAKE, home=home).returncode == 0
    return home


def test_it_prints_one_link_to_hand_on(home: Path) -> None:
    told = run(*FALLOW, "reset-sign-in", EMAIL, "--address", "https://fallow.example/", home=home)

    links = re.findall(r"https://fallow\.example/accounts/password/reset/key/\S+/", told.stdout)
    assert (told.returncode, len(links)) == (0, 1), told.stderr


def test_someone_who_has_no_account_is_said_in_one_sentence(home: Path) -> None:
    told = run(*FALLOW, "reset-sign-in", "nobody@fallow.example", home=home)

    assert told.returncode == 1
    assert told.stderr == "Nobody signs in here with that address. Look at its spelling.\n"
