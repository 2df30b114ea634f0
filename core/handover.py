"""Handing items from one thread to another a bounded distance ahead, so that no error and no end is lost."""

from __future__ import annotations

import queue
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

Item = TypeVar("Item")
_WAKE_SECONDS = 0.05


class HandoverClosedError(Exception):
    """The receiver has closed; the sender should stop."""


class Handover(Generic[Item]):
    """A bounded queue with an end, through which the sender's error is raised at the receiver."""

    def __init__(self, ahead: int) -> None:
        """Make a queue that holds at most `ahead` items."""
        self._queue: queue.Queue[tuple[Item | None, BaseException | None]] = queue.Queue(ahead)
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
            if isinstance(error, _End):
                return
            if error is not None:
                raise error
            yield item  # type: ignore[misc]

    def close(self) -> None:
        """Tell the sender to stop; what is on its way is dropped."""
        self._closed = True

    def _put(self, message: tuple[Item | None, BaseException | None]) -> None:
        while not self._closed:
            try:
                self._queue.put(message, timeout=_WAKE_SECONDS)
            except queue.Full:
                continue
            return
        raise HandoverClosedError


class _End(BaseException):
    """Marks the end of the items."""
