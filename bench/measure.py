"""Running a program and asking the operating system what it took.

Run as a program of its own, this file measures the command behind it: Linux counts the memory of the process that
starts a program as the program's until that has begun, so a small one has to start it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from time import monotonic


@dataclass(frozen=True)
class Cost:
    """What one run of a program took."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Processor seconds of all its threads."""
    peak_mb: float
    """Largest resident memory, in millions of bytes."""


def run(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> tuple[Cost, str]:
    """Run a program to its end.

    Returns:
        What it took, and its standard output.

    Raises:
        RuntimeError: it ended with an error.
    """
    figures, ours = os.pipe()
    with os.fdopen(figures) as told:
        try:
            process = subprocess.run(
                [sys.executable, "-S", __file__, str(ours), *map(str, command)],
                env={**os.environ, **(environment or {})},
                stdout=subprocess.PIPE,
                text=True,
                pass_fds=[ours],
                check=False,
            )
        finally:
            os.close(ours)
        if process.returncode:
            raise RuntimeError(f"{' '.join(map(str, command))} ended with status {process.returncode}.")
        return Cost(**json.load(told)), process.stdout


def _measure(command: Sequence[str], figures: int) -> int:
    """Run a command, write what it took to a file descriptor, and return its exit code."""
    started = monotonic()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    # Linux counts kilobytes, macOS bytes.
    unit = 1e6 if sys.platform == "darwin" else 1e3
    cost = Cost(monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)
    os.write(figures, json.dumps(asdict(cost)).encode())
    return abs(process.returncode)


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(median(getattr(cost, name) for cost in costs) for name in ("wall", "cpu", "peak_mb")))


if __name__ == "__main__":
    sys.exit(_measure(sys.argv[2:], int(sys.argv[1])))
