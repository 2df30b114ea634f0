"""Class probabilities of patches from strips of reflectance, by one network, several networks or an ensemble."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..cards.card import ModelCard
from ..errors import ModelDamagedError
from ..product.strips import PlannedScene, Strip
from ..raster.disc_mean import Lines
from ..raster.patches import PatchPlan, PatchRow
from .augmentation import AUGMENTATIONS, doubtful
from .blend import Blend
from .recipe import Patches, softmax
from .session import Session


@dataclass(frozen=True)
class Batch:
    """Patches of one row that are inferred together."""

    row: PatchRow
    strip: Strip
    lefts: tuple[int, ...]
    """Their first columns on the grid."""
    ends_row: bool
    """True if these are the last patches of their row."""


def patches_of(batch: Batch, plan: PatchPlan, quantification: float) -> Patches:
    """Cut the pixels of a batch out of its strip, and mirror them beyond the scene's edge."""
    counts, has_data = [], []
    for left in batch.lefts:
        start = left - plan.columns[0]
        columns = slice(start, start + plan.width)
        cut, data = batch.strip.counts[:, :, columns], ~batch.strip.nodata[:, columns]
        missing = [(0, plan.height - data.shape[0]), (0, plan.width - data.shape[1])]
        if any(after for _, after in missing):
            cut, data = np.pad(cut, [(0, 0), *missing], mode="symmetric"), np.pad(data, missing, mode="symmetric")
        counts.append(cut)
        has_data.append(data)
    return Patches(counts, has_data, quantification)


class Predictor:
    """Base of the classes that turn patches into class probabilities; see `Member` and `Ensemble`."""

    def __init__(self, card: ModelCard, sessions: Sequence[Session]) -> None:
        """Keep the card and the sessions.

        Args:
            card: Defines the bands of the input and the classes of the output.
            sessions: Sessions of all networks that are run.
        """
        self.card = card
        self.sessions = tuple(sessions)

    def infer(self, patches: Patches) -> NDArray[np.float32]:
        """Infer patches; may be called by several threads.

        Args:
            patches: Patches with the bands of the card.

        Returns:
            (patches, classes, height, width) float32: probabilities or logits, as the card blends.
        """
        raise NotImplementedError

    def probabilities(self, patches: Patches) -> NDArray[np.float32]:
        """Infer patches, and activate the output if the card blends logits."""
        fields = self.infer(patches)
        return activate(self.card, fields, axis=1) if self.card.blend == "logits" else fields

    @property
    def provider(self) -> str:
        """Names of the execution providers in use."""
        return ", ".join(dict.fromkeys(session.provider for session in self.sessions))

    def take_notices(self) -> list[str]:
        """Return and clear the messages of all sessions for the user."""
        return list(dict.fromkeys(notice for session in self.sessions for notice in session.take_notices()))

    def infer_batch(self, batch: Batch, plan: PatchPlan, quantification: float) -> NDArray[np.float32]:
        """Infer a batch for `predict`."""
        return self.infer(patches_of(batch, plan, quantification))

    def warm_up(self, plan: PatchPlan) -> None:
        """Let GPUs choose their kernels and the size of batches for the patches of a plan."""
        raise NotImplementedError

    def predict(
        self, strips: Iterable[Strip], plan: PatchPlan, quantification: float
    ) -> Generator[tuple[Batch, NDArray[np.float32]], None, None]:
        """Infer the patches of a plan, with one batch at a time for each lane of the sessions.

        Args:
            strips: The lines of each row of patches, over the columns of the plan.
            plan: The plan.
            quantification: Counts per unit of reflectance.

        Yields:
            In the order of the plan: a batch, and (patches, classes, patch height, patch width) float32 probabilities
            or, if the card blends them, logits.
        """
        lanes = min(session.lanes for session in self.sessions)
        running: deque[tuple[Batch, Future[NDArray[np.float32]]]] = deque()
        pool = ThreadPoolExecutor(lanes)
        try:
            for batch in self._batches(strips, plan):
                running.append((batch, pool.submit(self.infer_batch, batch, plan, quantification)))
                if len(running) > lanes:  # one batch more than lanes, so that no lane waits for the blend
                    done, fields = running.popleft()
                    yield done, fields.result()
            while running:
                done, fields = running.popleft()
                yield done, fields.result()
        finally:
            pool.shutdown(cancel_futures=True)

    def lines(
        self, scene: PlannedScene, strips: Iterable[Strip], progress: Callable[[int], None]
    ) -> Generator[Lines, None, None]:
        """Blend the predictions of patches row by row, and yield the lines that no later row reaches.

        Args:
            scene: The scene.
            strips: The strips of its plan.
            progress: Called after each batch with the number of finished patches; may raise to stop.
        """
        plan, height = scene.plan, scene.bands.grid.height
        if not plan.rows:
            return
        left, right = plan.columns
        blend = Blend(len(self.card.classes), (plan.height, plan.width), right - left, plan.overlap)
        next_tops = {row: below.top for row, below in zip(plan.rows, plan.rows[1:])}
        patches = 0
        with closing(self.predict(strips, plan, scene.source.quantification)) as predictions:
            for batch, fields in predictions:
                for patch_left, field in zip(batch.lefts, fields):
                    blend.add(patch_left - left, field)
                patches += len(fields)
                progress(patches)
                if batch.ends_row:
                    row, nodata = batch.row, batch.strip.nodata
                    lines = min(next_tops.get(row, height), plan.bottom(row), height) - row.top
                    field, covered = blend.advance(lines)
                    if self.card.blend == "logits":
                        field = activate(self.card, field)
                    width = nodata.shape[1]
                    yield Lines(row.top, field[:, :, :width], covered[:, :width] & ~nodata[:lines])

    def _batches(self, strips: Iterable[Strip], plan: PatchPlan) -> Iterator[Batch]:
        for row, strip in zip(plan.rows, strips):
            waiting = row.lefts
            while waiting:
                size = min(session.batch_size for session in self.sessions)
                lefts, waiting = waiting[:size], waiting[size:]
                yield Batch(row, strip, lefts, ends_row=not waiting)


_SMALL = 64
"""Edge in pixels of a patch that needs hardly any memory."""


class Member(Predictor):
    """One model, alone or as a member of an ensemble: the networks of one card."""

    def __init__(self, card: ModelCard, sessions: Sequence[Session], tta_max_depth: int = 0) -> None:
        """Combine a card with the sessions of its networks.

        Args:
            card: The card.
            sessions: Sessions of the networks that are used; their outputs are averaged.
            tta_max_depth: Largest number of augmentations of a patch that stays doubtful.

        Raises:
            ModelDamagedError: a network's channels do not match the card.
        """
        super().__init__(card, sessions)
        expected = len(card.bands), len(card.classes)
        for session in sessions:
            channels = session.channels()
            if any(isinstance(have, int) and have != want for have, want in zip(channels, expected)):
                raise ModelDamagedError(
                    "The network of model {model} has {inputs} input and {outputs} output channels, but its card has "
                    "{bands} bands and {classes} classes. {remedy}",
                    model=card.id,
                    inputs=channels[0],
                    outputs=channels[1],
                    bands=expected[0],
                    classes=expected[1],
                    remedy=card.remedy,
                )
        self._augmentations = AUGMENTATIONS[1 : tta_max_depth + 1]

    def warm_up(self, plan: PatchPlan) -> None:
        """See `Predictor`."""
        most = max((len(row.lefts) for row in plan.rows), default=1)
        for session in self.sessions:
            session.warm_up((len(self.card.bands), plan.height, plan.width), most)

    def free_memory(self) -> None:
        """Give memory back after the last patch; see `Session.free_memory`."""
        edge = self.card.patch_multiple * -(-_SMALL // self.card.patch_multiple)
        self.sessions[0].free_memory((len(self.card.bands), edge, edge))

    def infer(self, patches: Patches) -> NDArray[np.float32]:
        """Run the networks, then again on augmented patches while labels are doubtful.

        Doubt is judged by the likeliest class of each pixel; a least probability of shadow comes later.
        """
        mean = self._mean_of_networks(patches)
        active = np.arange(len(patches))
        for done, augmentation in enumerate(self._augmentations, start=1):
            active = active[doubtful(mean[active].argmax(axis=1))]
            if not active.size:
                break
            again = augmentation.undo(self._mean_of_networks(patches.augmented(augmentation, active)))
            mean[active] += (again - mean[active]) / (done + 1)
        return mean

    def _mean_of_networks(self, patches: Patches) -> NDArray[np.float32]:
        """Average the output over the networks, as probabilities or logits."""
        mean = self.sessions[0].run(patches)
        for session in self.sessions[1:]:
            mean += session.run(patches)
        mean /= len(self.sessions)
        return mean


class Ensemble(Predictor):
    """Several models on the same patches, whose probabilities are averaged."""

    def __init__(self, card: ModelCard, members: Sequence[Member]) -> None:
        """Join members.

        Args:
            card: The ensemble's card; see `choice.join_cards`.
            members: One for each member of the card.
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

    def warm_up(self, plan: PatchPlan) -> None:
        """See `Predictor`."""
        for member, _, _ in self._parts:
            member.warm_up(plan)

    def infer(self, patches: Patches) -> NDArray[np.float32]:
        """Average the members' probabilities."""
        fields = (
            _in_order(member.probabilities(patches.of_bands(bands)), classes) for member, bands, classes in self._parts
        )
        mean = next(fields)
        for field in fields:
            mean += field
        mean /= len(self._parts)
        return mean


def _in_order(field: NDArray[np.float32], classes: Sequence[int]) -> NDArray[np.float32]:
    """Put (patches, classes, height, width) into another order of classes; without a copy if it has it."""
    return field if list(classes) == sorted(classes) else field[:, classes]


def activate(card: ModelCard, output: NDArray[np.float32], axis: int = 0) -> NDArray[np.float32]:
    """Turn blended logits of a card's networks into probabilities along the class axis, in place."""
    return softmax(output, axis) if card.activation == "softmax" else output


PIXELS_PER_RUN = 1 << 16
"""Large enough that the overhead of a run is negligible, and small enough for the processor's cache."""


class PixelMember(Member):
    """A model that classifies each pixel on its own; its plan consists of strips, see `plan_strips`."""

    def warm_up(self, plan: PatchPlan) -> None:
        """Do nothing: decision trees run on the CPU on every device."""

    def lines(
        self, scene: PlannedScene, strips: Iterable[Strip], progress: Callable[[int], None]
    ) -> Generator[Lines, None, None]:
        """Yield the predictions of strips as lines; see `Predictor`."""
        with closing(self.predict(strips, scene.plan, scene.source.quantification)) as predictions:
            for number, (batch, fields) in enumerate(predictions, start=1):
                progress(number)
                yield Lines(batch.row.top, fields[0], ~batch.strip.nodata)

    def infer_batch(self, batch: Batch, plan: PatchPlan, quantification: float) -> NDArray[np.float32]:
        """Infer the pixels of a strip that have data, and put their probabilities in the pixels' places.

        Returns:
            (1, classes, lines, columns) float32; 0 for pixels without data. The lines are those of the strip.
        """
        strip = batch.strip
        counts = strip.counts.reshape(len(strip.counts), -1)
        pixels = np.flatnonzero(~strip.nodata)
        field = np.zeros((len(self.card.classes), counts.shape[1]), np.float32)
        for first in range(0, len(pixels), PIXELS_PER_RUN):
            part = pixels[first : first + PIXELS_PER_RUN]
            line = counts.take(part, axis=1)[:, None]
            has_data = np.ones((1, len(part)), np.bool_)
            output = self._mean_of_networks(Patches([line], [has_data], quantification))
            field[:, part] = output[0, :, 0]
        return field.reshape(1, -1, len(strip.nodata), plan.width)
