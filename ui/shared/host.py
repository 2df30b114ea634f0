"""The log tag, the settings group and the threads that the plugin uses in the QGIS desktop."""

from __future__ import annotations

from ...core.inference.devices import available_cores

LOG_TAG = "CloudS2Mask"


def desktop_threads() -> int:
    """Threads for the engine in the desktop: one core is left to QGIS, so that it stays responsive."""
    return max(1, available_cores() - 1)


SETTINGS_GROUP = "cloud_s2_mask"
