"""A Sentinel-2 product: where its files are and what its metadata says of them."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import ProductError
from .acquisition import Acquisition
from .bands import ATMOSPHERE, BANDS, PIXEL_SIZE
from .files import METADATA_NAME, UNREADABLE, FolderFiles, ZipFiles
from .metadata import ProductMetadata, parse_metadata
from .source import BandImage

_BAND_FILE = re.compile(rf"_(B\d\d|B8A|{'|'.join(ATMOSPHERE)})(?:_(\d\d)m)?\.jp2$", re.IGNORECASE)
_SCENE_CLASSIFICATION = re.compile(r"_SCL(_[^/\\]*)?\.jp2$", re.IGNORECASE)
_TILE = re.compile(r"_(T\d\d[A-Z]{3})(?:_|$)")

_ATMOSPHERE_UNIT = 10_000
"""DN of the maps of the atmosphere that are taken as a reflectance of 1, whatever the product says of its bands."""


@dataclass(frozen=True)
class Product:
    """One granule of a Sentinel-2 product, in a folder or inside a zip archive."""

    path: Path
    """The `.SAFE` folder, the granule folder or the `.zip` archive."""
    acquisition: Acquisition
    metadata: ProductMetadata
    files: dict[str, dict[int, str]]
    """Band -> pixel size in metres -> GDAL path; of L2A products also the maps of the atmosphere, and copies in larger
    pixels than the native ones."""
    classification: str | None
    """GDAL path of the scene classification (SCL) of an L2A product, at 20 m if it is there."""

    @property
    def bands(self) -> dict[str, str]:
        """GDAL path of each band at its native pixel size."""
        return {band: paths[PIXEL_SIZE[band]] for band, paths in self.files.items() if PIXEL_SIZE[band] in paths}

    @property
    def quantification(self) -> float:
        """DN per unit of reflectance."""
        return self.metadata.quantification

    @property
    def expected_bands(self) -> Collection[str]:
        """All of the instrument: if one is missing, it is an error, not a reason for another model."""
        return BANDS

    @property
    def reading(self) -> Mapping[str, object]:
        """Nothing: the metadata say it all."""
        return {}

    def warnings(self) -> tuple[str, ...]:
        """None."""
        return ()

    def image(self, band: str) -> BandImage:
        """The pixels of a band or of a map of the atmosphere, which has no offset.

        Raises:
            ProductError, ProductError: see `band_path` and `offset`.
        """
        return self._image(band, PIXEL_SIZE[band], self.band_path(band))

    def images_at(self, bands: Sequence[str], resolution: float, /) -> dict[str, BandImage]:
        """The pixels of bands that are read together; see `Source.images_at`.

        L2A products hold most bands in pixels of 20 and 60 m too. These are taken where all of the bands have them and
        they divide the resolution: bands that we reduce do not end at the edge of a scene as those do.
        """
        images = {band: self.image(band) for band in bands}
        for size in (60, 20):
            copies = {band: self.files[band].get(max(size, PIXEL_SIZE[band])) for band in bands}
            if resolution % size == 0 and None not in copies.values():
                return {b: self._image(b, max(size, PIXEL_SIZE[b]), path) for b, path in copies.items() if path}
        return images

    def _image(self, band: str, pixel_size: int, path: str) -> BandImage:
        if band in ATMOSPHERE:  # 0 is a clear or dry sky
            return BandImage(path, pixel_size, gain=self.quantification / _ATMOSPHERE_UNIT, nodata=None)
        return BandImage(path, pixel_size, self.offset(band))

    def band_path(self, band: str) -> str:
        """GDAL path of a band.

        Raises:
            ProductError: if the product has no file for it.
        """
        if band not in self.bands:
            raise ProductError(
                "{name} has no file for band {band} under IMG_DATA. Download the product again, or choose a "
                "model that does not need the band.",
                name=self.acquisition.name,
                band=band,
            )
        return self.bands[band]

    def scene_classification_path(self) -> str:
        """GDAL path of the scene classification (SCL).

        Raises:
            ProductError: if the product has none.
        """
        if self.classification is None:
            raise ProductError(
                "{name} has no scene classification (SCL) under IMG_DATA. Choose an L2A product: L1C products "
                "have none.",
                name=self.acquisition.name,
            )
        return self.classification

    def offset(self, band: str) -> int:
        """DN to add to a band before division by the quantification value.

        Raises:
            ProductError: if the product states offsets, but none for this band.
        """
        offsets = self.metadata.offsets
        if offsets and band not in offsets:
            raise ProductError(
                "The metadata of {name} states no offset for band {band}.", name=self.acquisition.name, band=band
            )
        return offsets.get(band, 0)


def open_product(path: str | Path) -> Product:
    """Find out what a product is; no image is opened.

    Args:
        path: A `.SAFE` folder, its metadata file, a granule folder in it, or a `.zip` archive.

    Raises:
        ProductError: the path is missing, or holds no product metadata.
        ProductError: its metadata cannot be used.
        ProductError: the archive holds absolute or `..` names.
    """
    given = Path(os.path.abspath(path))  # noqa: PTH100 - `resolve` would follow links and lose their names
    if not given.exists():
        raise ProductError("{given} does not exist. Choose a .SAFE folder or a .zip archive.", given=given)
    if given.is_file() and zipfile.is_zipfile(given):
        return _read(given, given, ZipFiles(given), granule=None)
    if given.is_file():
        if not METADATA_NAME.match(given.name):
            raise _not_a_product(given)
        given = given.parent
    if given.parent.name == "GRANULE":
        return _read(given, given.parent.parent, FolderFiles(given.parent.parent), granule=given.name)
    return _read(given, given, FolderFiles(given), granule=None)


def is_product(path: Path) -> bool:
    """Whether a path looks like a product by its name and, for a folder, its metadata file."""
    if path.is_dir():
        return any(METADATA_NAME.match(entry.name) for entry in path.glob("*.xml"))
    return path.suffix.lower() == ".zip" and re.match(r"S2[A-D]_", path.name) is not None


def check_exists(parent: Path) -> None:
    """Refuse a folder that is not there.

    Raises:
        ProductError: it is missing.
    """
    if not parent.exists():
        raise ProductError("{parent} does not exist. Choose a folder that holds .SAFE products.", parent=parent)


def find_products(parent: str | Path, proceed: Callable[[], None] = lambda: None) -> list[Path]:
    """All products in a folder and the folders below it, sorted by name; the folder itself if it is one.

    Args:
        parent: The folder.
        proceed: Called for each folder; what it raises ends the search.

    Raises:
        ProductError: if the folder is missing.
    """
    parent = Path(parent)
    check_exists(parent)
    return sorted(_walk(parent, proceed), key=lambda product: product.name)


def _walk(folder: Path, proceed: Callable[[], None]) -> Iterator[Path]:
    if is_product(folder):
        yield folder
    elif folder.is_dir() and not folder.name.startswith("."):
        proceed()
        try:
            entries = sorted(folder.iterdir())
        except OSError:  # a folder that may not be listed hides its products, not those beside it
            return
        for entry in entries:
            if not entry.is_symlink():
                yield from _walk(entry, proceed)


def _not_a_product(path: Path) -> ProductError:
    return ProductError(
        "{path} is not a Sentinel-2 product: no MTD_MSIL1C.xml or MTD_MSIL2A.xml at its top. Choose the "
        "folder whose name ends in .SAFE, or its .zip archive.",
        path=path,
    )


def _read(path: Path, root: Path, files: FolderFiles | ZipFiles, granule: str | None) -> Product:
    metadata_name = next((name for name in files.top() if METADATA_NAME.match(name)), None)
    if metadata_name is None:
        raise _not_a_product(root)
    source = str(root / metadata_name)
    try:
        metadata = parse_metadata(files.read(metadata_name), source)
    except UNREADABLE as error:
        raise ProductError(
            "{source} cannot be read ({reason}). Download the product again.", source=source, reason=error
        ) from error
    granules = files.granules()
    if not granules:
        raise ProductError("{root} has no folder in GRANULE, so no imagery. Download the product again.", root=root)
    if granule is None and len(granules) > 1:
        raise ProductError(
            "{root} holds {count} tiles. Choose one of the folders in its GRANULE folder, such as {granule}.",
            root=root,
            count=len(granules),
            granule=granules[0],
        )
    folder = granule or granules[0]
    images = files.images(folder)
    tile = _TILE.search(folder)
    if tile is None:
        raise ProductError(
            "The granule folder {folder} of {root} names no tile such as T33UUU.", folder=folder, root=root
        )
    name = re.sub(r"(\.SAFE|\.zip)+$", "", root.name, flags=re.IGNORECASE)
    name = f"{name}_{tile[1]}" if granule and len(granules) > 1 else name
    return Product(
        path=path,
        acquisition=metadata.acquisition(name, tile[1]),
        metadata=metadata,
        files=_band_files(images),
        classification=next((image for image in images if _SCENE_CLASSIFICATION.search(image)), None),
    )


def _band_files(images: list[str]) -> dict[str, dict[int, str]]:
    """The files of each band, by pixel size from the native one on."""
    files: dict[str, dict[int, str]] = {}
    for image in images:
        match = _BAND_FILE.search(image)
        band = match[1].upper() if match else ""
        if match and band in PIXEL_SIZE:
            size = int(match[2] or PIXEL_SIZE[band])
            if size >= PIXEL_SIZE[band]:
                files.setdefault(band, {})[size] = image
    return files
