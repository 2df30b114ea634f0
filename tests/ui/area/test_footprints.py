"""The listed products on the map: their outlines, and the map that moves to them for drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem, QgsMapToolPan, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QColor, QHelpEvent, QImage, QPainter
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel, QStackedWidget, QToolButton, QToolTip, QWidget

from ....core.addresses.location import parse
from ....core.errors import MaskExistsError, ProductError, UnreadableBandError
from ....core.masks.result import SceneOutcome
from ....core.product.product import Product, open_product
from ....ui.area.footprints import outline
from ....ui.area.panel import AreaPanel, AreaSource
from ....ui.scenes.model import Mark, ProductRow, SceneModel
from ....ui.scenes.table import SceneTable
from ....ui.tables.row_filter import RowQuery
from ..conftest import FLAT, LEFT, TOP
from .test_panel import drag, press_escape

UTM33, DEGREES = QgsCoordinateReferenceSystem("EPSG:32633"), QgsCoordinateReferenceSystem("EPSG:4326")


@pytest.fixture
def scenes() -> SceneModel:
    """An empty list."""
    return SceneModel()


@pytest.fixture
def table(scenes) -> Iterator[SceneTable]:
    """The table of the list."""
    made = SceneTable(scenes)
    yield made
    made.deleteLater()


@pytest.fixture
def pick_button() -> Iterator[QToolButton]:
    """The button of the tool that selects on the map."""
    made = QToolButton()
    made.setCheckable(True)
    yield made
    made.deleteLater()


@pytest.fixture
def panel(iface, canvas, scenes, table, pick_button) -> Iterator[AreaPanel]:
    """The panel of the list, in its own window."""
    window = QWidget()
    made = AreaPanel(iface, window)
    made.follow(scenes, table, pick_button)
    window.show()
    yield made
    made.shut_down()
    window.deleteLater()


@pytest.fixture
def add(make_product, scenes) -> Callable[..., Product]:
    """List a product of 12 km on a side, that many kilometres east of the corner of the map."""

    def listed(east: float = 0, **options: object) -> Product:
        options = {"origin": (LEFT + 1000 * east, TOP), "tile": f"T33U{chr(65 + int(east) % 8)}A", **options}
        product = open_product(make_product(FLAT, metres=12000, **options))
        scenes.add([ProductRow(product.path, product)])
        return product

    return listed


@pytest.fixture
def welcome(iface, canvas) -> QStackedWidget:
    """The canvas below a welcome page, as in QGIS before a project is opened."""
    stack = QStackedWidget()
    iface.window.takeCentralWidget()
    stack.addWidget(canvas)
    stack.addWidget(QLabel("Recent projects"))
    iface.window.setCentralWidget(stack)
    stack.setCurrentIndex(1)
    canvas.setDestinationCrs(DEGREES)
    canvas.setExtent(QgsRectangle(-180, -90, 180, 90))
    QCoreApplication.processEvents()
    return stack


def drawn(
    panel: AreaPanel, *, selected: bool = False, mark: Mark | None = None, settled: bool = True
) -> list[QgsRectangle]:
    """Bounding boxes of the outlines on the map, from west to east, in the CRS of the canvas."""
    footprints = panel._footprints
    if settled:
        footprints.settle()
    bands = [footprints._selected_band] if selected else [footprints._bands[one] for one in ([mark] if mark else Mark)]
    shown = [band for band in bands if band.numberOfVertices()]
    boxes = [part.boundingBox() for band in shown for part in band.asGeometry().asGeometryCollection()]
    return sorted(boxes, key=QgsRectangle.xMinimum)


def test_listed_products_are_outlined_on_the_map(panel, add, scenes):
    """I add products and see where they lie; one that I remove is gone, one over another of the same place is shown."""
    assert drawn(panel) == []
    add()
    add(30)
    boxes = drawn(panel)
    assert [round(box.xMinimum() - LEFT, -2) for box in boxes] == [0, 30000]
    for box in boxes:
        assert (box.width(), box.height()) == pytest.approx((12000, 12000), rel=0.01)
        assert box.yMaximum() == pytest.approx(TOP, abs=100)
    scenes.remove([0])
    assert [round(box.xMinimum() - LEFT, -2) for box in drawn(panel)] == [30000]


def test_rows_that_are_no_products_have_no_outline(panel, scenes):
    """A folder without a product is listed with its fault, and nothing is drawn."""
    scenes.add([ProductRow(Path("holiday.SAFE"), None, ProductError("no product"))])
    assert drawn(panel) == []


def test_selected_products_are_emphasised(panel, add, table):
    """I select a row and see which outline it is; thicker, and of another colour."""
    add()
    add(30)
    table.selectRow(1)
    assert [round(box.xMinimum() - LEFT, -2) for box in drawn(panel, selected=True)] == [30000]
    assert len(drawn(panel)) == 2
    listed, selected = panel._footprints._bands[Mark.READY], panel._footprints._selected_band
    assert selected.width() > listed.width()
    colours = {band.strokeColor().name() for band in (listed, selected, panel._band)}
    assert len(colours) == 3
    table.clearSelection()
    assert drawn(panel, selected=True) == []


def test_the_outlines_follow_the_projection_of_the_map(panel, add, canvas):
    """I change the projection, and the outlines stay over their places."""
    add()
    drawn(panel)
    canvas.setDestinationCrs(DEGREES)
    (box,) = drawn(panel)
    assert box.contains(QgsPointXY(12.1, 53.15))
    assert box.width() < 0.3


def test_the_outlines_are_gone_with_the_window(panel, add):
    """I close the window: the map is mine again; I open it: the outlines are back."""
    add()
    assert len(drawn(panel)) == 1
    panel.window().hide()
    assert drawn(panel) == []
    panel.window().show()
    assert len(drawn(panel)) == 1


def test_the_outlines_stay_while_i_draw(panel, add, canvas, wait):
    """The window hides for the drawing; the outlines show where to draw, until I close the window."""
    add()
    panel.rectangle.click()
    assert not panel.isVisible()
    assert len(drawn(panel)) == 1
    press_escape(canvas)
    wait(panel.isVisible, seconds=5)
    assert len(drawn(panel)) == 1
    panel.window().hide()
    assert drawn(panel) == []


def test_unloading_removes_the_outlines(panel, add, canvas):
    """After the plugin is unloaded, no outline is left on the map, and changes of the map cause no error."""
    add()
    panel.shut_down()
    panel.shut_down()
    canvas.setDestinationCrs(DEGREES)
    QCoreApplication.processEvents()
    assert not any(isinstance(item, QgsRubberBand) for item in canvas.scene().items())


def test_no_item_that_left_the_map_waits_for_the_garbage_collector(iface, canvas, scenes, table, pick_button, add):
    """Python may collect its garbage in any thread, so items of the map are deleted where they leave it."""
    add()
    panel = AreaPanel(iface)
    panel.follow(scenes, table, pick_button)
    panel.show()
    items = [item for item in canvas.scene().items() if isinstance(item, QgsMapCanvasItem) and sip.ispycreated(item)]
    assert len(items) > 5
    panel.shut_down()
    assert all(sip.isdeleted(item) for item in items)


@pytest.mark.parametrize(("crs", "widest"), [("EPSG:4326", 0.2), ("EPSG:3857", 15000), ("EPSG:32701", 15000)])
def test_an_outline_on_the_antimeridian_is_not_drawn_around_the_world(panel, canvas, add, crs, widest):
    """Both parts of a product on Fiji lie where they belong, in every projection."""
    add(tile="T01KAB", epsg=32701, origin=(174000, 8200000))
    drawn(panel)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    boxes = drawn(panel)
    assert len(boxes) == 2
    assert all(box.width() < widest for box in boxes)


def test_a_footprint_is_cut_along_the_antimeridian():
    """Its parts have the longitudes of maps."""
    ring = ((179.5, -16.0), (181.0, -16.0), (181.0, -17.0), (179.5, -17.0), (179.5, -16.0))
    parts = [part.boundingBox() for part in outline(ring).asGeometryCollection()]
    assert sorted((box.xMinimum(), box.xMaximum()) for box in parts) == [(-180, -179), (179.5, 180)]
    assert outline(()).isNull()


def test_a_product_without_a_footprint_is_left_out(panel, add, scenes):
    """Its metadata lacks the outline: it is listed, nothing is drawn, and no area rules it out."""
    product = add()
    bare = replace(product, path=Path("bare.SAFE"), metadata=replace(product.metadata, footprint=()))
    scenes.remove([0])
    scenes.add([ProductRow(bare.path, bare)])
    assert drawn(panel) == []
    assert not panel.is_outside(bare)


def test_i_draw_in_a_new_project_below_the_welcome_page(panel, add, canvas, welcome, iface, wait):
    """The page makes way for the map, in the products' projection and place, and QGIS asks for no saving."""
    add()
    panel.rectangle.click()
    assert welcome.currentWidget() is canvas
    assert QgsProject.instance().crs() == canvas.mapSettings().destinationCrs() == UTM33
    assert not QgsProject.instance().isDirty()
    assert canvas.extent().contains(drawn(panel)[0])
    assert 12000 <= canvas.extent().height() < 20000
    assert any("Drag a rectangle" in text for text in iface.messages())
    QCoreApplication.processEvents()
    drag(canvas, QPoint(100, 100), QPoint(300, 200))
    wait(panel.isVisible, seconds=5)
    assert panel.why_not_ready() == ""
    assert panel.summary.text().endswith(" km², EPSG:32633")


def test_products_are_seen_as_soon_as_they_are_listed(panel, add, canvas, welcome):
    """In a new project the welcome page makes way, and the map moves on while further products are read."""
    for east in (0, 20):
        add(east)
        boxes = drawn(panel)
        assert welcome.currentWidget() is canvas
        assert canvas.mapSettings().destinationCrs() == QgsProject.instance().crs() == UTM33
        assert all(canvas.extent().contains(box) for box in boxes)
    assert len(boxes) == 2
    assert not QgsProject.instance().isDirty()


def test_a_map_that_i_have_moved_stays_when_products_are_listed(panel, add, scenes, canvas):
    """I zoom to my field while products are read; a new list begins anew."""
    add()
    drawn(panel)
    mine = QgsRectangle(LEFT + 5000, TOP - 6000, LEFT + 6000, TOP - 5000)
    canvas.setExtent(mine)
    mine = canvas.extent()
    add(20)
    drawn(panel)
    assert canvas.extent() == mine
    scenes.remove([0, 1])
    drawn(panel)
    add(40)
    [box] = drawn(panel)
    assert canvas.extent().contains(box)


def test_a_map_with_layers_stays_when_products_are_listed(panel, add, canvas):
    """My project shows what I work on, and the window opens over it."""
    QgsProject.instance().addMapLayer(QgsVectorLayer("Polygon?crs=EPSG:32633", "mine", "memory"))
    canvas.setExtent(QgsRectangle(LEFT - 90000, TOP, LEFT - 80000, TOP + 10000))
    before = canvas.extent()
    add()
    drawn(panel)
    assert canvas.extent() == before


def test_the_map_stays_while_i_draw_and_products_are_read(panel, add, canvas, wait):
    """A product that is listed meanwhile does not move the map under my drawing."""
    add()
    drawn(panel)
    panel.rectangle.click()
    before = canvas.extent()
    add(40)
    drawn(panel)
    assert canvas.extent() == before
    press_escape(canvas)
    wait(panel.isVisible, seconds=5)


def test_the_area_does_not_tint_the_map(panel, add, canvas):
    """Only the edge of the area lies over scenes and masks."""
    add()
    panel._set_drawn(QgsGeometry.fromRect(QgsRectangle(LEFT, TOP - 5000, LEFT + 5000, TOP)))
    assert panel._band.numberOfVertices()
    assert panel._band.fillColor().alpha() == 0
    assert panel._band.strokeColor().alpha() == 255


def test_the_project_of_mine_keeps_its_crs(panel, add, canvas, welcome):
    """A project with a layer keeps its projection; only the map moves to the products."""
    QgsProject.instance().addMapLayer(QgsVectorLayer("Polygon?crs=EPSG:3857", "mine", "memory"))
    QgsProject.instance().setCrs(DEGREES)
    QgsProject.instance().setDirty(True)
    add()
    panel.polygon.click()
    assert QgsProject.instance().crs() == DEGREES
    assert QgsProject.instance().isDirty()
    assert canvas.extent().contains(drawn(panel)[0])
    assert canvas.extent().width() < 2


@pytest.mark.parametrize(("metres", "moves"), [(300, False), (40_000, False), (400_000, True)])
def test_the_map_stays_where_it_shows_the_products(panel, add, canvas, metres, moves):
    """I have zoomed to my field: the map stays; it moves if it shows far too much."""
    add()
    canvas.setExtent(QgsRectangle(LEFT + 5000, TOP - 6000, LEFT + 5000 + metres, TOP - 6000 + metres))
    before = canvas.extent()
    panel.rectangle.click()
    assert (canvas.extent() != before) == moves


def test_the_map_moves_to_products_that_it_does_not_show(panel, add, canvas):
    """The map shows another country: it moves to the products, because nothing else can be masked."""
    add()
    canvas.setExtent(QgsRectangle(LEFT - 90000, TOP, LEFT - 80000, TOP + 10000))
    panel.rectangle.click()
    assert canvas.extent().contains(drawn(panel)[0])


def test_an_area_beside_a_product_rules_it_out_until_it_changes(panel, add, canvas):
    """I move the map, and other products are outside; the size of the area stays shown."""
    here, there = add(0), add(30)
    panel.source.setCurrentIndex(panel.source.findData(AreaSource.CANVAS.value))
    canvas.setExtent(QgsRectangle(LEFT, TOP - 750, LEFT + 1000, TOP))
    panel.settle()
    assert [panel.is_outside(product) for product in (here, there)] == [False, True]
    assert panel.summary.text().endswith(" km², EPSG:32633")
    canvas.setExtent(QgsRectangle(LEFT + 30000, TOP - 750, LEFT + 31000, TOP))
    panel.settle()
    assert [panel.is_outside(product) for product in (here, there)] == [True, False]


def test_nothing_is_drawn_for_rows_that_are_no_products(panel, scenes, add, tmp_path, canvas):
    """I have listed only a folder that is no product: the buttons are grey, also if the map has other layers."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32633", "fields", "memory")
    QgsProject.instance().addMapLayer(layer)
    assert panel.rectangle.isEnabled()
    scenes.add([ProductRow(tmp_path, None, ProductError("no product"))])
    assert not panel.rectangle.isEnabled()
    assert panel.polygon.toolTip().startswith("Add products first")
    add()
    assert panel.rectangle.isEnabled()


def colour(panel: AreaPanel, canvas: QgsMapCanvas, east: float, north: float = -6000) -> QColor:
    """Colour that the pictures and icons have on the map, that many metres from the corner, without the map itself."""
    emblems = panel._footprints._emblems
    picture = QImage(canvas.size(), QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    emblems.paint(painter)
    painter.end()
    return picture.pixelColor(at(canvas, east, north))


def at(canvas: QgsMapCanvas, east: float, north: float = -6000) -> QPoint:
    """Place on the canvas, that many metres from the corner."""
    point = canvas.getCoordinateTransform().transform(LEFT + east, TOP + north)
    return QPoint(round(point.x()), round(point.y()))


def pick(canvas: QgsMapCanvas, east: float, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Click on the map."""
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, modifier, at(canvas, east))


def rest(canvas: QgsMapCanvas, place: QPoint) -> str:
    """Rest the pointer on the map, and return the text of the tip."""
    QToolTip.hideText()
    while QToolTip.text():
        QTest.qWait(20)
    event = QHelpEvent(QEvent.Type.ToolTip, place, canvas.viewport().mapToGlobal(place))
    QApplication.sendEvent(canvas.viewport(), event)
    return QToolTip.text()


@pytest.fixture
def two(panel, add, canvas) -> QgsMapCanvas:
    """The map of two products, 30 km from each other."""
    add()
    add(30)
    canvas.setExtent(QgsRectangle(LEFT - 5000, TOP - 20000, LEFT + 50000, TOP + 5000))
    QCoreApplication.processEvents()
    return canvas


def test_outlines_have_the_marks_of_the_table(panel, two, scenes):
    """A product that is masked, has failed or lies outside has its own line, and the table's icon at its centre."""
    assert len(drawn(panel, mark=Mark.READY)) == 2
    assert colour(panel, two, 36000).alpha() == 0
    there = scenes.scenes()[1].path
    for outcome, mark in (
        (SceneOutcome(there, error=UnreadableBandError("empty")), Mark.FAILED),
        (SceneOutcome(there, error=MaskExistsError("there", differing=("buffer",))), Mark.LEFT_OUT),
    ):
        scenes.start_run([there])
        assert len(drawn(panel, mark=Mark.READY)) == 2
        scenes.set_outcome(outcome)
        scenes.end_run()
        assert [round(box.xMinimum() - LEFT, -2) for box in drawn(panel, mark=mark)] == [30000]
        assert scenes.scenes()[1].mark == mark
        assert colour(panel, two, 36000).alpha() > 0
    scenes.set_rule(lambda _product: "no such band")
    assert len(drawn(panel, mark=Mark.UNUSABLE)) == 2
    assert len({band.strokeColor().name() for band in panel._footprints._bands.values()}) == len(Mark)


def test_icons_stay_in_their_places_on_a_turned_map(panel, two, scenes):
    """I have turned the map, and see at the centre of a product that it has failed."""
    there = scenes.scenes()[1].path
    scenes.start_run([there])
    scenes.set_outcome(SceneOutcome(there, error=UnreadableBandError("empty")))
    two.setRotation(40)
    drawn(panel)
    QCoreApplication.processEvents()
    picture, centre = two.grab().toImage(), at(two, 36000)
    beside = (picture.pixelColor(centre + QPoint(x, y)) for x in (-6, 0, 6) for y in (-6, 0, 6))
    assert any(one != QColor(Qt.GlobalColor.white) for one in beside)


def test_a_click_on_an_outline_selects_its_row(panel, two, table, pick_button):
    """I click a product on the map; Ctrl adds another one or takes it away; beside the products nothing is selected."""
    pick_button.click()
    assert pick_button.isChecked()
    pick(two, 36000)
    assert table.selected_rows() == [1]
    assert len(drawn(panel, selected=True)) == 1
    pick(two, 6000, Qt.KeyboardModifier.ControlModifier)
    assert sorted(table.selected_rows()) == [0, 1]
    pick(two, 36000, Qt.KeyboardModifier.ControlModifier)
    assert table.selected_rows() == [0]
    pick(two, 20000)
    assert table.selected_rows() == []


def test_the_map_shows_the_products_that_the_filter_shows(panel, two, table, pick_button, wait):
    """I filter the list: what is hidden there has no outline and no tip, and cannot be selected on the map."""
    assert len(drawn(panel)) == 2
    table.filter.set_query(RowQuery.typed("T33UAA"))
    wait(lambda: [round(box.xMinimum() - LEFT, -2) for box in drawn(panel, settled=False)] == [0])
    assert rest(two, at(two, 36000)) == ""
    pick_button.click()
    drag(two, at(two, -2000, 2000), at(two, 31000))
    assert table.selected_rows() == [0]
    table.filter.set_query(RowQuery())
    wait(lambda: len(drawn(panel, settled=False)) == 2)
    pick(two, 36000)
    assert table.selected_rows() == [1]


def test_a_filter_draws_the_outlines_once(panel, add, table, wait):
    """I filter a list whose rows are all selected: the ranges that leave the selection are drawn together."""
    for number in range(8):
        add(number)
    table.selectAll()
    assert len(drawn(panel, selected=True)) == 8
    settled: list[object] = []
    panel._footprints.settled.connect(lambda: settled.append(None))
    table.filter.set_query(RowQuery.typed("T33UAA"))
    wait(lambda: len(drawn(panel, selected=True, settled=False)) == 1)
    assert len(settled) == 1


def test_the_map_moves_to_the_products_that_the_filter_shows(panel, two, table, pick_button):
    """I begin to select on a map that shows only what the filter hides: it moves to what the filter shows."""
    two.setExtent(QgsRectangle(LEFT + 29000, TOP - 20000, LEFT + 50000, TOP + 5000))
    table.filter.set_query(RowQuery.typed("T33UAA"))
    pick_button.click()
    [box] = drawn(panel)
    assert two.extent().contains(box)


def test_a_rectangle_selects_the_products_that_it_touches(panel, two, table, pick_button):
    """I drag over the map."""
    pick_button.click()
    drag(two, at(two, -2000, 2000), at(two, 31000))
    assert sorted(table.selected_rows()) == [0, 1]
    drag(two, at(two, 20000), at(two, 31000))
    assert table.selected_rows() == [1]


def test_another_tool_takes_the_place_of_the_selection(panel, two, table, pick_button):
    """The button shows if it is in use, and the window gives the map back when it closes."""
    before = QgsMapToolPan(two)
    two.setMapTool(before)
    pick_button.click()
    two.setMapTool(before)
    assert not pick_button.isChecked()
    pick(two, 36000)
    assert table.selected_rows() == []
    pick_button.click()
    panel.window().hide()
    assert not pick_button.isChecked()
    assert two.mapTool() is before


def test_the_pointer_tells_of_a_product(panel, two, wait):
    """I rest the pointer on an outline: date, tile, state, and a picture as soon as it has been drawn."""
    assert rest(two, at(two, 20000)) == ""
    text = rest(two, at(two, 36000))
    assert "T33UGA (S2A, L1C)" in text
    assert "Ready" in text
    wait(lambda: "data:image/jpeg;base64," in QToolTip.text())
    assert "data:image/jpeg;base64," in rest(two, at(two, 36000))
    panel.window().hide()
    assert rest(two, at(two, 36000)) == ""


def test_dates_over_one_another_are_told_together(panel, two, add):
    """A tip about five dates names the first ones and counts the others."""
    for day in range(1, 5):
        add(sensing_time=datetime(2019, 5, day, 10, 20, 21, tzinfo=timezone.utc))
    text = rest(two, at(two, 6000))
    assert text.count("T33UAA") == 3
    assert "Further products here: 2" in text


def test_the_picture_of_a_selected_product_is_on_the_map(panel, two, table, wait):
    """I select a row and see its clouds in their place; it goes with the selection."""
    assert colour(panel, two, 33000).alpha() == 0
    table.selectRow(1)
    wait(lambda: colour(panel, two, 33000).alpha() == 255)
    shown = colour(panel, two, 33000)
    assert shown.red() == pytest.approx(shown.green(), abs=60)
    assert colour(panel, two, 3000).alpha() == 0
    assert colour(panel, two, 29000).alpha() == 0
    table.clearSelection()
    wait(lambda: colour(panel, two, 33000).alpha() == 0)


def test_products_behind_addresses_are_read_only_when_selected(panel, two, table, scenes, wait):
    """Resting the pointer on a product of the web fetches nothing; selecting it fetches its preview."""
    local = scenes.scenes()[1]
    address = parse("https://example.invalid/one.SAFE")
    scenes.remove([1])
    scenes.add([ProductRow(address, replace(local.product, path=address))])
    assert "Ready" in rest(two, at(two, 36000))
    assert address not in panel._product_map._previews._pictures
    table.selectRow(1)
    wait(lambda: address in panel._product_map._previews._pictures)
