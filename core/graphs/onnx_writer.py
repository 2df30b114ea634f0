"""A writer of ONNX files: the wire format of protobuf, and the messages of `onnx.proto3` that a graph template needs.

QGIS's Python does not have the package `onnx`.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .template import INPUT, OUTPUT, TENSOR_TYPES, Node, Template

_VARINT, _BYTES, _FIXED32 = 0, 2, 5
"""Types of a field on the wire."""


def write_onnx(template: Template, weights: Mapping[str, NDArray[np.float32]]) -> bytes:
    """Write a graph with its weights as an ONNX file; the same bytes for the same template and weights.

    Args:
        template: The graph.
        weights: Its tensors by name, in the order of the graph's axes.
    """
    parts: list[bytes | memoryview] = [
        *(part for node in template.nodes for part in _message(1, _node(node))),
        *_message(2, [template.name.encode()]),
        *(part for name in template.tensors for part in _message(5, _tensor(weights[name], name))),
        *(part for name, values in template.constants.items() for part in _message(5, _tensor(values, name))),
        *_message(11, _image(INPUT, template.bands)),
        *_message(12, _image(OUTPUT, template.classes)),
    ]
    opset = [*_message(1, [b""]), _number(2, template.opset)]
    return b"".join([_number(1, template.ir), *_message(7, parts), *_message(8, opset)])


def _node(node: Node) -> list[bytes | memoryview]:
    """Return the fields of a NodeProto."""
    return [
        *_texts(1, node.inputs),
        *_texts(2, node.outputs),
        *_texts(4, [node.operator]),
        *(part for name in sorted(node.attributes) for part in _message(5, _attribute(name, node.attributes[name]))),
    ]


def _attribute(name: str, value: Any) -> list[bytes | memoryview]:
    """Return the fields of an AttributeProto; field 20 is its type."""
    start = _texts(1, [name])
    if isinstance(value, np.float32):
        return [*start, _key(2, _FIXED32), struct.pack("<f", value), _number(20, 1)]
    if isinstance(value, int):
        return [*start, _number(3, value), _number(20, 2)]
    if isinstance(value, str):
        return [*start, *_texts(4, [value]), _number(20, 3)]
    if isinstance(value, np.ndarray):
        return [*start, *_message(5, _tensor(value)), _number(20, 4)]
    return [*start, *(_number(8, one) for one in value), _number(20, 7)]


def _tensor(values: NDArray[Any], name: str = "") -> list[bytes | memoryview]:
    """Return the fields of a TensorProto."""
    numbers = np.ascontiguousarray(values, values.dtype.newbyteorder("<")).reshape(-1)
    return [
        *(_number(1, side) for side in values.shape),
        _number(2, TENSOR_TYPES[values.dtype.name]),
        *_texts(8, [name] if name else []),
        *_message(9, [numbers.view(np.uint8).data]),
    ]


def _image(name: str, channels: int) -> list[bytes | memoryview]:
    """Return the fields of a ValueInfoProto: an image (batch, channels, height, width) in float32."""
    named = {name: _texts(2, [name]) for name in ("batch", "height", "width")}
    sides = [*_message(1, named["batch"]), *_message(1, [_number(1, channels)])]
    shape = [*sides, *_message(1, named["height"]), *_message(1, named["width"])]
    tensor = [_number(1, TENSOR_TYPES["float32"]), *_message(2, shape)]
    return [*_texts(1, [name]), *_message(2, _message(1, tensor))]


def _texts(field: int, texts: Iterable[str]) -> list[bytes | memoryview]:
    return [part for text in texts for part in _message(field, [text.encode()])]


def _message(field: int, parts: list[bytes | memoryview]) -> list[bytes | memoryview]:
    """Return a field that contains bytes, in parts, so that large tensors are copied only once."""
    return [_key(field, _BYTES) + _varint(sum(map(len, parts))), *parts]


def _number(field: int, value: int) -> bytes:
    return _key(field, _VARINT) + _varint(value)


def _key(field: int, kind: int) -> bytes:
    return _varint(field << 3 | kind)


def _varint(value: int) -> bytes:
    """Return a whole number, seven bits in a byte; a negative one as 64 bits."""
    value &= (1 << 64) - 1
    written = bytearray()
    while value > 0x7F:
        written.append(value & 0x7F | 0x80)
        value >>= 7
    written.append(value)
    return bytes(written)
