"""A run in the background: its layers, its messages, and its robustness."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import rasterio.warp
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QPushButton, QTextBrowser

from ...core.areas.area import AreaOfInterest
from ...core.settings import MaskSettings, ProductsToFolder
from ...ui.mask_run import MaskRun
from .conftest import FLAT

CLOUD = {"B02": 0.5, "B03": 0.5, "B04": 0.5, "B08": 0.55, "B11": 0.4, "B12": 0.3}
FIELD = AreaOfInterest.box(300200, 5899340, 300600, 5899640, "EPSG:32633")
"""20 x 15 pixels of 20 m in the products that tests make."""


_DIRECT = Qt.ConnectionType.DirectConnection


@pytest.fixture
def big_product(make_product) -> Path:
    """An L1C product that needs some seconds: 24 km square, so 1200 px at 20 m."""
    return make_product(FLAT, metres=24000, tile="T33UBB")


@pytest.fixture
def cloudy_product(make_product) -> Path:
    """An L1C product with a small cloud in its middle."""
    bands = {}
    for band, clear in FLAT.items():
        edge = 60 if band in {"B11", "B12"} else 120
        lines, columns = np.indices((edge, edge)) / edge - 0.5
        cover = np.clip((0.1 - np.hypot(lines, columns)) / 0.1 + 0.5, 0, 1)
        bands[band] = clear + (CLOUD[band] - clear) * cover
    return make_product(bands, tile="T33UCC")


@pytest.fixture
def start(iface, tmp_path) -> Iterator[Callable[..., MaskRun]]:
    """Start a run into a folder `masks`."""
    runs = []

    def begin(*products: Path, min_clear: float = 0, **options) -> MaskRun:
        folder = tmp_path / "masks"
        folder.mkdir(exist_ok=True)
        settings = MaskSettings(ProductsToFolder(products, folder), quiet=True, **options)
        runs.append(MaskRun(settings, iface, min_clear=min_clear))
        runs[-1].start()
        return runs[-1]

    yield begin
    for run in runs:
        run.stop()


def layers() -> list[str]:
    """Return the file names of all layers of the project."""
    return sorted(Path(layer.source()).name for layer in QgsProject.instance().mapLayers().values())


def test_a_failed_scene_is_reported_and_the_others_are_loaded(start, iface, product, make_product, wait):
    """A broken product does not stop the others, and I read its fault."""
    broken = make_product(FLAT, tile="T33UCC")
    next(broken.rglob("*_B03.jp2")).write_bytes(b"")
    iface.window.setCentralWidget(iface.bar)
    iface.window.show()
    run = start(broken, product)
    wait(lambda: not run.is_running())
    assert layers() == [f"{product.stem}_20m.vrt", f"{product.stem}_ukis-6b-l1c+ukis-4b-l1c_20m.tif"]
    assert [outcome.path for outcome in run.outcomes if outcome.failed] == [broken]
    (told,) = iface.messages()
    assert told.startswith("1 mask made, 1 failed. ")
    browser = iface.bar.currentItem().findChild(QTextBrowser)
    wait(lambda: browser.height() >= browser.document().size().height() > 2 * browser.fontMetrics().height())
    assert "B03" in told
    assert "T33UCC" in told


def test_a_message_keeps_its_lines_as_the_window_changes(start, iface, tmp_path, wait):
    """I make the window of QGIS narrow and wide again: the message is as high as its lines need."""
    iface.window.setCentralWidget(iface.bar)
    iface.window.resize(1200, 100)
    iface.window.show()
    run = start(*(tmp_path / f"S2A_MSIL1C_20170216T102101_N0206_R065_T33UUU_{n}.SAFE" for n in range(4)))
    wait(lambda: not run.is_running())
    browser = iface.bar.currentItem().findChild(QTextBrowser)

    def height_at(width: int) -> float:
        iface.window.resize(width, 100)
        wait(lambda: abs(iface.bar.width() - width) < 50)
        wait(lambda: browser.height() >= browser.document().size().height() > browser.height() - 30)
        return browser.document().size().height()

    wide = height_at(1200)
    assert height_at(500) > wide
    assert height_at(1200) == wide


def test_several_failures_are_one_message_with_the_first_reason(start, iface, tmp_path, wait):
    """Fifty broken products give one message, not fifty, and nothing of it is behind a button."""
    run = start(tmp_path / "a.SAFE", tmp_path / "b.SAFE")
    wait(lambda: not run.is_running())
    (told,) = iface.messages()
    assert told.startswith("No new mask made, 2 failed. The first failure: a.SAFE: ")
    assert iface.bar.currentItem().level() == Qgis.MessageLevel.Warning


def test_products_outside_the_area_are_skipped_without_failing(start, iface, product, make_product, wait):
    """Scenes outside my field are counted in one message, without a warning."""
    beside = make_product(FLAT, tile="T33UCC", origin=(303000, 5900040))
    run = start(product, beside, area=FIELD)
    wait(lambda: not run.is_running())
    of_field = f"20m_area_{FIELD.digest[:8]}"
    assert layers() == [f"{product.stem}_{of_field}.vrt", f"{product.stem}_ukis-6b-l1c+ukis-4b-l1c_{of_field}.tif"]
    assert [outcome.path for outcome in run.outcomes if outcome.skipped] == [beside]
    assert not any(outcome.failed for outcome in run.outcomes)
    assert iface.messages() == ["1 mask made, 1 skipped (outside the area)."]
    (mask,) = [layer for layer in QgsProject.instance().mapLayers().values() if layer.source().endswith(".tif")]
    assert (mask.width(), mask.height()) == (20, 15)


def test_a_run_without_a_product_in_the_area_says_so_without_failing(start, iface, make_product, wait):
    """If no product touches my field I read it, and the task has not failed."""
    run = start(make_product(FLAT, origin=(303000, 5900040)), area=FIELD)
    failed: list[bool] = []
    run.task.taskTerminated.connect(lambda: failed.append(True))
    wait(lambda: not run.is_running())
    assert layers() == []
    assert iface.messages() == ["No product touches the area of interest."]
    assert failed == []


def test_existing_masks_are_loaded(start, product, wait):
    """A second run in a new project adds the existing masks without computing them."""
    first = start(product)
    wait(lambda: not first.is_running())
    QgsProject.instance().clear()
    second = start(product)
    wait(lambda: not second.is_running())
    assert second.outcomes[0].result.reused
    assert layers() == [f"{product.stem}_20m.vrt", f"{product.stem}_ukis-6b-l1c+ukis-4b-l1c_20m.tif"]


def test_cancelling_half_way_leaves_nothing(start, big_product, wait, tmp_path):
    """After cancelling there is no layer and no file, not even a hidden one."""
    run = start(big_product, processing_threads=1)
    reached: list[float] = []
    run.task.progressChanged.connect(reached.append)
    wait(lambda: any(percent > 20 for percent in reached))
    run.cancel()
    wait(lambda: not run.is_running())
    assert run.task.cancelled
    assert layers() == []
    assert list((tmp_path / "masks").iterdir()) == []


def test_cancelling_in_the_task_manager_cancels_the_run(start, big_product, wait, tmp_path):
    """The cancel button in QGIS's task manager works like the window's."""
    run = start(big_product)
    wait(lambda: QgsApplication.taskManager().countActiveTasks() == 1)
    assert "Cloud mask of" in QgsApplication.taskManager().activeTasks()[0].description()
    QgsApplication.taskManager().activeTasks()[0].cancel()
    wait(lambda: not run.is_running(), seconds=10)
    assert list((tmp_path / "masks").iterdir()) == []


def test_a_new_project_does_not_get_the_masks_of_the_old_one(start, iface, product, wait, tmp_path):
    """I close the project during the run: the masks are written, and I read where."""
    run = start(product)
    QgsProject.instance().clear()
    wait(lambda: not run.is_running())
    assert layers() == []
    assert (tmp_path / "masks" / f"{product.stem}_ukis-6b-l1c+ukis-4b-l1c_20m.tif").exists()
    assert any(str(tmp_path / "masks") in text for text in iface.messages())


def test_stopping_waits_and_leaves_nothing(start, iface, big_product, wait, tmp_path):
    """Unloading the plugin during a run ends the run first."""
    run = start(big_product)
    wait(lambda: QgsApplication.taskManager().countActiveTasks() == 1)
    run.stop()
    assert not run.is_running()
    wait(lambda: QgsApplication.taskManager().countActiveTasks() == 0, seconds=10)
    assert layers() == []
    assert list((tmp_path / "masks").iterdir()) == []
    assert iface.messages() == []


def test_layers_that_have_not_arrived_do_not_outlive_the_run(start, product, wait):
    """QGIS quits after a scene is masked and before its layers arrive; it would crash if they were deleted later."""
    run = start(product)
    wait(lambda: QgsApplication.taskManager().countActiveTasks() == 1)
    run.task.waitForFinished(60_000)
    sent = [weakref.ref(layer) for layers in run.task.layers for layer in layers]
    assert len(sent) == 2
    run.stop()
    assert [layer() for layer in sent] == [None, None]


def test_layers_that_are_not_added_are_closed(start, product, wait):
    """The masks of a run whose project was closed do not stay open until the next run."""
    run = start(product)
    QgsProject.instance().clear()
    sent: list[weakref.ref] = []
    run.task.scene_finished.connect(lambda _outcome, layers: sent.extend(map(weakref.ref, layers)), _DIRECT)
    wait(lambda: not run.is_running())
    assert [layer() for layer in sent] == [None, None]


def test_a_folder_that_cannot_be_written_is_reported(start, iface, product, wait, tmp_path):
    """If the run cannot start, I read the reason in the message bar."""
    (tmp_path / "file").touch()
    settings = MaskSettings(ProductsToFolder((product,), tmp_path / "file" / "masks"), quiet=True)
    run = MaskRun(settings, iface)
    run.start()
    wait(lambda: not run.is_running())
    assert [run.task.error] == iface.messages()
    assert str(tmp_path / "file" / "masks") in iface.messages()[0]


def test_masks_keep_their_georeference(start, product, wait):
    """Masks and the project keep their CRS after the threads of the run have ended."""
    run = start(product)
    wait(lambda: not run.is_running())
    world = QgsCoordinateReferenceSystem("EPSG:4326")
    for layer in QgsProject.instance().mapLayers().values():
        assert layer.crs().toWkt().startswith("PROJCS")
        transform = QgsCoordinateTransform(world, layer.crs(), QgsProject.instance())
        placed = transform.transform(QgsPointXY(12.02, 53.2))
        (x,), (y,) = rasterio.warp.transform("EPSG:4326", "EPSG:32633", [12.02], [53.2])
        assert (placed.x(), placed.y()) == pytest.approx((x, y), abs=0.01)


def test_an_unexpected_error_does_not_take_qgis_down(start, iface, product, wait, monkeypatch):
    """A programming error in the plugin ends as a message."""

    def fail(*_arguments):
        raise ZeroDivisionError("a mistake")

    monkeypatch.setattr("cloud_s2_mask.core.pipeline.batch.run_batch", fail)
    run = start(product)
    wait(lambda: not run.is_running())
    assert any("ZeroDivisionError: a mistake" in text for text in iface.messages())


def test_scenes_that_are_not_clear_enough_stay_off_the_map(start, iface, product, cloudy_product, wait, tmp_path):
    """I ask for scenes with at least 97 % clear: the cloudy one is masked but not added."""
    run = start(product, cloudy_product, min_clear=97)
    wait(lambda: not run.is_running())
    clear = {outcome.path: outcome.result.clear_percent for outcome in run.outcomes}
    assert clear[product] > 97 > clear[cloudy_product]
    assert layers() == [f"{product.stem}_20m.vrt", f"{product.stem}_ukis-6b-l1c+ukis-4b-l1c_20m.tif"]
    (group,) = QgsProject.instance().layerTreeRoot().findGroups()
    assert len(group.findGroups()) == 1
    assert (tmp_path / "masks" / f"{cloudy_product.stem}_ukis-6b-l1c+ukis-4b-l1c_20m.tif").exists()
    assert iface.messages() == ["2 masks made. Not added to the map, with less than 97 % clear: 1."]


def test_the_message_leads_to_the_masks_and_to_the_season(start, iface, product, make_product, wait, opened):
    """From the message I open the folder of the masks and, after several scenes, their season."""
    run = start(product, make_product(FLAT, tile="T33UCC"))
    asked: list[bool] = []
    run.season_wanted.connect(lambda: asked.append(True))
    wait(lambda: not run.is_running())
    folder, season = iface.bar.currentItem().findChildren(QPushButton)
    assert (folder.text(), season.text()) == ("Open folder", "Season…")
    season.click()
    folder.click()
    assert asked == [True]
    assert opened == [str(run.outcomes[0].result.mask_path.parent)]
    alone = start(product)
    wait(lambda: not alone.is_running())
    assert [button.text() for button in iface.bar.currentItem().findChildren(QPushButton)] == ["Open folder"]


def test_a_warning_does_not_hide_its_text(start, iface, product, make_product, wait):
    """I read what is wrong with a mask without a click."""
    run = start(product, make_product(FLAT, tile="T33UCC"), model="ukis-6b-l1c", processing_res=60)
    wait(lambda: not run.is_running())
    (warning,) = run.summary().warnings
    assert warning in iface.messages()[0]
    assert iface.messages()[0].startswith("2 masks made.")
    assert iface.bar.currentItem().level() == Qgis.MessageLevel.Warning


def test_masks_with_other_settings_are_one_message_with_a_button(start, iface, product, make_product, wait):
    """A run with another buffer says so for all products, and offers to replace their masks."""
    other = make_product(FLAT, tile="T33UCC")
    first = start(product, other)
    wait(lambda: not first.is_running())
    first.dismiss()
    second = start(product, other, buffer_m=40.0)
    asked: list[bool] = []
    second.replacing_wanted.connect(lambda: asked.append(True))
    wait(lambda: not second.is_running())
    assert iface.messages() == ["No new mask made, 2 not replaced. 2 products have masks with other settings: buffer."]
    (button,) = iface.bar.currentItem().findChildren(QPushButton)
    assert button.text() == "Replace"
    button.click()
    assert asked == [True]
    assert second.summary().clashing == (product, other)


def test_the_map_shows_all_masks_of_an_empty_project(start, iface, product, make_product, wait):
    """After the run I see every scene, not only the first one that was finished."""
    iface.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    east = make_product(FLAT, tile="T33UVU", origin=(310000, 5900040))
    run = start(product, east)
    wait(lambda: not run.is_running())
    assert len(layers()) == 4
    assert all(iface.canvas.extent().contains(layer.extent()) for layer in QgsProject.instance().mapLayers().values())


def test_a_map_that_cannot_show_the_masks_stays_where_it_is(start, iface, product, make_product, wait):
    """The map is of the other side of the earth, where the masks have no coordinates: the run ends as usual."""
    far = QgsCoordinateReferenceSystem.fromProj("+proj=gnom +lat_0=-60 +lon_0=-170 +datum=WGS84")
    QgsProject.instance().setCrs(far)
    iface.canvas.setDestinationCrs(far)
    run = start(product, make_product(FLAT, tile="T33UCC"))
    ended: list[bool] = []
    run.ended.connect(lambda: ended.append(True))
    before = iface.canvas.extent()
    wait(lambda: ended)
    assert iface.messages() == ["2 masks made."]
    assert iface.canvas.extent() == before


def test_a_fault_of_the_report_does_not_lock_the_window(start, product, wait, monkeypatch):
    """Whatever fails after the last mask, the run ends for the window."""
    monkeypatch.setattr("sys.excepthook", lambda *_error: None)
    run = start(product)
    monkeypatch.setattr(run, "summary", lambda: 1 / 0)
    ended: list[bool] = []
    run.ended.connect(lambda: ended.append(True))
    wait(lambda: ended)
    assert not run.is_running()


def test_the_map_of_another_project_stays_where_it_is(start, iface, product, make_product, big_product, wait):
    """I open another project during the run, and its map does not jump to the masks of the former one."""
    iface.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    run = start(product, make_product(FLAT, tile="T33UCC"), big_product, optimise_scene_order=False)
    wait(lambda: len(layers()) == 4)
    QgsProject.instance().clear()
    before = iface.canvas.extent()
    wait(lambda: not run.is_running())
    assert [outcome.result is not None for outcome in run.outcomes] == [True, True, True]
    assert iface.canvas.extent() == before


def test_a_map_with_layers_stays_where_it_is(start, iface, product, make_product, wait):
    """I look at my own layers, and the run does not move the map."""
    first = start(product)
    wait(lambda: not first.is_running())
    view = QgsRectangle(299000, 5890000, 301000, 5892000)
    iface.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    iface.canvas.setExtent(view)
    before = iface.canvas.extent()
    run = start(make_product(FLAT, tile="T33UCC"), make_product(FLAT, tile="T33UVU"))
    wait(lambda: not run.is_running())
    assert len(layers()) == 6
    assert iface.canvas.extent() == before


def test_a_uniform_scene_is_loaded_with_its_values(start, product, wait):
    """The layer on the map has the values of the mask."""
    run = start(product)
    wait(lambda: not run.is_running())
    layer = next(layer for layer in QgsProject.instance().mapLayers().values() if layer.source().endswith(".tif"))
    block = layer.dataProvider().block(1, layer.extent(), layer.width(), layer.height())
    values = np.frombuffer(bytes(block.data()), np.uint8)
    counts = {key: 100 * np.mean(values == value) for value, key in enumerate(("clear", "thick_cloud"))}
    assert counts["clear"] == pytest.approx(run.outcomes[0].result.shares["clear"])
    assert counts["thick_cloud"] == pytest.approx(run.outcomes[0].result.shares["thick_cloud"])
