"""Items over the map: some are painted in pixels of the window, and all are deleted where they are taken off."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt import sip
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


def remove_item(item: QgsMapCanvasItem) -> None:
    """Take an item off its map and delete it; it may be called twice.

    Python owns an item that has left its map. Its garbage collector may run in any thread, and QGIS crashes if a
    background thread deletes the item.
    """
    if sip.isdeleted(item):
        return
    scene = item.scene()
    if scene is not None:
        scene.removeItem(item)
    sip.delete(item)
