"""Names under which the engine opens raster layers of QGIS."""

from __future__ import annotations

import re
from pathlib import Path
from xml.sax.saxutils import unescape  # nosec B406  # not a parser

from qgis.core import QgsMapLayer, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication

from ...core.errors import SettingError

_OPTIONS = re.compile(r"\|(?:option|credential):")
"""Start of the options that QGIS appends to the name of a file; credentials since 3.40."""


_PRODUCT = re.compile(
    r'(?:[A-Z0-9_]+:)?"?(?:/vsizip/)?\{?(?P<path>.+?\.(?:SAFE|zarr|zip))(?=[/\\}":]|$)', re.IGNORECASE
)
"""A product at the start of the name of a file in it, also as GDAL names the parts of products and archives."""
_IN_VRT = re.compile(r'<SourceFilename relativeToVRT="([01])"[^>]*>([^<]+)<')
_VRT_BYTES = 100_000


def is_file(layer: QgsMapLayer) -> bool:
    """Return True if GDAL reads a layer, so that the engine can read it too."""
    return isinstance(layer, QgsRasterLayer) and layer.isValid() and layer.providerType() == "gdal"


def product_of(layer: QgsRasterLayer) -> Path | None:
    """Return the product whose file a layer shows, directly or by a VRT; None if it shows none."""
    source = gdal_source(layer)
    if Path(source).suffix.lower() == ".vrt":
        source = _first_source(Path(source))
    found = _PRODUCT.match(source)
    path = Path(found["path"]) if found else None
    return path if path is not None and path.exists() else None


def _first_source(vrt: Path) -> str:
    """Return the first file of a VRT; empty if it cannot be read."""
    try:
        with vrt.open(encoding="utf-8", errors="replace") as file:
            found = _IN_VRT.search(file.read(_VRT_BYTES))
    except OSError:
        return ""
    name = unescape(found[2]) if found else ""
    return str(vrt.parent / name) if found and found[1] == "1" else name


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
