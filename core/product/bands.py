"""Band table of the MultiSpectral Instrument: names, order and pixel sizes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
"""Aerosol optical thickness and water vapour: 10 m maps of L2A products that a network can use like bands.
They are not reflectance, so they are never offered as bands to display or assign."""

ABSENT = {"L1C": ATMOSPHERE, "L2A": ("B10",)}
"""Bands and maps that products of a level lack."""

PIXEL_SIZE: dict[str, int] = {band.name: band.pixel_size for band in _TABLE} | dict.fromkeys(ATMOSPHERE, 10)
"""Native pixel size in metres of everything that a network can use."""

SAFE_TILES = {10: 1024, 20: 640, 60: 192}
"""Pixel size in metres -> edge in pixels of the JPEG 2000 tiles in SAFE products."""

NATURAL_COLOUR = ("B04", "B03", "B02")
"""Red, green, blue. DN 0 in one of these bands marks a pixel without data."""


MIN_RESOLUTION, MAX_RESOLUTION = 10, 60


def copy_sizes(files: Mapping[str, Mapping[int, object]], bands: Sequence[str], resolution: float) -> dict[str, int]:
    """Choose the copies of bands that are read together for a grid of `resolution` metres.

    L2A products also have most bands at 20 and 60 m. These copies are used if all of the bands have them and their
    pixel size divides the resolution: a band that we reduce ourselves would end elsewhere at the edge of a scene.

    Args:
        files: Band -> pixel sizes in metres of its files.
        bands: The bands.
        resolution: Pixel size of the grid in metres.

    Returns:
        Pixel size in metres of the file of each band; empty if there are no copies, so that native files are read.
    """
    for size in (60, 20):
        sizes = {band: max(size, PIXEL_SIZE[band]) for band in bands}
        if resolution % size == 0 and all(sizes[band] in files[band] for band in bands):
            return sizes
    return {}
