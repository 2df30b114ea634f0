"""The plugin is loaded into QGIS and unloaded without a trace."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from processing.gui.ProviderActions import ProviderContextMenuActions
from qgis.core import QgsApplication
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication, QMainWindow

from .. import classFactory
from ..core.cards.card import load_cards
from ..core.cards.choice import names_to_choose
from ..core.hosts.network import network
from ..processing_provider.example_model import example_models
from ..processing_provider.provider import ALGORITHMS


class Interface:
    """The part of QGIS's interface that the plugin uses, recording its menu and toolbar entries."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.bar = QgsMessageBar(self.window)
        self.canvas = QgsMapCanvas(self.window)
        self.menu: list[Any] = []
        self.toolbar: list[Any] = []

    def mainWindow(self) -> QMainWindow:
        """Return the parent of dialogs."""
        return self.window

    def messageBar(self) -> QgsMessageBar:
        """Return the message bar."""
        return self.bar

    def mapCanvas(self) -> QgsMapCanvas:
        """Return the map canvas."""
        return self.canvas

    def addPluginToRasterMenu(self, _menu: str, action: Any) -> None:
        """Add to the menu."""
        self.menu.append(action)

    def removePluginRasterMenu(self, _menu: str, action: Any) -> None:
        """Remove from the menu."""
        self.menu.remove(action)

    def addToolBarIcon(self, action: Any) -> None:
        """Add to the toolbar."""
        self.toolbar.append(action)

    def removeToolBarIcon(self, action: Any) -> None:
        """Remove from the toolbar."""
        self.toolbar.remove(action)


@pytest.fixture
def iface() -> Interface:
    """A fresh interface."""
    return Interface()


def dialogs() -> list[str]:
    """Return the names of the plugin's open windows."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    names = [widget.objectName() for widget in QApplication.topLevelWidgets()]
    return sorted(name for name in names if name in {"MaskDialog", "InstallDialog"})


def provider() -> Any:
    """Return the plugin's provider in the registry, or None."""
    return QgsApplication.processingRegistry().providerById("clouds2mask")


def toolbox_menu() -> list[str]:
    """Return the actions of the toolbox's context menu."""
    return [type(action).__name__ for action in ProviderContextMenuActions.actions]


def test_loading_adds_menu_toolbar_and_toolbox_and_unloading_removes_them(iface):
    """After I disable the plugin, QGIS is as before."""
    plugin = classFactory(iface)
    plugin.initGui()
    assert [action.objectName() for action in iface.menu] == [
        "cloud_s2_mask_open",
        "cloud_s2_mask_correct",
        "cloud_s2_mask_models",
        "cloud_s2_mask_install",
        "cloud_s2_mask_toggle",
    ]
    assert iface.toolbar == iface.menu[:1]
    assert not iface.menu[0].icon().isNull()
    names = [*(algorithm().name() for algorithm in ALGORITHMS), *(model.name() for model in example_models())]
    assert sorted(algorithm.id() for algorithm in provider().algorithms()) == sorted(f"clouds2mask:{n}" for n in names)
    iface.menu[0].trigger()
    iface.menu[3].trigger()
    assert dialogs() == ["InstallDialog", "MaskDialog"]
    assert "CopyExampleModel" in toolbox_menu()
    plugin.unload()
    assert "CopyExampleModel" not in toolbox_menu()
    assert iface.menu == iface.toolbar == []
    assert provider() is None
    assert dialogs() == []


def test_it_can_be_loaded_again(iface):
    """I can disable and enable the plugin."""
    for _time in range(2):
        plugin = classFactory(iface)
        plugin.initGui()
        iface.menu[0].trigger()
        iface.menu[0].trigger()
        assert dialogs() == ["MaskDialog"]
        plugin.unload()


def test_the_main_window_knows_of_an_installation_in_progress(iface, monkeypatch):
    """I close the window that installs and keep installing: the main window says so until it has ended."""
    plugin = classFactory(iface)
    plugin.initGui()
    iface.menu[3].trigger()
    running = [True]
    monkeypatch.setattr(type(plugin._installer), "is_running", lambda _window: running[0])
    iface.menu[0].trigger()
    told = [plugin._dialog._gathered().installing]
    running[0] = False
    plugin._installer.changed.emit()
    told.append(plugin._dialog._gathered().installing)
    running[0] = True
    plugin._installer.started.emit()
    told.append(plugin._dialog._gathered().installing)
    running[0] = False
    plugin.unload()
    assert told == [True, False, True]


def test_advice_names_models_as_the_lists_do(iface):
    """In windows I read the titles of models to choose, and in Python, without the plugin, their ids."""
    fmask = load_cards()["fmask"]
    plugin = classFactory(iface)
    plugin.initGui()
    assert names_to_choose([fmask]) == [fmask.named]
    plugin.unload()
    assert names_to_choose([fmask]) == [fmask.id]


def test_without_an_interface_only_the_algorithms_are_loaded():
    """qgis_process and QGIS Server have no windows, and need none; addresses are read by the network of QGIS."""
    plugin = classFactory(None)
    plugin.initProcessing()
    assert provider() is not None
    assert network() is not None
    plugin.unload()
    assert provider() is None
    assert network() is None


class StartingInterface(Interface, QObject):
    """QGIS while it starts: Processing is not loaded yet."""

    initializationCompleted = pyqtSignal()  # noqa: N815 - QGIS's name

    def __init__(self) -> None:
        QObject.__init__(self)
        Interface.__init__(self)


def test_the_menu_of_the_toolbox_waits_until_qgis_has_loaded_processing(monkeypatch):
    """While QGIS starts, the plugin does not load Processing itself, and its entry is there when QGIS is ready."""
    iface = StartingInterface()
    plugin = classFactory(iface)
    monkeypatch.delitem(sys.modules, "processing")
    plugin.initGui()
    assert "CopyExampleModel" not in toolbox_menu()
    monkeypatch.undo()
    iface.initializationCompleted.emit()
    assert toolbox_menu().count("CopyExampleModel") == 1
    plugin.unload()
    iface.initializationCompleted.emit()
    assert "CopyExampleModel" not in toolbox_menu()


LATE = ("onnxruntime", "rasterio", "onnx", "tqdm", "processing")
"""Packages that QGIS must not wait for when it starts."""
LATE_PARTS = (
    "core.weights",
    "core.graphs.binding",
    "core.conversion",
    "core.install.fetch",
    "ui.mask_dialog",
    "ui.models",
)
"""Parts of the plugin that are loaded when they are used."""


START = """
import sys
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, pyqtSignal
app = QgsApplication([], True)
app.initQgis()

class Interface(QObject):
    initializationCompleted = pyqtSignal()
    mainWindow = lambda self: None
    addPluginToRasterMenu = addToolBarIcon = lambda *_arguments: None

from cloud_s2_mask import classFactory
classFactory(Interface()).initGui()
print(sorted(set(sys.argv[1:]) & set(sys.modules)))
"""
"""Program that loads the plugin as QGIS does, and prints which of these modules it has loaded."""


def test_nothing_heavy_is_imported_at_start():
    """QGIS starts as fast as before: rasterio is loaded with the first mask, a window with the first click."""
    late = [*LATE, *(f"cloud_s2_mask.{part}" for part in LATE_PARTS)]
    run = subprocess.run([sys.executable, "-c", START, *late], capture_output=True, text=True, check=False)
    assert run.stdout.strip() == "[]", run.stderr
