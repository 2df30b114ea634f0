"""A Sentinel-2 product: where its files are and what its metadata says of them."""

from __future__ import annotations

import os
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from .band_image import BandImage
from .errors import MetadataError, MissingBandError, NotAProductError, UnsafeArchiveError
from .language import translated
from .metadata import MAX_METADATA_BYTES, ProductMetadata, parse_metadata
from .spectral import ATMOSPHERE, BANDS, PIXEL_SIZE

# MTD_MSIL1C.xml, or S2A_OPER_MTD_SAFL1C_PDMC_....xml in products of baseline 02.04 and before.
_METADATA_NAME = re.compile(r"(MTD_MSIL(1C|2A)|S2[A-D]_\w{4}_MTD_SAFL(1C|2A)_\w+)\.xml$")
_BAND_FILE = re.compile(rf"_(B\d\d|B8A|{'|'.join(ATMOSPHERE)})(?:_(\d\d)m)?\.jp2$", re.IGNORECASE)
_SCENE_CLASSIFICATION = re.compile(r"_SCL(_[^/\\]*)?\.jp2$", re.IGNORECASE)
_TILE = re.compile(r"_(T\d\d[A-Z]{3})(?:_|$)")


_ATMOSPHERE_UNIT = 10_000
"""DN of the maps of the atmosphere that are taken as a reflectance of 1, whatever the product says of its bands."""
_UNREADABLE = (OSError, EOFError, RuntimeError, zlib.error, zipfile.BadZipFile)
"""What reading a member of an archive raises if it is damaged, encrypted or packed in an unknown way."""


@dataclass(frozen=True)
class Product:
    """One granule of a Sentinel-2 product, in a folder or inside a zip archive."""

    path: Path
    """The `.SAFE` folder, the granule folder or the `.zip` archive."""
    name: str
    """The product's name without `.SAFE`; of a granule given by itself, with its tile appended."""
    tile: str
    """e.g. `T33UUU`."""
    metadata: ProductMetadata
    bands: dict[str, str]
    """GDAL path of each band at its native pixel size; of L2A products also of the maps of the atmosphere."""
    classification: str | None
    """GDAL path of the scene classification (SCL) of an L2A product, at 20 m if it is there."""

    @property
    def level(self) -> str:
        """`L1C` or `L2A`."""
        return self.metadata.level

    @property
    def baseline(self) -> str:
        """Processing baseline, e.g. `05.10`."""
        return self.metadata.baseline

    @property
    def satellite(self) -> str:
        """e.g. `S2A`."""
        return self.metadata.satellite

    @property
    def sensing_time(self) -> datetime:
        """Start of the datatake, UTC."""
        return self.metadata.sensing_time

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
            MissingBandError, MetadataError: see `band_path` and `offset`.
        """
        path, pixel_size = self.band_path(band), PIXEL_SIZE[band]
        if band in ATMOSPHERE:  # 0 is a clear or dry sky
            return BandImage(path, pixel_size, gain=self.quantification / _ATMOSPHERE_UNIT, nodata=None)
        return BandImage(path, pixel_size, self.offset(band))

    def band_path(self, band: str) -> str:
        """GDAL path of a band.

        Raises:
            MissingBandError: if the product has no file for it.
        """
        if band not in self.bands:
            raise MissingBandError(
                translated(
                    "{name} has no file for band {band} under IMG_DATA. Download the product again, or choose a "
                    "model that does not need the band.",
                    name=self.name,
                    band=band,
                )
            )
        return self.bands[band]

    def scene_classification_path(self) -> str:
        """GDAL path of the scene classification (SCL).

        Raises:
            MissingBandError: if the product has none.
        """
        if self.classification is None:
            raise MissingBandError(
                translated(
                    "{name} has no scene classification (SCL) under IMG_DATA. Choose an L2A product: L1C products "
                    "have none.",
                    name=self.name,
                )
            )
        return self.classification

    def offset(self, band: str) -> int:
        """DN to add to a band before division by the quantification value.

        Raises:
            MetadataError: if the product states offsets, but none for this band.
        """
        offsets = self.metadata.offsets
        if offsets and band not in offsets:
            raise MetadataError(
                translated("The metadata of {name} states no offset for band {band}.", name=self.name, band=band)
            )
        return offsets.get(band, 0)


def open_product(path: str | Path) -> Product:
    """Find out what a product is; no image is opened.

    Args:
        path: A `.SAFE` folder, its metadata file, a granule folder in it, or a `.zip` archive.

    Raises:
        NotAProductError: the path is missing, or holds no product metadata.
        MetadataError: its metadata cannot be used.
        UnsafeArchiveError: the archive holds absolute or `..` names.
    """
    given = Path(os.path.abspath(path))  # noqa: PTH100 - `resolve` would follow links and lose their names
    if not given.exists():
        raise NotAProductError(
            translated("{given} does not exist. Choose a .SAFE folder or a .zip archive.", given=given)
        )
    if given.is_file() and zipfile.is_zipfile(given):
        return _read(given, given, _ZipFiles(given), granule=None)
    if given.is_file():
        if not _METADATA_NAME.match(given.name):
            raise _not_a_product(given)
        given = given.parent
    if given.parent.name == "GRANULE":
        return _read(given, given.parent.parent, _FolderFiles(given.parent.parent), granule=given.name)
    return _read(given, given, _FolderFiles(given), granule=None)


def is_product(path: Path) -> bool:
    """Whether a path looks like a product by its name and, for a folder, its metadata file."""
    if path.is_dir():
        return any(_METADATA_NAME.match(entry.name) for entry in path.glob("*.xml"))
    return path.suffix.lower() == ".zip" and re.match(r"S2[A-D]_", path.name) is not None


def find_products(parent: str | Path) -> list[Path]:
    """All products in a folder and the folders below it, sorted by name; the folder itself if it is one.

    Raises:
        NotAProductError: if the folder is missing.
    """
    parent = Path(parent)
    if not parent.exists():
        raise NotAProductError(
            translated("{parent} does not exist. Choose a folder that holds .SAFE products.", parent=parent)
        )
    return sorted(_walk(parent), key=lambda product: product.name)


def _walk(folder: Path) -> Iterator[Path]:
    if is_product(folder):
        yield folder
    elif folder.is_dir() and not folder.name.startswith("."):
        try:
            entries = sorted(folder.iterdir())
        except OSError:  # a folder that may not be listed hides its products, not those beside it
            return
        for entry in entries:
            if not entry.is_symlink():
                yield from _walk(entry)


def _not_a_product(path: Path) -> NotAProductError:
    return NotAProductError(
        translated(
            "{path} is not a Sentinel-2 product: no MTD_MSIL1C.xml or MTD_MSIL2A.xml at its top. Choose the "
            "folder whose name ends in .SAFE, or its .zip archive.",
            path=path,
        )
    )


class _FolderFiles:
    """The files of a product in a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def top(self) -> list[str]:
        return [entry.name for entry in self._root.glob("*.xml")]

    def granules(self) -> list[str]:
        return sorted(entry.name for entry in (self._root / "GRANULE").glob("*") if entry.is_dir())

    def images(self, granule: str) -> list[str]:
        folder = self._root / "GRANULE" / granule / "IMG_DATA"
        return [str(entry) for entry in sorted(folder.rglob("*")) if entry.is_file()]

    def read(self, name: str) -> bytes:
        with (self._root / name).open("rb") as file:
            return file.read(MAX_METADATA_BYTES + 1)


class _ZipFiles:
    """The files of a product in a zip archive, read in place through GDAL's `/vsizip/`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            with zipfile.ZipFile(path) as archive:
                self._names = [PurePosixPath(name) for name in archive.namelist()]
        except (OSError, zipfile.BadZipFile) as error:
            raise NotAProductError(
                translated(
                    "{path} cannot be read as a zip archive ({reason}). Download it again.", path=path, reason=error
                )
            ) from error
        for name in self._names:
            # Backslashes too: Windows would take them for separators.
            if name.is_absolute() or ".." in re.split(r"[/\\]", str(name)) or re.match(r"[A-Za-z]:|\\", str(name)):
                raise UnsafeArchiveError(
                    translated(
                        "{path} holds the name {name!r}, which leads out of the archive. It was not read; "
                        "download the product again from a source that you trust.",
                        path=path,
                        name=str(name),
                    )
                )
        tops = [name.parent for name in self._names if _METADATA_NAME.match(name.name) and len(name.parts) <= 2]
        self._root = tops[0] if tops else PurePosixPath()

    def top(self) -> list[str]:
        return [name.name for name in self._names if name.parent == self._root]

    def granules(self) -> list[str]:
        folder = self._root / "GRANULE"
        depth = len(folder.parts)
        return sorted({n.parts[depth] for n in self._names if folder in n.parents and len(n.parts) > depth + 1})

    def images(self, granule: str) -> list[str]:
        folder = self._root / "GRANULE" / granule / "IMG_DATA"
        return [f"/vsizip/{self._path.resolve().as_posix()}/{n}" for n in sorted(self._names) if folder in n.parents]

    def read(self, name: str) -> bytes:
        with zipfile.ZipFile(self._path) as archive, archive.open(str(self._root / name)) as file:
            return file.read(MAX_METADATA_BYTES + 1)


def _read(path: Path, root: Path, files: _FolderFiles | _ZipFiles, granule: str | None) -> Product:
    metadata_name = next((name for name in files.top() if _METADATA_NAME.match(name)), None)
    if metadata_name is None:
        raise _not_a_product(root)
    source = str(root / metadata_name)
    try:
        metadata = parse_metadata(files.read(metadata_name), source)
    except _UNREADABLE as error:
        raise MetadataError(
            translated("{source} cannot be read ({reason}). Download the product again.", source=source, reason=error)
        ) from error
    granules = files.granules()
    if not granules:
        raise NotAProductError(
            translated("{root} has no folder in GRANULE, so no imagery. Download the product again.", root=root)
        )
    if granule is None and len(granules) > 1:
        raise NotAProductError(
            translated(
                "{root} holds {count} tiles. Choose one of the folders in its GRANULE folder, such as {granule}.",
                root=root,
                count=len(granules),
                granule=granules[0],
            )
        )
    folder = granule or granules[0]
    images = files.images(folder)
    tile = _TILE.search(folder)
    if tile is None:
        raise NotAProductError(
            translated("The granule folder {folder} of {root} names no tile such as T33UUU.", folder=folder, root=root)
        )
    name = re.sub(r"(\.SAFE|\.zip)+$", "", root.name, flags=re.IGNORECASE)
    return Product(
        path=path,
        name=f"{name}_{tile[1]}" if granule and len(granules) > 1 else name,
        tile=tile[1],
        metadata=metadata,
        bands=_native_bands(images),
        classification=next((image for image in images if _SCENE_CLASSIFICATION.search(image)), None),
    )


def _native_bands(images: list[str]) -> dict[str, str]:
    """The file of each band that has its native pixel size: L2A products hold some bands at several sizes."""
    bands = {}
    for image in images:
        match = _BAND_FILE.search(image)
        band = match[1].upper() if match else ""
        if match and band in PIXEL_SIZE and (match[2] is None or int(match[2]) == PIXEL_SIZE[band]):
            bands[band] = image
    return bands
