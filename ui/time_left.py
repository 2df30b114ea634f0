"""Estimate the remaining time of a run from its progress."""

from __future__ import annotations

import math
from collections.abc import Callable
from time import monotonic

from qgis.PyQt.QtCore import QCoreApplication

_LEAST_SECONDS = 3.0
_LEAST_FRACTION = 0.03
"""Earlier, the network is still being loaded and the first strip decoded, which allows no estimate."""


class TimeLeft:
    """The remaining time of a run that starts now."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._began = clock()

    def seconds(self, fraction: float) -> float | None:
        """Estimate the seconds until the end, at the average speed so far; None while there is no estimate.

        Args:
            fraction: Fraction of the run that is done, 0 to 1.
        """
        elapsed = self._clock() - self._began
        if elapsed < _LEAST_SECONDS or fraction < _LEAST_FRACTION:
            return None
        return elapsed * (1 - fraction) / fraction

    def text(self, fraction: float) -> str:
        """Describe the remaining time; empty while there is no estimate, and at the end."""
        seconds = self.seconds(fraction)
        if not seconds:
            return ""
        if seconds < 60:
            text = QCoreApplication.translate("TimeLeft", "about {count} s left")
            return text.format(count=10 * math.ceil(seconds / 10))
        minutes = math.ceil(seconds / 60)
        if minutes < 60:
            return QCoreApplication.translate("TimeLeft", "about {count} min left").format(count=minutes)
        text = QCoreApplication.translate("TimeLeft", "about {hours} h {minutes} min left")
        return text.format(hours=minutes // 60, minutes=minutes % 60)
