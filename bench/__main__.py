"""`make bench`: measure the plugin beside its peers and write docs/performance.md. See `--help`."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timezone
from typing import Any

from ..tools.package import ROOT
from . import results
from .groups import Group, Groups
from .measure import Cost, run
from .report import machine, write_report
from .results import GroupResult, Measured

FOLDER = ROOT / "build" / "bench"


def main() -> int:
    """Measure the requested groups and write the report, with the latest measurement of each group."""
    parser = argparse.ArgumentParser(description="Measure the plugin beside its peers and write docs/performance.md.")
    parser.add_argument("--peers", nargs="*", default=[], help="groups to measure (default: all)")
    parser.add_argument("--runs", type=int, default=3, help="runs per program (default: 3)")
    parser.add_argument("--device", default="cpu", help="device the plugin runs on (default: cpu)")
    parser.add_argument(
        "--report", action="store_true", help="write the report from earlier measurements, without measuring"
    )
    options = parser.parse_args()
    groups = Groups(FOLDER, options.device)
    unknown = set(options.peers) - set(groups.names())
    if unknown:
        parser.error(f"unknown group: {', '.join(sorted(unknown))}. Choose from {', '.join(groups.names())}.")
    measured = results.load()
    for name in [] if options.report else options.peers or groups.names():
        group = groups.group(name)
        programs = measure(group, min(options.runs, group.at_most_runs))
        date = f"{datetime.now(timezone.utc):%Y-%m-%d %H:%M} UTC"
        measured[name] = GroupResult(date, options.device, machine(), programs)
        results.save(measured)
    print(write_report(measured, ROOT / "docs", FOLDER))
    return 0


def measure(group: Group, runs: int) -> dict[str, Measured]:
    """Run the programs of a group alternately, each run with an empty output folder.

    Args:
        group: The programs.
        runs: Number of runs of each program.
    """
    costs: dict[str, list[Cost]] = defaultdict(list)
    said: dict[str, dict[str, Any]] = defaultdict(dict)
    out = FOLDER / "out"
    for round_number in range(1, runs + 1):
        for program in group.programs:
            shutil.rmtree(out, ignore_errors=True)
            out.mkdir(parents=True)
            command = [str(part).replace("{out}", str(out)) for part in program.command]
            cost, output = run(command, program.environment)
            if program.times_itself:
                said[program.key] = json.loads(output.splitlines()[-1])
                cost = replace(cost, wall=said[program.key].pop("seconds"))
            costs[program.key].append(cost)
            print(
                f"{round_number}/{runs}  {program.title}: {cost.wall:.1f} s, {cost.cpu:.1f} CPU s, "
                f"{cost.peak_mb:.0f} MB",
                file=sys.stderr,
            )
    shutil.rmtree(out, ignore_errors=True)
    return {one.key: Measured.of(one.title, costs[one.key], said[one.key]) for one in group.programs}


if __name__ == "__main__":
    sys.exit(main())
