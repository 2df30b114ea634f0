"""Fixtures of the tests of the correction: a mask on the map, and its panel."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsPointXY, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication, QPoint, Qt
from qgis.PyQt.QtTest import QTest

from ....core.classes import classes_of
from ....core.masks import tags
from ....core.masks.mask_file import WrittenMask
from ....ui.correction.panel import CorrectionPanel
from ....ui.shared.layers import style_mask
from ...rasters import write_mask
from ..conftest import LEFT, TOP

CLASSES = ("clear", "thick_cloud", "shadow")
PRODUCT = "S2A_MSIL1C_20240403T102101_N0510_R065_T33UUU_20240403T102101"
TAGS = {
    tags.PRODUCT: PRODUCT,
    tags.LEVEL: "L1C",
    tags.BASELINE: "05.10",
    tags.SATELLITE: "S2A",
    tags.TILE: "T33UUU",
    tags.SENSING_TIME: "2024-04-03T10:21:01+00:00",
    tags.MODEL: "tiny",
    tags.RESOLUTION: "20",
    tags.OPTIONS: "{}",
    tags.CLASS_LABELS: json.dumps({str(c.value): c.label for c in classes_of(CLASSES)}),
}


@pytest.fixture
def classes() -> np.ndarray:
    """A mask of 100 x 80 pixels of 20 m: clear, with a cloud of 20 x 20, and a strip without data on the right."""
    pixels = np.zeros((80, 100), np.uint8)
    pixels[20:40, 10:30] = 1
    pixels[:, 90:] = 255
    return pixels


@pytest.fixture
def mask(tmp_path, classes) -> Path:
    """Its file."""
    path = tmp_path / "masks" / f"{PRODUCT}_tiny_20m.tif"
    return Path(write_mask(path, classes, tags=tags.prefixed(TAGS | tags.share_tags({}, 90.0))))


@pytest.fixture
def layer(mask) -> QgsRasterLayer:
    """Its layer, with the style of a mask."""
    layer = QgsRasterLayer(str(mask), "Clouds")
    found = WrittenMask.read(mask)
    assert found is not None
    style_mask(layer, found.result())
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def panel(iface, canvas) -> Iterator[CorrectionPanel]:
    """The panel, beside the map."""
    panel = CorrectionPanel(iface)
    iface.window.resize(900, 600)
    iface.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, panel)
    QCoreApplication.processEvents()
    yield panel
    panel.shut_down()
    iface.window.removeDockWidget(panel)
    panel.deleteLater()
    QCoreApplication.processEvents()


@pytest.fixture
def started(panel, layer, wait) -> CorrectionPanel:
    """The panel while the mask is corrected."""
    panel.start(layer)
    wait(lambda: panel.tools.checkedId() >= 0)
    return panel


@pytest.fixture
def at(canvas) -> Callable[[float, float], QPoint]:
    """Return the place on the map of a line and column of the mask."""

    def place(line: float, column: float) -> QPoint:
        point = canvas.getCoordinateTransform().transform(QgsPointXY(LEFT + 20 * column, TOP - 20 * line))
        return QPoint(round(point.x()), round(point.y()))

    return place


@pytest.fixture
def draw(canvas, at, started, wait) -> Callable[..., None]:
    """Click the corners of a polygon, by lines and columns, close it, and wait until it is painted."""

    def polygon(*corners: tuple[float, float]) -> None:
        for corner in corners:
            QTest.mouseMove(canvas.viewport(), at(*corner))
            QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at(*corner))
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.RightButton, pos=at(*corners[-1]))
        settle(started, wait)

    return polygon


def settle(panel: CorrectionPanel, wait: Callable[..., None]) -> None:
    """Wait until the map's tool has told what was drawn, and it is painted."""
    for _ in range(3):
        QCoreApplication.processEvents()
    wait(lambda: not panel._worker.is_busy())
    QCoreApplication.processEvents()
