"""Write Sentinel-2 products in ESA's EOPF format, a Zarr store, from the arrays that `make_safe` writes as SAFE.

Names and attributes are those of real products of baseline 05.11, but for fields that no reader uses; version 3 is as
zarr-python 3.1 writes it. The module shares no code with the reader in `core`.
"""

from __future__ import annotations

import json
import math
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np
import rasterio
from rasterio.transform import from_origin

from .make_safe import outline, versions
from .safe_metadata import ATMOSPHERE, BANDS, PIXEL_SIZES, RESOLUTIONS, Scene

# Edge of ESA's chunks in pixels, by nominal resolution in metres.
ESA_CHUNKS = {10: 1830, 20: 915, 60: 305}
_BLOSC = {"cname": "zstd", "clevel": 3, "blocksize": 0}
_GDAL_BLOSC = {"COMPRESS": "BLOSC", "BLOSC_CNAME": "zstd", "BLOSC_CLEVEL": "3", "BLOSC_SHUFFLE": "BIT"}
# Dimensions of the arrays of angles, of which only the first two are cut into chunks, in two halves.
_DIMENSIONS = {
    "sun_angles": ("angle", "y", "x"),
    "viewing_incidence_angles": ("band", "detector", "angle", "y", "x"),
    "mean_sun_angles": ("angle",),
    "mean_viewing_incidence_angles": ("band", "angle"),
}
_GROUPS = {"SCL": "conditions/mask/l2a_classification"} | dict.fromkeys(ATMOSPHERE, "quality/atmosphere")


def build_eopf(
    folder: Path,
    bands: Mapping[str, np.ndarray],
    *,
    resolutions: Mapping[str, int] | None = None,
    chunks: Mapping[int, int] | None = None,
    version: int = 2,
    **scene: Any,
) -> Path:
    """Write a product below `folder` and return the path of its `.zarr` folder.

    `bands`, `resolutions` and the fields of `Scene` are as in `make_safe.build_product`, but `SCL` (uint8, 20 m) may be
    among the bands; `chunks` sets the edge of the chunks per nominal resolution, `version` that of Zarr.
    """
    about = Scene(**scene)
    Path(folder).mkdir(parents=True, exist_ok=True)
    make = _Store if version == 2 else _Store3
    store = make(Path(folder) / f"{about.product}.zarr", {**ESA_CHUNKS, **(chunks or {})})
    extent = (0.0, 0.0)
    for band in bands:
        array = np.asarray(bands[band])
        size = (resolutions or {}).get(band, PIXEL_SIZES.get(band, 20))
        extent = (array.shape[1] * float(size), array.shape[0] * float(size))
        for pixel, values in versions(about, band, size, array).items():
            nominal = pixel if pixel in RESOLUTIONS else PIXEL_SIZES[band]
            group = f"{_GROUPS.get(band, 'measurements/reflectance')}/r{nominal}m"
            store.add_axes(group, pixel, about.origin, values.shape)
            store.add(f"{group}/{band.lower()}", values, nominal, _attributes(about, band, pixel, values.shape))
    for name, dimensions in _DIMENSIONS.items():
        angles = getattr(about.geometry, name, None)
        if angles is not None:
            store.add_angles(f"conditions/geometry/{name}", angles, dimensions)
    store.finish(_root_attributes(about, extent))
    return store.root


def zip_eopf(store: Path) -> Path:
    """Pack a store into `<name>.zarr.zip` beside it, uncompressed and without a folder of its own."""
    target = store.with_name(f"{store.name}.zip")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(store.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(store).as_posix())
    return target


class _Store:
    """A Zarr store of version 2 while it is written."""

    def __init__(self, root: Path, chunks: Mapping[int, int]) -> None:
        self.root = root
        self._chunks = chunks
        self._metadata: dict[str, Any] = {}

    def add(self, name: str, values: np.ndarray, nominal: int, attributes: Mapping[str, Any]) -> None:
        """Write an array in compressed chunks, by GDAL."""
        edge = self._chunks[nominal]
        for place, data in self._compressed(values, (edge, edge)).items():
            self._write_chunk(name, place, data)
        self._describe(name, values, (edge, edge), attributes, compressed=True)

    def add_angles(self, name: str, values: np.ndarray, dimensions: tuple[str, ...]) -> None:
        """Write an array of angles, in halves of bands and detectors as ESA's."""
        halves = 2 if len(dimensions) > 3 else 0
        chunks = tuple(-(-length // 2) if axis < halves else length for axis, length in enumerate(values.shape))
        counts = [-(-length // chunk) for length, chunk in zip(values.shape, chunks)]
        padded = np.full([count * chunk for count, chunk in zip(counts, chunks)], np.nan)
        padded[tuple(map(slice, values.shape))] = values
        places = list(np.ndindex(*counts))
        cuts = [tuple(slice(at * size, (at + 1) * size) for at, size in zip(place, chunks)) for place in places]
        lines = np.stack([padded[cut].ravel() for cut in cuts])
        for line, data in self._compressed(lines, (1, lines.shape[1])).items():
            self._write_chunk(name, ".".join(map(str, places[int(line.split(".")[0])])), data)
        attributes = {"_ARRAY_DIMENSIONS": dimensions, "unit": "deg"}
        self._describe(name, values, chunks, attributes, compressed=True)

    def _compressed(self, values: np.ndarray, chunks: tuple[int, int]) -> dict[str, bytes]:
        """Return the chunks with data of an array of two dimensions, as GDAL writes them."""
        rows, columns = values.shape
        profile = {"driver": "Zarr", "width": columns, "height": rows, "count": 1, "dtype": values.dtype}
        options = {"ARRAY_NAME": "band", "BLOCKSIZE": "{},{}".format(*chunks), **_GDAL_BLOSC}
        place = {"nodata": _fill(values), "transform": from_origin(0, 1, 1, 1)}
        with tempfile.TemporaryDirectory(dir=self.root.parent) as scratch:
            with rasterio.open(f"{scratch}/store", "w", **profile, **options, **place) as dataset:
                dataset.write(values, 1)
            return {path.name: path.read_bytes() for path in Path(scratch, "store", "band").glob("[0-9]*")}

    def add_axes(self, group: str, pixel: int, origin: tuple[float, float], shape: tuple[int, ...]) -> None:
        """Write the coordinates of the centres of pixels, `x` and `y`, which belong to all arrays of a group."""
        (left, top), (rows, columns) = origin, shape
        axes = {"x": left + pixel * (np.arange(columns) + 0.5), "y": top - pixel * (np.arange(rows) + 0.5)}
        for axis, centres in axes.items():
            self._write_chunk(f"{group}/{axis}", "0", centres.astype("<f8").tobytes())
            attributes = {"_ARRAY_DIMENSIONS": [axis]}
            self._describe(f"{group}/{axis}", centres, centres.shape, attributes, compressed=False)

    def finish(self, attributes: Mapping[str, Any]) -> None:
        """Write the metadata of the root, and of all arrays in one file."""
        groups = {(group / ".zgroup").as_posix(): {"zarr_format": 2} for group in self._groups()}
        for name, content in {**groups, ".zattrs": attributes}.items():
            self._metadata[name] = content
            _write_json(self.root / name, content)
        _write_json(self.root / ".zmetadata", {"metadata": self._metadata, "zarr_consolidated_format": 1})

    def _groups(self) -> set[PurePosixPath]:
        """Return the folders above the arrays, with the root."""
        found = (path for pattern in ("r[126]0m/*", "geometry/*") for path in self.root.rglob(pattern))
        arrays = {PurePosixPath(path.relative_to(self.root).as_posix()) for path in found}
        return {group for array in arrays for group in array.parents}

    def _write_chunk(self, name: str, place: str, data: bytes) -> None:
        path = self.root / name / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def _describe(
        self,
        name: str,
        values: np.ndarray,
        chunks: tuple[int, ...],
        attributes: Mapping[str, Any],
        *,
        compressed: bool,
    ) -> None:
        array = {
            "chunks": chunks,
            "compressor": {"id": "blosc", "shuffle": 2, **_BLOSC} if compressed else None,
            "dimension_separator": ".",
            "dtype": values.dtype.str,
            "fill_value": _json_fill(values) if compressed else None,
            "filters": None,
            "order": "C",
            "shape": values.shape,
            "zarr_format": 2,
        }
        for file, content in ((".zarray", array), (".zattrs", attributes)):
            self._metadata[f"{name}/{file}"] = content
            _write_json(self.root / name / file, content)


class _Store3(_Store):
    """A Zarr store of version 3 while it is written; its chunks have the same bytes."""

    def finish(self, attributes: Mapping[str, Any]) -> None:
        """Write the metadata of the root and of all arrays in one file."""
        group = {"zarr_format": 3, "node_type": "group"}
        for folder in self._groups() - {PurePosixPath()}:
            self._metadata[folder.as_posix()] = {**group, "attributes": {}}
            _write_json(self.root / folder / "zarr.json", self._metadata[folder.as_posix()])
        consolidated = {"kind": "inline", "must_understand": False, "metadata": self._metadata}
        _write_json(self.root / "zarr.json", {**group, "attributes": attributes, "consolidated_metadata": consolidated})

    def _write_chunk(self, name: str, place: str, data: bytes) -> None:
        super()._write_chunk(name, f"c/{place.replace('.', '/')}", data)

    def _describe(
        self,
        name: str,
        values: np.ndarray,
        chunks: tuple[int, ...],
        attributes: Mapping[str, Any],
        *,
        compressed: bool,
    ) -> None:
        codecs: list[dict[str, Any]] = [{"name": "bytes", "configuration": {"endian": "little"}}]
        if compressed:
            configuration = {"typesize": values.itemsize, "shuffle": "bitshuffle", **_BLOSC}
            codecs.append({"name": "blosc", "configuration": configuration})
        array = {
            "zarr_format": 3,
            "node_type": "array",
            "shape": values.shape,
            "data_type": values.dtype.name,
            "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": chunks}},
            "chunk_key_encoding": {"name": "default", "configuration": {"separator": "/"}},
            "fill_value": _json_fill(values),
            "codecs": codecs,
            "attributes": {key: value for key, value in attributes.items() if key != "_ARRAY_DIMENSIONS"},
            "dimension_names": attributes["_ARRAY_DIMENSIONS"],
            "storage_transformers": [],
        }
        self._metadata[name] = array
        _write_json(self.root / name / "zarr.json", array)


def _fill(values: np.ndarray) -> float:
    """Return the value of pixels and nodes without data."""
    return math.nan if values.dtype.kind == "f" else 0


def _json_fill(values: np.ndarray) -> str | int:
    """Return the same as metadata state it."""
    return "NaN" if values.dtype.kind == "f" else 0


def _attributes(scene: Scene, band: str, pixel: int, shape: tuple[int, ...]) -> dict[str, Any]:
    """Return the attributes of a band or map."""
    (left, top), (rows, columns) = scene.origin, shape
    place = {
        "_ARRAY_DIMENSIONS": ["y", "x"],
        "proj:bbox": [left, top - pixel * rows, left + pixel * columns, top],
        "proj:epsg": scene.epsg,
        "proj:shape": [rows, columns],
        "proj:transform": [pixel, 0.0, left, 0.0, -pixel, top, 0.0, 0.0, 1.0],
    }
    if band in _GROUPS:
        return place
    scale, offsets = 1 / scene.quantification, scene.band_offsets()
    values = {"scale_factor": scale, "fill_value": 0, "valid_min": 1, "valid_max": 65535}
    offset = {} if offsets is None else {"add_offset": round(offsets[BANDS[band][0]] * scale, 10)}
    return {**place, **values, **offset}


def _root_attributes(scene: Scene, extent: tuple[float, float]) -> dict[str, Any]:
    """Return the attributes of the product, as in STAC and beside it."""
    start = f"{scene.sensing_time:%Y-%m-%dT%H:%M:%S}.{scene.sensing_time.microsecond:06d}"
    properties = {
        "datetime": None,
        "start_datetime": f"{start}+00:00",
        "end_datetime": f"{start}+00:00",
        "eopf:baseline": scene.baseline,
        "platform": f"sentinel-{scene.satellite[1:].lower()}",
        "processing:level": scene.level,
        "product:type": f"S02MSI{scene.level}",
        "proj:epsg": scene.epsg,
    }
    return {
        "other_metadata": {
            "UTM_zone_identification": scene.tile_id,
            "horizontal_CRS_code": f"EPSG:{scene.epsg}",
            "mean_sensing_time": f"{start}Z",
        },
        "stac_discovery": {
            "type": "Feature",
            "id": f"{scene.product}.SAFE",
            "geometry": {"type": "Polygon", "coordinates": [outline(scene, extent)]},
            "properties": properties,
        },
    }


def _write_json(path: Path, content: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")
