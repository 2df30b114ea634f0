"""The tags of mask files."""

from __future__ import annotations

KIND_TAG, KIND = "CLOUDS2MASK_KIND", "valid mask"
"""Tells a valid mask from a cloud mask, in which 1 means the opposite."""
_TIME_TAG = "CLOUDS2MASK_SENSING_TIME"
_ORIGIN = ("CLOUDS2MASK_PRODUCT", _TIME_TAG)


TAG_PREFIX = "CLOUDS2MASK_"


def share_tag(key: str) -> str:
    """The tag that holds the share of a class, or of `valid` pixels."""
    return f"{key.upper()}_PERCENT"
