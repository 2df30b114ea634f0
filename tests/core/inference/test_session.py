"""If a device fails, the mask is made on another one, and the user gets a message."""

from __future__ import annotations

import importlib.util
import logging
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from ....core.errors import (
    HOW_TO_FETCH,
    DeviceError,
    InstallationError,
    ModelDamagedError,
    NotFiniteError,
)
from ....core.inference import session as session_module
from ....core.inference.lanes import Lane
from ....core.inference.loading import Network
from ....core.inference.recipe import Patches
from ....core.inference.schedule import Lanes
from ....core.inference.session import Session
from ....core.runtime.package import available_devices, import_runtime, runtime_available
from ...refusals import refused
from ..conftest import tiny_network

RNG = np.random.default_rng(9)
BATCH = RNG.normal(size=(6, 2, 32, 32)).astype(np.float32)
onnxruntime = import_runtime()
InferenceSession = onnxruntime.InferenceSession
GPU, CPU = "CUDAExecutionProvider", "CPUExecutionProvider"


@pytest.fixture
def network(tmp_path) -> Path:
    """A network whose output is each class's weight times the two bands."""
    path = tmp_path / "tiny.onnx"
    path.write_bytes(tiny_network(np.array([[1, 0], [0, 1], [1, 1]], np.float32), np.zeros(3, np.float32)))
    return path


@pytest.fixture
def with_gpu(monkeypatch) -> None:
    """An ONNX Runtime that offers a GPU."""
    offered = [GPU, "AzureExecutionProvider", "TensorrtExecutionProvider", CPU]
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: offered)


@pytest.fixture
def session(monkeypatch, network) -> Callable[..., Session]:
    """Make a session of the network with a fake runtime."""

    def make(runtime: Callable[..., Any], *arguments: Any, half: Path | None = None, **options: Any) -> Session:
        monkeypatch.setattr(onnxruntime, "InferenceSession", runtime)
        return Session(Network(network, half), *arguments, **options)

    return make


def infer(session: Session, batch: np.ndarray) -> np.ndarray:
    """Infer values as they are."""
    return session.run(Patches.whole(batch))


def expected(batch: np.ndarray) -> np.ndarray:
    """Compute the output of the network."""
    return np.stack([batch[:, 0], batch[:, 1], batch.sum(axis=1)], axis=1)


class FakeRuntime:
    """A runtime whose GPU has little memory; the real CPU provider computes the output."""

    def __init__(self, gpu_fits: int = 99, gpu_starts: bool = True, silent: bool = False, cpu_fits: int = 99) -> None:
        self.fits = {GPU: gpu_fits, CPU: cpu_fits}
        self.gpu_starts, self.silent = gpu_starts, silent
        self.batches: list[tuple[str, int]] = []
        self.sessions: list[tuple[str, str, dict]] = []

    def __call__(self, path, sess_options, providers):
        """Make a session for the first provider, as ONNX Runtime does."""
        provider = providers[0][0]
        if provider == GPU and not self.gpu_starts:
            if not self.silent:
                raise RuntimeError("libcudnn.so.9: cannot open shared object file")
            provider = CPU
        real = InferenceSession(path, sess_options=sess_options, providers=[CPU])

        def run(outputs, inputs):
            count = len(next(iter(inputs.values())))
            self.batches.append((provider, count))
            if count > self.fits[provider]:
                raise RuntimeError("Failed to allocate memory for requested buffer")
            return real.run(outputs, inputs)

        self.sessions.append((provider, path, providers[0][1]))
        names = {"get_inputs": real.get_inputs, "get_outputs": real.get_outputs}
        return SimpleNamespace(run=run, get_providers=lambda: [provider], **names)


def test_auto_chooses_the_best_device(with_gpu, session):
    """With a GPU, 'auto' uses it with its own batch size; other devices can be chosen by name."""
    assert available_devices() == ["auto", "cuda", "cpu", "tensorrt"]
    one = session(FakeRuntime())
    assert (one.provider, one.batch_size, one.notices) == (GPU, 1, [])


@pytest.mark.parametrize("batch_size", [None, 3])
def test_a_batch_gives_the_networks_output(network, batch_size):
    """The output of the network is the same for any batch size."""
    session = Session(Network(network), "cpu", batch_size=batch_size)
    assert session.provider == CPU
    assert session.batch_size == (batch_size or 1)
    assert session.channels() == (2, 3)
    np.testing.assert_allclose(infer(session, BATCH), expected(BATCH), rtol=1e-6)


@pytest.mark.parametrize("silent", [True, False])
def test_a_gpu_that_does_not_start_is_replaced_and_named(with_gpu, session, network, silent, caplog):
    """If the GPU cannot be initialised, the CPU is used with a message, even if ONNX Runtime is silent."""
    with caplog.at_level(logging.INFO):
        one = session(FakeRuntime(gpu_starts=False, silent=silent), "cuda")
    assert one.provider == CPU
    assert one.batch_size == 1
    (notice,) = one.notices
    assert "cuda" in notice
    assert "CPU" in notice
    assert silent or "libcudnn" in notice
    assert list(network.parent.glob("optimised/*/tiny-cuda-*")) == [], "the graph of a CPU is not that of the GPU"
    assert notice in caplog.text
    np.testing.assert_allclose(infer(one, BATCH[:1]), expected(BATCH[:1]), rtol=1e-6)


def test_a_gpu_that_runs_out_of_memory_gets_smaller_batches(with_gpu, session):
    """If memory runs out, the batch is halved until it fits, and I get a message."""
    runtime = FakeRuntime(gpu_fits=2)
    one = session(runtime, "cuda", batch_size=6)
    np.testing.assert_allclose(infer(one, BATCH), expected(BATCH), rtol=1e-6)
    assert one.provider == GPU
    assert 1 <= one.batch_size <= 2
    assert one.notices
    assert "cuda" in one.notices[0]
    assert "6" in one.notices[0]
    assert {provider for provider, _ in runtime.batches} == {GPU}


def test_a_gpu_without_memory_for_a_patch_is_replaced_by_the_cpu(with_gpu, session):
    """If not even one patch fits, the run continues on the CPU, which is the provider from then on."""
    runtime = FakeRuntime(gpu_fits=0)
    one = session(runtime, "auto", batch_size=4)
    np.testing.assert_allclose(infer(one, BATCH[:4]), expected(BATCH[:4]), rtol=1e-6)
    assert (one.provider, one.batch_size) == (CPU, 1)
    assert "the CPU" in one.notices[-1]
    np.testing.assert_allclose(infer(one, BATCH[:1]), expected(BATCH[:1]), rtol=1e-6)


def test_a_cpu_without_memory_is_an_error_with_a_remedy(session):
    """If the CPU fails too, the error names the device and the reason."""
    one = session(FakeRuntime(cpu_fits=0), "cpu", batch_size=2)
    with refused(DeviceError, device="cpu", reason="Failed to allocate memory for requested buffer"):
        infer(one, BATCH[:2])


def test_an_output_that_is_not_finite_is_an_error(network):
    """NaN would become clear in the mask, so it is an error that names the network."""
    with refused(NotFiniteError, network=network):
        infer(Session(Network(network), "cpu"), np.full_like(BATCH, np.nan))


@pytest.mark.parametrize("device", ["tpu", "cuda", "CPU"])
def test_a_device_that_is_not_offered_is_refused_with_the_offered_ones(network, device, monkeypatch):
    """A device that is not offered is an error that lists the offered ones; for CUDA it names the package."""
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: [CPU])
    with refused(DeviceError, device=device, names="cpu") as caught:
        Session(Network(network), device)
    assert ("onnxruntime-gpu" in str(caught.value)) == (device == "cuda")


@pytest.mark.parametrize("content", [b"", b"no network"])
def test_a_file_that_is_not_a_network_is_named(tmp_path, content):
    """A damaged network file is an error that names it and the remedy."""
    path = tmp_path / "broken.onnx"
    path.write_bytes(content)
    with refused(ModelDamagedError, network=path, remedy=HOW_TO_FETCH):
        Session(Network(path))


@pytest.mark.parametrize("lanes", [Lanes(1, 1), Lanes(2, 1), Lanes(2, 4)])
def test_threads_are_bounded_and_do_not_spin(session, lanes):
    """My threads are divided among the patches that are inferred at the same time, and idle threads do not spin."""
    seen = {}

    def create(path, sess_options, providers):
        seen["threads"] = sess_options.intra_op_num_threads
        seen["spinning"] = sess_options.get_session_config_entry("session.intra_op.allow_spinning")
        return InferenceSession(path, sess_options=sess_options, providers=providers)

    session(create, "cpu", lanes)
    assert seen == {"threads": lanes.threads, "spinning": "0"}


def test_without_onnxruntime_i_learn_what_to_install(network, monkeypatch):
    """Without the package the only device is 'auto', and masking is an error with the command that installs it."""
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert not runtime_available()
    assert available_devices() == ["auto"]
    with refused(InstallationError, package="onnxruntime") as caught:
        Session(Network(network))
    assert "pip install onnxruntime" in str(caught.value)


def test_each_device_has_its_lanes(with_gpu, session):
    """A CPU infers in as many lanes as it is told; a GPU copies one batch while it infers another."""
    assert session(FakeRuntime(), "cpu", Lanes(4, 2)).lanes == 4
    assert session(FakeRuntime(), "cpu").lanes == 1
    assert session(FakeRuntime(), "cuda", Lanes(4, 2)).lanes == 2


@pytest.mark.parametrize("gpu_fits", [0, 1, 3])
def test_lanes_that_fail_together_all_get_their_results(with_gpu, session, gpu_fits):
    """If a device fails in several threads at once, each thread gets the output of its own batch."""
    one = session(FakeRuntime(gpu_fits=gpu_fits), "cuda")
    batches = [RNG.normal(size=(4, 2, 32, 32)).astype(np.float32) for _ in range(8)]
    with ThreadPoolExecutor(4) as pool:
        outputs = list(pool.map(lambda batch: infer(one, batch), batches))
    for batch, output in zip(batches, outputs):
        np.testing.assert_allclose(output, expected(batch), rtol=1e-6)
    assert one.provider == (GPU if gpu_fits else CPU)
    assert len([notice for notice in one.notices if "the CPU" in notice]) == (0 if gpu_fits else 1)


@pytest.fixture
def with_clock(monkeypatch) -> Callable[[Callable[[int], float]], None]:
    """Pretend that a batch of so many patches takes so many seconds."""

    def use(seconds: Callable[[int], float]) -> None:
        now, run = [0.0], Lane.run

        def timed(lane: Lane, patches: Patches) -> np.ndarray:
            output = run(lane, patches)
            now[0] += seconds(len(patches))
            return output

        monkeypatch.setattr(Lane, "run", timed)
        monkeypatch.setattr(session_module, "perf_counter", lambda: now[0])

    return use


@pytest.mark.parametrize(
    ("fits", "most", "chosen", "tried"),
    [(99, 99, 8, [1, 2, 4, 8, 16, 32]), (3, 99, 2, [1, 2, 4]), (99, 5, 4, [1, 2, 4]), (99, 1, 1, [1])],
)
def test_warming_up_finds_the_fastest_batch_that_fits(with_gpu, session, with_clock, fits, most, chosen, tried):
    """Batches of 8 are the fastest; less memory or shorter rows allow fewer. I get no message, as I set no size."""
    with_clock(lambda count: 0.001 * max(count, 8))
    runtime = FakeRuntime(gpu_fits=fits)
    one = session(runtime, "auto")
    one.warm_up((2, 32, 32), most)
    assert (one.batch_size, one.provider, one.notices) == (chosen, GPU, [])
    assert sorted({count for _, count in runtime.batches}) == tried
    before = len(runtime.batches)
    infer(one, BATCH[: one.batch_size])
    assert runtime.batches[before:] == [(GPU, min(chosen, len(BATCH)))]


def test_longer_rows_and_larger_patches_are_tried_again(with_gpu, session, with_clock):
    """A short row allows small batches only; the trial of a later scene finds larger ones, and is not repeated."""
    with_clock(lambda count: 0.001 * max(count, 8))
    runtime = FakeRuntime()
    one = session(runtime, "auto")

    def tried(edge: int, most: int) -> tuple[int, list[int]]:
        before = len(runtime.batches)
        one.warm_up((2, edge, edge), most)
        return one.batch_size, sorted({count for _, count in runtime.batches[before:]})

    assert tried(32, 1) == (1, [1])
    assert tried(32, 5) == (4, [1, 2, 4])
    assert tried(32, 7) == (4, [])
    assert tried(32, 99) == (8, [1, 2, 4, 8, 16, 32])
    assert tried(16, 5) == (8, [])
    runtime.fits[GPU] = 2
    assert tried(64, 99) == (2, [1, 2, 4])
    assert one.notices == []


def test_a_batch_size_that_i_set_is_not_tried(with_gpu, session):
    """Warming up runs batches of the size that I set, or smaller ones if a scene has no more patches, and no others."""
    runtime = FakeRuntime()
    one = session(runtime, "auto", batch_size=3)
    one.warm_up((2, 32, 32), 2)
    assert one.batch_size == 3
    assert runtime.batches == [(GPU, 2)] * 2, "one for each lane"
    for most in (12, 20, 2):
        one.warm_up((2, 32, 32), most)
    assert one.batch_size == 3
    assert runtime.batches[2:] == [(GPU, 3)] * 2


def test_warming_up_reports_a_gpu_without_memory_for_a_patch(with_gpu, session):
    """If the trial shows that the GPU cannot be used, I get a message before the first patch."""
    one = session(FakeRuntime(gpu_fits=0), "auto")
    one.warm_up((2, 32, 32), 12)
    assert one.provider == CPU
    assert "the CPU" in one.notices[-1]


def test_a_cpu_needs_no_warming_up(session):
    """The CPU has no kernels to choose, so no trial is run."""
    runtime = FakeRuntime()
    session(runtime, "cpu").warm_up((2, 32, 32), 12)
    assert runtime.batches == []


def test_a_gpu_gets_the_network_in_16_bits_and_the_cpu_that_follows_the_other(with_gpu, session, network, tmp_path):
    """A GPU reads and writes 16 bits; if it fails, the CPU continues with the 32-bit network."""
    half = tmp_path / "tiny-half.onnx"
    weights = np.array([[1, 0], [0, 1], [1, 1]], np.float16)
    half.write_bytes(tiny_network(weights, np.zeros(3, np.float16)))
    runtime = FakeRuntime()
    one = session(runtime, "cuda", half=half)
    output = infer(one, BATCH)
    assert output.dtype == np.float32
    np.testing.assert_allclose(output, expected(BATCH), atol=0.01)
    assert np.abs(output - expected(BATCH)).max() > 1e-5  # it was not the 32-bit network
    assert "tiny-half" in runtime.sessions[-1][1]
    runtime.fits[GPU] = 0
    np.testing.assert_allclose(infer(one, BATCH[:1]), expected(BATCH[:1]), rtol=1e-6)
    assert "half" not in runtime.sessions[-1][1]


@pytest.mark.parametrize(("device", "opened"), [("cuda", 3), ("cpu", 4)])
def test_each_device_keeps_an_optimised_graph_of_its_own(with_gpu, session, network, device, opened):
    """The second session of a device loads the graph that the first one optimised, and not that of another device."""
    runtime = FakeRuntime()
    session(runtime, device)
    session(runtime, device)
    *_, last = [Path(path) for _, path, _ in runtime.sessions]
    assert last.parent == network.parent / "optimised" / network.stem
    assert last.name.startswith(f"tiny-{device}-")
    assert len(runtime.sessions) == opened  # to optimise (on the CPU in two steps), to run, to run again


def test_engines_are_built_below_the_networks(monkeypatch, session, network):
    """TensorRT stores its engines beside the networks, not in the current folder of QGIS."""
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: ["TensorrtExecutionProvider", CPU])
    seen = []

    def create(path, sess_options, providers):
        seen.append(providers[0])
        return InferenceSession(path, sess_options=sess_options, providers=[CPU])

    session(create, "tensorrt")
    provider, options = seen[0]
    assert provider == "TensorrtExecutionProvider"
    engines = network.parent / "optimised" / network.stem
    assert options["trt_engine_cache_path"] == str(engines)
    assert engines.is_dir()
