"""The provider of the algorithms in the Processing toolbox."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .apply_mask import ApplyMask
from .class_statistics import ClassStatistics
from .compare_masks import CompareMasks
from .compare_systems import CompareSystems
from .composite import Composite
from .example_model import example_models
from .fetch_model import FetchModel
from .import_model import ImportModel
from .list_models import ListModels
from .mask_polygons import MaskPolygons
from .mask_raster import MaskRaster
from .mask_scene import MaskScene
from .mask_scenes import MaskScenes
from .mask_stac import MaskStac
from .valid_mask import ValidMask

ALGORITHMS = (
    MaskScene,
    MaskScenes,
    MaskStac,
    MaskRaster,
    ApplyMask,
    ValidMask,
    Composite,
    ClassStatistics,
    MaskPolygons,
    CompareMasks,
    CompareSystems,
    ListModels,
    FetchModel,
    ImportModel,
)
"""All algorithms, in the order of a user's work."""
ICONS = Path(__file__).parents[1] / "ui" / "icons"


class CloudS2MaskProvider(QgsProcessingProvider):
    """The provider `clouds2mask`; this id and those of the algorithms never change."""

    def __init__(self) -> None:
        super().__init__()
        QgsApplication.processingRegistry().providerAdded.connect(self._complete_models)

    def id(self) -> str:
        """Return the identifier, the first part of each algorithm's."""
        return "clouds2mask"

    def name(self) -> str:
        """Return the title in the toolbox."""
        return "CloudS2Mask"

    def icon(self) -> QIcon:
        """Return the icon in the toolbox."""
        return QIcon(str(ICONS / "clouds2mask.svg"))

    def svgIconPath(self) -> str:
        """Return the path of the icon, for widgets that scale it."""
        return str(ICONS / "clouds2mask.svg")

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        """Return the only raster format: GeoTIFF."""
        return ["tif"]

    def loadAlgorithms(self) -> None:
        """Register the algorithms and the example models."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        for model in example_models():
            self.addAlgorithm(model)

    def _complete_models(self, provider_id: str) -> None:
        """Reload the example models: QGIS finds the outputs of their steps only once this provider is registered."""
        if provider_id == self.id():
            self.refreshAlgorithms()
