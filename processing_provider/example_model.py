"""Models that are shipped as examples: every .model3 file of a folder is an algorithm of the toolbox."""

from __future__ import annotations

import logging
from pathlib import Path

from qgis.core import QgsProcessingModelAlgorithm
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

MODELS = Path(__file__).parent / "example_models"
logger = logging.getLogger(__name__)

_ICON = Path(__file__).parents[1] / "ui" / "icons" / "examplemodel.svg"


class ExampleModel(QgsProcessingModelAlgorithm):
    """A model as it is shipped; its identifier is the name of its file, its title the name inside."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self.is_readable: bool = self.fromFile(str(path))
        if self.is_readable:
            self._translate()

    def _translate(self) -> None:
        """QGIS shows the texts of a model as they are in its file."""
        self.setName(_translated(self.displayName()))
        self.setHelpContent({name: _translated(text) for name, text in self.helpContent().items()})
        for definition in (*self.parameterDefinitions(), *self.outputDefinitions()):
            definition.setDescription(_translated(definition.description()))
        for definition in self.parameterDefinitions():
            definition.setHelp(_translated(definition.help()))

    @property
    def path(self) -> Path:
        """Its file."""
        return self._path

    def createInstance(self) -> ExampleModel:
        """A fresh copy for one execution."""
        return ExampleModel(self._path)

    def name(self) -> str:
        """Identifier."""
        return self._path.stem

    def group(self) -> str:
        """Title of its group in the toolbox."""
        return QCoreApplication.translate("Group", "Example models")

    def groupId(self) -> str:
        """Identifier of its group."""
        return "examples"

    def icon(self) -> QIcon:
        """Icon in the toolbox."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """Icon for places that scale it."""
        return str(_ICON)


def _translated(text: str) -> str:
    return QCoreApplication.translate("ExampleModel", text) if text else text


def example_models() -> list[ExampleModel]:
    """All models of the folder that can be read, by the names of their files."""
    models = [ExampleModel(path) for path in sorted(MODELS.glob("*.model3"))]
    for model in models:
        if not model.is_readable:
            logger.warning("%s is no model of QGIS.", model.path)
    return [model for model in models if model.is_readable]
