"""How rasters look that were made of a mask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from qgis.core import QgsRasterLayer

from ..core.classes import MaskClass
from ..core.mask_style import confidence_qml
from ..ui.class_names import class_name
from ..ui.mask_layers import set_style, set_time, valid_mask_style
from .styling import Style


def style_valid_mask(layer: QgsRasterLayer) -> None:
    """Show what is usable and what is not."""
    set_style(layer, valid_mask_style())


def style_confidence(layer: QgsRasterLayer, classes: Sequence[MaskClass]) -> None:
    """Show how sure the model is of cloud; `classes` are those of the bands."""
    set_style(layer, confidence_qml(classes, class_name))


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
