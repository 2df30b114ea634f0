"""One run in QGIS: start the task, load its masks and report failures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsProject, QgsRasterLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton

from ..core.html_page import as_html
from .mask_task import MaskTask
from .shared.animation import prepare_animation
from .shared.host import LOG_TAG
from .shared.layer_tree import add_layers
from .shared.rich_text import literal

if TYPE_CHECKING:
    from ..core.masks.result import SceneOutcome
    from ..core.settings import MaskSettings

_QUEUED = Qt.ConnectionType.QueuedConnection
_STOP_MS = 10_000
_MESSAGE_SECONDS = 12


class MaskRun(QObject):
    """A run on the main thread, which continues if the window is closed."""

    ended = pyqtSignal()
    """Emitted when the task is over and all its masks are loaded."""

    season_wanted = pyqtSignal()
    """Emitted when the user opens the season from the message bar."""

    def __init__(
        self, settings: MaskSettings, iface: QgisInterface, parent: QObject | None = None, min_clear: float = 0
    ) -> None:
        super().__init__(parent)
        self.task = MaskTask(settings, min_clear)
        self.outcomes: list[SceneOutcome] = []
        self._iface = iface
        self._running = False
        self._task_is_over = False
        self._project_closed = False
        self._added = 0

    def is_running(self) -> bool:
        """Return True from the start of the task to its end."""
        return self._running

    def start(self) -> None:
        """Add the task to QGIS's task manager."""
        self._running = True
        self.task.scene_finished.connect(self._scene_finished, _QUEUED)
        self.task.ended.connect(self._ended)
        self.task.taskTerminated.connect(self._ended)  # a task cancelled before its start never calls finished
        QgsProject.instance().cleared.connect(self._project_cleared)
        QgsApplication.taskManager().addTask(self.task)

    def cancel(self) -> None:
        """Cancel the task; `ended` follows."""
        if self._running and not self._task_is_over:
            self.task.cancel()

    def stop(self) -> None:
        """Cancel and wait, before the plugin or QGIS closes; nothing more is loaded or reported."""
        if not self._running:
            return
        self._running = False
        if not self._task_is_over:
            self.task.cancel()
            self.task.waitForFinished(_STOP_MS)

    def failures(self) -> list[SceneOutcome]:
        """Return the scenes that could not be masked."""
        return [outcome for outcome in self.outcomes if outcome.failed]

    def skipped(self) -> list[SceneOutcome]:
        """Return the scenes outside the area of interest."""
        return [outcome for outcome in self.outcomes if outcome.skipped]

    def _project_cleared(self) -> None:
        self._project_closed = True

    def _scene_finished(self, outcome: SceneOutcome, layers: list[QgsRasterLayer]) -> None:
        if not self._running:
            return
        self.outcomes.append(outcome)
        if outcome.result is not None:
            if layers and not self._project_closed:
                add_layers(QgsProject.instance(), outcome.result, layers)
                self._added += 1
        elif outcome.error is not None:
            level = Qgis.MessageLevel.Info if outcome.skipped else Qgis.MessageLevel.Warning
            QgsMessageLog.logMessage(literal(str(outcome.error)), LOG_TAG, level, notifyUser=not outcome.skipped)

    def _ended(self) -> None:
        if not self._task_is_over:
            self._task_is_over = True
            # Report after QGIS's own message about the task, so that failures are on top of it.
            QTimer.singleShot(0, self._report)

    def _report(self) -> None:
        if not self._running:
            return
        self._running = False
        QgsProject.instance().cleared.disconnect(self._project_cleared)
        if self._added:
            prepare_animation(self._iface.mapCanvas(), QgsProject.instance())
        self._report_masks()
        self._report_failures()
        self.ended.emit()

    def _report_failures(self) -> None:
        bar = self._iface.messageBar()
        if self.task.error is not None:
            bar.pushMessage(self.tr("Cloud masks"), as_html(self.task.error), Qgis.MessageLevel.Critical, 0)
            QgsMessageLog.logMessage(self.task.error, LOG_TAG, Qgis.MessageLevel.Critical)
        reasons = [str(outcome.error) for outcome in self.failures()]
        if len(reasons) == 1:
            bar.pushMessage(self.tr("Not masked"), as_html(reasons[0]), Qgis.MessageLevel.Warning, 0)
        elif reasons:
            text = self.tr("{count} products could not be masked.").format(count=len(reasons))
            bar.pushMessage(self.tr("Not masked"), text, "\n\n".join(reasons), Qgis.MessageLevel.Warning, 0)

    def _report_masks(self) -> None:
        results = [outcome.result for outcome in self.outcomes if outcome.result is not None]
        warnings = [warning for result in results for warning in result.warnings]
        bar = self._iface.messageBar()
        if not results:
            if self.skipped() and not self.failures():
                text = self.tr("No product touches the area of interest.")
                bar.pushMessage(self.tr("Cloud masks"), text, Qgis.MessageLevel.Info, 0)
            return
        if self._project_closed:
            folder = results[0].mask_path.parent
            text = self.tr("The project was closed during the run. The masks are in {folder}.")
            text = as_html(text.format(folder=folder))
        else:
            text = self.tr("Masks added to the map: {count}.").format(count=self._added)
        if self.skipped():
            skipped = self.tr(" Products outside the area of interest, skipped: {count}.")
            text += skipped.format(count=len(self.skipped()))
        unclear = sum((result.clear_percent or 0) < self.task.min_clear for result in results)
        if unclear:
            not_added = self.tr("Not added, with less than {percent:.0f} % clear: {count}.")
            text += " " + not_added.format(percent=self.task.min_clear, count=unclear)
        if warnings:
            bar.pushMessage(self.tr("Cloud masks"), text, "\n\n".join(warnings), Qgis.MessageLevel.Warning, 0)
            return
        message = bar.createMessage(self.tr("Cloud masks"), text)
        if len(results) > 1:
            button = QPushButton(self.tr("Season…"), message)
            button.clicked.connect(self.season_wanted)
            message.layout().addWidget(button)
        bar.pushWidget(message, Qgis.MessageLevel.Success, _MESSAGE_SECONDS)
