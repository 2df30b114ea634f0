"""A mask of the plugin beside that of another package: labels, confidence, and what the package does wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...core.classes import NODATA

LABELS = 0.999
"""Share of labels that must be equal, away from the defects of the package."""
CONFIDENCE = 1.0
"""Percent points by which confidence may differ, away from them."""
KINDS = ("findings", "agreement", "defects")
_AGREEMENT_HEAD = (
    (
        "| model | product | pixels | labels equal | cut to another label upstream | labels equal elsewhere | largest "
        "difference of confidence | clear, thick, thin, shadow |"
    ),
    "|---|---|---|---|---|---|---|---|",
)
_DEFECTS_HEAD = (
    (
        "| model | product | what the package does | pixels with data that it labels otherwise | pixels without data "
        "that it calls clear |"
    ),
    "|---|---|---|---|---|",
)


@dataclass(frozen=True)
class Agreement:
    """How both agree on one product."""

    pixels: int
    """With data."""
    all_labels: float
    """Share of labels that are equal, defects and all."""
    cut: int
    """Pixels that the package labels otherwise than its own probabilities say, as it cuts them to 8 bits."""
    nodata: int
    """Pixels without data."""
    nodata_clear: int
    """Those of them that the package calls clear."""
    labels: float
    """Share of labels that are equal where probabilities were not cut to another label."""
    confidence: float
    """Largest difference in percent points, over all pixels with data."""
    classes: tuple[int, ...]
    """Share of each class in the plugin's mask, in whole percent."""

    @property
    def enough(self) -> bool:
        """Whether both say the same, as far as is asked for."""
        return self.labels >= LABELS and self.confidence <= CONFIDENCE

    def row(self, model: str, product: str) -> str:
        """A line of the table of agreement."""
        return (
            f"| {model} | {product} | {self.pixels} | {100 * self.all_labels:.3f} % | {self.cut} "
            f"| {100 * self.labels:.3f} % | {self.confidence:.2f} points "
            f"| {', '.join(f'{share} %' for share in self.classes)} |"
        )

    def defect_row(self, model: str, product: str, defect: str) -> str:
        """A line of the table of what packages do wrong."""
        other = round(self.pixels * (1 - self.all_labels))
        return f"| {model} | {product} | {defect} | {other} of {self.pixels} | {self.nodata_clear} of {self.nodata} |"


def tables(systems: Iterable[Mapping[str, Iterable[str]]]) -> Iterator[str]:
    """Lines in Markdown of what was found of systems: their `findings`, and rows for `agreement` and `defects`."""
    every = list(systems)
    found = {kind: [line for system in every for line in system.get(kind, ())] for kind in KINDS}
    yield from found["findings"]
    for kind, head in (("agreement", _AGREEMENT_HEAD), ("defects", _DEFECTS_HEAD)):
        if found[kind]:
            yield from ("", *head, *found[kind])


def compare(
    mask: NDArray[np.uint8],
    confidence: NDArray[np.uint8],
    labels: NDArray[np.uint8],
    probabilities: NDArray[np.float32],
) -> Agreement:
    """Compare two masks of the same grid.

    Args:
        mask: (lines, columns), the plugin's.
        confidence: (classes, lines, columns) percent, the plugin's.
        labels: (lines, columns), the package's.
        probabilities: (classes, lines, columns), the package's before it cuts them off.
    """
    valid = mask != NODATA
    equal = mask == labels
    whole = valid & (probabilities.argmax(axis=0) == labels)
    differences = np.abs(confidence.astype(float) - 100 * probabilities)[:, valid]
    return Agreement(
        pixels=int(valid.sum()),
        all_labels=float(equal[valid].mean()),
        cut=int((valid & ~whole).sum()),
        nodata=int((~valid).sum()),
        nodata_clear=int((labels[~valid] == 0).sum()),
        labels=float(equal[whole].mean()),
        confidence=float(differences.max()),
        classes=tuple(round(100 * float((mask[valid] == value).mean())) for value in range(len(probabilities))),
    )
