"""What the masking algorithms share: their common parameters, the settings made of them, and cancelling."""

from __future__ import annotations

import html
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsFeatureRequest,
    QgsMessageLog,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsReferencedRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.cards.card import load_cards
from ..core.cards.choice import AUTO, JOINT, check_known
from ..core.errors import CancelledError
from ..core.inference.devices import DEVICES
from ..core.masks.result import SceneOutcome
from ..core.masks.shares import shares_text
from ..core.pipeline.progress import Listener, Phase, Step
from ..core.product.source import Source
from ..core.raster.area import AreaOfInterest
from ..core.settings import OPTIONS, MaskSettings
from ..ui.shared.area_geometry import AreaGeometry
from ..ui.shared.host import LOG_TAG, desktop_threads
from ..ui.shared.installation import missing_text
from .algorithm import Algorithm, Group
from .parameter_values import Values
from .refinement import WITH_MODELS, add_network_parameters, add_valid_mask_parameters, network_settings

# All that there are, not only those of this computer: a model may have been made on another one.
DEVICE_NAMES = [OPTIONS["device"].default, *(device.name for device in DEVICES)]
PRODUCT_FILTER = "MTD_MSI*.xml *_MTD_SAF*.xml *.zip"


class MaskAlgorithm(Algorithm):
    """Base of the algorithms: a subclass adds its inputs and outputs, and runs `mask`."""

    GROUP = Group.MASKING
    RESOLUTION = "RESOLUTION"
    EXTENT = "EXTENT"
    AREA = "AREA"
    MODEL = "MODEL"
    DEVICE = "DEVICE"
    BUFFER = "BUFFER"
    PLACEMENT = "PLACEMENT"
    PATCH_SIZE = "PATCH_SIZE"
    PATCH_OVERLAP = "PATCH_OVERLAP"
    BATCH_SIZE = "BATCH_SIZE"
    COMPRESSION = "COMPRESSION"

    def canExecute(self) -> tuple[bool, str]:
        """Say what has to be installed before a mask can be made."""
        text = missing_text()
        return not text, text

    def check(self, values: Values) -> None:
        """Raise what a person has to change; the ground is not read yet."""
        self._ground(values)

    def check_option(self, name: str, word: str) -> None:
        """Refuse models that there are none of; a step before may have imported one since this one was made."""
        if name not in {self.MODEL, WITH_MODELS} or (name == WITH_MODELS and word == AUTO):
            super().check_option(name, word)
        elif JOINT in word:
            text = self.tr("{given} names several models. Give the first as {model}, and the others as {others}.")
            raise QgsProcessingException(text.format(given=word, model=self.MODEL, others=WITH_MODELS))
        else:
            check_known(word)

    def add_common_parameters(self) -> None:
        """The options of a run, plain ones first."""
        self.add_resolution()
        extent = QgsProcessingParameterExtent(self.EXTENT, self.tr("Area of interest: extent"), optional=True)
        extent.setHelp(self.tr("Only this ground is masked. Empty: all of it, or the polygons below."))
        self.addParameter(extent)
        area = QgsProcessingParameterFeatureSource(
            self.AREA,
            self.tr("Area of interest: polygons"),
            [QgsProcessing.SourceType.TypeVectorPolygon],
            optional=True,
        )
        area.setHelp(self.tr("Only the ground inside these polygons is masked. Goes without an extent."))
        self.addParameter(area)
        models = [OPTIONS["model"].default, *load_cards()]
        self.add_choice(
            self.MODEL,
            self.tr("Model"),
            models,
            self.tr("auto: the one for the product's level and the resolution."),
        )
        self.add_choice(
            self.DEVICE,
            self.tr("Device"),
            DEVICE_NAMES,
            self.tr("auto: the fastest that ONNX Runtime offers here."),
        )
        self.add_number(
            self.BUFFER,
            self.tr("Buffer around cloud and shadow (metres)"),
            OPTIONS["buffer_m"],
            self.tr("Cloud and shadow grow by this distance into clear ground."),
            decimals=1,
        )
        self._add_advanced()

    def add_resolution(self) -> None:
        """The pixel size of the mask."""
        self.add_number(
            self.RESOLUTION,
            self.tr("Resolution of the mask (metres)"),
            OPTIONS["processing_res"],
            self.tr("A whole number from 10 to 60. The models are best at 20."),
        )

    def settings(self, values: Values, **given: Any) -> MaskSettings:
        """The parameters as the engine takes them; `given` are the fields that only a subclass knows.

        Raises:
            SettingError, SettingError: an option is out of range, or two do not go together.
            QgsProcessingException: a parameter makes no sense.
        """
        if "processing_res" not in given:
            given["processing_res"] = values.whole(self.RESOLUTION)
        return MaskSettings(
            **network_settings(values.choice(self.MODEL), values),
            device=values.choice(self.DEVICE),
            patch_placement=values.choice(self.PLACEMENT),
            patch_size=values.optional_whole(self.PATCH_SIZE),
            patch_overlap_px=values.optional_whole(self.PATCH_OVERLAP),
            batch_size=values.optional_whole(self.BATCH_SIZE),
            processing_threads=desktop_threads() if QgsApplication.platform() == "desktop" else None,
            buffer_m=values.number(self.BUFFER),
            output_compression=values.choice(self.COMPRESSION),
            quiet=True,
            **given,
        )

    def area(self, values: Values) -> AreaOfInterest | None:
        """The area of interest, if there is one.

        Raises:
            SettingError: it has no polygon, or no CRS.
            QgsProcessingException: it cannot be read, or there are two.
        """
        ground = self._ground(values)
        if ground is None:
            return None
        if isinstance(ground, QgsReferencedRectangle):
            return AreaGeometry.of_extent(ground, ground.crs(), self.tr("The extent")).area_of_interest()
        request = QgsFeatureRequest().setSubsetOfAttributes([])
        features = ground.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
        geometries = (feature.geometry() for feature in features)
        return AreaGeometry.of_polygons(geometries, ground.sourceCrs(), ground.sourceName()).area_of_interest()

    def mask(
        self,
        settings: MaskSettings,
        feedback: QgsProcessingFeedback,
        *,
        opened: Source | None = None,
        tell_errors: bool = True,
    ) -> list[SceneOutcome]:
        """Run the engine and report each scene in the log.

        Args:
            settings: What to mask, and how.
            feedback: Where it is reported.
            opened: The one scene of the settings, if it is open already.
            tell_errors: Whether failed scenes are reported; not by who raises the error, which QGIS reports then.

        Raises:
            CloudS2MaskError: the run as a whole failed.
            QgsProcessingException: it was cancelled.
        """
        try:
            # Imported here, because it needs rasterio, and the toolbox lists the algorithms without.
            from ..core.pipeline.batch import run_batch

            return run_batch(settings, _FeedbackListener(settings, feedback, tell_errors), opened)
        except CancelledError as error:
            raise QgsProcessingException(self.tr("Cancelled; no unfinished mask was left behind.")) from error

    def _ground(self, values: Values) -> QgsReferencedRectangle | QgsProcessingFeatureSource | None:
        """The extent or the polygons; what was given but cannot be read must not become the whole product."""
        extent, polygons = (values.value(name) for name in (self.EXTENT, self.AREA))
        if extent is not None and polygons is not None:
            raise QgsProcessingException(
                self.tr("Give an extent or a layer of polygons as the area of interest, not both.")
            )
        return values.extent(self.EXTENT) if polygons is None else values.features(self.AREA)

    def _add_advanced(self) -> None:
        add_network_parameters(self)
        add_valid_mask_parameters(self)
        self.add_choice(
            self.PLACEMENT,
            self.tr("Patch placement"),
            list(OPTIONS["patch_placement"].choices),
            self.tr("How patches are laid over the scene. upstream: exactly as CloudS2Mask does."),
            advanced=True,
        )
        for parameter, name, title in (
            (self.PATCH_SIZE, "patch_size", self.tr("Patch size (pixels; empty: the model's)")),
            (self.PATCH_OVERLAP, "patch_overlap_px", self.tr("Least overlap of patches (pixels; empty: the model's)")),
            (self.BATCH_SIZE, "batch_size", self.tr("Patches per batch (empty: what suits the device)")),
        ):
            self.add_number(parameter, title, OPTIONS[name], advanced=True)
        self.add_choice(
            self.COMPRESSION,
            self.tr("Compression of the mask file"),
            list(OPTIONS["output_compression"].choices),
            self.tr("All are lossless."),
            advanced=True,
        )


class _FeedbackListener(Listener):
    """Hands the engine's progress to Processing, and its wish to cancel to the engine."""

    def __init__(self, settings: MaskSettings, feedback: QgsProcessingFeedback, tell_errors: bool) -> None:
        self._sources = settings.sources
        self._tell_errors = tell_errors
        self._feedback = feedback
        self._told: set[tuple[int, Step]] = set()

    def is_cancelled(self) -> bool:
        """Whether the person pressed Cancel."""
        return self._feedback.isCanceled()

    def progress(self, fraction: float, _message: str) -> None:
        """Progress of the whole run."""
        self._feedback.setProgress(100 * fraction)

    def scene_progress(self, index: int, _fraction: float, phase: Phase) -> None:
        """One line in the log for each step of a scene, not for each patch."""
        if (index, phase.step) not in self._told:
            self._told.add((index, phase.step))
            self._feedback.setProgressText(html.escape(f"{self._sources[index].name}: {phase.step.text}"))

    def scene_done(self, _index: int, outcome: SceneOutcome) -> None:
        """One line or two in the log for each scene."""
        if outcome.error is None or not self._tell_errors:
            pass
        elif outcome.skipped:
            self._feedback.pushWarning(str(outcome.error))
        else:
            self._feedback.reportError(str(outcome.error))
            QgsMessageLog.logMessage(str(outcome.error), LOG_TAG, Qgis.MessageLevel.Warning, notifyUser=False)
        result = outcome.result
        if result is None:
            return
        shares = shares_text(result.clear_percent, result.cloud_percent, result.shadow_percent)
        how = QCoreApplication.translate("MaskAlgorithm", "{model} on {provider}, {seconds:.1f} s").format(
            model=result.model, provider=result.provider, seconds=result.seconds
        )
        if result.reused:
            how = QCoreApplication.translate("MaskAlgorithm", "the mask was there already")
        self._feedback.pushInfo(f"{result.acquisition.name}: {shares} ({how})")
        for warning in result.warnings:
            self._feedback.pushWarning(warning)


def absolute_paths(values: Iterable[str]) -> tuple[Path, ...]:
    """Paths as given by a person, without blanks around them or a slash at their end."""
    return tuple(Path(value.strip()).absolute() for value in values if value.strip())
