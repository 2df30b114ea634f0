"""Open GeoTIFF files that a catalogue names: anybody may have written them, and they may lie behind web addresses."""

from __future__ import annotations

import threading
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import rasterio
from rasterio.errors import RasterioIOError

from ..language import translated

_BUCKETS = ("/vsis3/", "/vsigs/")
"""GDAL paths beside which GDAL looks for files; it is told not to behind web addresses."""


def open_geotiff(path: str, **options: Any) -> rasterio.DatasetReader:
    """Open a GeoTIFF file by itself: no other format, such as a VRT, and no overviews that lie in another file.

    Args:
        path: GDAL path.
        options: As of `rasterio.open`.

    Raises:
        RasterioIOError: GDAL cannot open it, or it leads to another file.
    """
    with _forgetting(path):
        dataset = rasterio.open(path, driver="GTiff", **options)
    elsewhere = dataset.tags(ns="OVERVIEWS").get("OVERVIEW_FILE")
    if elsewhere or (path.startswith(_BUCKETS) and any(name.lower().endswith(".ovr") for name in dataset.files)):
        dataset.close()
        raise RasterioIOError(translated("it leads to another file"))
    return dataset


def _forgetting(path: str) -> AbstractContextManager[object]:
    """Let GDAL forget a file behind a web address when it is closed, so that a failure does not last until QGIS ends.

    In the main thread the option would hold for all of QGIS.
    """
    if path.startswith("/vsicurl") and threading.current_thread() is not threading.main_thread():
        return rasterio.Env(CPL_VSIL_CURL_NON_CACHED=path)
    return nullcontext()
