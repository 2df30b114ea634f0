"""LightGBM decision trees become a network with exactly the probabilities of LightGBM."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ....core.cards.card import load_cards
from ....core.conversion.lightgbm import convert_trees, halfway, parse_forest
from ....core.errors import ModelDamagedError
from ....core.networks.store import locate
from ....core.runtime.package import import_runtime
from ...refusals import refused

STUMPS = [([1], [0.1], [-1], [-2], [-2.0, 0.5])]
TREES = [
    # Band 0 up to 0.25: leaf 0; otherwise band 1 up to 0.1: leaf 1; otherwise leaf 2.
    ([0, 1], [0.25, 0.1], [-1, -2], [1, -3], [-1.0, 0.5, 2.0]),
    *STUMPS,
    ([], [], [], [], [0.25]),
]


def model_text(trees: Any = TREES, **head: Any) -> str:
    """Write a model in LightGBM's text format, with other values in its head."""
    fields = {
        "version": "v2",
        "num_class": 1,
        "num_tree_per_iteration": 1,
        "label_index": 0,
        "max_feature_idx": 1,
        "objective": "binary sigmoid:1",
        "tree_sizes": " ".join(["99"] * len(trees)),
    } | head
    lines = ["tree", *(f"{name}={value}" for name, value in fields.items() if value is not None), ""]
    names = "split_feature", "threshold", "left_child", "right_child", "leaf_value"
    for number, tree in enumerate(trees):
        lines += [f"Tree={number}", f"num_leaves={len(tree[4])}", "num_cat=0"]
        lines += [f"{name}={' '.join(str(value) for value in values)}" for name, values in zip(names, tree)]
        lines += ["decision_type=" + " ".join("2" for _ in tree[0]), "shrinkage=0.1", "", ""]
    return "\n".join([*lines, "end of trees", "", "pandas_categorical:null", ""])


def infer(network: bytes | Path, counts: np.ndarray) -> np.ndarray:
    """Run a network on counts with ONNX Runtime."""
    given = network if isinstance(network, bytes) else str(network)
    session = import_runtime().InferenceSession(given, providers=["CPUExecutionProvider"])
    output: np.ndarray = session.run(None, {session.get_inputs()[0].name: counts.astype(np.float32)})[0]
    return output


def sigmoid(logit: float) -> float:
    """Compute the probability of a logit."""
    return float(1 / (1 + np.exp(-logit)))


def test_the_sum_of_leaves_becomes_a_probability():
    """Computed by hand: each tree gives a leaf, their sum is the logit of cloud; pixels keep their places."""
    counts = np.zeros((2, 2, 2, 3), np.float32)  # image, band, line, column
    counts[1, :, 0, 2] = 2501, 1001
    counts[1, :, 1, 0] = 2501, 1000
    counts[0, :, 1, 1] = 2500, 32000
    output = infer(convert_trees(model_text().encode()), counts)
    expected = np.full((2, 2, 3), sigmoid(-1 - 2 + 0.25))
    expected[1, 0, 2] = sigmoid(2 + 0.5 + 0.25)
    expected[1, 1, 0] = sigmoid(0.5 - 2 + 0.25)
    expected[0, 1, 1] = sigmoid(-1 + 0.5 + 0.25)
    assert output.shape == (2, 2, 2, 3)
    np.testing.assert_allclose(output[:, 1], expected, atol=1e-6)
    np.testing.assert_allclose(output[:, 0], 1 - expected, atol=1e-6)


def test_the_slope_of_the_sigmoid_is_the_models():
    """A model with another sigmoid gives its own probabilities."""
    network = convert_trees(model_text(objective="binary sigmoid:0.5").encode())
    assert infer(network, np.zeros((1, 2, 1, 1)))[0, 1, 0, 0] == pytest.approx(sigmoid(0.5 * -2.75), abs=1e-6)


def test_more_trees_than_one_node_holds_are_all_counted():
    """25 equal trees have 25 times the logit of one."""
    network = convert_trees(model_text([([1], [0.1], [-1], [-2], [-0.05, 0.02])] * 25).encode())
    pixels = np.array([[0, 0], [0, 5000]], np.float32).reshape(1, 2, 1, 2)
    np.testing.assert_allclose(infer(network, pixels)[0, 1, 0], [sigmoid(-1.25), sigmoid(0.5)], atol=1e-6)


def test_every_count_falls_on_the_side_that_lightgbm_puts_it():
    """LightGBM compares count / 10,000 in double precision; each whole count is on that side of each threshold."""
    whole = np.arange(-1500, 32768)
    rng = np.random.default_rng(1)
    near = rng.choice(whole, 60) / 10_000.0
    thresholds = np.concatenate(
        [near, np.nextafter(near, -9), np.nextafter(near, 9), rng.uniform(-0.1, 3, 60), [1e-35, -1e-35, 0.0, 1e300]]
    )
    for threshold, converted in zip(thresholds, halfway(thresholds).astype(np.float32)):
        assert np.array_equal(whole.astype(np.float32) <= converted, whole / 10_000.0 <= threshold), threshold


def test_the_same_model_gives_the_same_bytes():
    """Converting a model twice gives the same file."""
    text = model_text().encode()
    assert convert_trees(text) == convert_trees(text)


TEXT = model_text()


@pytest.mark.parametrize(
    ("text", "field", "shown"),
    [
        (TEXT[: len(TEXT) // 2], "tree_sizes", ""),
        (TEXT.replace("\nend of trees\n", "\n"), "tree_sizes", ""),
        (model_text(STUMPS, tree_sizes="9 9"), "tree_sizes", ""),
        (model_text(objective="regression"), "objective", "regression"),
        (model_text(objective="multiclass num_class:3", num_class=3), "objective", "multiclass num_class:3"),
        (TEXT.replace("label_index=0", "label_index=0\naverage_output"), "average_output", ""),
        (TEXT.replace("decision_type=2 2", "decision_type=2 1"), "decision_type", "categories"),
        (TEXT.replace("num_cat=0", "num_cat=1", 1), "num_cat", "categories"),
        (TEXT.replace("decision_type=2 2", "decision_type=2 10"), "decision_type", "missing values"),
        (TEXT.replace("decision_type=2 2", "decision_type=6 2"), "decision_type", "missing values"),
        (TEXT.replace("shrinkage=0.1", "is_linear=1", 1), "is_linear", ""),
        (TEXT.replace("threshold=0.25 0.1", "threshold=0.25"), "threshold", "2"),
        (TEXT.replace("threshold=0.25 0.1", "threshold=0.25 nan"), "threshold", "2"),
        (TEXT.replace("leaf_value=-1.0", "leaf_value=inf"), "leaf_value", "3"),
        (TEXT.replace("left_child=-1 -2", "left_child=-1 -1"), "left_child", ""),
        (TEXT.replace("split_feature=0 1", "split_feature=0 2"), "split_feature", ""),
        (TEXT.replace("num_leaves=3\n", ""), "num_leaves", ""),
        (TEXT.replace("num_leaves=3\n", "num_leaves=x\n"), "Tree", "'x'"),
        ("<html>Not found</html>", "tree", ""),
        ("\xfftree\n", "ASCII", ""),
    ],
)
def test_a_model_that_cannot_be_converted_is_refused(text, field, shown):
    """Another kind of model, or a truncated one, is an error that names the field, not a wrong network."""
    with refused(ModelDamagedError, field=field) as caught:
        convert_trees(text.encode("latin-1"))
    assert shown in str(caught.value.values["reason"])


RECORDED = {
    (1281, 1024, 612, 421, 226, 218, 56, 14, 101, 60): 0.0005653395036139666,
    (1560, 1245, 703, 598, 378, 471, 164, 73, 321, 263): 0.01225417048823622,
    (1447, 1213, 1568, 1660, 2221, 2772, 265, 28, 3087, 1769): 0.04674385227480111,
    (1301, 980, 545, 1098, 4258, 5015, 365, 26, 1846, 669): 0.08053160362940216,
    (1526, 1164, 1054, 1310, 2016, 2522, 322, 62, 2226, 1214): 0.15008953379946455,
    (1669, 1429, 1119, 1386, 2536, 3104, 495, 61, 2104, 1139): 0.31185301140354127,
    (1923, 1724, 1241, 1158, 1169, 1097, 701, 253, 1102, 878): 0.8497720265724457,
    (3148, 2595, 2684, 2826, 3240, 3929, 1430, 164, 3031, 2109): 0.9876703141963906,
    (4533, 4089, 4120, 4081, 4439, 5394, 1068, 241, 4040, 2606): 0.9976504108485026,
    (4184, 4070, 3777, 3783, 3806, 3877, 2714, 878, 3393, 2716): 0.9998343746074021,
    # On both sides of a threshold of the first band, and far outside the usual range.
    (2213, 1500, 1480, 1500, 3000, 3100, 1000, 12, 2000, 1500): 0.7975706758784016,
    (2214, 1500, 1480, 1500, 3000, 3100, 1000, 12, 2000, 1500): 0.8287816690477762,
    (1,) * 10: 0.0001112410883991542,
    (-300,) * 10: 0.0001112410883991542,
    (28000,) * 10: 0.9999669691370612,
}
"""Reflectance x 10,000 of pixels of the package's test image and others, and their probability in s2cloudless 1.7.3."""


def test_the_real_trees_give_the_probabilities_of_the_package():
    """Water, land, haze and cloud, and both sides of a threshold, as s2cloudless computes them with LightGBM."""
    (network,) = locate(load_cards()["s2cloudless"])
    output = infer(network, np.array(list(RECORDED)).T[None, :, None])
    np.testing.assert_allclose(output[0, 1, 0], list(RECORDED.values()), atol=1e-6)


def test_a_model_is_read_from_its_text():
    """The numbers of trees, bands and leaves match the text."""
    forest = parse_forest(model_text().encode())
    assert (forest.bands, forest.slope, [len(tree.leaves) for tree in forest.trees]) == (2, 1.0, [3, 2, 1])
    assert forest.trees[0].thresholds.tolist() == [0.25, 0.1]
