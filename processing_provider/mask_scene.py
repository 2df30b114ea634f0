"""The algorithm `clouds2mask:maskscene`: one product in, its cloud mask and the shares of its classes out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterDestination,
)

from ..core.errors import CloudS2MaskError
from ..core.model_card import choose_card
from ..core.product import open_product
from ..ui.mask_layers import style_mask
from .mask_algorithm import PRODUCT_FILTER, MaskAlgorithm, absolute_paths
from .styling import style_when_loaded


class MaskScene(MaskAlgorithm):
    """Masks one product, so that a model can go on with the mask and branch on the shares."""

    INPUT = "INPUT"
    OUTPUT = "OUTPUT"
    CLEAR_PERCENT = "CLEAR_PERCENT"
    CLOUD_PERCENT = "CLOUD_PERCENT"
    SHADOW_PERCENT = "SHADOW_PERCENT"

    def name(self) -> str:
        """Identifier."""
        return "maskscene"

    def displayName(self) -> str:
        """Title in the toolbox."""
        return self.tr("Mask clouds in a Sentinel-2 product")

    def tags(self) -> list[str]:
        """Words by which the toolbox finds it."""
        return self.tr("cloud,shadow,mask,sentinel-2,SAFE,onnx,unet,s2,cirrus,satellite").split(",")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        # "All files" lets a folder's path pass, which is as good as its metadata file.
        kinds = self.tr("Sentinel-2 products ({patterns});;All files (*)").format(patterns=PRODUCT_FILTER)
        product = QgsProcessingParameterFile(self.INPUT, self.tr("Sentinel-2 product"), fileFilter=kinds)
        product.setHelp(self.tr("The metadata file in a .SAFE folder, the folder itself, or a .zip archive."))
        self.addParameter(product)
        self.add_common_parameters()
        self.addParameter(QgsProcessingParameterRasterDestination(self.OUTPUT, self.tr("Cloud mask")))
        for name, title in (
            (self.CLEAR_PERCENT, self.tr("Clear (percent of valid pixels)")),
            (self.CLOUD_PERCENT, self.tr("Cloud (percent of valid pixels)")),
            (self.SHADOW_PERCENT, self.tr("Cloud shadow (percent of valid pixels)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Refuse what is no product, or does not go with the model, before anything runs."""
        fits, reason = super().checkParameterValues(parameters, context)
        if not fits:
            return fits, reason
        try:
            product = open_product(self._input(parameters, context))
            settings = self.settings(parameters, context, sent_safe_dirs=(product.path,), output_dir=Path.cwd())
            choose_card(product.level, settings.processing_res, settings.model)
        except (CloudS2MaskError, QgsProcessingException) as error:
            return False, str(error)
        return True, ""

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Mask the product."""
        output = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        settings = self.settings(
            parameters,
            context,
            sent_safe_dirs=(self._input(parameters, context),),
            output_dir=Path(output).parent,
            mask_path=Path(output),
        )
        outcome = self.mask(settings, feedback)[0]
        result = outcome.result
        if result is None:
            raise QgsProcessingException(str(outcome.error))
        style_when_loaded(context, output, partial(style_mask, sensing_time=result.sensing_time))
        return {
            self.OUTPUT: output,
            self.CLEAR_PERCENT: result.clear_percent,
            self.CLOUD_PERCENT: result.cloud_percent,
            self.SHADOW_PERCENT: result.shadow_percent,
        }

    def _input(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Path:
        paths = absolute_paths([self.parameterAsFile(parameters, self.INPUT, context)])
        if not paths:
            raise QgsProcessingException(self.tr("No product was given."))
        return paths[0]
