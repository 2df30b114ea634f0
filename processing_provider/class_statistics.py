"""The algorithm `clouds2mask:classstatistics`: compute the shares of the classes in polygons."""

from __future__ import annotations

from collections import Counter
from typing import Any

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFields,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.classes import CLASSES, CLEAR, COVERS, GROUND, NODATA, SURFACES, THICK_CLOUD, THIN_CLOUD
from ..core.masks.tags import class_keys_of, unprefixed
from ..ui.shared.raster_source import gdal_source
from .algorithm import Algorithm, Group, shown_by
from .parameter_values import Values, make_fields
from .styles import put_above_masks, when_loaded

_COLUMNS = (CLASSES[CLEAR].key, *(c.key for c in COVERS), "cloud", "valid", "pixels")
"""Those of every mask; kinds of ground that the mask distinguishes follow."""
_COUNT = "clouds2mask_count_"
"""Prefix of the fields with QGIS's counts; a class or NODATA follows."""


class ClassStatistics(Algorithm):
    """Counts the classes of a mask in each polygon of a layer."""

    NAME = "classstatistics"
    DISPLAY_NAME = QT_TRANSLATE_NOOP("ClassStatistics", "Class statistics per polygon")
    TAGS = QT_TRANSLATE_NOOP(
        "ClassStatistics", "cloud,shadow,mask,zonal,statistics,histogram,share,percent,field,parcel"
    )
    ICON = "classstatistics.svg"
    GROUP = Group.USING
    INPUT = "INPUT"
    ZONES = "ZONES"
    PREFIX = "PREFIX"
    OUTPUT = "OUTPUT"

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        mask = QgsProcessingParameterRasterLayer(self.INPUT, self.tr("Cloud mask"))
        shown_by(mask, "RasterChoice", masks=True)
        self.add_with_help(mask, self.tr("A mask of this plugin, or a raster with the same values."))
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        zones = QgsProcessingParameterFeatureSource(self.ZONES, self.tr("Polygons"), polygons)
        zones.setHelp(self.tr("Fields, parcels or study areas, in any coordinate reference system."))
        self.addParameter(zones)
        prefix = QgsProcessingParameterString(self.PREFIX, self.tr("Prefix of the new columns"), "", optional=True)
        prefix.setHelp(self.tr("Distinguishes the columns of several masks, for example 0716_ for 16 July."))
        self.addParameter(prefix)
        statistics = QgsProcessingParameterFeatureSink(
            self.OUTPUT, self.tr("Class statistics"), QgsProcessing.SourceType.TypeVectorPolygon
        )
        self.add_with_help(statistics, self.tr("The polygons with the shares of the classes as new columns."))

    def check(self, values: Values) -> None:
        """Check that the raster has the data type of a mask."""
        self.read_on_main_thread(values)

    def read_on_main_thread(self, values: Values) -> None:
        """Read the mask on the thread that owns it."""
        mask = values.raster(self.INPUT)
        if mask.dataProvider().dataType(1) != Qgis.DataType.Byte:
            raise QgsProcessingException(self._not_a_mask(self.tr("values of more than 8 bits")))
        self._source, self._crs = gdal_source(mask), mask.crs()

    def execute(self, values: Values, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Count the pixels with QGIS's zonal histogram and convert the counts to shares."""
        zones = values.features(self.ZONES)
        mask = self._mask(values.context)
        counted = self._counted(mask, values, feedback)
        own_count = zones.fields().count()
        classes = [self._class(field.name()) for field in counted.fields().toList()[own_count:]]
        columns = (*_COLUMNS, *self._surfaces(classes))
        fields = QgsProcessingUtils.combineFields(zones.fields(), _new_fields(columns), values.text(self.PREFIX))
        outside = _PixelsOutside(mask, zones, values.context)
        on_mask = 0

        def with_shares(zone: QgsFeature) -> QgsFeature:
            nonlocal on_mask
            attributes = zone.attributes()
            on_mask += sum(attributes[own_count:])
            shares = _shares(classes, attributes[own_count:], outside.count(zone.geometry()))
            feature = QgsFeature(fields)
            feature.setGeometry(zone.geometry())
            feature.setAttributes([*attributes[:own_count], *(shares.get(name) for name in columns)])
            return feature

        rows = map(with_shares, counted.getFeatures())
        written = values.write_features(self.OUTPUT, fields, rows, zones.wkbType(), zones.sourceCrs())
        if not on_mask:
            feedback.pushWarning(self.tr("None of the polygons lies on the mask. Choose the mask of the same area."))
        when_loaded(values.context, written, put_above_masks)
        return {self.OUTPUT: written}

    def _surfaces(self, found: list[int]) -> list[str]:
        """Return the keys of the kinds of ground that the mask names, or that occur in it."""
        named = class_keys_of(unprefixed(gdal.Open(self._source).GetMetadata()))
        return [c.key for c in SURFACES if c.key in named or c.value in found]

    def _mask(self, context: QgsProcessingContext) -> QgsRasterLayer:
        """Open the mask on this thread, with the CRS of the given layer, which may have been set by hand."""
        mask = QgsRasterLayer(self._source, "mask", "gdal")
        mask.setCrs(self._crs)
        # The context owns it: the traceback of an error would keep it until QGIS ends.
        context.temporaryLayerStore().addMapLayer(mask)
        return mask

    def _counted(self, mask: QgsRasterLayer, values: Values, feedback: QgsProcessingFeedback) -> QgsVectorLayer:
        """Return the polygons with a pixel count per value of the mask after their own fields."""
        import processing

        request = {
            "INPUT_RASTER": mask.id(),
            "RASTER_BAND": 1,
            "INPUT_VECTOR": values.as_given(self.ZONES),
            "COLUMN_PREFIX": _COUNT,
            "OUTPUT": QgsProcessing.TEMPORARY_OUTPUT,
        }
        found = processing.run(
            "native:zonalhistogram", request, context=values.context, feedback=feedback, is_child_algorithm=True
        )
        if feedback.isCanceled():
            raise QgsProcessingException(self.tr("Cancelled. No layer was written."))
        return QgsProcessingUtils.mapLayerFromString(found["OUTPUT"], values.context)

    def _class(self, field: str) -> int:
        """Return the class whose pixels a field counts."""
        text = field[len(_COUNT) :]
        if text == "NODATA":
            return NODATA
        if text not in {str(value) for value in (*(c.value for c in CLASSES), NODATA)}:
            raise QgsProcessingException(self._not_a_mask(self.tr("the value {value}").format(value=text)))
        return int(text)

    def _not_a_mask(self, content: str) -> str:
        text = self.tr(
            "The raster is not a cloud mask: it contains {content}. Choose a raster of 0 clear, 1 cloud or "
            "thick cloud, 2 thin cloud, 3 cloud shadow, 4 snow or ice, 5 water and 255 no data."
        )
        return text.format(content=content)


class _PixelsOutside:
    """A counter of the pixels that polygons would have outside the mask; they have no data."""

    def __init__(self, mask: QgsRasterLayer, zones: QgsProcessingFeatureSource, context: QgsProcessingContext) -> None:
        self._to_mask = QgsCoordinateTransform(zones.sourceCrs(), mask.crs(), context.transformContext())
        self._extent = mask.extent()
        self._pixel_area = mask.rasterUnitsPerPixelX() * mask.rasterUnitsPerPixelY()

    def count(self, geometry: QgsGeometry) -> int:
        """Count those of a polygon in the CRS of its layer; 0 if it is empty or cannot be transformed."""
        polygon = QgsGeometry(geometry)
        try:
            polygon.transform(self._to_mask)
        except QgsCsException:
            return 0
        if polygon.isNull() or self._extent.contains(polygon.boundingBox()):
            return 0
        outside = polygon.difference(QgsGeometry.fromRect(self._extent))
        return round(outside.area() / self._pixel_area) if not outside.isNull() else 0


def _new_fields(columns: tuple[str, ...]) -> QgsFields:
    return make_fields(*(f"{name}:{'int8' if name == 'pixels' else 'double'}" for name in columns))


def _shares(values: list[int], counts: list[int], outside: int) -> dict[str, float]:
    """Return the columns: percent of each class, percent with data, number of pixels; no shares without data.

    Clear is all visible ground, of which snow and water are parts.
    """
    of_value: Counter[int] = Counter()
    for value, count in zip(values, counts):
        of_value[value] += count
    pixels = sum(counts) + outside
    with_data = pixels - outside - of_value[NODATA]
    shares: dict[str, float] = {"pixels": pixels}
    if pixels:
        shares["valid"] = 100 * with_data / pixels
    if with_data:
        shares |= {c.key: 100 * of_value[c.value] / with_data for c in (*COVERS, *SURFACES)}
        shares[CLASSES[CLEAR].key] = 100 * sum(of_value[value] for value in GROUND) / with_data
        shares["cloud"] = 100 * (of_value[THICK_CLOUD] + of_value[THIN_CLOUD]) / with_data
    return shares
