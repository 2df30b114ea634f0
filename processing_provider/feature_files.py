"""Write layers and tables of features to files, completely or not at all."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingUtils,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

translate = QCoreApplication.translate

Schema = tuple[QgsFields, QgsWkbTypes.Type, QgsCoordinateReferenceSystem]
"""Fields, type of the geometries, and their CRS."""

_CHUNK_BYTES = 1024 * 1024
_SHAPEFILE = (
    *(".shp", ".shx", ".dbf", ".cpg", ".prj", ".qpj", ".shp.xml"),
    *(".sbn", ".sbx", ".qix", ".idm", ".ind"),  # indexes
)
"""Ends of the files of a shapefile; others of its name, such as .wld, .ovr or .vat.dbf, belong to a raster."""
_LOGS = ("-wal", "-shm", "-journal")
"""Ends that SQLite adds to the name of a file for its logs, which would be applied to the next file of that name."""
_SQLITE = {".gpkg", ".sqlite", ".db"}


def is_file(target: str) -> bool:
    """Return True if the target of an output is a file of the disk, not a layer in memory or a table of a database."""
    return target != QgsProcessing.TEMPORARY_OUTPUT and not re.match(r"\w\w+:|/vsi|$", target)


def write_file(
    target: str,
    features: Iterable[QgsFeature],
    schema: Schema,
    options: dict[str, Any],
    context: QgsProcessingContext,
) -> str:
    """Write features in memory first, because GDAL hides errors on closing a file; then replace the file.

    Args:
        target: The file. Without a suffix, QGIS adds that of a GeoPackage.
        features: The features.
        schema: See `Schema`.
        options: QGIS's options for the file.
        context: The context of the algorithm.

    Returns:
        The file, with its suffix.

    Raises:
        OutputError: the file cannot be written.
        QgsProcessingException: its format cannot hold the features.
    """
    from ..core.files import write_all  # needs rasterio, without which the plugin still loads

    with _folder_in_memory() as folder:
        asked = f"{folder}/{Path(target).name}"
        try:
            sink, made = QgsProcessingUtils.createFeatureSink(asked, context, *schema, options)
        except QgsProcessingException as error:
            raise QgsProcessingException(str(error).replace(asked, target)) from error
        count = add_features(sink, features)
        del sink  # closes the file
        written = target + made[len(asked) :]
        found = QgsVectorLayer(made, "written", "ogr").featureCount()
        if 0 <= found < count:
            text = translate(
                "FeatureFiles", "{path} would hold only {found} of {count} rows. Choose another format, such as .gpkg."
            )
            raise QgsProcessingException(text.format(path=written, found=found, count=count))
        path = Path(written)
        made_files = sorted(gdal.ReadDir(folder), key=lambda name: name != path.name)
        files: dict[Path, Callable[[Path], object]] = {}
        for made_file in made_files:
            files[path.with_name(made_file)] = partial(_copy, f"{folder}/{made_file}")
        stale = set(_beside(path)) - set(files)
        write_all(files)
    for other in stale:
        with suppress(OSError):
            other.unlink()
    return written


def add_features(sink: QgsFeatureSink, features: Iterable[QgsFeature]) -> int:
    """Write features to a sink, and return their number.

    Raises:
        QgsProcessingException: one cannot be written.
    """
    count = 0
    for feature in features:
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(sink.lastError())
        count += 1
    return count


@contextmanager
def _folder_in_memory() -> Iterator[str]:
    """Make a folder in GDAL's memory, which is removed at the end."""
    folder = f"/vsimem/{os.urandom(8).hex()}"
    gdal.Mkdir(folder, 0o700)
    try:
        yield folder
    finally:
        gdal.RmdirRecursive(folder)


def _copy(source: str, part: Path) -> None:
    """Copy a file of GDAL's memory to the disk."""
    file = gdal.VSIFOpenL(source, "rb")
    try:
        with part.open("wb") as target:
            while chunk := gdal.VSIFReadL(1, _CHUNK_BYTES, file):
                target.write(chunk)
    finally:
        gdal.VSIFCloseL(file)


def _beside(path: Path) -> list[Path]:
    """List the indexes and logs of a file, which do not apply to the next file of its name."""
    suffix = path.suffix.lower()
    if suffix == ".shp":
        return [path.with_name(path.stem + end) for end in _SHAPEFILE]
    return [path.with_name(path.name + end) for end in _LOGS] if suffix in _SQLITE else []
