"""Steps that several journeys share, and what they look up in QGIS."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

from qgis import utils
from qgis.core import QgsProject, QgsRasterLayer, QgsSettings
from qgis.PyQt.QtCore import QAbstractItemModel
from qgis.PyQt.QtWidgets import QApplication

from ...ui.shared.host import SETTINGS_GROUP
from ..desktop_driver import Steps, pause
from ..desktop_user import User, can_be_clicked, shows, tool_button, window

PLUGIN, PROVIDER = "cloud_s2_mask", "clouds2mask"
OPEN, MODELS = f"{PLUGIN}_open", f"{PLUGIN}_models"


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


def beside(user: User, name: str) -> Path:
    """Return a path beside the profile of the session."""
    return user.desk.out.parent / name


def home(user: User) -> Path:
    """Return the home folder of the user."""
    return beside(user, "home")


def beside_products(user: User) -> Path:
    """Return the folder that the window proposed for the masks."""
    return Path(user.desk.observed["journeys"]["six_dates"]["folder"])


def actions() -> list[Any]:
    """Return the actions that open the main window: one, if the plugin is loaded once."""
    window = utils.iface.mainWindow()
    actions = window.findChildren(type(utils.iface.actionExit()))
    return [action for action in actions if action.objectName() == OPEN]


def open_window(user: User) -> Steps:
    """Open the window by the toolbar, or by the menu if a narrow screen hides its button."""
    button = tool_button(OPEN)
    if can_be_clicked(button):
        yield from user.click(button, "toolbar")
    else:
        yield from user.open_by_menu("mRasterMenu", "CloudS2Mask", OPEN)
    yield shows("MaskDialog")
    yield lambda: window("MaskDialog").installation() is not None
    yield pause(0.5)


def open_files_in(folder: Path) -> None:
    """Let file dialogs open in a folder, as if it were the last one."""
    QgsSettings().setValue(f"{SETTINGS_GROUP}/last_folder", str(folder))


def new_project() -> None:
    """Begin with an empty project."""
    QgsProject.instance().setDirty(False)
    utils.iface.newProject()
    utils.iface.messageBar().clearWidgets()


def empty(user: User) -> None:
    """Begin with an empty project and an empty list."""
    new_project()
    dialog = window("MaskDialog")
    dialog.scenes.remove(range(dialog.scenes.rowCount()))
    open_files_in(home(user) / "Sentinel-2")


def read(dialog: Any) -> Steps:
    """Wait until the products are read and listed."""
    yield lambda: not dialog.scanner.is_busy() and dialog.scenes.rowCount() > 0
    yield pause(0.5)


def run(user: User) -> Steps:
    """Click Run and wait for the end."""
    yield from user.click(window("MaskDialog").run)
    yield from ended(window("MaskDialog"))


def start(user: User, name: str) -> Generator[Callable[[], bool], None, Path]:
    """Click Run with an output folder below the home, wait until it is half-way, and return the folder."""
    dialog, folder = window("MaskDialog"), home(user) / name
    dialog.options.output_folder.setFilePath(str(folder))
    yield pause(0.3)
    yield from user.click(dialog.run)
    yield half_way(dialog)
    return folder


def half_way(dialog: Any) -> Callable[[], bool]:
    """Return the condition that a run has done a quarter of its work, or is over."""
    return lambda: dialog.progress.value() > 250 or not dialog.current_run().is_running()


def ended(dialog: Any) -> Steps:
    """Wait for the end of the run."""
    yield lambda: not dialog.current_run().is_running()
    yield pause(0.7)


def drawn() -> Steps:
    """Wait until the map is drawn."""
    yield pause(0.5)
    yield lambda: not utils.iface.mapCanvas().isDrawing()
    yield pause(0.3)


def files(folder: Path) -> list[str]:
    """List the names in a folder."""
    return sorted(path.name for path in folder.glob("*"))


def tree_names(group: Any) -> list[Any]:
    """Return the names of a group of layers, with a list after that of each group within."""
    found: list[Any] = []
    for child in group.children():
        found += [child.name(), tree_names(child)] if hasattr(child, "findGroups") else [child.name()]
    return found


def cells(model: QAbstractItemModel) -> list[list[str]]:
    """Return the texts of a table, row by row."""
    columns = range(model.columnCount())
    return [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]


def statuses(dialog: Any) -> dict[str, str]:
    """Return the status of each product by its name."""
    return {row[-2]: row[-1] for row in cells(dialog.table.model())}


def choose(user: User, name: str) -> Steps:
    """Click an entry of the open menu of a table, by its object name."""
    menu: Any = QApplication.activePopupWidget()
    [action] = [one for one in menu.actions() if one.objectName() == name]
    yield from user.click(menu, action.text(), menu.actionGeometry(action).center())


def algorithm_dialog() -> Any:
    """Return the open window of an algorithm; None if there is none."""
    windows = QApplication.topLevelWidgets()
    return next((one for one in windows if hasattr(one, "runButton") and one.isVisible()), None)
