"""Call functions off the main thread, and hand what comes of them back to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtCore import QObject, QThread, pyqtSignal

from ...core.errors import CloudS2MaskError


class _Job(QThread):
    """One call of a function; `result` and `error` are there once it has finished."""

    part = pyqtSignal(object)

    def __init__(self, function: Callable[[], Any], in_parts: bool, parent: QObject) -> None:
        super().__init__(parent)
        self.function = function
        self.result: Any = None
        self.error: Exception | None = None
        self._in_parts = in_parts

    def run(self) -> None:
        """Call the function; whatever it raises is kept, since an exception that left this method would end QGIS."""
        try:
            if not self._in_parts:
                self.result = self.function()
                return
            for part in self.function():
                self.part.emit(part)
        except Exception as error:  # noqa: BLE001 - a broken package may raise anything
            self.error = error


class Worker(QObject):
    """Calls functions one after the other: nothing that is asked for while one runs is lost.

    It lives on the main thread, where everyone is called back. Close it before its parent goes: Qt ends the process
    if a thread is deleted that still runs.
    """

    changed = pyqtSignal()
    """A function was added or has ended."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[_Job] = []
        self._running: _Job | None = None
        self._closed = False

    def is_busy(self) -> bool:
        """Tell if a function runs or waits."""
        return self._running is not None or bool(self._waiting)

    def awaits(self, function: Callable[[], Any]) -> bool:
        """Tell if a function has still to be called; one that runs does not count, it may have missed a change."""
        return any(job.function == function for job in self._waiting)

    def call(
        self,
        function: Callable[[], Any],
        done: Callable[[Any], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        each: Callable[[Any], object] | None = None,
    ) -> None:
        """Call a function after those that were given before.

        Args:
            function: Is called in a thread of its own; if it runs long, it ends early once `is_interrupted()`.
            done: Takes what the function returned.
            failed: Takes what the function raised; without it the error is raised here, and QGIS shows it.
            each: Takes every item of what the function iterates over, as it comes; `done` gets None then.
        """
        if self._closed:
            return
        job = _Job(function, each is not None, self)
        if each is not None:
            job.part.connect(lambda part: None if self._closed else each(part))
        job.finished.connect(lambda: self._ended(job, done, failed or _raise))
        self._waiting.append(job)
        self._next()

    def close(self) -> None:
        """Interrupt what runs and wait for it; nothing else begins, and nobody is called back."""
        self._closed = True
        self._waiting.clear()
        if self._running is not None:
            self._running.requestInterruption()
            self._running.wait()
            self._running = None

    def _ended(self, job: _Job, done: Callable[[Any], object] | None, failed: Callable[[Exception], object]) -> None:
        if self._closed:
            return  # then the job may have been deleted with its window
        job.deleteLater()
        self._running = None
        self.changed.emit()
        try:
            if job.error is not None:
                failed(job.error)
            elif done is not None:
                done(job.result)
        finally:
            self._next()

    def _next(self) -> None:
        if self._closed:
            return
        if self._running is None and self._waiting:
            self._running = self._waiting.pop(0)
            self._running.start()
        self.changed.emit()


def is_interrupted() -> bool:
    """Tell a function that a worker calls if it is to stop."""
    return bool(QThread.currentThread().isInterruptionRequested())


def why_failed(error: Exception) -> str:
    """Say why a function failed, for a message: errors of the engine and of files speak for themselves."""
    clear = isinstance(error, (CloudS2MaskError, OSError))
    return str(error) if clear else f"{type(error).__name__}: {error}"


def _raise(error: Exception) -> None:
    raise error
