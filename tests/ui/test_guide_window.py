"""The guide in its window, in the language of QGIS."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QRect, QSize, Qt, QUrl
from qgis.PyQt.QtGui import QScreen, QTextCursor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QTextBrowser

from ...tools import package
from ...ui.guide_window import GuideWindow

LOCALES = {"docs/guide.md": "en_GB", "docs/guide.de.md": "de_AT", "docs/guide.fr.md": "fr_CA"}
GUIDES = list(LOCALES)


@pytest.fixture
def read(qgis_app, speak) -> Iterator[Callable[[str], GuideWindow]]:
    """Open the guide with QGIS in a language."""
    windows = []

    def open_in(locale: str) -> GuideWindow:
        speak(locale)
        windows.append(GuideWindow())
        windows[-1].show()
        return windows[-1]

    yield open_in
    for window in windows:
        window.close()


@pytest.mark.parametrize("name", GUIDES)
def test_the_guide_speaks_the_language_of_qgis(read, name):
    """In a German or Austrian QGIS I read the guide in German."""
    assert read(LOCALES[name]).text.source().toLocalFile() == str(package.ROOT / name)


def test_a_language_without_a_guide_gets_the_english_one(read):
    """In a Polish QGIS I read the guide in English."""
    assert "Cloud masks for Sentinel-2: the guide" in read("pl").text.toPlainText()


@pytest.mark.parametrize("name", GUIDES)
def test_contents_lead_to_their_chapters(read, name):
    """I click a line of the contents, and its chapter is shown."""
    pages = read(LOCALES[name]).text
    titles = re.findall(r"^- \[(.+)\]\(#.+\)$", (package.ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    assert len(titles) > 10
    for title in titles:
        pages.verticalScrollBar().setValue(0)
        line = _find(pages, title, is_heading=False)
        assert pages.viewport().rect().contains(line)
        QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=line.center())
        assert pages.viewport().rect().contains(_find(pages, title, is_heading=True)), title


def test_pictures_fit_a_small_screen(read, monkeypatch):
    """I scroll down, never to the right."""
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: QSize(640, 480))
    pages = read("en").text
    QCoreApplication.processEvents()
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", (package.ROOT / "docs" / "guide.md").read_text(encoding="utf-8"))
    widths = [pages.loadResource(2, QUrl(name)).width() for name in pictures]
    assert max(widths) <= 600
    assert pages.width() <= 640


def _find(pages: QTextBrowser, text: str, is_heading: bool) -> QRect:
    """Return the position of the end of a heading or line in the window."""
    block = pages.document().begin()
    while block.text() != text or bool(block.blockFormat().headingLevel()) != is_heading:
        block = block.next()
    end = QTextCursor(block)
    end.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    return pages.cursorRect(end).translated(-6, 0)
