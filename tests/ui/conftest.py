"""Fixtures of the tests of the window: products, a dialog, and an interface that keeps its messages."""

from __future__ import annotations

import gc
import hashlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsMapLayer, QgsProject, QgsRectangle, QgsSettings
from qgis.gui import QgsApplicationExitBlockerInterface, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow

from ...tools.hub import Hub, open_hub
from ...tools.torch_files import write_safetensors
from ...ui.mask_dialog import MaskDialog
from ...ui.shared.host import SETTINGS_GROUP
from ...ui.shared.model_texts import RECOMMENDED
from ...ui.shared.qgis_transport import DownloadSettings
from ..core.conftest import publish, tiny_model  # noqa: F401 - fixtures
from ..core.published import WEIGHTS, graph, published_card

FLAT = {"B02": 0.08, "B03": 0.09, "B04": 0.1, "B08": 0.3, "B11": 0.2, "B12": 0.15}
FIRST, SECOND = "omni_first.safetensors", "omni_second.safetensors"
"""Files of weights of OmniCloudMask's stand-in."""
PAGE = "https://hub.invalid/authors/model"
"""Its page."""
LEFT, TOP = 300000.0, 5900040.0
"""Upper left corner of the tests' products, in EPSG:32633."""


class Interface:
    """The part of QGIS's interface that the plugin's window uses, with a real message bar and a real canvas."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.bar = QgsMessageBar(self.window)
        self.canvas = QgsMapCanvas(self.window)
        self.active: QgsMapLayer | None = None
        self.blockers: list[QgsApplicationExitBlockerInterface] = []

    def mainWindow(self) -> QMainWindow:
        """Return the parent of dialogs."""
        return self.window

    def messageBar(self) -> QgsMessageBar:
        """Return the message bar."""
        return self.bar

    def mapCanvas(self) -> QgsMapCanvas:
        """Return the map canvas."""
        return self.canvas

    def setActiveLayer(self, layer: QgsMapLayer) -> None:
        """Keep the active layer."""
        self.active = layer

    def addDockWidget(self, area: Qt.DockWidgetArea, panel: QDockWidget) -> None:
        """Dock a panel in the window."""
        self.window.addDockWidget(area, panel)

    def removeDockWidget(self, panel: QDockWidget) -> None:
        """Take a panel out of the window."""
        self.window.removeDockWidget(panel)

    def registerApplicationExitBlocker(self, blocker: QgsApplicationExitBlockerInterface) -> None:
        """Keep one who is asked before QGIS quits."""
        self.blockers.append(blocker)

    def unregisterApplicationExitBlocker(self, blocker: QgsApplicationExitBlockerInterface) -> None:
        """Forget one who is asked."""
        self.blockers.remove(blocker)

    def messages(self) -> list[str]:
        """Return the texts of all messages."""
        return [item.text() for item in self.bar.items()]


@pytest.fixture
def iface() -> Interface:
    """A fresh interface."""
    return Interface()


@pytest.fixture
def canvas(iface) -> QgsMapCanvas:
    """A visible map of the upper left corner of the products, 2 km wide."""
    iface.canvas.setMinimumSize(400, 300)
    iface.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    iface.window.setCentralWidget(iface.canvas)
    iface.window.show()
    iface.canvas.setExtent(QgsRectangle(LEFT, TOP - 1500, LEFT + 2000, TOP))
    QCoreApplication.processEvents()
    return iface.canvas


@pytest.fixture(autouse=True)
def fresh_session() -> Iterator[None]:
    """Start each test with an empty project and without stored options."""
    QgsProject.instance().clear()
    QgsSettings().remove(SETTINGS_GROUP)
    yield
    QgsProject.instance().clear()


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """Delete the windows of a test on the main thread: the garbage collector may run in a thread of a later test."""
    yield
    gc.collect()


@pytest.fixture
def wait() -> Callable[..., None]:
    """Process events until a condition holds."""

    def until(condition: Callable[[], Any], seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, "It did not happen in time."
            QCoreApplication.processEvents()
            time.sleep(0.005)

    return until


@pytest.fixture
def dialog(iface, wait) -> Iterator[MaskDialog]:
    """The visible window after its first check of the installation."""
    window = MaskDialog(iface, iface.mainWindow())
    window.show()
    wait(lambda: window._installation is not None)
    yield window
    window.shut_down()
    window.close()
    window.deleteLater()
    QCoreApplication.processEvents()


@pytest.fixture
def product(make_product) -> Path:
    """A small L1C product with the bands of all models."""
    return make_product(FLAT)


@pytest.fixture
def fill(dialog, wait, tmp_path) -> Callable[..., Path]:
    """List products in the dialog, set an output folder, and return it."""

    def add(*paths: Path) -> Path:
        dialog.add_paths(paths)
        wait(lambda: not dialog.scanner.is_busy())
        folder = tmp_path / "masks"
        folder.mkdir(exist_ok=True)
        dialog.options.output_folder.setFilePath(str(folder))
        return folder

    return add


@pytest.fixture
def opened(monkeypatch) -> list[str]:
    """The folders that have been opened in the file manager."""
    folders: list[str] = []

    def keep(url: QUrl) -> bool:
        folders.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", keep)
    return folders


@pytest.fixture
def files(tmp_path) -> dict[str, Path]:
    """Files of weights as authors publish them, by their names."""
    folder = tmp_path / "brought"
    folder.mkdir()
    tensors = {FIRST: WEIGHTS, SECOND: WEIGHTS, "bound.safetensors": WEIGHTS, "hand.safetensors": WEIGHTS}
    return {name: write_safetensors(folder / name, arrays) for name, arrays in tensors.items()}


@pytest.fixture
def hub(files) -> Iterator[Hub]:
    """A hub that serves these files, and is the mirror in the settings."""
    with open_hub({name: path.read_bytes() for name, path in files.items()}) as opened:
        DownloadSettings(mirror=opened.address).store()
        yield opened


@pytest.fixture
def published(request, files) -> None:
    """Published models: OmniCloudMask with two pinned networks, `bound` to a licence, `hand` without an address."""
    pinned = [
        {
            "file": f"omnicloudmask-{number}.onnx",
            "weights": {
                "file": name,
                "graphs": ["tiny"],
                "size": files[name].stat().st_size,
                "sha256": hashlib.sha256(files[name].read_bytes()).hexdigest(),
            },
        }
        for number, name in enumerate((FIRST, SECOND), start=1)
    ]
    address = {"page": PAGE, "address": "https://hub.invalid/authors/model/resolve/main/"}
    consent = {**address, "consent": True}
    own = {"title": "OmniCloudMask", "publication": address, "summary": "Thin cloud too."}
    cards = [
        published_card(RECOMMENDED, {}, **own) | {"networks": pinned},
        published_card("bound", {"bound.safetensors": ["tiny"]}, publication=consent, licence="CC-BY-NC-4.0: no trade"),
        published_card("hand", {"hand.safetensors": ["tiny"]}, publication={"page": PAGE}),
    ]
    request.getfixturevalue("publish")([graph("tiny")], cards)
