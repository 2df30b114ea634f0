"""The algorithm `clouds2mask:applymask`: a raster and a cloud mask in, the raster without what is masked out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.masks.usable import ValidMask
from .clear_algorithm import ClearAlgorithm
from .parameter_values import Values
from .raster_layers import gdal_source
from .styles import look_of, style_when_loaded, timed


class ApplyMask(ClearAlgorithm):
    """Sets the masked pixels of any raster to nodata."""

    NAME = "applymask"
    DISPLAY_NAME = QT_TRANSLATE_NOOP("ApplyMask", "Apply a cloud mask")
    TAGS = QT_TRANSLATE_NOOP("ApplyMask", "cloud,shadow,mask,nodata,remove clouds,clip,buffer,raster,ndvi,sentinel-2")
    ICON = "applymask.svg"
    INPUT = "INPUT"
    MASK = "MASK"
    NODATA = "NODATA"
    MASKED_PERCENT = "MASKED_PERCENT"
    RASTERS = (INPUT, MASK)

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        raster = QgsProcessingParameterRasterLayer(self.INPUT, self.tr("Raster to mask"))
        raster.setHelp(self.tr("Any raster of the same ground, with any number of bands and any pixel size."))
        self.addParameter(raster)
        mask = QgsProcessingParameterRasterLayer(self.MASK, self.tr("Cloud mask"))
        mask.setHelp(self.tr("A cloud mask or a valid mask. Ground beyond its edges counts as masked."))
        self.addParameter(mask)
        self.add_rule_parameters()
        nodata = QgsProcessingParameterNumber(
            self.NODATA,
            self.tr("Value of masked pixels (empty: the raster's nodata)"),
            QgsProcessingParameterNumber.Type.Double,
            None,
            True,
        )
        nodata.setHelp(self.tr("Where the raster has none: NaN, 0 without negative numbers, else the smallest number."))
        self.add_as_advanced(nodata)
        self.addParameter(QgsProcessingParameterRasterDestination(self.OUTPUT, self.tr("Masked raster")))
        self.addOutput(QgsProcessingOutputNumber(self.MASKED_PERCENT, self.tr("Masked (percent of all pixels)")))

    def read_layers(self, values: Values) -> None:
        """Read the layers in the thread that they belong to."""
        layer = values.raster(self.INPUT)
        self._source, self._look = gdal_source(layer), look_of(layer)
        self._mask = gdal_source(values.raster(self.MASK))

    def execute(self, values: Values, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Mask the raster."""
        # Imported here, because it needs rasterio, and the toolbox lists the algorithms without.
        from ..core.analysis.apply import apply_mask

        output = values.output_layer(self.OUTPUT)
        nodata = values.optional_number(self.NODATA)
        proceed = self.proceed(feedback)
        mask = ValidMask.read(self._mask, self.rule(values), lambda: proceed(0.0))
        applied = apply_mask(self._source, mask, Path(output), nodata, proceed)
        text = self.tr("{share:.1f} % of the pixels are masked; their value is {nodata:g}.")
        feedback.pushInfo(text.format(share=applied.masked_percent, nodata=applied.nodata))
        if applied.assumed:
            feedback.pushInfo(self.tr("The raster declares no nodata value, so this one was taken."))
        style_when_loaded(values.context, output, timed(self._look, mask.sensing_time))
        return {self.OUTPUT: output, self.MASKED_PERCENT: applied.masked_percent}
