"""Draw the graph of a Keras network for ONNX, layer by layer, with channels before lines and columns.

A trace through Keras would transpose the channels before and after every layer.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
from keras import Layer, Model, layers, ops

from .network import Graph, Node

_KINDS = {
    layers.Conv2D: "conv2d",
    layers.SeparableConv2D: "separable_conv2d",
    layers.BatchNormalization: "batch_normalization",
}
_ORDERS = {"kernel": [3, 2, 0, 1], "pointwise_kernel": [3, 2, 0, 1], "depthwise_kernel": [2, 3, 0, 1]}
"""Axes of Keras's kernels in the order of ONNX."""
_PLAIN: dict[type[Layer], tuple[str, dict[str, Any]]] = {
    layers.ReLU: ("Relu", {}),
    layers.Add: ("Add", {}),
    layers.Concatenate: ("Concat", {"axis": 1}),
    layers.AveragePooling2D: ("GlobalAveragePool", {}),
}
_ACTIVATIONS: dict[str, tuple[str, dict[str, Any]]] = {"relu": ("Relu", {}), "softmax": ("Softmax", {"axis": 1})}
_RESIZE = {
    "nearest": {"coordinate_transformation_mode": "asymmetric", "mode": "nearest", "nearest_mode": "floor"},
    "bilinear": {"coordinate_transformation_mode": "half_pixel", "mode": "linear"},
}


class Mirror(Layer):
    """Pad lines and columns by mirroring, edge included; `keras.ops.pad` on torch repeats the edge instead."""

    def __init__(self, before: int, after: int) -> None:
        """Pad by `before` pixels at the top and left, and by `after` at the bottom and right."""
        super().__init__()
        self.before, self.after = before, after

    def call(self, fields: Any) -> Any:
        """Pad (batch, lines, columns, features)."""
        for axis in (1, 2):
            places = np.pad(np.arange(fields.shape[axis]), (self.before, self.after), mode="symmetric")
            fields = ops.take(fields, places, axis=axis)
        return fields


def names_of(network: Model) -> dict[str, list[str]]:
    """Name the weights of each layer that has some, as `core.weights.keras_file` names them, by the layer's name."""
    count: Counter[str] = Counter()
    names = {}
    for layer in network.layers:
        if layer.weights:
            kind = _KINDS[type(layer)]
            names[layer.name] = [f"{kind}_{count[kind]}/{weight.name}" for weight in layer.weights]
            count[kind] += 1
    return names


def draw(network: Model) -> Graph:
    """Draw a network, which may read any patch whose edges are multiples of its steps; negative inputs count as 0.

    Raises:
        KeyError: There is no node here for one of its layers.
    """
    drawing = _Drawing(names_of(network))
    source, *others = network.layers
    drawing.values[source.output.name] = drawing.node("Relu", ["input"])
    for layer in others:
        drawing.add(layer)
    drawing.nodes[-1] = drawing.nodes[-1]._replace(outputs=["output"])
    return Graph(drawing.tensors, drawing.constants, drawing.nodes)


class _Drawing:
    """A graph that grows layer by layer."""

    def __init__(self, names: dict[str, list[str]]) -> None:
        self._names = names
        self.tensors: dict[str, Any] = {}
        self.constants: dict[str, Any] = {}
        self.nodes: list[Node] = []
        self.values: dict[str, str] = {}
        self._left: dict[str, Layer] = {}  # layers that pad or scale, until it is known what reads them

    def node(self, op: str, inputs: list[str], **attributes: Any) -> str:
        """Add a node, and return the name of its output."""
        self.nodes.append(Node(op, inputs, [f"v{len(self.nodes)}"], attributes))
        return self.nodes[-1].outputs[0]

    def add(self, layer: Layer) -> None:
        """Draw a layer."""
        if isinstance(layer, (Mirror, layers.UpSampling2D)):
            self._left[layer.output.name] = layer
            return
        parts = {name.rpartition("/")[2]: name for name in self._names.get(layer.name, [])}
        for (part, name), weight in zip(parts.items(), layer.weights):
            shape = list(weight.shape)
            self.tensors[name] = {"shape": shape, "transpose": _ORDERS[part]} if part in _ORDERS else shape
        if isinstance(layer, layers.Conv2D):
            value = self._convolution(layer, parts)
        elif isinstance(layer, layers.SeparableConv2D):
            # Padding comes before; its only kernel with a side above 1 is the one per feature.
            fields = self.node(
                "Conv", [self._read(layer.input), parts["depthwise_kernel"]], group=layer.input.shape[-1]
            )
            value = self.node("Conv", [fields, parts["pointwise_kernel"]])
        elif isinstance(layer, layers.BatchNormalization):
            value = self.node(
                "BatchNormalization", [self._read(layer.input), *parts.values()], epsilon={"float": layer.epsilon}
            )
        elif isinstance(layer, layers.MaxPooling2D):
            value = self._maximum(layer)
        else:
            op, attributes = _PLAIN[type(layer)]
            inputs = layer.input if isinstance(layer.input, list) else [layer.input]
            value = self.node(op, [self._read(one) for one in inputs], **attributes)
        self.values[layer.output.name] = value

    def _read(self, tensor: Any) -> str:
        """Return the value of a tensor of Keras, padded or scaled if it must be."""
        layer = self._left.get(tensor.name)
        if layer is None:
            return self.values[tensor.name]
        value = self._read(layer.input)
        if isinstance(layer, layers.UpSampling2D):
            return self._scaled(layer, value)
        if max(layer.before, layer.after) > 1:
            return self._mirrored(value, layer.before)
        pads = [0, 0, layer.before, layer.before, 0, 0, layer.after, layer.after]
        return self.node("Pad", [value, self._whole(*pads)], mode="edge") if any(pads) else value

    def _convolution(self, layer: Any, parts: dict[str, str]) -> str:
        height = layer.kernel_size[0]
        scaling = self._left.get(layer.input.name)
        if height > 1 or not isinstance(scaling, layers.UpSampling2D):
            scaling = None
        attributes: dict[str, Any] = {}
        if layer.padding == "same" and height > 1:
            attributes["pads"] = [(height - 1) // 2] * 2 + [height // 2] * 2
        if max(layer.strides) > 1:
            attributes["strides"] = list(layer.strides)
        if max(layer.dilation_rate) > 1:
            attributes["dilations"] = list(layer.dilation_rate)
        # Bilinear scaling and a layer for single pixels can change places, which makes the fields to scale smaller.
        value = self._read(scaling.input if scaling else layer.input)
        value = self.node("Conv", [value, *parts.values()], **attributes)
        value = self._scaled(scaling, value) if scaling else value
        op, options = _ACTIVATIONS.get(layer.activation.__name__, ("", {}))
        return self.node(op, [value], **options) if op else value

    def _maximum(self, layer: Any) -> str:
        """Take maxima; a mirrored edge changes none, so that it need not be made."""
        attributes = {"kernel_shape": list(layer.pool_size), "strides": list(layer.strides)}
        mirror = self._left.get(layer.input.name)
        if not isinstance(mirror, Mirror):
            return self.node("MaxPool", [self._read(layer.input)], **attributes)
        attributes["pads"] = [mirror.before] * 2 + [mirror.after] * 2
        return self.node("MaxPool", [self._read(mirror.input)], **attributes)

    def _scaled(self, layer: Any, value: str) -> str:
        if layer.input.shape[1:3] == (1, 1):  # the mean of a patch, for each of its pixels
            pooled = next(node for node in reversed(self.nodes) if node.op == "GlobalAveragePool")
            size = self.node("Shape", pooled.inputs, start=2)
            shape = self.node("Concat", [self._whole(1, 1), size], axis=0)
            return self.node("Expand", [value, shape])
        name = f"times {layer.size[0]}"
        self.constants[name] = ["float32", [4], [1.0, 1.0, *map(float, layer.size)]]
        return self.node("Resize", [value, "", name], **_RESIZE[layer.interpolation])

    def _mirrored(self, value: str, pixels: int) -> str:
        """Pad all sides by mirroring, edge included, as often as needed; ONNX only mirrors without the edge."""
        shape = self.node("Shape", [value])
        for axis in (2, 3):
            side = self.node("Gather", [shape, self._scalar(axis)])
            places = self.node(
                "Range", [self._scalar(-pixels), self.node("Add", [side, self._scalar(pixels)]), self._scalar(1)]
            )
            period = self.node("Mul", [side, self._scalar(2)])
            forth = self.node("Mod", [places, period])
            back = self.node("Sub", [self.node("Sub", [period, self._scalar(1)]), forth])
            value = self.node("Gather", [value, self.node("Min", [forth, back])], axis=axis)
        return value

    def _whole(self, *numbers: int) -> str:
        name = f"numbers {' '.join(map(str, numbers))}"
        self.constants[name] = ["int64", [len(numbers)], list(numbers)]
        return name

    def _scalar(self, number: int) -> str:
        self.constants[f"number {number}"] = ["int64", [], [number]]
        return f"number {number}"
