"""A member: strips of reflectance in, probabilities of patches out."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .bands import Strip
from .errors import HOW_TO_FETCH, ModelDamagedError
from .model_card import ModelCard
from .patches import PatchPlan, PatchRow
from .session import Session


@dataclass(frozen=True)
class Batch:
    """Patches of one row that are inferred together."""

    row: PatchRow
    strip: Strip
    lefts: tuple[int, ...]
    """Their first columns on the grid."""
    ends_row: bool
    """Whether they are the last of their row."""


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
                f"{wanted[0]} bands and {wanted[1]} classes. {HOW_TO_FETCH}"
            )
        self.card = card
        self.session = session

    def predict(
        self, strips: Iterable[Strip], plan: PatchPlan, quantification: float
    ) -> Generator[tuple[Batch, NDArray[np.float32]], None, None]:
        """Infer the patches of a plan, as many batches at the same time as the session has lanes.

        Args:
            strips: The lines under each row, over the columns of the plan.
            plan: The plan.
            quantification: Reflectance counts per unit of reflectance.

        Yields:
            In the order of the plan: a batch, and (patches, classes, patch height, patch width) float32,
            probabilities or, if the card blends them, logits.
        """
        underway: deque[tuple[Batch, Future[NDArray[np.float32]]]] = deque()
        pool = ThreadPoolExecutor(self.session.lanes)
        try:
            for batch in self._batches(strips, plan):
                underway.append((batch, pool.submit(self._infer, batch, plan, quantification)))
                if len(underway) > self.session.lanes:  # one more than run, so that no lane waits for the blend
                    done, fields = underway.popleft()
                    yield done, fields.result()
            while underway:
                done, fields = underway.popleft()
                yield done, fields.result()
        finally:
            pool.shutdown(cancel_futures=True)

    def _batches(self, strips: Iterable[Strip], plan: PatchPlan) -> Iterator[Batch]:
        for row, strip in zip(plan.rows, strips):
            waiting = row.lefts
            while waiting:
                size = self.session.batch_size
                lefts, waiting = waiting[:size], waiting[size:]
                yield Batch(row, strip, lefts, ends_row=not waiting)

    def _infer(self, batch: Batch, plan: PatchPlan, quantification: float) -> NDArray[np.float32]:
        patches = np.empty((len(batch.lefts), len(self.card.bands), plan.height, plan.width), np.float32)
        for left, patch in zip(batch.lefts, patches):
            self._normalise(batch.strip, left - plan.columns[0], quantification, patch)
        output = self.session.run(patches)
        return self.activate(output, axis=1) if self.card.blend == "probabilities" else output

    def activate(self, output: NDArray[np.float32], axis: int = 0) -> NDArray[np.float32]:
        """Turn a network's output into probabilities along the class axis, in place."""
        if self.card.activation == "softmax":
            output -= output.max(axis=axis, keepdims=True)
            np.exp(output, out=output)
            output /= output.sum(axis=axis, keepdims=True)
        return output

    def _normalise(self, strip: Strip, left: int, quantification: float, patch: NDArray[np.float32]) -> None:
        """Fill (bands, patch height, patch width) float32; what the scene lacks is mirrored."""
        mean, std = (np.array(values, np.float64)[:, None, None] for values in (self.card.mean, self.card.std))
        counts = strip.counts[:, :, left : left + patch.shape[2]]
        lacking = patch.shape[1] - counts.shape[1], patch.shape[2] - counts.shape[2]
        if any(lacking):
            counts = np.pad(counts, ((0, 0), (0, lacking[0]), (0, lacking[1])), mode="symmetric")
        np.multiply(counts, (1 / (quantification * std)).astype(np.float32), out=patch)
        patch -= (mean / std).astype(np.float32)
