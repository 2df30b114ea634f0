"""Journeys of `walk` inside QGIS: each is a user's way to a result."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

from qgis import utils
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsSettings
from qgis.PyQt.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPoint, Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QContextMenuEvent, QHelpEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QLineEdit, QMessageBox, QToolButton, QToolTip, QTreeView

from ..core.cards.card import models_dir
from ..core.classes import CLASS_OF_KEY
from ..processing_provider.example_menu import open_copy
from ..processing_provider.example_model import example_models
from ..ui.shared.host import SETTINGS_GROUP
from ..ui.shared.layers import looks_like_mask
from ..ui.shared.model_texts import RECOMMENDED
from .desktop_driver import Driver, Steps, pause
from .desktop_user import User, can_be_clicked, own_windows, shows, tool_button, window

_PLUGIN, _PROVIDER = "cloud_s2_mask", "clouds2mask"
_OPEN, _MODELS = f"{_PLUGIN}_open", f"{_PLUGIN}_models"
READ_ONLY = "/proc"
"""A folder in which nobody can write, not even root."""


def walk_through(desk: Driver) -> Steps:
    """Walk the journeys of the plan; one that fails is a fault, and the next one follows."""
    user = User(desk)
    for dock in utils.iface.mainWindow().findChildren(QDockWidget):
        if dock.objectName() in {"Browser", "LayerOrder"}:
            dock.close()
    for name in desk.journeys:
        utils.iface.mainWindow().setGeometry(QApplication.primaryScreen().geometry())
        user.begin(name)
        try:
            yield from JOURNEYS[name](user)
        except AssertionError as error:
            desk.observed["faults"].append(str(error))
            user.look()
        for one in own_windows():
            one.close()
    desk.observed["unexplained"] = user.unexplained()


def install(user: User) -> Steps:
    """From a plugin without models to one that is ready."""
    user.seen["loaded"], user.seen["actions"] = _PLUGIN in utils.plugins, len(_actions())
    yield from _open(user)
    dialog = window("MaskDialog")
    yield dialog.strip.isVisible
    user.seen["missing"] = dialog.strip_text.text()
    user.look()
    yield from user.click(dialog.fetch_missing)
    yield shows("InstallDialog")
    installer = window("InstallDialog")
    yield installer.fetch.isEnabled
    yield pause(0.5)
    user.look()
    wheels = _beside(user, "wheels")
    if wheels.exists():
        installer.wheels.setFilePath(str(wheels))  # without internet
        yield from user.click(installer.fetch)
        yield installer.is_running
        yield pause(1)
        user.look()
        yield lambda: not installer.is_running()
    else:
        for path in _beside(user, "installed").glob("*.*"):
            shutil.copy2(path, models_dir())
        installer.recheck()
        dialog.check_installation()
    yield lambda: not dialog.strip.isVisible()
    yield pause(1)
    user.look()
    user.seen["said"].append(installer.message.text())
    installer.close()
    yield pause(0.5)
    user.look()
    user.seen["status"] = dialog.message.text()


def on_the_map(user: User) -> Steps:
    """From a list of products to those that are chosen on the map, by their outlines and pictures."""
    yield from _open(user)
    dialog = window("MaskDialog")
    dialog.add_paths(user.desk.products)
    yield from _read(dialog)
    main, usual = utils.iface.mainWindow(), dialog.geometry()
    dialog.resize(usual.width(), dialog.minimumSizeHint().height())
    dialog.move(main.geometry().bottomRight() - dialog.frameGeometry().bottomRight() + dialog.frameGeometry().topLeft())
    yield from user.click(dialog.pick, "pick")
    yield from _drawn()
    user.look()
    canvas = utils.iface.mapCanvas().viewport()
    place = QPoint(canvas.width() // 4, canvas.height() // 8)
    yield from user.click(canvas, "outline", place)
    yield pause(1)
    user.seen["selected"] = len(dialog.table.selected_rows())
    dialog.table.select([len(user.desk.products) - 1])
    yield from _drawn()
    for _ in range(20):  # the pictures are drawn in the background
        QApplication.sendEvent(canvas, QHelpEvent(QEvent.Type.ToolTip, place, canvas.mapToGlobal(place)))
        yield pause(0.3)
        if QToolTip.text().count("<img"):
            break
    user.keep("on-the-map.jpg")
    user.seen["told"], user.seen["pictures_told"] = (QToolTip.text().count(one) for one in ("<b>", "<img"))
    user.look()
    dialog.setGeometry(usual)
    dialog.close()
    yield from _drawn()
    user.look()
    _empty(user)


def six_dates(user: User) -> Steps:
    """From a new QGIS to the masks of all dates over an area that is drawn on the map, and to their season."""
    yield from _open(user)
    dialog = window("MaskDialog")
    _open_files_in(_home(user) / "Sentinel-2")
    yield from user.click(dialog.add_parent)
    yield from user.choose_files(_home(user) / "Sentinel-2")
    yield from _read(dialog)
    user.look()
    user.keep("dialog.png", dialog)
    user.seen["folder"] = str(dialog.options.folder())
    yield from user.click(dialog.area.rectangle)
    yield from _drawn()
    user.look()
    yield from user.drag(utils.iface.mapCanvas().viewport(), (0.25, 0.1), (0.75, 0.9))
    yield shows("MaskDialog")
    yield pause(0.5)
    user.look()
    yield from user.click(dialog.run)
    yield _half_way(dialog)
    user.look()
    user.keep("dialog-running.png", dialog)
    yield from _ended(dialog)
    user.look()
    yield from user.click(dialog.season)
    yield from _drawn()
    user.look()
    user.seen["status"] = dialog.message.text()
    user.seen["season"] = _cells(dialog.season_window.table.model())
    user.seen["layers"] = _names(QgsProject.instance().layerTreeRoot())
    user.seen["described"] = [describe_layer(layer) for layer in layers()]


def season(user: User) -> Steps:
    """From the season to the map of one of its dates."""
    yield from _open(user)
    dialog = window("MaskDialog")
    yield from user.click(dialog.season)
    overview = dialog.season_window
    yield from user.click_item(overview.table, overview.table.model().index(2, 0))
    yield from _drawn()
    user.look()
    yield from _keep_large(user, "season.png", overview)
    overview.hide()
    dialog.hide()
    utils.iface.messageBar().clearWidgets()
    yield from _drawn()
    utils.iface.mapCanvas().zoomToFullExtent()
    yield from _drawn()
    user.look()
    user.keep("map.jpg", utils.iface.mainWindow())


def choose_dates(user: User) -> Steps:
    """From the line in the chart to a composite of the clear dates, and a season docked in QGIS's window."""
    yield from _open(user)
    dialog = window("MaskDialog")
    yield from user.click(dialog.season)
    dialog.hide()
    overview = dialog.season_window
    yield from _drawn()
    chart, bar = overview.chart, overview.chart.chart().bars[0]
    places = [(0.3, (bar.bottom - share * bar.height) / chart.height()) for share in (0, 0.7)]
    yield from user.drag(chart, *places)
    yield from user.click(overview.select_shown)
    yield from _drawn()
    user.look()
    user.seen["least"], user.seen["clear"] = overview.filter.least.value(), _cells(overview.table.model())
    yield from user.click(overview.use_selected)
    yield lambda: QApplication.activePopupWidget() is not None
    user.look()
    yield from _choose(user, "composite")
    yield lambda: _algorithm_dialog() is not None
    asked = _algorithm_dialog()
    yield pause(0.5)
    user.look()
    user.seen["asked"] = {name: str(value) for name, value in asked.createProcessingParameters().items()}
    asked.close()
    place = overview.table.visualRect(overview.table.model().index(1, 0)).center()
    QTimer.singleShot(0, lambda: overview.table.customContextMenuRequested.emit(place))  # which waits for its end
    yield lambda: QApplication.activePopupWidget() is not None
    yield pause(0.5)
    user.look()
    user.keep("table-menu.png", QApplication.activePopupWidget())
    QApplication.activePopupWidget().close()
    yield from _keep_large(user, "season-line.png", overview)
    overview.setFloating(False)
    yield from _drawn()
    user.look()
    user.keep("season-docked.jpg", utils.iface.mainWindow())
    user.seen["docked"] = not overview.isFloating()
    overview.filter.least.setValue(0)
    overview.setFloating(True)
    overview.close()


def _keep_large(user: User, name: str, overview: Any) -> Steps:
    """Keep a picture of the season as on a larger screen."""
    size = overview.size()
    overview.resize(1000, 660)
    yield from _drawn()
    user.keep(name, overview)
    overview.resize(size)


def _choose(user: User, name: str) -> Steps:
    """Click an entry of the open menu of a table, by its object name."""
    menu: Any = QApplication.activePopupWidget()
    [action] = [one for one in menu.actions() if one.objectName() == name]
    yield from user.click(menu, action.text(), menu.actionGeometry(action).center())


def rerun(user: User) -> Steps:
    """The same run again, then with another buffer, which offers to replace the masks."""
    yield from _open(user)
    dialog = window("MaskDialog")
    yield from _run(user)
    user.look()
    user.seen["reused"] = dialog.message.text()
    arrow = dialog.options.advanced.findChild(QToolButton, "collapseButton")
    yield from user.click(arrow)
    yield from user.type(dialog.options.buffer.lineEdit(), "100")
    yield from _run(user)
    user.look()
    user.seen["other"] = dialog.message.text()
    user.seen["notice"] = dialog.strip_text.text()
    user.desk.watch()
    yield from user.click(dialog.replace)
    yield from _ended(dialog)
    user.desk.observed["lateness_ms"] = user.desk.worst_lateness_ms()
    user.look()
    user.seen["replaced"] = dialog.message.text()
    dialog.options.advanced.setCollapsed(True)


def cancel(user: User) -> Steps:
    """A run that is cancelled half-way."""
    yield from _open(user)
    dialog = window("MaskDialog")
    folder = yield from _start(user, "cancelled")
    user.look()
    began = time.monotonic()
    yield from user.click(dialog.cancel)
    user.look()
    yield from _ended(dialog)
    user.seen["seconds"] = time.monotonic() - began
    user.look()
    user.seen["status"] = dialog.message.text()
    user.seen["files"] = _files(folder)


def close_window(user: User) -> Steps:
    """A run whose window is closed."""
    yield from _open(user)
    dialog = window("MaskDialog")
    _new_project()
    folder = yield from _start(user, "closed window")
    user.seen["button"] = dialog.close_button.text()
    yield from user.click(dialog.close_button)
    user.seen["visible"] = dialog.isVisible()
    user.seen["tasks"] = QgsApplication.taskManager().countActiveTasks()
    yield from _ended(dialog)
    user.look()
    user.seen["masks"], user.seen["layers"] = len(list(folder.glob("*.tif"))), len(layers())


def close_project(user: User) -> Steps:
    """A run whose project is closed."""
    yield from _open(user)
    dialog = window("MaskDialog")
    folder = yield from _start(user, "closed project")
    _new_project()
    yield from _ended(dialog)
    user.look()
    user.seen["masks"], user.seen["layers"] = len(list(folder.glob("*.tif"))), len(layers())


def one_scene(user: User) -> Steps:
    """From the toolbar to the mask of one scene."""
    _empty(user)
    yield from _open(user)
    dialog = window("MaskDialog")
    dialog.area.source.setCurrentIndex(0)
    yield from user.click(dialog.add_folders)
    yield from user.choose_files(_home(user) / "Sentinel-2", user.desk.products[0].name)
    yield from _read(dialog)
    user.look()
    yield from _run(user)
    dialog.hide()
    yield from _drawn()
    user.look()
    user.seen["layers"] = _names(QgsProject.instance().layerTreeRoot())


def wrong_inputs(user: User) -> Steps:
    """Products that cannot be masked beside one that can, and a folder that cannot be written to."""
    _empty(user)
    yield from _open(user)
    dialog = window("MaskDialog")
    dialog.area.source.setCurrentIndex(dialog.area.source.findData("drawn"))
    folder = _home(user) / "Wrong inputs"
    _open_files_in(folder)
    yield from user.click(dialog.add_parent)
    yield from user.choose_files(folder)
    yield from _read(dialog)
    _open_files_in(folder)
    yield from user.click(dialog.add_folders)
    yield from user.choose_files(folder, "holiday.SAFE")
    yield from _read(dialog)
    user.look()
    user.seen["before"] = _statuses(dialog)
    dialog.options.output_folder.setFilePath(READ_ONLY)
    yield pause(0.3)
    user.look()
    user.seen["read_only"] = dialog.message.text()
    dialog.options.output_folder.setFilePath(str(_home(user) / "wrong"))
    yield from _run(user)
    yield from _drawn()
    user.look()
    user.seen["after"] = _statuses(dialog)
    user.seen["status"] = dialog.message.text()
    dialog.hide()
    yield from _drawn()
    user.look()


def models(user: User) -> Steps:
    """The models, by the menu."""
    yield from user.open_by_menu("mRasterMenu", "CloudS2Mask", _MODELS)
    manager = window("ModelManager")
    yield lambda: not manager.is_busy()
    manager.select(RECOMMENDED)
    yield pause(0.5)
    user.look()
    user.keep("models.png", manager)
    user.seen["models"] = len(manager.entries())


def composite(user: User) -> Steps:
    """A cloud-free composite of the dates by the toolbox."""
    tree = yield from _open_toolbox()
    toolbox = tree.window()
    user.look()
    user.keep("toolbox.png", toolbox)
    user.seen["toolbox"] = [index.data() for index in _indexes(tree.model())]
    dialog = yield from _open_algorithm(user, tree, "composite")
    folder, tile = _beside_products(user), user.desk.products[0].name.split("_")[5]
    scenes, masks = ([str(path) for path in sorted(folder.glob(f"*_{tile}_*{kind}"))] for kind in (".vrt", ".tif"))
    output = str(_home(user) / "composite.tif")
    dialog.mainWidget().setParameters({"INPUTS": scenes, "MASKS": masks, "OUTPUT": output})
    yield pause(0.5)
    user.look()
    user.keep("algorithm.png", dialog)
    user.seen["fine"] = yield from _run_algorithm(user, dialog)
    user.seen["layers"] = [layer.name() for layer in layers()]


def polygons(user: User) -> Steps:
    """The mask of a date as polygons, by the toolbox."""
    tree = yield from _open_toolbox()
    mask = _newest_mask()
    utils.iface.setActiveLayer(mask)
    dialog = yield from _open_algorithm(user, tree, "maskpolygons")
    user.seen["input"] = Path(mask.source()).name
    dialog.mainWidget().setParameters({"INPUT": mask.source(), "OUTPUT": str(_home(user) / "polygons.gpkg")})
    yield pause(0.5)
    user.look()
    user.seen["fine"] = yield from _run_algorithm(user, dialog)
    [layer] = [one for one in layers() if one.source().partition("|")[0].endswith("polygons.gpkg")]
    _show_alone(mask, shown=False)
    utils.iface.messageBar().clearWidgets()
    yield from _drawn()
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
    yield from _drawn()
    yield from user.open_by_menu("mRasterMenu", "CloudS2Mask", f"{_PLUGIN}_correct")
    panel = utils.iface.mainWindow().findChild(QDockWidget, f"{_PLUGIN}_correction")
    yield lambda: panel.isVisible() and panel.tools.checkedId() >= 0
    yield from _drawn()
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
    yield from _drawn()
    user.look()
    user.keep("correct.jpg", utils.iface.mainWindow())
    yield from user.click(panel.undo)
    yield from user.click(panel.redo)
    before = set(QgsProject.instance().mapLayers())
    yield from user.click(panel.save)
    yield lambda: set(QgsProject.instance().mapLayers()) != before
    yield from _drawn()
    user.look()
    user.seen["layers"] = _names(QgsProject.instance().layerTreeRoot())
    user.seen["files"] = sorted(path.name for path in _beside_products(user).glob("*_edited*"))
    yield from _open(user)
    yield from user.click(window("MaskDialog").season)
    yield from _drawn()
    user.look()
    user.seen["season"] = _cells(window("MaskDialog").season_window.table.model())


def layer_menu(user: User) -> Steps:
    """From the context menu of a mask to the map without masks; the slider of the opacity lies below each mask."""
    mask = _newest_mask()
    utils.iface.setActiveLayer(mask)
    yield from _drawn()
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
    yield from user.open_by_menu("mRasterMenu", "CloudS2Mask", f"{_PLUGIN}_toggle")
    yield from _drawn()
    user.seen["visible"] = QgsProject.instance().layerTreeRoot().findLayer(mask.id()).itemVisibilityChecked()
    user.look()
    yield from user.open_by_menu("mRasterMenu", "CloudS2Mask", f"{_PLUGIN}_toggle")


def compare(user: User) -> Steps:
    """From a product of the list to a report on the models, by a right click."""
    yield from _open(user)
    dialog = window("MaskDialog")
    yield from user.click_item(dialog.table, dialog.table.model().index(1, 0))
    place = dialog.table.visualRect(dialog.table.model().index(1, 0)).center()
    QTimer.singleShot(0, lambda: dialog.table.customContextMenuRequested.emit(place))  # which waits for its end
    yield lambda: QApplication.activePopupWidget() is not None
    yield pause(0.5)
    user.look()
    yield from _choose(user, "compare")
    yield lambda: _algorithm_dialog() is not None
    dialog.hide()
    asked = _algorithm_dialog()
    yield pause(0.5)
    user.look()
    user.seen["asked"] = {name: str(value) for name, value in asked.createProcessingParameters().items()}
    over: list[dict[str, Any]] = []
    asked.algorithmFinished.connect(lambda _fine, results: over.append(results))
    yield from user.click(asked.runButton())
    yield lambda: bool(over)
    yield from _drawn()
    user.look()
    asked.close()
    utils.iface.mainWindow().findChild(QDockWidget, "ResultsViewer").hide()
    yield from _drawn()
    user.look()
    yield from _keep_page(user, "comparison.jpg", over[0]["REPORT"])
    user.seen["results"] = over[0]
    user.seen["layers"] = _names(QgsProject.instance().layerTreeRoot())


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
        provider = registry.providerById(_PROVIDER) is not None
        user.seen[name] = [len(_actions()), provider, window("MaskDialog") is not None]


def leave(user: User) -> Steps:
    """QGIS is quit during a run: by its menu, which asks first, and then as at the end of a desktop session."""
    yield from _open(user)
    dialog = window("MaskDialog")
    dialog.add_paths(user.desk.products)
    yield from _read(dialog)
    folder = yield from _start(user, "left")
    QgsProject.instance().setDirty(False)
    QTimer.singleShot(1000, _confirm)
    utils.iface.actionExit().trigger()
    yield from _ended(dialog)
    user.seen["status"], user.seen["files"] = dialog.message.text(), _files(folder)
    dialog.run.click()
    yield _half_way(dialog)
    user.seen["running"] = dialog.current_run().is_running()
    shown = QgsProject.instance().layerTreeRoot().findLayers()
    utils.iface.setActiveLayer(shown[-1].layer())  # another one would become active when it is removed


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


def _beside(user: User, name: str) -> Path:
    return user.desk.out.parent / name


def _home(user: User) -> Path:
    return _beside(user, "home")


def _beside_products(user: User) -> Path:
    """Return the folder that the window proposed for the masks."""
    return Path(user.desk.observed["journeys"]["six_dates"]["folder"])


def _actions() -> list[Any]:
    window = utils.iface.mainWindow()
    actions = window.findChildren(type(utils.iface.actionExit()))
    return [action for action in actions if action.objectName() == _OPEN]


def _open(user: User) -> Steps:
    """Open the window by the toolbar, or by the menu if a narrow screen hides its button."""
    button = tool_button(_OPEN)
    if can_be_clicked(button):
        yield from user.click(button, "toolbar")
    else:
        yield from user.open_by_menu("mRasterMenu", "CloudS2Mask", _OPEN)
    yield shows("MaskDialog")
    yield lambda: window("MaskDialog").installation() is not None
    yield pause(0.5)


def _open_files_in(folder: Path) -> None:
    """Let file dialogs open in a folder, as if it were the last one."""
    QgsSettings().setValue(f"{SETTINGS_GROUP}/last_folder", str(folder))


def _new_project() -> None:
    QgsProject.instance().setDirty(False)
    utils.iface.newProject()
    utils.iface.messageBar().clearWidgets()


def _empty(user: User) -> None:
    """Begin with an empty project and an empty list."""
    _new_project()
    dialog = window("MaskDialog")
    dialog.scenes.remove(range(dialog.scenes.rowCount()))
    _open_files_in(_home(user) / "Sentinel-2")


def _read(dialog: Any) -> Steps:
    yield lambda: not dialog.scanner.is_busy() and dialog.scenes.rowCount() > 0
    yield pause(0.5)


def _run(user: User) -> Steps:
    """Click Run and wait for the end."""
    yield from user.click(window("MaskDialog").run)
    yield from _ended(window("MaskDialog"))


def _start(user: User, name: str) -> Generator[Callable[[], bool], None, Path]:
    """Click Run with an output folder below the home, wait until it is half-way, and return the folder."""
    dialog, folder = window("MaskDialog"), _home(user) / name
    dialog.options.output_folder.setFilePath(str(folder))
    yield pause(0.3)
    yield from user.click(dialog.run)
    yield _half_way(dialog)
    return folder


def _half_way(dialog: Any) -> Callable[[], bool]:
    return lambda: dialog.progress.value() > 250 or not dialog.current_run().is_running()


def _ended(dialog: Any) -> Steps:
    yield lambda: not dialog.current_run().is_running()
    yield pause(0.7)


def _drawn() -> Steps:
    yield pause(0.5)
    yield lambda: not utils.iface.mapCanvas().isDrawing()
    yield pause(0.3)


def _files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*"))


def _names(group: Any) -> list[Any]:
    """Return the names of a group of layers, with a list after that of each group within."""
    names: list[Any] = []
    for child in group.children():
        names += [child.name(), _names(child)] if hasattr(child, "findGroups") else [child.name()]
    return names


def _cells(model: QAbstractItemModel) -> list[list[str]]:
    columns = range(model.columnCount())
    return [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]


def _statuses(dialog: Any) -> dict[str, str]:
    """Return the status of each product by its name."""
    return {row[-2]: row[-1] for row in _cells(dialog.table.model())}


def _indexes(model: QAbstractItemModel, parent: QModelIndex | None = None) -> list[QModelIndex]:
    """Return the items of a tree from top to bottom."""
    parent = parent or QModelIndex()
    rows = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    return [index for row in rows for index in (row, *_indexes(model, row))]


def _open_toolbox() -> Generator[Callable[[], bool], None, Any]:
    """Show the toolbox with the plugin's algorithms alone, and return its tree."""
    toolbox = utils.iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
    toolbox.show()
    toolbox.setFloating(True)
    toolbox.setGeometry(100, 100, 440, 480)
    toolbox.findChild(QLineEdit).setText(_PROVIDER)
    yield pause(1)
    tree = toolbox.findChild(QTreeView)
    tree.expandAll()
    yield pause(0.5)
    return tree


def _open_algorithm(user: User, tree: Any, name: str) -> Generator[Callable[[], bool], None, Any]:
    """Open an algorithm by a double click in the toolbox, which goes, and return its window."""
    title = QgsApplication.processingRegistry().algorithmById(f"{_PROVIDER}:{name}").displayName()
    [index] = [one for one in _indexes(tree.model()) if one.data() == title]
    toolbox = tree.window()
    yield from user.click_item(tree, index, double=True)
    toolbox.setFloating(False)
    toolbox.hide()
    yield lambda: _algorithm_dialog() is not None
    return _algorithm_dialog()


def _run_algorithm(user: User, dialog: Any) -> Generator[Callable[[], bool], None, bool]:
    """Run an algorithm in its window, which is closed, and return True if it succeeded."""
    over: list[bool] = []
    dialog.algorithmFinished.connect(lambda fine, _results: over.append(fine))
    yield from user.click(dialog.runButton())
    yield lambda: bool(over)
    yield from _drawn()
    user.look()
    dialog.close()
    yield from _drawn()
    user.look()
    return over[0]


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


def _algorithm_dialog() -> Any:
    windows = QApplication.topLevelWidgets()
    return next((one for one in windows if hasattr(one, "runButton") and one.isVisible()), None)


def _confirm() -> None:
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        box.button(QMessageBox.StandardButton.Yes).click()


def _unload() -> None:
    utils.unloadPlugin(_PLUGIN)


def _load() -> None:
    utils.loadPlugin(_PLUGIN)
    utils.startPlugin(_PLUGIN)


JOURNEYS: dict[str, Callable[[User], Steps]] = {
    journey.__name__: journey
    for journey in (
        *(
            install,
            on_the_map,
            six_dates,
            season,
            choose_dates,
            rerun,
            composite,
            polygons,
            correct,
            layer_menu,
            compare,
            cancel,
            close_window,
            close_project,
        ),
        *(one_scene, wrong_inputs, models, designer, unload, leave),
    )
}
