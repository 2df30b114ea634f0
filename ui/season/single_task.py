"""Run the longer work of a window in the background, one piece at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.errors import CancelledError
from ..shared.background import why_failed

_STOP_MS = 10_000


class SingleTask(QObject):
    """A task of QGIS, whose task manager shows its progress and can cancel it; a `Worker` supports neither."""

    changed = pyqtSignal()
    """Emitted when a task starts, and when it is over."""
    failed = pyqtSignal(str)
    """Emitted with the reason of a failure."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._task: QgsTask | None = None
        self._closed = False

    def is_running(self) -> bool:
        """Return True until the task is over."""
        return self._task is not None

    def start(self, title: str, work: Callable[[QgsTask], Any], done: Callable[[Any], None]) -> None:
        """Start work in the background; call it while no task runs.

        Args:
            title: Title in the task manager.
            work: Called in another thread.
            done: Called with its result on the main thread.
        """

        def finished(error: Exception | None, result: Any = None) -> None:
            if self._closed:
                return
            self._over()
            if error is None:
                done(result)
            elif not isinstance(error, CancelledError):
                self.failed.emit(why_failed(error))

        self._task = QgsTask.fromFunction(title, work, on_finished=finished)
        self._task.taskTerminated.connect(self._over)  # a task cancelled before its start never calls finished
        QgsApplication.taskManager().addTask(self._task)
        self.changed.emit()

    def shut_down(self) -> None:
        """Cancel the task and wait for its end; nothing more is told."""
        self._closed = True
        task = self._task  # cancelling one that has not begun ends it at once, and forgets it
        if task is not None:
            task.cancel()
            task.waitForFinished(_STOP_MS)
            self._task = None

    def _over(self) -> None:
        self._task = None
        self.changed.emit()


def progress_of(task: QgsTask) -> Callable[[float], None]:
    """Return a progress callback that raises `CancelledError` once the task was cancelled."""

    def progress(fraction: float) -> None:
        if task.isCanceled():
            raise CancelledError("The task was cancelled.")
        task.setProgress(100 * fraction)

    return progress
