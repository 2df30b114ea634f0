"""Runs inside the QGIS desktop: takes steps as a person would, with an eye on the clock and a camera at hand."""

from __future__ import annotations

import json
import os
import time
import traceback
from collections.abc import Callable, Generator
from importlib import import_module
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QWidget

Steps = Generator[Callable[[], bool], None, None]
_STEP_TIMEOUT = 180.0
_TICK_MS = 50
_driver: Driver | None = None


def start() -> None:
    """Begin once QGIS has finished its own start."""
    global _driver  # noqa: PLW0603 - Qt keeps no reference to it
    _driver = Driver(json.loads(os.environ["CLOUD_S2_MASK_DESKTOP_PLAN"]))
    QTimer.singleShot(1500, _driver.begin)


class Driver(QObject):
    """Runs the steps of a module between events, as if a person were there; measures how late timers are."""

    def __init__(self, plan: dict[str, Any]) -> None:
        super().__init__()
        self.products = [Path(path) for path in plan["products"]]
        self.out = Path(plan["out"])
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
        """Take the first step."""
        self._poll.start(20)

    def watch(self) -> None:
        """Start to measure how late a timer of 50 ms is."""
        self._lateness = []
        self._last_tick = time.monotonic()
        self._tick.start(_TICK_MS)

    def worst_lateness_ms(self) -> float:
        """Stop measuring; how late the timer was at worst."""
        self._tick.stop()
        return round(1000 * max(self._lateness, default=0.0), 1)

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        """Save what a window shows; of the whole screen without one."""
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
                self._fail("A step did not come to its end.")
        except StopIteration:
            self._leave()
        except Exception:  # noqa: BLE001 - whatever it is, the caller has to see it
            self._fail(traceback.format_exc())

    def _fail(self, reason: str) -> None:
        self.observed["error"] = reason
        self.picture("error")
        self._leave()

    def _leave(self) -> None:
        self._poll.stop()
        self._file.write_text(json.dumps(self.observed), encoding="utf-8")
        # Not by the menu, which refuses while a run goes on: this is how the end of a session ends QGIS.
        QApplication.quit()


def pause(seconds: float) -> Callable[[], bool]:
    """A condition that comes true after a time."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end
