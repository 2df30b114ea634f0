"""Show what calls for action at the top of the main window, with the button that does it."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QWidget

from .window_state import Notice, Remedy


class NoticeStrip(QObject):
    """The strip of the window; it is hidden while nothing calls for action.

    Args:
        strip: The frame with the labels `strip_icon` and `strip_text`.
        install: Its button that opens the installation.
        replace: Its button that replaces masks.
    """

    def __init__(self, strip: QWidget, install: QPushButton, replace: QPushButton) -> None:
        super().__init__(strip)
        self._strip, self._install, self._replace = strip, install, replace
        icon, self._text = (strip.findChild(QLabel, name) for name in ("strip_icon", "strip_text"))
        size = strip.fontMetrics().height() * 3 // 2
        icon.setPixmap(QgsApplication.getThemeIcon("/mIconWarning.svg").pixmap(size, size))
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.show(None)

    def show(self, notice: Notice | None) -> None:
        """Show a notice, or nothing."""
        remedy = notice.remedy if notice else None
        self._strip.setVisible(notice is not None)
        self._text.setText(notice.text if notice else "")
        self._install.setVisible(remedy in {Remedy.INSTALL, Remedy.WATCH})
        watching = remedy == Remedy.WATCH
        self._install.setText(
            self.tr("Show the installatio&n…") if watching else self.tr("Install missin&g components…")
        )
        self._replace.setVisible(remedy == Remedy.REPLACE)
