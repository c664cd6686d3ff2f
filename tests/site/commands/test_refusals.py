"""What a command cannot do is one sentence with what to do, and an exit code; never a traceback."""

import socket
import sys
from pathlib import Path

import pytest
from tests.site.products import FALLOW, make_home, run

POSTGRESQL = "postgres://fallow:s3cret@127.0.0.1:9/fallow"
WITHOUT_SITE = (
    "import sys; sys.modules['django'] = None; sys.modules['cryptography'] = None;"
    "from fallow.cli.main import main; sys.exit(main(sys.argv[1:]))"
)


@pytest.mark.parametrize("command", ["serve", "demo", "backup", "restore", "doctor"])
def test_without_the_product_a_command_says_what_to_install(tmp_path: Path, command: str) -> None:
    done = run(sys.executable, "-c", WITHOUT_SITE, command, home=tmp_path)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"The command {command} belongs to the product, which is not installed here. "
        'Install it with: pip install "fallow[site]"\n'
    )


def test_on_postgresql_backup_prints_the_line_that_does_it(tmp_path: Path) -> None:
    done = run(*FALLOW, "backup", "monday.fallow", home=tmp_path, DATABASE_URL=POSTGRESQL)

    assert 'pg_dump --format=custom --file=fallow.dump "$DATABASE_URL"' in done.stdout
    assert done.returncode == 1  # nothing was backed up, and a timer has to notice it
    assert "s3cret" not in done.stdout + done.stderr


def test_on_postgresql_restore_prints_its_line(tmp_path: Path) -> None:
    done = run(*FALLOW, "restore", "monday.fallow", home=tmp_path, DATABASE_URL=POSTGRESQL)

    assert 'pg_restore --clean --if-exists --dbname="$DATABASE_URL" fallow.dump' in done.stdout
    assert done.returncode == 1


def test_a_server_on_a_port_in_use_is_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = str(listener.getsockname()[1])

        done = run(*FALLOW, "serve", "--port", port, home=tmp_path / "home")

    assert done.returncode == 1
    assert done.stderr.startswith(f"Port {port} cannot be used; something else may be using it.")
    assert len(done.stderr.splitlines()) == 1


def test_a_server_whose_postgresql_is_away_is_one_sentence(tmp_path: Path) -> None:
    home = make_home(tmp_path)

    done = run(*FALLOW, "serve", "--port", "0" * 4 + "1025", home=home, DATABASE_URL=POSTGRESQL)

    assert done.returncode == 1
    assert done.stderr.startswith("PostgreSQL does not answer as it should.")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "value"), [("FALLOW_DEBUG", "perhaps"), ("DATABASE_URL", "mysql://x")]
)
def test_a_setting_that_cannot_be_used_is_named(tmp_path: Path, name: str, value: str) -> None:
    done = run(*FALLOW, "doctor", home=tmp_path, **{name: value})

    assert done.returncode == 1
    assert name in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("file", ["nothing.fallow", "letter.txt"])
def test_what_is_no_backup_is_one_sentence(tmp_path: Path, file: str) -> None:
    (tmp_path / "letter.txt").write_text("Dear grandmother")

    done = run(*FALLOW, "restore", str(tmp_path / file), home=tmp_path / "home")

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "home").exists()
