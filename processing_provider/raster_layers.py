"""Source and acquisition time of raster layers."""

from __future__ import annotations

import re
from datetime import datetime, timezone

from qgis.core import Qgis, QgsMapLayer, QgsProcessingException, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication, QDateTime

_NETWORK = re.compile(r"/vsi(curl|s3|gs|az|adls|oss|swift|hdfs|webhdfs)(_streaming)?[/?]")

_OPTIONS = re.compile(r"\|(?:option|credential):")
"""Start of the options that QGIS appends to the name of a file; credentials since 3.40."""


def gdal_source(layer: QgsMapLayer) -> str:
    """Return the name under which GDAL opens a layer.

    Raises:
        QgsProcessingException: the layer is not a raster, or comes from a service.
    """
    if not isinstance(layer, QgsRasterLayer) or layer.providerType() != "gdal":
        translate = QCoreApplication.translate
        reason = translate(
            "RasterLayers", "{layer} is not a raster file: it is a web service or database ({provider})."
        )
        remedy = translate("RasterLayers", "Export it as a GeoTIFF first (Export > Save As, raw data).")
        raise QgsProcessingException(f"{reason} {remedy}".format(layer=layer.name(), provider=layer.providerType()))
    return _OPTIONS.split(layer.source())[0]


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
