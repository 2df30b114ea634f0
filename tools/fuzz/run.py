"""Use mutations in a child process, which is started again after each that ends it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from typing import NamedTuple

from . import kind_of
from .child import mutation

SECONDS = 60
"""Time that an input may take."""
OUTCOMES = ("refused", "same", "other", "fault", "crash", "hang", "memory")
"""Outcomes of a mutation; those from `fault` on are failures."""
FAILURES = OUTCOMES[3:]


class Result(NamedTuple):
    """The outcome of one mutation."""

    number: int
    place: str
    outcome: str
    detail: str
    seconds: float = 0
    peak: int = 0
    """Bytes of memory that the process has needed so far."""


def fuzz(name: str, folder: Path, seed: int, first: int, count: int) -> Iterator[Result]:
    """Yield the outcomes of mutations; inputs that fail are kept in its folder `failed`.

    Args:
        name: The kind.
        folder: An empty folder for samples and mutations.
        seed: Of the mutations.
        first: Number of the first.
        count: Number of mutations.
    """
    samples = folder / "samples"
    samples.mkdir(parents=True, exist_ok=True)
    kind_of(name).samples(samples)
    stop = first + count
    while first < stop:
        for result in _of_one_child(name, folder, seed, first, stop):
            first = result.number + 1
            if result.outcome in FAILURES:
                kept = folder / "failed" / f"{result.number}{kind_of(name).suffix}"
                kept.parent.mkdir(exist_ok=True)
                kept.write_bytes(mutation(name, folder, seed, result.number)[2])
            yield result


def _of_one_child(name: str, folder: Path, seed: int, first: int, stop: int) -> Iterator[Result]:
    module = f"{__package__}.child"
    command = [sys.executable, "-m", module, name, str(folder), *map(str, (seed, first, stop))]
    errors = folder / "stderr.txt"
    with errors.open("wb") as log, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True) as child:
        started = None
        while True:
            timer = Timer(SECONDS, child.kill)
            timer.start()
            line = child.stdout.readline() if child.stdout else ""
            timer.cancel()
            if not line:
                break
            found = json.loads(line)
            if "outcome" in found:
                started = None
                yield Result(**found)
            else:
                started = found
        status = child.wait()
    last = errors.read_text(errors="replace").strip().rpartition("\n")[2]
    if started is None:
        if status:
            raise RuntimeError(f"The child process failed: {last}")
        return
    hung = status == -signal.SIGKILL
    yield Result(**started, outcome="hang" if hung else "crash", detail=f"status {status}: {last}")


def table(results: list[Result]) -> Iterator[str]:
    """Yield the lines of a table of the outcomes by place, in Markdown."""
    counts = Counter((result.place, result.outcome) for result in results)
    yield f"| damaged | {' | '.join(OUTCOMES)} |"
    yield f"|---|{'---|' * len(OUTCOMES)}"
    for place in sorted({result.place for result in results}):
        yield f"| {place} | {' | '.join(str(counts[place, outcome]) for outcome in OUTCOMES)} |"
    seconds, peak = max(result.seconds for result in results), max(result.peak for result in results)
    total = Counter(result.outcome for result in results)
    yield f"| all {len(results)} | {' | '.join(str(total[outcome]) for outcome in OUTCOMES)} |"
    yield f"\nSlowest: {seconds:.1f} s; memory of the process: {peak / 1e6:.0f} MB."
