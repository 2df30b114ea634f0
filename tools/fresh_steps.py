"""Steps in a QGIS without ONNX Runtime, rasterio and models: install them and mask a product."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from qgis import utils
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject
from qgis.PyQt.QtWidgets import QApplication

from ..core.cards.card import models_dir
from ..core.install import packages
from ..ui.install.diagnostics import diagnostics_text
from ..ui.shared.installation import folder_of_packages
from .desktop_driver import Driver, Steps, pause


def walk_through(desk: Driver) -> Steps:
    """Run all steps."""
    _hide_rasterio()
    desk.observed["imported_at_start"] = sorted({"onnxruntime", "rasterio"} & set(sys.modules))
    desk.observed["before"] = _in_utm()
    utils.plugins["cloud_s2_mask"].show_dialog()
    dialog = _window("MaskDialog")
    yield dialog.strip.isVisible
    yield pause(0.3)
    desk.observed["strip"] = dialog.strip_text.text()
    desk.picture("install_strip", dialog)
    dialog.fetch_missing.click()
    yield from _fetch(desk, _window("InstallDialog"))
    yield lambda: not dialog.strip.isVisible()
    dialog.add_paths(desk.products)
    dialog.options.output_folder.setFilePath(str(desk.out))
    yield dialog.run.isEnabled
    dialog.run.click()
    yield lambda: not dialog.current_run().is_running()
    desk.observed["mask"] = [str(o.result.mask_path) for o in dialog.current_run().outcomes if o.result]
    desk.observed["errors"] = [str(o.error) for o in dialog.current_run().outcomes if o.error]
    yield pause(1)
    desk.observed["after"] = _in_utm()
    desk.observed["diagnostics"] = diagnostics_text("")
    import rasterio

    desk.observed["rasterio"] = rasterio.__file__
    desk.observed["numpy"] = sys.modules["numpy"].__file__


def _hide_rasterio() -> None:
    """Make the installed rasterio precede that of the system, as if the system had none."""
    ours, find = folder_of_packages(), packages.place_of

    def place_of(package: str) -> Path | None:
        place = find(package)
        return place if place == ours else None

    packages.place_of = place_of
    sys.path.insert(0, str(ours))


def _fetch(desk: Driver, installer: Any) -> Steps:
    yield installer.fetch.isEnabled
    yield pause(0.3)
    desk.observed["size"] = installer.size.text()
    desk.picture("install_dialog", installer)
    installer.fetch.click()
    yield lambda: "Downloading" in installer.log.toPlainText() or not installer.is_running()
    desk.picture("install_running", installer)
    yield lambda: not installer.is_running() and "Trying" not in installer.message.text()
    yield pause(0.5)
    desk.picture("install_done", installer)
    folder = folder_of_packages()
    desk.observed |= {
        "message": installer.message.text(),
        "log": installer.log.toPlainText(),
        "fetched": sorted(path.name for path in folder.glob("*")),
        "beside": sorted(path.name for path in folder.parent.glob("*")),
        "models": sorted(path.name for path in models_dir().glob("*.onnx")),
    }
    installer.close()


def _window(name: str) -> Any:
    return next(window for window in QApplication.topLevelWidgets() if window.objectName() == name)


def _in_utm() -> list[float]:
    """Transform a point to UTM with QGIS's own PROJ."""
    systems = [QgsCoordinateReferenceSystem(name) for name in ("EPSG:4326", "EPSG:32632")]
    point = QgsCoordinateTransform(*systems, QgsProject.instance()).transform(QgsPointXY(11.575, 48.137))
    return [point.x(), point.y()]
