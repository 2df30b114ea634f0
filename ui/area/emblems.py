"""Paint the pictures of products in their places on the map, and the marks of products at their centres."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QRect, QRectF, QSize
from qgis.PyQt.QtGui import QImage, QPainter, QPolygonF, QTransform

from ..scenes.model import Mark
from ..shared.canvas_items import CanvasItem

_ICON = 20
"""Edge of an icon in pixels of the window."""


class Emblems(CanvasItem):
    """Pictures and icons over the map, which are no layers and need no file."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._marks: Sequence[tuple[QgsPointXY, Mark]] = ()
        self._pictures: Sequence[tuple[QImage, Sequence[QgsPointXY]]] = ()
        self._icons = {mark: mark.icon() for mark in Mark if mark.value}

    def set_marks(self, marks: Sequence[tuple[QgsPointXY, Mark]]) -> None:
        """Show the icons of marks at these places in the CRS of the canvas."""
        if marks != self._marks:  # a run tells of many changes, and each update draws the whole map again
            self._marks = marks
            self.update()

    def set_pictures(self, pictures: Sequence[tuple[QImage, Sequence[QgsPointXY]]]) -> None:
        """Show pictures between their corners, from the upper left one clockwise, in the CRS of the canvas."""
        if pictures or self._pictures:
            self._pictures = pictures
            self.update()

    def paint(self, painter: QPainter, *_options: Any) -> None:
        """Draw the pictures, and the icons over them; called by Qt."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for picture, corners in self._pictures:
            there = QPolygonF([self.toCanvasCoordinates(corner) for corner in corners])
            # Without the fifth point of a closed ring, which `quadToQuad` does not take.
            here = QPolygonF(QRectF(picture.rect()))[:4]
            turned = QTransform()
            if QTransform.quadToQuad(QPolygonF(here), there, turned):
                painter.save()
                painter.setTransform(turned, True)
                painter.drawImage(0, 0, picture)
                painter.restore()
        for place, mark in self._marks:
            box = QRect(self.toCanvasCoordinates(place).toPoint(), QSize(_ICON, _ICON))
            box.moveCenter(box.topLeft())
            self._icons[mark].paint(painter, box)
