"""Context menu entry of the toolbox that opens an example model in the model designer."""

from __future__ import annotations

from typing import Any

from processing.gui.ContextAction import ContextAction
from processing.gui.ProviderActions import ProviderContextMenuActions
from qgis.core import QgsApplication, QgsProcessingModelAlgorithm
from qgis.PyQt.QtCore import QCoreApplication

from .example_model import ExampleModel


class CopyExampleModel(ContextAction):
    """Opens a copy without a file, so that it is saved among the user's models and the example stays."""

    def __init__(self) -> None:
        super().__init__()
        self.name = QCoreApplication.translate("ExampleModels", "Edit a Copy in the Model Designer…")

    def register(self) -> None:
        """Add the entry to the menu."""
        ProviderContextMenuActions.registerProviderContextMenuActions([self])

    def unregister(self) -> None:
        """Remove the entry from the menu."""
        ProviderContextMenuActions.deregisterProviderContextMenuActions([self])

    def isEnabled(self) -> bool:
        """Return True if the selected algorithm is an example model."""
        return isinstance(self.itemData, ExampleModel)

    def execute(self) -> None:
        """Open the selected example in the designer."""
        open_copy(self.itemData)


def open_copy(example: ExampleModel) -> Any:
    """Open a copy of an example in the designer; saving it refreshes the list of models."""
    # Imported here: it is large and rarely used.
    from processing.modeler.ModelerDialog import ModelerDialog

    model = QgsProcessingModelAlgorithm()
    model.fromFile(str(example.path))
    model.setSourceFilePath("")
    designer = ModelerDialog.create(model)
    designer.update_model.connect(_list_models)
    designer.show()
    designer.activate()
    return designer


def _list_models() -> None:
    models = QgsApplication.processingRegistry().providerById("model")
    if models is not None:
        models.refreshAlgorithms()
