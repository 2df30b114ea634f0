"""The engine: cloud and cloud-shadow masks from Sentinel-2 products, without QGIS.

>>> from cloud_s2_mask.core import create_settings, batch_process_scenes
>>> settings = create_settings(sent_safe_dirs=folders, output_dir="masks", processing_res=20)  # doctest: +SKIP
>>> paths_to_masks = batch_process_scenes(settings)  # doctest: +SKIP
"""

from __future__ import annotations

from typing import Any

from .errors import CloudS2MaskError
from .settings import MaskSettings, create_settings

__all__ = ["CloudS2MaskError", "MaskSettings", "batch_process_scenes", "create_settings"]


def __getattr__(name: str) -> Any:
    """Import `batch_process_scenes` on first use, because the plugin must load without rasterio."""
    if name == "batch_process_scenes":
        from .pipeline.batch import batch_process_scenes

        return batch_process_scenes
    raise AttributeError(f"module {__name__} has no attribute {name}")
