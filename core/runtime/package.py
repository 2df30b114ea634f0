"""ONNX Runtime itself: its import, the devices that it offers, and the memory that its sessions share."""

from __future__ import annotations

import contextlib
import importlib.util
import logging
import os
import re
import sys
import threading
from functools import lru_cache
from typing import Any

from ..errors import InstallationError
from ..memory import is_memory_short, memory_error
from .devices import DEVICES, find_device, offered_devices

logger = logging.getLogger(__name__)
_adding = threading.Lock()
_added: set[str] = set()
"""Packages whose execution providers were registered, or could not be."""
_HEAD, _TAIL = 120, 80
"""Characters of an error that a message keeps."""
_sharing = threading.Lock()
"""Held while the shared memory is set up, which ONNX Runtime allows once."""


def runtime_available() -> bool:
    """Check that the package onnxruntime (or onnxruntime-gpu) is installed."""
    return importlib.util.find_spec("onnxruntime") is not None


def available_devices() -> list[str]:
    """List `auto`, then the devices that the installed ONNX Runtime offers, best first; only `auto` without it."""
    if not runtime_available():
        return ["auto"]
    return ["auto", *(device.name for device in offered_devices(load_runtime().get_available_providers()))]


def check_device(name: str) -> None:
    """Check that the installed ONNX Runtime offers a device.

    Raises:
        DeviceError: it does not.
    """
    find_device(name, load_runtime().get_available_providers())


def offers_half() -> bool:
    """Check that the installed ONNX Runtime offers a device for networks in float16."""
    return runtime_available() and any(d.half for d in offered_devices(load_runtime().get_available_providers()))


def import_runtime() -> Any:
    """Import onnxruntime with its telemetry off; the rest of the project imports it by this function only.

    ONNX Runtime looks up hosts and stores an id in the user's cache folder when it opens a session, from version 1.31
    on. It reads the variable when it is imported; its function `disable_telemetry_events` changes neither afterwards.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    return onnxruntime


def load_runtime() -> Any:
    """Import onnxruntime with the libraries and the execution providers that other packages have for it.

    Raises:
        InstallationError: it is not installed, or cannot be imported.
        MemoryShortError: memory is short.
    """
    try:
        onnxruntime = import_runtime()
        _check_complete(onnxruntime)
    except Exception as error:  # a broken package may raise anything
        if is_memory_short():
            raise memory_error("onnxruntime") from error
        raise InstallationError(
            "The Python package {package} cannot be imported ({reason}). Install it with Raster > CloudS2Mask > "
            "Install or update components, or without QGIS: python3 -m pip install onnxruntime (onnxruntime-gpu for "
            "NVIDIA GPUs).",
            package="onnxruntime",
            reason=error,
        ) from error
    _load_gpu_libraries(onnxruntime)
    _add_providers(onnxruntime)
    return onnxruntime


def _check_complete(runtime: Any) -> None:
    if not hasattr(runtime, "InferenceSession"):  # Python imports any folder of this name as a package
        del sys.modules["onnxruntime"]  # so that a complete package can be imported once it is installed
        raise ImportError(f"incomplete, in {', '.join(getattr(runtime, '__path__', ['?']))}")


def shares_memory() -> bool:
    """Let all sessions on the CPU share the memory that they keep, so that a network uses what another has used.

    OmniCloudMask's two networks need 0.8 GB then, and 1.4 GB where each keeps its own; they are as fast.

    Returns:
        True if sessions may use the shared memory; False if this ONNX Runtime does not offer it.
    """
    with _sharing:
        return _allocator_registered()


@lru_cache(maxsize=1)
def _allocator_registered() -> bool:
    runtime = load_runtime()
    cpu = runtime.OrtMemoryInfo("Cpu", runtime.OrtAllocatorType.ORT_ARENA_ALLOCATOR, 0, runtime.OrtMemType.DEFAULT)
    try:
        runtime.create_and_register_allocator(cpu, runtime.OrtArenaCfg({}))
    except Exception as error:  # noqa: BLE001 - ONNX Runtime's own classes derive from Exception alone
        if "already been registered" in str(error):  # before the plugin was loaded again, or by another one
            return True
        logger.info("Sessions do not share their memory (%s)", brief(error))
        return False
    return True


@lru_cache(maxsize=1)
def _load_gpu_libraries(runtime: Any) -> None:
    """Load CUDA and cuDNN from Python packages, which ONNX Runtime does not search."""
    if "CUDAExecutionProvider" in runtime.get_available_providers() and hasattr(runtime, "preload_dlls"):
        with contextlib.redirect_stdout(sys.stderr):  # it prints missing libraries; the session reports them too
            runtime.preload_dlls()


def _add_providers(runtime: Any) -> None:
    """Register the execution providers of packages, each of which ONNX Runtime offers only if it finds a GPU for it."""
    with _adding:
        for device in DEVICES:
            if device.package and device.package not in _added and importlib.util.find_spec(device.package):
                try:
                    library = importlib.import_module(device.package).get_library_path()
                    runtime.register_execution_provider_library(device.package, library)
                except Exception as error:  # noqa: BLE001 - an older ONNX Runtime, or a broken package
                    if "already registered" not in str(error):  # before the plugin was loaded again
                        logger.info("The package %s cannot be used (%s)", device.package, brief(error))
                if device.provider not in runtime.get_available_providers():
                    logger.info("%s has found no GPU", device.package)
                _added.add(device.package)


_NOISE = (
    re.compile(r" ; GPU=\d+ ; .*"),
    re.compile(r".*\.(?:cc|h|hpp|cpp|cu|mm):\d+ "),
    re.compile(r"\[ONNXRuntimeError\] : \d+ : \w+ : "),
    re.compile(r".*\S was false\. (?=\S)"),
)
"""In errors: CUDA's host, file and call; where in its code ONNX Runtime found and passed them on; their numbers; and a
condition that did not hold, before a text that says the same."""


def brief(error: Exception) -> str:
    """Shorten the text of an error to one line: its beginning names a file, its end says what happened."""
    text = " ".join(str(error).split())
    for noise in _NOISE:
        text = noise.sub("", text)
    return text if len(text) <= _HEAD + _TAIL else f"{text[:_HEAD]}…{text[-_TAIL:]}"
