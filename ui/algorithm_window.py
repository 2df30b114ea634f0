"""Open the windows of the plugin's algorithms, filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QWidget

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

_PROVIDER = "clouds2mask"


def open_algorithm(iface: QgisInterface, name: str, *runs: Mapping[str, Any]) -> QWidget:
    """Open the window of an algorithm and return it: a form for one run, or a table with a line for each of several.

    Args:
        iface: The interface of QGIS.
        name: Name of the algorithm, without the plugin's.
        runs: Values of parameters by their names, for each run.
    """
    # Imported here: Processing may be switched off.
    from processing.gui.AlgorithmDialog import AlgorithmDialog
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"{_PROVIDER}:{name}")
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
