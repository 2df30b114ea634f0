"""How rasters look that were made of a mask."""

from __future__ import annotations

from datetime import datetime

from qgis.core import QgsPalettedRasterRenderer, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor

from ..core.valid_mask import OTHER_COLOUR, USABLE_COLOUR
from ..ui.mask_layers import set_time
from .styling import Style

_USABLE_ALPHA, _OTHER_ALPHA = 60, 190
"""0 to 255: what can be used stays visible below."""


def style_valid_mask(layer: QgsRasterLayer) -> None:
    """Show what is usable and what is not."""
    translate = QCoreApplication.translate
    entries = [
        QgsPalettedRasterRenderer.Class(1, QColor(*USABLE_COLOUR, _USABLE_ALPHA), translate("ValidMask", "Usable")),
        QgsPalettedRasterRenderer.Class(0, QColor(*OTHER_COLOUR, _OTHER_ALPHA), translate("ValidMask", "Not usable")),
    ]
    renderer = QgsPalettedRasterRenderer(layer.dataProvider(), 1, entries)
    layer.setRenderer(renderer)


def look_of(layer: QgsRasterLayer) -> Style:
    """A style like that of another layer with the same bands, which may be gone when it is used."""
    renderer = layer.renderer().clone()

    def style(other: QgsRasterLayer) -> None:
        other.setRenderer(renderer.clone())

    return style


def timed(style: Style, time: datetime | None) -> Style:
    """The same style, and the acquisition time for the temporal controller where it is known."""

    def both(layer: QgsRasterLayer) -> None:
        style(layer)
        if time is not None:
            set_time(layer, time)
        layer.triggerRepaint()

    return both
