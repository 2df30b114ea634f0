"""The default networks mask a labelled scene with the expected accuracy, for any patches and batches."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ....core.analysis.confusion import Confusion
from ....core.classes import NODATA
from ..conftest import mask


@pytest.fixture(scope="module")
def masks(cumulus_product, tmp_path_factory):
    """Mask the labelled scene at 20 m with a model and options, once each."""
    made: dict[tuple, np.ndarray] = {}

    def make(model: str, **options) -> np.ndarray:
        key = (model, *sorted(options.items()))
        if key not in made:
            folder: Path = tmp_path_factory.mktemp("masks")
            made[key] = mask(cumulus_product(), folder, model=model, **options)
        return made[key]

    return make


@pytest.mark.parametrize(("model", "at_least"), [("auto", 0.84), ("ukis-6b-l1c", 0.80), ("ukis-4b-l1c", 0.84)])
def test_agreement_with_labels_that_people_drew(masks, labelled_cumulus, model, at_least):
    """On a real scene of cumulus and its shadows, Cohen's kappa of mask and labels reaches a minimum."""
    got = masks(model)
    assert not (got == NODATA).any()
    assert Confusion.of(labelled_cumulus[1], got).kappa >= at_least


@pytest.mark.parametrize("model", ["ukis-6b-l1c", "ukis-4b-l1c"])
@pytest.mark.parametrize(("one", "other"), [(256, 512), (384, 512), (256, 384)])
def test_the_patch_size_hardly_matters(masks, model, one, other):
    """Patches of 256, 384 and 512 px give the same class to 99 % of the pixels."""
    assert (masks(model, patch_size=one) == masks(model, patch_size=other)).mean() >= 0.99


@pytest.mark.parametrize("options", [{"batch_size": 3}, {"processing_threads": 1}, {"processing_threads": 2}])
def test_batches_and_threads_change_no_pixel(masks, options):
    """The mask is the same for any batch size and any number of threads."""
    assert np.array_equal(masks("ukis-6b-l1c", patch_size=256, **options), masks("ukis-6b-l1c", patch_size=256))
