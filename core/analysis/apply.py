"""Take the masked pixels out of a raster, and leave all else as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from rasterio.dtypes import in_dtype_range

from ..errors import RasterError, SettingError
from ..files import write_all
from ..masks.tags import TAG_PREFIX, prefixed
from ..masks.usable import ValidMask
from ..raster.align import Place, opened_raster, reading
from ..raster.geotiff import add_overviews, can_declare, common_dtype, create_raster, default_nodata, describe_as


@dataclass(frozen=True)
class Applied:
    """What became of a raster."""

    nodata: float
    assumed: bool
    """Whether neither the user nor the raster said that this value stands for no data."""
    masked_percent: float
    """Share of the pixels that the mask took, those beyond its edges among them."""


def apply_mask(
    raster: str,
    mask: ValidMask,
    output: Path,
    nodata: float | None = None,
    proceed: Callable[[float], None] = lambda _fraction: None,
) -> Applied:
    """Write a copy of a raster in which only usable pixels have data.

    Bands, names, scales, colours and tags stay, and pixels without data have none in the copy either. The tags of its
    product and time are those of the mask.

    Args:
        raster: Anything that GDAL opens.
        mask: What can be used; taken to the raster's pixels where it has others.
        output: The GeoTIFF to write.
        nodata: Value of pixels without data; None: the raster's, else `default_nodata`.
        proceed: Called with the fraction done; may raise to stop.

    Raises:
        SettingError: the values of the raster cannot hold `nodata`, or its file not declare it.
        RasterError: the raster cannot be read, or not be placed, or is of complex numbers.
        RasterError: mask and raster lie apart.
        OutputError, OutputError: the file cannot be written.
    """
    with opened_raster(raster) as source:
        dtype = common_dtype(source)
        value = _nodata(source, dtype, nodata)
        place = Place.of(source)
        masked = 0

        def write(part: Path) -> None:
            nonlocal masked
            with create_raster(part, place, count=source.count, dtype=dtype, nodata=value) as target:
                describe_as(target, source, leave_out=TAG_PREFIX)
                target.update_tags(**prefixed(mask.tags))
                for window in place.windows():
                    proceed(window.row_off / place.height)
                    usable = valid.read(1, window=window) == 1
                    masked += int(np.count_nonzero(~usable))
                    target.write(_taken(source, window, usable, value), window=window)
            add_overviews(part, lambda: proceed(1.0))

        with mask.placed(place, raster) as valid:
            write_all({output: write})
    return Applied(value, nodata is None and source.nodata is None, 100 * masked / (place.height * place.width))


def _nodata(source: Any, dtype: str, nodata: float | None) -> float:
    if np.dtype(dtype).kind == "c":
        raise RasterError(
            "{name} holds complex numbers, which cannot be masked. Choose another raster.", name=source.name
        )
    if nodata is None:
        nodata = source.nodata if source.nodata is not None else default_nodata(dtype)
    whole = np.dtype(dtype).kind == "f" or float(nodata).is_integer()
    if not (whole and in_dtype_range(nodata, dtype)):
        raise SettingError(
            "The nodata value {nodata:g} does not fit {name}, whose values are {dtype}.",
            nodata=nodata,
            name=source.name,
            dtype=dtype,
        )
    if not can_declare(dtype, nodata):
        raise SettingError(
            "A file of {dtype} cannot declare the nodata value {nodata:g} here, so masked pixels of {name} "
            "would count as data. Give a value of 0 or more that it does not hold.",
            dtype=dtype,
            nodata=nodata,
            name=source.name,
        )
    return float(nodata)


def _taken(source: Any, window: Any, usable: Any, nodata: float) -> Any:
    with reading(source.name):
        pixels = np.stack([source.read(band, window=window) for band in source.indexes])  # of one type, or of several
        has_data = source.read_masks(window=window) > 0
    pixels[~(has_data & usable)] = nodata
    return pixels
