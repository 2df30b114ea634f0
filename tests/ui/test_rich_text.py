"""Names and reasons of any file are shown as they are, never as HTML."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from qgis.gui import QgsMessageBarItem
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QTextDocument
from qgis.PyQt.QtWidgets import QLabel, QTextBrowser

from ...core.errors import ProductError
from ...core.settings import MaskSettings, ProductsToFolder
from ...ui.mask_run import MaskRun
from ...ui.scenes.model import Column, ProductRow, SceneModel
from ...ui.shared.rich_text import literal

FORMS = sorted((Path(__file__).resolve().parents[2] / "ui").rglob("*.ui"))
HOSTILE = "<img src=x onerror=alert(1)>&amp;.SAFE"
PICTURE = "\ufffc"
"""The character of a picture in the text of a document."""


def read(text: str) -> str:
    """Return what a person reads in a widget that takes a text for HTML if it looks like it."""
    if not Qt.mightBeRichText(text):
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


@pytest.mark.parametrize(
    "text", [HOSTILE, "R&D", "R&amp;D", "&lt;b&gt;", "a\n<b>b</b>", "<b>two</b>\nlines", "1 < 2", "plain", ""]
)
def test_a_text_is_read_as_it_is(text):
    """Whatever a text looks like, I read the text."""
    assert read(literal(text)) == text


def test_a_tool_tip_of_the_list_shows_the_name(tmp_path):
    """The tool tip of a product shows its path and the reason, not a picture."""
    model = SceneModel()
    path = tmp_path / HOSTILE
    model.add([ProductRow(path, None, error=ProductError("{path} is not a product.", path=path))])
    tip = model.index(0, Column.NAME).data(Qt.ItemDataRole.ToolTipRole)
    assert read(tip) == f"{path}\nIs not a product."


def test_the_message_bar_shows_the_name(iface, tmp_path, wait):
    """The reason of a failed run has the name of the product in it."""
    (tmp_path / HOSTILE).mkdir()
    run = MaskRun(MaskSettings(ProductsToFolder((tmp_path / HOSTILE,), tmp_path), quiet=True), iface)
    run.start()
    wait(lambda: not run.is_running())
    items: list[QgsMessageBarItem] = iface.bar.items()
    [shown] = [browser.toPlainText() for item in items for browser in item.findChildren(QTextBrowser)]
    assert HOSTILE in shown
    assert PICTURE not in shown


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_labels_that_code_fills_are_plain(form):
    """A label without a text of its own shows what code puts into it, literally."""
    labels = [widget for widget in ET.parse(form).iter("widget") if widget.get("class") == QLabel.__name__]
    kinds = {
        label.get("name"): {p.get("name"): p.findtext("enum") for p in label.findall("property")} for label in labels
    }
    free = {name: kind.get("textFormat") for name, kind in kinds.items() if "text" not in kind}
    # pictures, and a sentence with a bold word
    rich = {"strip_icon", "message_icon", "notice_icon", "maps_icon", "state"}
    links = {"mask_dialog": {"message"}, "window": {"notice_text"}}  # code escapes all but their links
    rich |= links.get(form.stem, set())
    assert {name: form for name, form in free.items() if form != "Qt::PlainText"}.keys() <= rich
