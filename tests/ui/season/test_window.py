"""The season window: a table and a chart linked to the map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject
from qgis.PyQt.QtCore import QEvent, QItemSelectionModel, QPoint, QPointF, QRect, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel

from ....core.errors import ProductError
from ....core.masks.result import SceneOutcome
from ....ui.guide_window import GuideWindow
from ....ui.season.model import SURFACE_COLUMNS, Column
from ....ui.season.window import SeasonWindow
from ....ui.shared.layer_tree import add_layers, mask_layer
from ....ui.shared.layers import open_layers
from ...season import cloudy, failed, kept, masked, result_of
from .conftest import column, told

UTM = QgsCoordinateReferenceSystem("EPSG:32633")


ROWS = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


def add(*outcomes: SceneOutcome) -> None:
    """Add scenes to the map, as a run does."""
    for outcome in outcomes:
        result = result_of(outcome)
        add_layers(QgsProject.instance(), result, open_layers(result))


def visible() -> set[str]:
    """Return the dates of the checked groups in the layer tree."""
    (run,) = QgsProject.instance().layerTreeRoot().findGroups()
    return {scene.name()[5:10].replace("-", "") for scene in run.findGroups() if scene.isVisible()}


def test_the_table_reads_from_spring_to_autumn_and_sorts_by_number(window):
    """I see dates in order, and a click on a header sorts shares as numbers."""
    assert column(window, Column.DATE) == ["-", "2024-04-03", "2024-04-08", "2024-04-08", "2024-04-13"]
    window.table.sortByColumn(Column.CLEAR, Qt.SortOrder.DescendingOrder)
    assert column(window, Column.CLEAR) == ["95.0", "90.0", "60.0", "10.0", "-"]
    assert column(window, Column.VALID)[0] == "100.0"
    assert column(window, Column.TILE)[:2] == ["T33UUU", "T33UVU"]
    assert window.summary.text() == "Scenes masked: 4, in map: 0, failed: 1"


def test_snow_and_water_have_columns_only_if_a_mask_has_them(window, tmp_path):
    """A season of other models has the columns that it always had; with snow they are beside the clear share."""
    assert all(window.table.isColumnHidden(number) for number in SURFACE_COLUMNS)
    mask = np.array([[0, 4, 5, 5], [0, 1, 1, 3]])
    window.add(masked(tmp_path / "masks", 20, mask, classes=("clear", "thick_cloud", "shadow", "snow", "water")))
    window.settle()
    header, model = window.table.horizontalHeader(), window.table.model()
    shown = [header.logicalIndex(place) for place in range(model.columnCount())]
    titles = [model.headerData(number, Qt.Orientation.Horizontal) for number in shown]
    assert titles[:6] == ["Date", "Tile", "Clear %", "Snow or ice %", "Water %", "Cloud %"]
    assert not any(window.table.isColumnHidden(number) for number in SURFACE_COLUMNS)
    row = model.rowCount() - 1
    assert [model.index(row, number).data() for number in shown[2:7]] == ["62.5", "12.5", "25.0", "25.0", "12.5"]
    assert [model.index(1, number).data() for number in SURFACE_COLUMNS] == ["-", "-"]
    for number in SURFACE_COLUMNS:
        window.table.sortByColumn(number, Qt.SortOrder.DescendingOrder)
        assert model.index(0, Column.CLEAR).data() == "62.5"
    window.clear()
    assert all(window.table.isColumnHidden(number) for number in SURFACE_COLUMNS)


def test_a_failed_product_shows_the_reason(window, tmp_path):
    """The row of a broken product shows the reason, and after it the path."""
    path = tmp_path / "S2A_NO_GRANULE.SAFE"
    error = ProductError("{path} has no granule. Download the product again.", path=path)
    window.add(SceneOutcome(path, error=error))
    window.settle()
    window.select(path.name)
    index = window.table.selectionModel().selectedRows()[0]
    assert index.data(Qt.ItemDataRole.ToolTipRole) == f"Has no granule. Download the product again.\n{path}"
    assert not window.add_to_map.isEnabled()
    assert window.add_to_map.toolTip() == "Select a scene that has a mask"


def test_a_failed_product_is_known_by_its_name(window):
    """The row of a product without a mask stands at its date and tile; the chart has no bar for it."""
    window.add(failed("S2A_MSIL1C_20240410T102021_N0510_R065_T33UVU_20240410T132021.SAFE"))
    window.settle()
    assert column(window, Column.DATE) == ["-", "2024-04-03", "2024-04-08", "2024-04-08", "2024-04-10", "2024-04-13"]
    assert (column(window, Column.TILE)[4], column(window, Column.STATE)[4]) == ("T33UVU", "Failed")
    assert len(window.chart.chart().bars) == 4


def test_a_mask_that_was_not_replaced_is_no_failure(window, season):
    """A mask with another buffer is counted as in the main window, with date, tile and level, without a red icon."""
    window.rows.clear()
    for outcome in (season[0], kept(season[1]), failed("S2A_MSIL2A_20240420T101559_N0510_R065_T33UVU_X.SAFE")):
        window.add(outcome)
    window.settle()
    assert column(window, Column.DATE) == ["2024-04-03", "2024-04-13", "2024-04-20"]
    assert column(window, Column.TILE) == ["T33UUU", "T33UUU", "T33UVU"]
    assert column(window, Column.LEVEL) == ["L1C", "L1C", "L2A"]
    assert column(window, Column.STATE) == ["Not replaced", "No", "Failed"]
    model = window.table.model()
    icons = [model.index(row, Column.STATE).data(Qt.ItemDataRole.DecorationRole) for row in range(3)]
    assert [icon is None for icon in icons] == [True, True, False]
    assert "A mask with other settings (buffer) exists" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert window.summary.text() == "Scenes masked: 1, in map: 0, not replaced: 1, failed: 1"
    assert [bar.scene.product for bar in window.chart.chart().bars] == [result_of(season[0]).acquisition.name]


def test_selecting_a_row_shows_its_scene_on_the_map(window, season, iface):
    """A click on a row zooms to the scene, makes its mask the active layer, and hides the others."""
    add(*(outcome for outcome in season if outcome.result))
    iface.canvas.setDestinationCrs(UTM)
    assert visible() == {"0403", "0408", "0413"}
    window.select(result_of(season[1]).acquisition.name)
    assert visible() == {"0403"}
    assert iface.active == mask_layer(QgsProject.instance(), result_of(season[1]))
    extent = iface.canvas.extent()
    assert extent.contains(iface.active.extent())
    assert extent.height() < 1.2 * iface.active.extent().height()
    window.select(result_of(season[0]).acquisition.name)
    assert visible() == {"0413"}
    window.only.setChecked(False)
    assert visible() == {"0403", "0408", "0413"}


@pytest.mark.parametrize("leave", ["deselect", "close", "hide", "switch off", "filter", "clear"])
def test_scenes_that_were_hidden_are_shown_again(window, season, leave, wait):
    """When I leave the selected scene, the map is as before: only the scene that I had hidden myself is hidden."""
    add(*(outcome for outcome in season if outcome.result))
    tree = QgsProject.instance().layerTreeRoot()
    tree.findLayer(mask_layer(QgsProject.instance(), result_of(season[0]))).parent().setItemVisibilityChecked(False)
    assert visible() == {"0403", "0408"}
    window.select(result_of(season[1]).acquisition.name)
    assert visible() == {"0403"}
    leaving: dict[str, Callable[[], Any]] = {
        "deselect": window.table.clearSelection,
        "close": window.close,
        "hide": window.hide,
        "switch off": lambda: window.only.setChecked(False),
        "filter": lambda: window.filter.search.setText("2024-04-08"),
        "clear": window.clear,
    }
    leaving[leave]()
    wait(lambda: not window.selected() or leave == "switch off")
    assert visible() == {"0403", "0408"}


def test_dates_can_be_compared_at_one_place(window, season, iface):
    """Without zoom, the map keeps its extent while I go through the dates."""
    add(*(outcome for outcome in season if outcome.result))
    iface.canvas.setDestinationCrs(UTM)
    window.zoom.setChecked(False)
    before = iface.canvas.extent()
    window.select(result_of(season[0]).acquisition.name)
    assert iface.canvas.extent() == before
    assert visible() == {"0413"}


def test_a_scene_that_is_not_on_the_map_can_be_added(window, season, wait):
    """The table lists scenes that were too cloudy for the map, and one click adds one."""
    add(season[1])
    wait(lambda: "in map: 1" in window.summary.text())
    assert column(window, Column.STATE).count("Yes") == 1
    window.select(result_of(season[1]).acquisition.name)
    assert window.add_to_map.toolTip() == "The selected scenes are in the map"
    window.select(result_of(season[0]).acquisition.name)
    assert window.add_to_map.isEnabled()
    assert visible() == {"0403"}  # the selected one is not on the map yet, so nothing is hidden
    window.add_to_map.click()
    wait(lambda: mask_layer(QgsProject.instance(), result_of(season[0])))
    assert column(window, Column.STATE).count("Yes") == 2
    added: Any = mask_layer(QgsProject.instance(), result_of(season[0]))
    assert added.renderer().type() == "paletted"
    wait(lambda: not window.task.is_running())
    assert visible() == {"0413"}
    QgsProject.instance().clear()
    assert column(window, Column.STATE).count("Yes") == 0


def test_scenes_are_not_added_to_another_project(window, season, wait):
    """I close the project while a mask is opened: the next project does not get it."""
    window.select(result_of(season[0]).acquisition.name)
    window.add_to_map.click()
    QgsProject.instance().clear()
    wait(lambda: not window.task.is_running())
    assert QgsProject.instance().mapLayers() == {}
    window.add_to_map.click()
    wait(lambda: not window.task.is_running())
    assert mask_layer(QgsProject.instance(), result_of(season[0]))


def test_selected_scenes_are_removed_from_the_map(window, season, wait):
    """I remove two scenes from the map; their files and rows stay."""
    add(*(outcome for outcome in season if outcome.result))
    wait(lambda: "in map: 4" in window.summary.text())
    assert not window.remove_from_map.isEnabled()
    for row in (3, 4):
        window.table.selectionModel().select(window.table.model().index(row, 0), ROWS)
    window.remove_from_map.click()
    wait(lambda: "in map: 2" in window.summary.text())
    assert column(window, Column.STATE) == ["Failed", "Yes", "Yes", "No", "No"]
    assert visible() == {"0403", "0408"}
    assert result_of(season[0]).mask_path.exists()
    assert window.remove_from_map.toolTip() == "The selected scenes are not in the map"
    assert window.add_to_map.isEnabled()


def test_a_click_on_a_bar_selects_its_row(window, season):
    """I click the bar of the best date in the chart."""
    bar = next(b for b in window.chart.chart().bars if b.scene.product == result_of(season[3]).acquisition.name)
    point = QPoint(round(bar.left + bar.width / 2), round(bar.bottom - 20))
    QTest.mouseClick(window.chart, Qt.MouseButton.LeftButton, pos=point)
    assert window.selected() == [season[3]]


def test_the_chart_is_painted_in_the_colours_of_the_theme(window):
    """Bars, axis and labels are drawn on the background of the theme, with the selected bar marked."""
    image = window.chart.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    assert window.palette().base().color().name() in colours
    assert len(colours) > 10
    bar = window.chart.chart().bars[0]
    inside = image.pixelColor(round(bar.left + bar.width / 2), round(bar.bottom - 3))
    assert inside.green() > max(inside.red(), inside.blue()), "clear is green"


def test_scenes_that_arrive_together_are_laid_out_once(iface, tmp_path, wait, monkeypatch):
    """The table of a long season is not laid out again for each scene and layer."""
    window = SeasonWindow(iface)
    laid_out: list[int] = []
    monkeypatch.setattr(window.table, "resizeColumnsToContents", lambda: laid_out.append(window.rows.rowCount()))
    outcomes = [masked(tmp_path / "masks", day, cloudy(day)) for day in range(12)]
    for outcome in outcomes:
        window.add(outcome)
        add(outcome)
    assert laid_out == []
    wait(lambda: laid_out)
    assert laid_out == [12]
    assert window.summary.text() == "Scenes masked: 12, in map: 12"
    window.shut_down()
    window.deleteLater()


def test_missing_masks_are_named(window, season, wait):
    """I read which mask file was removed, and no empty group is added."""
    removed = result_of(season[0])
    removed.mask_path.unlink()
    window.table.selectAll()
    window.add_to_map.click()
    wait(lambda: not window.task.is_running())
    wait(lambda: removed.mask_path.name in told(window))
    assert column(window, Column.STATE) == ["Failed", "Yes", "Yes", "Yes", "No, file removed"]
    tip = window.table.model().index(4, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert f"{removed.mask_path} was removed" in tip
    (run,) = QgsProject.instance().layerTreeRoot().findGroups()
    assert [scene.name()[:17] for scene in run.findGroups()] == [
        "2024-04-08 T33UVU",
        "2024-04-08 T33UUU",
        "2024-04-03 T33UUU",
    ]
    QgsProject.instance().clear()
    window.select(result_of(season[1]).acquisition.name)
    window.add_to_map.click()
    wait(lambda: not window.task.is_running())
    assert column(window, Column.STATE) == ["Failed", "Yes", "No", "No", "No, file removed"]


def test_every_disabled_button_is_explained(iface):
    """An empty season cannot be exported, and the buttons explain it."""
    window = SeasonWindow(iface)
    for button in (window.export_csv, window.save_report):
        assert not button.isEnabled()
        assert button.toolTip() == "Mask products first, or open the masks of a folder"
    assert window.open_masks.isEnabled()
    window.set_running(True)
    window.settle()
    assert not window.open_masks.isEnabled()
    assert window.open_masks.toolTip() == "Wait until the run is over"
    window.deleteLater()


def test_the_window_remembers_its_switches(iface, window):
    """Options that I switch off stay off in the next session."""
    window.zoom.setChecked(False)
    window.close()
    other = SeasonWindow(iface)
    assert (other.zoom.isChecked(), other.only.isChecked()) == (False, True)
    other.deleteLater()


@pytest.mark.parametrize(
    ("text", "least", "dates"),
    [
        ("", 0, ["-", "2024-04-03", "2024-04-08", "2024-04-08", "2024-04-13"]),
        ("2024-04-08", 0, ["2024-04-08", "2024-04-08"]),
        (" t33uvu  2024-04 ", 0, ["2024-04-08"]),
        ("BROKEN", 0, ["-"]),
        ("", 60, ["2024-04-03", "2024-04-08", "2024-04-08"]),
        ("uuu", 61, ["2024-04-03"]),
        ("2031", 0, []),
    ],
)
def test_the_season_is_filtered(window, text, least, dates):
    """I see only the dates, tiles and products that I type, and only scenes that are clear enough."""
    window.filter.search.setText(text)
    window.filter.least.setValue(least)
    assert column(window, Column.DATE) == dates
    assert bars(window, least) == [date for date in dates if date != "-"]
    beginning = "" if len(dates) == 5 else f"{len(dates)} of 5 scenes shown. "
    assert window.summary.text() == beginning + "Scenes masked: 4, in map: 0, failed: 1"
    assert (hint(window) != "") == (dates == [])


def bars(window: SeasonWindow, least: int) -> list[str]:
    """Return the dates of the bars that reach the line of the chart; those below it are there too, but pale."""
    svg = window.chart.chart().svg("#000000", (), least)
    shown = window.chart.chart().bars
    below = [bar for bar in shown if bar.scene.clear is not None and bar.scene.clear < least]
    assert svg.count('<g opacity="0.3">') == len(below)
    return sorted(bar.scene.day for bar in shown if bar not in below)


def hint(window: SeasonWindow) -> str:
    """Return the text in the place of the rows."""
    return "".join(label.text() for label in window.table.viewport().findChildren(QLabel) if label.isVisible())


def test_a_filter_lays_a_long_season_out_once(iface, tmp_path, monkeypatch):
    """Filtering many rows draws the chart once, and handles the selected rows once, however many blocks they form."""
    window = SeasonWindow(iface)
    for day in range(40):
        window.add(masked(tmp_path / "masks", day, cloudy(90 * (day % 2))))
    window.settle()
    window.table.selectAll()
    drawn, zoomed, laid_out = [], [], []
    monkeypatch.setattr(window.chart, "set_scenes", lambda scenes: drawn.append(len(list(scenes))))
    monkeypatch.setattr(iface.canvas, "setExtent", lambda *_extent: zoomed.append(True))
    monkeypatch.setattr(window.table, "resizeColumnsToContents", lambda: laid_out.append(True))
    window.filter.least.setValue(50)
    assert (drawn, len(window.selected()), laid_out) == ([40], 20, [])
    assert len(zoomed) == 1
    window.filter.least.setValue(0)
    assert (drawn, len(window.selected()), len(zoomed)) == ([40, 40], 20, 1)
    window.shut_down()
    window.deleteLater()


def test_an_empty_season_says_what_to_do(iface):
    """I open the season before the first run, and read how it gets its scenes."""
    window = SeasonWindow(iface)
    window.show()
    assert "Mask products" in hint(window)
    assert "'Open masks…'" in hint(window)
    assert not window.chart_area.isVisible()
    window.set_running(True)
    window.settle()
    assert "as soon as it is masked" in hint(window)
    window.add(failed())
    window.settle()
    assert hint(window) == ""
    assert window.chart_area.isVisible()
    window.shut_down()
    window.deleteLater()


def test_every_column_is_explained(window):
    """I point at a column's title and read what it is."""
    tips = [window.rows.headerData(number, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) for number in Column]
    assert len(set(tips)) == len(Column)
    assert tips[Column.VALID] == "Share of the area with data"


def test_the_window_remembers_its_size(iface, window):
    """The window opens as large as I left it."""
    window.resize(777, 555)
    window.close()
    other = SeasonWindow(iface)
    assert (other.width(), other.height()) == (777, 555)
    other.deleteLater()


@pytest.mark.parametrize("size", [(1000, 800), (1400, 500)])
def test_the_window_leaves_the_map_visible(iface, canvas, size):
    """Next to or below a part of the map that is still large enough to see a scene; later it opens where I left it."""
    iface.window.setGeometry(100, 100, *size)
    QTest.qWait(100)
    window = SeasonWindow(iface)
    window.bring_forward()
    QTest.qWaitForWindowExposed(window)
    seen = QRect(canvas.mapToGlobal(QPoint(0, 0)), canvas.size())
    covered = seen & window.frameGeometry()
    free = seen.width() * seen.height() - covered.width() * covered.height()
    assert free > 0.3 * seen.width() * seen.height()
    assert window.screen().availableGeometry().contains(window.frameGeometry())
    window.move(20, 30)
    window.close()
    other = SeasonWindow(iface)
    other.bring_forward()
    QTest.qWaitForWindowExposed(other)
    assert (other.x(), other.y()) == (20, 30)
    for one in (window, other):
        one.shut_down()
        one.deleteLater()


def test_a_button_opens_the_guide(window):
    """I need not know that F1 opens it."""
    window.help.click()
    assert window.findChild(GuideWindow).isVisible()


def drag(window: SeasonWindow, start: QPoint, end: QPoint) -> None:
    """Drag the mouse over the chart."""
    QTest.mousePress(window.chart, Qt.MouseButton.LeftButton, pos=start)
    for place in ((start + end) / 2, end):
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(place),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(window.chart, event)
    QTest.mouseRelease(window.chart, Qt.MouseButton.LeftButton, pos=end)


def test_the_line_of_the_chart_is_dragged(window):
    """I pull the line of the upper tile from 0 up to half: the number follows, and cloudier dates leave the table."""
    bar = window.chart.chart().bars[0]
    bottom = round(bar.bottom)
    drag(window, QPoint(70, bottom), QPoint(70, round(bottom - bar.height / 2)))
    assert abs(window.filter.least.value() - 50) <= 1
    assert column(window, Column.CLEAR) == ["95.0", "60.0", "90.0"]
    assert window.summary.text().startswith("3 of 5 scenes shown.")
    height = round(bottom - bar.height * window.filter.least.value() / 100)
    drag(window, QPoint(300, height), QPoint(300, bottom + 40))
    assert window.filter.least.value() == 0


def test_a_click_on_the_line_selects_the_bar_behind_it(window, season):
    """A bar stays clickable where the line crosses it."""
    window.filter.least.setValue(50)
    bar = next(b for b in window.chart.chart().bars if b.scene.product == result_of(season[3]).acquisition.name)
    place = QPoint(round(bar.left + bar.width / 2), round(bar.bottom - bar.height / 2))
    QTest.mouseClick(window.chart, Qt.MouseButton.LeftButton, pos=place)
    assert window.selected() == [season[3]]
    assert window.filter.least.value() == 50


def test_the_line_is_moved_by_keys(window):
    """With the chart in focus, arrows and Page keys move the line, which ends at 0 and 100 %."""
    window.chart.setFocus()
    for key, least in (
        (Qt.Key.Key_PageUp, 10),
        (Qt.Key.Key_Up, 11),
        (Qt.Key.Key_Down, 10),
        (Qt.Key.Key_PageDown, 0),
        (Qt.Key.Key_Down, 0),
        (Qt.Key.Key_Home, 100),
        (Qt.Key.Key_Up, 100),
        (Qt.Key.Key_End, 0),
    ):
        QTest.keyClick(window.chart, key)
        assert window.filter.least.value() == least
    assert window.chart.accessibleDescription() == "0 %"


def test_all_dates_above_the_line_are_selected_at_once(window, season):
    """The button names the threshold, and selects the masks that reach it."""
    window.select_shown.click()
    assert len(window.selected()) == 4, "the failed product has no mask"
    window.filter.least.setValue(60)
    assert window.select_shown.text() == "Select at least 60 % clear"
    window.table.clearSelection()
    window.select_shown.click()
    assert {result_of(one).clear_percent for one in window.selected()} == {95.0, 60.0, 90.0}
    window.filter.least.setValue(99)
    assert (window.select_shown.isEnabled(), window.select_shown.toolTip()) == (False, "No scene shown has a mask")


def test_a_low_panel_shows_the_chart_beside_the_table(window):
    """At the lower edge of QGIS's window, table and chart share the width."""
    window.resize(1200, 400)
    QTest.qWait(50)
    assert window.chart_area.mapTo(window, QPoint()).x() > window.table.mapTo(window, QPoint()).x() + 100
    window.resize(900, 620)
    QTest.qWait(50)
    assert window.chart_area.mapTo(window, QPoint()).y() > window.table.mapTo(window, QPoint()).y() + 50


def test_the_panel_is_docked_and_found_again(iface, canvas, season, wait):
    """It is a window at first; I dock it, and it is docked in the next session. Its keys do not disturb QGIS's."""
    iface.window.resize(1200, 900)
    window = SeasonWindow(iface)
    window.add(season[0])
    window.settle()
    window.bring_forward()
    assert window.isFloating()
    window.select(result_of(season[0]).acquisition.name)
    assert "&" in window.add_to_map.text()
    window.setFloating(False)
    QTest.qWait(100)
    assert window.isVisible()
    assert window.selected() == [season[0]], "docking does not end the selection"
    assert iface.window.dockWidgetArea(window) == Qt.DockWidgetArea.BottomDockWidgetArea
    assert "&" not in window.add_to_map.text()
    assert window.help.shortcut().isEmpty()
    QTest.keyClick(window.table, Qt.Key.Key_Escape)
    assert window.isVisible()
    window.shut_down()
    window.deleteLater()
    other = SeasonWindow(iface)
    other.bring_forward()
    assert not other.isFloating()
    other.setFloating(True)
    assert "&" in other.add_to_map.text()
    assert not other.help.shortcut().isEmpty()
    QTest.keyClick(other.table, Qt.Key.Key_Escape)
    wait(lambda: not other.isVisible())
    other.shut_down()
    other.deleteLater()


def test_a_corrected_version_counts(window, season, tmp_path):
    """After a correction by hand, the row, the line and further work are of the new version."""
    result = result_of(season[0])
    newer = tmp_path / "masks" / "newer.tif"
    newer.write_bytes(result.mask_path.read_bytes())
    shares = {"clear": 97.0, "thick_cloud": 3.0, "thin_cloud": 0.0, "shadow": 0.0}
    corrected = replace(result, mask_path=newer, shares=shares, edited=result.acquisition.sensing_time)
    window.count_version(corrected)
    window.settle()
    window.filter.least.setValue(96)
    window.select_shown.click()
    assert [result_of(one) for one in window.selected()] == [corrected]
