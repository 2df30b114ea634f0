"""What the engine masks, as far as the engine needs to know it: a product, or a raster that stands in for one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from .acquisition import Acquisition


class Source(Protocol):
    """Bands of one place and time; see `Product` and `Raster`."""

    @property
    def acquisition(self) -> Acquisition:
        """What was acquired; messages, files and tags call the source by its name."""

    @property
    def quantification(self) -> float:
        """Counts per unit of reflectance."""

    @property
    def bands(self) -> Collection[str]:
        """Names of the bands that it has."""

    @property
    def expected_bands(self) -> Collection[str]:
        """Names of the bands that it should have; a model that is chosen for it needs no other."""

    @property
    def reading(self) -> Mapping[str, object]:
        """How its files were read, where they do not say so themselves; for the tags of the mask."""

    def image(self, band: str) -> BandImage:
        """The pixels of a band.

        Raises:
            ProductError: there is no such band.
        """

    def images_at(self, bands: Sequence[str], resolution: float, /) -> dict[str, BandImage]:
        """The pixels of bands that are read together for a grid of `resolution` metres.

        Raises:
            ProductError: one of them is not there.
        """

    def warnings(self) -> tuple[str, ...]:
        """What a person should look at before trusting the mask."""


MAX_COUNT = np.iinfo(np.int16).max
"""Reflectance counts are cut here: a reflectance of 3.2 at the usual 10,000 counts, above any cloud."""


@dataclass(frozen=True)
class BandImage:
    """A band of a raster file; reflectance counts are value x gain + offset."""

    path: str
    """What GDAL opens."""
    pixel_size: float
    """Nominal, in metres; files of reduced products have larger ones."""
    offset: float = 0
    gain: float = 1
    index: int = 1
    """Number of the band in the file."""
    nodata: float | None = 0
    """The value of pixels without data; floating point numbers that are not finite say so too."""

    def empty(self, values: NDArray[np.generic]) -> NDArray[np.bool_]:
        """Where values of the file say that there is no data."""
        empty = np.zeros(values.shape, np.bool_) if self.nodata is None else np.equal(values, self.nodata)
        if np.issubdtype(values.dtype, np.floating):
            empty |= ~np.isfinite(values)
        return empty

    def to_counts(self, values: NDArray[np.generic], out: NDArray[np.int16]) -> None:
        """Turn values of the file into counts; of those without data, into any.

        Args:
            values: (lines, columns) of any real type; 16-bit ones may be in the memory of `out`.
            out: (lines, columns) int16.
        """
        if values.dtype == np.uint16 and self.gain == 1 and float(self.offset).is_integer():
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
