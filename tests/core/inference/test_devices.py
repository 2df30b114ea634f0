"""Devices are named for people, and only what serves everyone is chosen by itself."""

from __future__ import annotations

import json
import os

import pytest

from ....core.errors import DeviceError
from ....core.inference.devices import CPU, DEVICES, available_cores, find_device, offered_devices

EVERYTHING = [device.provider for device in reversed(DEVICES)] + ["AzureExecutionProvider", "NewExecutionProvider"]


def test_the_best_device_comes_first():
    """What an ONNX Runtime offers is listed best first; what computes elsewhere is left out, what is new is not."""
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
def test_auto_takes_nothing_that_needs_to_be_asked_for(providers, chosen):
    """'auto' never builds an engine for minutes, never lowers the precision, and never tries what is unknown."""
    assert find_device("auto", providers).name == chosen


@pytest.mark.parametrize("name", ["cuda", "tensorrt", "openvino", "cpu-bf16"])
def test_a_device_that_needs_another_package_names_it(name):
    """A device that the installed ONNX Runtime lacks is an error that names what to install."""
    with pytest.raises(DeviceError, match=rf"no device {name}; it offers cpu\. Install onnxruntime-"):
        find_device(name, ["CPUExecutionProvider"])


def test_every_device_leads_back_to_the_cpu():
    """Wherever a device fails there is a next one, and the last is the CPU."""
    by_name = {device.name: device for device in DEVICES}
    for start in DEVICES:
        following = start
        for _ in DEVICES:
            following = by_name[following.fallback]
        assert following == CPU


def test_options_of_openvino_are_json_itself():
    """OpenVINO takes the text of its options, not a path to them."""
    for device in DEVICES:
        if "load_config" in device.options:
            precision = json.loads(device.options["load_config"])["CPU"]["INFERENCE_PRECISION_HINT"]
            assert precision == ("bf16" if device.name == "cpu-bf16" else "f32")


def test_only_the_cores_that_this_process_may_use_are_counted(monkeypatch):
    """In a container of two cores, or where the system does not say, no more threads are started than help."""
    monkeypatch.setattr(os, "cpu_count", lambda: 64)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {3, 7}, raising=False)
    assert available_cores() == 2
    monkeypatch.delattr(os, "sched_getaffinity")
    assert available_cores() == 64
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert available_cores() == 1
