"""How long a run will go on, from how far it has come."""

from __future__ import annotations

import math
from collections.abc import Callable
from time import monotonic

from qgis.PyQt.QtCore import QCoreApplication

_LEAST_SECONDS = 3.0
_LEAST_FRACTION = 0.03
"""Before that the network is still being loaded, and the first strip decoded: nothing can be told from it."""


class TimeLeft:
    """Counts from when it was made."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._began = clock()

    def seconds(self, fraction: float) -> float | None:
        """Seconds until the end, as if the rest went as fast as what is done; None while that cannot be known.

        Args:
            fraction: Done part of the run, 0 to 1.
        """
        elapsed = self._clock() - self._began
        if elapsed < _LEAST_SECONDS or fraction < _LEAST_FRACTION:
            return None
        return elapsed * (1 - fraction) / fraction

    def text(self, fraction: float) -> str:
        """The same in words; empty while it cannot be known, and at the end."""
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
