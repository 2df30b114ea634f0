"""The algorithm `clouds2mask:validmask`: convert a cloud mask into usable (1) and not usable (0)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterRasterDestination,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.masks import usable
from ..ui.shared.raster_source import gdal_source
from .clear_algorithm import ClearAlgorithm
from .parameter_values import Values
from .styles import style_valid_mask, style_when_loaded, with_time


class ValidMask(ClearAlgorithm):
    """Converts the classes of a mask into usable or not."""

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
        self.addParameter(self.mask_parameter(self.INPUT))
        self.add_rule_parameters()
        valid = QgsProcessingParameterRasterDestination(self.OUTPUT, self.tr("Valid mask"))
        self.add_with_help(valid, self.tr("1 where pixels are usable, 0 everywhere else."))
        self.addOutput(QgsProcessingOutputNumber(self.USABLE_PERCENT, self.tr("Usable (percent of pixels with data)")))

    def read_on_main_thread(self, values: Values) -> None:
        """Read the layer on the thread that owns it."""
        self._source = gdal_source(values.raster(self.INPUT))

    def execute(self, values: Values, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Write the valid mask."""
        # Imported here: it needs rasterio, and the toolbox lists the algorithms without it.
        from ..core.files import write_all
        from ..core.raster.geotiff import add_overviews

        output = values.output_layer(self.OUTPUT)
        progress = self.progress(feedback)

        def write(part: Path) -> None:
            mask.write(part)
            add_overviews(part, lambda: progress(0.9))

        mask = usable.ValidMask.read(self._source, self.rule(values), lambda: progress(0.2))
        progress(0.7)
        write_all({Path(output): write})
        share = mask.usable_percent
        if share is not None:
            feedback.pushInfo(self.tr("{share:.1f} % of the pixels with data are usable.").format(share=share))
        style_when_loaded(values.context, output, with_time(style_valid_mask, mask.sensing_time))
        return {self.OUTPUT: output, self.USABLE_PERCENT: share}
