"""The algorithm `clouds2mask:composite`: scenes of one ground in, one picture without clouds out."""

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

from .clear_algorithm import ClearAlgorithm
from .parameter_values import Values
from .raster_layers import gdal_source, layer_time

_METHODS = ["median", "newest", "clearest"]


class Composite(ClearAlgorithm):
    """Takes for each pixel what was seen of it between the clouds."""

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
        scenes = QgsProcessingParameterMultipleLayers(self.INPUTS, self.tr("Scenes of one ground"), raster)
        scenes.setHelp(
            self.tr("Rasters with the same bands in the same order; the first one gives the grid of the result.")
        )
        scenes.setMinimumNumberInputs(1)
        self.addParameter(scenes)
        masks = QgsProcessingParameterMultipleLayers(self.MASKS, self.tr("Their cloud masks"), raster, optional=True)
        masks.setHelp(
            self.tr("Cloud masks or valid masks, one for each scene; without them, all pixels with data are clear.")
        )
        self.addParameter(masks)
        self.add_choice(
            self.METHOD,
            self.tr("What is taken of the clear observations"),
            _METHODS,
            self.tr("median: of each band. newest, clearest: the pixel of one scene, in this order of preference."),
        )
        self.add_rule_parameters()
        self.addParameter(QgsProcessingParameterRasterDestination(self.OUTPUT, self.tr("Composite")))
        self.addOutput(
            QgsProcessingOutputNumber(self.COVERED_PERCENT, self.tr("Pixels that were seen clear (percent)"))
        )

    def check(self, values: Values) -> None:
        """Raise what a person has to change."""
        self.rule(values)
        for name in (self.INPUTS, self.MASKS):
            values.rasters(name)

    def read_layers(self, values: Values) -> None:
        """Read the layers in the thread that they belong to."""
        layers = values.rasters(self.INPUTS)
        if not layers:
            raise QgsProcessingException(self.tr("No scene was given. Choose at least one."))
        self._scenes = [gdal_source(layer) for layer in layers]
        self._times = [layer_time(layer) for layer in layers]
        self._masks = [gdal_source(layer) for layer in values.rasters(self.MASKS)]

    def execute(self, values: Values, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Make the composite."""
        # Imported here, because it needs rasterio, and the toolbox lists the algorithms without.
        from ..core.analysis.composite import Recipe, pair, write_composite

        output = values.output_layer(self.OUTPUT)
        recipe = Recipe(values.choice(self.METHOD), self.rule(values))
        observations = [
            replace(observation, time=time or observation.time)
            for observation, time in zip(pair(self._scenes, self._masks), self._times)
        ]
        for observation in observations:
            feedback.pushInfo(f"{observation.name}: {Path(observation.mask).name if observation.mask else '-'}")
        covered = write_composite(observations, recipe, Path(output), self.proceed(feedback))
        return {self.OUTPUT: output, self.COVERED_PERCENT: covered}
