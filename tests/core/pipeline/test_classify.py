"""Probabilities with another pixel size become classes line by line, for any part of the scene."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from ....core.classes import NODATA
from ....core.pipeline.classify import ClassLines, ClassRule
from ....core.raster.grid import Grid

RULE = ClassRule(("clear", "thick_cloud", "shadow"))


def grid(edge: int, pixel_size: float) -> Grid:
    """Make the grid of a square scene."""
    return Grid("EPSG:32633", 300_000, 5_900_000, pixel_size, edge, edge)


@pytest.mark.parametrize("factor", [3, 2, 1.5, 0.5])
@pytest.mark.parametrize("steps", [[40, 61, 62, 100], [40, 100]])
def test_a_part_of_a_scene_equals_that_part_of_the_whole(factor, steps):
    """Lines and columns without probabilities are nodata, the others equal those of the whole scene."""
    rng = np.random.default_rng(2)
    field = rng.dirichlet([1, 1, 1], (120, 120)).transpose(2, 0, 1).astype(np.float32)
    network, target = grid(120, 10), grid(int(120 / factor), 10 * factor)
    whole = ClassLines(RULE, network, target, (0, 120), None)
    whole.add(0, field, np.ones((120, 120), np.bool_))
    part = ClassLines(RULE, network, target, (30, 90), None)
    for top, bottom in zip(steps, steps[1:]):
        part.add(top, field[:, top:bottom, 30:90], np.ones((bottom - top, 60), np.bool_))
    # A pixel of the mask has data if all pixels that contribute to it have data.
    start, stop = np.arange(target.height) * factor, (np.arange(target.height) + 1) * factor
    reach = 0.5 if factor < 1 else 0
    down, across = ((start - reach >= low) & (stop + reach <= high) for low, high in ((40, 100), (30, 90)))
    expected = np.where(np.outer(down, across), whole.finish(), NODATA)
    inner = expected != NODATA
    found = part.finish()
    assert inner.sum() > 300
    assert np.array_equal(found[inner], expected[inner])
    assert (found[: int(38 / factor)] == NODATA).all()
    assert (found[:, : int(28 / factor)] == NODATA).all()


def test_memory_is_that_of_the_part():
    """At the lower right of a tile, only the lines of the plan are in memory."""
    network, target = grid(10_000, 10), grid(5_000, 20)
    lines = np.full((3, 100, 200), 1 / 3, np.float32)
    part = ClassLines(RULE, network, target, (8_000, 8_200), None)
    tracemalloc.start()
    try:
        part.add(9_000, lines, np.ones((100, 200), np.bool_))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 10 * lines.nbytes
    assert (part.finish() != NODATA).sum() == 50 * 100


@pytest.mark.parametrize("least", [{}, {"shadow": 0.7}, {"clear": 0.5, "thick_cloud": 0.3}])
def test_a_pixel_has_its_likeliest_class_that_counts(least):
    """Of equally likely classes the first is taken, and the first of all where none has its least probability."""
    levels = np.linspace(0, 1, 11, dtype=np.float32)
    field = np.array(np.meshgrid(levels, levels, levels)).reshape(3, 11, 121)
    found = ClassRule(RULE.classes, None, least).apply(field)
    counts = field >= np.array([least.get(key, 0) for key in RULE.classes], np.float32)[:, None, None]
    best = np.where(counts, field, -1).argmax(axis=0)
    assert found.dtype == np.uint8
    assert np.array_equal(found, np.array([0, 1, 3])[best])
