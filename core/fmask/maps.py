"""The user's rasters of elevation and of water on the grid of a scene."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import Resampling
from rasterio.windows import Window

from ..angles.view import Angles
from ..errors import RasterError
from ..language import message
from ..product.product import Product
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
_LOWEST, _HIGHEST = -500, 9000
"""Metres between which ground lies: the shore of the Dead Sea is at -430, Mount Everest at 8849."""
_TRIED = 128
"""Pixels of an edge of the grid on which a map is tried before it is used."""


def check_elevation(path: Path, grid: Grid | None, name: str) -> list[str]:
    """Check that a raster may be the elevation of a scene, by some of its pixels.

    Args:
        path: The raster.
        grid: Of the scene, of any pixel size; None if it is not known.
        name: Of the scene, for messages.

    Returns:
        Warnings for the user.

    Raises:
        RasterError: the raster cannot be read, has no CRS, several bands or other values, or lies elsewhere.
    """
    values, covered = _tried(path, grid, name)
    _check_range(values, (_LOWEST, _HIGHEST), path)
    if covered == 1:
        return []
    text = message(
        "{path} covers only {percent:.0f} % of {name}. Beyond it, ground counts as flat.",
        path=path.name,
        percent=100 * covered,
        name=name,
    )
    return [text]


def check_water(path: Path, grid: Grid | None, name: str) -> list[str]:
    """Check that a raster may be a map of water in a scene, by some of its pixels; see `check_elevation`."""
    values, covered = _tried(path, grid, name)
    _check_occurrence(values, path)
    warnings: list[str] = []
    if covered < 1:
        warnings.append(
            message(
                "{path} covers only {percent:.0f} % of {name}. Beyond it, it adds no water.",
                path=path.name,
                percent=100 * covered,
                name=name,
            )
        )
    known = values[values != _UNKNOWN]
    if known.size and known.min() > 0 and known.max() > 1:
        warnings.append(
            message(
                "{path} is above 0 everywhere in {name}. Is it a map of water, and not of land cover?",
                path=path.name,
                name=name,
            )
        )
    return warnings


def check_maps(elevation: Path | None, water_map: Path | None, products: Iterable[Product]) -> list[str]:
    """Check rasters of elevation and water on a product of each tile; see `check_elevation` and `check_water`.

    Args:
        elevation: The raster of elevation, if there is one.
        water_map: The map of water, if there is one.
        products: The products to mask; if there is none, the rasters are checked alone.

    Returns:
        Warnings, each once; products for which a raster cannot be used are among them.

    Raises:
        RasterError: a raster cannot be used for any product.
    """
    tiles: dict[str, Grid | None] = {
        product.acquisition.tile or product.acquisition.name: min(product.grids.items(), default=(0, None))[1]
        for product in products
    }
    found: list[str] = []
    for path, check in ((elevation, check_elevation), (water_map, check_water)):
        if path:
            told = [_warnings_or_error(check, path, grid, name) for name, grid in (tiles or {"": None}).items()]
            errors = [one for one in told if isinstance(one, RasterError)]
            if len(errors) == len(told):
                raise errors[0]
            found += map(str, errors)
            found += [warning for one in told if not isinstance(one, RasterError) for warning in one]
    return list(dict.fromkeys(found))


def _warnings_or_error(
    check: Callable[[Path, Grid | None, str], list[str]], path: Path, grid: Grid | None, name: str
) -> list[str] | RasterError:
    try:
        return check(path, grid, name)
    except RasterError as error:
        return error


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
        RasterError: see `check_elevation`.
    """
    with _on_grid(path, grid, name, Resampling.bilinear) as dataset:
        for lines in blocks(grid.height):
            above, below = min(1, lines.start), min(1, grid.height - lines.stop)
            part = _read(dataset, slice(lines.start - above, lines.stop + below), str(path))
            _check_range(part.compressed(), (_LOWEST, _HIGHEST), path)
            height = np.pad(part.astype(np.float32).filled(np.nan), ((1 - above, 1 - below), (1, 1)), mode="edge")
            down = (height[2:, 1:-1] - height[:-2, 1:-1]) / (2 * grid.pixel_size)
            right = (height[1:-1, 2:] - height[1:-1, :-2]) / (2 * grid.pixel_size)
            yield lines, np.hypot(down, right) > _STEEP, _faces_away(down, right, lines, angles)


def water(path: Path, grid: Grid, name: str) -> Iterator[tuple[slice, Pixels]]:
    """Find the water of a map: a fraction of at least .5, or an occurrence of at least 50 %, see `_is_percent`.

    Args:
        path: Raster of water.
        grid: The working grid.
        name: Of the scene, for messages.

    Yields:
        Lines of the grid, and (lines, columns) bool.

    Raises:
        RasterError: see `check_water`.
    """
    occurrence = np.zeros(grid.shape, np.uint8)
    with _opened(path) as whole:
        percent = _is_percent(whole)
    with _on_grid(path, grid, name, Resampling.nearest) as dataset:
        for lines in blocks(grid.height):
            values = np.rint(_read(dataset, lines, str(path)).filled(0))  # a fraction from .5 is 1
            _check_occurrence(values, path)
            occurrence[lines] = np.where(values <= 100, values, 0)
    least = _USUAL if percent or occurrence.max(initial=0) > 1 else 1
    for lines in blocks(grid.height):
        yield lines, occurrence[lines] >= least


def _is_percent(dataset: Any) -> bool:
    """Return True if a map is the occurrence of water in percent: by its unit, or by values above 1 anywhere in it.

    Where a scene has at most 1 % of water, its own pixels do not tell that from a map that is 1 in water.
    """
    unit = (dataset.units[0] or "").strip().lower()
    if unit:
        return unit in {"%", "percent"}
    values = _decimated(dataset)
    return bool((values[values != _UNKNOWN] > 1).any())


def _check_occurrence(values: NDArray[Any], path: Path) -> None:
    beyond = values[((values < 0) | (values > 100)) & (values != _UNKNOWN)]
    if beyond.size:
        raise RasterError(
            "{path} is not a map of water: it contains {value:g}. Choose a raster of 1 for water, or of its "
            "occurrence in percent, 0 to 100.",
            path=path,
            value=float(beyond[0]),
        )


def _check_range(values: NDArray[Any], limits: tuple[float, float], path: Path) -> None:
    beyond = values[(values < limits[0]) | (values > limits[1])]
    if beyond.size:
        raise RasterError(
            "{path} is not elevation in metres: it contains {value:g}. Choose another raster, or declare this value as "
            "its nodata value.",
            path=path,
            value=float(beyond[0]),
        )


def _tried(path: Path, grid: Grid | None, name: str) -> tuple[NDArray[Any], float]:
    """Read some pixels of a map in a scene, or anywhere if its grid is not known.

    Returns:
        (n,) values, and the share of the scene that they cover.
    """
    if grid is None:
        with _opened(path) as dataset:
            Place.of(dataset).check_crs(str(path))
            return _decimated(dataset), 1
    step = max(grid.height, grid.width) / _TRIED
    height, width = (math.ceil(length / step) for length in grid.shape)
    coarse = Grid(grid.crs, grid.left, grid.top, grid.pixel_size * step, height, width)
    with _on_grid(path, coarse, name, Resampling.nearest) as dataset:
        values = _read(dataset, slice(0, coarse.height), str(path))
    known = values.compressed()
    return known, known.size / values.size


def _decimated(dataset: Any) -> NDArray[Any]:
    """Read some pixels from all over a map, (n,), without those of no data."""
    shape = tuple(min(_TRIED, length) for length in dataset.shape)
    with reading(dataset.name):
        values: NDArray[Any] = dataset.read(1, out_shape=shape, masked=True).compressed()
    return values


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    """Open a map, which has one band."""
    with opened_raster(str(path)) as dataset:
        if dataset.count != 1:
            raise RasterError(
                "{path} has {count} bands. Choose a raster with one band, of elevation or of water.",
                path=path,
                count=dataset.count,
            )
        yield dataset


@contextmanager
def _on_grid(path: Path, grid: Grid, name: str, resampling: Resampling) -> Iterator[Any]:
    place = Place(known_crs(grid.crs), grid.transform(), grid.height, grid.width)
    with _opened(path) as dataset, aligned(dataset, place, (str(path), name), resampling=resampling) as on:
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
