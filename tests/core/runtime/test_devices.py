"""Devices have plain names, and `auto` only chooses devices that work for everyone."""

from __future__ import annotations

import json
import os

import pytest

from ....core.errors import DeviceError
from ....core.runtime import devices
from ....core.runtime.devices import CPU, DEVICES, available_cores, find_device, offered_devices
from ...refusals import refused

EVERYTHING = [device.provider for device in reversed(DEVICES)] + ["AzureExecutionProvider", "NewExecutionProvider"]


def test_the_best_device_comes_first():
    """The devices of an ONNX Runtime are listed best first, with unknown ones but without remote ones."""
    names = [device.name for device in offered_devices(EVERYTHING)]
    assert names[:5] == ["cuda", "migraphx", "directml", "coreml", "cpu"]
    assert names[-1] == "new"
    assert "azure" not in names


@pytest.mark.parametrize(
    ("providers", "chosen"),
    [
        (EVERYTHING, "cuda"),
        (["CPUExecutionProvider"], "cpu"),
        (["TensorrtExecutionProvider", "CPUExecutionProvider"], "cpu"),
        (["OpenVINOExecutionProvider", "CPUExecutionProvider"], "cpu"),
        (["NewExecutionProvider", "CPUExecutionProvider"], "cpu"),
        (["DmlExecutionProvider", "CPUExecutionProvider"], "directml"),
    ],
)
def test_auto_chooses_no_device_that_has_to_be_named(providers, chosen):
    """'auto' never builds an engine for minutes, never lowers the precision, and never tries an unknown device."""
    assert find_device("auto", providers).name == chosen


def test_a_gpu_is_chosen_by_its_number():
    """`cuda:1` is the second NVIDIA GPU; the processor has no number, and a GPU has no other one."""
    second = find_device("cuda:1", EVERYTHING)
    assert (second.name, second.label, second.gpu, second.options["device_id"]) == ("cuda", "cuda:1", 1, "1")
    assert find_device("cuda", EVERYTHING).gpu is None
    for name in ("cpu:0", "cuda:", "cuda:x", "coreml:1", "auto:1"):
        with refused(DeviceError, device=name):
            find_device(name, EVERYTHING)
    with refused(DeviceError, device="cuda:1") as caught:
        find_device("cuda:1", ["CPUExecutionProvider"])
    assert "onnxruntime-gpu" in str(caught.value.values["remedy"])


@pytest.mark.parametrize("name", ["cuda", "tensorrt", "webgpu", "openvino", "cpu-bf16"])
def test_a_device_that_needs_another_package_names_it(monkeypatch, name):
    """A device that the installed ONNX Runtime lacks is an error that names the package to install."""
    monkeypatch.setattr(devices, "find_spec", lambda package: None)
    with refused(DeviceError, device=name, names="cpu") as caught:
        find_device(name, ["CPUExecutionProvider"])
    assert "onnxruntime-" in str(caught.value.values["remedy"])


def test_a_device_whose_package_is_there_lacks_a_gpu(monkeypatch):
    """The reason is the missing GPU then, not the package; or with a GPU, the number that it does not take."""
    monkeypatch.setattr(devices, "find_spec", lambda package: package == "onnxruntime_ep_webgpu")
    with refused(DeviceError, device="webgpu") as caught:
        find_device("webgpu", ["CPUExecutionProvider"])
    assert "finds no GPU" in str(caught.value.values["remedy"])
    with refused(DeviceError, device="webgpu:1") as caught:
        find_device("webgpu:1", ["WebGpuExecutionProvider", "CPUExecutionProvider"])
    assert "It has no number" in str(caught.value.values["remedy"])


def test_every_device_leads_back_to_the_cpu():
    """Each device has a fallback, and the last one is the CPU."""
    by_name = {device.name: device for device in DEVICES}
    for start in DEVICES:
        following = start
        for _ in DEVICES:
            following = by_name[following.fallback]
        assert following == CPU


def test_devices_that_compile_a_network_have_one_size_of_batches():
    """A trial of sizes would take minutes on them; the sizes of others rise."""
    for device in DEVICES:
        assert list(device.batches) == sorted(set(device.batches))
        assert (len(device.batches) > 1) == (device.name in {"cuda", "directml", "webgpu"})


def test_options_of_openvino_are_json_itself():
    """OpenVINO reads its options as text, not from a file."""
    for device in DEVICES:
        if "load_config" in device.options:
            precision = json.loads(device.options["load_config"])["CPU"]["INFERENCE_PRECISION_HINT"]
            assert precision == ("bf16" if device.name == "cpu-bf16" else "f32")


def test_only_the_cores_that_this_process_may_use_are_counted(monkeypatch):
    """In a container with two cores, I get two threads; without a limit, one per core."""
    monkeypatch.setattr(os, "cpu_count", lambda: 64)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {3, 7}, raising=False)
    assert available_cores() == 2
    monkeypatch.delattr(os, "sched_getaffinity")
    assert available_cores() == 64
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert available_cores() == 1
