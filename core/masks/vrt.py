"""The bands of a product as one VRT, and its natural-colour style."""

from __future__ import annotations

from xml.sax.saxutils import escape  # nosec B406  # only writes

import rasterio

from ..product.bands import NATURAL_COLOUR
from ..product.source import Source
from ..raster.grid import Grid
from .qml import NATURAL_COLOUR_RANGE, natural_colour_qml

_TRACE = 1e-9
"""A hundred-thousandth of the smallest step of reflectance."""


def bands_vrt(source: Source, bands: list[str], grid: Grid) -> str:
    """A VRT that stacks bands.

    Args:
        source: Whose bands.
        bands: Their names, in the order of the VRT.
        grid: Its pixels, which may be a part of the scene; DN as in the files, 0 nodata, with the scale and the offset
            that make reflectance of them, so that products of all baselines can be compared.
    """
    # A ComplexSource uses the reduced levels of the files; a SimpleSource with resampling decodes them in full.
    transform = ", ".join(repr(value) for value in grid.transform().to_gdal())
    parts = []
    for number, band in enumerate(bands, start=1):
        image = source.image(band)
        with rasterio.open(image.path) as dataset:
            width, height, scale = dataset.width, dataset.height, dataset.transform.a / grid.pixel_size
            left = (dataset.transform.c - grid.left) / grid.pixel_size
            top = (grid.top - dataset.transform.f) / grid.pixel_size
        parts.append(
            f'<VRTRasterBand dataType="UInt16" band="{number}"><Description>{band}</Description>'
            f"<NoDataValue>0</NoDataValue><Offset>{_offset(image.offset / source.quantification)!r}</Offset>"
            f"<Scale>{1 / source.quantification!r}</Scale>"
            '<ComplexSource resampling="average">'
            f'<SourceFilename relativeToVRT="0">{escape(image.path)}</SourceFilename>'
            f"<SourceBand>{image.index}</SourceBand>"
            f'<SourceProperties RasterXSize="{width}" RasterYSize="{height}" DataType="UInt16"/>'
            f'<SrcRect xOff="0" yOff="0" xSize="{width}" ySize="{height}"/>'
            f'<DstRect xOff="{left}" yOff="{top}" xSize="{width * scale}" ySize="{height * scale}"/>'
            "</ComplexSource></VRTRasterBand>"
        )
    return (
        f'<VRTDataset rasterXSize="{grid.width}" rasterYSize="{grid.height}"><SRS>{escape(grid.crs)}</SRS>'
        f"<GeoTransform>{transform}</GeoTransform>{''.join(parts)}</VRTDataset>\n"
    )


def _offset(reflectance: float) -> float:
    """The offset to declare: a trace off, or QGIS would take a reflectance of exactly 0 for the nodata value."""
    return reflectance + _TRACE if reflectance else 0.0


def bands_qml() -> str:
    """Style of the VRT in QGIS, which shows reflectance: natural colours, stretched the same for every date."""
    black, white = ([limit] * len(NATURAL_COLOUR) for limit in NATURAL_COLOUR_RANGE)
    return natural_colour_qml((1, 2, 3), black, white)
