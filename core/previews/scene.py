"""Draw a scene under its mask: from its product, its natural-colour layer or its preview."""

from __future__ import annotations

import math
import re
from contextlib import suppress
from pathlib import Path
from xml.sax.saxutils import escape, unescape  # nosec B406  # not a parser

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.errors import RasterioIOError

from ..addresses.location import Location
from ..decoding.geotiff import reached
from ..errors import CloudS2MaskError
from ..jpeg2000.opening import alone
from ..masks.result import MaskResult
from ..masks.vrt import bands_vrt
from ..product.bands import NATURAL_COLOUR
from ..raster.align import READ_ERRORS
from ..raster.grid import Grid
from ..stac.opening import Listed, open_listed
from .picture import Picture, natural_colour
from .preview import EDGE, drawn

_VRT_TAGS = {
    *("VRTDataset", "SRS", "GeoTransform", "VRTRasterBand", "Description", "NoDataValue", "Offset", "Scale"),
    *("ComplexSource", "SourceFilename", "SourceBand", "SourceProperties", "SrcRect", "DstRect"),
}
"""Elements of a VRT of natural colours; see `bands_vrt`."""
_GREY = 0.45
"""Background, 0 to 1, if the product is no longer available."""


def scene_picture(result: MaskResult, source: Location, edge: int) -> Picture:
    """Draw a scene in natural colours; grey where neither product nor preview nor natural-colour layer is available.

    Only the picture and the JPEG 2000 tiles that it needs are in memory.

    Args:
        result: A mask of the scene, whose extent is drawn.
        source: Location of the product.
        edge: Longer side in pixels.
    """
    small = result.grid.at(result.grid.pixel_size * max(1, math.ceil(max(result.grid.shape) / edge)))
    return Picture(small, _background(result, source, small))


def _background(result: MaskResult, source: Location, small: Grid) -> NDArray[np.float64]:
    """Return the scene from its product, else from its natural-colour layer, else grey."""
    with suppress(CloudS2MaskError, *READ_ERRORS):
        product = open_listed(source)
        return _preview_on(small, product) if product.is_remote else _of_bands(small, product)
    if result.vrt_path is not None:
        with suppress(CloudS2MaskError, *READ_ERRORS):
            return _natural_colour(_to_read(result.vrt_path), small, result.acquisition.level)
    return np.full((3, *small.shape), _GREY)


def _of_bands(small: Grid, product: Listed) -> NDArray[np.float64]:
    """Read the bands of a product, from their reduced levels or overviews.

    Raises:
        CloudS2MaskError, RasterioError: they cannot be read.
    """
    # GDAL opens the text of a VRT like a file, and uses the reduced levels of the band files.
    text = bands_vrt(product, list(NATURAL_COLOUR), small, to_read=True)
    return reached(product.image("B02").path, lambda: _natural_colour(text, small, product.acquisition.level))


def _preview_on(small: Grid, product: Listed) -> NDArray[np.float64]:
    """Return the preview of a product behind an address, whose bands would be fetched whole; grey without one.

    Raises:
        CloudS2MaskError: it cannot be read.
    """
    pixels, found = np.full((3, *small.shape), _GREY), drawn(product, EDGE)
    tile = next(iter(product.grids.values()), None)
    if found is None or tile is None:
        return pixels
    lines, columns = (
        np.floor((start + (np.arange(count) + 0.5) * small.pixel_size) / whole * shape).astype(int)
        for start, count, whole, shape in (
            (tile.top - small.top, small.height, tile.height * tile.pixel_size, found.shape[1]),
            (small.left - tile.left, small.width, tile.width * tile.pixel_size, found.shape[2]),
        )
    )
    rows, across = (lines >= 0) & (lines < found.shape[1]), (columns >= 0) & (columns < found.shape[2])
    pixels[:, rows[:, np.newaxis] & across] = found[:, lines[rows]][:, :, columns[across]].reshape(3, -1)
    return pixels


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
