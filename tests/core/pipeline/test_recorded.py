"""Masks of a small product equal those of other systems' packages, as `make parity` recorded them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ....core.cards.card import built_in_cards
from ....core.classes import CLEAR, SHADOW, THICK_CLOUD
from ....core.product import bands as spectral
from ....tools.labelled_scene import DATA
from ....tools.parity.packaged import UKIS_MODELS, labelled_counts, ukis_places
from ....tools.parity.small import OVERLAP, PATCH, count_classes, small_network, write_small_product
from ..conftest import mask, tiny_network

RECORDED = Path(__file__).parent / "recorded"
FOUR = ["clear", "thick_cloud", "thin_cloud", "shadow"]
BANDS = list(spectral.BANDS)
DN_SCALE = 32767 / 10000
"""CloudS2Mask divides DN by 32767, cards by 10000."""


@pytest.fixture(scope="module")
def product(tmp_path_factory) -> Path:
    """The small product."""
    return write_small_product(tmp_path_factory.mktemp("small"))


def recorded_of(system: str) -> dict[str, Any]:
    """Read the recorded counts of a system."""
    found: dict[str, Any] = json.loads((RECORDED / f"{system}.json").read_text(encoding="utf-8"))
    return found


def difference(found: np.ndarray, recorded: Any, values: Sequence[int] = range(4)) -> float:
    """Compute the share of pixels that differ in the counts of classes per block."""
    counts = count_classes(found)
    assert (counts.sum(axis=(0, 1))[list(values)] > 0.02 * found.size).all(), "every class occurs"
    return float(np.abs(counts - np.array(recorded)).sum() / 2 / found.size)


@pytest.mark.parametrize(
    ("name", "options"),
    [("plain", {}), ("ensembling and augmentation", {"model_ensembling": True, "tta_max_depth": 3})],
)
def test_clouds2mask(product, tiny_model, out, name, options):
    """Placement, normalisation, blending, ensembling and augmentation are the same for 99.9 % of pixels."""
    recorded = recorded_of("clouds2mask")
    model = tiny_model.networks(
        [tiny_network(*small_network(len(BANDS), number, 3.0)) for number in (1, 2)],
        bands=BANDS,
        levels=["L1C"],
        classes=FOUR,
        mean=[value * DN_SCALE for value in recorded["mean"]],
        std=[value * DN_SCALE for value in recorded["std"]],
        ensemble="optional",
        patch_size=PATCH,
        patch_overlap=OVERLAP,
    )
    # All bands have pixels of 20 m, also those of 10 m, so this is a reduced product.
    found = mask(product, out, processing_res=10, model=model, patch_placement="upstream", **options)
    assert difference(found, recorded[name]) < 0.001
    assert difference(found, recorded[{"plain": "ensembling and augmentation"}.get(name, "plain")]) > 0.01


def test_omnicloudmask(product, tiny_model, out):
    """Each patch is standardised on its own, and the logits of two networks are averaged."""
    model = tiny_model.networks(
        [tiny_network(*small_network(3, number, 3.0)) for number in (1, 2)],
        bands=["B04", "B03", "B8A"],
        classes=FOUR,
        normalisation="patch",
        mean=[],
        std=[],
        blend="logits",
        patch_size=PATCH,
        patch_overlap=OVERLAP,
    )
    found = mask(product, out, processing_res=10, model=model, patch_placement="grid")
    assert difference(found, recorded_of("omnicloudmask")["plain"]) < 0.001


def test_unetmobv2(product, tiny_model, out):
    """Reflectance is not normalised, and there is one patch."""
    network = tiny_network(*small_network(len(BANDS), 1, 30.0))
    model = tiny_model.networks(
        [network], bands=BANDS, levels=["L1C"], classes=FOUR, patch_size=384, patch_overlap=OVERLAP
    )
    found = mask(product, out, processing_res=10, model=model)
    assert difference(found, recorded_of("unetmobv2")["plain"]) < 0.001


def test_kappamask(product, tiny_model, out):
    """DN are divided by the largest DN of each band, and six classes become those of masks, or nodata."""
    card = built_in_cards()["kappamask-unet-l1c"]
    model = tiny_model.networks(
        [tiny_network(*small_network(len(card.bands), 1, 30.0, len(card.classes)))],
        bands=list(card.bands),
        levels=["L1C"],
        classes=list(card.classes),
        mean=list(card.mean),
        std=list(card.std),
        patch_size=384,
        patch_overlap=OVERLAP,
    )
    found = mask(product, out, processing_res=10, model=model)
    assert difference(found, recorded_of("kappamask")["plain"]) < 0.001


@pytest.mark.skipif(not DATA.exists(), reason=f"The labelled scene is not in {DATA}.")
@pytest.mark.parametrize("model", UKIS_MODELS)
def test_ukis_csmask(tmp_path, model):
    """The package's own networks, with its patches on a real image, give the same labels for 99 % of pixels."""
    found = ukis_places(labelled_counts(UKIS_MODELS[model]), model, tmp_path)
    assert difference(found, recorded_of("ukis-csmask")[model], (CLEAR, THICK_CLOUD, SHADOW)) < 0.01
