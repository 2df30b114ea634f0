"""The confidence raster: one band per class, in percent, written line by line."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from xml.sax.saxutils import escape  # nosec B406  # only writes

import numpy as np
import rasterio
from numpy.typing import NDArray

from ..areas.area import AreaOnGrid
from ..classes import NODATA, classes_of
from ..files import write_error
from ..raster.geotiff import copy_as_cog
from ..raster.grid import Grid
from ..raster.vrt import vrt_text
from ..unfinished import unfinished
from .tags import prefixed

_SPARE_LINES = 256
"""Lines of a band that are reserved on the disk at a time."""


class Confidence:
    """A confidence raster in progress: whole percents, 255 without data.

    Its values are written to a plain file beside the mask, band by band. Python reports each error of the disk, while
    GDAL hides some of them.
    """

    def __init__(self, folder: Path, classes: tuple[str, ...], grid: Grid, area: AreaOnGrid | None) -> None:
        """Reserve the space on the disk.

        Args:
            folder: Folder of the masks.
            classes: Keys of the classes of the probabilities; classes with the same key are added.
            grid: Grid of the whole scene.
            area: The part of the scene that is written; None: the whole scene.

        Raises:
            OutputError: the folder cannot be written to, or the disk is full.
        """
        self._named = folder / "confidence.tif"
        self._bands = classes_of(classes)
        self._channels = [[i for i, key in enumerate(classes) if key == band.key] for band in self._bands]
        self._lines = area.lines if area else slice(0, grid.height)
        self._columns = area.columns if area else slice(0, grid.width)
        self._inside = area.inside if area else None
        self._grid = grid.window(self._lines, self._columns)
        self._open = ExitStack()
        try:
            self._path = self._open.enter_context(unfinished(folder)) / "percent"
            self._file = self._open.enter_context(self._path.open("w+b", buffering=0))
            spare = bytes([NODATA]) * (_SPARE_LINES * self._grid.width)
            left = len(self._bands) * self._grid.height * self._grid.width
            while left:
                left -= self._file.write(spare[:left])
        except OSError as error:
            self._open.close()
            raise write_error(self._named, error) from error

    def add(self, top: int, left: int, field: NDArray[np.float32], has_data: NDArray[np.bool_]) -> None:
        """Write lines of probabilities; see `classify.FieldSink`.

        Raises:
            OutputError: the disk has an error.
        """
        height, width = has_data.shape
        first, last = max(top, self._lines.start), min(top + height, self._lines.stop)
        begin, end = max(left, self._columns.start), min(left + width, self._columns.stop)
        if first >= last or begin >= end:
            return
        lines, columns = slice(first - top, last - top), slice(begin - left, end - left)
        written = has_data[lines, columns]
        first, begin = first - self._lines.start, begin - self._columns.start
        if self._inside is not None:
            written = written & self._inside[first : first + len(written), begin : begin + written.shape[1]]
        for number, channels in enumerate(self._channels):
            share = np.sum(field[channels, lines, columns], axis=0)
            percent = np.where(written, np.rint(100 * np.clip(share, 0, 1)), NODATA).astype(np.uint8)
            self._put(number, first, begin, percent)

    def _put(self, band: int, top: int, left: int, values: NDArray[np.uint8]) -> None:
        """Write (lines, columns) of a band at a place."""
        height, width = self._grid.shape
        # Whole lines are one piece of the file.
        pieces = values if values.shape[1] < width else values.reshape(1, -1)
        try:
            for line, piece in enumerate(pieces, start=top):
                self._file.seek((band * height + line) * width + left)
                rest = memoryview(piece.tobytes())
                while rest:  # a disk may take a part before it is full
                    rest = rest[self._file.write(rest) :]
        except OSError as error:
            raise write_error(self._named, error) from error

    def write(self, part: Path, tags: Mapping[str, str], compression: str) -> None:
        """Write the raster as a Cloud Optimized GeoTIFF.

        Raises:
            OSError: the file could not be written completely.
        """
        vrt = self._path.with_suffix(".vrt")
        vrt.write_text(self._vrt(prefixed(tags)), encoding="utf-8")
        with rasterio.open(vrt) as dataset:
            copy_as_cog(dataset, part, compression, overview_resampling="average")

    def _vrt(self, tags: Mapping[str, str]) -> str:
        """Describe the plain file as a raster."""
        height, width = self._grid.shape
        bands = (
            f'<VRTRasterBand dataType="Byte" band="{number + 1}" subClass="VRTRawRasterBand">'
            f"<Description>{escape(band.label)} (%)</Description><NoDataValue>{NODATA}</NoDataValue>"
            f'<SourceFilename relativeToVRT="1">{self._path.name}</SourceFilename>'
            f"<ImageOffset>{number * height * width}</ImageOffset><PixelOffset>1</PixelOffset>"
            f"<LineOffset>{width}</LineOffset></VRTRasterBand>"
            for number, band in enumerate(self._bands)
        )
        return vrt_text(self._grid, bands, tags)

    def close(self) -> None:
        """Remove the plain file."""
        self._open.close()
