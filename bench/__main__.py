"""`make bench`: measure the plugin beside its peers and write docs/performance.md. See `--help`."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections import defaultdict
from datetime import datetime, timezone
from typing import Any

from ..tools.package import ROOT
from .groups import Group, Groups
from .measure import run
from .report import write_report

FOLDER = ROOT / "build" / "bench"
RESULTS = FOLDER / "results.json"


def main() -> int:
    """Measure the requested groups and write the report, with the latest measurement of each group."""
    parser = argparse.ArgumentParser(description="Measure the plugin beside its peers and write docs/performance.md.")
    parser.add_argument("--peers", nargs="*", default=[], help="groups to measure (default: all)")
    parser.add_argument("--runs", type=int, default=3, help="runs per program (default: 3)")
    parser.add_argument("--device", default="cpu", help="device the plugin runs on (default: cpu)")
    parser.add_argument("--add", action="store_true", help="add runs to those of the previous measurement")
    parser.add_argument(
        "--report", action="store_true", help="write the report from earlier measurements, without measuring"
    )
    options = parser.parse_args()
    groups = Groups(FOLDER, options.device)
    unknown = set(options.peers) - set(groups.names())
    if unknown:
        parser.error(f"unknown group: {', '.join(sorted(unknown))}. Choose from {', '.join(groups.names())}.")
    results: dict[str, Any] = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    for name in [] if options.report else options.peers or groups.names():
        group = groups.group(name)
        before = results[name]["programs"] if options.add and name in results else {}
        results[name] = {
            "date": f"{datetime.now(timezone.utc):%Y-%m-%d %H:%M} UTC",
            "device": options.device,
            "programs": measure(group, min(options.runs, group.at_most_runs), before),
        }
        RESULTS.write_text(json.dumps(results, indent=1), encoding="utf-8")
    print(write_report(results, ROOT / "docs", FOLDER))
    return 0


def measure(group: Group, runs: int, before: dict[str, Any]) -> dict[str, Any]:
    """Run the programs of a group alternately, each run with an empty output folder.

    Args:
        group: The programs.
        runs: Number of runs of each program.
        before: Earlier measurements to add to, as returned by this function.
    """
    measured: dict[str, Any] = defaultdict(lambda: {"runs": []}, before)
    out = FOLDER / "out"
    for round_number in range(1, runs + 1):
        for program in group.programs:
            shutil.rmtree(out, ignore_errors=True)
            out.mkdir(parents=True)
            command = [str(part).replace("{out}", str(out)) for part in program.command]
            cost, output = run(command, program.environment)
            wall = cost.wall
            if program.times_itself:
                said = json.loads(output.splitlines()[-1])
                wall = said["seconds"]
                measured[program.key]["said"] = said
            measured[program.key]["title"] = program.title
            measured[program.key]["runs"].append({"wall": wall, "cpu": cost.cpu, "peak_mb": cost.peak_mb})
            print(
                f"{round_number}/{runs}  {program.title}: {wall:.1f} s, {cost.cpu:.1f} CPU s, {cost.peak_mb:.0f} MB",
                file=sys.stderr,
            )
    shutil.rmtree(out, ignore_errors=True)
    return measured


if __name__ == "__main__":
    sys.exit(main())
