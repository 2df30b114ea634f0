"""Summarise the outcomes of a season as rows, for tables, charts and reports."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ..areas.polygons import clipped
from ..classes import CLASS_OF_KEY, CLEAR, SURFACES, MaskClass

if TYPE_CHECKING:
    from ..masks.result import SceneOutcome

GEOMETRY_COLUMN = "WKT"
"""Name of the column that GDAL and QGIS read as the geometry of a CSV file."""
_TIME_FORMAT = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True)
class SceneSummary:
    """A row for one product; the columns of every table are its fields up to `error`, then the kinds of clear ground.

    None is no value. Shares are in percent of the pixels with data; `clear` includes all kinds of ground. `valid` is
    the percent of the mask's pixels that hold data, or of those inside the area of interest, if any.
    """

    product: str
    satellite: str | None = None
    tile: str | None = None
    level: str | None = None
    baseline: str | None = None
    sensing_time: datetime | None = None
    resolution: int | None = None
    model: str | None = None
    clear: float | None = None
    thick_cloud: float | None = None
    thin_cloud: float | None = None
    shadow: float | None = None
    cloud: float | None = None
    valid: float | None = None
    mask: str | None = None
    error: str | None = None
    surfaces: Mapping[str, float] = field(default_factory=dict)
    """Percent of each kind of clear ground that the model distinguishes, by key."""
    classes: tuple[str, ...] = ()
    """Keys of the classes that the model distinguishes; empty if they are unknown."""
    edited: datetime | None = None
    """Time at which a person saved this version of the mask; None if nobody has corrected it."""

    @classmethod
    def of(cls, outcome: SceneOutcome) -> SceneSummary:
        """Create the row of a product from its result or error."""
        result, acquired = outcome.result, outcome.acquisition
        row = cls(product=outcome.path.name, error=str(outcome.error) if outcome.error else None)
        if acquired is not None:
            row = replace(
                row,
                product=acquired.name,
                satellite=acquired.satellite,
                tile=acquired.tile,
                level=acquired.level,
                baseline=acquired.baseline,
                sensing_time=acquired.sensing_time and acquired.sensing_time.astimezone(timezone.utc),
            )
        if result is None:
            return row
        shares = result.shares or {}
        return replace(
            row,
            resolution=round(result.resolution),
            model=result.model,
            clear=shares.get("clear"),
            thick_cloud=shares.get("thick_cloud"),
            thin_cloud=shares.get("thin_cloud"),
            shadow=shares.get("shadow"),
            cloud=result.cloud_percent,
            valid=result.valid_percent,
            mask=str(result.mask_path),
            surfaces=result.surfaces,
            classes=result.classes,
            edited=result.edited,
        )

    @property
    def values(self) -> dict[str, Any]:
        """Values by column name."""
        return {name: self.value(name) for name in COLUMNS}

    def value(self, name: str) -> Any:
        """Return the value of a column."""
        return self.surfaces.get(name) if name in _SURFACES else getattr(self, name)

    def shown(self, name: str) -> Any:
        """Return the value of a column for people: None for the share of a class that the model does not have."""
        lacks = self.classes and name in CLASS_OF_KEY and name not in self.classes
        return None if lacks else self.value(name)

    def share(self, mask_class: MaskClass) -> float:
        """Return the percent of the pixels with the value of a class: of clear, without those of a kind of ground."""
        share = self.value(mask_class.key) or 0.0
        return max(0.0, share - sum(self.surfaces.values())) if mask_class.value == CLEAR else share

    @property
    def day(self) -> str:
        """Date of the acquisition in UTC, e.g. `2024-06-01`; empty if it is unknown."""
        return f"{self.sensing_time:%Y-%m-%d}" if self.sensing_time else ""


_KINDS = {"str": "string", "int": "integer", "float": "double", "datetime": "datetime"}
_SURFACES = tuple(c.key for c in SURFACES)
COLUMNS = {
    **{
        one.name: _KINDS[str(one.type).split(" |", 1)[0]]
        for one in fields(SceneSummary)
        if one.name not in ("surfaces", "classes", "edited")
    },
    **dict.fromkeys(_SURFACES, "double"),
}
"""Name and type of each column: `string`, `integer`, `double` or `datetime` (UTC)."""


def in_order(outcomes: Iterable[SceneOutcome]) -> list[SceneOutcome]:
    """Sort outcomes by time and tile; products of an unknown time come last."""
    undated = datetime.max.replace(tzinfo=timezone.utc)

    def key(outcome: SceneOutcome) -> tuple[datetime, str, str]:
        acquired = outcome.acquisition
        if acquired is None:
            return undated, "", outcome.path.name
        return acquired.sensing_time or undated, acquired.tile, acquired.name

    return sorted(outcomes, key=key)


def footprint(outcome: SceneOutcome) -> str | None:
    """Return the extent of a mask as WKT in degrees of EPSG:4326; None without a mask.

    It is a polygon, or a multipolygon cut along the antimeridian.
    """
    if outcome.result is None:
        return None
    ring = np.array(outcome.result.grid.outline()[:-1])
    if ring[:, 0].max() <= 180:
        return f"POLYGON ({_ring(ring)})"
    west, east = (-math.inf, -math.inf), (math.inf, math.inf)
    parts = clipped(ring, west, (180, math.inf)), clipped(ring, (180, -math.inf), east) - (360, 0)
    return f"MULTIPOLYGON ({', '.join(f'({_ring(part)})' for part in parts)})"


def _ring(points: NDArray[np.float64]) -> str:
    """Return the WKT of a ring of (longitude, latitude) without its closing point."""
    return f"({', '.join(f'{x:.6f} {y:.6f}' for x, y in (*points, points[0]))})"


def season_csv(outcomes: Iterable[SceneOutcome]) -> str:
    """Return a CSV table with a row per product and its footprint in the last column; cells without value are empty."""
    return csv_lines([[*COLUMNS, GEOMETRY_COLUMN], *map(csv_cells, in_order(outcomes))])


def csv_cells(outcome: SceneOutcome) -> list[str]:
    """Return the row of a product in a CSV table: the columns, and the footprint."""
    return [*map(_cell, SceneSummary.of(outcome).values.values()), footprint(outcome) or ""]


def csv_lines(rows: Iterable[Iterable[str]]) -> str:
    """Return rows as the lines of a CSV table."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _cell(value: Any) -> str:
    if isinstance(value, datetime):
        return value.strftime(_TIME_FORMAT)
    if isinstance(value, float):
        return f"{value:.4f}"
    return "" if value is None else str(value)


def surfaces_of(scenes: Iterable[SceneSummary]) -> list[MaskClass]:
    """Return the kinds of ground of which any scene has a share: others get no column."""
    known = {key for scene in scenes for key in scene.surfaces}
    return [c for c in SURFACES if c.key in known]
