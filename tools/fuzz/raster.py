"""Damage rasters that are masked in place of a product: georeference, bands, values and bytes."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import rasterio
from rasterio.io import MemoryFile

from ...core.errors import CloudS2MaskError
from ...core.networks.importing import import_model
from ...core.pipeline.batch import run_batch
from ...core.product.raster import RasterStack, open_raster
from ...core.settings import RASTER_RESOLUTION, create_settings
from . import Kind
from .damage import damaged_bytes
from .network import BANDS, CARD, network

_PIXELS = 48
_UTM = {"crs": "EPSG:32633", "transform": rasterio.Affine(20, 0, 300_000, 0, -20, 5_900_040)}
_SIZES = (
    1e-300,
    1e-12,
    1e-4,
    0.01,
    0.5,
    3,
    19.999,
    60,
    999,
    1001,
    1e6,
    1e12,
    1e300,
    float("nan"),
    float("inf"),
    0,
    -20,
)
_CORNERS = (0, -1, 1e7, 1e9, 1e30, -1e300, 5e-324, float("nan"), float("inf"))
_CRS = ("EPSG:4326", "EPSG:3857", "EPSG:32733", "EPSG:2263", "EPSG:4978", "EPSG:3031", "EPSG:5041", "EPSG:2154", None)
_TYPES = ("uint8", "uint16", "int16", "uint32", "int32", "float32", "float64", "complex64", "complex_int16")
_VALUES = (
    0,
    1,
    -1,
    0.0001,
    50,
    255,
    -9999,
    40_000,
    -40_000,
    65_535,
    1e9,
    1e38,
    5e-324,
    1e308,
    float("nan"),
    float("inf"),
)
_NAMES = ("B02", "B2", "blue", "B11", "B12", "swir16", "", "B02 B03", "ünï", "<b>B04</b>", "B" + "0" * 5000 + "2")


def _values(count: int, height: int, width: int, dtype: str) -> np.ndarray[Any, Any]:
    lines, columns = np.mgrid[:height, :width]
    values = (1500 + 900 * np.sin(lines / 7) * np.cos(columns / 5)) * (1 + np.arange(count)[:, None, None] / 10)
    if dtype.startswith(("float", "complex")):
        values /= 10_000
    limit = np.iinfo(dtype).max if np.dtype(dtype).kind in "iu" else np.inf
    return np.minimum(values, limit).astype(dtype)


def _raster(**options: Any) -> bytes:
    """Return a GeoTIFF; options are size, type, names, scales and offsets, and those of rasterio."""
    count, height, width = options.pop("shape", (len(BANDS), _PIXELS, _PIXELS))
    dtype = options.pop("dtype", "uint16")
    names, scale, offset = (options.pop(name, None) for name in ("names", "scale", "offset"))
    values = _values(count, height, width, "complex64" if dtype == "complex_int16" else dtype)
    profile = {"driver": "GTiff", "count": count, "height": height, "width": width, "dtype": dtype, **_UTM, **options}
    with MemoryFile() as memory:
        with memory.open(**profile) as dataset:
            dataset.write(values)
            for number, name in enumerate((names or BANDS)[:count], start=1):
                dataset.set_band_description(number, name)
            if scale is not None:
                dataset.scales = [scale] * count
            if offset is not None:
                dataset.offsets = [offset] * count
        return bytes(memory.read())


def samples(folder: Path) -> list[Path]:
    """Write rasters of whole numbers and of reflectance."""
    several: dict[str, dict[str, Any]] = {
        "whole": {"nodata": 0},
        "reflectance": {"dtype": "float32", "nodata": -9999},
        "scaled": {"dtype": "int16", "scale": 0.0001, "offset": -0.1},
        "tiled": {"tiled": True, "blockxsize": 16, "blockysize": 16, "compress": "deflate"},
    }
    paths = [folder / f"{name}.tif" for name in several]
    for path, options in zip(paths, several.values()):
        path.write_bytes(_raster(**options))
    return paths


def damaged(data: bytes, random: Random) -> tuple[str, bytes]:
    """Damage the bytes of a sample, or write a raster that is odd in one or several ways."""
    if random.random() < 0.5:
        return "bytes", damaged_bytes(data, random, random.choice((None, (0, 1000))))
    size, corner = random.choice(_SIZES), random.choice(_CORNERS)
    length = random.choice((1, 2, 33, 500))
    ways: dict[str, dict[str, Any]] = {
        "pixel size": {"transform": rasterio.Affine(size, 0, 300_000, 0, -size, 5_900_040)},
        "oblong": {"transform": rasterio.Affine(20, random.choice((0, 3)), 300_000, 0, -size, 5_900_040)},
        "corner": {"transform": rasterio.Affine(20, 0, corner, 0, -20, random.choice((corner, 5_900_040)))},
        "CRS": {"crs": random.choice(_CRS)},
        "type": {"dtype": random.choice(_TYPES)},
        "nodata": {"nodata": random.choice(_VALUES), "dtype": random.choice(("float32", "float64"))},
        "scale": {"scale": random.choice(_VALUES), "dtype": random.choice(_TYPES[:7])},
        "offset": {"offset": random.choice(_VALUES), "dtype": random.choice(_TYPES[:7])},
        "size": {"shape": (len(BANDS), *random.choice(((length, 33), (1, length), (length, 1))))},
        "bands": {"shape": (random.choice((1, 3, 4, 6, 13)), _PIXELS, _PIXELS)},
        "names": {"names": [random.choice(_NAMES) for _ in BANDS]},
    }
    chosen = random.sample(sorted(ways), random.choice((1, 1, 2, 3)))
    options: dict[str, Any] = {}
    for name in chosen:
        options |= ways[name]
    try:
        return chosen[0], _raster(**options)
    except (ValueError, TypeError, OverflowError, rasterio.errors.RasterioError):  # no raster can be written so
        return "bytes", damaged_bytes(data, random)


def use(path: Path) -> object:
    """Mask a raster, with bands by their numbers, at its own pixel size as the toolbox does, or at 20 m."""
    model = _model()
    stack = RasterStack(str(path), path.name, "L2A", {band: number for number, band in enumerate(BANDS, start=1)})
    native = open_raster(stack).pixel_size
    resolution = native if native <= RASTER_RESOLUTION.high else 20
    with TemporaryDirectory() as folder:
        mask = Path(folder) / "mask.tif"
        options = {"raster": stack, "mask_path": mask, "processing_res": resolution, "model": model, "device": "cpu"}
        (outcome,) = run_batch(create_settings([], folder, **options, export_confidence=True, quiet=True))
        if type(outcome.error) is CloudS2MaskError:
            raise RuntimeError(str(outcome.error))  # a batch reports faults so, see `run_batch`
        if outcome.error:
            raise outcome.error
        with rasterio.open(mask) as dataset:
            return dataset.read().tobytes(), repr(dataset.transform), repr(dataset.crs)


@lru_cache(maxsize=1)
def _model() -> str:
    """Import a small network into a folder of models of this process."""
    folder = TemporaryDirectory()
    _kept.append(folder)
    os.environ["CLOUD_S2_MASK_MODELS"] = folder.name
    path = Path(folder.name) / "network.onnx"
    path.write_bytes(network())
    return import_model(path, CARD).id


_kept: list[TemporaryDirectory[str]] = []
"""Folders that are removed when the process ends."""

KIND = Kind(".tif", samples, damaged, use)
