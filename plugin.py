"""Load the plugin into QGIS, with its menu, toolbar and toolbox, and unload it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QDialog

from .core.cards.choice import name_by_titles
from .core.hosts.network import use_network
from .core.html_page import as_html
from .core.install.packages import make_importable
from .core.language import use_translator
from .processing_provider.provider import CloudS2MaskProvider
from .ui.install.problem_log import ProblemLog
from .ui.shared.installation import folder_of_packages
from .ui.shared.qgis_network import follow_qgis

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .core.cards.card import ModelCard
    from .core.masks.result import MaskResult
    from .processing_provider.example_menu import CopyExampleModel
    from .ui.correction.panel import CorrectionPanel
    from .ui.install.dialog import InstallDialog
    from .ui.layer_actions import LayerActions
    from .ui.mask_dialog import MaskDialog
    from .ui.models.manager import ModelManager
    from .ui.shared.installation import Installation

_MENU = "CloudS2Mask"
_ENGINE = f"{__package__}.core"
_ICON = Path(__file__).parent / "ui" / "icons" / "clouds2mask.svg"
_TRANSLATIONS = Path(__file__).parent / "i18n"


class _QgisLog(logging.Handler):
    """A handler that writes the engine's log to the log panel of QGIS."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record to the log panel; called from any thread."""
        levels = {logging.WARNING: Qgis.MessageLevel.Warning, logging.ERROR: Qgis.MessageLevel.Critical}
        level = levels.get(record.levelno, Qgis.MessageLevel.Info)
        QgsMessageLog.logMessage(self.format(record), _MENU, level, notifyUser=False)


class CloudS2MaskPlugin:
    """The plugin in QGIS; `qgis_process` calls `initProcessing` only, and has no interface."""

    def __init__(self, iface: QgisInterface | None) -> None:
        self._iface = iface
        self._provider: CloudS2MaskProvider | None = None
        self._actions: list[QAction] = []
        self._dialog: MaskDialog | None = None
        self._copy_example: CopyExampleModel | None = None
        self._installer: InstallDialog | None = None
        self._manager: ModelManager | None = None
        self._problems: ProblemLog | None = None
        self._layer_actions: LayerActions | None = None
        self._correction: CorrectionPanel | None = None
        self._log = _QgisLog(logging.INFO)
        self._translator = QTranslator()
        # The package has the .qm files; without them, and in other languages, all texts are English.
        if self._translator.load(QLocale(QgsApplication.locale()), "cloud_s2_mask", "_", str(_TRANSLATIONS)):
            QCoreApplication.installTranslator(self._translator)
            use_translator(partial(QCoreApplication.translate, "Engine"))
        name_by_titles()

    def initProcessing(self) -> None:
        """Add the algorithms to the toolbox, and the engine's log to the log panel of QGIS."""
        make_importable(folder_of_packages())
        follow_qgis()
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
        self._problems = ProblemLog()
        text = QCoreApplication.translate("CloudS2MaskPlugin", "Mask clouds in Sentinel-2 products…")
        self._add_action("cloud_s2_mask_open", text, self.show_dialog)
        self._iface.addToolBarIcon(self._actions[0])
        text = QCoreApplication.translate("CloudS2MaskPlugin", "Correct a mask by hand…")
        correct = self._add_action("cloud_s2_mask_correct", text, self.correct_mask)
        text = QCoreApplication.translate("CloudS2MaskPlugin", "Models…")
        self._add_action("cloud_s2_mask_models", text, self.show_models)
        text = QCoreApplication.translate("CloudS2MaskPlugin", "Install or update components…")
        self._add_action("cloud_s2_mask_install", text, self.show_installer)
        self._offer_on_layers(correct)
        QgsApplication.instance().aboutToQuit.connect(self._leave)
        if "processing" in sys.modules:
            self._extend_toolbox()
        else:  # QGIS is starting and loads Processing later, which takes longer than this plugin
            self._iface.initializationCompleted.connect(self._extend_toolbox)

    def _extend_toolbox(self) -> None:
        """Add an entry to the context menu of the toolbox, unless Processing is not loaded or has it."""
        if "processing" not in sys.modules or self._copy_example is not None or self._provider is None:
            return
        from .processing_provider.example_menu import CopyExampleModel

        self._copy_example = CopyExampleModel()
        self._copy_example.register()

    def show_dialog(self) -> None:
        """Open the main window, or bring it to the front."""
        if self._dialog is None and self._iface is not None:
            # Imported here, so that QGIS starts without it.
            from .processing_provider.history import remember
            from .ui.mask_dialog import MaskDialog

            self._dialog = MaskDialog(self._iface, self._iface.mainWindow())
            self._dialog.installer_wanted.connect(self.show_installer)
            self._dialog.manager_wanted.connect(self.show_models)
            self._dialog.download_wanted.connect(self._download)
            self._dialog.correction_wanted.connect(self.correct_mask)
            self._dialog.started.connect(remember)
            self._dialog.installation_checked.connect(self._update_installer)
            self._tell_installing()
        _bring_forward(self._dialog)

    def correct_mask(self) -> None:
        """Let the user correct the mask of the active layer."""
        if self._iface is None:
            return
        from .ui.correction.panel import CorrectionPanel
        from .ui.shared.layers import looks_like_mask

        layer = self._iface.activeLayer()
        if layer is None or not looks_like_mask(layer):
            text = QCoreApplication.translate("CloudS2MaskPlugin", "Select a cloud mask in the layers panel first.")
            self._iface.messageBar().pushMessage(_MENU, text, Qgis.MessageLevel.Info)
            return
        if self._correction is None:
            self._correction = CorrectionPanel(self._iface)
            self._correction.saved.connect(self._count_version)
            self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._correction)
        self._correction.start(layer)

    def show_installer(self) -> None:
        """Open the window of packages and models, or bring it to the front."""
        if self._installer is None and self._iface is not None and self._problems is not None:
            from .ui.install.dialog import InstallDialog

            self._installer = InstallDialog(self._problems, self._iface.mainWindow())
            self._installer.started.connect(self._tell_installing)
            self._installer.changed.connect(self._tell_installing)
            self._installer.changed.connect(self._refresh_windows)
            self._installer.manager_wanted.connect(self.show_models)
            self._installer.finished.connect(self._return)
            self._installer.download_ended.connect(partial(self._download_ended, self._installer))
            self._update_installer(self._dialog.installation() if self._dialog else None)
        _bring_forward(self._installer)

    def show_models(self) -> None:
        """Open the window of the models, or bring it to the front."""
        if self._manager is None and self._iface is not None:
            from .ui.models.manager import ModelManager

            self._manager = ModelManager(self._iface.mainWindow())
            self._manager.changed.connect(self._refresh_windows)
            self._manager.changed.connect(self._recheck_installer)
            self._manager.installer_wanted.connect(self.show_installer)
            self._manager.declined.connect(self._download_declined)
            self._manager.download_ended.connect(partial(self._download_ended, self._manager))
        _bring_forward(self._manager)

    def unload(self) -> None:
        """Stop the background work, and remove everything from QGIS."""
        self._shut_down()
        logging.getLogger(_ENGINE).removeHandler(self._log)
        for window in (self._dialog, self._installer, self._manager):
            if window is not None:
                window.close()
                window.deleteLater()
        self._dialog = self._installer = self._manager = self._problems = None
        if self._correction is not None and self._iface is not None:
            self._iface.removeDockWidget(self._correction)
            self._correction.deleteLater()
            self._correction = None
        if self._layer_actions is not None:
            if self._iface is not None:
                self._iface.removePluginRasterMenu(_MENU, self._layer_actions.toggle)
            self._layer_actions.remove()
            self._layer_actions = None
        if self._actions and self._iface is not None:
            QgsApplication.instance().aboutToQuit.disconnect(self._leave)
            self._iface.removeToolBarIcon(self._actions[0])
            for action in self._actions:
                self._iface.removePluginRasterMenu(_MENU, action)
                action.deleteLater()
            self._actions = []
        if self._copy_example is not None:
            self._copy_example.unregister()
            self._copy_example = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        use_network(None)
        use_translator(None)
        name_by_titles(False)
        QCoreApplication.removeTranslator(self._translator)

    def _add_action(self, name: str, text: str, slot: Callable[[], None]) -> QAction:
        action = QAction(QIcon(str(_ICON)), text, self._iface and self._iface.mainWindow())
        action.setObjectName(name)
        action.triggered.connect(slot)
        if self._iface is not None:
            self._iface.addPluginToRasterMenu(_MENU, action)
        self._actions.append(action)
        return action

    def _offer_on_layers(self, correct: QAction) -> None:
        """Offer what can be done with a layer in its context menu too, and the switch of masks in the menu."""
        from .ui.layer_actions import LayerActions

        if self._iface is not None:
            self._layer_actions = LayerActions(self._iface, _ICON.parent, correct)
            self._iface.addPluginToRasterMenu(_MENU, self._layer_actions.toggle)

    def _count_version(self, result: MaskResult) -> None:
        """Let a corrected mask stand for its scene in the windows."""
        if self._dialog is not None:
            self._dialog.count_version(result)

    def _download(self, model: str) -> None:
        """Download a model in the window of the models."""
        self.show_models()
        if self._manager is not None:
            self._manager.download_model(model)

    def _download_declined(self, model: str) -> None:
        """Put the former model back in the window of the masks."""
        if self._dialog is not None:
            self._dialog.options.give_up(model)

    def _download_ended(self, window: QDialog, card: ModelCard, reason: str) -> None:
        """Show how a download has ended if its window is closed, and offer the recommended model."""
        if self._iface is None:
            return
        from .ui.models.offer import chosen_model, offer_recommended, use_model

        if not window.isVisible():
            level = Qgis.MessageLevel.Warning if reason else Qgis.MessageLevel.Success
            text = QCoreApplication.translate("CloudS2MaskPlugin", "{title} was downloaded and is ready.")
            self._iface.messageBar().pushMessage(_MENU, as_html(reason or text.format(title=card.named)), level)
        if reason:
            return
        options = self._dialog.options if self._dialog is not None else None
        current = options.model.currentData() if options is not None else chosen_model()
        use = partial(use_model, card.id) if options is None else partial(options.choose_model, card.id)
        offer_recommended(card, current, window if window.isVisible() else self._iface.mainWindow(), use)

    def _refresh_windows(self) -> None:
        if self._dialog is not None:
            self._dialog.check_installation()
        if self._manager is not None and self._manager.isVisible():
            self._manager.reload()

    def _tell_installing(self) -> None:
        if self._dialog is not None:
            self._dialog.set_installing(self._installer is not None and self._installer.is_running())

    def _recheck_installer(self) -> None:
        if self._installer is not None:
            self._installer.recheck()

    def _return(self) -> None:
        """Bring the main window to the front, if it is open."""
        if self._dialog is not None and self._dialog.isVisible():
            _bring_forward(self._dialog)

    def _update_installer(self, installation: Installation | None) -> None:
        """Pass the result of a check to the window of packages, which loads no packages itself."""
        if self._installer is not None and installation is not None:
            self._installer.show_installation(installation)

    def _leave(self) -> None:
        """Stop the background work before QGIS quits, and close a project with masks.

        If the application is told to quit, QGIS does not close the project first: it removes the layers after its
        windows, and crashes if one is active (QGIS 3.22) or lies in a group of a group (QGIS 3.40).
        """
        self._shut_down()
        # Imported here, so that QGIS starts without it.
        from .ui.shared.layer_tree import has_runs

        if self._iface is not None and has_runs(QgsProject.instance()):
            QgsProject.instance().clear()

    def _shut_down(self) -> None:
        for window in (self._dialog, self._installer, self._manager, self._correction):
            if window is not None:
                window.shut_down()


def _bring_forward(window: QDialog | None) -> None:
    if window is not None:
        window.show()
        window.raise_()
        window.activateWindow()
