"""Measure the time and memory of a program, as counted by the operating system.

Run as a script, this file measures the command in its arguments: until a program has started, Linux counts the memory
of its parent process as its own, so the parent must be small.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic


@dataclass(frozen=True)
class Cost:
    """The time and memory of one run."""

    wall: float
    """Elapsed time in seconds."""
    cpu: float
    """Processor time of all threads in seconds."""
    peak_mb: float
    """Peak resident memory in millions of bytes."""


def run(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> tuple[Cost, str]:
    """Run a program and measure it.

    Returns:
        Its cost and its standard output.

    Raises:
        RuntimeError: The program failed.
    """
    figures, ours = os.pipe()
    with os.fdopen(figures) as costs:
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
            raise RuntimeError(f"{' '.join(map(str, command))} failed with exit status {process.returncode}.")
        return Cost(**json.load(costs)), process.stdout


def _measure(command: Sequence[str], figures: int) -> int:
    """Run a command, write its cost to a file descriptor and return its exit status."""
    started = monotonic()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    # Linux reports kilobytes, macOS bytes.
    unit = 1e6 if sys.platform == "darwin" else 1e3
    cost = Cost(monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)
    os.write(figures, json.dumps(asdict(cost)).encode())
    return abs(process.returncode)


if __name__ == "__main__":
    sys.exit(_measure(sys.argv[2:], int(sys.argv[1])))
