"""Check the structure of a JPEG 2000 file by its headers, without reading the data.

Decoders abort the process, or run for hours, on some damaged files. Names, and the annexes in brackets, are those of
ITU-T T.800.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from math import ceil
from typing import IO, Any, NamedTuple

from ..language import translated

_MAX_EDGE = 20_000
"""Lines and columns; a tile of Sentinel-2 has 10,980."""
_MAX_TILE_PIXELS = 2**27
"""Pixels of a JPEG 2000 tile, which is decoded at once in 32 bits."""
_MAX_LEVELS = 14
"""Decompositions, so that the largest image is halved to a pixel."""
_MAX_BLOCKS = 2**18
"""Code-blocks of a tile, and its packets, which decoders visit even if they are empty; ESA's have 400 and 60."""
_MAX_BOXES = 2**24
"""Bytes of boxes other than the code stream, which are read whole; ESA's have 3 kB."""
_MAX_NESTING = 4
"""Boxes in boxes; GML needs three."""

_SIGNATURE = b"\0\0\0\x0cjP  \r\n\x87\n"
_SUPERBOXES = {b"jp2h", b"asoc", b"res "}
_SOC, _SIZ, _COD, _TLM, _PLM, _PLT = 0xFF4F, 0xFF51, 0xFF52, 0xFF55, 0xFF57, 0xFF58
_QCD, _CRG, _COM, _SOT, _SOD, _EOC = 0xFF5C, 0xFF63, 0xFF64, 0xFF90, 0xFF93, 0xFFD9
_MAIN_SEGMENTS = {_SIZ: "SIZ", _COD: "COD", _QCD: "QCD", _TLM: "TLM", _PLM: "PLM", _CRG: "CRG", _COM: "COM"}
_TILE_SEGMENTS = {_PLT: "PLT", _COM: "COM"}
"""Segments in bands of Sentinel-2; others would change the coding within the image."""
_TLM_LAYOUTS = {0x00: ">H", 0x10: ">BH", 0x20: ">HH", 0x40: ">I", 0x50: ">BI", 0x60: ">HI"}
"""Entries of a segment TLM by its Stlm: the tile, if it is given, and the length."""


class DamageError(Exception):
    """A file is damaged; the text is a main clause that says where."""


class Part:
    """A file or a part of it, read from its beginning to its end."""

    def __init__(self, file: IO[bytes], size: int, start: int = 0) -> None:
        """Use `size` bytes of a file from `start`."""
        self._file, self.size, self._start = file, size, start

    def read(self, offset: int, count: int, name: str) -> bytes:
        """Read bytes of the element with this name.

        Raises:
            DamageError: the file ends before.
        """
        self._file.seek(self._start + offset)
        found = self._file.read(count) if offset + count <= self.size else b""
        if len(found) != count:
            raise _beyond(name)
        return found

    def numbers(self, offset: int, layout: str, name: str) -> tuple[Any, ...]:
        """Read numbers laid out as in `struct`."""
        return struct.unpack(layout, self.read(offset, struct.calcsize(layout), name))


class Image(NamedTuple):
    """The size of an image and of its tiles in pixels."""

    height: int
    width: int
    tile_height: int
    tile_width: int

    @property
    def tiles(self) -> int:
        """Number of tiles."""
        return ceil(self.height / self.tile_height) * ceil(self.width / self.tile_width)


class TilePart(NamedTuple):
    """A part of the code stream with data of one tile."""

    tile: int
    """Number of the tile, line by line."""
    start: int
    """First byte in the file."""
    stop: int
    is_last: bool
    """True if the tile is known to have no further parts."""


class CodeStream(NamedTuple):
    """The code stream of a band."""

    image: Image
    parts: Iterator[TilePart]
    """Its tile-parts, each read and checked when it is asked for. Raises DamageError."""
    lengths: list[int]
    """Lengths of the tile-parts that the main header states; empty if it states none."""
    start: int
    """First byte of the tile-parts in the file."""
    stop: int
    """Byte after the code stream."""


def check(file: Part) -> None:
    """Walk through boxes (annex I), main header and tile-parts (annex A).

    Raises:
        DamageError: the file is incomplete, damaged, of another format, or not a band.
    """
    stream = code_stream(file)
    found = [part.stop - part.start for part in stream.parts]
    _require(stream.lengths in ([], found), _segment("TLM"))


def code_stream(file: Part) -> CodeStream:
    """Walk through boxes and main header.

    Raises:
        DamageError: they are incomplete, damaged, of another format, or not those of a band.
    """
    if file.size == 0:
        raise DamageError(translated("it is empty"))
    if file.size < len(_SIGNATURE) or file.read(0, len(_SIGNATURE), "") != _SIGNATURE:
        raise DamageError(translated("it is not a JPEG 2000 file"))
    found: list[bytes] = []
    shape, place = (0, 0), (0, 0)
    others = 0
    for name, offset, end in _boxes(file, 0, file.size):
        found.append(name)
        if name == b"jp2c":
            _require(b"jp2h" in found, _box(b"jp2h"))
            place = offset, end
            continue
        others += end - offset
        _require(others <= _MAX_BOXES, _box(name))
        if name == b"jp2h":
            shape = _image_header(file, offset, end)
        if name in _SUPERBOXES:
            _check_nested(file, offset, end, 1)
    for name in (b"jP  ", b"ftyp", b"jp2h", b"jp2c"):
        _require(found.count(name) == 1, _box(name))
    return _code_stream(file, *place, shape)


def _require(condition: bool, name: str) -> None:
    if not condition:
        raise DamageError(translated("its {element} is missing or damaged", element=name))


def _beyond(name: str) -> DamageError:
    return DamageError(translated("its {element} ends beyond the end of the file", element=name))


def _box(name: bytes) -> str:
    return translated("box {name!r}", name=name.decode("latin-1").strip())


def _segment(name: str) -> str:
    return translated("segment {name}", name=name)


def _tile(index: int) -> str:
    return translated("tile {number}", number=index + 1)


def _boxes(file: Part, start: int, stop: int) -> Iterator[tuple[bytes, int, int]]:
    """Yield name, begin and end of the contents of each box in a part of a file."""
    while start < stop:
        length, name = file.numbers(start, ">I4s", translated("last box"))
        header = 8
        if length == 1:
            header, length = 16, file.numbers(start + 8, ">Q", _box(name))[0]
        elif length == 0 and name == b"jp2c":
            length = stop - start
        _require(length >= header, _box(name))
        if start + length > stop:
            raise _beyond(_box(name))
        yield name, start + header, start + length
        start += length


def _check_nested(file: Part, start: int, stop: int, depth: int) -> None:
    for name, offset, end in _boxes(file, start, stop):
        _require(depth < _MAX_NESTING, _box(name))
        if name in _SUPERBOXES:
            _check_nested(file, offset, end, depth + 1)


def _image_header(file: Part, start: int, stop: int) -> tuple[int, int]:
    """Return the lines and columns of the image."""
    name, offset, end = next(_boxes(file, start, stop), (b"", 0, 0))
    _require(name == b"ihdr" and end - offset == 14, _box(b"ihdr"))
    height, width, components, bits, compression, *_ = file.numbers(offset, ">IIHBBBB", _box(name))
    _require(0 < height <= _MAX_EDGE and 0 < width <= _MAX_EDGE, _box(name))
    _require((components, compression) == (1, 7) and bits < 16, _box(name))
    return height, width


def _code_stream(file: Part, start: int, stop: int, shape: tuple[int, int]) -> CodeStream:
    _require(file.numbers(start, ">H", _segment("SOC")) == (_SOC,), _segment("SOC"))
    segments: dict[int, bytes] = {}
    lengths: list[int] = []
    offset = start + 2
    for marker, content, end in _segments(file, offset, stop, _MAIN_SEGMENTS, _SOT):
        _require(bool(segments) or marker == _SIZ, _segment("SIZ"))
        _require(marker not in segments or marker not in {_SIZ, _COD, _QCD}, _segment(_MAIN_SEGMENTS[marker]))
        segments[marker] = content
        lengths += _lengths(content) if marker == _TLM else []
        offset = end
    image = _image(segments.get(_SIZ, b""), shape)
    levels, reversible = _check_coding(segments.get(_COD, b""), image)
    _check_quantization(segments.get(_QCD, b""), levels, reversible)
    return CodeStream(image, _tile_parts(file, offset, stop, image), lengths, offset, stop)


def _segments(file: Part, offset: int, stop: int, names: dict[int, str], last: int) -> Iterator[tuple[int, bytes, int]]:
    """Yield marker, contents and end of each segment up to the marker `last`."""
    while True:
        (marker,) = file.numbers(offset, ">H", _segment("SOT"))
        if marker == last:
            return
        name = _segment(names.get(marker, f"{marker:04X}"))
        _require(marker in names, name)
        (length,) = file.numbers(offset + 2, ">H", name)
        _require(length >= 2, name)
        if offset + 2 + length > stop:
            raise _beyond(name)
        yield marker, file.read(offset + 4, length - 2, name), offset + 2 + length
        offset += 2 + length


def _image(content: bytes, shape: tuple[int, int]) -> Image:
    """Return the sizes in a segment SIZ: one component of at most 16 bits without a sign, and no offsets."""
    _require(len(content) == 39, _segment("SIZ"))
    profile, width, height, *corners, components, bits, dx, dy = struct.unpack(">H8IH3B", content)
    left, top, tile_width, tile_height, tile_left, tile_top = corners
    _require((height, width) == shape and not (left or top or tile_left or tile_top), _segment("SIZ"))
    _require(tile_width > 0 and tile_height > 0, _segment("SIZ"))
    _require((components, dx, dy) == (1, 1, 1) and bits < 16 and profile < 0x4000, _segment("SIZ"))
    image = Image(height, width, min(tile_height, height), min(tile_width, width))
    _require(image.tile_height * image.tile_width <= _MAX_TILE_PIXELS and image.tiles < 0xFFFF, _segment("SIZ"))
    return image


def _check_coding(content: bytes, image: Image) -> tuple[int, bool]:
    """Check a segment COD; return the number of decompositions, and True if they are reversible."""
    _require(len(content) >= 10, _segment("COD"))
    style, progression, layers, colours, levels, block_width, block_height, blocks, wavelet = struct.unpack(
        ">BBHBBBBBB", content[:10]
    )
    _require(style < 8 and progression < 5 and layers > 0 and colours == 0 and levels <= _MAX_LEVELS, _segment("COD"))
    _require(block_width + block_height <= 8 and blocks < 0x40 and wavelet < 2, _segment("COD"))
    _require(len(content) == 10 + (levels + 1 if style & 1 else 0), _segment("COD"))
    code_blocks = packets = 0
    for level in range(levels + 1):
        scale = 2 ** (levels - level)
        precinct = content[10 + level] if style & 1 else 0xFF
        sides = []
        for edge, power, block in (
            (image.tile_width, precinct & 15, block_width + 2),
            (image.tile_height, precinct >> 4, block_height + 2),
        ):
            _require(power > 0 or level == 0, _segment("COD"))
            # The code-blocks of a subband are at most half as large as the precinct at its level.
            size = min(block, power - (level > 0))
            sides.append((ceil(edge / scale / 2**power), ceil(edge / scale / 2**size)))
        packets += layers * sides[0][0] * sides[1][0]
        code_blocks += sides[0][1] * sides[1][1]
    _require(max(code_blocks, packets) <= _MAX_BLOCKS, _segment("COD"))
    return levels, wavelet == 1


def _check_quantization(content: bytes, levels: int, reversible: bool) -> None:
    """Check a segment QCD: none for reversible wavelets, else one or two bytes per subband."""
    _require(len(content) > 0, _segment("QCD"))
    style, subbands = content[0] & 0x1F, 3 * levels + 1
    _require(style < 3 and (style == 0) == reversible, _segment("QCD"))
    _require(len(content) >= 1 + (subbands, 2, 2 * subbands)[style], _segment("QCD"))


def _lengths(content: bytes) -> list[int]:
    """Return the lengths of tile-parts in a segment TLM."""
    _require(len(content) > 2 and content[1] in _TLM_LAYOUTS, _segment("TLM"))
    layout = _TLM_LAYOUTS[content[1]]
    _require((len(content) - 2) % struct.calcsize(layout) == 0, _segment("TLM"))
    return [numbers[-1] for numbers in struct.iter_unpack(layout, content[2:])]


def _tile_parts(file: Part, offset: int, stop: int, image: Image) -> Iterator[TilePart]:
    """Yield each tile-part; those of a tile must be complete and in order, and nothing may follow."""
    parts, totals = [0] * image.tiles, [0] * image.tiles
    while file.numbers(offset, ">H", _segment("EOC")) != (_EOC,):
        marker, size, tile, length, part, total = file.numbers(offset, ">HHHIBB", _segment("SOT"))
        _require(marker == _SOT and size == 10 and tile < image.tiles, _segment("SOT"))
        length = length or stop - 2 - offset
        if offset + length > stop - 2:
            raise _beyond(_tile(tile))
        totals[tile] = total or totals[tile]
        _require(part == parts[tile] and (part < totals[tile] or not totals[tile]), _tile(tile))
        segments = [end for *_, end in _segments(file, offset + 12, offset + length, _TILE_SEGMENTS, _SOD)]
        _require([offset + 12, *segments][-1] + 2 <= offset + length, _tile(tile))
        parts[tile] += 1
        yield TilePart(tile, offset, offset + length, parts[tile] == totals[tile])
        offset += length
    _require(offset + 2 == stop, _segment("EOC"))
    for tile, (count, total) in enumerate(zip(parts, totals)):
        _require(count > 0 and total in {0, count}, _tile(tile))
