"""Draw small pictures of products in the background, and keep them while the window exists."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..shared.background import Worker

if TYPE_CHECKING:
    from ...core.addresses.location import Location
    from ...core.stac.opening import Listed

EDGE = 343
"""Longer side in pixels, that of the preview that products bring."""


class Previews(QObject):
    """Pictures of products, drawn one after the other when they are asked for."""

    came = pyqtSignal()
    """Emitted when a picture has been drawn."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = Worker(self)
        self._pictures: dict[Location, bytes | None] = {}

    def get(self, product: Listed) -> bytes | None:
        """Return the picture of a product as a JPEG file, empty if it has none; None while it is being drawn."""
        if product.path not in self._pictures:
            self._pictures[product.path] = None
            keep = partial(self._keep, product.path)
            self._worker.call(partial(_draw, product), keep, lambda _error: keep(b""))
        return self._pictures[product.path]

    def known(self, product: Listed) -> bytes:
        """Return the picture of a product if it has been drawn, else an empty one; none is drawn."""
        return self._pictures.get(product.path) or b""

    def shut_down(self) -> None:
        """Stop drawing."""
        self._worker.close()

    def _keep(self, path: Location, picture: bytes) -> None:
        self._pictures[path] = picture
        self.came.emit()


def _draw(product: Listed) -> bytes:
    # Imported here: it needs rasterio, and products are listed without it.
    from ...core.previews.preview import preview

    return preview(product, EDGE)
