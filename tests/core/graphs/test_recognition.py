"""A file of weights says by its tensors which network it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ....core.errors import ModelError
from ....core.graphs.recognition import recognise
from ....core.graphs.template import Template
from ....core.weights.weights import Module, Weights
from ...refusals import refused
from ..published import WEIGHTS, graph

PATH = Path("weights.pkl")
LAYERS: dict[str, list[Any]] = {
    "": ["DynamicUnet", {}],
    "head": ["Conv2d", {"stride": [1, 1], "groups": 1}],
    "drop": ["Dropout", {"p": 0.1}],
    "act": ["ReLU", {}],
}
RELU, MISH = LAYERS, {**LAYERS, "act": ["Mish", {}]}


def found(tensors: Mapping[str, np.ndarray], *names: str, layers: Mapping[str, list[Any]] | None = None) -> Template:
    """Recognise tensors, and layers as in a template."""
    modules = {
        name: Module(kind, {key: tuple(value) if isinstance(value, list) else value for key, value in options.items()})
        for name, (kind, options) in (layers or {}).items()
    }
    return recognise(Weights(PATH, "module", tensors, modules), names, "Choose another file.")


def wide(bands: int) -> dict[str, object]:
    """The shapes of a graph with some bands."""
    return {"head.weight": [3, bands, 1, 1], "head.bias": [3]}


def test_shapes_tell_networks_of_the_same_names_apart(publish):
    """Networks for 2 and for 4 bands differ in the shape of the first layer."""
    publish([graph("two"), graph("four", tensors=wide(4))], [])
    four = {**WEIGHTS, "head.weight": np.zeros((3, 4, 1, 1), np.float32)}
    assert found(WEIGHTS, "four", "two").name == "two"
    assert found(four, "four", "two").name == "four"


def test_a_foreign_file_is_refused_with_the_closest_network(publish):
    """The error says which network is the closest and how it differs, and what to choose instead."""
    publish(
        [graph("two"), graph("other", tensors={"x": [1], "y": [1]}, nodes=[["Add", ["x", "y"], ["output"], {}]])], []
    )
    with refused(ModelError, path=PATH, graph="two", remedy="Choose another file.") as caught:
        found({"head.weight": WEIGHTS["head.weight"], "tail": np.zeros(1)}, "other", "two")
    difference = str(caught.value.values["difference"])
    assert "1 missing (head.bias)" in difference
    assert "1 unknown (tail)" in difference


def test_a_file_without_any_known_tensor_is_refused(publish):
    """The weights of a language model have nothing in common with a cloud mask."""
    publish([graph("two")], [])
    with refused(ModelError, path=PATH, count=2, graph=None, remedy="Choose another file."):
        found({"transformer.wte": np.zeros(3), "transformer.wpe": np.zeros(3)}, "two")


@pytest.mark.parametrize(("layers", "name"), [(RELU, "relu"), (MISH, "mish")])
def test_layers_tell_networks_of_the_same_tensors_apart(publish, layers, name):
    """A whole network shows its activation, which has no tensor."""
    publish([graph("relu", modules=RELU), graph("mish", modules=MISH)], [])
    assert found(WEIGHTS, "relu", "mish", layers=layers).name == name


def test_tensors_alone_do_not_choose_between_networks(publish):
    """A state dictionary of a network that has two variants is refused, because a wrong one masks wrongly."""
    publish([graph("relu", modules=RELU), graph("mish", modules=MISH)], [])
    with refused(ModelError, path=PATH, graphs="relu and mish"):
        found(WEIGHTS, "relu", "mish")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"act": ["GELU", {}]}, ("act", "GELU", "ReLU")),
        ({"head": ["Conv2d", {"stride": [2, 2], "groups": 1}]}, ("head", "stride", "(2, 2)", "[1, 1]")),
        ({"head": ["Conv2d", {"stride": [1, 1]}]}, ("head", "groups")),
        ({"more": ["Sigmoid", {}]}, ("more",)),
    ],
)
def test_a_network_with_another_layer_is_refused(publish, changed, words):
    """The same tensors in another architecture would give another mask; the error names the layer."""
    publish([graph("relu", modules=RELU)], [])
    with refused(ModelError, path=PATH, graph="relu") as caught:
        found(WEIGHTS, "relu", layers={**RELU, **changed})
    assert all(word in str(caught.value.values["difference"]) for word in words)


def test_long_options_are_cut(publish):
    """The error shows no more of a setting than a person reads."""
    publish([graph("relu", modules=RELU)], [])
    with refused(ModelError, path=PATH, graph="relu") as caught:
        found(WEIGHTS, "relu", layers={**RELU, "head": ["Conv2d", {"stride": "1" * 10_000, "groups": 1}]})
    assert len(str(caught.value.values["difference"])) < 100


def test_a_missing_layer_is_refused(publish):
    """A network without its activation is another network."""
    publish([graph("relu", modules=RELU)], [])
    with refused(ModelError, path=PATH, graph="relu") as caught:
        found(WEIGHTS, "relu", layers={name: layer for name, layer in RELU.items() if name != "act"})
    assert "act" in str(caught.value.values["difference"])


def test_layers_without_effect_may_differ(publish):
    """Versions of packages add and omit layers that change nothing once a network is trained."""
    publish([graph("relu", modules=RELU)], [])
    layers = {name: layer for name, layer in RELU.items() if name != "drop"} | {"path": ["Identity", {}]}
    assert found(WEIGHTS, "relu", layers=layers).name == "relu"
