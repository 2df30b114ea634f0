"""Files behind addresses are read whole or not at all: broken connections are continued, the rest is an error."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from ....core.addresses import reading
from ....core.addresses.location import Address, parse
from ....core.addresses.reading import read_bytes, read_part
from ....core.addresses.web import Access, grant
from ....core.errors import AddressError, AddressMissingError, CancelledError, ProductError
from ....core.hosts import transport
from ...ranged_server import Asked, Reply, Served, serving

DATA = bytes(range(256)) * 400
LIMIT = 1_000_000


@pytest.fixture
def served(tmp_path, monkeypatch) -> Iterator[Served]:
    """A server with one file; further attempts come at once."""
    monkeypatch.setattr(reading, "PAUSES", (0, 0, 0))
    (tmp_path / "file").write_bytes(DATA)
    (tmp_path / "large").write_bytes(bytes(1_000_000))
    with serving(tmp_path) as server:
        yield server


def at(server: Served, name: str = "file") -> Address:
    """The address of a file of a server."""
    found = parse(f"{server.address}/{name}")
    assert isinstance(found, Address)
    return found


def misbehave(server: Served, *replies: Reply) -> None:
    """Let a server give these replies, then the file."""
    waiting = list(replies)
    server.behaviour = lambda _asked: waiting.pop(0) if waiting else Reply()


def test_a_part_is_what_was_asked_for(served):
    """A part has the bytes that were asked for, ends with the file, and comes with the file's size."""
    data, version = read_part(at(served), 1000, 3000)
    assert (data, version.size) == (DATA[1000:3000], len(DATA))
    assert read_part(at(served), len(DATA) - 10, len(DATA) + 10, version) == (DATA[-10:], version)
    assert [one.sent for one in served.asked] == [2000, 10]


def test_a_whole_file_has_at_most_as_many_bytes_as_are_allowed(served, tmp_path):
    """A small file is read whole, from a host or a disk; one above the limit is an error."""
    for location in (at(served), tmp_path / "file"):
        assert read_bytes(location, len(DATA)) == DATA
        with pytest.raises(ProductError) as refused:
            read_bytes(location, len(DATA) - 1)
        assert refused.value.values["path"] == location


@pytest.mark.parametrize("reply", [Reply(503), Reply(429, {"Retry-After": "0"}), Reply(cut=1000), Reply(cut=0)])
def test_a_passing_fault_of_the_host_is_not_noticed(served, reply):
    """After an overload or a cut connection, the file is read all the same."""
    misbehave(served, reply, reply)
    assert read_bytes(at(served), LIMIT) == DATA
    misbehave(served, reply, reply)
    assert read_part(at(served), 10, 50_000)[0] == DATA[10:50_000]


@pytest.mark.parametrize("size", ["9" * 30, "9" * 5000, "²"])
def test_a_size_that_no_file_has_is_an_error(served, size):
    """A host may write anything; what is no number of bytes is a fault of the host, and none of the program."""
    misbehave(served, Reply(headers={"Content-Range": f"bytes 0-99/{size}"}))
    with pytest.raises(AddressError):
        read_part(at(served), 0, 100)


def test_a_cut_connection_is_continued_where_it_broke(served):
    """Bytes that have arrived are not asked for again."""
    misbehave(served, Reply(cut=30_000))
    assert read_part(at(served), 100, 80_100)[0] == DATA[100:80_100]
    assert [one.first for one in served.asked] == [100, 30_100]
    assert served.sent() == 80_000


def test_a_connection_that_breaks_again_and_again_brings_all_the_same(served):
    """As long as bytes arrive, there is no last attempt."""
    served.behaviour = lambda _asked: Reply(cut=70_000)
    (data, version), size = read_part(at(served, "large"), 0, 10**9), 1_000_000
    assert (len(data), version.size, len(served.asked)) == (size, size, 15)


@pytest.mark.parametrize(("reply", "attempts"), [(Reply(503), 4), (Reply(cut=0), 4), (Reply(wait=2.0), 2)])
def test_a_host_that_stays_lost_is_an_error_with_its_address(served, monkeypatch, reply, attempts):
    """After the last attempt the error names the address, without its signature; a host never seen gets two."""
    monkeypatch.setattr(transport, "READ_SECONDS", 0.2)
    served.behaviour = lambda _asked: reply
    address = at(served, "file?sig=secret")
    for read in (lambda: read_bytes(address, LIMIT), lambda: read_part(address, 0, 10)):
        with pytest.raises(AddressError) as lost:
            read()
        assert lost.value.values["address"] == address
        assert "secret" not in str(lost.value)
    assert len(served.asked) == 2 * attempts


def test_a_host_that_is_not_there_is_an_error_with_its_address(monkeypatch):
    """A refused connection names the address and the reason."""
    monkeypatch.setattr(reading, "PAUSES", (0,))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = parse(f"http://127.0.0.1:{free.getsockname()[1]}/file?sig=secret")
    with pytest.raises(AddressError) as lost:
        read_bytes(address, LIMIT)
    assert lost.value.values["address"] == address
    assert "secret" not in str(lost.value)


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (Reply(404), AddressMissingError),
        (Reply(403), AddressError),
        (Reply(401), AddressError),
        (Reply(400, {"x-amz-bucket-region": "eu-central-1"}), AddressError),
        (Reply(302, {"Location": "ftp://127.0.0.1/file"}), AddressError),
        (Reply(302, {"Location": "file:///etc/passwd"}), AddressError),
    ],
)
def test_a_refusal_is_an_error_at_once(served, reply, kind):
    """A missing or forbidden file, and a redirect to another protocol, are asked for once."""
    served.behaviour = lambda _asked: reply
    with pytest.raises(kind) as refused:
        read_part(at(served), 0, 10)
    assert refused.value.values["address"] == at(served)
    assert len(served.asked) == 1


def test_a_host_without_parts_is_refused(served):
    """A host that answers with the whole file, or with another part, cannot be read in place."""
    misbehave(served, Reply(whole=True), Reply(headers={"Content-Range": f"bytes 5-14/{len(DATA)}"}))
    for _ in range(2):
        with pytest.raises(AddressError):
            read_part(at(served), 0, 10)


def test_a_file_that_changes_is_not_mixed(served, tmp_path):
    """Parts of two versions of a file are never put together."""
    _, version = read_part(at(served), 0, 10)
    (tmp_path / "file").write_bytes(DATA[::-1])
    with pytest.raises(AddressError):
        read_part(at(served), 10, 20, version)
    misbehave(served, Reply(cut=5))

    def change(asked: Asked) -> Reply:
        (tmp_path / "file").write_bytes(DATA + b"more")
        return Reply(cut=5 if asked.first == 0 else None)

    served.behaviour = change
    with pytest.raises(AddressError):
        read_part(at(served), 0, 10)


def test_credentials_stay_with_their_host(served, tmp_path):
    """Headers of an authentication go to the host that they are for, and not on to another one."""
    with serving(tmp_path) as other:
        grant(at(served), Access({"Authorization": "Bearer secret"}))
        served.behaviour = lambda _asked: Reply(302, {"Location": f"{other.address}/file"})
        assert read_bytes(at(served), LIMIT) == DATA
    grant(at(served), Access())
    assert served.asked[0].headers["authorization"] == "Bearer secret"
    assert "authorization" not in other.asked[0].headers


def test_a_missing_file_on_the_disk_is_an_error_with_its_path():
    """The errors of a disk are sentences too."""
    with pytest.raises(ProductError) as refused:
        read_bytes(Path("/there/is/none"), LIMIT)
    assert refused.value.values["path"] == Path("/there/is/none")


def test_a_host_that_sends_more_than_was_asked_for_is_not_heard_out(served):
    """A part that is longer than the one asked for is refused, and a body that goes on is not read on."""
    misbehave(served, Reply(headers={"Content-Range": f"bytes 0-{len(DATA) - 1}/{len(DATA)}"}))
    with pytest.raises(AddressError):
        read_part(at(served), 0, 10)
    with _endless({"Content-Range": "bytes 0-9/1000", "Connection": "close"}, status=206) as address:
        assert read_part(address, 0, 10)[0] == b"x" * 10
    with _endless({"Connection": "close"}, status=200) as address, pytest.raises(ProductError):
        read_bytes(address, LIMIT)


@contextmanager
def _endless(headers: dict[str, str], status: int, pause: float = 0.0) -> Iterator[Address]:
    """A host whose bodies never end, sent in pieces of four bytes with pauses between, or else as fast as it can."""

    class Endless(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Print nothing."""

        def do_GET(self) -> None:
            """Send without an end, until the connection is closed."""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(OSError):
                while True:
                    self.wfile.write(b"x" * (4 if pause else 1 << 16))
                    time.sleep(pause)

    with ThreadingHTTPServer(("127.0.0.1", 0), Endless) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        found = parse(f"http://127.0.0.1:{server.server_port}/file")
        assert isinstance(found, Address)
        yield found
        server.shutdown()


def test_a_host_that_trickles_is_cancelled_and_given_up(monkeypatch):
    """Every few bytes count: the run can be cancelled, and a connection below the slowest rate is lost."""
    monkeypatch.setattr(reading, "PAUSES", ())
    with _endless({"Content-Range": "bytes 0-999999/1000000"}, status=206, pause=0.02) as address:
        answers = iter([False, False, True])
        with pytest.raises(CancelledError):
            read_part(address, 0, LIMIT, None, lambda: next(answers))
        answers = iter([False, False, True])
        with pytest.raises(CancelledError):
            read_bytes(address, LIMIT, lambda: next(answers))
        monkeypatch.setattr(transport, "READ_SECONDS", 0.1)
        monkeypatch.setattr(transport, "SLOWEST", 10**9)
        with pytest.raises(AddressError):
            read_part(address, 0, LIMIT)


def test_the_connection_stays_open_for_the_next_part(served):
    """A body that was read to its end leaves the connection to the next request."""
    ports = set()
    connect = socket.socket.connect

    def counted(self: socket.socket, address: object) -> None:
        connect(self, address)  # type: ignore[arg-type]
        ports.add(self.getsockname())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", counted)
        for start in range(0, 50_000, 10_000):
            read_part(at(served), start, start + 10_000)
            read_bytes(at(served), LIMIT)
    assert len(ports) == 1


def test_a_file_that_is_stored_compressed_is_unpacked(served, tmp_path):
    """A small file with Content-Encoding is what it was before; parts of one are refused."""
    (tmp_path / "file").write_bytes(gzip.compress(DATA))
    served.behaviour = lambda _asked: Reply(headers={"Content-Encoding": "gzip"})
    assert read_bytes(at(served), len(DATA)) == DATA
    with pytest.raises(ProductError):
        read_bytes(at(served), len(DATA) - 1)
    with pytest.raises(AddressError):
        read_part(at(served), 0, 10)
