"""Write Sentinel-2 products from arrays or existing band files, as a `.SAFE` folder or a zip.

Tests, the benchmark and the demo use these products. Band files are JPEG 2000 with the tiles and reduced resolutions
of ESA products; `safe_metadata` provides names and metadata.
"""

from __future__ import annotations

import math
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.crs import CRS
from rasterio.transform import from_origin
from rasterio.warp import transform

from .safe_metadata import ATMOSPHERE, PIXEL_SIZES, RESOLUTIONS, Scene, manifest_xml, product_xml, tile_xml

# Tile edge of ESA's band files in pixels, by nominal resolution in metres.
ESA_BLOCKS = {10: 1024, 20: 640, 60: 192}
_LOSSY_QUALITY = 25
# L2A products repeat these bands at 20 m, except B08, which B8A replaces.
_REPEATED = ("B02", "B03", "B04", *ATMOSPHERE)


def build_product(  # noqa: PLR0913 - tests choose pixel sizes and encoding.
    folder: Path,
    bands: Mapping[str, np.ndarray],
    *,
    resolutions: Mapping[str, int] | None = None,
    block: Mapping[int, int] | None = None,
    resolutions_levels: int = 6,
    lossless: bool = True,
    **scene: Any,
) -> Path:
    """Write a product below `folder` and return the path of its `.SAFE` folder.

    `bands` maps names (`B02`) to uint16 DN arrays (rows, columns) at native size, 0 for no data; bands are read
    one at a time, so a lazy mapping saves memory for full-size products. `resolutions` sets pixel sizes in metres
    that differ from the native ones, `block` the JPEG 2000 tile edge (at least 32 px) per nominal resolution;
    `resolutions_levels=1` omits reduced resolutions. Other keywords are fields of `Scene`: level, baseline, name,
    tile, satellite, sensing_time, epsg, origin, offsets, quantification, long_names. L2A products may include `AOT`
    and `WVP`, and contain 2 x 2 means of these and of the visible bands in R20m, as ESA products do.

    Raises:
        ValueError: An array is not uint16 with rows and columns.
    """
    about = Scene(**scene)
    safe = Path(folder) / f"{about.product}.SAFE"
    metres = {band: (resolutions or {}).get(band, PIXEL_SIZES[band]) for band in bands}
    edges = {**ESA_BLOCKS, **(block or {})}
    images: list[str] = []
    extent = (0.0, 0.0)
    for band, size in metres.items():
        array = np.asarray(bands[band])
        if array.dtype != np.uint16 or array.ndim != 2:
            raise ValueError(
                f"Band {band} must be a uint16 array of rows and columns, not {array.dtype} {array.shape}."
            )
        extent = (array.shape[1] * float(size), array.shape[0] * float(size))
        for pixel, values in versions(about, band, size, array).items():
            nominal = pixel if pixel in RESOLUTIONS else PIXEL_SIZES[band]
            images.append(about.image(band, nominal))
            grid = {"crs": CRS.from_epsg(about.epsg), "transform": from_origin(*about.origin, pixel, pixel)}
            options = jp2_options(values.shape, edges[nominal], resolutions_levels, lossless)
            write_jp2(safe / f"{images[-1]}.jp2", values, grid, options)
    write_metadata(safe, about, images, extent, _pixel_sizes(metres))
    return safe


def lay_out(folder: Path, files: Mapping[str, Path], scene: Scene) -> Path:
    """Copy band files (georeferenced JP2 at native pixel size) into a product and return its `.SAFE` folder."""
    safe = Path(folder) / f"{scene.product}.SAFE"
    images = []
    for band, source in files.items():
        image = scene.image(band, PIXEL_SIZES[band])
        images.append(image)
        target = safe / f"{image}.jp2"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    with rasterio.open(next(iter(files.values()))) as dataset:
        extent = (dataset.width * dataset.transform.a, dataset.height * -dataset.transform.e)
    write_metadata(safe, scene, images, extent, {size: size for size in RESOLUTIONS})
    return safe


def write_metadata(
    safe: Path, scene: Scene, images: list[str], extent: tuple[float, float], pixel_sizes: Mapping[int, int]
) -> None:
    """Write the XML of product, granule and manifest beside the bands; `extent` is (width, height) in metres."""
    tile_metadata = f"GRANULE/{scene.granule}/{scene.tile_metadata}"
    (safe / tile_metadata).parent.mkdir(parents=True, exist_ok=True)
    (safe / scene.product_metadata).write_bytes(product_xml(scene, images, outline(scene, extent)))
    (safe / tile_metadata).write_bytes(tile_xml(scene, extent, pixel_sizes))
    files = [scene.product_metadata, tile_metadata, *(f"{image}.jp2" for image in images)]
    (safe / "manifest.safe").write_bytes(manifest_xml(scene, safe, files))


def zip_product(safe: Path, stored: bool = True) -> Path:
    """Pack a `.SAFE` folder into `<name>.zip` beside it, uncompressed unless `stored` is false."""
    target = safe.with_suffix(".zip")
    method = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(target, "w", method) as archive:
        for path in [safe, *sorted(safe.rglob("*"))]:
            archive.write(path, path.relative_to(safe.parent).as_posix())
    return target


def to_dn(reflectance: np.ndarray, offset: int = 0, quantification: int = 10000) -> np.ndarray:
    """Convert reflectance (0..1, NaN for no data) to uint16 DN of a product with this offset.

    DN 0 means no data, so the smallest DN of a pixel with data is 1.
    """
    dn = np.round(np.nan_to_num(reflectance) * quantification) - offset
    return np.where(np.isnan(reflectance), 0, np.clip(dn, 1, 65535)).astype(np.uint16)


def versions(scene: Scene, band: str, size: int, array: np.ndarray) -> dict[int, np.ndarray]:
    """Return a band of `size` metres by pixel size, with the copy at 20 m that L2A products contain of some bands."""
    repeated = scene.level == "L2A" and band in _REPEATED and size == 10 and not (array.shape[0] | array.shape[1]) % 2
    return {size: array, 20: _halved(array)} if repeated else {size: array}


def outline(scene: Scene, extent: tuple[float, float]) -> list[tuple[float, float]]:
    """Return the closed outline of a product in degrees, without regard to its data."""
    (left, top), (width, height) = scene.origin, extent
    xs = [left, left + width, left + width, left, left]
    ys = [top, top, top - height, top - height, top]
    return list(zip(*transform(CRS.from_epsg(scene.epsg), "EPSG:4326", xs, ys)))


def _halved(array: np.ndarray) -> np.ndarray:
    """Compute means of 2 x 2 pixels (uint16), 0 if one of the four has no data."""
    rows, columns = array.shape
    cells = array.reshape(rows // 2, 2, columns // 2, 2)
    means: np.ndarray = np.round(cells.mean(axis=(1, 3))).astype(np.uint16)
    means[cells.min(axis=(1, 3)) == 0] = 0
    return means


def _pixel_sizes(metres: Mapping[str, int]) -> dict[int, int]:
    """Map nominal to true pixel sizes; a nominal size without a band maps to itself."""
    return {size: size for size in RESOLUTIONS} | {
        PIXEL_SIZES[band]: true for band, true in metres.items() if true not in RESOLUTIONS
    }


def jp2_options(shape: tuple[int, ...], edge: int, levels: int = 6, lossless: bool = True) -> dict[str, Any]:
    """Return GDAL's creation options for a band file with tiles of `edge` pixels."""
    smallest = min(edge, *shape)
    return {
        "QUALITY": 100 if lossless else _LOSSY_QUALITY,
        "REVERSIBLE": "YES" if lossless else "NO",
        "BLOCKXSIZE": edge,
        "BLOCKYSIZE": edge,
        # A tile cannot be halved below one pixel.
        "RESOLUTIONS": max(1, min(levels, int(math.log2(smallest)) + 1)),
        "GEOJP2": "NO",
    }


def write_jp2(path: Path, array: np.ndarray, grid: Mapping[str, Any], options: Mapping[str, Any]) -> None:
    """Write a band file; `grid` has its CRS and transform, `options` are from `jp2_options`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows, columns = array.shape
    profile = {"driver": "JP2OpenJPEG", "width": columns, "height": rows, "count": 1, "dtype": array.dtype}
    # Products have no sidecar files, so everything a reader needs is in the band file.
    with (
        # rasterio ignores the width of tiles unless the file is `tiled`, an option that this driver does not know.
        rasterio.Env(GDAL_PAM_ENABLED="NO", GDAL_VALIDATE_CREATION_OPTIONS="NO"),
        rasterio.open(path, "w", **profile, **grid, **options, tiled=True) as dataset,
    ):
        dataset.write(array, 1)
