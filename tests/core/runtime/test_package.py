"""The package onnxruntime is imported, named if it is broken, and its sessions on a CPU share their memory."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from ....core.cards.card import models_dir
from ....core.errors import InstallationError, MemoryShortError
from ....core.inference.loading import Network, _Opening
from ....core.inference.recipe import Patches
from ....core.inference.session import Session
from ....core.runtime import package
from ....core.runtime.devices import CPU
from ....core.runtime.package import available_devices, import_runtime, runtime_available
from ...conftest import ROOT
from ...refusals import refused
from ..conftest import tiny_network

PATCHES = Patches.whole(np.random.default_rng(9).normal(size=(6, 2, 32, 32)).astype(np.float32))
onnxruntime = import_runtime()


@pytest.fixture
def network(tmp_path) -> Path:
    """A network whose output is each class's weight times the two bands."""
    path = tmp_path / "tiny.onnx"
    path.write_bytes(tiny_network(np.array([[1, 0], [0, 1], [1, 1]], np.float32), np.zeros(3, np.float32)))
    return path


def test_the_cpu_is_always_offered():
    """The installed ONNX Runtime offers 'auto' first, and the CPU."""
    assert runtime_available()
    devices = available_devices()
    assert devices[0] == "auto"
    assert "cpu" in devices
    assert "azure" not in devices


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("out of\n memory", "out of memory"),
        (
            "/src/core/arena.cc:376 void* onnx::Alloc(size_t) Failed to allocate 9",
            "void* onnx::Alloc(size_t) Failed to allocate 9",
        ),
        ("/a/ep.cc:71 Create() Error: [ONNXRuntimeError] : 11 : EP_FAIL : /b/gpu.cc:136 No adapter", "No adapter"),
        (
            "CUDA failure 2: out of memory ; GPU=0 ; hostname=x ; file=/a/b.cc:66 ; line=9",
            "CUDA failure 2: out of memory",
        ),
        ("/a/ep.cc:1 Create() Error: /b/gpu.cc:2 Start()::<lambda()> status == 1 was false. No adapter", "No adapter"),
        ("start " + "x" * 300 + " end", "start " + "x" * 114 + "…" + "x" * 76 + " end"),
    ],
)
def test_an_error_of_onnx_runtime_is_told_without_places_in_its_code(text, shown):
    """A message has one line, of which the end is kept: it says what happened."""
    assert package.brief(RuntimeError(text)) == shown


def test_a_package_that_adds_devices_is_registered_once(monkeypatch, tmp_path, caplog):
    """A package is registered when it is there, also if installed later; a broken one is told in the log."""
    libraries: list[tuple[str, str]] = []

    def register(name: str, library: str) -> None:
        libraries.append((name, library))
        raise RuntimeError("undefined symbol")

    name = "cs2m_some_provider"
    monkeypatch.setattr(package, "DEVICES", (CPU, replace(CPU, name="some", package=name)))
    monkeypatch.setattr(package, "_added", set())
    monkeypatch.setattr(onnxruntime, "register_execution_provider_library", register, raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    package.load_runtime()
    assert not libraries
    (tmp_path / f"{name}.py").write_text("def get_library_path():\n    return 'some.so'\n", encoding="utf-8")
    importlib.invalidate_caches()
    with caplog.at_level("INFO"):
        package.load_runtime()
        package.load_runtime()
    assert libraries == [(name, "some.so")]
    assert "cs2m_some_provider cannot be used (undefined symbol)" in caplog.text


@pytest.mark.parametrize("providers", [[CPU.provider], ["CUDAExecutionProvider", CPU.provider]])
def test_cuda_is_loaded_from_python_packages(monkeypatch, capsys, providers):
    """CUDA and cuDNN need no separate installation; ONNX Runtime's messages about them are not on standard output."""
    loaded: list[int] = []
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: providers)
    monkeypatch.setattr(onnxruntime, "preload_dlls", lambda: loaded.append(sys.stdout.write("Failed to load x")))
    package._load_gpu_libraries.cache_clear()
    available_devices()
    available_devices()
    package._load_gpu_libraries.cache_clear()
    assert len(loaded) == len(providers) - 1
    assert capsys.readouterr().out == ""


def test_an_incomplete_onnxruntime_is_an_error(monkeypatch, tmp_path):
    """A package that was removed in part is an error, and does not block a complete one that is installed later."""
    broken = ModuleType("onnxruntime")
    broken.__path__ = [str(tmp_path)]
    monkeypatch.setitem(sys.modules, "onnxruntime", broken)
    monkeypatch.setattr(package, "runtime_available", lambda: True)
    with refused(InstallationError, package="onnxruntime", reason=f"incomplete, in {tmp_path}"):
        available_devices()
    assert "onnxruntime" not in sys.modules


MEMORY = """
import resource, sys
from pathlib import Path
import numpy as np
from cloud_s2_mask.core.inference.loading import Network
from cloud_s2_mask.core.inference.recipe import Patches
from cloud_s2_mask.core.inference.schedule import Lanes
from cloud_s2_mask.core.inference.session import Session

def megabytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6

sessions = [Session(Network(Path(network)), "cpu", Lanes(1, 1)) for network in sys.argv[1:]]
loaded = megabytes()
patch = Patches.whole(np.zeros((1, 4, 1024, 1024), np.float32))
peaks = []
for session in sessions:
    session.run(patch)
    peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - loaded)
sessions[0].free_memory((4, 64, 64))
print(*peaks, megabytes() - loaded)
"""


def test_networks_on_the_cpu_share_their_memory_and_give_it_back():
    """A second network needs hardly more memory than the first alone, and little stays after a run."""
    networks = [models_dir() / f"ukis-4b-{level}.onnx" for level in ("l1c", "l2a")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "build" / "plugins")}
    command = [sys.executable, "-c", MEMORY, *map(str, networks)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    one, both, left = map(float, ran.stdout.split())
    assert one > 150
    assert both < 1.25 * one
    assert left < 0.4 * one


def test_a_runtime_that_memory_does_not_hold_is_not_called_broken(monkeypatch):
    """If memory is short, the package is whole, and to install it again would not help."""

    def fail() -> None:
        raise ImportError("failed to map segment from shared object")

    monkeypatch.setattr(package, "import_runtime", fail)
    with refused(InstallationError, package="onnxruntime"):
        available_devices()
    monkeypatch.setattr(package, "is_memory_short", lambda: True)
    with refused(MemoryShortError, path="onnxruntime"):
        available_devices()


def shares_memory(network: Path) -> bool:
    """Tell from the options of a session on the CPU if it uses the memory that sessions share."""
    try:
        options = _Opening(Network(network), CPU, 1)._options()
        return bool(options.get_session_config_entry("session.use_env_allocators") == "1")
    except RuntimeError:  # no such entry
        return False


@pytest.fixture
def _fresh_memory() -> Iterator[None]:
    """No allocator is known to be registered, as after the plugin was loaded again."""
    package._allocator_registered.cache_clear()
    yield
    package._allocator_registered.cache_clear()


@pytest.mark.usefixtures("_fresh_memory")
def test_the_plugin_can_be_loaded_again(network):
    """ONNX Runtime keeps its shared memory when the plugin is unloaded."""
    for _load in range(2):
        package._allocator_registered.cache_clear()
        assert shares_memory(network)
        assert Session(Network(network), "cpu").run(PATCHES).shape == (6, 3, 32, 32)


@pytest.mark.usefixtures("_fresh_memory")
@pytest.mark.parametrize(
    ("reason", "shared"),
    [("An allocator for this device has already been registered for sharing.", True), ("out of order", False)],
)
def test_without_shared_memory_sessions_keep_their_own(network, monkeypatch, reason, shared):
    """Earlier versions of ONNX Runtime refuse a second registration; the first is there then."""

    def refuse(*_given: object) -> None:
        raise RuntimeError(reason)

    monkeypatch.setattr(onnxruntime, "create_and_register_allocator", refuse)
    assert shares_memory(network) is shared
    assert Session(Network(network), "cpu").run(PATCHES).shape == (6, 3, 32, 32)


@pytest.mark.usefixtures("_fresh_memory")
def test_two_first_sessions_at_once_register_memory_once(network, monkeypatch):
    """The networks of an ensemble are loaded by several threads."""
    both, registered = threading.Barrier(2), []

    def register(*_given: object) -> None:
        registered.append(threading.get_ident())
        time.sleep(0.2)

    monkeypatch.setattr(onnxruntime, "create_and_register_allocator", register)
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(lambda _: both.wait() >= 0 and package.shares_memory(), range(2))) == [True] * 2
    assert len(registered) == 1
