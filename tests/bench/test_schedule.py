"""The pretended machines of the benchmark: their floor, and a run of the real pipeline on one of them."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from ...bench import schedule
from ...bench.schedule import Machine, floor, simulate
from ...core.decoding import band_file
from ...core.product.bands import BANDS


def test_the_floor_comes_from_constants():
    """A scene at 20 m needs 2.5 s and 103 CPU seconds; a GPU infers in a second while all cores decode."""
    assert floor(8, 1, 20, gpu=False) == pytest.approx(2.5 + 103 / 8)
    assert floor(32, 4, 20, gpu=False) == pytest.approx(2.5 + 4 * 103 / 32)
    assert floor(8, 1, 20, gpu=True) == pytest.approx(2.5 + 30 / 8)
    assert floor(32, 4, 20, gpu=True) == pytest.approx(2.5 + 4 * 1.0)


def test_threads_with_short_calls_get_their_share_of_a_core():
    """Beside a thread that computes for 1 s, another one makes its calls of .05 s: it does not wait for the end."""
    machine, ended = Machine(1, gpu=False), []

    def compute(name: str, calls: int, seconds: float) -> None:
        machine.start()
        for _ in range(calls):
            machine._work(seconds)
            ended.append(name)

    threads = [threading.Thread(target=compute, args=one) for one in (("long", 1, 1.0), ("short", 4, 0.05))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert machine.most_busy == 1
    assert ended == ["short"] * 4 + ["long"]


@pytest.mark.parametrize("gpu", [False, True])
def test_all_cores_are_busy(make_product, monkeypatch, gpu):
    """Eight cores work at the same time where there are eight; what was replaced is put back."""
    monkeypatch.setattr(schedule, "DECODING", 1e-7)
    monkeypatch.setattr(schedule, "INFERENCE", 1e-6)
    monkeypatch.setattr(schedule, "GPU", 1e-9)
    size = {10: 2048, 20: 1024, 60: 342}
    dn = {band: np.full((size[one.pixel_size],) * 2, 0.2) for band, one in BANDS.items()}
    product = make_product(dn, block={10: 256, 20: 128, 60: 64})
    read = band_file.read
    assert [simulate([product], cores, 10, gpu=gpu)["most_busy"] for cores in (1, 8)] == [1, 8]
    assert band_file.read is read
