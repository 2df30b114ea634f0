"""The estimate of the remaining time."""

from __future__ import annotations

import pytest

from ...ui.time_left import TimeLeft


class Clock:
    """A clock set by the test."""

    now = 100.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


@pytest.mark.parametrize(
    ("elapsed", "fraction", "text"),
    [
        (2.9, 0.5, ""),
        (30, 0.02, ""),
        (30, 0.5, "about 30 s left"),
        (31, 0.5, "about 40 s left"),
        (30, 0.25, "about 2 min left"),
        (600, 0.1, "about 1 h 30 min left"),
        (600, 1.0, ""),
    ],
)
def test_the_remaining_time_is_shown_once_it_can_be_estimated(elapsed, fraction, text):
    """I see the remaining time in round numbers, once there is an estimate."""
    clock = Clock()
    left = TimeLeft(clock)
    clock.now += elapsed
    assert left.text(fraction) == text
