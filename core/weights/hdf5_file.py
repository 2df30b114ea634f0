"""Read groups, lists of names and numbers of an HDF5 file as Keras writes it, without the library of HDF5.

Keras writes the oldest form of HDF5: names in symbol tables, and the numbers of a tensor in one piece, as they are.
Whatever else HDF5 can do (compression, links, other files) is refused. Lengths and places are checked before anything
is read, and no more of a file's structure is read than that of a network needs.

Source: HDF5 File Format Specification, version 3.0, sections II to IV.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from numpy.typing import NDArray

from ..language import marked
from .weights import ASK_THE_AUTHORS, Unfit, array_of, bytes_of, is_shape

SIGNATURE = b"\x89HDF\r\n\x1a\n"
_MAX_BLOCK_BYTES = 1 << 21
_MAX_STRUCTURE_BYTES = 20_000_000
"""All blocks but those of numbers, at `_BLOCK_COST` at least; a network of 200 layers has 2 MB."""
_BLOCK_COST = 512
"""Bytes that a block counts at least, so that blocks in circles come to an end."""

_DATASPACE, _DATATYPE, _FILES, _LAYOUT, _FILTERS, _ATTRIBUTE, _MORE, _TABLE = 1, 3, 7, 8, 11, 12, 16, 17
"""Numbers of messages."""
_SHARED = 2
"""Flag of messages that lie elsewhere."""
_FLOAT, _TEXT, _VARIABLE = 1, 3, 9
"""Classes of types: floats, texts of a fixed length, and of any length."""
_CONTIGUOUS = 1
_HEAPED = struct.Struct("<IQI")
"""Length of a text, and the place of its heap and its number there."""
_FLOATS = {
    bytes.fromhex("00 20 0f 00 02 00 00 00 00 00 10 00 0a 05 00 0a 0f 00 00 00"): "float16",
    bytes.fromhex("00 20 1f 00 04 00 00 00 00 00 20 00 17 08 00 17 7f 00 00 00"): "float32",
    bytes.fromhex("00 20 3f 00 08 00 00 00 00 00 40 00 34 0b 00 34 ff 03 00 00"): "float64",
}
"""Little-endian floats as HDF5 describes them, after the class and version in the first byte."""


class _Message(NamedTuple):
    """A property of an object."""

    kind: int
    data: bytes


@dataclass
class _Blocks:
    """The bytes of a file."""

    file: BinaryIO
    size: int
    numbers: int
    """Bytes of numbers that may still be read; a file holds no more than its size."""
    structure: int = _MAX_STRUCTURE_BYTES
    """Bytes of other blocks that may still be read."""
    _heaps: dict[int, Mapping[int, bytes]] = field(default_factory=dict)

    def read(self, at: int, length: int) -> bytes:
        """Return a block.

        Raises:
            Unfit: it lies beyond the end, or is longer than any, or the blocks go in circles.
        """
        self.structure -= max(length, _BLOCK_COST)
        if length > _MAX_BLOCK_BYTES or at + length > self.size or self.structure < 0:
            raise damaged()
        self.file.seek(at)
        return self.file.read(length)

    def messages(self, at: int) -> list[_Message]:
        """Return the messages of the object whose header is at a place."""
        version, length = struct.unpack("<B7xI", self.read(at, 12))
        if version != 1:
            raise unusual("object header")
        found = []
        blocks = [(at + 16, length)]
        for start, size in blocks:
            data, place = self.read(start, size), 0
            while place + 8 <= size:
                kind, length, flags = struct.unpack_from("<HHB", data, place)
                if flags & _SHARED:
                    raise unusual("shared message")
                found.append(_Message(kind, data[place + 8 : place + 8 + length]))
                if kind == _MORE:
                    blocks.append(struct.unpack("<QQ", found[-1].data))
                place += 8 + length
        return found

    def links(self, tree: int, heap: int) -> Iterator[tuple[str, int]]:
        """Return names and places of the objects of a group."""
        signature, length, place = struct.unpack("<4s4xQ8xQ", self.read(heap, 32))
        if signature != b"HEAP":
            raise damaged()
        names = self.read(place, length)
        for entry in self._entries(tree):
            name, header, cached = struct.unpack_from("<QQI", entry)
            if cached > 1:
                header = self.size  # a link to another name
            yield names[name : names.index(b"\0", name)].decode(), header

    def _entries(self, tree: int, expected: int | None = None) -> Iterator[bytes]:
        """Return the entries of a symbol table below a node of its tree, which is on the expected level."""
        signature, kind, level, used = struct.unpack("<4sBBH", self.read(tree, 8))
        if signature != b"TREE" or kind or (expected is not None and level != expected):
            raise damaged()
        children = struct.unpack(f"<{used * 2}Q", self.read(tree + 24, used * 16))[1::2]
        for child in children:
            if level:
                yield from self._entries(child, level - 1)
                continue
            signature, count = struct.unpack("<4s2xH", self.read(child, 8))
            if signature != b"SNOD":
                raise damaged()
            data = self.read(child + 8, count * 40)
            yield from (data[at : at + 40] for at in range(0, len(data), 40))

    def heaped(self, at: int) -> Mapping[int, bytes]:
        """Return the objects of a heap of texts of any length by number."""
        if at not in self._heaps:
            signature, size = struct.unpack("<4s4xQ", self.read(at, 16))
            if signature != b"GCOL":
                raise damaged()
            data, place, found = self.read(at, size), 16, {}
            while place + 16 <= size:
                number, length = struct.unpack_from("<H6xQ", data, place)
                found[number] = data[place + 16 : place + 16 + length]
                place += 16 + -(-length // 8) * 8 if number else size  # 0: the free space at its end
            self._heaps[at] = found
        return self._heaps[at]


class Node:
    """A group, or the numbers of a tensor."""

    def __init__(self, blocks: _Blocks, at: int, name: str = "") -> None:
        """Read the messages of the object whose header is at a place."""
        self._blocks, self._name = blocks, name
        self._messages = blocks.messages(at)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The places of the objects of a group by name; empty for numbers."""
        tables = self._of(_TABLE)
        return dict(self._blocks.links(*struct.unpack_from("<QQ", tables[0]))) if tables else {}

    def child(self, path: str) -> Node:
        """Return an object of a group, or of groups in it.

        Raises:
            Unfit: it is missing, or a link.
        """
        name, _, rest = path.partition("/")
        whole = f"{self._name}/{name}" if self._name else name
        if name not in self.places:
            raise Unfit(marked("the part {part} is missing"), part=whole)
        if self.places[name] >= self._blocks.size:
            raise unusual(f"link {whole}")
        node = Node(self._blocks, self.places[name], whole)
        return node.child(rest) if rest else node

    def texts(self, attribute: str) -> list[str] | None:
        """Return a list of texts that describes a group; None if it has none of this name."""
        for data in self._of(_ATTRIBUTE):
            version, *lengths = struct.unpack_from("<BxHHH", data)
            step, start = (8, 8) if version == 1 else (1, 9 if version > 2 else 8)
            parts = []
            for length in lengths:
                parts.append(data[start : start + length])
                start += -(-length // step) * step
            name, datatype, dataspace = parts
            if name.rstrip(b"\0").decode() == attribute:
                return self._texts(data[start:], datatype, math.prod(_shape(dataspace)), attribute)
        return None

    def _texts(self, data: bytes, datatype: bytes, count: int, attribute: str) -> list[str]:
        kind, size = datatype[0] & 15, struct.unpack_from("<I", datatype, 4)[0]
        if count and kind not in {_TEXT, _VARIABLE}:
            raise unusual(attribute)
        if count * max(size, 1) > len(data):
            raise damaged()
        texts = [data[at : at + size] for at in range(0, count * size, size)] if count else []
        if kind == _VARIABLE:
            texts = [self._blocks.heaped(at)[number] for _, at, number in map(_HEAPED.unpack, texts)]
        return [text.rstrip(b"\0").decode() for text in texts]

    def array(self, tensor: str) -> NDArray[Any]:
        """Return numbers, read-only; 16-bit floats become float32.

        Args:
            tensor: Name in messages.

        Raises:
            Unfit: they are no floats, are not stored in one piece in this file, or are cut short.
        """
        if self._of(_FILTERS) or self._of(_FILES) or len(self._of(_LAYOUT)) != 1:
            raise unusual(f"filter or other file of {self._name}")
        version, layout = struct.unpack_from("<BB", self._of(_LAYOUT)[0])
        if (version, layout) != (3, _CONTIGUOUS):
            raise unusual(f"layout of {self._name}")
        (datatype,), (dataspace,) = self._of(_DATATYPE), self._of(_DATASPACE)
        dtype, shape = _FLOATS.get(b"\0" + datatype[1:20]), _shape(dataspace)
        if dtype is None or datatype[0] & 15 != _FLOAT:
            raise Unfit(
                marked("the tensor {tensor} has numbers of the type {dtype}, which no network here uses"),
                remedy=ASK_THE_AUTHORS,
                tensor=tensor,
                dtype=f"HDF5 {datatype[0] & 15}, {struct.unpack_from('<I', datatype, 4)[0]} B",
            )
        if not is_shape(shape):
            raise Unfit(marked("the tensor {tensor} has no possible shape or place"), tensor=tensor)
        place, length = struct.unpack_from("<QQ", self._of(_LAYOUT)[0], 2)
        if length != math.prod(shape) * bytes_of(dtype) or place + length > self._blocks.size:
            raise Unfit(marked("the tensor {tensor} is incomplete or lies at a wrong place"), tensor=tensor)
        self._blocks.numbers -= length
        if self._blocks.numbers < 0:
            raise Unfit(marked("its tensors are larger than the file"), remedy=ASK_THE_AUTHORS)
        self._blocks.file.seek(place)
        return array_of(self._blocks.file.read(length), dtype).reshape(shape)

    def _of(self, kind: int) -> list[bytes]:
        return [message.data for message in self._messages if message.kind == kind]


@contextmanager
def open_hdf5(path: Path) -> Iterator[Node]:
    """Open a file, and return its root group.

    Raises:
        OSError: the file cannot be read.
        Unfit: it is damaged, or has parts that Keras does not write.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        blocks = _Blocks(file, size, size)
        try:
            start = blocks.read(0, 80)
            if start[8] > 1:
                raise unusual(f"superblock {start[8]}")
            if start[13:15] != b"\x08\x08":
                raise unusual("size of places")
            base, root = struct.unpack_from("<Q32xQ" if not start[8] else "<4xQ32xQ", start, 24)
            if base:
                raise unusual("user block")
            yield Node(blocks, root)
        except (struct.error, LookupError, ValueError, RecursionError) as error:
            raise damaged() from error


def _shape(dataspace: bytes) -> tuple[int, ...]:
    """Return the lengths of the sides that a message gives."""
    version, rank = struct.unpack_from("<BB", dataspace)
    return struct.unpack_from(f"<{rank}Q", dataspace, 8 if version == 1 else 4)


def damaged() -> Unfit:
    """Return the reason to refuse a file with an impossible structure."""
    return Unfit(marked("it is incomplete or damaged"))


def unusual(part: str) -> Unfit:
    """Return the reason to refuse a file with parts that Keras does not write."""
    return Unfit(marked("it has a part that Keras does not write ({part})"), remedy=ASK_THE_AUTHORS, part=part)
