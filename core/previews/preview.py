"""Draw a small picture of a scene from its own preview, or from the coarsest files of its bands."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import PurePosixPath
from warnings import catch_warnings, simplefilter

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import Resampling
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.io import DatasetReader, MemoryFile

from ..decoding.band_file import opened, unreadable_band
from ..decoding.band_image import BandImage
from ..decoding.geotiff import reached
from ..errors import ProductError, UnreadableBandError
from ..jpeg2000.opening import open_checked
from ..product.bands import NATURAL_COLOUR
from ..product.product import Product
from ..stac.opening import Listed
from ..stac.source import ItemScene
from .picture import jpeg, natural_colour

EDGE = 343
"""Longer side in pixels of the preview that products bring."""
_MAX_BYTES = 8_000_000
"""A preview of 343 x 343 pixels has 40 to 400 kB."""
_PREVIEW = re.compile(r"(^|_)PVI([_.]|$)", re.IGNORECASE)
_DRIVERS = {b"\xff\xd8\xff": "JPEG", b"\x89PNG": "PNG"}
"""Drivers of GDAL for the pictures of STAC items, by their first bytes."""
_COARSEST = 60
"""Pixel size in metres of the coarsest files of the visible bands."""


def preview(source: Listed, edge: int) -> bytes:
    """Draw a scene in natural colours, over the extent of its tile.

    Args:
        source: A product, whose own preview (PVI) is drawn, or a STAC item, whose thumbnail is. In their place the
            bands are read at their coarsest level, but not of JPEG 2000 and Zarr behind an address, which would be
            fetched whole.
        edge: Longer side in pixels.

    Returns:
        A JPEG file; empty if there is no preview and the bands are not read.

    Raises:
        CloudS2MaskError: see `drawn`.
    """
    found = drawn(source, edge)
    return b"" if found is None else jpeg(found)


def drawn(source: Listed, edge: int) -> NDArray[np.float64] | None:
    """Draw a scene as `preview` does.

    Returns:
        (3, lines, columns) red, green and blue from 0 to 1; None if there is no preview and the bands are not read.

    Raises:
        AddressError: it lies behind an address and cannot be read.
        ProductError: a band is missing.
        UnreadableBandError: a file is damaged or of another format.
        CancelledError: it was cancelled, by what the source was opened with.
    """
    own = _own_of_product(source) if isinstance(source, Product) else _own_of_item(source)
    if own:
        return _decoded(own, edge, str(source.path))
    if source.is_remote:
        return None
    images = source.images_at(NATURAL_COLOUR, _COARSEST)
    reflectance = np.stack([_reflectance(images[band], source.quantification, edge) for band in NATURAL_COLOUR])
    return natural_colour(reflectance, source.acquisition.level)


def _own_of_product(product: Product) -> bytes:
    """Return the file of the preview beside the bands; empty if there is none."""
    files = product.package
    granules = {files.name_of(path).parts[1] for path in product.bands.values() if path in files.paths.values()}
    name = next((one for one in files.paths if _is_preview(one) and one.parts[1] in granules), None)
    if name is None:
        return b""
    with files.open(name) as file:
        return file.read(_MAX_BYTES)


def _is_preview(name: PurePosixPath) -> bool:
    return len(name.parts) > 3 and name.parts[2] == "QI_DATA" and bool(_PREVIEW.search(name.name))


def _own_of_item(item: ItemScene) -> bytes:
    """Return the file of an item's thumbnail; empty if it names none, or one that is not there."""
    with suppress(ProductError):
        return item.thumbnail(_MAX_BYTES)
    return b""


def _decoded(data: bytes, edge: int, path: str) -> NDArray[np.float64]:
    """Return red, green and blue from 0 to 1, (3, lines, columns), of a picture in memory."""
    try:
        with MemoryFile(data) as memory, _open(memory, data) as dataset:
            bands = [1, 2, 3] if dataset.count >= 3 else [1, 1, 1]
            values = _small(dataset, bands, edge)
    except (RasterioError, OSError) as error:
        raise UnreadableBandError(
            "The preview of {path} is damaged ({reason}). Download the product again.", path=path, reason=error
        ) from error
    return values / (255 if values.max(initial=0) <= 255 else 65535)


def _open(memory: MemoryFile, data: bytes) -> DatasetReader:
    """Open a picture, of whose place on the earth the tile tells."""
    driver = next((driver for start, driver in _DRIVERS.items() if data.startswith(start)), None)
    with catch_warnings():
        simplefilter("ignore", NotGeoreferencedWarning)
        return memory.open(driver=driver) if driver else open_checked(memory.name)


def _reflectance(image: BandImage, quantification: float, edge: int) -> NDArray[np.float64]:
    with _with_overviews(image, edge) as dataset:
        try:
            [values] = reached(image.path, lambda: _small(dataset, [image.index], edge))
        except (RasterioError, OSError) as error:
            raise unreadable_band(image.path, error) from error
    return (values * image.gain + image.offset) / quantification


def _with_overviews(image: BandImage, edge: int) -> DatasetReader:
    """Open a band; of one behind an address, the overviews that a picture of this edge is read from are there."""
    if image.parts:
        with opened(image) as whole:
            count = 1 + len(whole.overviews(image.index))
        for level in reversed(range(count)):
            with opened(image, level) as one:
                lines, columns = one.shape
            image.parts.fetch((lines, columns), (0, lines), (0, columns))
            if max(lines, columns) >= edge:
                break
    return opened(image)


def _small(dataset: DatasetReader, bands: list[int], edge: int) -> NDArray[np.float64]:
    """Read bands as means, from the overviews of the file if it has any."""
    factor = max(1.0, max(dataset.shape) / edge)
    shape = (len(bands), *(max(1, round(length / factor)) for length in dataset.shape))
    return np.asarray(dataset.read(bands, out_shape=shape, resampling=Resampling.average), np.float64)
