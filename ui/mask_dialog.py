"""The main window: choose products and options, start a run and follow it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsSettings
from qgis.gui import QgisInterface
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence, QShowEvent
from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QMessageBox, QShortcut, QWidget

from ..core.cards.card import load_cards
from ..core.networks.published import download_bytes, missing_networks
from .area.panel import AreaPanel
from .guide_window import GuideWindow
from .mask_run import MaskRun
from .options_panel import OptionsPanel
from .scenes.model import SceneModel
from .scenes.scanner import read_rows
from .scenes.table import SceneTable
from .season.window import SeasonWindow
from .shared.background import Worker
from .shared.host import SETTINGS_GROUP
from .shared.installation import Installation, inspect_installation
from .shared.model_texts import licence_text, size_text
from .shared.rich_text import literal
from .time_left import TimeLeft
from .widgets import choose_folders

if TYPE_CHECKING:
    from ..core.masks.result import SceneOutcome
    from ..core.product.product import Product

_QUEUED = Qt.ConnectionType.QueuedConnection


class MaskDialog(QDialog):
    """A non-modal window; a run continues if it is closed."""

    installer_wanted = pyqtSignal()
    """Emitted to open the window that installs missing components."""
    manager_wanted = pyqtSignal()
    """Emitted to open the window of the models."""
    download_wanted = pyqtSignal(str)
    """Emitted with the id of a model to download."""

    installation_checked = pyqtSignal(object)
    """Emitted with the `Installation` after each check."""

    started = pyqtSignal(object)
    """Emitted with the `MaskSettings` of a run that has started."""

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._run: MaskRun | None = None
        self._installation: Installation | None = None
        self._guide: GuideWindow | None = None
        self._time_left = TimeLeft()
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self.scenes = SceneModel(self)
        self.scanner = Worker(self)
        self._inspector = Worker(self)
        self.table = SceneTable(self.scenes, self)
        self.table_place.addWidget(self.table)
        self.options = OptionsPanel(self)
        self.options_place.addWidget(self.options)
        self.area = AreaPanel(iface, self.options)
        self.options.area_place.addWidget(self.area)
        self.options.area_label.setBuddy(self.area.source)
        self.season_window = SeasonWindow(iface, self)
        self.scenes.set_rule(self._why_unusable)
        self.strip.hide()
        self._set_icons()
        self._set_tab_order()
        self._connect()
        geometry = QgsSettings().value(f"{SETTINGS_GROUP}/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        self._refresh()

    def add_paths(self, paths: Iterable[Path]) -> None:
        """Add products, or folders that contain them; rows appear as they are read."""
        self.scanner.call(partial(read_rows, list(paths)), each=self._add_scenes)

    def installation(self) -> Installation | None:
        """Return the result of the last check; None before the first one."""
        return self._installation

    def current_run(self) -> MaskRun | None:
        """Return the current run, or the last one."""
        return self._run

    def shut_down(self) -> None:
        """Stop the background work before the plugin or QGIS closes."""
        self._remember()
        self.scanner.close()
        self._inspector.close()
        self.area.shut_down()
        self.season_window.shut_down()
        if self._run is not None:
            self._run.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Check the installation again, because missing components may have been installed."""
        super().showEvent(event)
        self.check_installation()

    def check_installation(self) -> None:
        """Check the installation in the background."""
        if not self._inspector.awaits(inspect_installation):
            self._inspector.call(inspect_installation, self._show_installation)

    def reject(self) -> None:
        """Hide the window; a run continues, and is shown when the window opens again."""
        self._remember()
        super().reject()

    def start(self) -> None:
        """Mask every usable product of the list."""
        self.area.settle()
        if self._why_not_run():
            return
        paths = self.scenes.usable_paths()
        if self._run is not None:
            self._run.deleteLater()
        settings = replace(self.options.settings(paths), area=self.area.area_of_interest())
        self._run = MaskRun(settings, self._iface, self, self.options.min_clear())
        task = self._run.task
        task.progressChanged.connect(self._show_progress, _QUEUED)
        task.message_changed.connect(self._show_message, _QUEUED)
        task.scene_progressed.connect(self._show_scene_progress, _QUEUED)
        task.scene_finished.connect(self._show_outcome, _QUEUED)
        self._run.ended.connect(self._run_ended)
        self._run.season_wanted.connect(self.show_season)
        self.season_window.clear()
        self.scenes.start_run(paths)
        self._time_left = TimeLeft()
        self._run.start()
        self.started.emit(settings)
        self._remember()
        self._show_progress(0)
        self._refresh()
        self._show_message(self.tr("Starting"))

    def cancel_run(self) -> None:
        """Stop after the current batch; finished masks stay."""
        if self._run is not None:
            self._run.cancel()
            self.cancel.setEnabled(False)
            self._show_message(self.tr("Cancelling"))

    def show_season(self) -> None:
        """Open the season of the last run, or bring it to the front."""
        self.season_window.show()
        self.season_window.raise_()
        self.season_window.activateWindow()

    def show_guide(self) -> None:
        """Open the guide, or bring it to the front."""
        if self._guide is None:
            self._guide = GuideWindow(self)
        self._guide.show()
        self._guide.raise_()

    def _set_tab_order(self) -> None:
        """Set the tab order from top to bottom: the list and the options, not in the .ui file, would come last."""
        options, area = self.options, self.area
        head = (options.resolution_value, area.source, area.layer, area.rectangle, area.polygon, options.output_folder)
        tail = (options.qml_files, self.season, self.run, self.cancel, self.close_button, self.help)
        for before, after in ((self.remove, self.table), *zip(head, head[1:]), *zip(tail, tail[1:])):
            QWidget.setTabOrder(before, after)

    def _set_icons(self) -> None:
        icons = {
            self.add_folders: "/symbologyAdd.svg",
            self.add_parent: "/mActionAddGroup.svg",
            self.add_zips: "/mIconZip.svg",
            self.remove: "/symbologyRemove.svg",
        }
        for button, icon in icons.items():
            button.setIcon(QgsApplication.getThemeIcon(icon))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        size = self.fontMetrics().height() * 3 // 2
        self.strip_icon.setPixmap(QgsApplication.getThemeIcon("/mIconWarning.svg").pixmap(size, size))
        self.strip_text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _connect(self) -> None:
        self.add_folders.clicked.connect(self._add_folders)
        self.add_parent.clicked.connect(self._add_parent)
        self.add_zips.clicked.connect(self._add_zips)
        self.remove.clicked.connect(self._remove)
        self.fetch_missing.clicked.connect(self.installer_wanted)
        self.options.manage_models.clicked.connect(self.manager_wanted)
        self.options.download_wanted.connect(self._ask_to_download)
        self.run.clicked.connect(self.start)
        self.cancel.clicked.connect(self.cancel_run)
        self.season.clicked.connect(self.show_season)
        self.close_button.clicked.connect(self.close)
        self.help.clicked.connect(self.show_guide)
        self.table.dropped.connect(self.add_paths)
        self.table.selectionModel().selectionChanged.connect(self._refresh)
        self.scanner.changed.connect(self._refresh)
        self.options.changed.connect(self._options_changed)
        self.area.changed.connect(self._options_changed)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._remove)

    def _ask_to_download(self, model: str) -> None:
        """Offer the download of a model that the user has chosen and that is not on this computer."""
        card, yes, no = load_cards()[model], QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        missing = missing_networks(card)
        size, facts = download_bytes(missing), licence_text(card)
        facts = f"{size_text(size)}, {facts}" if size else facts
        downloadable = bool(card.publication and card.publication.address)
        if len(missing) < len(card.networks):
            text = self.tr("{title} is incomplete. Download what is missing now ({facts})?")
            if not downloadable:
                text = self.tr("{title} is incomplete. Open the window of the models to complete it?")
        elif downloadable:
            text = self.tr("{title} is not on this computer. Download it now ({facts})?")
        else:
            text = self.tr("{title} is not on this computer. Open the window of the models to download it?")
        question = literal(text.format(title=card.named, facts=facts))
        if QMessageBox.question(self, self.tr("Model"), question, yes | no, yes) == yes:
            self.download_wanted.emit(model)
        else:
            self.options.give_up(model)

    def _add_folders(self) -> None:
        folders = choose_folders(self, self.tr("Add .SAFE folders"), self._last_folder())
        self._add_chosen(folders)

    def _add_parent(self) -> None:
        title = self.tr("Add all products in a folder")
        folder = QFileDialog.getExistingDirectory(self, title, self._last_folder())
        self._add_chosen([Path(folder)] if folder else [])

    def _add_zips(self) -> None:
        title, kinds = self.tr("Add zipped products"), self.tr("Zipped products (*.zip)")
        names, _kind = QFileDialog.getOpenFileNames(self, title, self._last_folder(), kinds)
        self._add_chosen([Path(name) for name in names])

    def _add_chosen(self, paths: list[Path]) -> None:
        if paths:
            QgsSettings().setValue(f"{SETTINGS_GROUP}/last_folder", str(paths[0].parent))
            self.add_paths(paths)

    def _last_folder(self) -> str:
        return QgsSettings().value(f"{SETTINGS_GROUP}/last_folder", str(Path.home()), type=str)

    def _add_scenes(self, scenes: list) -> None:
        self.scenes.add(scenes)
        self._refresh()

    def _remove(self) -> None:
        if self.remove.isEnabled():
            self.scenes.remove(self.table.selected_rows())
            self._refresh()

    def _why_unusable(self, product: Product) -> str:
        return self.options.why_unusable(product) or self.area.why_outside(product)

    def _options_changed(self) -> None:
        self.scenes.recheck()
        self._refresh()

    def _missing(self) -> tuple[str, ...]:
        return self._installation.missing if self._installation else ()

    def _show_installation(self, installation: Installation) -> None:
        self._installation = installation
        self.strip_text.setText("\n".join(installation.missing))
        self.strip.setVisible(bool(installation.missing))
        self.options.set_installation(installation)
        self.installation_checked.emit(installation)

    def _is_running(self) -> bool:
        return self._run is not None and self._run.is_running()

    def _refresh(self) -> None:
        """Enable the available controls, and explain every disabled button."""
        running = self._is_running()
        for widget in (self.options, self.add_folders, self.add_parent, self.add_zips):
            widget.setEnabled(not running)
        self.table.setAcceptDrops(not running)
        selected = bool(self.table.selectionModel().selectedRows())
        self.remove.setEnabled(selected and not running)
        tool_tip = self.tr("Remove the selected products from the list")
        self.remove.setToolTip(tool_tip if selected else self.tr("Select products first"))
        reason = self._why_not_run()
        self.run.setEnabled(not reason)
        self.run.setToolTip(reason or self.tr("Mask all usable products"))
        self.cancel.setEnabled(running)
        self.season_window.set_running(running)
        self.close_button.setText(self.tr("Close and keep running") if running else self.tr("Close"))
        self.progress.setEnabled(running)
        self.progress.setTextVisible(self._run is not None)
        if not running:
            self._show_count()
            if self._run is None:
                self._show_message(reason)

    def _why_not_run(self) -> str:
        reasons = (
            (self._is_running(), self.tr("A run is in progress.")),
            (self._installation is None, self.tr("The installation is being checked.")),
            (bool(self._missing()), self.tr("Components are missing: click Install missing components.")),
            (self.scanner.is_busy(), self.tr("Products are still being read.")),
            (not self.scenes.rowCount(), self.tr("Add at least one product.")),
            (bool(self.area.why_not_ready()), self.area.why_not_ready()),
            (
                not self.scenes.usable_paths(),
                self.scenes.common_fault() or self.tr("No product can be used. The Status column gives the reasons."),
            ),
        )
        return next((text for applies, text in reasons if applies), "") or self.options.why_not_ready()

    def _show_count(self) -> None:
        total, usable = self.scenes.rowCount(), len(self.scenes.usable_paths())
        text = self.tr("Products: {total}").format(total=total) if total else ""
        if total > usable:
            text += self.tr(", unusable: {count}").format(count=total - usable)
        if self.scanner.is_busy():
            text += self.tr(" (reading)")
        self.count.setText(text)

    def _show_progress(self, percent: float) -> None:
        self.progress.setValue(round(10 * percent))
        left = self._time_left.text(percent / 100)
        self.progress.setFormat(f"%p %  ({left})" if left and self._is_running() else "%p %")

    def _show_message(self, text: str) -> None:
        self.message.setText(text)
        self.message.setToolTip(literal(text))

    def _show_scene_progress(self, index: int, fraction: float, phase: str) -> None:
        if self._is_running() and self._run is not None:
            self.scenes.set_progress(self._run.task.settings.paths[index], fraction, phase)

    def _show_outcome(self, outcome: SceneOutcome, _layers: list) -> None:
        self.scenes.set_outcome(outcome)
        self.season_window.add(outcome)
        self._refresh()

    def _run_ended(self) -> None:
        self.scenes.end_run()
        if self._run is None:
            return
        done = sum(outcome.result is not None for outcome in self._run.outcomes)
        text = self.tr("Masks made: {done}").format(done=done)
        if self._run.skipped():
            text += self.tr(", skipped: {count}").format(count=len(self._run.skipped()))
        if self._run.failures():
            text += self.tr(", failed: {count}").format(count=len(self._run.failures()))
        if self._run.task.cancelled:
            text = self.tr("Cancelled. {done}").format(done=text)
        self._show_message(self._run.task.error or text)
        self.progress.setFormat("%p %")
        self._refresh()

    def _remember(self) -> None:
        self.options.save()
        self.area.save()
        QgsSettings().setValue(f"{SETTINGS_GROUP}/geometry", self.saveGeometry())
