"""Call functions off the main thread, and hand what comes of them back to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtCore import QObject, Qt, QThread, pyqtSignal, pyqtSlot

from ...core.errors import CloudS2MaskError


class _Job(QThread):
    """One call of a function, and who is called back."""

    def __init__(
        self,
        function: Callable[[], Any],
        done: Callable[[Any], object] | None,
        failed: Callable[[Exception], object],
        each: Callable[[Any], object] | None,
        worker: Worker,
    ) -> None:
        super().__init__(worker)
        self.function = function
        self._done, self._failed, self._each = done, failed, each
        self._came = worker.came

    def run(self) -> None:
        """Call the function; an exception that left this method would end QGIS."""
        try:
            result = self.function()
            if self._each is not None:
                for part in result:
                    self._came.emit(None, self._each, part)
                result = None
        except Exception as error:  # noqa: BLE001 - a broken package may raise anything
            self._came.emit(self, self._failed, error)
        else:
            self._came.emit(self, self._done, result)


class Worker(QObject):
    """Calls functions one after the other: nothing that is asked for while one runs is lost.

    It lives on the main thread, where everyone is called back. Close it before its parent goes: Qt ends the process
    if a thread is deleted that still runs.
    """

    changed = pyqtSignal()
    """A function was added or has ended."""
    came = pyqtSignal(object, object, object)
    """From the thread of a job: the job if it has ended, who is called back, and with what."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[_Job] = []
        self._running: _Job | None = None
        self._closed = False
        self.came.connect(self._call_back, Qt.ConnectionType.QueuedConnection)

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
        job = _Job(function, done, failed or _raise, each, self)
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

    # Without the decorator PyQt would stand between the signal and this method, and call it after the window has gone.
    @pyqtSlot(object, object, object)  # type: ignore[untyped-decorator]
    def _call_back(self, ended: _Job | None, function: Callable[[Any], object] | None, value: Any) -> None:
        if self._closed:
            return
        if ended is not None:
            ended.wait()  # its last line
            ended.deleteLater()
            self._running = None
            self.changed.emit()
        try:
            if function is not None:
                function(value)
        finally:
            if ended is not None:
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
