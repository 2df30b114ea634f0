"""Read the JSON of a STAC item: its acquisition, and the file, place and scaling of each band.

The fields are those of STAC 1.0 (`eo:bands`, `raster:bands`) and 1.1 (`bands`), as the items of Earth Search,
Microsoft's Planetary Computer and the Copernicus Data Space have them.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

from ..errors import ProductError
from ..product.acquisition import Acquisition
from ..product.bands import ATMOSPHERE, BANDS, PIXEL_SIZE
from ..product.metadata import footprint_of
from ..raster.grid import Grid, utm_wkt

CLASSIFICATION = "SCL"
"""Key under which the scene classification lies among the bands."""
MAX_ITEM_BYTES = 20 * 1024 * 1024
"""Real items have 10 to 250 kB."""
_WORDS = {
    "coastal": "B01",
    "blue": "B02",
    "green": "B03",
    "red": "B04",
    "rededge1": "B05",
    "rededge2": "B06",
    "rededge3": "B07",
    "rededge071": "B05",
    "rededge075": "B06",
    "rededge078": "B07",
    "nir": "B08",
    "nir08": "B8A",
    "nir09": "B09",
    "cirrus": "B10",
    "swir16": "B11",
    "swir22": "B12",
}
"""Names of bands in asset keys, and common names that stand for one band of Sentinel-2 alone."""
_FLAGGED = "sentinel-2-l2a"
"""Collection of Earth Search whose items say if the offset was removed."""
_CODE = re.compile(rf"(B\d\d|B8A|{'|'.join(ATMOSPHERE)}|{CLASSIFICATION})(?:_(\d\d)m)?$", re.IGNORECASE)
_NAMED_SIZE = re.compile(r"_(10|20|60)m$", re.IGNORECASE)
_COPY = re.compile(r"(_\d\dm|[-_]jp2)$", re.IGNORECASE)
_OTHER_ROLES = {"visual", "overview", "thumbnail", "metadata"}
_JPEG2000 = re.compile(r"jp2|jpeg2000|jpx", re.IGNORECASE)
_RASTER = re.compile(r"tiff|jp2|jpeg2000|jpx", re.IGNORECASE)
_RASTER_NAME = re.compile(r"\.(tiff?|jp2)$", re.IGNORECASE)
_UTM = re.compile(r"(?:EPSG:)?(32[67](?:0[1-9]|[1-5]\d|60))$", re.IGNORECASE)
_PLATFORM = re.compile(r"sentinel-?2([a-d])$", re.IGNORECASE)
_TILE = re.compile(r"(?:MGRS-|T)?(\d{1,2})([C-X])([A-Z]{2})$", re.IGNORECASE)
_LEVEL = re.compile(r"(?:MSI|L)(1C|2A)", re.IGNORECASE)
_BASELINE = re.compile(r"\d\d\.\d\d$")
_TIME = re.compile(r"([\d-]{10}T[\d:]{8})(\.\d{1,6})?")
_UNSAFE = re.compile(r"[^\w.+-]+")


@dataclass(frozen=True)
class Asset:
    """A file with one band of an item; unknown fields are None."""

    href: str
    """As the item states it: an address, or a path from the item."""
    pixel_size: int
    """Nominal, in metres."""
    jpeg2000: bool = False
    scale: float | None = None
    """Reflectance is DN x scale + offset."""
    offset: float | None = None
    nodata: float | None = 0
    grid: Grid | None = field(default=None, repr=False)
    """Pixels that the file should have."""


@dataclass(frozen=True)
class StacItem:
    """The fields of an item that a mask needs."""

    acquisition: Acquisition
    collection: str
    bands: Mapping[str, Mapping[int, Asset]] = field(repr=False)
    """Band, map of the atmosphere or `SCL` -> pixel size in metres -> file."""
    footprint: tuple[tuple[float, float], ...] = field(repr=False)
    """Outline, see `ProductMetadata.footprint`; empty if unknown."""
    offset_applied: bool | None = None
    """True if the provider has added the offset of the baseline to the DN already; None if the item does not say."""
    flag_missing: bool = False
    """True if other items of its collection say that, but this one does not."""
    cloud_cover: float | None = None
    """Percent of the scene, by the provider."""
    address: str = ""
    """Address under which the item itself is found; empty if it does not say."""
    thumbnail: str = ""
    """Small picture of the scene as JPEG or PNG, stated as in `Asset.href`; empty if there is none."""


def parse_item(data: bytes, path: str) -> StacItem:
    """Read the JSON of an item.

    Args:
        data: The bytes.
        path: Path or address, for messages.

    Raises:
        ProductError: it is over 20 MB or no JSON, is no item of Sentinel-2, or a field has an impossible value.
    """
    if len(data) > MAX_ITEM_BYTES:
        raise ProductError(
            "{path} was not read: it has {megabytes:.0f} MB, but a STAC item has at most 20 MB. Choose the item's "
            "own JSON.",
            path=path,
            megabytes=len(data) / 1e6,
        )
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ProductError(
            "{path} is not JSON ({reason}). Choose a STAC item, or log in if its host asks for that.",
            path=path,
            reason=error,
        ) from error
    return item_of(found, path)


def item_of(found: Any, path: str) -> StacItem:
    """Read an item from its JSON as Python values, see `parse_item`.

    Raises:
        ProductError: see `parse_item`.
    """
    kind = found.get("type") if isinstance(found, dict) else None
    if kind != "Feature" or not isinstance(found.get("assets"), dict):
        raise ProductError(
            "{path} is not a STAC item: its type is {found!r}. Choose a single item with assets, not a collection or "
            "a catalog.",
            path=path,
            found=kind,
        )
    try:
        return _item(found, path)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError) as error:
        raise ProductError(
            "{path} has a field with an impossible value ({reason}). Choose another item, or tell its provider.",
            path=path,
            reason=f"{type(error).__name__}: {error}",
        ) from error


def _item(found: Mapping[str, Any], path: str) -> StacItem:
    about = found.get("properties") or {}
    bands: dict[str, dict[int, Asset]] = {}
    for band, asset in _assets(found["assets"], about):
        sizes = bands.setdefault(band, {})
        if asset.pixel_size not in sizes or (sizes[asset.pixel_size].jpeg2000 and not asset.jpeg2000):
            sizes[asset.pixel_size] = asset  # a Cloud Optimized GeoTIFF needs fewer bytes for an area
    if not any(band in BANDS for band in bands):
        raise ProductError(
            "{path} has no band of Sentinel-2 as GeoTIFF or JPEG 2000. Choose an item of another collection; for "
            "Zarr, add the address of the .zarr folder.",
            path=path,
        )
    applied = about.get("earthsearch:boa_offset_applied", about.get("sentinel:boa_offset_applied"))
    cover, collection = about.get("eo:cloud_cover"), str(found.get("collection") or "")
    return StacItem(
        acquisition=_acquisition(found, about, path),
        collection=collection,
        bands={band: dict(sorted(sizes.items())) for band, sizes in bands.items()},
        footprint=_outline(found.get("geometry")),
        offset_applied=applied if isinstance(applied, bool) else None,
        flag_missing=applied is None
        and collection == _FLAGGED
        and any(key.startswith("earthsearch:") for key in about),
        cloud_cover=None if cover is None else float(cover),
        address=next((str(link["href"]) for link in found.get("links") or () if link.get("rel") == "self"), ""),
        thumbnail=_thumbnail(found["assets"]),
    )


def _thumbnail(assets: Mapping[str, Any]) -> str:
    """Return where a small picture lies; empty if there is none that a browser could show."""
    pictures = (one for one in assets.values() if "thumbnail" in (one.get("roles") or ()))
    return next((str(one["href"]) for one in pictures if one.get("type") in {"image/jpeg", "image/png"}), "")


def _acquisition(found: Mapping[str, Any], about: Mapping[str, Any], path: str) -> Acquisition:
    """Return the acquisition; the name is ESA's if the item states it, else the item's.

    Raises:
        ProductError: the item tells neither level nor tile.
    """
    identifier = str(found["id"])
    uri = re.sub(r"\.SAFE$", "", str(about.get("s2:product_uri") or identifier).strip())
    named = Acquisition.named(uri)
    level = _level(about, uri, identifier, str(found.get("collection") or ""))
    tile = _tile(about) or (named.tile if named else "")
    if not level or not tile:
        raise ProductError(
            "{path} does not say that it is a scene of Sentinel-2: it has no processing level or no tile. Choose an "
            "item of level L1C or L2A.",
            path=path,
        )
    baseline = str(about.get("s2:processing_baseline") or about.get("processing:version") or "")
    platform = _PLATFORM.search(str(about.get("platform") or ""))
    time = _time(about.get("datetime") or about.get("start_datetime"))
    return Acquisition(
        name=uri if named else _UNSAFE.sub("_", identifier).lstrip(".") or tile,
        level=level,
        baseline=baseline if _BASELINE.match(baseline) else named.baseline if named else "",
        satellite=f"S2{platform[1].upper()}" if platform else named.satellite if named else "",
        tile=tile,
        sensing_time=time or (named.sensing_time if named else None),
        datastrip=str(about.get("s2:datastrip_id") or about.get("eopf:datastrip_id") or ""),
    )


def _level(about: Mapping[str, Any], *names: str) -> str:
    """Return `L1C` or `L2A`, from the type of the product or from names; empty if none tells it."""
    texts = [str(about.get(key) or "") for key in ("s2:product_type", "product:type", "processing:level")]
    found = next((match for text in (*texts, *names) if (match := _LEVEL.search(text))), None)
    return f"L{found[1].upper()}" if found else ""


def _tile(about: Mapping[str, Any]) -> str:
    """Return the tile, e.g. `T33UUU`; empty if it is unknown."""
    parts = [about.get(f"mgrs:{part}") for part in ("utm_zone", "latitude_band", "grid_square")]
    for text in (about.get("grid:code"), about.get("s2:mgrs_tile"), "".join(map(str, parts)) if all(parts) else ""):
        if match := _TILE.match(str(text or "")):
            return f"T{match[1].zfill(2)}{match[2]}{match[3]}".upper()
    return ""


def _time(text: Any) -> datetime | None:
    """Parse `2025-01-13T10:38:32.156995Z` to milliseconds, as in SAFE products; None for an absent time.

    Raises:
        ValueError: it is no time.
    """
    if text is None:
        return None
    if (found := _TIME.match(str(text))) is None:
        raise ValueError(text)
    fraction = (found[2] or ".000")[1:4].ljust(3, "0")
    return datetime.fromisoformat(f"{found[1]}.{fraction}").replace(tzinfo=timezone.utc)


def _outline(geometry: Any) -> tuple[tuple[float, float], ...]:
    """Return the outer ring of a polygon; empty if there is none, because it is only for the map."""
    try:
        polygon = geometry["coordinates"] if geometry["type"] == "Polygon" else max(geometry["coordinates"], key=len)
        longitudes, latitudes = zip(*((float(x), float(y)) for x, y, *_ in polygon[0]))
    except (KeyError, TypeError, ValueError, IndexError):
        return ()
    return footprint_of(longitudes, latitudes)


def _assets(assets: Mapping[str, Any], about: Mapping[str, Any]) -> Iterator[tuple[str, Asset]]:
    """Yield the bands of an item and their files, of formats that GDAL reads without more."""
    for key, asset in assets.items():
        kind, href = str(asset.get("type") or ""), str(asset.get("href") or "")
        is_raster = _RASTER.search(kind) if kind else _RASTER_NAME.search(href.partition("?")[0])
        if not href or not is_raster or _OTHER_ROLES & set(asset.get("roles") or ()):
            continue
        described = _descriptions(asset)
        band = _band(key, described[0] if described else {})
        if band and len(described) <= 1:
            merged = {**asset, **(described[0] if described else {})}
            size = _pixel_size(band, key, merged)
            yield (
                band,
                Asset(
                    href=href,
                    pixel_size=size,
                    jpeg2000=bool(_JPEG2000.search(kind or href)),
                    scale=_number(merged, "scale"),
                    offset=_number(merged, "offset"),
                    nodata=_number(merged, "nodata", default=0),
                    grid=_grid(asset, about),
                ),
            )


def _descriptions(asset: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the description of each band of an asset, joined from the lists of both versions of STAC."""
    lists = [asset.get(name) or [] for name in ("eo:bands", "raster:bands", "bands")]
    count = max(map(len, lists))
    return [{key: value for one in lists if n < len(one) for key, value in one[n].items()} for n in range(count)]


def _band(key: str, described: Mapping[str, Any]) -> str:
    """Recognise the band of an asset by its name, its key or its common name; empty if it is no band."""
    common = described.get("eo:common_name") or described.get("common_name")
    for name in (described.get("name"), key, common):
        plain = str(name or "").strip()
        if match := _CODE.match(plain):
            band = match[1].upper()
        else:
            band = _WORDS.get(_COPY.sub("", _COPY.sub("", plain.lower())), "")
        if band in PIXEL_SIZE or band == CLASSIFICATION:
            return band
    return ""


def _pixel_size(band: str, key: str, about: Mapping[str, Any]) -> int:
    """Return the nominal pixel size of a file in metres.

    Raises:
        ValueError: it is not above 0.
    """
    named = _NAMED_SIZE.search(key)
    transform = about.get("proj:transform")
    stated = (
        about.get("raster:spatial_resolution")
        or about.get("spatial_resolution")
        or about.get("gsd")
        or (transform[0] if transform else None)
        or PIXEL_SIZE.get(band, 20)
    )
    size = round(float(named[1] if named else stated))
    if size <= 0:
        raise ValueError(f"{key}: {stated}")
    return size


def _number(about: Mapping[str, Any], name: str, default: float | None = None) -> float | None:
    """Return a number of a band in either version of STAC; None for a nodata value that is no number.

    Raises:
        ValueError: it is not finite.
    """
    value = about.get(f"raster:{name}", about.get(name, default))
    if value is None or (name == "nodata" and isinstance(value, str)):
        return None
    if not math.isfinite(number := float(value)):
        raise ValueError(f"{name} {value}")
    return number


def _grid(asset: Mapping[str, Any], about: Mapping[str, Any]) -> Grid | None:
    """Return the pixels that a file should have; None if the item does not state them, in UTM and north up."""

    def stated(name: str) -> Any:
        return asset.get(name, about.get(name))

    code = _UTM.match(str(stated("proj:code") or stated("proj:epsg") or ""))
    transform, shape = stated("proj:transform"), stated("proj:shape")
    if code is None or not transform or not shape:
        return None
    step, rotated, left, tilted, down, top = map(float, transform[:6])
    height, width = map(int, shape)
    if rotated or tilted or not 0 < step == -down:
        return None
    return Grid(utm_wkt(int(code[1])), left, top, step, height, width)
