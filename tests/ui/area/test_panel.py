"""The area of interest in the window: its source, its description, and the area that reaches the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import rasterio
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapToolPan, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from ....core.areas.polygons import polygons_of_wkb
from ....core.errors import SettingError
from ....core.product.product import open_product
from ....ui.area import panel as area_panel
from ....ui.area.panel import AreaPanel, AreaSource
from ..conftest import FLAT, LEFT, TOP


@pytest.fixture
def panel(iface, canvas) -> Iterator[AreaPanel]:
    """The panel in its own window."""
    window = QWidget()
    made = AreaPanel(iface, window)
    window.show()
    yield made
    made.shut_down()
    window.deleteLater()


def test_an_empty_map_says_what_to_do(qgis_app, iface):
    """In a new project there is no view to search or to mask: a layer is needed first."""
    window = QWidget()
    made = AreaPanel(iface, window)
    with pytest.raises(SettingError, match="layer"):
        made.map_view()
    made.shut_down()
    window.deleteLater()


@pytest.fixture
def fields() -> QgsVectorLayer:
    """A layer with three fields; the second crosses itself, the third has no geometry."""
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:32633", "fields", "memory")
    for corners in (
        [(100, 100), (300, 100), (300, 200), (100, 200)],
        [(500, 100), (700, 300), (700, 100), (500, 300)],
        [],
    ):
        feature = QgsFeature(layer.fields())
        ring = [QgsPointXY(LEFT + x, TOP - y) for x, y in corners]
        feature.setGeometry(QgsGeometry.fromMultiPolygonXY([[ring]]) if ring else QgsGeometry())
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def choose(panel) -> Callable[[AreaSource], None]:
    """Choose a source in the panel."""

    def source(wanted: AreaSource) -> None:
        panel.source.setCurrentIndex(panel.source.findData(wanted.value))

    return source


def polygons(panel: AreaPanel) -> list:
    """Coordinates of the polygons that reach the engine."""
    area = panel.area_of_interest()
    assert area is not None, panel.why_not_ready()
    assert isinstance(area.geometry, bytes)
    return [[ring.tolist() for ring in polygon] for polygon in polygons_of_wkb(area.geometry)]


def bounds(panel: AreaPanel) -> tuple[float, float, float, float]:
    """(left, bottom, right, top) of the area that reaches the engine."""
    points = [point for polygon in polygons(panel) for point in polygon[0]]
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return min(xs), min(ys), max(xs), max(ys)


def test_entire_products_are_masked_unless_i_choose_otherwise(panel):
    """No product is cut unless I choose an area."""
    assert panel.area_of_interest() is None
    assert panel.why_not_ready() == ""
    assert panel.summary.text() == ""
    assert not panel.layer.isVisible()


def test_the_drawing_buttons_are_always_there_and_say_what_they_need(panel, fields):
    """I draw from any source with one click; where the map shows nothing, the grey buttons say what to do."""
    for index in range(panel.source.count()):
        panel.source.setCurrentIndex(index)
        assert panel.rectangle.isVisible()
        assert panel.polygon.isVisible()
        assert panel.rectangle.isEnabled()
        assert panel.polygon.isEnabled()
    assert panel.why_not_ready().startswith("Draw the area")
    QgsProject.instance().clear()
    for button in (panel.rectangle, panel.polygon):
        assert not button.isEnabled()
        assert button.toolTip().startswith("Add products first")
    assert panel.why_not_ready() == panel.summary.text() == "Add products first, then draw the area of interest."


def test_the_window_keeps_its_width(panel, fields):
    """A layer of a long name and a reason of two lines change neither the width of the window nor hide a button."""
    fields.setName("my fields of winter wheat and of winter barley " * 4)
    window = panel.window()
    QVBoxLayout(window).addWidget(panel)
    width = panel.sizeHint().width() + panel.summary.minimumWidth()
    window.resize(width, 60)
    for index in (*range(panel.source.count()), 0):
        panel.source.setCurrentIndex(index)
        QCoreApplication.processEvents()
        assert window.width() == width
        assert panel.rect().contains(panel.polygon.geometry())


def test_the_area_follows_the_map_canvas(panel, choose, canvas):
    """I pan and zoom the map until it shows my field, and the area follows at once."""
    choose(AreaSource.CANVAS)
    visible = canvas.mapSettings().visibleExtent()
    assert bounds(panel) == pytest.approx(
        (visible.xMinimum(), visible.yMinimum(), visible.xMaximum(), visible.yMaximum())
    )
    canvas.setExtent(QgsRectangle(LEFT, TOP - 150, LEFT + 200, TOP))
    panel.settle()
    assert bounds(panel)[2] - bounds(panel)[0] == pytest.approx(canvas.extent().width())
    assert panel.summary.text().endswith(" km², EPSG:32633")
    assert rasterio.crs.CRS.from_user_input(panel.area_of_interest().crs).to_epsg() == 32633


def test_the_extent_of_a_layer_and_its_size_are_shown(panel, choose, fields):
    """I choose a layer and see the size of its extent."""
    choose(AreaSource.EXTENT)
    assert panel.layer.currentLayer() == fields
    assert bounds(panel) == (LEFT + 100, TOP - 300, LEFT + 700, TOP - 100)
    assert panel.summary.text() == "0.120 km², EPSG:32633"


def test_selected_features_follow_my_selection(panel, choose, fields):
    """I am asked to select features; when I select fields on the map, the area changes."""
    choose(AreaSource.SELECTED)
    assert panel.area_of_interest() is None
    assert panel.why_not_ready() == "Select features of fields on the map."
    assert panel.summary.text() == panel.why_not_ready()
    fields.select(next(fields.getFeatures()).id())
    panel.settle()
    assert panel.why_not_ready() == ""
    assert bounds(panel) == (LEFT + 100, TOP - 200, LEFT + 300, TOP - 100)
    assert panel.summary.text() == "0.0200 km², EPSG:32633"


def test_all_features_are_used_and_repaired(panel, choose, fields):
    """A bow-tie counts as its two triangles, and a feature without geometry does not stop me."""
    choose(AreaSource.FEATURES)
    assert len(polygons(panel)) == 3
    assert panel.summary.text() == "0.0400 km², EPSG:32633"
    assert panel._band.asGeometry().area() == pytest.approx(40000)


def test_the_map_shows_the_area_while_the_window_is_open(panel, choose, fields, canvas):
    """I see on the map what will be masked, in the map's own projection; when I close the window it is gone."""
    choose(AreaSource.EXTENT)
    assert panel._band.isVisible()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    box = panel._band.asGeometry().boundingBox()
    assert 12.0 * 111319 < box.center().x() < 12.1 * 111319
    panel.window().hide()
    assert not panel._band.isVisible()
    panel.window().show()
    assert panel._band.isVisible()


def test_panning_does_not_redraw_the_outline(panel, choose, fields, canvas, monkeypatch):
    """The map pans smoothly even if my area has many corners, and a closed window does no work."""
    choose(AreaSource.FEATURES)
    outlined: list[QgsGeometry] = []
    draw = panel._band.setToGeometry
    monkeypatch.setattr(panel._band, "setToGeometry", lambda area: (outlined.__iadd__([area]), draw(area)))
    for step in range(1, 4):
        canvas.setExtent(QgsRectangle(LEFT + step, TOP - 150, LEFT + 200 + step, TOP))
    assert outlined == []
    panel.window().hide()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    assert outlined == []
    panel.window().show()
    assert outlined
    assert 12.0 * 111319 < panel._band.asGeometry().boundingBox().center().x() < 12.1 * 111319


def test_a_deleted_layer_is_released(panel):
    """Another plugin may delete the layer while the window is open."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32633", "gone", "memory")
    panel._watch(layer)
    sip.delete(layer)
    panel._watch(None)


def test_a_layer_is_offered_while_it_has_a_place(panel, choose, fields):
    """A layer without a reference system is not offered; when it has got one, it is."""
    fields.setCrs(QgsCoordinateReferenceSystem())
    choose(AreaSource.FEATURES)
    assert panel.area_of_interest() is None
    assert panel.layer.count() == 0
    assert panel.why_not_ready().startswith("No usable polygon layer.")
    fields.setCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    QApplication.sendEvent(panel, QEvent(QEvent.Type.WindowActivate))
    assert panel.layer.currentLayer() == fields
    assert panel.why_not_ready() == ""


def test_a_broken_layer_is_not_offered(panel, choose, fields, tmp_path):
    """A layer whose file is gone has no extent, and is not among the choices."""
    QgsProject.instance().addMapLayer(QgsVectorLayer(str(tmp_path / "gone.shp"), "a gone layer", "ogr"))
    choose(AreaSource.EXTENT)
    assert [panel.layer.itemText(index) for index in range(panel.layer.count())] == ["fields"]


def test_a_layer_that_loses_its_crs_is_refused_with_the_reason(panel, choose, fields):
    """Coordinates without a reference system have no place on the map."""
    choose(AreaSource.FEATURES)
    fields.setCrs(QgsCoordinateReferenceSystem())
    panel._update()
    assert panel.area_of_interest() is None
    assert panel.why_not_ready().startswith("fields has no coordinate reference system")


def test_the_layer_with_a_selection_is_chosen(panel, choose, fields):
    """I selected a field and choose 'Selected features': the layer of my selection is chosen, not the first one."""
    other = QgsVectorLayer("Polygon?crs=EPSG:32633", "a first layer", "memory")
    QgsProject.instance().addMapLayer(other)
    fields.select(next(fields.getFeatures()).id())
    panel.layer.setLayer(other)
    choose(AreaSource.SELECTED)
    assert panel.layer.currentLayer() == fields
    assert panel.why_not_ready() == ""


def test_a_layer_without_polygons_and_a_project_without_layers_are_refused(panel, choose, fields):
    """I read why there is no area, and removing a layer causes no error."""
    fields.dataProvider().truncate()
    choose(AreaSource.FEATURES)
    assert "fields has no polygons" in panel.why_not_ready()
    QgsProject.instance().clear()
    assert "No usable polygon layer" in panel.why_not_ready()
    choose(AreaSource.EXTENT)
    assert "No usable layer" in panel.why_not_ready()


def test_a_layer_of_too_many_features_is_refused(panel, choose, fields, monkeypatch):
    """A country's parcels would block the window, so I am asked to select some."""
    monkeypatch.setattr(area_panel, "MAX_FEATURES", 2)
    choose(AreaSource.FEATURES)
    assert panel.why_not_ready().startswith("fields has more than 2 features.")


def test_a_map_of_more_than_the_world_is_an_area_of_unknown_size(panel, choose, canvas):
    """I zoom out completely: no error, no wrong size, and no product is ruled out."""
    choose(AreaSource.CANVAS)
    canvas.setExtent(QgsRectangle(-3e9, -3e9, 3e9, 3e9))
    panel.settle()
    assert panel.summary.text() == "EPSG:32633"
    assert panel.area_of_interest() is not None


@pytest.mark.parametrize(
    ("west", "outside"),
    [(LEFT, False), (LEFT + 1300, False), (LEFT + 20000, True)],
)
def test_products_far_from_the_area_are_flagged_before_the_run(panel, canvas, choose, make_product, west, outside):
    """The list flags products outside the area at once; close ones are left to the run."""
    product = open_product(make_product(FLAT))
    assert not panel.is_outside(product)
    choose(AreaSource.CANVAS)
    canvas.setExtent(QgsRectangle(west, TOP - 750, west + 1000, TOP))
    panel.settle()
    assert panel.is_outside(product) == outside


@pytest.mark.parametrize(("west", "outside"), [(179.95, False), (-180, False), (-179.9, False), (-170, True)])
def test_a_product_on_the_antimeridian_is_not_flagged(panel, canvas, choose, make_product, west, outside):
    """Its footprint lies on both sides; only areas far from both are outside."""
    island = make_product(FLAT, metres=12000, tile="T01KAB", epsg=32701, origin=(174000, 8200000))
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    choose(AreaSource.CANVAS)
    canvas.setExtent(QgsRectangle(west, -16.32, west + 0.02, -16.28))
    panel.settle()
    assert panel.is_outside(open_product(island)) == outside


def test_the_choice_is_remembered_and_a_drawing_is_not(panel, choose, iface):
    """The source is remembered, but a drawing belonged to that day's map."""
    for chosen, found in ((AreaSource.CANVAS, AreaSource.CANVAS), (AreaSource.DRAWN, AreaSource.WHOLE)):
        choose(chosen)
        panel.save()
        again = AreaPanel(iface)
        assert again.source.currentData() == found.value
        again.shut_down()


@pytest.mark.parametrize("before", [AreaSource.WHOLE, AreaSource.EXTENT, AreaSource.DRAWN])
def test_a_rectangle_is_drawn_on_the_map(panel, choose, canvas, fields, iface, wait, before):
    """One click hides the window, I drag, and the window returns with the area and the map with its tool."""
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    choose(before)
    panel.rectangle.click()
    assert not panel.window().isVisible()
    assert any("Drag a rectangle" in text for text in iface.messages())
    drag(canvas, QPoint(100, 100), QPoint(300, 200))
    wait(panel.window().isVisible, seconds=5)
    assert canvas.mapTool() is pan
    assert iface.messages() == []
    pixel = canvas.mapUnitsPerPixel()
    left, bottom, right, top = bounds(panel)
    assert (right - left, top - bottom) == pytest.approx((200 * pixel, 100 * pixel), abs=2 * pixel)
    assert panel.why_not_ready() == ""
    assert panel.source.currentText() == "Drawn on the map"
    assert panel.summary.text().endswith(" km², EPSG:32633")


def right_click(canvas) -> None:
    """Click with the right button, at any place."""
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.RightButton, pos=QPoint(20, 20))


def double_click(canvas) -> None:
    """Send the rest of a double click whose first part was the last corner, as the system does."""
    position, left = QPointF(300, 250), Qt.MouseButton.LeftButton
    for kind, pressed in (
        (QEvent.Type.MouseButtonDblClick, left),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        event = QMouseEvent(kind, position, left, pressed, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(canvas.viewport(), event)


def press_escape(canvas) -> None:
    """Press Esc."""
    QTest.keyClick(canvas, Qt.Key.Key_Escape)


def press_enter(canvas) -> None:
    """Press Enter."""
    QTest.keyClick(canvas, Qt.Key.Key_Return)


@pytest.mark.parametrize("close", [right_click, double_click, press_enter])
def test_a_polygon_is_drawn_corner_by_corner(panel, canvas, fields, wait, close):
    """I click corners, remove one, and close the polygon with the right button, a double click or Enter."""
    panel.polygon.click()
    for corner in (QPoint(100, 100), QPoint(300, 100), QPoint(10, 10)):
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=corner)
    QTest.keyClick(canvas, Qt.Key.Key_Backspace)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 250))
    close(canvas)
    wait(panel.window().isVisible, seconds=5)
    pixel = canvas.mapUnitsPerPixel()
    assert panel._drawn.geometry.area() == pytest.approx(200 * 150 / 2 * pixel**2, rel=0.03)


def test_the_drawing_tools_are_started_with_the_keyboard(panel, canvas, fields, iface, wait):
    """I reach the buttons with Tab, press Space to draw, and Esc brings the window back."""
    panel.source.setFocus()
    for button, instruction in ((panel.rectangle, "Drag a rectangle"), (panel.polygon, "Click the corners")):
        while panel.focusWidget() is not button:
            assert panel.focusNextPrevChild(True)
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert any(instruction in text for text in iface.messages())
        press_escape(canvas)
        wait(panel.window().isVisible, seconds=5)


@pytest.mark.parametrize("way", ["escape", "another tool", "reopened", "message closed", "button"])
@pytest.mark.parametrize("source", [AreaSource.DRAWN, AreaSource.EXTENT])
def test_drawing_can_be_cancelled(panel, choose, canvas, fields, iface, wait, way, source):
    """However I leave the drawing, the window returns with the previous source and area."""
    panel.rectangle.click()
    drag(canvas, QPoint(100, 100), QPoint(300, 200))
    wait(panel.window().isVisible, seconds=5)
    choose(source)
    before = bounds(panel)
    panel.polygon.click()
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    if way == "another tool":
        pan = QgsMapToolPan(canvas)
        canvas.setMapTool(pan)
    elif way == "reopened":
        panel.window().show()
    elif way == "button":
        (item,) = iface.bar.items()
        item.findChild(QPushButton).click()
    else:
        if way == "message closed":
            iface.bar.clearWidgets()
        press_escape(canvas)
    wait(lambda: panel.window().isVisible() and not panel._drawing.is_active(), seconds=5)
    assert bounds(panel) == before
    assert panel.source.currentData() == source.value
    assert iface.messages() == []
    assert way != "another tool" or canvas.mapTool() is pan


def test_a_drawing_without_an_area_leaves_the_previous_one(panel, choose, canvas, fields, iface, wait):
    """My three corners lie on a line: I am told, and the source stays."""
    choose(AreaSource.EXTENT)
    before = bounds(panel)
    panel.polygon.click()
    for corner in (QPoint(100, 100), QPoint(200, 100), QPoint(300, 100)):
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=corner)
    press_enter(canvas)
    wait(panel.window().isVisible, seconds=5)
    assert (panel.source.currentData(), bounds(panel)) == (AreaSource.EXTENT.value, before)
    assert any("has no polygons" in text for text in iface.messages())


def test_drawings_leave_nothing_on_the_canvas(panel, choose, canvas, fields, wait):
    """After several drawings, the canvas holds only the outline of my area."""

    def outlines() -> int:
        return sum(isinstance(item, QgsRubberBand) for item in canvas.scene().items())

    choose(AreaSource.DRAWN)
    before = outlines()
    for _ in range(2):
        panel.rectangle.click()
        drag(canvas, QPoint(100, 100), QPoint(300, 200))
        wait(panel.window().isVisible, seconds=5)
    assert outlines() == before


def test_unloading_removes_everything_from_the_map(iface, canvas, fields):
    """After the plugin is unloaded, neither its outline nor its tool is left on the map."""
    window = QWidget()
    panel = AreaPanel(iface, window)
    window.show()
    panel.source.setCurrentIndex(panel.source.findData(AreaSource.DRAWN.value))
    panel.polygon.click()
    panel.shut_down()
    panel.shut_down()  # on exit, QGIS first sends aboutToQuit, then unloads the plugins
    QCoreApplication.processEvents()
    assert not window.isVisible()
    assert canvas.mapTool() is None
    assert not any(isinstance(item, QgsRubberBand) for item in canvas.scene().items())
    window.deleteLater()


def drag(canvas, start: QPoint, end: QPoint) -> None:
    """Drag the mouse over the canvas with its left button."""
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(canvas.viewport(), left, pos=start)
    for part in (3, 2, 1):
        QTest.mouseMove(canvas.viewport(), start + (end - start) / part)
    QTest.mouseRelease(canvas.viewport(), left, pos=end)
