"""CloudS2Mask: cloud and cloud-shadow masks for Sentinel-2 products, in QGIS."""

from __future__ import annotations

from typing import Any


def classFactory(iface: Any) -> Any:
    """Return the plugin; QGIS calls this when it loads the plugin, and only then is QGIS imported."""
    from .plugin import CloudS2MaskPlugin

    return CloudS2MaskPlugin(iface)
