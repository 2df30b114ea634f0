"""Graph templates are the plugin's own files; a wrong one is found before a network is built from it."""

from __future__ import annotations

import json

import numpy as np
import pytest

from ....core.cards.card import built_in_cards
from ....core.errors import ModelDamagedError
from ....core.graphs.template import Stored, load_template, template_path
from ....core.onnx_format import Node
from ...refusals import refused
from ..published import graph


def test_a_template_is_read(publish):
    """Tensors, constants, attributes and nodes have the types that the graph needs."""
    fields = graph("tiny", factor=2.5)
    fields["tensors"]["head.bias"] = {"shape": [3], "transpose": [0]}
    fields["nodes"][0][3].update(alpha={"float": 0.5}, mode="linear", value={"tensor": ["int64", [2], [1, -1]]})
    publish([fields], [])
    template = load_template("tiny")
    assert (template.name, template.opset, template.ir, template.bands, template.classes) == ("tiny", 17, 8, 2, 3)
    assert template.tensors == {"head.weight": Stored((3, 2, 1, 1)), "head.bias": Stored((3,), (0,))}
    assert template.unused == {"head.num_batches_tracked"}
    factor = template.constants["factor"]
    assert (factor.dtype.name, factor.shape, float(factor)) == ("float32", (), 2.5)
    convolution, product = template.nodes
    assert product == Node("Mul", ("v1", "factor"), ("output",), {})
    attributes = convolution.attributes
    assert (attributes["kernel_shape"], attributes["group"], attributes["mode"]) == ([1, 1], 1, "linear")
    assert isinstance(attributes["alpha"], np.float32)
    assert attributes["value"].tolist() == [1, -1]


def test_a_changed_template_is_read_again(publish):
    """After an update of the plugin the new template counts, without a restart."""
    publish([graph("tiny")], [])
    before = load_template("tiny")
    assert load_template("tiny") is before
    publish([graph("tiny", factor=123.5)], [])
    assert float(load_template("tiny").constants["factor"]) == 123.5


@pytest.mark.parametrize(
    "wrong",
    [
        {"head": {"format": 2, "name": "tiny", "opset": 17, "ir": 8, "bands": 2, "classes": 3}},
        {"head": {"format": 1, "name": "other", "opset": 17, "ir": 8, "bands": 2, "classes": 3}},
        {"head": {}},
        {"tensors": {"head.weight": [3, 2, 1, 1]}},
        {"tensors": {**graph("tiny")["tensors"], "idle": [3]}},
        {"tensors": {**graph("tiny")["tensors"], "head.bias": {"shape": [3], "transpose": [1]}}},
        {"constants": {"factor": ["float32", [2], [1.0]]}},
        {"constants": {"factor": ["complex64", [], [1.0]]}},
        {"constants": {"factor": ["float32", [65], [1.0] * 65]}},
        {"constants": {"factor": ["float32", [], [1.0]], "head.bias": ["float32", [], [1.0]]}},
        {"nodes": []},
        {"nodes": [["Mul", ["v1", "factor"], ["output"], {}], *graph("tiny")["nodes"]]},
        {"nodes": [*graph("tiny")["nodes"], ["Relu", ["v1"], ["output"], {}]]},
        {"nodes": [["Conv", ["input", "head.weight", "head.bias"], ["output"], {"pads": [1.5]}]]},
        {"nodes": [["Conv", ["input", "head.weight", "head.bias"], ["output"], {"pads": None}]]},
        {"nodes": "Conv"},
    ],
)
def test_a_wrong_template_is_refused(publish, wrong):
    """No network is built from a template that is damaged, or of another version of the plugin."""
    publish([], [])
    path = template_path("tiny")
    path.write_text(json.dumps(graph("tiny") | wrong), encoding="utf-8")
    with refused(ModelDamagedError, path=path):
        load_template("tiny")


@pytest.mark.parametrize("text", ["", "[]", "null", '{"head": 1}', "[" * 100_000])
def test_a_file_that_is_no_template_is_refused(publish, text):
    """A template of which a part is missing is an error that names the file."""
    publish([], [])
    template_path("tiny").write_text(text, encoding="utf-8")
    with refused(ModelDamagedError, path=template_path("tiny")):
        load_template("tiny")


def test_a_missing_template_is_refused(publish):
    """An incomplete installation is an error that names the missing file."""
    publish([], [])
    with refused(ModelDamagedError, path=template_path("gone"), reason="No such file or directory"):
        load_template("gone")


def graphs_of_cards() -> list[str]:
    """The names of the templates of all built-in cards."""
    networks = [network for card in built_in_cards().values() for network in card.networks if network.weights]
    return list(dict.fromkeys(name for network in networks if network.weights for name in network.weights.graphs))


@pytest.mark.parametrize("name", graphs_of_cards())
def test_every_published_network_has_a_template(name):
    """The graph of each card can be read, and has the bands and classes of the card."""
    template = load_template(name)
    for card in built_in_cards().values():
        for network in card.networks:
            if network.weights and name in network.weights.graphs:
                assert (template.bands, template.classes) == (len(card.bands), len(card.classes)), card.id
