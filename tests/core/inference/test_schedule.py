"""The schedule of a run follows the cores and the free memory."""

from __future__ import annotations

import sys

import pytest

from ....core.inference import schedule
from ....core.inference.schedule import LANE_BYTES_PER_PIXEL, Lanes, Schedule
from ....core.memory import available_bytes

PATCH = 512 * 512
LANE = PATCH * LANE_BYTES_PER_PIXEL
STRIP = 36_000_000


@pytest.fixture
def with_memory(monkeypatch):
    """Pretend that so many bytes are free; None if the system does not tell."""
    return lambda free: monkeypatch.setattr(schedule, "available_bytes", lambda: free)


@pytest.mark.parametrize(
    ("threads", "free", "lanes"),
    [
        (1, 64 * LANE, Lanes(1, 1)),
        (2, 64 * LANE, Lanes(2, 1)),
        (16, 64 * LANE, Lanes(16, 1)),
        (16, 8 * LANE, Lanes(4, 4)),
        (16, 0, Lanes(2, 8)),
        (8, None, Lanes(5, 1)),
    ],
)
def test_lanes_are_as_many_as_cores_and_memory_allow(with_memory, threads, free, lanes):
    """Half of the free memory is for lanes; with little memory there are two of many threads."""
    with_memory(free)
    assert Schedule.of(threads).lanes_for(PATCH) == lanes
    assert Schedule.of(threads, lanes=1).lanes_for(PATCH) == Lanes(1, threads)


@pytest.mark.parametrize(("threads", "decoders"), [(1, 1), (2, 3), (16, 17)])
def test_one_more_thread_decodes_while_strips_are_put_together(threads, decoders):
    """All cores decode, unless I ask for one thread."""
    assert Schedule.of(threads).decoders == decoders


@pytest.mark.parametrize(("threads", "ahead"), [(1, 0), (2, 0), (4, 2), (8, 2), (16, 3), (32, 5), (128, 6)])
def test_more_cores_decode_further_ahead(with_memory, threads, ahead):
    """Two cores decode no strip ahead; without memory nobody does, unless told to."""
    with_memory(64 << 30)
    assert Schedule.of(threads).strips_ahead(STRIP) == ahead
    with_memory(8 * STRIP)
    assert Schedule.of(threads).strips_ahead(STRIP) == min(1, ahead)
    assert Schedule.of(threads, ahead=4).strips_ahead(STRIP) == 4


@pytest.mark.parametrize(
    ("seconds", "chosen", "tried"),
    [
        ({1: 0.3, 2: 0.5}, 1, [1]),
        ({1: 0.1, 2: 0.1, 4: 0.1, 8: None}, 4, [1, 2, 4, 8]),
        ({1: 0.01, 2: 0.0199, 4: 0.02, 8: 0.05}, 4, [1, 2, 4, 8]),
        ({1: 0.01, 2: 0.019, 4: 0.05, 8: 0.01}, 2, [1, 2, 4]),
        ({1: 0.09, 2: 0.15, 4: 0.25, 8: 0.2}, 4, [1, 2, 4]),
        ({1: None, 2: 0.1}, None, [1]),
    ],
)
def test_the_batch_with_the_shortest_time_per_patch_is_chosen(seconds, chosen, tried):
    """Larger ones are tried until one is slower, fails, or takes more than a fifth of a second."""
    asked = []

    def trial(size: int) -> float | None:
        asked.append(size)
        time: float | None = seconds[size]
        return time

    assert schedule.fastest_batch(sorted(seconds), trial) == chosen
    assert asked == tried


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS does not tell the free memory.")
def test_the_system_tells_the_free_memory():
    """A process that runs has some memory left, and no machine has a petabyte."""
    free = available_bytes()
    assert free is not None
    assert 1 << 20 < free < 1 << 50
