"""A reader of the tensors in an ONNX file, which finds references to other files before ONNX Runtime opens them.

It follows only the fields of `onnx.proto3` that lead to tensors.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import ModelDamagedError
from ..onnx_format import fields, parts_of

_TENSOR: Mapping[int, Any] = {}
_GRAPH: dict[int, Any] = {}
_SPARSE = {1: _TENSOR, 2: _TENSOR}
_ATTRIBUTE = {5: _TENSOR, 6: _GRAPH, 10: _TENSOR, 11: _GRAPH, 22: _SPARSE, 23: _SPARSE}
_NODE = {5: _ATTRIBUTE}
_GRAPH.update({1: _NODE, 5: _TENSOR, 15: _SPARSE})
_MODEL = {7: _GRAPH, 20: {1: _GRAPH, 2: _GRAPH}, 25: {7: _NODE, 11: _ATTRIBUTE}}
"""Field number -> the message in it, for models, graphs, nodes, their attributes, and tensors."""

_GRAPH_OF_MODEL, _INITIALIZER = 7, 5
_DATA_TYPE, _FLOAT_DATA, _NAME, _RAW_DATA = 2, 4, 8, 9
"""Fields of a tensor."""
_DTYPES = {1: "<f4", 10: "<f2", 11: "<f8"}
"""Float types of a tensor."""
_EXTERNAL_DATA = 13
"""Field of a tensor: pairs of key and value; the value of `location` is a path."""


def external_files(data: bytes) -> list[str]:
    """List the paths of other files that contain weights of a network.

    Args:
        data: An ONNX file.

    Raises:
        ModelDamagedError: it is not a valid ONNX file, or it is incomplete.
    """
    with _raise_if_damaged():
        if all(number != _GRAPH_OF_MODEL for number, _ in parts_of(memoryview(data))):
            raise ValueError("no graph")
        return list(dict.fromkeys(_locations(memoryview(data), _MODEL)))


def non_finite_weights(data: bytes) -> list[str]:
    """List the names of the weights of a network that contain numbers that are not finite.

    Args:
        data: An ONNX file that `external_files` could read.

    Raises:
        ModelDamagedError: a tensor is truncated.
    """
    with _raise_if_damaged():
        graphs = [content for number, content in parts_of(memoryview(data)) if number == _GRAPH_OF_MODEL]
        tensors = [part for graph in graphs for number, part in parts_of(graph) if number == _INITIALIZER]
        return [name for name, weights in map(_named_weights, tensors) if not np.isfinite(weights).all()]


@contextmanager
def _raise_if_damaged() -> Iterator[None]:
    try:
        yield
    except (IndexError, ValueError, RecursionError) as error:
        raise ModelDamagedError("it is not a valid ONNX file, or it is incomplete") from error


def _locations(message: memoryview, leads: Mapping[int, Any]) -> Iterator[str]:
    for number, value in parts_of(message):
        if leads is _TENSOR:
            if number == _EXTERNAL_DATA:
                entry = {field: bytes(part).decode() for field, part in parts_of(value)}
                if entry.get(1) == "location":
                    yield entry.get(2, "")
        elif number in leads:
            yield from _locations(value, leads[number])


def _named_weights(tensor: memoryview) -> tuple[str, NDArray[Any]]:
    """Return the name of a tensor and its floats; a tensor of another type has none."""
    kind = dict(fields(tensor)).get(_DATA_TYPE)
    parts = {number: bytes(value) for number, value in parts_of(tensor)}
    raw, floats = parts.get(_RAW_DATA, b""), parts.get(_FLOAT_DATA, b"")
    weights = np.frombuffer(raw, _DTYPES[kind]) if raw and kind in _DTYPES else np.frombuffer(floats, "<f4")
    return parts.get(_NAME, b"").decode(), weights
