"""Grids keep their extent at any pixel size."""

from __future__ import annotations

import pytest

from ....core.errors import ProductError
from ....core.raster.grid import Grid, check_same_extent, metres_per_nominal
from ...refusals import refused

FULL = Grid('PROJCS["UTM 33N"]', 300000, 5900040, 10, 10980, 10980)


@pytest.mark.parametrize(("size", "pixels"), [(10, 10980), (15, 7320), (17, 6459), (20, 5490), (25, 4392), (60, 1830)])
def test_a_grid_of_another_pixel_size_has_the_same_extent(size, pixels):
    """A grid starts at the same corner and has enough pixels to reach the far edges."""
    grid = FULL.at(size)
    assert (grid.shape, grid.left, grid.top, grid.pixel_size) == ((pixels, pixels), 300000, 5900040, size)
    assert FULL.right <= grid.right < FULL.right + size
    assert FULL.bottom >= grid.bottom > FULL.bottom - size


def test_a_reduced_product_does_not_get_a_pixel_more():
    """439 pixels of 250.113... m are 219.5 of twice the size: 220, and not one more by rounding."""
    native = Grid("", 0, 0, 109800 / 439, 439, 439)
    ratio = metres_per_nominal(10, native)
    assert ratio == pytest.approx(25.0114, rel=1e-4)
    assert native.at(20 * ratio).shape == (220, 220)
    assert native.at(10 * ratio).shape == (439, 439)
    assert metres_per_nominal(20, Grid("", 0, 0, 20, 5, 5)) == 1.0


def test_the_transform_is_that_of_the_grid():
    """The corner of a grid is where its transform puts pixel (0, 0)."""
    transform = FULL.at(20).transform()
    assert transform * (0, 0) == (300000, 5900040)
    assert transform * (5490, 5490) == (FULL.right, FULL.bottom)


def test_bands_of_one_product_agree_although_their_sizes_do_not():
    """Bands at 10, 20 and 60 m of one tile agree; so do reduced ones whose sizes are rounded down."""
    check_same_extent({"B02": FULL, "B11": FULL.at(20), "B01": FULL.at(60)}, "S2A_X")
    reduced = {"B02": Grid("", 0, 0, 109800 / 439, 439, 439), "B11": Grid("", 0, 0, 109800 / 219, 219, 219)}
    check_same_extent(reduced, "S2A_X")


@pytest.mark.parametrize(
    ("other", "extent"),
    [
        (Grid('PROJCS["UTM 32N"]', 300000, 5900040, 20, 5490, 5490), "UTM 32N, 300000 5790240 to 409800 5900040"),
        (Grid(FULL.crs, 300020, 5900040, 20, 5490, 5490), "UTM 33N, 300020 5790240 to 409820 5900040"),
        (Grid(FULL.crs, 300000, 5900000, 20, 5490, 5490), "UTM 33N, 300000 5790200 to 409800 5900000"),
        (Grid(FULL.crs, 300000, 5900040, 20, 5490, 5000), "UTM 33N, 300000 5790240 to 400000 5900040"),
        (Grid(FULL.crs, 300000, 5900040, 20, 5491, 5490), "UTM 33N, 300000 5790220 to 409800 5900040"),
    ],
    ids=["crs", "left", "top", "width", "height"],
)
def test_bands_of_another_extent_are_named(other, extent):
    """Two bands with different extents are an error that names both bands and both extents."""
    reference = "UTM 33N, 300000 5790240 to 409800 5900040"
    bands = {"reference_band": "B02", "band": "B11", "reference_extent": reference, "extent": extent}
    with refused(ProductError, name="S2A_X", **bands):
        check_same_extent({"B02": FULL, "B11": other}, "S2A_X")
