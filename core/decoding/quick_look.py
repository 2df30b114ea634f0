"""Find the cells of a band file that hold data, from a reduced level if it has one, where they are asked for."""

from __future__ import annotations

import math
import threading
from functools import partial

import numpy as np
from rasterio.windows import Window

from ..workers import Workers
from .band_file import MIN_PIECE, BandFile, any_of_blocks, levels_of, read
from .margin import Margin

FACTOR = 8
"""Reduction at which B02 is read in half a second and is correct from two cells off the edge."""
_MARGIN_CELL_METRES = 160
"""Largest cells that tell where a band ends: `FACTOR` pixels of 20 m, 2 of 60 m."""


class QuickLook:
    """The cells of a band file that hold data."""

    def __init__(self, file: BandFile, workers: Workers, factor: int = FACTOR, *, exact: bool = True) -> None:
        """Open the file; no pixel is read.

        Args:
            file: The band.
            workers: Decode.
            factor: Pixels of full resolution per cell.
            exact: Read the tiles that an edge crosses at full resolution, and keep them for the strips.

        Raises:
            UnreadableBandError: GDAL cannot open it.
        """
        with file.dataset() as dataset:
            factors = [reduced for reduced in levels_of(dataset) if reduced <= factor]
        self._file, self._workers = file, workers
        self._level, self._scale = len(factors), factors[-1] if factors else 1
        with file.dataset(self._level) as dataset:
            self._shape, self._tile = dataset.shape, dataset.block_shapes[0]
        self._step = step = max(1, factor // self._scale)
        self._refines = exact and self._scale > 1
        self.cell_size = self._scale * step * file.native.pixel_size / file.grid.pixel_size
        """Edge of a cell in pixels of the working grid."""
        self.cells = np.zeros([-(-length // step) for length in self._shape], np.bool_)
        """(rows, columns): True where a pixel of the cell holds data; False where nothing was decoded."""
        self._piece = [edge * math.ceil(MIN_PIECE / self._scale / edge) for edge in self._tile]
        self.piece = max(1, self._piece[0] // step), max(1, self._piece[1] // step)
        """Rows and columns of cells that are decoded together, about."""
        self._known = np.zeros([-(-length // size) for length, size in zip(self._shape, self._piece)], np.bool_)
        self._lock = threading.Lock()

    def decode(self, rows: slice, columns: slice) -> None:
        """Decode the pieces under these cells that are not known yet.

        Raises:
            UnreadableBandError: the file is damaged.
        """
        spans = [
            slice(cells.start * self._step // size, -(-cells.stop * self._step // size))
            for cells, size in zip((rows, columns), self._piece)
        ]
        asked = np.zeros_like(self._known)
        asked[spans[0], spans[1]] = True
        pieces = np.argwhere(asked & ~self._known)
        self._workers.run([partial(self._decode, int(down), int(right)) for down, right in pieces])

    def decode_all(self) -> None:
        """Decode all pieces; see `decode`."""
        self.decode(slice(0, len(self.cells)), slice(0, self.cells.shape[1]))

    def _decode(self, down: int, right: int) -> None:
        """Decode a piece, by its number in both directions."""
        top, left = down * self._piece[0], right * self._piece[1]
        bottom, last = min(top + self._piece[0], self._shape[0]), min(left + self._piece[1], self._shape[1])
        image = self._file.image
        with self._file.dataset(self._level) as dataset:
            used = ~image.empty(read(dataset, image, Window.from_slices((top, bottom), (left, last))))
        if self._refines:
            for correct in self._file.edge_tiles(used, (top, left), self._tile, self._scale, marks_empty=False):
                correct()
        step = self._step
        cells = any_of_blocks(np.pad(used, [(top % step, 0), (left % step, 0)]), step)
        row, column = top // step, left // step
        with self._lock:  # a cell may lie in several pieces
            self.cells[row : row + cells.shape[0], column : column + cells.shape[1]] |= cells
            self._known[down, right] = True


def margin(file: BandFile, workers: Workers) -> Margin:
    """Find where a band ends, from its own quick look.

    Raises:
        UnreadableBandError: the file is damaged.
    """
    factor = max(1, min(FACTOR, int(_MARGIN_CELL_METRES / file.native.pixel_size)))
    look = QuickLook(file, workers, factor, exact=False)
    look.decode_all()
    return Margin.of(look.cells, look.cell_size)
