"""The devices that users can choose: the one table of execution providers, their options and what to try after them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..errors import DeviceError
from ..language import marked, translated


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
    """Whether ONNX Runtime may plan its memory ahead. DirectML forbids it; on a CPU it takes a fifth to two thirds more
    memory (655 MB for 546 of the default network, 2.6 GB for 1.6 of OmniCloudMask's two), and is no faster."""
    half: bool = False
    """Whether it computes faster in 16 bits: it is given networks, patches and results of half the bytes."""
    keeps_graph: bool = False
    """Whether the graph that ONNX Runtime has optimised for it can be kept on disk."""
    description: str = ""
    """What to know before choosing it."""


CACHE = "{cache}"
"""Stands for the folder of optimised networks in an option."""


def _openvino(precision: str) -> dict[str, str]:
    # The JSON itself: this provider takes no path here.
    load_config = f'{{"CPU": {{"INFERENCE_PRECISION_HINT": "{precision}"}}}}'
    return {"device_type": "CPU", "load_config": load_config, "cache_dir": CACHE}


CPU = Device(
    "cpu",
    "CPUExecutionProvider",
    memory_pattern=False,
    keeps_graph=True,
    description=marked("The processor, in 32 bits."),
)
DEVICES = (
    Device(
        "cuda",
        "CUDAExecutionProvider",
        {"cudnn_conv_algo_search": "HEURISTIC", "arena_extend_strategy": "kSameAsRequested"},
        batch_size=8,
        half=True,
        keeps_graph=True,
        description=marked("NVIDIA GPU, in 16 bits."),
    ),
    Device(
        "migraphx",
        "MIGraphXExecutionProvider",
        {"migraphx_fp16_enable": "1"},
        batch_size=8,
        description=marked("AMD GPU, in 16 bits."),
    ),
    Device(
        "directml",
        "DmlExecutionProvider",
        batch_size=4,
        memory_pattern=False,
        half=True,
        description=marked("Any GPU on Windows, in 16 bits."),
    ),
    Device(
        "coreml",
        "CoreMLExecutionProvider",
        {"ModelFormat": "MLProgram", "ModelCacheDirectory": CACHE},
        batch_size=4,
        description=marked("Apple's GPU and neural engine."),
    ),
    CPU,
    # These are for those who ask.
    Device(
        "tensorrt",
        "TensorrtExecutionProvider",
        {"trt_fp16_enable": "1", "trt_engine_cache_enable": "1", "trt_engine_cache_path": CACHE},
        batch_size=8,
        fallback="cuda",
        automatic=False,
        description=marked("NVIDIA GPU by TensorRT, in 16 bits; the first run builds its engine for minutes."),
    ),
    Device(
        "openvino",
        "OpenVINOExecutionProvider",
        _openvino("f32"),
        automatic=False,
        description=marked("The processor by OpenVINO, in 32 bits."),
    ),
    Device(
        "cpu-bf16",
        "OpenVINOExecutionProvider",
        _openvino("bf16"),
        automatic=False,
        description=marked(
            "The processor by OpenVINO, in bfloat16: twice as fast on processors that have it (most from 2022 "
            "on), and 0.7 % of labels differ on cirrus and haze."
        ),
    ),
)
"""Best first: `auto` takes the first that the installed ONNX Runtime offers."""

DESCRIPTIONS = {device.name: device.description for device in DEVICES}

_NOT_LOCAL = {"AzureExecutionProvider"}  # offered by every build, runs nothing here


def available_cores() -> int:
    """Count the processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):  # Linux; a container or a batch system may allow fewer than there are
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


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
    remedy = translated(_REMEDIES.get(name, ""))
    names = ", ".join(device.name for device in offered)
    raise DeviceError(
        "The installed ONNX Runtime has no device {name}; it offers {names}.{remedy}",
        name=name,
        names=names,
        remedy=remedy,
    )


_REMEDIES = {
    "cuda": marked(" Install onnxruntime-gpu and its CUDA libraries for it."),
    "tensorrt": marked(" Install onnxruntime-gpu and TensorRT for it."),
    "openvino": marked(" Install onnxruntime-openvino in place of onnxruntime for it."),
    "cpu-bf16": marked(" Install onnxruntime-openvino in place of onnxruntime for it."),
}
