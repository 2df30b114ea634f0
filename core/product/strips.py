"""Read reflectance strip by strip: the lines of all bands under one row of patches, on the working grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..raster.grid import Grid, check_same_extent, metres_per_nominal
from ..raster.morphology import dilate
from ..raster.patches import DataCells, PatchPlan
from .band_file import MIN_CHUNK_LINES, BandFile, BandLines, grid_of
from .bands import ATMOSPHERE, NATURAL_COLOUR
from .source import Source


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
    """The bands of a source that a model needs, on a working grid.

    Raises:
        ProductError: the source lacks a band, or the bands have different extents.
        UnreadableBandError: a band file cannot be opened.
    """

    def __init__(self, source: Source, bands: Sequence[str], resolution: float) -> None:
        """Open the files of `bands` for a grid of `resolution` metres."""
        self.names = tuple(bands)
        images = source.images_at(bands, resolution)
        native = {band: grid_of(image) for band, image in images.items()}
        check_same_extent(native, source.acquisition.name)
        finest = min(native, key=lambda band: (native[band].pixel_size, images[band].pixel_size))
        self.metres_per_nominal = metres_per_nominal(images[finest].pixel_size, native[finest])
        self._native = native[finest]
        self.grid = self.grid_at(resolution)
        self._files = {band: BandFile(images[band], native[band], self.grid) for band in bands}
        visible = [band for band in bands if band in NATURAL_COLOUR]
        deciding = visible or [band for band in bands if band not in ATMOSPHERE][:1]
        self._nodata_bands = [band in deciding for band in bands]

    def grid_at(self, resolution: float) -> Grid:
        """Return the grid of `resolution` metres over the extent of the bands."""
        return self._native.at(resolution * self.metres_per_nominal)

    def data_cells(self, exact: bool = False) -> DataCells:
        """Find the cells of the scene that may hold data, from one band.

        Args:
            exact: Use one cell per pixel of the working grid, which decodes the band in full.
        """
        band = self.names[self._nodata_bands.index(True)]
        if exact:
            reader = BandLines(self._files[band], (0, self.grid.width))
            used = np.ones(self.grid.shape, np.bool_)
            lines = np.empty((MIN_CHUNK_LINES, self.grid.width), np.int16)
            for top in range(0, self.grid.height, MIN_CHUNK_LINES):
                bottom = min(top + MIN_CHUNK_LINES, self.grid.height)
                empty = reader.read(top, bottom, lines[: bottom - top])
                used[top:bottom] = True if empty is None else ~empty
            return DataCells(used, 1.0)
        cells, pixels_per_cell = self._files[band].coarse()
        return DataCells(dilate(cells, 2), pixels_per_cell)

    def strips(self, plan: PatchPlan, threads: int) -> Iterator[Strip]:
        """Yield the strips of a plan, from top to bottom.

        Args:
            plan: Patches on this grid.
            threads: Number of bands to decode at a time.

        Raises:
            UnreadableBandError: a band file is damaged.
        """
        columns = plan.columns[0], min(plan.columns[1], self.grid.width)
        readers = [BandLines(self._files[band], columns, plan.rows[0].top) for band in self.names]
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
