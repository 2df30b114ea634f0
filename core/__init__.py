"""The engine: cloud and cloud-shadow masks from Sentinel-2 products, without QGIS.

>>> from cloud_s2_mask.core import create_settings, batch_process_scenes
>>> settings = create_settings(sent_safe_dirs=folders, output_dir="masks", processing_res=20)  # doctest: +SKIP
>>> paths_to_masks = batch_process_scenes(settings)  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .cluster.batch import batch_process_scenes
    from .errors import CloudS2MaskError
    from .settings import MaskSettings, create_settings

_MODULES = {
    "CloudS2MaskError": ".errors",
    "MaskSettings": ".settings",
    "batch_process_scenes": ".cluster.batch",
    "create_settings": ".settings",
}
__all__ = ["CloudS2MaskError", "MaskSettings", "batch_process_scenes", "create_settings"]


def __getattr__(name: str) -> Any:
    """Import a name on first use: the plugin loads without rasterio, and the command line obeys signals at once."""
    if name in _MODULES:
        return getattr(import_module(_MODULES[name], __name__), name)
    raise AttributeError(f"module {__name__} has no attribute {name}")
