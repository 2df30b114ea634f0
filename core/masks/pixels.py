"""Read the pixels of cloud masks, and refuse other rasters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ..classes import CLASSES, NODATA
from ..errors import RasterError
from .tags import KIND, VALID_MASK, unprefixed

if TYPE_CHECKING:
    from ..raster.align import Place

MASK_VALUES: Mapping[int, int] = {**{c.value: c.value for c in CLASSES}, NODATA: NODATA}
"""Value of a cloud mask -> class."""


@dataclass(frozen=True)
class MaskPixels:
    """A cloud mask in memory."""

    path: str
    pixels: NDArray[np.uint8]
    """(lines, columns) uint8 classes, 255 nodata."""
    place: Place
    tags: Mapping[str, str]
    """Tags of the file without prefix; empty for a raster of another program."""

    @classmethod
    def read(cls, path: str, progress: Callable[[], None] = lambda: None) -> MaskPixels:
        """Read a cloud mask, or another raster with its values.

        Args:
            path: GDAL path.
            progress: Called at intervals; may raise to cancel.

        Raises:
            RasterError: the file cannot be read, is not a cloud mask, or is a valid mask, in which 1 is usable.
        """
        from ..raster.align import Place, opened_raster, reading

        with opened_raster(path) as dataset, reading(path):
            if is_valid_mask(dataset):
                raise RasterError(
                    "{path} is a valid mask, which has no classes. Choose the cloud mask from which it was made.",
                    path=path,
                )
            pixels = read_classes(dataset, MASK_VALUES, progress)
            return cls(path, pixels, Place.of(dataset), unprefixed(dataset.tags()))

    @property
    def unit_metres(self) -> float | None:
        """Metres of a unit of the CRS; None if it is not projected."""
        crs = self.place.crs
        return float(crs.linear_units_factor[1]) if crs and crs.is_projected else None

    @property
    def pixel_metres(self) -> float:
        """Edge of a pixel in metres; see `pixel_metres` for errors."""
        return pixel_metres(self.place, self.path)


def pixel_metres(place: Place, path: str) -> float:
    """Return the edge of a mask's pixels in metres.

    Args:
        place: Its pixel grid.
        path: Its path, for messages.

    Raises:
        RasterError: the grid is not projected, or its pixels are not square.
    """
    transform, crs = place.transform, place.crs
    if crs is None or not crs.is_projected:
        raise RasterError(
            "{path} has no pixel size in metres, which buffers and smallest areas need. Set them to 0, or reproject "
            "the mask.",
            path=path,
        )
    width, height = abs(transform.a), abs(transform.e)
    if abs(width - height) > 0.01 * width or transform.b or transform.d:
        raise RasterError(
            "{path} has rotated or non-square pixels ({size}), but buffers and smallest areas need square ones. Set "
            "them to 0, or reproject the mask.",
            path=path,
            size=f"{width:g} x {height:g}",
        )
    return float(width * crs.linear_units_factor[1])


def is_valid_mask(dataset: Any) -> bool:
    """Return True for an open valid mask, in which 1 is usable; in a cloud mask it is cloud."""
    return unprefixed(dataset.tags()).get(KIND) == VALID_MASK


def read_classes(
    dataset: Any, meanings: Mapping[int, int], progress: Callable[[], None] = lambda: None
) -> NDArray[np.uint8]:
    """Read the classes of an open mask.

    Args:
        dataset: An open dataset.
        meanings: Class of each value that it may contain.
        progress: Called at intervals; may raise to cancel.

    Returns:
        (lines, columns) uint8, 255 nodata.

    Raises:
        RasterError: it has more than one band, or contains another value.
    """
    from ..raster.align import Place

    _check_one_band(dataset)
    classes = np.full(dataset.shape, NODATA, np.uint8)
    for window in Place.of(dataset).windows():
        progress()
        pixels = dataset.read(1, window=window)
        unknown = dataset.read_masks(1, window=window) > 0
        part = classes[window.toslices()]
        for value, meant in meanings.items():
            found = unknown & (pixels == value)
            part[found] = meant
            unknown ^= found
        if unknown.any():
            raise RasterError(
                "{path} is not a cloud mask: it contains the value {value:g}, but may contain only {allowed}. Choose "
                "a mask made with CloudS2Mask.",
                path=dataset.name,
                value=pixels[unknown][0].item(),
                allowed=list(meanings),
            )
    return classes


def _check_one_band(dataset: Any) -> None:
    from rasterio.enums import ColorInterp

    bands = sum(meaning != ColorInterp.alpha for meaning in dataset.colorinterp)
    if bands != 1:
        raise RasterError(
            "{path} is not a cloud mask: it has {bands} bands instead of one. Choose a mask made with CloudS2Mask.",
            path=dataset.name,
            bands=bands,
        )
