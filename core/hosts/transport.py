"""The way to a host: one request and its reply, as the package `requests` or the network of QGIS sends it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

CONNECT_SECONDS = 10.0
"""Longest wait for a connection."""
READ_SECONDS = 30.0
"""Longest wait for the head of a reply, and for the next bytes of its body."""
SLOWEST = 10_000
"""Bytes per second below which a connection counts as lost, once it has lasted as long as that."""
POLL_SECONDS = 0.1
"""Interval at which whoever waits asks if it was cancelled."""
_NUMBER = re.compile(r"[0-9]{1,18}")
"""Digits of a number of bytes or seconds: none has more than 64 bits, which files and Python's numbers would refuse."""


def number_of(text: str) -> int | None:
    """Return the number in a header; None if it is absent, or none of a file."""
    return int(text) if _NUMBER.fullmatch(text) else None


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
    sent: bytes | None = None
    """JSON that is sent to a service by POST; None: a file is asked for."""
    private: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Headers with the user's credentials for the host."""
    credentials: bool = True
    """False for the address of a redirect to another host, which must not get the user's credentials."""


@dataclass(frozen=True)
class Reply:
    """The reply to a request; redirects are replies too."""

    status: int
    headers: Mapping[str, str]
    """By names in lower case."""
    chunks: Iterator[bytes]
    """The body as it arrives, never decoded; it ends where the connection does. Raises LostError and CancelledError."""


class Transport(Protocol):
    """Sends requests; each reply is open within its context."""

    def open(self, request: Request) -> AbstractContextManager[Reply]:
        """Send a request and wait for the head of the reply.

        Raises:
            LostError: the host cannot be reached, or falls silent.
            DistrustedError: its certificate is not accepted.
            CloudS2MaskError: the user's credentials cannot be used.
            CancelledError: the request was cancelled.
        """
