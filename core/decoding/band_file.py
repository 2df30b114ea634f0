"""Read a band file: its grid, and its lines, with each tile decoded once.

Windows of less than a tile would decode it again, so every band has a small buffer of its own tile rows, from which
the lines of a strip are cut. Threads decode pieces of it, whole tiles, each with an open dataset of its own.
"""

from __future__ import annotations

import math
import re
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.errors import RasterioError
from rasterio.windows import Window

from ..addresses.location import shown
from ..errors import MemoryShortError, UnreadableBandError
from ..jpeg2000 import wavelet
from ..jpeg2000.opening import open_alone, open_checked
from ..memory import is_memory_short, memory_error
from ..raster.grid import Grid
from ..raster.morphology import dilate
from ..raster.resample import Axis, resample
from ..workers import Workers
from .band_image import BandImage, Counts
from .geotiff import open_geotiff, reached

MIN_PIECE = 512
"""Files with tiny tiles are read in pieces of at least this many lines and columns."""
EDGE_PIXELS = 2
"""Output pixels next to DN 0 that a reduced JPEG 2000 level mixes with it (5 taps of the 5/3 wavelet)."""

EdgeTiles = dict[tuple[int, int, int, int], NDArray[np.uint8]]
"""(left, top, width, height) in pixels of full resolution -> nodata as bits, line by line."""

Calls = list[Callable[[], None]]
"""Calls that do not depend on each other, for `Workers`."""


@dataclass(frozen=True)
class BandFile:
    """A band file, read on the working grid."""

    image: BandImage
    native: Grid
    grid: Grid
    edges: EdgeTiles = field(default_factory=dict, compare=False, repr=False)
    """Tiles along the scene's edge that the quick look has decoded, kept for the strips."""
    idle: dict[int, list[rasterio.DatasetReader]] = field(default_factory=dict, compare=False, repr=False)
    """Open datasets by level, which no thread uses at the moment."""

    @contextmanager
    def dataset(self, level: int = 0) -> Iterator[rasterio.DatasetReader]:
        """Lend a dataset of the file, or of one of its reduced levels, to one thread; files stay open until `close`.

        Raises:
            UnreadableBandError: GDAL cannot open it.
        """
        if not self.image.stays_open:
            with opened(self.image, level) as dataset:
                yield dataset
            return
        idle = self.idle.setdefault(level, [])
        try:
            dataset = idle.pop()
        except IndexError:
            dataset = opened(self.image, level)
        yield dataset
        idle.append(dataset)

    def close(self) -> None:
        """Close all datasets."""
        while self.idle:
            for dataset in self.idle.popitem()[1]:
                dataset.close()

    @property
    def level(self) -> int:
        """Reduced resolution level to read: 2 to its power divides the pixel size of the grid."""
        factor = self.grid.pixel_size / self.native.pixel_size
        whole = round(factor)
        if not math.isclose(factor, whole, rel_tol=1e-6):
            return 0
        with self.dataset() as dataset:
            levels = levels_of(dataset)
        level = 0
        while level < len(levels) and levels[level] == 2 ** (level + 1) and whole % 2 ** (level + 1) == 0:
            level += 1
        return level

    @property
    def halvings(self) -> int:
        """Reduced level to compute from full resolution, if the image is one of which they are computed."""
        return wavelet.halvings(self.grid.pixel_size / self.native.pixel_size) if self.image.wavelet_tile else 0

    def edge_tiles(
        self,
        flags: NDArray[np.bool_],
        corner: tuple[int, int],
        tile_shape: tuple[int, int],
        scale: int,
        *,
        marks_empty: bool,
    ) -> Iterator[Callable[[], None]]:
        """Find the tiles of a reduced level that an edge of the scene crosses.

        A reduced level mixes DN 0 into its neighbours, and the result depends on the offset of the baseline: the same
        scene would end a pixel earlier in one baseline than in another.

        Args:
            flags: (lines, columns) bool of the reduced level, different on the two sides of an edge.
            corner: (line, column) of the flags in the level; the line is the first of a tile.
            tile_shape: (lines, columns) of the level's tiles.
            scale: Pixels of full resolution per pixel of the level.
            marks_empty: The flags are True where any pixel of full resolution has no data; otherwise, where any has
                data, and the tiles are kept for the strips.

        Yields:
            Calls that correct the flags of a tile from full resolution.
        """
        left, right = corner[1], corner[1] + flags.shape[1]
        for top in range(0, flags.shape[0], tile_shape[0]):
            for start in range(left - left % tile_shape[1], right, tile_shape[1]):
                first, stop = max(start, left), min(start + tile_shape[1], right)
                tile = flags[top : top + tile_shape[0], first - left : stop - left]
                if tile.any() and not tile.all():
                    x, y = start * scale, (corner[0] + top) * scale
                    width, height = tile_shape[1] * scale, tile_shape[0] * scale
                    window = x, y, min(width, self.native.width - x), min(height, self.native.height - y)
                    inside = slice((first - start) * scale, (stop - start) * scale)
                    yield partial(self._refine, tile, window, inside, scale, marks_empty)

    def _refine(
        self,
        tile: NDArray[np.bool_],
        window: tuple[int, int, int, int],
        inside: slice,
        scale: int,
        marks_empty: bool,
    ) -> None:
        kept = self.edges.pop(window, None)
        if kept is not None:
            empty = np.unpackbits(kept, axis=1, count=window[2]).astype(np.bool_)
        else:
            with self.dataset() as dataset:
                empty = self.image.empty(read(dataset, self.image, Window(*window)))
        if not marks_empty:
            self.edges[window] = np.packbits(empty, axis=1)
        tile[:] = any_of_blocks(empty[:, inside] == marks_empty, scale)


@dataclass
class _TileRow:
    """A row of tiles of a file, decoded for `BandLines`."""

    top: int
    """First line in the file."""
    counts: Counts
    empty: NDArray[np.bool_]
    pieces: int = 0
    """Pieces that are not decoded yet."""
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def bottom(self) -> int:
        """Line below it."""
        return self.top + len(self.counts)


class BandLines:
    """The lines of one band on the working grid, from top to bottom; see `PendingLines`."""

    def __init__(self, file: BandFile, columns: tuple[int, int], first_line: int = 0) -> None:
        """Prepare to read a band.

        Args:
            file: The file.
            columns: Columns [first, last) of the working grid to read.
            first_line: First line of the working grid to read.
        """
        self._level = file.level
        self._file = file
        self._scale = 2**self._level
        factor = file.grid.pixel_size / file.native.pixel_size / self._scale
        self._halvings = file.halvings
        halved = 2**self._halvings
        with file.dataset(self._level) as dataset:
            self._height, width = dataset.shape
            self._rows = Axis.between(-(-self._height // halved), file.grid.height, factor / halved)
            self._columns = Axis.between(-(-width // halved), file.grid.width, factor / halved)
            self._tile: tuple[int, int] = dataset.block_shapes[0]
            self._piece = _piece_shape(dataset)
            self._in_place = dataset.dtypes[file.image.index - 1] == "uint16" and not file.image.as_is
        self._span = left, right = self._columns.inputs(*columns)
        self._part = self._columns.part(*columns, origin=left)
        if self._halvings:  # whole tiles side by side
            tile = file.image.wavelet_tile
            self._span = left * halved // tile * tile, min(-(-right * halved // tile) * tile, width)
        self._kept = slice(left - self._span[0] // halved, right - self._span[0] // halved)
        self._halo = EDGE_PIXELS if self._level or self._halvings else 0
        first = max(0, first_line - self._halo)
        self._bottom = self._inputs(first, first + 1)[0] // self._piece[0] * self._piece[0]
        self._tile_rows: deque[_TileRow] = deque()
        self._spare: list[_TileRow] = []
        self._asked: deque[int] = deque()  # first lines of what has not been taken

    def decode(self, top: int, bottom: int) -> Calls:
        """Return calls that decode what lines of the working grid need beyond the lines before them.

        Args:
            top: First line; must not decrease between calls.
            bottom: Line after the last.
        """
        first, last = self._inputs(top, bottom)
        lines = self._piece[0]
        calls: Calls = []
        self._asked.append(first)
        while self._tile_rows and self._tile_rows[0].bottom <= self._asked[0]:
            self._spare.append(self._tile_rows.popleft())
        if first > self._bottom:  # the tile rows in between are not needed
            self._bottom = first // lines * lines
        while self._bottom < last:
            row = self._tile_row(self._bottom, min(self._bottom + lines, self._height))
            self._tile_rows.append(row)
            self._bottom = row.bottom
            windows = _pieces((row.top, row.bottom), self._span, self._piece)
            row.pieces = len(windows)
            calls += [partial(self._decode, row, window) for window in windows]
        if self._bottom == self._height:
            self._spare.clear()  # no row follows
        return calls

    def take(self, top: int, bottom: int, out: Counts) -> NDArray[np.bool_] | None:
        """Resample the lines that have been decoded; see `PendingLines`."""
        first, last = self._inputs(top, bottom)
        start, stop = self._lines(top, bottom)
        self._asked.popleft()
        counts, empty = self._decoded(first, last)
        any_empty = empty.any()
        if any_empty:
            counts[empty] = 0
        if self._halvings:
            first, counts, empty = self._reduced(first, counts, empty if any_empty else None)
        inner = slice(top - start, bottom - start)
        copies = self._rows.copies and self._columns.copies
        if copies:
            out[:] = counts[inner]
        else:
            values = resample(counts, self._rows.part(top, bottom, origin=first), self._part)
            convert = np.positive if self._file.image.as_is else np.rint
            convert(values, out=out, casting="unsafe")
        if not any_empty:
            return None
        if not copies:
            empty = resample(empty, self._rows.part(start, stop, origin=first), self._part) > 0
        if self._halo:
            empty = dilate(empty, EDGE_PIXELS)
        out[empty[inner]] = 0
        return empty[inner]

    def _tile_row(self, top: int, bottom: int) -> _TileRow:
        """Return a row of tiles to decode into, in the memory of one that is no longer needed if there is one."""
        lines, columns = bottom - top, self._span[1] - self._span[0]
        if self._spare and len(self._spare[-1].counts) >= lines:  # the last row is lower
            old = self._spare.pop()
            return _TileRow(top, old.counts[:lines], old.empty[:lines])
        shape = lines, columns
        return _TileRow(top, np.empty(shape, self._file.image.counts_type), np.empty(shape, np.bool_))

    def _decode(self, row: _TileRow, window: Window) -> None:
        """Decode a piece of a row of tiles; the last one finds the edge of the scene in the row."""
        lines, columns = window.toslices()
        at = (
            slice(lines.start - row.top, lines.stop - row.top),
            slice(columns.start - self._span[0], columns.stop - self._span[0]),
        )
        counts, image = row.counts[at], self._file.image
        with self._file.dataset(self._level) as dataset:
            values = read(dataset, image, window, counts.view(np.uint16) if self._in_place else None)
        row.empty[at] = image.empty(values)
        image.to_counts(values, counts)
        with row.lock:
            row.pieces -= 1
            is_last = row.pieces == 0
        if is_last and self._level:
            self._find_edge(row)

    def _find_edge(self, row: _TileRow) -> None:
        """Correct the edge of the scene in a row of tiles of a reduced level."""
        # The wavelet undershoots beside bright pixels: such a single 0 holds data, and a DN below the offset would be
        # cut to 0 in a baseline without offset.
        np.maximum(row.counts, 0, out=row.counts)
        if row.empty.any():
            row.empty[:] = dilate(~dilate(~row.empty, 1), 1)
            corner = row.top, self._span[0]
            for correct in self._file.edge_tiles(row.empty, corner, self._tile, self._scale, marks_empty=True):
                correct()

    def _decoded(self, first: int, last: int) -> tuple[Counts, NDArray[np.bool_]]:
        """Return decoded lines of the file, and where they are empty."""
        rows = [row for row in self._tile_rows if first < row.bottom and row.top < last]
        within = [slice(max(first - row.top, 0), last - row.top) for row in rows]
        parts = [(row.counts[some], row.empty[some]) for row, some in zip(rows, within)]
        if len(parts) == 1:
            return parts[0]
        counts, empty = (np.concatenate(arrays) for arrays in zip(*parts))
        return counts, empty

    def _lines(self, top: int, bottom: int) -> tuple[int, int]:
        """Add the lines of the working grid whose edges reach into those asked for."""
        return max(0, top - self._halo), min(bottom + self._halo, self._file.grid.height)

    def _inputs(self, top: int, bottom: int) -> tuple[int, int]:
        """Return the lines [first, last) of the file under lines of the working grid."""
        first, last = wavelet.inputs(*self._rows.inputs(*self._lines(top, bottom)), self._halvings)
        return first, min(last, self._height)

    def _reduced(
        self, first: int, counts: Counts, empty: NDArray[np.bool_] | None
    ) -> tuple[int, Counts, NDArray[np.bool_]]:
        """Reduce lines as JPEG 2000 does, and keep the columns that are needed.

        Args:
            first: First of the lines in the file.
            counts: The lines.
            empty: Where they are empty; None: nowhere.

        Returns:
            The first line of the level, its counts, and where any pixel of full resolution is empty.
        """
        level, size = self._halvings, 2**self._halvings
        start, low = wavelet.reduced(counts, first, self._height, self._file.image.wavelet_tile, level)
        low, top = low[:, self._kept], start * size - first
        if empty is None:
            return start, low, np.zeros(low.shape, np.bool_)
        return start, low, any_of_blocks(empty[top : top + len(low) * size], size)[:, self._kept]


class PendingLines:
    """Lines of bands on the working grid while they are decoded."""

    def __init__(self, readers: Sequence[BandLines], lines: tuple[int, int], workers: Workers) -> None:
        """Begin to decode.

        Args:
            readers: Of the bands.
            lines: Lines [first, last) of the working grid; the first must not decrease between calls.
            workers: Decode all pieces of all bands, and resample band by band.
        """
        self._readers, self._lines, self._workers = readers, lines, workers
        self._task = workers.begin([call for reader in readers for call in reader.decode(*lines)])

    def take(self, out: Counts) -> list[NDArray[np.bool_] | None]:
        """Wait for the lines; those that were begun before must have been taken.

        Args:
            out: (bands, lines, columns) of the images' `counts_type`; 0 where the band holds no data.

        Returns:
            For each band (lines, columns) bool, True where it holds no data; None if it holds data everywhere.

        Raises:
            UnreadableBandError: a file is damaged.
        """
        self._task.results()
        return self._workers.run([partial(reader.take, *self._lines, one) for reader, one in zip(self._readers, out)])

    def drop(self) -> None:
        """Stop to decode, and return when no thread does so any more."""
        self._task.drop()


def levels_of(dataset: rasterio.DatasetReader) -> list[int]:
    """Return the factors of JPEG 2000's reduced levels, which are means; other formats may sample single pixels."""
    return dataset.overviews(1) if dataset.driver.startswith("JP2") else []


def _piece_shape(dataset: rasterio.DatasetReader) -> tuple[int, int]:
    """Return (lines, columns) of a piece: whole tiles, of at least MIN_PIECE pixels."""
    lines, columns = (tile * math.ceil(MIN_PIECE / tile) for tile in dataset.block_shapes[0])
    return lines, columns


def _pieces(lines: tuple[int, int], columns: tuple[int, int], shape: tuple[int, int]) -> list[Window]:
    """Cut lines and columns [first, last) into pieces that end at multiples of their shape."""
    cuts = []
    for (first, last), size in zip((lines, columns), shape):
        starts = range(first - first % size, last, size)
        cuts.append([(max(start, first), min(start + size, last)) for start in starts])
    return [Window.from_slices(down, right) for down in cuts[0] for right in cuts[1]]


def any_of_blocks(pixels: NDArray[np.bool_], size: int) -> NDArray[np.bool_]:
    """Reduce each block of size x size to True if any of its pixels is; the last blocks may be smaller."""
    for _axis in range(2):  # lines, then columns; slices are much faster than `reduceat`
        first = pixels[::size].copy()
        for step in range(1, size):
            others = pixels[step::size]
            first[: len(others)] |= others
        pixels = first.T
    return pixels


def opened(image: BandImage, level: int = 0) -> rasterio.DatasetReader:
    """Open a band file, or one of its reduced levels.

    Raises:
        UnreadableBandError: the file is damaged, or GDAL cannot open it.
        MemoryShortError: the system gives too little memory.
    """
    options = {"overview_level": level - 1} if level else {}
    path = image.parts.to_open() if image.parts else image.path
    try:
        if not image.jpeg2000:
            dataset = open_geotiff(path, **options) if image.geotiff else rasterio.open(path, **options)
            # The first look at masks reads the header, and rasterio holds the lock of Python meanwhile: later, the
            # header of a file behind an address would have to be fetched again.
            if path.startswith("/vsi"):
                _ = dataset.mask_flag_enums
            return dataset
        return open_checked(path, **options) if image.parts else open_alone(path, **options)
    except (RasterioError, OSError) as error:
        raise unreadable_band(image.path, error) from error


def read(
    dataset: rasterio.DatasetReader, image: BandImage, window: Window, out: NDArray[np.uint16] | None = None
) -> NDArray[np.generic]:
    """Read a window of an open band, in values of the file.

    Raises:
        UnreadableBandError: the file is damaged.
        MemoryShortError: the system gives too little memory.
        AddressError: it lies behind an address and cannot be read.
    """
    if not image.parts:
        return _read(dataset, image, window, out)
    level = image.parts.fetch(dataset.shape, *((int(span.start), int(span.stop)) for span in window.toslices()))
    with opened(image, level) as fresh:  # decoders keep what they have read ahead, before it was there
        return _read(fresh, image, window, out)


def _read(
    dataset: rasterio.DatasetReader, image: BandImage, window: Window, out: NDArray[np.uint16] | None
) -> NDArray[np.generic]:
    try:
        with rasterio.Env(GDAL_NUM_THREADS=1):  # GDAL's own threads lose the errors of JPEG 2000
            lines: NDArray[np.generic] = reached(
                dataset.name, lambda: dataset.read(image.index, window=window, out=out)
            )
    except (RasterioError, OSError, ValueError) as error:
        raise unreadable_band(image.path, error) from error
    return lines


def unreadable_band(path: str, error: Exception) -> UnreadableBandError | MemoryShortError:
    """Make the error for a band file that GDAL does not open or read, without the signature of its address.

    Args:
        path: GDAL path of the file.
        error: The error of GDAL.
    """
    if is_memory_short():  # which GDAL reports as damage
        return memory_error(path)
    reason = re.sub(rf"'?({re.escape(path)}|/vsisparse/[^' ,]+)'?,?", "", str(error.__cause__ or error))
    if path.startswith("/vsicurl"):
        return UnreadableBandError(
            "The band file {path} cannot be read ({reason}). Check the connection, and try again.",
            path=shown(path),
            reason=re.sub(r"\?[^\s'\"]*", "", reason).strip().rstrip("."),  # which may be a signature
        )
    return UnreadableBandError(
        "The band file {path} is empty or damaged ({reason}). Download the product again.",
        path=shown(path),
        reason=reason.strip().rstrip("."),
    )


def grid_of(image: BandImage) -> Grid:
    """Return the grid of a band file.

    Raises:
        UnreadableBandError: it cannot be opened.
        ProductError: see `Grid.of`.
    """
    with opened(image) as dataset:
        return Grid.of(dataset, image.place, shown(image.path))


def file_stamp(path: str) -> tuple[int, int] | None:
    """Return size and time of change of a band file, or of the archive that holds it; None if it is not on a disk.

    A band that is a folder has the size of its files, and the time of the one that changed last.
    """
    if path.startswith("/vsicurl"):
        return None
    inside = path.removeprefix("/vsizip/")
    archive = re.match(r"\{(.+?)\}/", inside)
    place = Path(archive[1] if archive else inside)
    if place.is_dir():
        states = [one.stat() for one in place.rglob("*")]
        return sum(one.st_size for one in states), max((one.st_mtime_ns for one in states), default=0)
    for file in (place, *place.parents):
        with suppress(OSError):
            if file.is_file():
                state = file.stat()
                return state.st_size, state.st_mtime_ns
    return None
