"""Every window by keyboard, in every language: accelerators, the Tab key, F1, Esc, and texts that fit."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, QTranslator
from qgis.PyQt.QtGui import QScreen
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QWidget,
)

from ...core.language import use_translator
from ...tools import translations
from ...ui.guide_window import GuideWindow
from ...ui.install.dialog import InstallDialog
from ...ui.install.problem_log import ProblemLog
from ...ui.mask_dialog import MaskDialog
from ...ui.models.form import ModelForm
from ...ui.models.manager import ModelManager

WIDEST, HIGHEST = 800, 470
"""Logical pixels that a window may need: a screen of 1600 x 1000 at 200 %, less the frame."""
NAMES = ("main", "refine", "season", "items", "models", "form", "install")


@pytest.fixture(scope="module")
def compiled(tmp_path_factory) -> Path:
    """The compiled translations."""
    folder = tmp_path_factory.mktemp("i18n")
    for file in translations.FOLDER.glob("*.ts"):
        shutil.copy(file, folder)
    translations.compile_all(folder)
    return folder


@pytest.fixture(params=["en", "de", "fr"])
def language(request, speak, compiled) -> Iterator[str]:
    """The language of the windows."""
    speak(request.param)
    translator = QTranslator()
    if translator.load(str(compiled / f"cloud_s2_mask_{request.param}.qm")):
        QCoreApplication.installTranslator(translator)
        use_translator(partial(QCoreApplication.translate, "Engine"))
    yield request.param
    use_translator(None)
    QCoreApplication.removeTranslator(translator)


@pytest.fixture
def open_window(iface, wait) -> Iterator[Callable[[str], QDialog]]:
    """Open a window by its name, with all of its options unfolded and everything that it reads in the background."""
    owners: list[Any] = []

    def main() -> MaskDialog:
        made = MaskDialog(iface, iface.mainWindow())
        owners.append(made)
        made.show()
        wait(lambda: made.installation() is not None)
        made.options.advanced.setCollapsed(False)
        made.options.resolution_other.setChecked(True)
        made.options.only_clear.setChecked(True)
        return made

    def refine() -> QDialog:
        options = main().options
        options.choose_model("s2cloudless")
        options.refine.valid_mask.setChecked(True)
        return options.refine

    def season() -> QDialog:
        return main().season_window

    def items() -> QDialog:
        owner = main()
        owner.chooser.open_items()
        assert owner.chooser.items_window
        return owner.chooser.items_window

    def models() -> ModelManager:
        made = ModelManager(iface.mainWindow())
        owners.append(made)
        made.show()
        wait(lambda: made.entries() and not made.is_busy())
        return made

    def form() -> ModelForm:
        return ModelForm("net.onnx", {"id": "net", "title": "net", "band_count": 4, "class_count": 3}, models())

    def install() -> InstallDialog:
        made = InstallDialog(ProblemLog(), iface.mainWindow())
        owners.append(made)
        made.show()
        wait(lambda: made._lacking is not None)
        return made

    makers = {make.__name__: make for make in (main, refine, season, items, models, form, install)}

    def make(name: str) -> QDialog:
        window = makers[name]()
        window.show()
        window.raise_()
        QApplication.setActiveWindow(window)
        wait(window.isActiveWindow)
        return window

    yield make
    for owner in owners:
        owner.shut_down()
        owner.close()
        owner.deleteLater()
    QCoreApplication.processEvents()


def own(window: QWidget, kind: type) -> list[Any]:
    """List the widgets of a kind in a window, without its further windows, QGIS's widgets and Qt's title bars."""
    found = [widget for widget in window.findChildren(kind) if widget.window() is window]
    found = [widget for widget in found if not widget.objectName().startswith("qt_dockwidget")]
    return [widget for widget in found if not _owner(widget).startswith("Qgs")]


def _owner(widget: QWidget) -> str:
    name: str = widget.parentWidget().metaObject().className()
    return "" if name.endswith("GroupBox") else name


def accelerators(window: QWidget) -> list[str]:
    """List the keys that buttons, labels and groups of a window underline."""
    texts = [button.text() for button in own(window, QAbstractButton)]
    texts += [label.text() for label in own(window, QLabel) if label.buddy() is not None]
    texts += [group.title() for group in own(window, QGroupBox)]
    return [key.lower() for text in texts for key in re.findall("&([^& ])", text)]


@pytest.mark.parametrize("name", NAMES)
def test_each_key_is_used_once(open_window, language, name):
    """Alt and an underlined letter lead to one control."""
    keys = accelerators(open_window(name))
    assert {key for key, count in Counter(keys).items() if count > 1} == set()
    assert len(keys) >= 3


def stops(window: QWidget) -> list[QWidget]:
    """List the controls that the Tab key reaches, in its order, from the first one back to it."""
    window.focusNextChild()
    first = QApplication.focusWidget()
    found = [first]
    for _key in range(200):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        if widget is first:
            return found
        if widget is not found[-1]:  # else another link of the same text
            found.append(widget)
    raise AssertionError(f"Tab never returns: {[widget.objectName() for widget in found[-5:]]}")


def place(window: QWidget, widget: QWidget) -> tuple[int, int]:
    """Return the middle of the first line and the left edge of a control in its window."""
    corner = widget.mapTo(window, QPoint(0, 0))
    return corner.y() + min(widget.height(), 2 * window.fontMetrics().height()) // 2, corner.x()


@pytest.mark.parametrize("name", NAMES)
def test_the_tab_key_goes_round_in_reading_order(open_window, name):
    """I reach every control line by line, left to right, and come back to the first."""
    window = open_window(name)
    found = stops(window)
    wanted = [
        widget
        for widget in own(window, QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]
    reached = set(found) | {widget.parentWidget() for widget in found}
    assert [widget.objectName() for widget in wanted if widget not in reached] == []
    places = [place(window, widget) for widget in found]
    start = places.index(min(places))
    places, found = places[start:] + places[:start], found[start:] + found[:start]
    line = window.fontMetrics().height()
    astray = [
        (before.objectName() or before, after.objectName() or after)
        for before, after, (y, x), (next_y, next_x) in zip(found, found[1:], places, places[1:])
        if next_y < y - line or (abs(next_y - y) <= line // 2 and next_x < x)
    ]
    assert astray == []


@pytest.mark.parametrize("name", NAMES)
def test_f1_opens_the_guide_and_esc_closes(open_window, wait, name):
    """I press F1 for help, Esc to close the guide, and Esc again to close the window."""
    window = open_window(name)
    QTest.keyClick(window, Qt.Key.Key_F1)
    wait(lambda: any(child.isVisible() for child in window.findChildren(GuideWindow)))
    (guide,) = window.findChildren(GuideWindow)
    QTest.keyClick(guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


@pytest.mark.parametrize("name", NAMES)
def test_a_window_fits_a_small_screen_with_whole_texts(open_window, wait, language, name):
    """On a small or enlarged screen, no window is cut off, and no button or label loses letters."""
    window = open_window(name)
    QCoreApplication.processEvents()
    assert window.minimumSizeHint().width() <= WIDEST
    assert window.minimumSizeHint().height() <= HIGHEST
    window.resize(window.minimumSizeHint())
    QCoreApplication.processEvents()
    kinds = (QAbstractButton, QAbstractSpinBox, QLabel)
    parts = [part for kind in kinds for part in own(window, kind) if part.isVisible()]
    cut = [part.objectName() or part.text() for part in parts if _is_cut(part)]
    assert cut == []


@pytest.mark.parametrize("name", ["main", "season", "models", "install"])
def test_a_window_is_not_larger_than_its_screen(open_window, monkeypatch, name):
    """At first I see the whole window, also on a small screen."""
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: QSize(800, 500))
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(0, 0, 800, 500))
    window = open_window(name)
    assert window.frameGeometry().width() <= 800
    assert window.frameGeometry().height() <= 500


_OF_QGIS = ("collapseButton", "leConfigMsg", "btnConfigMsgClear")
"""Parts of QGIS's own widgets: beside the title of a group, and shown where an authentication is missing."""


def _is_cut(part: QWidget) -> bool:
    """Return True if a text has less space than it needs; long ones that wrap or may be cut are not counted."""
    if isinstance(part, QLabel) and (
        part.wordWrap() or part.sizePolicy().horizontalPolicy() == part.sizePolicy().Ignored
    ):
        return False
    needed = part.minimumSizeHint() if isinstance(part, (QLabel, QPushButton)) else part.sizeHint()
    return part.width() < needed.width() or part.height() < needed.height()


@pytest.mark.parametrize("name", NAMES)
def test_a_screen_reader_has_a_name_for_everything(open_window, name):
    """Each control, table, progress bar and icon has words: its own, those of its label, or a name for readers."""
    window = open_window(name)
    labelled = {label.buddy() for label in own(window, QLabel) if label.buddy() is not None}
    icons = [label for label in own(window, QLabel) if label.pixmap() and not label.pixmap().isNull()]
    nameless = [icon.objectName() for icon in icons if not icon.accessibleName()]
    for widget in own(window, QWidget):
        if widget.objectName() in _OF_QGIS:
            continue
        if isinstance(widget, (QLabel, QScrollArea)) or isinstance(widget.parent(), (QAbstractSpinBox, QComboBox)):
            continue
        if not isinstance(widget, QProgressBar) and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        words = widget.text() if isinstance(widget, QAbstractButton) else ""
        words = widget.title() if isinstance(widget, QGroupBox) else words
        if not (widget.accessibleName() or widget in labelled or re.search("[A-Za-z]", words)):
            nameless.append(widget.objectName() or type(widget).__name__)
    assert not nameless, f"{nameless}"
