"""Show the season of a run or a folder as a table and a chart of usable scenes, linked to the map."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProject, QgsRasterLayer, QgsSettings, QgsTask
from qgis.gui import QgisInterface
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QCloseEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QHeaderView, QLabel, QMenu, QPushButton, QVBoxLayout

from ...core.install.packages import not_there
from ...core.season.table import in_order, surfaces_of
from ..guide_window import show_guide
from ..shared.animation import prepare_animation
from ..shared.host import SETTINGS_GROUP
from ..shared.layer_tree import (
    add_layers,
    make_active,
    mask_layer,
    remove_layers,
    show_again,
    show_only,
    shown_files,
    zoom_to,
)
from ..shared.layers import open_layers
from ..tables.filter_bar import FilterBar
from ..tables.row_filter import RowFilter
from ..tables.row_menu import USES, Deed, Entry, RowMenu
from ..widgets import explain, open_folder, set_tab_order
from .chart_view import ChartView
from .dock import PlacedDock
from .files import SeasonFiles
from .model import COLUMN_ORDER, SURFACE_COLUMNS, Column, SeasonModel
from .notice import Notice
from .single_task import SingleTask
from .uses import MaskUses

if TYPE_CHECKING:
    from ...core.masks.result import MaskResult, SceneOutcome

_SETTINGS = f"{SETTINGS_GROUP}/season"
_MOST_NAMES = 5
"""Largest number of files named in a message."""
_FLAT = 2.2
"""Width over height from which on the chart is beside the table, as at the lower edge of QGIS's window."""
_SETTLE_MS = 100
"""Delay of the layout, so that scenes and layers that arrive together are laid out once."""


class SeasonWindow(PlacedDock):
    """A panel beside the map, which shows the selected scenes."""

    correction_wanted = pyqtSignal()
    """Emitted to correct the mask of the active layer by hand."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(iface, _SETTINGS)
        self._closed = False
        self._closed_projects = 0
        self._running = False
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._on_the_map: set[Path] | None = None  # read when needed, once per change of the map
        self.task, self.told = SingleTask(self), Notice(self.notice, iface)
        self.files = SeasonFiles(self, lambda: self.selected() + self.rows.outcomes(), self.task, self.told)
        self.rows = SeasonModel(self._is_shown, self)
        self._proxy = RowFilter(self.rows, self.rows.takes, self)
        self.table.setModel(self._proxy)
        self.table.sortByColumn(Column.DATE, Qt.SortOrder.AscendingOrder)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(Column.PRODUCT, QHeaderView.ResizeMode.Stretch)
        title, space = self.rows.headerData(Column.PRODUCT, Qt.Orientation.Horizontal), header.fontMetrics()
        # A narrow panel leaves the column no room.
        header.setMinimumSectionSize(space.horizontalAdvance(title) + 2 * space.averageCharWidth())
        for place, column in enumerate(COLUMN_ORDER):
            header.moveSection(header.visualIndex(column), place)
        self.table.verticalHeader().setDefaultSectionSize(round(1.6 * self.fontMetrics().height()))
        self.chart = ChartView(self.rows.describe, self)
        self.chart_area.setWidget(self.chart)
        self.filter = FilterBar(self.contents)
        self.select_shown = QPushButton(self.filter)
        self.select_shown.setAutoDefault(False)
        self.filter.layout_of_line.addWidget(self.select_shown)
        self.filter_place.addWidget(self.filter)
        self._add_menus()
        self.splitter.setSizes([300, 300])
        self._hint = QLabel(self.table.viewport())
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        QVBoxLayout(self.table.viewport()).addWidget(self._hint)
        self.table.setFocus()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._restore_switches()
        self.restore()
        self._set_tab_order()
        self._connect()
        self.settle()

    def clear(self) -> None:
        """Remove all scenes, because another run starts, and show again in the map what the selected ones hid."""
        self.table.clearSelection()
        self.told.hide()
        self.rows.clear()
        self.settle()

    def add(self, outcome: SceneOutcome) -> None:
        """Add the outcome of a product."""
        self.rows.add(outcome)
        self._settle_soon()

    def count_version(self, result: MaskResult) -> None:
        """Let a mask that was corrected by hand stand for the mask of its scene, if that is shown."""
        if self.rows.replace(result):
            self._settle_soon()

    def set_running(self, running: bool) -> None:
        """Set whether a run is adding its scenes, during which no other masks are opened."""
        if self._running != running:
            self._running = running
            self._settle_soon()

    def settle(self) -> None:
        """Show all scenes now, without waiting for more."""
        self._settling.stop()
        self._draw_chart()
        self.rows.refresh()
        surfaces = surfaces_of(self.rows.scenes())
        for column, surface in SURFACE_COLUMNS.items():
            self.table.setColumnHidden(column, surface not in surfaces)
        self.table.resizeColumnsToContents()
        # Space after the right-aligned numbers of the column to the left.
        width = self.table.columnWidth(Column.STATE) + 4 * self.fontMetrics().averageCharWidth()
        self.table.setColumnWidth(Column.STATE, width)
        self._refresh()

    def selected(self) -> list[SceneOutcome]:
        """Return the outcomes of the selected rows."""
        outcomes = self.rows.outcomes()
        return [outcomes[row] for row in self._selected_rows()]

    def selected_names(self) -> set[str]:
        """Return the names of the products of the selected rows."""
        return {outcome.acquisition.name if outcome.acquisition else outcome.path.name for outcome in self.selected()}

    def _selected_masks(self) -> list[MaskResult]:
        """Return the masks of the selected rows, in order of time."""
        return [outcome.result for outcome in in_order(self.selected()) if outcome.result]

    def _selected_rows(self) -> list[int]:
        return [self._proxy.mapToSource(index).row() for index in self.table.selectionModel().selectedRows()]

    def _shown(self) -> list[SceneOutcome]:
        """Return the outcomes that the filter shows."""
        outcomes = self.rows.outcomes()
        return [outcomes[row] for row in self._proxy.shown()]

    def select(self, product: str) -> None:
        """Select the row of a product."""
        for row, scene in enumerate(self.rows.scenes()):
            if scene.product == product:
                index = self._proxy.mapFromSource(self.rows.index(row, 0))
                flags = QItemSelectionModel.SelectionFlag
                self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def shut_down(self) -> None:
        """Stop the background work before the plugin or QGIS closes, and remove the panel; it may be called twice."""
        if self._closed:
            return
        self.close()
        self.table.clearSelection()
        self._closed = True
        self.task.shut_down()
        self.remove()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store the layout."""
        self._remember()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the chart below the table, or beside it in a low panel."""
        super().resizeEvent(event)
        orientations = Qt.Orientation
        flat = self.width() > _FLAT * self.height()
        orientation = orientations.Horizontal if flat else orientations.Vertical
        if self.splitter.orientation() != orientation:
            self.splitter.setOrientation(orientation)
            self.splitter.setSizes([360, 240] if flat else [300, 300])  # the table is wider than the chart

    def _add_menus(self) -> None:
        """Add the menu of the table, and that of the button with the further work."""
        self.uses = MaskUses(self._iface, self._selected_masks, self)
        self.row_menu = RowMenu(
            self.table,
            Entry(Deed.ZOOM, lambda: zoom_to(self._iface.mapCanvas(), self._selected_masks()), self._why_no_mask),
            Entry(Deed.ADD_TO_MAP, self._add_to_map, self._why_not_add),
            Entry(Deed.REMOVE_FROM_MAP, self._remove_from_map, self._why_not_in_map),
            Entry(Deed.CORRECT, self._correct, self._why_not_correct),
            *self.uses.entries(),
            Entry(
                Deed.REPORT,
                lambda: self.files.save_report(self.selected()),
                lambda: self._busy() or self._why_no_mask(),
            ),
            Entry(Deed.REMOVE, self._remove),
        )
        self.row_menu.add_places(
            lambda: [outcome.result.mask_path if outcome.result else outcome.path for outcome in self.selected()]
        )
        self.row_menu.add_reasons(lambda: self.rows.reasons(self._selected_rows()))
        menu = QMenu(self.use_selected)
        menu.aboutToShow.connect(menu.clear)
        menu.aboutToShow.connect(partial(self.row_menu.fill, menu, USES))
        self.use_selected.setMenu(menu)

    def _set_tab_order(self) -> None:
        set_tab_order(
            *(self.open_masks, self.open_folder, self.export_csv, self.save_report, self.help),
            *(self.notice_text, self.hide_notice),
            *(self.filter.search, self.filter.least, self.select_shown, self.table, self.chart_area, self.chart),
            *(self.add_to_map, self.remove_from_map, self.use_selected, self.zoom, self.only),
        )

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        self.chart.clicked.connect(self.select)
        self.chart.line_moved.connect(self.filter.least.setValue)
        self.filter.changed.connect(self._filter)
        self.select_shown.clicked.connect(self._select_shown)
        self.left.connect(self.table.clearSelection)
        self.zoom.toggled.connect(self._show_selected)
        self.only.toggled.connect(self._hide_others)
        self.add_to_map.clicked.connect(self._add_to_map)
        self.remove_from_map.clicked.connect(self._remove_from_map)
        self.open_masks.clicked.connect(self.files.open_masks)
        self.open_folder.clicked.connect(lambda: open_folder(self, self.files.mask_folder()))
        self._settling.timeout.connect(self.settle)
        self.export_csv.clicked.connect(lambda: self.files.export_csv(self._shown()))
        self.save_report.clicked.connect(lambda: self.files.save_report(self._shown()))
        self.files.found.connect(self._show_found)
        self.task.changed.connect(self._refresh)
        self.task.failed.connect(self.told.warn)
        self.help.clicked.connect(lambda: show_guide(self))
        project = QgsProject.instance()
        for signal in (project.layersAdded, project.layersRemoved, project.cleared):
            signal.connect(self._map_changed)
        project.cleared.connect(self._project_closed)

    def _settle_soon(self) -> None:
        if not self._settling.isActive():  # not restarted, or many scenes would delay it for ever
            self._settling.start()

    def _is_shown(self, outcome: SceneOutcome) -> bool:
        if self._on_the_map is None:
            self._on_the_map = shown_files(QgsProject.instance())
        return outcome.result is not None and outcome.result.mask_path in self._on_the_map

    def _project_closed(self) -> None:
        self._closed_projects += 1

    def _map_changed(self, *_layers: object) -> None:
        self._on_the_map = None
        self._settle_soon()

    def _filter(self) -> None:
        """Show only the rows that match, and handle the selected ones among the others once, not in each block."""
        selection, before = self.table.selectionModel(), len(self.selected())
        selection.selectionChanged.disconnect(self._selection_changed)
        self._proxy.set_query(self.filter.query())
        selection.selectionChanged.connect(self._selection_changed)
        self._draw_chart()
        if len(self.selected()) < before:
            self._selection_changed()
        else:
            self._refresh()

    def _draw_chart(self) -> None:
        """Draw all scenes that have the words and dates of the filter, also those below its line."""
        query = self.filter.query()
        any_share = replace(query, least=0.0)
        self.chart.set_least(round(query.least))
        scenes = enumerate(self.rows.scenes())
        self.chart.set_scenes(scene for row, scene in scenes if self.rows.takes(row, any_share))

    def _select_shown(self) -> None:
        """Select all rows shown that have a mask."""
        chosen, columns = QItemSelection(), self._proxy.columnCount() - 1
        for row, outcome in enumerate(self.rows.outcomes()):
            index = self._proxy.mapFromSource(self.rows.index(row, 0))
            if outcome.result and index.isValid():
                chosen.select(index, index.siblingAtColumn(columns))
        self.table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.table.setFocus()

    def _report_selected(self) -> None:
        self.files.save_report(self.selected())

    def _remove(self) -> None:
        """Remove the selected rows; their masks stay on disk and in the map."""
        rows = self._selected_rows()
        self.table.clearSelection()
        self.rows.remove(rows)
        self.settle()

    def _selection_changed(self) -> None:
        self.chart.select({outcome.result.acquisition.name for outcome in self.selected() if outcome.result})
        self._show_selected()
        self._refresh()

    def _show_selected(self) -> None:
        """Show the selected scenes on the map."""
        self._hide_others(self.only.isChecked())
        results = [outcome.result for outcome in self.selected() if outcome.result]
        if not results:
            return
        canvas = self._iface.mapCanvas()
        in_map = next((outcome.result for outcome in self.selected() if self._is_shown(outcome)), None)
        layer = in_map and mask_layer(QgsProject.instance(), in_map)
        if layer is not None:
            make_active(self._iface, layer)
        if self.zoom.isChecked():
            zoom_to(canvas, results)
        canvas.refresh()

    def _hide_others(self, hide: bool) -> None:
        """Hide all but the selected scenes in the map; without any of these there, show again what was hidden."""
        chosen = [outcome.result for outcome in self.selected() if outcome.result and self._is_shown(outcome)]
        if hide and chosen:
            show_only(QgsProject.instance(), chosen)
        else:
            show_again(QgsProject.instance())

    def _add_to_map(self) -> None:
        chosen = [outcome for outcome in self.selected() if not self._is_shown(outcome)]
        closed_before = self._closed_projects

        def work(_task: QgsTask) -> list[tuple[MaskResult, list[QgsRasterLayer]]]:
            return [(outcome.result, open_layers(outcome.result)) for outcome in chosen if outcome.result]

        def done(opened: list[tuple[MaskResult, list[QgsRasterLayer]]]) -> None:
            if self._closed_projects > closed_before:
                return  # the masks were for the map of another project
            gone = [result.mask_path for result, layers in opened if not layers[0].isValid()]
            there = [(result, layers) for result, layers in opened if layers[0].isValid()]
            self.rows.note_opened([result.mask_path for result, _layers in there], gone)
            for result, layers in there:
                add_layers(QgsProject.instance(), result, [layer for layer in layers if layer.isValid()])
            prepare_animation(self._iface.mapCanvas(), QgsProject.instance())
            self._show_selected()
            if gone:
                names = ", ".join(path.name for path in gone[:_MOST_NAMES]) + ("…" if len(gone) > _MOST_NAMES else "")
                text = self.tr("These masks were removed or cannot be read: {names}. Mask their products again.")
                self.told.warn(text.format(names=names))

        self.told.hide()
        self.task.start(self.tr("Opening masks"), work, done)

    def _correct(self) -> None:
        """Let the user correct the selected mask, whose layer becomes the active one."""
        [mask] = self._selected_masks()
        make_active(self._iface, mask_layer(QgsProject.instance(), mask))
        self.correction_wanted.emit()

    def _remove_from_map(self) -> None:
        remove_layers(QgsProject.instance(), [outcome.result for outcome in self.selected() if outcome.result])
        self._hide_others(self.only.isChecked())

    def _show_found(self, outcomes: list[SceneOutcome], skipped: int) -> None:
        """Show the masks of a folder, unless a run shows its scenes."""
        if self._running:
            return
        self.table.clearSelection()
        self.rows.clear()
        for outcome in outcomes:
            self.rows.add(outcome)
        self.settle()
        if skipped:
            text = self.tr("{count} masks with another resolution or area were skipped.")
            if skipped == 1:
                text = self.tr("1 mask with another resolution or area was skipped.")
            self.told.tell(text.format(count=skipped))

    def _busy(self) -> str:
        return self.tr("Wait until the background task is done") if self.task.is_running() else ""

    def _why_no_mask(self) -> str:
        return "" if self._selected_masks() else self.tr("Select a scene that has a mask")

    def _why_not_add(self) -> str:
        """Return why the selected scenes cannot be added to the map."""
        in_map = all(self._is_shown(outcome) for outcome in self.selected() if outcome.result)
        reason = self._busy() or self._why_no_mask()
        return reason or (self.tr("The selected scenes are in the map") if in_map else "")

    def _why_not_in_map(self) -> str:
        """Return why the selected scenes cannot be removed from the map."""
        in_map = any(map(self._is_shown, self.selected()))
        return self._why_no_mask() or ("" if in_map else self.tr("The selected scenes are not in the map"))

    def _why_not_correct(self) -> str:
        """Return why the selected mask cannot be corrected on the map."""
        single = len(self._selected_masks()) == 1
        reason = self._why_no_mask() or ("" if single else self.tr("Select a single scene: one mask is corrected."))
        in_map = any(map(self._is_shown, self.selected()))
        return reason or ("" if in_map else self.tr("Add the scene to the map first."))

    def _refresh(self) -> None:
        """Enable the available controls, explain every disabled button and an empty table, and count the scenes."""
        outcomes, listed = self.rows.outcomes(), self._proxy.rowCount()
        self._hint.setText(self._why_empty(bool(outcomes)))
        self._hint.setVisible(not listed)
        self.chart_area.setVisible(bool(outcomes))
        self._explain_files(outcomes, listed)
        least = self.filter.least.value()
        text = self.tr("Select at least {least} % clear") if least else self.tr("Select all")
        self.select_shown.setText(text.format(least=least))
        masked = any(outcome.result for outcome in self._shown())
        tip = self.tr("Select all scenes shown that have a mask, also in the map")
        explain(self.select_shown, tip, (not masked, self.tr("No scene shown has a mask")))
        for button, tip, reason in (
            (self.add_to_map, self.tr("Add the selected scenes to the map"), self._why_not_add()),
            (
                self.remove_from_map,
                self.tr("Remove the selected scenes from the map; their files stay"),
                self._why_not_in_map(),
            ),
            (
                self.use_selected,
                self.tr("Composite, applied masks, statistics, polygons or a report of the selected scenes"),
                self._why_no_mask(),
            ),
        ):
            explain(button, tip, (bool(reason), reason))
        self.summary.setText(self._summary(outcomes, listed))
        self.summary.setVisible(bool(outcomes))

    def _explain_files(self, outcomes: list[SceneOutcome], listed: int) -> None:
        """Enable the buttons that read and write files, or explain why not."""
        busy, empty = self._busy(), self.tr("Mask products first, or open the masks of a folder")
        unmatched = (not listed, self.tr("No scene matches the filter"))
        explain(
            self.open_masks,
            self.tr("Show the masks of a folder as a season, without masking"),
            (bool(busy), busy),
            (self._running, self.tr("Wait until the run is over")),
            ("rasterio" in not_there(), self.tr("Packages are missing; install them from the main window")),
        )
        explain(
            self.open_folder,
            self.tr("Show the folder of the masks in the file manager"),
            (not any(outcome.result for outcome in outcomes), empty),
        )
        written = self.tr("Write the scenes shown ({shown} of {total}) and their footprints to a text file")
        explain(self.export_csv, written.format(shown=listed, total=len(outcomes)), (not outcomes, empty), unmatched)
        written = self.tr("Write chart, pictures and table of the scenes shown ({shown} of {total}) to an HTML page")
        written = written.format(shown=listed, total=len(outcomes))
        explain(self.save_report, written, (bool(busy), busy), (not outcomes, empty), unmatched)

    def _why_empty(self, filtered: bool) -> str:
        if filtered:
            return self.tr("No scene matches the filter.\nShorten the text, or lower the clear share.")
        if self._running:
            return self.tr("Each scene appears here as soon as it is masked.")
        text = self.tr(
            "No scenes yet.\nMask products in the main window, or click '{button}' for those of an earlier run."
        )
        return text.format(button=self.open_masks.text().replace("&", ""))

    def _summary(self, outcomes: list[SceneOutcome], listed: int) -> str:
        masked = [outcome for outcome in outcomes if outcome.result]
        text = self.tr("Scenes masked: {masked}, in map: {shown}")
        text = text.format(masked=len(masked), shown=sum(map(self._is_shown, masked)))
        for count, words in (
            (sum(outcome.skipped for outcome in outcomes), self.tr(", skipped: {count}")),
            (sum(outcome.kept for outcome in outcomes), self.tr(", not replaced: {count}")),
            (sum(outcome.failed and not outcome.kept for outcome in outcomes), self.tr(", failed: {count}")),
        ):
            text += words.format(count=count) if count else ""
        if self._proxy.is_active():
            shown = self.tr("{shown} of {total} scenes shown. ").format(shown=listed, total=len(outcomes))
            text = shown + text
        return text

    def _restore_switches(self) -> None:
        stored = QgsSettings()
        stored.beginGroup(_SETTINGS)
        if stored.value("splitter") is not None:
            self.splitter.restoreState(stored.value("splitter"))
        for switch in (self.zoom, self.only):
            switch.setChecked(stored.value(switch.objectName(), True, type=bool))

    def _remember(self) -> None:
        self.remember()
        stored = QgsSettings()
        stored.beginGroup(_SETTINGS)
        stored.setValue("splitter", self.splitter.saveState())
        for switch in (self.zoom, self.only):
            stored.setValue(switch.objectName(), switch.isChecked())
