"""QGIS styles as QML text: the one description of how a mask and its natural-colour scene look."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.sax.saxutils import quoteattr  # nosec B406 - only writes

from .classes import CLASSES, CLEAR, MaskClass

MASK_OPACITY = 0.5
NATURAL_COLOUR_RANGE = (0.0, 0.35)
"""Reflectance shown as black and as white: bright enough for land, and the same for every date."""


def mask_qml(name: Callable[[MaskClass], str] = lambda mask_class: mask_class.label) -> str:
    """Style of a mask: clear transparent, the other classes coloured, half opaque, with their names.

    Args:
        name: What the legend calls a class.
    """
    entries = "".join(
        f'<paletteEntry value="{c.value}" color="#{c.colour[0]:02x}{c.colour[1]:02x}{c.colour[2]:02x}" '
        f'alpha="{0 if c.value == CLEAR else 255}" label={quoteattr(name(c))}/>'
        for c in CLASSES
    )
    return _qml(
        f'<rasterrenderer type="paletted" band="1" opacity="{MASK_OPACITY}" alphaBand="-1" nodataColor="">'
        f"<rasterTransparency/><colorPalette>{entries}</colorPalette></rasterrenderer>"
    )


def natural_colour_qml(bands: Sequence[int], black: Sequence[float], white: Sequence[float]) -> str:
    """Style of a scene in natural colours.

    Args:
        bands: Numbers of the red, green and blue band, from 1.
        black: Value shown as black, per band.
        white: Value shown as white, per band.
    """
    stretches = "".join(
        f"<{name}ContrastEnhancement><minValue>{low}</minValue><maxValue>{high}</maxValue>"
        f"<algorithm>StretchToMinimumMaximum</algorithm></{name}ContrastEnhancement>"
        for name, low, high in zip(("red", "green", "blue"), black, white)
    )
    return _qml(
        f'<rasterrenderer type="multibandcolor" redBand="{bands[0]}" greenBand="{bands[1]}" blueBand="{bands[2]}" '
        f'opacity="1" alphaBand="-1" nodataColor=""><rasterTransparency/>{stretches}</rasterrenderer>'
    )


def _qml(renderer: str) -> str:
    return (
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
        '<qgis version="3.22.0" styleCategories="Symbology">'
        f"<pipe>{renderer}<brightnesscontrast/><huesaturation/><rasterresampler/></pipe><blendMode>0</blendMode></qgis>\n"
    )
