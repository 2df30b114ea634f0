"""Bound and measure the memory of this process, and tell if it is short, which libraries report as damage or not."""

from __future__ import annotations

import ctypes
import mmap
import os
import sys
from contextlib import suppress
from pathlib import Path

from .errors import MemoryShortError

_MALLOPT_MMAP_THRESHOLD = -3
"""M_MMAP_THRESHOLD of malloc.h."""
_PROBE_BYTES = 128 * 1024 * 1024
"""More than the decoding of a JPEG 2000 tile takes, or the mapping of a library."""


def bound_memory(resolution: float, scenes: int = 1) -> None:
    """Limit the memory that GDAL and glibc keep, in a process that only masks; call it before either is used.

    The decoded tiles of one row of tiles in two bands fit in GDAL's cache, whose default is 5 % of the memory. glibc
    keeps freed blocks of up to 32 MB in each thread's arena, 80 MB in total, unless blocks larger than a decoded tile
    (4 MB) are mapped separately.

    Args:
        resolution: Pixel size of the masks in metres.
        scenes: Number of scenes that are masked at the same time.
    """
    os.environ.setdefault("GDAL_CACHEMAX", str(scenes * (24 if resolution >= 20 else 64)))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library
            ctypes.CDLL(None).mallopt(_MALLOPT_MMAP_THRESHOLD, 4_300_000)


def is_memory_short() -> bool:
    """Try to map as much memory as the next step may need, without using it."""
    try:
        mmap.mmap(-1, _PROBE_BYTES).close()
    except (OSError, ValueError, MemoryError):
        return True
    return False


def available_bytes() -> int | None:
    """Return the memory that programs can still use without swapping; None if the system does not tell."""
    if sys.platform == "win32":
        state = _MemoryStatus(ctypes.sizeof(_MemoryStatus))
        return state.available if ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(state)) else None
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        free = int(dict(line.split(":") for line in lines)["MemAvailable"].split()[0]) * 1024
    except (OSError, ValueError, KeyError):  # macOS; a kernel that does not count it
        return None
    return min(free, _left_in_container(free))


def peak_bytes() -> int | None:
    """Return the most memory that this process has held at a time; None if the system does not tell."""
    if sys.platform == "win32":
        counters = _MemoryCounters(ctypes.sizeof(_MemoryCounters))
        arguments = ctypes.c_void_p(_THIS_PROCESS), ctypes.byref(counters), counters.size
        return counters.peak if ctypes.windll.kernel32.K32GetProcessMemoryInfo(*arguments) else None
    if sys.platform == "darwin":
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:  # not `ru_maxrss`, which begins at the memory of the process that has started this one
        lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
        return int(dict(line.split(":", 1) for line in lines)["VmHWM"].split()[0]) * 1024
    except (OSError, ValueError, KeyError):
        return None


_THIS_PROCESS = -1
"""Handle of the calling process in Windows."""


class _MemoryCounters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS of Windows."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("faults", ctypes.c_uint32),
        *((name, ctypes.c_size_t) for name in ("peak", "_now", "_a", "_b", "_c", "_d", "_e", "_f")),
    )


class _MemoryStatus(ctypes.Structure):
    """MEMORYSTATUSEX of Windows."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("load", ctypes.c_uint32),
        *((name, ctypes.c_uint64) for name in ("total", "available", "_a", "_b", "_c", "_d", "_e")),
    )


def _left_in_container(otherwise: int) -> int:
    """Return what the limit of a container (cgroup 2) leaves."""
    folder = Path("/sys/fs/cgroup")
    with suppress(OSError, ValueError):  # "max" for no limit
        limit, used = (int((folder / f"memory.{name}").read_text(encoding="ascii")) for name in ("max", "current"))
        return max(0, limit - used)
    return otherwise


def memory_error(path: object) -> MemoryShortError:
    """Return the error for a file that needs more memory than the system gives."""
    return MemoryShortError(
        "{path} needs more memory than the system gives. Close other programs, or raise the limit of memory "
        "(ulimit -v).",
        path=path,
    )
