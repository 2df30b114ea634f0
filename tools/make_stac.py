"""Write STAC items and their band files from the arrays that `make_safe` writes as SAFE.

Fields, keys and file formats are those of the items of Earth Search, Microsoft's Planetary Computer and the Copernicus
Data Space, but for fields that no reader uses. The module shares no code with the reader in `core`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.crs import CRS
from rasterio.transform import from_origin

from .make_safe import ESA_BLOCKS, jp2_options, outline, write_jp2
from .safe_metadata import ATMOSPHERE, DEFAULT_OFFSET, PIXEL_SIZES, Scene

SCL = "SCL"
_WORDS = {
    "B01": "coastal",
    "B02": "blue",
    "B03": "green",
    "B04": "red",
    "B05": "rededge1",
    "B06": "rededge2",
    "B07": "rededge3",
    "B08": "nir",
    "B8A": "nir08",
    "B09": "nir09",
    "B10": "cirrus",
    "B11": "swir16",
    "B12": "swir22",
    "SCL": "scl",
    "AOT": "aot",
    "WVP": "wvp",
}
_COMMON = {**_WORDS, "B05": "rededge", "B06": "rededge", "B07": "rededge"}
_COG = "image/tiff; application=geotiff; profile=cloud-optimized"


@dataclass(frozen=True)
class Provider:
    """A catalogue: the form of its items, and of its files."""

    collection: str
    item_id: Callable[[Scene], str]
    key: Callable[[str, int], str]
    """Returns the key of an asset from band and pixel size."""
    properties: Callable[[Scene], dict[str, Any]]
    bands: Callable[[str, int, float | None], dict[str, Any]]
    """Returns the description of a band from its name, pixel size and offset; None if there is none."""
    block: int = 1024
    jpeg2000: bool = False


def _earth_search(scene: Scene) -> dict[str, Any]:
    return {
        "platform": f"sentinel-2{scene.satellite[2].lower()}",
        "grid:code": f"MGRS-{scene.tile[1:].lstrip('0')}",
        "mgrs:utm_zone": int(scene.tile[1:3]),
        "mgrs:latitude_band": scene.tile[3],
        "mgrs:grid_square": scene.tile[4:],
        "s2:product_type": f"S2MSI{scene.level[1:]}",
        "s2:processing_baseline": scene.baseline,
        "s2:product_uri": f"{scene.product}.SAFE",
        "s2:datastrip_id": scene.datastrip,
        "datetime": f"{scene.sensing_time:%Y-%m-%dT%H:%M:%S}.024000Z",
        "proj:epsg": scene.epsg,
    }


def _planetary(scene: Scene) -> dict[str, Any]:
    return {
        "platform": f"Sentinel-{scene.satellite[1:]}",
        "s2:mgrs_tile": scene.tile[1:],
        "s2:product_type": f"S2MSI{scene.level[1:]}",
        "s2:processing_baseline": scene.baseline,
        "s2:product_uri": f"{scene.product}.SAFE",
        "s2:datastrip_id": scene.datastrip,
        "datetime": f"{scene.sensing_time:%Y-%m-%dT%H:%M:%S}.024000Z",
        "proj:epsg": scene.epsg,
    }


def _data_space(scene: Scene) -> dict[str, Any]:
    return {
        "platform": f"sentinel-2{scene.satellite[2].lower()}",
        "grid:code": f"MGRS-{scene.tile[1:]}",
        "product:type": f"S2MSI{scene.level[1:]}",
        "processing:level": f"L{scene.level[1:2]}",
        "processing:version": scene.baseline,
        "eopf:datastrip_id": scene.datastrip,
        "datetime": f"{scene.sensing_time:%Y-%m-%dT%H:%M:%S}.024Z",
    }


def _two_lists(band: str, size: int, offset: float | None) -> dict[str, Any]:
    """Describe a band as STAC 1.0 does."""
    about: dict[str, Any] = {"nodata": 0, "data_type": "uint16", "spatial_resolution": size}
    if offset is not None:
        about |= {"scale": 0.0001, "offset": offset}
    return {"gsd": size, "eo:bands": [{"name": band, "common_name": _COMMON[band]}], "raster:bands": [about]}


def _words_for_names(band: str, size: int, offset: float | None) -> dict[str, Any]:
    about = _two_lists(band, size, offset)
    about["eo:bands"] = [{"name": _WORDS[band], "common_name": _COMMON[band]}]
    return about


def _names_alone(band: str, size: int, _offset: float | None) -> dict[str, Any]:
    return {"gsd": size, "eo:bands": [{"name": band, "common_name": _COMMON[band]}]}


def _one_list(band: str, size: int, offset: float | None) -> dict[str, Any]:
    """Describe a band as STAC 1.1 does."""
    about: dict[str, Any] = {"gsd": size, "nodata": 0, "data_type": "uint16"}
    about["bands"] = [{"name": band, "eo:common_name": _COMMON[band]}]
    return about if offset is None else about | {"raster:scale": 0.0001, "raster:offset": offset}


PROVIDERS = {
    "earth-search": Provider(
        "sentinel-2-l2a",
        lambda scene: f"{scene.satellite}_{scene.tile[1:]}_{scene.sensing_time:%Y%m%d}_0_{scene.level}",
        lambda band, _size: _WORDS[band],
        lambda scene: {**_earth_search(scene), "earthsearch:s3_path": f"s3://sentinel-cogs/{scene.tile}"},
        _words_for_names,
    ),
    "earth-search-c1": Provider(
        "sentinel-2-c1-l2a",
        lambda scene: f"{scene.satellite}_{scene.tile}_{scene.sensed}_{scene.level}",
        lambda band, _size: _WORDS[band],
        _earth_search,
        _two_lists,
    ),
    "earth-search-l1c": Provider(
        "sentinel-2-l1c",
        lambda scene: f"{scene.satellite}_{scene.tile[1:]}_{scene.sensing_time:%Y%m%d}_0_{scene.level}",
        lambda band, _size: _WORDS[band],
        _earth_search,
        _words_for_names,
        jpeg2000=True,
    ),
    "planetary": Provider(
        "sentinel-2-l2a",
        lambda scene: scene.product.replace(f"_N{scene.baseline.replace('.', '')}", ""),
        lambda band, _size: band,
        _planetary,
        _names_alone,
        block=512,
    ),
    "data-space": Provider(
        "sentinel-2-l2a",
        lambda scene: scene.product,
        lambda band, size: f"{band}_{size}m",
        _data_space,
        _one_list,
        jpeg2000=True,
    ),
}
"""Catalogues by a short name."""


def build_item(  # noqa: PLR0913 - tests choose the provider, what it states, and where files lie.
    folder: Path,
    bands: Mapping[str, np.ndarray],
    *,
    provider: str = "earth-search-c1",
    base: str = "",
    stated: float | None = -0.1,
    properties: Mapping[str, Any] | None = None,
    **scene: Any,
) -> Path:
    """Write an item and its band files below `folder`, and return the path of its JSON.

    `bands` maps names (`B02`, `SCL`) to arrays (rows, columns) of DN as they are in the files, uint16 or, for `SCL`,
    uint8. `base` is the address of `folder` in the hrefs, with a slash; empty for relative ones. `stated` is the
    offset of the bands in the item, if the provider states any. `properties` are added to those of the provider, None
    takes one away. Other keywords are fields of `Scene`.
    """
    about, form = Scene(**{"level": "L2A", **scene}), PROVIDERS[provider]
    name = form.item_id(about)
    files = folder / name
    files.mkdir(parents=True)
    assets, extent = {}, (0.0, 0.0)
    for band, values in bands.items():
        size = 20 if band == SCL else PIXEL_SIZES[band]
        extent = (values.shape[1] * float(size), values.shape[0] * float(size))
        file = files / f"{form.key(band, size)}.{'jp2' if form.jpeg2000 else 'tif'}"
        grid = {"crs": CRS.from_epsg(about.epsg), "transform": from_origin(*about.origin, size, size)}
        _write(file, values, grid, form, size)
        assets[form.key(band, size)] = {
            "href": f"{base or './'}{name}/{file.name}",
            "type": "image/jp2" if form.jpeg2000 else _COG,
            "roles": ["data", "reflectance"],
            **form.bands(band, size, None if band in (SCL, *ATMOSPHERE) else stated),
            "proj:shape": list(values.shape),
            "proj:transform": [size, 0, about.origin[0], 0, -size, about.origin[1]],
            **({"proj:code": f"EPSG:{about.epsg}"} if provider == "data-space" else {}),
        }
    assets["visual"] = {"href": "./TCI.tif", "type": _COG, "roles": ["visual"], "eo:bands": [{}, {}, {}]}
    assets["thumbnail"] = {"href": "./preview.jpg", "type": "image/jpeg", "roles": ["thumbnail"]}
    given = {**form.properties(about), "eo:cloud_cover": 12.5, **(properties or {})}
    ring = [list(point) for point in outline(about, extent)]
    item = {
        "type": "Feature",
        "stac_version": "1.1.0" if provider == "data-space" else "1.0.0",
        "id": name,
        "collection": form.collection,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "bbox": [min(x for x, _ in ring), min(y for _, y in ring), max(x for x, _ in ring), max(y for _, y in ring)],
        "properties": {key: value for key, value in given.items() if value is not None},
        "links": [{"rel": "self", "href": f"{base}{name}.json"}] if base else [],
        "assets": assets,
    }
    target = folder / f"{name}.json"
    target.write_text(json.dumps(item), encoding="utf-8")
    return target


def offset_of(baseline: str) -> int:
    """Return the offset in DN of ESA's products of a baseline."""
    return DEFAULT_OFFSET if baseline >= "04.00" else 0


def _write(file: Path, values: np.ndarray, grid: Mapping[str, Any], form: Provider, size: int) -> None:
    """Write a band as the provider does."""
    if form.jpeg2000:
        write_jp2(file, values, grid, jp2_options(values.shape, ESA_BLOCKS[size]))
        return
    shape = {"height": values.shape[0], "width": values.shape[1], "count": 1, "dtype": values.dtype.name}
    resampling = "nearest" if values.dtype == np.uint8 else "average"
    options = {"blocksize": form.block, "compress": "deflate", "predictor": "yes", "overview_resampling": resampling}
    with rasterio.open(file, "w", driver="COG", nodata=0, **shape, **options, **grid) as dataset:
        dataset.write(values, 1)
