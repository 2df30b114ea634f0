"""An acquisition: what a mask, its tags and the tables of a season say of the scene."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Acquisition:
    """A scene as it was acquired and processed; what is not known is empty or None."""

    name: str
    """Of the product without `.SAFE`; of a granule given by itself, with its tile appended; or of a raster."""
    level: str
    """`L1C` or `L2A`."""
    baseline: str = ""
    """Processing baseline, e.g. `05.10`."""
    satellite: str = ""
    """e.g. `S2A`."""
    tile: str = ""
    """e.g. `T33UUU`."""
    sensing_time: datetime | None = None
    """Start of the datatake, UTC; of a raster, as a person says."""
