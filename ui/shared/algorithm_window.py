"""Open the windows of the plugin's algorithms, filled in."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from qgis.core import Qgis, QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QWidget

from .rich_text import literal


def open_algorithm(iface: QgisInterface, name: str, *runs: Mapping[str, Any]) -> QWidget | None:
    """Open the window of an algorithm: a form for one run, or a table with a line for each of several.

    Args:
        iface: The interface of QGIS.
        name: Name of the algorithm, without that of the provider.
        runs: Values of its parameters, for each run; the others keep their defaults.

    Returns:
        The window; None if the algorithm cannot run now, which is told.
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
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    if len(runs) == 1:
        window = AlgorithmDialog(algorithm, parent=iface.mainWindow())
        window.setParameters(dict(runs[0]))
    else:
        window = BatchAlgorithmDialog(algorithm, parent=iface.mainWindow())
        _fill(window.mainWidget(), runs)
    window.show()
    return window


def _fill(table: Any, runs: tuple[Mapping[str, Any], ...]) -> None:
    """Fill the table of Processing, whose first line is one of buttons and whose second one is there already."""
    from processing.tools.dataobjects import createContext

    context = createContext()
    table.addRow(len(runs) - 1)
    for line, values in enumerate(runs):
        for name, value in values.items():
            column = table.parameter_to_column[name]
            wrapper = table.wrappers[line][column]
            if wrapper is not None:
                wrapper.setParameterValue(value, context)
            else:  # an output
                table.tblParameters.cellWidget(line + 1, column).setValue(value)
