"""Name the settings of masks in words for the user: those in which two masks differ, and their values in one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from ..language import marked, translated
from . import tags

_WORDS = {
    tags.PRODUCT: marked("product"),
    tags.LEVEL: marked("processing level"),
    tags.BASELINE: marked("baseline"),
    tags.TILE: marked("tile"),
    tags.SENSING_TIME: marked("acquisition time"),
    tags.DATASTRIP: marked("datastrip"),
    tags.MODEL: marked("model"),
    tags.MODEL_VERSION: marked("version of the model"),
    tags.RESOLUTION: marked("resolution"),
    tags.NETWORK_RESOLUTION: marked("pixel size of the network"),
    "patch_placement": marked("patch placement"),
    "patch_size": marked("patch size"),
    "patch_overlap_px": marked("overlap of patches"),
    "patch_shape": marked("shape of patches"),
    "tta_max_depth": marked("augmentation"),
    "buffer_m": marked("buffer"),
    "threshold": marked("cloud probability threshold"),
    "average_px": marked("averaging of the cloud probability"),
    "dilate_px": marked("dilation of cloud"),
    "shadow_dilate_px": marked("dilation of shadow"),
    "snow_dilate_px": marked("dilation of snow"),
    "parallax": marked("test of parallax"),
    "elevation": marked("elevation raster"),
    "water_map": marked("water map"),
    "least_share": marked("least probability of shadow"),
    "model_ensembling": marked("number of networks"),
    "area": marked("area of interest"),
    "reading": marked("bands, scale, offset or nodata"),
}
"""Nouns for the tags of `tags.IDENTITY` and for the options in `tags.OPTIONS`."""


def setting_name(name: str) -> str:
    """Name a tag of `tags.IDENTITY`, or an option, by a noun in the user's language; unknown ones by themselves."""
    return translated(_WORDS[name]) if name in _WORDS else name


def differing_settings(found: Mapping[str, str], expected: Mapping[str, str]) -> list[str]:
    """Name the settings that differ.

    Args:
        found: Tags of an existing mask, without prefix.
        expected: Tags of the new mask; has `tags.OPTIONS`.

    Returns:
        Nouns in the user's language, such as 'buffer', so that any list of them fits a sentence; empty if the pixels
        of both masks are equal.
    """
    names = [name for name in tags.IDENTITY if name != tags.OPTIONS and found.get(name) != expected.get(name)]
    if found.get(tags.OPTIONS) != expected[tags.OPTIONS]:
        one, other = _options(found), _options(expected)
        differing = [name for name in {**other, **one} if one.get(name) != other.get(name)]
        names += differing or [tags.OPTIONS.lower()]
    return [setting_name(name) for name in names]


def options_text(found: Mapping[str, str], without: Collection[str] = ()) -> str:
    """List the version of the model and the options of a mask with their values, so that it can be made again.

    Args:
        found: Tags of a mask, without prefix.
        without: Names of options that are told elsewhere.

    Returns:
        Text in the user's language; empty if the tags are missing or damaged.
    """
    version = {tags.MODEL_VERSION: found[tags.MODEL_VERSION]} if found.get(tags.MODEL_VERSION) else {}
    shown = {name: value for name, value in {**version, **_options(found)}.items() if name not in without}
    pairs = [
        translated("{name}: {value}", name=setting_name(name), value=_value_text(value))
        for name, value in shown.items()
    ]
    return ", ".join(pairs)


def _value_text(value: object) -> str:
    """Describe the value of an option as tags hold it: rasters by name, without size and time of change."""
    if isinstance(value, bool):
        return translated("yes") if value else translated("no")
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list):
        return str(value[0]) if value else "-"
    return ", ".join(map(_value_text, value.values())) if isinstance(value, dict) else str(value)


def _options(found: Mapping[str, str]) -> dict[str, Any]:
    """Read the options in tags; empty if the tag is missing or damaged."""
    try:
        return tags.options_of(found)
    except (KeyError, ValueError):
        return {}
