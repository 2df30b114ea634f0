"""What an ONNX file refers to outside itself, read from its bytes: ONNX Runtime would open those files as it loads it.

The package `onnx` could tell, but the Python of QGIS does not have it. Only the fields of ONNX's `onnx.proto3` are
followed that lead to tensors.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import numpy as np
from numpy.typing import NDArray

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
_DTYPES = {1: "<f4", 10: "<f2", 11: "<f8"}
"""Types of a tensor that hold floats."""
_EXTERNAL_DATA = 13
"""Field of a tensor: entries of key and value, of which `location` is a path."""


def external_files(data: bytes) -> list[str]:
    """List the paths of the files that hold weights of a network outside of it.

    Args:
        data: An ONNX file.

    Raises:
        ModelDamagedError: it is no ONNX file, or it is cut short.
    """
    with _refuse_what_is_cut():
        if all(number != _GRAPH_OF_MODEL for number, _ in _parts(memoryview(data))):
            raise ValueError("no graph")
        return list(dict.fromkeys(_locations(memoryview(data), _MODEL)))


def non_finite_weights(data: bytes) -> list[str]:
    """List the names of the weights of a network that are not all finite numbers.

    Args:
        data: An ONNX file that `external_files` could read.

    Raises:
        ModelDamagedError: a tensor is cut short.
    """
    with _refuse_what_is_cut():
        graphs = [content for number, content in _parts(memoryview(data)) if number == _GRAPH_OF_MODEL]
        tensors = [part for graph in graphs for number, part in _parts(graph) if number == _INITIALIZER]
        return [name for name, weights in map(_named_weights, tensors) if not np.isfinite(weights).all()]


@contextmanager
def _refuse_what_is_cut() -> Iterator[None]:
    try:
        yield
    except (IndexError, ValueError, RecursionError) as error:
        raise ModelDamagedError("it is no ONNX file, or it is cut short") from error


def _locations(message: memoryview, fields: Mapping[int, Any]) -> Iterator[str]:
    for number, value in _parts(message):
        if fields is _TENSOR:
            if number == _EXTERNAL_DATA:
                entry = {field: bytes(part).decode() for field, part in _parts(value)}
                if entry.get(1) == "location":
                    yield entry.get(2, "")
        elif number in fields:
            yield from _locations(value, fields[number])


def _named_weights(tensor: memoryview) -> tuple[str, NDArray[Any]]:
    """The name of a tensor and its floats; none of another type."""
    kind = dict(_fields(tensor)).get(_DATA_TYPE)
    parts = {number: bytes(value) for number, value in _parts(tensor)}
    raw, floats = parts.get(_RAW_DATA, b""), parts.get(_FLOAT_DATA, b"")
    weights = np.frombuffer(raw, _DTYPES[kind]) if raw and kind in _DTYPES else np.frombuffer(floats, "<f4")
    return parts.get(_NAME, b"").decode(), weights


def _parts(message: memoryview) -> Iterator[tuple[int, memoryview]]:
    """Number and content of the fields of a message that hold bytes."""
    for number, value in _fields(message):
        if isinstance(value, memoryview):
            yield number, value


def _fields(message: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    """Number and value of the fields of a message, bytes or a whole number; those of a fixed size are passed over."""
    position = 0
    while position < len(message):
        key, position = _varint(message, position)
        kind = key & 7
        if kind == _VARINT:
            value, position = _varint(message, position)
            yield key >> 3, value
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
