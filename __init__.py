"""CloudS2Mask: cloud and cloud-shadow masks for Sentinel-2 products, in QGIS."""

from __future__ import annotations

from typing import Any


def classFactory(iface: Any) -> Any:
    """Return the plugin for QGIS, which is imported only here."""
    from .plugin import CloudS2MaskPlugin

    return CloudS2MaskPlugin(iface)
