"""Know where the sun and the satellite are, as seen from each pixel of a scene."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..archives import UNREADABLE
from ..errors import ProductError, RasterError
from ..language import message
from ..product.product import Product
from ..product.source import Source
from ..raster.grid import WGS84, Grid
from .store_angles import read_store_angles
from .tile_angles import NODE_STEP, SUN, AngleGrid, TileAngles, parse_tile_angles

_NORTHWARD = 1e-3
"""Degrees of latitude over which the direction of north is measured: 111 m."""

_BANDS = ("B02", "B03", "B04", "B08", "B11", "B12")
"""Bands in which clouds and shadows are found."""

Vectors = NDArray[np.floating]
"""(3, rows, columns): unit vectors to east, north and up."""


class Directions(NamedTuple):
    """Directions in degrees; azimuths are clockwise from the top of the grid."""

    sun_zenith: NDArray[np.float32]
    sun_azimuth: NDArray[np.float32]
    view_zenith: NDArray[np.float32]
    view_azimuth: NDArray[np.float32]


@dataclass(frozen=True)
class Angles:
    """Directions from the ground to the sun and to the satellite, at nodes over a scene.

    Angles are in degrees. Azimuths are clockwise from the top of the working grid, which in UTM is up to 3 degrees off
    true north.
    """

    sun_zenith: NDArray[np.float32]
    """(rows, columns)."""
    sun_azimuth: NDArray[np.float32]
    """(rows, columns), 0 to 360."""
    view_zenith: NDArray[np.float32]
    """(rows, columns): mean of the bands."""
    view_azimuth: NDArray[np.float32]
    """(rows, columns), 0 to 360."""
    spacing: tuple[float, float] = (1.0, 1.0)
    """Lines between rows of nodes, and columns between columns of nodes."""
    origin: tuple[float, float] = (0.0, 0.0)
    """Line and column of the first node; 0, 0 is the upper left corner of the first pixel."""
    warnings: tuple[str, ...] = ()
    """Sentences for the user, where the product lacks angles."""

    def at(self, lines: NDArray[np.integer], columns: NDArray[np.integer]) -> Directions:
        """Interpolate the directions at the centres of pixels; beyond the nodes, those at the edge apply.

        Args:
            lines: Lines of the working grid.
            columns: Columns, of a shape that fits.

        Returns:
            float32 arrays of the shape that both have together.
        """
        sun, view = (
            self.between(_vectors(zenith, azimuth), lines, columns)
            for zenith, azimuth in ((self.sun_zenith, self.sun_azimuth), (self.view_zenith, self.view_azimuth))
        )
        return Directions(*_angles(sun), *_angles(view))

    def between(
        self, field: NDArray[np.floating], lines: NDArray[np.integer], columns: NDArray[np.integer]
    ) -> NDArray[np.floating]:
        """Interpolate values at nodes, (values, rows, columns), at the centres of pixels; see `at`."""
        places = [
            np.clip((np.asarray(pixel) + 0.5 - first) / step, 0, count - 1)
            for pixel, first, step, count in zip((lines, columns), self.origin, self.spacing, field.shape[1:])
        ]
        row, column = np.broadcast_arrays(*places)
        top, left = (
            np.minimum(place.astype(np.intp), max(count - 2, 0)) for place, count in zip((row, column), field.shape[1:])
        )
        below, right = (np.minimum(at + 1, count - 1) for at, count in zip((top, left), field.shape[1:]))
        down, across = row - top, column - left
        upper = field[:, top, left] * (1 - across) + field[:, top, right] * across
        lower = field[:, below, left] * (1 - across) + field[:, below, right] * across
        return np.asarray(upper * (1 - down) + lower * down)


def angles_of(source: Source, grid: Grid) -> Angles:
    """Read the directions to the sun and the satellite over a scene.

    The view is the mean over the bands and their detectors. Nodes at which no detector looks get the plane through the
    others. Of what the metadata lacks, the mean is used, or else a vertical view and the place of the sun at the
    sensing time, with a warning.

    Args:
        source: A product; rasters state no angles.
        grid: Working grid, of any pixel size.

    Raises:
        ProductError: the metadata cannot be read, or states neither the angles of the sun nor the sensing time.
        RasterError: the source is a raster.
    """
    if not isinstance(source, Product):
        raise RasterError(
            "{name} is a raster, which states no angles of sun and satellite. Choose its product, or another model.",
            name=source.acquisition.name,
        )
    found = _read(source)
    one = next((grids[0] for grids in found.grids.values()), None)
    step = one.step if one else (NODE_STEP, NODE_STEP)
    corner = min(source.grids.items(), default=(0, grid))[1]
    extent = corner.height * corner.pixel_size, corner.width * corner.pixel_size
    rows, columns = one.zenith.shape if one else (math.ceil(size / NODE_STEP) + 1 for size in extent)
    nodes = _Nodes(grid.crs, corner.left + np.arange(columns) * step[1], corner.top - np.arange(rows) * step[0])
    sun, sun_warnings = _sun(found, nodes, source)
    view, view_warnings = _view(found, nodes, source)
    return Angles(
        *_angles(nodes.to_grid(sun)),
        *_angles(nodes.to_grid(view)),
        spacing=(step[0] / grid.pixel_size, step[1] / grid.pixel_size),
        origin=((grid.top - corner.top) / grid.pixel_size, (corner.left - grid.left) / grid.pixel_size),
        warnings=(*sun_warnings, *view_warnings),
    )


def _read(product: Product) -> TileAngles:
    """Read the angles in a product's store, or in the metadata of its granule; none if it has no such file.

    Raises:
        ProductError: they cannot be read.
    """
    if product.eopf:
        return read_store_angles(product.eopf, product.package, _BANDS)
    images = set(product.bands.values())
    granules = {name.parts[1] for name, path in product.package.paths.items() if path in images}
    name = next((found for one in granules if (found := product.package.tile_metadata(one))), None)
    if name is None:
        return TileAngles()
    path = str(product.package.root / name)
    try:
        return parse_tile_angles(product.package.read(name), path)
    except UNREADABLE as error:
        raise ProductError(
            "{path} cannot be read ({reason}). Download the product again.", path=path, reason=error
        ) from error


class _Nodes:
    """The nodes of ESA's grids on the map."""

    def __init__(self, crs: str, x: NDArray[np.floating], y: NDArray[np.floating]) -> None:
        """Find their longitude and latitude in degrees, and where north is."""
        from rasterio.warp import transform

        self.shape = len(y), len(x)
        at = [values.ravel() for values in np.meshgrid(x, y)]
        longitude, latitude = (np.array(values) for values in transform(crs, WGS84, *at))
        northward = transform(WGS84, crs, longitude, latitude + _NORTHWARD)
        # ESA's azimuths are from true north: so are those of the sun that its sensing time gives.
        north = np.arctan2(*(np.array(after) - before for after, before in zip(northward, at)))
        self.longitude, self.latitude, self._north = (
            values.reshape(self.shape) for values in (longitude, latitude, north)
        )

    def to_grid(self, vectors: Vectors) -> Vectors:
        """Turn vectors from true north to the top of the grid."""
        east, north, up = vectors
        sine, cosine = np.sin(self._north), np.cos(self._north)
        return np.stack([east * cosine + north * sine, north * cosine - east * sine, up])

    def filled(self, vectors: Vectors) -> Vectors:
        """Give nodes without a direction the plane through the others, by least squares."""
        known = np.isfinite(vectors).all(axis=0)
        if known.all():
            return vectors
        row, column = np.indices(self.shape)
        place = np.stack([np.ones(self.shape), row - row[known].mean(), column - column[known].mean()], axis=-1)
        plane, *_ = np.linalg.lstsq(place[known], vectors[:, known].T, rcond=None)
        return np.where(known, vectors, np.moveaxis(place @ plane, -1, 0))

    def same(self, zenith: float, azimuth: float) -> Vectors:
        """Give all nodes one direction in degrees."""
        return _vectors(np.full(self.shape, zenith), np.full(self.shape, azimuth))

    def usable(self, grids: list[AngleGrid]) -> list[Vectors]:
        """Return the vectors of the grids that have these nodes."""
        return [_vectors(one.zenith, one.azimuth) for one in grids if one.zenith.shape == self.shape]


def _sun(found: TileAngles, nodes: _Nodes, product: Product) -> tuple[Vectors, tuple[str, ...]]:
    """Return the direction to the sun at nodes, and warnings.

    Raises:
        ProductError: neither angles nor sensing time are known.
    """
    grid = next((one for one in nodes.usable(found.grids.get(SUN, [])) if np.isfinite(one).any()), None)
    if grid is not None:
        return nodes.filled(grid), ()
    name, time = product.acquisition.name, product.acquisition.sensing_time
    warning = message("The metadata of {name} has no grid of the sun's angles. Shadows may be displaced.", name=name)
    if SUN in found.means:
        return nodes.same(*found.means[SUN]), (warning,)
    if time is None:
        raise ProductError(
            "The metadata of {name} states neither the angles of the sun nor the sensing time, which cloud shadows "
            "need. Download the product again.",
            name=name,
        )
    return _sun_at(time, nodes.longitude, nodes.latitude), (warning,)


def _view(found: TileAngles, nodes: _Nodes, product: Product) -> tuple[Vectors, tuple[str, ...]]:
    """Return the direction to the satellite at nodes, and warnings."""
    grids = [nodes.usable(grids) for band, grids in found.grids.items() if band in _BANDS]
    bands = _mean([_mean(detectors) for detectors in grids if detectors])
    if np.isfinite(bands).any():
        return nodes.filled(bands), ()
    warning = message(
        "The metadata of {name} has no grids of viewing angles. Shadows of high clouds may be displaced.",
        name=product.acquisition.name,
    )
    means = [nodes.same(*angles) for band, angles in found.means.items() if band in _BANDS]
    return _mean(means or [nodes.same(0, 0)]), (warning,)


def _sun_at(time: datetime, longitude: NDArray[np.float64], latitude: NDArray[np.float64]) -> Vectors:
    """Compute the direction to the sun, to 0.01 degrees.

    Source: 'approximate solar coordinates' of the Astronomical Almanac.

    Args:
        time: UTC.
        longitude: In degrees.
        latitude: In degrees.
    """
    days = (time - datetime(2000, 1, 1, 12, tzinfo=timezone.utc)).total_seconds() / 86400
    anomaly = math.radians(357.529 + 0.98560028 * days)
    ecliptic = math.radians(280.459 + 0.98564736 * days + 1.915 * math.sin(anomaly) + 0.020 * math.sin(2 * anomaly))
    obliquity = math.radians(23.439 - 0.00000036 * days)
    ascension = math.atan2(math.cos(obliquity) * math.sin(ecliptic), math.cos(ecliptic))
    declination = math.asin(math.sin(obliquity) * math.sin(ecliptic))
    hour = np.radians(15 * (18.697374558 + 24.06570982441908 * days) + longitude) - ascension
    south, north = np.sin(np.radians(latitude)), np.cos(np.radians(latitude))
    across = math.cos(declination) * np.cos(hour)
    return np.stack(
        [
            -math.cos(declination) * np.sin(hour),
            math.sin(declination) * north - across * south,
            math.sin(declination) * south + across * north,
        ]
    )


def _vectors(zenith: NDArray[np.floating], azimuth: NDArray[np.floating]) -> Vectors:
    """Turn angles in degrees to vectors."""
    zenith, azimuth = np.radians(zenith, dtype=np.float64), np.radians(azimuth, dtype=np.float64)
    return np.stack([np.sin(zenith) * np.sin(azimuth), np.sin(zenith) * np.cos(azimuth), np.cos(zenith)])


def _angles(vectors: Vectors) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Turn vectors of any length to zenith, and azimuth from 0 to 360, in degrees."""
    east, north, up = vectors
    zenith = np.degrees(np.arctan2(np.hypot(east, north), up))
    return zenith.astype(np.float32), (np.degrees(np.arctan2(east, north)) % 360).astype(np.float32)


def _mean(vectors: list[Vectors]) -> Vectors:
    """Average vectors node by node where they are known; NaN elsewhere."""
    total = np.sum([np.nan_to_num(one) for one in vectors], axis=0)
    with np.errstate(invalid="ignore"):
        return np.asarray(total / np.sum([np.isfinite(one) for one in vectors], axis=0))
