"""Steps of `desktop_check` inside QGIS: a user's way through the plugin."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import processing
from qgis import utils
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QDialog, QMessageBox

from .desktop_driver import Driver, Steps, pause

_PLUGIN = "cloud_s2_mask"


def _confirm() -> None:
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        box.button(QMessageBox.StandardButton.Yes).click()


def walk_through(desk: Driver) -> Steps:
    """Run all steps in the order of a typical session."""
    for part in (
        _open,
        _mask,
        _cancel,
        _close_and_keep_running,
        _close_project,
        _toolbox,
        _unload,
        _quit,
    ):
        yield from part(desk)


def _dialog() -> Any:
    return next(w for w in QApplication.topLevelWidgets() if w.objectName() == "MaskDialog")


def _actions() -> list[Any]:
    window = utils.iface.mainWindow()
    return [
        action
        for action in window.findChildren(type(utils.iface.actionExit()))
        if action.objectName() == "cloud_s2_mask_open"
    ]


def layers() -> list[QgsRasterLayer]:
    """Return the layers of the project, in no order."""
    return list(QgsProject.instance().mapLayers().values())


def describe_layer(layer: QgsRasterLayer) -> dict[str, Any]:
    """Describe name, style, legend and time of a layer."""
    renderer = layer.renderer()
    time_range = layer.temporalProperties().fixedTemporalRange()
    classes = renderer.classes() if renderer.type() == "paletted" else []
    return {
        "name": layer.name(),
        "renderer": renderer.type(),
        "opacity": layer.opacity(),
        "labels": {int(item.value): item.label for item in classes},
        "alpha": {int(item.value): item.color.alpha() for item in classes},
        "begin": time_range.begin().toString("yyyy-MM-ddTHH:mm:ss"),
        "in_time": layer.temporalProperties().isActive(),
    }


def _files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*")) if folder.exists() else []


def _fresh(desk: Driver, name: str) -> Path:
    QgsProject.instance().clear()
    folder = desk.out / name
    folder.mkdir()
    _dialog().options.output_folder.setFilePath(str(folder))
    return folder


def _ended(dialog: Any) -> Callable[[], bool]:
    return lambda: not dialog.current_run().is_running()


def _half_way(dialog: Any) -> Callable[[], bool]:
    return lambda: dialog.progress.value() > 300 or not dialog.current_run().is_running()


def _open(desk: Driver) -> Steps:
    desk.observed["loaded"] = _PLUGIN in utils.plugins
    desk.observed["menu_actions"] = len(_actions())
    menus = [action.menu() for action in utils.iface.rasterMenu().actions() if action.menu()]
    desk.observed["raster_menu"] = {
        menu.title().replace("&", ""): [action.text() for action in menu.actions()] for menu in menus
    }
    _actions()[0].trigger()
    dialog = _dialog()
    yield pause(0.5)
    desk.observed["preselected_resolution"] = dialog.options.resolution()
    desk.picture("dialog_empty", dialog)


def _mask(desk: Driver) -> Steps:
    dialog = _dialog()
    folder = _fresh(desk, "masks of a run")
    dialog.add_paths(desk.products)
    yield dialog.run.isEnabled
    yield pause(0.3)
    desk.picture("dialog_filled", dialog)
    desk.watch()
    dialog.run.click()
    yield _half_way(dialog)
    desk.picture("dialog_running", dialog)
    yield _ended(dialog)
    desk.observed["lateness_ms"] = desk.worst_lateness_ms()
    yield pause(2.0)
    desk.picture("dialog_done", dialog)
    dialog.hide()
    yield lambda: not utils.iface.mapCanvas().isDrawing()
    desk.picture("masks_on_the_map", utils.iface.mainWindow())
    view, runs = utils.iface.layerTreeView(), QgsProject.instance().layerTreeRoot().findGroups()
    scenes = [scene for run in runs for scene in run.findGroups()]
    desk.observed["masks"] = {
        "files": _files(folder),
        "all_times": utils.iface.mapCanvas().temporalRange().isInfinite(),
        "layers": [describe_layer(layer) for layer in layers()],
        "tree": [[node.name() for node in scene.findLayers()] for scene in scenes],
        "unfolded": [view.isExpanded(view.node2index(group)) for group in (*runs, *scenes)],
        "messages": [item.text() for item in utils.iface.messageBar().items()],
        "statuses": [scene.status.value for scene in dialog.scenes.scenes()],
    }
    dialog.show()


def _cancel(desk: Driver) -> Steps:
    dialog = _dialog()
    dialog.scenes.remove(range(1, dialog.scenes.rowCount()))
    folder = _fresh(desk, "cancelled")
    dialog.run.click()
    yield _half_way(dialog)
    began = time.monotonic()
    dialog.cancel.click()
    yield _ended(dialog)
    desk.observed["cancel"] = {"seconds": round(time.monotonic() - began, 2)}
    yield pause(0.5)
    desk.observed["cancel"] |= {
        "files": _files(folder),
        "layers": len(layers()),
        "message": dialog.message.text(),
    }
    desk.picture("dialog_cancelled", dialog)


def _close_and_keep_running(desk: Driver) -> Steps:
    dialog = _dialog()
    _fresh(desk, "closed dialog")
    dialog.run.click()
    yield _half_way(dialog)
    text = dialog.close_button.text()
    dialog.close_button.click()
    tasks = QgsApplication.taskManager().countActiveTasks()
    desk.observed["closed_dialog"] = {"button": text, "visible": dialog.isVisible(), "tasks": tasks}
    yield _ended(dialog)
    desk.observed["closed_dialog"]["layers"] = len(layers())
    _actions()[0].trigger()
    yield pause(0.3)


def _close_project(desk: Driver) -> Steps:
    dialog = _dialog()
    folder = _fresh(desk, "closed project")
    dialog.run.click()
    yield _half_way(dialog)
    QgsProject.instance().setDirty(False)
    utils.iface.newProject()
    yield _ended(dialog)
    yield pause(0.3)
    desk.observed["closed_project"] = {"layers": len(layers()), "files": _files(folder)}


def _toolbox(desk: Driver) -> Steps:
    _dialog().hide()
    QgsProject.instance().clear()
    mask = str(desk.out / "toolbox mask.tif")
    window = processing.createAlgorithmDialog("clouds2mask:maskscene", {"INPUT": str(desk.products[0]), "OUTPUT": mask})
    window.show()
    yield pause(0.5)
    desk.picture("toolbox_dialog", window)
    over: list[bool] = []
    window.algorithmFinished.connect(lambda fine, _results: over.append(fine))
    window.runButton().click()
    yield lambda: bool(over)
    yield pause(0.5)
    desk.picture("toolbox_log", window)
    desk.observed["toolbox"] = {"fine": over[0], "layers": [describe_layer(layer) for layer in layers()]}
    window.close()


def _unload(desk: Driver) -> Steps:
    registry = QgsApplication.processingRegistry()
    utils.unloadPlugin(_PLUGIN)
    yield pause(0.5)
    windows = [w.objectName() for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]
    desk.observed["unloaded"] = {
        "actions": len(_actions()),
        "provider": registry.providerById("clouds2mask") is not None,
        "dialog": "MaskDialog" in windows,
    }
    utils.loadPlugin(_PLUGIN)
    utils.startPlugin(_PLUGIN)
    yield pause(0.3)
    desk.observed["reloaded"] = {
        "actions": len(_actions()),
        "provider": registry.providerById("clouds2mask") is not None,
    }


def _quit(desk: Driver) -> Steps:
    """Quit QGIS during a run: by the menu, which asks first, then as at the end of a desktop session."""
    _actions()[0].trigger()
    dialog = _dialog()
    dialog.add_paths(desk.products[:1])
    folder = _fresh(desk, "quit")
    yield dialog.run.isEnabled
    dialog.run.click()
    yield _half_way(dialog)
    QgsProject.instance().setDirty(False)
    QTimer.singleShot(1000, _confirm)
    utils.iface.actionExit().trigger()
    yield _ended(dialog)
    desk.observed["quit_by_menu"] = {"message": dialog.message.text(), "files": _files(folder)}
    dialog.run.click()
    yield _half_way(dialog)
    desk.observed["running_at_exit"] = dialog.current_run().is_running()
