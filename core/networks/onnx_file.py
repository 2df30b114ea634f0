"""What an ONNX file refers to outside itself, read from its bytes: ONNX Runtime would open those files as it loads it.

The package `onnx` could tell, but the Python of QGIS does not have it. Only the fields of ONNX's `onnx.proto3` are
followed that lead to tensors.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from ..errors import ModelDamagedError

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5

_TENSOR: Mapping[int, Any] = {}
_GRAPH: dict[int, Any] = {}
_SPARSE = {1: _TENSOR, 2: _TENSOR}
_ATTRIBUTE = {5: _TENSOR, 6: _GRAPH, 10: _TENSOR, 11: _GRAPH, 22: _SPARSE, 23: _SPARSE}
_NODE = {5: _ATTRIBUTE}
_GRAPH.update({1: _NODE, 5: _TENSOR, 15: _SPARSE})
_MODEL = {7: _GRAPH, 20: {1: _GRAPH, 2: _GRAPH}, 25: {7: _NODE, 11: _ATTRIBUTE}}
"""Field number -> the message in it: of models, graphs, nodes, their attributes, and tensors."""

_GRAPH_OF_MODEL, _INITIALIZER = 7, 5
_DATA_TYPE, _FLOAT_DATA, _NAME, _RAW_DATA = 2, 4, 8, 9
"""Fields of a tensor."""
_FLOAT, _HALF, _DOUBLE = 1, 10, 11
"""Types of a tensor."""
_EXTERNAL_DATA = 13
"""Field of a tensor: entries of key and value, of which `location` is a path."""


def external_files(data: bytes) -> list[str]:
    """Paths of the files that hold weights of a network outside of it.

    Args:
        data: An ONNX file.

    Raises:
        ModelDamagedError: it is no ONNX file, or it is cut short.
    """
    try:
        _graph_of(data)
        return list(dict.fromkeys(_locations(memoryview(data), _MODEL)))
    except (IndexError, ValueError, RecursionError) as error:
        raise ModelDamagedError("it is no ONNX file, or it is cut short") from error


def _graph_of(data: bytes) -> memoryview:
    for number, content in _fields(memoryview(data)):
        if number == _GRAPH_OF_MODEL:
            return content
    raise ValueError("no graph")


def _locations(message: memoryview, fields: Mapping[int, Any]) -> Iterator[str]:
    for number, value in _fields(message):
        if fields is _TENSOR:
            if number == _EXTERNAL_DATA:
                entry = {field: bytes(part).decode() for field, part in _fields(value)}
                if entry.get(1) == "location":
                    yield entry.get(2, "")
        elif number in fields:
            yield from _locations(value, fields[number])


def _fields(message: memoryview) -> Iterator[tuple[int, memoryview]]:
    """Number and content of the fields of a message that hold bytes; the others are passed over."""
    position = 0
    while position < len(message):
        key, position = _varint(message, position)
        kind = key & 7
        if kind == _VARINT:
            _, position = _varint(message, position)
        elif kind in {_FIXED64, _FIXED32}:
            position += 8 if kind == _FIXED64 else 4
        elif kind == _BYTES:
            length, position = _varint(message, position)
            yield key >> 3, message[position : position + length]
            position += length
        else:
            raise ValueError(f"no field has the type {kind}")
        if position > len(message):
            raise ValueError("cut short")


def _varint(message: memoryview, position: int) -> tuple[int, int]:
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


def non_finite_weights(data: bytes) -> list[str]:
    """Names of the weights of a network that are not all finite numbers.

    Args:
        data: An ONNX file that `external_files` could read.

    Raises:
        ModelDamagedError: a tensor is cut short.
    """
    try:
        return list(_non_finite(data))
    except (IndexError, ValueError) as error:
        raise ModelDamagedError("it is no ONNX file, or it is cut short") from error


def _non_finite(data: bytes) -> Iterator[str]:
    for number, graph in _fields(memoryview(data)):
        if number == _GRAPH_OF_MODEL:
            for field, tensor in _fields(graph):
                if field == _INITIALIZER:
                    parts = dict(_fields(tensor))
                    kinds = [np.dtype(kind) for kind in ("<f4", "<f8", "<f2")]
                    raw = bytes(parts.get(_RAW_DATA, b""))
                    floats = bytes(parts.get(_FLOAT_DATA, b""))
                    kind = {_FLOAT: kinds[0], _DOUBLE: kinds[1], _HALF: kinds[2]}.get(_type_of(tensor))
                    values = np.frombuffer(raw, kind) if raw and kind else np.frombuffer(floats, kinds[0])
                    if not np.isfinite(values).all():
                        yield bytes(parts.get(_NAME, b"")).decode()


def _type_of(tensor: memoryview) -> int:
    """The number of a tensor's type, which `_fields` passes over."""
    position = 0
    while position < len(tensor):
        key, position = _varint(tensor, position)
        if key & 7 == _VARINT:
            value, position = _varint(tensor, position)
            if key >> 3 == _DATA_TYPE:
                return value
        elif key & 7 == _BYTES:
            length, position = _varint(tensor, position)
            position += length
        else:
            position += 8 if key & 7 == _FIXED64 else 4
    return 0
