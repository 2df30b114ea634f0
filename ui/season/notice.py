"""Tell in a line of the season's panel how work has ended."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QAbstractButton, QLabel, QWidget

from ...core.html_page import as_html
from ..widgets import open_folder

if TYPE_CHECKING:
    from qgis.gui import QgisInterface


class Notice(QObject):
    """A line with links; if its window is closed, the message bar tells it too.

    Args:
        line: The frame with the labels `notice_icon` and `notice_text` and the button `hide_notice`.
        iface: The interface of QGIS.
    """

    def __init__(self, line: QWidget, iface: QgisInterface) -> None:
        super().__init__(line)
        self._line, self._iface = line, iface
        self._icon, self._text = (line.findChild(QLabel, name) for name in ("notice_icon", "notice_text"))
        self._text.linkActivated.connect(self._open)
        line.findChild(QAbstractButton, "hide_notice").clicked.connect(self.hide)
        self.hide()

    def hide(self) -> None:
        """Hide the line."""
        self._line.hide()

    def tell(self, text: str) -> None:
        """Show a fact."""
        self._show(as_html(text), "/mIconInfo.svg")

    def warn(self, text: str) -> None:
        """Show the reason of a failure."""
        self._show(as_html(text), "/mIconWarning.svg")

    def tell_written(self, path: Path) -> None:
        """Show that a file was written, with links to it and its folder."""
        text = self.tr("Written: {file} in {folder}")
        text = text.format(file=_link(path, path.name), folder=_link(path.parent, str(path.parent)))
        self._show(text, "/mIconSuccess.svg")

    def _show(self, text: str, icon: str) -> None:
        size = self._text.fontMetrics().height()
        self._icon.setPixmap(QgsApplication.getThemeIcon(icon).pixmap(size, size))
        self._text.setText(text)
        self._line.show()
        if not self._line.isVisible():
            self._iface.messageBar().pushMessage(self.tr("Season"), text)

    def _open(self, link: str) -> None:
        """Open a file with its program, or a folder in the file manager."""
        path = Path(QUrl(link).toLocalFile())
        if path.is_dir() or not QDesktopServices.openUrl(QUrl(link)):
            open_folder(self._line, path)  # which says if it cannot be opened


def _link(path: Path, text: str) -> str:
    return f'<a href="{as_html(QUrl.fromLocalFile(str(path)).toString())}">{as_html(text)}</a>'
