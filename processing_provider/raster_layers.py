"""What algorithms ask of raster layers: what GDAL opens of them, and when they were taken."""

from __future__ import annotations

import re
from datetime import datetime, timezone

from qgis.core import Qgis, QgsMapLayer, QgsProcessingException, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication, QDateTime

_NETWORK = re.compile(r"/vsi(curl|s3|gs|az|adls|oss|swift|hdfs|webhdfs)(_streaming)?[/?]")

_OPTIONS = re.compile(r"\|(?:option|credential):")
"""Begins what QGIS writes behind the name of a file; credentials since 3.40."""


def gdal_source(layer: QgsMapLayer) -> str:
    """What GDAL opens of a layer.

    Raises:
        QgsProcessingException: the layer comes from a service or is no raster.
    """
    if not isinstance(layer, QgsRasterLayer) or layer.providerType() != "gdal":
        text = QCoreApplication.translate(
            "RasterLayers", "{layer} comes from {provider}, so it is no raster file. Export its raw data as a GeoTIFF."
        )
        raise QgsProcessingException(text.format(layer=layer.name(), provider=layer.providerType()))
    return _OPTIONS.split(layer.source())[0]


def is_remote(source: str) -> bool:
    """Whether GDAL asks a network for a source, also for an archive there."""
    return "://" in source or _NETWORK.search(source) is not None


def layer_time(layer: QgsMapLayer) -> datetime | None:
    """When the temporal controller shows a raster layer, if its properties say one time, in UTC."""
    properties = layer.temporalProperties()
    if not properties.isActive() or properties.mode() != Qgis.RasterTemporalMode.FixedTemporalRange:
        return None
    begin = properties.fixedTemporalRange().begin()
    return as_utc(begin) if begin.isValid() else None


def as_utc(time: QDateTime) -> datetime:
    """A time of a layer or a parameter as it stands: QGIS shows them without a zone, and they are UTC here."""
    moment: datetime = time.toPyDateTime()
    return moment.replace(tzinfo=timezone.utc)
