"""A network with its recipe before and after it returns what the processor would have made of its output."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from ....core.cards.card import load_cards, models_dir
from ....core.cards.choice import choose_card
from ....core.inference.prepared import COUNTS, FIELDS, HAS_DATA, OFFSET, SCALE, prepared
from ....core.inference.recipe import Patches, Recipe
from ....core.runtime.package import import_runtime
from ..conftest import tiny_network

RNG = np.random.default_rng(4)
WEIGHTS = np.array([[2.0, 0.0], [0.0, 3.0], [1.0, 1.0]], np.float32)
FIXED = Recipe((0.2, 0.3), (0.5, 0.25), softmax=True, classes=3)
STANDARDISED = Recipe(per_patch=True, classes=3)


def run(network: bytes, recipe: Recipe, patches: Patches) -> np.ndarray:
    """Run a network with its recipe on the CPU."""
    session = import_runtime().InferenceSession(prepared(network, recipe), providers=["CPUExecutionProvider"])
    inputs: dict[str, Any] = {COUNTS: np.stack(patches.counts).astype(recipe.counts)}
    if recipe.per_patch:
        inputs[HAS_DATA] = np.stack(patches.has_data)[:, None]
    else:
        inputs[SCALE], inputs[OFFSET] = recipe.scale_and_offset(patches.quantification)
    assert [one.name for one in session.get_inputs()] == list(inputs)
    (output,) = session.run([FIELDS], inputs)
    assert output.dtype == np.float16
    return np.asarray(output)


def plain(network: bytes, recipe: Recipe, patches: Patches) -> np.ndarray:
    """Normalise and activate in numpy around the network alone."""
    session = import_runtime().InferenceSession(network, providers=["CPUExecutionProvider"])
    (output,) = session.run(None, {session.get_inputs()[0].name: recipe.normalised(patches)})
    return recipe.activated(output)


def some_patches(dtype: Any = np.int16) -> Patches:
    """Make three patches, with pixels without data at their left and a dark pixel in one band."""
    counts = RNG.integers(1, 9000, (3, 2, 24, 40)).astype(dtype)
    counts[0, 1, 5, 30] = 0
    has_data = np.ones((3, 24, 40), np.bool_)
    has_data[:2, :, :9] = False
    return Patches(list(counts), list(has_data), 10_000.0)


@pytest.mark.parametrize("recipe", [FIXED, Recipe(FIXED.mean, FIXED.std, classes=3), STANDARDISED])
def test_the_output_is_that_of_numpy_in_16_bits(recipe):
    """Counts go in as they are; the output is rounded to 16 bits."""
    network = tiny_network(WEIGHTS, np.array([0, 0, 0.5], np.float32))
    patches = some_patches()
    expected = plain(network, recipe, patches)
    np.testing.assert_allclose(run(network, recipe, patches), expected, rtol=1e-3, atol=1e-4)


def test_fixed_normalisation_is_that_of_numpy_bit_by_bit():
    """The same numbers in the same order: a network that returns its input returns the same 16 bits."""
    network = tiny_network(np.eye(2, dtype=np.float32), np.zeros(2, np.float32))
    recipe = Recipe((0.275523, 0.255664), (0.24488, 0.227575), classes=2)
    patches = some_patches()
    expected = recipe.normalised(patches).astype(np.float16)
    np.testing.assert_array_equal(run(network, recipe, patches), expected)


def test_a_network_in_16_bits_gets_16_bits():
    """The normalisation is computed in 32 bits, and cast for the network."""
    network = tiny_network(WEIGHTS.astype(np.float16), np.zeros(3, np.float16))
    patches = some_patches()
    wide = tiny_network(WEIGHTS, np.zeros(3, np.float32))
    np.testing.assert_allclose(run(network, FIXED, patches), plain(wide, FIXED, patches), atol=5e-3)


@pytest.mark.parametrize("offset", [0, 20_000])
def test_rasters_of_any_sensor_are_standardised_in_32_bits(offset):
    """Their values are real numbers of any range; an offset has no effect."""
    recipe = Recipe(per_patch=True, classes=2, counts="float32")
    network = tiny_network(np.eye(2, dtype=np.float32), np.zeros(2, np.float32))
    patches = some_patches(np.float32)
    moved = Patches([np.where(one > 0, one + offset, 0) for one in patches.counts], patches.has_data, 1.0)
    np.testing.assert_allclose(run(network, recipe, moved), recipe.normalised(patches), rtol=2e-3, atol=2e-3)


def test_a_patch_without_data_is_zeros():
    """No number is divided by zero."""
    nothing = Patches([np.zeros((2, 8, 8), np.int16)], [np.zeros((8, 8), np.bool_)], 10_000.0)
    network = tiny_network(np.eye(2, dtype=np.float32), np.zeros(2, np.float32))
    assert not run(network, Recipe(per_patch=True, classes=2), nothing).any()


def test_the_checker_of_onnx_accepts_it_and_all_else_stays():
    """Only inputs, output and the nodes around the network are new."""
    network = tiny_network(WEIGHTS, np.zeros(3, np.float32))
    before, after = onnx.load_model_from_string(network), onnx.load_model_from_string(prepared(network, FIXED))
    onnx.checker.check_model(after, full_check=True)
    assert after.opset_import == before.opset_import
    assert after.ir_version == before.ir_version
    count = len(before.graph.node)
    first = next(n for n, node in enumerate(after.graph.node) if node == before.graph.node[0])
    assert list(after.graph.node)[first : first + count] == list(before.graph.node)
    assert list(after.graph.initializer)[: len(before.graph.initializer)] == list(before.graph.initializer)
    assert prepared(network, FIXED) == prepared(network, FIXED)


def older(opset: int) -> bytes:
    """Make a network whose operators are of this version."""
    nodes = [helper.make_node("Relu", ["x"], ["y"])]
    x, y = (helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", 2, "h", "w"]) for name in "xy")
    opsets = [helper.make_opsetid("ai.onnx.ml", 3), helper.make_opsetid("", opset)]
    model = helper.make_model(helper.make_graph(nodes, "old", [x], [y]), opset_imports=opsets, ir_version=6)
    data: bytes = model.SerializeToString()
    return data


@pytest.mark.parametrize("network", [older(11), b"", b"torn", tiny_network(WEIGHTS, np.zeros(3, np.float32))[:-60]])
def test_a_network_that_cannot_have_its_recipe_is_refused(network):
    """Operators of old versions have other inputs, and a damaged file has no end."""
    with pytest.raises((ValueError, LookupError)):
        prepared(network, FIXED)
    assert prepared(older(13), FIXED)


LEAST_EQUAL = 0.9999


@pytest.mark.parametrize("model", ["ukis-6b-l1c", "ukis-4b-l1c"])
def test_real_networks_give_the_same_labels(model, labelled_cumulus):
    """16 bits of probability change fewer than 1 in 10,000 labels of a real scene of cumulus."""
    card = load_cards()[model]
    image = labelled_cumulus[0][:384, :384, : len(card.bands)]
    patches = Patches.whole(np.rint(image * 10_000).astype(np.int16).transpose(2, 0, 1)[None], 10_000.0)
    recipe = Recipe.of(card)
    network = (models_dir() / card.networks[0].file).read_bytes()
    expected = plain(network, recipe, patches)[0]
    found = run(network, recipe, patches)[0].astype(np.float32)
    np.testing.assert_allclose(found, expected, atol=6e-4)
    assert (found.argmax(axis=0) == expected.argmax(axis=0)).mean() >= LEAST_EQUAL


def test_trees_keep_their_names():
    """The network of decision trees already has an input called counts."""
    card = choose_card("L1C", 60, "s2cloudless")
    recipe = Recipe.of(card)
    network = (models_dir() / card.networks[0].file).read_bytes()
    counts = RNG.integers(0, 9000, (len(card.bands), 1, 300)).astype(np.int16)
    patches = Patches.whole(counts[None], 10_000.0)
    np.testing.assert_allclose(run(network, recipe, patches), plain(network, recipe, patches), atol=6e-4)
