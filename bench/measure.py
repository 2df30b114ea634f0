"""Running a program and asking the operating system what it took."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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

    The calling process should be a small one: Linux counts its memory as the program's until that has begun.

    Returns:
        What it took, and its standard output.

    Raises:
        RuntimeError: it ended with an error.
    """
    started = monotonic()
    process = subprocess.Popen(
        [str(part) for part in command], env={**os.environ, **(environment or {})}, stdout=subprocess.PIPE, text=True
    )
    output = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with status {process.returncode}.")
    # Linux counts kilobytes, macOS bytes.
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return Cost(monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit), output


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(median(getattr(cost, name) for cost in costs) for name in ("wall", "cpu", "peak_mb")))
