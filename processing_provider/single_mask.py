"""What the algorithms share that make one mask: their outputs, and running it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterRasterDestination,
)

from ..core.classes import confidence_bands
from ..core.pipeline.checks import card_for, decision_of
from ..core.settings import MaskSettings, SceneToFiles
from ..ui.shared.layers import style_mask
from .mask_algorithm import MaskAlgorithm
from .parameter_values import Values
from .refinement import valid_mask_rule
from .styles import style_confidence, style_valid_mask, style_when_loaded, timed

if TYPE_CHECKING:
    from ..core.masks.result import MaskResult
    from ..core.product.source import Source


class SingleMaskAlgorithm(MaskAlgorithm):
    """Makes one mask, so that a model can go on with it and branch on the shares."""

    INPUT = "INPUT"
    OUTPUT = "OUTPUT"
    CONFIDENCE = "CONFIDENCE"
    VALID_MASK = "VALID_MASK"
    CLEAR_PERCENT = "CLEAR_PERCENT"
    CLOUD_PERCENT = "CLOUD_PERCENT"
    SHADOW_PERCENT = "SHADOW_PERCENT"

    def input_fields(self, values: Values) -> dict[str, Any]:
        """What is to be masked, as `source`, and fields of the settings; on the main thread, so nothing is opened.

        Raises:
            CloudS2MaskError, QgsProcessingException: it cannot be masked.
        """
        raise NotImplementedError

    def open_input(self, fields: dict[str, Any]) -> tuple[Source, dict[str, Any]]:
        """What is to be masked, and the fields with what only a look at it tells; in any thread.

        Raises:
            CloudS2MaskError: it cannot be masked.
        """
        raise NotImplementedError

    def fields_to_run(self, fields: dict[str, Any]) -> dict[str, Any]:
        """The fields with all that a run needs; it opens a product itself."""
        return fields

    def opens_at_once(self, _fields: dict[str, Any]) -> bool:
        """Whether it can be opened while QGIS waits; what cannot is checked when it is masked."""
        return True

    def add_outputs(self) -> None:
        """The mask and the shares of its classes."""
        self.addParameter(QgsProcessingParameterRasterDestination(self.OUTPUT, self.tr("Cloud mask")))
        for name, title in (
            (self.CONFIDENCE, self.tr("Confidence (percent of each class)")),
            (self.VALID_MASK, self.tr("Valid mask (1 usable, 0 not)")),
        ):
            self.addParameter(QgsProcessingParameterRasterDestination(name, title, None, True, False))
        for name, title in (
            (self.CLEAR_PERCENT, self.tr("Clear (percent of valid pixels)")),
            (self.CLOUD_PERCENT, self.tr("Cloud (percent of valid pixels)")),
            (self.SHADOW_PERCENT, self.tr("Cloud shadow (percent of valid pixels)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def check(self, values: Values) -> None:
        """Raise what a person has to change."""
        super().check(values)
        fields = self.input_fields(values)
        if values.is_given(self.VALID_MASK):
            fields["valid_mask"] = valid_mask_rule(values)
        if not self.opens_at_once(fields):
            fields = {"processing_res": MaskSettings.processing_res, **fields}
            self._settings(values, fields, Path.cwd() / "mask.tif")
            return
        source, fields = self.open_input(fields)
        settings = self._settings(values, fields, Path.cwd() / "mask.tif")
        card = card_for(source, settings)
        decision_of(card, settings)
        for band in card.bands:
            source.image(band)

    def read_layers(self, values: Values) -> None:
        """Read the layer on the main thread, which owns it."""
        self._fields = self.input_fields(values)

    def execute(self, values: Values, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Mask it."""
        # Not earlier: what is to be loaded is kept in a context of this thread.
        output = values.output_layer(self.OUTPUT)
        confidence, valid_mask = (values.output_layer(name) for name in (self.CONFIDENCE, self.VALID_MASK))
        fields = {
            **self.fields_to_run(self._fields),
            "area": self.area(values),
            "export_confidence": bool(confidence),
            "valid_mask": valid_mask_rule(values) if valid_mask else None,
        }
        others = [Path(path) if path else None for path in (confidence, valid_mask)]
        settings = self._settings(values, fields, Path(output), *others)
        outcome = self.mask(settings, feedback, tell_errors=False)[0]
        result = outcome.result
        if result is None:
            raise QgsProcessingException(str(outcome.error))
        time = result.acquisition.sensing_time
        style_when_loaded(values.context, output, partial(style_mask, sensing_time=time))
        if confidence:
            style = partial(style_confidence, classes=confidence_bands(result.classes))
            style_when_loaded(values.context, confidence, timed(style, time))
        if valid_mask:
            style_when_loaded(values.context, valid_mask, timed(style_valid_mask, time))
        beside = {self.CONFIDENCE: confidence or None, self.VALID_MASK: valid_mask or None}
        return {self.OUTPUT: output, **beside, **self.results(result)}

    def results(self, result: MaskResult) -> dict[str, Any]:
        """What the algorithm returns beside the mask."""
        return {
            self.CLEAR_PERCENT: result.clear_percent,
            self.CLOUD_PERCENT: result.cloud_percent,
            self.SHADOW_PERCENT: result.shadow_percent,
        }

    def _settings(self, values: Values, fields: dict[str, Any], mask: Path, *others: Path | None) -> MaskSettings:
        options = {"keep_vrt": False, **fields}
        job = SceneToFiles(options.pop("source"), mask.parent, mask, *others)
        return self.settings(values, job=job, **options)
