"""A network whose convolutions are computed before an upsampling returns what it returned before."""

from __future__ import annotations

import logging
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from ....core.cards.card import load_cards, models_dir
from ....core.inference.loading import Network
from ....core.runtime import upsampling
from ....core.runtime.devices import CPU
from ....core.runtime.package import import_runtime
from ....core.runtime.upsampling import without_upsampling

RNG = np.random.default_rng(7)
LOW, SKIP, OUT = 5, 3, 4
"""Channels before the upsampling, of the encoder, and of the output."""
NEAREST = {"mode": "nearest", "coordinate_transformation_mode": "asymmetric", "nearest_mode": "floor"}
DECODER = ["up", "skip"]
"""Inputs of the concatenation."""


def decoder(
    inputs: list[str], *, kernel: int = 3, bias: bool = True, scale: float = 2, reused: bool = False, **resize: str
) -> bytes:
    """Make the end of a U-Net: convolutions of 1 x 1, one of them upsampled, then one convolution of both.

    Args:
        inputs: Order of the concatenated values; one value is not concatenated.
        kernel: Height and width of the last convolution's kernels.
        bias: Give it a bias.
        scale: Factor of the upsampling.
        reused: Return the upsampled channels too.
        resize: Attributes of the upsampling.
    """
    channels = {"up": LOW, "skip": SKIP}
    weights = {
        "to_low": RNG.normal(size=(LOW, 2, 1, 1)),
        "to_skip": RNG.normal(size=(SKIP, 2, 1, 1)),
        "kernels": RNG.normal(size=(OUT, sum(channels[name] for name in inputs), kernel, kernel)),
        "scales": np.array([1, 1, scale, scale]),
        **({"bias": RNG.normal(size=OUT)} if bias else {}),
    }
    whole = "both" if len(inputs) > 1 else inputs[0]
    nodes = [
        helper.make_node("MaxPool", ["x"], ["pooled"], kernel_shape=[2, 2], strides=[2, 2]),
        helper.make_node("Conv", ["pooled", "to_low"], ["wide"]),
        helper.make_node("Relu", ["wide"], ["low"]),
        helper.make_node("Conv", ["x", "to_skip"], ["skip"]),
        helper.make_node("Resize", ["low", "", "scales"], ["up"], **{**NEAREST, **resize}),
        *([helper.make_node("Concat", inputs, ["both"], axis=1)] if len(inputs) > 1 else []),
        helper.make_node(
            "Conv",
            [whole, "kernels", *(["bias"] if bias else [])],
            ["y"],
            name="last",
            kernel_shape=[kernel] * 2,
            pads=[kernel // 2] * 4,
            strides=[1, 1],
            dilations=[1, 1],
            group=1,
        ),
    ]
    x = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 2, "h", "w"])
    sides: dict[str, list[str | int | None]] = {"y": ["n", OUT, "high", "wide"], "up": ["n", LOW, "high", "wide"]}
    names = ["y", "up"] if reused else ["y"]
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, sides[name]) for name in names]
    constants = [numpy_helper.from_array(value.astype(np.float32), name) for name, value in weights.items()]
    graph = helper.make_graph(nodes, "decoder", [x], outputs, constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    return bytes(model.SerializeToString())


def run(network: bytes) -> np.ndarray:
    """Infer an image of noise on the CPU."""
    session = import_runtime().InferenceSession(network, providers=["CPUExecutionProvider"])
    image = np.random.default_rng(1).normal(size=(2, 2, 24, 40)).astype(np.float32)
    return np.asarray(session.run(None, {"x": image})[0])


def operators(network: bytes) -> list[str]:
    """List the operators of a network."""
    return [node.op_type for node in onnx.load_model_from_string(network).graph.node]


@pytest.mark.parametrize("inputs", [DECODER, DECODER[::-1], ["up"]])
@pytest.mark.parametrize("bias", [True, False])
def test_the_output_stays_and_nothing_is_upsampled(inputs, bias):
    """Whatever the order of the channels: the same numbers up to rounding, also at the edges of the image."""
    network = decoder(inputs, bias=bias)
    lean = without_upsampling(network)
    assert lean
    onnx.checker.check_model(onnx.load_model_from_string(lean), full_check=True)
    assert not {"Resize"} & set(operators(lean))
    assert operators(lean).count("Conv") == operators(network).count("Conv") + 3 + (len(inputs) > 1)
    np.testing.assert_allclose(run(lean), run(network), atol=1e-5)


def test_what_is_no_longer_used_leaves_the_file():
    """Its old kernels and scales are gone, and all else stays as it was."""
    before = onnx.load_model_from_string(decoder(DECODER))
    after = onnx.load_model_from_string(without_upsampling(before.SerializeToString()) or b"")
    names = {one.name for one in after.graph.initializer}
    assert not {"kernels", "scales"} & names
    assert {"to_low", "to_skip", "bias"} <= names
    assert list(after.graph.node)[:4] == list(before.graph.node)[:4]
    assert (after.graph.input, after.graph.output) == (before.graph.input, before.graph.output)


@pytest.mark.parametrize(
    "network",
    [
        decoder(["skip"]),
        decoder(["up"], kernel=1),
        decoder(["up"], kernel=5),
        decoder(["up"], scale=4),
        decoder(["up"], mode="linear"),
        decoder(["up"], coordinate_transformation_mode="half_pixel", nearest_mode="round_prefer_floor"),
        decoder(["up", "up"]),
    ],
)
def test_other_networks_stay_as_they_are(network):
    """Other kernels, factors and ways of upsampling, and channels that are used twice."""
    assert without_upsampling(network) is None


def test_channels_that_are_needed_elsewhere_are_still_upsampled():
    """An output of the network cannot be left out."""
    assert without_upsampling(decoder(DECODER, reused=True)) is None


def test_constants_that_a_caller_may_replace_stay():
    """In older files all constants are inputs too: the network still needs the image alone, and gives the same."""
    before = onnx.load_model_from_string(decoder(DECODER))
    shapes = [helper.make_tensor_value_info(one.name, one.data_type, one.dims) for one in before.graph.initializer]
    before.graph.input.extend(shapes)
    network = before.SerializeToString()
    assert without_upsampling(network) is None


def test_a_network_with_a_branch_stays_as_it_is(tmp_path):
    """A branch may use any value; I get its output."""
    model = onnx.load_model_from_string(decoder(DECODER))
    graph = model.graph
    graph.initializer.append(numpy_helper.from_array(np.array(10, np.float32), "offset"))
    graph.initializer.append(numpy_helper.from_array(np.array(0, np.float32), "zero"))
    output = helper.make_tensor_value_info("z", TensorProto.FLOAT, ["n", OUT, "high", "wide"])
    branches = {
        name: helper.make_graph([helper.make_node("Add", ["y", offset], [f"z_{name}"])], name, [], [])
        for name, offset in (("then_branch", "offset"), ("else_branch", "zero"))
    }
    for name, branch in branches.items():
        branch.output.append(helper.make_tensor_value_info(f"z_{name}", TensorProto.FLOAT, ["n", OUT, "high", "wide"]))
    nodes = [
        helper.make_node("ReduceSum", ["y"], ["sum"], keepdims=0),
        helper.make_node("Greater", ["sum", "zero"], ["positive"]),
        helper.make_node("If", ["positive"], ["z"], **branches),
    ]
    graph.node.extend(nodes)
    graph.output[0].CopyFrom(output)
    assert without_upsampling(model.SerializeToString()) is None
    file = tmp_path / "network.onnx"
    file.write_bytes(model.SerializeToString())
    image = np.random.default_rng(1).normal(size=(2, 2, 24, 40)).astype(np.float32)
    got = Network(file).open(CPU, 1).run(None, {"x": image})[0]
    np.testing.assert_allclose(got, run(model.SerializeToString()), atol=1e-5)


@pytest.mark.parametrize("torn", [b"torn", decoder(DECODER)[:-60]])
def test_a_damaged_file_is_refused(torn):
    """Its last field has no end."""
    with pytest.raises((ValueError, LookupError)):
        without_upsampling(torn)


@pytest.mark.parametrize("model", ["ukis-6b-l1c", "ukis-4b-l2a"])
def test_real_networks_run_without_upsampling(model, tmp_path, labelled_cumulus):
    """A session on the CPU computes all five upsamplings of a default network on fewer pixels, with the same labels."""
    card = load_cards()[model]
    file = tmp_path / "network.onnx"
    file.write_bytes((models_dir() / card.networks[0].file).read_bytes())
    session = Network(file).open(CPU, 1)
    (stored,) = tmp_path.glob("optimised/network/*.onnx")
    found = operators(stored.read_bytes())
    assert found.count("DepthToSpace") == 5
    assert not {"Resize", "Upsample"} & set(found)
    image = labelled_cumulus[0][:384, :384, : len(card.bands)].transpose(2, 0, 1)[None]
    name = session.get_inputs()[0].name
    plain = import_runtime().InferenceSession(str(file), providers=[CPU.provider])
    (expected,), (got,) = (one.run(None, {name: image.astype(np.float32)}) for one in (plain, session))
    np.testing.assert_allclose(got, expected, atol=1e-4)
    np.testing.assert_array_equal(got.argmax(axis=1), expected.argmax(axis=1))


@pytest.mark.parametrize("wrong", [ValueError("no such attribute"), b"no network", OSError("no space left")])
def test_a_network_that_cannot_be_changed_runs_as_it_is(tmp_path, monkeypatch, caplog, wrong):
    """I get its output, whether the change fails or ONNX Runtime refuses its result; the log says why it is slower."""
    file: Path = tmp_path / "network.onnx"
    file.write_bytes(decoder(DECODER))

    def change(_network: bytes) -> bytes:
        if isinstance(wrong, Exception):
            raise wrong
        return wrong

    monkeypatch.setattr(upsampling, "without_upsampling", change)
    with caplog.at_level(logging.INFO):
        session = Network(file).open(CPU, 1)
    image = np.random.default_rng(1).normal(size=(2, 2, 24, 40)).astype(np.float32)
    np.testing.assert_allclose(session.run(None, {"x": image})[0], run(file.read_bytes()), atol=1e-5)
    assert "was not stored" in caplog.text


def test_where_nothing_can_be_stored_the_network_is_opened_once(tmp_path, monkeypatch):
    """In a folder that cannot be written to, nothing is changed for each scene anew."""
    file = tmp_path / "network.onnx"
    file.write_bytes(decoder(DECODER))
    (tmp_path / "optimised").write_text("a file in the place of the folder")
    opened = []
    create = import_runtime().InferenceSession

    def count(source: object, **options: object) -> object:
        opened.append(source)
        return create(source, **options)

    monkeypatch.setattr(import_runtime(), "InferenceSession", count)
    Network(file).open(CPU, 1)
    assert opened == [str(file)]
