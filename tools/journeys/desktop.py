"""Runs that QGIS interrupts, the designer of models, and a plugin that comes and goes."""

from __future__ import annotations

import time

from qgis import utils
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QMessageBox

from ...processing_provider.example_menu import open_copy
from ...processing_provider.example_model import example_models
from ..desktop_driver import Steps, pause
from ..desktop_user import User, window
from .steps import PLUGIN, PROVIDER, actions, ended, files, half_way, layers, new_project, open_window, read, start


def cancel(user: User) -> Steps:
    """A run that is cancelled half-way."""
    yield from open_window(user)
    dialog = window("MaskDialog")
    folder = yield from start(user, "cancelled")
    user.look()
    began = time.monotonic()
    yield from user.click(dialog.cancel)
    user.look()
    yield from ended(dialog)
    user.seen["seconds"] = time.monotonic() - began
    user.look()
    user.seen["status"] = dialog.message.text()
    user.seen["files"] = files(folder)


def close_window(user: User) -> Steps:
    """A run whose window is closed."""
    yield from open_window(user)
    dialog = window("MaskDialog")
    new_project()
    folder = yield from start(user, "closed window")
    user.seen["button"] = dialog.close_button.text()
    yield from user.click(dialog.close_button)
    user.seen["visible"] = dialog.isVisible()
    user.seen["tasks"] = QgsApplication.taskManager().countActiveTasks()
    yield from ended(dialog)
    user.look()
    user.seen["masks"], user.seen["layers"] = len(list(folder.glob("*.tif"))), len(layers())


def close_project(user: User) -> Steps:
    """A run whose project is closed."""
    yield from open_window(user)
    dialog = window("MaskDialog")
    folder = yield from start(user, "closed project")
    new_project()
    yield from ended(dialog)
    user.look()
    user.seen["masks"], user.seen["layers"] = len(list(folder.glob("*.tif"))), len(layers())


def designer(user: User) -> Steps:
    """An example model in the designer."""
    example = next(model for model in example_models() if "composite" in model.path.stem)
    window = open_copy(example)
    window.resize(1280, 800)
    yield pause(1)
    view = window.view()
    view.fitInView(view.scene().itemsBoundingRect(), Qt.AspectRatioMode.KeepAspectRatio)
    yield pause(0.5)
    user.keep("model.png", window)
    user.seen["steps"] = [step.description() for step in window.model().childAlgorithms().values()]
    window.hide()  # closing it would ask whether to save
    window.deleteLater()


def unload(user: User) -> Steps:
    """The plugin is unloaded, and loaded again."""
    registry = QgsApplication.processingRegistry()
    for name, act in {"unloaded": _unload, "loaded": _load}.items():
        act()
        yield pause(0.5)
        provider = registry.providerById(PROVIDER) is not None
        user.seen[name] = [len(actions()), provider, window("MaskDialog") is not None]


def leave(user: User) -> Steps:
    """QGIS is quit during a run: by its menu, which asks first, and then as at the end of a desktop session."""
    yield from open_window(user)
    dialog = window("MaskDialog")
    dialog.add_paths(user.desk.products)
    yield from read(dialog)
    folder = yield from start(user, "left")
    QgsProject.instance().setDirty(False)
    QTimer.singleShot(1000, _confirm)
    utils.iface.actionExit().trigger()
    yield from ended(dialog)
    user.seen["status"], user.seen["files"] = dialog.message.text(), files(folder)
    dialog.run.click()
    yield half_way(dialog)
    user.seen["running"] = dialog.current_run().is_running()
    shown = QgsProject.instance().layerTreeRoot().findLayers()
    utils.iface.setActiveLayer(shown[-1].layer())  # another one would become active when it is removed


def _confirm() -> None:
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        box.button(QMessageBox.StandardButton.Yes).click()


def _unload() -> None:
    utils.unloadPlugin(PLUGIN)


def _load() -> None:
    utils.loadPlugin(PLUGIN)
    utils.startPlugin(PLUGIN)
