"""Samples for testing exported networks: random numbers, and patches of a real product."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import numpy as np

from ...core.cards.card import ModelCard
from ...core.inference.predict import Batch, Patches
from ...core.product.product import open_product
from ...core.product.strips import Bands
from ...core.raster.patches import PatchRule, plan_patches
from ..export import ExportError

_QUANTIFICATION = 10_000.0
_RANDOM_SIZES = ((5, 8), (9, 3), (8, 8))
"""Height and width of random patches in multiples of the card; all differ from the traced size."""
_REAL_PATCHES = 16
"""Largest number of patches from a product."""


@dataclass(frozen=True)
class Samples:
    """A named set of patches; patches of a batch have one size."""

    name: str
    patches: tuple[Patches, ...]


def random_samples(card: ModelCard) -> Samples:
    """Draw random patches in batches of two; a part of the pixels has no data."""
    rng = np.random.default_rng(0)
    unit = max(card.patch_multiple, 16 + -16 % card.patch_multiple)
    # Distributed like the training data of the card.
    mean, std = (np.array(values)[:, None, None] for values in (card.mean or [0.2], card.std or [0.1]))
    patches = []
    for height, width in _RANDOM_SIZES:
        shape = height * unit, width * unit
        has_data = [np.ones(shape, np.bool_), rng.random(shape) < 0.7]
        drawn = [rng.normal(mean, std, (len(card.bands), *shape)) for _ in has_data]
        counts = [
            (np.clip(one, 0, 1.5) * _QUANTIFICATION).astype(np.int16) * used for one, used in zip(drawn, has_data)
        ]
        patches.append(Patches(counts, has_data, _QUANTIFICATION))
    return Samples("random", tuple(patches))


def product_samples(card: ModelCard, product: Path) -> Samples:
    """Cut patches spread over a product, at the finest resolution of the card.

    A band that the product lacks is replaced by its first band, so that all pixels are real.

    Raises:
        CloudS2MaskError: The product cannot be read.
        ExportError: The product has no data.
    """
    source = open_product(product)
    first = next(iter(source.bands))
    bands = Bands(source, [band if band in source.bands else first for band in card.bands], card.resolution[0])
    rule = PatchRule(card.patch_size, card.patch_overlap, card.patch_multiple)
    plan = plan_patches(bands.data_cells(2), bands.grid.shape, rule)

    if not plan.rows:
        raise ExportError(
            "{path} has no data to test the network on. Choose another product with --check.", path=product
        )
    interval = -(-plan.count // _REAL_PATCHES)
    numbers, patches = count(), []
    for row, strip in zip(plan.rows, bands.strips(plan, threads=2)):
        for left in row.lefts:
            if next(numbers) % interval == 0:
                one = Patches.under(Batch(row, strip, (left,), ends_row=False), plan, source.quantification)
                patches.append(
                    replace(one, counts=[counts.copy() for counts in one.counts])
                )  # so that the strip is freed
    return Samples(source.acquisition.name, tuple(patches))
