"""Write files completely or not at all, and find and read those in folders and zip archives."""

from __future__ import annotations

import errno
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath, PurePosixPath
from typing import IO
from uuid import uuid4

from rasterio._err import CPLE_BaseError  # rasterio.shutil.copy raises GDAL's errors as they are
from rasterio.errors import RasterioError

from .errors import OutputError, ProductError
from .language import translated

_LONGER = len("_confidence.12345678.part")
"""Characters that a temporary name, or the name of a file beside a mask, has more than the mask."""


def check_output_folder(folder: Path) -> None:
    """Create the output folder if its parent exists, and check that it can be written to.

    Raises:
        OutputError: the folder cannot be created or written to.
    """
    probe = folder / f".{uuid4().hex}.part"
    try:
        folder.mkdir(exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise OutputError(
            "The output folder {folder} cannot be written to ({reason}). Create it, or choose another one.",
            folder=folder,
            reason=error.strerror,
        ) from error


def write_all(files: dict[Path, Callable[[Path], object]]) -> None:
    """Write files under temporary names unique to this run, and rename them when all are complete.

    The first file is renamed last: if it exists, the others do too.
    """
    suffix = f"{uuid4().hex[:8]}.part"
    parts = {path: path.with_name(f".{path.stem}.{suffix}{path.suffix}") for path in files}
    path = next(iter(files))
    added: list[Path] = []
    try:
        for path, write in files.items():
            write(parts[path])
        for path in reversed(files):
            if not path.exists():
                added.append(path)
            parts[path].replace(path)
    except (OSError, RasterioError, CPLE_BaseError) as error:
        for companion in added:
            companion.unlink(missing_ok=True)
        raise write_error(path, error) from error
    finally:
        for part in parts.values():
            with suppress(OSError):  # must not hide the error, such as a name that is too long
                part.unlink(missing_ok=True)


def check_name(path: Path) -> None:
    """Check that the name of a file, and the longer ones beside it, are not too long.

    Raises:
        OutputError: they are.
    """
    try:
        path.with_name(path.name + "x" * _LONGER).lstat()
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise write_error(path, error) from error


def write_error(path: Path, error: Exception) -> OutputError:
    """Return the error for a file that could not be written, with reason and remedy."""
    if isinstance(error, PermissionError) and path.exists():
        return OutputError(
            "{path} cannot be replaced ({reason}). Remove its layer from QGIS, close other programs that use "
            "it, or choose another output folder.",
            path=path,
            reason=error.strerror,
        )
    if getattr(error, "errno", None) == errno.ENAMETOOLONG:
        return OutputError(
            "{path} cannot be written: its name is too long. Shorten the name of the product or of the output folder.",
            path=path,
        )
    full = getattr(error, "errno", None) == errno.ENOSPC or "No space left" in str(error)
    reason = translated("the disk is full") if full else getattr(error, "strerror", None) or str(error)
    return OutputError(
        "{path} could not be written ({reason}). Free disk space, or choose another output folder.",
        path=path,
        reason=reason,
    )


UNREADABLE = (OSError, EOFError, RuntimeError, zlib.error, zipfile.BadZipFile)
"""Errors for an archive entry that is damaged, encrypted or compressed by an unknown method."""


def is_hidden(name: PurePath) -> bool:
    """Check if the system wrote a file or folder beside those of the user: `._B02.jp2`, `@eaDir`, `__MACOSX`."""
    return any(part.startswith((".", "@")) or part == "__MACOSX" for part in name.parts)


def walk(path: Path, is_leaf: Callable[[Path], bool], progress: Callable[[], None]) -> Iterator[Path]:
    """Yield the leaves in a folder and its subfolders, of any depth, without hidden ones.

    Folders that may not be listed are skipped, and so are links to folders that are no leaves: they may lead back.

    Args:
        path: The folder, or a leaf.
        is_leaf: Returns True for files and folders to be yielded; leaves are not searched.
        progress: Called for each folder; may raise to cancel.
    """
    waiting = [path]
    while waiting:
        one = waiting.pop()
        with suppress(OSError):
            if is_leaf(one):
                yield one
            elif one.is_dir() and (one == path or not one.is_symlink()):
                progress()
                waiting += [entry for entry in one.iterdir() if not is_hidden(PurePath(entry.name))]


def members_of(archive: Path) -> dict[PurePosixPath, str]:
    """Return the names in a zip archive, with slashes, and as the archive spells them.

    Raises:
        ProductError: it cannot be read, or contains absolute or `..` names.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            names = opened.namelist()
    except (OSError, zipfile.BadZipFile) as error:
        raise ProductError(
            "{path} cannot be read as a zip archive ({reason}). Download it again.", path=archive, reason=error
        ) from error
    members = {PurePosixPath(name.replace("\\", "/")): name for name in names}
    for path, name in members.items():
        if path.is_absolute() or ".." in path.parts or re.match(r"[A-Za-z]:", name):
            raise ProductError(
                "{path} was not read: it contains the unsafe file name {name!r}. Download the product again "
                "from a trusted provider.",
                path=archive,
                name=name,
            )
    return members


def gdal_folder(archive: Path) -> str:
    """Return the path under which GDAL reads a zip archive in place.

    GDAL finds the end of the archive's name by its extension, or by braces, which must be balanced.
    """
    path = archive.resolve().as_posix()
    return f"/vsizip/{{{path}}}" if path.count("{") == path.count("}") else f"/vsizip/{path}"


@contextmanager
def open_member(archive: Path, member: str) -> Iterator[IO[bytes]]:
    """Open a file in a zip archive to read it once from its beginning; see `UNREADABLE`."""
    with zipfile.ZipFile(archive) as opened, opened.open(member) as file:
        yield file
