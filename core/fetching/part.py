"""An unfinished download: its bytes, the host's facts on the file that they belong to, and the lock of its process."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from ..errors import DownloadError, OutputError
from ..networks.network_files import PART_SUFFIXES

_SUFFIX, _FACTS_SUFFIX = PART_SUFFIXES
_MOVES = sys.platform != "win32"
"""True if a system renames and removes open files, which stay locked meanwhile."""
_MAX_OPENED = 10
_FAR = 1 << 40
"""Offset of the locked byte on Windows, where nobody reads a locked one."""


@dataclass(frozen=True)
class Facts:
    """The facts that tell if another reply continues the same file."""

    address: str = ""
    validator: str = ""
    """Its ETag, or else its time of change; empty if the host sent neither."""
    size: int | None = None
    """Its bytes; None if the host sent no number."""
    sha256: str = ""
    """Its hash; empty if neither card nor host state one."""


class Part:
    """The unfinished file; open and locked within `open_part`."""

    def __init__(self, target: Path, file: IO[bytes]) -> None:
        self.path = target.with_name(target.name + _SUFFIX)
        self._file = file
        self._facts_path = target.with_name(target.name + _FACTS_SUFFIX)
        self.size = os.fstat(file.fileno()).st_size
        """Bytes that have arrived."""
        self.facts = self._read_facts()
        if self.facts == Facts():
            self.restart(Facts())

    @property
    def is_complete(self) -> bool:
        """True if all bytes have arrived."""
        return self.size > 0 and self.size == self.facts.size

    def restart(self, facts: Facts) -> None:
        """Drop the bytes, and remember the facts of those that will follow."""
        with writing(self.path):
            self._file.truncate(0)
            self.size, self.facts = 0, facts
            self._facts_path.write_text(json.dumps(asdict(facts)), encoding="utf-8")

    def append(self, chunk: bytes) -> None:
        """Add bytes at the end; those that fit before an error stay."""
        left = memoryview(chunk)
        with writing(self.path):
            while left:
                written = self._file.write(left)
                self.size += written
                left = left[written:]

    def publish(self, target: Path) -> None:
        """Flush the bytes to the disk, and give the file its final name."""
        with writing(target):
            os.fsync(self._file.fileno())
            self._release()
            self.path.replace(target)
            self._facts_path.unlink(missing_ok=True)
            self._file.close()

    def remove(self) -> None:
        """Remove the bytes and the facts."""
        with writing(self.path):
            self._release()
            for path in (self.path, self._facts_path):
                path.unlink(missing_ok=True)
            self._file.close()

    def _release(self) -> None:
        """Close the file before it is renamed or removed, only where that is needed."""
        if not _MOVES:
            self._file.close()

    def _read_facts(self) -> Facts:
        try:
            return Facts(**json.loads(self._facts_path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError, RecursionError):
            return Facts()


@contextmanager
def open_part(target: Path) -> Iterator[Part]:
    """Open the unfinished download of a file, or begin one; if nothing arrives, nothing is left.

    Args:
        target: Path of the finished file; its folder is created.

    Raises:
        DownloadError: another program is downloading it.
        OutputError: it cannot be written.
    """
    with _opened(target) as file:
        part = Part(target, file)
        try:
            yield part
        finally:
            if part.size == 0 and not file.closed:
                part.remove()


def _opened(target: Path) -> IO[bytes]:
    """Open and lock the unfinished file of a target.

    Another program may finish or remove it after it was opened and before it was locked: then it is opened again.

    Raises:
        DownloadError, OutputError: see `open_part`.
    """
    path = target.with_name(target.name + _SUFFIX)
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        for _opening in range(_MAX_OPENED):
            file = path.open("ab", buffering=0)
            if _locked(file) and _is_at(path, file):
                return file
            file.close()
    raise DownloadError("{file} is being downloaded by another program. Wait until it ends.", file=target.name)


def _is_at(path: Path, file: IO[bytes]) -> bool:
    """Return True if an open file still has its path."""
    try:
        return not _MOVES or os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


def _locked(file: IO[bytes]) -> bool:
    """Lock a file until it is closed; return False if another program has locked it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(_FAR)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:  # a disk without locks
        return True
    return True


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn an error of the system into a sentence.

    Raises:
        OutputError: the path cannot be written.
    """
    try:
        yield
    except OSError as error:
        raise OutputError(
            "{path} cannot be written ({reason}). Free disk space, or close the programs that use it.",
            path=path,
            reason=error.strerror or error,
        ) from error
