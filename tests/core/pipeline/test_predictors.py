"""Networks load while a scene is prepared, and only for scenes that are masked."""

from __future__ import annotations

from pathlib import Path

import pytest

from ....core import create_settings
from ....core.areas.area import AreaOfInterest
from ....core.cards.card import load_cards
from ....core.cards.choice import join_cards
from ....core.errors import CloudS2MaskError
from ....core.pipeline.predictors import Predictors
from ....core.pipeline.scene import prepare_scene
from ....core.product.product import open_product
from ....core.workers import Workers
from ..conftest import one_error

BANDS = ["B02", "B03", "B04", "B08"]


@pytest.fixture
def model(tiny_model) -> str:
    """A model that returns thick cloud for each pixel."""
    return str(tiny_model([[0] * 4] * 3, [0, 1, 0], bands=BANDS))


@pytest.fixture
def scene(make_product) -> Path:
    """A small product."""
    return make_product(dict.fromkeys(BANDS, 0.2), metres=1000)


@pytest.mark.parametrize("joint", [False, True])
def test_networks_that_failed_to_load_are_tried_again(model, tiny_model, scene, out, tmp_path, joint):
    """A scene whose networks were missing fails; once they are there, the next one is masked, by both of a pair."""
    second = str(tiny_model([[0] * 4] * 3, [0, 1, 0], bands=BANDS, id="second"))
    cards = load_cards()
    card = join_cards([cards[model], cards[second]]) if joint else cards[model]
    settings = create_settings([scene], out, processing_res=10, model=card.id, quiet=True)
    ready = prepare_scene(open_product(scene), card, settings, Workers(2))
    files = list((tmp_path / "models").glob("*.onnx"))
    own = [path for path in files if not path.is_symlink()]
    networks = {path: path.read_bytes() for path in own}
    predictors = Predictors(settings)
    for path in networks:
        path.unlink()
    predictors.expect(card)
    with pytest.raises(CloudS2MaskError):
        predictors.of(ready)
    for path, network in networks.items():
        path.write_bytes(network)
    predictors.expect(card)
    assert predictors.of(ready).provider
    predictors.close()


def test_a_scene_beside_the_area_loads_no_network(model, scene, out, monkeypatch):
    """A product outside the area is refused before any network is loaded."""
    loaded = []
    monkeypatch.setattr(Predictors, "_load", lambda _self, card: loaded.append(card.id))
    area = AreaOfInterest.box(0, 0, 1000, 1000, "EPSG:32633")
    one_error(scene, out, model=model, area=area)
    assert loaded == []
