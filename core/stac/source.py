"""Read a STAC item in place of a product: its bands, where they lie, and as its values are scaled."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from ..addresses.copies import Copy
from ..addresses.location import Address, Location, gdal_path, is_signed, parse
from ..addresses.reading import read_bytes
from ..decoding.band_image import QUANTIFICATION, BandImage, Parts
from ..decoding.geotiff_blocks import FetchedBlocks
from ..errors import InstallationError, ProductError, SettingError
from ..hosts.transport import CONNECT_SECONDS, READ_SECONDS, SLOWEST, never
from ..product.acquisition import Acquisition
from ..product.bands import ATMOSPHERE, BANDS, PIXEL_SIZE, SAFE_TILES, copy_sizes
from ..raster.grid import Grid
from .item import CLASSIFICATION, MAX_ITEM_BYTES, Asset, StacItem, parse_item

if TYPE_CHECKING:
    from .offset import OffsetDecision

_ITEM_NAME = re.compile(r"(?<!^zarr)\.(geo)?json$", re.IGNORECASE)
_ITEM_OF_API = re.compile(r"(^|/)collections/[^/]+/items/[^/]+$")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/|/vsi|[\\/]|[A-Za-z]:[\\/]")
_OF_HOST = re.compile(r"/(?!/|vsi)")
_SIGNED_HOST = re.compile(r"sentinel2l\w+\.blob\.core\.windows\.net$")
"""Hosts of the Planetary Computer's files, which give them to whoever asks for a token: GDAL does, when it opens one,
and again when the token has expired."""
_SIGNING_GDAL = (3, 5, 2)
_CONNECTION = {
    "empty_dir": "yes",
    "max_retry": "5",
    "retry_delay": "0.5",
    "connecttimeout": f"{CONNECT_SECONDS:g}",
    "low_speed_time": f"{READ_SECONDS:g}",
    "low_speed_limit": f"{SLOWEST}",
}
"""Options of GDAL for a file behind a web address: it looks for no files beside it, and waits as we do."""
_USUAL_SCALE = 1 / QUANTIFICATION
_DUE_OFFSET = -0.1
"""Offset in reflectance of products from baseline 04.00 on, where the item states none (Sentinel-2 Products
Specification Document, issue 14.9)."""


@dataclass(frozen=True)
class ItemScene:
    """A STAC item that can be masked; a `Source`."""

    path: Location
    """The item."""
    item: StacItem
    files: dict[str, dict[int, BandImage]] = field(compare=False, repr=False)
    """Band, map of the atmosphere or `SCL` -> pixel size in metres -> file, with its values as they are."""
    cancelled: Callable[[], bool] = field(default=never, compare=False, repr=False)
    """Asked while a file is read that is not an image of a band."""

    @property
    def acquisition(self) -> Acquisition:
        """Acquisition of the scene."""
        return self.item.acquisition

    @property
    def footprint(self) -> tuple[tuple[float, float], ...]:
        """Outline, see `ProductMetadata.footprint`."""
        return self.item.footprint

    @property
    def grids(self) -> dict[int, Grid]:
        """Pixel size in metres -> grid of the files, as far as the item states them."""
        assets = (asset for sizes in self.item.bands.values() for asset in sizes.values())
        return {asset.pixel_size: asset.grid for asset in assets if asset.grid}

    @property
    def quantification(self) -> float:
        """Counts per unit of reflectance; the gain of a band leads to them, if the item has another scale."""
        return QUANTIFICATION

    @property
    def bands(self) -> Collection[str]:
        """Names of the available bands."""
        return [band for band in self.files if band in BANDS]

    @property
    def expected_bands(self) -> Collection[str]:
        """The item's own bands: without short-wave infrared, a model with four bands is chosen."""
        return self.bands

    @property
    def reading(self) -> Mapping[str, object]:
        """Empty: the values are the reflectance of the product, so that its masks are the same."""
        return {}

    @property
    def is_remote(self) -> bool:
        """True if a map should not read the files: JPEG 2000 behind an address, and signed addresses."""
        images = (one for sizes in self.files.values() for one in sizes.values())
        return any((one.jpeg2000 and one.parts) or is_signed(one.path) for one in images)

    def warnings(self) -> tuple[str, ...]:
        """Warn of an offset that the item states wrongly or not, and of a decoder of JPEG 2000 that is not exact."""
        if not any(asset.jpeg2000 for sizes in self.item.bands.values() for asset in sizes.values()):
            return self._offset.warnings
        from ..jpeg2000.opening import driver_warnings

        return (*self._offset.warnings, *driver_warnings())

    def image(self, band: str) -> BandImage:
        """Return the file of a band, or of a map of the atmosphere, which has no offset.

        Raises:
            ProductError: the item has no such band.
            UnreadableBandError: the file that tells if its values contain an offset cannot be read.
        """
        self.band_path(band)
        return self._image(band, self._native(band))

    def band_path(self, band: str) -> str:
        """Return the GDAL path of a band.

        Raises:
            ProductError: the item has no such band.
        """
        if not self.files.get(band):
            raise ProductError(
                "The STAC item of {name} has no band {band}. Choose a model that does not need the band, or another "
                "item.",
                name=self.acquisition.name,
                band=band,
            )
        return self.files[band][self._native(band)].path

    def images_at(self, bands: Sequence[str], resolution: float, /) -> dict[str, BandImage]:
        """Return the files of bands that are read together; see `Source.images_at` and `copy_sizes`."""
        images = {band: self.image(band) for band in bands}
        copies = copy_sizes(self.files, bands, resolution)
        return {band: self._image(band, size) for band, size in copies.items()} or images

    def scene_classification(self) -> BandImage:
        """Return the file of the scene classification (SCL).

        Raises:
            ProductError: the item has none.
        """
        sizes = self.files.get(CLASSIFICATION)
        if not sizes:
            raise ProductError(
                "{name} has no scene classification (SCL). Choose an L2A product.", name=self.acquisition.name
            )
        return sizes[min(sizes)]

    def thumbnail(self, limit: int) -> bytes:
        """Read the small picture of the scene, of at most so many bytes; empty if the item names none.

        Raises:
            AddressError: it cannot be read from its host.
            ProductError: it cannot be read from the disk, or is too large, or an item behind an address names a file
                of this computer.
            CancelledError: it was cancelled.
        """
        if not self.item.thumbnail:
            return b""
        return read_bytes(resolve(self.item.thumbnail, self.path), limit, self.cancelled)

    @cached_property
    def _offset(self) -> OffsetDecision:
        """Decision if the values contain an offset; pixels are read for it, once."""
        from .offset import decide  # needs rasterio, without which items are listed

        return decide(self.item, {band: sizes[min(sizes)] for band, sizes in self.files.items()})

    def _native(self, band: str) -> int:
        """Return the pixel size in metres at which a band is read unless a copy serves."""
        sizes = self.files[band]
        return PIXEL_SIZE[band] if PIXEL_SIZE[band] in sizes else min(sizes)

    def _image(self, band: str, size: int) -> BandImage:
        """Return a file with the scaling of its values."""
        image, asset = self.files[band][size], self.item.bands[band][size]
        if band in ATMOSPHERE:  # 0 is a clear or dry sky
            return replace(image, nodata=None)
        offset = (asset.offset or _DUE_OFFSET) if self._offset.contained else 0.0
        scale = asset.scale or _USUAL_SCALE
        return replace(image, offset=round(offset * QUANTIFICATION, 6), gain=round(scale * QUANTIFICATION, 9))


def is_item(location: Location) -> bool:
    """Tell from its name if a location is a STAC item: a JSON file, or an item of a STAC API."""
    if isinstance(location, Address) and _ITEM_OF_API.search(location.key):
        return True
    return bool(_ITEM_NAME.search(location.name))


def open_item(location: Location, cancelled: Callable[[], bool] = never) -> ItemScene:
    """Read an item; no image is opened.

    Args:
        location: The item.
        cancelled: See `read_bytes`; asked as long as the item is in use.

    Raises:
        AddressError: it cannot be read from its host.
        ProductError: it cannot be read, or is no item of Sentinel-2, or a file that it names is not read.
        InstallationError: its files need a later GDAL.
    """
    return scene_of(parse_item(read_bytes(location, MAX_ITEM_BYTES, cancelled), str(location)), location, cancelled)


def scene_of(item: StacItem, location: Location, cancelled: Callable[[], bool] = never) -> ItemScene:
    """Make the scene of an item that has been read from its location; see `open_item` for arguments and errors."""
    files = {
        band: {size: _image_of(asset, item, location, cancelled) for size, asset in sizes.items()}
        for band, sizes in item.bands.items()
    }
    return ItemScene(location, item, files, cancelled)


def resolve(href: str, item: Location) -> Location:
    """Return the location of a file that an item names, relative to the item or its host unless it is absolute.

    Raises:
        ProductError: an item behind an address names a file on this computer, or one of an unknown kind.
    """
    try:
        if isinstance(item, Address) and (_OF_HOST.match(href) or not _ABSOLUTE.match(href)):
            found = _beside(item, href)
        elif isinstance(item, Address) or _ABSOLUTE.match(href):
            found = parse(href)
        else:
            found = Path(os.path.normpath(item.parent / href))
    except SettingError as error:
        raise ProductError("{path}: {error}", path=item, error=error) from error
    if isinstance(item, Address) and not isinstance(found, Address):
        raise ProductError(
            "{path} names the file {href} on this computer, which an item behind an address may not do. Choose another "
            "item.",
            path=item,
            href=href.partition("?")[0],
        )
    return found


def _beside(item: Address, href: str) -> Location:
    """Return the address of a file from that of its item, whose signature it has too if it has none of its own.

    Raises:
        SettingError: it leads out of its host.
    """
    path, _, query = href.partition("?")
    key = posixpath.normpath(path.lstrip("/") if path.startswith("/") else posixpath.join(item.parent.key, path))
    found = parse(f"{item.scheme}://{item.host}/{key}")
    return replace(found, query=query or item.query) if isinstance(found, Address) else found


def _image_of(asset: Asset, item: StacItem, location: Location, cancelled: Callable[[], bool]) -> BandImage:
    """Return a file of an item, with its values as they are; it is not looked for.

    Raises:
        ProductError: see `resolve`.
        InstallationError: GDAL is too old to ask for tokens.
    """
    found = resolve(asset.href, location)
    path = gdal_path(found)
    parts: Parts | None = None
    if isinstance(found, Address):
        if found.scheme in {"https", "http"} and not asset.jpeg2000:
            path = _web_path(found, item, location)
        if asset.jpeg2000:
            from ..jpeg2000.remote import FetchedTiles  # needs rasterio, without which items are listed

            path, parts = str(found), FetchedTiles(found, Copy(found, cancelled))
        elif not _asks_for_tokens(found):
            parts = FetchedBlocks(Copy(found, cancelled))
    return BandImage(
        path,
        asset.pixel_size,
        nodata=0 if asset.nodata is None else asset.nodata,
        jpeg2000=asset.jpeg2000,
        geotiff=not asset.jpeg2000,
        wavelet_tile=0 if asset.jpeg2000 else SAFE_TILES.get(asset.pixel_size, 0),
        place=asset.grid,
        parts=parts,
    )


def _web_path(address: Address, item: StacItem, location: Location) -> str:
    """Return the path under which GDAL reads a file behind a web address, with time-outs and further attempts.

    Options in the path hold for this file alone, in any thread, and in a VRT that names it.

    Raises:
        InstallationError: GDAL is too old to ask for tokens.
    """
    if not _asks_for_tokens(address):
        return f"/vsicurl?{urlencode({**_CONNECTION, 'url': address.href})}"
    _check_signing(location)
    signing = {"pc_url_signing": "yes", "pc_collection": item.collection, "url": str(address)}
    return f"/vsicurl?{urlencode({**_CONNECTION, **signing})}"


def _asks_for_tokens(address: Address) -> bool:
    """Return True if GDAL asks for a token for a file, which only then may be read."""
    return bool(_SIGNED_HOST.search(address.host))


def _check_signing(location: Location) -> None:
    """Check that GDAL asks for tokens, if rasterio is installed: items are listed without it.

    Raises:
        InstallationError: it is too old.
    """
    try:
        from rasterio import __gdal_version__ as present
    except ImportError:
        return
    if tuple(map(int, re.findall(r"\d+", present)[:3])) < _SIGNING_GDAL:
        raise InstallationError(
            "{path} names files of the Planetary Computer, which need GDAL {needed} or later; that of rasterio is "
            "{present}. Choose the same scene from another catalogue, or use a newer QGIS.",
            path=location,
            needed=".".join(map(str, _SIGNING_GDAL)),
            present=present,
        )
