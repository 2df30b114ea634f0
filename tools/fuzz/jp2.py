"""Damage band files: boxes, main header, tile-parts and the data of the code stream."""

from __future__ import annotations

import struct
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import rasterio
from rasterio.transform import from_origin
from rasterio.windows import Window

from ...core.decoding.band_file import grid_of, opened, read
from ...core.decoding.band_image import BandImage
from . import Kind

_SAMPLES: dict[str, dict[str, Any]] = {
    "esa": {"BLOCKXSIZE": 128, "BLOCKYSIZE": 128, "RESOLUTIONS": 5, "PRECINCTS": "{256,256}", "PLT": "YES"},
    "with_tlm": {"BLOCKXSIZE": 64, "BLOCKYSIZE": 64, "RESOLUTIONS": 4, "PLT": "YES", "TLM": "YES", "GEOJP2": "YES"},
    "one_tile": {"BLOCKXSIZE": 512, "BLOCKYSIZE": 512, "RESOLUTIONS": 5},
    "lossy": {"BLOCKXSIZE": 128, "BLOCKYSIZE": 128, "QUALITY": "10,30", "REVERSIBLE": "NO", "SOP": "YES", "EPH": "YES"},
    "by_resolution": {"BLOCKXSIZE": 96, "BLOCKYSIZE": 96, "PROGRESSION": "RPCL", "TILEPARTS": "RESOLUTIONS"},
    "plain": {"BLOCKXSIZE": 64, "BLOCKYSIZE": 64, "RESOLUTIONS": 1, "CODEBLOCK_WIDTH": 16, "CODEBLOCK_HEIGHT": 16},
}
"""Options of the encoder."""
_EDGE = 300


def samples(folder: Path) -> list[Path]:
    """Write a band in several layouts."""
    lines, columns = np.mgrid[:_EDGE, :_EDGE]
    band = (1500 + 900 * np.sin(lines / 17) * np.cos(columns / 23)).astype(np.uint16)
    band += np.random.default_rng(1).integers(0, 200, band.shape, np.uint16)
    band[:, :40] = 0
    grid = {"crs": "EPSG:32633", "transform": from_origin(300_000, 5_900_000, 20, 20)}
    paths = []
    for name, options in _SAMPLES.items():
        paths.append(folder / f"{name}.jp2")
        # Without `tiled`, rasterio drops the width of tiles.
        profile = {"driver": "JP2OpenJPEG", "tiled": True, "count": 1, "dtype": "uint16"}
        lossless = {"width": _EDGE, "height": _EDGE, "QUALITY": 100, "REVERSIBLE": "YES", "GEOJP2": "NO"}
        with (
            rasterio.Env(GDAL_PAM_ENABLED="NO"),
            rasterio.open(paths[-1], "w", **profile, **grid, **{**lossless, **options}) as dataset,
        ):
            dataset.write(band, 1)
    return paths


def use(path: Path) -> object:
    """Read grid and pixels of a band file at all resolutions."""
    image = BandImage(str(path), 20, jpeg2000=True)
    digest = sha256(repr(grid_of(image)).encode())
    with opened(image) as dataset:
        levels = range(len(dataset.overviews(1)) + 1)
    for level in levels:
        with opened(image, level) as dataset:
            digest.update(read(dataset, image, Window(0, 0, dataset.width, dataset.height)).tobytes())
    return digest.hexdigest()


def damaged(data: bytes, random: Random) -> tuple[str, bytes]:
    """Damage one element of a file, or two."""
    place, new = _damaged_once(data, random)
    if random.random() < 0.2:
        with suppress(struct.error, IndexError, ValueError):  # the first damage hides the elements
            new = _damaged_once(new, random)[1]
    return place, new


def _damaged_once(data: bytes, random: Random) -> tuple[str, bytes]:
    boxes, segments, parts = _elements(data)
    ways = {
        "box": (boxes, (0, 16)),
        "main header": (segments, (0, 40)),
        "tile-part": (parts, (0, 16)),
        "data": ([(start + 14, end) for start, end in parts[:-1]], (0, len(data))),
        "length": ([(0, len(data))], (0, len(data))),
    }
    place = random.choice(sorted(ways))
    elements, (first, last) = ways[place]
    start, end = random.choice(elements)
    end = max(start + 1, end)
    if place == "length":
        return place, _resized(data, random)
    if random.random() < 0.2:
        return f"{place}, moved", _moved(data, (start, end), random.choice(elements), random)
    if place == "box" and random.random() < 0.3:
        length = random.choice((*range(18), end - start + random.randrange(-9, 9), 2**31, 2**32 - 1)) % 2**32
        return "box, length", data[:start] + struct.pack(">I", length) + data[start + 4 :]
    at = min(start + random.randrange(first, last), end - 1) if place != "data" else random.randrange(start, end)
    return place, _overwritten(data, at, random)


def _overwritten(data: bytes, at: int, random: Random) -> bytes:
    """Change a bit, a byte or a number, or a run of bytes."""
    way = random.randrange(5)
    if way == 0:
        new = bytes([data[at] ^ 1 << random.randrange(8)])
    elif way == 1:
        new = bytes([random.choice((0, 1, 0x7F, 0x80, 0xFF, random.randrange(256)))])
    elif way in {2, 3}:
        size, mark = random.choice(((2, ">H"), (4, ">I")))
        limit = 256**size
        near = int.from_bytes(data[at : at + size], "big") + random.choice((-8, -1, 1, 8, 256))
        new = struct.pack(mark, random.choice((0, 1, near, limit // 2, limit - 1, random.randrange(limit))) % limit)
    else:
        run = random.choice((4, 16, 64, 512))
        new = random.choice((bytes(run), b"\xff" * run, random.randbytes(run)))
    new = new[: len(data) - at]
    return data[:at] + new + data[at + len(new) :]


def _moved(data: bytes, element: tuple[int, int], other: tuple[int, int], random: Random) -> bytes:
    """Remove, repeat or replace an element."""
    (start, end), (begin, stop) = element, other
    new = random.choice((b"", 2 * data[start:end], data[begin:stop]))
    return data[:start] + new + data[end:]


def _resized(data: bytes, random: Random) -> bytes:
    """Cut a file, or insert or remove bytes inside."""
    at = random.randrange(len(data))
    some = random.choice((1, 2, 16, 512))
    return random.choice((data[:at], data[:at] + random.randbytes(some) + data[at:], data[:at] + data[at + some :]))


def _elements(data: bytes) -> tuple[list[tuple[int, int]], ...]:
    """Return begin and end of boxes (those in boxes too), of segments of the main header, and of tile-parts."""
    boxes: list[tuple[int, int]] = []
    pending = [(0, len(data))]
    stream = 0
    while pending:
        start, stop = pending.pop()
        while start < stop:
            length, name = struct.unpack_from(">I4s", data, start)
            length = length if length > 7 else stop - start
            boxes.append((start, start + length))
            if name in {b"jp2h", b"asoc"}:
                pending.append((start + 8, start + length))
            stream = start + 8 if name == b"jp2c" else stream
            start += length
    segments, parts = [(stream, stream + 2)], []
    at = stream + 2
    while data[at : at + 2] != b"\xff\xd9":
        if data[at : at + 2] == b"\xff\x90":
            length = struct.unpack_from(">I", data, at + 6)[0] or len(data)
            parts.append((at, at + length))
        else:
            length = 2 + struct.unpack_from(">H", data, at + 2)[0]
            segments.append((at, at + length))
        at += length
    parts.append((at, at + 2))
    return boxes, segments, parts


KIND = Kind(".jp2", samples, damaged, use)
