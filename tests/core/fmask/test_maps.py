"""The maps of a user: hillsides in the shade, where the sun and their slope put it, and water."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from ....core.angles.view import Angles
from ....core.errors import RasterError
from ....core.fmask.maps import slopes, water
from ....core.raster.grid import Grid
from ...rasters import write_raster

SIZE = 40
LEVELS = np.abs(np.arange(SIZE) - SIZE / 2 + 0.5)
"""Pixels from the ridge."""


def ridge(tmp_path, turned: bool) -> Path:
    """Write a ridge from west to east, or from north to south, whose sides fall by 45 degrees."""
    height = np.broadcast_to(1000 - 20 * LEVELS[:, None], (SIZE, SIZE)).astype(np.float32)
    return Path(write_raster(tmp_path / "elevation.tif", height.T if turned else height, dtype="float32"))


def sun(zenith: float, azimuth: float) -> Angles:
    """Return one direction of the sun for the whole scene."""
    nadir = np.zeros((1, 1), np.float32)
    return Angles(nadir + zenith, nadir + azimuth, nadir, nadir)


@pytest.mark.parametrize(("azimuth", "turned", "first"), [(180, False, True), (0, False, False), (90, True, True)])
def test_the_side_that_faces_away_from_a_low_sun_is_in_the_shade(tmp_path, azimuth, turned, first):
    """With the sun in the south the north side is dark, in the north the south side, in the east the west side."""
    path = ridge(tmp_path, turned)
    with rasterio.open(path) as dataset:
        grid = Grid.of(dataset)
    steep, shaded = np.zeros((2, SIZE, SIZE), np.bool_)
    for lines, slope, shade in slopes(path, grid, "scene", sun(60, azimuth)):
        steep[lines], shaded[lines] = slope, shade
    half = SIZE // 2 - 1
    across = shaded.T if turned else shaded
    assert across[1:half].all() == first
    assert across[-half:-1].all() != first
    assert across[1:half].any() == first
    assert (steep.T if turned else steep)[1:half].all()


def test_a_high_sun_lights_both_sides(tmp_path):
    """The sun is 60 degrees above the horizon, steeper than the slopes."""
    path = ridge(tmp_path, turned=False)
    with rasterio.open(path) as dataset:
        grid = Grid.of(dataset)
    assert not any(shade.any() for _, _, shade in slopes(path, grid, "scene", sun(30, 180)))


@pytest.mark.parametrize(
    ("values", "found"), [(np.full((SIZE, SIZE), 120), {"value": 120}), (np.ones((3, 9, 9)), {"count": 3})]
)
def test_what_is_no_map_of_water_is_refused(tmp_path, values, found):
    """Elevation in the field of the water map, or a picture, gives one line and no mask."""
    path = Path(write_raster(tmp_path / "water.tif", values))
    with rasterio.open(path) as dataset:
        grid = Grid.of(dataset)
    with pytest.raises(RasterError) as refused:
        list(water(path, grid, "scene"))
    assert found.items() <= refused.value.values.items()


def test_fractions_of_water_are_rounded(tmp_path):
    """A pixel of which nine tenths are water is water, one of two tenths is not."""
    fractions = np.full((SIZE, SIZE), 0.2, np.float32)
    fractions[:10] = 0.9
    path = Path(write_raster(tmp_path / "water.tif", fractions, dtype="float32"))
    with rasterio.open(path) as dataset:
        grid = Grid.of(dataset)
    found = np.zeros((SIZE, SIZE), np.bool_)
    for lines, pixels in water(path, grid, "scene"):
        found[lines] = pixels
    assert np.array_equal(found, fractions > 0.5)
