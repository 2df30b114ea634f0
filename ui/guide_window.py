"""Show the user guide in its own window, without a network."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QImage, QKeySequence
from qgis.PyQt.QtWidgets import QDialog, QShortcut, QTextBrowser, QVBoxLayout, QWidget

from .widgets import fit_to_screen

_FOLDER = Path(__file__).resolve().parents[1] / "docs"
_PICTURES = {".png", ".jpg", ".svg"}


def open_on_f1(window: QWidget) -> None:
    """Let F1 open the guide from a window."""
    QShortcut(QKeySequence(Qt.Key.Key_F1), window).activated.connect(lambda: show_guide(window))


def show_guide(window: QWidget) -> None:
    """Open the guide above a window, or bring it to the front.

    Each window has a guide of its own, because one that blocks the others would block a common guide too.
    """
    guide = window.findChild(GuideWindow, options=Qt.FindChildOption.FindDirectChildrenOnly) or GuideWindow(window)
    guide.show()
    guide.raise_()
    guide.activateWindow()


class GuideWindow(QDialog):
    """A window with the guide; links to web pages open the browser."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("GuideWindow")
        self.setWindowTitle(self.tr("Cloud masks for Sentinel-2: guide"))
        self.setWindowFlag(Qt.WindowType.WindowMinMaxButtonsHint)
        self.resize(860, 720)
        fit_to_screen(self)
        margin = self.fontMetrics().height()
        self.text = _Pages(self.width() - 4 * margin, self)
        self.text.setSource(QUrl.fromLocalFile(str(_guide_file())))
        self.text.document().setDocumentMargin(margin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)


class _Pages(QTextBrowser):
    """Markdown pages with pictures that are at most as wide as given, in logical pixels."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self.setOpenExternalLinks(True)
        self.sourceChanged.connect(self._show_chapter)

    def loadResource(self, kind: int, name: QUrl) -> Any:
        """Load a page or a picture; called by Qt."""
        if Path(name.path()).suffix not in _PICTURES:
            return super().loadResource(kind, name)
        picture = QImage(self.source().resolved(name).toLocalFile())
        if picture.isNull():  # missing, or a format that this Qt does not read
            return super().loadResource(kind, name)
        width = min(picture.width(), self._width)
        sharp = min(picture.width(), round(width * self.devicePixelRatioF()))
        scaled = picture.scaledToWidth(sharp, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(sharp / width)
        return scaled

    def _show_chapter(self, source: QUrl) -> None:
        """Scroll to the heading that a link names, which Qt does not find in Markdown."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and _anchor(block.text()) == source.fragment():
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top))
                return
            block = block.next()


def _guide_file() -> Path:
    """Return the path of the guide in the language of QGIS, otherwise in English."""
    file = _FOLDER / f"guide.{QgsApplication.locale()[:2]}.md"
    return file if file.exists() else _FOLDER / "guide.md"


def _anchor(heading: str) -> str:
    """Convert a heading to its anchor, as web sites that show Markdown do."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
