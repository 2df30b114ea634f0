"""Work on the disk that may take long, such as removing gigabytes of packages, beside the main thread."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QObject, QThread, pyqtSignal

from ..core.errors import CloudS2MaskError


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
