"""Open the window of an algorithm, filled in."""

from __future__ import annotations

import sys
from typing import Any

from qgis.core import Qgis, QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QWidget

from .rich_text import literal


def open_algorithm(iface: QgisInterface, name: str, parameters: dict[str, Any]) -> QWidget | None:
    """Open the window of an algorithm of this plugin, and return it; None if it cannot run now, which is told.

    Args:
        iface: The interface of QGIS.
        name: Name of the algorithm, without that of the provider.
        parameters: Values of its parameters; the others keep their defaults.
    """
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"clouds2mask:{name}")
    _fine, reason = algorithm.canExecute()
    if "processing" not in sys.modules:
        reason = QCoreApplication.translate(
            "AlgorithmWindow", "Switch on the Processing plugin first (Plugins > Manage and Install Plugins)."
        )
    if reason:
        iface.messageBar().pushMessage("CloudS2Mask", literal(reason), Qgis.MessageLevel.Warning)
        return None
    # Imported here: Processing may be switched off.
    from processing.gui.AlgorithmDialog import AlgorithmDialog

    window = AlgorithmDialog(algorithm, parent=iface.mainWindow())
    window.setParameters(parameters)
    window.show()
    return window
