"""The background task of one run: a thin shell over `core.pipeline.batch.run_batch`."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsMessageLog, QgsTask
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal

from ..core.errors import CancelledError, CloudS2MaskError
from ..core.masks.result import SceneOutcome
from ..core.pipeline.progress import Listener, Phase
from .shared.host import LOG_TAG
from .shared.layers import open_layers

if TYPE_CHECKING:
    from ..core.settings import MaskSettings


class MaskTask(QgsTask):
    """Masks the scenes of one run. Keep a reference: QGIS does not keep the Python object alive."""

    message_changed = pyqtSignal(str)
    scene_progressed = pyqtSignal(int, float, str)
    """Index of the scene in the settings, done part from 0 to 1, phase in words."""
    scene_finished = pyqtSignal(object, object)
    """The `SceneOutcome` of a scene, and a list of its layers, which belong to the main thread.

    Declared as `object`: PyQt makes a `list` into one of C++ and new Python objects from that, while the layers
    die with the old ones. A project that has taken such a layer takes QGIS down.
    """
    ended = pyqtSignal()
    """Sent on the main thread. QGIS deletes the C++ part soon after; what `run` left in Python stays."""

    def __init__(self, settings: MaskSettings, min_clear: float = 0) -> None:
        super().__init__(_title(settings), QgsTask.Flag.CanCancel)
        self.settings = settings
        self.min_clear = min_clear
        """Scenes with less than this percent of clear ground get no layers."""
        self.cancelled = False
        self.error: str | None = None
        """Why the whole run failed, if it did."""

    def run(self) -> bool:
        """Mask all scenes, in a worker thread; an exception that left this method would take QGIS down."""
        try:
            # Imported here, because it needs rasterio, and the plugin loads without.
            from ..core.pipeline.batch import run_batch

            outcomes = run_batch(self.settings, _TaskListener(self))
            return any(outcome.result or outcome.skipped for outcome in outcomes)
        except CancelledError:
            return False
        except CloudS2MaskError as error:
            self.error = str(error)
        except Exception as error:  # noqa: BLE001 - see the docstring
            self.error = QCoreApplication.translate(
                "MaskTask", "An unexpected error stopped the run ({error}). The log panel has the details."
            ).format(error=f"{type(error).__name__}: {error}")
            QgsMessageLog.logMessage(traceback.format_exc(), LOG_TAG, Qgis.MessageLevel.Critical)
        return False

    def finished(self, _result: bool) -> None:
        """Called by QGIS on the main thread."""
        self.ended.emit()

    def cancel(self) -> None:
        """Called by the dialog and by the task manager; the engine asks for it between two batches."""
        self.cancelled = True
        super().cancel()


def _title(settings: MaskSettings) -> str:
    paths = settings.paths
    if len(paths) == 1:
        return QCoreApplication.translate("MaskTask", "Cloud mask of {product}").format(product=paths[0].stem)
    return QCoreApplication.translate("MaskTask", "Cloud masks of {count} products").format(count=len(paths))


class _TaskListener(Listener):
    """Turns calls from the threads of the engine into signals, which reach the main thread queued."""

    def __init__(self, task: MaskTask) -> None:
        self._task = task

    def is_cancelled(self) -> bool:
        """Whether the task was cancelled, here or in the task manager."""
        return self._task.cancelled

    def progress(self, fraction: float, message: str) -> None:
        """Progress of the whole run."""
        self._task.setProgress(100 * fraction)
        self._task.message_changed.emit(message)

    def scene_progress(self, index: int, fraction: float, phase: Phase) -> None:
        """Progress of one scene."""
        self._task.scene_progressed.emit(index, fraction, phase.text)

    def scene_done(self, _index: int, outcome: SceneOutcome) -> None:
        """One scene has been masked, was skipped, or has failed."""
        layers = []
        if outcome.result is not None and (outcome.result.clear_percent or 0) >= self._task.min_clear:
            layers = open_layers(outcome.result)
        self._task.scene_finished.emit(outcome, layers)
