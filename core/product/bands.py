"""The band table of the MultiSpectral Instrument: the one place that knows band names, order and pixel sizes."""

from __future__ import annotations

from typing import NamedTuple


class SpectralBand(NamedTuple):
    """One band of the instrument."""

    name: str
    band_id: int
    """Index in product metadata (`band_id` of RADIO_ADD_OFFSET and BOA_ADD_OFFSET)."""
    pixel_size: int
    """Native pixel size in metres."""


# Sentinel-2 Products Specification Document, table of spectral bands.
_TABLE = (
    SpectralBand("B01", 0, 60),
    SpectralBand("B02", 1, 10),
    SpectralBand("B03", 2, 10),
    SpectralBand("B04", 3, 10),
    SpectralBand("B05", 4, 20),
    SpectralBand("B06", 5, 20),
    SpectralBand("B07", 6, 20),
    SpectralBand("B08", 7, 10),
    SpectralBand("B8A", 8, 20),
    SpectralBand("B09", 9, 60),
    SpectralBand("B10", 10, 60),
    SpectralBand("B11", 11, 20),
    SpectralBand("B12", 12, 20),
)

BANDS: dict[str, SpectralBand] = {band.name: band for band in _TABLE}
BAND_OF_ID: dict[int, str] = {band.band_id: band.name for band in _TABLE}

ATMOSPHERE = ("AOT", "WVP")
"""Aerosol optical thickness and water vapour: maps at 10 m in L2A products, which a network can take as it takes bands.
Their numbers are no reflectance, so they are offered nowhere as bands to look at or to assign."""

ABSENT = {"L1C": ATMOSPHERE, "L2A": ("B10",)}
"""What products of a level do not have."""

PIXEL_SIZE: dict[str, int] = {band.name: band.pixel_size for band in _TABLE} | dict.fromkeys(ATMOSPHERE, 10)
"""Native pixel size in metres of all that a network can take."""

NATURAL_COLOUR = ("B04", "B03", "B02")
"""Red, green, blue. Also the bands whose DN 0 says that a pixel holds no data."""


MIN_RESOLUTION, MAX_RESOLUTION = 10, 60
