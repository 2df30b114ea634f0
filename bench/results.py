"""Keep the latest measurement of each group in `results.json`, from which the page is written.

A whole benchmark takes hours, so groups are measured on different days and machines; each says on which.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from .measure import Cost

RESULTS = Path(__file__).with_suffix(".json")


@dataclass(frozen=True)
class Measured:
    """Medians over the runs of a program."""

    title: str
    wall: float
    """Elapsed time in seconds."""
    cpu: float
    """Processor time in seconds."""
    peak_gb: float
    """Peak resident memory in billions of bytes."""
    runs: int = 1
    spread: float = 1.0
    """Largest wall time divided by the smallest."""
    said: Mapping[str, Any] = field(default_factory=dict)
    """Figures that the program printed."""

    @classmethod
    def of(cls, title: str, costs: Sequence[Cost], said: Mapping[str, Any]) -> Measured:
        """Take the medians of the costs of at least one run."""
        walls = [cost.wall for cost in costs]
        spread = max(walls) / min(walls) if min(walls) else 1.0
        cpu, peak_mb = median(cost.cpu for cost in costs), median(cost.peak_mb for cost in costs)
        return cls(title, median(walls), cpu, peak_mb / 1e3, len(walls), spread, said)


@dataclass(frozen=True)
class GroupResult:
    """The measurement of a group."""

    date: str
    device: str
    """Device the plugin ran on."""
    machine: str
    programs: Mapping[str, Measured]
    """By key of the program."""


def load(path: Path = RESULTS) -> dict[str, GroupResult]:
    """Read the measurements by group; empty if there are none."""
    if not path.exists():
        return {}
    stored = json.loads(path.read_text(encoding="utf-8"))
    return {
        group: GroupResult(**{**one, "programs": {key: Measured(**found) for key, found in one["programs"].items()}})
        for group, one in stored.items()
    }


def save(results: Mapping[str, GroupResult], path: Path = RESULTS) -> None:
    """Write the measurements by group."""
    stored = {group: asdict(one) for group, one in results.items()}
    path.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
