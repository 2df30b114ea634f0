"""The algorithm `clouds2mask:classstatistics`: a mask and polygons in, the shares of the classes per polygon out."""

from __future__ import annotations

from collections import Counter
from typing import Any

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

from ..core.classes import CLASSES, NODATA, THICK_CLOUD, THIN_CLOUD
from .algorithm import Algorithm, Group
from .parameter_values import Values, make_fields
from .raster_layers import gdal_source

_COLUMNS = (*(c.key for c in CLASSES), "cloud", "valid", "pixels")
_COUNT = "clouds2mask_count_"
"""Begins the names of the fields that QGIS counts into; a class or NODATA follows."""


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
        self.addParameter(QgsProcessingParameterRasterLayer(self.INPUT, self.tr("Cloud mask")))
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        zones = QgsProcessingParameterFeatureSource(self.ZONES, self.tr("Polygons"), polygons)
        zones.setHelp(self.tr("Fields, parcels or areas of study, in any coordinate reference system."))
        self.addParameter(zones)
        prefix = QgsProcessingParameterString(self.PREFIX, self.tr("Prefix of the new columns"), "", optional=True)
        prefix.setHelp(self.tr("Tells the columns of several masks apart, for example 0716_ for 16 July."))
        self.addParameter(prefix)
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, self.tr("Shares per polygon"), QgsProcessing.SourceType.TypeVectorPolygon
            )
        )

    def check(self, values: Values) -> None:
        """Refuse what is no mask, as far as its type tells."""
        self.read_layers(values)

    def read_layers(self, values: Values) -> None:
        """Look at the mask in the thread that it belongs to."""
        mask = values.raster(self.INPUT)
        if mask.dataProvider().dataType(1) != Qgis.DataType.Byte:
            raise QgsProcessingException(self._no_mask(self.tr("values of more than 8 bits")))
        self._source, self._crs = gdal_source(mask), mask.crs()

    def execute(self, values: Values, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Let QGIS count, and turn the counts into shares."""
        zones = values.features(self.ZONES)
        mask = self._mask(values.context)
        counted = self._counted(mask, values, feedback)
        own = zones.fields().count()
        classes = [self._class(field.name()) for field in counted.fields().toList()[own:]]
        fields = QgsProcessingUtils.combineFields(zones.fields(), _new_fields(), values.text(self.PREFIX))
        beyond = _PixelsBeyond(mask, zones, values.context)

        def with_shares(zone: QgsFeature) -> QgsFeature:
            attributes = zone.attributes()
            shares = _shares(classes, attributes[own:], beyond.count(zone.geometry()))
            feature = QgsFeature(fields)
            feature.setGeometry(zone.geometry())
            feature.setAttributes([*attributes[:own], *(shares.get(name) for name in _COLUMNS)])
            return feature

        rows = map(with_shares, counted.getFeatures())
        return {self.OUTPUT: values.write_features(self.OUTPUT, fields, rows, zones.wkbType(), zones.sourceCrs())}

    def _mask(self, context: QgsProcessingContext) -> QgsRasterLayer:
        """A layer of this thread, placed as the one that was given: its CRS may have been set by hand."""
        mask = QgsRasterLayer(self._source, "mask", "gdal")
        mask.setCrs(self._crs)
        # The context owns it: the traceback of an error keeps what a frame owns until QGIS is gone.
        context.temporaryLayerStore().addMapLayer(mask)
        return mask

    def _counted(self, mask: QgsRasterLayer, values: Values, feedback: QgsProcessingFeedback) -> QgsVectorLayer:
        """The polygons with a field of pixels for each value of the mask behind their own."""
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
            raise QgsProcessingException(self.tr("Cancelled; no layer was written."))
        return QgsProcessingUtils.mapLayerFromString(found["OUTPUT"], values.context)

    def _class(self, field: str) -> int:
        """The class that a field of counts is of."""
        text = field[len(_COUNT) :]
        if text == "NODATA":
            return NODATA
        if text not in {str(value) for value in (*(c.value for c in CLASSES), NODATA)}:
            raise QgsProcessingException(self._no_mask(self.tr("the value {value}").format(value=text)))
        return int(text)

    def _no_mask(self, reason: str) -> str:
        text = self.tr(
            "The raster is no cloud mask, because it holds {what}. A mask holds 0 clear, 1 thick cloud, 2 thin cloud, "
            "3 cloud shadow and 255 no data. Choose a mask."
        )
        return text.format(what=reason)


class _PixelsBeyond:
    """Counts how many pixels a polygon would have beyond the edges of the mask: they are as unknown as nodata."""

    def __init__(self, mask: QgsRasterLayer, zones: QgsProcessingFeatureSource, context: QgsProcessingContext) -> None:
        self._to_mask = QgsCoordinateTransform(zones.sourceCrs(), mask.crs(), context.transformContext())
        self._extent = mask.extent()
        self._pixel_area = mask.rasterUnitsPerPixelX() * mask.rasterUnitsPerPixelY()

    def count(self, geometry: QgsGeometry) -> int:
        """Pixels of a polygon in the CRS of its layer; 0 if it is empty or cannot be placed."""
        placed = QgsGeometry(geometry)
        try:
            placed.transform(self._to_mask)
        except QgsCsException:
            return 0
        if placed.isNull() or self._extent.contains(placed.boundingBox()):
            return 0
        outside = placed.difference(QgsGeometry.fromRect(self._extent))
        return round(outside.area() / self._pixel_area) if not outside.isNull() else 0


def _new_fields() -> QgsFields:
    return make_fields(*(f"{name}:{'int8' if name == 'pixels' else 'double'}" for name in _COLUMNS))


def _shares(values: list[int], counts: list[int], beyond: int) -> dict[str, float]:
    """Percent of the valid pixels per class, of valid ones among all, and their number; none where none is valid."""
    of_value: Counter[int] = Counter()
    for value, count in zip(values, counts):
        of_value[value] += count
    pixels = sum(counts) + beyond
    valid = pixels - beyond - of_value[NODATA]
    shares: dict[str, float] = {"pixels": pixels}
    if pixels:
        shares["valid"] = 100 * valid / pixels
    if valid:
        shares |= {c.key: 100 * of_value[c.value] / valid for c in CLASSES}
        shares["cloud"] = 100 * (of_value[THICK_CLOUD] + of_value[THIN_CLOUD]) / valid
    return shares
