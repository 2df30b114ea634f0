"""Keep the last problem of the session for a bug report; loaded when QGIS starts, so it imports little."""

from __future__ import annotations

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QObject

from ..shared.host import LOG_TAG

_SERIOUS = (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical)


class ProblemLog(QObject):
    """The last problem that the plugin has written to the log panel."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.last = ""
        QgsApplication.messageLog().messageReceived.connect(self._received)

    def _received(self, text: str, tag: str, level: Qgis.MessageLevel) -> None:
        if tag == LOG_TAG and level in _SERIOUS:
            self.last = text
