"""Names under which the engine opens raster layers of QGIS."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import QgsMapLayer, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication

from ...core.errors import SettingError

_OPTIONS = re.compile(r"\|(?:option|credential):")
"""Start of the options that QGIS appends to the name of a file; credentials since 3.40."""


def gdal_source(layer: QgsMapLayer) -> str:
    """Return the name under which GDAL opens a layer.

    Raises:
        SettingError: the layer is not a raster, or comes from a service.
    """
    if not isinstance(layer, QgsRasterLayer) or layer.providerType() != "gdal":
        translate = QCoreApplication.translate
        reason = translate(
            "RasterLayers", "{layer} is not a raster file: it is a web service or database ({provider})."
        )
        remedy = translate("RasterLayers", "Export it as a GeoTIFF first (Export > Save As, raw data).")
        raise SettingError(f"{reason} {remedy}".format(layer=layer.name(), provider=layer.providerType()))
    return _OPTIONS.split(layer.source())[0]


def file_of(layer: QgsMapLayer) -> Path:
    """Return the file of a raster layer.

    Raises:
        SettingError: it is no file of its own: from a service, in another file, or read over a network.
    """
    path = Path(gdal_source(layer))
    if not path.is_file():
        text = QCoreApplication.translate(
            "RasterLayers", "{layer} is not a file of its own. Export it as a GeoTIFF first (Export > Save As)."
        )
        raise SettingError(text.format(layer=layer.name()))
    return path
