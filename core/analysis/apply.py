"""Set the masked pixels of a raster to nodata, and keep everything else."""

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
    """The result of masking a raster."""

    nodata: float
    assumed: bool
    """True if neither the user nor the raster defined this nodata value."""
    masked_percent: float
    """Percent of the raster's pixels that were masked, including those beyond the mask's edges."""


def apply_mask(
    raster: str,
    mask: ValidMask,
    output: Path,
    nodata: float | None = None,
    progress: Callable[[float], None] = lambda _fraction: None,
) -> Applied:
    """Write a copy of a raster in which only usable pixels have data.

    Bands, names, scales, colours and tags are kept, and pixels without data remain without data. Product and time in
    the tags are those of the mask.

    Args:
        raster: GDAL path.
        mask: The usable pixels; aligned to the raster if their grids differ.
        output: The GeoTIFF to write.
        nodata: Value of pixels without data; None: the raster's, else `default_nodata`.
        progress: Called with the fraction done, 0 to 1; may raise to cancel.

    Raises:
        SettingError: the raster's data type cannot hold `nodata`, or a GeoTIFF cannot declare it.
        RasterError: the raster cannot be read or aligned, does not overlap the mask, or contains complex numbers.
        OutputError: the file cannot be written.
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
                    progress(window.row_off / place.height)
                    usable = valid.read(1, window=window) == 1
                    masked += int(np.count_nonzero(~usable))
                    target.write(_masked(source, window, usable, value), window=window)
            add_overviews(part, lambda: progress(1.0))

        with mask.aligned(place, raster) as valid:
            write_all({output: write})
    return Applied(value, nodata is None and source.nodata is None, 100 * masked / (place.height * place.width))


def _nodata(source: Any, dtype: str, nodata: float | None) -> float:
    if np.dtype(dtype).kind == "c":
        raise RasterError(
            "{path} contains complex numbers, which cannot be masked. Choose another raster.", path=source.name
        )
    if nodata is None:
        nodata = source.nodata if source.nodata is not None else default_nodata(dtype)
    whole = np.dtype(dtype).kind == "f" or float(nodata).is_integer()
    if not (whole and in_dtype_range(nodata, dtype)):
        raise SettingError(
            "The nodata value {nodata:g} does not fit the {dtype} values of {path}. Choose another value.",
            nodata=nodata,
            path=source.name,
            dtype=dtype,
        )
    if not can_declare(dtype, nodata):
        raise SettingError(
            "A GeoTIFF with {dtype} values cannot store the nodata value {nodata:g} for {path}. Choose a value of 0 or "
            "more that the raster does not contain.",
            dtype=dtype,
            nodata=nodata,
            path=source.name,
        )
    return float(nodata)


def _masked(source: Any, window: Any, usable: Any, nodata: float) -> Any:
    with reading(source.name):
        pixels = np.stack([source.read(band, window=window) for band in source.indexes])  # bands may differ in type
        has_data = source.read_masks(window=window) > 0
    pixels[~(has_data & usable)] = nodata
    return pixels
