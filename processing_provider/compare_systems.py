"""The algorithm `clouds2mask:comparesystems`: mask a product with several models, and report where they disagree."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputHtml,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputNumber,
    QgsProcessingOutputRasterLayer,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.addresses.location import Address
from ..core.cards.card import load_cards
from ..core.cards.choice import AUTOMATIC, JOINT, check_known
from ..core.language import translated
from ..core.masks.qml import numbers_qml
from ..core.masks.shares import shares_text
from ..core.pipeline.checks import check_rules_are_among
from ..core.settings import MaskSettings, ProductsToFolder
from ..core.stac.opening import open_listed
from ..core.systems.launching import Host
from ..ui.shared.installation import folder_of_packages
from ..ui.shared.layer_tree import place_in_scene
from ..ui.shared.layers import set_style
from ..ui.shared.qt_process import launch
from ..ui.shared.rich_text import literal
from .algorithm import Group, shown_by
from .mask_algorithm import (
    PRODUCT_FILTER,
    MaskAlgorithm,
    check_networks_can_run,
    locations,
    make_folder,
    threads,
)
from .parameter_values import Values
from .reference import ReferenceParameters
from .refinement import add_rule_parameters, check_map_files, read_maps, rule_settings, try_maps
from .scene_layers import load_mask
from .styles import when_loaded

if TYPE_CHECKING:
    from ..core.masks.result import MaskResult
    from ..core.systems.comparison import Reference, SystemsComparison
    from ..core.systems.runs import SystemRun

_FEWEST = 2


class CompareSystems(ReferenceParameters, MaskAlgorithm):
    """Runs models on one product, each in a process of its own."""

    NAME = "comparesystems"
    DISPLAY_NAME = QT_TRANSLATE_NOOP("CompareSystems", "Compare models")
    TAGS = QT_TRANSLATE_NOOP(
        "CompareSystems", "cloud,shadow,model,benchmark,agreement,disagreement,side by side,time,memory,accuracy"
    )
    ICON = "comparesystems.svg"
    GROUP = Group.JUDGING
    NEEDS_REFERENCE = False
    INPUT = "INPUT"
    MODELS = "MODELS"
    LOAD_MASKS = "LOAD_MASKS"
    FOLDER = "FOLDER"
    REPORT = "REPORT"
    DISAGREEMENT = "DISAGREEMENT"
    MODELS_TABLE = "MODELS_TABLE"
    AGREEMENT_TABLE = "AGREEMENT_TABLE"
    MASKS = "MASKS"
    AGREEMENT_PERCENT = "AGREEMENT_PERCENT"
    MASK_COUNT = "MASK_COUNT"
    FAILED_COUNT = "FAILED_COUNT"

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        kinds = self.tr("Sentinel-2 products ({patterns});;All files (*)").format(patterns=PRODUCT_FILTER)
        product = QgsProcessingParameterFile(self.INPUT, self.tr("Sentinel-2 product"), fileFilter=kinds)
        product.setHelp(self.tr("The metadata file in a .SAFE folder, the folder itself, or a .zip archive."))
        self.addParameter(product)
        every = [*AUTOMATIC, *load_cards()]
        models = QgsProcessingParameterEnum(self.MODELS, self.tr("Models"), every, True, None, True, True)
        models.setHelp(
            self.tr(
                "Empty: the automatic choice and all others on this computer that fit the product and the resolution, "
                "without the networks of the automatic choice alone."
            )
        )
        shown_by(models, "Choices", option="model")
        self.addParameter(models)
        self.add_resolution()
        self.add_area()
        self.add_device(advanced=True)
        add_rule_parameters(self, alone=True)
        self.add_reference(advanced=True)
        self.add_reference_values(advanced=True)
        text = self.tr("In the group of the product, hidden below the map of the disagreement.")
        self.add_switch(self.LOAD_MASKS, self.tr("Add the masks to the map"), True, text)
        folder = QgsProcessingParameterFolderDestination(self.FOLDER, self.tr("Output folder"))
        self.add_with_help(folder, self.tr("The masks, the report and its tables are written here."))
        self._add_outputs()

    def check(self, values: Values) -> None:
        """Check the parameters, but not whether each model can run: one that cannot is a row of the report."""
        chosen = values.choices(self.MODELS)
        if chosen and len(set(chosen)) < _FEWEST:
            text = self.tr("{name} is {value}, but must be at least two models, or empty for all.")
            raise QgsProcessingException(text.format(name=self.MODELS, value=", ".join(chosen)))
        cards = load_cards()
        if chosen and not any(cards[model].rules for model in chosen if model in cards):
            check_networks_can_run()
        self.reference_image(values)
        self._area_source(values)
        self._maps = read_maps(values)
        settings = self._settings(values, Path.cwd())
        if chosen:
            check_rules_are_among(chosen, settings)
        if any(self._maps.values()):
            check_map_files(self._maps, open_listed(settings.paths[0]))

    def check_option(self, name: str, word: str) -> None:
        """Check that models exist, also those that an earlier step has imported; joined ones are one by one."""
        if name != self.MODELS:
            super().check_option(name, word)
            return
        for model in word.split(JOINT):
            check_known(model)

    def read_on_main_thread(self, values: Values) -> None:
        """Read the layers on the thread that owns them."""
        super().read_on_main_thread(values)
        self._image = self.reference_image(values)

    def execute(self, values: Values, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Mask the product with each model, and compare the masks."""
        # Imported here: it needs rasterio, and the toolbox lists the algorithms without it.
        from ..core.systems.output import write_comparison
        from ..core.systems.runs import usual_models

        folder = self.output_folder(values, self.FOLDER)
        settings = self._settings(values, folder)
        product = open_listed(settings.paths[0])
        try_maps(self._maps, product)
        models = values.choices(self.MODELS) or usual_models(product, settings)
        make_folder(folder)
        reference = self.reference(values, self._image) if self.has_reference(values) else None
        comparison = self._compare(settings, models, reference, feedback)
        feedback.setProgressText(self.tr("Writing the report"))
        progress = self.progress(feedback)
        write_comparison(comparison, lambda _fraction: progress(1.0))
        self._log(comparison, feedback)
        self._load(values.context, comparison, masks=values.switch(self.LOAD_MASKS))
        files, results = comparison.files, comparison.results
        return {
            self.FOLDER: str(folder),
            self.REPORT: str(files.report),
            self.DISAGREEMENT: str(files.disagreement) if len(results) >= _FEWEST else None,
            self.MODELS_TABLE: str(files.models),
            self.AGREEMENT_TABLE: str(files.agreement),
            self.MASKS: [str(result.mask_path) for result in results],
            self.AGREEMENT_PERCENT: comparison.agreement_percent,
            self.MASK_COUNT: len(results),
            self.FAILED_COUNT: len(comparison.runs) - len(results),
        }

    def _settings(self, values: Values, folder: Path) -> MaskSettings:
        products = locations([values.text(self.INPUT)])
        if not products:
            raise QgsProcessingException(self.tr("INPUT is empty. Choose a Sentinel-2 product."))
        if isinstance(products[0], Address):
            text = self.tr("{product} is an address, and each model would read it again. Download the product first.")
            raise QgsProcessingException(text.format(product=products[0]))
        return MaskSettings(
            ProductsToFolder(products, folder),
            processing_res=values.whole(self.RESOLUTION),
            device=values.choice(self.DEVICE),
            processing_threads=threads(),
            area=self.area(values),
            quiet=True,
            **rule_settings(values),
            **self._maps,
        )

    def _compare(
        self, settings: MaskSettings, models: list[str], reference: Reference | None, feedback: QgsProcessingFeedback
    ) -> SystemsComparison:
        """Run the models, and log which one is running."""
        from ..core.systems.comparison import compare_systems

        done, told = self.progress(feedback), ""

        def progress(fraction: float, run: SystemRun | None) -> None:
            nonlocal told
            done(fraction)
            title = run.title if run else self.tr("Comparing the masks")
            if title != told:
                told = title
                feedback.setProgressText(literal(title))

        host = Host(launch, folder_of_packages())
        return compare_systems(settings, models, host, reference=reference, progress=progress)

    def _log(self, comparison: SystemsComparison, feedback: QgsProcessingFeedback) -> None:
        """Write each result, or the reason for a failure, to the log."""
        for run in comparison.runs:
            result = run.result
            if result is None:
                feedback.pushWarning(translated("{title}: {text}", title=run.title, text=run.error))
                continue
            shares = shares_text(
                result.clear_percent, result.cloud_percent, result.shadow_percent, result.classes, result.surfaces
            )
            cost = self.tr("{seconds:.1f} s, {gigabytes:.2f} GB")
            cost = cost.format(seconds=run.seconds or 0, gigabytes=(run.peak_bytes or 0) / 1e9)
            feedback.pushInfo(translated("{title}: {text}", title=run.title, text=f"{shares} ({cost})"))
        for warning in comparison.told:
            feedback.pushWarning(warning)

    def _load(self, context: QgsProcessingContext, comparison: SystemsComparison, *, masks: bool) -> None:
        """Have Processing load the map of the disagreement, and the masks below it if they are wanted."""
        project = context.project()
        if project is None:
            return
        results = comparison.results
        disagreement = comparison.files.disagreement if len(results) >= _FEWEST else None
        for result in results if masks else []:
            load_mask(context, result, self.MASKS, hidden_below=disagreement)
        if disagreement is None:
            return
        from ..core.systems.agreement import legend

        title = self.tr("Disagreement of {count} models, {scene}")
        title = title.format(count=len(results), scene=results[0].acquisition.title)
        details = QgsProcessingContext.LayerDetails(title, project, self.DISAGREEMENT)
        details.forceName = True
        path = str(disagreement)
        context.addLayerToLoadOnCompletion(path, details)
        style = numbers_qml(legend(len(results)))
        when_loaded(context, path, partial(_show_disagreement, results[0] if masks else None, style))

    def _add_outputs(self) -> None:
        self.addOutput(QgsProcessingOutputHtml(self.REPORT, self.tr("Report of the comparison")))
        self.addOutput(QgsProcessingOutputRasterLayer(self.DISAGREEMENT, self.tr("Map of the disagreement")))
        self.addOutput(QgsProcessingOutputFile(self.MODELS_TABLE, self.tr("Table of the models (CSV)")))
        self.addOutput(QgsProcessingOutputFile(self.AGREEMENT_TABLE, self.tr("Table of the agreement (CSV)")))
        self.addOutput(QgsProcessingOutputMultipleLayers(self.MASKS, self.tr("Cloud masks")))
        for name, title in (
            (self.AGREEMENT_PERCENT, self.tr("All models agree (percent of the pixels)")),
            (self.MASK_COUNT, self.tr("Models with a mask")),
            (self.FAILED_COUNT, self.tr("Models that failed")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))


def _show_disagreement(scene: MaskResult | None, qml: str, layer: QgsMapLayer, context: QgsProcessingContext) -> None:
    """Style the map of the disagreement, and put it on top of its scene.

    Args:
        scene: A mask of the scene that is loaded too; None if none is.
        qml: The style.
        layer: The map.
        context: Of the run.
    """
    if not isinstance(layer, QgsRasterLayer):
        return
    set_style(layer, qml)
    layer.triggerRepaint()
    if scene is not None:
        place_in_scene(context.project(), scene, layer)
