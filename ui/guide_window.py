"""The user guide, in a window of its own: it is there without a network."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

GUIDE = Path(__file__).resolve().parents[1] / "docs" / "guide.md"


class GuideWindow(QDialog):
    """Shows the guide; links within it work, those to elsewhere open the browser."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("GuideWindow")
        self.setWindowTitle(self.tr("Cloud masks for Sentinel-2: guide"))
        self.setWindowFlag(Qt.WindowType.WindowMinMaxButtonsHint)
        self.text = QTextBrowser(self)
        self.text.setOpenExternalLinks(True)
        self.text.setSource(QUrl.fromLocalFile(str(GUIDE)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        self.resize(860, 720)
