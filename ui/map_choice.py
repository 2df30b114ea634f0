"""A choice of a raster: a layer of the project, or a file."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingContext, QgsProcessingParameterRasterLayer, QgsProject
from qgis.gui import QgsProcessingMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ..core.errors import SettingError
from .shared.raster_source import file_of


class MapChoice(QWidget):
    """The list of raster layers of the toolbox, with a button for files; it may be left empty."""

    changed = pyqtSignal()
    """Emitted when another raster, or none, was chosen."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = QgsProcessingMapLayerComboBox(QgsProcessingParameterRasterLayer("RASTER", title, None, True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choice)
        self._list = self.choice.findChild(QComboBox)
        self._list.setAccessibleName(title)
        self.setFocusProxy(self._list)
        # QGIS's own signal does not tell that a file was replaced by nothing, nor does its widget take nothing.
        self._list.currentIndexChanged.connect(self.changed)

    def path(self) -> Path | None:
        """Return the chosen file, or that of the layer; None if there is none.

        Raises:
            SettingError: the layer is no file of its own.
        """
        chosen = str(self.choice.value() or "")
        if not chosen:
            return None
        layer = QgsProject.instance().mapLayer(chosen)
        return Path(chosen) if layer is None else file_of(layer)

    def file(self) -> str:
        """Return the path as text for the next session, in which the layer may be gone; empty if there is none.

        The source of a layer that is no file is not kept: it may contain a password.
        """
        layer = self.choice.currentLayer()
        if layer is None:
            path = str(self.choice.value() or "")
            return path if Path(path).is_absolute() and not path.startswith("/vsi") else ""
        try:
            return str(file_of(layer))
        except SettingError:
            return ""

    def is_empty(self) -> bool:
        """Return True if nothing is chosen, be it a file or not."""
        return self._list.currentIndex() <= 0

    def set_file(self, path: str) -> None:
        """Choose a file, or nothing."""
        if path:
            self.choice.setValue(path, QgsProcessingContext())
        else:
            self._list.setCurrentIndex(0)
