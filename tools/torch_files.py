"""Write files of weights as PyTorch and safetensors do, without either, for tests and fuzzing."""

from __future__ import annotations

import json
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..core.weights.records import Call, Name, Stored, Table

_STORAGES = {
    "float64": "DoubleStorage",
    "float32": "FloatStorage",
    "float16": "HalfStorage",
    "int64": "LongStorage",
    "uint8": "ByteStorage",
    "bool": "BoolStorage",
}
_SAFETENSORS = {"float64": "F64", "float32": "F32", "float16": "F16", "int64": "I64", "uint8": "U8", "bool": "BOOL"}
ORDERED = Name("collections", "OrderedDict")


def opcodes(record: Any) -> bytes:
    """Return the opcodes that make a record, as protocol 2 has them; nothing is shared."""
    return _OPCODES[type(record)](record)


def _of_number(number: int) -> bytes:
    return b"J" + struct.pack("<i", number) if abs(number) < 2**31 else b"\x8a\x09" + number.to_bytes(9, "little")


def _of_text(text: str) -> bytes:
    raw = text.encode("utf-8", "surrogatepass")
    return b"X" + struct.pack("<I", len(raw)) + raw


def _of_call(call: Call) -> bytes:
    state = b"" if call.state is None else opcodes(call.state) + b"b"
    return opcodes(call.of) + opcodes(call.arguments) + b"R" + _items(call.pairs) + state


_OPCODES: Mapping[type, Callable[[Any], bytes]] = {
    type(None): lambda _: b"N",
    bool: lambda yes: b"\x88" if yes else b"\x89",
    int: _of_number,
    float: lambda number: b"G" + struct.pack(">d", number),
    str: _of_text,
    tuple: lambda records: b"(" + b"".join(map(opcodes, records)) + b"t",
    list: lambda records: b"](" + b"".join(map(opcodes, records)) + b"e",
    Table: lambda table: b"}" + _items(table.pairs),
    Name: lambda name: f"c{name.module}\n{name.name}\n".encode(),
    Stored: lambda stored: opcodes(stored.place) + b"Q",
    Call: _of_call,
}


def _items(pairs: list[tuple[Any, Any]]) -> bytes:
    return b"(" + b"".join(opcodes(key) + opcodes(value) for key, value in pairs) + b"u" if pairs else b""


def pickled(record: Any) -> bytes:
    """Return a whole pickle."""
    return b"\x80\x02" + opcodes(record) + b"."


def ordered(values: Mapping[str, Any]) -> Call:
    """Return the record of an `OrderedDict`."""
    return Call(ORDERED, (), pairs=list(values.items()))


def stored(key: str, dtype: str, count: int) -> Stored:
    """Return the record of numbers beside the pickle."""
    return Stored(("storage", Name("torch", _STORAGES.get(dtype, dtype)), key, "cpu", count))


def tensor(numbers: Stored, shape: tuple[int, ...], strides: tuple[int, ...], offset: int = 0) -> Call:
    """Return the record of a tensor; offset and strides count numbers."""
    of = Name("torch._utils", "_rebuild_tensor_v2")
    return Call(of, (numbers, offset, shape, strides, False, Call(ORDERED, ())))


def parameter(of: Call) -> Call:
    """Return the record of a parameter."""
    return Call(Name("torch._utils", "_rebuild_parameter"), (of, True, Call(ORDERED, ())))


class TorchFile:
    """A file of PyTorch that is being made."""

    def __init__(self) -> None:
        self.numbers: dict[str, bytes] = {}

    def tensor(self, array: NDArray[Any]) -> Call:
        """Keep an array, and return the record of its tensor."""
        key = str(len(self.numbers))
        self.numbers[key] = array.tobytes()
        strides = tuple(step // array.itemsize for step in np.array(array, order="C").strides)
        return tensor(stored(key, array.dtype.name, array.size), array.shape, strides)

    def module(self, kind: str, tensors: Mapping[str, NDArray[Any]], parts: Mapping[str, Any], **options: Any) -> Call:
        """Return the record of a module.

        Args:
            kind: Module and name of its class, with a dot between them.
            tensors: Its arrays by name; whole numbers are buffers.
            parts: The records of the modules in it.
            options: Its other settings.
        """
        records = {name: self.tensor(array) for name, array in tensors.items()}
        parameters = {name: parameter(records[name]) for name in tensors if tensors[name].dtype.kind == "f"}
        buffers = {name: records[name] for name in tensors if name not in parameters}
        fields = {
            "training": False,
            "_parameters": ordered(parameters),
            "_buffers": ordered(buffers),
            "_non_persistent_buffers_set": Call(Name("__builtin__", "set"), ([],)),
            "_modules": ordered(parts),
            **options,
        }
        return Call(Name(*kind.rsplit(".", 1)), (), state=Table(list(fields.items())))

    def write(self, path: Path, root: Any) -> Path:
        """Write the file with the record of what it holds; returns its path."""
        return write_archive(path, pickled(root), self.numbers)


def write_archive(path: Path, data: bytes, numbers: Mapping[str, bytes], **more: bytes) -> Path:
    """Write a zip archive as PyTorch does, with a pickle, numbers by key, and more entries; returns its path."""
    entries = {"data.pkl": data, "byteorder": b"little", **{f"data/{key}": raw for key, raw in numbers.items()}, **more}
    with zipfile.ZipFile(path, "w") as archive:
        for name, raw in entries.items():
            archive.writestr(zipfile.ZipInfo(f"{path.stem}/{name}"), raw)
    return path


def write_state(path: Path, arrays: Mapping[str, NDArray[Any]]) -> Path:
    """Write a state dictionary; returns its path."""
    file = TorchFile()
    return file.write(path, ordered({name: file.tensor(array) for name, array in arrays.items()}))


def write_safetensors(
    path: Path, arrays: Mapping[str, NDArray[Any]], *, metadata: Mapping[str, str] | None = None, **dtypes: str
) -> Path:
    """Write a safetensors file as its package does: wide numbers first, then by name.

    Args:
        path: Its path, which is returned.
        arrays: Its tensors by name.
        metadata: Texts about the file.
        dtypes: Types of numbers for single tensors, as safetensors names them.
    """
    header: dict[str, Any] = {"__metadata__": metadata} if metadata else {}
    end = 0
    in_order = sorted(arrays, key=lambda name: (-arrays[name].itemsize, name))
    for name in in_order:
        array = arrays[name]
        dtype = dtypes.get(name) or _SAFETENSORS[array.dtype.name]
        header[name] = {"dtype": dtype, "shape": array.shape, "data_offsets": [end, end + array.nbytes]}
        end += array.nbytes
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(len(text).to_bytes(8, "little") + text + b"".join(arrays[name].tobytes() for name in in_order))
    return path
