"""A small share of the mutations of `make fuzz` for each kind of input but for band files."""

from __future__ import annotations

import pytest

from ...tools.fuzz import KINDS, run

KINDS_HERE = tuple(name for name in KINDS if name != "jp2")


@pytest.mark.parametrize("kind", KINDS_HERE)
def test_damaged_inputs_are_refused_or_read(kind, tmp_path):
    """Each damaged input is read, or refused with a sentence: nothing else is raised, ends the program or hangs."""
    results = list(run.fuzz(kind, tmp_path, seed=2, first=0, count=40))
    assert [result for result in results if result.outcome in run.FAILURES] == []
    assert [result.number for result in results] == list(range(40))
    assert len({result.outcome for result in results}) > 1, "a mutation that changes nothing tests nothing"
