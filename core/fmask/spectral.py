"""Spectral tests of Fmask, pixel by pixel: what may be cloud, and what looks like water, snow or a roof.

Thresholds are reflectance at the top of the atmosphere. Sources: Zhu and Woodcock 2012 (Remote Sensing of Environment
118:83), Zhu, Wang and Woodcock 2015 (159:269), Frantz et al. 2018 (215:471), Qiu, Zhu and He 2019 (231:111205).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Reflectance = NDArray[np.float32]
"""(lines, columns) float32, 0 to 1 and above."""
Pixels = NDArray[np.bool_]
"""(lines, columns) bool."""


class Findings(NamedTuple):
    """The results of the tests, each (lines, columns)."""

    potential: Pixels
    """True where the pixel may be cloud; cirrus comes later."""
    water: Pixels
    snow: Pixels
    built_up: Pixels
    """True where the pixel may be a roof or bare ground: candidates for false clouds."""
    hot: Reflectance
    """Haze-optimised transform: how much brighter the pixel is in blue than clear ground of its red."""
    variability: Reflectance
    """1 - the largest of the indices and of the whiteness: clouds have no colour."""


def examine(bands: Mapping[str, Reflectance], saturated: Pixels) -> Findings:
    """Test pixels.

    Args:
        bands: Reflectance of B02, B03, B04, B08, B11 and B12.
        saturated: True where a visible band is saturated.
    """
    blue, green, red, nir, swir = (bands[band] for band in ("B02", "B03", "B04", "B08", "B11"))
    ndvi, ndsi, ndbi = _index(nir, red), _index(green, swir), _index(swir, nir)
    whiteness = _whiteness(blue, green, red)
    hot = blue - np.float32(0.5) * red - np.float32(0.08)
    water = ((ndvi < 0.01) & (nir < 0.11)) | ((ndvi > 0) & (ndvi < 0.1) & (nir < 0.05))
    # Snow is as bright in green as in red, or brighter; muddy rivers and flooded fields are redder.
    snow = (ndsi > 0.15) & (nir > 0.11) & (green > 0.1) & (red <= green)
    if saturated.any():  # colours are wrong there
        for index in (ndvi, ndsi, whiteness):
            index[saturated] = 0
    potential = (bands["B12"] > 0.03) & (ndsi < 0.8) & (ndvi < 0.8) & (whiteness < 0.7)
    potential &= (hot > 0) | saturated
    potential &= nir > np.float32(0.75) * swir
    variability = np.maximum(np.abs(ndvi), np.abs(ndsi))
    np.maximum(variability, np.abs(ndbi), out=variability)
    np.maximum(variability, whiteness, out=variability)
    np.subtract(1, variability, out=variability)
    return Findings(potential, water, snow, (ndbi > 0) & (ndbi > ndvi) & ~water, hot, variability)


def _index(one: Reflectance, other: Reflectance) -> Reflectance:
    """Return the normalised difference of two bands; 0 where their sum is not positive."""
    total = one + other
    return np.divide(one - other, total, out=np.zeros_like(total), where=total > 0)


def _whiteness(blue: Reflectance, green: Reflectance, red: Reflectance) -> Reflectance:
    """Return the sum of the deviations of the visible bands from their mean, in shares of it."""
    mean = (blue + green + red) / np.float32(3)
    total = np.abs(blue - mean)
    total += np.abs(green - mean)
    total += np.abs(red - mean)
    return np.divide(total, mean, out=np.zeros_like(mean), where=mean > 0)
