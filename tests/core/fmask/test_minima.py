"""Minima of a surface are filled up to the level at which they drain."""

from __future__ import annotations

import heapq

import numpy as np
import pytest

from ....core.fmask.minima import filled


def flooded(floor: np.ndarray, border: int) -> np.ndarray:
    """Flood a surface cell by cell from its border, the lowest first: slow, and plainly right."""
    height, width = floor.shape
    level = np.full(floor.shape, -1)
    queue: list[tuple[int, int, int]] = []

    def reach(line: int, column: int, water: int) -> None:
        if 0 <= line < height and 0 <= column < width and level[line, column] < 0:
            level[line, column] = max(water, int(floor[line, column]))
            heapq.heappush(queue, (level[line, column], line, column))

    rim = [(y, x) for y in range(height) for x in range(width) if y in (0, height - 1) or x in (0, width - 1)]
    for line, column in sorted(rim, key=lambda at: floor[at]):
        reach(line, column, border)
    while queue:
        water, line, column = heapq.heappop(queue)
        for down, across in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            reach(line + down, column + across, water)
    return level


def test_a_pit_fills_to_its_lowest_pass():
    """Two pits behind a wall fill to the pass between them and the border; a channel to the border drains one."""
    floor = np.array(
        [
            [9, 9, 9, 9, 9, 9],
            [9, 2, 9, 9, 3, 9],
            [9, 9, 7, 4, 9, 9],
            [9, 1, 6, 9, 2, 2],
            [9, 9, 9, 9, 9, 9],
        ],
        np.uint16,
    )
    assert filled(floor, 1).tolist() == [
        [9, 9, 9, 9, 9, 9],
        [9, 9, 9, 9, 9, 9],
        [9, 9, 9, 9, 9, 9],
        [9, 9, 9, 9, 2, 2],
        [9, 9, 9, 9, 9, 9],
    ]
    floor[3, 0] = 5
    assert filled(floor, 1)[2:4].tolist() == [[9, 9, 7, 7, 9, 9], [5, 5, 6, 9, 2, 2]]


@pytest.mark.parametrize("border", [0, 120, 7000])
@pytest.mark.parametrize("levels", [3, 40, 5000])
@pytest.mark.parametrize("shape", [(1, 1), (1, 30), (30, 1), (2, 2), (47, 61)])
def test_filling_equals_a_flood_from_the_border(shape, levels, border):
    """The fast fill gives the levels of the slow flood exactly, on noise and on plateaus."""
    floor = np.random.default_rng(levels).integers(0, levels, shape).astype(np.uint16)
    assert np.array_equal(filled(floor, border), np.maximum(flooded(floor, border), border))


def test_filling_follows_a_labyrinth():
    """Water finds its way out through a passage that winds through the whole surface."""
    floor = np.full((41, 41), 900, np.uint16)
    for line in range(1, 40, 2):
        floor[line, 1:40] = line
        floor[line + 1, 39 if line % 4 == 1 else 1] = line
    floor[40] = 900
    assert filled(floor, 0)[1, 1] == 900
    floor[40, 1] = 30
    assert np.array_equal(filled(floor, 0), flooded(floor, 0))
    assert filled(floor, 0)[1, 1] == 39


def test_the_largest_values_do_not_wrap():
    """Levels up to those of 16 bits are kept."""
    floor = np.full((3, 3), 65535, np.uint16)
    floor[1, 1] = 0
    assert (filled(floor, 65535) == 65535).all()
