"""The group of algorithms that the toolbox shows."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .class_statistics import ClassStatistics
from .compare_masks import CompareMasks
from .composite import Composite
from .mask_raster import MaskRaster
from .apply_mask import ApplyMask
from .mask_scene import MaskScene
from .mask_scenes import MaskScenes
from .valid_mask import ValidMask

ALGORITHMS = (
    MaskScene,
    MaskScenes,
    MaskRaster,
    Composite,
    ClassStatistics,
    CompareMasks,
    ValidMask,
    ApplyMask,
)
"""Every algorithm, in the order of a user's work."""
ICONS = Path(__file__).parents[1] / "ui" / "icons"


class CloudS2MaskProvider(QgsProcessingProvider):
    """Provider `clouds2mask`; this id and those of the algorithms never change."""

    def id(self) -> str:
        """Identifier, the first part of each algorithm's."""
        return "clouds2mask"

    def name(self) -> str:
        """Title in the toolbox."""
        return "CloudS2Mask"

    def icon(self) -> QIcon:
        """Icon in the toolbox."""
        return QIcon(str(ICONS / "clouds2mask.svg"))

    def svgIconPath(self) -> str:
        """Icon for places that scale it."""
        return str(ICONS / "clouds2mask.svg")

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        """Masks are GeoTIFF files."""
        return ["tif"]

    def loadAlgorithms(self) -> None:
        """Register the algorithms."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
