"""One run in QGIS: start the task, load its masks and sum it up."""

from __future__ import annotations

import math
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsMessageLog,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.gui import QgisInterface, QgsMessageBarItem
from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton, QTextBrowser

from ..core.html_page import as_html
from .mask_task import MaskTask
from .run_summary import RunSummary
from .shared.animation import prepare_animation
from .shared.host import LOG_TAG
from .shared.layer_tree import add_layers, zoom_to
from .shared.rich_text import literal
from .widgets import open_folder

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

    replacing_wanted = pyqtSignal()
    """Emitted when the user replaces masks with other settings from the message bar."""

    def __init__(
        self,
        settings: MaskSettings,
        iface: QgisInterface,
        parent: QObject | None = None,
        min_clear: float = 0,
        *,
        keep_view: bool = False,
    ) -> None:
        """Prepare a run; one that keeps the view leaves the map where it is, as it does if that has layers."""
        super().__init__(parent)
        self.task = MaskTask(settings, min_clear)
        self.outcomes: list[SceneOutcome] = []
        self._iface = iface
        self._running = False
        self._task_is_over = False
        self._project_closed = False
        self._added = 0
        self._keep_view = keep_view
        self._empty_map = False
        self._first_view: QgsRectangle | None = None
        """Extent of the map at the second scene; None if it had layers before the run."""
        self._message: QgsMessageBarItem | None = None
        self._style = ""
        """Style of the text of this message, as QGIS sets it."""

    def is_running(self) -> bool:
        """Return True from the start of the task to its end."""
        return self._running

    def start(self) -> None:
        """Add the task to QGIS's task manager."""
        self._running = True
        self._empty_map = not QgsProject.instance().mapLayers()
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
        for layers in self.task.layers:
            layers.clear()  # QGIS crashes if layers whose signal was not delivered outlive it

    def dismiss(self) -> None:
        """Take the message about the run away, because another one starts, or something has changed since."""
        with suppress(RuntimeError):  # the user has closed it
            if self._message is not None:
                self._iface.messageBar().popWidget(self._message)
        self._message = None

    def summary(self) -> RunSummary:
        """Sum up what has been done so far."""
        counted = RunSummary.of(self.outcomes, len(self.task.settings.sources), self.task.min_clear)
        return replace(
            counted,
            project_closed=self._project_closed,
            cancelled=self.task.cancelled,
            error=self.task.error or "",
        )

    def _project_cleared(self) -> None:
        self._project_closed = True

    def _scene_finished(self, outcome: SceneOutcome, layers: list[QgsRasterLayer]) -> None:
        if self._running:
            self._take(outcome, layers)
        layers.clear()  # those that were not added to the map close their files

    def _take(self, outcome: SceneOutcome, layers: list[QgsRasterLayer]) -> None:
        self.outcomes.append(outcome)
        if outcome.result is not None:
            if layers and not self._project_closed:
                settings = self._iface.mapCanvas().mapSettings()
                if self._empty_map and not self._keep_view and self._added == 1:
                    self._first_view = settings.visibleExtent()
                add_layers(QgsProject.instance(), outcome.result, layers)
                if self._empty_map and self._keep_view and not self._added:  # QGIS will move it to its first layer
                    view, crs = settings.extent(), settings.destinationCrs()
                    QTimer.singleShot(0, partial(self._show_again, view, crs))
                self._added += 1
        elif outcome.error is not None:
            told = outcome.skipped or outcome.kept  # in the rows and in the message about the run
            level = Qgis.MessageLevel.Info if told else Qgis.MessageLevel.Warning
            QgsMessageLog.logMessage(literal(str(outcome.error)), LOG_TAG, level, notifyUser=not told)

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
        try:
            if self._added and not self._project_closed:
                prepare_animation(self._iface.mapCanvas(), QgsProject.instance())
                self._show_all()
            self._tell(self.summary())
        finally:
            self.ended.emit()  # otherwise the window would stay locked

    def _show_all(self) -> None:
        """Move the map to all masks, unless the user has moved it; QGIS has moved an empty one to the first mask."""
        canvas = self._iface.mapCanvas()
        if canvas.extent() != self._first_view:
            return
        zoom_to(canvas, [outcome.result for outcome in self.outcomes if outcome.result is not None])
        canvas.refresh()

    def _show_again(self, view: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> None:
        canvas = self._iface.mapCanvas()
        if canvas.mapSettings().destinationCrs() == crs:
            canvas.setExtent(view)

    def _tell(self, summary: RunSummary) -> None:
        """Sum up the run in the message bar."""
        if summary.error:
            QgsMessageLog.logMessage(summary.error, LOG_TAG, Qgis.MessageLevel.Critical)
        elif not self.outcomes:
            return  # cancelled by the user, before anything was done
        bar = self._iface.messageBar()
        message = self._message = bar.createMessage(self.tr("Cloud masks"), as_html(summary.message))
        if summary.clashing:
            self._add_button(message, self.tr("Replace"), self.replacing_wanted)
        if summary.folder is not None:
            self._add_button(message, self.tr("Open folder"), self._open_folder)
        if summary.masks > 1:
            self._add_button(message, self.tr("Season…"), self.season_wanted)
        level = _level(summary)
        bar.pushWidget(message, level, _MESSAGE_SECONDS if level == Qgis.MessageLevel.Success else 0)
        browser = message.findChild(QTextBrowser)
        if browser is not None:
            self._style = browser.styleSheet()
            browser.installEventFilter(self)
            QTimer.singleShot(0, partial(self._show_whole_message, browser))  # when it has its width

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the message its lines again when it gets another width."""
        if event.type() == QEvent.Type.Resize and event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, partial(self._show_whole_message, watched))  # when its lines are broken anew
        return False

    def _show_whole_message(self, browser: QTextBrowser) -> None:
        """Give the message as many lines as it needs: QGIS shows one, and hides the others behind a scroll bar."""
        with suppress(RuntimeError):  # it is closed already
            height = math.ceil(browser.document().size().height())
            rule = f"min-height: {height}px; max-height: {height}px;"
            several = height > 2 * browser.fontMetrics().height()
            browser.setStyleSheet(f"{self._style} QTextEdit {{ {rule} }}" if several else self._style)

    def _add_button(self, message: QgsMessageBarItem, text: str, slot: Any) -> None:
        button = QPushButton(text, message)
        button.clicked.connect(slot)
        message.layout().addWidget(button)

    def _open_folder(self) -> None:
        folder = self.summary().folder
        if folder is not None:
            open_folder(self._iface.mainWindow(), folder)


def _level(summary: RunSummary) -> Qgis.MessageLevel:
    """Return how a run is told: a mask with a warning, or without a product beside it that failed, is no success."""
    if summary.error:
        return Qgis.MessageLevel.Critical
    if summary.failed or summary.clashing or summary.warnings:
        return Qgis.MessageLevel.Warning
    return Qgis.MessageLevel.Success if summary.masks and not summary.cancelled else Qgis.MessageLevel.Info
