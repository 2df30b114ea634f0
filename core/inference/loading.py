"""Opening a network in ONNX Runtime: the options of its device, the graph in front of it, and the stored graph."""

from __future__ import annotations

import contextlib
import logging
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import ModelDamagedError
from ..language import translated
from ..runtime import upsampling
from ..runtime.devices import CACHE, CPU, Device, offered_devices
from ..runtime.graph_cache import GraphCache, cache_dir
from ..runtime.package import brief, load_runtime, shares_memory
from . import prepared
from .recipe import AS_THEY_ARE, Recipe

logger = logging.getLogger(__name__)


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
    runtime = load_runtime()
    options = runtime.SessionOptions()
    options.graph_optimization_level = runtime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 3
    try:
        session = runtime.InferenceSession(str(network), sess_options=options, providers=[CPU.provider])
    except Exception as error:
        raise ModelDamagedError(
            "ONNX Runtime cannot load the network {network} ({reason}). Export or copy it again.",
            network=network,
            reason=brief(error),
        ) from error
    return Tensors.of(session.get_inputs()), Tensors.of(session.get_outputs())


@dataclass(frozen=True)
class Network:
    """The files of a network, and the recipe of its card."""

    path: Path
    half: Path | None = None
    """The same network in float16, for devices that are faster with it."""
    recipe: Recipe = AS_THEY_ARE

    def version(self) -> tuple[object, ...]:
        """Identify the content of the network and its recipe, as long as the process runs."""
        file = self.path.stat()
        return self.path, file.st_size, file.st_mtime_ns, self.recipe

    def open(self, device: Device, threads: int, *, arena: bool = True) -> Any:
        """Open a session on a device.

        Args:
            device: One GPU, or the CPU.
            threads: Threads for each batch on the CPU.
            arena: False to give the memory of each batch back at once on the CPU, which is slower.

        Returns:
            A session of ONNX Runtime; its first input is `prepared.COUNTS` if it takes counts.

        Raises:
            Exception: it cannot be opened, or not on this device; ONNX Runtime's own classes derive from it alone.
        """
        opened = _Opening(self, device, threads, arena).session()
        if not opened.get_inputs():
            raise ValueError(translated("it has no input"))
        if hasattr(opened, "disable_fallback"):
            opened.disable_fallback()  # its own fallback to the CPU is silent and prints on standard output
        logger.info("Running %s on %s", self.path.name, device.label)
        return opened


class _NotInitialisedError(RuntimeError):
    """ONNX Runtime uses the CPU in place of a device."""


@dataclass(frozen=True)
class _Opening:
    """A network that is opened on a device."""

    network: Network
    device: Device
    threads: int
    arena: bool = True

    def session(self) -> Any:
        """Open the network with its recipe if the device takes counts and can open it, else the network alone."""
        file = self.network.half if self.device.half and self.network.half else self.network.path
        recipe = self.network.recipe
        if self.device.takes_counts and recipe.normalises:
            try:
                return self._opened(
                    file, lambda: prepared.prepared(file.read_bytes(), recipe), f"{prepared.VERSION} {recipe}"
                )
            except _NotInitialisedError:
                raise
            except Exception as error:  # noqa: BLE001 - ONNX Runtime's own classes derive from Exception alone
                logger.info("The processor normalises the patches for %s (%s)", file, brief(error))
        if self.device == CPU:
            return self._opened(file, lambda: self._lean(file), upsampling.RECIPE)
        return self._opened(file, lambda: str(file))

    def _lean(self, file: Path) -> str | bytes:
        """Return a network whose convolutions are computed before an upsampling, or its path if it has none."""
        options = self._options()
        options.graph_optimization_level = load_runtime().GraphOptimizationLevel.ORT_ENABLE_BASIC
        with tempfile.TemporaryDirectory() as folder:
            plain = Path(folder) / "plain.onnx"  # with shapes and scales as constants
            options.optimized_model_filepath = str(plain)
            self._create(str(file), options)
            return upsampling.without_upsampling(plain.read_bytes()) or str(file)

    def _opened(self, file: Path, make: Callable[[], str | bytes], recipe: str = "") -> Any:
        """Open the network that `make` makes from a file: its stored graph if there is one, or can be one.

        On the CPU, where its graph cannot be stored, the network of the file is opened as it is.

        Args:
            file: The file.
            make: Returns the network's path or content; not called if its graph is stored.
            recipe: Description of what it puts before and after the network of the file.
        """
        if not self.device.keeps_graph:
            return self._create(make(), self._options())
        # A cached optimised graph loads in half the time and without a second copy of the weights.
        graphs = GraphCache(file, load_runtime().__version__, self.device.name, recipe)
        optimised = graphs.ready() or self._optimise(make, graphs)
        if optimised:
            options = self._options()
            options.graph_optimization_level = load_runtime().GraphOptimizationLevel.ORT_DISABLE_ALL
            try:
                return self._create(str(optimised), options)
            except Exception as error:  # noqa: BLE001 - as above
                logger.info("The optimised graph %s cannot be loaded (%s)", optimised, brief(error))
                graphs.drop()
        return self._create(str(file) if self.device == CPU else make(), self._options())

    def _optimise(self, make: Callable[[], str | bytes], graphs: GraphCache) -> Path | None:
        def write(path: Path) -> None:
            options = self._options()
            options.optimized_model_filepath = str(path)
            self._create(make(), options)

        try:
            return graphs.store(write)
        except _NotInitialisedError:  # the graph is that of the CPU
            raise
        except Exception as error:  # noqa: BLE001 - continue without the cache; a damaged network fails when loaded
            logger.info("The optimised graph of %s was not stored (%s)", self.network.path, brief(error))
            return None

    def _create(self, source: str | bytes, options: Any) -> Any:
        with self.device.turn():
            session = self._created(source, options)
        if self.device.provider not in session.get_providers():  # it reports this in its log only
            raise _NotInitialisedError(translated("it was not initialised"))
        return session

    def _created(self, source: str | bytes, options: Any) -> Any:
        runtime = load_runtime()
        if not self.device.package:
            return runtime.InferenceSession(source, sess_options=options, providers=self._providers())
        fitting = [one for one in runtime.get_ep_devices() if one.ep_name == self.device.provider]
        options.add_provider_for_devices(fitting[:1], self._provider_options(self.device))  # it takes no more than one
        return runtime.InferenceSession(source, sess_options=options, enable_fallback=0)

    def _providers(self) -> list[tuple[str, dict[str, str]]]:
        """Return the provider of the device, and that of the GPU which it falls back on.

        The second computes what the first cannot: TensorRT has no integers of 16 bits, so CUDA casts the counts.
        """
        offered = offered_devices(load_runtime().get_available_providers())
        others = [one for one in offered if one.name == self.device.fallback and one != CPU]
        gpu = self.device.gpu
        devices = [self.device, *(others if gpu is None else (one.on(gpu) for one in others))]
        return [(one.provider, self._provider_options(one)) for one in devices]

    def _provider_options(self, device: Device) -> dict[str, str]:
        cache = cache_dir(self.network.path)
        if CACHE in device.options.values():
            with contextlib.suppress(OSError):  # where it cannot be written to, the provider reports it
                cache.mkdir(parents=True, exist_ok=True)  # TensorRT makes the last folder only
        return {name: value.replace(CACHE, str(cache)) for name, value in device.options.items()}

    def _options(self) -> Any:
        options = load_runtime().SessionOptions()
        options.intra_op_num_threads = self.threads
        options.log_severity_level = 3
        options.enable_mem_pattern = self.device.memory_pattern
        # Idle threads must not spin: other threads decode the next strip, and QGIS draws its map.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.enable_cpu_mem_arena = self.arena
        if self.device == CPU and self.arena and shares_memory():
            options.add_session_config_entry("session.use_env_allocators", "1")
        return options
