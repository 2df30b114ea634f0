"""Both ways to a host: what they send, their proxies and certificates, and their end when they are cancelled."""

from __future__ import annotations

import json
import sys
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from requests import adapters
from requests.exceptions import InvalidSchema

from ....core.addresses.location import parse
from ....core.addresses.reading import read_bytes
from ....core.errors import AddressError, CancelledError, InstallationError
from ....core.hosts import transport
from ....core.hosts.by_requests import RequestsTransport
from ....core.hosts.failures import DistrustedError, LostError
from ....core.hosts.network import Network
from ....core.hosts.transport import Request, Transport
from ...refusals import refused
from .conftest import DATA, NAME

NOWHERE = f"http://hub.invalid/{NAME}"
LIMIT = 10_000_000


def body_of(way: Transport, request: Request) -> bytes:
    """Send a request, and read its reply whole."""
    with way.open(request) as reply:
        return b"".join(reply.chunks)


def test_the_request_says_who_asks_and_wants_no_compression(way, hub):
    """Hosts see the plugin's name or QGIS's, and send the file as it is."""
    assert body_of(way, Request(f"{hub.address}/{NAME}", {"Range": "bytes=100-"})) == DATA[100:]
    [asked] = hub.asked
    assert asked.headers["accept-encoding"] == "identity"
    assert any(name in asked.headers["user-agent"] for name in ("CloudS2Mask/", "QGIS/"))


@pytest.mark.parametrize("sent", [b'{"limit": 1}', None])
def test_json_is_sent_to_a_service_with_the_credentials_of_its_host(way, sent):
    """A search of a catalogue is asked for by POST, its next page perhaps by GET."""
    seen: list[Any] = []

    class Service(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Print nothing."""

        def do_POST(self) -> None:
            """Keep what was sent."""
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            seen.append((self.command, self.headers["Authorization"], self.headers["Content-Type"], body))
            self.send_response(200)
            self.send_header("Set-Cookie", "known=me")
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")
            seen.append(self.headers["Cookie"])

        do_GET = do_POST  # noqa: N815 - as the base class calls it

    with ThreadingHTTPServer(("127.0.0.1", 0), Service) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        request = Request(f"http://127.0.0.1:{server.server_port}/search", sent=sent, private={"Authorization": "me"})
        assert json.loads(body_of(way, request)) == {}
        server.shutdown()
    method, login, kind, body = seen[0]
    assert (method, login, body) == ("POST" if sent else "GET", "me", sent or b"")
    assert kind == ("application/json" if sent else None)


def test_no_cookie_is_kept(hub):
    """A host does not recognise the user by a cookie."""
    hub.misbehave("status", 404, Set_Cookie="known=me; Path=/")
    for _ in range(2):
        body_of(RequestsTransport(), Request(f"{hub.address}/{NAME}"))
    assert ["cookie" in one.headers for one in hub.asked] == [False, False]


@pytest.mark.parametrize("kind", ["silence", "stall", "trickle"])
def test_a_cancelled_request_ends_without_its_host(way, hub, kind, monkeypatch):
    """The host is silent, stops in the middle, or sends a byte now and then: nobody waits for it."""
    monkeypatch.setattr(transport, "READ_SECONDS", 1e5)
    hub.misbehave(kind, 20)
    answers = iter([False, False, False])
    with pytest.raises(CancelledError):
        body_of(way, Request(f"{hub.address}/{NAME}", cancelled=lambda: next(answers, True)))


def test_a_silent_host_is_lost(way, hub, monkeypatch):
    """After the longest wait, the reason names it."""
    monkeypatch.setattr(transport, "READ_SECONDS", 0.3)
    for kind in ("stall", "silence"):
        hub.misbehave(kind, 20)
        with pytest.raises(LostError) as caught:
            body_of(way, Request(f"{hub.address}/{NAME}"))
        assert (caught.value.host, "0.3 s" in caught.value.reason) == ("127.0.0.1", True)


def test_an_unknown_certificate_is_told(way, secure_hub):
    """A company inspects connections with a certificate of its own."""
    hub, _certificate = secure_hub
    with pytest.raises(DistrustedError):
        body_of(way, Request(f"{hub.address.replace('http:', 'https:')}/{NAME}"))
    assert hub.asked == []


def test_a_certificate_that_the_program_trusts_is_trusted(secure_hub, program):
    """The user has added the company's certificate to QGIS; other certificates are known as before."""
    hub, certificate = secure_hub
    address = parse(f"{hub.address.replace('http:', 'https:')}/{NAME}")
    with refused(AddressError, address=address) as caught:
        read_bytes(address, LIMIT)
    assert "certificate" in str(caught.value)
    program(Network(lambda _address: None, certificate.read_text))
    assert read_bytes(address, LIMIT) == DATA


def test_requests_go_through_the_proxy_of_the_environment(hub, monkeypatch):
    """The hub is the proxy: a name that does not exist is read through it."""
    monkeypatch.setenv("http_proxy", hub.address)
    assert read_bytes(parse(NOWHERE), LIMIT) == DATA
    assert hub.asked[0].path == NOWHERE


def test_the_proxy_of_the_program_comes_first(hub, program, monkeypatch):
    """QGIS's options replace those of the environment, for some hosts by none; where it has no say, they stay."""
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    program(Network(lambda address: hub.address if "hub.invalid" in address else "", str))
    assert read_bytes(parse(NOWHERE), LIMIT) == DATA
    assert read_bytes(parse(f"{hub.address}/{NAME}"), LIMIT) == DATA
    assert [one.path for one in hub.asked] == [NOWHERE, f"/{NAME}"]
    monkeypatch.setenv("http_proxy", hub.address)
    program(Network(lambda _address: None, str))
    assert read_bytes(parse(NOWHERE), LIMIT) == DATA


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_proxy_that_asks_for_a_login_is_told(hub, program, scheme):
    """Of a request to a secure host, the tunnel is refused; neither is tried again."""
    hub.misbehave("status", 407)
    program(Network(lambda _address: hub.address, str))
    address = parse(f"{scheme}://hub.invalid/{NAME}")
    with refused(AddressError, address=address) as caught:
        read_bytes(address, LIMIT)
    assert "login" in str(caught.value)
    assert len(hub.asked) == 1


def test_a_socks_proxy_without_pysocks_is_told(hub, program, monkeypatch):
    """The proxy of QGIS's options may be one that `requests` knows with another package only; it is not tried again."""

    def missing(*_given: object, **_named: object) -> None:
        raise InvalidSchema("Missing dependencies for SOCKS support.")

    monkeypatch.setattr(adapters, "SOCKSProxyManager", missing)
    program(Network(lambda _address: "socks5h://127.0.0.1:9", str))
    with refused(AddressError) as caught:
        read_bytes(parse(f"{hub.address}/{NAME}"), LIMIT)
    assert "PySocks" in str(caught.value)


def test_a_certificate_that_is_none_harms_nothing(hub, program):
    """The program's store may hold anything."""
    program(Network(lambda _address: "", lambda: "-----BEGIN CERTIFICATE-----\nno\n-----END CERTIFICATE-----\n"))
    assert read_bytes(parse(f"{hub.address}/{NAME}"), LIMIT) == DATA


def test_a_missing_package_is_told(monkeypatch):
    """The command line needs the package `requests`."""
    monkeypatch.setitem(sys.modules, "requests", None)
    with refused(InstallationError, package="requests"):
        RequestsTransport()


def test_a_head_that_trickles_has_an_end(way, monkeypatch):
    """A host that sends a byte of the head now and then, without end, counts as silent."""
    monkeypatch.setattr(transport, "CONNECT_SECONDS", 0.2)
    monkeypatch.setattr(transport, "READ_SECONDS", 0.4)
    ended = threading.Event()

    class Trickle(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Print nothing."""

        def do_GET(self) -> None:
            """Begin a header that does not end."""
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
            with suppress(OSError):
                while not ended.wait(0.1):
                    self.wfile.write(b"x")

    server = ThreadingHTTPServer(("127.0.0.1", 0), Trickle)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    given_up, address = time.monotonic() + 10, f"http://127.0.0.1:{server.server_port}/"
    try:
        with pytest.raises(LostError):
            body_of(way, Request(address, cancelled=lambda: time.monotonic() > given_up))
    finally:
        ended.set()
        server.shutdown()
        server.server_close()


def test_the_chosen_login_is_sent(hub, tmp_path, monkeypatch):
    """A login for the host in the file .netrc does not replace the one that the user has chosen."""
    logins = tmp_path / "netrc"
    logins.write_text("machine 127.0.0.1 login other password other\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(logins))
    way, address = RequestsTransport(), f"{hub.address}/{NAME}"
    body_of(way, Request(address, private={"Authorization": "Bearer mine"}))
    body_of(way, Request(address))
    chosen, usual = (one.headers["authorization"] for one in hub.asked)
    assert chosen == "Bearer mine"
    assert usual.startswith("Basic ")
