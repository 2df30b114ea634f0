"""A panel that is a window of its own at first, can be docked in QGIS's window, and is found again where it was."""

from __future__ import annotations

from qgis.core import QgsSettings
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QHideEvent, QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QAbstractButton, QDockWidget

from ..widgets import fit_to_screen, place_beside

_BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea
_AREAS = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "top": Qt.DockWidgetArea.TopDockWidgetArea,
    "bottom": _BOTTOM,
}


class PlacedDock(QDockWidget):
    """A panel whose place is stored; while it is docked, its buttons leave the keys to QGIS's own window.

    Args:
        iface: The interface of QGIS.
        settings: Path of its settings.
    """

    left = pyqtSignal()
    """Emitted when the panel was closed or hidden, not if it was only minimised, docked or undocked."""

    def __init__(self, iface: QgisInterface, settings: str) -> None:
        super().__init__(iface.mainWindow())
        self._iface, self._settings = iface, settings
        self._placed = False
        """True if the place of the window was stored."""
        self._keys: dict[QAbstractButton, tuple[str, QKeySequence]] = {}
        self._leaving = QTimer(self)  # Qt hides and shows a panel that is docked or undocked
        self._leaving.setSingleShot(True)
        self._leaving.timeout.connect(self._leave)

    def restore(self) -> None:
        """Make the panel a window where it was when it was one; call it when its contents are complete."""
        self.setFloating(True)
        stored = QgsSettings().value(f"{self._settings}/geometry")
        self._placed = stored is not None and self.restoreGeometry(stored)
        fit_to_screen(self)
        self.topLevelChanged.connect(self._share_keys)

    def bring_forward(self) -> None:
        """Show the panel where it was last, as a window or docked, and bring it to the front."""
        if not self._is_in_qgis():
            self._find_place()
        self.show()
        self.raise_()
        self.activateWindow()

    def _find_place(self) -> None:
        """Add the panel to QGIS, docked or as a window where it was; one without a place leaves a part of the map."""
        docked = _AREAS.get(QgsSettings().value(f"{self._settings}/docked", "", type=str))
        geometry = self.geometry()
        self._iface.addDockWidget(docked or _BOTTOM, self)
        self.setFloating(docked is None)
        if docked is None:
            self.setGeometry(geometry)
            canvas = self._iface.mapCanvas()
            if not self._placed and canvas.isVisible():
                place_beside(self, canvas)

    def remember(self) -> None:
        """Store the place of the panel."""
        stored = QgsSettings()
        area = self._iface.mainWindow().dockWidgetArea(self)
        docked = next((name for name, one in _AREAS.items() if one == area and not self.isFloating()), "")
        stored.setValue(f"{self._settings}/docked", docked)
        if not docked:
            stored.setValue(f"{self._settings}/geometry", self.saveGeometry())

    def remove(self) -> None:
        """Take the panel out of QGIS's window."""
        self._leaving.stop()
        if self._is_in_qgis():
            self._iface.removeDockWidget(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that the panel was left, unless it is shown again at once."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._leaving.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the window with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.isFloating():
            self.close()
        else:
            super().keyPressEvent(event)

    def _is_in_qgis(self) -> bool:
        """Return True if the panel can be docked, also while it is a window."""
        return bool(self._iface.mainWindow().dockWidgetArea(self) != Qt.DockWidgetArea.NoDockWidgetArea)

    def _leave(self) -> None:
        if self.isHidden():
            self.left.emit()

    def _share_keys(self, floating: bool) -> None:
        """Take the keys from the buttons, which would be ambiguous with those of QGIS's menus, or give them back."""
        if floating:
            for button, (text, key) in self._keys.items():
                button.setText(text)
                button.setShortcut(key)
            self._keys = {}
        else:
            own = [button for button in self.findChildren(QAbstractButton) if not button.shortcut().isEmpty()]
            self._keys = {button: (button.text(), button.shortcut()) for button in own}
            for button in own:
                button.setText(button.text().replace("&", ""))
                button.setShortcut(QKeySequence())
