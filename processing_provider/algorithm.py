"""What all algorithms share: their icon, their help, their translation, and short ways to declare parameters."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QUrl
from qgis.PyQt.QtGui import QIcon

from .raster_layers import gdal_source

_PLUGIN = Path(__file__).parents[1]


class Group(Enum):
    """Where the toolbox lists an algorithm; the name is the identifier, which never changes."""

    MASKING = QT_TRANSLATE_NOOP("Group", "Masking")
    USING = QT_TRANSLATE_NOOP("Group", "Using masks")
    JUDGING = QT_TRANSLATE_NOOP("Group", "Judging masks")
    MODELS = QT_TRANSLATE_NOOP("Group", "Models")


class Algorithm(QgsProcessingAlgorithm):
    """Base of all algorithms."""

    ICON = "clouds2mask.svg"
    GROUP = Group.USING

    def createInstance(self) -> Algorithm:
        """A fresh copy for one execution."""
        return type(self)()

    def tr(self, text: str) -> str:
        """Translate a text of this class or of a base class."""
        for owner in type(self).__mro__:
            translated = QCoreApplication.translate(owner.__name__, text)
            if translated != text:
                return translated
        return text

    def group(self) -> str:
        """Title of its group in the toolbox."""
        return QCoreApplication.translate("Group", self.GROUP.value)

    def groupId(self) -> str:
        """Identifier of its group."""
        return self.GROUP.name.lower()

    def icon(self) -> QIcon:
        """Icon in the toolbox."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """Icon for places that scale it."""
        return str(_PLUGIN / "ui" / "icons" / self.ICON)

    def shortHelpString(self) -> str:
        """The help text of the algorithm, in the language of QGIS if there is one."""
        # Processing's window writes <b> nearly black, in dark themes too, and leaves <strong> as the text around it.
        text = self._help_file().read_text(encoding="utf-8")
        return text.replace("<b>", "<strong>").replace("</b>", "</strong>")

    def helpUrl(self) -> str:
        """The same as a page for the Help button; it is on the disk, so it is there without a network."""
        return QUrl.fromLocalFile(str(self._help_file())).toString()

    def add_choice(self, name: str, title: str, options: list[str], help_text: str, advanced: bool = False) -> None:
        """Declare a parameter with a list of words to choose from; the first is the default."""
        choice = QgsProcessingParameterEnum(name, title, options, False, options[0], False, True)
        choice.setHelp(help_text)
        if advanced:
            self.add_as_advanced(choice)
        else:
            self.addParameter(choice)

    def add_switch(self, name: str, title: str, default: bool, advanced: bool = False) -> None:
        """Declare a parameter that is on or off; optional, so that models which were made without it stay valid."""
        switch = QgsProcessingParameterBoolean(name, title, default, True)
        if advanced:
            self.add_as_advanced(switch)
        else:
            self.addParameter(switch)

    def add_as_advanced(self, parameter: QgsProcessingParameterDefinition) -> None:
        """Declare a parameter below the fold."""
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Refuse what is none of the options, and say what they are; QGIS says that a value is wrong."""
        for definition in self.parameterDefinitions():
            if isinstance(definition, QgsProcessingParameterEnum):
                try:
                    self._check_options(definition.name(), self.words(parameters, definition.name(), context))
                except QgsProcessingException as error:
                    return False, str(error)
        fits, reason = super().checkParameterValues(parameters, context)
        return fits, reason

    def choice(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> Any:
        """Which of its options a parameter is, as text; QGIS itself gives the default for an unknown one.

        Raises:
            QgsProcessingException: it is none of them.
        """
        value = str(self.parameterAsString(parameters, name, context))
        self._check_options(name, [value] if value else [])
        return self.parameterAsEnumString(parameters, name, context)

    def choices(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> list[str]:
        """Which of its options a parameter is that may be several.

        Raises:
            QgsProcessingException: one is none of them.
        """
        self._check_options(name, self.words(parameters, name, context))
        # Without a value QGIS gives one empty word.
        return [word for word in self.parameterAsEnumStrings(parameters, name, context) if word]

    def words(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> list[str]:
        """The value of a parameter that may be several, as it was given."""
        given = parameters.get(name)
        if not isinstance(given, (list, tuple)):
            given = self.parameterAsString(parameters, name, context).split(",")
        return [str(word).strip() for word in given if str(word).strip()]

    def _check_options(self, name: str, values: list[str]) -> None:
        options = self.parameterDefinition(name).options()
        unknown = [value for value in values if value not in options]
        if unknown:
            text = self.tr("{name} is {value}, but must be one of: {options}.")
            raise QgsProcessingException(text.format(name=name, value=unknown[0], options=", ".join(options)))

    def whole(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> int:
        """The value of a whole number; QGIS itself rounds what is none.

        Raises:
            QgsProcessingException: it has a fraction.
        """
        value = float(self.parameterAsDouble(parameters, name, context))
        if not value.is_integer():
            text = self.tr("{name} is {value:g}, but must be a whole number.")
            raise QgsProcessingException(text.format(name=name, value=value))
        return int(value)

    def optional_int(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> int | None:
        """The value of a whole number that may be left empty.

        Raises:
            QgsProcessingException: it has a fraction.
        """
        return None if parameters.get(name) is None else self.whole(parameters, name, context)

    def optional_double(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> float | None:
        """The value of a number that may be left empty."""
        return None if parameters.get(name) is None else self.parameterAsDouble(parameters, name, context)

    def raster(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> QgsRasterLayer:
        """A layer that GDAL opens too.

        Raises:
            QgsProcessingException: there is none, or it comes from a service.
        """
        layer = self.parameterAsRasterLayer(parameters, name, context)
        if layer is None:
            raise QgsProcessingException(self.invalidRasterError(parameters, name))
        gdal_source(layer)
        return layer

    def _help_file(self) -> Path:
        folder = Path(__file__).parent / "help"
        file = folder / QgsApplication.locale()[:2] / f"{self.name()}.html"
        return file if file.exists() else folder / "en" / f"{self.name()}.html"
