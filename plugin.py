"""The plugin's life in QGIS: menu, toolbar and toolbox; loading and unloading."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsApplication, QgsMessageLog
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .processing_provider.provider import CloudS2MaskProvider

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .ui.example_models import CopyExampleModel
    from .ui.mask_dialog import MaskDialog

_MENU = "CloudS2Mask"
_ENGINE = f"{__package__}.core"
_ICON = Path(__file__).parent / "ui" / "icons" / "clouds2mask.svg"
_TRANSLATIONS = Path(__file__).parent / "i18n"


class _QgisLog(logging.Handler):
    """Hands what the engine logs to the log panel of QGIS."""

    def emit(self, record: logging.LogRecord) -> None:
        """Called from any thread."""
        levels = {logging.WARNING: Qgis.MessageLevel.Warning, logging.ERROR: Qgis.MessageLevel.Critical}
        level = levels.get(record.levelno, Qgis.MessageLevel.Info)
        QgsMessageLog.logMessage(self.format(record), _MENU, level, notifyUser=False)


class CloudS2MaskPlugin:
    """What QGIS holds of the plugin; `qgis_process` calls `initProcessing` only, and has no interface."""

    def __init__(self, iface: QgisInterface | None) -> None:
        self._iface = iface
        self._provider: CloudS2MaskProvider | None = None
        self._action: QAction | None = None
        self._dialog: MaskDialog | None = None
        self._copy_example: CopyExampleModel | None = None
        self._log = _QgisLog(logging.INFO)
        self._translator = QTranslator()
        # The .qm files are made when the plugin is packed; without them, and in other languages, all is English.
        if self._translator.load(QLocale(QgsApplication.locale()), "cloud_s2_mask", "_", str(_TRANSLATIONS)):
            QCoreApplication.installTranslator(self._translator)

    def initProcessing(self) -> None:
        """Add the algorithms to the toolbox, and the engine's log to that of QGIS."""
        logger = logging.getLogger(_ENGINE)
        logger.setLevel(logging.INFO)
        logger.addHandler(self._log)
        self._provider = CloudS2MaskProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Add the menu entry, the button and the algorithms."""
        self.initProcessing()
        if self._iface is None:
            return
        text = QCoreApplication.translate("CloudS2MaskPlugin", "Mask clouds in Sentinel-2 products…")
        self._action = QAction(QIcon(str(_ICON)), text, self._iface.mainWindow())
        self._action.setObjectName("cloud_s2_mask_open")
        self._action.triggered.connect(self.show_dialog)
        self._iface.addPluginToRasterMenu(_MENU, self._action)
        self._iface.addToolBarIcon(self._action)
        QgsApplication.instance().aboutToQuit.connect(self._shut_down)
        # Imported here, because qgis_process has no menus.
        from .ui.example_models import CopyExampleModel

        self._copy_example = CopyExampleModel()
        self._copy_example.register()

    def show_dialog(self) -> None:
        """Open the window, or bring it to the front."""
        if self._dialog is None and self._iface is not None:
            # Imported here, so that QGIS starts without it.
            from .ui.mask_dialog import MaskDialog

            self._dialog = MaskDialog(self._iface, self._iface.mainWindow())
        if self._dialog is not None:
            self._dialog.show()
            self._dialog.raise_()
            self._dialog.activateWindow()

    def unload(self) -> None:
        """Stop what runs and leave no trace in QGIS."""
        self._shut_down()
        logging.getLogger(_ENGINE).removeHandler(self._log)
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None
        if self._action is not None and self._iface is not None:
            QgsApplication.instance().aboutToQuit.disconnect(self._shut_down)
            self._iface.removePluginRasterMenu(_MENU, self._action)
            self._iface.removeToolBarIcon(self._action)
            self._action.deleteLater()
            self._action = None
        if self._copy_example is not None:
            self._copy_example.unregister()
            self._copy_example = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        QCoreApplication.removeTranslator(self._translator)

    def _shut_down(self) -> None:
        if self._dialog is not None:
            self._dialog.shut_down()
