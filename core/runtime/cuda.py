"""CUDA's runtime library: the number of GPUs, and memory of the host that they copy from and to directly.

ONNX Runtime offers neither in Python. It loads the library itself, so that this module only finds it.
"""

from __future__ import annotations

import ctypes
import sys
import weakref
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

_LIBRARIES = (
    ("cudart64_13.dll", "cudart64_12.dll", "cudart64_110.dll")
    if sys.platform == "win32"
    else ("libcudart.so.13", "libcudart.so.12", "libcudart.so.11.0")
)
_PORTABLE = 1
"""Pinned for all GPUs."""


def gpu_count() -> int:
    """Count the GPUs that this process may use (CUDA_VISIBLE_DEVICES); 1 if that cannot be known."""
    library, count = _library(), ctypes.c_int()
    if library is None or library.cudaGetDeviceCount(ctypes.byref(count)):
        return 1
    return max(1, count.value)


def pinned_bytes(size: int, gpu: int) -> NDArray[np.uint8] | None:
    """Allocate memory that the system never moves; None if there is no such memory.

    A GPU copies ordinary memory in pieces, through a buffer of its driver.

    Args:
        size: Number of bytes.
        gpu: Index of the GPU for which its driver is started.

    Returns:
        (size,) uint8; freed with the last array that uses it.
    """
    library, address = _library(), ctypes.c_void_p()
    if library is None or library.cudaSetDevice(gpu):
        return None
    if library.cudaHostAlloc(ctypes.byref(address), ctypes.c_size_t(size), _PORTABLE) or not address.value:
        return None
    memory = (ctypes.c_uint8 * size).from_address(address.value)
    weakref.finalize(memory, library.cudaFreeHost, address)
    return np.ctypeslib.as_array(memory)


@lru_cache(maxsize=1)
def _library() -> Any:
    return next(filter(None, map(_opened, _LIBRARIES)), None)


def _opened(name: str) -> Any:
    try:
        return ctypes.CDLL(name)
    except OSError:
        return None
