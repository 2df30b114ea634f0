"""Compare a mask of the plugin with that of another package: labels, confidence and defects of the package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...core.classes import NODATA

LABELS = 0.999
"""Smallest share of equal labels, apart from defects of the package."""
CONFIDENCE = 1.0
"""Largest difference in confidence in percentage points, apart from defects of the package."""
KINDS = ("findings", "agreement", "defects")
_AGREEMENT_HEAD = (
    (
        "| model | product | pixels | labels equal | label changed upstream by truncation | labels equal elsewhere "
        "| largest difference in confidence | clear, thick, thin, shadow |"
    ),
    "|---|---|---|---|---|---|---|---|",
)
_DEFECTS_HEAD = (
    (
        "| model | product | defect of the package | pixels with data labelled differently | pixels without data "
        "labelled clear |"
    ),
    "|---|---|---|---|---|",
)


@dataclass(frozen=True)
class Agreement:
    """The agreement of plugin and package on one product."""

    pixels: int
    """Number of pixels with data."""
    all_labels: float
    """Share of equal labels, defects included."""
    truncated: int
    """Number of pixels whose label the package changes by truncating probabilities to 8 bits."""
    nodata: int
    """Number of pixels without data."""
    nodata_clear: int
    """Number of pixels without data that the package labels clear."""
    labels: float
    """Share of equal labels where truncation did not change the label."""
    confidence: float
    """Largest difference in percentage points over all pixels with data."""
    classes: tuple[int, ...]
    """Share of each class in the plugin's mask, in whole percent."""

    @property
    def enough(self) -> bool:
        """Return True if labels and confidence agree within the limits."""
        return self.labels >= LABELS and self.confidence <= CONFIDENCE

    def row(self, model: str, product: str) -> str:
        """Format a row of the agreement table."""
        return (
            f"| {model} | {product} | {self.pixels} | {100 * self.all_labels:.3f} % | {self.truncated} "
            f"| {100 * self.labels:.3f} % | {self.confidence:.2f} points "
            f"| {', '.join(f'{share} %' for share in self.classes)} |"
        )

    def defect_row(self, model: str, product: str, defect: str) -> str:
        """Format a row of the table of package defects."""
        other = round(self.pixels * (1 - self.all_labels))
        return f"| {model} | {product} | {defect} | {other} of {self.pixels} | {self.nodata_clear} of {self.nodata} |"


def tables(systems: Iterable[Mapping[str, Iterable[str]]]) -> Iterator[str]:
    """Format the results of systems as Markdown: `findings`, and tables of `agreement` and `defects`."""
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
    """Compare two masks on the same grid.

    Args:
        mask: (lines, columns) of the plugin.
        confidence: (classes, lines, columns) of the plugin, in percent.
        labels: (lines, columns) of the package.
        probabilities: (classes, lines, columns) of the package, before truncation.
    """
    has_data = mask != NODATA
    equal = mask == labels
    untruncated = has_data & (probabilities.argmax(axis=0) == labels)
    differences = np.abs(confidence.astype(float) - 100 * probabilities)[:, has_data]
    return Agreement(
        pixels=int(has_data.sum()),
        all_labels=float(equal[has_data].mean()),
        truncated=int((has_data & ~untruncated).sum()),
        nodata=int((~has_data).sum()),
        nodata_clear=int((labels[~has_data] == 0).sum()),
        labels=float(equal[untruncated].mean()),
        confidence=float(differences.max()),
        classes=tuple(round(100 * float((mask[has_data] == value).mean())) for value in range(len(probabilities))),
    )
