"""Tests of the size of the window, and of the help that its controls give."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QPoint, QRect
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QProgressBar,
    QScrollArea,
)

from .conftest import FLAT


def wait_for_layout() -> None:
    """Let windows lay out what has changed."""
    for _time in range(5):
        QCoreApplication.processEvents()


@pytest.mark.parametrize("area", ["whole", "drawn", "features"])
@pytest.mark.parametrize("collapsed", [True, False])
def test_the_window_fits_a_small_screen_with_long_paths(dialog, fill, make_product, tmp_path, collapsed, area):
    """On 800 x 500 pixels and with long paths, every button is in the window, and the options can be scrolled to."""
    deep = tmp_path.joinpath(*["a folder with quite a long name for a folder of scenes"] * 3)
    fill(make_product(FLAT, folder=deep))
    dialog.options.output_folder.setFilePath(str(deep / "masks of this season"))
    dialog.options.advanced.setCollapsed(collapsed)
    dialog.area.source.setCurrentIndex(dialog.area.source.findData(area))
    QCoreApplication.processEvents()
    assert dialog.minimumSizeHint().width() <= 780
    assert dialog.minimumSizeHint().height() <= 400
    dialog.resize(dialog.minimumSizeHint())
    QCoreApplication.processEvents()
    inside = dialog.rect()
    for widget in (dialog.run, dialog.cancel, dialog.close_button, dialog.help, dialog.add_zips, dialog.message):
        assert inside.contains(widget.mapTo(dialog, widget.rect().bottomRight()))
    scrolled = next(area for area in dialog.findChildren(QScrollArea) if area.widget() is dialog.options)
    for widget in (dialog.options.resolution_10, dialog.options.model, dialog.options.device):
        scrolled.ensureWidgetVisible(widget)
        shown = scrolled.viewport().rect()
        assert shown.contains(widget.mapTo(scrolled.viewport(), widget.rect().center()))
    assert scrolled.horizontalScrollBar().maximum() == 0


def test_the_options_do_not_scroll_where_there_is_room(dialog):
    """In a window of the usual size all options are in view, also the advanced ones."""
    for collapsed in (False, True, False):
        dialog.options.advanced.setCollapsed(collapsed)
        dialog.resize(1000, 640)
        for _time in range(3):
            QCoreApplication.processEvents()
        scrolled = next(area for area in dialog.findChildren(QScrollArea) if area.widget() is dialog.options)
        assert scrolled.verticalScrollBar().maximum() == 0


def test_the_window_grows_for_the_advanced_options(dialog):
    """I open them and still see as much of the list; I close them, and the window has its former height."""
    dialog.options.advanced.setCollapsed(True)
    dialog.resize(1000, 600)
    QCoreApplication.processEvents()
    height, rows = dialog.height(), dialog.table.height()
    dialog.options.advanced.setCollapsed(False)
    wait_for_layout()
    scrolled = next(area for area in dialog.findChildren(QScrollArea) if area.widget() is dialog.options)
    assert scrolled.verticalScrollBar().maximum() == 0
    assert dialog.height() > height
    assert abs(dialog.table.height() - rows) < 10
    assert dialog.screen().availableGeometry().contains(dialog.frameGeometry())
    dialog.options.advanced.setCollapsed(True)
    wait_for_layout()
    assert dialog.height() == height


def test_every_option_has_a_tool_tip(dialog):
    """The tool tip of an option tells me its effect."""
    options = dialog.options
    names = ["resolution_20", "resolution_10", "resolution_other", "output_folder", "model", "device"]
    names += ["buffer", "compression", "patch_size", "patch_overlap", "placement"]
    names += ["overwrite", "keep_vrt", "qml_files", "only_clear", "least_clear"]
    assert [name for name in names if not getattr(options, name).toolTip()] == []


def test_the_tab_key_goes_from_top_to_bottom(dialog):
    """I reach every control with the Tab key, in reading order."""
    names = ("add_folders", "remove", "table", "resolution_20", "source", "polygon", "model", "advanced", "run", "help")
    parts = (dialog, dialog.options, dialog.area)
    wanted = [next(getattr(part, name) for part in parts if hasattr(part, name)) for name in names]
    reached, widget = [], dialog.add_folders
    while widget not in reached:
        reached.append(widget)
        widget = widget.nextInFocusChain()
    assert [widget for widget in reached if widget in wanted] == wanted


def test_every_control_explains_itself(dialog):
    """Shift+F1 or the tool tip explains every control."""
    kinds = (QAbstractButton, QComboBox, QAbstractSpinBox, QProgressBar)
    # Widgets named in a .ui file; others are parts of Qt's and QGIS's own widgets.
    places = (dialog, dialog.options, dialog.area)
    own = [widget for place in places for widget in vars(place).values() if isinstance(widget, kinds)]
    assert len(own) > 15
    silent = [widget.objectName() for widget in own if not widget.whatsThis() and not widget.toolTip()]
    assert silent == []


def test_the_guide_opens_from_the_window(dialog):
    """I press Help and read the guide, without a network."""
    dialog.help.click()
    guide = dialog.findChild(QDialog, "GuideWindow")
    assert guide.isVisible()
    assert "Cloud masks" in guide.text.toPlainText()
    guide.close()


def test_the_window_makes_way_for_the_map_while_i_select_there(dialog, fill, make_product, iface):
    """The window is low beside the map while the tool is in use, and then as it was, also in the next session."""
    fill(make_product(FLAT))
    QCoreApplication.processEvents()
    before, canvas = dialog.geometry(), iface.mapCanvas()
    dialog.pick.click()
    assert dialog.geometry() != before
    seen = QRect(canvas.mapToGlobal(QPoint(0, 0)), canvas.size())
    covered = dialog.frameGeometry() & seen
    assert covered.width() * covered.height() < 0.75 * seen.width() * seen.height()
    dialog.pick.click()
    assert dialog.geometry() == before
    dialog.pick.click()
    dialog.reject()
    assert dialog.geometry() == before


def test_a_window_that_i_have_moved_meanwhile_stays(dialog, fill, make_product):
    """I place the window myself while I select on the map."""
    fill(make_product(FLAT))
    dialog.pick.click()
    dialog.move(10, 20)
    QCoreApplication.processEvents()
    mine = dialog.geometry()
    dialog.pick.click()
    assert dialog.geometry() == mine


def test_a_new_window_leaves_the_layers_and_most_of_the_map_free(dialog):
    """In the first session it is in the lower right corner of the screen."""
    screen = dialog.screen().availableGeometry()
    assert screen.right() - dialog.geometry().right() < 40
    assert screen.bottom() - dialog.geometry().bottom() < 80


def test_the_window_is_where_it_was_after_a_look_at_the_advanced_options(dialog):
    """At the lower edge of the screen it grows upwards, and then shrinks to its place."""
    dialog.options.advanced.setCollapsed(True)
    wait_for_layout()
    before = dialog.geometry()
    dialog.options.advanced.setCollapsed(False)
    wait_for_layout()
    assert dialog.height() > before.height()
    assert dialog.screen().availableGeometry().contains(dialog.geometry())
    dialog.options.advanced.setCollapsed(True)
    wait_for_layout()
    assert dialog.geometry() == before
