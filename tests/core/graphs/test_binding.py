"""Weights are bound to a graph only if they are all there, known, and of its shapes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import numpy_helper

from ....core.errors import ModelDamagedError, ModelError
from ....core.graphs.binding import bind
from ....core.graphs.template import load_template
from ....core.weights.weights import Weights
from ...refusals import refused
from ..published import WEIGHTS, graph

PATH = Path("weights.safetensors")


def bound(tensors: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Bind tensors to the tiny graph, and read those of the network by name."""
    data = bind(load_template("tiny"), Weights(PATH, "safetensors", tensors))
    return {one.name: numpy_helper.to_array(one) for one in onnx.load_model_from_string(data).graph.initializer}


@pytest.fixture(autouse=True)
def _tiny(publish):
    publish([graph("tiny")], [])


@pytest.mark.parametrize("prefix", ["", "model.", "module."])
def test_weights_keep_their_names_and_numbers(prefix):
    """The names of Lightning and of several GPUs are accepted; counters that the graph does not use are left out."""
    counter = {f"{prefix}head.num_batches_tracked": np.array(7)}
    tensors = bound({**{f"{prefix}{name}": values for name, values in WEIGHTS.items()}, **counter})
    assert set(tensors) == {*WEIGHTS, "factor"}
    for name, values in WEIGHTS.items():
        assert tensors[name].dtype == np.float32
        assert np.array_equal(tensors[name], values)


def test_other_floats_become_32_bits():
    """Numbers of 64 bits are rounded; those of 16 bits keep their value."""
    tensors = bound(
        {"head.weight": WEIGHTS["head.weight"].astype(np.float64) / 3, "head.bias": np.array([0, -5, 2.5], np.float16)}
    )
    assert np.array_equal(tensors["head.weight"], (WEIGHTS["head.weight"].astype(np.float64) / 3).astype(np.float32))
    assert np.array_equal(tensors["head.bias"], WEIGHTS["head.bias"])


def test_tensors_are_transposed_as_the_template_says(publish):
    """Keras stores (height, width, inputs, outputs), the graph needs (outputs, inputs, height, width)."""
    order = {"head.weight": {"shape": [1, 1, 2, 3], "transpose": [3, 2, 0, 1]}, "head.bias": [3]}
    publish([graph("tiny", tensors=order)], [])
    stored = WEIGHTS["head.weight"].transpose(2, 3, 1, 0)
    tensors = bound({**WEIGHTS, "head.weight": stored})
    assert np.array_equal(tensors["head.weight"], WEIGHTS["head.weight"])


def test_weights_that_do_not_fit_are_refused_with_the_difference():
    """The error counts what is missing, unknown or of another shape, and names the first two."""
    others = {name: np.zeros(1, np.float32) for name in ("other\n", "other1", "other2")}
    with refused(ModelError, path=PATH, graph="tiny") as caught:
        bound({"head.weight": np.zeros((3, 4, 1, 1), np.float32), **others})
    difference = str(caught.value.values["difference"])
    for part in (
        "of 2 tensors",
        "1 missing (head.bias)",
        "3 unknown ('other\\n', other1, …)",
        "[3, 4, 1, 1]",
        "[3, 2, 1, 1]",
    ):
        assert part in difference, difference


@pytest.mark.parametrize("dtype", [np.int64, np.int8, np.uint8, np.bool_])
def test_weights_that_are_no_floats_are_refused(dtype):
    """Whole numbers are quantised weights, or others: as floats they would make another network."""
    with refused(ModelError, path=PATH, graph="tiny") as caught:
        bound({**WEIGHTS, "head.bias": np.zeros(3, dtype)})
    assert f"1 of another type (head.bias: {np.dtype(dtype)})" in str(caught.value.values["difference"])


def test_one_tensor_under_two_names_is_not_guessed():
    """If a file holds a network twice, none of the two is chosen."""
    twice = {**WEIGHTS, **{f"model.{name}": values for name, values in WEIGHTS.items()}}
    with refused(ModelError, path=PATH, graph="tiny"):
        bound(twice)


@pytest.mark.parametrize("value", [np.nan, np.inf, 1e300])
def test_weights_that_are_not_finite_are_refused(value):
    """NaN, infinity, and numbers that 32 bits cannot hold are an error that names the tensor."""
    with refused(ModelDamagedError, path=PATH, tensor="head.bias"):
        bound({**WEIGHTS, "head.bias": np.array([0, value, 0])})
