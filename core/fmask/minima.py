"""Fill the minima of a surface, as water that cannot drain to its border would."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def filled(floor: NDArray[np.uint16], border: int) -> NDArray[np.uint16]:
    """Raise each cell to the lowest pass on its ways to the border, from side to side.

    Args:
        floor: (rows, columns), at most 2^30 cells.
        border: Level around the surface.

    Returns:
        (rows, columns), nowhere below the floor and the border.
    """
    one, other, passes = _passes(floor, border)
    return _lowest_ways(floor.size + 1, one, other, passes)[1:].reshape(floor.shape)


def _passes(floor: NDArray[np.uint16], border: int) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.uint16]]:
    """Return the cells on both sides of each pass, from 1 and 0 for all around, and its level, in ascending order."""
    height, width = floor.shape
    level = np.full((height + 2, width + 2), border, np.uint16)
    np.maximum(floor, np.uint16(border), out=level[1:-1, 1:-1])
    cell = np.zeros(level.shape, np.int32)
    cell[1:-1, 1:-1] = np.arange(1, floor.size + 1, dtype=np.int32).reshape(floor.shape)
    before, middle, after = slice(-1), slice(1, -1), slice(1, None)
    sides = [((before, middle), (after, middle)), ((middle, before), (middle, after))]
    passes = np.concatenate([np.maximum(level[one], level[other]).ravel() for one, other in sides])
    order = np.argsort(passes, kind="stable").astype(np.int32)
    one, other = (np.concatenate([cell[side[end]].ravel() for side in sides])[order] for end in (0, 1))
    return one, other, passes[order]


def _lowest_ways(
    count: int, one: NDArray[np.int32], other: NDArray[np.int32], passes: NDArray[np.uint16]
) -> NDArray[np.uint16]:
    """Return the level at which each of `count` basins drains into basin 0; that of basin 0 is 0.

    Boruvka's algorithm: each basin overflows at its lowest pass, and those that flow into each other become one, until
    all are basin 0. The level of a basin is the highest pass of those that it becomes.

    Args:
        count: Number of basins.
        one: Basin on one side of each pass.
        other: Basin on the other side.
        passes: Levels of the passes, ascending.
    """
    rounds: list[tuple[NDArray[np.uint16], NDArray[np.int32]]] = []
    while len(passes):
        basin = np.arange(count, dtype=np.int32)
        lowest = np.minimum(_first(one, count), _first(other, count))
        lowest[0] = 0
        into = one[lowest] + other[lowest] - basin
        into[0] = 0
        level = passes[lowest]
        level[0] = 0
        last = (into[into] == basin) & (basin < into)  # of two that flow into each other
        into[last] = basin[last]
        while not np.array_equal(further := into[into], into):
            into = further
        ends = into == basin
        became = (np.cumsum(ends, dtype=np.int32) - 1)[into]
        rounds.append((level, became))
        count, one, other = int(ends.sum()), became[one], became[other]
        apart = one != other
        one, other, passes = one[apart], other[apart], passes[apart]
    levels = np.zeros(count, np.uint16)
    for level, became in reversed(rounds):
        levels = np.maximum(level, levels[became])
    return levels


def _first(basins: NDArray[np.int32], count: int) -> NDArray[np.int32]:
    """Return the first place of each basin in a list; its length for those that it lacks."""
    places = np.full(count, len(basins), np.int32)
    places[basins[::-1]] = np.arange(len(basins) - 1, -1, -1, dtype=np.int32)  # the last assignment stays
    return places
