"""A member: strips of reflectance in, probabilities of patches out."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from .bands import Strip
from .errors import ModelDamagedError
from .model_card import ModelCard
from .patches import PatchPlan, PatchRow
from .session import Session


class Member:
    """A network and its card."""

    def __init__(self, card: ModelCard, session: Session) -> None:
        """Pair a card with the session of its network.

        Raises:
            ModelDamagedError: if the network's channels are not those of the card.
        """
        wanted = len(card.bands), len(card.classes)
        given = session.channels()
        if any(isinstance(have, int) and have != want for have, want in zip(given, wanted)):
            raise ModelDamagedError(
                f"The network of model {card.id} has {given[0]} input and {given[1]} output channels, its card "
                f"{wanted[0]} bands and {wanted[1]} classes. Fetch it again with 'make models'."
            )
        self.card = card
        self.session = session

    def predict(
        self, strip: Strip, plan: PatchPlan, row: PatchRow, quantification: float
    ) -> Iterator[list[tuple[int, NDArray[np.float32]]]]:
        """Infer a row of patches, batch by batch.

        Args:
            strip: The lines under the row, over the columns of the plan.
            plan: The plan that the row is of.
            row: The row to infer.
            quantification: Reflectance counts per unit of reflectance.

        Yields:
            Lists of (left, field) with left counted in columns of the grid and field (classes, patch height, patch
            width) float32, probabilities or, if the card blends them, logits.
        """
        origin = plan.columns[0]
        waiting = list(row.lefts)
        while waiting:
            lefts, waiting = waiting[: self.session.batch_size], waiting[self.session.batch_size :]
            patches = [self._patch(strip, left - origin, plan, quantification) for left in lefts]
            output = self.session.run(np.stack(patches))
            if self.card.blend == "probabilities":
                output = self.activate(output, axis=1)
            yield list(zip(lefts, output))

    def activate(self, output: NDArray[np.float32], axis: int = 0) -> NDArray[np.float32]:
        """Turn a network's output into probabilities along the class axis."""
        if self.card.activation == "none":
            return output
        output = np.exp(output - output.max(axis=axis, keepdims=True))
        output /= output.sum(axis=axis, keepdims=True)
        return output

    def _patch(self, strip: Strip, left: int, plan: PatchPlan, quantification: float) -> NDArray[np.float32]:
        """(bands, patch height, patch width) float32, normalised; what the scene lacks is mirrored."""
        counts = strip.counts[:, :, left : left + plan.width]
        mean, std = (np.array(values, np.float64)[:, None, None] for values in (self.card.mean, self.card.std))
        patch = counts * (1 / (quantification * std)).astype(np.float32) - (mean / std).astype(np.float32)
        lacking = plan.height - patch.shape[1], plan.width - patch.shape[2]
        if any(lacking):
            patch = np.pad(patch, ((0, 0), (0, lacking[0]), (0, lacking[1])), mode="symmetric")
        return np.ascontiguousarray(patch, np.float32)
