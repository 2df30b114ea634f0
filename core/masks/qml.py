"""Write QGIS styles as QML text, for masks and natural-colour scenes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from ..classes import CLEAR, MaskClass

Colour = tuple[int, int, int]
"""Red, green and blue, 0-255."""
MASK_OPACITY = 0.5
NUMBERS_OPACITY = 0.8
USABLE_COLOUR, UNUSABLE_COLOUR = (0, 158, 115), (90, 90, 90)
_AIR = (0.03, 0.053, 0.085)
"""Reflectance of red, green and blue that clear air adds to dark ground, seen from space."""
WHITE, GAMMA = 0.28, 1.2
"""Reflectance displayed as white, and the correction that brightens what is between; see `natural_colour_qml`."""


def mask_qml(
    classes: Sequence[MaskClass], name: Callable[[MaskClass], str] = lambda mask_class: mask_class.label
) -> str:
    """Return the style of a mask: clear is transparent, the other classes are coloured at half opacity.

    Args:
        classes: Classes of the mask's model; see `classes_of`.
        name: Returns the name of a class in the legend.
    """
    return _paletted([(c.value, c.colour, 0 if c.value == CLEAR else 255, name(c)) for c in classes], MASK_OPACITY)


def valid_mask_qml(usable: str = "Usable", unusable: str = "Not usable") -> str:
    """Return the style of a valid mask, with usable pixels nearly transparent; arguments are names in the legend."""
    return _paletted([(1, USABLE_COLOUR, 60, usable), (0, UNUSABLE_COLOUR, 190, unusable)], 1)


def numbers_qml(entries: Sequence[tuple[int, Colour, str]]) -> str:
    """Return the style of a raster of numbers: value, colour and name of each; 0 is transparent."""
    return _paletted([(value, colour, 255 if value else 0, name) for value, colour, name in entries], NUMBERS_OPACITY)


def confidence_qml(
    classes: Sequence[MaskClass], name: Callable[[MaskClass], str] = lambda mask_class: mask_class.label
) -> str:
    """Return the style of a confidence raster: the first class other than clear, from transparent to its colour.

    Args:
        classes: Classes of its bands; see `classes_of`.
        name: Returns the name of a class in the legend.
    """
    band, shown = next(((number, c) for number, c in enumerate(classes, start=1) if c.value != CLEAR), (1, classes[0]))
    items = "".join(
        f'<item value="{percent}" color="{_hex(shown.colour)}" alpha="{round(2.3 * percent)}" '
        f'label="{escape(name(shown))} {percent} %"/>'
        for percent in (0, 25, 50, 75, 100)
    )
    return _qml(
        f'<rasterrenderer type="singlebandpseudocolor" band="{band}" opacity="1" alphaBand="-1" nodataColor="" '
        'classificationMin="0" classificationMax="100"><rasterTransparency/><rastershader>'
        '<colorrampshader colorRampType="INTERPOLATED" classificationMode="1" clip="0" minimumValue="0" '
        f'maximumValue="100">{items}</colorrampshader></rastershader></rasterrenderer>'
    )


def _paletted(entries: Sequence[tuple[int, Colour, int, str]], opacity: float) -> str:
    """Return a style from value, colour, opacity (0-255) and label of each class."""
    palette = "".join(
        f'<paletteEntry value="{value}" color="{_hex(colour)}" alpha="{alpha}" label="{escape(label)}"/>'
        for value, colour, alpha, label in entries
    )
    return _qml(
        f'<rasterrenderer type="paletted" band="1" opacity="{opacity}" alphaBand="-1" nodataColor="">'
        f"<rasterTransparency/><colorPalette>{palette}</colorPalette></rasterrenderer>"
    )


def _hex(colour: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def black_of(level: str) -> tuple[float, float, float]:
    """Return the reflectance of red, green and blue displayed as black: that of the air, which L2A is without.

    Like white and gamma it is the same for every scene of a level, so that dates can be compared.
    """
    return (0, 0, 0) if level == "L2A" else _AIR


def natural_colour_qml(level: str, unit: float = 1.0) -> str:
    """Return the style of a scene in natural colours, whose first bands are red, green and blue.

    Args:
        level: Processing level of the scene, `L1C` or `L2A`.
        unit: Value of the bands at reflectance 1.
    """
    stretches = "".join(
        f"<{name}ContrastEnhancement><minValue>{unit * black:g}</minValue><maxValue>{unit * WHITE:g}</maxValue>"
        f"<algorithm>StretchToMinimumMaximum</algorithm></{name}ContrastEnhancement>"
        for name, black in zip(("red", "green", "blue"), black_of(level))
    )
    return _qml(
        '<rasterrenderer type="multibandcolor" redBand="1" greenBand="2" blueBand="3" '
        f'opacity="1" alphaBand="-1" nodataColor=""><rasterTransparency/>{stretches}</rasterrenderer>',
        f'<brightnesscontrast brightness="0" contrast="0" gamma="{GAMMA}"/>',
    )


def _qml(renderer: str, brightness: str = "<brightnesscontrast/>") -> str:
    return (
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
        '<qgis version="3.22.0" styleCategories="Symbology">'
        f"<pipe>{renderer}{brightness}<huesaturation/><rasterresampler/></pipe><blendMode>0</blendMode></qgis>\n"
    )
