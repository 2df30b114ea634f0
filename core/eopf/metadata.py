"""Find the bands of an EOPF product and their acquisition in the metadata of its store.

The layout is that of ESA's sample products of processing baseline 05.11 (2025), of levels 1C and 2A.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

from ..errors import ProductError
from ..raster.grid import Grid, utm_wkt
from .store import ZarrArray, ZarrStore, parse_store

_IMAGE = re.compile(
    r"(?:measurements/reflectance|quality/atmosphere|conditions/mask/l2a_classification)/r(\d+)m/(b\w\w|aot|wvp|scl)$"
)
_LEVEL = {"S02MSIL1C": "L1C", "S02MSIL2A": "L2A"}
_PLATFORM = re.compile(r"sentinel-2([a-d])$", re.IGNORECASE)
_TIME = re.compile(r"[\d-]{10}T[\d:]{8}(\.\d{3})?")
_MARK = b'"S02MSIL'
"""Beginning of the product type in the metadata of all products, and in that of no other store."""


@dataclass(frozen=True)
class EopfMetadata:
    """The fields of a product's metadata."""

    store: ZarrStore = field(repr=False)
    level: str
    """`L1C` or `L2A`."""
    baseline: str
    """Processing baseline, e.g. `05.11`."""
    satellite: str
    """e.g. `S2A`; empty if unknown."""
    uri: str
    """Name of the SAFE product with the same pixels."""
    start_time: datetime | None
    """Start of the datatake, UTC."""
    sensing_time: datetime | None
    """Mean time of the tile, UTC."""
    tile_id: str
    """Identifier of the granule, which contains the name of the tile; empty if unknown."""
    outline: tuple[tuple[float, float], ...]
    """Outline of the data, (longitude, latitude) in degrees; empty if unknown."""
    images: Mapping[str, Mapping[int, ZarrArray]]
    """Band, map of the atmosphere or `SCL` -> pixel size in metres -> array."""
    quantification: float
    """DN per unit of reflectance."""
    offsets: Mapping[str, int]
    """DN to add per band before division by `quantification`; a band without add_offset is absent."""
    grids: Mapping[int, Grid]
    """Pixel size in metres -> grid of the arrays."""


def is_eopf(data: bytes) -> bool:
    """Check if the metadata of a Zarr store is that of a Sentinel-2 product."""
    return _MARK in data


def parse_eopf(data: bytes, path: str) -> EopfMetadata:
    """Read the metadata of a product.

    Args:
        data: The bytes of one of `store.METADATA_NAMES`.
        path: Its path, for error messages.

    Raises:
        ProductError: see `parse_store`.
        ProductError: the store is no Sentinel-2 product, or a field that the pixels need is missing or impossible.
    """
    store = parse_store(data, path)
    try:
        return _parse(store, path)
    except KeyError as error:
        raise ProductError(
            "{path} lacks the field {field}. Download the product again.", path=path, field=error.args[0]
        ) from error
    except (TypeError, ValueError, AttributeError, IndexError, OverflowError) as error:
        raise ProductError(
            "{path} has a field with an impossible value ({reason}). Download the product again.",
            path=path,
            reason=error,
        ) from error


def _parse(store: ZarrStore, path: str) -> EopfMetadata:
    discovery = store.attributes["stac_discovery"]
    about = discovery["properties"]
    other = store.attributes.get("other_metadata", {})
    kind = about["product:type"]
    if kind not in _LEVEL:
        raise ProductError(
            "{path} has {field} {value!r}, which is not supported. Supported: {supported}.",
            path=path,
            field="product:type",
            value=kind,
            supported=list(_LEVEL),
        )
    images: dict[str, dict[int, ZarrArray]] = {}
    for name, array in store.arrays.items():
        if found := _IMAGE.match(str(name)):
            images.setdefault(found[2].upper(), {})[int(found[1])] = array
    bands = {band: arrays for band, arrays in images.items() if band.startswith("B")}
    platform = _PLATFORM.match(about.get("platform") or "")
    quantification, offsets = _scaling(bands)
    return EopfMetadata(
        store=store,
        level=_LEVEL[kind],
        baseline=_text(about["eopf:baseline"]),
        satellite=f"S2{platform[1].upper()}" if platform else "",
        uri=_text(discovery["id"]),
        start_time=_time(about.get("start_datetime")),
        sensing_time=_time(other.get("mean_sensing_time")),
        tile_id=_text(other.get("UTM_zone_identification") or ""),
        outline=_outline(discovery.get("geometry")),
        images=images,
        quantification=quantification,
        offsets=offsets,
        grids=_grids(bands),
    )


def _text(value: Any) -> str:
    """Return a value that must be a text.

    Raises:
        TypeError: it is none.
    """
    if not isinstance(value, str):
        raise TypeError(repr(value))
    return value


def _scaling(bands: Mapping[str, Mapping[int, ZarrArray]]) -> tuple[float, dict[str, int]]:
    """Return the quantification value of all bands, and the offset of each in DN; those before 04.00 have none.

    Raises:
        KeyError: a band has no scale.
        ValueError: bands have different scales, or a value is no number.
    """
    scales: set[float] = set()
    offsets: dict[str, int] = {}
    for band, arrays in bands.items():
        for array in arrays.values():
            scale = float(array.attributes["scale_factor"])
            if not 0 < scale < 1:
                raise ValueError(f"scale_factor {scale}")
            scales.add(scale)
            if "add_offset" in array.attributes:
                offset = round(float(array.attributes["add_offset"]) / scale)
                if offsets.setdefault(band, offset) != offset:
                    raise ValueError(f"add_offset {array.attributes['add_offset']} of {array.name}")
    if len(scales) > 1:
        raise ValueError(f"scale_factor {sorted(scales)}")
    return (round(1 / scales.pop(), 6) if scales else 1.0), offsets


def _grids(bands: Mapping[str, Mapping[int, ZarrArray]]) -> dict[int, Grid]:
    """Return the grid of the bands of each pixel size.

    Raises:
        KeyError: a band states none.
        ValueError: bands of one pixel size have different ones.
    """
    grids: dict[int, Grid] = {}
    for arrays in bands.values():
        for size, array in arrays.items():
            grid = _grid(array)
            if grids.setdefault(size, grid) != grid:
                raise ValueError(f"proj:transform {array.attributes['proj:transform']} of {array.name}")
    return grids


def _grid(array: ZarrArray) -> Grid:
    """Return the grid of a band.

    Raises:
        KeyError: it states none.
        ValueError: it is none of UTM, north up with square pixels.
    """
    code = int(array.attributes["proj:epsg"])
    step, rotated, left, tilted, down, top = map(float, array.attributes["proj:transform"][:6])
    if code // 100 not in {326, 327} or not 1 <= code % 100 <= 60:
        raise ValueError(f"proj:epsg {code}")
    if rotated or tilted or not (math.isfinite(left) and math.isfinite(top)) or not 0 < step == -down:
        raise ValueError(f"proj:transform {array.attributes['proj:transform']}")
    height, width = array.shape
    return Grid(utm_wkt(code), left, top, step, height, width)


def _outline(geometry: Any) -> tuple[tuple[float, float], ...]:
    """Return the outer ring of a polygon; empty if there is none, because it is optional."""
    try:
        return tuple((float(x), float(y)) for x, y, *_ in geometry["coordinates"][0])
    except (KeyError, TypeError, ValueError, IndexError):
        return ()


def _time(text: str | None) -> datetime | None:
    """Parse `2025-01-13T10:38:32.156995Z` to milliseconds, as in SAFE products; None for an absent time.

    Raises:
        ValueError: it is no time.
    """
    if not text or text == "null":
        return None
    if not (found := _TIME.match(text)):
        raise ValueError(text)
    return datetime.fromisoformat(found[0]).replace(tzinfo=timezone.utc)
