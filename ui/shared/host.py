"""The log tag, the settings group and the threads that the plugin uses in the QGIS desktop."""

from __future__ import annotations

import os

LOG_TAG = "CloudS2Mask"


def desktop_threads() -> int:
    """Threads for the engine in the desktop: one core is left to QGIS, so that it stays responsive."""
    return max(1, (os.cpu_count() or 2) - 1)


SETTINGS_GROUP = "cloud_s2_mask"
