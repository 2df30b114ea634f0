"""Draw small pictures of a scene: natural colours, overlaid with the classes of a raster."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, unescape  # nosec B406  # not a parser

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.enums import Resampling
from rasterio.errors import RasterioIOError
from rasterio.io import MemoryFile

from ..addresses.location import Address, Location
from ..classes import CLASSES, CLEAR, NODATA
from ..errors import CloudS2MaskError
from ..jpeg2000.opening import alone
from ..masks.qml import GAMMA, MASK_OPACITY, WHITE, Colour, black_of
from ..masks.result import MaskResult
from ..masks.vrt import bands_vrt
from ..product.bands import NATURAL_COLOUR
from ..raster.align import READ_ERRORS
from ..raster.grid import Grid
from ..stac.opening import open_source

_VRT_TAGS = {
    *("VRTDataset", "SRS", "GeoTransform", "VRTRasterBand", "Description", "NoDataValue", "Offset", "Scale"),
    *("ComplexSource", "SourceFilename", "SourceBand", "SourceProperties", "SrcRect", "DstRect"),
}
"""Elements of a VRT of natural colours; see `bands_vrt`."""
_GREY = 0.45
"""Background, 0 to 1, if the product is no longer available."""
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

    @classmethod
    def of_scene(cls, result: MaskResult, source: Location, edge: int) -> Picture:
        """Draw a scene in natural colours; grey if neither the product nor its natural-colour layer is available.

        Only the picture and the JPEG 2000 tiles that it needs are in memory.

        Args:
            result: A mask of the scene, whose extent is drawn.
            source: Location of the product.
            edge: Longer side in pixels.
        """
        small = result.grid.at(result.grid.pixel_size * max(1, math.ceil(max(result.grid.shape) / edge)))
        return cls(small, _background(result, source, small))

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


def _background(result: MaskResult, source: Location, small: Grid) -> NDArray[np.float64]:
    """Return the scene from its product, else from its natural-colour layer, else grey.

    A product behind an address is not read again: its bands would be fetched whole for a picture.
    """
    level = result.acquisition.level
    if isinstance(source, Address):
        return np.full((3, *small.shape), _GREY)
    with suppress(CloudS2MaskError, *READ_ERRORS):
        # GDAL opens the text of a VRT like a file, and uses the reduced levels of the band files.
        return _natural_colour(bands_vrt(open_source(source), list(NATURAL_COLOUR), small, to_read=True), small, level)
    if result.vrt_path is not None:
        with suppress(CloudS2MaskError, *READ_ERRORS):
            return _natural_colour(_to_read(result.vrt_path), small, level)
    return np.full((3, *small.shape), _GREY)


def _to_read(vrt: Path) -> str:
    """Return the text of a VRT that reads its files after a check, and without files beside them.

    Anybody may have written it: it may have no other elements than the plugin's own, and read JPEG 2000 and TIFF only.

    Raises:
        UnreadableBandError: a file is damaged or of another format.
        RasterioIOError: the VRT has other elements.
    """

    def source(found: re.Match[str]) -> str:
        path = unescape(found[2])
        path = str(vrt.parent / path) if found[1] == "1" else path
        return f'<SourceFilename relativeToVRT="0">{escape(alone(path, or_tiff=True))}<'

    text = vrt.read_text(encoding="utf-8", errors="replace")
    tags = [tag for tag in re.findall(r"<([^\s>]*)", text) if not tag.startswith("/")]
    text, count = re.subn(r'<SourceFilename relativeToVRT="([01])">([^<]+)<', source, text)
    if not _VRT_TAGS.issuperset(tags) or count != tags.count("SourceFilename") or "subclass" in text.lower():
        raise RasterioIOError(f"{vrt} has other elements than a VRT of this plugin")
    return text


def _natural_colour(bands: Path | str, grid: Grid, level: str) -> NDArray[np.float64]:
    """Return (3, lines, columns) red, green and blue from 0 to 1, stretched as in the map, from the first bands."""
    first = range(1, len(NATURAL_COLOUR) + 1)
    with rasterio.open(bands) as dataset:
        found = dataset.read(list(first), out_shape=(len(first), *grid.shape))
        scales, offsets = (
            np.array([values[band - 1] for band in first])[:, np.newaxis, np.newaxis]
            for values in (dataset.scales, dataset.offsets)
        )
        return natural_colour(found * scales + offsets, level)
