"""Base of all algorithms: icon, help, translation, and short ways to declare parameters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from html import unescape
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
from ..ui.shared.option_texts import Option as OptionName
from ..ui.shared.rich_text import literal
from .parameter_values import Values, is_empty, refuse_option

_PLUGIN = Path(__file__).parents[1]


class Group(Enum):
    """A group of the toolbox; the member's name is the identifier, which never changes.

    QGIS sorts the titles, so that of the first step comes first in the alphabet, in every language.
    """

    MASKING = QT_TRANSLATE_NOOP("Group", "Cloud masking")
    USING = QT_TRANSLATE_NOOP("Group", "Mask tools")
    JUDGING = QT_TRANSLATE_NOOP("Group", "Mask accuracy assessment")
    MODELS = QT_TRANSLATE_NOOP("Group", "Models")


class Algorithm(QgsProcessingAlgorithm):
    """Base of all algorithms."""

    NAME: str
    """Identifier, which never changes."""
    DISPLAY_NAME: str
    """Title in the toolbox, in English."""
    TAGS: str
    """Search words of the toolbox, in English, separated by commas."""
    ICON = "clouds2mask.svg"
    GROUP = Group.USING

    def createInstance(self) -> Algorithm:
        """Return a new instance for one execution."""
        return type(self)()

    def name(self) -> str:
        """Return the identifier."""
        return self.NAME

    def displayName(self) -> str:
        """Return the title in the toolbox."""
        return self.tr(self.DISPLAY_NAME)

    def tags(self) -> list[str]:
        """Return the search words of the toolbox."""
        return self.tr(self.TAGS).split(",")

    def tr(self, text: str) -> str:
        """Translate a text of this class or of a base class."""
        for owner in type(self).__mro__:
            translated = QCoreApplication.translate(owner.__name__, text)
            if translated != text:
                return translated
        return text

    def group(self) -> str:
        """Return the title of the group in the toolbox."""
        return QCoreApplication.translate("Group", self.GROUP.value)

    def groupId(self) -> str:
        """Return the identifier of the group."""
        return self.GROUP.name.lower()

    def icon(self) -> QIcon:
        """Return the icon in the toolbox."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """Return the path of the icon, for widgets that scale it."""
        return str(_PLUGIN / "ui" / "icons" / self.ICON)

    def shortHelpString(self) -> str:
        """Return the help text, in the language of QGIS if it is translated; without tags in the shell."""
        text = self._help_file().read_text(encoding="utf-8")
        if QgsApplication.platform() == "qgis_process":  # which shows the first sentence before
            return plain(text).replace(self.shortDescription(), "", 1).strip()
        # Processing draws <b> nearly black, in dark themes too; <strong> keeps the colour of the text.
        return text.replace("<b>", "<strong>").replace("</b>", "</strong>")

    def shortDescription(self) -> str:
        """Return the first sentence of the help text, which the toolbox shows as tool tip."""
        return first_sentence(self._help_file().read_text(encoding="utf-8"))

    def helpUrl(self) -> str:
        """Return the address of the help text for the Help button: a local file, which needs no internet."""
        return QUrl.fromLocalFile(str(self._help_file())).toString()

    def add_choice(  # noqa: PLR0913 - see `add_number`
        self, name: str, title: str, option: OptionName, words: list[str], help_text: str, *, advanced: bool = False
    ) -> None:
        """Declare a choice between words, of which people see the titles of `option`; the first is the default."""
        choice = QgsProcessingParameterEnum(name, title, words, False, words[0], False, True)
        choice.setHelp(help_text)
        shown_by(choice, "Choice", option=option)
        if advanced:
            self.add_as_advanced(choice)
        else:
            self.addParameter(choice)

    def add_number(  # noqa: PLR0913 - QGIS needs all; titles and help texts stay literals for translators.
        self, name: str, title: str, option: Option, help_text: str = "", *, decimals: int = 6, advanced: bool = False
    ) -> None:
        """Declare a number with the limits and the default of an option; advanced ones may be empty."""
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

    def add_switch(self, name: str, title: str, default: bool, help_text: str = "", *, advanced: bool = False) -> None:
        """Declare a switch; optional, so that older graphical models keep working."""
        switch = QgsProcessingParameterBoolean(name, title, default, True)
        switch.setHelp(help_text)
        if advanced:
            self.add_as_advanced(switch)
        else:
            self.addParameter(switch)

    def add_with_help(self, parameter: QgsProcessingParameterDefinition, help_text: str) -> None:
        """Declare a parameter with the help that dialogs show as its tool tip."""
        parameter.setHelp(help_text)
        self.addParameter(parameter)

    def add_as_advanced(self, parameter: QgsProcessingParameterDefinition) -> None:
        """Declare an advanced parameter."""
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Check the parameters before the run; QGIS names a wrong value, but not the reason."""
        values = Values(self, parameters, context)
        try:
            values.check_names()
            values.check()
            self.check(values)
        except (CloudS2MaskError, QgsProcessingException) as error:
            return False, literal(str(error))
        # QGIS refuses an empty value, which means the default here.
        given = {name: value for name, value in parameters.items() if not is_empty(value)}
        fits, reason = super().checkParameterValues(given, context)
        return fits, reason

    def check(self, values: Values) -> None:
        """Raise if a parameter has to be corrected; must be fast."""

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> bool:
        """Read layers and settings on the main thread."""
        with _engine_errors():
            self.read_on_main_thread(Values(self, parameters, context))
        return True

    def read_on_main_thread(self, values: Values) -> None:
        """Keep the needed properties of layers and settings, which only their own thread may read."""

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Run the algorithm."""
        with _engine_errors():
            return self.execute(Values(self, parameters, context), feedback)

    def execute(self, values: Values, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Run the algorithm; errors of the engine reach the user unchanged."""
        raise NotImplementedError

    def check_option(self, name: str, word: str) -> None:
        """Check that a word is an option of a choice.

        Raises:
            QgsProcessingException: it is not; the message lists the options.
        """
        definition = self.parameterDefinition(name)
        if word not in definition.options():
            refuse_option(definition, word)

    def progress(self, feedback: QgsProcessingFeedback) -> Callable[[float], None]:
        """Return a callback for the fraction done, which raises CancelledError after Cancel."""

        def report(fraction: float) -> None:
            if feedback.isCanceled():
                raise CancelledError(self.tr("Cancelled. Unfinished files were removed."))
            feedback.setProgress(100 * fraction)

        return report

    def _help_file(self) -> Path:
        folder = Path(__file__).parent / "help"
        file = folder / QgsApplication.locale()[:2] / f"{self.name()}.html"
        return file if file.exists() else folder / "en" / f"{self.name()}.html"


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, which may be HTML."""
    return re.split(r"(?<=\.)\s", plain(text), maxsplit=1)[0]


def plain(text: str) -> str:
    """Return HTML as text, a line per paragraph or row of a table."""
    return unescape(re.sub(r"<[^>]*>", "", text.replace("</th><th>", ": ").replace("</td><td>", ": "))).strip()


def shown_by(parameter: QgsProcessingParameterDefinition, widget: str, **options: Any) -> None:
    """Let dialogs show a parameter by a class of `widgets`; by its name, because that needs the windows of QGIS."""
    parameter.setMetadata({"widget_wrapper": {"class": f"{__package__}.widgets.{widget}", **options}})


@contextmanager
def _engine_errors() -> Iterator[None]:
    """Turn errors of the engine into QGIS's own; QGIS shows a traceback for any other."""
    try:
        yield
    except CloudS2MaskError as error:
        raise QgsProcessingException(str(error)) from error
