"""The format of ONNX files: the wire format of protobuf, and the messages of `onnx.proto3` that the engine needs.

QGIS's Python does not have the package `onnx`.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Union

import numpy as np
from numpy.typing import NDArray

TENSOR_TYPES = {
    "float32": 1,
    "uint8": 2,
    "int16": 5,
    "int32": 6,
    "int64": 7,
    "bool": 9,
    "float16": 10,
    "float64": 11,
}
"""Type of a tensor -> its number in ONNX."""

Parts = list[Union[bytes, memoryview]]
"""A written message in parts, so that large tensors are copied only once."""

NODE, INITIALIZER, INPUT, OUTPUT = 1, 5, 11, 12
"""Fields of a graph."""
_GRAPH_OF_MODEL = 7
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
"""Types of a field on the wire."""


class Node(NamedTuple):
    """An operation of the graph."""

    operator: str
    inputs: tuple[str, ...]
    """Names; an empty one is an optional input that is left out."""
    outputs: tuple[str, ...]
    attributes: Mapping[str, Any]
    """An int, a list of ints, a text, a `np.float32`, or an array."""


def fields(message: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    """Read the fields of a message: number and value, which is bytes or a whole number; skip those of a fixed size.

    Raises:
        ValueError, IndexError: the message is damaged.
    """
    position = 0
    while position < len(message):
        key, position = _read_varint(message, position)
        kind = key & 7
        if kind == _VARINT:
            value, position = _read_varint(message, position)
            yield key >> 3, value
        elif kind in {_FIXED64, _FIXED32}:
            position += 8 if kind == _FIXED64 else 4
        elif kind == _BYTES:
            length, position = _read_varint(message, position)
            yield key >> 3, message[position : position + length]
            position += length
        else:
            raise ValueError(f"no field has the type {kind}")
        if position > len(message):
            raise ValueError("truncated")


def parts_of(message: memoryview) -> Iterator[tuple[int, memoryview]]:
    """Read the fields of a message that contain bytes: number and content."""
    for number, value in fields(message):
        if isinstance(value, memoryview):
            yield number, value


def graph_of(network: bytes) -> memoryview:
    """Return the GraphProto of an ONNX file.

    Raises:
        ValueError, IndexError, KeyError: the file is damaged.
    """
    return dict(parts_of(memoryview(network)))[_GRAPH_OF_MODEL]


def with_graph(network: bytes, graph: Parts) -> bytes:
    """Return an ONNX file with the fields of another graph; all else stays.

    Raises:
        ValueError, IndexError: the file is damaged.
    """
    parts: Parts = []
    for kind, value in fields(memoryview(network)):
        if isinstance(value, int):
            parts.append(number(kind, value))
        else:
            parts += message(kind, graph if kind == _GRAPH_OF_MODEL else [value])
    return b"".join(parts)


def name_of(value: memoryview, field: int) -> str:
    """Return the name in a message: field 8 of a tensor, 1 of an input or output.

    Raises:
        ValueError, IndexError, KeyError: it is damaged, or has none.
    """
    return bytes(dict(parts_of(value))[field]).decode()


def node_of(message: memoryview) -> Node:
    """Read a NodeProto of ONNX's own operators; those of another domain begin with its name and a point.

    Attributes that are numbers with a decimal point, tensors or graphs are left out.

    Raises:
        ValueError, IndexError: it is damaged.
    """
    texts: dict[int, list[str]] = {1: [], 2: [], 4: [], 7: []}
    attributes = {}
    for kind, value in parts_of(message):
        if kind in texts:
            texts[kind].append(bytes(value).decode())
        elif kind == 5:
            attributes.update(_read_attribute(value))
    operator = ".".join([one for one in texts[7] if one] + texts[4])
    return Node(operator, tuple(texts[1]), tuple(texts[2]), attributes)


def has_subgraph(node: memoryview) -> bool:
    """Return True if an attribute of a NodeProto is a graph, or a list of graphs."""
    attributes = (dict(parts_of(value)) for kind, value in parts_of(node) if kind == 5)
    return any({6, 11} & set(attribute) for attribute in attributes)


def _read_attribute(message: memoryview) -> dict[str, Any]:
    """Read an AttributeProto that is a whole number, a list of them, or a text; see `_attribute`."""
    content = dict(fields(message))
    name, kind = dict(parts_of(message))[1], content.get(20)
    readers: dict[object, Callable[[], Any]] = {
        2: lambda: whole_numbers(message, 3)[0],
        3: lambda: bytes(dict(parts_of(message))[4]).decode(),
        7: lambda: whole_numbers(message, 8),
    }
    return {bytes(name).decode(): readers[kind]()} if kind in readers else {}


def whole_numbers(message: memoryview, field: int) -> list[int]:
    """Read a repeated field of whole numbers, one by one or packed; negative ones have 64 bits."""
    found: list[int] = []
    for kind, value in fields(message):
        if kind != field:
            continue
        if isinstance(value, int):
            found.append(value)
            continue
        position = 0
        while position < len(value):
            one, position = _read_varint(value, position)
            found.append(one)
    return [one - (1 << 64) if one >> 63 else one for one in found]


def tensor_of(message: memoryview) -> NDArray[Any]:
    """Read a TensorProto whose numbers are in the file, as bytes or as 32-bit floats.

    Raises:
        ValueError, IndexError, KeyError: it is damaged, or its numbers are elsewhere.
    """
    types = {kind: name for name, kind in TENSOR_TYPES.items()}
    (kind,) = whole_numbers(message, 2)
    content = dict(parts_of(message))
    numbers = content[9] if 9 in content else content[4]
    dtype = np.dtype(types[kind] if 9 in content else "float32").newbyteorder("<")
    return np.frombuffer(numbers, dtype).reshape(whole_numbers(message, 1))


def node_fields(node: Node) -> Parts:
    """Return the fields of a NodeProto."""
    return [
        *texts(1, node.inputs),
        *texts(2, node.outputs),
        *texts(4, [node.operator]),
        *(part for name in sorted(node.attributes) for part in message(5, _attribute(name, node.attributes[name]))),
    ]


def _attribute(name: str, value: Any) -> Parts:
    """Return the fields of an AttributeProto; field 20 is its type."""
    start = texts(1, [name])
    if isinstance(value, np.float32):
        return [*start, _key(2, _FIXED32), struct.pack("<f", value), number(20, 1)]
    if isinstance(value, int):
        return [*start, number(3, value), number(20, 2)]
    if isinstance(value, str):
        return [*start, *texts(4, [value]), number(20, 3)]
    if isinstance(value, np.ndarray):
        return [*start, *message(5, tensor_fields(value)), number(20, 4)]
    return [*start, *(number(8, one) for one in value), number(20, 7)]


def tensor_fields(values: NDArray[Any], name: str = "") -> Parts:
    """Return the fields of a TensorProto."""
    numbers = np.ascontiguousarray(values, values.dtype.newbyteorder("<")).reshape(-1)
    return [
        *(number(1, side) for side in values.shape),
        number(2, TENSOR_TYPES[values.dtype.name]),
        *texts(8, [name] if name else []),
        *message(9, [numbers.view(np.uint8).data]),
    ]


def value_fields(name: str, dtype: str, sides: Iterable[int | str]) -> Parts:
    """Return the fields of a ValueInfoProto: an input or output with its type and sides; a variable one is a name."""
    shape = [
        part for side in sides for part in message(1, [number(1, side)] if isinstance(side, int) else texts(2, [side]))
    ]
    return [*texts(1, [name]), *message(2, message(1, [number(1, TENSOR_TYPES[dtype]), *message(2, shape)]))]


def texts(field: int, values: Iterable[str]) -> Parts:
    """Return a field that contains texts."""
    return [part for text in values for part in message(field, [text.encode()])]


def message(field: int, parts: Parts) -> Parts:
    """Return a field that contains bytes."""
    return [_key(field, _BYTES) + _varint(sum(map(len, parts))), *parts]


def number(field: int, value: int) -> bytes:
    """Return a field that contains a whole number."""
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


def _read_varint(message: memoryview, position: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[position]
        position += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, position
        if shift > 63:
            raise ValueError("a number of more than 64 bits")
