"""Define the source of a mask: a product, or a raster in its place."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from .acquisition import Acquisition

if TYPE_CHECKING:
    from ..decoding.band_image import BandImage


class Source(Protocol):
    """The bands of one scene; see `Product` and `Raster`."""

    @property
    def acquisition(self) -> Acquisition:
        """Acquisition of the scene; its name is used in messages, files and tags."""

    @property
    def quantification(self) -> float:
        """Counts per unit of reflectance."""

    @property
    def bands(self) -> Collection[str]:
        """Names of the available bands."""

    @property
    def expected_bands(self) -> Collection[str]:
        """Names of the bands that should be available; a model chosen for the source needs no other."""

    @property
    def reading(self) -> Mapping[str, object]:
        """Bands, scale, offset and nodata used for reading, if the files do not define them; for the mask's tags."""

    @property
    def is_remote(self) -> bool:
        """True if the files lie behind an address and have no smaller versions there: no map should read them."""

    def image(self, band: str) -> BandImage:
        """Return the file of a band.

        Raises:
            ProductError: the band is not available.
        """

    def images_at(self, bands: Sequence[str], resolution: float, /) -> dict[str, BandImage]:
        """Return the files of bands that are read together for a grid of `resolution` metres.

        Raises:
            ProductError: a band is not available.
        """

    def warnings(self) -> tuple[str, ...]:
        """Return warnings for the user to check before trusting the mask."""
