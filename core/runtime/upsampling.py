"""Convolutions after an upsampling, computed before it: a network with fewer products and the same output.

Nearest upsampling by 2 repeats each pixel in both directions, so that several taps of a 3 x 3 convolution after it meet
the same pixel. With these taps summed beforehand, each of the four pixels that one becomes has a kernel of 2 x 2 on the
pixels before the upsampling: four products instead of nine, and the upsampled channels are never stored. The results
differ by the rounding of the sums.

A decoder also concatenates the upsampled channels with those of the encoder; a convolution of the concatenation is the
sum of the convolutions of its parts.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from ..onnx_format import (
    INITIALIZER,
    INPUT,
    NODE,
    OUTPUT,
    Node,
    Parts,
    graph_of,
    has_subgraph,
    message,
    name_of,
    node_fields,
    node_of,
    parts_of,
    tensor_fields,
    tensor_of,
    with_graph,
)

RECIPE = "convolutions before upsampling, 1"
"""Describes such networks to the cache of graphs; its number is increased when they change."""

_OURS = "cloud_s2_mask.upsampling."
"""Begins all names that are added, so that no network has them."""
_NAME_OF_TENSOR, _NAME_OF_VALUE = 8, 1
_NEAREST = {"mode": "nearest", "coordinate_transformation_mode": "asymmetric", "nearest_mode": "floor"}
_SAME = {"kernel_shape": [3, 3], "pads": [1, 1, 1, 1], "strides": [1, 1], "dilations": [1, 1], "group": 1}
"""Attributes of a 3 x 3 convolution that keeps the size of its input."""
_KEEP_CHANNELS = {"Add", "BatchNormalization", "Clip", "Identity", "LeakyRelu", "Mul", "Relu", "Resize", "Sigmoid"}
"""Operators whose output has as many channels as their first input."""


def without_upsampling(network: bytes) -> bytes | None:
    """Replace each convolution of upsampled channels by four of the channels before.

    Args:
        network: An ONNX file whose constants are initialisers, as ONNX Runtime writes it.

    Returns:
        The new file; None if there is nothing to replace, or a node has a graph of its own, which may use any value.

    Raises:
        ValueError, IndexError, KeyError: the file is damaged.
    """
    graph = graph_of(network)
    if any(kind == NODE and has_subgraph(node) for kind, node in parts_of(graph)):
        return None
    lean = _Graph.of(graph)
    return with_graph(network, lean.parts()) if lean.replace_all() else None


@dataclass
class _Graph:
    """A graph whose nodes are replaced."""

    nodes: list[tuple[Node, Parts]]
    """With the fields of each NodeProto."""
    weights: dict[str, memoryview]
    """TensorProto of each constant."""
    others: Parts
    """All other fields, also initialisers that are inputs: a caller may replace them."""
    results: set[str]
    """Names of the outputs."""
    added: dict[str, NDArray[np.float32]] = field(default_factory=dict)
    """Initialisers that are added."""

    def __post_init__(self) -> None:
        """Find the node that makes each value, and how often each is used."""
        self._makers = {name: node for node, _ in self.nodes for name in node.outputs}
        self._uses = Counter(name for node, _ in self.nodes for name in node.inputs)

    @classmethod
    def of(cls, graph: memoryview) -> _Graph:
        """Read a GraphProto."""
        nodes: list[tuple[Node, Parts]] = []
        weights: dict[str, memoryview] = {}
        others: Parts = []
        given = {name_of(value, _NAME_OF_VALUE) for kind, value in parts_of(graph) if kind == INPUT}
        results = {name_of(value, _NAME_OF_VALUE) for kind, value in parts_of(graph) if kind == OUTPUT}
        for kind, value in parts_of(graph):
            if kind == NODE:
                nodes.append((node_of(value), [value]))
            elif kind == INITIALIZER and name_of(value, _NAME_OF_TENSOR) not in given:
                weights[name_of(value, _NAME_OF_TENSOR)] = value
            else:
                others += message(kind, [value])
        return cls(nodes, weights, others, results)

    def parts(self) -> Parts:
        """Return the fields of the GraphProto, without what is no longer used."""
        used = self._used()
        kept = (value for name, value in self.weights.items() if name in used)
        return [
            *(part for _, content in self.nodes for part in message(NODE, content)),
            *(part for value in kept for part in message(INITIALIZER, [value])),
            *(part for name, one in self.added.items() for part in message(INITIALIZER, tensor_fields(one, name))),
            *self.others,
        ]

    def replace_all(self) -> bool:
        """Replace all convolutions of upsampled channels; return False if there is none."""
        nodes: list[tuple[Node, Parts]] = []
        for node, content in self.nodes:
            instead = self._replacement(node)
            nodes += [(one, node_fields(one)) for one in instead] if instead else [(node, content)]
        changed = len(nodes) > len(self.nodes)
        self.nodes = nodes
        for operator in ("Concat", "Resize") if changed else ():
            used = self._used()
            self.nodes = [one for one in self.nodes if one[0].operator != operator or used & set(one[0].outputs)]
        return changed

    def _used(self) -> set[str]:
        return {name for node, _ in self.nodes for name in node.inputs} | self.results

    def _replacement(self, conv: Node) -> list[Node] | None:
        """Return the nodes that replace a node; None if it is not a convolution of upsampled channels."""
        if conv.operator != "Conv" or any(conv.attributes.get(name) != value for name, value in _SAME.items()):
            return None
        if conv.inputs[1] not in self.weights:
            return None
        whole, kernels, *bias = conv.inputs
        source = self._made_by(whole, "Concat")
        if source and source.attributes.get("axis") != 1:
            return None
        inputs = list(source.inputs) if source else [whole]
        upsampled = [(place, low) for place, low in enumerate(map(self._upsampled, inputs)) if low]
        if len(upsampled) != 1:
            return None
        ((place, low),) = upsampled
        values = tensor_of(self.weights[kernels])
        known = [self._channels(name) for name in inputs] if source else [values.shape[1]]
        channels = [count for count in known if count is not None]
        if values.dtype != np.float32 or len(channels) < len(known) or sum(channels) != values.shape[1]:
            return None
        parts = np.split(values, list(accumulate(channels))[:-1], axis=1)
        nodes = _Nodes(conv.outputs[0], self.added)
        others = [one for at, one in enumerate(zip(inputs, parts)) if at != place]
        nodes.sum(low, parts[place], bias, others)
        return nodes.nodes

    def _made_by(self, name: str, operator: str) -> Node | None:
        """Return the node that makes a value for one other node alone; None if it is another operator."""
        node = self._makers.get(name)
        alone = self._uses[name] == 1 and name not in self.results
        return node if node and node.operator == operator and alone else None

    def _upsampled(self, name: str) -> str | None:
        """Return the channels before an upsampling by 2 that makes a value; None if another node makes it."""
        node = self._made_by(name, "Resize")
        if node is None or any(node.attributes.get(key) != value for key, value in _NEAREST.items()):
            return None
        scales = self.weights.get(node.inputs[2]) if len(node.inputs) == 3 else None
        if scales is None or tensor_of(scales).tolist() != [1, 1, 2, 2]:
            return None
        return node.inputs[0]

    def _channels(self, name: str) -> int | None:
        """Return the number of channels of a value; None if it is not known."""
        node = self._makers.get(name)
        if node is None:
            return None
        if node.operator == "Conv":
            kernels = self.weights.get(node.inputs[1])
            return None if kernels is None else tensor_of(kernels).shape[0]
        if node.operator == "Concat" and node.attributes.get("axis") == 1:
            counts = [self._channels(one) for one in node.inputs]
            return None if None in counts else sum(count or 0 for count in counts)
        return self._channels(node.inputs[0]) if node.operator in _KEEP_CHANNELS else None


@dataclass
class _Nodes:
    """The nodes that replace one convolution, and their constants."""

    output: str
    constants: dict[str, NDArray[np.float32]]
    nodes: list[Node] = field(default_factory=list)

    def sum(
        self, low: str, kernels: NDArray[np.float32], bias: list[str], others: list[tuple[str, NDArray[np.float32]]]
    ) -> None:
        """Add the convolution of channels before an upsampling, and those of other channels after it.

        Args:
            low: The channels before the upsampling.
            kernels: (outputs, inputs, 3, 3) for their upsampling.
            bias: Its name, or nothing.
            others: Other channels and their kernels.
        """
        terms = [self._add("DepthToSpace", [self._phases(low, kernels, bias)], blocksize=2, mode="DCR")]
        terms += [self._convolution(name, part, [], _SAME["pads"]) for name, part in others]
        while len(terms) > 1:
            terms = [self._add("Add", terms[:2]), *terms[2:]]
        last = self.nodes[-1]
        self.nodes[-1] = last._replace(outputs=(self.output,))

    def _phases(self, low: str, kernels: NDArray[np.float32], bias: list[str]) -> str:
        """Add the convolutions of the four pixels that one becomes; return their channels, one after the other."""
        phases = [
            self._convolution(
                low, _summed(_summed(kernels, down, 2), right, 3), bias, [1 - down, 1 - right, down, right]
            )
            for down in (0, 1)
            for right in (0, 1)
        ]
        return self._add("Concat", phases, axis=1)

    def _convolution(self, name: str, kernels: NDArray[np.float32], bias: list[str], pads: object) -> str:
        weights = f"{_OURS}{self.output}.{len(self.nodes)}.weights"
        self.constants[weights] = kernels
        attributes = {**_SAME, "kernel_shape": list(kernels.shape[2:]), "pads": pads}
        return self._add("Conv", [name, weights, *bias], **attributes)

    def _add(self, operator: str, inputs: list[str], **attributes: object) -> str:
        name = f"{_OURS}{self.output}.{len(self.nodes)}"
        self.nodes.append(Node(operator, tuple(inputs), (name,), attributes))
        return name


def _summed(kernels: NDArray[np.float32], second: int, axis: int) -> NDArray[np.float32]:
    """Sum the taps of kernels along an axis that meet the same pixel, for the first or second of two equal pixels."""
    first, middle, last = np.split(kernels, 3, axis)
    return np.concatenate([first + middle, last] if second else [first, middle + last], axis)
