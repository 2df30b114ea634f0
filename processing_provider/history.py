"""Runs of the window in Processing's history, where users repeat them or copy them into scripts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from osgeo import ogr
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFields,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsWkbTypes,
)
from qgis.gui import QgsGui

from ..core.cards.choice import JOINT
from ..core.errors import OutputError
from .feature_files import write_file
from .mask_scenes import MaskScenes
from .refinement import (
    AVERAGE_PX,
    DILATE_PX,
    ELEVATION,
    ENSEMBLE,
    PARALLAX,
    SHADOW_DILATE_PX,
    SHADOW_SHARE,
    SNOW_DILATE_PX,
    THRESHOLD,
    TTA_DEPTH,
    VALID_BUFFER,
    VALID_CLASSES,
    VALID_MIN_SIZE,
    WATER_MAP,
    WITH_MODELS,
)

if TYPE_CHECKING:
    from ..core.areas.area import AreaOfInterest
    from ..core.masks.usable import ClearRule
    from ..core.settings import MaskSettings


def remember(settings: MaskSettings) -> None:
    """Add a run to the history as `maskscenes`, unless the polygons of its area cannot be written beside the masks."""
    algorithm = QgsApplication.processingRegistry().algorithmById("clouds2mask:maskscenes")
    if algorithm is None:
        return
    try:
        parameters = parameters_of(settings)
    except (OSError, OutputError, QgsProcessingException):  # the run itself tells why
        return
    _add(algorithm, parameters, algorithm.asPythonCommand(parameters, QgsProcessingContext()))


def parameters_of(settings: MaskSettings) -> dict[str, Any]:
    """Return the parameters of `maskscenes` for a run of the window, which adds its masks to the map.

    An area that is not an extent is written to a file in the output folder, named after the area. Lists of words are
    texts with commas, because QGIS 3.22 writes a list of them as an empty text.

    Raises:
        OSError, OutputError, QgsProcessingException: the file of the area cannot be written.
    """
    model, *others = settings.model.split(JOINT)
    parameters = {
        MaskScenes.INPUTS: [str(path) for path in settings.paths],
        MaskScenes.RESOLUTION: settings.processing_res,
        MaskScenes.MODEL: model,
        WITH_MODELS: ",".join(others) or None,
        ENSEMBLE: settings.model_ensembling or None,
        TTA_DEPTH: settings.tta_max_depth or None,
        SHADOW_SHARE: settings.shadow_share,
        THRESHOLD: settings.threshold,
        AVERAGE_PX: settings.average_px,
        DILATE_PX: settings.dilate_px,
        SHADOW_DILATE_PX: settings.shadow_dilate_px,
        SNOW_DILATE_PX: settings.snow_dilate_px,
        PARALLAX: None if settings.parallax else False,
        ELEVATION: settings.elevation and str(settings.elevation),
        WATER_MAP: settings.water_map and str(settings.water_map),
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
        MaskScenes.LOAD_MASKS: True,
        MaskScenes.TABLE: "TEMPORARY_OUTPUT",
    }
    if settings.area is not None:
        parameters |= _area(settings.area, settings.job.folder)
    return {name: value for name, value in parameters.items() if value is not None}


def _area(area: AreaOfInterest, folder: Path) -> dict[str, str]:
    """Return the parameter of an area: its extent as text if it is one, else the file of its polygons."""
    box, crs = area.as_box(), QgsCoordinateReferenceSystem(area.crs)
    if box is not None and crs.authid():
        left, bottom, right, top = box
        return {MaskScenes.EXTENT: f"{left},{right},{bottom},{top} [{crs.authid()}]"}
    file = folder / f"area_{area.digest[:8]}.gpkg"
    if not file.exists():
        folder.mkdir(exist_ok=True)
        schema = QgsFields(), QgsWkbTypes.Type.Polygon, crs
        write_file(str(file), map(_feature, _polygons(area)), schema, {}, QgsProcessingContext())
    return {MaskScenes.AREA: str(file)}


def _polygons(area: AreaOfInterest) -> list[QgsGeometry]:
    geometry = QgsGeometry()
    if isinstance(area.geometry, bytes):
        geometry.fromWkb(area.geometry)
    else:
        geometry.fromWkb(ogr.CreateGeometryFromJson(area.geometry).ExportToIsoWkb())
    return geometry.asGeometryCollection()


def _feature(polygon: QgsGeometry) -> QgsFeature:
    feature = QgsFeature()
    feature.setGeometry(polygon)
    return feature


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
