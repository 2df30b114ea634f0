"""The background task of one run, which calls `core.pipeline.batch.run_batch`."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsMessageLog, QgsRasterLayer, QgsTask
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal

from ..core.errors import CancelledError, CloudS2MaskError
from ..core.masks.result import SceneOutcome
from ..core.pipeline.progress import Listener, Phase
from .shared.host import LOG_TAG
from .shared.layers import open_layers

if TYPE_CHECKING:
    from ..core.settings import MaskSettings


class MaskTask(QgsTask):
    """A task that masks the scenes of a run. Keep a reference: QGIS does not keep the Python object alive."""

    message_changed = pyqtSignal(str)
    scene_progressed = pyqtSignal(int, float, str)
    """Emitted with the scene's index in the settings, the fraction done (0 to 1) and the phase as text."""
    scene_finished = pyqtSignal(object, object)
    """Emitted with the `SceneOutcome` of a scene and the list of its layers, which belong to the main thread.

    Declared as `object`: PyQt converts a `list` to C++ and back to new Python objects, and the layers are deleted
    with the old ones. A project with a deleted layer crashes QGIS.
    """
    ended = pyqtSignal()
    """Emitted on the main thread. QGIS then deletes the C++ part; the results of `run` stay in Python."""

    def __init__(self, settings: MaskSettings, min_clear: float = 0) -> None:
        super().__init__(_title(settings), QgsTask.Flag.CanCancel)
        self.settings = settings
        self.min_clear = min_clear
        """Least share of clear pixels, in percent, of the scenes that get layers."""
        self.layers: list[list[QgsRasterLayer]] = []
        """The layers that were sent with `scene_finished`."""
        self.cancelled = False
        self.error: str | None = None
        """Reason why the whole run failed; None if it did not."""

    def run(self) -> bool:
        """Mask all scenes in a worker thread; an exception that leaves this method would crash QGIS."""
        try:
            # Imported here, because the plugin loads without rasterio.
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
        """Emit `ended`; called by QGIS on the main thread."""
        self.ended.emit()

    def cancel(self) -> None:
        """Cancel the run; the engine checks the flag between two batches."""
        self.cancelled = True
        super().cancel()


def _title(settings: MaskSettings) -> str:
    paths = settings.paths
    if len(paths) == 1:
        return QCoreApplication.translate("MaskTask", "Cloud mask of {product}").format(product=paths[0].stem)
    return QCoreApplication.translate("MaskTask", "Cloud masks of {count} products").format(count=len(paths))


class _TaskListener(Listener):
    """A listener that turns calls from the engine's threads into signals, queued to the main thread."""

    def __init__(self, task: MaskTask) -> None:
        self._task = task

    def is_cancelled(self) -> bool:
        """Return True if the task was cancelled, here or in the task manager."""
        return self._task.cancelled

    def progress(self, fraction: float, message: str) -> None:
        """Report the progress of the run."""
        self._task.setProgress(100 * fraction)
        self._task.message_changed.emit(message)

    def scene_progress(self, index: int, fraction: float, phase: Phase) -> None:
        """Report the progress of a scene."""
        self._task.scene_progressed.emit(index, fraction, phase.text)

    def scene_done(self, _index: int, outcome: SceneOutcome) -> None:
        """Report a scene that was masked, was skipped or has failed."""
        layers = []
        if outcome.result is not None and (outcome.result.clear_percent or 0) >= self._task.min_clear:
            layers = open_layers(outcome.result)
        self._task.layers.append(layers)
        self._task.scene_finished.emit(outcome, layers)
