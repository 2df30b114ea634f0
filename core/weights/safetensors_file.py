"""Read the tensors of a safetensors file: a length, a header in JSON, and numbers."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any, NamedTuple

from numpy.typing import NDArray

from ..language import marked
from .weights import ASK_THE_AUTHORS, Unfit, Weights, are_counts, array_of, bytes_of, is_shape, repeated

MAX_HEADER_BYTES = 1_000_000
"""A header needs about 100 bytes for a tensor."""
_LENGTH_BYTES = 8
_DTYPES = {
    "F64": "float64",
    "F32": "float32",
    "F16": "float16",
    "BF16": "bfloat16",
    "I64": "int64",
    "I32": "int32",
    "I16": "int16",
    "I8": "int8",
    "U8": "uint8",
    "BOOL": "bool",
}


class _Entry(NamedTuple):
    """The place of a tensor; bytes count from the end of the header."""

    name: str
    dtype: str
    shape: tuple[int, ...]
    first: int
    last: int


def looks_like_safetensors(start: bytes) -> bool:
    """Check the first bytes of a file: the length of a header, then its brace."""
    return start[_LENGTH_BYTES : _LENGTH_BYTES + 1] == b"{" and start[_LENGTH_BYTES - 2 : _LENGTH_BYTES] == b"\0\0"


def read_safetensors(path: Path) -> Weights:
    """Read all tensors.

    Raises:
        OSError: the file cannot be read.
        Unfit: it is damaged, or has numbers of a type that no network uses.
    """
    with path.open("rb") as file:
        size = path.stat().st_size - _LENGTH_BYTES
        length = int.from_bytes(file.read(_LENGTH_BYTES), "little")
        if length > size:
            raise Unfit(marked("it is incomplete or damaged"))
        if length > MAX_HEADER_BYTES:
            raise Unfit(marked("its header is damaged"))
        tensors: dict[str, NDArray[Any]] = {}
        end = 0
        for entry in sorted(_entries(file.read(length)), key=lambda entry: (entry.first, entry.last)):
            needed = math.prod(entry.shape) * bytes_of(entry.dtype)
            if entry.first != end or entry.last - end != needed or entry.last > size - length:
                raise Unfit(marked("the tensor {tensor} is incomplete or lies at a wrong place"), tensor=entry.name)
            tensors[entry.name] = array_of(file.read(needed), entry.dtype).reshape(entry.shape)
            end = entry.last
        if end != size - length:
            raise Unfit(marked("it has more bytes than its tensors"))
    return Weights(path, "safetensors", tensors)


def _entries(header: bytes) -> list[_Entry]:
    try:
        found = json.loads(header, object_pairs_hook=_unique)
    except (ValueError, RecursionError) as error:
        raise Unfit(marked("its header is damaged")) from error
    if not isinstance(found, dict):
        raise Unfit(marked("its header is damaged"))
    return [_entry(name, fields) for name, fields in found.items() if name != "__metadata__"]


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise Unfit(marked("it contains {name} twice"), name=repeated(name for name, _value in pairs))
    return fields


def _entry(name: str, fields: Any) -> _Entry:
    try:
        shape, (first, last), dtype = tuple(fields["shape"]), fields["data_offsets"], fields["dtype"]
    except (TypeError, KeyError, ValueError) as error:
        raise Unfit(marked("its header is damaged")) from error
    if not isinstance(dtype, str) or dtype not in _DTYPES:
        raise Unfit(
            marked("the tensor {tensor} has numbers of the type {dtype}, which no network here uses"),
            remedy=ASK_THE_AUTHORS,
            tensor=name,
            dtype=dtype if isinstance(dtype, str) else type(dtype).__name__,
        )
    if not is_shape(shape) or not are_counts((first, last)):
        raise Unfit(marked("the tensor {tensor} has no possible shape or place"), tensor=name)
    return _Entry(name, _DTYPES[dtype], shape, first, last)
