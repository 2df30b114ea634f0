"""Walk the journeys of a session, inside QGIS."""

from __future__ import annotations

from importlib import import_module

from qgis import utils
from qgis.PyQt.QtWidgets import QApplication, QDockWidget

from ..desktop_driver import Driver, Steps
from ..desktop_user import User, own_windows
from .plan import PLAN


def walk_through(desk: Driver) -> Steps:
    """Walk the journeys of the plan; one that fails is a fault, and the next one follows."""
    user = User(desk)
    for dock in utils.iface.mainWindow().findChildren(QDockWidget):
        if dock.objectName() in {"Browser", "LayerOrder"}:
            dock.close()
    for journey in (one for one in PLAN if one.name in desk.journeys):
        utils.iface.mainWindow().setGeometry(QApplication.primaryScreen().geometry())
        user.begin(journey.name)
        try:
            yield from getattr(import_module(f"{__package__}.{journey.module}"), journey.name)(user)
        except AssertionError as error:
            desk.observed["faults"].append(str(error))
            user.look()
        for one in own_windows():
            one.close()
    desk.observed["unexplained"] = user.unexplained()
