"""Find the corners of pixels at which the borders between the values of a raster turn or meet."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_BLOCK_LINES = 512
EAST, WEST, NORTH, SOUTH = 1, 2, 4, 8
"""Bits of the directions in which a border leaves a corner."""


@dataclass(frozen=True)
class Corners:
    """The corners of a raster of values, line by line; corner (0, 0) is the upper left one of the raster."""

    width: int
    """Columns of pixels."""
    ids: NDArray[np.int64]
    """(n,) ascending: line x (width + 1) + column."""
    ways: NDArray[np.uint8]
    """(n,): bits of the directions in which a border leaves."""
    by_column: NDArray[np.int64]
    """(n,): the corners column by column, as their numbers in `ids`."""

    @classmethod
    def of(cls, values: NDArray[np.uint8]) -> Corners:
        """Find the corners of a raster; beyond its edges all is 0.

        Args:
            values: (lines, columns).
        """
        padded = np.pad(values, 1)
        stride = values.shape[1] + 1
        ids, ways = [], []
        for top in range(0, len(padded) - 1, _BLOCK_LINES):
            above = padded[top : min(top + _BLOCK_LINES, len(padded) - 1)]
            below = padded[top + 1 : top + 1 + len(above)]
            way = _ways(above, below)
            (found,) = np.nonzero(_turns_or_meets(way).ravel())
            ids.append(found + top * stride)
            ways.append(way.ravel()[found])
        all_ids = np.concatenate(ids)
        by_column = np.argsort(all_ids % stride, kind="stable")
        return cls(values.shape[1], all_ids, np.concatenate(ways), by_column)

    @property
    def points(self) -> NDArray[np.int64]:
        """Column and line of each corner: (n, 2)."""
        lines, columns = np.divmod(self.ids, self.width + 1)
        return np.stack([columns, lines], axis=1)

    @property
    def links(self) -> NDArray[np.int64]:
        """The next corner along each border of a corner: (n, 4) to east, west, north and south, -1 without a border."""
        links, place = np.full((len(self.ids), 4), -1, np.int64), self._place
        for direction, (bit, step) in enumerate(((EAST, 1), (WEST, -1), (NORTH, -1), (SOUTH, 1))):
            (leaving,) = np.nonzero(self.ways & bit)
            # A border goes straight on to the next corner of its line or column.
            along_line = bit in (EAST, WEST)
            links[leaving, direction] = leaving + step if along_line else self.by_column[place[leaving] + step]
        return links

    @property
    def _place(self) -> NDArray[np.int64]:
        """Return the position of each corner in `by_column`."""
        place = np.empty_like(self.by_column)
        place[self.by_column] = np.arange(len(place))
        return place


def _ways(above: NDArray[np.uint8], below: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the ways of the corners between lines of pixels, each with a pixel more than corners."""
    east, west = above[:, 1:] != below[:, 1:], above[:, :-1] != below[:, :-1]
    north, south = above[:, :-1] != above[:, 1:], below[:, :-1] != below[:, 1:]
    ways: NDArray[np.uint8] = east * np.uint8(EAST) | west * np.uint8(WEST) | north * np.uint8(NORTH)
    return ways | south * np.uint8(SOUTH)


def _turns_or_meets(ways: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Return True for corners with a border along their line and another along their column."""
    return (ways & (EAST | WEST) != 0) & (ways & (NORTH | SOUTH) != 0)
