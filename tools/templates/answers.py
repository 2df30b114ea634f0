"""Answers of published networks with seeded weights, recorded as text: labels of a patch, values of a sparse grid."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..package import ROOT

ANSWERS = ROOT / "tests" / "core" / "graphs" / "answers"
_STEP = 16
"""Lines and columns from one recorded output to the next."""
_DIGITS = 5
"""Significant digits of an output."""


@dataclass(frozen=True)
class Answer:
    """The answer of the package's own network to the seeded input."""

    labels: NDArray[np.uint8]
    """(lines, columns): number of the class."""
    values: NDArray[np.float32]
    """(classes, lines, columns) of every 16th line and column: logits, or probabilities."""
    made_with: Mapping[str, str]
    """Versions of packages."""

    @classmethod
    def of(cls, output: NDArray[np.float32], made_with: Mapping[str, str]) -> Answer:
        """Take the answer from an output, (1, classes, lines, columns)."""
        return cls(output[0].argmax(axis=0).astype(np.uint8), sparse(output), made_with)

    @classmethod
    def read(cls, name: str) -> Answer:
        """Read the answer recorded for a template."""
        fields = json.loads((ANSWERS / f"{name}.json").read_text(encoding="utf-8"))
        labels = np.array([[*map(int, row)] for row in fields["labels"]], np.uint8)
        return cls(labels, np.array(fields["values"], np.float32), fields["made_with"])

    def write(self, name: str) -> Path:
        """Record the answer for a template and return the file."""
        rows = ",\n".join(f'  "{"".join(map(str, row))}"' for row in self.labels)
        numbers = [[[float(f"{one:.{_DIGITS}g}") for one in row] for row in lines] for lines in self.values]
        values = ",\n".join(f"  {json.dumps(lines)}" for lines in numbers)
        made_with = json.dumps(self.made_with)
        text = f'{{"made_with": {made_with},\n "labels": [\n{rows}\n ],\n "values": [\n{values}\n ]}}\n'
        path = ANSWERS / f"{name}.json"
        path.write_text(text, encoding="utf-8")
        return path


def sparse(output: NDArray[np.float32]) -> NDArray[np.float32]:
    """Take every 16th line and column of an output, (1, classes, lines, columns)."""
    return output[0, :, ::_STEP, ::_STEP]
