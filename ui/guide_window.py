"""The user guide, in a window of its own: it is there without a network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

GUIDE = Path(__file__).resolve().parents[1] / "docs" / "guide.md"
_PICTURES = {".png", ".jpg"}
_PICTURE_WIDTH = 760


class GuideWindow(QDialog):
    """Shows the guide; links within it work, those to elsewhere open the browser."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("GuideWindow")
        self.setWindowTitle(self.tr("Cloud masks for Sentinel-2: guide"))
        self.setWindowFlag(Qt.WindowType.WindowMinMaxButtonsHint)
        self.text = _Pages(self)
        self.text.setSource(QUrl.fromLocalFile(str(GUIDE)))
        self.text.document().setDocumentMargin(self.fontMetrics().height())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        self.resize(860, 720)


class _Pages(QTextBrowser):
    """Pages of Markdown, whose pictures are made to fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenExternalLinks(True)

    def loadResource(self, kind: int, name: QUrl) -> Any:
        """A page or a picture; called by Qt."""
        if Path(name.path()).suffix not in _PICTURES:
            return super().loadResource(kind, name)
        picture = QImage(self.source().resolved(name).toLocalFile())
        width = min(picture.width(), _PICTURE_WIDTH)
        return picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
