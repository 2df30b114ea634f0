"""Draw a raster over a picture of its scene, and write pictures to JPEG files in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.enums import Resampling
from rasterio.io import MemoryFile

from ..classes import CLASSES, CLEAR, NODATA
from ..masks.qml import GAMMA, MASK_OPACITY, WHITE, Colour, black_of
from ..raster.grid import Grid

_NO_DATA = 0.85
_DARKEST, _CONTRAST = 0.15, 0.4
"""Grey of black, and of white above it, in a faded picture."""


@dataclass(frozen=True)
class Picture:
    """A picture of a scene while it is drawn."""

    grid: Grid
    """Grid of its pixels."""
    pixels: NDArray[np.float64]
    """(3, lines, columns) red, green and blue, 0 to 1."""

    def copy(self) -> Picture:
        """Return a copy, to lay something else over it."""
        return Picture(self.grid, self.pixels.copy())

    def faded(self) -> Picture:
        """Return a copy in dark grey, over which every colour is seen, also where the scene is white."""
        grey = self.pixels.mean(axis=0, keepdims=True)
        return Picture(self.grid, np.repeat(_DARKEST + _CONTRAST * grey, 3, axis=0))

    def lay_mask(self, path: Path) -> None:
        """Lay a mask over the picture, in the colours of its classes; clear is transparent.

        Raises:
            RasterioError, OSError: the mask cannot be read.
        """
        self.lay(path, {c.value: c.colour for c in CLASSES if c.value != CLEAR}, MASK_OPACITY)

    def lay(self, path: Path, colours: Mapping[int, Colour], opacity: float) -> None:
        """Lay the first band of a raster of the scene over the picture; 255 is no data, other values are transparent.

        Args:
            path: The raster.
            colours: Colour of each value.
            opacity: Of these colours, 0 to 1.

        Raises:
            RasterioError, OSError: the raster cannot be read.
        """
        with rasterio.open(path) as dataset:
            values = dataset.read(1, out_shape=self.grid.shape, resampling=Resampling.mode)
        for value, rgb in colours.items():
            colour = np.array(rgb)[:, np.newaxis] / 255
            covered = values == value
            self.pixels[:, covered] += opacity * (colour - self.pixels[:, covered])
        self.pixels[:, values == NODATA] = _NO_DATA

    def jpeg(self) -> bytes:
        """Return the picture as a JPEG file."""
        return jpeg(self.pixels)


def jpeg(pixels: NDArray[np.float64]) -> bytes:
    """Write red, green and blue from 0 to 1, (3, lines, columns), to a JPEG file in memory."""
    picture = np.round(255 * pixels).astype(np.uint8)
    bands, height, width = picture.shape
    profile = {"driver": "JPEG", "width": width, "height": height, "count": bands, "dtype": "uint8", "quality": 85}
    # Georeferenced, because rasterio would warn otherwise; without PAM, so that no file is written for it.
    with rasterio.Env(GDAL_PAM_ENABLED="NO"), MemoryFile() as memory:
        with memory.open(**profile, transform=rasterio.Affine.scale(2, -2)) as dataset:
            dataset.write(picture)
        return bytes(memory.read())


def natural_colour(reflectance: NDArray[np.float64], level: str) -> NDArray[np.float64]:
    """Stretch reflectance as the map does.

    Args:
        reflectance: (3, lines, columns) of red, green and blue.
        level: `L1C` or `L2A`.

    Returns:
        The same shape, 0 to 1.
    """
    black = np.array(black_of(level))[:, np.newaxis, np.newaxis]
    stretched: NDArray[np.float64] = np.clip((reflectance - black) / (WHITE - black), 0, 1) ** (1 / GAMMA)
    return stretched
