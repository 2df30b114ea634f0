"""The devices that users can choose: the one table of execution providers, their options and what to try after them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .errors import DeviceError


@dataclass(frozen=True)
class Device:
    """A name that users choose, and how ONNX Runtime is asked for it."""

    name: str
    provider: str
    options: dict[str, str] = field(default_factory=dict)
    batch_size: int = 1
    """Patches per inference, unless the user says otherwise; halved where memory runs out."""
    fallback: str = "cpu"
    """The device to go on with if this one fails."""
    automatic: bool = True
    """Whether `auto` may take it."""
    memory_pattern: bool = True
    """Whether ONNX Runtime may plan its memory ahead; DirectML forbids it."""


def _openvino(precision: str) -> dict[str, str]:
    # The JSON itself: this provider takes no path here.
    return {"device_type": "CPU", "load_config": f'{{"CPU": {{"INFERENCE_PRECISION_HINT": "{precision}"}}}}'}


_CUDA = {"cudnn_conv_algo_search": "HEURISTIC", "arena_extend_strategy": "kSameAsRequested"}
CPU = Device("cpu", "CPUExecutionProvider")
DEVICES = (
    Device("cuda", "CUDAExecutionProvider", _CUDA, batch_size=8),
    Device("migraphx", "MIGraphXExecutionProvider", batch_size=8),
    Device("directml", "DmlExecutionProvider", batch_size=4, memory_pattern=False),
    Device("coreml", "CoreMLExecutionProvider", {"ModelFormat": "MLProgram"}, batch_size=4),
    CPU,
    # These are for those who ask: TensorRT builds its engine for minutes; bf16 changes 0.7 % of labels on cirrus and
    # haze, and is only fast on CPUs that have it.
    Device(
        "tensorrt",
        "TensorrtExecutionProvider",
        {"trt_fp16_enable": "1", "trt_engine_cache_enable": "1"},
        batch_size=8,
        fallback="cuda",
        automatic=False,
    ),
    Device("openvino", "OpenVINOExecutionProvider", _openvino("f32"), automatic=False),
    Device("cpu-bf16", "OpenVINOExecutionProvider", _openvino("bf16"), automatic=False),
)
"""Best first: `auto` takes the first that the installed ONNX Runtime offers."""

_NOT_LOCAL = {"AzureExecutionProvider"}  # offered by every build, runs nothing here


def offered_devices(providers: Sequence[str]) -> list[Device]:
    """The devices of an ONNX Runtime with these providers; one that the table lacks has its provider's name."""
    known = [device for device in DEVICES if device.provider in providers]
    named = {device.provider for device in DEVICES} | _NOT_LOCAL
    others = [p for p in providers if p not in named]
    return known + [Device(p.replace("ExecutionProvider", "").lower(), p, automatic=False) for p in others]


def find_device(name: str, providers: Sequence[str]) -> Device:
    """The device of a name.

    Raises:
        DeviceError: no provider offers it.
    """
    offered = offered_devices(providers)
    for device in offered:
        if device.name == name or (name == "auto" and device.automatic):
            return device
    remedy = _REMEDIES.get(name, "")
    names = ", ".join(device.name for device in offered)
    raise DeviceError(f"The installed ONNX Runtime has no device {name}; it offers {names}.{remedy}")


_REMEDIES = {
    "cuda": " Install onnxruntime-gpu and its CUDA libraries for it.",
    "tensorrt": " Install onnxruntime-gpu and TensorRT for it.",
    "openvino": " Install onnxruntime-openvino in place of onnxruntime for it.",
    "cpu-bf16": " Install onnxruntime-openvino in place of onnxruntime for it.",
}
