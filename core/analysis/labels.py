"""Use polygons with a class, as a person drew them, as a reference: they are rasterised on the grid of the mask."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rasterio._err import CPLE_BaseError  # rasterio passes some of GDAL's errors on
from rasterio.errors import RasterioError
from rasterio.features import geometry_mask
from rasterio.windows import Window
from rasterio.windows import transform as transform_of

from ..areas.area import as_shape, polygons_near
from ..areas.polygons import Ring, polygons_of_wkb
from ..classes import NODATA
from ..errors import SettingError
from ..language import message
from ..raster.align import Place
from .class_values import ClassValues, class_of_label
from .confusion import Detail

_SHOWN = 8
"""Number of labels that a message lists."""


class Label(NamedTuple):
    """A polygon and its label."""

    text: str
    """A number, or a class in words; empty for none."""
    geometry: bytes
    """Polygon or MultiPolygon as well-known binary."""


@dataclass(frozen=True)
class Labels:
    """The polygons of a layer.

    Raises:
        SettingError: there is no polygon, or none has a class.
    """

    path: str
    """Name of the layer."""
    field: str
    """Name of the field with the labels."""
    crs: str
    """CRS as WKT or as an authority code."""
    polygons: Sequence[Label]
    values: ClassValues
    """Classes of labels that are numbers."""

    def __post_init__(self) -> None:
        """Check that there is something to compare with."""
        if not self.polygons:
            raise SettingError("{path} has no polygons. Choose a layer of polygons with a class.", path=self.path)
        if not any(polygons for value, polygons in self.of_class.items() if value != NODATA):
            raise SettingError(
                "No polygon of {path} has a class: its field {field} holds {labels}. Choose a field with clear, cloud, "
                "thick cloud, thin cloud, shadow, snow and water, or with the numbers of a mask.",
                path=self.path,
                field=self.field,
                labels=self._listed(),
            )

    @cached_property
    def of_class(self) -> dict[int, list[list[Ring]]]:
        """Outer ring and holes of each polygon, by its class; NODATA for pixels whose class is not known."""
        found: dict[int, list[list[Ring]]] = defaultdict(list)
        for label in self.polygons:
            value = class_of_label(label.text, self.values)
            if value is not None:
                found[value] += polygons_of_wkb(label.geometry)
        return dict(found)

    @cached_property
    def unknown(self) -> Counter[str]:
        """Number of polygons by label, of those whose label names no class."""
        return Counter(label.text for label in self.polygons if class_of_label(label.text, self.values) is None)

    def warnings(self) -> list[str]:
        """Return a warning if labels name no class."""
        if not self.unknown:
            return []
        return [
            message(
                "{count} polygons of {path} were left out, because their labels name no class ({labels}).",
                count=sum(self.unknown.values()),
                path=self.path,
                labels=self._listed(),
            )
        ]

    def _listed(self) -> str:
        labels = sorted({label or "NULL" for label in self.unknown or {label.text for label in self.polygons}})
        return ", ".join(labels[:_SHOWN]) + (", ..." if len(labels) > _SHOWN else "")


class LabelsOnGrid:
    """Labels on the pixels of a mask. A pixel has the class of the polygon that holds its centre."""

    def __init__(self, labels: Labels, place: Place, mask: str, detail: Detail) -> None:
        """Reproject the polygons.

        Args:
            labels: The polygons.
            place: Grid of the mask.
            mask: Name of the mask in messages.
            detail: Classes to distinguish.

        Raises:
            RasterError: the mask has no CRS.
            SettingError: the polygons cannot be reprojected.
        """
        place.check_crs(mask)
        self.path, self._labels, self._place = labels.path, labels, place
        self._overlapping = 0
        self._shapes: dict[int, list[_Shape]] = defaultdict(list)
        try:
            for value, polygons in labels.of_class.items():
                near = polygons_near(polygons, labels.crs, place.crs.to_wkt(), place.box())
                self._shapes[detail.merged.get(value, value)] += [_Shape.of(rings, place) for rings in near]
        except (RasterioError, CPLE_BaseError, ValueError) as error:
            raise SettingError(
                "The polygons of {path} cannot be reprojected to {mask} ({reason}). Check their coordinate reference "
                "system.",
                path=labels.path,
                mask=mask,
                reason=error,
            ) from error

    def read(self, window: Window) -> NDArray[np.uint8]:
        """Return the classes of a window, 255 outside the polygons.

        Pixels in polygons of different classes are 255 too, as are those in a polygon of an unknown class.
        """
        shape, grid = (window.height, window.width), transform_of(window, self._place.transform)
        classes = np.full(shape, NODATA, np.uint8)
        several = np.zeros(shape, np.bool_)
        for value, shapes in sorted(self._shapes.items()):  # NODATA comes last
            near = [one.geometry for one in shapes if one.touches(window)]
            if near:
                inside = geometry_mask(near, shape, grid, invert=True)
                several = several & ~inside if value == NODATA else several | inside & (classes != NODATA)
                classes[inside] = value
        classes[several] = NODATA
        self._overlapping += int(np.count_nonzero(several))
        return classes

    def warnings(self) -> list[str]:
        """Return warnings about labels without a class, and about polygons of different classes that overlap."""
        found = self._labels.warnings()
        if self._overlapping:
            found.append(
                message(
                    "{pixels} pixels were left out, because polygons of different classes of {path} overlap there.",
                    pixels=self._overlapping,
                    path=self.path,
                )
            )
        return found


class _Shape(NamedTuple):
    """A polygon on the grid of a mask."""

    geometry: dict[str, Any]
    """GeoJSON, in the CRS of the mask."""
    low: NDArray[np.float64]
    """First column and line that it may cover."""
    high: NDArray[np.float64]
    """Last column and line."""

    @classmethod
    def of(cls, polygon: list[Ring], place: Place) -> _Shape:
        """Make a polygon from its rings."""
        to_pixels = ~place.transform
        points = np.stack(to_pixels * polygon[0].T, axis=1)
        return cls(as_shape(polygon), points.min(axis=0), points.max(axis=0))

    def touches(self, window: Window) -> bool:
        """Return True if the bounding box reaches into a window."""
        first = np.array([window.col_off, window.row_off])
        last = first + np.array([window.width, window.height])
        return bool(np.all(self.low <= last) and np.all(self.high >= first))
