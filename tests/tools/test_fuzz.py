"""A small share of the mutations of `make fuzz`: no damaged input ends the program, hangs or fills the memory."""

from __future__ import annotations

from ...tools.fuzz import run


def test_damaged_bands_are_refused_or_read(tmp_path):
    """No damaged band ends the program, and none that lacks bytes or has too many is read."""
    results = list(run.fuzz("jp2", tmp_path, seed=1, first=0, count=400))
    assert [result for result in results if result.outcome in run.FAILURES] == []
    assert [result.number for result in results] == list(range(400))
    assert {result.outcome for result in results if result.place == "length"} == {"refused"}
    assert {"refused", "same", "other"} == {result.outcome for result in results}


def test_every_outcome_is_counted(tmp_path, monkeypatch):
    """An input that ends the process or waits is a failure that is kept, and the next ones are still tried."""
    monkeypatch.setattr(run, "SECONDS", 5)
    results = list(run.fuzz(f"{__package__}.fuzz_aborts", tmp_path, seed=1, first=0, count=12))
    outcome = {"good": "same", "abort": "crash", "wait": "hang"}
    assert [result.outcome for result in results] == [outcome.get(one.place, one.place) for one in results]
    assert {result.place for result in results} == {"good", "abort", "wait", "refused", "other", "fault"}
    kept = {int(path.stem) for path in (tmp_path / "failed").iterdir()}
    assert kept == {result.number for result in results if result.outcome in run.FAILURES}
    assert "| all 12 |" in "\n".join(run.table(results))
