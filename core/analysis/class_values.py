"""What the values of a classified raster mean: those of a mask, of a scene classification, or of a user's own list."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

import numpy as np
from numpy.typing import NDArray

from ..classes import CLASS_OF_KEY, CLASSES, CLEAR, NODATA, SHADOW, THICK_CLOUD, THIN_CLOUD
from ..errors import SettingError

ClassValues = Mapping[float, int]
"""Value of the raster -> class of a mask, or NODATA where it says nothing of cloud and shadow."""

MASK_VALUES: ClassValues = {**{c.value: c.value for c in CLASSES}, NODATA: NODATA}
SCL_VALUES: ClassValues = {
    0: NODATA,  # no data
    1: NODATA,  # saturated or defective: says nothing of clouds
    2: CLEAR,  # topographic shadow, "dark area" before baseline 04.00: ground that was seen
    3: SHADOW,
    4: CLEAR,  # vegetation
    5: CLEAR,  # not vegetated
    6: CLEAR,  # water
    7: CLEAR,  # unclassified; first "cloud of low probability", which is mostly ground
    8: THICK_CLOUD,  # cloud of medium probability
    9: THICK_CLOUD,  # cloud of high probability
    10: THIN_CLOUD,  # thin cirrus
    11: CLEAR,  # snow or ice
}
"""Scene classification of L2A products (Sentinel-2 Products Specification Document, issue 14.9, section 4.1)."""
KNOWN_VALUES = {"mask": MASK_VALUES, "scl": SCL_VALUES}


def values_of(path: str, kind: str = "auto") -> ClassValues:
    """What the values of a file mean.

    Args:
        path: The file; `auto` tells a scene classification by its name, such as `T33UUU_..._SCL_20m.jp2`.
        kind: `auto`, or a key of `KNOWN_VALUES`.
    """
    if kind == "auto":
        kind = "scl" if "_SCL" in PurePath(path).name.upper() else "mask"
    return KNOWN_VALUES[kind]


def parse_values(text: str) -> ClassValues:
    """Read a list such as `0:nodata, 1:clear, 2:thick_cloud`; numbers of classes (255, 0, 1) stand for their names.

    Raises:
        SettingError: an entry cannot be read, or a value comes twice.
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
                "{entry!r} is no pair of a value and a class, such as 1:clear. Classes are {names} and "
                "nodata; pairs are separated by commas.",
                entry=entry.strip(),
                names=", ".join(CLASS_OF_KEY),
            ) from error
        if number in values:
            raise SettingError("The value {value} comes twice in the list {text!r}.", value=value, text=text)
        values[number] = meant
    return values


def to_classes(pixels: NDArray, values: ClassValues) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Turn the pixels of a classified raster into classes of a mask.

    Args:
        pixels: Values of any shape and number type.
        values: What they mean.

    Returns:
        The classes, NODATA where the value is not in the list, and where that is so.
    """
    classes = np.full(pixels.shape, NODATA, np.uint8)
    unknown = np.ones(pixels.shape, np.bool_)
    for value, meant in values.items():
        found = pixels == value
        classes[found] = meant
        unknown &= ~found
    return classes, unknown
