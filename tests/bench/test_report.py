"""The benchmark page shows all measurements, and the targets that were missed."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from ...bench import labels, measure, report
from ...bench.results import GroupResult, Measured, load, save
from ...tools.package import ROOT


def program(title: str, *walls: float, peak_mb: float = 900, **said: Any) -> Measured:
    """Return the result of a program with these wall times."""
    return Measured.of(title, [measure.Cost(wall, 2 * wall, peak_mb) for wall in walls], said)


def group(programs: dict[str, Measured]) -> GroupResult:
    """Return the result of a group."""
    return GroupResult("today", "cpu", "A machine.", programs)


def results(plugin: float) -> dict[str, GroupResult]:
    """Return results in which the median of the peer is 120 s."""
    programs = {
        "ukis": program("the peer", 119, 150, 120, peak_mb=7000),
        "plugin": program("this plugin", plugin, plugin + 1, plugin - 1),
        "fast": program("this plugin, one network", plugin / 2),
        "decode": program("decoding", 20),
        "network": program("network", 30),
        "area": program("area", 6),
    }
    return {"ukis": group(programs)}


@pytest.mark.parametrize(("plugin", "ratio", "met"), [(50, "2.40", "yes"), (100, "1.20", "**no**")])
def test_a_target_is_judged_by_medians(tmp_path, plugin, ratio, met):
    """A ratio that meets its target, and one that does not, in bold; ratios are ratios of medians."""
    page = report.write_report(results(plugin), tmp_path, tmp_path).read_text(encoding="utf-8")
    speed = "20 m: speed relative to ukis-csmask, reading included"
    assert f"'Automatic', {speed} | at least 1.25 | {ratio} | {met} |" in page
    assert f"alone | at most 1.2 | {plugin / 50:.2f} |" in page
    assert "| the peer | 120.0 | 240.0 | 7.00 |" in page
    assert f"'Automatic, fast', {speed} | at least 2.0 | {240 / plugin:.2f} |" in page
    assert "peak memory, GB | at most 1.15 | 0.90 | yes |" in page


def test_what_was_not_measured_is_not_on_the_page(tmp_path):
    """Only measured groups have a section and rows."""
    page = report.write_report(results(50), tmp_path, tmp_path).read_text(encoding="utf-8")
    assert "clouds2mask" not in page.partition("## Remarks")[0]
    assert "## Scaling" not in page
    assert (report.HERE / "remarks.md").read_text(encoding="utf-8").rstrip() in page


def test_the_windows_are_judged_by_their_limits(tmp_path):
    """A list of 500 products that pauses for 50 ms is twice as fast as it must be; a slow start is marked in bold."""
    programs = {"start": program("start", 0.2, 0.6, 0.45), "list": program("list", 0.05)}
    windows = {"window": group(programs)}
    page = report.write_report(windows, tmp_path, tmp_path).read_text(encoding="utf-8")
    assert "| start | at most 1.0 | 1.50 | **no** | 0.450 | 0.3 | 3 |" in page
    assert "| list | at most 1.0 | 0.50 | yes | 0.050 | 0.1 | 1 |" in page


def test_stability_is_judged_for_both_automatic_choices(tmp_path):
    """Both are compared with 50 % overlap at the patches of the cards, beside that of the references."""
    row = {"size": 512, "overlap": 32, "inferred": 1.252, "references": [1.0, 0.9927], "kappa": 0.8}
    rows = [
        {**row, "model": "auto", "agreements": [0.995, 0.9915]},
        {**row, "model": "auto-fast", "agreements": [0.995, 0.9866]},
        {**row, "model": "auto", "size": 576, "agreements": [0.98, 0.98]},
    ]
    stored = group({"labels": program("labels", 1, rows=rows)})
    page = report.write_report({"labels": stored}, tmp_path, tmp_path).read_text(encoding="utf-8")
    equal = "labels equal to those at 50 % overlap"
    assert f"'Automatic': {equal}, mirrored image, % | at least 99 | 99.15 | yes |" in page
    assert f"'Automatic, fast': {equal}, mirrored image, % | at least 99 | 98.66 | **no** |" in page
    assert page.count(equal) == 4
    assert "| auto | 512 | 32 | 1.25 | 99.50 % (100.00) | 99.15 % (99.27) | 0.800 |" in page


@pytest.mark.parametrize(("size", "overlap", "patches"), [(512, 32, 144), (576, 28, 100), (576, 32, 121)])
def test_the_cost_of_patches_is_that_of_a_whole_tile(size, overlap, patches):
    """A tile of 5490 px takes 12 x 12 patches of 512 px; 4 px of overlap more cost 21 of 576 px."""
    assert labels.inferred_on_tile(size, overlap) == pytest.approx(patches * size**2 / 5490**2)


HOLDS_300_MB = (
    "import time; held = bytearray(300_000_000); t = time.process_time()\nwhile time.process_time() - t < 0.5: pass"
)


def test_a_program_is_measured_from_outside():
    """The figures come from the operating system: a program with 300 MB and half a second of computing shows both."""
    ours = bytearray(600_000_000)
    ours[::4096] = b"1" * len(ours[::4096])
    cost, output = measure.run([sys.executable, "-c", f"{HOLDS_300_MB}\nprint('done')"])
    assert output == "done\n"
    assert 0.5 <= cost.cpu <= 3
    assert cost.wall >= 0.5
    assert 300 <= cost.peak_mb <= 500, "the memory of this process does not count"


def test_a_program_that_fails_stops_the_benchmark():
    """A failing peer stops the benchmark with its exit status."""
    with pytest.raises(RuntimeError, match=r"\b3\."):
        measure.run([sys.executable, "-c", "raise SystemExit(3)"])


def test_results_survive_as_json(tmp_path):
    """Results stored between runs give the same page again."""
    first = report.write_report(results(50), tmp_path, tmp_path).read_text(encoding="utf-8")
    stored = tmp_path / "results.json"
    save(results(50), stored)
    assert report.write_report(load(stored), tmp_path, tmp_path).read_text(encoding="utf-8") == first


def test_the_page_is_that_of_the_stored_results():
    """The page and the results that it shows are in one commit."""
    measured = load()
    page = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    for found in measured.values():
        assert f"Measured on {found.date}. {found.machine}" in page
    assert {"ukis", "batch", "schedule"} <= set(measured)
