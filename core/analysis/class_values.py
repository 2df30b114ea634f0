"""Map the values of a classified raster to mask classes, as in a mask, a scene classification, or a user's own list."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import PurePath

import numpy as np
from numpy.typing import NDArray

from ..classes import CLASS_OF_KEY, CLASSES, CLEAR, NODATA, SHADOW, SNOW, THICK_CLOUD, THIN_CLOUD, WATER
from ..errors import SettingError

ClassValues = Mapping[float, int]
"""Value of the raster -> class of a mask, or NODATA for no information on cloud and shadow."""

MASK_VALUES: ClassValues = {**{c.value: c.value for c in CLASSES}, NODATA: NODATA}
SCL_VALUES: ClassValues = {
    0: NODATA,  # no data
    1: NODATA,  # saturated or defective: no information on clouds
    2: CLEAR,  # topographic shadow, "dark area" before baseline 04.00: visible land
    3: SHADOW,
    4: CLEAR,  # vegetation
    5: CLEAR,  # not vegetated
    6: WATER,
    7: CLEAR,  # unclassified; formerly "cloud of low probability", which is mostly clear
    8: THICK_CLOUD,  # cloud of medium probability
    9: THICK_CLOUD,  # cloud of high probability
    10: THIN_CLOUD,  # thin cirrus
    11: SNOW,
}
"""Scene classification of L2A products (Sentinel-2 Products Specification Document, issue 14.9, section 4.1)."""
_WORDS = {
    CLEAR: "clear, clear sky, cloud free, no cloud, no clouds, klar, klarer himmel, wolkenfrei, wolkenlos, "
    "clair, degage, ciel clair, ciel degage, sans nuage, sans nuages",
    THICK_CLOUD: "cloud, clouds, thick cloud, thick clouds, wolke, wolken, dichte wolke, dichte wolken, dicke wolke, "
    "dicke wolken, nuage, nuages, nuage epais, nuages epais",
    THIN_CLOUD: "thin cloud, thin clouds, cirrus, haze, dunne wolke, dunne wolken, duenne wolke, duenne wolken, "
    "nuage fin, nuages fins, voile",
    SHADOW: "shadow, shadows, cloud shadow, cloud shadows, schatten, wolkenschatten, ombre, ombres, ombre de nuage, "
    "ombre de nuages, ombres de nuage, ombres de nuages",
    SNOW: "snow, ice, snow or ice, schnee, eis, schnee oder eis, neige, glace, neige ou glace",
    WATER: "water, wasser, eau",
    NODATA: "nodata, no data, unknown, keine daten, unbekannt, aucune donnee, inconnu",
}
_CLASS_OF_WORD = {word: value for value, words in _WORDS.items() for word in words.split(", ")}
"""Names of classes in English, German and French, as `_simple` writes them."""
KNOWN_VALUES = {"mask": MASK_VALUES, "scl": SCL_VALUES}


def values_of(path: str, kind: str = "auto") -> ClassValues:
    """Return the classes of a file's values.

    Args:
        path: The file; `auto` recognizes a scene classification by its name: `T33UUU_..._SCL_20m.jp2`, or `scl`.
        kind: `auto`, or a key of `KNOWN_VALUES`.
    """
    if kind == "auto":
        name = PurePath(path).name.upper()
        kind = "scl" if "_SCL" in name or name == "SCL" else "mask"
    return KNOWN_VALUES[kind]


def parse_values(text: str) -> ClassValues:
    """Parse a list such as `0:nodata, 1:clear, 2:thick_cloud`; classes may be numbers (255, 0, 1) instead of names.

    Raises:
        SettingError: an entry is not a pair, or a value occurs twice.
    """
    classes = {"nodata": NODATA, **{key: c.value for key, c in CLASS_OF_KEY.items()}}
    classes |= {str(value): value for value in classes.values()}
    values: dict[float, int] = {}
    for entry in text.split(","):
        value, _, name = (part.strip().lower() for part in entry.partition(":"))
        try:
            number, meant = float(value), classes[name]
        except (ValueError, KeyError) as error:
            raise SettingError(
                "{entry!r} is not a pair of value and class, such as 1:clear. Separate pairs by commas; classes are "
                "{classes} and nodata.",
                entry=entry.strip(),
                classes=list(CLASS_OF_KEY),
            ) from error
        if number in values:
            raise SettingError(
                "The value {value} occurs twice in the list {text!r}. Give it one class.", value=value, text=text
            )
        values[number] = meant
    return values


def class_of_label(label: str, values: ClassValues) -> int | None:
    """Return the class that a person gave to a polygon, NODATA for none known; None if the label names no class.

    Args:
        label: A class in English, German or French, in any case, with or without accents; or a number.
        values: Classes of the numbers.
    """
    try:
        return values.get(float(label))
    except ValueError:
        return _CLASS_OF_WORD.get(_simple(label))


def _simple(text: str) -> str:
    """Return a text in small letters without accents, with single spaces for other separators."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.split(r"[\s_-]+", plain.strip()))


def to_classes(pixels: NDArray, values: ClassValues) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Convert the pixels of a classified raster to classes of a mask.

    Args:
        pixels: Values of any shape and number type.
        values: Class of each value.

    Returns:
        The classes as uint8, NODATA for values not in the list, and bool, True for values not in the list.
    """
    classes = np.full(pixels.shape, NODATA, np.uint8)
    unknown = np.ones(pixels.shape, np.bool_)
    for value, meant in values.items():
        found = pixels == value
        classes[found] = meant
        unknown &= ~found
    return classes, unknown
