"""Average the probability of cloud over the disc around each pixel, line by line."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

CLOUD_CHANNEL = 1
"""Index of cloud among the two classes of a model with a threshold; clear comes first."""


class Lines(NamedTuple):
    """Lines of probabilities on the network's grid."""

    top: int
    """The first line."""
    field: NDArray[np.float32]
    """(classes, lines, columns) over the columns of the plan."""
    has_data: NDArray[np.bool_]
    """(lines, columns)."""


def averaged(lines: Iterable[Lines], radius: int, left: int, shape: tuple[int, int]) -> Iterator[Lines]:
    """Average the probability of cloud over the disc around each pixel, delayed by as many lines as its radius.

    The mean is over pixels with data. The grid is mirrored at its edges, including the outermost pixels, as in
    s2cloudless.

    Args:
        lines: Lines from top to bottom.
        radius: Radius of the disc in pixels between pixel centres.
        left: First column of the lines on the grid.
        shape: (height, width) of the grid.
    """
    buffer: _Buffer | None = None
    for part in lines:
        if buffer is None:
            buffer = _Buffer(part, radius, left, shape)
        buffer.add(part)
        yield from buffer.finished(part.top + len(part.has_data))
    if buffer is not None:
        yield from buffer.finished(shape[0] + radius)


class _Buffer:
    """The lines that are needed for the next means."""

    def __init__(self, first: Lines, radius: int, left: int, shape: tuple[int, int]) -> None:
        height, width = shape
        self._radius = radius
        self._height = height
        self._left = left
        columns = _mirrored(left - radius, left + first.has_data.shape[1] + radius, width) - left
        self._columns = np.clip(columns, 0, first.has_data.shape[1] - 1)
        self._outside = self._columns != columns
        self._top = self._next = first.top
        self._cloud = np.empty((0, first.has_data.shape[1]), np.float32)
        self._has_data = np.empty(self._cloud.shape, np.bool_)

    def add(self, part: Lines) -> None:
        gap = np.zeros((part.top - self._top - len(self._has_data), part.has_data.shape[1]), np.bool_)
        cloud = np.where(part.has_data, part.field[CLOUD_CHANNEL], 0)
        self._cloud = np.concatenate([self._cloud, gap.astype(np.float32), cloud])
        self._has_data = np.concatenate([self._has_data, gap, part.has_data])

    def finished(self, bottom: int) -> Iterator[Lines]:
        """Return the means of the lines whose discs are complete when all lines above `bottom` have been added."""
        last = bottom if bottom >= self._height else bottom - self._radius
        last = min(last, self._top + len(self._has_data))
        if last <= self._next:
            return
        first, self._next = self._next, last
        mean = self._means(first, last)
        has_data = self._has_data[first - self._top : last - self._top]
        done = max(0, last - self._radius - self._top)
        self._top += done
        self._cloud, self._has_data = self._cloud[done:], self._has_data[done:]
        yield Lines(first, np.stack([1 - mean, mean]), has_data)

    def _means(self, first: int, last: int) -> NDArray[np.float32]:
        radius, width = self._radius, self._has_data.shape[1]
        needed = _mirrored(first - radius, last + radius, self._height) - self._top
        lines = np.clip(needed, 0, len(self._has_data) - 1)
        outside = (lines != needed)[:, None] | self._outside
        sums = []
        for values in (self._cloud, self._has_data):
            around = values[lines][:, self._columns].astype(np.float64)
            around[outside] = 0
            # Sums from the left edge: the sum of a part of a line is the difference of two of them.
            ahead = np.cumsum(np.pad(around, ((0, 0), (1, 0))), axis=1)
            total = np.zeros((last - first, width))
            for down in range(-radius, radius + 1):
                half = math.isqrt(radius * radius - down * down)
                line = ahead[radius + down : radius + down + last - first]
                total += line[:, radius + half + 1 :][:, :width] - line[:, radius - half :][:, :width]
            sums.append(total)
        return (sums[0] / np.maximum(sums[1], 1)).astype(np.float32)


def _mirrored(start: int, stop: int, length: int) -> NDArray[np.int64]:
    """Return the pixels of an axis for [start, stop), mirrored beyond both of its ends."""
    index = np.arange(start, stop) % (2 * length)
    return np.minimum(index, 2 * length - 1 - index)
