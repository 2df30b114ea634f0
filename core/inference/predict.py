"""Strips of reflectance in, class probabilities of patches out: one network, several, or several models."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..cards.card import ModelCard
from ..errors import ModelDamagedError
from ..product.strips import Strip
from ..raster.patches import PatchPlan, PatchRow
from .augmentation import AUGMENTATIONS, doubtful
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


@dataclass(frozen=True)
class Patches:
    """What lies under a batch of patches; what the scene lacks is mirrored."""

    counts: Sequence[NDArray[np.int16]]
    """Of each patch (bands, height, width): reflectance x quantification value."""
    valid: Sequence[NDArray[np.bool_]]
    """Of each patch (height, width): False where a pixel holds no data."""
    quantification: float
    """Counts per unit of reflectance."""

    @classmethod
    def under(cls, batch: Batch, plan: PatchPlan, quantification: float) -> Patches:
        """Cut them from the strip of a batch."""
        counts, valid = [], []
        for left in batch.lefts:
            start = left - plan.columns[0]
            columns = slice(start, start + plan.width)
            cut, used = batch.strip.counts[:, :, columns], ~batch.strip.nodata[:, columns]
            lacking = [(0, plan.height - used.shape[0]), (0, plan.width - used.shape[1])]
            if any(after for _, after in lacking):
                cut, used = np.pad(cut, [(0, 0), *lacking], mode="symmetric"), np.pad(used, lacking, mode="symmetric")
            counts.append(cut)
            valid.append(used)
        return cls(counts, valid, quantification)

    def of_bands(self, numbers: Sequence[int]) -> Patches:
        """The same patches with some of their bands."""
        return Patches([counts[list(numbers)] for counts in self.counts], self.valid, self.quantification)


class Predictor:
    """What turns patches into class probabilities; see `Member` and `Ensemble`."""

    def __init__(self, card: ModelCard, sessions: Sequence[Session]) -> None:
        """Keep what all predictors have.

        Args:
            card: Says which bands come in and which classes come out.
            sessions: Of all networks that are run.
        """
        self.card = card
        self.sessions = tuple(sessions)

    def infer(self, patches: Patches) -> NDArray[np.float32]:
        """The classes of patches; may be called by several threads.

        Args:
            patches: With the bands of the card.

        Returns:
            (patches, classes, height, width) float32: what the card blends, probabilities or logits.
        """
        raise NotImplementedError

    def probabilities(self, patches: Patches) -> NDArray[np.float32]:
        """The same as `infer`, activated if the card blends logits."""
        fields = self.infer(patches)
        return activate(self.card, fields, axis=1) if self.card.blend == "logits" else fields

    @property
    def provider(self) -> str:
        """Names of the execution providers in use."""
        return ", ".join(dict.fromkeys(session.provider for session in self.sessions))

    def take_notices(self) -> list[str]:
        """What a user should know of since this was last asked."""
        return list(dict.fromkeys(notice for session in self.sessions for notice in session.take_notices()))

    def infer_batch(self, batch: Batch, plan: PatchPlan, quantification: float) -> NDArray[np.float32]:
        """What `predict` yields of a batch."""
        return self.infer(Patches.under(batch, plan, quantification))

    def warm_up(self, height: int, width: int) -> None:
        """Have GPUs choose their kernels for patches of this size in pixels."""
        raise NotImplementedError

    def predict(
        self, strips: Iterable[Strip], plan: PatchPlan, quantification: float
    ) -> Generator[tuple[Batch, NDArray[np.float32]], None, None]:
        """Infer the patches of a plan, as many batches at the same time as the sessions have lanes.

        Args:
            strips: The lines under each row, over the columns of the plan.
            plan: The plan.
            quantification: Reflectance counts per unit of reflectance.

        Yields:
            In the order of the plan: a batch, and (patches, classes, patch height, patch width) float32,
            probabilities or, if the card blends them, logits.
        """
        lanes = min(session.lanes for session in self.sessions)
        underway: deque[tuple[Batch, Future[NDArray[np.float32]]]] = deque()
        pool = ThreadPoolExecutor(lanes)
        try:
            for batch in self._batches(strips, plan):
                underway.append((batch, pool.submit(self.infer_batch, batch, plan, quantification)))
                if len(underway) > lanes:  # one more than run, so that no lane waits for the blend
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
                size = min(session.batch_size for session in self.sessions)
                lefts, waiting = waiting[:size], waiting[size:]
                yield Batch(row, strip, lefts, ends_row=not waiting)


class Member(Predictor):
    """The networks of one card."""

    def __init__(self, card: ModelCard, sessions: Sequence[Session], tta_max_depth: int = 0) -> None:
        """Pair a card with the sessions of its networks.

        Args:
            card: The card.
            sessions: Of the networks that are used; their answers are averaged.
            tta_max_depth: How many augmentations a patch is given at most that stays doubtful.

        Raises:
            ModelDamagedError: if a network's channels are not those of the card.
        """
        super().__init__(card, sessions)
        wanted = len(card.bands), len(card.classes)
        for session in sessions:
            given = session.channels()
            if any(isinstance(have, int) and have != want for have, want in zip(given, wanted)):
                raise ModelDamagedError(
                    "The network of model {id} has {given} input and {given_2} output channels, its card "
                    "{wanted} bands and {wanted_2} classes. {remedy}",
                    id=card.id,
                    given=given[0],
                    given_2=given[1],
                    wanted=wanted[0],
                    wanted_2=wanted[1],
                    remedy=card.remedy,
                )
        self._augmentations = AUGMENTATIONS[1 : tta_max_depth + 1]

    def warm_up(self, height: int, width: int) -> None:
        """See `Predictor`."""
        for session in self.sessions:
            session.warm_up((len(self.card.bands), height, width))

    def infer(self, patches: Patches) -> NDArray[np.float32]:
        """Normalise the patches, run the networks, and once more on augmented patches where labels are doubtful."""
        inputs = self._normalised(patches)
        mean = self._mean_of_networks(inputs)
        active = np.arange(len(inputs))
        for done, augmentation in enumerate(self._augmentations, start=1):
            active = active[doubtful(mean[active].argmax(axis=1))]
            if not active.size:
                break
            again = augmentation.undo(self._mean_of_networks(augmentation.apply(inputs[active])))
            mean[active] += (again - mean[active]) / (done + 1)
        return mean

    def _mean_of_networks(self, inputs: NDArray[np.float32]) -> NDArray[np.float32]:
        """What the card blends, as the mean over its networks."""
        mean = self._output(self.sessions[0], inputs)
        for session in self.sessions[1:]:
            mean += self._output(session, inputs)
        mean /= len(self.sessions)
        return mean

    def _output(self, session: Session, inputs: NDArray[np.float32]) -> NDArray[np.float32]:
        output = session.run(inputs)
        return activate(self.card, output, axis=1) if self.card.blend == "probabilities" else output

    def _normalised(self, patches: Patches) -> NDArray[np.float32]:
        """(patches, bands, height, width) float32 as the networks take it."""
        card = self.card
        inputs = np.empty((len(patches.counts), *patches.counts[0].shape), np.float32)
        if card.normalisation == "patch":
            for counts, valid, patch in zip(patches.counts, patches.valid, inputs):
                _standardise(counts, valid, patch)
            return inputs
        mean, std = (np.array(values, np.float64)[:, None, None] for values in (card.mean, card.std))
        for counts, patch in zip(patches.counts, inputs):
            np.multiply(counts, (1 / (patches.quantification * std)).astype(np.float32), out=patch)
        inputs -= (mean / std).astype(np.float32)
        return inputs


class Ensemble(Predictor):
    """Several models on the same patches: the mean of their probabilities."""

    def __init__(self, card: ModelCard, members: Sequence[Member]) -> None:
        """Join members.

        Args:
            card: The joined card, see `model_choice.join_cards`.
            members: One for each of its members.
        """
        super().__init__(card, [session for member in members for session in member.sessions])
        self._parts = [
            (
                member,
                [card.bands.index(band) for band in member.card.bands],
                [member.card.classes.index(key) for key in card.classes],
            )
            for member in members
        ]

    def warm_up(self, height: int, width: int) -> None:
        """See `Predictor`."""
        for member, _, _ in self._parts:
            member.warm_up(height, width)

    def infer(self, patches: Patches) -> NDArray[np.float32]:
        """The mean of the members' probabilities."""
        fields = [member.probabilities(patches.of_bands(bands))[:, classes] for member, bands, classes in self._parts]
        mean: NDArray[np.float32] = np.mean(fields, axis=0, dtype=np.float32)
        return mean


def activate(card: ModelCard, output: NDArray[np.float32], axis: int = 0) -> NDArray[np.float32]:
    """Turn the output of a card's networks into probabilities along the class axis, in place."""
    if card.activation == "softmax":
        output -= output.max(axis=axis, keepdims=True)
        np.exp(output, out=output)
        output /= output.sum(axis=axis, keepdims=True)
    return output


def _standardise(counts: NDArray[np.int16], valid: NDArray[np.bool_], patch: NDArray[np.float32]) -> None:
    """Fill (bands, height, width): each band has mean 0 and deviation 1 over its valid pixels, others are 0.

    A band is not valid where it is 0, as OmniCloudMask has it: a single such pixel would count as very dark.
    """
    empty = ~valid | (counts == 0)
    inside = np.maximum(1, (~empty).sum(axis=(1, 2), keepdims=True))
    patch[:] = counts
    np.copyto(patch, 0, where=empty)
    patch -= (patch.sum(axis=(1, 2), keepdims=True, dtype=np.float64) / inside).astype(np.float32)
    np.copyto(patch, 0, where=empty)
    deviation = np.sqrt(np.square(patch, dtype=np.float64).sum(axis=(1, 2), keepdims=True) / inside)
    patch /= np.where(deviation > 0, deviation, 1.0).astype(np.float32)


PIXELS_PER_RUN = 1 << 16
"""Enough that a run costs nothing beside its pixels, and few enough that they stay in the processor's cache."""


class PixelMember(Member):
    """The networks of a card whose context is a pixel; its plan is of strips, see `plan_strips`."""

    def warm_up(self, height: int, width: int) -> None:
        """Do nothing: decision trees run on the CPU, on whatever device a session is."""

    def infer_batch(self, batch: Batch, plan: PatchPlan, quantification: float) -> NDArray[np.float32]:
        """Gather the valid pixels of a strip, infer them, and put their probabilities back where they were.

        Returns:
            (1, classes, lines, columns) float32; 0 where there is no data. The lines are those of the strip.
        """
        strip = batch.strip
        counts = strip.counts.reshape(len(strip.counts), -1)
        pixels = np.flatnonzero(~strip.nodata)
        field = np.zeros((len(self.card.classes), counts.shape[1]), np.float32)
        for first in range(0, len(pixels), PIXELS_PER_RUN):
            part = pixels[first : first + PIXELS_PER_RUN]
            taken = counts.take(part, axis=1)[:, None]
            valid = np.ones((1, len(part)), np.bool_)
            output = self._mean_of_networks(self._normalised(Patches([taken], [valid], quantification)))
            field[:, part] = output[0, :, 0]
        return field.reshape(1, -1, len(strip.nodata), plan.width)
