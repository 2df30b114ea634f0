"""The algorithm `clouds2mask:applymask`: set the masked pixels of a raster to nodata."""

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
from ..ui.shared.raster_source import gdal_source
from .algorithm import shown_by
from .clear_algorithm import ClearAlgorithm
from .parameter_values import Values
from .styles import copied_style, style_when_loaded, with_time


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
        raster.setHelp(self.tr("Any raster of the same area, with any number of bands and any pixel size."))
        shown_by(raster, "RasterChoice", masks=False)
        self.addParameter(raster)
        mask = QgsProcessingParameterRasterLayer(self.MASK, self.tr("Cloud mask"))
        mask.setHelp(self.tr("A cloud mask or a valid mask. Pixels outside it are masked too."))
        shown_by(mask, "RasterChoice", masks=True)
        self.addParameter(mask)
        self.add_rule_parameters()
        nodata = QgsProcessingParameterNumber(
            self.NODATA,
            self.tr("Value of masked pixels (empty: the raster's nodata)"),
            QgsProcessingParameterNumber.Type.Double,
            None,
            True,
        )
        nodata.setHelp(self.tr("If the raster has none: NaN, 0 for unsigned integers, else the smallest number."))
        self.add_as_advanced(nodata)
        masked = QgsProcessingParameterRasterDestination(self.OUTPUT, self.tr("Masked raster"))
        self.add_with_help(masked, self.tr("A GeoTIFF with the bands, names and colours of the raster."))
        self.addOutput(QgsProcessingOutputNumber(self.MASKED_PERCENT, self.tr("Masked (percent of all pixels)")))

    def read_on_main_thread(self, values: Values) -> None:
        """Read the layers on the thread that owns them."""
        layer = values.raster(self.INPUT)
        self._source, self._style = gdal_source(layer), copied_style(layer)
        self._mask = gdal_source(values.raster(self.MASK))

    def execute(self, values: Values, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Mask the raster."""
        # Imported here: it needs rasterio, and the toolbox lists the algorithms without it.
        from ..core.analysis.apply import apply_mask

        output = values.output_layer(self.OUTPUT)
        nodata = values.optional_number(self.NODATA)
        progress = self.progress(feedback)
        mask = ValidMask.read(self._mask, self.rule(values), lambda: progress(0.0))
        applied = apply_mask(self._source, mask, Path(output), nodata, progress)
        text = self.tr("{share:.1f} % of the pixels were masked and set to {nodata:g}.")
        feedback.pushInfo(text.format(share=applied.masked_percent, nodata=applied.nodata))
        for warning in applied.warnings:
            feedback.pushWarning(warning)
        if applied.masked_percent == 100:
            feedback.pushWarning(
                self.tr("No pixel is left: check that mask and raster are of the same tile and area, and the classes.")
            )
        if applied.assumed:
            feedback.pushInfo(self.tr("The raster declares no nodata value, so this one was chosen."))
        style_when_loaded(values.context, output, with_time(self._style, mask.sensing_time))
        return {self.OUTPUT: output, self.MASKED_PERCENT: applied.masked_percent}
