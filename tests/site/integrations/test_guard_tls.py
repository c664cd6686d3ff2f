"""The address is pinned, and the certificate is still held against the name."""

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from tests.site.integrations.answering import answering_server, plainly

from fallow_site.integrations.connecting import read_authorities
from fallow_site.integrations.fetched import SourceUnreachable
from fallow_site.integrations.guard import fetch_guarded


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for calendar.example, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "calendar.example")])
    today = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("calendar.example")]), False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    shape, locked = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    file = tmp_path_factory.mktemp("tls") / "both.pem"
    file.write_bytes(made.public_bytes(pem) + key.private_bytes(pem, shape, locked))
    return file


@pytest.fixture(autouse=True)
def _trust_is_read_anew() -> Iterator[None]:
    read_authorities.cache_clear()
    yield
    read_authorities.cache_clear()


def fetch_from(certificate: Path, host: str) -> bytes:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with answering_server(context) as server:
        server.answers["/feed"] = plainly(b"BEGIN:VCALENDAR")
        return fetch_guarded(
            f"https://{host}:{server.port}/feed", headers={}, allow_loopback=True,
            resolve=lambda *_: ["127.0.0.1"],
        ).content  # fmt: skip


def test_a_certificate_of_that_name_is_accepted(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))  # read by OpenSSL itself

    assert fetch_from(certificate, "calendar.example") == b"BEGIN:VCALENDAR"


def test_a_certificate_of_another_name_is_refused(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))

    with pytest.raises(SourceUnreachable, match="could not be reached"):
        fetch_from(certificate, "other.example")


def test_a_certificate_that_nobody_vouches_for_is_refused(certificate: Path) -> None:
    with pytest.raises(SourceUnreachable, match="could not be reached"):
        fetch_from(certificate, "calendar.example")
