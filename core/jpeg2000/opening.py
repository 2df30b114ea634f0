"""Open JPEG 2000 files of products after a check of their structure, and without the files beside them."""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from functools import lru_cache
from pathlib import Path
from typing import IO, Any
from xml.sax.saxutils import escape  # nosec B406  # only writes

import rasterio
from rasterio.io import MemoryFile

from ..errors import InstallationError, UnreadableBandError
from ..language import message, translated
from .structure import DamageError, Part, check

_TIFF = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
"""First bytes of a TIFF."""
_INEXACT_DRIVER = "JP2Grok"
"""Decodes reduced levels of baseline 05.12 wrongly (GDAL's issue 14516)."""
_DRIVERS = ("JP2OpenJPEG", "JP2KAK", "JP2ECW", "JP2MrSID", "JP2Lura", "JPEG2000", _INEXACT_DRIVER)
"""GDAL's drivers by preference."""


def open_alone(path: str, **options: Any) -> rasterio.DatasetReader:
    """Open a JPEG 2000 file of a product; overviews, metadata and masks in files beside it have no part.

    Args:
        path: GDAL path of a file, or of a member of a zip archive.
        options: As of `rasterio.open`.

    Raises:
        UnreadableBandError: the file is damaged or of another format.
        InstallationError: GDAL has no driver for JPEG 2000.
        RasterioError: GDAL cannot open it.
    """
    return open_checked(alone(path), **options)


def open_checked(path: str, **options: Any) -> rasterio.DatasetReader:
    """Open a file that `alone` or `FetchedTiles` has checked; see `open_alone`."""
    return rasterio.open(path, driver=_driver(), sharing=False, **options)


def alone(path: str, *, or_tiff: bool = False) -> str:
    """Check a JPEG 2000 file and return another GDAL path of it, beside which there are no files.

    A sparse file of one region has none. GDAL's options that ignore them would apply to all of QGIS if they were set in
    its main thread.

    Args:
        path: As of `open_alone`.
        or_tiff: The file may be a TIFF as well, whose structure is not checked.

    Raises:
        UnreadableBandError: the file is damaged or of another format.
    """
    archive, member = _archive_and_member(path)
    try:
        state = archive.stat()
        return _checked(path, archive, member, or_tiff, (state.st_mode, state.st_size, state.st_mtime_ns)).path
    except (DamageError, OSError, EOFError, RuntimeError, zlib.error, zipfile.BadZipFile) as error:
        raise UnreadableBandError(
            "The band file {path} is damaged: {reason}. Download the product again.",
            path=path,
            reason=getattr(error, "strerror", None) or error,
        ) from error


class SparseFile:
    """Describes a part of a file to GDAL, as a file of its own."""

    def __init__(self, path: str, start: int, size: int) -> None:
        """Describe `size` bytes from `start` of a file with this GDAL path."""
        region = f'<Filename relative="0">{escape(path)}</Filename><DestinationOffset>0</DestinationOffset>'
        region += f"<SourceOffset>{start}</SourceOffset><RegionLength>{size}</RegionLength>"
        text = f"<VSISparseFile><Length>{size}</Length><SubfileRegion>{region}</SubfileRegion></VSISparseFile>"
        self._file = MemoryFile(text.encode("utf-8", "surrogateescape"), ext=".jp2")

    @property
    def path(self) -> str:
        """GDAL path, as long as this object exists."""
        return f"/vsisparse/{self._file.name}"


def driver_warnings() -> list[str]:
    """Warn if the only driver for JPEG 2000 is one that decodes some files wrongly."""
    if _driver() != _INEXACT_DRIVER:
        return []
    return [
        message(
            "GDAL reads JPEG 2000 by {driver} only, which decodes baseline 05.12 wrongly at reduced resolutions. "
            "Install rasterio with Raster > CloudS2Mask > Install or update components; without QGIS: python3 -m pip "
            "install rasterio",
            driver=_INEXACT_DRIVER,
        )
    ]


def reads_single_tiles() -> bool:
    """Return True if GDAL's driver is known to read nothing else of a file than the tiles that it decodes."""
    return _driver() == _DRIVERS[0]


@lru_cache(maxsize=1)
def _driver() -> str:
    with rasterio.Env() as env:
        present = env.drivers()
    for name in _DRIVERS:
        if name in present:
            return name
    raise InstallationError(
        "GDAL {version} of rasterio has no driver for JPEG 2000. Install rasterio with Raster > CloudS2Mask > Install "
        "or update components; without QGIS: python3 -m pip install rasterio",
        version=rasterio.__gdal_version__,
    )


@lru_cache(maxsize=4096)
def _checked(path: str, archive: Path, member: str, or_tiff: bool, state: tuple[int, int, int]) -> SparseFile:
    """Check a file, again only after it has changed, and describe it to GDAL."""
    mode, size, _modified = state
    if not stat.S_ISREG(mode):  # a pipe would wait for its other end
        raise DamageError(translated("it is not a JPEG 2000 file"))
    with archive.open("rb") as file:
        if member:
            size = _check_member(file, member)
        elif not (or_tiff and file.read(4) in _TIFF):
            check(Part(file, size))
    return SparseFile(path, 0, size)


def _archive_and_member(path: str) -> tuple[Path, str]:
    """Split the GDAL path of a member of a zip archive; a file of a folder has no member."""
    if not path.startswith("/vsizip/"):
        return Path(path), ""
    braced = re.fullmatch(r"/vsizip/\{(.+)\}/(.+)", path)
    if braced:
        return Path(braced[1]), braced[2]
    inner = Path(path[len("/vsizip/") :])
    archive = next((parent for parent in inner.parents if parent.is_file()), inner.parent)
    return archive, inner.relative_to(archive).as_posix()


def _check_member(file: IO[bytes], name: str) -> int:
    """Check a member of an archive and return its size."""
    with zipfile.ZipFile(file) as archive:
        found = [info for info in archive.infolist() if info.filename.replace("\\", "/") == name]
        if len(found) != 1:
            raise DamageError(translated("the archive does not contain it, or contains it twice"))
        info = found[0]
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise DamageError(translated("the archive compresses it by a method that GDAL cannot read"))
        if info.compress_type == zipfile.ZIP_STORED and not info.flag_bits & 1:
            # Seeking in a member reads it; its local header ends with the name and an extra field.
            file.seek(info.header_offset + 26)
            start = info.header_offset + 30 + sum(struct.unpack("<HH", file.read(4)))
            check(Part(file, info.file_size, start))
        else:
            with archive.open(info) as member:
                check(Part(member, info.file_size))
    return info.file_size
