"""Base of the masking algorithms: common parameters, settings, and the run of the engine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
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
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsReferencedRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.addresses.location import Location, absolute, parse
from ..core.areas.area import AreaOfInterest
from ..core.cards.card import ModelCard, load_cards
from ..core.cards.choice import AUTOMATIC, JOINT, check_known
from ..core.cards.stored import is_stored
from ..core.errors import CancelledError, MaskExistsError
from ..core.language import translated
from ..core.masks.result import SceneOutcome
from ..core.masks.shares import shares_text
from ..core.networks.store import locate
from ..core.pipeline.progress import Listener, Phase, Step
from ..core.product.source import Source
from ..core.runtime.devices import DEVICES
from ..core.settings import OPTIONS, MaskSettings
from ..ui.shared.area_geometry import AreaGeometry
from ..ui.shared.authentication import use_authentication
from ..ui.shared.host import LOG_TAG, desktop_threads
from ..ui.shared.installation import missing_text, rules_can_run
from ..ui.shared.model_texts import default_package

# Not only those of this computer: graphical models come from other computers too.
from ..ui.shared.rich_text import literal
from .algorithm import Algorithm, Group
from .parameter_values import Values
from .refinement import WITH_MODELS, add_network_parameters, add_valid_mask_parameters, network_settings, read_maps

DEVICE_NAMES = [OPTIONS["device"].default, *(device.name for device in DEVICES)]
PRODUCT_FILTER = "MTD_MSI*.xml *_MTD_SAF*.xml *.zip .zmetadata zarr.json"

_ENDS = {Step.DONE, Step.SKIPPED, Step.FAILED}
"""Steps that the log does not name, because the result, the warning or the error follows."""


class MaskAlgorithm(Algorithm):
    """Base of the masking algorithms; a subclass adds its inputs and outputs, and runs `mask`."""

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
    VERIFY = "VERIFY"
    COMPRESSION = "COMPRESSION"
    AUTHENTICATION = "AUTHENTICATION"

    _maps: Mapping[str, Any] = MappingProxyType({})
    """The rasters of rules, as fields of the settings, once their layers have been read."""

    def canExecute(self) -> tuple[bool, str]:
        """Check that the packages are installed which every model needs; `check` knows the model."""
        return (True, "") if rules_can_run() else (False, missing_text())

    def check(self, values: Values) -> None:
        """Check that the chosen models are there, and the area of interest; its polygons are not read yet."""
        cards, chosen = load_cards(), (values.choice(self.MODEL), *values.choices(WITH_MODELS))
        check_stored(cards[model] for model in chosen if model in cards)
        if not all(model in cards and cards[model].rules for model in chosen):
            check_networks_can_run()
        self._maps = read_maps(values)
        self._area_source(values)

    def read_on_main_thread(self, values: Values) -> None:
        """Read the layers on the thread that owns them."""
        self._maps = read_maps(values)

    def check_option(self, name: str, word: str) -> None:
        """Check that a model exists; an earlier step may have imported it after this one was created."""
        if name not in {self.MODEL, WITH_MODELS} or (name == WITH_MODELS and word in AUTOMATIC):
            super().check_option(name, word)
        elif JOINT in word:
            text = self.tr(
                "{value} in {name} is more than one model. {model} takes one model; put the others in {others}."
            )
            raise QgsProcessingException(text.format(name=name, value=word, model=self.MODEL, others=WITH_MODELS))
        else:
            check_known(word)

    def models(self) -> list[str]:
        """List the ids of the models to choose from."""
        return [*AUTOMATIC, *load_cards()]

    def add_common_parameters(self) -> None:
        """Declare the options of a run, advanced ones last."""
        self.add_resolution()
        self.add_area()
        text = self.tr(
            "auto: always the networks of {package}, by the product's level and the resolution; auto-fast: one of them "
            "in place of two."
        )
        text = text.format(package=default_package())
        self.add_choice(self.MODEL, self.tr("Model"), "model", self.models(), text)
        self.add_device()
        self.add_number(
            self.BUFFER,
            self.tr("Buffer around cloud and shadow (metres)"),
            OPTIONS["buffer_m"],
            self.tr("Cloud and shadow grow by this distance into clear areas."),
            decimals=1,
        )
        self._add_advanced()

    def add_area(self) -> None:
        """Declare the area of interest."""
        extent = QgsProcessingParameterExtent(self.EXTENT, self.tr("Area of interest: extent"), optional=True)
        extent.setHelp(
            self.tr("Mask only inside this extent. Leave it empty to mask everything, or to use the polygons below.")
        )
        self.addParameter(extent)
        area = QgsProcessingParameterFeatureSource(
            self.AREA,
            self.tr("Area of interest: polygons"),
            [QgsProcessing.SourceType.TypeVectorPolygon],
            optional=True,
        )
        area.setHelp(self.tr("Mask only inside these polygons. Leave the extent empty."))
        self.addParameter(area)

    def add_device(self, *, advanced: bool = False) -> None:
        """Declare the device."""
        text = self.tr("auto: the fastest that ONNX Runtime offers on this computer.")
        self.add_choice(self.DEVICE, self.tr("Device"), "device", DEVICE_NAMES, text, advanced=advanced)

    def add_resolution(self) -> None:
        """Declare the pixel size of the mask."""
        self.add_number(
            self.RESOLUTION,
            self.tr("Resolution of the mask (metres)"),
            OPTIONS["processing_res"],
            self.tr("A whole number from 10 to 60. The models are best at 20."),
        )

    def add_verification(self) -> None:
        """Declare the comparison of a product with its checksums."""
        self.add_switch(
            self.VERIFY,
            self.tr("Verify checksums first"),
            OPTIONS["verify"].default,
            self.tr("1 to 4 seconds per product, longer from slow disks."),
            advanced=True,
        )

    def add_authentication(self) -> None:
        """Declare the authentication for products behind addresses."""
        parameter = QgsProcessingParameterAuthConfig(
            self.AUTHENTICATION, self.tr("Authentication for addresses"), optional=True
        )
        parameter.setHelp(
            self.tr(
                "For hosts that want a login, and for the key and secret of a bucket. Without it, variables of the "
                "environment and profiles count."
            )
        )
        self.add_as_advanced(parameter)

    def read_locations(self, values: Values, texts: Iterable[str]) -> tuple[Location, ...]:
        """Return the absolute paths and the addresses in a user's texts, and use the authentication for the latter.

        Raises:
            SettingError: an address or the authentication cannot be used.
        """
        found = locations(texts)
        use_authentication(values.text(self.AUTHENTICATION), found)
        return found

    def settings(self, values: Values, **fields: Any) -> MaskSettings:
        """Read the parameters into the settings of the engine.

        Args:
            values: The parameters.
            fields: Fields of the settings that only a subclass knows.

        Raises:
            SettingError: an option is out of range, or two options contradict each other.
            QgsProcessingException: a parameter has a wrong value.
        """
        if "processing_res" not in fields:
            fields["processing_res"] = values.whole(self.RESOLUTION)
        return MaskSettings(
            **network_settings(values.choice(self.MODEL), values),
            **self._maps,
            device=values.choice(self.DEVICE),
            patch_placement=values.choice(self.PLACEMENT),
            patch_size=values.optional_whole(self.PATCH_SIZE),
            patch_overlap_px=values.optional_whole(self.PATCH_OVERLAP),
            batch_size=values.optional_whole(self.BATCH_SIZE),
            processing_threads=threads(),
            buffer_m=values.number(self.BUFFER),
            output_compression=values.choice(self.COMPRESSION),
            quiet=True,
            **fields,
        )

    def area(self, values: Values) -> AreaOfInterest | None:
        """Read the area of interest; None if it is empty.

        Raises:
            SettingError: it has no polygon or no CRS.
            QgsProcessingException: it cannot be read, or both extent and polygons are given.
        """
        source = self._area_source(values)
        if source is None:
            return None
        if isinstance(source, QgsReferencedRectangle):
            return AreaGeometry.of_extent(source, source.crs(), self.tr("The extent")).area_of_interest()
        request = QgsFeatureRequest().setSubsetOfAttributes([])
        features = source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
        geometries = (feature.geometry() for feature in features)
        return AreaGeometry.of_polygons(geometries, source.sourceCrs(), source.sourceName()).area_of_interest()

    def output_folder(self, values: Values, name: str) -> Path:
        """Read the folder of the masks.

        Raises:
            QgsProcessingException: it is empty.
        """
        folder = values.output_folder(name)
        if not folder:
            raise QgsProcessingException(self.tr("{name} is empty. Choose a folder for the masks.").format(name=name))
        return Path(folder).absolute()

    def mask(
        self,
        settings: MaskSettings,
        feedback: QgsProcessingFeedback,
        *,
        opened: Source | None = None,
        report_errors: bool = True,
    ) -> list[SceneOutcome]:
        """Run the engine and log the result of each scene.

        Args:
            settings: Sources and options of the run.
            feedback: Receives progress and log.
            opened: The only source of the settings, if it is open already.
            report_errors: Log failed scenes. False if the caller raises the error, which QGIS then logs.

        Raises:
            CloudS2MaskError: the whole run failed.
            QgsProcessingException: it was cancelled.
        """
        try:
            # Imported here: it needs rasterio, and the toolbox lists the algorithms without it.
            from ..core.pipeline.batch import run_batch

            return run_batch(settings, _FeedbackListener(settings, feedback, report_errors), opened)
        except CancelledError as error:
            raise QgsProcessingException(self.tr("Cancelled. Unfinished masks were removed.")) from error

    def _area_source(self, values: Values) -> QgsReferencedRectangle | QgsProcessingFeatureSource | None:
        """Read the extent or the polygons; an unreadable area must not become the whole product."""
        extent, polygons = (values.value(name) for name in (self.EXTENT, self.AREA))
        if extent is not None and polygons is not None:
            raise QgsProcessingException(
                self.tr("{extent} and {polygons} are both given. Choose one of them as the area of interest.").format(
                    extent=self.EXTENT, polygons=self.AREA
                )
            )
        return values.extent(self.EXTENT) if polygons is None else values.features(self.AREA)

    def _add_advanced(self) -> None:
        add_network_parameters(self)
        add_valid_mask_parameters(self)
        self.add_choice(
            self.PLACEMENT,
            self.tr("Patch placement"),
            "placement",
            list(OPTIONS["patch_placement"].choices),
            self.tr("Arrangement of the patches over the scene. upstream: exactly as in the CloudS2Mask library."),
            advanced=True,
        )
        size = self.tr("Patch size (pixels)")
        text = self.tr(
            "Empty: the model's, or rectangles that fit the scene better. Edge of the squares that the network sees at "
            "once; smaller ones need less memory."
        )
        self.add_number(self.PATCH_SIZE, size, OPTIONS["patch_size"], text, advanced=True)
        overlap = self.tr("Minimum patch overlap (pixels)")
        text = self.tr("Empty: the model's. More overlap takes longer and leaves fewer seams.")
        self.add_number(self.PATCH_OVERLAP, overlap, OPTIONS["patch_overlap_px"], text, advanced=True)
        batch = self.tr("Patches per batch")
        text = self.tr("Empty: automatic. Patches that the network gets at once; fewer need less memory.")
        self.add_number(self.BATCH_SIZE, batch, OPTIONS["batch_size"], text, advanced=True)
        self.add_choice(
            self.COMPRESSION,
            self.tr("Compression of the mask file"),
            "compression",
            list(OPTIONS["output_compression"].choices),
            self.tr("All are lossless."),
            advanced=True,
        )


class _FeedbackListener(Listener):
    """Passes the engine's progress to Processing, and Processing's Cancel to the engine."""

    def __init__(self, settings: MaskSettings, feedback: QgsProcessingFeedback, report_errors: bool) -> None:
        self._sources = settings.sources
        self._report_errors = report_errors
        self._feedback = feedback
        self._logged: set[tuple[int, Step]] = set()

    def is_cancelled(self) -> bool:
        """Return True if the user pressed Cancel."""
        return self._feedback.isCanceled()

    def progress(self, fraction: float, _message: str) -> None:
        """Report the progress of the whole run."""
        self._feedback.setProgress(100 * fraction)

    def scene_progress(self, index: int, _fraction: float, phase: Phase) -> None:
        """Log each step of a scene once, not each patch."""
        if phase.step not in _ENDS and (index, phase.step) not in self._logged:
            self._logged.add((index, phase.step))
            self._feedback.setProgressText(literal(f"{self._sources[index].name}: {phase.step.text}"))

    def scene_done(self, _index: int, outcome: SceneOutcome) -> None:
        """Log the result, the warnings or the error of a scene."""
        if outcome.error is None or not self._report_errors:
            pass
        elif outcome.skipped:
            self._feedback.pushWarning(str(outcome.error))
        else:
            text = told(outcome.error)
            self._feedback.reportError(text)
            if QgsApplication.platform() == "desktop":  # in the shell, QGIS logs every error by itself
                QgsMessageLog.logMessage(literal(text), LOG_TAG, Qgis.MessageLevel.Warning, notifyUser=False)
        result = outcome.result
        if result is None:
            return
        shares = shares_text(
            result.clear_percent, result.cloud_percent, result.shadow_percent, result.classes, result.surfaces
        )
        how = QCoreApplication.translate("MaskAlgorithm", "{model} on {provider}, {seconds:.1f} s").format(
            model=result.model, provider=result.provider, seconds=result.seconds
        )
        if result.reused:
            how = QCoreApplication.translate("MaskAlgorithm", "existing mask reused")
        text = translated("{title}: {text}", title=result.acquisition.name, text=f"{shares} ({how})")
        self._feedback.pushInfo(text)
        for warning in result.warnings:
            self._feedback.pushWarning(warning)


def check_networks_can_run() -> None:
    """Raise if the packages or the models are missing that networks need.

    Raises:
        QgsProcessingException: with the remedy, and the models that need none of them.
    """
    text = missing_text()
    if not text:
        return
    rules = [card for card in load_cards().values() if card.rules]
    without = QCoreApplication.translate(
        "MaskAlgorithm", "Without them, {levels} products can be masked with the model {model}."
    )
    without_all = [without.format(model=card.id, levels=", ".join(card.levels)) for card in rules]
    raise QgsProcessingException("\n".join([text, *(without_all if rules_can_run() else [])]))


def check_stored(cards: Iterable[ModelCard]) -> None:
    """Raise if a network of these models is not there.

    Raises:
        ModelMissingError: with the remedy.
    """
    for card in cards:
        if not is_stored(card):
            locate(card)


def make_folder(folder: Path) -> None:
    """Create an output folder and those above it.

    Raises:
        OutputError: it cannot be created or written to.
    """
    # Imported here: it needs rasterio, and the toolbox lists the algorithms without it.
    from ..core.files import check_output_folder

    with suppress(OSError):  # the check names the reason
        folder.mkdir(parents=True, exist_ok=True)
    check_output_folder(folder)


def told(error: Exception | None) -> str:
    """Return the text of an error, with the parameter to set in place of the option of the command line."""
    if not isinstance(error, MaskExistsError):
        return str(error)
    text = QCoreApplication.translate(
        "MaskAlgorithm", "A mask with other settings ({names}) exists: {path}. Set {name} to true or change the folder."
    )
    return text.format(names=error.values["names"], path=error.values["path"], name="OVERWRITE")


def threads() -> int | None:
    """Return the number of threads for the engine in this program; None: all cores."""
    return desktop_threads() if QgsApplication.platform() == "desktop" else None


def locations(values: Iterable[str]) -> tuple[Location, ...]:
    """Return the absolute paths and the addresses in a user's texts, without blanks around them or a slash at the end.

    Raises:
        SettingError: an address is of another kind, or not whole.
    """
    return tuple(absolute(parse(value)) for value in values if value.strip())
