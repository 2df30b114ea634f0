"""Describe the acquisition of a scene, for masks, tags and season tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timezone

_NAME = re.compile(r"(S2[A-D])_MSI(L1C|L2A)_(\d{8}T\d{6})_N(\d\d)(\d\d)_R\d{3}_(T\d\d[A-Z]{3})_")
"""Satellite, level, start of the datatake, baseline and tile in the names of products since 2016."""


@dataclass(frozen=True)
class Acquisition:
    """The acquisition and processing of a scene; unknown fields are empty or None."""

    name: str
    """Name of the product without `.SAFE`, of one of several granules with its tile appended, or of a raster."""
    level: str
    """`L1C` or `L2A`."""
    baseline: str = ""
    """Processing baseline, e.g. `05.10`."""
    satellite: str = ""
    """e.g. `S2A`."""
    tile: str = ""
    """e.g. `T33UUU`."""
    sensing_time: datetime | None = None
    """UTC: of the tile, else the start of the datatake; for a raster, as the user entered it."""
    datastrip: str = ""
    """Identifier of the datastrip."""

    @classmethod
    def named(cls, name: str) -> Acquisition | None:
        """Return what the name of a product tells, for one that cannot be read; None if it has not ESA's form."""
        if (found := _NAME.match(name)) is None:
            return None
        satellite, level, time, *baseline, tile = found.groups()
        try:
            sensed = datetime.strptime(time, "%Y%m%dT%H%M%S").replace(tzinfo=timezone.utc)
        except ValueError:  # no date
            return None
        return cls(name, level, ".".join(baseline), satellite, tile, sensed)

    @property
    def day(self) -> str:
        """Date of the acquisition in UTC, e.g. `2024-06-01`; empty if it is unknown."""
        return f"{self.sensing_time.astimezone(timezone.utc):%Y-%m-%d}" if self.sensing_time else ""

    @property
    def title(self) -> str:
        """Day and tile, e.g. `2024-06-01 T33UUU`; the name if one of them is unknown."""
        return f"{self.day} {self.tile}" if self.day and self.tile else self.name
