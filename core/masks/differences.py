"""Name the settings in which an existing mask differs from a new one, in words for the user."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..language import marked, translated
from . import tags

_WORDS = {
    tags.PRODUCT: marked("another product"),
    tags.LEVEL: marked("another processing level"),
    tags.BASELINE: marked("another baseline"),
    tags.TILE: marked("another tile"),
    tags.SENSING_TIME: marked("another acquisition time"),
    tags.DATASTRIP: marked("another datastrip"),
    tags.MODEL: marked("another model"),
    tags.MODEL_VERSION: marked("another version of the model"),
    tags.RESOLUTION: marked("another resolution"),
    tags.NETWORK_RESOLUTION: marked("another pixel size of the network"),
    "patch_placement": marked("another patch placement"),
    "patch_size": marked("another patch size"),
    "patch_overlap_px": marked("another overlap of patches"),
    "tta_max_depth": marked("another augmentation"),
    "buffer_m": marked("another buffer"),
    "threshold": marked("another threshold"),
    "average_px": marked("another averaging"),
    "dilate_px": marked("another dilation"),
    "shadow_dilate_px": marked("another dilation of shadow"),
    "snow_dilate_px": marked("another dilation of snow"),
    "parallax": marked("with or without the test of parallax"),
    "elevation": marked("another elevation raster"),
    "water_map": marked("another water map"),
    "least_share": marked("another least probability of shadow"),
    "model_ensembling": marked("another number of networks"),
    "area": marked("another area of interest"),
    "reading": marked("other bands, scale, offset or nodata"),
}
"""Words for the tags of `tags.IDENTITY` and for the options in `tags.OPTIONS`."""


def differing_settings(found: Mapping[str, str], expected: Mapping[str, str]) -> list[str]:
    """Name the settings that differ.

    Args:
        found: Tags of an existing mask, without prefix.
        expected: Tags of the new mask; has `tags.OPTIONS`.

    Returns:
        Words in the user's language, such as 'another buffer'; empty if the pixels of both masks are equal.
    """
    names = [name for name in tags.IDENTITY if name != tags.OPTIONS and found.get(name) != expected.get(name)]
    if found.get(tags.OPTIONS) != expected[tags.OPTIONS]:
        one, other = _options(found), _options(expected)
        differing = [name for name in {**other, **one} if one.get(name) != other.get(name)]
        names += differing or [tags.OPTIONS.lower()]
    return [translated(_WORDS[name]) if name in _WORDS else translated("another {name}", name=name) for name in names]


def _options(found: Mapping[str, str]) -> dict[str, Any]:
    """Read the options in tags; empty if the tag is missing or damaged."""
    try:
        return tags.options_of(found)
    except (KeyError, ValueError):
        return {}
