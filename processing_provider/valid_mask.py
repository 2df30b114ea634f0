"""The algorithm `clouds2mask:validmask`: a cloud mask in, a raster of 1 where the ground can be used out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.masks import usable
from .clear_algorithm import ClearAlgorithm
from .parameter_values import Values
from .raster_layers import gdal_source
from .styles import style_valid_mask, style_when_loaded, timed


class ValidMask(ClearAlgorithm):
    """Turns the classes of a mask into usable or not."""

    NAME = "validmask"
    DISPLAY_NAME = QT_TRANSLATE_NOOP("ValidMask", "Valid mask")
    TAGS = QT_TRANSLATE_NOOP(
        "ValidMask", "cloud,shadow,mask,usable,clear,buffer,dilate,sieve,binary,quality,sentinel-2"
    )
    ICON = "validmask.svg"
    INPUT = "INPUT"
    USABLE_PERCENT = "USABLE_PERCENT"
    RASTERS = (INPUT,)

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        self.addParameter(QgsProcessingParameterRasterLayer(self.INPUT, self.tr("Cloud mask")))
        self.add_rule_parameters()
        self.addParameter(QgsProcessingParameterRasterDestination(self.OUTPUT, self.tr("Valid mask")))
        self.addOutput(QgsProcessingOutputNumber(self.USABLE_PERCENT, self.tr("Usable (percent of pixels with data)")))

    def read_layers(self, values: Values) -> None:
        """Read the layer in the thread that it belongs to."""
        self._source = gdal_source(values.raster(self.INPUT))

    def execute(self, values: Values, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Make the mask."""
        # Imported here, because it needs rasterio, and the toolbox lists the algorithms without.
        from ..core.files import write_all
        from ..core.raster.geotiff import add_overviews

        output = values.output_layer(self.OUTPUT)
        proceed = self.proceed(feedback)

        def write(part: Path) -> None:
            mask.write(part)
            add_overviews(part, lambda: proceed(0.9))

        mask = usable.ValidMask.read(self._source, self.rule(values), lambda: proceed(0.2))
        proceed(0.7)
        write_all({Path(output): write})
        share = mask.usable_percent
        if share is not None:
            feedback.pushInfo(self.tr("{share:.1f} % of the pixels with data are usable.").format(share=share))
        style_when_loaded(values.context, output, timed(style_valid_mask, mask.sensing_time))
        return {self.OUTPUT: output, self.USABLE_PERCENT: share}
