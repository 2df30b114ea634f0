"""Compare an exported network with the original on the same patches, run as in the plugin."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ...core.cards.card import ModelCard
from ...core.errors import NotFiniteError
from ...core.inference.predict import Member
from ...core.inference.session import Session
from ..export import ExportError
from .samples import Samples
from .system import Network

MIN_LABELS = 0.999
"""Smallest share of equal labels."""


class Original(Session):
    """An original network with the interface of a session."""

    def __init__(self, network: Network, card: ModelCard) -> None:
        """Set the channels from the card; the original was checked when it was loaded."""
        self._infer = network.infer
        self._channels = len(card.bands), len(card.classes)

    def channels(self) -> tuple[object, object]:
        """Return the numbers of bands and classes."""
        return self._channels

    def run(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """Run the original network on a batch."""
        return np.array(self._infer(batch))


@dataclass(frozen=True)
class Agreement:
    """The agreement of an exported network with the original on one set of samples."""

    samples: str
    """Name of the samples."""
    pixels: int
    labels: float
    """Share of equal labels."""
    difference: float
    """Largest difference between the blended values: probabilities or logits."""
    classes: tuple[str, ...]
    """Classes that occur in the output of the original."""

    @property
    def enough(self) -> bool:
        """Return True if enough labels are equal to use the export."""
        return self.labels >= MIN_LABELS


def compare(card: ModelCard, network: Network, exported: Path, samples: Samples) -> Agreement:
    """Run the exported and the original network on all patches.

    Raises:
        ExportError: The exported network returns values that are not finite, or another shape.
    """
    exported_member, original = Member(card, [Session(exported, "cpu")]), Member(card, [Original(network, card)])
    pixels = equal = 0
    difference = 0.0
    found: set[int] = set()
    for patches in samples.patches:
        try:
            got, expected = exported_member.infer(patches), original.infer(patches)
        except NotFiniteError as error:
            raise ExportError(
                "The export of {network} returns values that are not finite. Download the weights again.",
                network=network.file,
            ) from error
        if got.shape != expected.shape:
            raise ExportError(
                "The export of {network} returns the shape {shape}, the original {expected}.",
                network=network.file,
                shape=got.shape,
                expected=expected.shape,
            )
        labels = expected.argmax(axis=1)
        equal += int((got.argmax(axis=1) == labels).sum())
        pixels += labels.size
        difference = max(difference, float(np.abs(got - expected).max()))
        found.update(np.unique(labels).tolist())
    classes = tuple(dict.fromkeys(card.classes[index] for index in sorted(found)))
    return Agreement(samples.name, pixels, equal / max(1, pixels), difference, classes)
