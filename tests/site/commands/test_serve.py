"""`fallow serve`: TLS is whole or refused, and static files are gathered when one changed."""

from pathlib import Path
from typing import Any

import pytest

from fallow.base.errors import FallowError
from fallow_site.commands.product import gather_static_files
from fallow_site.commands.serve import read_tls


@pytest.mark.parametrize("halves", [("cert.pem", None), (None, "key.pem")])
def test_half_of_tls_is_never_served_as_none(halves: tuple[str | None, str | None]) -> None:
    with pytest.raises(FallowError, match="only one was given"):
        read_tls(*halves)


def test_a_certificate_that_cannot_be_read_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(FallowError, match="cannot be read"):
        read_tls(str(tmp_path / "cert.pem"), str(tmp_path / "key.pem"))


def test_without_both_it_serves_plain_for_a_proxy_in_front() -> None:
    assert read_tls(None, None) is None


@pytest.fixture
def gathered(settings: Any, tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "leaf.txt").write_text("a leaf")
    settings.FALLOW_HOME = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATICFILES_DIRS = [tmp_path / "source"]
    gather_static_files()
    return tmp_path / "static" / "leaf.txt"


def test_a_second_start_gathers_nothing(gathered: Path) -> None:
    gathered.unlink()

    gather_static_files()

    assert not gathered.exists()


def test_a_changed_file_is_gathered_again(gathered: Path, tmp_path: Path) -> None:
    (tmp_path / "source" / "leaf.txt").write_text("another leaf")
    gathered.unlink()  # Django itself compares times by the second

    gather_static_files()

    assert gathered.read_text() == "another leaf"
