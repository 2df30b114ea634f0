"""Try again after a connection was lost, with growing pauses."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from typing import TypeVar
from urllib.parse import urlsplit

from .failures import LostError, cancelled_error
from .transport import POLL_SECONDS, never, number_of

PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds before each further attempt."""
LONGEST_WAIT = 60.0
"""Seconds for which a host may ask to wait before the next attempt."""
AGAIN = {408, 425, 429, 500, 502, 503, 504}
"""Statuses after which another attempt may succeed."""
_PROGRESS_BYTES = 1 << 16
"""An attempt that brings this many bytes more than all before is followed by as many others as the first one."""

Result = TypeVar("Result")

_answered: set[str] = set()
"""Hosts and ports that have answered this process."""


def remember(address: str) -> None:
    """Keep in mind that a host has answered: the network and its name are right, and a failure may pass."""
    _answered.add(urlsplit(address).netloc)


def tried(
    address: str,
    attempt: Callable[[], Result],
    *,
    arrived: Callable[[], int] = int,
    cancelled: Callable[[], bool] = never,
    pauses: Sequence[float] = PAUSES,
) -> Result:
    """Return the result of the first attempt that succeeds; a host that has never answered gets two.

    Args:
        address: The address that is asked for.
        attempt: Asks for it.
        arrived: Returns the bytes that have arrived.
        cancelled: Asked several times a second in pauses.
        pauses: Seconds before each further attempt; if a host asks to wait longer, that is done.

    Raises:
        LostError: none does.
        CancelledError: it was cancelled.
    """
    failures = most = 0
    while True:
        most = max(most, arrived())  # what begins anew brings nothing before it is beyond all that was there
        try:
            return attempt()
        except LostError as error:
            failures = 0 if arrived() - most >= _PROGRESS_BYTES else failures
            allowed = len(pauses) if urlsplit(address).netloc in _answered else min(1, len(pauses))
            if failures >= allowed or error.wait > LONGEST_WAIT:
                raise
            _pause(max(pauses[failures], error.wait), cancelled)
            failures += 1


def asked_to_wait(headers: Mapping[str, str]) -> float:
    """Return the seconds after which a host wants to be asked again; 0 if it does not say."""
    text = headers.get("retry-after", "")
    seconds = number_of(text)
    if seconds is not None:
        return float(seconds)
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(timezone.utc)).total_seconds())
    except (TypeError, ValueError):
        return 0.0


def _pause(seconds: float, cancelled: Callable[[], bool]) -> None:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        if cancelled():
            raise cancelled_error()
        time.sleep(min(POLL_SECONDS, left))
