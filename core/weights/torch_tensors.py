"""Read the numbers of tensors from a zip archive of PyTorch, as its pickle describes them."""

from __future__ import annotations

import io
import math
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..archives import UNREADABLE
from ..language import marked
from .records import Call, Name, Stored, Table
from .weights import ASK_THE_AUTHORS, MAX_BYTES, Unfit, are_counts, array_of, bytes_of, is_shape, repeated

MAX_PICKLE_BYTES = 20_000_000
MAX_DIRECTORY_BYTES = 10_000_000
"""An archive needs about 100 bytes for a tensor."""
MAX_VIEWS = 4
"""Bytes of all tensors for each byte of a file: 16-bit floats are widened, and tensors may share numbers."""
_PICKLE = "data.pkl"
_ZIP_ERRORS = (*UNREADABLE, ValueError, struct.error)
_STORAGES = {
    "DoubleStorage": "float64",
    "FloatStorage": "float32",
    "HalfStorage": "float16",
    "BFloat16Storage": "bfloat16",
    "LongStorage": "int64",
    "IntStorage": "int32",
    "ShortStorage": "int16",
    "CharStorage": "int8",
    "ByteStorage": "uint8",
    "BoolStorage": "bool",
}
"""Type of numbers by the class of their storage."""
_DTYPES = {*_STORAGES.values(), "uint16", "uint32", "uint64"}
"""Types of numbers in storages of any type."""
_PARAMETERS = {"torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state"}
_SUBCLASS = "torch._tensor._rebuild_from_type_v2"
_TENSORS = {"torch._utils._rebuild_tensor_v2": False, "torch._utils._rebuild_tensor_v3": True}
"""Functions that make tensors, and True if their arguments name the type of the numbers."""
_MAX_WRAPS = 3


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """Open a file of PyTorch.

    Raises:
        Unfit: it is damaged, or another archive.
    """
    with _Guarded(io.FileIO(path)) as file:
        try:
            archive = zipfile.ZipFile(file)
        except _ZIP_ERRORS as error:
            raise Unfit(marked("it is incomplete or damaged")) from error
        file.most = MAX_BYTES
        yield Archive(archive, path.stat().st_size)


class _Guarded(io.BufferedReader):
    """A file of which no more than `most` bytes are read at once; `zipfile` reads the whole directory so."""

    most = MAX_DIRECTORY_BYTES

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > self.most:
            raise zipfile.BadZipFile("a directory that is too long")
        return super().read(size)


class Archive:
    """The entries of a file of PyTorch, in one folder of a zip archive, not compressed."""

    def __init__(self, archive: zipfile.ZipFile, size: int) -> None:
        """Find the entries of an archive of `size` bytes.

        Raises:
            Unfit: it is another archive than one of PyTorch, or its numbers are big-endian.
        """
        self._zip, self.bytes, self._left = archive, size, size
        entries = self._zip.infolist()
        names = {entry.filename for entry in entries}
        if len(names) != len(entries):
            raise Unfit(marked("it contains {name} twice"), name=repeated(entry.filename for entry in entries))
        folders = [name[: -len(_PICKLE)] for name in names if name.count("/") == 1 and name.endswith(f"/{_PICKLE}")]
        if len(folders) != 1:
            raise Unfit(
                marked("it is an archive without the weights of one network"),
                remedy=marked("If it contains a file of weights, unpack that one and use it."),
            )
        self._entries = {entry.filename[len(folders[0]) :]: entry for entry in entries}
        if "byteorder" in self._entries and self.read("byteorder") != b"little":
            raise Unfit(marked("its numbers are big-endian"), remedy=ASK_THE_AUTHORS)

    def pickle(self) -> bytes:
        """Return the pickle.

        Raises:
            Unfit: it is damaged or too long.
        """
        if self._entries[_PICKLE].file_size > MAX_PICKLE_BYTES:
            raise Unfit(marked("it has more instructions than a network needs"), remedy=ASK_THE_AUTHORS)
        return self.read(_PICKLE)

    def read(self, name: str) -> bytes:
        """Return the bytes of an entry.

        Raises:
            Unfit: it is missing, damaged, compressed, or larger than the rest of the file can be.
        """
        entry = self._entries.get(name)
        if entry is None:
            raise Unfit(marked("the part {part} is missing"), part=name)
        if entry.compress_type != zipfile.ZIP_STORED:
            raise Unfit(marked("another program has compressed it"))
        self._left -= entry.file_size
        if self._left < 0:
            raise Unfit(marked("the part {part} has a wrong size"), part=name)
        try:
            data = self._zip.read(entry)
        except _ZIP_ERRORS as error:
            raise Unfit(marked("the part {part} is damaged"), part=name) from error
        if len(data) != entry.file_size:
            raise Unfit(marked("the part {part} has a wrong size"), part=name)
        return data


class TensorReader:
    """Makes arrays of the records of tensors; tensors that share numbers share memory."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._numbers: dict[tuple[str, str], NDArray[Any]] = {}
        self._left = MAX_VIEWS * archive.bytes

    def array_of(self, record: Any, name: str) -> NDArray[Any]:
        """Return the numbers of a tensor; read-only.

        Args:
            record: Of a tensor, a parameter or a tensor of a subclass.
            name: Of the tensor, for messages.

        Raises:
            Unfit: the record is of none, or the numbers are missing or damaged, or of a type that no network uses.
        """
        record = _unwrapped(record)
        if not _is_bare(record):
            raise Unfit(marked("its entry {tensor} is no tensor"), remedy=ASK_THE_AUTHORS, tensor=name)
        has_dtype = _TENSORS[str(record.of)]
        if len(record.arguments) < 6 + has_dtype:
            raise _impossible(name)
        stored, offset, shape, strides, _gradient, _hooks, *more = record.arguments
        numbers = self._numbers_of(stored, more.pop(0) if has_dtype else None, name)
        if any(isinstance(one, Table) and one.pairs for one in more):
            raise Unfit(marked("the tensor {tensor} is stored as its negative"), remedy=ASK_THE_AUTHORS, tensor=name)
        array = _view(numbers, offset, shape, strides, name)
        self._left -= array.nbytes
        if self._left < 0:
            raise Unfit(marked("its tensors are larger than the file"), remedy=ASK_THE_AUTHORS)
        return array

    def _numbers_of(self, stored: Any, of_type: Any, name: str) -> NDArray[Any]:
        """Read a storage, or return it if it has been read."""
        place = stored.place if isinstance(stored, Stored) else None
        if not isinstance(place, tuple) or len(place) != 5 or not isinstance(place[1], Name):
            raise _impossible(name)
        what, storage, key, _device, count = place
        if what != "storage" or not isinstance(key, str) or not are_counts([count]):
            raise _impossible(name)
        dtype = _STORAGES.get(storage.name)
        if isinstance(of_type, Name):
            storage, dtype = of_type, of_type.name if of_type.name in _DTYPES else None
            count = count // bytes_of(dtype) if dtype else 0
        if dtype is None:
            raise Unfit(
                marked("the tensor {tensor} has numbers of the type {dtype}, which no network here uses"),
                remedy=ASK_THE_AUTHORS,
                tensor=name,
                dtype=storage.name,
            )
        if (key, dtype) not in self._numbers:
            data = self._archive.read(f"data/{key}")
            if len(data) != count * bytes_of(dtype):
                raise Unfit(marked("the tensor {tensor} is incomplete or lies at a wrong place"), tensor=name)
            self._numbers[key, dtype] = array_of(data, dtype)
        return self._numbers[key, dtype]


def is_tensor(record: Any) -> bool:
    """Check if a record is of a tensor, a parameter or a tensor of a subclass."""
    return _is_bare(_unwrapped(record))


def _is_bare(record: Any) -> bool:
    return isinstance(record, Call) and str(record.of) in _TENSORS


def _unwrapped(record: Any) -> Any:
    """Return the tensor of a parameter or of a subclass of tensors."""
    for _ in range(_MAX_WRAPS):
        if not isinstance(record, Call) or not record.arguments:
            break
        if str(record.of) in _PARAMETERS:
            record = record.arguments[0]
        elif str(record.of) == _SUBCLASS and len(record.arguments) == 4:
            function, _type, arguments, _state = record.arguments
            if not isinstance(function, Name) or not isinstance(arguments, tuple):
                break
            record = Call(function, arguments)
    return record


def _view(numbers: NDArray[Any], offset: Any, shape: Any, strides: Any, name: str) -> NDArray[Any]:
    """Return a part of numbers as an array; offset and strides count numbers."""
    if not is_shape(shape) or not isinstance(strides, (tuple, list)) or not are_counts((offset, *strides)):
        raise _impossible(name)
    last = sum((side - 1) * stride for side, stride in zip(shape, strides))
    count = math.prod(shape)
    if len(shape) != len(strides) or count > numbers.size or (count and offset + last >= numbers.size):
        raise Unfit(marked("the tensor {tensor} is incomplete or lies at a wrong place"), tensor=name)
    if not count:
        return numbers[:0].reshape(shape)
    steps = [stride * numbers.itemsize if side > 1 else 0 for side, stride in zip(shape, strides)]
    return np.ndarray(shape, numbers.dtype, numbers, offset * numbers.itemsize, steps)


def _impossible(name: str) -> Unfit:
    return Unfit(marked("the tensor {tensor} has no possible shape or place"), tensor=name)
