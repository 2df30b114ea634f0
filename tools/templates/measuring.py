"""Measure how widely the features of a network with seeded weights spread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, helper, numpy_helper

from .network import IR, OPSET
from .seeded import Spreads, Template, last_convolution, seeded_input, seeded_weights

_DIGITS = 4
"""Significant digits of a spread."""


def measure(template: Template, shape: tuple[int, int]) -> Spreads:
    """Run a template with seeded weights, each BatchNormalization with the spread that it finds.

    Args:
        template: The template.
        shape: Height and width of the seeded input in pixels.
    """
    features = sum(node[0] == "BatchNormalization" for node in template["nodes"])
    classes = template["head"]["classes"]
    weights = seeded_weights(template, Spreads([1.0] * features, [0.0] * classes, [2.0] * classes))
    outputs = [*(f"spread {number}" for number in range(features)), last_convolution(template)[2][0]]
    session = onnxruntime.InferenceSession(_measuring(template, weights, outputs))
    *spreads, last = session.run(outputs, {"input": seeded_input(template, shape)})
    means, deviations = last.mean(axis=(0, 2, 3)), last.std(axis=(0, 2, 3))
    return Spreads(*([float(f"{one:.{_DIGITS}g}") for one in values] for values in (spreads, means, deviations)))


def _measuring(template: Template, weights: Mapping[str, NDArray[np.float32]], outputs: Sequence[str]) -> bytes:
    """Write a network that divides the input of each BatchNormalization by its standard deviation, also an output."""
    nodes: list[NodeProto] = []
    numbers = count()
    for op, inputs, results, attributes in template["nodes"]:
        parts = list(inputs)
        if op == "BatchNormalization":
            parts[0], before = _scaled(inputs[0], next(numbers))
            nodes += before
        nodes.append(helper.make_node(op, parts, results, **{key: _value(one) for key, one in attributes.items()}))
    tensors = [numpy_helper.from_array(_in_graph(template, name, values), name) for name, values in weights.items()]
    tensors += [_constant(value, name) for name, value in template["constants"].items()]
    ends = [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in ("input", *outputs)]
    graph = helper.make_graph(nodes, "measuring", ends[:1], ends[1:], tensors)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR)
    return model.SerializeToString()


def _scaled(features: str, number: int) -> tuple[str, list[NodeProto]]:
    """Divide features by their standard deviation around the mean of each channel: its name and the nodes."""
    mean, centred, squares, variance, spread, scaled = (
        f"{kind} {number}" for kind in ("mean", "centred", "squares", "variance", "spread", "scaled")
    )
    return scaled, [
        helper.make_node("ReduceMean", [features], [mean], axes=[2, 3]),
        helper.make_node("Sub", [features, mean], [centred]),
        helper.make_node("Mul", [centred, centred], [squares]),
        helper.make_node("ReduceMean", [squares], [variance], keepdims=0),
        helper.make_node("Sqrt", [variance], [spread]),
        helper.make_node("Div", [features, spread], [scaled]),
    ]


def _in_graph(template: Template, name: str, values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return a tensor of a file in the order of the graph."""
    tensor = template["tensors"][name]
    return values.transpose(tensor["transpose"]).copy() if isinstance(tensor, dict) else values


def _value(attribute: Any) -> Any:
    if isinstance(attribute, dict):
        return attribute["float"] if "float" in attribute else _constant(attribute["tensor"])
    return attribute


def _constant(value: Any, name: str = "") -> TensorProto:
    kind, shape, numbers = value
    return numpy_helper.from_array(np.array(numbers, kind).reshape(shape), name)
