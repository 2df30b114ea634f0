"""The season at a glance: which scenes of a run are usable, as a table and a chart that lead to the map."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsApplication, QgsProject, QgsRasterLayer, QgsSettings, QgsTask
from qgis.gui import QgisInterface
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QItemSelectionModel, QSortFilterProxyModel, Qt, QUrl
from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QHeaderView, QWidget

from ..core.errors import CancelledError, CloudS2MaskError
from ..core.season import season_csv
from .chart_view import ChartView
from .mask_layers import add_layers, ground, mask_layer, open_layers, prepare_animation, show_only, shown_files
from .options_panel import SETTINGS_GROUP
from .season_model import SORT_ROLE, Column, SeasonModel

if TYPE_CHECKING:
    from ..core.listener import SceneOutcome

_SETTINGS = f"{SETTINGS_GROUP}/season"
_MARGIN = 1.05
"""Of the map around a scene."""
_STOP_MS = 10_000


class SeasonWindow(QDialog):
    """Not modal: the map behind it shows what is selected."""

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._task: QgsTask | None = None
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._on_the_map: set[Path] | None = None  # found out when it is asked for, once per change of the map
        self.rows = SeasonModel(self._is_shown, self)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(self.rows)
        self._proxy.setSortRole(SORT_ROLE)
        self.table.setModel(self._proxy)
        self.table.sortByColumn(Column.DATE, Qt.SortOrder.AscendingOrder)
        self.table.horizontalHeader().setSectionResizeMode(Column.PRODUCT, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setDefaultSectionSize(round(1.6 * self.fontMetrics().height()))
        self.chart = ChartView(self.rows.describe, self)
        self.chart_area.setWidget(self.chart)
        self.splitter.setSizes([300, 300])
        self._restore()
        self._connect()
        self._refresh()

    def clear(self) -> None:
        """Forget the season, because another run begins."""
        self.rows.clear()
        self._season_changed()

    def add(self, outcome: SceneOutcome) -> None:
        """Take in what became of a product."""
        self.rows.add(outcome)
        self._season_changed()

    def selected(self) -> list[SceneOutcome]:
        """What became of the products whose rows are selected."""
        outcomes = self.rows.outcomes()
        indices = self.table.selectionModel().selectedRows()
        return [outcomes[self._proxy.mapToSource(index).row()] for index in indices]

    def select(self, product: str) -> None:
        """Select the row of a product."""
        for row, scene in enumerate(self.rows.scenes()):
            if scene.product == product:
                index = self._proxy.mapFromSource(self.rows.index(row, 0))
                flags = QItemSelectionModel.SelectionFlag
                self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def shut_down(self) -> None:
        """Stop what goes on in the background, because the plugin or QGIS is about to go."""
        self.close()
        if self._task is not None:
            self._task.cancel()
            self._task.waitForFinished(_STOP_MS)

    def reject(self) -> None:
        """Hide the window, however it is closed."""
        self._remember()
        super().reject()

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        self.chart.clicked.connect(self.select)
        self.zoom.toggled.connect(self._show_selected)
        self.only.toggled.connect(self._hide_others)
        self.add_to_map.clicked.connect(self._add_to_map)
        self.export_csv.clicked.connect(self._export_csv)
        self.save_report.clicked.connect(self._save_report)
        self.close_button.clicked.connect(self.close)
        project = QgsProject.instance()
        for signal in (project.layersAdded, project.layersRemoved, project.cleared):
            signal.connect(self._map_changed)

    def _season_changed(self) -> None:
        self.chart.set_scenes(self.rows.scenes())
        self.table.resizeColumnsToContents()
        # Room between its words and the numbers to the left of it, which end where it begins.
        width = self.table.columnWidth(Column.STATE) + 4 * self.fontMetrics().averageCharWidth()
        self.table.setColumnWidth(Column.STATE, width)
        self._refresh()

    def _is_shown(self, outcome: SceneOutcome) -> bool:
        if self._on_the_map is None:
            self._on_the_map = shown_files(QgsProject.instance())
        return outcome.result is not None and outcome.result.mask_path in self._on_the_map

    def _map_changed(self, *_layers: object) -> None:
        self._on_the_map = None
        self.rows.refresh()
        self._refresh()

    def _selection_changed(self) -> None:
        self.chart.select({outcome.result.product_name for outcome in self.selected() if outcome.result})
        self._show_selected()
        self._refresh()

    def _show_selected(self) -> None:
        """Lead the map to the scenes that are selected."""
        results = [outcome.result for outcome in self.selected() if outcome.result]
        if not results:
            return
        canvas = self._iface.mapCanvas()
        if self.only.isChecked():
            self._hide_others(True)
        layer = mask_layer(QgsProject.instance(), results[0])
        if layer is not None:
            self._iface.setActiveLayer(layer)
        if self.zoom.isChecked():
            extent = ground(results, canvas.mapSettings().destinationCrs())
            extent.scale(_MARGIN)
            canvas.setExtent(extent)
        canvas.refresh()

    def _hide_others(self, hide: bool) -> None:
        every = [outcome.result for outcome in self.rows.outcomes() if outcome.result]
        chosen = [outcome.result for outcome in self.selected() if outcome.result and self._is_shown(outcome)]
        if chosen or not hide:  # for a scene that is not on the map, nothing has to make room
            show_only(QgsProject.instance(), chosen if hide else every, every)

    def _add_to_map(self) -> None:
        chosen = [outcome for outcome in self.selected() if not self._is_shown(outcome)]

        def work(_task: QgsTask) -> list[tuple[str, list[QgsRasterLayer]]]:
            return [(o.result.product_name, open_layers(o.result)) for o in chosen if o.result]

        def done(opened: list[tuple[str, list[QgsRasterLayer]]]) -> None:
            for product_name, layers in opened:
                add_layers(QgsProject.instance(), product_name, [layer for layer in layers if layer.isValid()])
            prepare_animation(self._iface.mapCanvas(), QgsProject.instance())
            self._show_selected()

        self._start(self.tr("Opening masks"), work, done)

    def _export_csv(self) -> None:
        path = self._choose_file(self.tr("Export the season"), "season.csv", self.tr("CSV files (*.csv)"))
        if path is None:
            return
        # Imported here, because it needs rasterio, and the plugin loads without.
        from ..core.output_files import write_all

        text = season_csv(self.rows.outcomes())
        try:
            write_all({path: lambda part: part.write_text(text, encoding="utf-8")})
        except CloudS2MaskError as error:
            self._report_failure(str(error))
        else:
            self._report_file(path)

    def _save_report(self) -> None:
        path = self._choose_file(self.tr("Save a report"), "season.html", self.tr("HTML files (*.html)"))
        if path is None:
            return
        outcomes = self.rows.outcomes()

        def work(task: QgsTask) -> Path:
            from ..core.season_report import write_report

            def advanced(fraction: float) -> None:
                if task.isCanceled():
                    raise CancelledError("The report was cancelled.")
                task.setProgress(100 * fraction)

            write_report(path, outcomes, advanced)
            return path

        self._start(self.tr("Report of a season"), work, self._report_file)

    def _start(self, title: str, work: Callable[[QgsTask], Any], done: Callable[[Any], None]) -> None:
        """Work in the background, one thing at a time."""

        def finished(error: Exception | None, result: Any = None) -> None:
            self._task_over()
            if error is None:
                done(result)
            elif not isinstance(error, CancelledError):
                self._report_failure(str(error) if isinstance(error, CloudS2MaskError) else repr(error))

        self._task = QgsTask.fromFunction(title, work, on_finished=finished)
        self._task.taskTerminated.connect(self._task_over)  # a task cancelled before its start does not finish
        QgsApplication.taskManager().addTask(self._task)
        self._refresh()

    def _task_over(self) -> None:
        self._task = None
        self._refresh()

    def _choose_file(self, title: str, name: str, kinds: str) -> Path | None:
        folder = QgsSettings().value(f"{_SETTINGS}/folder", str(self._mask_folder()), type=str)
        chosen, _kind = QFileDialog.getSaveFileName(self, title, str(Path(folder) / name), kinds)
        if not chosen:
            return None
        path = Path(chosen)
        QgsSettings().setValue(f"{_SETTINGS}/folder", str(path.parent))
        return path if path.suffix else path.with_suffix(Path(name).suffix)

    def _mask_folder(self) -> Path:
        masks = [outcome.result.mask_path for outcome in self.rows.outcomes() if outcome.result]
        return masks[0].parent if masks else Path.home()

    def _report_file(self, path: Path) -> None:
        link = QUrl.fromLocalFile(str(path)).toString()
        text = self.tr('Written: <a href="{link}">{path}</a>').format(link=link, path=path)
        self._iface.messageBar().pushMessage(self.tr("Season"), text, Qgis.MessageLevel.Success, 0)

    def _report_failure(self, text: str) -> None:
        self._iface.messageBar().pushMessage(self.tr("Season"), text, Qgis.MessageLevel.Warning, 0)

    def _refresh(self) -> None:
        """Enable what can be used now, let every disabled button say why it is, and count."""
        outcomes = self.rows.outcomes()
        masked = [outcome for outcome in outcomes if outcome.result]
        chosen = [outcome for outcome in self.selected() if outcome.result]
        busy = (self._task is not None, self.tr("Wait until the background task is done"))
        empty = (not outcomes, self.tr("Mask products first"))
        _explain(
            self.add_to_map,
            self.tr("Show the selected scenes in the map"),
            busy,
            (not chosen, self.tr("Select a scene that has a mask")),
            (all(self._is_shown(outcome) for outcome in chosen), self.tr("The selected scenes are on the map")),
        )
        _explain(self.export_csv, self.tr("Write this table, with the ground of each scene, to a text file"), empty)
        _explain(self.save_report, self.tr("Write chart, pictures and table to a page for a web browser"), busy, empty)
        shown = sum(map(self._is_shown, masked))
        text = self.tr("Scenes masked: {masked}, on the map: {shown}").format(masked=len(masked), shown=shown)
        for count, words in (
            (sum(outcome.skipped for outcome in outcomes), self.tr(", skipped: {count}")),
            (sum(outcome.failed for outcome in outcomes), self.tr(", failed: {count}")),
        ):
            text += words.format(count=count) if count else ""
        self.summary.setText(text)

    def _restore(self) -> None:
        stored = QgsSettings()
        stored.beginGroup(_SETTINGS)
        for name, restore in (("geometry", self.restoreGeometry), ("splitter", self.splitter.restoreState)):
            if stored.value(name) is not None:
                restore(stored.value(name))
        for switch in (self.zoom, self.only):
            switch.setChecked(stored.value(switch.objectName(), True, type=bool))

    def _remember(self) -> None:
        stored = QgsSettings()
        stored.beginGroup(_SETTINGS)
        stored.setValue("geometry", self.saveGeometry())
        stored.setValue("splitter", self.splitter.saveState())
        for switch in (self.zoom, self.only):
            stored.setValue(switch.objectName(), switch.isChecked())


def _explain(button: QWidget, what: str, *obstacles: tuple[bool, str]) -> None:
    """Enable a button unless something is in the way, which its tool tip then says."""
    reason = next((text for applies, text in obstacles if applies), "")
    button.setEnabled(not reason)
    button.setToolTip(reason or what)
