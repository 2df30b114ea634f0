"""The main window: choose products and options, start a run and follow it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsApplication, QgsProject, QgsSettings
from qgis.gui import QgisInterface
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QDialog, QWidget

from ..core.addresses.location import Address, Location
from ..core.cards.card import load_cards
from ..core.errors import CloudS2MaskError, SettingError
from .area.panel import AreaPanel
from .comparison import open_comparison
from .guide_window import show_guide
from .last_run import LastRun
from .mask_run import MaskRun
from .models.offer import agrees_to_download
from .notice_strip import NoticeStrip
from .options_panel import OptionsPanel, place_of
from .product_deeds import ProductDeeds
from .scenes.choosing import ProductChooser
from .scenes.model import ProductRow, SceneModel, Status
from .scenes.scanner import Given, read_rows
from .scenes.table import SceneTable
from .season.window import SeasonWindow
from .shared.background import Worker
from .shared.host import SETTINGS_GROUP
from .shared.installation import Installation, inspect_installation
from .shared.layer_tree import remove_layers, shown_files
from .shared.rich_text import literal
from .tables.filter_bar import FilterBar
from .time_left import TimeLeft
from .widgets import (
    Growth,
    LowArea,
    MakeWay,
    explain,
    fit_to_screen,
    lock,
    open_folder,
    place_in_corner,
    set_tab_order,
)
from .window_state import Link, Phase, Remedy, WindowState

if TYPE_CHECKING:
    from ..core.masks.result import MaskResult, SceneOutcome
    from ..core.settings import MaskSettings

_QUEUED = Qt.ConnectionType.QueuedConnection


class MaskDialog(QDialog):
    """A non-modal window; a run continues if it is closed."""

    installer_wanted = pyqtSignal()
    """Emitted to open the window that installs missing components."""
    manager_wanted = pyqtSignal()
    """Emitted to open the window of the models."""
    download_wanted = pyqtSignal(str)
    """Emitted with the id of a model to download."""

    correction_wanted = pyqtSignal()
    """Emitted to correct the mask of the active layer by hand."""

    installation_checked = pyqtSignal(object)
    """Emitted with the `Installation` after each check."""

    started = pyqtSignal(object)
    """Emitted with the `MaskSettings` of a run that has started."""

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._run: MaskRun | None = None
        self._installation: Installation | None = None
        self._installing = False
        self._time_left = TimeLeft()
        self._step = ""
        self._last = LastRun()
        self._state = WindowState()
        self._refreshing = QTimer(self, singleShot=True)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self.scenes = SceneModel(self)
        self.scanner = Worker(self)
        self._inspector = Worker(self)
        self._build_table()
        self.options = OptionsPanel(self)
        self._options_area = LowArea(self.options, self)
        self._growth = Growth(self)
        self.options_place.addWidget(self._options_area)
        self.area = AreaPanel(iface, self.options)
        self.area.follow(self.scenes, self.table, self.pick)
        self.options.area_place.addWidget(self.area)
        self.options.area_label.setBuddy(self.area.source)
        self.season_window = SeasonWindow(iface)
        self.destroyed.connect(self.season_window.deleteLater)  # it belongs to QGIS's window, to be docked there
        self.season_window.correction_wanted.connect(self.correction_wanted)
        self.season_window.row_menu.add(*self.deeds.entries(self.season_window.selected_names))
        self.chooser = ProductChooser(self, self.area)
        self.scenes.set_rule(self.options.why_unusable, self.area.is_outside)
        self.comparison: QWidget | None = None
        """Window of the last comparison of models."""
        self._notice = NoticeStrip(self.strip, self.fetch_missing, self.replace)
        self._set_icons()
        self._set_tab_order()
        self._connect()
        geometry = QgsSettings().value(f"{SETTINGS_GROUP}/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        fit_to_screen(self)
        if geometry is None:
            place_in_corner(self, iface.mapCanvas())
        self._refresh()

    def _build_table(self) -> None:
        """Add the list of products, with its filter and its menu."""
        self.filter = FilterBar(self)
        self.table_place.addWidget(self.filter)
        self.table = SceneTable(self.scenes, self)
        self.table_place.addWidget(self.table)
        self.deeds = ProductDeeds(self, self)
        self.row_menu = self.deeds.menu_of(self.table)

    def add_paths(self, paths: Iterable[Given]) -> None:
        """Add products, folders that contain them, or scenes of a search; rows appear as they are read."""
        self.scanner.call(partial(read_rows, list(paths)), each=self._add_scenes)

    def installation(self) -> Installation | None:
        """Return the result of the last check; None before the first one."""
        return self._installation

    def set_installing(self, installing: bool) -> None:
        """Show if components are being installed; call `check_installation` after that."""
        self._installing = installing
        self._refresh()

    def current_run(self) -> MaskRun | None:
        """Return the current run, or the last one."""
        return self._run

    def shut_down(self) -> None:
        """Stop the background work before the plugin or QGIS closes."""
        self.scanner.close()
        self._inspector.close()
        self.chooser.shut_down()
        self.options.shut_down()
        self.area.shut_down()
        self._remember()
        self.season_window.shut_down()
        if self._run is not None:
            self._run.stop()
            self._run.dismiss()  # its buttons would call this window

    def showEvent(self, event: QShowEvent) -> None:
        """Check the installation and the maps again: components may have been installed, and files repaired."""
        super().showEvent(event)
        self.check_installation()
        self.options.refine.check_maps_again()

    def check_installation(self) -> None:
        """Check the installation in the background."""
        if not self._inspector.awaits(inspect_installation):
            self._inspector.call(inspect_installation, self._show_installation)

    def reject(self) -> None:
        """Hide the window; a run continues, and is shown when the window opens again."""
        super().reject()
        self._remember()

    def start(self) -> None:
        """Mask every usable product that the filter of the list shows."""
        if not self.state().why_not_run:
            self._mask(self._settings(self.scenes.usable_paths(self.table.filter.shown())), {})

    def replace_masks(self) -> None:
        """Mask the products again whose masks were made with other settings, and replace these."""
        if not self.state().replace.obstacle and self._offers_to_replace():
            self.mask_again(self._replaceable())

    def mask_again(self, paths: Collection[Location]) -> None:
        """Mask listed products with the options of the window, and replace their masks."""
        kept = {path: one for path, one in self._last.outcomes.items() if path not in paths}
        self._mask(replace(self._settings(paths), overwrite=True), kept)

    def compare_models(self, row: ProductRow) -> None:
        """Open the comparison of models on the product of a row, with the options and the area of the window."""
        self.area.settle()
        if row.product is None:
            return
        try:
            settings = self._settings([row.path])
            self.comparison = open_comparison(self._iface, row.product, settings, self.area.area())
        except CloudS2MaskError as error:
            self._iface.messageBar().pushMessage(literal(str(error)), Qgis.MessageLevel.Warning)

    def cancel_run(self) -> None:
        """Stop after the current batch; finished masks stay."""
        if self._run is not None:
            self._run.cancel()
            self._refresh()

    def _mask(self, settings: MaskSettings, kept: dict[Location, SceneOutcome]) -> None:
        """Start a run; of the outcomes of earlier ones, the window keeps these."""
        if self._run is not None:
            self._run.dismiss()
            self._run.deleteLater()
        keep_view = self.area.is_map_view()
        self._run = MaskRun(settings, self._iface, self, self.options.min_clear(), keep_view=keep_view)
        self._last.begin(self._whole(), kept)
        task = self._run.task
        task.progressChanged.connect(self._show_progress, _QUEUED)
        task.message_changed.connect(self._show_step, _QUEUED)
        task.scene_progressed.connect(self._show_scene_progress, _QUEUED)
        task.scene_finished.connect(self._show_outcome, _QUEUED)
        self._run.ended.connect(self._run_ended)
        self._run.season_wanted.connect(self.show_season)
        self._run.replacing_wanted.connect(self._replace_or_show)
        self._show_outcomes()
        self.scenes.start_run(settings.paths)
        self._time_left = TimeLeft()
        self._step = ""
        self._run.start()
        self.started.emit(settings)
        self._remember()
        self._refresh()
        self._show_progress(0)

    def _settings(self, paths: Iterable[Location]) -> MaskSettings:
        """Return the options and the area as settings of the engine.

        Raises:
            SettingError: two options contradict each other.
        """
        return replace(self.options.settings(paths), area=self.area.area_of_interest())

    def show_season(self) -> None:
        """Open the season of the last run, or bring it to the front."""
        self.season_window.bring_forward()

    def state(self) -> WindowState:
        """Return the facts that the window shows, gathered now."""
        self.area.settle()
        self._refresh()
        return self._state

    def _set_tab_order(self) -> None:
        """Set the tab order to the reading order: the list, the options and the area are not in the .ui file."""
        options, area = self.options, self.area
        set_tab_order(
            *(
                self.fetch_missing,
                self.replace,
                self.add_folders,
                self.add_parent,
                self.add_zips,
                self.add_web,
                self.remove,
                self.pick,
                *(self.filter.search, self.filter.least),
                self.table,
            ),
            *(options.resolution_20, options.resolution_10, options.resolution_other, options.resolution_value),
            *(area.source, area.layer, area.rectangle, area.polygon, options.output_folder),
            *(options.model, options.manage_models, options.device, options.only_clear, options.least_clear),
            *(options.advanced, options.buffer, options.compression, options.patch_size, options.patch_overlap),
            *(options.placement, options.more, options.overwrite, options.keep_vrt, options.qml_files, options.verify),
            *(self.message, self.season, self.run, self.cancel, self.close_button, self.help),
        )

    def _set_icons(self) -> None:
        self.remove.setIcon(QgsApplication.getThemeIcon("/symbologyRemove.svg"))
        self.remove.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.pick.setIcon(QgsApplication.getThemeIcon("/mActionSelectRectangle.svg"))

    def _connect(self) -> None:
        self.chooser.follow(self.add_folders, self.add_parent, self.add_zips, self.add_web)
        self.chooser.chosen.connect(self.add_paths)
        self.remove.clicked.connect(self.remove_selected)
        self.fetch_missing.clicked.connect(self.installer_wanted)
        self.replace.clicked.connect(self.replace_masks)
        self.options.manage_models.clicked.connect(self.manager_wanted)
        self.options.download_wanted.connect(self._ask_to_download)
        self.options.advanced.collapsedStateChanged.connect(self._make_room)
        self.run.clicked.connect(self.start)
        self.cancel.clicked.connect(self.cancel_run)
        self.season.clicked.connect(self.show_season)
        self.close_button.clicked.connect(self.close)
        self.help.clicked.connect(lambda: show_guide(self))
        self.message.linkActivated.connect(self._follow)
        for signal in (QgsProject.instance().layersAdded, QgsProject.instance().layersRemoved):
            signal.connect(self._refresh_soon)
        self._refreshing.timeout.connect(self._refresh)
        self.table.dropped.connect(self.add_paths)
        self.table.selectionModel().selectionChanged.connect(self._refresh_soon)
        self.scanner.changed.connect(self._refresh)
        self.options.changed.connect(self._options_changed)
        self.area.changed.connect(self._options_changed)
        self.filter.changed.connect(self._filter)
        self.pick.toggled.connect(MakeWay(self, self._iface.mapCanvas()).switch)

    def _make_room(self, collapsed: bool) -> None:
        """Make the window higher while the advanced options are open, as far as the screen allows."""
        if collapsed:
            self._growth.end()
        elif self.isVisible():
            self.options.layout().activate()
            self._growth.begin(self._options_area.sizeHint().height() - self._options_area.height())

    def _ask_to_download(self, model: str) -> None:
        """Offer the download of a model that the user has chosen and that is not on this computer."""
        if agrees_to_download(load_cards()[model], self):
            self.download_wanted.emit(model)
        else:
            self.options.give_up(model)

    def _add_scenes(self, scenes: list) -> None:
        self.scenes.add(scenes)
        self._list_changed()

    def remove_selected(self) -> None:
        """Remove the selected products from the list."""
        if not self.state().remove.obstacle:
            self.scenes.remove(self.table.selected_rows())
            self._list_changed()

    def _filter(self) -> None:
        """Show only the products that match; a run takes only these."""
        self.table.filter.set_query(self.filter.query())
        self._note_change()

    def _shown(self) -> list[ProductRow]:
        """Return the rows that the filter shows."""
        scenes = self.scenes.scenes()
        return [scenes[row] for row in self.table.filter.shown()]

    def _replaceable(self) -> tuple[Location, ...]:
        """Return the products that the button Replace masks again: those that the filter shows."""
        shown = {scene.path for scene in self._shown()}
        return tuple(path for path in self._last.clashing if path in shown)

    def _list_changed(self) -> None:
        products = [scene.product for scene in self.scenes.scenes() if scene.product]
        self.options.set_place(next(map(place_of, products), None))
        self.options.refine.set_products(products)
        self.chooser.set_listed({scene.path for scene in self.scenes.scenes()})
        self._note_change()

    def _options_changed(self) -> None:
        self.scenes.recheck()
        self._note_change()

    def _note_change(self) -> None:
        """Show that the last run was of other products, options or area; the message about it goes."""
        if self._last.summary is not None:
            changed = self._last.changed
            self._compare()
            if self._last.changed and not changed and self._run is not None:
                self._run.dismiss()
        self._refresh()

    def _compare(self) -> None:
        """Note if the last run was of other products, options or area; rows forget what depends on the latter two."""
        listed = [scene.path for scene in self.scenes.scenes()]
        self.scenes.forget(self._last.compare(self._whole(), self._settings_or_none, listed))

    def _whole(self) -> MaskSettings | None:
        """Return the settings of a run of all products shown; None without any, or if they contradict each other."""
        return self._settings_or_none([scene.path for scene in self._shown()])

    def _settings_or_none(self, paths: Iterable[Location]) -> MaskSettings | None:
        try:
            return self._settings(paths)
        except SettingError:
            return None

    def _show_installation(self, installation: Installation) -> None:
        self._installation = installation
        self.options.set_installation(installation)
        self.installation_checked.emit(installation)

    def _phase(self) -> Phase:
        if self._run is None or not self._run.is_running():
            return Phase.IDLE
        return Phase.CANCELLING if self._run.task.cancelled else Phase.RUNNING

    def _gathered(self) -> WindowState:
        """Gather the facts that the window shows."""
        scenes, shown, installation = self.scenes, self.table.filter.shown(), self._installation
        summary, files = self._last.summary, {file for one in self._last.results() for file in one.files}
        usable = scenes.usable_paths(shown)
        return WindowState(
            checked=installation is not None,
            missing=installation.missing if installation else (),
            rules_can_run=bool(installation and installation.rules_can_run),
            needed=not (installation and installation.rules_can_run and self.options.is_of_rules()),
            installing=self._installing,
            reading=self.scanner.is_busy(),
            rows=scenes.rowCount(),
            hidden=scenes.rowCount() - len(shown),
            usable=len(usable),
            whole_from_web=self.area.area() is None and any(isinstance(path, Address) for path in usable),
            outside=len(scenes.outside_paths(shown)),
            common_fault=scenes.common_fault(),
            selected=len(self.table.selectionModel().selectedRows()),
            area_problem=self.area.why_not_ready(),
            options_problem=self.options.why_not_ready(),
            phase=self._phase(),
            step=self._step,
            summary=summary,
            failed_rows=len(self._failed_rows()),
            on_map=bool(shown_files(QgsProject.instance()) & files),
            changed=self._last.changed,
            clash=replace(summary, clashing=self._replaceable()).clash if summary else "",
        )

    def _refresh(self) -> None:
        """Show the state of the window: texts, enabled controls, and the reason for every grey button."""
        state = self._state = self._gathered()
        buttons = {
            self.add_folders: state.add_folders,
            self.add_parent: state.add_parent,
            self.add_zips: state.add_zips,
            self.add_web: state.add_web,
            self.remove: state.remove,
            self.pick: state.pick,
            self.run: state.run,
            self.cancel: state.cancel,
            self.replace: state.replace,
        }
        for widget, button in buttons.items():
            explain(widget, button.tip, (bool(button.obstacle), button.obstacle))
        self.chooser.set_obstacle(state.busy)
        lock(self.options, state.busy)
        self.table.setAcceptDrops(not state.is_running)
        self.season_window.set_running(state.is_running)
        self.close_button.setText(state.close)
        self.message.setText(state.status)
        self._notice.show(state.notice)
        self.progress.setEnabled(state.is_running)
        self.progress.setTextVisible(state.has_progress)
        if not state.has_progress:
            self.progress.setValue(0)

    def _refresh_soon(self, *_layers: object) -> None:
        self._refreshing.start()  # many layers come and go one by one, and are shown once

    def _show_progress(self, percent: float) -> None:
        if self._state.is_running:
            self.progress.setValue(round(10 * percent))
            left = self._time_left.text(percent / 100)
            self.progress.setFormat(f"%p %  ({left})" if left else "%p %")

    def _show_step(self, text: str) -> None:
        self._step = text
        if self._state.phase != self._phase():  # cancelled in the task manager
            self._refresh()
        self._state = replace(self._state, step=text)
        self.message.setText(self._state.status)

    def _show_scene_progress(self, index: int, fraction: float, phase: str) -> None:
        if self._state.is_running and self._run is not None:
            self.scenes.set_progress(self._run.task.settings.paths[index], fraction, phase)

    def _show_outcome(self, outcome: SceneOutcome, _layers: list) -> None:
        self._last.outcomes[outcome.path] = outcome
        self.scenes.set_outcome(outcome)
        self.season_window.add(outcome)

    def count_version(self, result: MaskResult) -> None:
        """Let a mask that was corrected by hand stand for the mask of its scene, here and in the season."""
        self.season_window.count_version(result)
        for outcome in self._last.correct(result):
            self.scenes.set_outcome(outcome)

    def _run_ended(self) -> None:
        if self._run is None:
            return
        self.area.settle()
        self._last.end(self._run.summary())
        if self._run.task.error and not self._run.outcomes:  # it failed before its first scene
            self._last.undo()
            self.scenes.undo_run()
            self._show_outcomes()
        else:
            self.scenes.end_run()
        self._compare()
        self.progress.setFormat("%p %")
        self._refresh()

    def _show_outcomes(self) -> None:
        """Show the outcomes in the season."""
        self.season_window.clear()
        for outcome in self._last.outcomes.values():
            self.season_window.add(outcome)

    def _follow(self, address: str) -> None:
        """Do what a link of the status line says."""
        link = Link(address)
        if link == Link.SEASON:
            self.show_season()
        elif link == Link.REMOVE:
            remove_layers(QgsProject.instance(), self._last.results())
            self._iface.mapCanvas().refresh()
        elif link == Link.FAILED:
            self.table.select(self._failed_rows())
        elif self._last.summary is not None and self._last.summary.folder is not None:
            open_folder(self, self._last.summary.folder)

    def _failed_rows(self) -> list[int]:
        return [row for row, scene in enumerate(self.scenes.scenes()) if scene.status == Status.FAILED]

    def _offers_to_replace(self) -> bool:
        return self._state.notice is not None and self._state.notice.remedy == Remedy.REPLACE

    def _replace_or_show(self) -> None:
        """Replace the masks, from the message bar; show the window if something has changed since it was told."""
        if self._offers_to_replace():
            self.replace_masks()
        else:
            self.show()
            self.raise_()

    def _remember(self) -> None:
        self.options.save()
        self.area.save()
        QgsSettings().setValue(f"{SETTINGS_GROUP}/geometry", self.saveGeometry())
