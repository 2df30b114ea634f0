"""A buffer grows cloud and shadow by a distance, and nothing else."""

from __future__ import annotations

import math

import numpy as np
import pytest

from ....core.classes import CLEAR, NODATA, SHADOW, SNOW, THICK_CLOUD, THIN_CLOUD, WATER
from ....core.raster.morphology import dilate, grow

_STRONGEST_FIRST = (THICK_CLOUD, THIN_CLOUD, SHADOW)


def brute_force(mask: np.ndarray, radius: float) -> np.ndarray:
    """Give each clear pixel the strongest class within the radius."""
    grown = mask.copy()
    reach = math.floor(radius)
    disc = [(y, x) for y in range(-reach, reach + 1) for x in range(-reach, reach + 1) if y * y + x * x <= radius**2]
    padded = np.pad(mask, reach, constant_values=CLEAR)
    height, width = mask.shape
    for value in reversed(_STRONGEST_FIRST):
        near = np.zeros(mask.shape, np.bool_)
        for y, x in disc:
            near |= padded[reach + y : reach + y + height, reach + x : reach + x + width] == value
        grown[near & (mask == CLEAR)] = value
    return grown


def scattered(height: int, width: int, seed: int) -> np.ndarray:
    """Return sparse clouds and shadows of all classes, with nodata."""
    rng = np.random.default_rng(seed)
    mask = np.zeros((height, width), np.uint8)
    for value in (*_STRONGEST_FIRST, NODATA):
        mask[rng.random(mask.shape) < 0.001] = value
    mask[:, : width // 9] = NODATA
    return mask


@pytest.mark.parametrize("radius", [1, 1.5, 2, 5, 7.3, 25])
@pytest.mark.parametrize("height", [90, 700, 1100])
def test_a_buffer_is_a_disc_around_every_cloud(radius, height):
    """Each clear pixel within the distance gets the class, also across the borders of blocks."""
    mask = scattered(height, 120, round(radius * 10) + height)
    mask[508:516, 60:62] = THICK_CLOUD  # either side of line 512
    expected = brute_force(mask, radius)
    grow(mask, radius)
    assert np.array_equal(mask, expected)


def test_a_buffer_larger_than_a_block_is_still_a_disc():
    """A distance of more lines than a block loses nothing."""
    mask = np.zeros((1600, 40), np.uint8)
    mask[800, 20] = SHADOW
    grow(mask, 600)
    lines, columns = np.indices(mask.shape)
    assert np.array_equal(mask == SHADOW, (lines - 800) ** 2 + (columns - 20) ** 2 <= 600**2)


@pytest.mark.parametrize("radius", [0, 0.5, 0.99])
def test_less_than_a_pixel_changes_nothing(radius):
    """A buffer of less than a pixel has no effect."""
    mask = scattered(100, 100, 1)
    before = mask.copy()
    grow(mask, radius)
    assert np.array_equal(mask, before)


def test_only_clear_pixels_change():
    """Nodata stays nodata, and no class replaces another."""
    mask = np.array([[THICK_CLOUD, SHADOW, THIN_CLOUD, NODATA, CLEAR, CLEAR, SHADOW]], np.uint8)
    grow(mask, 1)
    assert mask.tolist() == [[THICK_CLOUD, SHADOW, THIN_CLOUD, NODATA, CLEAR, SHADOW, SHADOW]]


def test_a_buffer_covers_snow_and_water():
    """They are clear ground like any other: a lake beside a cloud is as doubtful as a field."""
    mask = np.array([[THICK_CLOUD, WATER, WATER, SNOW, SHADOW, NODATA]], np.uint8)
    grow(mask, 1)
    assert mask.tolist() == [[THICK_CLOUD, THICK_CLOUD, WATER, SHADOW, SHADOW, NODATA]]


def test_cloud_wins_over_shadow():
    """A clear pixel that both cloud and shadow reach becomes cloud."""
    mask = np.array([[SHADOW, CLEAR, THIN_CLOUD, CLEAR, THICK_CLOUD]], np.uint8)
    grow(mask, 1)
    assert mask.tolist() == [[SHADOW, THIN_CLOUD, THIN_CLOUD, THICK_CLOUD, THICK_CLOUD]]


@pytest.mark.parametrize("distance", [0, 1, 3, 40])
def test_cells_grow_by_a_square(distance):
    """A cell reaches its neighbours in all eight directions, also where the raster is smaller than the distance."""
    cells = np.zeros((30, 20), np.bool_)
    cells[4, 11] = cells[25, 0] = True
    expected = np.zeros_like(cells)
    for line, column in np.argwhere(cells):
        lines, columns = (slice(max(0, at - distance), at + distance + 1) for at in (line, column))
        expected[lines, columns] = True
    assert np.array_equal(dilate(cells, distance), expected)
