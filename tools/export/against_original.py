"""An exported network beside the original, on the same patches, as the plugin runs it."""

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
from .ground import Ground
from .system import Network

WANTED = 0.999
"""Share of labels that must be equal."""


class Original(Session):
    """The original network in the place of a session."""

    def __init__(self, network: Network, card: ModelCard) -> None:
        """Take the channels from the card: the original has been checked as it was read."""
        self._answer = network.answer
        self._channels = len(card.bands), len(card.classes)

    def channels(self) -> tuple[object, object]:
        """Bands and classes."""
        return self._channels

    def run(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """What the original says of a batch."""
        return np.array(self._answer(batch))


@dataclass(frozen=True)
class Agreement:
    """How an exported network and the original agree on one ground."""

    ground: str
    pixels: int
    labels: float
    """Share of pixels with equal labels."""
    difference: float
    """Largest difference of what the card blends: probabilities or logits."""
    classes: tuple[str, ...]
    """That the original found."""

    @property
    def enough(self) -> bool:
        """Whether the export may be used."""
        return self.labels >= WANTED


def compare(card: ModelCard, network: Network, exported: Path, ground: Ground) -> Agreement:
    """Run both on all patches of a ground.

    Raises:
        ExportError: the exported network cannot be run, or does not answer with finite numbers.
    """
    ours, theirs = Member(card, [Session(exported, "cpu")]), Member(card, [Original(network, card)])
    pixels = equal = 0
    difference = 0.0
    seen: set[int] = set()
    for patches in ground.patches:
        try:
            got, wanted = ours.infer(patches), theirs.infer(patches)
        except NotFiniteError as error:
            raise ExportError(
                f"The export of {network.file} answers with numbers that are not finite. The weights may be damaged: "
                "fetch them again."
            ) from error
        if got.shape != wanted.shape:
            raise ExportError(
                f"The export of {network.file} answers with {got.shape}, the original with {wanted.shape}."
            )
        labels = wanted.argmax(axis=1)
        equal += int((got.argmax(axis=1) == labels).sum())
        pixels += labels.size
        difference = max(difference, float(np.abs(got - wanted).max()))
        seen.update(np.unique(labels).tolist())
    classes = tuple(dict.fromkeys(card.classes[index] for index in sorted(seen)))
    return Agreement(ground.name, pixels, equal / max(1, pixels), difference, classes)
