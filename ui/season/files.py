"""Read the masks of a folder as a season, and write tables and reports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsSettings, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...core.errors import CloudS2MaskError
from ...core.season.table import season_csv
from ..shared.host import SETTINGS_GROUP
from ..widgets import choose_file_to_write
from .notice import Notice
from .single_task import SingleTask, progress_of

if TYPE_CHECKING:
    from ...core.masks.result import SceneOutcome

_FOLDER = f"{SETTINGS_GROUP}/season/folder"
"""Setting of the folder of the last table or report."""


class SeasonFiles(QObject):
    """The files of a season, which the user chooses in dialogs.

    Args:
        window: Parent of the dialogs.
        outcomes: Returns the scenes, those first whose folder is most likely wanted.
        task: Runs the longer work.
        notice: Tells of its end.
    """

    found = pyqtSignal(list, int)
    """Emitted with the outcomes of masks that were read from a folder, and the number of those that were skipped."""

    def __init__(
        self, window: QWidget, outcomes: Callable[[], list[SceneOutcome]], task: SingleTask, notice: Notice
    ) -> None:
        super().__init__(window)
        self._window, self._outcomes, self._task, self._notice = window, outcomes, task, notice

    def open_masks(self) -> None:
        """Read the masks of a folder, without masking."""
        chosen = QFileDialog.getExistingDirectory(
            self._window, self.tr("Open the masks of a folder"), str(self.mask_folder())
        )
        folder = Path(chosen)

        def work(task: QgsTask) -> tuple[list[SceneOutcome], int]:
            from ...core.season.folder import masks_in

            return masks_in(folder, progress_of(task))

        def done(read: tuple[list[SceneOutcome], int]) -> None:
            if read[0]:
                self.found.emit(*read)
                return
            text = self.tr("{folder} contains no cloud mask of this plugin. Choose the output folder of a run.")
            self._notice.warn(text.format(folder=folder))

        if chosen:
            self._notice.hide()
            self._task.start(self.tr("Reading the masks of a folder"), work, done)

    def export_csv(self, outcomes: list[SceneOutcome]) -> None:
        """Write a table of some scenes."""
        path = self._choose_file(self.tr("Export the season"), "season.csv", self.tr("CSV files (*.csv)"))
        if path is None:
            return
        # Imported here, because the plugin loads without rasterio.
        from ...core.files import text_writer, write_all

        try:
            write_all({path: text_writer(season_csv(outcomes))})
        except CloudS2MaskError as error:
            self._notice.warn(str(error))
        else:
            self._notice.tell_written(path)

    def save_report(self, outcomes: list[SceneOutcome]) -> None:
        """Write a report of some scenes."""
        path = self._choose_file(self.tr("Save a report"), "season.html", self.tr("HTML files (*.html)"))
        if path is None:
            return

        def work(task: QgsTask) -> Path:
            from ...core.season.report import write_report

            write_report(path, outcomes, progress_of(task))
            return path

        self._notice.hide()
        self._task.start(self.tr("Report of a season"), work, self._notice.tell_written)

    def mask_folder(self) -> Path:
        """Return the folder of the first mask, or of the next ones."""
        masks = [outcome.result.mask_path for outcome in self._outcomes() if outcome.result]
        chosen = QgsSettings().value(f"{SETTINGS_GROUP}/output_folder", "", type=str)
        return masks[0].parent if masks else Path(chosen) if chosen else Path.home()

    def _choose_file(self, title: str, name: str, kinds: str) -> Path | None:
        folder = QgsSettings().value(_FOLDER, str(self.mask_folder()), type=str)
        path = choose_file_to_write(self._window, title, Path(folder) / name, kinds)
        if path is not None:
            QgsSettings().setValue(_FOLDER, str(path.parent))
        return path
