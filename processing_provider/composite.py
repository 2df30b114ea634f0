"""The algorithm `clouds2mask:composite`: combine scenes of the same area into a cloud-free image."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..ui.shared.raster_source import gdal_source
from .clear_algorithm import ClearAlgorithm
from .parameter_values import Values
from .raster_layers import layer_time
from .styles import put_above_masks, when_loaded

METHODS = ["median", "newest", "clearest"]


class Composite(ClearAlgorithm):
    """Combines the clear observations of each pixel."""

    NAME = "composite"
    DISPLAY_NAME = QT_TRANSLATE_NOOP("Composite", "Cloud-free composite")
    TAGS = QT_TRANSLATE_NOOP("Composite", "cloud,mosaic,median,best pixel,composite,time series,sentinel-2,s2")
    ICON = "composite.svg"
    INPUTS = "INPUTS"
    MASKS = "MASKS"
    METHOD = "METHOD"
    COVERED_PERCENT = "COVERED_PERCENT"

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        raster = QgsProcessing.SourceType.TypeRaster
        scenes = QgsProcessingParameterMultipleLayers(self.INPUTS, self.tr("Input scenes"), raster)
        scenes.setHelp(
            self.tr(
                "Rasters with the same bands in the same order. The first one sets the pixels of the result, which "
                "covers all scenes on the same pixels."
            )
        )
        scenes.setMinimumNumberInputs(1)
        self.addParameter(scenes)
        masks = QgsProcessingParameterMultipleLayers(self.MASKS, self.tr("Cloud masks"), raster, optional=True)
        masks.setHelp(
            self.tr("Cloud masks or valid masks, one per scene. Without them, all pixels with data count as clear.")
        )
        self.addParameter(masks)
        self.add_choice(
            self.METHOD,
            self.tr("Compositing method"),
            "method",
            METHODS,
            self.tr(
                "median: band by band. newest, clearest: pixels of the newest or clearest scene that is clear there."
            ),
        )
        self.add_rule_parameters()
        composite = QgsProcessingParameterRasterDestination(self.OUTPUT, self.tr("Composite"))
        self.add_with_help(composite, self.tr("The bands of the scenes, and the number of clear observations."))
        self.addOutput(
            QgsProcessingOutputNumber(self.COVERED_PERCENT, self.tr("Pixels with a clear observation (percent)"))
        )

    def check(self, values: Values) -> None:
        """Check the rule, the scenes and the masks."""
        self.rule(values)
        for name in (self.INPUTS, self.MASKS):
            values.rasters(name)

    def read_on_main_thread(self, values: Values) -> None:
        """Read the layers on the thread that owns them."""
        layers = values.rasters(self.INPUTS)
        if not layers:
            raise QgsProcessingException(self.tr("INPUTS is empty. Choose at least one scene."))
        self._scenes = [gdal_source(layer) for layer in layers]
        self._times = [layer_time(layer) for layer in layers]
        self._masks = [gdal_source(layer) for layer in values.rasters(self.MASKS)]

    def execute(self, values: Values, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Write the composite."""
        # Imported here: it needs rasterio, and the toolbox lists the algorithms without it.
        from ..core.analysis.composite import Recipe, pair, write_composite

        output = values.output_layer(self.OUTPUT)
        recipe = Recipe(values.choice(self.METHOD), self.rule(values))
        observations = [
            replace(observation, time=time or observation.time)
            for observation, time in zip(pair(self._scenes, self._masks), self._times)
        ]
        for observation in observations:
            feedback.pushInfo(f"{observation.name}: {Path(observation.mask).name if observation.mask else '-'}")
        covered = write_composite(observations, recipe, Path(output), self.progress(feedback), feedback.pushWarning)
        when_loaded(values.context, output, put_above_masks)
        return {self.OUTPUT: output, self.COVERED_PERCENT: covered}
