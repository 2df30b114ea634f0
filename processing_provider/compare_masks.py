"""The algorithm `clouds2mask:comparemasks`: measure the agreement of a mask with a reference."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.analysis.confusion import DETAILS, Confusion, Detail
from ..core.analysis.report import comparison_report
from ..ui.shared.raster_source import gdal_source
from .algorithm import Group, shown_by
from .parameter_values import Values, make_fields
from .reference import ReferenceParameters
from .styles import style_difference, style_when_loaded

if TYPE_CHECKING:
    from ..core.analysis.compare import Classified, Comparison
    from ..core.analysis.labels import Labels

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


class CompareMasks(ReferenceParameters):
    """Measures how well a mask agrees with another mask, labels or a scene classification."""

    NAME = "comparemasks"
    DISPLAY_NAME = QT_TRANSLATE_NOOP("CompareMasks", "Compare masks")
    TAGS = _TAGS
    ICON = "comparemasks.svg"
    GROUP = Group.JUDGING
    INPUT = "INPUT"
    DETAIL = "DETAIL"
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
        self.reference_image(values)
        for kind, own in ((self.INPUT_KIND, self.INPUT_VALUES), (self.REFERENCE_KIND, self.REFERENCE_VALUES)):
            self.class_values("", values, kind, own)

    def read_on_main_thread(self, values: Values) -> None:
        """Read the layers on the thread that owns them."""
        self._mask_path = gdal_source(values.raster(self.INPUT))
        self._image = self.reference_image(values)

    def execute(self, values: Values, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Compare the two and write the results."""
        # Imported here: it needs rasterio, and the toolbox lists the algorithms without it.
        from ..core.analysis.compare import Classified

        mask = Classified(
            self._mask_path, self.class_values(self._mask_path, values, self.INPUT_KIND, self.INPUT_VALUES)
        )
        reference = self.reference(values, self._image)
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

    def _add_inputs(self) -> None:
        mask = QgsProcessingParameterRasterLayer(self.INPUT, self.tr("Cloud mask"))
        shown_by(mask, "RasterChoice", masks=True)
        self.add_with_help(mask, self.tr("A mask of this plugin, or a raster with the same values."))
        self.add_reference(advanced=False)
        self.add_choice(
            self.DETAIL,
            self.tr("Classes to compare"),
            "detail",
            list(DETAILS),
            self.tr(
                "Merge classes that one of the two does not distinguish. Snow and water are clear if one lacks them."
            ),
        )
        self.add_reference_values(advanced=False)
        titles = self.tr("Class values of the mask"), self.tr("Custom class values of the mask (empty: as above)")
        self.add_class_values(self.INPUT_KIND, self.INPUT_VALUES, titles, advanced=True)

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
