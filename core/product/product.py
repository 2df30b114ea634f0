"""Find and open Sentinel-2 products: their metadata, and the paths of their band files."""

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

BAND_FILE = re.compile(rf"_(B\d\d|B8A|{'|'.join(ATMOSPHERE)})(?:_(\d\d)m)?\.jp2$", re.IGNORECASE)
_SCENE_CLASSIFICATION = re.compile(r"_SCL(_[^/\\]*)?\.jp2$", re.IGNORECASE)
_TILE = re.compile(r"_(T\d\d[A-Z]{3})(?:_|$)")

_ATMOSPHERE_UNIT = 10_000
"""DN of an atmosphere map that a network gets as 1, independent of the product's quantification value."""


@dataclass(frozen=True)
class Product:
    """One granule of a Sentinel-2 product, in a folder or inside a zip archive."""

    path: Path
    """The `.SAFE` folder, the granule folder or the `.zip` archive."""
    acquisition: Acquisition
    metadata: ProductMetadata
    files: dict[str, dict[int, str]]
    """Band -> pixel size in metres -> GDAL path; in L2A products also the maps of the atmosphere, and copies with
    larger pixels than the native ones."""
    classification: str | None
    """GDAL path of the scene classification (SCL) of an L2A product, at 20 m if available."""

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
        """All bands of the instrument: a missing band is an error, not a reason to choose another model."""
        return BANDS

    @property
    def reading(self) -> Mapping[str, object]:
        """Empty: the metadata has all details."""
        return {}

    def warnings(self) -> tuple[str, ...]:
        """Return no warnings."""
        return ()

    def image(self, band: str) -> BandImage:
        """Return the file of a band, or of a map of the atmosphere, which has no offset.

        Raises:
            ProductError: see `band_path` and `offset`.
        """
        return self._image(band, PIXEL_SIZE[band], self.band_path(band))

    def images_at(self, bands: Sequence[str], resolution: float, /) -> dict[str, BandImage]:
        """Return the files of bands that are read together; see `Source.images_at`.

        L2A products also have most bands at 20 and 60 m. These copies are used if all of the bands have them and their
        pixel size divides the resolution: a band that we reduce ourselves would end elsewhere at the edge of a scene.
        """
        images = {band: self.image(band) for band in bands}
        for size in (60, 20):
            copies = {band: self.files[band].get(max(size, PIXEL_SIZE[band])) for band in bands}
            if resolution % size == 0 and None not in copies.values():
                return {b: self._image(b, max(size, PIXEL_SIZE[b]), path) for b, path in copies.items() if path}
        return images

    def _image(self, band: str, pixel_size: int, path: str) -> BandImage:
        if band in ATMOSPHERE:  # 0 is a clear or dry sky
            return BandImage(path, pixel_size, gain=self.quantification / _ATMOSPHERE_UNIT, nodata=None, jpeg2000=True)
        return BandImage(path, pixel_size, self.offset(band), jpeg2000=True)

    def band_path(self, band: str) -> str:
        """Return the GDAL path of a band.

        Raises:
            ProductError: the product has no file for it.
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
        """Return the GDAL path of the scene classification (SCL).

        Raises:
            ProductError: the product has none.
        """
        if self.classification is None:
            raise ProductError(
                "{name} has no scene classification (SCL). Choose an L2A product.", name=self.acquisition.name
            )
        return self.classification

    def offset(self, band: str) -> int:
        """Return the DN to add to a band before division by the quantification value.

        Raises:
            ProductError: the metadata has offsets, but none for this band.
        """
        offsets = self.metadata.offsets
        if offsets and band not in offsets:
            raise ProductError(
                "The metadata of {name} has no offset for band {band}. Download the product again.",
                name=self.acquisition.name,
                band=band,
            )
        return offsets.get(band, 0)


def open_product(path: str | Path) -> Product:
    """Read the metadata of a product and list its files; no image is opened.

    Args:
        path: A `.SAFE` folder, its metadata file, a granule folder in it, or a `.zip` archive.

    Raises:
        ProductError: the path is missing or not a product, or its metadata cannot be used.
        ProductError: the archive contains absolute or `..` names.
    """
    given = Path(os.path.abspath(path))  # noqa: PTH100 - `resolve` would follow links and lose their names
    if not given.exists():
        raise ProductError("{path} does not exist. Choose a .SAFE folder or a .zip archive.", path=given)
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
    """Check if a path looks like a product by its name and, for a folder, its metadata file."""
    if path.is_dir():
        return any(METADATA_NAME.match(entry.name) for entry in path.glob("*.xml"))
    return path.suffix.lower() == ".zip" and re.match(r"S2[A-D]_", path.name) is not None


def check_exists(parent: Path) -> None:
    """Check that a folder exists.

    Raises:
        ProductError: it does not.
    """
    if not parent.exists():
        raise ProductError("{path} does not exist. Choose a folder with .SAFE products.", path=parent)


def find_products(parent: str | Path, progress: Callable[[], None] = lambda: None) -> list[Path]:
    """Find all products in a folder and its subfolders, sorted by name; the folder itself if it is a product.

    Args:
        parent: The folder.
        progress: Called for each folder; may raise to cancel.

    Raises:
        ProductError: the folder is missing.
    """
    parent = Path(parent)
    check_exists(parent)
    return sorted(_walk(parent, progress), key=lambda product: product.name)


def _walk(folder: Path, progress: Callable[[], None]) -> Iterator[Path]:
    if is_product(folder):
        yield folder
    elif folder.is_dir() and not folder.name.startswith("."):
        progress()
        try:
            entries = sorted(folder.iterdir())
        except OSError:  # skip a folder that may not be listed, not its neighbours
            return
        for entry in entries:
            if not entry.is_symlink():
                yield from _walk(entry, progress)


def _not_a_product(path: Path) -> ProductError:
    return ProductError(
        "{path} is not a Sentinel-2 product: it has no MTD_MSIL1C.xml or MTD_MSIL2A.xml. Choose a .SAFE folder or its "
        ".zip archive.",
        path=path,
    )


def _read(path: Path, root: Path, files: FolderFiles | ZipFiles, granule: str | None) -> Product:
    metadata_name = next((name for name in files.top() if METADATA_NAME.match(name)), None)
    if metadata_name is None:
        raise _not_a_product(root)
    metadata_path = str(root / metadata_name)
    try:
        metadata = parse_metadata(files.read(metadata_name), metadata_path)
    except UNREADABLE as error:
        raise ProductError(
            "{path} cannot be read ({reason}). Download the product again.", path=metadata_path, reason=error
        ) from error
    granules = files.granules()
    if not granules:
        raise ProductError("{path} has no granule in its GRANULE folder. Download the product again.", path=root)
    if granule is None and len(granules) > 1:
        raise ProductError(
            "{path} contains {count} tiles. Choose one of the folders in its GRANULE folder, such as {granule}.",
            path=root,
            count=len(granules),
            granule=granules[0],
        )
    folder = granule or granules[0]
    images = files.images(folder)
    tile = _TILE.search(folder)
    if tile is None:
        raise ProductError(
            "The name of granule {granule} in {path} has no tile such as T33UUU. Download the product again.",
            granule=folder,
            path=root,
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
    """Return the files of each band by pixel size, from the native one up."""
    files: dict[str, dict[int, str]] = {}
    for image in images:
        match = BAND_FILE.search(image)
        band = match[1].upper() if match else ""
        if match and band in PIXEL_SIZE:
            size = int(match[2] or PIXEL_SIZE[band])
            if size >= PIXEL_SIZE[band]:
                files.setdefault(band, {})[size] = image
    return files
