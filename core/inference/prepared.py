"""Networks that begin with the normalisation of counts and end with their activation, for GPUs.

Counts take a third of the memory of normalised patches in 32 bits, and probabilities in 16 bits half of it, so that
less is copied to a GPU and back, and the processor is free to decode.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..onnx_format import (
    INITIALIZER,
    INPUT,
    NODE,
    OUTPUT,
    TENSOR_TYPES,
    Node,
    Parts,
    fields,
    graph_of,
    message,
    name_of,
    node_fields,
    parts_of,
    tensor_fields,
    value_fields,
    with_graph,
)
from .recipe import Recipe

VERSION = 1
"""Increased when prepared networks change, so that they are optimised again."""

_OURS = "cloud_s2_mask."
"""Begins all names that are added, so that no network has them."""
COUNTS, HAS_DATA, SCALE, OFFSET, FIELDS = (_OURS + name for name in ("counts", "has_data", "scale", "offset", "fields"))
"""Inputs and output: counts (batch, bands, height, width); has_data (batch, 1, height, width) bool if patches are
standardised, else scale and offset (bands, 1, 1) float32; fields (batch, classes, height, width) float16."""

_OPSET_OF_MODEL = 8
_OLDEST_OPSET = 13
"""From it on, axes of sums are inputs and a softmax has one axis."""


def prepared(network: bytes, recipe: Recipe) -> bytes:
    """Put the recipe of a card before and after its network.

    Args:
        network: An ONNX file: (batch, bands, height, width) in float32 or float16 to (batch, classes, height, width).
        recipe: A recipe that normalises.

    Raises:
        ValueError, IndexError, KeyError: the file is damaged, or its operators are older than version 13.
    """
    if _opset(network) < _OLDEST_OPSET:
        raise ValueError(f"its operators are older than version {_OLDEST_OPSET}")
    return with_graph(network, _around(graph_of(network), recipe))


def _opset(network: bytes) -> int:
    """Return the version of ONNX's own operators; 0 if it is not given."""
    for field_number, value in parts_of(memoryview(network)):
        if field_number == _OPSET_OF_MODEL:
            entry = dict(fields(value))
            if not entry.get(1):
                version = entry.get(2, 0)
                return version if isinstance(version, int) else 0
    return 0


def _around(graph: memoryview, recipe: Recipe) -> Parts:
    """Return the fields of a graph with more nodes, constants, inputs and another output."""
    kept: Parts = []
    given, result = [], []
    for field_number, value in parts_of(graph):
        if field_number == INPUT:
            given.append(_Value.of(value))
        elif field_number == OUTPUT:
            result.append(_Value.of(value))
        else:
            kept += message(field_number, [value])
    weights = {name_of(one, 8) for kind, one in parts_of(graph) if kind == INITIALIZER}
    image, output = next(one for one in given if one.name not in weights), result[0]
    before, after = _Chain("before"), _Chain("after")
    inputs = before.normalise(recipe, image)
    after.activate(recipe, output)
    return [
        *(part for node in before.nodes for part in message(NODE, node_fields(node))),
        *kept,
        *(part for node in after.nodes for part in message(NODE, node_fields(node))),
        *(part for name, one in before.constants.items() for part in message(INITIALIZER, tensor_fields(one, name))),
        *(part for one in inputs for part in message(INPUT, one)),
        *message(OUTPUT, value_fields(FIELDS, "float16", output.sides)),
    ]


@dataclass(frozen=True)
class _Value:
    """An input or output of a graph."""

    name: str
    dtype: str
    sides: tuple[int | str, ...]

    @classmethod
    def of(cls, info: memoryview) -> _Value:
        """Read a ValueInfoProto."""
        parts = dict(parts_of(info))
        tensor = dict(parts_of(parts[2]))[1]
        types = {kind: name for name, kind in TENSOR_TYPES.items()}
        (dtype,) = (types[value] for kind, value in fields(tensor) if kind == 1 and isinstance(value, int))
        return cls(bytes(parts[1]).decode(), dtype, tuple(_sides(dict(parts_of(tensor))[2])))


def _sides(shape: memoryview) -> Iterator[int | str]:
    for place, (_, side) in enumerate(parts_of(shape)):
        value = dict(fields(side))
        length = value.get(1)
        yield length if isinstance(length, int) else f"side{place}"


@dataclass
class _Chain:
    """Nodes and constants that are added to a graph."""

    place: str
    """A word in their names."""
    nodes: list[Node] = field(default_factory=list)
    constants: dict[str, NDArray[Any]] = field(default_factory=dict)

    def add(self, operator: str, *inputs: str, into: str = "", **attributes: Any) -> str:
        """Add a node, and return the name of its output."""
        name = into or f"{_OURS}{self.place}.{operator}{len(self.nodes)}"
        self.nodes.append(Node(operator, inputs, (name,), attributes))
        return name

    def constant(self, values: Any, dtype: Any) -> str:
        """Add a constant, and return its name."""
        name = f"{_OURS}{self.place}.constant{len(self.constants)}"
        self.constants[name] = np.array(values, dtype)
        return name

    def cast(self, name: str, dtype: str, into: str = "") -> str:
        """Add a change of type."""
        return self.add("Cast", name, into=into, to=TENSOR_TYPES[dtype])

    def normalise(self, recipe: Recipe, image: _Value) -> list[Parts]:
        """Add the normalisation as in `Recipe.normalised`, in 32 bits.

        Args:
            recipe: The recipe.
            image: The network's input.

        Returns:
            The inputs in front of it, as ValueInfoProtos.
        """
        counts = self.cast(COUNTS, "float32")
        given = [value_fields(COUNTS, recipe.counts, image.sides)]
        if recipe.per_patch:
            normalised = self._standardised(counts)
            batch, _, height, width = image.sides
            given.append(value_fields(HAS_DATA, "bool", [batch, 1, height, width]))
        else:
            normalised = self.add("Sub", self.add("Mul", counts, SCALE), OFFSET)
            given += [value_fields(name, "float32", [len(recipe.mean), 1, 1]) for name in (SCALE, OFFSET)]
        self.cast(normalised, image.dtype, into=image.name)
        return given

    def _standardised(self, counts: str) -> str:
        """Add the standardisation of each band by its pixels with data.

        The deviation is the mean of squares after the mean is subtracted: 32 bits do not hold the square of a sum.
        """
        zero, one = self.constant(0, np.float32), self.constant(1, np.float32)
        axes = self.constant([2, 3], np.int64)
        has_data = self.add("And", HAS_DATA, self.add("Not", self.add("Equal", counts, zero)))
        inside = self.add("Max", self.add("ReduceSum", self.cast(has_data, "float32"), axes), one)

        def mean(values: str) -> str:
            return self.add("Div", self.add("ReduceSum", values, axes), inside)

        centred = self.add("Sub", counts, mean(self.add("Where", has_data, counts, zero)))
        centred = self.add("Where", has_data, centred, zero)
        deviation = self.add("Sqrt", mean(self.add("Mul", centred, centred)))
        return self.add("Div", centred, self.add("Where", self.add("Greater", deviation, zero), deviation, one))

    def activate(self, recipe: Recipe, output: _Value) -> None:
        """Add the activation, in 32 bits, and the change to 16 bits."""
        values = output.name
        if recipe.softmax:
            values = self.add("Softmax", self.cast(values, "float32"), axis=1)
        self.cast(values, "float16", into=FIELDS)
