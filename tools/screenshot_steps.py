"""Steps of `screenshots` inside QGIS: mask a season and open every window of the guide."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import processing
from qgis import utils
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, Qt
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QLineEdit, QTreeView, QWidget

from ..processing_provider.example_menu import open_copy
from ..processing_provider.example_model import example_models
from .desktop_driver import Driver, Steps, pause

_WINDOW = (1280, 800)


def walk_through(desk: Driver) -> Steps:
    """Take all pictures in the order of the guide."""
    utils.iface.mainWindow().resize(*_WINDOW)
    for name in ("Browser", "LayerOrder"):
        for dock in utils.iface.mainWindow().findChildren(QDockWidget, name):
            dock.close()
    for part in (_window, _map, _season, _models, _toolbox, _designer):
        yield from part(desk)
    QgsProject.instance().setDirty(False)
    utils.iface.newProject()


def _dialog() -> Any:
    utils.plugins["cloud_s2_mask"].show_dialog()
    return next(w for w in QApplication.topLevelWidgets() if w.objectName() == "MaskDialog")


def _window(desk: Driver) -> Steps:
    dialog = _dialog()
    folder = desk.out / "masks"
    folder.mkdir()
    dialog.options.output_folder.setFilePath(str(folder))
    dialog.add_paths(desk.products)
    yield dialog.run.isEnabled
    yield pause(0.5)
    _picture(desk, "dialog.png", dialog)
    dialog.run.click()
    yield lambda: dialog.progress.value() > 450 or not dialog.current_run().is_running()
    _picture(desk, "dialog-running.png", dialog)
    yield lambda: not dialog.current_run().is_running()
    yield pause(1)


def _map(desk: Driver) -> Steps:
    _dialog().hide()
    utils.iface.messageBar().clearWidgets()
    utils.iface.mapCanvas().zoomToFullExtent()
    yield from _drawn()
    desk.observed["layers"] = len(QgsProject.instance().mapLayers())
    _picture(desk, "map.jpg", utils.iface.mainWindow())


def _season(desk: Driver) -> Steps:
    dialog = _dialog()
    dialog.show_season()
    window = dialog.season_window
    model = window.table.model()
    cells = [[model.index(row, column).data() for column in range(5)] for row in range(model.rowCount())]
    desk.observed["season"] = cells
    window.table.selectRow(min(2, model.rowCount() - 1))
    yield pause(0.5)
    yield from _drawn()
    _picture(desk, "season.png", window)
    window.hide()
    dialog.hide()


def _models(desk: Driver) -> Steps:
    utils.plugins["cloud_s2_mask"].show_models()
    window = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "ModelManager")
    yield lambda: not window.is_busy()
    window.select("omnicloudmask")
    yield pause(0.5)
    desk.observed["models"] = len(window.entries())
    _picture(desk, "models.png", window)
    window.close()


def _toolbox(desk: Driver) -> Steps:
    toolbox = utils.iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
    toolbox.show()
    toolbox.setFloating(True)
    toolbox.resize(440, 480)
    toolbox.findChild(QLineEdit).setText("clouds2mask")
    yield pause(1)
    tree = toolbox.findChild(QTreeView)
    tree.expandAll()
    yield pause(0.3)
    desk.observed["toolbox"] = list(_titles(tree.model(), tree.rootIndex()))
    _picture(desk, "toolbox.png", toolbox)
    toolbox.setFloating(False)
    toolbox.hide()
    parameters = {"INPUT": str(desk.products[0])}
    window = processing.createAlgorithmDialog("clouds2mask:maskscene", parameters)
    window.resize(980, 640)
    window.show()
    yield pause(0.5)
    _picture(desk, "algorithm.png", window)
    window.close()


def _designer(desk: Driver) -> Steps:
    example = next(model for model in example_models() if "composite" in model.path.stem)
    designer = open_copy(example)
    designer.resize(*_WINDOW)
    yield pause(1)
    view = designer.view()
    view.fitInView(view.scene().itemsBoundingRect(), Qt.AspectRatioMode.KeepAspectRatio)
    yield pause(0.5)
    desk.observed["designer"] = [step.description() for step in designer.model().childAlgorithms().values()]
    _picture(desk, "model.png", designer)
    designer.hide()  # closing it would ask whether to save
    designer.deleteLater()


def _titles(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield index.data()
        yield from _titles(model, index)


def _drawn() -> Steps:
    canvas = utils.iface.mapCanvas()
    yield pause(0.5)
    yield lambda: not canvas.isDrawing()
    yield pause(0.5)


def _picture(desk: Driver, name: str, widget: QWidget) -> None:
    path: Path = desk.pictures / name
    widget.grab().save(str(path), quality=88 if path.suffix == ".jpg" else -1)
