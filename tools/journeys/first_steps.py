"""From a plugin without models to the first masks, and what a user may do wrong."""

from __future__ import annotations

import shutil

from qgis import utils
from qgis.core import QgsProject

from ...core.cards.card import models_dir
from ...ui.shared.model_texts import RECOMMENDED
from ..desktop_driver import Steps, pause
from ..desktop_user import User, shows, window
from .steps import (
    MODELS,
    PLUGIN,
    actions,
    beside,
    drawn,
    empty,
    home,
    open_files_in,
    open_window,
    read,
    run,
    statuses,
    tree_names,
)

READ_ONLY = "/proc"
"""A folder in which nobody can write, not even root."""


def install(user: User) -> Steps:
    """From a plugin without models to one that is ready."""
    user.seen["loaded"], user.seen["actions"] = PLUGIN in utils.plugins, len(actions())
    yield from open_window(user)
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
    wheels = beside(user, "wheels")
    if wheels.exists():
        installer.wheels.setFilePath(str(wheels))  # without internet
        yield from user.click(installer.fetch)
        yield installer.is_running
        yield pause(1)
        user.look()
        yield lambda: not installer.is_running()
    else:
        for path in beside(user, "installed").glob("*.*"):
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


def one_scene(user: User) -> Steps:
    """From the toolbar to the mask of one scene."""
    empty(user)
    yield from open_window(user)
    dialog = window("MaskDialog")
    dialog.area.source.setCurrentIndex(0)
    yield from user.click(dialog.add_folders)
    yield from user.choose_files(home(user) / "Sentinel-2", user.desk.products[0].name)
    yield from read(dialog)
    user.look()
    yield from run(user)
    dialog.hide()
    yield from drawn()
    user.look()
    user.seen["layers"] = tree_names(QgsProject.instance().layerTreeRoot())


def wrong_inputs(user: User) -> Steps:
    """Products that cannot be masked beside one that can, and a folder that cannot be written to."""
    empty(user)
    yield from open_window(user)
    dialog = window("MaskDialog")
    dialog.area.source.setCurrentIndex(dialog.area.source.findData("drawn"))
    folder = home(user) / "Wrong inputs"
    open_files_in(folder)
    yield from user.click(dialog.add_parent)
    yield from user.choose_files(folder)
    yield from read(dialog)
    open_files_in(folder)
    yield from user.click(dialog.add_folders)
    yield from user.choose_files(folder, "holiday.SAFE")
    yield from read(dialog)
    user.look()
    user.seen["before"] = statuses(dialog)
    dialog.options.output_folder.setFilePath(READ_ONLY)
    yield pause(0.3)
    user.look()
    user.seen["read_only"] = dialog.message.text()
    dialog.options.output_folder.setFilePath(str(home(user) / "wrong"))
    yield from run(user)
    yield from drawn()
    user.look()
    user.seen["after"] = statuses(dialog)
    user.seen["status"] = dialog.message.text()
    dialog.hide()
    yield from drawn()
    user.look()


def models(user: User) -> Steps:
    """The models, by the menu."""
    yield from user.open_by_menu("mRasterMenu", "CloudS2Mask", MODELS)
    manager = window("ModelManager")
    yield lambda: not manager.is_busy()
    manager.select(RECOMMENDED)
    yield pause(0.5)
    user.look()
    user.keep("models.png", manager)
    user.seen["models"] = len(manager.entries())
