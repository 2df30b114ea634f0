"""Drive the QGIS desktop from inside: run user steps, measure delays and take pictures."""

from __future__ import annotations

import json
import os
import time
import traceback
from collections.abc import Callable, Generator
from importlib import import_module
from pathlib import Path
from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QWidget

Steps = Generator[Callable[[], bool], None, None]
_STEP_TIMEOUT = 180.0
_TICK_MS = 50
_driver: Driver | None = None


def start() -> None:
    """Start the driver after QGIS has started."""
    global _driver  # noqa: PLW0603 - Qt keeps no reference to it
    _driver = Driver(json.loads(os.environ["CLOUD_S2_MASK_DESKTOP_PLAN"]))
    QTimer.singleShot(1500, _driver.begin)


class Driver(QObject):
    """Runs the steps of a module between events and measures the delay of timers."""

    def __init__(self, plan: dict[str, Any]) -> None:
        super().__init__()
        self.products = [Path(path) for path in plan["products"]]
        self.out = Path(plan["out"])
        self.journeys: list[str] = plan["journeys"]
        self.pictures = Path(plan["pictures"])
        self.observed: dict[str, Any] = {}
        self._file = Path(plan["observed"])
        self._steps: Steps = import_module(plan["steps"]).walk_through(self)
        self._ready: Callable[[], bool] = lambda: True
        self._deadline = time.monotonic() + _STEP_TIMEOUT
        self._poll = QTimer(self)
        self._poll.timeout.connect(self._advance)
        self._tick = QTimer(self)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._ticked)
        self._last_tick = 0.0
        self._lateness: list[float] = []

    def begin(self) -> None:
        """Run the first step."""
        self._poll.start(20)

    def watch(self) -> None:
        """Start measuring the delay of a 50 ms timer."""
        self._lateness = []
        self._last_tick = time.monotonic()
        self._tick.start(_TICK_MS)

    def worst_lateness_ms(self) -> float:
        """Stop measuring and return the largest delay in milliseconds."""
        self._tick.stop()
        return round(1000 * max(self._lateness, default=0.0), 1)

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        """Save a picture of a window, or of the whole screen."""
        shot = widget.grab() if widget else QApplication.primaryScreen().grabWindow(0)
        shot.save(str(self.pictures / f"{name}.png"))

    def _ticked(self) -> None:
        now = time.monotonic()
        self._lateness.append(now - self._last_tick - _TICK_MS / 1000)
        self._last_tick = now

    def _advance(self) -> None:
        try:
            if self._ready():
                self._ready = next(self._steps)
                self._deadline = time.monotonic() + _STEP_TIMEOUT
            elif time.monotonic() > self._deadline:
                self._fail("A step timed out.")
        except StopIteration:
            self._leave()
        except Exception:  # noqa: BLE001 - any error is reported
            self._fail(traceback.format_exc())

    def _fail(self, reason: str) -> None:
        self.observed["error"] = reason
        self.picture("error")
        self._leave()

    def _leave(self) -> None:
        self._poll.stop()
        self._file.write_text(json.dumps(self.observed), encoding="utf-8")
        # QGIS 3.22 and 3.40 crash if they are told to quit with layers in the project, also without the plugin, which
        # closes the project then; a plugin that was loaded again is not asked.
        QgsProject.instance().clear()
        # As at the end of a desktop session; the menu asks first during a run.
        QApplication.quit()


def pause(seconds: float) -> Callable[[], bool]:
    """Return a condition that becomes true after some seconds."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end
