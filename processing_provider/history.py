"""Runs of the window in Processing's history, where users repeat them or copy them into scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProcessingAlgorithm, QgsProcessingContext
from qgis.gui import QgsGui

from ..core.cards.choice import JOINT
from .mask_scenes import MaskScenes
from .refinement import (
    AVERAGE_PX,
    DILATE_PX,
    ENSEMBLE,
    THRESHOLD,
    TTA_DEPTH,
    VALID_BUFFER,
    VALID_CLASSES,
    VALID_MIN_SIZE,
    WITH_MODELS,
)

if TYPE_CHECKING:
    from ..core.masks.usable import ClearRule
    from ..core.settings import MaskSettings


def remember(settings: MaskSettings) -> None:
    """Add a run to the history as `maskscenes`, unless its area is not an extent, which has no form as text."""
    parameters = parameters_of(settings)
    algorithm = QgsApplication.processingRegistry().algorithmById("clouds2mask:maskscenes")
    if algorithm is None or parameters is None:
        return
    _add(algorithm, parameters, algorithm.asPythonCommand(parameters, QgsProcessingContext()))


def parameters_of(settings: MaskSettings) -> dict[str, Any] | None:
    """Return the parameters of `maskscenes` for a run; None if its area is not an extent.

    Lists of words are texts with commas, because QGIS 3.22 writes a list of them as an empty text.
    """
    model, *others = settings.model.split(JOINT)
    parameters = {
        MaskScenes.INPUTS: [str(path) for path in settings.paths],
        MaskScenes.RESOLUTION: settings.processing_res,
        MaskScenes.MODEL: model,
        WITH_MODELS: ",".join(others) or None,
        ENSEMBLE: settings.model_ensembling or None,
        TTA_DEPTH: settings.tta_max_depth or None,
        THRESHOLD: settings.threshold,
        AVERAGE_PX: settings.average_px,
        DILATE_PX: settings.dilate_px,
        MaskScenes.EXPORT_CONFIDENCE: settings.export_confidence or None,
        **_valid_mask(settings.valid_mask),
        MaskScenes.DEVICE: settings.device,
        MaskScenes.BUFFER: settings.buffer_m,
        MaskScenes.PLACEMENT: settings.patch_placement,
        MaskScenes.PATCH_SIZE: settings.patch_size,
        MaskScenes.PATCH_OVERLAP: settings.patch_overlap_px,
        MaskScenes.COMPRESSION: settings.output_compression,
        MaskScenes.KEEP_VRT: settings.keep_vrt,
        MaskScenes.QML_FILES: settings.make_qml_files,
        MaskScenes.OVERWRITE: settings.overwrite,
        MaskScenes.VERIFY: settings.verify or None,
        MaskScenes.OUTPUT_FOLDER: str(settings.job.folder),
        MaskScenes.TABLE: "TEMPORARY_OUTPUT",
    }
    if settings.area is not None:
        box, crs = settings.area.as_box(), QgsCoordinateReferenceSystem(settings.area.crs).authid()
        if box is None or not crs:
            return None
        left, bottom, right, top = box
        parameters[MaskScenes.EXTENT] = f"{left},{right},{bottom},{top} [{crs}]"
    return {name: value for name, value in parameters.items() if value is not None}


def _valid_mask(rule: ClearRule | None) -> dict[str, Any]:
    if rule is None:
        return {}
    return {
        MaskScenes.EXPORT_VALID_MASK: True,
        VALID_CLASSES: ",".join(rule.invalid),
        VALID_BUFFER: rule.buffer_m,
        VALID_MIN_SIZE: rule.min_hectares,
    }


def _add(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], command: str) -> None:
    registry = getattr(QgsGui, "historyProviderRegistry", None)  # since QGIS 3.24
    if registry is not None:
        context = QgsProcessingContext()
        entry = {
            "python_command": command,
            "algorithm_id": algorithm.id(),
            "parameters": algorithm.asMap(parameters, context),
        }
        in_shell, fits_in_shell = algorithm.asQgisProcessCommand(parameters, context)
        if fits_in_shell:
            entry["process_command"] = in_shell
        registry().addEntry("processing", entry)
    else:
        from processing.core.ProcessingLog import ProcessingLog

        ProcessingLog.addToLog(command)
