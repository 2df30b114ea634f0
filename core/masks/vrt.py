"""Stack the bands of a source in a VRT, with a natural-colour style."""

from __future__ import annotations

from xml.sax.saxutils import escape  # nosec B406  # only writes

from ..product.band_file import opened
from ..product.bands import NATURAL_COLOUR
from ..product.source import Source
from ..raster.grid import Grid
from ..raster.jpeg2000 import alone
from .qml import NATURAL_COLOUR_RANGE, natural_colour_qml

_TRACE = 1e-9
"""A hundred-thousandth of the smallest step of reflectance."""


def bands_vrt(source: Source, bands: list[str], grid: Grid, *, to_read: bool = False) -> str:
    """Return the text of a VRT that stacks bands.

    Its DN are as in the files, 0 is nodata, and scale and offset convert them to reflectance, so that products of all
    baselines can be compared.

    Args:
        source: Product or raster with the bands.
        bands: Names of the bands, in the order of the VRT.
        grid: Grid of the VRT, which may be a part of the scene.
        to_read: Refer to checked files without the files beside them, as they are known to this process only.

    Raises:
        UnreadableBandError: a band file is damaged or of another format.
    """
    # A ComplexSource uses the reduced levels of the files; a SimpleSource with resampling would decode them in full.
    transform = ", ".join(repr(value) for value in grid.transform().to_gdal())
    parts = []
    for number, band in enumerate(bands, start=1):
        image = source.image(band)
        path = alone(image.path) if to_read and image.jpeg2000 else image.path
        with opened(image) as dataset:
            width, height, scale = dataset.width, dataset.height, dataset.transform.a / grid.pixel_size
            left = (dataset.transform.c - grid.left) / grid.pixel_size
            top = (grid.top - dataset.transform.f) / grid.pixel_size
        parts.append(
            f'<VRTRasterBand dataType="UInt16" band="{number}"><Description>{band}</Description>'
            f"<NoDataValue>0</NoDataValue><Offset>{_offset(image.offset / source.quantification)!r}</Offset>"
            f"<Scale>{1 / source.quantification!r}</Scale>"
            '<ComplexSource resampling="average">'
            f'<SourceFilename relativeToVRT="0">{escape(path)}</SourceFilename>'
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
    """Shift an offset by a trace, because QGIS would treat a reflectance of exactly 0 as nodata."""
    return reflectance + _TRACE if reflectance else 0.0


def bands_qml() -> str:
    """Return the style of the VRT in reflectance: natural colours, with the same stretch for every date."""
    black, white = ([limit] * len(NATURAL_COLOUR) for limit in NATURAL_COLOUR_RANGE)
    return natural_colour_qml((1, 2, 3), black, white)
