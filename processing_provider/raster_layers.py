"""Kinds and acquisition times of raster layers."""

from __future__ import annotations

import re
from datetime import datetime, timezone

from qgis.core import Qgis, QgsMapLayer, QgsRasterLayer
from qgis.PyQt.QtCore import QDateTime

_NETWORK = re.compile(r"/vsi(curl|s3|gs|az|adls|oss|swift|hdfs|webhdfs)(_streaming)?[/?]")


def is_remote(source: str) -> bool:
    """Return True if GDAL reads a source, or the archive that contains it, over a network."""
    return "://" in source or _NETWORK.search(source) is not None


def is_image(layer: QgsRasterLayer) -> bool:
    """Return True if a raster is shown in colours of three bands, as the scene of a mask."""
    return layer.isValid() and layer.renderer() is not None and layer.renderer().type() == "multibandcolor"


def layer_time(layer: QgsMapLayer) -> datetime | None:
    """Return the fixed time of a raster layer in the temporal controller, in UTC; None if it has none."""
    properties = layer.temporalProperties()
    if not properties.isActive() or properties.mode() != Qgis.RasterTemporalMode.FixedTemporalRange:
        return None
    begin = properties.fixedTemporalRange().begin()
    return as_utc(begin) if begin.isValid() else None


def as_utc(time: QDateTime) -> datetime:
    """Read the time of a layer or parameter, which QGIS shows without a time zone, as UTC."""
    moment: datetime = time.toPyDateTime()
    return moment.replace(tzinfo=timezone.utc)
