"""What exported networks are tried on: random numbers, and the patches of a real product."""

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
"""Height and width of random patches, in multiples of the card: no size is the one that was traced."""
_REAL_PATCHES = 16
"""At most so many are taken of a product."""


@dataclass(frozen=True)
class Ground:
    """Patches under a name, of one size each time."""

    name: str
    patches: tuple[Patches, ...]


def random_ground(card: ModelCard) -> Ground:
    """Numbers without any order, two patches at a time, a part of them without data."""
    rng = np.random.default_rng(0)
    unit = max(card.patch_multiple, 16 + -16 % card.patch_multiple)
    # As far from each other as what the card was made for.
    mean, std = (np.array(values)[:, None, None] for values in (card.mean or [0.2], card.std or [0.1]))
    patches = []
    for height, width in _RANDOM_SIZES:
        shape = height * unit, width * unit
        valid = [np.ones(shape, np.bool_), rng.random(shape) < 0.7]
        drawn = [rng.normal(mean, std, (len(card.bands), *shape)) for _ in valid]
        counts = [(np.clip(one, 0, 1.5) * _QUANTIFICATION).astype(np.int16) * used for one, used in zip(drawn, valid)]
        patches.append(Patches(counts, valid, _QUANTIFICATION))
    return Ground("random", tuple(patches))


def real_ground(card: ModelCard, product: Path) -> Ground:
    """Patches spread over a product, at the finest resolution of the card.

    A band that the product lacks is given the pixels of its first one: real ones, if of another colour.

    Raises:
        CloudS2MaskError: the product cannot be read.
        ExportError: it holds no data.
    """
    source = open_product(product)
    first = next(iter(source.bands))
    bands = Bands(source, [band if band in source.bands else first for band in card.bands], card.resolution[0])
    rule = PatchRule(card.patch_size, card.patch_overlap, card.patch_multiple)
    plan = plan_patches(bands.data_cells(), bands.grid.shape, rule)

    if not plan.rows:
        raise ExportError(f"{product} holds no data to try the network on. Name another product with --check.")
    every = -(-plan.count // _REAL_PATCHES)
    numbers, patches = count(), []
    for row, strip in zip(plan.rows, bands.strips(plan, threads=2)):
        for left in row.lefts:
            if next(numbers) % every == 0:
                one = Patches.under(Batch(row, strip, (left,), ends_row=False), plan, source.quantification)
                patches.append(replace(one, counts=[counts.copy() for counts in one.counts]))  # the strip may go
    return Ground(source.acquisition.name, tuple(patches))
