"""A band that ends before the others is nodata there; a band that is 0 inside its own edge is a reflectance of 0."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from ....core.decoding.margin import Margin
from ....core.product.product import open_product
from ....core.product.strips import Bands
from ....core.raster.morphology import connected
from ....core.raster.patches import PatchPlan, PatchRow
from ....core.workers import Workers
from ....tools.labelled_scene import SIX_BANDS
from ....tools.make_safe import build_product

EDGE = 400
"""Pixels of 20 m along a side of the scenes."""
Shape = Callable[[np.ndarray, np.ndarray], np.ndarray]
"""True beyond an edge; from lines and columns of 20 m."""


def swath(columns: int, slope: float = 0.2) -> Shape:
    """Everything left of a leaning line."""
    return lambda line, column: column < columns + slope * line


EDGES: dict[str, tuple[Shape, Shape]] = {
    "both lean": (swath(60), swath(75)),
    "by a pixel": (swath(60), swath(61)),
    "from the right": (lambda line, column: column > 380 - line, lambda line, column: column > 350 - line),
    "only the band ends": (lambda line, _: line < 0, swath(40)),
    "along a side": (lambda line, _: line < 0, lambda _, column: column >= EDGE - 25),
    "along the top": (lambda line, _: line < 30, lambda line, _: line < 47),
    "at a corner": (lambda line, _: line < 0, lambda line, column: line + column > 2 * EDGE - 90),
}
"""Edges of the visible bands, and of short-wave infrared."""


def strips(visible: np.ndarray, infrared: np.ndarray, folder, levels: int, height: int = 96) -> list[np.ndarray]:
    """Write a product without data where these are True, at 20 m; return all counts and nodata, from strips."""
    rng = np.random.default_rng(7)
    dn = {}
    for band in SIX_BANDS:
        empty = infrared if band in SIX_BANDS[4:] else visible.repeat(2, 0).repeat(2, 1)
        dn[band] = np.where(empty, 0, rng.integers(1, 4000, empty.shape)).astype(np.uint16)
    product = open_product(build_product(folder / str(height), dn, resolutions_levels=levels, block={10: 256, 20: 128}))
    bands = Bands(product, SIX_BANDS, 20)
    counts, nodata = np.full((6, EDGE, EDGE), -1, np.int16), np.zeros((EDGE, EDGE), np.bool_)
    tops = [*range(0, EDGE - height, height // 2), EDGE - height]
    for strip in bands.strips(PatchPlan(height, EDGE, 0, tuple(PatchRow(top, (0,)) for top in tops)), Workers(3)):
        lines = slice(strip.top, strip.top + height)
        counts[:, lines], nodata[lines] = strip.counts, strip.nodata
    return [counts, nodata]


def halo(visible: np.ndarray, levels: int) -> np.ndarray:
    """Grow by what a reduced level ends before no data."""
    reach = 2 if levels > 1 else 0
    lines, columns = np.nonzero(visible)
    grown = visible.copy()
    for down in range(-reach, reach + 1):
        for right in range(-reach, reach + 1):
            grown[np.clip(lines + down, 0, EDGE - 1), np.clip(columns + right, 0, EDGE - 1)] = True
    return grown


@pytest.mark.parametrize("edge", EDGES)
@pytest.mark.parametrize("levels", [1, 5])
def test_a_band_that_ends_before_the_others_is_nodata_there(tmp_path, edge, levels):
    """At the edge of a swath a pixel without short-wave infrared is nodata, to the pixel; all others stay data."""
    line, column = np.indices((EDGE, EDGE))
    visible, infrared = (shape(line, column) for shape in EDGES[edge])
    counts, nodata = strips(visible, infrared, tmp_path, levels)
    assert np.array_equal(nodata, halo(visible, levels) | infrared)
    assert (counts[:, nodata] == 0).all()
    assert (counts[:, ~nodata] > 0).mean() > 0.99


@pytest.mark.parametrize("levels", [1, 5])
def test_a_zero_over_water_is_a_reflectance(tmp_path, levels):
    """Single zeros, a lake and a sea at the border stay data with a reflectance of 0, with a swath edge or without."""
    line, column = np.indices((EDGE, EDGE))
    rng = np.random.default_rng(1)
    water = (rng.random((EDGE, EDGE)) < 0.01) & (column > 200)
    water[150:230, 260:330] = True
    water[100:300, 370:] = True
    for visible, infrared in ((line < 0, line < 0), (swath(60)(line, column), swath(75)(line, column))):
        counts, nodata = strips(visible, infrared | water, tmp_path / str(visible.sum()), levels)
        assert np.array_equal(nodata, halo(visible, levels) | infrared)
        assert (counts[4:, water] == 0).all()
        assert (counts[:4, water] > 0).mean() > 0.99


def test_single_zeros_beside_the_edge_are_a_reflectance(tmp_path):
    """A compressed file has zeros beside its own edge, without touching it: they change no label."""
    line, column = np.indices((EDGE, EDGE))
    visible = swath(60)(line, column)
    zeros = (column == np.floor(64 + 0.2 * line)) & (line % 3 == 0)
    counts, nodata = strips(visible, visible | zeros, tmp_path, 1)
    assert np.array_equal(nodata, visible)
    assert (counts[4:, zeros] == 0).all()


@pytest.mark.parametrize("levels", [1, 5])
def test_the_height_of_strips_moves_no_edge(tmp_path, levels):
    """Strips of any height end a band at the same pixel."""
    line, column = np.indices((EDGE, EDGE))
    zeros = np.random.default_rng(2).random((EDGE, EDGE)) < 0.2
    visible, infrared = swath(60)(line, column), swath(75)(line, column) | zeros
    first, second = (strips(visible, infrared, tmp_path, levels, height) for height in (96, 32))
    assert all(np.array_equal(one, other) for one, other in zip(first, second))


def test_a_file_without_data_is_all_margin():
    """All cells hang together with a corner."""
    assert Margin.of(np.zeros((4, 5), np.bool_), 8).empty.all()
    assert not Margin.of(np.ones((4, 5), np.bool_), 8).near.any()


def test_cells_hang_together_side_by_side():
    """Cells are followed around every bend, but not across corners."""
    drawn = ["aaaaaa.b", ".....a.b", "aaaa.a.b", "a..a.a..", "a.aa.a.b", "a....a.b", "aaaaaa..", "......bb"]
    cells, reached = (np.array([[sign in signs for sign in row] for row in drawn]) for signs in ("ab", "a"))
    seeds = np.zeros_like(cells)
    seeds[0, 0] = True
    assert np.array_equal(connected(cells, seeds), reached)
    assert not connected(cells, ~cells).any()
