"""Read reflectance strip by strip: the lines of all bands under one row of patches, on the working grid."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ..decoding.band_file import MIN_PIECE, BandFile, BandLines, PendingLines, file_stamp, grid_of
from ..decoding.band_image import Counts
from ..decoding.margin import Margin
from ..decoding.quick_look import QuickLook, margin
from ..errors import RasterError, UnreadableBandError
from ..raster.grid import Grid, check_same_extent, metres_per_nominal
from ..raster.patches import DataCells, PatchPlan
from ..workers import Workers
from .bands import ATMOSPHERE, NATURAL_COLOUR
from .source import Source

EDGE_CELLS = 2
"""Cells around those with data that may hold data too: a reduced level mixes the edge of the data into them."""
MAX_PIXELS = 1_000_000_000
"""Most pixels of a grid that is finer than the bands: eight times those of a tile at 10 m, 1 GB for the mask."""


@dataclass(frozen=True)
class Strip:
    """The lines of the working grid under one row of patches, over the plan's columns."""

    top: int
    """First line."""
    counts: Counts
    """(bands, lines, columns): reflectance x quantification value, or values as they are; 0 where a band holds no
    data."""
    nodata: NDArray[np.bool_]
    """(lines, columns): True where the pixel holds no data: in a visible band, or beyond another band's own edge."""


@dataclass(frozen=True)
class PendingStrip:
    """A strip while it is decoded."""

    lines: PendingLines
    finish: Callable[[], Strip]
    """Waits for it; strips that were begun before must have been finished. Raises UnreadableBandError."""


class Bands:
    """The bands of a source that a model needs, on a working grid.

    Raises:
        ProductError: the source lacks a band, or the bands have different extents.
        UnreadableBandError: a band file cannot be opened.
        RasterError: see `grid_at`.
    """

    def __init__(self, source: Source, bands: Sequence[str], resolution: float) -> None:
        """Open the files of `bands` for a grid of `resolution` metres."""
        self.names = tuple(bands)
        self._name = source.acquisition.name
        images = source.images_at(bands, resolution)
        self._stamps = {image.path: file_stamp(image.path) for image in images.values() if not image.parts}
        native = {band: grid_of(image) for band, image in images.items()}
        check_same_extent(native, source.acquisition.name)
        finest = min(native, key=lambda band: (native[band].pixel_size, images[band].pixel_size))
        self.metres_per_nominal = metres_per_nominal(images[finest].pixel_size, native[finest])
        self._native = native[finest]
        self.placed_by_metadata = any(grid.stated and images[band].jpeg2000 for band, grid in native.items())
        self.grid = self.grid_at(resolution)
        self._files = [BandFile(images[band], native[band], self.grid) for band in bands]
        visible = [band for band in bands if band in NATURAL_COLOUR]
        deciding = visible or [band for band in bands if band not in ATMOSPHERE][:1]
        self._nodata_bands = [band in deciding for band in bands]

    def grid_at(self, resolution: float) -> Grid:
        """Return the grid of `resolution` metres over the extent of the bands.

        Raises:
            RasterError: the pixels would have to be cut into too many.
        """
        grid = self._native.at(resolution * self.metres_per_nominal)
        pixels, native = (math.prod(one.shape) for one in (grid, self._native))
        if pixels > max(native, MAX_PIXELS):
            raise RasterError(
                "{name} has {pixels:.3g} pixels at {resolution:g} m, more than {most:.3g}. Choose a coarser "
                "resolution, or a raster with smaller pixels.",
                name=self._name,
                pixels=float(pixels),
                resolution=resolution,
                most=float(MAX_PIXELS),
            )
        return grid

    def data_cells(self, workers: Workers, *, whole: bool = True) -> DataCells:
        """Find the cells of the scene that may hold data, from the quick look of one band.

        Args:
            workers: Decode.
            whole: Decode all of it now, not where the cells are asked for.

        Raises:
            UnreadableBandError: the band file is damaged.
        """
        look = QuickLook(self._files[self._nodata_bands.index(True)], workers)
        if whole:
            look.decode_all()
        return DataCells(look.cells, look.cell_size, EDGE_CELLS, look.piece, look.decode)

    def data_pixels(self, workers: Workers) -> DataCells:
        """Find the pixels of the grid that hold data in one band, which is decoded in full; see `data_cells`."""
        file = self._files[self._nodata_bands.index(True)]
        try:
            reader = BandLines(file, (0, self.grid.width))
            used = np.ones(self.grid.shape, np.bool_)
            lines = np.empty((1, MIN_PIECE, self.grid.width), file.image.counts_type)
            for top in range(0, self.grid.height, MIN_PIECE):
                bottom = min(top + MIN_PIECE, self.grid.height)
                (empty,) = PendingLines([reader], (top, bottom), workers).take(lines[:, : bottom - top])
                used[top:bottom] = True if empty is None else ~empty
            return DataCells(used, 1.0)
        finally:
            self.close()

    def begin(self, plan: PatchPlan, workers: Workers) -> Iterator[PendingStrip]:
        """Yield the strips of a plan, from top to bottom, each as soon as its decoding has begun.

        Close the files with `close` after the last strip, and after an error.

        Args:
            plan: Patches on this grid.
            workers: Decode the strips that have been begun.

        Raises:
            UnreadableBandError: a band file cannot be opened.
        """
        columns = plan.columns[0], min(plan.columns[1], self.grid.width)
        readers = [BandLines(file, columns, plan.rows[0].top) for file in self._files]
        margins: dict[int, Margin] = {}
        for row in plan.rows:
            lines = row.top, min(plan.bottom(row), self.grid.height)
            pending = PendingLines(readers, lines, workers)
            yield PendingStrip(pending, partial(self._strip, pending, lines, columns, margins, workers))

    def strip_bytes(self, plan: PatchPlan) -> int:
        """Return the memory of a strip of a plan while it is decoded: its counts, and where each band is empty."""
        first, last = plan.columns
        return plan.height * (last - first) * 3 * sum(4**file.halvings for file in self._files)

    def strips(self, plan: PatchPlan, workers: Workers) -> Iterator[Strip]:
        """Yield the strips of a plan, from top to bottom, one after the other.

        Raises:
            UnreadableBandError: a band file is damaged, or changes meanwhile.
        """
        try:
            for pending in self.begin(plan, workers):
                yield pending.finish()
        finally:
            self.close()

    def close(self) -> None:
        """Close the files; no thread may decode any more."""
        for file in self._files:
            file.close()

    def _strip(
        self,
        pending: PendingLines,
        lines: tuple[int, int],
        columns: tuple[int, int],
        margins: dict[int, Margin],
        workers: Workers,
    ) -> Strip:
        """Put a strip together once its lines are decoded.

        Args:
            pending: The lines.
            lines: Lines [first, last) of the grid.
            columns: Columns [first, last).
            margins: Where bands end, by number; filled for the strips that follow.
            workers: Decode.
        """
        shape = len(self._files), lines[1] - lines[0], columns[1] - columns[0]
        counts = np.empty(shape, self._files[0].image.counts_type)
        empty = pending.take(counts)
        self._check_unchanged()
        nodata = np.zeros(counts.shape[1:], np.bool_)
        for part, decides in zip(empty, self._nodata_bands):
            if part is not None and decides:
                nodata |= part
        for number, part in enumerate(empty):
            if part is not None and (part & ~nodata).any():
                if number not in margins:
                    margins[number] = margin(self._files[number], workers)
                margins[number].add_to(nodata, part, (lines[0], columns[0]))
        np.copyto(counts, 0, where=nodata)
        return Strip(lines[0], counts, nodata)

    def _check_unchanged(self) -> None:
        for path, stamp in self._stamps.items():
            if file_stamp(path) != stamp:
                raise UnreadableBandError(
                    "The band file {path} changed while it was read. Mask the product again when nothing writes to it.",
                    path=path,
                )


class PlannedScene(Protocol):
    """A scene whose strips are read one after the other."""

    @property
    def source(self) -> Source:
        """The source of its bands."""

    @property
    def bands(self) -> Bands:
        """The bands on the working grid."""

    @property
    def plan(self) -> PatchPlan:
        """The patches or strips on the working grid."""
