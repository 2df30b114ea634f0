"""The panel of the correction: painting on the map, undo, saving and discarding."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject, QgsRectangle
from qgis.gui import QgsMapToolPan
from qgis.PyQt.QtCore import QCoreApplication, QPoint, Qt
from qgis.PyQt.QtGui import QImage, QPainter
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMessageBox

from ....core.masks.mask_file import WrittenMask
from ....core.masks.result import MaskResult
from ....core.masks.tags import edited_time_of
from ...rasters import read_raster, write_mask
from .conftest import settle

BRUSH, PATCH = 1, 2
CLEAR, CLOUD, SHADOW = 0, 1, 3


def choose(panel, value: int, tool: int | None = None) -> None:
    """Click a class and perhaps a tool."""
    panel.classes.button(value).click()
    if tool is not None:
        panel.tools.button(tool).click()


def pixels(panel) -> np.ndarray:
    """Return the mask as it is corrected."""
    return np.asarray(panel._correction.pixels)


def colour(panel, place) -> tuple[int, ...]:
    """Return the colour of the corrected mask at a place of the map, without what lies below."""
    overlay = panel._overlay
    picture = QImage(panel._canvas.size(), QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    overlay.paint(painter)
    painter.end()
    return tuple(picture.pixelColor(place).getRgb())


def node(layer):
    """Return the layer's entry in the layer tree."""
    return QgsProject.instance().layerTreeRoot().findLayer(layer.id())


def test_the_classes_of_the_mask_are_offered_in_its_colours(started, layer):
    """The panel has a button for each class that the model knows, and the map shows the mask that I correct."""
    assert [button.text() for button in started.classes.buttons()] == ["Clear", "Cloud", "Cloud shadow"]
    assert not node(layer).isVisible()  # the corrected mask lies over the map in its place
    for button in (started.undo, started.redo, started.save):
        assert not button.isEnabled()
        assert button.toolTip()
    assert started.discard.isEnabled()


def test_a_polygon_gets_the_class(started, draw, classes, at):
    """I click the corners, and the pixels inside have the class at once, but for those without data."""
    choose(started, SHADOW)
    draw((50, 40), (50, 95), (60, 95), (60, 40))
    expected = classes.copy()
    expected[50:60, 40:90] = SHADOW
    different = pixels(started) != expected
    assert different.sum() < 60  # places on the map are rounded to its pixels
    assert not different[52:58, 42:88].any()
    assert not (pixels(started) == SHADOW)[:, 90:].any()
    assert colour(started, at(55, 60))[:3] == pytest.approx((0, 114, 178), abs=2)
    assert colour(started, at(70, 60))[3] == 0
    assert started.save.isEnabled()


def test_the_brush_paints_along_the_pointer(started, canvas, at, wait):
    """I drag over the map; the stroke is as wide as the brush."""
    choose(started, CLEAR, BRUSH)
    started.brush.setValue(120)
    QTest.mouseMove(canvas.viewport(), at(30, 5))
    QTest.qWait(300)  # the pointer of the screen is moved, of which the map hears later
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at(30, 5))
    for column in range(6, 36):
        QTest.mouseMove(canvas.viewport(), at(30, column))
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at(30, 35))
    settle(started, wait)
    cleared = pixels(started)[20:40, 10:30] == CLEAR
    assert 5 <= cleared.all(axis=1).sum() <= 7
    assert cleared[8:12].all()
    assert not cleared[:6].any()


def test_a_click_with_the_brush_paints_a_disc(started, canvas, at, wait):
    """A single click is a stroke too, however narrow the brush."""
    choose(started, SHADOW, BRUSH)
    started.brush.setValue(20)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at(60.5, 50.5))
    settle(started, wait)
    assert 1 <= (pixels(started) == SHADOW).sum() <= 5


def test_a_click_paints_a_patch(started, canvas, at, wait):
    """I click a cloud that is none, and all of it becomes shadow."""
    choose(started, SHADOW, PATCH)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at(30, 20))
    settle(started, wait)
    assert (pixels(started)[20:40, 10:30] == SHADOW).all()
    assert (pixels(started) == SHADOW).sum() == 400


def test_where_nothing_changes_the_panel_says_so(started, canvas, at, wait):
    """A click on no data paints nothing, and gives nothing to save."""
    choose(started, SHADOW, PATCH)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at(30, 95))
    settle(started, wait)
    assert "Nothing changes" in started.hint.text()
    assert not started.save.isEnabled()


def test_edits_are_undone_and_redone_by_keys_too(started, draw, canvas, classes, wait):
    """Ctrl+Z on the map takes the last edit back, and Ctrl+Shift+Z does it again."""
    choose(started, CLOUD)
    draw((50, 40), (50, 60), (60, 60))
    painted = pixels(started).copy()
    QTest.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(started, wait)
    assert np.array_equal(pixels(started), classes)
    QTest.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    settle(started, wait)
    assert np.array_equal(pixels(started), painted)
    started.undo.click()
    settle(started, wait)
    assert not started.undo.isEnabled()
    assert started.redo.isEnabled()


def test_a_map_in_another_crs_is_painted_at_the_right_place(started, canvas, at, wait):
    """My project is in Web Mercator, and the pixels that I point at change and show."""
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    to_map = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:32633"), canvas.mapSettings().destinationCrs(), QgsProject.instance()
    )
    canvas.setExtent(to_map.transformBoundingBox(QgsRectangle(300000, 5898440, 302000, 5900040)))
    QCoreApplication.processEvents()

    def pointer() -> QPoint:
        place = canvas.getCoordinateTransform().transform(to_map.transform(300000 + 20 * 20, 5900040 - 20 * 30))
        return QPoint(round(place.x()), round(place.y()))

    choose(started, SHADOW, PATCH)
    assert colour(started, pointer())[:3] == pytest.approx((213, 94, 0), abs=2)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=pointer())
    settle(started, wait)
    assert (pixels(started) == SHADOW).sum() == 400
    assert colour(started, pointer())[:3] == pytest.approx((0, 114, 178), abs=2)


def test_saving_writes_a_version_and_puts_it_on_the_map(started, draw, mask, layer, wait, iface):
    """The mask stays as it is; the version has its shares and is shown in its place."""
    before = mask.read_bytes()
    results: list[MaskResult] = []
    started.saved.connect(results.append)
    choose(started, CLOUD)
    draw((50, 40), (50, 60), (60, 60), (60, 40))
    expected = pixels(started).copy()
    started.save.click()
    wait(lambda: results)
    (result,) = results
    assert mask.read_bytes() == before
    assert result.mask_path.name == f"{mask.stem}_edited.tif"
    assert np.array_equal(read_raster(result.mask_path)[0], expected)
    found = WrittenMask.read(result.mask_path)
    assert found is not None
    assert found.tags["EDITED_BY"] == "hand"
    assert edited_time_of(found.tags) is not None
    assert result.clear_percent == pytest.approx(100 * (expected == CLEAR).sum() / (expected != 255).sum(), abs=1e-4)
    shown = [one for one in QgsProject.instance().mapLayers().values() if one.source() == str(result.mask_path)]
    assert len(shown) == 1
    assert "(corrected)" in shown[0].name()
    assert node(shown[0]).isVisible()
    assert not node(layer).isVisible()
    assert not started.isVisible()
    assert any(result.acquisition.title in text for text in iface.messages())
    assert iface.active is shown[0]


def test_discarding_asks_and_leaves_everything_as_it_was(started, draw, mask, layer, monkeypatch):
    """Without edits the panel just closes; with some it asks first, and No keeps them."""
    choose(started, CLOUD)
    draw((50, 40), (50, 60), (60, 60))
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QMessageBox, "question", lambda *_args: answers.pop(0))
    started.discard.click()
    assert started.isVisible()
    assert started.undo.isEnabled()
    started.discard.click()
    assert not started.isVisible()
    assert node(layer).isVisible()
    assert [path.name for path in mask.parent.glob("*.tif")] == [mask.name]
    assert answers == []


def test_another_tool_of_qgis_pauses_painting(started, canvas):
    """I pan the map, and then choose a tool of the panel again."""
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    QCoreApplication.processEvents()
    assert started.tools.checkedId() == -1
    assert started.hint.text()
    started.tools.button(BRUSH).click()
    assert canvas.mapTool() is not pan
    canvas.unsetMapTool(pan)


def test_escape_drops_the_drawing_and_keeps_the_tool(started, canvas, at, wait):
    """Esc takes back the corners that I have clicked, no edits."""
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at(50, 40))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    settle(started, wait)
    assert started.tools.checkedId() == 0
    assert canvas.mapTool() is not None
    assert not started.undo.isEnabled()


def test_a_raster_that_is_no_mask_of_the_plugin_is_refused(panel, layer, wait, iface, tmp_path):
    """The message says which file it is and why, and the panel closes."""
    layer.setDataSource(write_mask(tmp_path / "other.tif", [[0, 1]]), "other", "gdal")
    panel.start(layer)
    wait(iface.messages)
    assert "other.tif" in iface.messages()[0]
    assert not panel.isVisible()


def test_closing_the_panel_while_a_mask_is_read_begins_no_correction(panel, layer, wait, canvas):
    """I change my mind at once, and the map stays as it is."""
    tool = canvas.mapTool()
    panel.start(layer)
    panel.close()
    settle(panel, wait)
    assert not panel.isVisible()
    assert panel._overlay is None
    assert canvas.mapTool() is tool
    assert node(layer).isVisible()


def test_closing_the_project_ends_the_correction(started, draw):
    """Nothing of it stays on the map of the next project."""
    choose(started, CLOUD)
    draw((50, 40), (50, 60), (60, 60))
    QgsProject.instance().clear()
    assert not started.isVisible()
    assert started._overlay is None
