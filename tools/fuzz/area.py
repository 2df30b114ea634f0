"""Damage areas of interest: GeoJSON, well-known binary, and their coordinate reference systems."""

from __future__ import annotations

import json
import struct
from hashlib import sha256
from pathlib import Path
from random import Random

import rasterio

from ...core.areas.area import AreaOfInterest
from ...core.errors import OutsideAreaError
from ...core.raster.grid import Grid
from . import Kind
from .damage import NUMBERS, TEXTS, damaged_bytes, damaged_json

_UTM, _DEGREES = "EPSG:32633", "EPSG:4326"
_RING = [[300_500.0, 5_899_500.0], [301_900.0, 5_899_400.0], [301_500.0, 5_898_000.0], [300_500.0, 5_899_500.0]]
_HOLE = [[301_000.0, 5_899_000.0], [301_400.0, 5_899_000.0], [301_200.0, 5_898_800.0], [301_000.0, 5_899_000.0]]
_IN_DEGREES = [[12.01, 53.19], [12.04, 53.19], [12.03, 53.2], [12.01, 53.19]]
_GEOMETRIES = {
    "polygon": (_UTM, {"type": "Polygon", "coordinates": [_RING, _HOLE]}),
    "several": (_UTM, {"type": "MultiPolygon", "coordinates": [[_RING], [_HOLE]]}),
    "degrees": (_DEGREES, {"type": "Polygon", "coordinates": [_IN_DEGREES]}),
}


def _grids() -> tuple[Grid, ...]:
    """Make a small grid of 10 m, and a whole tile of 60 m on the antimeridian."""
    first, last = (rasterio.crs.CRS.from_epsg(epsg).to_wkt() for epsg in (32633, 32701))
    return Grid(first, 300_000.0, 5_900_040.0, 10.0, 300, 300), Grid(last, 166_000.0, 8_109_800.0, 60.0, 1830, 1830)


def samples(folder: Path) -> list[Path]:
    """Write areas: a line with the CRS, then GeoJSON or well-known binary."""
    paths = []
    for name, (crs, geometry) in _GEOMETRIES.items():
        rings = [_RING, _HOLE] if crs == _UTM else [_IN_DEGREES]
        for form, data in (("json", json.dumps(geometry).encode()), ("wkb", _well_known_binary(rings))):
            paths.append(folder / f"{name}_{form}.area")
            paths[-1].write_bytes(f"{crs}\n".encode() + data)
    return paths


def _well_known_binary(rings: list[list[list[float]]]) -> bytes:
    numbers = [struct.pack(f"<I{2 * len(ring)}d", len(ring), *(n for point in ring for n in point)) for ring in rings]
    return struct.pack("<BIIBII", 1, 6, 1, 1, 3, len(rings)) + b"".join(numbers)


def damaged(data: bytes, random: Random) -> tuple[str, bytes]:
    """Damage the geometry of a sample, or its CRS."""
    crs, _, geometry = data.partition(b"\n")
    if random.random() < 0.1:
        other = random.choice((*TEXTS, "EPSG:3857", "EPSG:3031", "EPSG:4978", "EPSG:5773", "IGNF:LAMB93"))
        return "CRS", other.encode("utf-8", "surrogatepass").replace(b"\n", b" ") + b"\n" + geometry
    if not geometry.startswith(b"{"):
        if random.random() < 0.4:
            at = random.randrange(22, len(geometry) - 8)
            number = max(-1e308, min(1e308, random.choice(NUMBERS)))
            return "binary, number", crs + b"\n" + geometry[:at] + struct.pack("<d", number) + geometry[at + 8 :]
        return "binary", crs + b"\n" + damaged_bytes(geometry, random)
    text = damaged_json(json.loads(geometry), random)
    return "GeoJSON", crs + b"\n" + text.encode("utf-8", "surrogatepass")


def use(path: Path) -> object:
    """Find the pixels of an area on two grids."""
    crs, _, geometry = path.read_bytes().partition(b"\n")
    text = geometry.decode("utf-8", "surrogatepass") if geometry.lstrip()[:1] in {b"{", b"["} else None
    area = AreaOfInterest(text or geometry, crs.decode("utf-8", "surrogatepass"))
    digest = sha256(area.digest.encode() + repr(area.as_box()).encode())
    outside = 0
    for grid in _grids():
        try:
            part = area.on(grid, "raster")
        except OutsideAreaError:
            outside += 1
            continue
        digest.update(repr((part.lines, part.columns)).encode() + part.inside.tobytes())
    return outside, digest.hexdigest()


KIND = Kind(".area", samples, damaged, use)
