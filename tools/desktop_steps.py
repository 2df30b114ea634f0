"""What `desktop_check` does inside QGIS: a person's way through the plugin, step by step, with an eye on the clock."""

from __future__ import annotations

import json
import os
import time
import traceback
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import processing
from qgis import utils
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

Steps = Generator[Callable[[], bool], None, None]
_PLUGIN = "cloud_s2_mask"
_STEP_TIMEOUT = 180.0
_TICK_MS = 50
_driver: Driver | None = None


def start() -> None:
    """Begin once QGIS has finished its own start."""
    global _driver  # noqa: PLW0603 - Qt keeps no reference to it
    _driver = Driver(json.loads(os.environ["CLOUD_S2_MASK_DESKTOP_PLAN"]))
    QTimer.singleShot(1500, _driver.begin)


class Driver(QObject):
    """Runs steps between events, so that QGIS behaves as if a person were there; measures how late timers are."""

    def __init__(self, plan: dict[str, Any]) -> None:
        super().__init__()
        self.products = [Path(path) for path in plan["products"]]
        self.out = Path(plan["out"])
        self.pictures = Path(plan["pictures"])
        self.observed: dict[str, Any] = {}
        self._file = Path(plan["observed"])
        self._steps = walk_through(self)
        self._ready: Callable[[], bool] = lambda: True
        self._deadline = time.monotonic() + _STEP_TIMEOUT
        self._poll = QTimer(self)
        self._poll.timeout.connect(self._advance)
        self._tick = QTimer(self)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._ticked)
        self._last_tick = 0.0
        self._lateness: list[float] = []

    def begin(self) -> None:
        """Take the first step."""
        self._poll.start(20)

    def watch(self) -> None:
        """Start to measure how late a timer of 50 ms is."""
        self._lateness = []
        self._last_tick = time.monotonic()
        self._tick.start(_TICK_MS)

    def worst_lateness_ms(self) -> float:
        """Stop measuring; how late the timer was at worst."""
        self._tick.stop()
        return round(1000 * max(self._lateness, default=0.0), 1)

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        """Save what a window shows; of the whole screen without one."""
        shot = widget.grab() if widget else QApplication.primaryScreen().grabWindow(0)
        shot.save(str(self.pictures / f"{name}.png"))

    def _ticked(self) -> None:
        now = time.monotonic()
        self._lateness.append(now - self._last_tick - _TICK_MS / 1000)
        self._last_tick = now

    def _advance(self) -> None:
        try:
            if self._ready():
                self._ready = next(self._steps)
                self._deadline = time.monotonic() + _STEP_TIMEOUT
            elif time.monotonic() > self._deadline:
                self._fail("A step did not come to its end.")
        except StopIteration:
            self._leave()
        except Exception:  # noqa: BLE001 - whatever it is, the caller has to see it
            self._fail(traceback.format_exc())

    def _fail(self, reason: str) -> None:
        self.observed["error"] = reason
        self.picture("error")
        self._leave()

    def _leave(self) -> None:
        self._poll.stop()
        self._file.write_text(json.dumps(self.observed), encoding="utf-8")
        # Not by the menu, which refuses while a run goes on: this is how the end of a session ends QGIS.
        QApplication.quit()


def _confirm() -> None:
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        box.button(QMessageBox.StandardButton.Yes).click()


def walk_through(desk: Driver) -> Steps:
    """All steps, in the order in which a person might take them."""
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


def _pause(seconds: float) -> Callable[[], bool]:
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


def _dialog() -> Any:
    return next(w for w in QApplication.topLevelWidgets() if w.objectName() == "MaskDialog")


def _actions() -> list[Any]:
    window = utils.iface.mainWindow()
    return [
        action
        for action in window.findChildren(type(utils.iface.actionExit()))
        if action.objectName() == "cloud_s2_mask_open"
    ]


def _layers() -> list[QgsRasterLayer]:
    return list(QgsProject.instance().mapLayers().values())


def _describe(layer: QgsRasterLayer) -> dict[str, Any]:
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
    yield _pause(0.5)
    desk.observed["preselected_resolution"] = dialog.options.resolution()
    desk.picture("dialog_empty", dialog)


def _mask(desk: Driver) -> Steps:
    dialog = _dialog()
    folder = _fresh(desk, "masks of a run")
    dialog.add_paths(desk.products)
    yield dialog.run.isEnabled
    yield _pause(0.3)
    desk.picture("dialog_filled", dialog)
    desk.watch()
    dialog.run.click()
    yield _half_way(dialog)
    desk.picture("dialog_running", dialog)
    yield _ended(dialog)
    desk.observed["lateness_ms"] = desk.worst_lateness_ms()
    yield _pause(2.0)
    desk.picture("dialog_done", dialog)
    dialog.hide()
    yield lambda: not utils.iface.mapCanvas().isDrawing()
    desk.picture("masks_on_the_map", utils.iface.mainWindow())
    root, view = QgsProject.instance().layerTreeRoot(), utils.iface.layerTreeView()
    desk.observed["masks"] = {
        "files": _files(folder),
        "layers": [_describe(layer) for layer in _layers()],
        "tree": [[node.name() for node in group.findLayers()] for group in root.findGroups()],
        "unfolded": [view.isExpanded(view.node2index(group)) for group in root.findGroups()],
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
    yield _pause(0.5)
    desk.observed["cancel"] |= {
        "files": _files(folder),
        "layers": len(_layers()),
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
    desk.observed["closed_dialog"]["layers"] = len(_layers())
    _actions()[0].trigger()
    yield _pause(0.3)


def _close_project(desk: Driver) -> Steps:
    dialog = _dialog()
    folder = _fresh(desk, "closed project")
    dialog.run.click()
    yield _half_way(dialog)
    QgsProject.instance().setDirty(False)
    utils.iface.newProject()
    yield _ended(dialog)
    yield _pause(0.3)
    desk.observed["closed_project"] = {"layers": len(_layers()), "files": _files(folder)}


def _toolbox(desk: Driver) -> Steps:
    _dialog().hide()
    QgsProject.instance().clear()
    mask = str(desk.out / "toolbox mask.tif")
    window = processing.createAlgorithmDialog("clouds2mask:maskscene", {"INPUT": str(desk.products[0]), "OUTPUT": mask})
    window.show()
    yield _pause(0.5)
    desk.picture("toolbox_dialog", window)
    over: list[bool] = []
    window.algorithmFinished.connect(lambda fine, _results: over.append(fine))
    window.runButton().click()
    yield lambda: bool(over)
    yield _pause(0.5)
    desk.picture("toolbox_log", window)
    desk.observed["toolbox"] = {"fine": over[0], "layers": [_describe(layer) for layer in _layers()]}
    window.close()


def _unload(desk: Driver) -> Steps:
    registry = QgsApplication.processingRegistry()
    utils.unloadPlugin(_PLUGIN)
    yield _pause(0.5)
    windows = [w.objectName() for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]
    desk.observed["unloaded"] = {
        "actions": len(_actions()),
        "provider": registry.providerById("clouds2mask") is not None,
        "dialog": "MaskDialog" in windows,
    }
    utils.loadPlugin(_PLUGIN)
    utils.startPlugin(_PLUGIN)
    yield _pause(0.3)
    desk.observed["reloaded"] = {
        "actions": len(_actions()),
        "provider": registry.providerById("clouds2mask") is not None,
    }


def _quit(desk: Driver) -> Steps:
    """QGIS is left while a run goes on: by its menu, where it asks, then as the end of a session leaves it."""
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
