"""Steps in a QGIS that only starts with the plugin: open its window, wait, and leave."""

from __future__ import annotations

from qgis import utils

from .desktop_driver import Driver, Steps, pause


def walk_through(desk: Driver) -> Steps:
    """Open the window of the plugin if it is enabled, and wait for what QGIS does after its start."""
    plugin = utils.plugins.get("cloud_s2_mask")
    desk.observed["plugin"] = plugin is not None
    if plugin is not None:
        plugin.show_dialog()
    yield pause(5)
