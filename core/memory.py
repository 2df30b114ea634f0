"""Tell if memory is short: decoders and loaders of libraries report it as damage, or not at all."""

from __future__ import annotations

import mmap

from .errors import MemoryShortError

_PROBE_BYTES = 128 * 1024 * 1024
"""More than the decoding of a JPEG 2000 tile takes, or the mapping of a library."""


def is_memory_short() -> bool:
    """Try to map as much memory as the next step may need, without using it."""
    try:
        mmap.mmap(-1, _PROBE_BYTES).close()
    except (OSError, ValueError, MemoryError):
        return True
    return False


def memory_error(path: object) -> MemoryShortError:
    """Return the error for a file that needs more memory than the system gives."""
    return MemoryShortError(
        "{path} needs more memory than the system gives. Close other programs, or raise the limit of memory "
        "(ulimit -v).",
        path=path,
    )
