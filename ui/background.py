"""Functions in the background, one after the other: nothing that a person asked for is lost while another goes on."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QObject, QThread, pyqtSignal

from ..core.errors import CloudS2MaskError

Then = Callable[[object, "Exception | None"], None]
"""Is given what a function returned, and what it raised; one of them is None."""


class _Job(QThread):
    ended = pyqtSignal(object, object)

    def __init__(self, function: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self.function = function

    def run(self) -> None:
        """Call the function; whatever happens, who waits learns of it."""
        try:
            self.ended.emit(self.function(), None)
        except Exception as error:  # noqa: BLE001 - a broken package may raise anything
            self.ended.emit(None, error)


class JobQueue(QObject):
    """Lives on the main thread, and so do all who are told of an end."""

    changed = pyqtSignal()
    """A function was added or has ended."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs: list[_Job] = []
        self._running: _Job | None = None
        self._closed = False

    def is_busy(self) -> bool:
        """Whether a function runs or waits."""
        return bool(self._jobs) or self._running is not None

    def awaits(self, function: Callable[[], object]) -> bool:
        """Whether this function is still to be called."""
        return any(job.function is function for job in self._jobs)

    def call(self, function: Callable[[], object], then: Then) -> None:
        """Call a function after those that were given before, and hand on what came of it."""
        if self._closed:
            return
        job = _Job(function, self)

        def ended(result: object, error: Exception | None) -> None:
            self._running = None
            if self._closed:
                return  # what would follow is a window or a thread that outlives this one
            self.changed.emit()
            try:
                then(result, error)
            finally:
                self._next()

        job.ended.connect(ended)
        job.finished.connect(job.deleteLater)
        self._jobs.append(job)
        self._next()

    def close(self) -> None:
        """Wait for what runs; nothing else begins, and nobody is told."""
        self._closed = True
        self._jobs.clear()
        if self._running is not None:
            self._running.wait()

    def _next(self) -> None:
        if self._running is None and self._jobs:
            self._running = self._jobs.pop(0)
            self._running.start()
        self.changed.emit()


class DiskWork(QThread):
    """Does one thing, and tells how it went."""

    done = pyqtSignal(str)
    """Why it failed; empty if it did not."""

    def __init__(self, work: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work

    def run(self) -> None:
        """Do it."""
        error = ""
        try:
            self._work()
        except (CloudS2MaskError, OSError) as problem:
            error = str(problem)
        self.done.emit(error)
