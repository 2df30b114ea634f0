"""Clouds by their probability against that of the clear ground of the same scene.

Sources: see `spectral`; thresholds of probability are those of Fmask 4 for sensors without a thermal band.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .fields import DATA, POTENTIAL, SNOW, WATER, SceneFields, blocks
from .snow import deviations
from .spectral import Pixels, Reflectance
from .statistics import UNITS, Histogram, packed

CIRRUS = 0.01
"""Reflectance of B10 from which a pixel may be cloud, above that of clear ground."""
_CIRRUS_FULL, _CIRRUS_WEIGHT = 0.04, 0.5
_GROUND_CIRRUS_PERCENT = 2
_ABSOLUTE_SNOW = 0.0009
"""Deviation of B03 times (1 - NDSI) below which snow is not taken for cloud."""
LOW, HIGH = 17.5, 82.5
"""Percentiles of clear land."""
_HOT_MARGIN = 0.04
_WATER_PROBABILITY, _BRIGHT_WATER = 0.5, 0.11
_LEAST_CLEAR, _LEAST_LAND = 0.03, 0.001
"""Shares of the pixels with data below which there is too little clear ground, or land, for statistics."""
_FILLED_FROM = 5
"""Clouds among the 3 x 3 pixels around a pixel from which it is cloud too."""


@dataclass(frozen=True)
class Ground:
    """The statistics of clear land, or of all clear ground if there is hardly any land."""

    is_enough: bool
    """False if hardly any pixel is clear."""
    hot: tuple[float, float]
    """Haze-optimised transform between which the probability rises from 0 to 1."""
    dark: tuple[int, int]
    """17.5th percentile of B08 and B11 in units."""
    over_water: bool
    """True if the statistics are those of all clear ground."""


def find_clouds(fields: SceneFields, threshold: float, snow_radius: int) -> tuple[Pixels, Ground]:
    """Find the clouds of a scene.

    Args:
        fields: Its fields; the potential cloud among them is completed.
        threshold: Probability of cloud over land, above that of clear land.
        snow_radius: Pixels around a pixel in which uniform snow is told from cloud.

    Returns:
        (lines, columns) bool, and the statistics of the scene.
    """
    _complete_potential(fields, snow_radius)
    ground = _ground(fields)
    cloud = np.empty(fields.flags.shape, np.bool_)
    limit = _land_limit(fields, ground) + threshold if ground.is_enough else 0
    for lines in blocks(len(cloud)):
        cloud[lines] = fields.has(POTENTIAL, lines)
        if ground.is_enough:
            least = np.where(fields.has(WATER, lines), np.float32(_WATER_PROBABILITY), np.float32(limit))
            cloud[lines] &= _probability(fields, ground, lines) > least
    return _filled(cloud) & fields.has(DATA), ground


def _complete_potential(fields: SceneFields, snow_radius: int) -> None:
    """Add cirrus to the potential cloud, and take uniform snow out of it."""
    clear = Histogram()
    for lines in blocks(len(fields.flags)):
        clear.add(fields.cirrus[lines][fields.clear(lines)])
    ground = clear.percentile(_GROUND_CIRRUS_PERCENT) or 0
    for lines in blocks(len(fields.flags)):
        cirrus, flags = fields.cirrus[lines], fields.flags[lines]
        np.maximum(cirrus - np.int16(max(ground, 0)), 0, out=cirrus)
        flags[(cirrus > CIRRUS * UNITS) & (flags & DATA != 0)] |= POTENTIAL
    wanted = fields.has(SNOW | POTENTIAL)
    for line, deviation in deviations(fields.green, fields.has(DATA), snow_radius, np.any(wanted, axis=1)):
        green, swir = (band[line].astype(np.float32) for band in (fields.green, fields.swir))
        rest = 2 * swir / np.maximum(green + swir, 1)  # 1 - NDSI
        uniform = deviation * rest < _ABSOLUTE_SNOW * UNITS
        fields.flags[line][uniform & wanted[line]] &= ~np.uint8(POTENTIAL)


def _ground(fields: SceneFields) -> Ground:
    """Measure the clear ground."""
    counts = {"data": 0, "clear": 0, "land": 0}
    for lines in blocks(len(fields.flags)):
        clear = fields.clear(lines)
        counts["data"] += int(np.count_nonzero(fields.has(DATA, lines)))
        counts["clear"] += int(np.count_nonzero(clear))
        counts["land"] += int(np.count_nonzero(clear & ~fields.has(WATER, lines)))
    over_water = counts["land"] < _LEAST_LAND * counts["data"]
    hot, nir, swir = Histogram(), Histogram(), Histogram()
    for lines in blocks(len(fields.flags)):
        pixels = _clear_ground(fields, lines, over_water)
        for histogram, field in ((hot, fields.hot), (nir, fields.nir), (swir, fields.swir)):
            histogram.add(field[lines][pixels])
    low, high = ((hot.percentile(percent) or 0) / UNITS for percent in (LOW, HIGH))
    return Ground(
        is_enough=counts["clear"] >= max(1, _LEAST_CLEAR * counts["data"]),
        hot=(low - _HOT_MARGIN, high + _HOT_MARGIN),
        dark=(nir.percentile(LOW) or 0, swir.percentile(LOW) or 0),
        over_water=over_water,
    )


def _clear_ground(fields: SceneFields, lines: slice, over_water: bool) -> Pixels:
    """Return the pixels of the statistics."""
    clear = fields.clear(lines)
    return clear if over_water else clear & ~fields.has(WATER, lines)


def _land_limit(fields: SceneFields, ground: Ground) -> float:
    """Return the probability that few pixels of clear land exceed."""
    probabilities = Histogram()
    for lines in blocks(len(fields.flags)):
        pixels = _clear_ground(fields, lines, ground.over_water)
        probabilities.add(packed(_probability(fields, ground, lines)[pixels], np.uint16))
    return (probabilities.percentile(HIGH) or 0) / UNITS


def _probability(fields: SceneFields, ground: Ground, lines: slice) -> Reflectance:
    """Return the probability of cloud of some lines, from 0; cirrus may raise it above 1."""
    low, high = ground.hot
    unit = np.float32(1 / UNITS)
    land = (fields.hot[lines] * unit - np.float32(low)) * np.float32(1 / (high - low))
    np.clip(land, 0, 1, out=land)
    land *= fields.variability[lines] * unit
    water = np.minimum(fields.swir[lines], int(_BRIGHT_WATER * UNITS)) * np.float32(1 / _BRIGHT_WATER / UNITS)
    np.copyto(land, water, where=fields.has(WATER, lines))
    land += fields.cirrus[lines] * np.float32(_CIRRUS_WEIGHT / _CIRRUS_FULL / UNITS)
    return land


def _filled(cloud: Pixels) -> Pixels:
    """Add the pixels of which most of the 3 x 3 around them are cloud."""
    filled = np.empty_like(cloud)
    for lines in blocks(len(cloud)):
        above, below = min(1, lines.start), min(1, len(cloud) - lines.stop)
        around: NDArray[Any] = cloud[lines.start - above : lines.stop + below].astype(np.uint8)
        around = np.pad(around, ((1 - above, 1 - below), (1, 1)))
        across = around[:, :-2] + around[:, 1:-1] + around[:, 2:]
        filled[lines] = cloud[lines] | (across[:-2] + across[1:-1] + across[2:] >= _FILLED_FROM)
    return filled
