"""Search folders, and read zip archives in place."""

from __future__ import annotations

import errno
import lzma
import os
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath, PurePosixPath
from typing import IO

from .errors import ProductError

ZIP_SUFFIXES = {".zip", ".safe"}
"""Ends of the names of zip archives; a product may be downloaded under the name of its folder."""
UNREADABLE = (OSError, EOFError, RuntimeError, zlib.error, lzma.LZMAError, zipfile.BadZipFile)
"""Errors for an archive entry that is damaged, encrypted or compressed by an unknown method."""


def unreadable(path: object, error: OSError) -> ProductError:
    """Return the error for a file or folder that the system does not let us read."""
    if isinstance(error, PermissionError):
        return ProductError(
            "{path} cannot be read: you have no permission. Ask its owner for access, or choose another copy.",
            path=path,
        )
    return ProductError(
        "{path} cannot be read ({reason}). Check the disk, and if you may read the file.",
        path=path,
        reason=error.strerror or error,
    )


def exists(path: Path) -> bool:
    """Check if a path exists.

    Raises:
        ProductError: a folder on the way to it may not be read.
    """
    try:
        path.stat()
    except PermissionError as error:
        raise unreadable(path, error) from error
    except (OSError, ValueError):  # there is none, or its name is too long
        return False
    return True


def check_exists(parent: Path) -> None:
    """Check that a folder exists and may be read.

    Raises:
        ProductError: it does not, or may not.
    """
    if not exists(parent):
        raise ProductError("{path} does not exist. Choose a folder with .SAFE products.", path=parent)
    check_access(parent)


def check_archive(file: Path) -> None:
    """Check that a file is a zip archive, or at least has the name of one.

    Raises:
        ProductError: it is not, or it may not be read.
    """
    try:
        with file.open("rb") as opened:
            if file.suffix.lower() in ZIP_SUFFIXES or zipfile.is_zipfile(opened):
                return
    except OSError as error:
        raise unreadable(file, error) from error
    raise ProductError("{path} is neither a .SAFE or .zarr folder nor a .zip archive. Choose one of these.", path=file)


def check_access(*folders: Path) -> None:
    """Check that folders may be read, if they exist: searches pass over those that may not.

    Raises:
        ProductError: one may not be read.
    """
    for folder in folders:
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    entry.stat()  # which names alone may be allowed
                    break
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            raise unreadable(folder, error) from error


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
        ProductError: it cannot be read, is cut short or damaged, or contains absolute or `..` names.
    """
    return {name: one.filename for name, one in entries_of(archive, archive).items()}


def entries_of(file: Path | IO[bytes], archive: object) -> dict[PurePosixPath, zipfile.ZipInfo]:
    """Return the entries of a zip archive by their names, with slashes.

    Args:
        file: The archive, or its open file.
        archive: Its path or address, for error messages.

    Raises:
        ProductError: it cannot be read, is cut short or damaged, or contains absolute or `..` names.
    """
    try:
        with zipfile.ZipFile(file) as opened:
            entries = opened.infolist()
    except (*UNREADABLE, UnicodeDecodeError) as error:
        if isinstance(error, OSError) and error.errno != errno.EINVAL:  # that of a seek to before the beginning
            raise unreadable(archive, error) from error
        raise ProductError("{path} is cut short or damaged. Download it again.", path=archive) from error
    found = {PurePosixPath(entry.filename.replace("\\", "/")): entry for entry in entries}
    for path, entry in found.items():
        name = entry.filename
        if path.is_absolute() or ".." in path.parts or re.match(r"[A-Za-z]:", name):
            raise ProductError(
                "{path} was not read: it contains the unsafe file name {name!r}. Download the product again "
                "from a trusted provider.",
                path=archive,
                name=name,
            )
    return found


def sizes_of(archive: Path) -> dict[str, int]:
    """Return the size in bytes of each file in a zip archive, as the archive spells its name."""
    with zipfile.ZipFile(archive) as opened:
        return {one.filename: one.file_size for one in opened.infolist()}


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
