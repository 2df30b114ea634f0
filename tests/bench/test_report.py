"""The page of the benchmark tells what was measured, and admits what was missed."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from ...bench import measure, report


def program(title: str, *walls: float, peak_mb: float = 900, **said: Any) -> dict[str, Any]:
    """What the benchmark keeps of a program that took so many seconds."""
    return {"title": title, "runs": [{"wall": w, "cpu": 2 * w, "peak_mb": peak_mb} for w in walls], "said": said}


def results(plugin: float) -> dict[str, Any]:
    """A measurement in which the peer takes 120 s in the middle."""
    programs = {
        "ukis": program("the peer", 119, 150, 120, peak_mb=7000),
        "plugin": program("this plugin", plugin, plugin + 1, plugin - 1),
        "decode": program("decoding", 20),
        "network": program("network", 30),
        "area": program("area", 6),
    }
    return {"ukis": {"date": "today", "device": "cpu", "programs": programs}}


@pytest.mark.parametrize(("plugin", "ratio", "met"), [(50, "2.40", "yes"), (80, "1.50", "**no**")])
def test_a_target_is_judged_by_medians(tmp_path, plugin, ratio, met):
    """Twice as fast is a yes, less is a bold no; the ratios are those of the medians."""
    page = report.write_report(results(plugin), tmp_path, tmp_path).read_text(encoding="utf-8")
    assert f"with its reading | at least 2.0 | {ratio} | {met} |" in page
    assert f"alone | at most 1.35 | {plugin / 50:.2f} |" in page
    assert "| the peer | 120.0 | 240.0 | 7.00 |" in page
    assert "peak memory, GB | at most 1.0 | 0.90 | yes |" in page


def test_what_was_not_measured_is_not_on_the_page(tmp_path):
    """Only measured groups have a section, and no line is made up for the others."""
    page = report.write_report(results(50), tmp_path, tmp_path).read_text(encoding="utf-8")
    assert "clouds2mask, 20 m" not in page
    assert "## Growth" not in page
    assert (report.HERE / "remarks.md").read_text(encoding="utf-8").rstrip() in page


HOLDS_300_MB = (
    "import time; held = bytearray(300_000_000); t = time.process_time()\nwhile time.process_time() - t < 0.5: pass"
)


def test_a_program_is_measured_from_outside():
    """The system's own figures: a program that holds 300 MB and computes for a while has used them."""
    ours = bytearray(600_000_000)
    ours[::4096] = b"1" * len(ours[::4096])
    cost, said = measure.run([sys.executable, "-c", f"{HOLDS_300_MB}\nprint('done')"])
    assert said == "done\n"
    assert 0.5 <= cost.cpu <= 3
    assert cost.wall >= 0.5
    assert 300 <= cost.peak_mb <= 500, "what this process holds is not the program's"


def test_a_program_that_fails_stops_the_benchmark():
    """A peer that fails gives no figure."""
    with pytest.raises(RuntimeError, match="ended with status 3"):
        measure.run([sys.executable, "-c", "raise SystemExit(3)"])


def test_results_survive_as_json(tmp_path):
    """What is kept between runs gives the same page again."""
    first = report.write_report(results(50), tmp_path, tmp_path).read_text(encoding="utf-8")
    again = report.write_report(json.loads(json.dumps(results(50))), Path(tmp_path), tmp_path)
    assert again.read_text(encoding="utf-8") == first
