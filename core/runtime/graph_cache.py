"""A cache of the networks that ONNX Runtime has optimised for this machine, beside the network files."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from ..unfinished import unfinished

_KEY_LENGTH = 16
_HASH_LENGTH = 32


def caches_dir(networks: Path) -> Path:
    """Return the folder of the caches of all networks of a folder."""
    return networks / "optimised"


def cache_dir(network: Path) -> Path:
    """Return the cache folder of one network; it may be deleted at any time."""
    return caches_dir(network.parent) / network.stem


class GraphCache:
    """The optimised graph of one network, for one version of ONNX Runtime and one kind of processor.

    The layout of the weights depends on the processor's vector extensions, so a graph of another machine must not be
    used. The file's name holds the hash of its content, so that a damaged or exchanged graph is not loaded; hashing the
    80 MB of a default network takes 0.04 s.
    """

    def __init__(self, network: Path, runtime_version: str, device: str = "cpu", recipe: str = "") -> None:
        """Name the cached files of a network on a device.

        Args:
            network: The file of the network.
            runtime_version: Version of ONNX Runtime.
            device: Name of the device.
            recipe: Description of what was put before and after the network; empty: nothing.
        """
        stat = network.stat() if network.exists() else None
        state = f"{stat.st_size} {stat.st_mtime_ns}" if stat else "absent"
        made_from = f"{runtime_version} {device} {_processor()} {state}" + (f" {recipe}" if recipe else "")
        key = hashlib.sha256(made_from.encode()).hexdigest()[:_KEY_LENGTH]
        self._stem = f"{network.stem}-{device}"
        self._folder, self._start = cache_dir(network), f"{self._stem}-{key}"

    def ready(self) -> Path | None:
        """Return the path of the optimised graph, or None if it is not cached; a damaged one is deleted."""
        for path in self._stored(self._start):
            if path.stem.endswith(sha256_of(path)[:_HASH_LENGTH]):
                return path
            path.unlink()
        return None

    def store(self, write: Callable[[Path], object]) -> Path | None:
        """Store the graph that `write` writes, and delete the graphs of other versions.

        Returns:
            Its path; None if nothing was written.

        Raises:
            OSError: the folder of the networks is read-only.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        with unfinished(self._folder) as folder:
            part = folder / "graph.onnx"
            write(part)
            if not part.exists():
                return None
            path = self._folder / f"{self._start}-{sha256_of(part)[:_HASH_LENGTH]}.onnx"
            part.replace(path)
        for other in self._stored(f"{self._stem}-{'?' * _KEY_LENGTH}"):
            if other != path:
                other.unlink(missing_ok=True)
        return path

    def drop(self) -> None:
        """Delete a graph that cannot be loaded."""
        for path in self._stored(self._start):
            path.unlink(missing_ok=True)

    def _stored(self, start: str) -> list[Path]:
        return list(self._folder.glob(f"{start}-{'?' * _HASH_LENGTH}.onnx"))


def sha256_of(path: Path) -> str:
    """Hash a file; the hash of an unchanged file is remembered."""
    stat = path.stat()
    return _sha256_of_state(path, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=64)
def _sha256_of_state(path: Path, _size: int, _mtime_ns: int) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


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
