"""Name, write and read the tags of mask files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime, timezone
from math import isfinite
from typing import Any

from ..classes import CLASSES, SURFACES
from ..language import Message, unpacked_message
from ..product.acquisition import Acquisition

TAG_PREFIX = "CLOUDS2MASK_"
"""Prefix of every tag in a file; tags in memory have none."""

PRODUCT = "PRODUCT"
LEVEL = "LEVEL"
BASELINE = "BASELINE"
SATELLITE = "SATELLITE"
TILE = "TILE"
SENSING_TIME = "SENSING_TIME"
"""In ISO 8601."""
DATASTRIP = "DATASTRIP"
"""Not in masks of older versions."""

MODEL = "MODEL"
"""Id of the model card; not in valid masks."""
MODEL_VERSION = "MODEL_VERSION"
RESOLUTION = "RESOLUTION"
"""Pixel size of the mask in metres."""
NETWORK_RESOLUTION = "NETWORK_RESOLUTION"
OPTIONS = "OPTIONS"
"""JSON of all other options that affect the pixels."""
CLASS_LABELS = "CLASSES"
"""JSON of the label of each value that the model distinguishes; of all values in masks of older versions."""
PLUGIN_VERSION = "PLUGIN_VERSION"
PROVIDER = "PROVIDER"
"""Execution provider of ONNX Runtime."""
SECONDS = "SECONDS"

WARNINGS = "WARNINGS"
"""JSON of what the user was told about the mask; see `warnings_tag`."""

EDITED_BY = "EDITED_BY"
"""`hand` in a version that a person has corrected; all other tags are those of the mask that was corrected."""
EDITED_TIME = "EDITED_TIME"
"""In ISO 8601."""
EDITED_PIXELS = "EDITED_PIXELS"
"""Number of pixels that differ from the mask that was corrected."""
EDITED_FROM = "EDITED_FROM"
"""Name of the file of the mask that was corrected."""

RULE = "RULE"
"""JSON of the rule for clear pixels of a valid mask; not in valid masks of older versions."""
KIND, VALID_MASK = "KIND", "valid mask"
"""Distinguishes a valid mask from a cloud mask, in which 1 means the opposite."""

SCENE = (PRODUCT, LEVEL, BASELINE, TILE, SENSING_TIME, DATASTRIP)
IDENTITY = (*SCENE, MODEL, MODEL_VERSION, RESOLUTION, NETWORK_RESOLUTION, OPTIONS)
"""Tags of scene, model and options; two masks with the same values have the same pixels."""

_VALID = "valid"
_SATELLITE_IN_NAME = re.compile(r"(S2[A-Z])_")
_TILE_IN_NAME = re.compile(r"_(T\d{2}[A-Z]{3})(?=_|$)")


def prefixed(tags: Mapping[str, str]) -> dict[str, str]:
    """Add the prefix to tags, for a file."""
    return {TAG_PREFIX + name: text for name, text in tags.items()}


def unprefixed(tags: Mapping[str, str]) -> dict[str, str]:
    """Select the mask's tags from all tags of a file, without the prefix."""
    return {name[len(TAG_PREFIX) :]: text for name, text in tags.items() if name.startswith(TAG_PREFIX)}


def acquisition_tags(acquisition: Acquisition) -> dict[str, str]:
    """Convert an acquisition to tags; see `acquisition_of`."""
    time = acquisition.sensing_time
    return {
        PRODUCT: acquisition.name,
        LEVEL: acquisition.level,
        BASELINE: acquisition.baseline,
        SATELLITE: acquisition.satellite,
        TILE: acquisition.tile,
        **({SENSING_TIME: time.isoformat()} if time else {}),
        **({DATASTRIP: acquisition.datastrip} if acquisition.datastrip else {}),
    }


def acquisition_of(tags: Mapping[str, str]) -> Acquisition:
    """Read the acquisition of a mask; older versions have satellite and tile only in the product's name.

    Raises:
        KeyError, ValueError: a tag is missing or damaged.
    """
    name = tags[PRODUCT]
    satellite, tile = _SATELLITE_IN_NAME.match(name), _TILE_IN_NAME.search(name)
    return Acquisition(
        name=name,
        level=tags[LEVEL],
        baseline=tags.get(BASELINE, ""),
        satellite=tags.get(SATELLITE) or (satellite[1] if satellite else ""),
        tile=tags.get(TILE) or (tile[1] if tile else ""),
        sensing_time=sensing_time_of(tags),
        datastrip=tags.get(DATASTRIP, ""),
    )


def origin_of(tags: Mapping[str, str]) -> dict[str, str]:
    """Select the tags that rasters derived from a mask share with it: product and time."""
    return {name: tags[name] for name in (PRODUCT, SENSING_TIME) if name in tags}


def sensing_time_of(tags: Mapping[str, str]) -> datetime | None:
    """Read the acquisition time in UTC, which is assumed if the tag names no time zone; None if unknown.

    Raises:
        ValueError: the tag is damaged.
    """
    return _time_of(tags.get(SENSING_TIME))


def edited_time_of(tags: Mapping[str, str]) -> datetime | None:
    """Read the time at which a person saved the version, in UTC; None if the mask is no such version.

    Raises:
        ValueError: the tag is damaged.
    """
    return _time_of(tags.get(EDITED_TIME))


def _time_of(text: str | None) -> datetime | None:
    if not text:
        return None
    time = datetime.fromisoformat(text)
    try:
        return time.astimezone(timezone.utc) if time.tzinfo else time.replace(tzinfo=timezone.utc)
    except OverflowError as error:
        raise ValueError(text) from error


def options_of(tags: Mapping[str, str]) -> dict[str, Any]:
    """Read the options that affect the pixels.

    Raises:
        KeyError, ValueError: the tag is missing or damaged.
    """
    try:
        options = json.loads(tags[OPTIONS])
    except RecursionError as error:
        raise ValueError(tags[OPTIONS]) from error
    if not isinstance(options, dict):
        raise ValueError(tags[OPTIONS])  # noqa: TRY004 - a damaged tag, not an error of the program
    return options


def class_keys_of(tags: Mapping[str, str]) -> tuple[str, ...]:
    """Read the keys of the classes that a mask names; empty if the tag is missing or damaged."""
    try:
        values = set(json.loads(tags[CLASS_LABELS]))
    except (KeyError, ValueError, TypeError, RecursionError):
        return ()
    return tuple(c.key for c in CLASSES if str(c.value) in values)


def warnings_tag(warnings: Iterable[str]) -> dict[str, str]:
    """Convert warnings to a tag; none without a warning."""
    kept = [one.packed() if isinstance(one, Message) else one for one in warnings]
    return {WARNINGS: json.dumps(kept)} if kept else {}


def warnings_of(tags: Mapping[str, str]) -> tuple[str, ...]:
    """Read the warnings of a mask in the user's language, without damaged ones; none if the tag is missing."""
    try:
        held = json.loads(tags.get(WARNINGS, "[]"))
    except (ValueError, RecursionError):
        return ()
    read: list[str] = []
    for one in held if isinstance(held, list) else ():
        with suppress(KeyError, ValueError, TypeError, AttributeError):
            read.append(one if isinstance(one, str) else unpacked_message(one))
    return tuple(read)


def number(text: str) -> float:
    """Read a number.

    Raises:
        ValueError: it is no number, or not finite.
    """
    value = float(text)
    if not isfinite(value):
        raise ValueError(text)
    return value


def share_tag(key: str) -> str:
    """Return the name of the tag with the share of a class."""
    return f"{key.upper()}_PERCENT"


def share_tags(shares: Mapping[str, float] | None, valid_percent: float) -> dict[str, str]:
    """Convert the shares of a mask to tags; see `MaskResult`."""
    percents = {**(shares or {}), _VALID: valid_percent}
    return {share_tag(key): f"{percent:.6f}" for key, percent in percents.items()}


def shares_of(tags: Mapping[str, str]) -> dict[str, float] | None:
    """Read the percent of the pixels with data per class key, see `class_shares`; None if no pixel has data.

    Raises:
        KeyError, ValueError: a tag is missing or damaged.
    """
    if not any(share_tag(c.key) in tags for c in CLASSES):
        return None
    # Masks of models that do not distinguish kinds of ground have no tags of them.
    there = [c for c in CLASSES if c not in SURFACES or share_tag(c.key) in tags]
    return {c.key: number(tags[share_tag(c.key)]) for c in there}


def valid_percent_of(tags: Mapping[str, str]) -> float | None:
    """Read the percent of the mask's pixels that hold data; None in masks of older versions.

    Raises:
        ValueError: the tag is damaged.
    """
    text = tags.get(share_tag(_VALID))
    return number(text) if text else None
