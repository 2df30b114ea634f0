"""Time the windows in QGIS without a screen: `window start|list|remove|filter|run FOLDER` prints seconds as JSON.

`start` loads the plugin as QGIS does when it starts; `list` adds products to the main window, and reports the longest
time for which it did not respond; `remove` removes products from its list; `filter` filters the rows of a season; `run`
masks a tile on pretended cores, pans the map meanwhile, and reports by how much a timer came late at most.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta, timezone
from itertools import islice, product
from pathlib import Path
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsPointXY, QgsRasterLayer, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from typing_extensions import Self

    from ..core.masks.result import SceneOutcome
    from ..ui.mask_dialog import MaskDialog

PRODUCTS = 500
REMOVED = 200
SEASON = 200
CORES = 16
TITLES = {
    "start": "loading the plugin when QGIS starts",
    "list": f"longest pause of the window while {PRODUCTS} products are listed",
    "remove": f"removing {REMOVED} of {PRODUCTS} products",
    "filter": f"filtering {SEASON} rows of a season, all of them selected",
    "run": f"longest pause of QGIS while a tile is masked on {CORES} pretended cores and the map is panned",
}
"""Parts and their titles in the report."""
_TICK_MS = 5
_WAIT_S = 120


class _Interface(QObject):
    """The part of QGIS's interface that the plugin uses."""

    initializationCompleted = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._window = QMainWindow()
        self._bar = QgsMessageBar(self._window)
        self._canvas = QgsMapCanvas(self._window)
        self._window.setCentralWidget(self._canvas)
        self._window.resize(1600, 1000)

    def mainWindow(self) -> QMainWindow:
        """Return the parent of dialogs."""
        return self._window

    def messageBar(self) -> QgsMessageBar:
        """Return the message bar."""
        return self._bar

    def mapCanvas(self) -> QgsMapCanvas:
        """Return the map canvas."""
        return self._canvas

    def addPluginToRasterMenu(self, _menu: str, _action: QObject) -> None:
        """Add nothing."""

    def addToolBarIcon(self, _action: QObject) -> None:
        """Add nothing."""


def start() -> dict[str, float]:
    """Time loading the plugin, in seconds."""
    interface = _Interface()
    started = time.perf_counter()
    from .. import classFactory

    classFactory(interface).initGui()
    return {"seconds": time.perf_counter() - started}


def listing(folder: Path) -> dict[str, float]:
    """Add products, of which some are outside the area; return the longest pause of the window, in seconds."""
    with _Window() as window:
        pause = window.longest_pause(lambda: window.add(folder))
    return {"seconds": pause}


def removal(folder: Path) -> dict[str, float]:
    """Remove products that follow each other, and then every second one; return the longer time, in seconds."""
    seconds = []
    for step in (1, 2):
        with _Window() as window:
            window.add(folder)
            window.select(range(0, step * REMOVED, step))
            started = time.perf_counter()
            window.dialog.remove.click()
            QgsApplication.processEvents()
            seconds.append(time.perf_counter() - started)
            left = window.dialog.scenes.rowCount()
            if left != PRODUCTS - REMOVED:
                raise RuntimeError(f"{left} products are left.")
    return {"seconds": max(seconds)}


def filtering() -> dict[str, float]:
    """Hide half of the rows of a season, and show them again; return the longer time, in seconds."""
    from ..ui.season.window import SeasonWindow

    window, seconds = SeasonWindow(_Interface()), []
    for day in range(SEASON):
        window.add(_outcome(day))
    window.settle()
    window.show()
    QgsApplication.processEvents()
    for least, count in ((50, SEASON // 2), (0, SEASON)):
        window.table.selectAll()
        started = time.perf_counter()
        window.filter.least.setValue(least)
        QgsApplication.processEvents()
        seconds.append(time.perf_counter() - started)
        if window.table.model().rowCount() != count:
            raise RuntimeError(f"{window.table.model().rowCount()} rows are shown.")
    window.shut_down()
    return {"seconds": max(seconds)}


def run(folder: Path) -> dict[str, float]:
    """Mask a tile on pretended cores and pan the map; return the longest pause of the window, in seconds."""
    (safe,) = folder.glob("*.SAFE")
    from ..ui import options_panel
    from ..ui.scenes.model import Status
    from .schedule import Machine

    desktop = patch.object(options_panel, "desktop_threads", lambda: CORES - 1)
    with Machine(CORES, gpu=False).running(), desktop, _Window() as window, tempfile.TemporaryDirectory() as out:
        dialog, canvas = window.dialog, window.canvas
        dialog.area.source.setCurrentIndex(dialog.area.source.findData("whole"))
        dialog.options.output_folder.setFilePath(out)
        dialog.add_paths([safe])
        _wait(lambda: not dialog.scanner.is_busy() and dialog.run.isEnabled())
        band = next(safe.glob("GRANULE/*/IMG_DATA/*_B02.jp2"))
        layer = QgsRasterLayer(str(band), "B02")
        canvas.setLayers([layer])
        canvas.setExtent(layer.extent())
        views = [layer.extent().scaled(0.3, QgsPointXY(x, layer.extent().center().y())) for x in _steps(layer.extent())]
        shown = 0

        def masked() -> bool:
            nonlocal shown
            if not canvas.isDrawing():
                canvas.setExtent(views[shown % len(views)])
                canvas.refresh()
                shown += 1
            current = dialog.current_run()
            return current is None or not current.is_running()

        def mask() -> None:
            dialog.run.click()
            _wait(masked)

        pause = window.longest_pause(mask)
        failed = [scene for scene in dialog.scenes.scenes() if scene.status is not Status.DONE]
        if failed or shown < len(views):
            raise RuntimeError(f"{len(failed)} scenes failed; the map was drawn {shown} times.")
    return {"seconds": pause, "drawn": shown}


def _steps(extent: QgsRectangle) -> list[float]:
    """Return the x of the middle of views from west to east and back."""
    there = [extent.xMinimum() + extent.width() * share / 10 for share in range(2, 9)]
    return there + there[::-1]


def _outcome(day: int) -> SceneOutcome:
    """Return the outcome of a product of which all or nothing is clear, in turn."""
    from ..core.classes import known_keys
    from ..core.masks.result import MaskResult, SceneOutcome
    from ..core.product.acquisition import Acquisition
    from ..core.raster.grid import Grid

    sensed = datetime(2024, 1, 1, 10, tzinfo=timezone.utc) + timedelta(days=day)
    name = f"S2A_MSIL1C_{sensed:%Y%m%dT%H%M%S}_N0510_R065_T33UUU"
    shares = dict.fromkeys(known_keys(()), 0.0) | {"clear" if day % 2 else "thick_cloud": 100.0}
    result = MaskResult(
        mask_path=Path("/masks") / f"{name}.tif",
        vrt_path=None,
        acquisition=Acquisition(name, "L1C", "05.10", "S2A", "T33UUU", sensed),
        model="ukis-6b-l1c",
        provider="CPUExecutionProvider",
        resolution=20,
        grid=Grid(QgsCoordinateReferenceSystem("EPSG:32633").toWkt(), 300000, 5900040, 20, 5490, 5490),
        valid_percent=100,
        shares=shares,
        seconds=60,
    )
    return SceneOutcome(Path("/products") / f"{name}.SAFE", result=result)


class _Window:
    """The main window with an area of interest, open until the end of the block."""

    def __enter__(self) -> Self:
        """Open it, and wait for its first check of the installation."""
        from ..ui.mask_dialog import MaskDialog

        self._interface = _Interface()
        self._interface.mainWindow().show()
        self._interface.mapCanvas().setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
        self._interface.mapCanvas().setExtent(QgsRectangle(14, 52, 15, 54))
        self.canvas = self._interface.mapCanvas()
        self.dialog: MaskDialog = MaskDialog(self._interface, self._interface.mainWindow())
        self.dialog.area.source.setCurrentIndex(self.dialog.area.source.findData("canvas"))
        self.dialog.show()
        _wait(lambda: self.dialog.installation() is not None)
        return self

    def __exit__(self, *_error: object) -> None:
        """Close it."""
        self.dialog.shut_down()
        self.dialog.close()

    def add(self, folder: Path) -> None:
        """Add the products of a folder, and wait until they are listed.

        Raises:
            RuntimeError: They are not all listed.
        """
        self.dialog.add_paths([folder])
        _wait(lambda: not self.dialog.scanner.is_busy())
        listed = len(self.dialog.scenes.usable_paths())
        if listed != PRODUCTS:
            raise RuntimeError(f"{listed} products are listed.")

    def select(self, rows: Iterable[int]) -> None:
        """Select rows of the table."""
        model, selection = self.dialog.table.model(), QItemSelection()
        for row in rows:
            selection.select(model.index(row, 0), model.index(row, 0))
        flags = QItemSelectionModel.SelectionFlag
        self.dialog.table.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)

    def longest_pause(self, action: Callable[[], None]) -> float:
        """Measure by how many seconds a timer comes late at most, until an action has ended."""
        late = [0.0]
        last = time.perf_counter()

        def tick() -> None:
            nonlocal last
            now = time.perf_counter()
            late.append(now - last - _TICK_MS / 1000)
            last = now

        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(tick)
        timer.start(_TICK_MS)
        _wait(lambda: len(late) > 20)  # the window has been drawn
        del late[1:]
        last = time.perf_counter()
        action()
        tick()
        timer.stop()
        return max(late)


def _wait(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + _WAIT_S
    while not condition():
        if time.monotonic() > end:
            raise RuntimeError("The window is not ready.")
        QgsApplication.processEvents()
        time.sleep(0.001)


def products(folder: Path) -> Path:
    """Write small products of different tiles to a folder, as copies of one; return the folder."""
    import numpy as np

    from ..tools.make_safe import build_product
    from ..tools.safe_metadata import PIXEL_SIZES

    many = folder / "window"
    if many.exists() and len(list(many.iterdir())) == PRODUCTS:
        return many
    shutil.rmtree(many, ignore_errors=True)
    bands = {band: np.full((120 // size, 120 // size), 1000, np.uint16) for band, size in PIXEL_SIZES.items()}
    with tempfile.TemporaryDirectory(dir=folder) as seed:
        safe = build_product(Path(seed), bands)
        for first, second in islice(product(ascii_uppercase, repeat=2), PRODUCTS):
            copy = many / safe.name.replace("_T33UUU_", f"_T33U{first}{second}_")
            shutil.copytree(safe, copy, copy_function=os.link)
    return many


def _main() -> None:
    parser = argparse.ArgumentParser(description="Time the windows in QGIS; print JSON.")
    parser.add_argument("part", choices=TITLES)
    parser.add_argument("folder", type=Path, help="folder of the products; of one for `run`")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as profile:
        os.environ["QGIS_CUSTOM_CONFIG_PATH"] = profile
        application = QgsApplication([], True)
        application.initQgis()
        parts: dict[str, Callable[[], dict[str, Any]]] = {
            "start": start,
            "list": lambda: listing(options.folder),
            "remove": lambda: removal(options.folder),
            "filter": filtering,
            "run": lambda: run(options.folder),
        }
        result = parts[options.part]()
        sys.stdout.write(json.dumps(result) + "\n")
        sys.stdout.flush()
        os._exit(0)  # QGIS may crash at its end without its main window


if __name__ == "__main__":
    _main()
