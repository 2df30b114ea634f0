"""A STAC API on loopback, made of items that lie in a folder: it searches and pages as public ones do."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

Answer = tuple[int, bytes]


@dataclass
class StacApi:
    """A running API."""

    folder: Path
    """Folder of the items."""
    page: int = 100
    """Items of a page."""
    post: bool = True
    """True if pages are asked for by POST, as of pgstac and stac-server; False: by GET."""
    queries: bool = True
    """True if it knows the extension `query`; otherwise it refuses it."""
    address: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    """Bodies of the searches."""
    sent: list[str] = field(default_factory=list)
    """Names of the items that were asked for one by one."""
    login: str = ""
    """Header `Authorization` that a request must have; empty: any or none."""
    behaviour: Callable[[], Answer | None] = lambda: None
    """Answers in place of a search."""

    def items(self) -> list[dict[str, Any]]:
        """Read the items."""
        return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(self.folder.glob("*.json"))]

    def search(self, body: dict[str, Any]) -> Answer:
        """Answer a search, from its `token` on."""
        self.asked.append(body)
        if answer := self.behaviour():
            return answer
        if "query" in body and not self.queries:
            return 400, b'{"code": "BadRequest"}'
        chosen = [item for item in self.items() if _matches(item, body)]
        first = int(body.get("token", 0))
        page = chosen[first : first + self.page]
        links = [{"rel": "self", "href": f"{self.address}/search"}]
        if first + self.page < len(chosen):
            links.append(self._next(body, first + self.page))
        return 200, json.dumps({"type": "FeatureCollection", "features": page, "links": links}).encode()

    def _next(self, body: dict[str, Any], token: int) -> dict[str, Any]:
        if self.post:
            own = {"token": str(token)}
            return {"rel": "next", "href": f"{self.address}/search", "method": "POST", "body": own, "merge": True}
        return {"rel": "next", "href": f"{self.address}/search?token={token}&body={len(self.asked) - 1}"}


def _matches(item: dict[str, Any], body: dict[str, Any]) -> bool:
    west, south, east, north = body["bbox"]
    left, bottom, right, top = item["bbox"]
    first, last = body.get("datetime", "../..").split("/")
    time, cloud = item["properties"]["datetime"], item["properties"]["eo:cloud_cover"]
    return (
        item["collection"] in body["collections"]
        and (left <= east and right >= west and bottom <= north and top >= south)
        and (first == ".." or time >= first)
        and (last == ".." or time <= last)
        and cloud <= body.get("query", {}).get("eo:cloud_cover", {}).get("lte", 100)
    )


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, api: StacApi, *args: Any) -> None:
        self._api = api
        super().__init__(*args)

    def log_message(self, *_: Any) -> None:
        """Print nothing."""

    def do_POST(self) -> None:
        """Answer a search."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self._is_refused():
            return
        self._send(*(self._api.search(body) if self.path == "/search" else (404, b"")))

    def do_GET(self) -> None:
        """Answer a page of a search, or send an item."""
        if self._is_refused():
            return
        path, _, query = self.path.partition("?")
        if path == "/search":
            values = dict(pair.split("=") for pair in query.split("&"))
            self._send(*self._api.search({**self._api.asked[int(values["body"])], "token": values["token"]}))
            return
        name = path.rpartition("/items/")[2]
        self._api.sent.append(name)
        found = [item for item in self._api.items() if item["id"] == name]
        self._send(*((200, json.dumps(found[0]).encode()) if found else (404, b"")))

    def _is_refused(self) -> bool:
        """Refuse a request without the login."""
        refused = bool(self._api.login) and self.headers.get("Authorization") != self._api.login
        if refused:
            self._send(401, b"")
        return refused

    def _send(self, status: int, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def serving_items(folder: Path, **options: Any) -> Iterator[StacApi]:
    """Serve the items in a folder as a STAC API."""
    api = StacApi(folder, **options)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, api))
    server.daemon_threads = True
    api.address = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield api
    finally:
        server.shutdown()
        server.server_close()
