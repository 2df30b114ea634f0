"""Trace the outlines of the connected patches of a raster, from corner to corner."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from ..fmask.objects import label
from .corners import EAST, NORTH, SOUTH, WEST, Corners

_BITS = np.array([EAST, WEST, NORTH, SOUTH], np.uint8)
_RIGHT, _LEFT = np.array([3, 2, 0, 1]), np.array([2, 3, 1, 0])
"""Directions after a turn, in the order of `Corners.links`."""
_SIDE = np.array([[1, 1], [0, 0], [0, 1], [1, 0]])
"""Line and column of the pixel to the right of a border, in the 2 x 2 pixels around the corner where it begins."""


def patches(
    values: NDArray[np.uint8], corners: Corners, progress: Callable[[], None] = lambda: None
) -> Iterator[tuple[int, list[NDArray[np.int64]]]]:
    """Yield the value and the rings of each connected patch of a raster; 0 is no patch.

    A ring keeps the patch to its right, and passes all corners on its way, also those where other borders meet it. It
    may touch itself at a corner.

    Args:
        values: (lines, columns); pixels that touch at a corner only are of two patches.
        corners: Its corners.
        progress: Called at intervals; may raise to cancel.

    Yields:
        Value, and the corners of each ring by number, in no order of outer ring and holes.
    """
    padded, links = np.pad(values, 1), corners.links
    start, direction = np.nonzero(links >= 0)
    column, line = corners.points[start].T
    line, column = line + _SIDE[direction, 0], column + _SIDE[direction, 1]
    is_border = padded[line, column] != 0
    start, direction, line, column = (one[is_border] for one in (start, direction, line, column))
    progress()
    order, begins = _in_order(_next(corners.ways, links, start, direction), progress)
    first = order[begins]
    line, column = line[first], column[first]
    patch, count = np.zeros(len(first), np.int64), 0
    for value in np.unique(padded[line, column]):
        progress()
        labels, found = label(padded == value, corners=False)
        own = padded[line, column] == value
        patch[own] = labels[line[own], column[own]] + count
        count += found
    rings = np.split(start[order], begins[1:])
    for _, ones in groupby(np.argsort(patch, kind="stable").tolist(), key=patch.__getitem__):
        own_rings = list(ones)
        yield int(padded[line[own_rings[0]], column[own_rings[0]]]), [rings[one] for one in own_rings]


def _next(
    ways: NDArray[np.uint8], links: NDArray[np.int64], start: NDArray[np.int64], direction: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return the number of the border that follows each border around the patch to its right.

    Args:
        ways: See `Corners`.
        links: See `Corners`.
        start: (n,) numbers of the corners where borders begin.
        direction: (n,) their directions.
    """
    number = np.full(links.shape, -1, np.int64)
    number[start, direction] = np.arange(len(start))
    end = links[start, direction]
    right, there = _RIGHT[direction], ways[end]
    ahead = np.where(there & _BITS[direction], direction, _LEFT[direction])
    return number[end, np.where(there & _BITS[right], right, ahead)]


def _in_order(after: NDArray[np.int64], progress: Callable[[], None]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the members of cycles in the order of their way, cycle by cycle, and the places where cycles begin.

    All members look ahead at once, each time twice as far.

    Args:
        after: (n,) number of the member that follows each one.
        progress: Called at intervals; may raise to cancel.
    """
    numbers = np.arange(len(after))
    lowest, ahead = np.minimum(numbers, after), after
    while not np.array_equal(lowest, lowest[after]):
        progress()
        ahead = ahead[ahead]
        lowest = np.minimum(lowest, lowest[ahead])
    is_first = lowest == numbers
    left, ahead = np.where(is_first, 0, 1), np.where(is_first, numbers, after)
    while not is_first[ahead].all():
        progress()
        left, ahead = left + left[ahead], ahead[ahead]
    cycle = np.searchsorted(np.flatnonzero(is_first), lowest)
    lengths = np.bincount(cycle)
    begins = np.cumsum(lengths) - lengths
    order = np.empty_like(numbers)
    order[begins[cycle] + -left % lengths[cycle]] = numbers
    return order, begins
