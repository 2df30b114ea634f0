"""An ONNX Runtime session on a device: which execution provider, with what options, and what happens if it fails."""

from __future__ import annotations

import importlib.util
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .errors import DeviceError, ModelDamagedError, RuntimeMissingError

logger = logging.getLogger(__name__)


class Device(NamedTuple):
    """A device name that users choose, and how ONNX Runtime is asked for it."""

    name: str
    provider: str
    options: dict[str, str]
    batch_size: int
    """Patches per inference, unless the user says otherwise; halved where memory runs out."""


CPU = Device("cpu", "CPUExecutionProvider", {}, 1)
# Best first: `auto` takes the first that the installed ONNX Runtime offers.
_DEVICES = (
    Device("cuda", "CUDAExecutionProvider", {"cudnn_conv_algo_search": "HEURISTIC"}, 8),
    Device("migraphx", "MIGraphXExecutionProvider", {}, 8),
    Device("directml", "DmlExecutionProvider", {}, 4),
    Device("coreml", "CoreMLExecutionProvider", {}, 4),
    CPU,
)
_NEVER_AUTOMATIC = {"AzureExecutionProvider"}  # offered by every build, runs nothing locally


def runtime_available() -> bool:
    """Whether the package onnxruntime (or onnxruntime-gpu) is installed."""
    return importlib.util.find_spec("onnxruntime") is not None


def available_devices() -> list[str]:
    """`auto`, then the devices that the installed ONNX Runtime offers, best first; only `auto` without it."""
    return ["auto", *(device.name for device in _offered())] if runtime_available() else ["auto"]


def _runtime() -> Any:
    try:
        import onnxruntime
    except ImportError as error:
        raise RuntimeMissingError(
            "The Python package onnxruntime is not installed. Install it for the Python of QGIS with: "
            "python3 -m pip install --user onnxruntime (onnxruntime-gpu for NVIDIA GPUs)"
        ) from error
    return onnxruntime


def _offered() -> list[Device]:
    providers = [p for p in _runtime().get_available_providers() if p not in _NEVER_AUTOMATIC]
    known = [device for device in _DEVICES if device.provider in providers]
    names = {device.provider for device in _DEVICES}
    others = [
        Device(provider.replace("ExecutionProvider", "").lower(), provider, {}, 1)
        for provider in providers
        if provider not in names
    ]
    return known + others


def _find(name: str) -> Device:
    offered = _offered()
    if name == "auto":
        return offered[0]
    for device in offered:
        if device.name == name:
            return device
    remedy = " Install onnxruntime-gpu and its CUDA libraries for it." if name == "cuda" else ""
    raise DeviceError(
        f"The installed ONNX Runtime has no device {name}; it offers {', '.join(d.name for d in offered)}.{remedy}"
    )


class Session:
    """A network that runs batches; it moves to smaller batches and then to the CPU where a device fails.

    `provider` is the execution provider in use, `notices` what a user should know of the way there.
    """

    def __init__(
        self,
        network: Path,
        device: str = "auto",
        threads: int | None = None,
        batch_size: int | None = None,
        create: Callable[..., Any] | None = None,
    ) -> None:
        """Load a network.

        Args:
            network: ONNX file whose input is (batch, channels, height, width) float32.
            device: A name of `available_devices()`.
            threads: CPU threads per inference; None: all cores.
            batch_size: Patches per inference; None: what suits the device.
            create: Makes an ONNX Runtime session; for tests.

        Raises:
            RuntimeMissingError: onnxruntime is not installed.
            DeviceError: the device is not offered.
            ModelDamagedError: the file is no network that ONNX Runtime can load.
        """
        runtime = _runtime()
        self._network = network
        self._threads = threads
        self._create = create or runtime.InferenceSession
        self.notices: list[str] = []
        self._start(_find(device))
        self.batch_size = batch_size or self.device.batch_size

    @property
    def provider(self) -> str:
        """Name of the execution provider in use."""
        return self.device.provider

    def channels(self) -> tuple[object, object]:
        """Number of input and output channels; a name where the network leaves them open."""
        return self._session.get_inputs()[0].shape[1], self._session.get_outputs()[0].shape[1]

    def run(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """Infer a batch.

        Args:
            batch: (n, channels, height, width) float32.

        Returns:
            (n, classes, height, width) float32: the network's output.

        Raises:
            DeviceError: the CPU failed too, with a single patch.
        """
        try:
            output: NDArray[np.float32] = self._session.run(None, {self._input: batch})[0]
        except Exception as error:  # noqa: BLE001 - ONNX Runtime's own classes derive from Exception alone
            return self._run_again(batch, error)
        return output

    def _run_again(self, batch: NDArray[np.float32], error: Exception) -> NDArray[np.float32]:
        if len(batch) > 1:
            self.batch_size = len(batch) // 2
            self._notice(
                f"{self.device.name} failed on {len(batch)} patches at a time ({_brief(error)}); "
                f"went on with {self.batch_size}."
            )
            halves = batch[: self.batch_size], batch[self.batch_size :]
            return np.concatenate([self.run(half) for half in halves])
        if self.device != CPU:
            self._notice(f"{self.device.name} failed ({_brief(error)}); went on with the CPU.")
            self._start(CPU)
            self.batch_size = CPU.batch_size
            return self.run(batch)
        raise DeviceError(
            f"ONNX Runtime failed on the CPU ({_brief(error)}). Close other programs if memory is short, or choose a "
            "smaller patch size."
        ) from error

    def _start(self, device: Device) -> None:
        options = _runtime().SessionOptions()
        options.intra_op_num_threads = self._threads or 0
        options.log_severity_level = 3
        # Idle threads give way: the next strip is decoded meanwhile, and QGIS draws its map.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            session = self._create(
                str(self._network), sess_options=options, providers=[(device.provider, device.options)]
            )
            in_use = session.get_providers()
        except Exception as error:
            if device == CPU:
                raise ModelDamagedError(
                    f"ONNX Runtime cannot load the network {self._network} ({_brief(error)}). Fetch it again with "
                    "'make models'."
                ) from error
            return self._fall_back(device, _brief(error))
        if device.provider not in in_use:  # ONNX Runtime falls back by itself, and says so in its own log only
            return self._fall_back(device, "it could not be initialised")
        self.device = device
        self._session = session
        self._input = session.get_inputs()[0].name
        logger.info("Running %s on %s", self._network.name, device.provider)
        return None

    def _fall_back(self, device: Device, reason: str) -> None:
        self._notice(f"{device.name} could not be used ({reason}); used the CPU instead.")
        self._start(CPU)

    def _notice(self, text: str) -> None:
        logger.warning(text)
        self.notices.append(text)


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
