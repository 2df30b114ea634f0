"""Fields of a whole scene that the rules need again once its statistics are known, packed into 8 and 16 bits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from . import parallax
from .spectral import Findings, Pixels, Reflectance
from .statistics import packed

DATA, POTENTIAL, WATER, SNOW, BUILT_UP, DISPLACED, SHADED = (1 << bit for bit in range(7))
"""Bits of `SceneFields.flags`: the pixel holds data, what `spectral.examine` found, and that a cloud has parallax, or a
hillside no sun."""
_NO_ROOF = -0.8
"""Cloud displacement index below which a pixel is no roof (Qiu, Zhu and He 2019)."""
_BLOCK_LINES = 256


class SceneFields:
    """Fields of a scene, each (lines, columns) on the working grid; 0 where it holds no data.

    Reflectance and probabilities are whole numbers of `statistics.UNITS`.
    """

    def __init__(self, shape: tuple[int, int]) -> None:
        """Make empty fields, which take no memory where nothing is added."""
        self.flags = np.zeros(shape, np.uint8)
        self.green = np.zeros(shape, np.uint16)
        self.nir = np.zeros(shape, np.uint16)
        self.swir = np.zeros(shape, np.uint16)
        self.cirrus = np.zeros(shape, np.int16)
        self.hot = np.zeros(shape, np.int16)
        self.variability = np.zeros(shape, np.uint16)

    def add(self, corner: tuple[int, int], has_data: Pixels, bands: Mapping[str, Reflectance], found: Findings) -> None:
        """Keep the pixels of a strip.

        Args:
            corner: Its first line and column.
            has_data: True where it holds data.
            bands: Its reflectance.
            found: The results of its tests.
        """
        at = tuple(slice(first, first + length) for first, length in zip(corner, has_data.shape))
        flags = has_data.astype(np.uint8)  # DATA is the lowest bit
        for bit, pixels in (
            (POTENTIAL, found.potential),
            (WATER, found.water),
            (SNOW, found.snow),
            (BUILT_UP, found.built_up),
        ):
            flags[pixels & has_data] |= bit
        self.flags[at] = flags
        for field, values in (
            (self.green, bands["B03"]),
            (self.nir, bands["B08"]),
            (self.swir, bands["B11"]),
            (self.cirrus, bands["B10"]),
            (self.hot, found.hot),
            (self.variability, found.variability),
        ):
            field[at] = packed(values, field.dtype)
        for field in (self.nir, self.swir):  # 0 is nodata to the search for shadows
            np.maximum(field[at], has_data, out=field[at])

    def add_displacement(self, corner: tuple[int, int], index: Reflectance) -> None:
        """Keep where clouds are displaced between the bands; the pixels must have been added.

        Args:
            corner: First line and column.
            index: (lines, columns) float32 cloud displacement index.
        """
        flags = self.flags[tuple(slice(first, first + length) for first, length in zip(corner, index.shape))]
        flags[index <= parallax.DISPLACED] |= DISPLACED
        flags[index < _NO_ROOF] &= ~np.uint8(BUILT_UP)

    def set(self, bits: int, pixels: Pixels, lines: slice) -> None:
        """Set bits of pixels of some lines."""
        self.flags[lines][pixels] |= bits

    def drop(self, bits: int, pixels: Pixels, lines: slice) -> None:
        """Drop bits of pixels of some lines."""
        self.flags[lines][pixels] &= ~np.uint8(bits)

    def has(self, bits: int, lines: slice = slice(None)) -> Pixels:
        """Return the pixels of some lines that have all of these bits."""
        return (self.flags[lines] & bits) == bits

    def clear(self, lines: slice) -> Pixels:
        """Return the pixels of some lines that hold data and may not be cloud."""
        return (self.flags[lines] & (DATA | POTENTIAL)) == DATA


def blocks(height: int) -> Iterator[slice]:
    """Cut the lines of a scene into blocks, whose temporary arrays are small."""
    for top in range(0, height, _BLOCK_LINES):
        yield slice(top, min(top + _BLOCK_LINES, height))
