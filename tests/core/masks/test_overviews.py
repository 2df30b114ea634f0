"""Overviews of masks show the most frequent class, and never a class that is not there."""

from __future__ import annotations

import numpy as np
import rasterio
from rasterio.enums import Resampling

from ....core.classes import NODATA
from ....core.masks.overviews import overviews
from ...rasters import write_mask


def test_they_are_those_of_gdal(tmp_path):
    """All combinations of classes and nodata in 2 x 2 pixels have the class of GDAL's method `mode`, at each level."""
    rng = np.random.default_rng(4)
    mask = rng.choice(np.array([0, 1, 2, 3, NODATA], np.uint8), (1024, 768))
    path = write_mask(tmp_path / "mask.tif", mask)
    with rasterio.open(path, "r+") as dataset:
        dataset.build_overviews([2, 4, 8], Resampling.mode)
    made = list(overviews(mask, 128))
    assert [one.shape for one in made] == [(512, 384), (256, 192), (128, 96)]
    for level, one in enumerate(made):
        with rasterio.open(path, overview_level=level) as dataset:
            assert np.array_equal(one, dataset.read(1))


def test_the_last_line_and_column_of_an_odd_mask_stay():
    """A mask of 5 x 3 pixels becomes 3 x 2, of which the last line and column have the pixels that are left."""
    mask = np.array([[0, 0, 1], [0, 3, 1], [1, 1, 3], [2, 2, NODATA], [3, NODATA, 2]], np.uint8)
    (half,) = overviews(mask, 3)
    assert half.tolist() == [[0, 1], [1, 3], [3, 2]]


def test_a_small_mask_has_none():
    """A mask that fits into a block of the file needs no overview."""
    assert not list(overviews(np.zeros((512, 300), np.uint8), 512))
