"""Strip an ONNX graph of its weights: tensors keep their names, all else becomes small constants and nodes."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

import numpy as np
from onnx import AttributeProto, GraphProto, NodeProto, TensorProto, helper, numpy_helper

from .network import Graph, Node

LARGEST_CONSTANT = 64
"""Numbers in the largest constant; a larger one would be a weight."""


def strip(graph: GraphProto, weights: Collection[str]) -> Graph:
    """Return a graph without its weights, its identities and the nodes that its output does not need.

    Args:
        graph: From `input` to `output`.
        weights: Names of the initializers that are weights.

    Raises:
        ValueError: A constant is as large as a weight, or a node has an attribute that templates do not hold.
    """
    nodes, used = _live(graph)
    constants = {one.name: _numbers(one) for one in graph.initializer if one.name in used and one.name not in weights}
    constants |= {node.output[0]: _numbers(node.attribute[0].t) for node in nodes if node.op_type == "Constant"}
    first: dict[str, str] = {}
    names = {name: first.setdefault(json.dumps(value), name) for name, value in constants.items()}
    shapes = {one.name: list(one.dims) for one in graph.initializer if one.name in used and one.name in weights}
    short = {name: name for name in (*shapes, "input", "output", "")}

    def renamed(value: str) -> str:
        value = names.get(value, value)
        return short.setdefault(value, f"v{len(short) - len(shapes) - 3}")

    kept = {renamed(name): value for name, value in constants.items() if names[name] == name}
    stripped = [_node(node, renamed) for node in nodes if node.op_type != "Constant"]
    return Graph(shapes, kept, stripped)


def _live(graph: GraphProto) -> tuple[list[NodeProto], set[str]]:
    """Return the nodes that the output needs, identities left out, and the names that they read."""
    same: dict[str, str] = {}
    nodes = []
    for node in graph.node:
        node.input[:] = [same.get(name, name) for name in node.input]
        if node.op_type == "Identity" and node.output[0] != "output":
            same[node.output[0]] = node.input[0]
        else:
            nodes.append(node)
    used, live = {"output"}, []
    for node in reversed(nodes):
        if used.intersection(node.output):
            live.append(node)
            used.update(node.input)
    return live[::-1], used


def _node(node: NodeProto, renamed: Any) -> Node:
    if node.domain:
        raise ValueError(f"{node.op_type} is an operator of {node.domain}, which ONNX Runtime may lack.")
    attributes = {one.name: _attribute(one) for one in sorted(node.attribute, key=lambda one: one.name)}
    return Node(node.op_type, [*map(renamed, node.input)], [renamed(name) for name in node.output if name], attributes)


def _attribute(attribute: AttributeProto) -> Any:
    value = helper.get_attribute_value(attribute)
    if attribute.type == AttributeProto.TENSOR:
        return {"tensor": _numbers(value)}
    if attribute.type == AttributeProto.STRING:
        return value.decode()
    if attribute.type == AttributeProto.FLOAT:
        return {"float": _shortest(value)}
    if attribute.type == AttributeProto.INT:
        return value
    if attribute.type == AttributeProto.INTS:
        return list(value)
    raise ValueError(f"Templates hold no attributes of the type of {attribute.name}.")


def _numbers(tensor: TensorProto) -> list[Any]:
    """Return type, shape and numbers of a small constant."""
    values = numpy_helper.to_array(tensor)
    if values.size > LARGEST_CONSTANT:
        raise ValueError(f"The constant {tensor.name} has {values.size} numbers, more than {LARGEST_CONSTANT}.")
    numbers = values.ravel().tolist()
    if values.dtype == "float32":
        numbers = [_shortest(number) for number in numbers]
    return [str(values.dtype), list(values.shape), numbers]


def _shortest(number: float) -> float:
    """Return the shortest decimal that is the same in single precision."""
    return float(str(np.float32(number)))
