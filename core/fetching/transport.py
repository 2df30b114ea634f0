"""The way to a host: one request and its reply, by the package `requests` or, in QGIS, by QGIS's own network."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlsplit

from ..errors import (
    HOW_TO_REACH,
    CancelledError,
    CloudS2MaskError,
    ConnectionLostError,
    DownloadError,
    InstallationError,
)
from ..language import translated
from ..version import __version__

CONNECT_SECONDS = 20.0
"""Longest wait for the first bytes of a reply."""
READ_SECONDS = 60.0
"""Longest wait for the next bytes."""
POLL_SECONDS = 0.1
"""Interval at which a waiting transport asks if it was cancelled."""
CHUNK_BYTES = 1 << 17


def never() -> bool:
    """Return False: nobody cancels."""
    return False


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
