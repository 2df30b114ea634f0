"""A web server on loopback that sends parts of files, counts what it sends, and misbehaves on demand."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


@dataclass
class Asked:
    """One request that the server got."""

    path: str
    """Decoded, without the query."""
    query: str
    first: int | None
    """First byte of the part that was asked for; None for the whole file."""
    headers: dict[str, str]
    sent: int = 0
    """Bytes of the body that were sent."""


@dataclass
class Reply:
    """The server's way to answer; the default sends the file."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    """Bytes after which the connection is cut."""
    wait: float = 0.0
    """Seconds before the reply."""
    whole: bool = False
    """Send the whole file, as hosts do that know no parts."""


Behaviour = Callable[[Asked], Reply]


@dataclass
class Served:
    """A running server."""

    address: str
    asked: list[Asked] = field(default_factory=list)
    behaviour: Behaviour = lambda _asked: Reply()

    def sent(self, *ends: str) -> int:
        """Return the bytes sent of files whose names end so; of all files without an end."""
        return sum(one.sent for one in self.asked if not ends or one.path.endswith(ends))


class _Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body are sent one after the other

    def __init__(self, folder: Path, served: Served, *args: Any) -> None:
        self._folder, self._served = folder, served
        super().__init__(*args)

    def log_message(self, *_: Any) -> None:
        """Print nothing."""

    def do_HEAD(self) -> None:
        """Answer a request for the headers alone, with which GDAL begins."""
        self.do_GET()

    def do_GET(self) -> None:
        """Answer a request."""
        url = urlsplit(self.path)
        span = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked(unquote(url.path), url.query, int(span[1]) if span else None, headers)
        self._served.asked.append(asked)
        reply = self._served.behaviour(asked)
        time.sleep(reply.wait)
        file = self._folder / asked.path.strip("/")
        if not reply.status and not file.is_file():
            reply = Reply(status=404)
        if reply.status:
            self.send_response(reply.status)
            for name, value in {"Content-Length": "0", **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            return
        self._send(file, None if reply.whole else span, asked, reply)

    def _send(self, file: Path, span: re.Match[str] | None, asked: Asked, reply: Reply) -> None:
        data, state = file.read_bytes(), file.stat()
        first = int(span[1]) if span else 0
        last = min(int(span[2] or len(data) - 1), len(data) - 1) if span else len(data) - 1
        if span and first >= len(data):
            self.send_response(416)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self.send_response(206 if span else 200)
        headers = {"Content-Length": str(last + 1 - first), "ETag": f'"{state.st_mtime_ns:x}-{state.st_size:x}"'}
        if span:
            headers["Content-Range"] = f"bytes {first}-{last}/{len(data)}"
        for name, value in (headers | reply.headers).items():
            self.send_header(name, value)
        self.end_headers()
        body = b"" if self.command == "HEAD" else data[first : last + 1][: reply.cut]
        asked.sent = len(body)  # before: who has read them may count
        self.wfile.write(body)
        if reply.cut is not None:
            self.close_connection = True


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """Serve the files below a folder."""
    served = Served("")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, folder, served))
    server.daemon_threads = True
    served.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
