"""Find and open Sentinel-2 products: their metadata, and the paths of their band files."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TypeVar

from ..addresses.location import Address, Location, parse
from ..archives import (
    UNREADABLE,
    ZIP_SUFFIXES,
    check_access,
    check_archive,
    check_exists,
    exists,
    is_hidden,
    walk,
)
from ..contents.files import METADATA_NAME, ProductFiles, in_archive, in_folder
from ..contents.remote import at_address, in_archive_at
from ..decoding.band_image import BandImage, Parts
from ..eopf.chunks import lost_chunk
from ..eopf.metadata import EopfMetadata, parse_eopf
from ..eopf.store import METADATA_NAMES as STORE_METADATA_NAMES
from ..errors import InstallationError, ProductError
from ..hosts.transport import never
from ..raster.grid import Grid
from .acquisition import Acquisition
from .bands import ATMOSPHERE, BANDS, PIXEL_SIZE, SAFE_TILES, copy_sizes
from .metadata import (
    ProductMetadata,
    TileMetadata,
    check_offsets,
    footprint_of,
    parse_metadata,
    parse_tile_metadata,
)

_BAND_FILE = re.compile(rf"_(B\d\d|B8A|{'|'.join(ATMOSPHERE)})(?:_(\d\d)m)?\.jp2$", re.IGNORECASE)
_SCENE_CLASSIFICATION = re.compile(r"_SCL(_[^/\\]*)?\.jp2$", re.IGNORECASE)
_COARSE_CLASSIFICATION = re.compile(r"_60m\.jp2$|/r60m/scl$", re.IGNORECASE)
_OF_AWS = re.compile(r"/(?:tiles/\d{1,2}/[A-Z]/[A-Z]{2}|products/\d{4}/\d{1,2}/\d{1,2})/")
"""Folders of AWS's buckets sentinel-s2-l1c and sentinel-s2-l2a."""
_TILE = re.compile(r"(?:^|[_/\\])(T\d\d[A-Z]{3})(?:_|$)")
_UNIQUE_NAME = re.compile(r"S2[A-D]_(MSIL(1C|2A)_\d{8}T\d{6}_N\d{4}_R\d{3}_T\w{5}_\d{8}T\d{6}|\w{4}_PRD_MSIL\w+)")
"""Names that ESA gives to products; no two products have the same."""

Parsed = TypeVar("Parsed")

_ATMOSPHERE_UNIT = 10_000
"""DN of an atmosphere map that a network gets as 1, independent of the product's quantification value."""


@dataclass(frozen=True)
class Product:
    """One granule of a Sentinel-2 product, SAFE or EOPF, in a folder or inside a zip archive."""

    path: Location
    """The `.SAFE` or `.zarr` folder, the granule folder or the `.zip` archive."""
    acquisition: Acquisition
    metadata: ProductMetadata
    files: dict[str, dict[int, str]]
    """Band -> pixel size in metres -> GDAL path; in L2A products also the maps of the atmosphere, and copies with
    larger pixels than the native ones."""
    classification: str | None
    """GDAL path of the scene classification (SCL) of an L2A product, at 20 m if available."""
    package: ProductFiles = field(compare=False, repr=False)
    """All files, by their names in the `.SAFE` or `.zarr` folder."""
    grids: dict[int, Grid] = field(default_factory=dict)
    """Nominal pixel size in metres -> grid of the band files, as the tile's metadata states it."""
    eopf: EopfMetadata | None = field(default=None, compare=False, repr=False)
    """Metadata of an EOPF product, whose band files are arrays of a Zarr store; None for SAFE."""

    @property
    def bands(self) -> dict[str, str]:
        """GDAL path of each band at its native pixel size."""
        return {band: paths[PIXEL_SIZE[band]] for band, paths in self.files.items() if PIXEL_SIZE[band] in paths}

    @property
    def footprint(self) -> tuple[tuple[float, float], ...]:
        """Outline of the pixels with data, see `ProductMetadata.footprint`."""
        return self.metadata.footprint

    @property
    def quantification(self) -> float:
        """DN per unit of reflectance."""
        return self.metadata.quantification

    @property
    def expected_bands(self) -> Collection[str]:
        """All bands of the instrument: a missing band is an error, not a reason to choose another model."""
        return BANDS

    @property
    def is_remote(self) -> bool:
        """True if it lies behind an address."""
        return self.package.on_demand is not None

    @property
    def reading(self) -> Mapping[str, object]:
        """Empty: the metadata has all details."""
        return {}

    def warnings(self) -> tuple[str, ...]:
        """Warn of a decoder of JPEG 2000 that is not exact."""
        if self.eopf:
            return ()
        from ..jpeg2000.opening import driver_warnings

        return tuple(driver_warnings())

    def image(self, band: str) -> BandImage:
        """Return the file of a band, or of a map of the atmosphere, which has no offset.

        Raises:
            ProductError: see `band_path` and `offset`.
        """
        return self._image(band, PIXEL_SIZE[band], self.band_path(band))

    def images_at(self, bands: Sequence[str], resolution: float, /) -> dict[str, BandImage]:
        """Return the files of bands that are read together; see `Source.images_at` and `copy_sizes`."""
        images = {band: self.image(band) for band in bands}
        copies = copy_sizes(self.files, bands, resolution)
        return {band: self._image(band, size, self.files[band][size]) for band, size in copies.items()} or images

    def _image(self, band: str, pixel_size: int, path: str) -> BandImage:
        image = BandImage(
            path,
            pixel_size,
            jpeg2000=self.eopf is None,
            wavelet_tile=SAFE_TILES[pixel_size] if self.eopf else 0,
            stays_open=self.eopf is None,
            place=self.grids.get(pixel_size),
            parts=self._parts(path, band, pixel_size),
        )
        if band in ATMOSPHERE:  # 0 is a clear or dry sky
            return replace(image, gain=self.quantification / _ATMOSPHERE_UNIT, nodata=None)
        return replace(image, offset=self.offset(band))

    def band_path(self, band: str) -> str:
        """Return the GDAL path of a band.

        Raises:
            ProductError: the product has no file for it.
        """
        path = self.files.get(band, {}).get(PIXEL_SIZE.get(band, 0))
        if path is None:
            raise ProductError(
                "{name} has no file for band {band}. Download the product again, or choose a model that does not need "
                "the band.",
                name=self.acquisition.name,
                band=band,
            )
        return path

    def scene_classification(self) -> BandImage:
        """Return the file of the scene classification (SCL).

        Raises:
            ProductError: the product has none.
        """
        if self.classification is None:
            raise ProductError(
                "{name} has no scene classification (SCL). Choose an L2A product.", name=self.acquisition.name
            )
        size = 60 if _COARSE_CLASSIFICATION.search(self.classification) else 20
        return BandImage(
            self.classification,
            size,
            jpeg2000=self.eopf is None,
            place=self.grids.get(size),
            parts=self._parts(self.classification, "SCL", size),
        )

    def _parts(self, path: str, band: str, pixel_size: int) -> Parts | None:
        """Return what brings the parts of a file behind an address.

        Raises:
            ProductError: a chunk of an EOPF product that holds data is missing.
        """
        files = self.package
        if self.eopf is None:
            return files.on_demand.band(files.name_of(path)) if files.on_demand else None
        arrays = self.eopf.images
        array = arrays[band][pixel_size]
        others = [sizes[min(sizes)] for name, sizes in arrays.items() if name != band and name.startswith("B")]
        if lost := lost_chunk(array, others, files.sizes) if files.is_listed else None:
            raise files.incomplete(lost, band)
        return files.chunks(array, others) if files.on_demand else None

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


def open_product(path: str | Location, cancelled: Callable[[], bool] = never) -> Product:
    """Read the metadata of a product and list its files; no image is opened.

    Args:
        path: A `.SAFE` or `.zarr` folder or a zip archive, whatever its name, a folder in them with one product, its
            metadata file, or one of its granule folders; also behind an address, where an archive ends in `.zip`.
        cancelled: Asked as bytes arrive from a host, as long as the product is in use.

    Raises:
        ProductError: the path is missing, may not be read, or is not one product, or its metadata cannot be used.
        ProductError: the archive is cut short or damaged, or contains absolute or `..` names.
        AddressError: the address cannot be read.
        CancelledError: it was cancelled.
        SettingError: it is not one, see `parse`.
    """
    given = parse(path)
    if isinstance(given, Path):
        given = Path(os.path.abspath(given))  # noqa: PTH100 - `resolve` would follow links and lose their names
    if METADATA_NAME.match(given.name) or given.name in STORE_METADATA_NAMES:
        given = given.parent
    granule = given.name if given.parent.name == "GRANULE" else None
    root = given.parent.parent if granule else given
    archive, products = _at_address(root, cancelled) if isinstance(root, Address) else _on_disk(root, given)
    names = [one.root.name for one in products]
    if isinstance(root, Path) and not archive and products and products[0].root != root:
        names += _other_archives(root, names)
    if len(names) > 1:
        raise ProductError(
            "{path} contains {count} products: {names}. Choose one by adding its name to the path.",
            path=root,
            count=len(names),
            names=names,
        )
    if not products:
        raise _not_a_product(root)
    return _read(given if archive or granule else products[0].root, products[0], granule)


def _on_disk(root: Path, given: Location) -> tuple[Path | None, list[ProductFiles]]:
    """List the products in a folder or an archive; return the archive too.

    Raises:
        ProductError: there is none, or it may not be read.
    """
    archive = next((one for one in (root, *root.parents) if os.path.isfile(one)), None)  # noqa: PTH113 - see below
    if archive is None and isinstance(given, Path) and not exists(given):
        raise ProductError("{path} does not exist. Choose a .SAFE or .zarr folder or a .zip archive.", path=given)
    _check_encoding(root)
    if archive is None:
        return None, _in_folder(root)
    check_archive(archive)
    return archive, [one for one in in_archive(archive) if root in (archive, one.root)]


def _at_address(root: Address, cancelled: Callable[[], bool]) -> tuple[Address | None, list[ProductFiles]]:
    """List the products behind an address; return the archive that contains them too.

    Raises:
        AddressError: it cannot be read.
        ProductError: it is in AWS's own layout.
    """
    if _OF_AWS.search(str(root)):
        raise ProductError(
            "{address} is in AWS's own layout, in which the metadata of a product lies apart from its bands. Choose "
            "the address of a .SAFE folder, such as those of Copernicus and of Google.",
            address=root,
        )
    archive = root.archive
    if archive is None:
        return None, [at_address(root, cancelled)]
    return archive, [one for one in in_archive_at(archive, cancelled) if root in (archive, one.root)]


def _in_folder(root: Path) -> list[ProductFiles]:
    """List the product in a folder, or else those in the folders in it, as in NAME.SAFE/NAME.SAFE.

    Raises:
        ProductError: the folder may not be read.
    """
    check_access(root)
    files = in_folder(root)
    if files.metadata() or files.store_metadata():
        return [files]
    patterns = ("*/*.xml", *(f"*/{name}" for name in STORE_METADATA_NAMES))
    folders = {entry.parent for pattern in patterns for entry in root.glob(pattern)} if root.is_dir() else ()
    return [in_folder(folder) for folder in sorted(folders) if is_product(folder) and not is_hidden(Path(folder.name))]


def _other_archives(root: Path, names: Collection[str]) -> list[str]:
    """List the archives in a folder that contain products other than those of these names, which lie unpacked there."""
    own = set(map(_stem, names))
    return [path.name for path in sorted(root.glob("*.zip")) if set(_archived(path).values()) - own]


def _check_encoding(path: Path) -> None:
    try:
        str(path).encode()
    except UnicodeEncodeError as error:  # GDAL opens no such file
        raise ProductError(
            "The name of {path} is not UTF-8. Rename the product or its folder.",
            path=str(path).encode(errors="backslashreplace").decode(),
        ) from error


def is_product(path: Path) -> bool:
    """Check if a folder has the metadata file of a product, or an archive contains one."""
    if not path.is_dir():
        return bool(_archived(path))
    if any(METADATA_NAME.match(entry.name) and entry.is_file() for entry in path.glob("*.xml")):
        return True
    return any((path / name).exists() for name in STORE_METADATA_NAMES) and in_folder(path).is_product()


def each_product(paths: Iterable[Location]) -> list[Location]:
    """Replace archives with several products by a path for each of them, `archive.zip/NAME.SAFE`.

    Addresses stay as they are: no connection is opened.
    """
    return [one for path in paths for one in (_archived(path) if isinstance(path, Path) else ()) or (path,)]


def _archived(path: Path) -> dict[Path, str]:
    """Return a path and the name of each product in an archive; none for other files."""
    products: list[ProductFiles] = []
    with suppress(ProductError, OSError):
        products = in_archive(path) if path.is_file() and zipfile.is_zipfile(path) else []
    return {path if len(products) == 1 else Path(str(one.root)): _stem(one.root.name) for one in products}


def find_products(parent: str | Path, progress: Callable[[], None] = lambda: None) -> list[Path]:
    """Find all products in a folder and its subfolders, sorted by name; the folder itself if it is a product.

    Archives are left out if the product in them is found unpacked: beside them, or anywhere by ESA's name.

    Args:
        parent: The folder, or an archive.
        progress: Called for each folder; may raise to cancel.

    Raises:
        ProductError: the folder is missing.
    """
    check_exists(Path(parent))

    def is_leaf(path: Path) -> bool:
        return is_product(path) if path.is_dir() else path.suffix.lower() in ZIP_SUFFIXES and path.is_file()

    found: list[Path] = []
    archived: dict[Path, str] = {}
    for path in walk(Path(parent), is_leaf, progress):
        if path.is_dir():
            found.append(path)
        else:  # a damaged one is listed too, to show its fault
            archived |= _archived(path) or ({path: ""} if _UNIQUE_NAME.match(path.name) else {})
    unpacked = {(_stem(one.name), place) for one in found for place in (one.parent, None)}
    for path, name in archived.items():
        if (name, None if _UNIQUE_NAME.fullmatch(name) else path.parent) not in unpacked:
            found.append(path)
    return sorted(found, key=lambda product: (product.name, product))


def _stem(name: str) -> str:
    return re.sub(r"(\.SAFE|\.zarr|\.zip)+$", "", name, flags=re.IGNORECASE)


def _not_a_product(path: Location) -> ProductError:
    if isinstance(path, Address):
        return ProductError(
            "{path} holds no Sentinel-2 product: its host finds neither manifest.safe nor the metadata of a Zarr store "
            "there. Check the address: it ends with a .SAFE or .zarr folder, or with a .zip archive.",
            path=path,
        )
    return ProductError(
        "{path} is not a Sentinel-2 product: it has no MTD_MSIL1C.xml or MTD_MSIL2A.xml, and is no EOPF product in "
        "Zarr. Choose a .SAFE or .zarr folder or its .zip archive.",
        path=path,
    )


def _read(path: Location, files: ProductFiles, granule: str | None) -> Product:
    root, images = files.root, files.images()
    name = files.metadata()
    if name is None:
        store = files.store_metadata()
        if store is None:
            raise _not_a_product(root)
        return _read_eopf(path, files, store)
    metadata = _parsed(files, name, parse_metadata)
    granules = {folder: _band_files(found) for folder, found in images.items()}
    granules = {folder: found for folder, found in granules.items() if found}
    if granule not in granules if granule else not granules:
        if isinstance(root, Path):
            check_access(root / "GRANULE", *root.glob("GRANULE/*"), *root.glob("GRANULE/*/IMG_DATA"))
        raise ProductError("{path} has no granule in its GRANULE folder. Download the product again.", path=path)
    if granule is None and len(granules) > 1:
        raise ProductError(
            "{path} contains {count} tiles. Choose one of the folders in its GRANULE folder, such as {granule}.",
            path=root,
            count=len(granules),
            granule=min(granules),
        )
    folder = granule or next(iter(granules))
    tile_name = files.tile_metadata(folder)
    place = _parsed(files, tile_name, parse_tile_metadata) if tile_name else TileMetadata()
    tiles = {one: _tile_of(one, *images[one]) for one in granules}
    tile = _tile_of(place.tile_id) or tiles[folder]
    if not tile:
        raise ProductError(
            "The name of granule {granule} in {path} has no tile such as T33UUU. Download the product again.",
            granule=folder,
            path=root,
        )
    time = place.sensing_time or metadata.sensing_time
    product = _name(metadata.uri, root.name, f"{tile}_{time:%Y%m%dT%H%M%S}" if time else tile)
    if len(granules) > 1:  # of one tile, granules differ in their names only
        product += f"_{tile if list(tiles.values()).count(tiles[folder]) == 1 else folder}"
    return Product(
        path=path,
        acquisition=Acquisition(
            product, metadata.level, metadata.baseline, metadata.satellite, tile, time, place.datastrip
        ),
        metadata=metadata,
        files=granules[folder],
        classification=next((image for image in images[folder] if _SCENE_CLASSIFICATION.search(image)), None),
        package=files,
        grids=place.grids,
    )


def _read_eopf(path: Location, files: ProductFiles, name: PurePosixPath) -> Product:
    """Read an EOPF product; its store names no datastrip."""
    found = _parsed(files, name, parse_eopf)
    _check_gdal(found, files.root)
    check_offsets(found.baseline, found.start_time, found.offsets, str(files.root / name))
    tile, time = _tile_of(found.tile_id, found.uri), found.sensing_time or found.start_time
    scene = f"{tile}_{time:%Y%m%dT%H%M%S}" if time else tile
    product = _name(found.uri, files.root.name, scene)
    folder = files.gdal_folder
    paths = {
        band: {size: f"{folder}/{array.name}" for size, array in sorted(arrays.items())}
        for band, arrays in found.images.items()
    }
    classification = paths.pop("SCL", {})
    return Product(
        path=path,
        acquisition=Acquisition(product, found.level, found.baseline, found.satellite, tile, time),
        metadata=ProductMetadata(
            level=found.level,
            baseline=found.baseline,
            satellite=found.satellite,
            sensing_time=found.start_time,
            quantification=found.quantification,
            offsets=dict(found.offsets),
            footprint=footprint_of(*zip(*found.outline)) if found.outline else (),
            uri=found.uri,
        ),
        files={band: sizes for band, sizes in paths.items() if band in PIXEL_SIZE},
        classification=next(iter(classification.values()), None),
        package=files,
        grids=dict(found.grids),
        eopf=found,
    )


def _check_gdal(found: EopfMetadata, root: Location) -> None:
    """Check that GDAL can read the arrays of a product, if rasterio is installed: products are listed without it.

    Raises:
        InstallationError: they need a later GDAL.
    """
    try:
        from rasterio import __gdal_version__ as present
    except ImportError:
        return
    needed = max(
        (found.store.needed_gdal(one) for sizes in found.images.values() for one in sizes.values()), default=()
    )
    if tuple(map(int, present.split(".")[:2])) < needed:
        raise InstallationError(
            "{path} is in Zarr format {version}, which needs GDAL {needed} or later; that of rasterio is {present}. "
            "Download the product in Zarr format 2 or as .SAFE, or use a newer QGIS.",
            path=root,
            version=found.store.version,
            needed="{}.{}".format(*needed),
            present=present,
        )


def _parsed(files: ProductFiles, name: PurePosixPath, parse: Callable[[bytes, str], Parsed]) -> Parsed:
    """Read a metadata file."""
    path = str(files.root / name)
    try:
        return parse(files.read(name), path)
    except UNREADABLE as error:
        raise ProductError(
            "{path} cannot be read ({reason}). Download the product again.", path=path, reason=error
        ) from error


def _tile_of(*names: str) -> str:
    """Return the name of the tile that one of these names contains; empty if none does."""
    return next((found[1] for name in names if (found := _TILE.search(name))), "")


def _name(uri: str, folder: str, scene: str) -> str:
    """Return the name of a product: ESA's from its folder or its metadata, else another, made unique by its scene."""
    names = [_stem(re.split(r"[/\\]", name.strip())[-1]) for name in (folder, uri)]
    unique = next((name for name in names if _UNIQUE_NAME.fullmatch(name)), "")
    return unique or f"{names[1] or names[0]}_{scene}"


def _band_files(images: list[str]) -> dict[str, dict[int, str]]:
    """Return the files of each band by pixel size, from the native one up."""
    files: dict[str, dict[int, str]] = {}
    for image in images:
        match = _BAND_FILE.search(image)
        band = match[1].upper() if match else ""
        if match and band in PIXEL_SIZE:
            size = int(match[2] or PIXEL_SIZE[band])
            if size >= PIXEL_SIZE[band]:
                files.setdefault(band, {})[size] = image
    return files
