"""Parse the angles of the sun and of the view from the metadata of a granule, and check them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..contents.xml_files import parse_xml
from ..product.bands import BAND_OF_ID

SUN = "sun"
NODE_STEP = 5000.0
"""Distance in metres of the nodes of ESA's grids."""
_GRIDS = ("Sun_Angles_Grid", "Viewing_Incidence_Angles_Grids")
_MEANS = ("Mean_Sun_Angle", "Mean_Viewing_Incidence_Angle")


class AngleGrid(NamedTuple):
    """Angles at the nodes of a grid, of which the first lies at the upper left corner of the tile."""

    step: tuple[float, float]
    """Distance of nodes down a column and along a row, in metres."""
    zenith: NDArray[np.float64]
    """(rows, columns) in degrees, 0 to 90; NaN where a detector does not look, or states no possible angle."""
    azimuth: NDArray[np.float64]
    """(rows, columns) in degrees, clockwise from true north; NaN where a detector does not look."""


@dataclass(frozen=True)
class TileAngles:
    """The angles that a product states, by `SUN` or the name of a band; unreadable ones are left out."""

    grids: dict[str, list[AngleGrid]] = field(default_factory=dict)
    """One grid of the sun; for a band, one of each detector."""
    means: dict[str, tuple[float, float]] = field(default_factory=dict)
    """(zenith, azimuth) of the tile in degrees."""


def parse_tile_angles(data: bytes, path: str) -> TileAngles:
    """Read the angles in the metadata file of a granule.

    Args:
        data: The file's bytes.
        path: Its path, for error messages.

    Raises:
        ProductError: the file is over 20 MB, has a DOCTYPE or an entity declaration, or is not well-formed.
    """
    found = TileAngles()
    texts: dict[str, list[str]] = {}
    here = {"of": "", "angle": ""}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name in _GRIDS or name in _MEANS:
            texts.clear()
            number = attributes.get("bandId", "")
            here["of"] = (BAND_OF_ID.get(int(number), "") if number.isdigit() else "") if "View" in name else SUN
        elif name in ("Zenith", "Azimuth"):
            here["angle"] = name

    def end(name: str, text: str) -> None:
        texts.setdefault(f"{here['angle']} values" if name == "VALUES" else name, []).append(text)
        with suppress(ValueError, KeyError):
            if name in _GRIDS and here["of"]:
                grid = _grid(texts)
                found.grids.setdefault(here["of"], []).append(grid)
            elif name in _MEANS and here["of"]:
                found.means[here["of"]] = _mean(texts)

    parse_xml(data, path, start, end)
    return found


def _grid(texts: dict[str, list[str]]) -> AngleGrid:
    """Return the grid in these texts by element.

    Raises:
        ValueError, KeyError: a part is missing or is no number, or rows differ in length.
    """
    zenith, azimuth = (
        np.array([row.split() for row in texts[f"{name} values"]], np.float64) for name in ("Zenith", "Azimuth")
    )
    return angle_grid((float(texts["ROW_STEP"][0]), float(texts["COL_STEP"][0])), zenith, azimuth)


def angle_grid(step: tuple[float, float], zenith: NDArray[np.float64], azimuth: NDArray[np.float64]) -> AngleGrid:
    """Make a grid of (rows, columns) angles in degrees, in which impossible ones become NaN.

    Raises:
        ValueError: it has no nodes, or steps or shapes are impossible.
    """
    if (
        zenith.ndim != 2
        or not zenith.size
        or zenith.shape != azimuth.shape
        or not all(0 < one < np.inf for one in step)
    ):
        raise ValueError(step)
    unknown = ~((zenith >= 0) & (zenith < 90) & np.isfinite(azimuth))
    return AngleGrid(step, np.where(unknown, np.nan, zenith), np.where(unknown, np.nan, azimuth))


def _mean(texts: dict[str, list[str]]) -> tuple[float, float]:
    """Return the mean zenith and azimuth in these texts by element.

    Raises:
        ValueError, KeyError: one is missing or is no possible angle.
    """
    return mean_angles(float(texts["ZENITH_ANGLE"][0]), float(texts["AZIMUTH_ANGLE"][0]))


def mean_angles(zenith: float, azimuth: float) -> tuple[float, float]:
    """Return mean angles in degrees.

    Raises:
        ValueError: they are no possible ones.
    """
    if not (0 <= zenith < 90 and np.isfinite(azimuth)):
        raise ValueError(zenith)
    return zenith, azimuth
