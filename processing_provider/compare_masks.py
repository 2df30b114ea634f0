"""The algorithm `clouds2mask:comparemasks`: measure the agreement of a mask with a reference."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.analysis.class_values import KNOWN_VALUES, ClassValues, parse_values, values_of
from ..core.analysis.confusion import DETAILS, Confusion, Detail
from ..core.analysis.report import comparison_report
from ..core.decoding.band_image import BandImage
from ..core.product.product import open_product
from ..ui.shared.area_geometry import repaired, with_crs
from .algorithm import Algorithm, Group, shown_by
from .mask_algorithm import PRODUCT_FILTER
from .parameter_values import Values, is_empty, make_fields
from .raster_layers import gdal_source
from .styles import style_difference, style_when_loaded

if TYPE_CHECKING:
    from ..core.analysis.compare import Classified, Comparison
    from ..core.analysis.labels import Labels

_WKT = QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED
_METRICS = (
    "class:string",
    "name:string",
    "users_accuracy:double",
    "producers_accuracy:double",
    "f1:double",
    "iou:double",
    "mask_pixels:int8",
    "reference_pixels:int8",
    "agreeing_pixels:int8",
)


_TAGS = QT_TRANSLATE_NOOP(
    "CompareMasks", "cloud,shadow,accuracy,confusion matrix,kappa,validation,scl,sen2cor,f1,iou,reference,difference"
)


class CompareMasks(Algorithm):
    """Measures how well a mask agrees with another mask, labels or a scene classification."""

    NAME = "comparemasks"
    DISPLAY_NAME = QT_TRANSLATE_NOOP("CompareMasks", "Compare masks")
    TAGS = _TAGS
    ICON = "comparemasks.svg"
    GROUP = Group.JUDGING
    INPUT = "INPUT"
    REFERENCE = "REFERENCE"
    PRODUCT = "PRODUCT"
    POLYGONS = "POLYGONS"
    CLASS_FIELD = "CLASS_FIELD"
    DETAIL = "DETAIL"
    REFERENCE_KIND = "REFERENCE_KIND"
    REFERENCE_VALUES = "REFERENCE_VALUES"
    INPUT_KIND = "INPUT_KIND"
    INPUT_VALUES = "INPUT_VALUES"
    REPORT = "REPORT"
    DIFFERENCE = "DIFFERENCE"
    MATRIX = "MATRIX"
    METRICS = "METRICS"
    PIXELS = "PIXELS"
    OVERALL_ACCURACY = "OVERALL_ACCURACY"
    BALANCED_ACCURACY = "BALANCED_ACCURACY"
    KAPPA = "KAPPA"
    KAPPA_LOW = "KAPPA_LOW"
    KAPPA_HIGH = "KAPPA_HIGH"
    FALSE_CLOUD = "FALSE_CLOUD"
    FALSE_SHADOW = "FALSE_SHADOW"
    MEAN_IOU = "MEAN_IOU"

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        self._add_inputs()
        self._add_outputs()

    def check(self, values: Values) -> None:
        """Check the reference and the lists of values."""
        self._reference_image(values)
        for kind, own in ((self.INPUT_KIND, self.INPUT_VALUES), (self.REFERENCE_KIND, self.REFERENCE_VALUES)):
            self._class_values("", values, kind, own)

    def read_on_main_thread(self, values: Values) -> None:
        """Read the layers on the thread that owns them."""
        self._mask_path = gdal_source(values.raster(self.INPUT))
        self._image = self._reference_image(values)

    def execute(self, values: Values, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Compare the two and write the results."""
        # Imported here: it needs rasterio, and the toolbox lists the algorithms without it.
        from ..core.analysis.compare import Classified

        mask = Classified(
            self._mask_path, self._class_values(self._mask_path, values, self.INPUT_KIND, self.INPUT_VALUES)
        )
        reference = self._reference(values)
        difference = values.output_layer(self.DIFFERENCE)
        detail = values.choice(self.DETAIL)
        comparison = self._compare(mask, reference, DETAILS[detail], difference, feedback)
        report = self._write_report(comparison, mask.path, reference.path, values.output_file(self.REPORT))
        confusion, (low, high) = comparison.confusion, comparison.kappa_interval or (None, None)
        if difference:
            style_when_loaded(values.context, difference, lambda layer: style_difference(layer, confusion))
        self._log(comparison, feedback)
        fields = make_fields("reference:string", *(f"{c.key}:int8" for c in confusion.classes))
        matrix = values.write_table(self.MATRIX, fields, _matrix_rows(confusion))
        metrics = values.write_table(self.METRICS, make_fields(*_METRICS), _metric_rows(confusion))
        return {
            self.REPORT: report,
            self.DIFFERENCE: difference or None,
            self.MATRIX: matrix,
            self.METRICS: metrics,
            self.PIXELS: confusion.pixels,
            self.OVERALL_ACCURACY: confusion.overall_accuracy,
            self.BALANCED_ACCURACY: confusion.balanced_accuracy,
            self.KAPPA: confusion.kappa,
            self.KAPPA_LOW: low,
            self.KAPPA_HIGH: high,
            self.FALSE_CLOUD: confusion.false_cloud,
            self.FALSE_SHADOW: confusion.false_shadow,
            self.MEAN_IOU: confusion.mean_iou,
        }

    def _log(self, comparison: Comparison, feedback: QgsProcessingFeedback) -> None:
        """Write the warnings and the measures to the log."""
        for warning in comparison.warnings:
            feedback.pushWarning(warning)
        text = self.tr("{pixels} pixels: overall accuracy {overall}, balanced accuracy {balanced}, kappa {kappa}")
        confusion = comparison.confusion
        measures = {
            "overall": confusion.overall_accuracy,
            "balanced": confusion.balanced_accuracy,
            "kappa": confusion.kappa,
        }
        numbers = {name: "-" if value is None else f"{value:.3f}" for name, value in measures.items()}
        feedback.pushInfo(text.format(pixels=confusion.pixels, **numbers))

    def _compare(
        self,
        mask: Classified,
        reference: Classified | Labels,
        detail: Detail,
        difference: str,
        feedback: QgsProcessingFeedback,
    ) -> Comparison:
        from ..core.analysis.compare import compare

        target = Path(difference) if difference else None
        return compare(mask, reference, detail, difference=target, progress=self.progress(feedback))

    def _write_report(self, comparison: Comparison, mask: str, reference: str, target: str) -> str | None:
        from ..core.files import text_writer, write_all

        if not target:
            return None
        page = comparison_report(comparison, mask, reference)
        write_all({Path(target): text_writer(page)})
        return target

    def _reference_image(self, values: Values) -> BandImage | None:
        """Return the raster of the reference; None for polygons, whose field is checked."""
        product = values.text(self.PRODUCT).strip()
        layers = [name for name in (self.REFERENCE, self.POLYGONS) if values.value(name) is not None]
        if len(layers) + bool(product) != 1:
            raise QgsProcessingException(
                self.tr("Choose one reference: {raster}, {product} or {polygons}.").format(
                    raster=self.REFERENCE, product=self.PRODUCT, polygons=self.POLYGONS
                )
            )
        if product:
            return open_product(product).scene_classification()
        if layers == [self.REFERENCE]:
            return BandImage(gdal_source(values.raster(self.REFERENCE)), pixel_size=0)
        fields, name = values.features(self.POLYGONS).fields().names(), values.text(self.CLASS_FIELD)
        if name not in fields:
            text = self.tr("{parameter} is {field}, but must be a field of the polygons with their classes: {fields}.")
            raise QgsProcessingException(
                text.format(parameter=self.CLASS_FIELD, field=name or self.tr("empty"), fields=", ".join(fields))
            )
        return None

    def _reference(self, values: Values) -> Classified | Labels:
        from ..core.analysis.compare import Classified

        image = self._image
        classes = self._class_values(image.path if image else "", values, self.REFERENCE_KIND, self.REFERENCE_VALUES)
        if image is None:
            return self._labels(values, classes)
        return Classified(image.path, classes, image.jpeg2000, image.place.crs if image.place else "")

    def _labels(self, values: Values, numbers: ClassValues) -> Labels:
        """Read the polygons, repaired where they cross themselves."""
        from ..core.analysis.labels import Label, Labels

        source, field = values.features(self.POLYGONS), values.text(self.CLASS_FIELD)
        request = QgsFeatureRequest().setSubsetOfAttributes([field], source.fields())
        features = source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
        polygons = [
            Label("" if is_empty(feature[field]) else str(feature[field]), bytes(polygon.asWkb()))
            for feature in features
            for polygon in repaired(feature.geometry())
        ]
        crs = with_crs(source.sourceCrs(), source.sourceName())
        return Labels(source.sourceName(), field, crs.toWkt(_WKT), polygons, numbers)

    def _class_values(self, path: str, values: Values, kind: str, own: str) -> ClassValues:
        """Return the classes of a raster's values: the user's own list, or the chosen one."""
        own_list = values.text(own)
        return parse_values(own_list) if own_list else values_of(path, values.choice(kind))

    def _add_inputs(self) -> None:
        mask = QgsProcessingParameterRasterLayer(self.INPUT, self.tr("Cloud mask"))
        shown_by(mask, "RasterChoice", masks=True)
        self.add_with_help(mask, self.tr("A mask of this plugin, or a raster with the same values."))
        reference = QgsProcessingParameterRasterLayer(self.REFERENCE, self.tr("Reference raster"), None, True)
        reference.setHelp(self.tr("Another mask, labels, or a scene classification (SCL) of the same area."))
        self.addParameter(reference)
        kinds = self.tr("Sentinel-2 products ({patterns});;All files (*)").format(patterns=PRODUCT_FILTER)
        title = self.tr("Or L2A product (its scene classification)")
        product = QgsProcessingParameterFile(self.PRODUCT, title, optional=True, fileFilter=kinds)
        product.setHelp(self.tr("A .SAFE or .zarr folder, the metadata file in it, or a .zip archive."))
        self.addParameter(product)
        self._add_polygons()
        self.add_choice(
            self.DETAIL,
            self.tr("Classes to compare"),
            "detail",
            list(DETAILS),
            self.tr(
                "Merge classes that one of the two does not distinguish. Snow and water are clear if one lacks them."
            ),
        )
        for kind, values, titles, advanced in (
            (self.REFERENCE_KIND, self.REFERENCE_VALUES, self._reference_titles(), False),
            (self.INPUT_KIND, self.INPUT_VALUES, self._input_titles(), True),
        ):
            choices = ["auto", *KNOWN_VALUES]
            text = self.tr("auto: scl if the file name contains _SCL, otherwise mask.")
            self.add_choice(kind, titles[0], "values", choices, text, advanced=advanced)
            own = QgsProcessingParameterString(values, titles[1], "", optional=True)
            own.setHelp(
                self.tr("For example 0:nodata, 1:clear, 2:thick_cloud, 3:thin_cloud, 4:shadow, 5:snow, 6:water.")
            )
            self.add_as_advanced(own)

    def _add_polygons(self) -> None:
        kinds = [QgsProcessing.SourceType.TypeVectorPolygon]
        title = self.tr("Or polygons with a class")
        polygons = QgsProcessingParameterFeatureSource(self.POLYGONS, title, kinds, None, True)
        polygons.setHelp(self.tr("Your own labels, in any coordinate reference system. Only pixels inside them count."))
        self.addParameter(polygons)
        field = QgsProcessingParameterField(
            self.CLASS_FIELD, self.tr("Field with the class"), None, self.POLYGONS, optional=True
        )
        field.setHelp(
            self.tr(
                "Its values: clear, cloud, thick cloud, thin cloud, shadow, snow or water, or the numbers of a mask."
            )
        )
        self.addParameter(field)

    def _reference_titles(self) -> tuple[str, str]:
        return self.tr("Class values of the reference"), self.tr(
            "Custom class values of the reference (empty: as above)"
        )

    def _input_titles(self) -> tuple[str, str]:
        return self.tr("Class values of the mask"), self.tr("Custom class values of the mask (empty: as above)")

    def _add_outputs(self) -> None:
        pages = self.tr("HTML files (*.html)")
        report = QgsProcessingParameterFileDestination(
            self.REPORT, self.tr("Report of the comparison"), pages, None, True, True
        )
        self.add_with_help(report, self.tr("A page with all measures and the confusion matrix."))
        difference = QgsProcessingParameterRasterDestination(self.DIFFERENCE, self.tr("Difference"), None, True, True)
        self.add_with_help(difference, self.tr("A raster of both classes: 10 x reference + mask."))
        for name, title, text in (
            (self.MATRIX, self.tr("Confusion matrix"), self.tr("A table of the pixels per class of both rasters.")),
            (self.METRICS, self.tr("Accuracy per class"), self.tr("A table with the accuracies of each class.")),
        ):
            table = QgsProcessing.SourceType.TypeVector
            self.add_with_help(QgsProcessingParameterFeatureSink(name, title, table, None, True, True), text)
        for name, title in (
            (self.PIXELS, self.tr("Pixels compared")),
            (self.OVERALL_ACCURACY, self.tr("Overall accuracy (0 to 1)")),
            (self.BALANCED_ACCURACY, self.tr("Balanced accuracy (0 to 1)")),
            (self.KAPPA, self.tr("Cohen's kappa (up to 1)")),
            (self.KAPPA_LOW, self.tr("Lower end of kappa's 95 % interval")),
            (self.KAPPA_HIGH, self.tr("Upper end of kappa's 95 % interval")),
            (self.FALSE_CLOUD, self.tr("Share of clear pixels that the mask calls cloud (0 to 1)")),
            (self.FALSE_SHADOW, self.tr("Share of clear pixels that the mask calls shadow (0 to 1)")),
            (self.MEAN_IOU, self.tr("Mean intersection over union (0 to 1)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))


def _matrix_rows(confusion: Confusion) -> Iterable[list[Any]]:
    return ([c.key, *counts] for c, counts in zip(confusion.classes, confusion.counts.tolist()))


def _metric_rows(confusion: Confusion) -> Iterable[list[Any]]:
    for one in confusion.per_class:
        measures = one.users_accuracy, one.producers_accuracy, one.f1, one.iou
        counts = one.mask_pixels, one.reference_pixels, one.agreeing_pixels
        yield [one.mask_class.key, one.mask_class.name(), *measures, *counts]
