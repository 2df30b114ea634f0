"""The benchmark page shows all measurements, and the targets that were missed."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from ...bench import labels, measure, report
from ...bench.results import GroupResult, Measured, load, save
from ...core.cards.card import load_cards
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


def test_a_gpu_has_its_own_sections_and_targets(tmp_path):
    """Two seconds for a scene that is decoded, five with decoding, and twice the speed of a peer on the same GPU."""
    on_gpu = group({**results(6)["ukis"].programs, "network": program("network", 1.5)})
    peers = {"omnicloudmask": program("peer", 10), "plugin-omnicloudmask": program("plugin", 6)}
    found = {**results(50), "ukis on cuda": on_gpu, "omnicloudmask on cuda:1": group(peers)}
    page = report.write_report(found, tmp_path, tmp_path).read_text(encoding="utf-8")
    assert "| ukis on cuda, 'Automatic', 20 m: inference alone, s | at most 2 | 1.50 | yes |" in page
    assert "| ukis on cuda, 'Automatic', 20 m: from files to mask, s | at most 5 | 6.00 | **no** |" in page
    assert "| omnicloudmask on cuda:1, the same networks: speed relative to the package | at least 2 | 1.67 |" in page
    assert page.count("relative to ukis-csmask, reading included") == 2
    assert [line for line in page.splitlines() if line.startswith("## Side by side")] == [
        "## Side by side: ukis",
        "## Side by side: ukis on cuda",
        "## Side by side: omnicloudmask on cuda:1",
    ]


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
    """The patches of the cards are judged by what more overlap would bring."""
    row: dict[str, Any] = {"size": None, "shape": [576, 448], "overlap": 26, "inferred": 1.113, "chosen": True}
    row |= {"agreements": [0.98, 0.97, 0.96], "references": [0.97, 0.96, 0.95], "kappa": 0.8}
    careful = {**row, "size": 512, "overlap": 64, "shape": [512, 512], "kept": [0.99, 0.98, 0.98], "chosen": False}
    rows = [
        {**row, "model": "auto", "kept": [0.99, 0.975, 0.971]},
        {**row, "model": "auto-fast", "kept": [0.99, 0.98, 0.96]},
        {**careful, "model": "auto", "kappa": 0.81},
        {**careful, "model": "auto-fast", "kappa": None},
    ]
    stored = group({"labels": program("labels", 1, rows=rows)})
    page = report.write_report({"labels": stored}, tmp_path, tmp_path).read_text(encoding="utf-8")
    kept, by = "stable labels kept", "relative to patches with 64 px of overlap"
    assert f"'Automatic': {kept}, {by}, image | at least 0.99 | 1.00 | yes |" in page
    assert f"'Automatic': {kept}, {by}, another window | at least 0.99 | 0.99 | yes |" in page
    assert f"'Automatic, fast': {kept}, {by}, another window | at least 0.99 | 0.98 | **no** |" in page
    assert f"'Automatic': kappa of people's labels, {by} | at least 0.99 | 0.99 | **no** |" in page
    assert page.count(by) == 7
    cells = "98.00 % (99.00) | 97.00 % (97.50) | 96.00 % (97.10) | 0.800 |"
    assert f"| auto | **576 x 448** | 26 | 1.11 | {cells}" in page
    assert "| auto-fast | 512 x 512 | 64 | 1.11 |" in page
    assert page.count("| 640, half | 320 |  | 97.00 % | 96.00 % | 95.00 % |") == 2


@pytest.mark.parametrize(
    ("size", "overlap", "shape", "patches"),
    [(512, 32, (512, 512), 144), (576, 28, (576, 576), 100), (576, 32, (576, 576), 121), (None, 26, (576, 448), 130)],
)
def test_the_cost_of_patches_is_that_of_a_whole_tile(size, overlap, shape, patches):
    """A tile of 5490 px takes 12 x 12 patches of 512 px; 4 px of overlap more cost 21 of 576 px."""
    card = load_cards()["ukis-6b-l1c"]
    assert labels.Placing(None, card.patch_overlap) == labels.CHOSEN
    rule = labels.Placing(size, overlap).rule(card)
    found, inferred = labels.on_tile(rule)
    assert found == shape
    assert inferred == pytest.approx(patches * shape[0] * shape[1] / 5490**2)


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


@pytest.mark.parametrize(("seconds", "met"), [(104, "yes"), (106, "**no**")])
def test_a_cluster_is_judged_beside_one_process(tmp_path, seconds, met):
    """A cluster of one computer may take a twentieth longer than one process."""
    programs = {
        "here": program("one process", 100, cpu=190.0),
        "mask": program("two workers", seconds, cpu=195.0),
        "pretend": program("pretended", 60, listed=700.0, done=900.0),
    }
    page = report.write_report({"cluster": group(programs)}, tmp_path, tmp_path).read_text(encoding="utf-8")
    assert f"relative to one process | at most 1.05 | {seconds / 100:.2f} | {met} |" in page
    assert "| pretended | 60.0 | 700 | 900 |" in page


def test_a_simulated_machine_is_judged_by_its_floor(tmp_path):
    """A row has the ratio of the run to the floor, the memory of the strips, and what was computed, not slept."""
    said = {"seconds": 13.0, "floor": 6.5, "strips_mb": 365.2}
    programs = {"20-4-gpu-32": program("", 13, **said), "20-1-cpu-8": program("", 6.5, **said)}
    page = report.write_report({"schedule": group(programs)}, tmp_path, tmp_path).read_text(encoding="utf-8")
    assert "| 20 m | 4 | 32 cores and a GPU | 13.0 | 6.5 | 2.00 | 1.3 | **no** | 365 | 26.0 |" in page
    assert "| 20 m | 1 | 8 cores | 6.5 | 6.5 | 1.00 | 1.1 | yes | 365 | 13.0 |" in page
