"""The work with finished masks: by the toolbox, by the menus of layers, by hand, and against other models."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

from qgis import utils
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QContextMenuEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QGroupBox, QLineEdit, QTreeView

from ...core.classes import CLASS_OF_KEY
from ...ui.shared.layers import looks_like_mask
from ..desktop_driver import Steps, pause
from ..desktop_user import User, window
from .steps import (
    PLUGIN,
    PROVIDER,
    algorithm_dialog,
    beside_products,
    cells,
    choose,
    drawn,
    home,
    layers,
    open_window,
    run,
    statuses,
    tree_names,
)


def polygons(user: User) -> Steps:
    """The mask of a date as polygons, by the toolbox."""
    tree = yield from _open_toolbox()
    mask = _newest_mask()
    utils.iface.setActiveLayer(mask)
    dialog = yield from _open_algorithm(user, tree, "maskpolygons")
    user.seen["input"] = Path(mask.source()).name
    dialog.mainWidget().setParameters({"INPUT": mask.source(), "OUTPUT": str(home(user) / "polygons.gpkg")})
    yield pause(0.5)
    user.look()
    user.seen["fine"] = yield from _run_algorithm(user, dialog)
    [layer] = [one for one in layers() if one.source().partition("|")[0].endswith("polygons.gpkg")]
    _show_alone(mask, shown=False)
    utils.iface.messageBar().clearWidgets()
    yield from drawn()
    user.look()
    user.keep("polygons.jpg", utils.iface.mainWindow())
    user.seen["polygons"] = [feature.attributes()[1:5] for feature in layer.getFeatures()]
    user.seen["legend"] = [category.label() for category in layer.renderer().categories()]
    QgsProject.instance().removeMapLayer(layer)


def correct(user: User) -> Steps:
    """A mask is corrected on the map by its context menu's entry, and saved as a version."""
    mask = _newest_mask()
    _show_alone(mask, shown=True)
    utils.iface.setActiveLayer(mask)
    utils.iface.zoomToActiveLayer()
    utils.iface.messageBar().clearWidgets()
    yield from drawn()
    yield from user.open_by_menu("mRasterMenu", "CloudS2Mask", f"{PLUGIN}_correct")
    panel = utils.iface.mainWindow().findChild(QDockWidget, f"{PLUGIN}_correction")
    yield lambda: panel.isVisible() and panel.tools.checkedId() >= 0
    yield from drawn()
    user.look()
    user.seen["classes"] = [button.text() for button in panel.classes.buttons()]
    canvas = utils.iface.mapCanvas().viewport()
    yield from user.click(panel.classes.button(CLASS_OF_KEY["shadow"].value))
    for x, y in ((0.45, 0.45), (0.75, 0.5), (0.6, 0.75)):
        yield from user.click(canvas, "corner", QPoint(round(x * canvas.width()), round(y * canvas.height())))
    QTest.mouseClick(canvas, Qt.MouseButton.RightButton, pos=canvas.rect().center())
    yield panel.undo.isEnabled
    yield from user.click(panel.classes.button(CLASS_OF_KEY["thick_cloud"].value))
    yield from user.click(panel.tools.button(1))
    yield from user.drag(canvas, (0.3, 0.3), (0.6, 0.35))
    yield panel.save.isEnabled
    yield from drawn()
    user.look()
    user.keep("correct.jpg", utils.iface.mainWindow())
    yield from user.click(panel.undo)
    yield from user.click(panel.redo)
    before = set(QgsProject.instance().mapLayers())
    yield from user.click(panel.save)
    yield lambda: set(QgsProject.instance().mapLayers()) != before
    yield from drawn()
    user.look()
    user.seen["layers"] = tree_names(QgsProject.instance().layerTreeRoot())
    user.seen["files"] = sorted(path.name for path in beside_products(user).glob("*_edited*"))
    yield from open_window(user)
    yield from user.click(window("MaskDialog").season)
    yield from drawn()
    user.look()
    user.seen["season"] = cells(window("MaskDialog").season_window.table.model())


def correct_again(user: User) -> Steps:
    """The same run finds the mask that was corrected in place of its own."""
    yield from open_window(user)
    dialog = window("MaskDialog")
    yield from run(user)
    user.look()
    user.seen["status"], user.seen["after"] = dialog.message.text(), statuses(dialog)
    yield from user.click(dialog.season)
    yield from drawn()
    user.look()
    user.seen["season"] = cells(dialog.season_window.table.model())


def layer_menu(user: User) -> Steps:
    """From the context menu of a mask to the map without masks; the slider of the opacity lies below each mask."""
    mask = _newest_mask()
    utils.iface.setActiveLayer(mask)
    yield from drawn()
    view = utils.iface.layerTreeView()
    place = view.visualRect(view.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place))
    QTimer.singleShot(0, lambda: QApplication.sendEvent(view.viewport(), event))  # which waits for its end
    yield lambda: QApplication.activePopupWidget() is not None
    yield pause(0.5)
    menu = QApplication.activePopupWidget()
    [ours] = [one for one in menu.actions() if one.text() == "CloudS2Mask"]
    yield from user.click(menu, ours.text(), menu.actionGeometry(ours).center())
    yield pause(0.5)
    user.seen["offered"] = [one.text() for one in ours.menu().actions()]
    user.look()
    user.keep("layer-menu.jpg")
    ours.menu().close()
    menu.close()
    yield from user.open_by_menu("mRasterMenu", "CloudS2Mask", f"{PLUGIN}_toggle")
    yield from drawn()
    user.seen["visible"] = QgsProject.instance().layerTreeRoot().findLayer(mask.id()).itemVisibilityChecked()
    user.look()
    yield from user.open_by_menu("mRasterMenu", "CloudS2Mask", f"{PLUGIN}_toggle")


def compare(user: User) -> Steps:
    """From a product of the list to a report on the models, by a right click."""
    yield from open_window(user)
    dialog = window("MaskDialog")
    yield from user.click_item(dialog.table, dialog.table.model().index(1, 0))
    place = dialog.table.visualRect(dialog.table.model().index(1, 0)).center()
    QTimer.singleShot(0, lambda: dialog.table.customContextMenuRequested.emit(place))  # which waits for its end
    yield lambda: QApplication.activePopupWidget() is not None
    yield pause(0.5)
    user.look()
    yield from choose(user, "compare")
    yield lambda: algorithm_dialog() is not None
    dialog.hide()
    asked = algorithm_dialog()
    yield pause(0.5)
    user.look()
    user.seen["asked"] = {name: str(value) for name, value in asked.createProcessingParameters().items()}
    user.seen["folded"] = asked.findChild(QGroupBox, "grpAdvanced").property("collapsed")
    over: list[dict[str, Any]] = []
    asked.algorithmFinished.connect(lambda _fine, results: over.append(results))
    yield from user.click(asked.runButton())
    yield lambda: bool(over)
    yield from drawn()
    user.look()
    asked.close()
    utils.iface.mainWindow().findChild(QDockWidget, "ResultsViewer").hide()
    yield from drawn()
    user.look()
    yield from _keep_page(user, "comparison.jpg", over[0]["REPORT"])
    user.seen["results"] = over[0]
    user.seen["layers"] = tree_names(QgsProject.instance().layerTreeRoot())


def _keep_page(user: User, name: str, page: str) -> Steps:
    """Save a picture of a page for the guide; without the browser of Qt 5, there is none."""
    try:
        from qgis.PyQt.QtWebKitWidgets import QWebView
    except ImportError:
        return
    view = QWebView()
    view.resize(1180, 1000)
    view.load(QUrl.fromLocalFile(page))
    view.show()
    yield pause(1.5)
    user.keep(name, view)
    view.close()


def composite(user: User) -> Steps:
    """A cloud-free composite of the dates by the toolbox."""
    tree = yield from _open_toolbox()
    toolbox = tree.window()
    user.look()
    user.keep("toolbox.png", toolbox)
    user.seen["toolbox"] = [index.data() for index in _indexes(tree.model())]
    dialog = yield from _open_algorithm(user, tree, "composite")
    folder, tile = beside_products(user), user.desk.products[0].name.split("_")[5]
    scenes, masks = ([str(path) for path in sorted(folder.glob(f"*_{tile}_*{kind}"))] for kind in (".vrt", ".tif"))
    output = str(home(user) / "composite.tif")
    dialog.mainWidget().setParameters({"INPUTS": scenes, "MASKS": masks, "OUTPUT": output})
    yield pause(0.5)
    user.look()
    user.keep("algorithm.png", dialog)
    user.seen["fine"] = yield from _run_algorithm(user, dialog)
    user.seen["layers"] = [layer.name() for layer in layers()]


def _newest_mask() -> QgsRasterLayer:
    """Return the mask on the map with the last time of all."""
    masks = [layer for layer in layers() if isinstance(layer, QgsRasterLayer) and looks_like_mask(layer)]
    return max(masks, key=lambda layer: layer.temporalProperties().fixedTemporalRange().begin().toString("yyyyMMdd"))


def _show_alone(mask: QgsRasterLayer, *, shown: bool) -> None:
    """Show the group of a mask, with or without the mask, and hide the other dates."""
    node = QgsProject.instance().layerTreeRoot().findLayer(mask.id())
    scene = node.parent()
    for other in scene.parent().findGroups():
        other.setItemVisibilityChecked(other == scene)
    node.setItemVisibilityChecked(shown)


def _open_toolbox() -> Generator[Callable[[], bool], None, Any]:
    """Show the toolbox with the plugin's algorithms alone, and return its tree."""
    toolbox = utils.iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
    toolbox.show()
    toolbox.setFloating(True)
    toolbox.setGeometry(100, 100, 440, 480)
    toolbox.findChild(QLineEdit).setText(PROVIDER)
    yield pause(1)
    tree = toolbox.findChild(QTreeView)
    tree.expandAll()
    yield pause(0.5)
    return tree


def _open_algorithm(user: User, tree: Any, name: str) -> Generator[Callable[[], bool], None, Any]:
    """Open an algorithm by a double click in the toolbox, which goes, and return its window."""
    title = QgsApplication.processingRegistry().algorithmById(f"{PROVIDER}:{name}").displayName()
    [index] = [one for one in _indexes(tree.model()) if one.data() == title]
    toolbox = tree.window()
    yield from user.click_item(tree, index, double=True)
    toolbox.setFloating(False)
    toolbox.hide()
    yield lambda: algorithm_dialog() is not None
    return algorithm_dialog()


def _run_algorithm(user: User, dialog: Any) -> Generator[Callable[[], bool], None, bool]:
    """Run an algorithm in its window, which is closed, and return True if it succeeded."""
    over: list[bool] = []
    dialog.algorithmFinished.connect(lambda fine, _results: over.append(fine))
    yield from user.click(dialog.runButton())
    yield lambda: bool(over)
    yield from drawn()
    user.look()
    dialog.close()
    yield from drawn()
    user.look()
    return over[0]


def _indexes(model: QAbstractItemModel, parent: QModelIndex | None = None) -> list[QModelIndex]:
    """Return the items of a tree from top to bottom."""
    parent = parent or QModelIndex()
    rows = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    return [index for row in rows for index in (row, *_indexes(model, row))]
