"""Grow cloud and shadow on a finished mask; dilate cells, and follow those that hang together."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from ..classes import GROUND, SHADOW, THICK_CLOUD, THIN_CLOUD

_BLOCK_LINES = 512
_IS_GROUND = np.isin(np.arange(256), GROUND)
"""By value of a mask."""


def grow(mask: NDArray[np.uint8], radius: float, progress: Callable[[], None] = lambda: None) -> None:
    """Grow cloud and shadow into visible ground, in place.

    Other classes and nodata do not change. Where two classes reach the same pixel, thick cloud takes precedence over
    thin cloud, and both over shadow.

    Args:
        mask: (lines, columns) uint8 mask classes.
        radius: Distance in pixels between pixel centres.
        progress: Called for every class of every 512 lines; may raise to cancel.
    """
    reach = math.floor(radius)
    if reach < 1:
        return
    before = np.empty((0, mask.shape[1]), np.uint8)  # lines above the block, before growing
    for top in range(0, len(mask), _BLOCK_LINES):
        block = mask[top : top + _BLOCK_LINES]
        around = np.concatenate([before[-reach:], mask[top : top + _BLOCK_LINES + reach]])
        before = around[: len(around) - min(reach, len(mask) - top - len(block))].copy()
        first = len(around) - len(mask[top : top + _BLOCK_LINES + reach])
        ground = _IS_GROUND[around[first : first + len(block)]]
        for value in (SHADOW, THIN_CLOUD, THICK_CLOUD):  # the last one takes precedence
            progress()
            reached = _within(around == value, radius)[first : first + len(block)]
            block[reached & ground] = value


def dilated(pixels: NDArray[np.bool_], radius: float) -> NDArray[np.bool_]:
    """Return True within a distance of True pixels.

    Args:
        pixels: (lines, columns) bool.
        radius: Distance in pixels between pixel centres; below 1, the pixels are returned as they are.
    """
    reach = math.floor(radius)
    if reach < 1:
        return pixels
    grown = np.empty_like(pixels)
    for top in range(0, len(pixels), _BLOCK_LINES):
        first, bottom = max(0, top - reach), min(top + _BLOCK_LINES, len(pixels))
        grown[top:bottom] = _within(pixels[first : bottom + reach], radius)[top - first : bottom - first]
    return grown


def _within(pixels: NDArray[np.bool_], radius: float) -> NDArray[np.bool_]:
    """Grow True pixels by a disc of this radius, line by line."""
    if not pixels.any():
        return pixels
    distance = _along_lines(pixels, math.floor(radius))
    reached = np.zeros_like(pixels)
    for down in range(math.floor(radius) + 1):
        near = distance <= math.floor(math.sqrt(radius * radius - down * down))
        reached[down:] |= near[: len(near) - down]
        reached[: len(near) - down] |= near[down:]
    return reached


def _along_lines(pixels: NDArray[np.bool_], limit: int) -> NDArray[np.int16]:
    """Return the distance in columns to the nearest True pixel of the line, at most limit + 1."""
    width = pixels.shape[1]
    columns = np.arange(width, dtype=np.int32)
    far = limit + 1
    left = np.maximum.accumulate(np.where(pixels, columns, -far), axis=1)
    distance = np.minimum(columns - left, far).astype(np.int16)
    right = np.minimum.accumulate(np.where(pixels, columns, width + far)[:, ::-1], axis=1)[:, ::-1]
    np.minimum(distance, np.minimum(right - columns, far).astype(np.int16), out=distance)
    return distance


def dilate(cells: NDArray[np.bool_], distance: int) -> NDArray[np.bool_]:
    """Grow True cells by a distance in all eight directions."""
    filled = np.all(cells, axis=0)
    edges = np.flatnonzero((filled != np.any(cells, axis=0)) | np.diff(filled, prepend=filled[:1]))
    grown = cells.copy()
    if edges.size:  # a swath edge crosses few columns of a strip
        near = slice(max(0, edges[0] - distance - 1), edges[-1] + distance + 1)
        grown[:, near] = _dilated(cells[:, near], distance)
    return grown


def _dilated(cells: NDArray[np.bool_], distance: int) -> NDArray[np.bool_]:
    for axis in (0, 1):
        grown = cells.copy()
        for step in range(1, distance + 1):
            ahead = [slice(None), slice(None)]
            behind = [slice(None), slice(None)]
            ahead[axis], behind[axis] = slice(step, None), slice(None, -step)
            grown[tuple(ahead)] |= cells[tuple(behind)]
            grown[tuple(behind)] |= cells[tuple(ahead)]
        cells = grown
    return cells


def connected(cells: NDArray[np.bool_], seeds: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the True cells that hang together with one that is a seed too, side by side.

    Args:
        cells: (rows, columns) bool.
        seeds: (rows, columns) bool.
    """
    reached, grown = np.zeros_like(cells), cells & seeds
    while not np.array_equal(reached, grown):
        reached = grown
        grown = along_rows(cells.T, along_rows(cells, reached).T).T
    return reached


def along_rows(cells: NDArray[np.bool_], reached: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the runs of True cells, along rows, of which a cell is reached.

    Args:
        cells: (rows, columns) bool.
        reached: (rows, columns) bool, True only where `cells` is.
    """
    ends = np.pad(~cells, [(0, 0), (0, 1)], constant_values=True)  # the last run of a row ends with it
    runs = np.cumsum(ends).reshape(ends.shape)[:, :-1]
    hit = np.zeros(runs.max(initial=0) + 1, np.bool_)
    hit[runs[reached]] = True
    return hit[runs] & cells
