"""A model that judges each pixel alone: only valid pixels are inferred, each once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .patches import PatchPlan
from .predict import Batch, Member, Patches

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
