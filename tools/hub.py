"""A stand-in for Hugging Face on this computer, which serves files by their names and misbehaves on demand.

    python -m cloud_s2_mask.tools.hub FOLDER [--fault cut:100000] ...

It prints its address, which is set as the mirror of downloads, and the requests. Files are found by the last part of
the path: `/<repo>/resolve/<revision>/<file>` answers with a redirect and the headers of Hugging Face, others with the
file.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from typing import Any
from urllib.parse import quote, unquote, urlsplit

FAULTS = {
    "status": "answers this HTTP status",
    "silence": "never answers",
    "page": "sends a web page in place of the file",
    "untyped page": "sends a web page, and says that it is a file",
    "loop": "redirects to itself",
    "local": "redirects to a file of the user's computer",
    "elsewhere": "redirects to the same path of another host",
    "foreign size": "announces another size",
    "foreign hash": "announces another hash",
    "cut": "closes the connection after this many bytes",
    "stall": "sends nothing more after this many bytes",
    "trickle": "sends this many bytes every tenth of a second",
    "foreign bytes": "sends other bytes, as many as the file has",
    "short": "sends a file that is this many bytes shorter",
    "no length": "sends no length, and closes the connection at the end",
    "chunked": "sends no length, but pieces and their end",
    "no ranges": "sends the whole file when a part is asked for",
    "wrong range": "sends a part that begins one byte later than asked for",
    "changed": "has changed the file since the first request",
    "changed silently": "has changed the file, and sends a part of it all the same",
}
"""The faults of a hub; where a number is needed, it follows a colon."""
_PAGE = b"\n<!DOCTYPE html><html><body>Log in to the guest network</body></html>"
_TYPE = "application/octet-stream"
_TICK = 0.1


@dataclass
class Fault:
    """A misbehaviour."""

    kind: str
    number: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    """Added to the reply of a status; `address` is that of another host."""
    left: float = float("inf")
    """Replies that it spoils."""


@dataclass
class Asked:
    """A request and what was sent."""

    path: str
    headers: Mapping[str, str]
    """By names in lower case."""
    sent: int = 0
    """Bytes of a file that were sent."""


class _Server(ThreadingHTTPServer):
    """A server that does not look up its own name, for which a computer may ask a name server."""

    def server_bind(self) -> None:
        """Bind to the address."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])


class Hub:
    """A server on the loopback interface; see `open_hub`."""

    def __init__(self, files: Mapping[str, bytes], port: int = 0) -> None:
        self.files = dict(files)
        """Content by name."""
        self.faults: list[Fault] = []
        self.asked: list[Asked] = []
        """The requests, in their order."""
        self.closing = threading.Event()
        handler = type("Handler", (_Handler,), {"hub": self})
        self._server = _Server(("127.0.0.1", port), handler)
        self._server.daemon_threads = True

    def start(self) -> None:
        """Serve in another thread."""
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def close(self) -> None:
        """End, and drop the connections that wait."""
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()

    @property
    def address(self) -> str:
        """Its address, without a slash at the end."""
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def sent(self) -> int:
        """Bytes of files that were sent."""
        return sum(one.sent for one in self.asked)

    def misbehave(self, kind: str, number: int = 0, *, times: float = float("inf"), **headers: str) -> None:
        """Add a fault.

        Args:
            kind: One of `FAULTS`.
            number: Its number.
            times: Replies that it spoils.
            headers: Headers of a status, with `_` in place of `-`; `address` of another host.
        """
        if kind not in FAULTS:
            raise ValueError(kind)
        self.faults.append(Fault(kind, number, {name.replace("_", "-"): text for name, text in headers.items()}, times))


@contextmanager
def open_hub(files: Mapping[str, bytes], port: int = 0) -> Iterator[Hub]:
    """Serve files, by their names; port 0 is a free one."""
    hub = Hub(files, port)
    hub.start()
    try:
        yield hub
    finally:
        hub.close()


class _Handler(BaseHTTPRequestHandler):
    """One connection of a client."""

    hub: Hub
    protocol_version = "HTTP/1.1"

    def log_message(self, *_arguments: Any) -> None:
        """Print nothing."""

    def do_HEAD(self) -> None:
        """Answer without a body."""
        self.do_GET()

    def do_CONNECT(self) -> None:
        """Answer as a proxy that is asked for a tunnel: with a fault, or not at all."""
        self.do_GET()

    def do_GET(self) -> None:
        """Redirect as Hugging Face does, or send a file."""
        self._asked = Asked(self.path, {name.lower(): text for name, text in self.headers.items()})
        self.hub.asked.append(self._asked)
        name = unquote(urlsplit(self.path).path.rpartition("/")[2])
        if self._refuses():
            return
        data = self.hub.files.get(name)
        if data is None:
            self._reply(HTTPStatus.NOT_FOUND, {}, b"Entry not found")
        elif "/resolve/" in self.path:
            self._redirect(f"/cdn/{quote(name)}", data)
        else:
            self._send(data)

    def _fault(self, kind: str) -> Fault | None:
        """Return a fault that spoils this reply, and count it."""
        fault = next((one for one in self.hub.faults if one.kind == kind and one.left > 0), None)
        if fault:
            fault.left -= 1
        return fault

    def _refuses(self) -> bool:
        """Spoil a reply before the file is looked up; return True if that was done."""
        if self._fault("silence"):
            self.hub.closing.wait()
            self.close_connection = True
        elif fault := self._fault("status"):
            self._reply(fault.number, fault.headers, b"No.")
        elif self._fault("page"):
            self._reply(HTTPStatus.OK, {"Content-Type": "text/html; charset=utf-8"}, _PAGE)
        elif self._fault("untyped page"):
            self._reply(HTTPStatus.OK, {"Content-Type": _TYPE}, _PAGE)
        elif self._fault("loop"):
            self._reply(HTTPStatus.FOUND, {"Location": self.path})
        elif self._fault("local"):
            self._reply(HTTPStatus.FOUND, {"Location": "file:///etc/hostname"})
        elif fault := self._fault("elsewhere"):
            self._reply(
                HTTPStatus.FOUND, {"Location": fault.headers["address"] + self.path.replace("/resolve/", "/cdn/")}
            )
        else:
            return False
        return True

    def _redirect(self, target: str, data: bytes) -> None:
        size = len(data) + bool(self._fault("foreign size"))
        sha256 = hashlib.sha256(data + b"x" * bool(self._fault("foreign hash"))).hexdigest()
        described = {"X-Repo-Commit": "0" * 40, "X-Linked-Size": str(size), "X-Linked-ETag": f'"{sha256}"'}
        self._reply(HTTPStatus.FOUND, {"Location": target, **described})

    def _send(self, data: bytes) -> None:
        """Send a file, or the part of it that was asked for."""
        tag = f'"{hashlib.md5(data, usedforsecurity=False).hexdigest()}"'
        changed, silently = self._fault("changed"), self._fault("changed silently")
        if changed or silently:
            data, tag = _turned(data), f'"changed-{time.monotonic_ns()}"'
        if fault := self._fault("short"):
            data = data[: -fault.number]
        if self._fault("foreign bytes"):
            data = _turned(data)
        headers = {"Content-Type": _TYPE, "ETag": tag, "Accept-Ranges": "bytes"}
        part = self._part(tag, len(data), deaf=bool(silently))
        if part is None:
            self._send_body(HTTPStatus.OK, headers, data)
        elif part.start >= len(data):
            self._reply(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, {"Content-Range": f"bytes */{len(data)}"})
        else:
            start = part.start + bool(self._fault("wrong range"))
            headers["Content-Range"] = f"bytes {start}-{part.stop - 1}/{len(data)}"
            self._send_body(HTTPStatus.PARTIAL_CONTENT, headers, data[start : part.stop])

    def _part(self, tag: str, size: int, *, deaf: bool) -> range | None:
        """Return the bytes that were asked for; None for the whole file."""
        asked = self._asked.headers
        if "range" not in asked or self._fault("no ranges") or (asked.get("if-range", tag) != tag and not deaf):
            return None
        first, _, last = asked["range"].removeprefix("bytes=").partition("-")
        return range(int(first), min(int(last) + 1, size) if last else size)

    def _reply(self, status: int, headers: Mapping[str, str], body: bytes = b"") -> None:
        self._head(status, {**headers, "Content-Length": str(len(body))})
        if self.command != "HEAD":
            self.wfile.write(body)

    def _head(self, status: int, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, text in headers.items():
            self.send_header(name, text)
        self.end_headers()

    def _send_body(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
        """Send bytes of a file, cut short or slowly if a fault says so."""
        chunked = self._fault("chunked")
        if chunked:
            headers = {**headers, "Transfer-Encoding": "chunked"}
        elif self._fault("no length"):
            self.close_connection = True
            headers = {**headers, "Connection": "close"}
        else:
            headers = {**headers, "Content-Length": str(len(body))}
        self._head(status, headers)
        if self.command == "HEAD":
            return
        cut, stall, trickle = self._fault("cut"), self._fault("stall"), self._fault("trickle")
        stop = cut or stall
        for chunk in _chunks(body[: stop.number] if stop else body, trickle.number if trickle else 1 << 16):
            try:
                self.wfile.write(b"%x\r\n%b\r\n" % (len(chunk), chunk) if chunked else chunk)
            except OSError:  # the client has gone
                self.close_connection = True
                return
            self._asked.sent += len(chunk)
            if trickle and self.hub.closing.wait(_TICK):
                break
        if stall:
            self.hub.closing.wait()
        if stop:
            self.close_connection = True
        elif chunked:
            self.wfile.write(b"0\r\n\r\n")


def _chunks(data: bytes, size: int) -> list[bytes]:
    return [data[start : start + size] for start in range(0, len(data), size)]


def _turned(data: bytes) -> bytes:
    """Return other bytes of the same number."""
    return data[::-1] if data[::-1] != data else bytes(byte ^ 1 for byte in data)


def main() -> int:
    """Serve the files of a folder until Ctrl-C."""
    parser = argparse.ArgumentParser(prog="python -m cloud_s2_mask.tools.hub", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--port", type=int, default=8000)
    known = ", ".join(f"{kind} ({text})" for kind, text in FAULTS.items())
    parser.add_argument("--fault", action="append", default=[], metavar="KIND[:NUMBER]", help=known)
    options = parser.parse_args()
    files = {path.name: path.read_bytes() for path in options.folder.iterdir() if path.is_file()}
    with open_hub(files, options.port) as hub:
        for text in options.fault:
            kind, _, number = text.partition(":")
            hub.misbehave(kind, int(number or 0))
        print(hub.address, flush=True)
        seen = 0
        try:
            while True:
                time.sleep(_TICK)
                for one in hub.asked[seen:]:
                    print(one.path, one.headers.get("range", ""), flush=True)
                    seen += 1
        except KeyboardInterrupt:
            return 0


if __name__ == "__main__":
    sys.exit(main())
