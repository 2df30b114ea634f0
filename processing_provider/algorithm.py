"""What all algorithms share: their icon, their help, their translation, and short ways to declare parameters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QUrl
from qgis.PyQt.QtGui import QIcon

from ..core.errors import CancelledError, CloudS2MaskError
from ..core.settings import Option
from .parameter_values import Values, is_nothing, refuse_option

_PLUGIN = Path(__file__).parents[1]


class Group(Enum):
    """Where the toolbox lists an algorithm; the name is the identifier, which never changes."""

    MASKING = QT_TRANSLATE_NOOP("Group", "Masking")
    USING = QT_TRANSLATE_NOOP("Group", "Using masks")
    JUDGING = QT_TRANSLATE_NOOP("Group", "Judging masks")
    MODELS = QT_TRANSLATE_NOOP("Group", "Models")


class Algorithm(QgsProcessingAlgorithm):
    """Base of all algorithms."""

    NAME: str
    """Identifier, which never changes."""
    DISPLAY_NAME: str
    """Title in the toolbox, in English."""
    TAGS: str
    """Words by which the toolbox finds it, in English, with commas between them."""
    ICON = "clouds2mask.svg"
    GROUP = Group.USING

    def createInstance(self) -> Algorithm:
        """A fresh copy for one execution."""
        return type(self)()

    def name(self) -> str:
        """Identifier."""
        return self.NAME

    def displayName(self) -> str:
        """Title in the toolbox."""
        return self.tr(self.DISPLAY_NAME)

    def tags(self) -> list[str]:
        """Words by which the toolbox finds it."""
        return self.tr(self.TAGS).split(",")

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

    def add_number(  # noqa: PLR0913 - what QGIS asks of a number; its title and help stand where translators look.
        self, name: str, title: str, option: Option, help_text: str = "", *, decimals: int = 6, advanced: bool = False
    ) -> None:
        """Declare a parameter with the limits and the default of an option; below the fold it may be left empty."""
        kinds = QgsProcessingParameterNumber.Type
        kind = kinds.Integer if option.kind is int else kinds.Double
        optional = advanced or option.default is None
        number = QgsProcessingParameterNumber(name, title, kind, option.default, optional, option.low, option.high)
        if option.kind is float:
            number.setMetadata({"widget_wrapper": {"decimals": decimals}})
        number.setHelp(help_text)
        if advanced:
            self.add_as_advanced(number)
        else:
            self.addParameter(number)

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
        """Refuse what makes no sense before anything runs; QGIS would say that a value is wrong, but not why."""
        values = Values(self, parameters, context)
        try:
            values.check()
            self.check(values)
        except (CloudS2MaskError, QgsProcessingException) as error:
            return False, str(error)
        # Empty is the default here, and a wrong value for QGIS.
        there = {name: value for name, value in parameters.items() if not is_nothing(value)}
        fits, reason = super().checkParameterValues(there, context)
        return fits, reason

    def check(self, values: Values) -> None:
        """Raise what a person has to change, as far as it can be seen at once."""

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> bool:
        """Read what belongs to the main thread."""
        with _told():
            self.read_layers(Values(self, parameters, context))
        return True

    def read_layers(self, values: Values) -> None:
        """Keep what is needed of layers, in the thread that they belong to."""

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Do the work."""
        with _told():
            return self.execute(Values(self, parameters, context), feedback)

    def execute(self, values: Values, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Do the work; what the engine raises is told as it stands."""
        raise NotImplementedError

    def check_option(self, name: str, word: str) -> None:
        """Refuse what is none of the options of a choice.

        Raises:
            QgsProcessingException: with what they are.
        """
        definition = self.parameterDefinition(name)
        if word not in definition.options():
            refuse_option(definition, word)

    def proceed(self, feedback: QgsProcessingFeedback) -> Callable[[float], None]:
        """What the engine calls with the fraction done; it stops the engine when the person pressed Cancel."""

        def told(fraction: float) -> None:
            if feedback.isCanceled():
                raise CancelledError(self.tr("Cancelled; no unfinished file was left behind."))
            feedback.setProgress(100 * fraction)

        return told

    def _help_file(self) -> Path:
        folder = Path(__file__).parent / "help"
        file = folder / QgsApplication.locale()[:2] / f"{self.name()}.html"
        return file if file.exists() else folder / "en" / f"{self.name()}.html"


@contextmanager
def _told() -> Iterator[None]:
    """Have what the engine raises told as it stands; QGIS would show a traceback of anything but its own errors."""
    try:
        yield
    except CloudS2MaskError as error:
        raise QgsProcessingException(str(error)) from error
