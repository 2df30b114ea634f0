"""A cache of the networks that ONNX Runtime has optimised for this machine, beside the network files."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from uuid import uuid4

_KEY_LENGTH = 16


def cache_dir(network: Path) -> Path:
    """Return the cache folder of a network; it may be deleted at any time."""
    return network.parent / "optimised"


class GraphCache:
    """The optimised graph of one network, for one version of ONNX Runtime and one kind of processor.

    The layout of the weights depends on the processor's vector extensions, so a graph of another machine must not be
    used.
    """

    def __init__(self, network: Path, runtime_version: str, device: str = "cpu") -> None:
        """Name the cached file of a network on a device."""
        stat = network.stat() if network.exists() else None
        state = f"{stat.st_size} {stat.st_mtime_ns}" if stat else "absent"
        key = hashlib.sha256(f"{runtime_version} {device} {_processor()} {state}".encode()).hexdigest()[:_KEY_LENGTH]
        self._stem = f"{network.stem}-{device}"
        self._path = cache_dir(network) / f"{self._stem}-{key}.onnx"

    def ready(self) -> Path | None:
        """Return the path of the optimised graph, or None if it is not cached."""
        return self._path if self._path.exists() else None

    def store(self, write: Callable[[Path], None]) -> Path | None:
        """Store the graph that `write` writes, and delete the graphs of other versions.

        Returns:
            Its path; None if nothing was written.

        Raises:
            OSError: the folder of the networks is read-only.
        """
        part = self._path.with_name(f".{uuid4().hex[:8]}.part.onnx")
        try:
            self._path.parent.mkdir(exist_ok=True)
            write(part)
            if not part.exists():
                return None
            part.replace(self._path)
        finally:
            part.unlink(missing_ok=True)
        for other in self._path.parent.glob(f"{self._stem}-{'?' * _KEY_LENGTH}.onnx"):
            if other != self._path:
                other.unlink()
        return self._path

    def drop(self) -> None:
        """Delete a graph that cannot be loaded."""
        self._path.unlink(missing_ok=True)


@lru_cache(maxsize=1)
def _processor() -> str:
    """Describe the processor, with its vector extensions if the system lists them."""
    flags = ""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        flags = next((line for line in lines if line.startswith(("flags", "Features"))), "")
    except OSError:
        pass
    return f"{platform.system()} {platform.machine()} {platform.processor()} {flags}"
