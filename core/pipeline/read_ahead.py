"""Handing items from one thread to another a bounded distance ahead, so that no error and no end is lost."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

Item = TypeVar("Item")
_WAKE_SECONDS = 0.05


class HandoverClosedError(Exception):
    """The receiver has closed; the sender should stop."""


class Handover(Generic[Item]):
    """A bounded queue with an end, through which the sender's error is raised at the receiver."""

    def __init__(self, ahead: int) -> None:
        """Make a queue.

        Args:
            ahead: How many items may wait while the sender makes another one; 0: it waits until its item is taken.
        """
        self._queue: queue.Queue[tuple[Item | None, BaseException | None]] = queue.Queue(max(1, ahead))
        self._waits = ahead == 0
        self._taken = threading.Event()
        self._closed = False

    def send_all(self, items: Iterable[Item]) -> None:
        """Send items, then the end, or the error that making them raised; returns early if the receiver closed."""
        try:
            for item in items:
                self._put((item, None))
            self._put((None, _End()))
        except HandoverClosedError:
            return
        except BaseException as error:  # noqa: BLE001 - must reach the receiver, which waits
            try:
                self._put((None, error))
            except HandoverClosedError:
                return

    def __iter__(self) -> Iterator[Item]:
        """Receive until the end; raises what the sender raised."""
        while True:
            item, error = self._queue.get()
            self._taken.set()
            if isinstance(error, _End):
                return
            if error is not None:
                raise error
            yield item  # type: ignore[misc]

    def close(self) -> None:
        """Tell the sender to stop; what is on its way is dropped."""
        self._closed = True

    def _put(self, message: tuple[Item | None, BaseException | None]) -> None:
        self._taken.clear()
        while not self._closed:
            try:
                self._queue.put(message, timeout=_WAKE_SECONDS)
            except queue.Full:
                continue
            while message[0] is not None and self._waits and not self._closed and not self._taken.wait(_WAKE_SECONDS):
                pass
            return
        raise HandoverClosedError


class _End(BaseException):
    """Marks the end of the items."""
