"""Journeys of `walk` inside QGIS: each is a user's way to a result."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from qgis import utils
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsSettings
from qgis.PyQt.QtCore import QModelIndex
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QLineEdit, QToolButton, QTreeView

from ..core.cards.card import models_dir
from ..ui.shared.host import SETTINGS_GROUP
from .desktop_driver import Driver, Steps, pause
from .desktop_user import User, can_be_clicked, own_windows, shows, tool_button, window

_OPEN = "cloud_s2_mask_open"


def walk_through(desk: Driver) -> Steps:
    """Walk all journeys of a session whose profile is new and whose models folder is empty."""
    screen = QApplication.primaryScreen().geometry()
    user = User(desk)
    for journey in JOURNEYS:
        utils.iface.mainWindow().setGeometry(screen)
        user.begin(journey.__name__)
        try:
            yield from journey(user)
        except AssertionError as error:
            desk.observed["faults"].append(str(error))
            desk.picture(f"{journey.__name__}-fault")
        for one in own_windows():
            one.close()
    desk.observed["unexplained"] = user.unexplained()
    QgsProject.instance().setDirty(False)


def install(user: User) -> Steps:
    """From the components that are missing to a window that is ready."""
    yield from _open(user)
    dialog = window("MaskDialog")
    yield dialog.strip.isVisible
    yield pause(0.5)
    user.look()
    user.seen["missing"] = dialog.strip_text.text()
    yield from user.click(dialog.fetch_missing, dialog.fetch_missing.text())
    yield shows("InstallDialog")
    installer = window("InstallDialog")
    yield installer.fetch.isEnabled
    yield pause(0.5)
    user.look()
    wheels, models = user.desk.out.parent / "wheels", user.desk.out.parent / "installed"
    if wheels.exists():
        installer.wheels.setFilePath(str(wheels))  # without internet
        yield pause(0.5)
        user.look()
        yield from user.click(installer.fetch, installer.fetch.text())
        yield installer.is_running
        yield pause(1)
        user.look()
        yield lambda: not installer.is_running()
        yield pause(1)
    else:
        for path in models.iterdir():
            if path.is_file():
                shutil.copy2(path, models_dir())
        installer.recheck()
    yield lambda: not dialog.strip.isVisible() or _checked_again(dialog)
    yield pause(1)
    user.look()
    user.seen["ready"] = installer.message.text()
    installer.close()
    yield pause(0.5)
    user.look()
    user.seen["strip"] = dialog.strip.isVisible()
    dialog.close()


def one_scene(user: User) -> Steps:
    """From the toolbar to the mask of one scene."""
    yield from _remove_all(user)
    _start_anew(user, "Sentinel-2")
    yield from _open(user)
    dialog = window("MaskDialog")
    yield lambda: dialog.installation() is not None
    user.look()
    yield from user.click(dialog.add_folders, dialog.add_folders.text())
    yield from user.choose_files(_home(user) / "Sentinel-2", user.desk.products[0].name)
    yield lambda: not dialog.scanner.is_busy() and dialog.scenes.rowCount() > 0
    yield from _with_output(user, "one scene")
    user.look()
    yield from _run(user)
    dialog.hide()
    yield from _drawn()
    user.look()
    user.seen["layers"] = _tree()


def six_dates(user: User) -> Steps:
    """From the toolbar to the masks of six dates over an area that is drawn on the map, and to their season."""
    yield from _remove_all(user)
    _start_anew(user, "Sentinel-2")
    yield from _open(user)
    dialog = window("MaskDialog")
    yield from user.click(dialog.add_parent, dialog.add_parent.text())
    yield from user.choose_files(_home(user) / "Sentinel-2")
    yield lambda: not dialog.scanner.is_busy() and dialog.scenes.rowCount() > 0
    yield from _with_output(user, "six dates")
    user.look()
    area = dialog.area
    if not area.rectangle.isVisible():
        yield from user.choose_item(area.source, "drawn")
        user.look()
    yield from user.click(area.rectangle, "rectangle")
    yield from _drawn()
    user.look()
    yield from user.drag(utils.iface.mapCanvas().viewport(), (0.40, 0.35), (0.65, 0.65))
    yield shows("MaskDialog")
    yield pause(0.5)
    user.look()
    yield from _run(user)
    yield from _drawn()
    user.look()
    yield from user.click(dialog.season, dialog.season.text())
    yield from _drawn()
    user.look()
    user.seen["statuses"] = [scene.status.value for scene in dialog.scenes.scenes()]
    user.seen["season"] = _cells(dialog.season_window.table)
    user.seen["layers"] = _tree()


def season(user: User) -> Steps:
    """From the season to the map of its clearest date."""
    yield from _open(user)
    dialog = window("MaskDialog")
    yield from user.click(dialog.season, dialog.season.text())
    overview = dialog.season_window
    yield from user.click_item(overview.table, overview.table.model().index(1, 0))
    yield from _drawn()
    user.look()
    yield from user.click(overview.only, overview.only.text())
    yield from _drawn()
    user.look()
    overview.hide()
    dialog.hide()
    yield from _drawn()
    user.look()


def rerun(user: User) -> Steps:
    """The same run again, then with another buffer, which asks whether to replace the masks."""
    yield from _open(user)
    dialog = window("MaskDialog")
    yield from _run(user)
    user.look()
    user.seen["reused"] = dialog.message.text()
    if dialog.options.advanced.isCollapsed():
        arrow = dialog.options.advanced.findChild(QToolButton, "collapseButton")
        yield from user.click(arrow, dialog.options.advanced.title())
    yield from user.type(dialog.options.buffer.lineEdit(), "100")
    user.look()
    yield from _run(user)
    user.look()
    user.seen["other"] = dialog.message.text()
    user.seen["statuses"] = [scene.status.value for scene in dialog.scenes.scenes()]
    dialog.options.advanced.setCollapsed(True)


def cancel(user: User) -> Steps:
    """A run that is cancelled half-way."""
    yield from _open(user)
    dialog = window("MaskDialog")
    yield from _with_output(user, "cancelled")
    yield from user.click(dialog.run, dialog.run.text())
    yield lambda: dialog.progress.value() > 250 or not dialog.current_run().is_running()
    user.look()
    yield from user.click(dialog.cancel, dialog.cancel.text())
    user.look()
    yield lambda: not dialog.current_run().is_running()
    yield pause(0.5)
    user.look()
    user.seen["message"] = dialog.message.text()
    user.seen["statuses"] = [scene.status.value for scene in dialog.scenes.scenes()]


def wrong_inputs(user: User) -> Steps:
    """Products that cannot be masked, beside one that can, and a folder that cannot be written to."""
    yield from _remove_all(user)
    _start_anew(user, "Wrong inputs")
    yield from _open(user)
    dialog = window("MaskDialog")
    yield from user.click(dialog.add_parent, dialog.add_parent.text())
    yield from user.choose_files(_home(user) / "Wrong inputs")
    yield lambda: not dialog.scanner.is_busy() and dialog.scenes.rowCount() > 0
    yield from user.click(dialog.add_folders, dialog.add_folders.text())
    yield from user.choose_files(_home(user) / "Wrong inputs", "holiday.SAFE")
    yield lambda: not dialog.scanner.is_busy()
    yield from _with_output(user, "wrong inputs")
    user.look()
    user.seen["before"] = _cells(dialog.table)
    yield from _with_output(user, "/sys/kernel")
    user.look()
    user.seen["not_writable"] = dialog.message.text(), dialog.run.isEnabled()
    if dialog.run.isEnabled():
        yield from _run(user)
        user.look()
    yield from _with_output(user, "wrong inputs")
    yield from _run(user)
    yield from _drawn()
    user.look()
    user.seen["after"] = _cells(dialog.table)
    user.seen["message"] = dialog.message.text()
    dialog.hide()
    yield pause(0.5)
    user.look()


def composite(user: User) -> Steps:
    """A cloud-free composite of the six dates by the toolbox."""
    main = utils.iface.mainWindow()
    toolbox = main.findChild(QDockWidget, "ProcessingToolbox")
    toolbox.show()
    toolbox.findChild(QLineEdit).setText("clouds2mask")
    yield pause(1)
    tree = toolbox.findChild(QTreeView)
    tree.expandAll()
    yield pause(0.5)
    user.look()
    title = QgsApplication.processingRegistry().algorithmById("clouds2mask:composite").displayName()
    [index] = [one for one in _indexes(tree) if one.data() == title]
    yield from user.click_item(tree, index, double=True)
    yield lambda: _algorithm_dialog() is not None
    dialog = _algorithm_dialog()
    yield pause(0.5)
    user.look()
    rasters = [layer for layer in QgsProject.instance().mapLayers().values() if isinstance(layer, QgsRasterLayer)]
    folder = _home(user) / "six dates"
    scenes = [str(path) for path in sorted(folder.glob("*.vrt"))]
    masks = [str(path) for path in sorted(folder.glob("*.tif"))]
    user.seen["inputs"] = [len(rasters), len(scenes)]
    output = str(folder / "composite.tif")
    dialog.mainWidget().setParameters({"INPUTS": scenes, "MASKS": masks, "OUTPUT": output})
    yield pause(0.5)
    user.look()
    over: list[bool] = []
    dialog.algorithmFinished.connect(lambda fine, _results: over.append(fine))
    yield from user.click(dialog.runButton(), dialog.runButton().text())
    yield lambda: bool(over)
    yield from _drawn()
    user.look()
    user.seen["fine"] = over[0]
    dialog.close()
    toolbox.hide()
    yield from _drawn()
    user.look()


def _home(user: User) -> Path:
    return user.desk.out.parent / "home"


def _open(user: User) -> Steps:
    button = tool_button(_OPEN)
    if can_be_clicked(button):
        yield from user.click(button, "toolbar")
    else:  # the toolbar is too long for a narrow screen
        yield from user.open_by_menu("mRasterMenu", "CloudS2Mask", _OPEN)
    yield shows("MaskDialog")
    yield lambda: window("MaskDialog").installation() is not None
    yield pause(0.5)


def _start_anew(user: User, folder: str) -> None:
    """Begin with an empty project, and with file dialogs that open in a folder below the home, as preparation."""
    QgsSettings().setValue(f"{SETTINGS_GROUP}/last_folder", str(_home(user) / folder))
    utils.iface.newProject()
    utils.iface.messageBar().clearWidgets()


def _remove_all(user: User) -> Steps:
    """Empty the list, as preparation."""
    dialog = window("MaskDialog")
    dialog.season_window.hide()
    dialog.scenes.remove(range(dialog.scenes.rowCount()))
    dialog.hide()
    yield pause(0.2)


def _with_output(user: User, name: str) -> Steps:
    """Set the output folder, as preparation."""
    folder = _home(user) / name
    window("MaskDialog").options.output_folder.setFilePath(str(folder))
    yield pause(0.3)


def _run(user: User) -> Steps:
    """Click Run and wait for the end."""
    dialog = window("MaskDialog")
    before = dialog.current_run()
    yield from user.click(dialog.run, dialog.run.text())
    yield lambda: dialog.current_run() is not before and not dialog.current_run().is_running()
    yield pause(0.7)


def _checked_again(dialog: Any) -> bool:
    dialog.check_installation()
    return False


def _drawn() -> Steps:
    yield pause(0.5)
    yield lambda: not utils.iface.mapCanvas().isDrawing()
    yield pause(0.5)


def _tree() -> list[Any]:
    """Return the layer tree as nested lists of names."""
    return _names(QgsProject.instance().layerTreeRoot())


def _names(group: Any) -> list[Any]:
    return [
        [child.name(), _names(child)] if hasattr(child, "findGroups") else child.name() for child in group.children()
    ]


def _cells(view: Any) -> list[list[str]]:
    model = view.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def _indexes(tree: QTreeView, parent: QModelIndex | None = None) -> list[QModelIndex]:
    parent = parent or QModelIndex()
    rows = [tree.model().index(row, 0, parent) for row in range(tree.model().rowCount(parent))]
    return rows + [below for row in rows for below in _indexes(tree, row)]


def _algorithm_dialog() -> Any:
    windows = QApplication.topLevelWidgets()
    return next((one for one in windows if hasattr(one, "runButton") and one.isVisible()), None)


JOURNEYS = (install, six_dates, season, rerun, cancel, one_scene, wrong_inputs, composite)
