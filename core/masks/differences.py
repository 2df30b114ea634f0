"""Name the settings in which an existing mask differs from a new one, in words for the user."""

from __future__ import annotations

from collections.abc import Mapping
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
    "tta_max_depth": marked("augmentation"),
    "buffer_m": marked("buffer"),
    "threshold": marked("threshold"),
    "average_px": marked("averaging"),
    "dilate_px": marked("dilation"),
    "model_ensembling": marked("number of networks"),
    "area": marked("area of interest"),
    "reading": marked("bands, scale, offset or nodata"),
}
"""Words for the tags of `tags.IDENTITY` and for the options in `tags.OPTIONS`."""


def differing_settings(found: Mapping[str, str], expected: Mapping[str, str]) -> list[str]:
    """Name the settings that differ.

    Args:
        found: Tags of an existing mask, without prefix.
        expected: Tags of the new mask; has `tags.OPTIONS`.

    Returns:
        Words in the user's language; empty if the pixels of both masks are equal.
    """
    names = [name for name in tags.IDENTITY if name != tags.OPTIONS and found.get(name) != expected.get(name)]
    if found.get(tags.OPTIONS) != expected[tags.OPTIONS]:
        one, other = _options(found), _options(expected)
        differing = [name for name in {**other, **one} if one.get(name) != other.get(name)]
        names += differing or [tags.OPTIONS.lower()]
    return [translated(_WORDS[name]) if name in _WORDS else name for name in names]


def _options(found: Mapping[str, str]) -> dict[str, Any]:
    """Read the options in tags; empty if the tag is missing or damaged."""
    try:
        return tags.options_of(found)
    except (KeyError, ValueError):
        return {}
