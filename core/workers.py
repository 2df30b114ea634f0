"""Share work among threads; decoding does so piece by piece, because GDAL's own threads lose the errors of decoders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Event
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Workers:
    """A number of threads for calls of all scenes; the one that asks for results is the first."""

    def __init__(self, threads: int) -> None:
        """Start the other threads; fewer if the system allows no more."""
        self._pool = _started(threads - 1)

    def close(self) -> None:
        """End the other threads."""
        if self._pool:
            self._pool.shutdown()

    def begin(self, calls: Sequence[Callable[[], Result]]) -> Task[Result]:
        """Let the other threads make calls that do not depend on each other, after those that have been begun."""
        return Task(self._pool, calls)

    def run(self, calls: Sequence[Callable[[], Result]]) -> list[Result]:
        """Make calls that do not depend on each other; see `Task.results`."""
        return self.begin(calls).results()


class Task(Generic[Result]):
    """Calls that several threads make."""

    def __init__(self, pool: ThreadPoolExecutor | None, calls: Sequence[Callable[[], Result]]) -> None:
        """Begin the calls; without a pool, `results` makes them."""
        self._calls = calls
        self._failed = Event()
        self._futures = [pool.submit(self._watched, call) for call in calls] if pool else []

    def results(self) -> list[Result]:
        """Make the calls that no other thread has begun, wait for the others, and return the results in order.

        The first error is raised when no call is running any more; calls that have not begun are dropped.
        """
        if not self._futures:
            return [call() for call in self._calls]
        own: dict[int, Result] = {}
        try:
            # The others begin with the first call, this thread with the last: what can be cancelled has not begun.
            for number in reversed(range(len(self._calls))):
                if self._failed.is_set():
                    break
                if self._futures[number].cancel():
                    own[number] = self._calls[number]()
            return [own[number] if number in own else future.result() for number, future in enumerate(self._futures)]
        finally:
            self.drop()

    def drop(self) -> None:
        """Drop the calls that have not begun, and wait for those that are running; their errors are lost."""
        wait([future for future in self._futures if not future.cancel()])

    def _watched(self, call: Callable[[], Result]) -> Result:
        try:
            return call()
        except BaseException:
            self._failed.set()
            raise


def is_thread_refused(error: BaseException) -> bool:
    """Check if an error means that the system starts no more threads, for which Python has no class."""
    return isinstance(error, RuntimeError) and "start new thread" in str(error)


def _started(threads: int) -> ThreadPoolExecutor | None:
    """Start a pool with all of its threads, or with as many as the system allows; None if it allows none.

    A pool starts its threads with its calls, of which one would be lost where no thread can be started.
    """
    while threads > 0:
        pool, go = ThreadPoolExecutor(threads), Event()
        busy: list[Future[bool]] = []
        try:
            while len(busy) < threads:
                busy.append(pool.submit(go.wait))  # until then its thread is not idle, and the next call needs another
        except RuntimeError as error:
            if not is_thread_refused(error):
                raise
            threads = len(busy)
        else:
            return pool
        finally:
            go.set()
        pool.shutdown()
    return None
