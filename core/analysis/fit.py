"""Check that a mask belongs to a raster: the place and the time of both."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from pathlib import Path

import rasterio

from ..language import message
from ..masks.tags import sensing_time_of, unprefixed
from ..raster.align import READ_ERRORS

_TIME = re.compile(r"(?<!\d)(\d{8}T\d{6})(?!\d)")
_PASS = timedelta(hours=1)
"""A product's name has the time at which a pass of the satellite began, its metadata that of the tile."""
_ALL = 0.99
"""Share of a raster from which a mask covers all of it: both may end at other pixels along the edge of the swath."""


def acquisition_time(path: str) -> datetime | None:
    """Return the acquisition time of a raster in UTC: the first time in its file name, or its tag; None if unknown."""
    found = _TIME.search(Path(path).name)
    try:
        if found:
            return datetime.strptime(found[1], "%Y%m%dT%H%M%S").replace(tzinfo=timezone.utc)
        with rasterio.open(path) as dataset:
            return sensing_time_of(unprefixed(dataset.tags()))
    except (*READ_ERRORS, ValueError):
        return None


def time_warnings(mask: str, mask_time: datetime | None, raster: str, raster_time: datetime | None) -> list[str]:
    """Return a warning if the times of a mask and a raster are known, and are of other dates."""
    if mask_time is None or raster_time is None or mask_time.date() == raster_time.date():
        return []
    if abs(mask_time - raster_time) <= _PASS:  # around midnight
        return []
    return [
        message(
            "{mask} is of {date}, but {raster} is of {other}. Choose the mask of the raster's date.",
            mask=Path(mask).name,
            date=f"{mask_time:%Y-%m-%d}",
            raster=Path(raster).name,
            other=f"{raster_time:%Y-%m-%d}",
        )
    ]


def cover_warnings(mask: str, raster: str, share: float) -> list[str]:
    """Return a warning if a mask has data for less than all of a raster's pixels with data; share: 0 to 1."""
    if share >= _ALL:
        return []
    return [
        message(
            "{mask} covers only {percent:.1f} % of {raster}. The rest counts as not clear.",
            mask=Path(mask).name,
            percent=100 * share,
            raster=Path(raster).name,
        )
    ]
