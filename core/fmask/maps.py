"""The user's rasters of elevation and of water on the grid of a scene."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import Resampling
from rasterio.windows import Window

from ..angles.view import Angles
from ..errors import RasterError
from ..raster.align import Place, aligned, opened_raster, reading
from ..raster.grid import Grid, known_crs
from .fields import blocks
from .spectral import Pixels

_STEEP = np.tan(np.radians(10))
"""Slope from which ground is no water: that of 10 degrees, with room for errors of elevation."""
_USUAL = 50
"""Occurrence in percent from which a pixel is water."""
_UNKNOWN = 255
"""Value of pixels of unknown water, also in maps that do not declare it."""


def slopes(path: Path, grid: Grid, name: str, angles: Angles) -> Iterator[tuple[slice, Pixels, Pixels]]:
    """Find slopes, and hillsides that face away from the sun; unknown elevation is neither.

    Args:
        path: Raster of elevation in metres.
        grid: The working grid.
        name: Of the scene, for messages.
        angles: Of the sun.

    Yields:
        Lines of the grid, and (lines, columns) bool of both.

    Raises:
        RasterError: the raster cannot be read, has no CRS or several bands, or does not overlap the scene.
    """
    with _on_grid(path, grid, name, Resampling.bilinear) as dataset:
        for lines in blocks(grid.height):
            above, below = min(1, lines.start), min(1, grid.height - lines.stop)
            part = _read(dataset, slice(lines.start - above, lines.stop + below), str(path))
            height = np.pad(part.astype(np.float32).filled(np.nan), ((1 - above, 1 - below), (1, 1)), mode="edge")
            down = (height[2:, 1:-1] - height[:-2, 1:-1]) / (2 * grid.pixel_size)
            right = (height[1:-1, 2:] - height[1:-1, :-2]) / (2 * grid.pixel_size)
            yield lines, np.hypot(down, right) > _STEEP, _faces_away(down, right, lines, angles)


def water(path: Path, grid: Grid, name: str) -> Iterator[tuple[slice, Pixels]]:
    """Find the water of a map: a fraction of at least .5, or an occurrence of at least 50 % if it has values above 1.

    Args:
        path: Raster of water.
        grid: The working grid.
        name: Of the scene, for messages.

    Yields:
        Lines of the grid, and (lines, columns) bool.

    Raises:
        RasterError: the raster cannot be read, has no CRS, several bands or other values, or lies elsewhere.
    """
    occurrence = np.zeros(grid.shape, np.uint8)
    with _on_grid(path, grid, name, Resampling.nearest) as dataset:
        for lines in blocks(grid.height):
            values = np.rint(_read(dataset, lines, str(path)).filled(0))  # a fraction from .5 is 1
            beyond = values[((values < 0) | (values > 100)) & (values != _UNKNOWN)]
            if beyond.size:
                raise RasterError(
                    "{path} is not a map of water: it contains {value:g}. Choose a raster of 1 for water, or of its "
                    "occurrence in percent, 0 to 100.",
                    path=path,
                    value=float(beyond[0]),
                )
            occurrence[lines] = np.where(values <= 100, values, 0)
    least = _USUAL if occurrence.max(initial=0) > 1 else 1
    for lines in blocks(grid.height):
        yield lines, occurrence[lines] >= least


@contextmanager
def _on_grid(path: Path, grid: Grid, name: str, resampling: Resampling) -> Iterator[Any]:
    place = Place(known_crs(grid.crs), grid.transform(), grid.height, grid.width)
    with opened_raster(str(path)) as dataset:
        if dataset.count != 1:
            raise RasterError(
                "{path} has {count} bands. Choose a raster with one band, of elevation or of water.",
                path=path,
                count=dataset.count,
            )
        with aligned(dataset, place, (str(path), name), resampling=resampling) as on:
            yield on


def _read(dataset: Any, lines: slice, path: str) -> Any:
    with reading(path):
        return dataset.read(1, window=Window.from_slices(lines, slice(0, dataset.width)), masked=True)


def _faces_away(
    down: NDArray[np.float32], right: NDArray[np.float32], lines: slice, angles: Angles
) -> NDArray[np.bool_]:
    """Find ground that the sun meets from below its surface, from its slopes along columns and lines."""
    sun = angles.at(np.arange(lines.start, lines.stop)[:, None], np.arange(down.shape[1]))
    zenith, azimuth = np.radians(sun.sun_zenith), np.radians(sun.sun_azimuth)
    toward = down * np.cos(azimuth) - right * np.sin(azimuth)  # rise of the ground away from the sun
    return np.asarray(np.cos(zenith) + np.sin(zenith) * toward <= 0)
