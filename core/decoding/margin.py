"""Tell a band that ends before the others from a band that is 0: both have DN 0 where the others hold data."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..raster.morphology import along_rows, connected, dilate

_REACH = 4
"""Cells around the empty ones within which a band ends: the wavelet mixes 3 of them with data, and one may be cut."""


@dataclass(frozen=True)
class Margin:
    """The cells beyond the edge of a band: all that are empty and hang together with a corner of the file.

    A swath leaves at least one corner of a tile empty, if it does not fill the tile. A lake or a sea may be 0 in
    infrared bands, also at the border of a tile.
    """

    empty: NDArray[np.bool_]
    """(rows, columns): True if the cell lies beyond the edge, and no pixel in it holds data."""
    near: NDArray[np.bool_]
    """(rows, columns): True if the cell may lie on the edge, or beyond."""
    cell_size: float
    """Edge of a cell in pixels of the working grid."""

    @classmethod
    def of(cls, data: NDArray[np.bool_], cell_size: float) -> Margin:
        """Follow the empty cells from the corners.

        Args:
            data: (rows, columns) bool: cells of a quick look that hold data.
            cell_size: Edge of a cell in pixels of the working grid.
        """
        corners = np.zeros_like(data)
        corners[:: max(1, len(data) - 1), :: max(1, data.shape[1] - 1)] = True
        empty = connected(~data, corners)
        return cls(empty, dilate(empty, _REACH), cell_size)

    def add_to(self, nodata: NDArray[np.bool_], zeros: NDArray[np.bool_], corner: tuple[int, int]) -> None:
        """Add the pixels beyond the edge of this band to those that are nodata.

        They are zeros near the margin whose line of zeros leads to an empty cell, to nodata of the other bands, or to
        the end of the line. No pixel of another line matters, so that strips of any height give the same.

        Args:
            nodata: (lines, columns) bool, to be changed.
            zeros: (lines, columns) bool: where this band is nodata, or 0.
            corner: (line, column) of both on the working grid.
        """
        lines, columns = np.nonzero(zeros & ~nodata)
        close = self._at(self.near, lines + corner[0], columns + corner[1])
        if not close.any():
            return
        first, last = (max(0, int(columns[close].min()) - 1), int(columns[close].max()) + 2)
        top, bottom = int(lines[close].min()), int(lines[close].max()) + 1
        box = slice(top, bottom), slice(first, last)
        part, known = zeros[box], nodata[box]
        line = np.arange(top, bottom)[:, None] + corner[0]
        column = np.arange(first, first + part.shape[1]) + corner[1]
        part = part & self._at(self.near, line, column)
        ends = np.isin(column - corner[1], (0, nodata.shape[1] - 1))
        known |= along_rows(part, part & (known | ends | self._at(self.empty, line, column)))

    def _at(self, cells: NDArray[np.bool_], lines: NDArray[np.intp], columns: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Return the cells in which pixels of the working grid lie."""
        rows = np.minimum((lines / self.cell_size).astype(np.intp), len(cells) - 1)
        return cells[rows, np.minimum((columns / self.cell_size).astype(np.intp), cells.shape[1] - 1)]
