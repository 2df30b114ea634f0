"""Set the masked pixels of a raster to nodata, and keep everything else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.dtypes import in_dtype_range

from ..classes import NODATA
from ..errors import RasterError, SettingError
from ..files import write_all
from ..masks.tags import TAG_PREFIX, prefixed
from ..masks.usable import USABLE, ValidMask
from ..raster.align import Place, opened_raster, reading
from ..raster.geotiff import add_overviews, can_declare, common_dtype, create_raster, default_nodata, describe_as
from .fit import acquisition_time, cover_warnings, time_warnings


@dataclass(frozen=True)
class Applied:
    """The result of masking a raster."""

    nodata: float
    assumed: bool
    """True if neither the user nor the raster defined this nodata value."""
    masked_percent: float
    """Percent of the raster's pixels that were masked, including those beyond the mask's edges."""
    warnings: tuple[str, ...]
    """If the mask covers a part of the raster only, or is of another date."""


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
        RasterError: the raster cannot be read or aligned, or contains complex numbers.
        RasterError: no pixel has data in both the raster and the mask.
        OutputError: the file cannot be written.
    """
    with opened_raster(raster) as source:
        dtype = common_dtype(source)
        value = _nodata(source, dtype, nodata)
        place = Place.of(source)
        masked = with_data = covered = 0

        def write(part: Path) -> None:
            nonlocal masked, with_data, covered
            with create_raster(part, place, count=source.count, dtype=dtype, nodata=value) as target:
                describe_as(target, source, leave_out=TAG_PREFIX)
                target.update_tags(**prefixed(mask.tags))
                for window in place.windows():
                    progress(window.row_off / place.height)
                    states = valid.read(1, window=window)
                    pixels, has_data = _read(source, window)
                    in_any = has_data.any(axis=0)
                    with_data += int(np.count_nonzero(in_any))
                    covered += int(np.count_nonzero(in_any & (states != NODATA)))
                    usable = states == USABLE
                    masked += int(np.count_nonzero(~usable))
                    pixels[~(has_data & usable)] = value
                    target.write(pixels, window=window)
            if not covered:
                raise RasterError(
                    "{mask} and {raster} have no pixel with data in common. Choose the mask of the same scene.",
                    mask=mask.name,
                    raster=raster,
                )
            add_overviews(part, lambda: progress(1.0))

        with mask.aligned(place, raster) as valid:
            write_all({output: write})
    warnings = (
        *cover_warnings(mask.name, raster, covered / with_data),
        *time_warnings(mask.name, mask.sensing_time, raster, acquisition_time(raster)),
    )
    assumed = nodata is None and source.nodata is None
    return Applied(value, assumed, 100 * masked / (place.height * place.width), warnings)


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


def _read(source: Any, window: Any) -> tuple[NDArray[Any], NDArray[np.bool_]]:
    """Return (bands, lines, columns) of the values, and bool, True for data."""
    with reading(source.name):
        pixels = np.stack([source.read(band, window=window) for band in source.indexes])  # bands may differ in type
        return pixels, source.read_masks(window=window) > 0
