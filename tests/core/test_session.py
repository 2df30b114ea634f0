"""A device that fails costs speed, not the mask; and the user is told."""

from __future__ import annotations

import importlib.util
import logging
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import onnxruntime
import pytest

from ...core.errors import DeviceError, ModelDamagedError, RuntimeMissingError
from ...core.session import Session, available_devices, runtime_available
from .conftest import pixel_network

RNG = np.random.default_rng(9)
BATCH = RNG.normal(size=(6, 2, 32, 32)).astype(np.float32)
GPU, CPU = "CUDAExecutionProvider", "CPUExecutionProvider"


@pytest.fixture
def network(tmp_path) -> Path:
    """A network whose output is each class's weight times the two bands."""
    path = tmp_path / "tiny.onnx"
    path.write_bytes(pixel_network(np.array([[1, 0], [0, 1], [1, 1]], np.float32), np.zeros(3, np.float32)))
    return path


@pytest.fixture
def with_gpu(monkeypatch) -> None:
    """An ONNX Runtime that offers a GPU."""
    offered = [GPU, "AzureExecutionProvider", "TensorrtExecutionProvider", CPU]
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: offered)


def expected(batch: np.ndarray) -> np.ndarray:
    """What the network computes, by hand."""
    return np.stack([batch[:, 0], batch[:, 1], batch.sum(axis=1)], axis=1)


class FakeRuntime:
    """Makes sessions whose GPU has little memory; they answer by the real CPU provider."""

    def __init__(self, gpu_fits: int = 99, gpu_starts: bool = True, silent: bool = False, cpu_fits: int = 99) -> None:
        self.fits = {GPU: gpu_fits, CPU: cpu_fits}
        self.gpu_starts, self.silent = gpu_starts, silent
        self.batches: list[tuple[str, int]] = []

    def __call__(self, path, sess_options, providers):
        """Make a session for the first provider, as ONNX Runtime does."""
        provider = providers[0][0]
        if provider == GPU and not self.gpu_starts:
            if not self.silent:
                raise RuntimeError("libcudnn.so.9: cannot open shared object file")
            provider = CPU
        real = onnxruntime.InferenceSession(path, sess_options=sess_options, providers=[CPU])

        def run(outputs, inputs):
            count = len(next(iter(inputs.values())))
            self.batches.append((provider, count))
            if count > self.fits[provider]:
                raise RuntimeError("Failed to allocate memory for requested buffer")
            return real.run(outputs, inputs)

        names = {"get_inputs": real.get_inputs, "get_outputs": real.get_outputs}
        return SimpleNamespace(run=run, get_providers=lambda: [provider], **names)


def test_the_cpu_is_always_offered():
    """The installed ONNX Runtime offers 'auto' first, and the CPU."""
    assert runtime_available()
    devices = available_devices()
    assert devices[0] == "auto"
    assert "cpu" in devices
    assert "azure" not in devices


def test_auto_takes_the_best_device_on_offer(with_gpu, network):
    """With a GPU, 'auto' uses it, with a batch that suits it; what else is offered can be chosen by name."""
    assert available_devices() == ["auto", "cuda", "cpu", "tensorrt"]
    session = Session(network, create=FakeRuntime())
    assert (session.provider, session.batch_size, session.notices) == (GPU, 8, [])


@pytest.mark.parametrize("batch_size", [None, 3])
def test_a_batch_gives_the_networks_output(network, batch_size):
    """What the network computes comes back, whatever the batch size that was chosen."""
    session = Session(network, "cpu", batch_size=batch_size)
    assert session.provider == CPU
    assert session.batch_size == (batch_size or 1)
    assert session.channels() == (2, 3)
    np.testing.assert_allclose(session.run(BATCH), expected(BATCH), rtol=1e-6)


@pytest.mark.parametrize("silent", [True, False])
def test_a_gpu_that_does_not_start_is_replaced_and_named(with_gpu, network, silent, caplog):
    """If the GPU cannot be initialised, the CPU does the work and I am told, even where ONNX Runtime is silent."""
    with caplog.at_level(logging.WARNING):
        session = Session(network, "cuda", create=FakeRuntime(gpu_starts=False, silent=silent))
    assert session.provider == CPU
    assert session.batch_size == 1
    (notice,) = session.notices
    assert notice.startswith("cuda could not be used")
    assert "CPU" in notice
    assert silent or "libcudnn" in notice
    assert notice in caplog.text
    np.testing.assert_allclose(session.run(BATCH[:1]), expected(BATCH[:1]), rtol=1e-6)


def test_a_gpu_that_runs_out_of_memory_gets_smaller_batches(with_gpu, network):
    """Out of memory, the batch is halved until it fits; nothing is lost and I am told."""
    runtime = FakeRuntime(gpu_fits=2)
    session = Session(network, "cuda", batch_size=6, create=runtime)
    np.testing.assert_allclose(session.run(BATCH), expected(BATCH), rtol=1e-6)
    assert session.provider == GPU
    assert 1 <= session.batch_size <= 2
    assert session.notices
    assert "6 patches" in session.notices[0]
    assert {provider for provider, _ in runtime.batches} == {GPU}


def test_a_gpu_that_holds_no_patch_hands_over_to_the_cpu(with_gpu, network):
    """If not even one patch fits, the CPU goes on from there, and the provider says so."""
    runtime = FakeRuntime(gpu_fits=0)
    session = Session(network, "auto", batch_size=4, create=runtime)
    np.testing.assert_allclose(session.run(BATCH[:4]), expected(BATCH[:4]), rtol=1e-6)
    assert (session.provider, session.batch_size) == (CPU, 1)
    assert "went on with the CPU" in session.notices[-1]
    np.testing.assert_allclose(session.run(BATCH[:1]), expected(BATCH[:1]), rtol=1e-6)


def test_a_cpu_without_memory_is_an_error_with_a_remedy(network):
    """When the CPU fails too, I learn what to change."""
    session = Session(network, "cpu", batch_size=2, create=FakeRuntime(cpu_fits=0))
    with pytest.raises(DeviceError, match=r"failed on the CPU .*allocate memory.*smaller patch size"):
        session.run(BATCH[:2])


@pytest.mark.parametrize("device", ["tpu", "cuda", "CPU"])
def test_a_device_that_is_not_there_is_refused_with_those_that_are(network, device, monkeypatch):
    """A device that is not offered is an error that lists what is; for CUDA it names the package."""
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: [CPU])
    with pytest.raises(DeviceError, match=rf"no device {device}; it offers cpu") as raised:
        Session(network, device)
    assert ("onnxruntime-gpu" in str(raised.value)) == (device == "cuda")


@pytest.mark.parametrize("content", [b"", b"no network"])
def test_a_file_that_is_no_network_is_named(tmp_path, content):
    """A broken network file is an error that names it and what fetches it."""
    path = tmp_path / "broken.onnx"
    path.write_bytes(content)
    with pytest.raises(ModelDamagedError, match=rf"cannot load the network {path} .*make models"):
        Session(path)


def test_threads_are_bounded_and_do_not_spin(network):
    """I give one thread, and the network uses one; idle threads leave the processor to others."""
    seen = {}

    def create(path, sess_options, providers):
        seen["threads"] = sess_options.intra_op_num_threads
        seen["spinning"] = sess_options.get_session_config_entry("session.intra_op.allow_spinning")
        return onnxruntime.InferenceSession(path, sess_options=sess_options, providers=providers)

    Session(network, "cpu", threads=1, create=create)
    assert seen == {"threads": 1, "spinning": "0"}


def test_without_onnxruntime_i_learn_what_to_install(network, monkeypatch):
    """Without the package there are no devices but 'auto', and masking says what to install."""
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert not runtime_available()
    assert available_devices() == ["auto"]
    with pytest.raises(RuntimeMissingError, match=r"onnxruntime is not installed.*pip install"):
        Session(network)
