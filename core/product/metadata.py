"""Parse the metadata of products and of their granules."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone

from ..contents.xml_files import parse_xml
from ..errors import ProductError
from ..raster.grid import Grid, utm_wkt
from .bands import BAND_OF_ID

FIRST_BASELINE_WITH_OFFSETS = 4.0
"""First baseline whose DN have an offset (Sentinel-2 Products Specification Document, issue 14.9)."""
FIRST_TIME_WITH_OFFSETS = datetime(2022, 1, 25, tzinfo=timezone.utc)
"""First day of that baseline."""
FIRST_USER_BASELINE = 99.0
""""Baseline" of products that users made with sen2cor."""

_SATELLITE = {"Sentinel-2A": "S2A", "Sentinel-2B": "S2B", "Sentinel-2C": "S2C", "Sentinel-2D": "S2D"}
_LEVEL = {"Level-1C": "L1C", "Level-2A": "L2A", "Level-2Ap": "L2A"}
_UTM = re.compile(r"(?:urn:ogc:def:crs:)?EPSG:+(32[67](?:0[1-9]|[1-5]\d|60))$", re.IGNORECASE)

_Found = dict[str, dict[str, str]]
"""Name of an element -> `band_id` or `resolution` of the element or those around it, or an empty text -> its text."""


@dataclass(frozen=True)
class ProductMetadata:
    """The fields of a product's metadata file."""

    level: str
    """`L1C` or `L2A`."""
    baseline: str
    """Processing baseline, e.g. `05.10`."""
    satellite: str
    """`S2A`, `S2B` or `S2C`; empty if unknown."""
    sensing_time: datetime | None
    """Start of the datatake, UTC; None if unknown."""
    quantification: float
    """DN per unit of reflectance."""
    offsets: dict[str, int]
    """DN to add per band before division by `quantification`; empty before baseline 04.00."""
    footprint: tuple[tuple[float, float], ...]
    """Outline of the pixels with data, (longitude, latitude) in degrees, on the antimeridian to 360; else empty."""
    uri: str = ""
    """PRODUCT_URI, the name of the product wherever it is stored; empty if unknown."""


@dataclass(frozen=True)
class TileMetadata:
    """The fields of a granule's metadata file; each may be unknown."""

    grids: dict[int, Grid] = field(default_factory=dict)
    """Nominal pixel size in metres -> grid of the band files."""
    sensing_time: datetime | None = None
    """UTC."""
    datastrip: str = ""
    tile_id: str = ""
    """Identifier of the granule, which contains the name of the tile."""


def parse_metadata(data: bytes, path: str) -> ProductMetadata:
    """Read a product metadata file.

    Args:
        data: The file's bytes.
        path: Its path, for error messages.

    Raises:
        ProductError: the file is over 20 MB, has a DOCTYPE or an entity declaration, or is not well-formed.
        ProductError: a field that the pixels need is missing, or a field has an impossible value.
    """
    found = _collect(data, path)

    def field(*names: str) -> str:
        text = _first(found, *names)
        if not text:
            raise ProductError(
                "{path} lacks the field {field}. Download the product again.", path=path, field=" or ".join(names)
            )
        return text

    def known(table: dict[str, str], name: str) -> str:
        value = field(name)
        if value not in table:
            raise ProductError(
                "{path} has {field} {value!r}, which is not supported. Supported: {supported}.",
                path=path,
                field=name,
                value=value,
                supported=list(table),
            )
        return table[value]

    baseline, offsets = field("PROCESSING_BASELINE"), _offsets(found, path)
    time = _time(found, "PRODUCT_START_TIME", path)
    check_offsets(baseline, time, offsets, path)
    name = "QUANTIFICATION_VALUE"
    quantification = _number(field(f"BOA_{name}", f"L2A_BOA_{name}", name), name, path)
    if quantification <= 0:
        raise ProductError(
            "The quantification value in {path} is {quantification}, but must be above 0. Download the product again.",
            path=path,
            quantification=quantification,
        )
    return ProductMetadata(
        level=known(_LEVEL, "PROCESSING_LEVEL"),
        baseline=baseline,
        satellite=known(_SATELLITE, "SPACECRAFT_NAME") if _first(found, "SPACECRAFT_NAME") else "",
        sensing_time=time,
        quantification=quantification,
        offsets=offsets,
        footprint=_listed_footprint(_first(found, "EXT_POS_LIST")),
        uri=_first(found, "PRODUCT_URI_2A", "PRODUCT_URI"),
    )


def parse_tile_metadata(data: bytes, path: str) -> TileMetadata:
    """Read the metadata file of a granule; see `parse_metadata`."""
    found = _collect(data, path)
    zone = _UTM.match(_first(found, "HORIZONTAL_CS_CODE"))

    def number(name: str, size: str) -> float:
        return _number(found.get(name, {}).get(size, ""), name, path)

    def grid(size: str) -> Grid:
        left, top, step, rows, columns = (number(name, size) for name in ("ULX", "ULY", "XDIM", "NROWS", "NCOLS"))
        return Grid(utm_wkt(int(zone[1])) if zone else "", left, top, step, int(rows), int(columns))

    sizes = [size for size in found.get("ULX", ()) if zone and size.isdigit()]
    time = _time(found, "SENSING_TIME", path)
    datastrip, tile = _first(found, "DATASTRIP_ID"), _first(found, "TILE_ID")
    return TileMetadata({int(size): grid(size) for size in sizes}, time, datastrip, tile)


def _first(found: _Found, *names: str) -> str:
    """Return the first text of the first of these elements that has one; empty if there is none."""
    return next((text for name in names for text in found.get(name, {}).values() if text), "")


def check_offsets(baseline: str, time: datetime | None, offsets: Mapping[str, int], path: str) -> None:
    """Check that there are offsets if the baseline of a product has them.

    Args:
        baseline: Processing baseline, e.g. `05.10`.
        time: Start of the datatake.
        offsets: Offsets that its metadata states.
        path: Path of the metadata, for messages.

    Raises:
        ProductError: there are none, or the baseline is no number.
    """
    if not offsets and has_offsets(_number(baseline, "PROCESSING_BASELINE", path), time):
        raise ProductError(
            "{path} has baseline {baseline} but no RADIO_ADD_OFFSET or BOA_ADD_OFFSET. Download the product again, or "
            "process it with sen2cor 2.10 or later.",
            path=path,
            baseline=baseline,
        )


def has_offsets(baseline: float, time: datetime | None) -> bool:
    """Decide if the DN of a baseline have offsets.

    Users' products have baseline 99.99. Before 2.10, sen2cor wrote no offsets, and got none until baseline 04.00.
    """
    if baseline >= FIRST_USER_BASELINE:
        return time is None or time >= FIRST_TIME_WITH_OFFSETS
    return baseline >= FIRST_BASELINE_WITH_OFFSETS


def _offsets(found: _Found, path: str) -> dict[str, int]:
    """Return the offset of each band."""
    offsets = {}
    for name in ("RADIO_ADD_OFFSET", "BOA_ADD_OFFSET"):
        for band_id, text in found.get(name, {}).items():
            band = BAND_OF_ID.get(int(band_id)) if band_id.isdigit() else None
            if band is None:
                raise ProductError(
                    "{path} has a {field} with the unknown band_id {band_id!r}. Download the product again.",
                    path=path,
                    field=name,
                    band_id=band_id or None,
                )
            offsets[band] = int(_number(text, name, path))
    return offsets


def _collect(data: bytes, path: str) -> _Found:
    """Return the texts of all elements."""
    found: _Found = {}
    keys = [""]

    def start(_name: str, attributes: dict[str, str]) -> None:
        keys.append(attributes.get("band_id") or attributes.get("resolution") or keys[-1])

    def end(name: str, text: str) -> None:
        found.setdefault(name, {}).setdefault(keys.pop(), text)

    parse_xml(data, path, start, end)
    return found


def _number(text: str, name: str, path: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ProductError(
            "{field} in {path} is {value!r}, but must be a number. Download the product again.",
            field=name,
            path=path,
            value=text.strip(),
        )
    return number


def _listed_footprint(text: str) -> tuple[tuple[float, float], ...]:
    """Return the points of a list of latitudes and longitudes; empty if the list is not usable."""
    try:
        numbers = [float(word) for word in text.split()]
    except ValueError:
        return ()
    return footprint_of(numbers[1::2], numbers[::2])


def footprint_of(longitudes: Sequence[float], latitudes: Sequence[float]) -> tuple[tuple[float, float], ...]:
    """Return the outline of a product as `ProductMetadata.footprint`; empty if its points are not usable.

    The footprint is optional. If it spans the world, it crosses the antimeridian.
    """
    possible = all(abs(y) <= 90 for y in latitudes) and all(abs(x) <= 180 for x in longitudes)
    if len(latitudes) != len(longitudes) or len(latitudes) < 4 or not possible:
        return ()
    if max(longitudes) - min(longitudes) >= 180:
        longitudes = [x % 360 for x in longitudes]
    return tuple(zip(longitudes, latitudes)) if max(longitudes) - min(longitudes) < 180 else ()


def _time(found: _Found, name: str, path: str) -> datetime | None:
    """Parse `2024-01-01T10:24:31.024Z` to an aware datetime (Python 3.9's `fromisoformat` refuses the Z)."""
    text = _first(found, name)
    if not text:
        return None
    try:
        time = datetime.fromisoformat(text.rstrip("Z")[:23])
    except ValueError as error:
        raise ProductError(
            "{field} in {path} is {value!r}, but must be a time. Download the product again.",
            field=name,
            path=path,
            value=text,
        ) from error
    return time.replace(tzinfo=timezone.utc)
