"""Let the user choose products to add to the list: folders, archives, addresses and STAC items."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from ..shared.host import SETTINGS_GROUP
from ..stac.dialog import StacDialog
from ..widgets import choose_folders
from .address_dialog import AddressDialog

if TYPE_CHECKING:
    from ...core.addresses.location import Location
    from ..area.panel import AreaPanel

_LAST = f"{SETTINGS_GROUP}/last_folder"


class ProductChooser(QObject):
    """The dialogs of the buttons above the list, which open in the folder of the last choice.

    Args:
        window: Parent of the dialogs.
        area: The area of the window, in which STAC items are searched.
    """

    chosen = pyqtSignal(list)
    """Emitted with paths, addresses and scenes of a search."""

    def __init__(self, window: QWidget, area: AreaPanel) -> None:
        super().__init__(window)
        self._window, self._area = window, area
        self.items_window: StacDialog | None = None
        """The window that adds STAC items, once it has been opened."""
        self.address_dialog: AddressDialog | None = None
        """The last dialog that asked for addresses."""
        self._listed: set[Location] = set()

    def follow(self, folders: QToolButton, parent: QToolButton, zips: QToolButton, web: QToolButton) -> None:
        """Open the dialogs by these buttons."""
        for button, icon in {
            folders: "/symbologyAdd.svg",
            parent: "/mActionAddGroup.svg",
            zips: "/mIconZip.svg",
            web: "/mIconConnect.svg",
        }.items():
            button.setIcon(QgsApplication.getThemeIcon(icon))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        folders.clicked.connect(self._choose_folders)
        parent.clicked.connect(self._choose_parent)
        zips.clicked.connect(self._choose_zips)
        menu = QMenu(web)
        menu.addAction(self.tr("STAC items…"), self.open_items)
        menu.addAction(self.tr("Addresses…"), self.ask_for_addresses)
        web.setMenu(menu)

    def open_items(self) -> None:
        """Open the window that adds STAC items."""
        if self.items_window is None:
            view, own = self.tr("The map's view"), self.tr("The area of interest")
            areas = {own: self._area.needed_area, view: self._area.map_view}
            chosen = self._area.area() is not None
            ordered = {title: areas[title] for title in ((own, view) if chosen else (view, own))}
            self.items_window = StacDialog(ordered, self.chosen.emit, _last_folder(), self._window)
            self.items_window.set_listed(self._listed)
        self.items_window.show()
        self.items_window.raise_()
        self.items_window.activateWindow()

    def ask_for_addresses(self) -> None:
        """Ask for addresses of products."""
        dialog = self.address_dialog = AddressDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.chosen.emit(dialog.locations()))
        dialog.open()

    def set_obstacle(self, reason: str) -> None:
        """Set why no items can be added now; empty if they can."""
        if self.items_window is not None:
            self.items_window.set_obstacle(reason)

    def set_listed(self, listed: set[Location]) -> None:
        """Set which products are in the list."""
        self._listed = listed
        if self.items_window is not None:
            self.items_window.set_listed(listed)

    def shut_down(self) -> None:
        """Stop the background work of the dialogs."""
        if self.items_window is not None:
            self.items_window.shut_down()

    def _choose_folders(self) -> None:
        self._take(choose_folders(self._window, self.tr("Add .SAFE or .zarr folders"), _last_folder()))

    def _choose_parent(self) -> None:
        title = self.tr("Add all products in a folder")
        folder = QFileDialog.getExistingDirectory(self._window, title, _last_folder())
        self._take([Path(folder)] if folder else [])

    def _choose_zips(self) -> None:
        title, kinds = self.tr("Add zipped products"), self.tr("Zipped products (*.zip)")
        names, _kind = QFileDialog.getOpenFileNames(self._window, title, _last_folder(), kinds)
        self._take([Path(name) for name in names])

    def _take(self, paths: list[Path]) -> None:
        if paths:
            QgsSettings().setValue(_LAST, str(paths[0].parent))
            self.chosen.emit(paths)


def _last_folder() -> str:
    return QgsSettings().value(_LAST, str(Path.home()), type=str)
