"""Open GeoTIFF files that a catalogue names: anybody may have written them, and they may lie behind addresses."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import rasterio
from rasterio.errors import RasterioIOError
from rasterio.session import Session

from ..addresses.location import Address, parse
from ..addresses.web import Access, gdal_access
from ..hosts.transport import CONNECT_SECONDS, READ_SECONDS, SLOWEST
from ..language import translated

_BUCKETS = ("/vsis3/", "/vsigs/")
_OF_BUCKETS = {
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",
    "GDAL_HTTP_MAX_RETRY": "5",
    "GDAL_HTTP_RETRY_DELAY": "0.5",
    "GDAL_HTTP_CONNECTTIMEOUT": f"{CONNECT_SECONDS:g}",
    "GDAL_HTTP_LOW_SPEED_TIME": f"{READ_SECONDS:g}",
    "GDAL_HTTP_LOW_SPEED_LIMIT": f"{SLOWEST}",
}
"""Options of GDAL for files in buckets, as those behind web addresses have them in their paths: GDAL looks for no files
beside them, and waits as we do."""

Result = TypeVar("Result")


def open_geotiff(path: str, **options: Any) -> rasterio.DatasetReader:
    """Open a GeoTIFF file by itself: no other format, such as a VRT, and no overviews that lie in another file.

    Args:
        path: GDAL path.
        options: As of `rasterio.open`.

    Raises:
        RasterioIOError: GDAL cannot open it, or it leads to another file.
    """
    dataset = reached(path, lambda: rasterio.open(path, driver="GTiff", **options))
    if dataset.tags(ns="OVERVIEWS").get("OVERVIEW_FILE"):
        dataset.close()
        raise RasterioIOError(translated("it leads to another file"))
    return dataset


def reached(path: str, work: Callable[[], Result]) -> Result:
    """Call what opens or reads a file, of one behind an address with the credentials for its host.

    They are options of the thread. Those of the main thread would hold for all of QGIS, so another one does the work.
    """
    if not path.startswith(("/vsicurl", *_BUCKETS)):
        return work()
    if threading.current_thread() is not threading.main_thread():
        return _with_access(path, work)
    with ThreadPoolExecutor(1) as other:
        return other.submit(_with_access, path, work).result()


def _with_access(path: str, work: Callable[[], Result]) -> Result:
    address = parse(path)
    access = gdal_access(address) if isinstance(address, Address) else Access()
    # So that a failure does not last until QGIS ends, GDAL forgets what it knows of the file when it is closed.
    options = _OF_BUCKETS if path.startswith(_BUCKETS) else {"CPL_VSIL_CURL_NON_CACHED": path}
    with rasterio.Env(session=_Keys(access.options), **options):
        return work()


class _Keys(Session):
    """Options with credentials, which rasterio takes from sessions only."""

    def __init__(self, options: Mapping[str, str]) -> None:
        self._options = options

    def get_credential_options(self) -> dict[str, str]:
        """Return the options."""
        return dict(self._options)
