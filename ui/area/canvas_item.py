"""An item over the map that is painted in pixels of the window."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QRectF


class CanvasItem(QgsMapCanvasItem):
    """An item as large as the canvas, which stays where it is when the map is moved, zoomed or turned."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.canvas = canvas

    def boundingRect(self) -> QRectF:
        """Return the whole canvas, in pixels of the window."""
        return QRectF(self.canvas.rect())

    def updatePosition(self) -> None:
        """Paint again; called by QGIS, whose own method would turn the item with the map."""
        self.update()

    def remove(self) -> None:
        """Take the item from the map; it may be called twice."""
        scene = self.scene()
        if scene is not None:
            scene.removeItem(self)
