"""The devices that users can choose: one table of execution providers, their options and their fallbacks."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from importlib.util import find_spec

from ..errors import DeviceError
from ..language import marked, translated
from .cuda import gpu_count


@dataclass(frozen=True)
class Device:
    """A device that users choose by name, with its execution provider in ONNX Runtime."""

    name: str
    provider: str
    options: dict[str, str] = field(default_factory=dict)
    batches: tuple[int, ...] = (1,)
    """Numbers of patches per inference, of which a trial chooses the fastest unless the user sets one. Devices that
    compile a network for each number, which takes minutes, have one only. Halved when memory runs out."""
    lanes: int = 1
    """Batches in flight, so that one is copied while another is inferred; a CPU has as many as its schedule says.
    DirectML allows no more than one."""
    fallback: str = "cpu"
    """The device to use if this one fails."""
    automatic: bool = True
    """True if `auto` may choose it."""
    memory_pattern: bool = True
    """True if ONNX Runtime may plan its memory ahead. DirectML forbids it; on a CPU it needs a fifth to two thirds more
    memory (655 MB instead of 546 for the default network, 2.6 GB instead of 1.6 for OmniCloudMask's two networks) and
    is no faster."""
    half: bool = False
    """True if its networks are in 16 bits because it is faster with them."""
    takes_counts: bool = False
    """True if counts go to it as they are: its networks begin with their normalisation (see `prepared`) and are bound
    to buffers that stay. CoreML and OpenVINO leave the cast of 16-bit integers to the CPU, so they gain nothing."""
    package: str = ""
    """The Python package that adds its execution provider to ONNX Runtime; empty: it is built in."""
    one_at_a_time: bool = False
    """True if only one call of its provider may run in a process, whatever the session; see `turn`."""
    compared: bool = False
    """True if its values are compared with those of the CPU before it masks: its kernels depend on the GPU and its
    driver, and few of these were tried. CUDA's are those of one maker, and the same for all of its users."""
    numbered: bool = False
    """True if `name:1` chooses its second GPU, by the option `device_id`."""
    by_cuda: bool = False
    """True if CUDA's runtime library counts its GPUs and pins memory for them; all of them are used then."""
    gpu: int | None = None
    """Index of the only GPU to use; None: all that are counted, else the first."""
    keeps_graph: bool = False
    """True if the graph that ONNX Runtime optimises for it can be stored on disk."""
    description: str = ""
    """Advice for the user who chooses it."""

    @property
    def label(self) -> str:
        """The name in messages, with the index of its GPU: `cuda:1`."""
        return self.name if self.gpu is None else f"{self.name}:{self.gpu}"

    def on(self, gpu: int) -> Device:
        """Return the device with one of its GPUs only."""
        return replace(self, gpu=gpu, options={**self.options, "device_id": str(gpu)})

    def turn(self) -> AbstractContextManager[object]:
        """Return the lock of its provider's calls, among them the one that closes a session.

        ONNX Runtime keeps it, as it outlasts the plugin: when QGIS loads it again, an older copy may still make masks.
        """
        if not self.one_at_a_time:
            return nullcontext()
        lock: AbstractContextManager[object] = vars(sys.modules["onnxruntime"]).setdefault(_LOCK, threading.RLock())
        return lock

    def each_gpu(self) -> list[Device]:
        """Return the device once for each GPU that is used."""
        count = gpu_count() if self.by_cuda and self.gpu is None else 1
        return [self.on(gpu) for gpu in range(count)] if count > 1 else [self]


_LOCK = "_cloud_s2_mask_lock"
"""Attribute of ONNX Runtime's package: held by calls that end the process if two of them run at once."""

CACHE = "{cache}"
"""Placeholder for the folder of optimised networks in an option."""


def _openvino(precision: str) -> dict[str, str]:
    # JSON text: this provider does not accept a path.
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
        batches=(1, 2, 4, 8, 16, 32),
        lanes=2,
        half=True,
        takes_counts=True,
        numbered=True,
        by_cuda=True,
        keeps_graph=True,
        description=marked("NVIDIA GPU, in 16 bits."),
    ),
    Device(
        "migraphx",
        "MIGraphXExecutionProvider",
        {"migraphx_fp16_enable": "1"},
        batches=(8,),
        compared=True,
        takes_counts=True,
        numbered=True,
        description=marked("AMD GPU, in 16 bits."),
    ),
    Device(
        "directml",
        "DmlExecutionProvider",
        batches=(1, 2, 4, 8, 16),
        compared=True,
        memory_pattern=False,
        half=True,
        takes_counts=True,
        numbered=True,
        description=marked("Any GPU on Windows, in 16 bits."),
    ),
    Device(
        "coreml",
        "CoreMLExecutionProvider",
        {"ModelFormat": "MLProgram", "ModelCacheDirectory": CACHE},
        batches=(4,),
        compared=True,
        description=marked("Apple's GPU and neural engine."),
    ),
    CPU,
    # The user has to choose these by name.
    Device(
        "webgpu",
        "WebGpuExecutionProvider",
        # Of two GPUs not that of the processor; with the channels last, convolutions of 6 bands are wrong in 0.4.0.
        {"powerPreference": "high-performance", "preferredLayout": "NCHW"},
        batches=(1, 2, 4, 8, 16),
        package="onnxruntime_ep_webgpu",
        one_at_a_time=True,  # ONNX Runtime issue 32561: sessions share a recorder of commands
        compared=True,
        takes_counts=True,
        automatic=False,
        description=marked("GPU of any maker (NVIDIA, AMD, Intel, Apple) by WebGPU, in 32 bits."),
    ),
    Device(
        "tensorrt",
        "TensorrtExecutionProvider",
        {"trt_fp16_enable": "1", "trt_engine_cache_enable": "1", "trt_engine_cache_path": CACHE},
        batches=(8,),
        compared=True,
        lanes=2,
        takes_counts=True,
        numbered=True,
        by_cuda=True,
        fallback="cuda",
        automatic=False,
        description=marked("NVIDIA GPU with TensorRT, in 16 bits; the first run needs minutes to build its engine."),
    ),
    Device(
        "openvino",
        "OpenVINOExecutionProvider",
        _openvino("f32"),
        automatic=False,
        description=marked("The processor with OpenVINO, in 32 bits."),
    ),
    Device(
        "cpu-bf16",
        "OpenVINOExecutionProvider",
        _openvino("bf16"),
        automatic=False,
        description=marked(
            "The processor with OpenVINO, in bfloat16: twice as fast on processors that support it (most since "
            "2022); 0.7 % of labels differ on cirrus and haze."
        ),
    ),
)
"""Best first: `auto` uses the first automatic device that the installed ONNX Runtime offers."""

DESCRIPTIONS = {device.name: device.description for device in DEVICES}

_NOT_LOCAL = {"AzureExecutionProvider"}  # listed by every build, but runs remotely


def available_cores() -> int:
    """Count the processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):  # Linux; a container or a batch system may allow fewer cores
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def offered_devices(providers: Sequence[str]) -> list[Device]:
    """List the devices of these execution providers; a device that is not in the table is named after its provider."""
    known = [device for device in DEVICES if device.provider in providers]
    named = {device.provider for device in DEVICES} | _NOT_LOCAL
    others = [p for p in providers if p not in named]
    return known + [Device(p.replace("ExecutionProvider", "").lower(), p, automatic=False) for p in others]


def find_device(name: str, providers: Sequence[str]) -> Device:
    """Find a device by its name, or by its name and the index of a GPU (`cuda:1`).

    Raises:
        DeviceError: no execution provider offers it.
    """
    offered = offered_devices(providers)
    kind, _, gpu = name.partition(":")
    for device in offered:
        if device.name == name or (name == "auto" and device.automatic):
            return device
        if device.name == kind and device.numbered and gpu.isdecimal():
            return device.on(int(gpu))
    remedy = translated(_REMEDIES.get(kind, ""))
    known = next((device for device in DEVICES if device.name == kind), CPU)
    if known.package and known.provider in providers:
        remedy = translated(_NO_NUMBER)
    elif known.package and find_spec(known.package):
        remedy = translated(_NO_GPU)
    raise DeviceError(
        "The installed ONNX Runtime has no device {device}. Choose one of: {names}.{remedy}",
        device=name,
        names=[device.name for device in offered],
        remedy=remedy,
    )


_NO_GPU = marked(" ONNX Runtime finds no GPU for it: its driver may be missing or too old.")
_NO_NUMBER = marked(" It has no number.")
_REMEDIES = {
    "webgpu": marked(
        " WebGPU needs onnxruntime 1.24.4 or newer, the package onnxruntime-ep-webgpu, and a GPU with a driver for "
        "Vulkan, Direct3D 12 or Metal."
    ),
    "cuda": marked(" CUDA needs onnxruntime-gpu and its CUDA libraries."),
    "tensorrt": marked(" TensorRT needs onnxruntime-gpu and the TensorRT libraries."),
    "openvino": marked(" OpenVINO needs onnxruntime-openvino instead of onnxruntime."),
    "cpu-bf16": marked(" OpenVINO needs onnxruntime-openvino instead of onnxruntime."),
}
