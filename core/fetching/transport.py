"""The way to a host: one request and its reply, by the package `requests` or, in QGIS, by QGIS's own network."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Protocol

from ..addresses.reading import never
from ..errors import CloudS2MaskError, InstallationError
from ..version import plugin_version
from .refusals import cancelled_error, distrusted, lost, silent, unreachable

CONNECT_SECONDS = 20.0
"""Longest wait for a connection."""
READ_SECONDS = 60.0
"""Longest wait for the head of a reply, and for the next bytes of its body."""
POLL_SECONDS = 0.1
"""Interval at which a waiting transport asks if it was cancelled."""
_CHUNK_BYTES = 1 << 14
_CHUNKS_AHEAD = 16


@dataclass(frozen=True)
class Request:
    """A request for one address."""

    address: str
    headers: Mapping[str, str] = field(default_factory=dict)
    cancelled: Callable[[], bool] = never
    """Asked several times a second."""
    credentials: bool = True
    """False for the address of a redirect to another host, which must not get the user's credentials."""


@dataclass(frozen=True)
class Reply:
    """The reply to a request; redirects are replies too."""

    status: int
    headers: Mapping[str, str]
    """By names in lower case."""
    chunks: Iterator[bytes]
    """The body as it arrives, never decoded. Raises ConnectionLostError and CancelledError."""


class Transport(Protocol):
    """Sends requests; each reply is open within its context."""

    def open(self, request: Request) -> AbstractContextManager[Reply]:
        """Send a request and wait for the head of the reply.

        Raises:
            ConnectionLostError: the host cannot be reached, or falls silent.
            DownloadError: its certificate is not accepted, or the connection is refused for good.
            CancelledError: the request was cancelled.
        """


class RequestsTransport:
    """Sends requests by the package `requests`, with the proxy and the certificates of the environment."""

    def __init__(self, connect: float = CONNECT_SECONDS, read: float = READ_SECONDS) -> None:
        """Import the package.

        Args:
            connect: Longest wait for a connection in seconds.
            read: Longest wait for bytes in seconds.

        Raises:
            InstallationError: it is not installed.
        """
        try:
            import requests
        except ImportError as error:
            raise InstallationError(
                "Downloading without QGIS needs the Python package {package}: python3 -m pip install {package}",
                package="requests",
            ) from error
        self._get = requests.get
        self._wait = (connect, read)

    @contextmanager
    def open(self, request: Request) -> Iterator[Reply]:
        """Send a request in a thread of its own, so that nobody waits for a silent host after cancelling."""
        given_up = threading.Event()
        items: queue.Queue[Any] = queue.Queue(_CHUNKS_AHEAD)
        threading.Thread(target=self._receive, args=(request, items, given_up), daemon=True).start()
        try:
            status, headers = _next(items, request)
            yield Reply(status, headers, iter(lambda: _next(items, request), b""))
        finally:
            given_up.set()

    def _receive(self, request: Request, items: queue.Queue[Any], given_up: threading.Event) -> None:
        """Put the head of the reply, its chunks and an empty chunk, or the error, until given up."""

        def put(item: Any) -> None:
            while not given_up.is_set():
                with suppress(queue.Full):
                    items.put(item, timeout=POLL_SECONDS)
                    return

        headers = {"Accept-Encoding": "identity", "User-Agent": f"CloudS2Mask/{plugin_version()}", **request.headers}
        answered = False
        try:
            with closing(
                self._get(request.address, headers=headers, stream=True, allow_redirects=False, timeout=self._wait)
            ) as response:
                put((response.status_code, {name.lower(): value for name, value in response.headers.items()}))
                answered = True
                for chunk in response.raw.stream(_CHUNK_BYTES, decode_content=False):
                    if given_up.is_set():
                        return
                    put(chunk)
                put(b"")
        except Exception as error:  # noqa: BLE001 - handed to the thread that waits
            put(self._described(error, request, answered=answered))

    def _described(self, error: Exception, request: Request, *, answered: bool) -> CloudS2MaskError:
        """Describe an error of `requests` or of the library beneath it."""
        from requests.exceptions import ConnectTimeout, ReadTimeout, SSLError
        from urllib3.exceptions import ReadTimeoutError

        connect, read = self._wait
        if isinstance(error, SSLError):
            return distrusted(request.address, _reason(error))
        if isinstance(error, ConnectTimeout):
            return silent(request.address, connect)
        if isinstance(error, (ReadTimeout, ReadTimeoutError)):
            return silent(request.address, read)
        return (lost if answered else unreachable)(request.address, _reason(error))


def _next(items: queue.Queue[Any], request: Request) -> Any:
    """Wait for the next item of a receiving thread.

    Raises:
        CloudS2MaskError: the item is an error, or the request was cancelled.
    """
    while True:
        if request.cancelled():
            raise cancelled_error()
        try:
            item = items.get(timeout=POLL_SECONDS)
        except queue.Empty:
            continue
        if isinstance(item, CloudS2MaskError):
            raise item
        return item


def _reason(error: BaseException) -> str:
    """Find the system's own words in an error that wraps others."""
    seen: list[BaseException] = []
    while error not in seen:
        seen.append(error)
        inner = [getattr(error, "reason", None), *error.args, error.__cause__, error.__context__]
        error = next((one for one in inner if isinstance(one, BaseException) and one not in seen), error)
    texts = [getattr(one, "strerror", None) for one in reversed(seen)]
    return next((text for text in texts if text), None) or str(seen[-1]) or type(seen[-1]).__name__
