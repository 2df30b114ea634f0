"""Example models: every .model3 file of a folder is an algorithm of the toolbox."""

from __future__ import annotations

import logging
from pathlib import Path

from qgis.core import QgsProcessingModelAlgorithm, QgsProcessingParameterEnum
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from .algorithm import first_sentence, shown_by
from .composite import METHODS

MODELS = Path(__file__).parent / "example_models"
logger = logging.getLogger(__name__)

_ICON = Path(__file__).parents[1] / "ui" / "icons" / "examplemodel.svg"


class ExampleModel(QgsProcessingModelAlgorithm):
    """An example model; its identifier is the name of its file, its title the name in the file."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self.is_readable: bool = self.fromFile(str(path))
        if self.is_readable:
            self._translate()

    def _translate(self) -> None:
        """Translate the texts of the model, which QGIS shows as they are in the file."""
        self.setName(_translated(self.displayName()))
        self.setHelpContent({name: _translated(text) for name, text in self.helpContent().items()})
        for definition in (*self.parameterDefinitions(), *self.outputDefinitions()):
            definition.setDescription(_translated(definition.description()))
        for definition in self.parameterDefinitions():
            definition.setHelp(_translated(definition.help()))
            if isinstance(definition, QgsProcessingParameterEnum) and definition.options() == METHODS:
                shown_by(definition, "Choice", option="method")

    @property
    def path(self) -> Path:
        """Path of the .model3 file."""
        return self._path

    def createInstance(self) -> ExampleModel:
        """Return a new instance for one execution."""
        return ExampleModel(self._path)

    def name(self) -> str:
        """Return the identifier."""
        return self._path.stem

    def shortDescription(self) -> str:
        """Return the first sentence of the help text, which the toolbox shows as tool tip."""
        return first_sentence(str(self.helpContent().get("ALG_DESC", "")))

    def group(self) -> str:
        """Return the title of the group in the toolbox."""
        return QCoreApplication.translate("Group", "Example models")

    def groupId(self) -> str:
        """Return the identifier of the group."""
        return "examples"

    def icon(self) -> QIcon:
        """Return the icon in the toolbox."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """Return the path of the icon, for widgets that scale it."""
        return str(_ICON)


def _translated(text: str) -> str:
    return QCoreApplication.translate("ExampleModel", text) if text else text


def example_models() -> list[ExampleModel]:
    """Return the readable models of the folder, sorted by file name."""
    models = [ExampleModel(path) for path in sorted(MODELS.glob("*.model3"))]
    for model in models:
        if not model.is_readable:
            logger.warning("%s is not a QGIS model and was skipped.", model.path)
    return [model for model in models if model.is_readable]
