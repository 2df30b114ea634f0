"""The bands of a product as one VRT, and its natural-colour style."""

from __future__ import annotations

from xml.sax.saxutils import escape  # nosec B406  # only writes

import rasterio

from .grid import Grid
from .mask_style import NATURAL_COLOUR_RANGE, natural_colour_qml
from .source import Source
from .spectral import NATURAL_COLOUR


def bands_vrt(source: Source, bands: list[str], grid: Grid) -> str:
    """A VRT that stacks bands.

    Args:
        source: Whose bands.
        bands: Their names, in the order of the VRT.
        grid: Its pixels, which may be a part of the scene; DN as in the files, 0 nodata.
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
            f'<NoDataValue>0</NoDataValue><ComplexSource resampling="average">'
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


def bands_qml(source: Source) -> str:
    """Style of the VRT in QGIS: natural colours, stretched the same for every date."""
    offsets = [source.image(band).offset for band in NATURAL_COLOUR]
    black, white = ([limit * source.quantification - offset for offset in offsets] for limit in NATURAL_COLOUR_RANGE)
    return natural_colour_qml((1, 2, 3), black, white)
