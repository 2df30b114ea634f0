"""What the algorithms share that make one mask: their outputs, and running it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterRasterDestination,
)

from ..core.errors import CloudS2MaskError
from ..core.settings import MaskSettings
from ..ui.mask_layers import style_mask
from .mask_algorithm import MaskAlgorithm
from .styling import style_when_loaded


class SingleMaskAlgorithm(MaskAlgorithm):
    """Makes one mask, so that a model can go on with it and branch on the shares."""

    INPUT = "INPUT"
    OUTPUT = "OUTPUT"
    CLEAR_PERCENT = "CLEAR_PERCENT"
    CLOUD_PERCENT = "CLOUD_PERCENT"
    SHADOW_PERCENT = "SHADOW_PERCENT"

    def mask_settings(self, parameters: dict[str, Any], context: QgsProcessingContext, mask_path: Path) -> MaskSettings:
        """The run that the parameters ask for; a subclass opens its input to see that it can be masked.

        Raises:
            CloudS2MaskError, QgsProcessingException: it cannot.
        """
        raise NotImplementedError

    def add_outputs(self) -> None:
        """The mask and the shares of its classes."""
        self.addParameter(QgsProcessingParameterRasterDestination(self.OUTPUT, self.tr("Cloud mask")))
        for name, title in (
            (self.CLEAR_PERCENT, self.tr("Clear (percent of valid pixels)")),
            (self.CLOUD_PERCENT, self.tr("Cloud (percent of valid pixels)")),
            (self.SHADOW_PERCENT, self.tr("Cloud shadow (percent of valid pixels)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Refuse what cannot be masked before anything runs."""
        fits, reason = super().checkParameterValues(parameters, context)
        if not fits:
            return fits, reason
        try:
            self.mask_settings(parameters, context, Path.cwd() / "mask.tif")
        except (CloudS2MaskError, QgsProcessingException) as error:
            return False, str(error)
        return True, ""

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> bool:
        """Read the parameters on the main thread, which owns the layers."""
        self._output = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        try:
            self._settings = self.mask_settings(parameters, context, Path(self._output))
        except CloudS2MaskError as error:
            raise QgsProcessingException(str(error)) from error
        return True

    def processAlgorithm(
        self, _parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Mask it."""
        outcome = self.mask(self._settings, feedback)[0]
        result = outcome.result
        if result is None:
            raise QgsProcessingException(str(outcome.error))
        style_when_loaded(context, self._output, partial(style_mask, sensing_time=result.sensing_time))
        return {
            self.OUTPUT: self._output,
            self.CLEAR_PERCENT: result.clear_percent,
            self.CLOUD_PERCENT: result.cloud_percent,
            self.SHADOW_PERCENT: result.shadow_percent,
        }
