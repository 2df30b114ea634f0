"""Take items off the map."""

from __future__ import annotations

from qgis.gui import QgsMapCanvasItem
from qgis.PyQt import sip


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
