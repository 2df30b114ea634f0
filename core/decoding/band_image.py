"""Describe a band in a file, and convert its values to counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from ..raster.grid import Grid

QUANTIFICATION = 10_000
"""Counts per unit of reflectance, as in products."""
MAX_COUNT = np.iinfo(np.int16).max
"""Upper limit of reflectance counts: a reflectance of 3.2 at the usual 10,000 counts, above any cloud."""
Counts = NDArray[Any]
"""int16: reflectance x quantification value; float32: values of the file, see `BandImage.as_is`."""
_LARGEST = 1e30
"""Upper limit of values as they are: sums of their squares are finite."""


class Parts(Protocol):
    """A file behind an address, of which a part is brought to the disk before it is read."""

    def to_open(self) -> str:
        """Fetch what is needed to open the file; return the GDAL path of its copy.

        Raises:
            AddressError: it cannot be read.
            UnreadableBandError: it is damaged.
        """

    def fetch(self, shape: tuple[int, int], lines: tuple[int, int], columns: tuple[int, int]) -> int:
        """Fetch what a window is decoded from; the file has to be opened after that.

        Args:
            shape: (lines, columns) of the reduced level that is read, or of the image.
            lines: First line of the window in the level, and the line after the last.
            columns: The same of its columns.

        Returns:
            The level; 0 for the image.

        Raises:
            AddressError, UnreadableBandError: see `to_open`.
        """

    def fetch_all(self) -> None:
        """Fetch the whole file; see `to_open` for errors."""


@dataclass(frozen=True)
class BandImage:
    """A band of a raster file; reflectance counts are value x gain + offset."""

    path: str
    """GDAL path; the address of a file behind one."""
    pixel_size: float
    """Nominal pixel size in metres; files of reduced products have larger pixels."""
    offset: float = 0
    gain: float = 1
    index: int = 1
    """Number of the band in the file."""
    nodata: float | None = 0
    """Value of pixels without data; floating point values that are not finite mean nodata too."""
    jpeg2000: bool = False
    """A JPEG 2000 file of a product, opened as such and without files beside it; False: any format of GDAL."""
    geotiff: bool = False
    """A GeoTIFF file that a catalogue names, opened as such and without overviews elsewhere; see `open_geotiff`."""
    as_is: bool = False
    """Counts are the values themselves, for networks that need no scale; 16 bits would cut or round some of them."""
    wavelet_tile: int = 0
    """Edge in pixels of JPEG 2000 tiles whose reduced levels are computed in place of means; 0 for means. A product
    has the same mask in every format then."""
    stays_open: bool = True
    """False for files of which GDAL keeps the last part decoded while they are open, such as Zarr arrays."""
    place: Grid | None = None
    """Grid that the file should have, if something else states it; see `Grid.of`."""
    parts: Parts | None = field(default=None, compare=False, repr=False)
    """Brings what is read of a file behind an address; None for a file on a disk."""

    @property
    def counts_type(self) -> type[np.number[Any]]:
        """Type of the counts."""
        return np.float32 if self.as_is else np.int16

    def empty(self, values: NDArray[np.generic]) -> NDArray[np.bool_]:
        """Return bool of the same shape: True where values of the file are nodata."""
        empty = np.zeros(values.shape, np.bool_) if self.nodata is None else np.equal(values, self.nodata)
        if np.issubdtype(values.dtype, np.floating):
            empty |= ~np.isfinite(values)
        return empty

    def to_counts(self, values: NDArray[np.generic], out: Counts) -> None:
        """Convert values of the file to counts; nodata may become any count.

        Args:
            values: (lines, columns) of any real type; 16-bit ones may be in the memory of `out`.
            out: (lines, columns) of `counts_type`.
        """
        if self.as_is:
            with np.errstate(over="ignore", invalid="ignore"):
                np.clip(np.nan_to_num(values.astype(np.float32)), -_LARGEST, _LARGEST, out=out)
            return
        whole = self.gain == 1 and float(self.offset).is_integer() and abs(self.offset) <= MAX_COUNT
        if whole and values.dtype == np.uint16:
            offset, dn = int(self.offset), out.view(np.uint16)
            np.minimum(values, MAX_COUNT - offset, out=dn)
            dn += np.uint16(offset % 2**16)  # wraps around to the bits of a negative int16
            return
        with np.errstate(over="ignore", invalid="ignore"):
            counts = values.astype(np.float32)
            counts *= self.gain
            counts += self.offset
            np.nan_to_num(counts, copy=False)
        np.clip(counts, -MAX_COUNT, MAX_COUNT, out=counts)
        np.rint(counts, out=out, casting="unsafe")
