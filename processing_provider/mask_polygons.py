"""The algorithm `clouds2mask:maskpolygons`: convert the classes of a mask to polygons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsFields,
    QgsGeometry,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.classes import CLASSES, USUAL_INVALID, MaskClass, named_for
from ..core.masks import tags
from ..core.masks.pixels import MaskPixels
from ..core.masks.usable import MAX_HECTARES
from ..core.outlines.polygons import MAX_TOLERANCE, OutlineRule, class_polygons
from ..ui.shared.animation import as_qt, set_time_field
from ..ui.shared.raster_source import gdal_source
from .algorithm import shown_by
from .clear_algorithm import MaskTool
from .parameter_values import Values, make_fields
from .styles import put_above_masks, style_class_polygons, when_loaded

_CLASS, _TIME = "class", "sensing_time"
_FIELDS = (
    f"{_CLASS}:integer",
    "name:string",
    "area_m2:double",
    "area_ha:double",
    f"{_TIME}:datetime",
    "product:string",
    "tile:string",
    "model:string",
)


class MaskPolygons(MaskTool):
    """Converts the classes of a mask to polygons."""

    NAME = "maskpolygons"
    DISPLAY_NAME = QT_TRANSLATE_NOOP("MaskPolygons", "Mask as polygons")
    TAGS = QT_TRANSLATE_NOOP(
        "MaskPolygons", "cloud,shadow,mask,vectorize,polygonize,vector,outline,simplify,area,geopackage"
    )
    ICON = "maskpolygons.svg"
    INPUT = "INPUT"
    TOLERANCE = "TOLERANCE"

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        self.addParameter(self.mask_parameter(self.INPUT))
        every, usual = [c.key for c in CLASSES], list(USUAL_INVALID)
        classes = QgsProcessingParameterEnum(
            self.CLASSES, self.tr("Classes that become polygons"), every, True, usual, False, True
        )
        shown_by(classes, "Choices", option="classes")
        self.add_with_help(classes, self.tr("Pixels without data belong to no polygon."))
        size = self.number_parameter(self.MIN_SIZE, self.tr("Smallest polygon (hectares)"), MAX_HECTARES)
        self.add_with_help(size, self.tr("Smaller patches and holes become part of their largest neighbour."))
        tolerance = self.number_parameter(
            self.TOLERANCE, self.tr("Simplify outlines by (pixels)"), MAX_TOLERANCE, default=1
        )
        self.add_with_help(
            tolerance, self.tr("Without gaps or overlaps between polygons. 0 keeps the edges of the pixels.")
        )
        polygons = QgsProcessingParameterFeatureSink(
            self.OUTPUT, self.tr("Mask as polygons"), QgsProcessing.SourceType.TypeVectorPolygon
        )
        self.add_with_help(polygons, self.tr("A polygon per patch, with its class, area, date and product."))

    def check(self, values: Values) -> None:
        """Check the rule and the mask."""
        self._rule(values)
        gdal_source(values.raster(self.INPUT))

    def read_on_main_thread(self, values: Values) -> None:
        """Read the layer on the thread that owns it."""
        mask = values.raster(self.INPUT)
        self._source, self._crs = gdal_source(mask), mask.crs()

    def execute(self, values: Values, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Write the polygons."""
        rule, progress = self._rule(values), self.progress(feedback)
        mask = MaskPixels.read(self._source, lambda: progress(0.1))
        named = named_for(tags.class_keys_of(mask.tags), CLASSES)
        names = {c.value: c.name() for c in named}
        fields, metres, time = make_fields(*_FIELDS), mask.unit_metres, _time(mask)
        origin = [time and as_qt(time), *(mask.tags.get(name) for name in (tags.PRODUCT, tags.TILE, tags.MODEL))]

        found: set[int] = set()

        def features() -> Iterator[QgsFeature]:
            for polygon in class_polygons(mask, rule, lambda: progress(0.4)):
                found.add(polygon.value)
                area = polygon.area * metres**2 if metres else None
                attributes = [polygon.value, names[polygon.value], area, area and area / 10_000, *origin]
                yield _feature(fields, polygon.wkb(), attributes)

        written = values.write_features(self.OUTPUT, fields, features(), QgsWkbTypes.Type.Polygon, self._crs)
        shown = [c for c in named if c.value in found]
        title = self._title(time, mask.tags.get(tags.TILE))

        def show(layer: QgsMapLayer, context: QgsProcessingContext) -> None:
            if layer.name() == self.tr("Mask as polygons"):  # else the user has named it
                layer.setName(title)
            _show(layer, context, shown, timed=bool(time))

        when_loaded(values.context, written, show)
        return {self.OUTPUT: written}

    def _title(self, time: datetime | None, tile: str | None) -> str:
        """Return the name of the layer, by which polygons of several dates are told apart."""
        if time is None or not tile:
            return self.tr("Mask as polygons")
        return self.tr("Polygons, {scene}").format(scene=f"{time:%Y-%m-%d} {tile}")

    def _rule(self, values: Values) -> OutlineRule:
        """Read classes, smallest polygon and simplification.

        Raises:
            SettingError: no class was chosen.
        """
        return OutlineRule(
            tuple(values.choices(self.CLASSES)), values.number(self.MIN_SIZE), values.number(self.TOLERANCE)
        )


def _time(mask: MaskPixels) -> datetime | None:
    with suppress(ValueError):  # changed by another program
        return tags.sensing_time_of(mask.tags)
    return None


def _feature(fields: QgsFields, wkb: bytes, attributes: list[Any]) -> QgsFeature:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    feature = QgsFeature(fields)
    feature.setGeometry(geometry)
    feature.setAttributes(attributes)
    return feature


def _show(layer: QgsMapLayer, context: QgsProcessingContext, classes: Sequence[MaskClass], *, timed: bool) -> None:
    put_above_masks(layer, context)
    if isinstance(layer, QgsVectorLayer):
        style_class_polygons(layer, _CLASS, classes)
        if timed:
            set_time_field(layer, _TIME)
