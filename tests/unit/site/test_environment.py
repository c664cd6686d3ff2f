"""The environment: what each variable does, and what is said when one cannot be used."""

from collections.abc import Callable

import pytest

from fallow_site.kit.environment import VARIABLES, Environment, SettingRefused, read_environment

Read = Callable[..., Environment]


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Read:
    def given(**named: str) -> Environment:
        for name, value in named.items():
            monkeypatch.setenv(name, value)
        return read_environment()

    return given


def test_without_any_variable_it_is_one_file_on_this_machine(read: Read) -> None:
    environment = read()

    assert environment.database is None
    assert environment.hosts == ("localhost", "127.0.0.1", "[::1]")
    assert not environment.is_debug
    assert not environment.is_open


@pytest.mark.parametrize(
    ("word", "is_on"), [("1", True), ("yes", True), ("ON", True), ("0", False), ("", False)]
)
def test_a_switch_knows_a_few_words(read: Read, word: str, is_on: bool) -> None:
    assert read(FALLOW_HTTPS=word).is_https is is_on


def test_postgresql_is_one_address(read: Read) -> None:
    address = "postgres://fallow:p%40ss@db.example:5433/practice?sslmode=verify-full"

    told = read(DATABASE_URL=address).database

    assert told is not None
    assert (told["NAME"], told["USER"]) == ("practice", "fallow")
    assert (told["PASSWORD"], told["HOST"], told["PORT"]) == ("p@ss", "db.example", "5433")
    assert told["OPTIONS"] == {"sslmode": "verify-full"}


def test_mail_is_one_address(read: Read) -> None:
    mail = read(FALLOW_MAIL="smtps://fallow:w%2Frd@mail.example:465?from=fallow@example.org").mail

    assert mail is not None
    assert (mail.host, mail.port, mail.name, mail.word) == ("mail.example", 465, "fallow", "w/rd")
    assert (mail.sender, mail.has_tls, mail.has_starttls) == ("fallow@example.org", True, False)


@pytest.mark.parametrize(
    ("host", "port", "starts_tls"), [("mail.example", 587, True), ("localhost", 587, False)]
)
def test_mail_to_another_machine_is_always_encrypted(
    read: Read, host: str, port: int, starts_tls: bool
) -> None:
    mail = read(FALLOW_MAIL=f"smtp://{host}?from=fallow@example.org").mail

    assert mail is not None
    assert (mail.port, mail.has_tls, mail.has_starttls) == (port, False, starts_tls)


REFUSED = [
    ("FALLOW_HTTPS", "perhaps"),
    ("FALLOW_DEBUG", "2"),
    ("FALLOW_PROXIES", "two"),
    ("FALLOW_PROXIES", "²"),
    ("FALLOW_SECRET_FILE", "/nowhere/s3cret"),
    ("FALLOW_SIGN_UP", "everyone"),
    ("FALLOW_SIGN_UP", "open"),
    ("FALLOW_MAIL", "mail.example s3cret"),
    ("FALLOW_MAIL", "smtp://a:s3cret@mail.example"),
    ("FALLOW_MAIL", "smtp://a:s3cret@mail.example:port?from=a@b"),
    ("DATABASE_URL", "mysql://a:s3cret@db/practice"),
    ("DATABASE_URL", "postgres://a:s3cret@db:port/practice"),
    ("DATABASE_URL", "postgres://a:s3cret@db"),
]


@pytest.mark.parametrize(("name", "value"), REFUSED)
def test_a_wrong_value_names_its_variable_and_never_itself(
    read: Read, name: str, value: str
) -> None:
    with pytest.raises(SettingRefused) as refused:
        read(**{name: value})

    assert name in str(refused.value)
    assert "s3cret" not in str(refused.value)
    assert refused.value.mend


def test_anyone_may_sign_up_where_mail_can_check_them(read: Read) -> None:
    mail = "smtps://mail.example?from=fallow@example.org"

    assert read(FALLOW_SIGN_UP="open", FALLOW_MAIL=mail).is_open
