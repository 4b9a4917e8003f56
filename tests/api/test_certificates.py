"""Whom hhdesk trusts: nobody without a certificate that the system's own would vouch for."""

from __future__ import annotations

import ipaddress
import ssl
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from hhdesk.api.configuration import ApiConfiguration
from hhdesk.api.transport import Outgoing, Transport
from hhdesk.domain.errors import NoConnection
from tests.api.raw_server import RawServer, always, response

PLAIN = "http://127.0.0.1:9"


@pytest.fixture
async def server(certificate: Path) -> AsyncIterator[RawServer]:
    """Speaks https with a certificate that nobody has vouched for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    async with RawServer(always(response()), context) as server:
        yield server


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for this computer with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "hhdesk tests")])
    address = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(issuer_name=name, subject_name=name, public_key=key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(address, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file = tmp_path_factory.mktemp("certificates") / "server.pem"
    file.write_bytes(secret + made.public_bytes(pem))
    return file


async def test_a_certificate_of_nobody_is_refused(server: RawServer) -> None:
    with pytest.raises(NoConnection):
        await _ask(server.url, of=server.url)
    assert not server.asked


async def test_certificates_of_the_system_are_read(
    server: RawServer, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert await _ask(server.url, of=server.url) == 200


async def test_with_a_server_that_speaks_plain_http_nobody_else_is_trusted(
    server: RawServer, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with pytest.raises(NoConnection):
        await _ask(server.url, of=PLAIN)
    assert not server.asked


async def _ask(url: str, *, of: str) -> int:
    """The status of an answer from `url`, where `of` is hh.ru."""
    transport = Transport(
        ApiConfiguration(api_url=of, site_url=of, contact="tests@example.com", version="9")
    )
    try:
        return (await transport.send(Outgoing("GET", url, {}, limit=1000, total_seconds=10))).status
    finally:
        await transport.close()
