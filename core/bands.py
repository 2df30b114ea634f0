"""Reflectance by strips: each band is decoded once, tile row by tile row, and resampled to the working grid.

A window of less than a tile row would decode its tiles again for the next window, so every band has a small buffer of
its own tile rows, from which the lines of a strip are cut.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.errors import RasterioError
from rasterio.windows import Window

from .errors import UnreadableBandError
from .grid import Grid, check_same_ground, metres_per_nominal
from .patches import PatchPlan, ValidMask
from .product import Product
from .resample import Axis, resample
from .spectral import NATURAL_COLOUR

logger = logging.getLogger(__name__)

MIN_CHUNK_LINES = 512
"""Files with tiny tiles are read in chunks of at least this many lines."""
EDGE_PIXELS = 2
"""Output pixels along DN 0 that a read of a reduced JPEG 2000 level mixes with it (5 taps of the 5/3 wavelet)."""
COARSE_FACTOR = 8
"""B02 at this fraction of its size is read in 0.2 s and is right two cells away from the edge."""
MAX_COUNT = np.iinfo(np.int16).max
"""Reflectance counts are cut here: a reflectance of 3.2 at the usual 10,000 counts, above any cloud."""


@dataclass(frozen=True)
class Strip:
    """The lines of the working grid under one row of patches, over the plan's columns."""

    top: int
    """First line."""
    counts: NDArray[np.int16]
    """(bands, lines, columns): reflectance x quantification value; 0 where a band holds no data."""
    nodata: NDArray[np.bool_]
    """(lines, columns): True where the pixel holds no data."""


class Bands:
    """The bands of a product that a model needs, on a working grid.

    Raises:
        MissingBandError: a band is not in the product.
        UnreadableBandError: a band file cannot be opened.
        GridMismatchError: the bands cover different ground.
    """

    def __init__(self, product: Product, bands: Sequence[str], resolution: int) -> None:
        """Open the files of `bands` for a grid of `resolution` metres."""
        self.product = product
        self.names = tuple(bands)
        paths = {band: product.band_path(band) for band in bands}
        native = {band: _grid_of(path) for band, path in paths.items()}
        check_same_ground(native, product.name)
        finest = min(native, key=lambda band: native[band].pixel_size)
        self.metres_per_nominal = metres_per_nominal(finest, native[finest])
        self._native = native[finest]
        self.grid = self.grid_at(resolution)
        self._sources = {b: _Source(paths[b], native[b], self.grid, product.offset(b)) for b in bands}
        visible = [band for band in bands if band in NATURAL_COLOUR]
        self._nodata_bands = [band in (visible or bands[:1]) for band in bands]

    def grid_at(self, resolution: int) -> Grid:
        """The grid of pixels of `resolution` metres on the ground of the bands."""
        return self._native.at(resolution * self.metres_per_nominal)

    def valid_mask(self, exact: bool = False) -> ValidMask:
        """Where the scene may hold data, from one band.

        Args:
            exact: One cell per pixel of the working grid, at the cost of decoding the band in full.
        """
        band = self.names[self._nodata_bands.index(True)]
        if exact:
            source = self._sources[band]
            reader = _BandLines(source, (0, self.grid.width), exact_edge=True)
            used = np.ones(self.grid.shape, np.bool_)
            lines = np.empty((MIN_CHUNK_LINES, self.grid.width), np.int16)
            for top in range(0, self.grid.height, MIN_CHUNK_LINES):
                bottom = min(top + MIN_CHUNK_LINES, self.grid.height)
                empty = reader.read(top, bottom, lines[: bottom - top])
                used[top:bottom] = True if empty is None else ~empty
            return ValidMask(used, 1.0)
        cells, pixels_per_cell = self._sources[band].coarse()
        return ValidMask(_dilate(cells, 2), pixels_per_cell)

    def strips(self, plan: PatchPlan, threads: int) -> Iterator[Strip]:
        """The strips of a plan, from top to bottom.

        Args:
            plan: Patches on this grid.
            threads: How many bands are decoded at a time.

        Raises:
            UnreadableBandError: a band file is damaged.
        """
        columns = plan.columns[0], min(plan.columns[1], self.grid.width)
        edge_band = self.names[self._nodata_bands.index(True)]
        readers = [
            _BandLines(self._sources[band], columns, plan.rows[0].top, exact_edge=band == edge_band)
            for band in self.names
        ]
        with ThreadPoolExecutor(max_workers=max(1, min(threads, len(readers)))) as pool:
            for row in plan.rows:
                lines = row.top, min(plan.bottom(row), self.grid.height)
                counts = np.empty((len(readers), lines[1] - lines[0], columns[1] - columns[0]), np.int16)
                empty = list(pool.map(lambda reader, out: reader.read(*lines, out), readers, counts))  # noqa: B023
                nodata = np.zeros(counts.shape[1:], np.bool_)
                for part, decides in zip(empty, self._nodata_bands):
                    if part is not None and decides:
                        nodata |= part
                counts[:, nodata] = 0
                yield Strip(row.top, counts, nodata)


@dataclass(frozen=True)
class _Source:
    """A band file, and how its pixels relate to the working grid."""

    path: str
    native: Grid
    grid: Grid
    offset: int

    @property
    def level(self) -> int:
        """Reduced resolution level to read: 2 to its power divides the pixel size of the grid."""
        factor = self.grid.pixel_size / self.native.pixel_size
        whole = round(factor)
        if not math.isclose(factor, whole, rel_tol=1e-6):
            return 0
        with _opened(self.path) as dataset:
            levels = dataset.overviews(1)
        level = 0
        while level < len(levels) and levels[level] == 2 ** (level + 1) and whole % 2 ** (level + 1) == 0:
            level += 1
        return level

    def coarse(self) -> tuple[NDArray[np.bool_], float]:
        """Cells that hold data, and working grid pixels per cell; from a reduced level if the file has one."""
        with _opened(self.path) as dataset:
            factors = [factor for factor in dataset.overviews(1) if factor <= COARSE_FACTOR]
        factor = factors[-1] if factors else 1
        with _opened(self.path, len(factors)) as dataset:
            step = max(1, COARSE_FACTOR // factor)
            lines = _chunk_lines(dataset, MIN_CHUNK_LINES)
            lines += -lines % step
            rows = []
            for top in range(0, dataset.height, lines):
                used = _read(dataset, self.path, Window(0, top, dataset.width, min(lines, dataset.height - top))) > 0
                rows.append(_any_of_blocks(used, step))
        return np.concatenate(rows), factor * step * self.native.pixel_size / self.grid.pixel_size


class _BandLines:
    """The lines of one band on the working grid, in order, each of its tile rows decoded once."""

    def __init__(
        self, source: _Source, columns: tuple[int, int], first_line: int = 0, *, exact_edge: bool = False
    ) -> None:
        level = source.level
        self.reduced = level > 0
        self._source = source
        self._scale = 2**level
        self._exact_edge = exact_edge and self.reduced
        factor = source.grid.pixel_size / source.native.pixel_size / self._scale
        self._dataset = _opened(source.path, level)
        self._rows = Axis.between(self._dataset.height, source.grid.height, factor)
        self._columns = Axis.between(self._dataset.width, source.grid.width, factor)
        self._span = self._columns.source(*columns)
        self._part = self._columns.part(*columns, origin=self._span[0])
        self._chunk = _chunk_lines(self._dataset, MIN_CHUNK_LINES)
        self._halo = EDGE_PIXELS if self.reduced else 0
        first = max(0, first_line - self._halo)
        self._top = self._read_to = self._rows.source(first, first + 1)[0] // self._chunk * self._chunk
        self._counts = np.empty((0, self._span[1] - self._span[0]), np.int16)
        self._empty = np.empty(self._counts.shape, np.bool_)

    def read(self, top: int, bottom: int, out: NDArray[np.int16]) -> NDArray[np.bool_] | None:
        """Read lines of the working grid; `top` never goes back.

        Args:
            top: First line.
            bottom: Line after the last.
            out: (lines, columns) int16, for the reflectance counts; 0 where the band holds no data.

        Returns:
            (lines, columns) bool, True where the band holds no data; None if that is nowhere.
        """
        start, stop = max(0, top - self._halo), min(bottom + self._halo, self._source.grid.height)
        first, last = self._rows.source(start, stop)
        while self._read_to < last:
            self._decode()
        done = first - self._top
        self._counts, self._empty, self._top = self._counts[done:], self._empty[done:], first
        counts, empty = self._counts[: last - first], self._empty[: last - first]
        inner = slice(top - start, bottom - start)
        rows = self._rows.part(top, bottom, origin=first)
        copies = self._rows.copies and self._columns.copies
        out[:] = counts[inner] if copies else np.rint(resample(counts, rows, self._part))
        if not empty.any():
            return None
        if not copies:
            empty = resample(empty, self._rows.part(start, stop, origin=first), self._part) > 0
        if self.reduced:
            empty = _dilate(empty, EDGE_PIXELS)
        out[empty[inner]] = 0
        return empty[inner]

    def _decode(self) -> None:
        """Read the next tile rows."""
        lines = min(self._chunk, self._dataset.height - self._read_to)
        window = Window(self._span[0], self._read_to, self._span[1] - self._span[0], lines)
        dn = _read(self._dataset, self._source.path, window)
        empty = dn == 0
        counts = np.minimum(dn.astype(np.int32) + self._source.offset, MAX_COUNT).astype(np.int16)
        if self.reduced:
            # The wavelet undershoots beside bright pixels: such a single 0 is valid, and a DN below the offset is
            # what a baseline without offset cuts to 0.
            empty = _dilate(~_dilate(~empty, 1), 1)
            np.maximum(counts, 0, out=counts)
            if self._exact_edge and empty.any():
                self._find_edge(empty)
        counts[empty] = 0
        self._counts = np.concatenate([self._counts, counts])
        self._empty = np.concatenate([self._empty, empty])
        self._read_to += lines
        if self._read_to >= self._dataset.height:
            self._dataset.close()

    def _find_edge(self, empty: NDArray[np.bool_]) -> None:
        """Correct the nodata of tiles that an edge crosses by their full resolution.

        A reduced level mixes DN 0 into its neighbours, and how much is left of the 0 depends on the offset of the
        baseline: the same scene would end a pixel earlier in one baseline than in another.
        """
        tile_lines, tile_columns = self._dataset.block_shapes[0]
        scale, (left, right) = self._scale, self._span
        with _opened(self._source.path) as native:
            for top in range(0, empty.shape[0], tile_lines):
                for start in range(left - left % tile_columns, right, tile_columns):
                    first, stop = max(start, left), min(start + tile_columns, right)
                    tile = empty[top : top + tile_lines, first - left : stop - left]
                    if tile.any() and not tile.all():
                        y = (self._read_to + top) * scale
                        height = min(tile.shape[0] * scale, native.height - y)
                        width = min(tile.shape[1] * scale, native.width - first * scale)
                        zero = _read(native, self._source.path, Window(first * scale, y, width, height)) == 0
                        tile[:] = _any_of_blocks(zero, scale)


def _chunk_lines(dataset: rasterio.DatasetReader, at_least: int) -> int:
    """Whole tile rows that make at least so many lines."""
    tile_lines: int = dataset.block_shapes[0][0]
    return tile_lines * math.ceil(at_least / tile_lines)


def _any_of_blocks(pixels: NDArray[np.bool_], size: int) -> NDArray[np.bool_]:
    """Whether any pixel of each block of size x size is True; the last blocks may be smaller."""
    by_line = np.logical_or.reduceat(pixels, np.arange(0, pixels.shape[0], size), axis=0)
    return np.logical_or.reduceat(by_line, np.arange(0, pixels.shape[1], size), axis=1)


def _dilate(cells: NDArray[np.bool_], distance: int) -> NDArray[np.bool_]:
    """Grow True by a distance in all eight directions."""
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


def _opened(path: str, level: int = 0) -> rasterio.DatasetReader:
    """A band file, or one of its reduced levels."""
    try:
        return rasterio.open(path, overview_level=level - 1) if level else rasterio.open(path)
    except (RasterioError, OSError) as error:
        raise _unreadable(path, error) from error


def _read(dataset: rasterio.DatasetReader, path: str, window: Window) -> NDArray[np.uint16]:
    try:
        lines: NDArray[np.uint16] = dataset.read(1, window=window)
    except (RasterioError, OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    return lines


def _unreadable(path: str, error: Exception) -> UnreadableBandError:
    reason = str(error.__cause__ or error).replace(f"'{path}'", "it").strip().rstrip(".")
    return UnreadableBandError(
        f"The band file {path} is empty or damaged ({reason}). Download the product again, or restore the file."
    )


def _grid_of(path: str) -> Grid:
    with _opened(path) as dataset:
        transform = dataset.transform
        crs = dataset.crs.to_wkt() if dataset.crs else ""
        return Grid(crs, transform.c, transform.f, transform.a, dataset.height, dataset.width)
