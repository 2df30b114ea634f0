"""Read a band file: its grid, the cells that hold data, and its lines, with each tile row decoded once.

Windows of less than a tile row would decode the same tiles again, so every band has a small buffer of its own tile
rows, from which the lines of a strip are cut.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.errors import RasterioError
from rasterio.windows import Window

from ..errors import UnreadableBandError
from ..raster.grid import Grid
from ..raster.jpeg2000 import open_alone
from ..raster.morphology import dilate
from ..raster.resample import Axis, resample
from .source import BandImage

MIN_CHUNK_LINES = 512
"""Files with tiny tiles are read in chunks of at least this many lines."""
EDGE_PIXELS = 2
"""Output pixels next to DN 0 that a reduced JPEG 2000 level mixes with it (5 taps of the 5/3 wavelet)."""
COARSE_FACTOR = 8
"""Reduction at which B02 is read in 0.2 s and is correct from two cells off the edge."""


EdgeTiles = dict[tuple[int, int, int, int], NDArray[np.uint8]]
"""(left, top, width, height) in pixels of full resolution -> nodata as bits, line by line."""


@dataclass(frozen=True)
class BandFile:
    """A band file, read on the working grid."""

    image: BandImage
    native: Grid
    grid: Grid
    edges: EdgeTiles = field(default_factory=dict, compare=False, repr=False)
    """Tiles along the scene's edge that `coarse` has decoded, kept for the strips."""

    @property
    def level(self) -> int:
        """Reduced resolution level to read: 2 to its power divides the pixel size of the grid."""
        factor = self.grid.pixel_size / self.native.pixel_size
        whole = round(factor)
        if not math.isclose(factor, whole, rel_tol=1e-6):
            return 0
        with opened(self.image) as dataset:
            levels = _levels(dataset)
        level = 0
        while level < len(levels) and levels[level] == 2 ** (level + 1) and whole % 2 ** (level + 1) == 0:
            level += 1
        return level

    def coarse(self) -> tuple[NDArray[np.bool_], float]:
        """Return cells that hold data, and working grid pixels per cell; from a reduced level if the file has one."""
        with opened(self.image) as dataset:
            factors = [factor for factor in _levels(dataset) if factor <= COARSE_FACTOR]
        factor = factors[-1] if factors else 1
        with opened(self.image, len(factors)) as dataset:
            step = max(1, COARSE_FACTOR // factor)
            lines = _chunk_lines(dataset, MIN_CHUNK_LINES)
            lines += -lines % step
            rows = []
            for top in range(0, dataset.height, lines):
                window = Window(0, top, dataset.width, min(lines, dataset.height - top))
                used = ~self.image.empty(read(dataset, self.image, window))
                if factor > 1:
                    for tile, empty in self.refine_edges(dataset, (top, 0), factor, used, keep=True):
                        tile[:] = _any_of_blocks(~empty, factor)
                rows.append(_any_of_blocks(used, step))
        return np.concatenate(rows), factor * step * self.native.pixel_size / self.grid.pixel_size

    def refine_edges(
        self,
        reduced: rasterio.DatasetReader,
        corner: tuple[int, int],
        scale: int,
        flags: NDArray[np.bool_],
        *,
        keep: bool = False,
    ) -> Iterator[tuple[NDArray[np.bool_], NDArray[np.bool_]]]:
        """Yield the tiles of a reduced level that an edge of the scene crosses, with nodata at full resolution.

        A reduced level mixes DN 0 into its neighbours, and the result depends on the offset of the baseline: the same
        scene would end a pixel earlier in one baseline than in another.

        Args:
            reduced: A reduced level of this file.
            corner: (line, column) of the flags in the reduced level; the line is the first of a tile.
            scale: Pixels of full resolution per pixel of the level.
            flags: (lines, columns) bool, different on the two sides of an edge.
            keep: Keep the tiles for a later call.

        Yields:
            A view of the flags of a tile, to be corrected, and (lines, columns) bool of the same extent: True where
            there is no data.
        """
        tile_lines, tile_columns = reduced.block_shapes[0]
        left, right = corner[1], corner[1] + flags.shape[1]
        with opened(self.image) as native:
            for top in range(0, flags.shape[0], tile_lines):
                for start in range(left - left % tile_columns, right, tile_columns):
                    first, stop = max(start, left), min(start + tile_columns, right)
                    tile = flags[top : top + tile_lines, first - left : stop - left]
                    if tile.any() and not tile.all():
                        x, y = first * scale, (corner[0] + top) * scale
                        height, width = (length * scale for length in tile.shape)
                        window = x, y, min(width, native.width - x), min(height, native.height - y)
                        yield tile, self._empty(native, window, keep=keep)

    def _empty(
        self, native: rasterio.DatasetReader, window: tuple[int, int, int, int], *, keep: bool
    ) -> NDArray[np.bool_]:
        """Return (lines, columns) bool of (left, top, width, height): True where there is no data."""
        kept = self.edges.pop(window, None)
        if kept is not None:
            return np.unpackbits(kept, axis=1, count=window[2]).astype(np.bool_)
        empty = self.image.empty(read(native, self.image, Window(*window)))
        if keep:
            self.edges[window] = np.packbits(empty, axis=1)
        return empty


class BandLines:
    """The lines of one band on the working grid, from top to bottom."""

    def __init__(self, file: BandFile, columns: tuple[int, int], first_line: int = 0) -> None:
        """Open a band for reading.

        Args:
            file: The file.
            columns: Columns [first, last) of the working grid to read.
            first_line: First line of the working grid to read.
        """
        level = file.level
        self._reduced = level > 0
        self._file = file
        self._scale = 2**level
        factor = file.grid.pixel_size / file.native.pixel_size / self._scale
        self._dataset = opened(file.image, level)
        self._rows = Axis.between(self._dataset.height, file.grid.height, factor)
        self._columns = Axis.between(self._dataset.width, file.grid.width, factor)
        self._span = self._columns.inputs(*columns)
        self._part = self._columns.part(*columns, origin=self._span[0])
        self._chunk = _chunk_lines(self._dataset, MIN_CHUNK_LINES)
        self._halo = EDGE_PIXELS if self._reduced else 0
        first = max(0, first_line - self._halo)
        self._top = self._bottom = self._rows.inputs(first, first + 1)[0] // self._chunk * self._chunk
        self._counts = np.empty((0, self._span[1] - self._span[0]), np.int16)
        self._empty = np.empty(self._counts.shape, np.bool_)

    def read(self, top: int, bottom: int, out: NDArray[np.int16]) -> NDArray[np.bool_] | None:
        """Read lines of the working grid; `top` must not decrease between calls.

        Args:
            top: First line.
            bottom: Line after the last.
            out: (lines, columns) int16, for the reflectance counts; 0 where the band holds no data.

        Returns:
            (lines, columns) bool, True where the band holds no data; None if it holds data everywhere.

        Raises:
            UnreadableBandError: the file is damaged.
        """
        start, stop = max(0, top - self._halo), min(bottom + self._halo, self._file.grid.height)
        first, last = self._rows.inputs(start, stop)
        self._decode(first, last)
        counts = self._counts[first - self._top : last - self._top]
        empty = self._empty[first - self._top : last - self._top]
        inner = slice(top - start, bottom - start)
        copies = self._rows.copies and self._columns.copies
        if copies:
            out[:] = counts[inner]
        else:
            np.rint(resample(counts, self._rows.part(top, bottom, origin=first), self._part), out=out, casting="unsafe")
        if not empty.any():
            return None
        if not copies:
            empty = resample(empty, self._rows.part(start, stop, origin=first), self._part) > 0
        if self._reduced:
            empty = dilate(empty, EDGE_PIXELS)
        out[empty[inner]] = 0
        return empty[inner]

    def _decode(self, first: int, last: int) -> None:
        """Decode the lines [first, last) of the file into the buffers, and drop those above."""
        if last <= self._bottom:
            return
        if first > self._bottom:  # the tile rows in between are not needed
            self._top = self._bottom = first // self._chunk * self._chunk
        chunks = -(-(last - self._bottom) // self._chunk)
        stop = min(self._bottom + chunks * self._chunk, self._dataset.height)
        kept = max(0, self._bottom - first)
        for name in ("_counts", "_empty"):
            old = getattr(self, name)[self._bottom - self._top - kept : self._bottom - self._top]
            buffer = getattr(self, name)
            if len(buffer) < kept + stop - self._bottom:
                buffer = np.empty((kept + stop - self._bottom, buffer.shape[1]), buffer.dtype)
            buffer[:kept] = old
            setattr(self, name, buffer)
        self._top = self._bottom - kept
        while self._bottom < stop:
            self._decode_chunk(min(self._chunk, stop - self._bottom))
        if stop == self._dataset.height:
            self._dataset.close()

    def _decode_chunk(self, lines: int) -> None:
        """Decode the tile rows below those in the buffers."""
        at = slice(self._bottom - self._top, self._bottom - self._top + lines)
        counts, empty, image = self._counts[at], self._empty[at], self._file.image
        window = Window(self._span[0], self._bottom, self._span[1] - self._span[0], lines)
        in_place = self._dataset.dtypes[image.index - 1] == "uint16"
        values = read(self._dataset, image, window, counts.view(np.uint16) if in_place else None)
        empty[:] = image.empty(values)
        image.to_counts(values, counts)
        if self._reduced:
            # The wavelet undershoots beside bright pixels: such a single 0 holds data, and a DN below the offset would
            # be cut to 0 in a baseline without offset.
            empty[:] = dilate(~dilate(~empty, 1), 1)
            np.maximum(counts, 0, out=counts)
            corner = self._bottom, self._span[0]
            for tile, native_empty in self._file.refine_edges(self._dataset, corner, self._scale, empty):
                tile[:] = _any_of_blocks(native_empty, self._scale)
        counts[empty] = 0
        self._bottom += lines


def _levels(dataset: rasterio.DatasetReader) -> list[int]:
    """Return the factors of JPEG 2000's reduced levels, which are means; other formats may sample single pixels."""
    return dataset.overviews(1) if dataset.driver.startswith("JP2") else []


def _chunk_lines(dataset: rasterio.DatasetReader, at_least: int) -> int:
    """Round a number of lines up to whole tile rows."""
    tile_lines: int = dataset.block_shapes[0][0]
    return tile_lines * math.ceil(at_least / tile_lines)


def _any_of_blocks(pixels: NDArray[np.bool_], size: int) -> NDArray[np.bool_]:
    """Reduce each block of size x size to True if any of its pixels is; the last blocks may be smaller."""
    by_line = np.logical_or.reduceat(pixels, np.arange(0, pixels.shape[0], size), axis=0)
    return np.logical_or.reduceat(by_line, np.arange(0, pixels.shape[1], size), axis=1)


def opened(image: BandImage, level: int = 0) -> rasterio.DatasetReader:
    """Open a band file, or one of its reduced levels.

    Raises:
        UnreadableBandError: the file is damaged, or GDAL cannot open it.
    """
    options = {"overview_level": level - 1} if level else {}
    try:
        return open_alone(image.path, **options) if image.jpeg2000 else rasterio.open(image.path, **options)
    except (RasterioError, OSError) as error:
        raise _unreadable(image.path, error) from error


def read(
    dataset: rasterio.DatasetReader, image: BandImage, window: Window, out: NDArray[np.uint16] | None = None
) -> NDArray[np.generic]:
    """Read a window of an open band, in values of the file.

    Raises:
        UnreadableBandError: the file is damaged.
    """
    try:
        lines: NDArray[np.generic] = dataset.read(image.index, window=window, out=out)
    except (RasterioError, OSError, ValueError) as error:
        raise _unreadable(image.path, error) from error
    return lines


def _unreadable(path: str, error: Exception) -> UnreadableBandError:
    reason = re.sub(rf"'?({re.escape(path)}|/vsisparse/[^' ,]+)'?,?", "", str(error.__cause__ or error))
    return UnreadableBandError(
        "The band file {path} is empty or damaged ({reason}). Download the product again.",
        path=path,
        reason=reason.strip().rstrip("."),
    )


def grid_of(image: BandImage) -> Grid:
    """Return the grid of a band file.

    Raises:
        UnreadableBandError: it cannot be opened.
    """
    with opened(image) as dataset:
        return Grid.of(dataset)
