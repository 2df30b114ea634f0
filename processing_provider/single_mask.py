"""Base of the algorithms that make one mask: outputs and run."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterRasterDestination,
)

from ..core.addresses.location import Location
from ..core.classes import SURFACES, classes_of
from ..core.masks.tags import share_tag
from ..core.pipeline.checks import card_for, source_for
from ..core.product.raster import Raster, RasterStack
from ..core.settings import MaskSettings, SceneToFiles
from ..core.stac.opening import open_source
from ..ui.shared.layers import style_mask
from .mask_algorithm import MaskAlgorithm, check_stored
from .parameter_values import Values
from .refinement import check_map_files, valid_mask_rule
from .styles import style_confidence, style_valid_mask, style_when_loaded, with_time

if TYPE_CHECKING:
    from ..core.masks.result import MaskResult
    from ..core.product.source import Source


@dataclass(frozen=True)
class SingleInput:
    """The input of a single mask, not opened yet."""

    source: Location | RasterStack
    """The product or the raster."""
    resolution: float | None
    """Pixel size of the mask in metres; None: the raster's."""
    keep_vrt: bool = False
    verify: bool = False
    opens_at_once: bool = True
    """False if opening may need seconds, so that it is opened in the background only."""


class SingleMaskAlgorithm(MaskAlgorithm):
    """Makes one mask and returns its shares, so that a model can branch on them."""

    INPUT = "INPUT"
    OUTPUT = "OUTPUT"
    CONFIDENCE = "CONFIDENCE"
    VALID_MASK = "VALID_MASK"
    CLEAR_PERCENT = "CLEAR_PERCENT"
    CLOUD_PERCENT = "CLOUD_PERCENT"
    SHADOW_PERCENT = "SHADOW_PERCENT"

    def read_input(self, values: Values) -> SingleInput:
        """Read the input on the main thread, without opening it.

        Raises:
            CloudS2MaskError, QgsProcessingException: a parameter has a wrong value.
        """
        raise NotImplementedError

    def add_outputs(self) -> None:
        """Declare the masks and the shares of the classes."""
        mask = QgsProcessingParameterRasterDestination(self.OUTPUT, self.tr("Cloud mask"))
        self.add_with_help(
            mask,
            self.tr(
                "A GeoTIFF: 0 clear, 1 cloud (or thick cloud), 2 thin cloud, 3 cloud shadow, 4 snow or ice, 5 water, "
                "255 no data."
            ),
        )
        for name, title, text in (
            (
                self.CONFIDENCE,
                self.tr("Confidence (percent of each class)"),
                self.tr("A raster with a band per class of the model: its probability in percent."),
            ),
            (
                self.VALID_MASK,
                self.tr("Valid mask (1 usable, 0 not)"),
                self.tr("A raster for other programs, by the rule in the advanced parameters."),
            ),
        ):
            self.add_with_help(QgsProcessingParameterRasterDestination(name, title, None, True, False), text)
        for name, title in (
            (self.CLEAR_PERCENT, self.tr("Clear (percent of the pixels with data)")),
            (self.CLOUD_PERCENT, self.tr("Cloud (percent of the pixels with data)")),
            (self.SHADOW_PERCENT, self.tr("Cloud shadow (percent of the pixels with data)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))
        title = self.tr("{name} (percent of the pixels with data; part of clear)")
        for surface in SURFACES:
            self.addOutput(QgsProcessingOutputNumber(share_tag(surface.key), title.format(name=surface.name())))

    def check(self, values: Values) -> None:
        """Check the settings and, if the input opens quickly, its bands."""
        super().check(values)
        given = self.read_input(values)
        rule = valid_mask_rule(values) if values.is_given(self.VALID_MASK) else None
        source = open_source(given.source) if given.opens_at_once else None
        settings = self._settings(values, given, source, Path.cwd() / "mask.tif", valid_mask=rule)
        check_map_files(self._maps, source)
        if source is None:
            return
        card = card_for(source, settings)
        source = source_for(source, card)
        for band in card.bands:
            source.image(band)
        check_stored(card.members or (card,))  # those of the automatic choice are known only now

    def read_on_main_thread(self, values: Values) -> None:
        """Read the layers on the thread that owns them."""
        super().read_on_main_thread(values)
        self._input = self.read_input(values)

    def execute(self, values: Values, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Mask the input."""
        # Not earlier: the layers to load belong to the context of this thread.
        output, confidence, valid_mask = (
            values.output_layer(name) for name in (self.OUTPUT, self.CONFIDENCE, self.VALID_MASK)
        )
        beside = [Path(path) if path else None for path in (confidence, valid_mask)]
        source = open_source(self._input.source, feedback.isCanceled)
        settings = self._settings(
            values,
            self._input,
            source,
            Path(output),
            *beside,
            area=self.area(values),
            export_confidence=bool(confidence),
            valid_mask=valid_mask_rule(values) if valid_mask else None,
        )
        outcome = self.mask(settings, feedback, opened=source, report_errors=False)[0]
        result = outcome.result
        if result is None:
            raise QgsProcessingException(str(outcome.error))
        time = result.acquisition.sensing_time
        style_when_loaded(values.context, output, partial(style_mask, result=result))
        if confidence:
            style = partial(style_confidence, classes=classes_of(result.classes))
            style_when_loaded(values.context, confidence, with_time(style, time))
        if valid_mask:
            style_when_loaded(values.context, valid_mask, with_time(style_valid_mask, time))
        written = {self.OUTPUT: output, self.CONFIDENCE: confidence or None, self.VALID_MASK: valid_mask or None}
        return {**written, **self.results(result)}

    def results(self, result: MaskResult) -> dict[str, Any]:
        """Return the outputs beside the masks; None for a kind of ground that the model does not distinguish."""
        return {
            self.CLEAR_PERCENT: result.clear_percent,
            self.CLOUD_PERCENT: result.cloud_percent,
            self.SHADOW_PERCENT: result.shadow_percent,
            **{share_tag(c.key): result.surfaces.get(c.key) for c in SURFACES},
        }

    def _settings(
        self,
        values: Values,
        given: SingleInput,
        source: Source | None,
        mask: Path,
        *beside: Path | None,
        **options: Any,
    ) -> MaskSettings:
        """Read the settings for an input.

        Args:
            values: The parameters.
            given: The input.
            source: The opened input, if it is open.
            mask: File of the mask.
            beside: Files of the confidence and of the valid mask.
            options: Further fields of the settings.
        """
        job = SceneToFiles(given.source, mask.parent, mask, *beside)
        resolution = given.resolution
        if resolution is None:
            resolution = source.pixel_size if isinstance(source, Raster) else MaskSettings.processing_res
        options |= {"keep_vrt": given.keep_vrt, "verify": given.verify}
        return self.settings(values, job=job, processing_res=resolution, **options)
