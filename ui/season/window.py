"""Show the season of a run or a folder as a table and a chart of usable scenes, linked to the map."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsSettings, QgsTask
from qgis.gui import QgisInterface
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QItemSelectionModel, Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QHideEvent, QShowEvent
from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QHeaderView, QLabel, QVBoxLayout, QWidget

from ...core.errors import CancelledError, CloudS2MaskError
from ...core.html_page import as_html
from ...core.install.packages import not_there
from ...core.season.table import season_csv, surfaces_of
from ..guide_window import show_guide
from ..shared.animation import prepare_animation
from ..shared.background import why_failed
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
from ..widgets import choose_file_to_write, explain, fit_to_screen, open_folder, place_beside
from .chart_view import ChartView
from .model import SURFACE_COLUMNS, Column, SeasonFilter, SeasonModel

if TYPE_CHECKING:
    from ...core.masks.result import MaskResult, SceneOutcome

_SETTINGS = f"{SETTINGS_GROUP}/season"
_STOP_MS = 10_000
_MOST_NAMES = 5
"""Largest number of files named in a message."""
_INFO, _SUCCESS, _WARNING = "/mIconInfo.svg", "/mIconSuccess.svg", "/mIconWarning.svg"
_SETTLE_MS = 100
"""Delay of the layout, so that scenes and layers that arrive together are laid out once."""


class SeasonWindow(QDialog):
    """A non-modal window: the map behind it shows the selected scenes."""

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._task: QgsTask | None = None
        self._closed = False
        self._closed_projects = 0
        self._running = False
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._on_the_map: set[Path] | None = None  # read when needed, once per change of the map
        self.rows = SeasonModel(self._is_shown, self)
        self._proxy = SeasonFilter(self.rows, self)
        self.table.setModel(self._proxy)
        self.table.sortByColumn(Column.DATE, Qt.SortOrder.AscendingOrder)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(Column.PRODUCT, QHeaderView.ResizeMode.Stretch)
        for place, column in enumerate(SURFACE_COLUMNS, start=Column.CLEAR + 1):
            header.moveSection(header.visualIndex(column), place)
        self.table.verticalHeader().setDefaultSectionSize(round(1.6 * self.fontMetrics().height()))
        self.chart = ChartView(self.rows.describe, self)
        self.chart_area.setWidget(self.chart)
        self.splitter.setSizes([300, 300])
        self._hint = QLabel(self.table.viewport())
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        QVBoxLayout(self.table.viewport()).addWidget(self._hint)
        self.table.setFocus()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self.notice.hide()
        self._placed = self._restore()
        self._connect()
        self.settle()
        fit_to_screen(self)

    def clear(self) -> None:
        """Remove all scenes, because another run starts, and show again in the map what the selected ones hid."""
        self.table.clearSelection()
        self.notice.hide()
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
        indices = self.table.selectionModel().selectedRows()
        return [outcomes[self._proxy.mapToSource(index).row()] for index in indices]

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
        """Stop the background work before the plugin or QGIS closes."""
        self.close()
        self._closed = True
        task = self._task  # cancelling one that has not begun ends it at once, and forgets it
        if task is not None:
            task.cancel()
            task.waitForFinished(_STOP_MS)
            self._task = None

    def reject(self) -> None:
        """Store the layout, and hide the window."""
        self._remember()
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Leave a part of the map visible when the window opens for the first time."""
        canvas = self._iface.mapCanvas()
        if not self._placed and canvas.isVisible():
            place_beside(self, canvas)
        self._placed = True
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Show again in the map what the selected scenes hid, unless the window is only minimised."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.table.clearSelection()

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        self.chart.clicked.connect(self.select)
        self.search.textChanged.connect(self._filter)
        self.least.valueChanged.connect(self._filter)
        self.zoom.toggled.connect(self._show_selected)
        self.only.toggled.connect(self._hide_others)
        self.add_to_map.clicked.connect(self._add_to_map)
        self.remove_from_map.clicked.connect(self._remove_from_map)
        self.open_masks.clicked.connect(self._open_masks)
        self.open_folder.clicked.connect(lambda: open_folder(self, self._mask_folder()))
        self._settling.timeout.connect(self.settle)
        self.export_csv.clicked.connect(self._export_csv)
        self.save_report.clicked.connect(self._save_report)
        self.close_button.clicked.connect(self.close)
        self.help.clicked.connect(lambda: show_guide(self))
        self.hide_notice.clicked.connect(self.notice.hide)
        self.notice_text.linkActivated.connect(self._open_link)
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

    def _filter(self, _value: object) -> None:
        """Show only the rows that match, and handle the selected ones among the others once, not in each block."""
        selection, before = self.table.selectionModel(), len(self.selected())
        selection.selectionChanged.disconnect(self._selection_changed)
        self._proxy.set_filter(self.search.text(), self.least.value())
        selection.selectionChanged.connect(self._selection_changed)
        self._draw_chart()
        if len(self.selected()) < before:
            self._selection_changed()
        else:
            self._refresh()

    def _draw_chart(self) -> None:
        scenes = self.rows.scenes()
        self.chart.set_scenes(scenes[row] for row in self._proxy.shown())

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
                self._report_failure(text.format(names=names))

        self._start(self.tr("Opening masks"), work, done)

    def _remove_from_map(self) -> None:
        remove_layers(QgsProject.instance(), [outcome.result for outcome in self.selected() if outcome.result])
        self._hide_others(self.only.isChecked())

    def _open_masks(self) -> None:
        """Show the masks of a folder as a season, without masking."""
        title = self.tr("Open the masks of a folder")
        chosen = QFileDialog.getExistingDirectory(self, title, str(self._mask_folder()))
        folder = Path(chosen)

        def work(task: QgsTask) -> tuple[list[SceneOutcome], int]:
            from ...core.season.folder import masks_in

            return masks_in(folder, _progress_of(task))

        def done(found: tuple[list[SceneOutcome], int]) -> None:
            outcomes, skipped = found
            if self._running:
                return  # the window shows the scenes of the run
            if not outcomes:
                text = self.tr("{folder} contains no cloud mask of this plugin. Choose the output folder of a run.")
                self._report_failure(text.format(folder=folder))
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
                self._tell(text.format(count=skipped), _INFO)

        if chosen:
            self._start(self.tr("Reading the masks of a folder"), work, done)

    def _export_csv(self) -> None:
        path = self._choose_file(self.tr("Export the season"), "season.csv", self.tr("CSV files (*.csv)"))
        if path is None:
            return
        # Imported here, because the plugin loads without rasterio.
        from ...core.files import text_writer, write_all

        text = season_csv(self._shown())
        try:
            write_all({path: text_writer(text)})
        except CloudS2MaskError as error:
            self._report_failure(str(error))
        else:
            self._report_file(path)

    def _save_report(self) -> None:
        path = self._choose_file(self.tr("Save a report"), "season.html", self.tr("HTML files (*.html)"))
        if path is None:
            return
        outcomes = self._shown()

        def work(task: QgsTask) -> Path:
            from ...core.season.report import write_report

            write_report(path, outcomes, _progress_of(task))
            return path

        self._start(self.tr("Report of a season"), work, self._report_file)

    def _start(self, title: str, work: Callable[[QgsTask], Any], done: Callable[[Any], None]) -> None:
        """Start work in the background as a task of QGIS, one at a time, because a long season takes minutes.

        QGIS's task manager shows its progress and can cancel it; a `Worker` supports neither.
        """

        def finished(error: Exception | None, result: Any = None) -> None:
            if self._closed:
                return
            self._task_over()
            if error is None:
                done(result)
            elif not isinstance(error, CancelledError):
                self._report_failure(why_failed(error))

        self.notice.hide()
        self._task = QgsTask.fromFunction(title, work, on_finished=finished)
        self._task.taskTerminated.connect(self._task_over)  # a task cancelled before its start never calls finished
        QgsApplication.taskManager().addTask(self._task)
        self._refresh()

    def _task_over(self) -> None:
        self._task = None
        self._refresh()

    def _choose_file(self, title: str, name: str, kinds: str) -> Path | None:
        folder = QgsSettings().value(f"{_SETTINGS}/folder", str(self._mask_folder()), type=str)
        path = choose_file_to_write(self, title, Path(folder) / name, kinds)
        if path is not None:
            QgsSettings().setValue(f"{_SETTINGS}/folder", str(path.parent))
        return path

    def _mask_folder(self) -> Path:
        """Return the folder of the selected or first mask, or of the next ones."""
        masks = [outcome.result.mask_path for outcome in self.selected() + self.rows.outcomes() if outcome.result]
        chosen = QgsSettings().value(f"{SETTINGS_GROUP}/output_folder", "", type=str)
        return masks[0].parent if masks else Path(chosen) if chosen else Path.home()

    def _report_file(self, path: Path) -> None:
        text = self.tr("Written: {file} in {folder}").format(
            file=_link(path, path.name), folder=_link(path.parent, str(path.parent))
        )
        self._tell(text, _SUCCESS)

    def _report_failure(self, text: str) -> None:
        self._tell(as_html(text), _WARNING)

    def _tell(self, text: str, icon: str) -> None:
        """Show a text with links in the window; if it is closed, in the message bar too."""
        size = self.fontMetrics().height()
        self.notice_icon.setPixmap(QgsApplication.getThemeIcon(icon).pixmap(size, size))
        self.notice_text.setText(text)
        self.notice.show()
        if not self.isVisible():
            self._iface.messageBar().pushMessage(self.tr("Season"), text)

    def _open_link(self, link: str) -> None:
        """Open a file with its program, or a folder in the file manager."""
        path = Path(QUrl(link).toLocalFile())
        if path.is_dir() or not QDesktopServices.openUrl(QUrl(link)):
            open_folder(self, path)  # which says if it cannot be opened

    def _refresh(self) -> None:
        """Enable the available controls, explain every disabled button and an empty table, and count the scenes."""
        outcomes, listed = self.rows.outcomes(), self._proxy.rowCount()
        chosen = [outcome for outcome in self.selected() if outcome.result]
        in_map = [self._is_shown(outcome) for outcome in chosen]
        busy = (self._task is not None, self.tr("Wait until the background task is done"))
        empty = (not outcomes, self.tr("Mask products first, or open the masks of a folder"))
        unmatched = (not listed, self.tr("No scene matches the filter"))
        unselected = (not chosen, self.tr("Select a scene that has a mask"))
        self._hint.setText(self._why_empty(bool(outcomes)))
        self._hint.setVisible(not listed)
        self.chart_area.setVisible(bool(outcomes))
        explain(
            self.open_masks,
            self.tr("Show the masks of a folder as a season, without masking"),
            busy,
            (self._running, self.tr("Wait until the run is over")),
            ("rasterio" in not_there(), self.tr("Packages are missing; install them from the main window")),
        )
        explain(
            self.open_folder,
            self.tr("Show the folder of the masks in the file manager"),
            (not any(outcome.result for outcome in outcomes), empty[1]),
        )
        explain(
            self.add_to_map,
            self.tr("Add the selected scenes to the map"),
            busy,
            unselected,
            (all(in_map), self.tr("The selected scenes are in the map")),
        )
        explain(
            self.remove_from_map,
            self.tr("Remove the selected scenes from the map; their files stay"),
            unselected,
            (not any(in_map), self.tr("The selected scenes are not in the map")),
        )
        written = self.tr("Write the scenes shown ({shown} of {total}) and their footprints to a text file")
        explain(self.export_csv, written.format(shown=listed, total=len(outcomes)), empty, unmatched)
        written = self.tr("Write chart, pictures and table of the scenes shown ({shown} of {total}) to an HTML page")
        explain(self.save_report, written.format(shown=listed, total=len(outcomes)), busy, empty, unmatched)
        self.summary.setText(self._summary(outcomes, listed))
        self.summary.setVisible(bool(outcomes))

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

    def _restore(self) -> bool:
        """Restore layout and switches, and return True if the place of the window was stored."""
        stored = QgsSettings()
        stored.beginGroup(_SETTINGS)
        for name, restore in (("geometry", self.restoreGeometry), ("splitter", self.splitter.restoreState)):
            if stored.value(name) is not None:
                restore(stored.value(name))
        for switch in (self.zoom, self.only):
            switch.setChecked(stored.value(switch.objectName(), True, type=bool))
        return stored.value("geometry") is not None

    def _remember(self) -> None:
        stored = QgsSettings()
        stored.beginGroup(_SETTINGS)
        stored.setValue("geometry", self.saveGeometry())
        stored.setValue("splitter", self.splitter.saveState())
        for switch in (self.zoom, self.only):
            stored.setValue(switch.objectName(), switch.isChecked())


def _link(path: Path, text: str) -> str:
    return f'<a href="{as_html(QUrl.fromLocalFile(str(path)).toString())}">{as_html(text)}</a>'


def _progress_of(task: QgsTask) -> Callable[[float], None]:
    """Return a progress callback that raises `CancelledError` once the task was cancelled."""

    def progress(fraction: float) -> None:
        if task.isCanceled():
            raise CancelledError("The task was cancelled.")
        task.setProgress(100 * fraction)

    return progress
