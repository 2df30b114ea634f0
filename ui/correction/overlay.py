"""Draw a mask in memory over the map, in any CRS, so that edits show at once and no file is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QImage, QPainter

from ...core.classes import CLEAR, MaskClass
from ...core.masks.qml import MASK_OPACITY
from ..shared.canvas_items import CanvasItem, remove_item
from .places import Places

if TYPE_CHECKING:
    from ...core.raster.grid import Grid

_STEPS = 32
"""Parts of the map's width and height, between which its places in the mask are interpolated."""
_NOWHERE = 1e9
"""Line and column of places that the CRS of the mask lacks."""


class Overlay(CanvasItem):
    """A mask over the map, with the colours of its layer.

    Only the pixels under the map's own are read, so that a whole tile is drawn in a few hundredths of a second.

    Args:
        canvas: The map.
        pixels: (lines, columns) uint8 classes, 255 nodata; call `renew` when they have changed.
        grid: Grid of the mask.
        classes: Classes that are drawn.
    """

    def __init__(
        self, canvas: QgsMapCanvas, pixels: NDArray[np.uint8], grid: Grid, classes: tuple[MaskClass, ...]
    ) -> None:
        super().__init__(canvas)
        self._pixels, self._grid = pixels, grid
        self._colours = np.zeros((256, 4), np.uint8)
        for shown in classes:
            alpha = 0 if shown.value == CLEAR else round(255 * MASK_OPACITY)
            self._colours[shown.value] = (*reversed(shown.colour), alpha)  # in the order of a QImage's bytes
        self._image, self._corner = QImage(), QgsPointXY()
        """The picture, and the place of its upper left corner on the map."""
        canvas.extentsChanged.connect(self.renew)
        canvas.destinationCrsChanged.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Draw the mask again as it is now."""
        lines, columns = (np.floor(one).astype(np.int64) for one in self._places())
        height, width = self._pixels.shape
        there = (lines >= 0) & (lines < height) & (columns >= 0) & (columns < width)
        colours = np.zeros((*lines.shape, 4), np.uint8)
        colours[there] = self._colours[self._pixels[lines[there], columns[there]]]
        image = QImage(
            colours.tobytes(), lines.shape[1], lines.shape[0], 4 * lines.shape[1], QImage.Format.Format_ARGB32
        )
        self._image = image.copy()  # which owns its bytes
        self._corner = self.canvas.getCoordinateTransform().toMapCoordinates(0, 0)
        self.update()

    def paint(self, painter: QPainter, *_options: Any) -> None:
        """Draw the picture, also while the map is dragged; called by Qt."""
        painter.drawImage(self.toCanvasCoordinates(self._corner), self._image)

    def remove(self) -> None:
        """Take the mask from the map; it may be called twice."""
        if not sip.isdeleted(self):
            self.canvas.extentsChanged.disconnect(self.renew)
            self.canvas.destinationCrsChanged.disconnect(self.renew)
            remove_item(self)

    def _places(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return line and column in the mask of each pixel of the map, by those of a few of them."""
        columns, rows = _nodes(self.canvas.width()), _nodes(self.canvas.height())
        places, to_map = Places(self.canvas, self._grid), self.canvas.getCoordinateTransform().toMapCoordinates
        lacking = _NOWHERE, _NOWHERE
        there = np.array(
            [[places.line_and_column(to_map(x, y)) or lacking for x in columns.tolist()] for y in rows.tolist()]
        )
        down, right = _weights(rows), _weights(columns)
        return down @ there[..., 0] @ right.T, down @ there[..., 1] @ right.T


def _nodes(length: int) -> NDArray[np.int64]:
    """Return pixels from the start to the end of the map's width or height."""
    return np.unique(np.linspace(0, length, _STEPS + 1).round().astype(np.int64))


def _weights(nodes: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the weights of the nodes for the centres of the pixels between them: (pixels, nodes)."""
    centres = np.arange(nodes[-1]) + 0.5
    return np.stack([np.interp(centres, nodes, one) for one in np.eye(len(nodes))], axis=1)
