"""A GPU's lanes get counts through buffers that stay; the CPU provider stands in for GPUs that this machine lacks."""

from __future__ import annotations

import contextlib
import ctypes
import itertools
import re
import threading
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from ....core.cards.card import load_cards
from ....core.cards.choice import choose_card
from ....core.errors import NotFiniteError
from ....core.inference import lanes as lanes_module
from ....core.inference import prepared
from ....core.inference import session as session_module
from ....core.inference.lanes import BoundLane, Lane, Pool
from ....core.inference.loading import Network
from ....core.inference.predict import Ensemble, Member
from ....core.inference.recipe import Patches, Recipe
from ....core.inference.session import Session
from ....core.networks.store import locate_network
from ....core.product.strips import Strip
from ....core.raster.patches import PatchPlan, PatchRow
from ....core.runtime import cuda, devices
from ....core.runtime.devices import CPU, Device
from ....core.runtime.package import import_runtime
from ...refusals import refused
from ..conftest import mask, run, tiny_network

RNG = np.random.default_rng(5)
WEIGHTS = np.array([[2.0, 0.0], [0.0, 3.0], [1.0, 1.0]], np.float32)
RECIPE = Recipe((0.2, 0.3), (0.5, 0.25), softmax=True, classes=3)
GPU = Device(
    "gpu", CPU.provider, batches=(1, 2, 4), lanes=2, takes_counts=True, numbered=True, by_cuda=True, keeps_graph=True
)
onnxruntime = import_runtime()
InferenceSession = onnxruntime.InferenceSession


class Opened(SimpleNamespace):
    """A session, of which a test can see that it is closed."""


class Runtime:
    """ONNX Runtime's CPU provider, which pretends to be GPUs and records what they are asked."""

    def __init__(self) -> None:
        self.batches: list[tuple[str, int]] = []
        self.failing: set[str] = set()
        self.broken: set[str] = set()
        self.silent: set[str] = set()
        self.before: Callable[[str], object] = lambda gpu: None

    def __call__(self, source: str | bytes, sess_options: Any, providers: Any) -> Any:
        """Open a session; the option `device_id` is the GPU, without one it is the CPU."""
        gpu = providers[0][1].get("device_id", "cpu")
        if gpu in self.broken:
            raise RuntimeError("out of order")
        real = InferenceSession(source, sess_options=sess_options, providers=[CPU.provider])
        run = real.run_with_iobinding

        def bound(binding: Any) -> None:
            self.batches.append((gpu, threading.get_ident()))
            self.before(gpu)
            if gpu in self.failing:
                raise RuntimeError("an illegal memory access was encountered")
            if gpu in self.silent:
                return
            run(binding)

        return Opened(
            run=real.run,
            io_binding=real.io_binding,
            run_with_iobinding=bound,
            get_inputs=real.get_inputs,
            get_outputs=real.get_outputs,
            get_providers=real.get_providers,
        )


@pytest.fixture
def runtime(monkeypatch) -> Runtime:
    """A runtime with two GPUs, which is not asked for pinned memory."""
    one = Runtime()
    monkeypatch.setattr(onnxruntime, "InferenceSession", one)
    monkeypatch.setattr(devices, "DEVICES", (GPU, CPU))
    monkeypatch.setattr(devices, "gpu_count", lambda: 2)
    monkeypatch.setattr(cuda, "_library", lambda: None)
    return one


@pytest.fixture
def network(tmp_path) -> Path:
    """A network of two bands and three classes."""
    path = tmp_path / "tiny.onnx"
    path.write_bytes(tiny_network(WEIGHTS, np.array([0, 0, 0.5], np.float32)))
    return path


def patches(count: int = 3, edge: int = 32) -> Patches:
    """Make patches of random counts."""
    return Patches.whole(RNG.integers(1, 9000, (count, 2, edge, edge)).astype(np.int16), 10_000.0)


def on_the_cpu(network: Path, given: Patches, recipe: Recipe = RECIPE) -> np.ndarray:
    """Infer without buffers."""
    session = InferenceSession(str(network), providers=[CPU.provider])
    return Lane(session, CPU, recipe).run(given)


def test_counts_go_to_a_gpu_and_probabilities_come_back(runtime, network):
    """The output is that of the processor, rounded to 16 bits, for batches and patches of changing size."""
    session = Session(Network(network, recipe=RECIPE), "gpu")
    assert [type(lane) for lane in session._pool.lanes] == [BoundLane] * 4
    for count, edge in ((3, 32), (1, 32), (2, 64), (4, 32)):
        given = patches(count, edge)
        output = session.run(given)
        assert output.dtype == np.float32
        np.testing.assert_allclose(output, on_the_cpu(network, given), atol=6e-4)
    assert session.notices == []


def test_patches_are_standardised_on_a_gpu(runtime, network):
    """Pixels without data go along, so that they do not count."""
    recipe = Recipe(per_patch=True, classes=3)
    given = patches()
    given.has_data[1][:, :12] = False
    output = Session(Network(network, recipe=recipe), "gpu").run(given)
    np.testing.assert_allclose(output, on_the_cpu(network, given, recipe), rtol=2e-3, atol=2e-3)


def test_a_lane_keeps_its_buffers(runtime, network):
    """Memory is allocated for the largest batch once."""
    lane = Session(Network(network, recipe=RECIPE), "gpu")._pool.lanes[0]
    assert isinstance(lane, BoundLane)
    lane.run(patches(4))
    first = lane._counts._bytes, lane._fields._bytes
    outputs = [lane.run(patches(count)) for count in (1, 4, 2)]
    assert all(kept is before for kept, before in zip((lane._counts._bytes, lane._fields._bytes), first))
    assert not any(np.shares_memory(output, first[1]) for output in outputs)


def test_both_gpus_infer_at_once_and_the_order_stays(runtime, tiny_model, tmp_path):
    """Batches of one scene are shared out to the lanes of two GPUs; the patches come in the order of their plan."""
    card = choose_card("L1C", 20, tiny_model(WEIGHTS, [0, 0, 0.5], bands=["B02", "B03"], mean=[0.2] * 2, std=[0.5] * 2))
    network = Network(tmp_path / "models" / "tiny.onnx", recipe=Recipe.of(card))
    member = Member(card, [Session(network, "gpu")])
    assert member.sessions[0].lanes == 4
    all_lanes = threading.Barrier(4)
    runtime.before = lambda gpu: all_lanes.wait(60)
    lefts = tuple(range(0, 16 * 24, 24))
    plan = PatchPlan(32, 32, 8, (PatchRow(0, lefts),))
    counts = RNG.integers(1, 9000, (2, 32, lefts[-1] + 32)).astype(np.int16)
    strip = Strip(0, counts, np.zeros(counts.shape[1:], np.bool_))
    found = list(member.predict([strip], plan, 10_000.0))
    assert [left for batch, _ in found for left in batch.lefts] == list(lefts)
    assert {gpu for gpu, _ in runtime.batches} == {"0", "1"}
    for batch, fields in found:
        given = Patches.whole(counts[None, :, :, batch.lefts[0] : batch.lefts[0] + 32], 10_000.0)
        np.testing.assert_allclose(fields, on_the_cpu(network.path, given, network.recipe), atol=6e-4)


FAULTS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "classes": lambda fields: fields[:, ::-1],
    "columns": lambda fields: fields[..., ::-1],
    "patches": lambda fields: fields[::-1],
    "constant": lambda fields: np.broadcast_to(fields.mean(axis=(2, 3), keepdims=True), fields.shape),
    "half of it": lambda fields: np.where(np.arange(fields.shape[-1]) < fields.shape[-1] // 2, fields, 1 / 3),
    "invalid": lambda fields: fields * np.nan,
}
"""Values of a faulty GPU, made of the right ones."""


@pytest.fixture
def shipped(runtime, monkeypatch) -> Network:
    """A default network, on two GPUs that are compared with the processor."""
    monkeypatch.setattr(devices, "DEVICES", (replace(GPU, compared=True), CPU))
    monkeypatch.setattr(session_module, "_alike", set())
    card = load_cards()["ukis-4b-l2a"]
    return Network(locate_network(card, card.networks[0]), recipe=Recipe.of(card))


def break_gpus(monkeypatch, fault: str, gpus: set[str]) -> None:
    """Let some GPUs return wrong values."""
    own = BoundLane._run

    def run(lane: BoundLane, given: Patches) -> np.ndarray:
        fields = own(lane, given)
        return FAULTS[fault](fields) if lane.device.label in gpus else fields

    monkeypatch.setattr(BoundLane, "_run", run)


def test_right_gpus_are_kept(shipped, runtime):
    """GPUs that return the processor's values, rounded to 16 bits, mask; a shape that was compared is not again."""
    session = Session(shipped, "gpu", batch_size=2)
    session.warm_up((4, 128, 96), 4)
    assert [lane.device.label for lane in session._pool.lanes] == ["gpu:0", "gpu:1"] * 2
    assert session.notices == []
    assert len(session_module._alike) == 2
    before = len(runtime.batches)
    Session(shipped, "gpu", batch_size=2).warm_up((4, 128, 96), 4)
    again = len(runtime.batches) - before
    assert len(session_module._alike) == 2
    session.warm_up((4, 64, 96), 4)
    assert len(session_module._alike) == 4
    assert again < before


@pytest.mark.parametrize("fault", FAULTS)
def test_gpus_that_compute_something_else_are_left(shipped, monkeypatch, fault):
    """The mask is the processor's, and I get messages that say why."""
    break_gpus(monkeypatch, fault, {"gpu:0", "gpu:1"})
    session = Session(shipped, "gpu", batch_size=2)
    session.warm_up((4, 128, 96), 4)
    assert session.device == CPU
    assert "gpu:0 could not be used" in session.notices[0]
    assert "Continued with the CPU" in session.notices[-1]
    if fault != "invalid":
        assert re.search(r"the values differ from those of the CPU by \d+\.\d %", session.notices[0])
    given = Patches.whole(RNG.integers(1, 9000, (1, 4, 64, 64)).astype(np.int16), 10_000.0)
    np.testing.assert_allclose(session.run(given), on_the_cpu(shipped.path, given, shipped.recipe), atol=1e-5)


def test_the_right_one_of_two_gpus_continues(shipped, monkeypatch):
    """Each GPU is compared."""
    break_gpus(monkeypatch, "columns", {"gpu:1"})
    session = Session(shipped, "gpu", batch_size=2)
    session.warm_up((4, 128, 96), 4)
    assert {lane.device.label for lane in session._pool.lanes} == {"gpu:0"}
    (notice,) = session.notices
    assert "gpu:1 could not be used" in notice
    assert "Continued with gpu:0" in notice


def test_another_shape_is_compared_too(shipped, monkeypatch):
    """A GPU may be right for patches of one shape, and wrong for those of another."""
    session = Session(shipped, "gpu:0", batch_size=1)
    session.warm_up((4, 128, 128), 4)
    break_gpus(monkeypatch, "columns", {"gpu:0"})
    session.warm_up((4, 64, 96), 4)
    assert session.device == CPU


def test_a_scene_of_one_patch_tries_no_more(shipped, monkeypatch):
    """I asked for 4 patches at a time, but the scene has one: no patches are inferred that do not exist."""
    counts, own = set(), BoundLane._run

    def run(lane: BoundLane, given: Patches) -> np.ndarray:
        counts.add(len(given))
        return own(lane, given)

    monkeypatch.setattr(BoundLane, "_run", run)
    Session(shipped, "gpu:0", batch_size=4).warm_up((4, 64, 96), 1)
    assert counts == {1}


def test_a_gpu_that_cannot_be_compared_is_used(shipped, runtime):
    """The processor lacks memory for the comparison: the GPU goes on, and a message says that it was not compared."""
    session = Session(shipped, "gpu:0", batch_size=1)
    runtime.broken.add("cpu")
    session.warm_up((4, 64, 96), 4)
    assert session.device.label == "gpu:0"
    assert "were not compared with those of the CPU (out of order)" in session.notices[0]


def test_a_session_is_closed_in_turn(shipped, monkeypatch):
    """A device that allows one call at a time closes no session while it runs another."""
    monkeypatch.setattr(devices, "DEVICES", (replace(GPU, one_at_a_time=True), CPU))
    closed = threading.Event()
    session = Session(shipped, "gpu:0", batch_size=1)
    (lane,) = {id(lane.session): lane for lane in session._pool.lanes}.values()
    weakref.finalize(lane.session, closed.set)
    device = lane.device
    del lane
    with device.turn():
        closing = threading.Thread(target=session.__dict__.clear)
        closing.start()
        assert not closed.wait(0.3)
    assert closed.wait(30)
    closing.join()


def test_what_a_gpu_does_not_write_is_not_taken_from_the_batch_before(runtime, network):
    """A GPU that fails in silence is left: its buffer holds no values of an earlier batch."""
    session = Session(Network(network, recipe=RECIPE), "gpu:0", batch_size=1)
    session.run(patches())
    runtime.silent.add("0")
    given = patches()
    np.testing.assert_allclose(session.run(given), on_the_cpu(network, given))
    assert session.device == CPU
    assert "NaN" in session.notices[0]


def test_a_gpu_can_be_chosen_by_its_number(runtime, network):
    """`gpu:1` is the second GPU alone."""
    session = Session(Network(network, recipe=RECIPE), "gpu:1")
    session.run(patches())
    assert session.lanes == 2
    assert {gpu for gpu, _ in runtime.batches} == {"1"}


def test_a_gpu_that_fails_is_left_and_the_other_continues(runtime, network, monkeypatch):
    """Its patches are inferred by the other one, which ends its own first, and I get a message.

    The first GPU fails while each lane of the second has filled its buffers; these go on when a batch of the first
    waits for a lane, or is inferred as well.
    """
    given = [patches(1) for _ in range(6)]
    all_lanes, runs, others = threading.Barrier(4), itertools.count(), threading.Event()

    class Watched(SimpleQueue):
        def get(self, block: bool = True, timeout: float | None = None) -> Any:
            with contextlib.suppress(Empty):
                return super().get(block=False)
            others.set()
            return super().get(block, timeout)

    def before(gpu: str) -> None:
        if next(runs) >= 4:
            others.set()
            return
        all_lanes.wait(60)
        if gpu == "1":
            assert others.wait(60)

    monkeypatch.setattr(lanes_module, "SimpleQueue", Watched)
    session = Session(Network(network, recipe=RECIPE), "gpu")
    runtime.before, runtime.failing = before, {"0"}
    with ThreadPoolExecutor(4) as pool:
        outputs = list(pool.map(session.run, given))
    for one, output in zip(given, outputs):
        np.testing.assert_allclose(output, on_the_cpu(network, one), atol=6e-4)
    (notice,) = session.notices
    assert "gpu:0" in notice
    assert "gpu:1" in notice
    assert session.lanes == 2


def test_if_all_gpus_fail_the_processor_continues(runtime, network):
    """The CPU normalises the patches itself; its output has 32 bits."""
    session = Session(Network(network, recipe=RECIPE), "gpu")
    runtime.failing = {"0", "1"}
    given = patches(4)
    np.testing.assert_array_equal(session.run(given), on_the_cpu(network, given))
    assert session.device == CPU
    assert "the CPU" in session.notices[-1]


def test_a_gpu_that_does_not_start_is_left_out(runtime, network):
    """The others are used, and I get a message."""
    runtime.broken = {"1"}
    session = Session(Network(network, recipe=RECIPE), "gpu")
    (notice,) = session.notices
    assert "gpu:1" in notice
    assert session.lanes == 2
    session.run(patches())


def test_an_output_in_16_bits_that_is_not_finite_is_an_error(runtime, network):
    """The CPU infers again when 16 bits are too few, and infinity is an error there."""
    large = Recipe((0.2, 0.3), (1e-6, 1e-6), classes=3)
    session = Session(Network(network, recipe=large), "gpu")
    given = patches(1)
    np.testing.assert_array_equal(session.run(given), on_the_cpu(network, given, large))
    assert session.device == CPU
    network.write_bytes(tiny_network(np.full_like(WEIGHTS, np.inf), np.zeros(3, np.float32)))
    with refused(NotFiniteError, network=network):
        Session(Network(network, recipe=RECIPE), "gpu").run(patches())


def test_a_network_of_old_operators_is_normalised_by_the_processor(runtime, tmp_path):
    """Such a network runs on the GPU, without its recipe."""
    import onnx

    path = tmp_path / "old.onnx"
    model = onnx.load_model_from_string(tiny_network(WEIGHTS, np.array([0, 0, 0.5], np.float32)))
    model.opset_import[0].version = 12
    path.write_bytes(model.SerializeToString())
    session = Session(Network(path, recipe=RECIPE), "gpu")
    assert [type(lane) for lane in session._pool.lanes] == [Lane] * 4
    given = patches()
    np.testing.assert_array_equal(session.run(given), on_the_cpu(path, given))
    assert session.notices == []


def test_the_graph_with_the_recipe_is_stored_for_the_next_run(runtime, network, monkeypatch):
    """The second GPU and the second session load it, and prepare nothing; another normalisation has another graph."""
    recipes, prepare = [], prepared.prepared

    def counted(content: bytes, recipe: Recipe) -> bytes:
        recipes.append(recipe)
        return prepare(content, recipe)

    monkeypatch.setattr(prepared, "prepared", counted)
    stored = network.parent / "optimised" / network.stem
    for _run in range(2):
        Session(Network(network, recipe=RECIPE), "gpu")
        (graph,) = stored.iterdir()
    assert recipes == [RECIPE]
    per_patch = Recipe(per_patch=True, classes=3)
    Session(Network(network, recipe=per_patch), "gpu")
    (other,) = stored.iterdir()
    assert other != graph
    assert recipes == [RECIPE, per_patch]


def test_the_trial_of_batches_uses_the_lanes_of_a_gpu(runtime, network):
    """A batch size of the device's is chosen, and each lane has its kernels."""
    session = Session(Network(network, recipe=RECIPE), "gpu")
    session.warm_up((2, 32, 32), 12)
    assert session.batch_size in GPU.batches
    assert {gpu for gpu, _ in runtime.batches} == {"0", "1"}


def test_a_gpu_that_fails_in_the_trial_is_left_with_a_message(runtime, network):
    """The message is kept, although those about the batches of the trial are not."""
    runtime.failing = {"0"}
    session = Session(Network(network, recipe=RECIPE), "gpu")
    session.warm_up((2, 32, 32), 12)
    (notice,) = session.notices
    assert "gpu:0" in notice
    assert (session.lanes, session.device) == (2, GPU)


def test_ensembles_and_augmentation_run_on_a_gpu(runtime, tiny_model, tmp_path):
    """Models with other bands, and patches that are turned, give what the CPU gives."""
    weights = RNG.normal(size=(3, 2)).astype(np.float32)
    tiny_model(weights, [0] * 3, id="one", bands=["B02", "B03"], mean=[0.1] * 2, std=[0.3] * 2)
    tiny_model(weights[::-1], [0] * 3, id="two", bands=["B03", "B08"], mean=[0.2] * 2, std=[0.2] * 2)
    joint = choose_card("L1C", 20, "one+two")
    counts = RNG.integers(1, 9000, (2, 3, 32, 32)).astype(np.int16)
    results = []
    for device in ("gpu", "cpu"):
        members = []
        for card in joint.members:
            network = Network(tmp_path / "models" / card.networks[0].file, recipe=Recipe.of(card))
            members.append(Member(card, [Session(network, device)], tta_max_depth=3))
        results.append(Ensemble(joint, members).infer(Patches.whole(counts, 10_000.0)))
    np.testing.assert_allclose(results[0], results[1], atol=1e-3)


def test_a_scene_has_the_labels_of_the_processor(runtime, tiny_model, make_product, out):
    """Two GPUs mask a product as the CPU does, but for pixels whose classes are equally likely in 16 bits."""
    model = tiny_model(WEIGHTS, [0, 0, 0.5], bands=["B02", "B03"], mean=[0.2] * 2, std=[0.1] * 2, patch_size=64)
    scene = make_product({band: RNG.uniform(0.05, 0.6, (500, 500)) for band in ("B02", "B03", "B04")})
    masks = [mask(scene, out / device, processing_res=10, model=model, device=device) for device in ("gpu", "cpu")]
    assert (masks[0] == masks[1]).mean() > 0.999
    assert len(np.unique(masks[1])) == 3
    assert {gpu for gpu, _ in runtime.batches} == {"0", "1"}


def test_a_larger_scene_after_a_small_one_gets_larger_batches(runtime, tiny_model, make_product, out, monkeypatch):
    """The rows of the first scene hold two patches, so that only the second one can have batches of four."""
    tried, batches, infer = [], [], Session.run

    def largest(sizes: list[int], seconds: object) -> int:
        tried.append(sizes)
        return max(sizes)

    def counted(session: Session, given: Patches) -> np.ndarray:
        batches.append(len(given))
        return infer(session, given)

    monkeypatch.setattr(session_module, "fastest_batch", largest)
    monkeypatch.setattr(Session, "run", counted)
    model = tiny_model(WEIGHTS, [0, 0, 0.5], bands=["B02", "B03"], patch_size=64)
    bands = dict.fromkeys(("B02", "B03", "B04"), 0.2)
    scenes = [make_product(bands, metres=metres, satellite=name) for metres, name in ((1000, "S2A"), (2500, "S2B"))]
    outcomes = run(scenes, out, model=model, processing_res=10, device="gpu", optimise_scene_order=False)
    assert all(outcome.result for outcome in outcomes)
    assert tried == [[1, 2], [1, 2, 4]]
    assert max(batches) == 4


class CudaRuntime:
    """CUDA's runtime library with ordinary memory."""

    def __init__(self, gpus: int = 3, error: int = 0) -> None:
        self.gpus, self.error = gpus, error
        self.held: dict[int, Any] = {}
        self.chosen: list[int] = []

    def cudaGetDeviceCount(self, count: Any) -> int:
        """Write the number of GPUs."""
        count._obj.value = self.gpus
        return self.error

    def cudaSetDevice(self, gpu: int) -> int:
        """Choose a GPU."""
        self.chosen.append(gpu)
        return self.error

    def cudaHostAlloc(self, address: Any, size: Any, flags: int) -> int:
        """Allocate."""
        assert flags == 1
        memory = (ctypes.c_uint8 * size.value)()
        address._obj.value = ctypes.addressof(memory)
        self.held[ctypes.addressof(memory)] = memory
        return self.error

    def cudaFreeHost(self, address: Any) -> int:
        """Free."""
        del self.held[address.value]
        return 0


@pytest.fixture
def with_cuda(monkeypatch) -> Callable[..., CudaRuntime]:
    """Pretend that CUDA's runtime library is installed."""

    def make(**options: Any) -> CudaRuntime:
        library = CudaRuntime(**options)
        monkeypatch.setattr(cuda, "_library", lambda: library)
        return library

    return make


def test_buffers_are_pinned_and_given_back(with_cuda):
    """A lane of the third GPU asks its driver for memory, and frees it when it has grown and when it is gone."""
    library = with_cuda()
    buffer = lanes_module._Buffer(GPU.on(2))
    counts = buffer.array((2, 3, 4), "int16")
    counts[:] = np.arange(24).reshape(2, 3, 4)
    assert library.chosen == [2]
    assert [len(memory) for memory in library.held.values()] == [48]
    assert buffer.array((3,), "int16").tolist() == [0, 1, 2]
    buffer.array((100,), "int16")
    assert sorted(len(memory) for memory in library.held.values()) == [48, 200]
    del counts
    assert [len(memory) for memory in library.held.values()] == [200]
    del buffer
    assert library.held == {}


@pytest.mark.parametrize("options", [{"error": 100}, {"gpus": 0}])
def test_without_a_driver_memory_is_ordinary(with_cuda, options):
    """The library may be installed where no GPU is."""
    library = with_cuda(**options)
    assert cuda.gpu_count() == 1
    library.error = 100
    assert lanes_module._Buffer(GPU).array((5,), "uint8").shape == (5,)


def test_gpus_are_counted(with_cuda):
    """All that the process may use; one if the library is missing."""
    with_cuda(gpus=3)
    assert cuda.gpu_count() == 3
    assert [one.label for one in GPU.each_gpu()] == ["gpu:0", "gpu:1", "gpu:2"]
    assert GPU.on(1).each_gpu() == [GPU.on(1)]
    assert CPU.each_gpu() == [CPU]


def test_without_the_library_there_is_one_gpu(monkeypatch):
    """GPUs cannot be counted, and memory is ordinary."""
    monkeypatch.setattr(cuda, "_library", lambda: None)
    assert cuda.gpu_count() == 1
    assert lanes_module._Buffer(GPU).array((5,), "uint8").shape == (5,)


def test_a_lane_that_fails_is_free_again():
    """The next batch gets it."""
    pool = Pool([Lane(SimpleNamespace(get_inputs=lambda: [SimpleNamespace(name="x", type="")]), CPU, RECIPE)])
    for _attempt in range(2):
        with pytest.raises(RuntimeError), pool.free_lane():
            raise RuntimeError
