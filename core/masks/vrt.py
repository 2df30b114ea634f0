"""Stack the bands of a source in a VRT."""

from __future__ import annotations

import os
from pathlib import Path
from xml.sax.saxutils import escape  # nosec B406  # only writes

from ..decoding.band_file import grid_of
from ..jpeg2000.opening import alone
from ..product.source import Source
from ..raster.grid import Grid
from ..raster.vrt import vrt_text

_TRACE = 1e-9
"""A hundred-thousandth of the smallest step of reflectance."""


def bands_vrt(
    source: Source, bands: list[str], grid: Grid, folder: Path | None = None, *, to_read: bool = False
) -> str:
    """Return the text of a VRT that stacks bands.

    Its DN are as in the files, 0 is nodata, and scale and offset convert them to reflectance, so that products of all
    baselines can be compared.

    Args:
        source: Product or raster with the bands.
        bands: Names of the bands, in the order of the VRT.
        grid: Grid of the VRT, which may be a part of the scene.
        folder: Folder of the VRT; None if it stays in memory.
        to_read: Refer to checked files without the files beside them, as they are known to this process only.

    Raises:
        UnreadableBandError: a band file is damaged or of another format.
    """
    # A ComplexSource uses the reduced levels of the files; a SimpleSource with resampling would decode them in full.
    parts = []
    for number, band in enumerate(bands, start=1):
        image = source.image(band)
        native = grid_of(image)
        width, height, scale = native.width, native.height, native.pixel_size / grid.pixel_size
        left = (native.left - grid.left) / grid.pixel_size
        top = (grid.top - native.top) / grid.pixel_size
        path, is_relative = _path_from(folder, image.path)
        if to_read and image.jpeg2000:
            path, is_relative = alone(image.path), False
        parts.append(
            f'<VRTRasterBand dataType="UInt16" band="{number}"><Description>{band}</Description>'
            f"<NoDataValue>0</NoDataValue><Offset>{_offset(image.offset / source.quantification)!r}</Offset>"
            f"<Scale>{image.gain / source.quantification!r}</Scale>"
            '<ComplexSource resampling="average">'
            f'<SourceFilename relativeToVRT="{is_relative:d}">{escape(path)}</SourceFilename>'
            f"<SourceBand>{image.index}</SourceBand>"
            f'<SourceProperties RasterXSize="{width}" RasterYSize="{height}" DataType="UInt16"/>'
            f'<SrcRect xOff="0" yOff="0" xSize="{width}" ySize="{height}"/>'
            f'<DstRect xOff="{left}" yOff="{top}" xSize="{width * scale}" ySize="{height * scale}"/>'
            "</ComplexSource></VRTRasterBand>"
        )
    return vrt_text(grid, parts)


def _path_from(folder: Path | None, path: str) -> tuple[str, bool]:
    """Return the path of a band in a VRT, and True if it is relative, so that both can be moved together.

    A file on another disk, or inside an archive, keeps its whole path.
    """
    place, real = os.path.realpath(folder or ""), os.path.realpath(path)
    if folder is None or not Path(path).is_absolute() or path.startswith("/vsi"):
        return path, False
    try:
        is_relative = len(Path(os.path.commonpath([place, real])).parts) > 1
    except ValueError:  # another drive of Windows
        is_relative = False
    return (Path(os.path.relpath(real, place)).as_posix(), True) if is_relative else (path, False)


def _offset(reflectance: float) -> float:
    """Shift an offset by a trace, because QGIS would treat a reflectance of exactly 0 as nodata."""
    return reflectance + _TRACE if reflectance else 0.0
