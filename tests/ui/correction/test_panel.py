"""The panel of the correction: painting on the map, undo, saving and discarding."""

from __future__ import annotations

from threading import Event

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.gui import QgsMapToolPan
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QPoint, Qt
from qgis.PyQt.QtGui import QImage, QPainter
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMessageBox

from ....core.masks.mask_file import WrittenMask
from ....core.masks.result import MaskResult
from ....core.masks.tags import edited_time_of
from ....ui.correction.overlay import Overlay
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
    return np.asarray(panel._session.correction.pixels)


def colour(panel, place) -> tuple[int, ...]:
    """Return the colour of the corrected mask at a place of the map, without what lies below."""
    overlay = panel._session.overlay
    picture = QImage(panel._canvas.size(), QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    overlay.paint(painter)
    painter.end()
    return tuple(picture.pixelColor(place).getRgb())


def overlays(canvas) -> list[Overlay]:
    """Return the corrected masks over the map."""
    return [item for item in canvas.scene().items() if isinstance(item, Overlay)]


def stroke(canvas, *places: QPoint) -> None:
    """Drag over the map."""
    QTest.mouseMove(canvas.viewport(), places[0])
    QTest.qWait(300)  # the pointer of the screen is moved, of which the map hears later
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(canvas.viewport(), place)
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=places[-1])


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


def test_only_a_mask_opens_the_panel(started, iface):
    """QGIS's list of panels does not offer it: without a mask it would be empty."""
    offered = [action.text() for action in iface.window.createPopupMenu().actions() if action.isVisible()]
    assert started.windowTitle() not in offered
    assert started.isVisible()


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
    stroke(canvas, *(at(30, column) for column in range(5, 36)))
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
    started.discard.click()
    assert canvas.mapTool() is pan  # so that I can pan at once
    canvas.unsetMapTool(pan)


def test_the_keys_are_for_qgis_while_it_has_the_tool(started, draw, canvas, wait):
    """I edit another layer meanwhile, and Ctrl+Z is for that one."""
    choose(started, CLOUD)
    draw((50, 40), (50, 60), (60, 60))
    painted = pixels(started).copy()
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    QCoreApplication.processEvents()
    QTest.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(started, wait)
    assert np.array_equal(pixels(started), painted)
    canvas.unsetMapTool(pan)


def test_edits_stay_when_a_version_cannot_be_written(started, draw, mask, wait, iface):
    """The folder is gone; I bring it back, and save again."""
    choose(started, CLOUD)
    draw((50, 40), (50, 60), (60, 60))
    away = mask.parent.rename(mask.parent.with_name("away"))
    started.save.click()
    wait(iface.messages)
    assert started.isVisible()
    assert started.undo.isEnabled()
    away.rename(mask.parent)
    started.save.click()
    wait(lambda: started._session is None)
    assert len(list(mask.parent.glob("*_edited.tif"))) == 1


def test_unloading_the_plugin_waits_for_a_version(started, draw, mask):
    """A version that I have asked for is complete on the disk, however soon the plugin goes."""
    choose(started, CLOUD)
    draw((50, 40), (50, 60), (60, 60))
    expected = pixels(started).copy()
    started.save.click()
    started.shut_down()
    (version,) = mask.parent.glob("*_edited.tif")
    assert np.array_equal(read_raster(version)[0], expected)


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
    assert panel._session is None
    assert canvas.mapTool() is tool
    assert node(layer).isVisible()


def test_closing_the_project_ends_the_correction(started, canvas):
    """Nothing of it stays on the map of the next project."""
    QgsProject.instance().clear()
    assert not started.isVisible()
    assert overlays(canvas) == []


def test_edits_stay_when_the_project_is_closed(started, draw, mask, wait, iface):
    """I have forgotten them, am told so, and can still save them."""
    saved: list[MaskResult] = []
    started.saved.connect(saved.append)
    choose(started, CLOUD)
    draw((50, 40), (50, 60), (60, 60))
    expected = pixels(started).copy()
    QgsProject.instance().clear()
    assert started.isVisible()
    assert len(iface.messages()) == 1
    started.save.click()
    wait(lambda: saved)
    assert np.array_equal(read_raster(saved[0].mask_path)[0], expected)
    assert [layer.source() for layer in QgsProject.instance().mapLayers().values()] == [str(saved[0].mask_path)]


def test_qgis_asks_before_it_quits_with_edits(started, draw, iface, monkeypatch):
    """With edits I am asked, and No keeps QGIS open; without any it just quits."""
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QMessageBox, "question", lambda *_args: answers.pop(0))
    choose(started, CLOUD)
    draw((50, 40), (50, 60), (60, 60))
    (blocker,) = iface.blockers
    assert not blocker.allowExit()
    assert started.undo.isEnabled()
    assert blocker.allowExit()
    assert blocker.allowExit()
    assert answers == []
    started.shut_down()
    assert iface.blockers == []


@pytest.mark.parametrize("angle", [30, -75])
def test_a_turned_map_shows_the_mask_where_it_is(started, canvas, at, angle):
    """I have turned the map; corners of the cloud are where the pointer finds them."""
    canvas.setRotation(angle)
    QCoreApplication.processEvents()
    picture, shown = canvas.grab().toImage(), canvas.rect()
    inside = [at(*place) for place in ((30, 20), (22, 12), (22, 28), (38, 28), (38, 12))]
    outside = [at(*place) for place in ((30, 8), (30, 32), (18, 20), (42, 20))]
    seen = [
        [picture.pixelColor(place).getRgb()[:3] for place in ones if shown.contains(place)]
        for ones in (inside, outside)
    ]
    assert set(seen[0]) == {(234, 174, 127)}
    assert set(seen[1]) == {(255, 255, 255)}


def test_a_map_of_the_world_does_not_crash_qgis(started, canvas, wait, classes):
    """Most of the world has no place in the CRS of the mask: there the tools paint nothing, and say so."""
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    canvas.setExtent(QgsRectangle(-180, -90, 180, 90))
    QCoreApplication.processEvents()
    for tool in (BRUSH, PATCH):
        choose(started, SHADOW, tool)
        for x in range(5, canvas.width(), 90):
            stroke(canvas, *(QPoint(x + y // 10, y) for y in range(5, canvas.height(), 90)))
            settle(started, wait)
            assert "Nothing changes" in started.hint.text()
    assert np.array_equal(pixels(started), classes)


def test_a_long_stroke_is_shown_once(started, canvas, at, wait):
    """However far I scribble, each move draws a piece of the stroke, and the map is clean when it is painted."""
    choose(started, SHADOW, BRUSH)
    started.brush.setValue(200)
    trail = started._tool._trail
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at(60, 20))
    for column in (30, 40, 30, 40):
        QTest.mouseMove(canvas.viewport(), at(60, column))
        QTest.qWait(50)
    picture = trail._image
    assert picture.pixelColor(at(60, 35)) == picture.pixelColor(at(60, 25)) != picture.pixelColor(at(70, 35))
    before = picture.copy()
    canvas.zoomByFactor(2)
    QCoreApplication.processEvents()
    assert trail._image != before
    assert trail._image.pixelColor(at(60, 35)).alpha() > 0  # at its place on the map as it is now
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at(60, 40))
    settle(started, wait)
    assert sip.isdeleted(trail)
    assert (pixels(started)[58:62, 22:38] == SHADOW).all()


def test_choosing_a_mask_twice_begins_one_correction(panel, layer, wait, canvas):
    """I am impatient while a large mask is read; nothing stays on the map when I discard."""
    panel.start(layer)
    panel.start(layer)
    settle(panel, wait)
    assert len(overlays(canvas)) == 1
    panel.discard.click()
    assert overlays(canvas) == []
    assert not panel.isVisible()


def test_a_mask_that_cannot_be_read_does_not_stop_the_next_one(panel, layer, wait, iface, tmp_path):
    """I have chosen another mask meanwhile, and can correct that."""
    other = QgsRasterLayer(write_mask(tmp_path / "other.tif", [[0, 1]]), "other")
    panel.start(other)
    panel.start(layer)
    settle(panel, wait)
    assert panel.isVisible()
    assert panel._session is not None
    assert iface.messages() == []


def test_a_version_is_not_put_into_the_next_project(started, draw, layer, mask, wait, iface):
    """I open another project while a version is saved, and correct a mask of that one."""
    go_on = Event()
    saved: list[MaskResult] = []
    started.saved.connect(saved.append)
    choose(started, CLOUD)
    draw((50, 40), (50, 60), (60, 60))
    save = started._session.source.save
    object.__setattr__(started._session.source, "save", lambda classes: go_on.wait(60) and save(classes))
    started.save.click()
    QgsProject.instance().clear()
    again = QgsRasterLayer(str(mask), "again")
    QgsProject.instance().addMapLayer(again)
    started.start(again)
    go_on.set()
    settle(started, wait)
    wait(lambda: started._session)
    assert list(QgsProject.instance().mapLayers().values()) == [again]
    assert [result.mask_path.exists() for result in saved] == [True]
    assert any("A new version" in text for text in iface.messages())


def test_edits_that_are_being_painted_are_not_lost_unasked(started, canvas, at, wait, monkeypatch):
    """I close the panel before my click on a large patch has been painted."""
    asked: list[str] = []

    def answer(*texts: object) -> QMessageBox.StandardButton:
        asked.append(str(texts[-1]))
        return QMessageBox.StandardButton.No

    monkeypatch.setattr(QMessageBox, "question", answer)
    go_on = Event()
    started._worker.call(lambda: go_on.wait(60))
    choose(started, SHADOW, PATCH)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at(30, 20))
    QCoreApplication.processEvents()
    started.discard.click()
    assert len(asked) == 1
    go_on.set()
    settle(started, wait)
    assert (pixels(started) == SHADOW).sum() == 400
