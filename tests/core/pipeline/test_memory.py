"""A scene is never completely in memory: twice the height only needs twice the mask."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from ....core.cards.choice import choose_card
from ....core.inference.loading import Network
from ....core.inference.predict import Member, PixelMember
from ....core.inference.recipe import Recipe
from ....core.inference.schedule import Lanes
from ....core.inference.session import Session
from ....core.networks.store import locate
from ....core.pipeline.scene import mask_scene, prepare_scene
from ....core.product.product import open_product
from ....core.settings import create_settings
from ....core.workers import Workers

WIDTH = 480
BANDS = ["B02", "B03", "B04", "B08"]


@pytest.mark.parametrize(
    ("resolution", "limits", "placement"),
    [(10, [10, 60], "offset"), (20, [10, 60], "offset"), (17, [10, 60], "grid"), (10, [20, 40], "offset")],
)
def test_memory_grows_by_the_mask_alone(make_product, tiny_model, tmp_path, resolution, limits, placement):
    """A scene that is twice as high needs more memory only for its mask, with one byte per pixel."""
    model = tiny_model(np.zeros((3, 4)), [0, 1, 0], bands=BANDS, resolution=limits, patch_size=128)
    peaks, masks = [], []
    for height in (4096, 8192):
        values = dict.fromkeys(BANDS, np.full((height, WIDTH), 0.2))
        scene = make_product(values, folder=tmp_path / str(height), block={10: 128})
        peak, mask = _peak(scene, model, resolution, placement)
        peaks.append(peak)
        masks.append(mask.nbytes)
        assert (mask == 1).all()
    assert masks[1] - masks[0] >= 0.98 * masks[0]
    assert peaks[1] - peaks[0] <= 1.15 * (masks[1] - masks[0]) + 100_000


def test_memory_grows_by_the_mask_alone_for_single_pixels(make_product, tiny_model, tmp_path):
    """The same is true for a model that classifies single pixels and averages probabilities over a disc."""
    fields = {"classes": ["clear", "thick_cloud"], "activation": "none", "context": "pixel"}
    decision = {"threshold": 0.4, "average_px": 5, "dilate_px": 2}
    model = tiny_model(np.zeros((2, 4)), [0, 1], bands=BANDS, decision=decision, **fields)
    peaks, masks = [], []
    for height in (4096, 8192):
        values = dict.fromkeys(BANDS, np.full((height, WIDTH), 0.2))
        peak, mask = _peak(make_product(values, folder=tmp_path / str(height), block={10: 128}), model, 10, "offset")
        peaks.append(peak)
        masks.append(mask.nbytes)
        assert (mask == 1).all()
    assert peaks[1] - peaks[0] <= 1.15 * (masks[1] - masks[0]) + 100_000


def _peak(scene: Path, model: str, resolution: int, placement: str) -> tuple[int, np.ndarray]:
    """Mask a scene, and return the peak memory of Python and NumPy in bytes, and the mask."""
    settings = create_settings([scene], scene.parent, processing_res=resolution, model=model, patch_placement=placement)
    card = choose_card("L1C", resolution, model)
    kind = PixelMember if card.context == "pixel" else Member
    member = kind(card, [Session(Network(locate(card)[0], recipe=Recipe.of(card)), "cpu", Lanes(1, 1))])
    tracemalloc.start()
    try:
        ready = prepare_scene(open_product(scene), card, settings, Workers(2))
        strips = ready.bands.strips(ready.plan, Workers(2))
        mask = mask_scene(ready, strips, member, lambda _patches: None)
        return tracemalloc.get_traced_memory()[1], mask
    finally:
        tracemalloc.stop()
