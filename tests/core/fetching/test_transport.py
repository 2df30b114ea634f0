"""Both ways to a host: proxies, certificates, credentials; and safe redirects."""

from __future__ import annotations

import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ....core.addresses.reading import never
from ....core.errors import ConnectionLostError, DownloadError, InstallationError
from ....core.fetching.download import Wanted, download
from ....core.fetching.transport import Reply, Request, RequestsTransport
from ....tools.hub import Hub
from ...refusals import refused
from .conftest import DATA, NAME, SHA256


class Scripted:
    """A transport that gives prepared replies, and keeps the requests."""

    def __init__(self, *replies: tuple[int, dict[str, str]]) -> None:
        self._replies = iter(replies)
        self.asked: list[Request] = []

    @contextmanager
    def open(self, request: Request) -> Iterator[Reply]:
        """Give the next reply; its body is the file."""
        self.asked.append(request)
        status, headers = next(self._replies)
        yield Reply(status, headers, iter([DATA]))


def fetch(scripted: Scripted, target: Path, address: str) -> str:
    """Download the file without a second attempt."""
    wanted = Wanted(NAME, address, len(DATA), SHA256)
    return download(wanted, target, scripted, progress=lambda *_given: None, cancelled=never, pauses=())


def test_a_redirect_that_leaves_https_is_refused(tmp_path):
    """The portal of a network sends me to its login page."""
    scripted = Scripted((302, {"location": "http://portal.example/login"}))
    with refused(DownloadError, host="hub.example", file=NAME, address="http://portal.example/login"):
        fetch(scripted, tmp_path / NAME, "https://hub.example/file")
    assert len(scripted.asked) == 1


def test_credentials_are_for_the_first_host_only(tmp_path):
    """A redirect to another host, another port or another scheme must not get them."""
    moves = ["/here", "https://hub.example:444/there", "https://cdn.example/there"]
    scripted = Scripted(*((302, {"location": place}) for place in moves), (200, {}))
    assert fetch(scripted, tmp_path / NAME, "https://hub.example/file") == SHA256
    assert [one.address for one in scripted.asked[1:]] == ["https://hub.example/here", *moves[1:]]
    assert [one.credentials for one in scripted.asked] == [True, True, False, False]


@pytest.fixture
def secure_hub(hub, tmp_path) -> Hub:
    """The hub over TLS, with a certificate that nobody knows."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    subprocess.run([*command, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    hub._server.socket = context.wrap_socket(hub._server.socket, server_side=True)
    return hub


def test_an_unknown_certificate_is_told(secure_hub, download_it):
    """A company inspects connections with a certificate of its own."""
    with refused(DownloadError, host="127.0.0.1") as caught:
        download_it(host=secure_hub.address.replace("http:", "https:"))
    assert not isinstance(caught.value, ConnectionLostError)
    assert "certificate" in str(caught.value)
    assert secure_hub.asked == []
    assert download_it.left() == []


def test_requests_go_through_the_proxy_of_the_environment(hub, tmp_path, monkeypatch):
    """The hub is the proxy: a name that does not exist is downloaded through it."""
    monkeypatch.setenv("http_proxy", hub.address)
    wanted = Wanted(NAME, f"http://hub.invalid/a/b/resolve/c/{NAME}", len(DATA), SHA256)
    target = tmp_path / NAME
    found = download(wanted, target, RequestsTransport(), progress=lambda *_given: None, cancelled=never)
    assert (found, hub.asked[0].path) == (SHA256, wanted.address)


def test_a_missing_package_is_told(monkeypatch):
    """The command line needs the package `requests`."""
    monkeypatch.setitem(sys.modules, "requests", None)
    with refused(InstallationError, package="requests"):
        RequestsTransport()


def test_the_request_says_who_asks_and_wants_no_compression(hub, download_it):
    """Hosts see the plugin's name or QGIS's, and send the file as it is."""
    download_it()
    for one in hub.asked:
        assert one.headers["accept-encoding"] == "identity"
        assert any(name in one.headers["user-agent"] for name in ("CloudS2Mask/", "QGIS/"))
