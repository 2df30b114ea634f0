"""Steps in a QGIS that has the default networks only: download published models from a hub, and mask a product."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from qgis import utils
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QMessageBox

from ..core.cards.card import load_cards
from .desktop_driver import Driver, Steps, pause
from .hub import Hub, open_hub
from .journeys.steps import describe_layer, layers
from .stand_ins import use_stand_ins, write_stand_ins

MODEL, LICENSED, BY_HAND = "omnicloudmask", "unetmobv2-l1c", "clouds2mask-10m"
"""Models that are downloaded, downloaded after consent, and imported."""
_CUT = 9_000_000
_BYTES_PER_TICK = 2_000_000


def walk_through(desk: Driver) -> Steps:
    """Run all steps."""
    files = write_stand_ins(desk.out, MODEL, LICENSED, BY_HAND)
    use_stand_ins(desk.out)
    served = {name: path.read_bytes() for name, path in files.items() if path.suffix != ".pkl"}
    with open_hub(served) as hub:
        for part in (_look, _download, _mask, _choose_licensed, _import, _from_folder, _in_german):
            asked = len(hub.asked)
            yield from part(desk, hub)
            requests = [(Path(one.path).name, one.headers.get("range", ""), one.sent) for one in hub.asked[asked:]]
            desk.observed.setdefault("requests", {})[part.__name__] = requests


def _look(desk: Driver, hub: Hub) -> Steps:
    """Open the window from the menu, and set the mirror."""
    utils.iface.mainWindow().resize(1280, 800)
    menus = [action.menu() for action in utils.iface.rasterMenu().actions() if action.menu()]
    entries = {action.objectName(): action for menu in menus for action in menu.actions()}
    entries["cloud_s2_mask_models"].trigger()
    window = _window("ModelManager")
    yield lambda: not window.is_busy()
    desk.observed["at_start"] = _states(window)
    yield pause(0.3)
    desk.picture("models", window)
    window.select(MODEL)
    yield pause(0.1)
    desk.picture("models_chosen", window)
    desk.observed["button"] = window.download.text()
    window.place.choice.setCurrentIndex(1)
    window.place.mirror.setText("hub")
    desk.observed["no_address"] = window.download.toolTip()
    yield pause(0.1)
    desk.picture("models_no_address", window)
    window.place.mirror.setText(hub.address)
    window.place.mirror.editingFinished.emit()
    yield window.download.isEnabled


def _download(desk: Driver, hub: Hub) -> Steps:
    """Download a model: first foreign bytes, then a lost connection, a pause by the user, and the rest."""
    window, texts = _window("ModelManager"), desk.observed.setdefault("messages", {})
    hub.misbehave("foreign bytes", times=1)
    window.download.click()
    yield _is_idle(window)
    yield pause(0.1)
    texts["foreign"] = window.message.text()
    desk.picture("models_foreign", window)
    hub.misbehave("cut", _CUT, times=1)
    hub.misbehave("trickle", _BYTES_PER_TICK)
    window.download.click()
    yield lambda: window.progress.value() > 100
    desk.observed["progress"] = window.progress.format()
    desk.picture("models_downloading", window)
    yield lambda: len(hub.asked) > 5  # it has continued by itself after the lost connection
    yield lambda: window.progress.value() > 250
    window.cancel.click()
    yield _is_idle(window)
    yield pause(0.1)
    texts["cancelled"] = window.message.text()
    desk.picture("models_cancelled", window)
    hub.faults.clear()
    window.download.click()
    yield lambda: _is_idle(window)() and _question() is not None
    yield pause(0.3)
    texts["done"], texts["offer"] = window.message.text(), _question().text()
    desk.picture("models_offer")
    desk.picture("models_ready", window)
    _question().button(QMessageBox.StandardButton.Yes).click()
    desk.observed["downloaded"] = _states(window)
    desk.observed["left"] = sorted(path.name for path in (Path(window.current().row.folder) / "downloads").glob("*"))
    window.close()


def _mask(desk: Driver, _hub: Hub) -> Steps:
    """Mask a product with it."""
    utils.plugins["cloud_s2_mask"].show_dialog()
    dialog = _window("MaskDialog")
    yield lambda: dialog.installation() is not None
    desk.observed["chosen"] = dialog.options.model.currentData()
    desk.observed["note"] = dialog.options.model_note.text()
    dialog.add_paths(desk.products)
    dialog.options.output_folder.setFilePath(str(desk.out / "masks"))
    yield dialog.run.isEnabled
    yield pause(0.3)
    desk.picture("mask_window", dialog)
    dialog.run.click()
    yield lambda: not dialog.current_run().is_running()
    yield pause(0.5)
    desk.picture("mask_done", dialog)
    outcomes = dialog.current_run().outcomes
    desk.observed["masks"] = [str(outcome.result.mask_path) for outcome in outcomes if outcome.result]
    desk.observed["warnings"] = [
        warning for outcome in outcomes if outcome.result for warning in outcome.result.warnings
    ]
    desk.observed["errors"] = [str(outcome.error) for outcome in outcomes if outcome.error]
    desk.observed["layers"] = [describe_layer(layer) for layer in layers()]
    dialog.hide()
    yield lambda: not utils.iface.mapCanvas().isDrawing()
    yield pause(0.3)
    desk.picture("mask_on_the_map", utils.iface.mainWindow())


def _choose_licensed(desk: Driver, _hub: Hub) -> Steps:
    """Choose a model in the window of the masks that is not there, and accept its licence."""
    dialog, texts = _window("MaskDialog"), desk.observed["messages"]
    dialog.show()
    yield _is_listed(dialog, MODEL)
    desk.observed["listed"] = [dialog.options.model.itemText(row) for row in range(dialog.options.model.count())]
    index = dialog.options.model.findData(LICENSED)
    dialog.options.model.setCurrentIndex(index)
    _soon(lambda: dialog.options.model.activated.emit(index))
    yield lambda: _question() is not None
    texts["not_there"] = _question().text()
    yield pause(0.2)
    desk.picture("mask_not_there")
    _soon(_question().button(QMessageBox.StandardButton.Yes).click)
    yield lambda: _question() is not None and _question().parent() is _window("ModelManager")
    yield pause(0.2)
    texts["consent"] = f"{_question().text()}\n{_question().informativeText()}"
    desk.picture("models_consent")
    desk.picture("models_consent_box", _question())
    accept = [button for button in _question().buttons() if "Accept" in button.text()]
    _soon(accept[0].click)
    yield _has_said(_window("ModelManager"), "ready")
    texts["licensed"] = _window("ModelManager").message.text()
    yield _is_listed(dialog, LICENSED)
    yield pause(0.2)
    desk.picture("mask_licensed", dialog)
    dialog.hide()


def _import(desk: Driver, _hub: Hub) -> Steps:
    """Import a file that its authors offer on their page only."""
    window = _window("ModelManager")
    window.select(BY_HAND)
    yield pause(0.1)
    desk.picture("models_by_hand", window)
    desk.observed["why_by_hand"] = window.download.toolTip()
    window.import_files(sorted((desk.out / "files").glob("v3.44*.pkl")))
    yield _has_said(window, "imported")
    yield pause(0.1)
    desk.observed["messages"]["imported"] = window.message.text()
    desk.picture("models_imported", window)


def _from_folder(desk: Driver, _hub: Hub) -> Steps:
    """Remove the model, and take it from a folder, as on a computer without internet."""
    window, texts = _window("ModelManager"), desk.observed["messages"]
    window.select(MODEL)
    _soon(window.remove.click)
    yield lambda: _question() is not None
    texts["remove"] = _question().text()
    _soon(_question().button(QMessageBox.StandardButton.Yes).click)
    yield _has_said(window, "removed")
    texts["removed"] = window.message.text()
    desk.observed["removed"] = _states(window)
    window.place.choice.setCurrentIndex(2)
    desk.observed["no_folder"] = window.download.toolTip()
    (desk.out / "empty").mkdir()
    window.place.folder.setFilePath(str(desk.out / "empty"))
    window.download.click()
    yield _has_said(window, "does not hold")
    yield pause(0.1)
    texts["empty_folder"] = window.message.text()
    desk.picture("models_empty_folder", window)
    window.place.folder.setFilePath(str(desk.out / "files"))
    window.download.click()
    yield _has_said(window, "ready")
    yield pause(0.1)
    texts["from_folder"] = window.message.text()
    desk.observed["from_folder"] = _states(window)
    desk.picture("models_from_folder", window)
    window.close()
    utils.plugins["cloud_s2_mask"].show_installer()
    installer = _window("InstallDialog")
    yield lambda: "Checking" not in installer.state.text()
    yield pause(0.2)
    desk.picture("install", installer)
    installer.close()


def _in_german(desk: Driver, _hub: Hub) -> Steps:
    """Open the windows again in German."""
    QgsSettings().setValue("locale/overrideFlag", True)
    QgsSettings().setValue("locale/userLocale", "de")
    utils.unloadPlugin("cloud_s2_mask")
    yield pause(0.2)  # the old windows are deleted
    utils.loadPlugin("cloud_s2_mask")
    import_module(use_stand_ins.__module__).use_stand_ins(desk.out)  # QGIS has read all modules again
    utils.startPlugin("cloud_s2_mask")
    utils.plugins["cloud_s2_mask"].show_models()
    window = _window("ModelManager")
    yield lambda: not window.is_busy()
    window.select(LICENSED)
    yield pause(0.2)
    desk.picture("models_german", window)
    window.close()
    utils.plugins["cloud_s2_mask"].show_dialog()
    dialog = _window("MaskDialog")
    yield lambda: dialog.installation() is not None
    yield pause(0.2)
    desk.picture("mask_german", dialog)
    dialog.close()
    utils.plugins["cloud_s2_mask"].show_installer()
    installer = _window("InstallDialog")
    yield pause(0.7)
    desk.picture("install_german", installer)
    installer.close()


def _window(name: str) -> Any:
    return next(window for window in QApplication.topLevelWidgets() if window.objectName() == name)


def _is_listed(dialog: Any, model: str) -> Callable[[], bool]:
    """Make the condition that the window of the masks lists a model as ready, by its title alone."""
    combo = dialog.options.model
    return lambda: combo.itemText(combo.findData(model)) == load_cards()[model].title


def _states(window: Any) -> dict[str, str]:
    """Return the state of each model by its id."""
    return {entry.row.id: entry.state() for entry in window.entries()}


def _is_idle(window: Any) -> Callable[[], bool]:
    return lambda: not window.transfer.is_running() and not window.is_busy()


def _has_said(window: Any, text: str) -> Callable[[], bool]:
    return lambda: text in window.message.text() and _is_idle(window)()


def _question() -> Any:
    """Return the visible question; None if there is none."""
    boxes = [window for window in QApplication.topLevelWidgets() if isinstance(window, QMessageBox)]
    return next((box for box in boxes if box.isVisible()), None)


def _soon(act: Callable[[], object]) -> None:
    """Act once the current step has returned: the question that appears waits for an answer."""
    QTimer.singleShot(0, act)
