"""The algorithm `clouds2mask:composite`: scenes of one ground in, one picture without clouds out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
    QgsRasterLayer,
)

from ..core.classes import CLASSES, CLEAR
from ..core.errors import CancelledError, CloudS2MaskError
from .algorithm import Algorithm, Group

_METHODS = ["median", "newest", "clearest"]
_CLOUDY = [mask_class for mask_class in CLASSES if mask_class.value != CLEAR]


class Composite(Algorithm):
    """Takes for each pixel what was seen of it between the clouds."""

    ICON = "composite.svg"
    GROUP = Group.USING
    INPUTS = "INPUTS"
    MASKS = "MASKS"
    METHOD = "METHOD"
    CLASSES = "CLASSES"
    OUTPUT = "OUTPUT"
    COVERED_PERCENT = "COVERED_PERCENT"

    def name(self) -> str:
        """Identifier."""
        return "composite"

    def displayName(self) -> str:
        """Title in the toolbox."""
        return self.tr("Cloud-free composite")

    def tags(self) -> list[str]:
        """Words by which the toolbox finds it."""
        return self.tr("cloud,mosaic,median,best pixel,composite,time series,sentinel-2,s2").split(",")

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
        masks.setHelp(self.tr("One for each scene; without them, all pixels with data are taken as clear."))
        self.addParameter(masks)
        self.add_choice(
            self.METHOD,
            self.tr("What is taken of the clear observations"),
            _METHODS,
            self.tr("median: of each band. newest, clearest: the pixel of one scene, in this order of preference."),
        )
        cloudy = QgsProcessingParameterEnum(
            self.CLASSES,
            self.tr("Classes that are not clear"),
            [mask_class.key for mask_class in _CLOUDY],
            allowMultiple=True,
            defaultValue=[mask_class.key for mask_class in _CLOUDY],
            usesStaticStrings=True,
        )
        self.add_as_advanced(cloudy)
        self.addParameter(QgsProcessingParameterRasterDestination(self.OUTPUT, self.tr("Composite")))
        self.addOutput(
            QgsProcessingOutputNumber(self.COVERED_PERCENT, self.tr("Pixels that were seen clear (percent)"))
        )

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Make the composite."""
        # Imported here, because it needs rasterio, and the toolbox lists the algorithms without.
        from ..core.composite import Recipe, pair, write_composite

        output = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        scenes = self.parameterAsLayerList(parameters, self.INPUTS, context)
        masks = self.parameterAsLayerList(parameters, self.MASKS, context)
        chosen = self.parameterAsEnumStrings(parameters, self.CLASSES, context)
        recipe = Recipe(
            self.parameterAsEnumString(parameters, self.METHOD, context),
            {mask_class.value for mask_class in _CLOUDY if mask_class.key in chosen},
        )

        def advanced(fraction: float) -> None:
            feedback.setProgress(100 * fraction)
            if feedback.isCanceled():
                raise CancelledError(self.tr("Cancelled; nothing unfinished was left behind."))

        try:
            pairs = pair([self._source(layer) for layer in scenes], [self._source(layer) for layer in masks])
            observations = [
                replace(observation, time=_time(layer) or observation.time) for observation, layer in zip(pairs, scenes)
            ]
            for observation in observations:
                feedback.pushInfo(f"{observation.name}: {Path(observation.mask).name if observation.mask else '-'}")
            covered = write_composite(observations, recipe, Path(output), advanced)
        except CloudS2MaskError as error:
            raise QgsProcessingException(str(error)) from error
        return {self.OUTPUT: output, self.COVERED_PERCENT: covered}

    def _source(self, layer: QgsMapLayer) -> str:
        """What GDAL opens of a layer."""
        if not isinstance(layer, QgsRasterLayer) or layer.providerType() != "gdal":
            text = self.tr("{layer} is no raster file. Export it to a GeoTIFF first (Export > Save As).")
            raise QgsProcessingException(text.format(layer=layer.name()))
        source: str = layer.source()
        return source


def _time(layer: QgsMapLayer) -> datetime | None:
    """When the temporal controller shows a layer, if somebody has set that."""
    properties = layer.temporalProperties()
    if not properties.isActive():
        return None
    begin = properties.fixedTemporalRange().begin()
    if not begin.isValid():
        return None
    return datetime.fromtimestamp(begin.toMSecsSinceEpoch() / 1000, timezone.utc)
