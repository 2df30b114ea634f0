"""Conversion of LightGBM decision trees to a network that classifies each pixel on its own.

The network is exact: LightGBM compares reflectance, a count / 10,000, with a threshold in double precision; the network
compares counts with a threshold halfway between two counts, which is exact in 32 bits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import ModelDamagedError
from ..language import translated

COUNTS_PER_REFLECTANCE = 10_000
TREES_PER_NODE = 5
"""A node evaluates all its trees for each pixel, so its trees should fit in the processor's cache."""

_FAR = 1 << 20
"""A count beyond all possible counts."""
_CATEGORICAL = 1
"""Bit of a split's type: it compares a category, not a threshold."""
_MISSING = 0b1100
"""Bits of a split's type: it handles zeros or NaN separately."""


@dataclass(frozen=True)
class Tree:
    """A binary tree of splits and leaves. The first split is the root; negative children are leaves, -1 the first."""

    features: NDArray[np.int64]
    """Per split: the band that is compared."""
    thresholds: NDArray[np.float64]
    """Per split: the largest reflectance of the left branch."""
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    leaves: NDArray[np.float64]
    """Values whose sum over all trees is a logit."""


@dataclass(frozen=True)
class Forest:
    """The parts of a LightGBM model that determine its probability."""

    bands: int
    slope: float
    """Slope of the sigmoid that turns the sum of leaves into a probability."""
    trees: tuple[Tree, ...]


def convert_trees(data: bytes) -> bytes:
    """Convert a LightGBM model with two classes to a network.

    Args:
        data: The model, trained on reflectance, in LightGBM's text format.

    Returns:
        An ONNX file: (batch, bands, height, width) float32 counts, reflectance x 10,000, to (batch, 2, height, width)
        float32, 1 - p and p. The same bytes for the same data.

    Raises:
        ModelDamagedError: the text is truncated, or contains another kind of model.
        ImportError: the package `onnx` is not installed.
    """
    forest = parse_forest(data)
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    def constant(name: str, *values: float, dtype: Any = np.int64) -> Any:
        return numpy_helper.from_array(np.array(values, dtype), name)

    groups = [forest.trees[first : first + TREES_PER_NODE] for first in range(0, len(forest.trees), TREES_PER_NODE)]
    parts = [f"logit{number}" for number in range(len(groups))]
    nodes = [
        helper.make_node("Transpose", ["counts"], ["bands_last"], perm=[0, 2, 3, 1]),
        helper.make_node("Reshape", ["bands_last", "rows"], ["pixels"]),
        *(
            helper.make_node(
                "TreeEnsembleRegressor",
                ["pixels"],
                [part],
                domain="ai.onnx.ml",
                n_targets=1,
                aggregate_function="SUM",
                post_transform="NONE",
                **_attributes(group, forest.slope),
            )
            for part, group in zip(parts, groups)
        ),
        helper.make_node("Sum", parts, ["logit"]),
        helper.make_node("Sigmoid", ["logit"], ["cloud"]),
        helper.make_node("Sub", ["one", "cloud"], ["clear"]),
        helper.make_node("Concat", ["clear", "cloud"], ["classes"], axis=1),
        helper.make_node("Shape", ["bands_last"], ["shape"]),
        helper.make_node("Slice", ["shape", "first", "last"], ["place"]),
        helper.make_node("Concat", ["place", "two"], ["classes_last_shape"], axis=0),
        helper.make_node("Reshape", ["classes", "classes_last_shape"], ["classes_last"]),
        helper.make_node("Transpose", ["classes_last"], ["probabilities"], perm=[0, 3, 1, 2]),
    ]
    given, result = (
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", channels, "height", "width"])
        for name, channels in (("counts", forest.bands), ("probabilities", 2))
    )
    constants = [
        constant("rows", -1, forest.bands),
        constant("first", 0),
        constant("last", 3),
        constant("two", 2),
        constant("one", 1, dtype=np.float32),
    ]
    graph = helper.make_graph(nodes, "trees", [given], [result], constants)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("ai.onnx.ml", 3)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=8)
    onnx.checker.check_model(model)
    converted: bytes = model.SerializeToString(deterministic=True)
    return converted


def parse_forest(data: bytes) -> Forest:
    """Read a model in LightGBM's text format.

    Raises:
        ModelDamagedError: see `convert_trees`.
    """
    try:
        text = data.decode("ascii")
    except UnicodeDecodeError as error:
        raise _unusable("ASCII", translated("the file is not text")) from error
    head, *blocks = re.split(r"^Tree=\d+\n", text.partition("\nend of trees\n")[0], flags=re.MULTILINE)
    fields = _fields(head)
    if not head.startswith("tree\n") or not {"tree_sizes", "objective", "max_feature_idx"} <= set(fields):
        raise _unusable("tree", translated("the file does not begin like a LightGBM model"))
    if "\nend of trees\n" not in text or len(blocks) != len(fields["tree_sizes"].split()):
        raise _unusable("tree_sizes", translated("the file is truncated"))
    objective = re.fullmatch(r"binary sigmoid:(\S+)", fields["objective"])
    if objective is None or (fields.get("num_class"), fields.get("num_tree_per_iteration")) != ("1", "1"):
        raise _unusable(
            "objective",
            translated("{objective} is not a probability of two classes", objective=fields["objective"]),
        )
    if re.search(r"^average_output$", head, re.MULTILINE):
        raise _unusable("average_output", translated("the model averages its trees instead of adding them"))
    try:
        bands, slope = int(fields["max_feature_idx"]) + 1, float(objective[1])
        return Forest(bands, slope, tuple(_tree(_fields(block), bands) for block in blocks))
    except KeyError as error:
        raise _unusable(error.args[0], translated("the field is missing")) from error
    except ValueError as error:
        raise _unusable("Tree", str(error)) from error


def _fields(block: str) -> dict[str, str]:
    return dict(re.findall(r"^(\w+)=(.*)$", block, flags=re.MULTILINE))


def _tree(fields: Mapping[str, str], bands: int) -> Tree:
    """Read a tree, and check that every child exists and every split compares a band with a threshold."""
    if fields.get("is_linear", "0") != "0":
        raise _unusable("is_linear", translated("the leaves contain linear models"))
    leaves = _numbers(fields, "leaf_value", int(fields["num_leaves"]), np.float64)
    splits = len(leaves) - 1
    kinds = _numbers(fields, "decision_type", splits, np.int64)
    if int(fields["num_cat"]):
        raise _unusable("num_cat", translated("a split compares categories"))
    if (kinds & _CATEGORICAL).any():
        raise _unusable("decision_type", translated("a split compares categories"))
    if (kinds & _MISSING).any():
        raise _unusable("decision_type", translated("a split handles missing values separately"))
    features = _numbers(fields, "split_feature", splits, np.int64)
    thresholds = _numbers(fields, "threshold", splits, np.float64)
    left, right = (_numbers(fields, name, splits, np.int64) for name in ("left_child", "right_child"))
    children = np.sort(np.concatenate([left, right]))
    # Each leaf and each split but the root is the child of one split.
    if not np.array_equal(children, [*range(-len(leaves), 0), *range(1, splits)][: len(children)]):
        raise _unusable("left_child", translated("the branches are not connected"))
    if splits and (features.min() < 0 or features.max() >= bands):
        raise _unusable("split_feature", translated("a split compares a band that does not exist"))
    return Tree(features, thresholds, left, right, leaves)


def _numbers(fields: Mapping[str, str], name: str, count: int, dtype: Any) -> NDArray[Any]:
    values = np.array(fields[name].split() if count else [], dtype)
    if len(values) != count or not np.isfinite(values).all():
        raise _unusable(name, translated("{count} numbers were expected", count=count))
    return values


def _unusable(field: str, reason: str) -> ModelDamagedError:
    return ModelDamagedError(
        "The decision trees cannot be converted: {reason} ({field}). Save the whole LightGBM model as text, with two "
        "classes and splits by thresholds.",
        reason=reason,
        field=field,
    )


def _attributes(trees: tuple[Tree, ...], slope: float) -> dict[str, Any]:
    """Convert trees to the attributes of a TreeEnsembleRegressor, in which the splits of a tree precede its leaves."""
    columns: dict[str, list[NDArray[Any]]] = {}

    def add(**values: NDArray[Any]) -> None:
        for name, value in values.items():
            columns.setdefault(name, []).append(value)

    for number, tree in enumerate(trees):
        splits, leaves = len(tree.features), len(tree.leaves)
        no_leaf, ids = np.zeros(leaves, np.int64), np.arange(splits + leaves)
        left, right = (np.where(child < 0, splits - 1 - child, child) for child in (tree.left, tree.right))
        add(
            nodes_treeids=np.full(len(ids), number),
            nodes_nodeids=ids,
            nodes_featureids=np.concatenate([tree.features, no_leaf]),
            nodes_modes=np.array(["BRANCH_LEQ"] * splits + ["LEAF"] * leaves),
            nodes_values=np.concatenate([halfway(tree.thresholds), no_leaf]),
            nodes_truenodeids=np.concatenate([left, no_leaf]),
            nodes_falsenodeids=np.concatenate([right, no_leaf]),
            target_treeids=np.full(leaves, number),
            target_nodeids=ids[splits:],
            target_ids=no_leaf,
            target_weights=tree.leaves * slope,
        )
    return {name: np.concatenate(values).tolist() for name, values in columns.items()}


def halfway(thresholds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Convert thresholds of reflectance to counts: n + 0.5 for the largest whole n with n / 10,000 <= threshold.

    Args:
        thresholds: Thresholds of reflectance in double precision.

    Returns:
        An array of the same shape, whose values are exact in float32.
    """
    largest = np.floor(np.clip(thresholds * COUNTS_PER_REFLECTANCE, -_FAR, _FAR))
    # The product is rounded; LightGBM compares the quotient.
    largest += (largest + 1) / COUNTS_PER_REFLECTANCE <= thresholds
    largest -= largest / COUNTS_PER_REFLECTANCE > thresholds
    return largest + 0.5
