"""Folders for unfinished files, which no run leaves behind, however it ends.

A folder is hidden and beside the finished files, so that a rename is enough to publish one. Needs only Python, because
the command line uses it before it imports anything else.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import stat
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows, which does not remove a file that is open
    fcntl = None  # type: ignore[assignment]

_SUFFIX = ".cloud_s2_mask.part"
_LOCK = "lock"
"""File in a folder that its process keeps locked, with the name of the machine."""
_ABANDONED_SECONDS = 7 * 24 * 3600
"""Age from which a folder is removed even if it cannot be known whether its process has ended."""

_OF_VERSION_0_1 = re.compile(
    r"\.(?:[0-9a-f]{32}\.part|.+\.[0-9a-f]{8}\.part\.(?:tif|qml|vrt|html)|confidence-[a-z0-9_]{8})"
)
"""Names of the files of version 0.1, and of the folders with a confidence raster; nothing locks them."""
_OLD_SECONDS = 24 * 3600
"""Age from which they are removed: no scene takes as long."""

naming = threading.Lock()
"""Held while files get their final names, so that all or none of them do when the process is ended."""
_own: set[Path] = set()
"""Folders of this process."""


@contextmanager
def unfinished(folder: Path, mode: int = 0o777) -> Iterator[Path]:
    """Make a folder for unfinished files, which is removed at the end, and remove those of ended processes.

    Args:
        folder: Folder of the finished files.
        mode: Permissions of the made folder: 0o700 where others must not read the files.

    Raises:
        OSError: the folder cannot be written to.
    """
    _remove_abandoned(folder)
    made = folder / f".{os.urandom(4).hex()}{_SUFFIX}"
    with naming:
        made.mkdir(mode)
        _own.add(made)
    try:
        with ExitStack() as stack:
            with suppress(OSError):  # a full disk, or no locks: the folder's age counts
                lock = stack.enter_context((made / _LOCK).open("wb", buffering=0))
                if fcntl:
                    fcntl.flock(lock, fcntl.LOCK_EX)
                lock.write(_machine())
            yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)
        _own.discard(made)


def remove_unfinished() -> None:
    """Remove the unfinished files of this process, which is about to end, even while its threads are writing."""
    # Never released: the files of a mask get their names together, and no other folder is made.
    naming.acquire(timeout=1)
    for folder in list(_own):
        for _attempt in range(20):
            shutil.rmtree(folder, ignore_errors=True)
            if not folder.exists():
                break
            time.sleep(0.01)


def _remove_abandoned(folder: Path) -> None:
    hidden: list[Path] = []
    # Twice as fast as `glob`: a folder may hold a million files, and is searched for each of its masks.
    with suppress(OSError), os.scandir(folder) as entries:  # it may be hidden from this user
        hidden = [folder / entry.name for entry in entries if entry.name[0] == "." and _is_own(entry)]
    for other in hidden:
        with suppress(OSError):  # its process has ended in the meantime
            if other.name.endswith(_SUFFIX):
                if other not in _own and _is_abandoned(other):
                    shutil.rmtree(other, ignore_errors=True)
            elif _OF_VERSION_0_1.fullmatch(other.name):
                _remove_of_version_0_1(other)


def _is_own(entry: os.DirEntry[str]) -> bool:
    """Return True if a file or folder belongs to this user; Windows protects those of others itself."""
    return fcntl is None or entry.stat(follow_symlinks=False).st_uid == os.getuid()


def _is_abandoned(folder: Path) -> bool:
    """Return True if the process that made a folder has ended.

    A lock may not reach other machines: that nobody holds it counts only on the machine that made it.
    """
    lock = folder / _LOCK
    old = time.time() - folder.stat().st_mtime > _ABANDONED_SECONDS
    try:
        if not stat.S_ISREG(lock.lstat().st_mode):  # opening a named pipe would wait for a writer
            return False
        with lock.open("rb") as file:
            if fcntl:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            ended = file.read() == _machine()
        if ended and not fcntl:
            lock.unlink()
    except (BlockingIOError, PermissionError):  # its process holds it
        return False
    except OSError:  # just made, or on a disk without locks
        return old
    return ended or old


def _remove_of_version_0_1(path: Path) -> None:
    """Remove an old file, or an old folder that holds nothing but a confidence raster."""
    is_folder = path.is_dir() and not path.is_symlink()
    if is_folder != path.name.startswith(".confidence-"):
        return
    inside = list(path.iterdir()) if is_folder else []
    newest = max(one.lstat().st_mtime for one in (path, *inside))
    if time.time() - newest < _OLD_SECONDS or any(one.stem != "confidence" or one.is_dir() for one in inside):
        return
    for one in inside:
        one.unlink()
    if is_folder:
        path.rmdir()
    else:
        path.unlink()


def _machine() -> bytes:
    return f"{platform.node()}\n".encode()
