"""Call functions in the background, and pass their results to the main thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QThread, pyqtSignal, pyqtSlot

from ...core.errors import CloudS2MaskError

_POLL_MS = 50


class _Job(QThread):
    """A call of a function in a thread, and who is called back."""

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
        """Call the function and hand on its error: an exception that leaves this method would crash QGIS."""
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
    """A queue of functions that are called one after the other in the background.

    It lives on the main thread, where callbacks run. Close it before its parent is deleted: Qt ends the process if a
    running thread is deleted.
    """

    changed = pyqtSignal()
    """Emitted when a function was added or has ended."""
    came = pyqtSignal(object, object, object)
    """Emitted in the thread of a job: the job if it has ended, who is called back, and with what."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[_Job] = []
        self._running: _Job | None = None
        self._closed = False
        self.came.connect(self._call_back, Qt.ConnectionType.QueuedConnection)

    def is_busy(self) -> bool:
        """Return True if a function is running or queued."""
        return self._running is not None or bool(self._waiting)

    def awaits(self, function: Callable[[], Any]) -> bool:
        """Return True if a function is queued; a running one does not count, as it may have missed a change."""
        return any(job.function == function for job in self._waiting)

    def call(
        self,
        function: Callable[[], Any],
        done: Callable[[Any], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        each: Callable[[Any], object] | None = None,
    ) -> None:
        """Queue a function.

        Args:
            function: Called in its own thread; if it runs long, it should stop once `is_interrupted()`.
            done: Called with the result.
            failed: Called with the error; without it the error is raised here, and QGIS shows it.
            each: Called with each item that the function yields; `done` is then called with None.
        """
        if self._closed:
            return
        job = _Job(function, done, failed or _raise, each, self)
        self._waiting.append(job)
        self._next()

    def close(self) -> None:
        """Interrupt the running function and wait for it; drop the queue and all callbacks."""
        self._closed = True
        self._waiting.clear()
        if self._running is not None:
            self._running.requestInterruption()
            while not self._running.wait(_POLL_MS):
                # Its connection may wait for this thread, in which QGIS asks about certificates and logins.
                QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
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
    """Return True if the function that runs in a worker should stop."""
    return bool(QThread.currentThread().isInterruptionRequested())


def why_failed(error: Exception) -> str:
    """Describe an error for a message: errors of the engine and of files alone, others with their class."""
    clear = isinstance(error, (CloudS2MaskError, OSError))
    return str(error) if clear else f"{type(error).__name__}: {error}"


def _raise(error: Exception) -> None:
    raise error
