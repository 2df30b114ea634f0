"""The confidence raster: one band per class, in percent, written line by line."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio._err import CPLE_BaseError  # some of GDAL's errors are raised as they are
from rasterio.errors import RasterioError

from ..classes import NODATA, confidence_bands
from ..files import write_error
from ..masks.tags import prefixed
from ..raster.area import AreaOnGrid
from ..raster.geotiff import copy_as_cog
from ..raster.grid import Grid


class Confidence:
    """A confidence raster in progress: whole percents, 255 without data.

    The lines are written to a scratch file beside the mask, which is removed when this is closed or deleted.
    """

    def __init__(self, folder: Path, classes: tuple[str, ...], grid: Grid, area: AreaOnGrid | None) -> None:
        """Make the scratch file.

        Args:
            folder: Folder of the masks.
            classes: Keys of the classes of the probabilities; classes with the same key are added.
            grid: Grid of the whole scene.
            area: The part of the scene that is written; None: the whole scene.

        Raises:
            OutputError: the folder cannot be written to.
        """
        self._folder = folder
        self._bands = confidence_bands(classes)
        self._channels = [[i for i, key in enumerate(classes) if key == band.key] for band in self._bands]
        self._lines = area.lines if area else slice(0, grid.height)
        self._columns = area.columns if area else slice(0, grid.width)
        self._inside = area.inside if area else None
        try:
            self._scratch = TemporaryDirectory(prefix=".confidence-", dir=folder)
            self._path = Path(self._scratch.name) / "confidence.tif"
            window = grid.window(self._lines, self._columns)
            self._dataset = rasterio.open(
                self._path,
                "w",
                driver="GTiff",
                crs=grid.crs,
                transform=window.transform(),
                height=window.height,
                width=window.width,
                count=len(self._bands),
                dtype="uint8",
                nodata=NODATA,
                photometric="minisblack",
                alpha="no",
                bigtiff="if_safer",
            )
        except (OSError, RasterioError, CPLE_BaseError) as error:
            raise write_error(folder / "confidence.tif", error) from error

    def add(self, top: int, left: int, field: NDArray[np.float32], has_data: NDArray[np.bool_]) -> None:
        """Write lines of probabilities; see `classify.FieldSink`.

        Raises:
            OutputError: the disk is full.
        """
        height, width = has_data.shape
        first, last = max(top, self._lines.start), min(top + height, self._lines.stop)
        begin, end = max(left, self._columns.start), min(left + width, self._columns.stop)
        if first >= last or begin >= end:
            return
        lines, columns = slice(first - top, last - top), slice(begin - left, end - left)
        written = has_data[lines, columns]
        window = (
            slice(first - self._lines.start, last - self._lines.start),
            slice(begin - self._columns.start, end - self._columns.start),
        )
        if self._inside is not None:
            written = written & self._inside[window]
        percent = np.empty((len(self._bands), *written.shape), np.uint8)
        for band, channels in zip(percent, self._channels):
            share = np.sum(field[channels, lines, columns], axis=0)
            band[:] = np.where(written, np.rint(100 * np.clip(share, 0, 1)), NODATA)
        try:
            self._dataset.write(percent, window=rasterio.windows.Window.from_slices(*window))
        except (OSError, RasterioError, CPLE_BaseError) as error:
            raise write_error(self._folder / "confidence.tif", error) from error

    def write(self, part: Path, tags: Mapping[str, str], compression: str) -> None:
        """Write the raster as a Cloud Optimized GeoTIFF."""
        for number, band in enumerate(self._bands, start=1):
            self._dataset.set_band_description(number, f"{band.label} (%)")
        self._dataset.update_tags(**prefixed(tags))
        self._dataset.close()
        with rasterio.open(self._path) as dataset:
            copy_as_cog(dataset, part, compression, overviews="average")

    def close(self) -> None:
        """Remove the scratch file."""
        with suppress(RasterioError, CPLE_BaseError):  # a full disk has been reported already
            self._dataset.close()
        self._scratch.cleanup()
