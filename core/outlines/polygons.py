"""Turn the classes of a mask into polygons."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ..areas.polygons import Ring
from ..classes import CLASS_OF_KEY, NODATA, USUAL_INVALID
from ..errors import SettingError
from ..language import translated
from ..masks.pixels import MaskPixels
from ..masks.usable import MAX_HECTARES, check_limit, least_pixels
from .corners import Corners
from .rings import patches
from .simplify import kept_corners

MAX_TOLERANCE = 100.0
"""In pixels."""


@dataclass(frozen=True)
class OutlineRule:
    """Rule for the polygons of a mask.

    Raises:
        SettingError: a class is unknown, or a value is out of range.
    """

    classes: tuple[str, ...] = USUAL_INVALID
    """Keys of the classes that become polygons."""
    min_hectares: float = 0.0
    """Area of the smallest polygon and hole: smaller ones become part of their largest neighbour."""
    tolerance: float = 1.0
    """In pixels; see `kept_corners`. 0 keeps the edges of the pixels."""

    def __post_init__(self) -> None:
        """Check the values."""
        unknown = [key for key in self.classes if key not in CLASS_OF_KEY]
        if unknown or not self.classes:
            raise SettingError(
                "{classes} cannot become polygons. Choose at least one of: {allowed}.",
                classes=unknown,
                allowed=tuple(CLASS_OF_KEY),
            )
        check_limit(translated("The smallest polygon"), self.min_hectares, MAX_HECTARES)
        check_limit(translated("The simplification"), self.tolerance, MAX_TOLERANCE)


@dataclass(frozen=True)
class ClassPolygon:
    """A connected patch of a class."""

    value: int
    """Value of the class."""
    rings: tuple[Ring, ...] = field(repr=False)
    """The outer ring, then the holes: (points, 2) in the CRS of the mask, without closing points."""

    @property
    def area(self) -> float:
        """Area in square units of the CRS."""
        outer, *holes = map(_area, self.rings)
        return outer - sum(holes)

    def wkb(self) -> bytes:
        """Return the polygon as well-known binary (OGC 06-103r4)."""
        parts = [struct.pack("<BII", 1, 3, len(self.rings))]
        for ring in self.rings:
            parts += [struct.pack("<I", len(ring) + 1), ring.astype("<f8").tobytes(), ring[:1].astype("<f8").tobytes()]
        return b"".join(parts)


def class_polygons(
    mask: MaskPixels, rule: OutlineRule, progress: Callable[[], None] = lambda: None
) -> Iterator[ClassPolygon]:
    """Yield a polygon for each connected patch of the chosen classes.

    Pixels that touch at a corner only are of two patches. Polygons share their borders, simplified or not: there are
    neither gaps nor overlaps between them. Pixels without data belong to none.

    Args:
        mask: The mask.
        rule: Classes, smallest polygon and simplification.
        progress: Called at intervals; may raise to cancel.

    Raises:
        RasterError: the mask has no pixels in metres, which the smallest polygon needs.
    """
    values = _chosen(mask, rule, progress)
    corners = Corners.of(values)
    kept = kept_corners(corners, rule.tolerance, progress)
    places = np.stack(mask.place.transform * corners.points.T, axis=1)
    for value, rings in patches(values, corners, progress):
        own = [places[part] for ring in rings for part in _divided(ring[kept[ring]])]
        yield ClassPolygon(value - 1, tuple(sorted(own, key=_area, reverse=True)))


_OTHER = 0
"""Value of pixels that belong to no polygon; those of classes are their own + 1."""


def _chosen(mask: MaskPixels, rule: OutlineRule, progress: Callable[[], None]) -> NDArray[np.uint8]:
    """Return the chosen classes + 1, and 0 for all others, without small patches."""
    meaning = np.full(256, _OTHER, np.uint8)
    for key in rule.classes:
        meaning[CLASS_OF_KEY[key].value] = CLASS_OF_KEY[key].value + 1
    values: NDArray[np.uint8] = meaning[mask.pixels]
    if rule.min_hectares > 0:
        smallest = least_pixels(rule.min_hectares, mask.pixel_metres)
        values = _without_specks(values, smallest, mask.pixels != NODATA, progress)
    return values


def _without_specks(
    values: NDArray[np.uint8], smallest: int, has_data: NDArray[np.bool_], progress: Callable[[], None]
) -> NDArray[np.uint8]:
    """Merge patches of fewer pixels with their largest neighbours."""
    from rasterio.features import sieve

    if smallest < 2:
        return values
    while True:  # a patch among small ones is merged when these have been
        progress()
        merged = sieve(values, min(smallest, values.size), mask=has_data)
        if np.array_equal(merged, values):
            return values
        values = merged


def _divided(ring: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Divide a ring of corners where it touches itself."""
    if len(set(ring.tolist())) == len(ring):
        return [ring]
    done: list[NDArray[np.int64]] = []
    way: list[int] = []
    place: dict[int, int] = {}
    for corner in ring.tolist():
        if corner in place:
            loop = way[place[corner] :]
            done.append(np.array(loop))
            del way[place[corner] :]
            for one in loop:
                del place[one]
        place[corner] = len(way)
        way.append(corner)
    return [*done, np.array(way)]


def _area(ring: Ring) -> float:
    x, y = (np.concatenate([ring, ring[:1]]) - ring[0]).T  # small numbers, of which no digits are lost
    return abs(float(x[:-1] @ y[1:] - y[:-1] @ x[1:])) / 2
