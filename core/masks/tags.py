"""The tags of mask files: their names, and the values that are written and read by them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from ..product.acquisition import Acquisition

KIND_TAG, KIND = "CLOUDS2MASK_KIND", "valid mask"
"""Tells a valid mask from a cloud mask, in which 1 means the opposite."""
_TIME_TAG = "CLOUDS2MASK_SENSING_TIME"
_ORIGIN = ("CLOUDS2MASK_PRODUCT", _TIME_TAG)

TAG_PREFIX = "CLOUDS2MASK_"
IDENTITY = ("PRODUCT", "LEVEL", "BASELINE", "MODEL", "MODEL_VERSION", "RESOLUTION", "NETWORK_RESOLUTION", "OPTIONS")
"""The tags that say what a mask was made from and how; two masks that share them have the same pixels."""

_SATELLITE_IN_NAME = re.compile(r"(S2[A-Z])_")
_TILE_IN_NAME = re.compile(r"_(T\d{2}[A-Z]{3})(?=_|$)")


def acquisition_tags(acquisition: Acquisition) -> dict[str, str]:
    """Write an acquisition as tags; see `acquisition_of`."""
    time = acquisition.sensing_time
    return {
        "PRODUCT": acquisition.name,
        "LEVEL": acquisition.level,
        "BASELINE": acquisition.baseline,
        "SATELLITE": acquisition.satellite,
        "TILE": acquisition.tile,
        **({"SENSING_TIME": time.isoformat()} if time else {}),
    }


def acquisition_of(tags: Mapping[str, str]) -> Acquisition:
    """Read the acquisition of a mask; its name states satellite and tile where tags of an older version do not.

    Raises:
        KeyError, ValueError: a tag is missing, or damaged.
    """
    name, time = tags["PRODUCT"], tags.get("SENSING_TIME")
    satellite, tile = _SATELLITE_IN_NAME.match(name), _TILE_IN_NAME.search(name)
    return Acquisition(
        name=name,
        level=tags["LEVEL"],
        baseline=tags.get("BASELINE", ""),
        satellite=tags.get("SATELLITE") or (satellite[1] if satellite else ""),
        tile=tags.get("TILE") or (tile[1] if tile else ""),
        sensing_time=datetime.fromisoformat(time) if time else None,
    )


def share_tag(key: str) -> str:
    """The tag that holds the share of a class, or of `valid` pixels."""
    return f"{key.upper()}_PERCENT"
