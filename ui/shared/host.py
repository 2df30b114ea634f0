"""The log tag, the settings group and the number of threads of the plugin in the QGIS desktop."""

from __future__ import annotations

from ...core.runtime.devices import available_cores

LOG_TAG = "CloudS2Mask"


def desktop_threads() -> int:
    """Return the number of threads for the engine, leaving one core to QGIS so that it stays responsive."""
    return max(1, available_cores() - 1)


SETTINGS_GROUP = "cloud_s2_mask"
MASKS_FOLDER = "cloud masks"
"""Name of the folder for masks beside the products, unless the user chooses another one."""
COMPARISONS_FOLDER = "comparisons"
"""Name of the folder in it for comparisons of models, which replace masks of the same names."""
