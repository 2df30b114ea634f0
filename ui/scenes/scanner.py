"""Find and read products in the background, so that a list of hundreds does not hold up the window."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

from qgis.PyQt.QtCore import QObject, QThread, pyqtSignal

from ...core.errors import CancelledError, CloudS2MaskError
from ...core.product.product import find_products, open_product
from .model import Scene

_SECONDS_PER_CHUNK = 0.15


class SceneScanner(QObject):
    """Turns paths into scenes: a product is read, a folder without one is searched for products."""

    found = pyqtSignal(list)
    """A chunk of `Scene`, a few times a second."""
    idle = pyqtSignal()
    """All paths that were asked for have been read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._requests: list[list[Path]] = []
        self._thread: _ScanThread | None = None

    def is_busy(self) -> bool:
        """Whether there are paths still to be read."""
        return self._thread is not None

    def scan(self, paths: Iterable[Path]) -> None:
        """Read products, metadata files, zip archives and folders that hold them."""
        self._requests.append(list(paths))
        self._next()

    def stop(self) -> None:
        """Forget what is waiting and wait for the product that is being read."""
        self._requests.clear()
        if self._thread is not None:
            self._thread.requestInterruption()
            self._thread.wait()

    def _next(self) -> None:
        if self._thread is not None or not self._requests:
            return
        self._thread = _ScanThread(self._requests.pop(0), self)
        self._thread.found.connect(self.found)
        self._thread.finished.connect(self._finished)
        self._thread.start()

    def _finished(self) -> None:
        if self._thread is not None:
            self._thread.deleteLater()
            self._thread = None
        self._next()
        if self._thread is None:
            self.idle.emit()


class _ScanThread(QThread):
    found = pyqtSignal(list)

    def __init__(self, paths: list[Path], parent: QObject) -> None:
        super().__init__(parent)
        self._paths = paths

    def run(self) -> None:
        """Read all paths; nothing is raised, because a path that cannot be read is a row that says so."""
        chunk: list[Scene] = []
        sent = time.monotonic()
        for path in self._paths:
            for product_path in self._products_at(path):
                if self.isInterruptionRequested():
                    return
                chunk.append(read_scene(product_path))
                if time.monotonic() - sent > _SECONDS_PER_CHUNK:
                    self.found.emit(chunk)
                    chunk, sent = [], time.monotonic()
        if chunk:
            self.found.emit(chunk)

    def _products_at(self, path: Path) -> list[Path]:
        if not path.is_dir():
            return [path]
        try:
            return find_products(path, self._proceed) or [path]  # a folder without products gets a row that says so
        except (CloudS2MaskError, OSError):
            return [path]

    def _proceed(self) -> None:
        if self.isInterruptionRequested():
            raise CancelledError("The search was ended.")


def read_scene(path: Path) -> Scene:
    """The row of one path, with the reason where it is no product that can be used."""
    try:
        product = open_product(path)
    except CloudS2MaskError as error:
        return Scene(path, None, str(error))
    except Exception as error:  # noqa: BLE001 - one bad file must not cost the list the others
        return Scene(path, None, f"{path} cannot be read ({error}).")
    # The folder, whichever way it was given: one product is one row.
    return Scene(product.path, product)
