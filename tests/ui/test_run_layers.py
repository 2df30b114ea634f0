"""Tests of the layers that a run puts on the map."""

from __future__ import annotations

import gc

from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsLayerTreeMapCanvasBridge
from qgis.PyQt.QtCore import QCoreApplication, QEvent

from .conftest import FLAT, LEFT, TOP


def test_the_layers_of_all_products_stay_on_the_map(dialog, fill, product, make_product, wait):
    """Layers opened in the background stay after their threads have ended."""
    fill(product, make_product(FLAT, tile="T33UCC"))
    dialog.run.click()
    wait(lambda: not dialog.current_run().is_running())
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as QGIS's own event loop does
    layers = QgsProject.instance().mapLayers().values()
    assert len(layers) == 4
    assert {layer.thread() for layer in layers} == {QCoreApplication.instance().thread()}
    assert all(layer.isValid() for layer in layers)


def test_only_clear_scenes_are_added_if_i_choose_so(dialog, fill, product, wait):
    """Scenes below the least clear share are in the season but not on the map."""
    assert dialog.options.min_clear() == 0
    dialog.options.only_clear.setChecked(True)
    dialog.options.least_clear.setValue(100)
    fill(product)
    dialog.run.click()
    wait(lambda: not dialog.current_run().is_running())
    added = dialog.current_run().outcomes[0].result.clear_percent == 100
    assert bool(QgsProject.instance().mapLayers()) == added
    assert dialog.season_window.rows.rowCount() == 1


def test_the_map_stays_where_it_is_the_area(dialog, fill, canvas, product, make_product, wait):
    """My project is empty and the map is the area: it stays as it is, so that masks can still be replaced."""
    bridge = QgsLayerTreeMapCanvasBridge(QgsProject.instance().layerTreeRoot(), canvas)  # QGIS's, which moves the map
    dialog.area.source.setCurrentIndex(dialog.area.source.findData("canvas"))
    for buffer, path in ((0, product), (40, make_product(FLAT, tile="T33UCC"))):
        fill(path)
        dialog.options.buffer.setValue(buffer)
        QgsProject.instance().clear()
        canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
        canvas.setExtent(QgsRectangle(LEFT + 300, TOP - 900, LEFT + 1100, TOP - 300))
        before = canvas.extent()
        dialog.run.click()
        wait(lambda: not dialog.current_run().is_running())
        wait(lambda: not dialog.area._settling.isActive())
        assert bridge.rootGroup().findLayers()
        assert canvas.extent() == before
    assert dialog.message.text().startswith("1 mask made, 1 not replaced.")
    assert dialog.replace.isVisible()


def test_the_layers_of_a_run_are_removed_in_one_go(dialog, fill, product, make_product, wait):
    """One click takes the masks of the run off the map, and nothing else; the files stay."""
    folder = fill(product, make_product(FLAT, tile="T33UCC"))
    own = QgsVectorLayer("Polygon?crs=EPSG:32633", "fields", "memory")
    QgsProject.instance().addMapLayer(own)
    dialog.run.click()
    wait(lambda: not dialog.current_run().is_running())
    wait(lambda: "Remove layers" in dialog.message.text())
    dialog.message.linkActivated.emit("remove")
    assert list(QgsProject.instance().mapLayers().values()) == [own]
    wait(lambda: "Remove layers" not in dialog.message.text())
    assert dialog.message.text().startswith("2 masks made.")
    assert len(list(folder.glob("*.tif"))) == 2


def test_layers_can_be_removed_while_one_is_on_the_map(dialog, fill, product, wait):
    """I have removed the mask by hand: natural colours are still offered for removal, and then nothing is."""
    fill(product)
    dialog.run.click()
    wait(lambda: not dialog.current_run().is_running())
    project = QgsProject.instance()
    (mask,) = [name for name, layer in project.mapLayers().items() if layer.source().endswith(".tif")]
    project.removeMapLayer(mask)
    wait(lambda: not dialog._refreshing.isActive())
    assert "Remove layers" in dialog.message.text()
    dialog.message.linkActivated.emit("remove")
    assert project.mapLayers() == {}
    wait(lambda: "Remove layers" not in dialog.message.text())
