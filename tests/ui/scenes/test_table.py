"""The table of products gives its room to what matters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QStyle

from ....core.errors import ProductError
from ....ui.scenes.model import Column, ProductRow, SceneModel
from ....ui.scenes.table import SceneTable
from ....ui.tables.row_filter import RowQuery

PRODUCT = "S2A_MSIL1C_20170405T102021_N0510_R065_T33UUU_20170405T132021.SAFE"


@pytest.fixture
def table(qgis_app) -> Iterator[SceneTable]:
    """A table of two products that cannot be read, in view."""
    shown = SceneTable(SceneModel())
    shown.show()
    yield shown
    shown.close()


def list_with(table: SceneTable, reason: str) -> None:
    """List two products that cannot be read for a reason."""
    rows = [ProductRow(Path(f"/{day}") / PRODUCT, None, ProductError(reason)) for day in (1, 2)]
    table.model().sourceModel().add(rows)


def widths(table: SceneTable, width: int) -> tuple[int, int]:
    """Return the widths of name and status in a window of a width."""
    table.hide()
    table.resize(width, 300)
    table.show()
    QCoreApplication.processEvents()
    header = table.horizontalHeader()
    assert header.length() == table.viewport().width()
    return header.sectionSize(Column.NAME), header.sectionSize(Column.STATUS)


@pytest.mark.parametrize("width", [900, 1200, 2000])
def test_a_status_has_room_before_the_name(table, width):
    """On a small screen the name is cut, which the other columns repeat, and not what became of a product."""
    list_with(table, "The band file B03.jp2 cannot be read (it is empty): its checksum differs from the manifest.")
    name, status = widths(table, width)
    assert name > 80
    assert name <= table.sizeHintForColumn(Column.NAME) or status >= table.sizeHintForColumn(Column.STATUS)
    assert status >= min(2 * name - 2, 60 * table.fontMetrics().averageCharWidth())


def test_a_name_has_the_room_that_the_status_does_not_need(table, wait):
    """While all products are ready, I read their whole names; later the status has what it needs."""
    list_with(table, "Ready")
    name, status = widths(table, 1200)
    assert name == table.sizeHintForColumn(Column.NAME)
    assert status >= table.sizeHintForColumn(Column.STATUS)
    rows = table.model().sourceModel()
    rows.remove(range(2))
    list_with(table, "A reason that is longer than the room beside a whole name of a product")
    wait(lambda: table.horizontalHeader().sectionSize(Column.NAME) < name)
    assert table.horizontalHeader().sectionSize(Column.STATUS) > status


def test_a_width_of_my_own_stays(table):
    """I make the names wider with the mouse, and a new width of the window does not undo it."""
    list_with(table, "Ready")
    widths(table, 1000)
    table.horizontalHeader().resizeSection(Column.NAME, 123)
    assert widths(table, 1100)[0] == 123


@pytest.mark.parametrize("shares", ["Clear 94 %, cloud 5 %, shadow 10 %", "Wolkenfrei 94 %, Wolke 5 %, Schatten 10 %"])
def test_shares_of_cloud_and_shadow_are_in_view_in_a_window_as_it_opens(table, shares):
    """In every language I read what is clear, cloud and shadow; the parts of clear may need the tool tip."""
    list_with(table, f"{shares} (wolkenfrei umfasst Schnee oder Eis 13 %, Wasser 16 %)")
    _name, status = widths(table, 976)
    icon = table.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
    assert status >= icon + table.fontMetrics().horizontalAdvance(shares) + 2 * table.fontMetrics().averageCharWidth()


def test_products_chosen_on_the_map_are_scrolled_into_view_with_a_filter(table):
    """I click the map where many dates lie; those that the filter hides are not selected, and I see the others."""
    names = [f"S2A_MSIL1C_2024{number:04}" for number in range(300)]
    table.model().sourceModel().add(ProductRow(Path(f"/data/{name}.SAFE"), None) for name in names)
    table.filter.set_query(RowQuery.typed("MSIL1C_202402"))
    table.resize(900, 200)
    table.show()
    table.select([3, 290])
    assert table.selected_rows() == [290]
    (index,) = table.selectionModel().selectedRows()
    assert table.viewport().rect().contains(table.visualRect(index).center())
