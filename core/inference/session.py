"""ONNX Runtime sessions: the options of each device, and the fallback when a device fails."""

from __future__ import annotations

import contextlib
import importlib.util
import logging
import os
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import HOW_TO_FETCH, DeviceError, InstallationError, ModelDamagedError, NotFiniteError
from ..language import message, translated
from ..memory import is_memory_short, memory_error
from .devices import CACHE, CPU, Device, available_cores, find_device, offered_devices
from .graph_cache import GraphCache, cache_dir
from .schedule import Lanes

logger = logging.getLogger(__name__)
_sharing = threading.Lock()
"""Held while the shared memory is set up, which ONNX Runtime allows once."""


def runtime_available() -> bool:
    """Check that the package onnxruntime (or onnxruntime-gpu) is installed."""
    return importlib.util.find_spec("onnxruntime") is not None


def available_devices() -> list[str]:
    """List `auto`, then the devices that the installed ONNX Runtime offers, best first; only `auto` without it."""
    if not runtime_available():
        return ["auto"]
    return ["auto", *(device.name for device in offered_devices(_runtime().get_available_providers()))]


def offers_half() -> bool:
    """Check that the installed ONNX Runtime offers a device for networks in float16."""
    return runtime_available() and any(d.half for d in offered_devices(_runtime().get_available_providers()))


@dataclass(frozen=True)
class Tensors:
    """The inputs or the outputs of a network."""

    count: int
    shape: list[Any]
    """Shape of the first one; a variable dimension is a name. Empty if there is none."""
    dtype: str
    """Type of the first one, for example `tensor(float)`. Empty if there is none."""

    @classmethod
    def of(cls, tensors: Sequence[Any]) -> Tensors:
        """Describe the inputs or the outputs of an ONNX Runtime session."""
        return cls(len(tensors), tensors[0].shape, tensors[0].type) if tensors else cls(0, [], "")


def inputs_and_outputs(network: Path) -> tuple[Tensors, Tensors]:
    """Load a network without optimising it, and describe its inputs and outputs.

    Raises:
        InstallationError: onnxruntime is not installed.
        ModelDamagedError: it cannot be loaded.
    """
    runtime = _runtime()
    options = runtime.SessionOptions()
    options.graph_optimization_level = runtime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 3
    try:
        session = runtime.InferenceSession(str(network), sess_options=options, providers=[CPU.provider])
    except Exception as error:
        raise ModelDamagedError(
            "ONNX Runtime cannot load the network {network} ({reason}). Export or copy it again.",
            network=network,
            reason=_brief(error),
        ) from error
    return Tensors.of(session.get_inputs()), Tensors.of(session.get_outputs())


def import_runtime() -> Any:
    """Import onnxruntime with its telemetry off; the rest of the project imports it by this function only.

    ONNX Runtime looks up hosts and stores an id in the user's cache folder when it opens a session, from version 1.31
    on. It reads the variable when it is imported; its function `disable_telemetry_events` changes neither afterwards.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    return onnxruntime


def _runtime() -> Any:
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
    return onnxruntime


def _check_complete(runtime: Any) -> None:
    if not hasattr(runtime, "InferenceSession"):  # Python imports any folder of this name as a package
        del sys.modules["onnxruntime"]  # so that a complete package can be imported once it is installed
        raise ImportError(f"incomplete, in {', '.join(getattr(runtime, '__path__', ['?']))}")


def _shares_memory() -> bool:
    """Let all sessions on the CPU share the memory that they keep, so that a network uses what another has used.

    OmniCloudMask's two networks need 0.8 GB then, and 1.4 GB where each keeps its own; they are as fast.

    Returns:
        True if sessions may use the shared memory; False if this ONNX Runtime does not offer it.
    """
    with _sharing:
        return _allocator_registered()


@lru_cache(maxsize=1)
def _allocator_registered() -> bool:
    runtime = _runtime()
    cpu = runtime.OrtMemoryInfo("Cpu", runtime.OrtAllocatorType.ORT_ARENA_ALLOCATOR, 0, runtime.OrtMemType.DEFAULT)
    try:
        runtime.create_and_register_allocator(cpu, runtime.OrtArenaCfg({}))
    except Exception as error:  # noqa: BLE001 - ONNX Runtime's own classes derive from Exception alone
        if "already been registered" in str(error):  # before the plugin was loaded again, or by another one
            return True
        logger.info("Sessions do not share their memory (%s)", _brief(error))
        return False
    return True


@lru_cache(maxsize=1)
def _load_gpu_libraries(runtime: Any) -> None:
    """Load CUDA and cuDNN from Python packages, which ONNX Runtime does not search."""
    if "CUDAExecutionProvider" in runtime.get_available_providers() and hasattr(runtime, "preload_dlls"):
        with contextlib.redirect_stdout(sys.stderr):  # it prints missing libraries; the session reports them too
            runtime.preload_dlls()


class Session:
    """A network that runs batches; if a device fails, it continues with smaller batches, then on another device.

    `device` is the device in use, `notices` are messages for the user about smaller batches and other devices.
    """

    def __init__(
        self,
        network: Path,
        device: str = "auto",
        lanes: Lanes | None = None,
        batch_size: int | None = None,
        half: Path | None = None,
    ) -> None:
        """Load a network.

        Args:
            network: ONNX file whose input is (batch, channels, height, width) float32.
            device: A name of `available_devices()`.
            lanes: Lanes and threads for inference on the CPU; None: one batch at a time, by all cores.
            batch_size: Patches per inference; None: the device's default.
            half: The same network in float16, for devices that are faster with it.

        Raises:
            InstallationError: onnxruntime is not installed.
            DeviceError: the device is not offered.
            ModelDamagedError: ONNX Runtime cannot load the file.
        """
        runtime = _runtime()
        self._network = network
        self._half = half
        self._cpu = lanes or Lanes(1, available_cores())
        self._trouble = threading.RLock()
        self._create = runtime.InferenceSession
        self._providers = runtime.get_available_providers()
        self.notices: list[str] = []
        self._asked_batch_size = batch_size
        self._start(find_device(device, self._providers))
        self.batch_size = batch_size or self.device.batch_size

    @property
    def provider(self) -> str:
        """Name of the execution provider in use."""
        return self.device.provider

    @property
    def lanes(self) -> int:
        """Number of calls of `run` that should run at the same time."""
        return self._cpu.count if self.device.provider == CPU.provider else self.device.lanes

    def inputs_and_outputs(self) -> tuple[Tensors, Tensors]:
        """Describe the network's inputs and outputs."""
        return Tensors.of(self._session.get_inputs()), Tensors.of(self._session.get_outputs())

    def channels(self) -> tuple[object, object]:
        """Return the numbers of input and output channels; a variable number is a name."""
        inputs, outputs = self.inputs_and_outputs()
        return inputs.shape[1], outputs.shape[1]

    def free_memory(self, patch: tuple[int, int, int]) -> None:
        """Give memory back that the process keeps for all its sessions on the CPU; call it when none of them runs.

        Args:
            patch: (channels, height, width) of a patch that is inferred for it, as small as the network allows.
        """
        if self.device == CPU:
            options = _runtime().RunOptions()
            options.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
            with contextlib.suppress(Exception):  # where a run has failed, this one may too
                self._session.run(None, {self._input: np.zeros((1, *patch), self._type)}, options)

    def take_notices(self) -> list[str]:
        """Return and clear the messages for the user."""
        notices, self.notices = self.notices, []
        return notices

    def warm_up(self, patch: tuple[int, int, int]) -> None:
        """Let a GPU choose its kernels, and find the batch size that fits its free memory; call it before `run`.

        It does nothing on the CPU.

        Args:
            patch: (channels, height, width).
        """
        if self.device == CPU:
            return
        before = len(self.notices)
        device = self.device
        self.run(np.zeros((self.batch_size, *patch), np.float32))
        if self.device == device and self._asked_batch_size is None:
            del self.notices[before:]  # the user did not ask for the larger batch

    def run(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """Infer a batch; may be called by several threads.

        Args:
            batch: (n, channels, height, width) float32.

        Returns:
            (n, classes, height, width) float32: the network's output.

        Raises:
            DeviceError: a single patch failed on the CPU.
            NotFiniteError: the network returned numbers that are not finite, on the CPU too.
        """
        session = self._session
        try:
            output: NDArray[np.float32] = session.run(None, {self._input: batch.astype(self._type, copy=False)})[0]
            _check_finite(output)
        except Exception as error:  # noqa: BLE001 - ONNX Runtime's own classes derive from Exception alone
            with self._trouble:
                return self._run_again(batch, error, session)
        return output.astype(np.float32, copy=False)

    def _run_again(self, batch: NDArray[np.float32], error: Exception, failed: Any) -> NDArray[np.float32]:
        if failed is not self._session:  # another lane has switched to the next device
            return self.run(batch)
        not_finite = isinstance(error, FloatingPointError)
        if len(batch) > 1 and not not_finite:
            self.batch_size = len(batch) // 2
            self._notice(
                message(
                    "{device} failed with {count} patches at a time ({reason}). Continued with {batch_size}.",
                    device=self.device.name,
                    count=len(batch),
                    reason=_brief(error),
                    batch_size=self.batch_size,
                )
            )
            halves = batch[: self.batch_size], batch[self.batch_size :]
            return np.concatenate([self.run(half) for half in halves])
        if self.device != CPU:
            self._fall_back(_brief(error))
            self.batch_size = self.device.batch_size
            return self.run(batch)
        if not_finite:
            raise NotFiniteError(
                "{network} returns invalid values (NaN or infinity). Choose another model, or ask its author for a new "
                "file.",
                network=self._network,
            ) from error
        raise DeviceError(
            "ONNX Runtime failed on {device} ({reason}). Close other programs to free memory, or choose a smaller "
            "patch size.",
            device=self.device.name,
            reason=_brief(error),
        ) from error

    def _start(self, device: Device) -> None:
        self.device = device
        try:
            session = self._make(device)
            in_use = session.get_providers()
            first = _first_input(session)
        except Exception as error:
            if device == CPU:
                raise ModelDamagedError(
                    "ONNX Runtime cannot load the network {network} ({reason}). {remedy}",
                    network=self._network,
                    reason=_brief(error),
                    remedy=translated(HOW_TO_FETCH),
                ) from error
            return self._fall_back(_brief(error))
        if device.provider not in in_use:  # ONNX Runtime falls back on its own and reports it in its own log only
            return self._fall_back(translated("it was not initialised"))
        if hasattr(session, "disable_fallback"):
            session.disable_fallback()  # its own fallback to the CPU is silent and prints on standard output
        self._session = session
        self._input = first.name
        self._type = np.float16 if first.type == "tensor(float16)" else np.float32
        logger.info("Running %s on %s", self._network.name, device.provider)
        return None

    def _make(self, device: Device) -> Any:
        network = self._half if device.half and self._half else self._network
        cache = cache_dir(network)
        if CACHE in device.options.values():
            with contextlib.suppress(OSError):  # where it cannot be written to, the provider reports it
                cache.mkdir(parents=True, exist_ok=True)  # TensorRT makes the last folder only
        options = {name: value.replace(CACHE, str(cache)) for name, value in device.options.items()}
        providers = [(device.provider, options)]
        if device.keeps_graph:
            # A cached optimised graph loads in half the time and without a second copy of the weights.
            graphs = GraphCache(network, _runtime().__version__, device.name)
            optimised = graphs.ready() or self._optimise(network, graphs, device, providers)
            if optimised:
                session_options = self._options(device)
                session_options.graph_optimization_level = _runtime().GraphOptimizationLevel.ORT_DISABLE_ALL
                try:
                    return self._create(str(optimised), sess_options=session_options, providers=providers)
                except Exception as error:  # noqa: BLE001 - see `run`
                    logger.info("The optimised graph %s cannot be loaded (%s)", optimised, _brief(error))
                    graphs.drop()
        return self._create(str(network), sess_options=self._options(device), providers=providers)

    def _optimise(self, network: Path, graphs: GraphCache, device: Device, providers: list[Any]) -> Path | None:
        def write(path: Path) -> None:
            options = self._options(device)
            options.optimized_model_filepath = str(path)
            self._create(str(network), sess_options=options, providers=providers)

        try:
            return graphs.store(write)
        except Exception as error:  # noqa: BLE001 - continue without the cache; a damaged network fails when loaded
            logger.info("The optimised graph of %s was not stored (%s)", network, _brief(error))
            return None

    def _options(self, device: Device) -> Any:
        options = _runtime().SessionOptions()
        options.intra_op_num_threads = self._cpu.threads if device == CPU else self._cpu.count * self._cpu.threads
        options.log_severity_level = 3
        options.enable_mem_pattern = device.memory_pattern
        # Idle threads must not spin: other threads decode the next strip, and QGIS draws its map.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        if device == CPU and _shares_memory():
            options.add_session_config_entry("session.use_env_allocators", "1")
        return options

    def _fall_back(self, reason: str) -> None:
        names = [device.name for device in offered_devices(self._providers)]
        following = self.device.fallback if self.device.fallback in names else CPU.name
        self._notice(
            message(
                "{device} could not be used ({reason}). Continued with {fallback}.",
                device=self.device.name,
                reason=reason,
                fallback=translated("the CPU") if following == CPU.name else following,
            )
        )
        self._start(find_device(following, self._providers))

    def _notice(self, text: str) -> None:
        logger.info(text)  # the scene reports it as a warning
        self.notices.append(text)


def _check_finite(output: NDArray[np.floating[Any]]) -> None:
    """Raise if the output is not finite: `argmax` would return the first class."""
    if not np.isfinite(output).all():
        raise FloatingPointError(translated("its output contains NaN or infinity"))


def _first_input(session: Any) -> Any:
    """Return the first input of an ONNX Runtime session.

    Raises:
        ValueError: it has none.
    """
    inputs = session.get_inputs()
    if not inputs:
        raise ValueError(translated("it has no input"))
    return inputs[0]


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
