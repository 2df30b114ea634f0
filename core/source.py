"""What the engine masks, as far as the engine needs to know it: a product, or a raster that stands in for one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from .band_image import BandImage


class Source(Protocol):
    """Bands of one place and time; see `Product` and `Raster`."""

    @property
    def name(self) -> str:
        """What messages, files and tags call it."""

    @property
    def level(self) -> str:
        """`L1C` or `L2A`."""

    @property
    def baseline(self) -> str:
        """Processing baseline; empty if it is not known, as the next two."""

    @property
    def satellite(self) -> str:
        """e.g. `S2A`."""

    @property
    def tile(self) -> str:
        """e.g. `T33UUU`."""

    @property
    def sensing_time(self) -> datetime | None:
        """When it was seen, if that is known."""

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
            MissingBandError: there is no such band.
        """

    def images_at(self, bands: Sequence[str], resolution: float, /) -> dict[str, BandImage]:
        """The pixels of bands that are read together for a grid of `resolution` metres.

        Raises:
            MissingBandError: one of them is not there.
        """

    def warnings(self) -> tuple[str, ...]:
        """What a person should look at before trusting the mask."""
