"""KappaMask's files of weights, as Keras writes them, become models that read products as km_predict does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ....core.cards.card import load_cards
from ....core.errors import ModelError
from ....core.graphs.template import load_template
from ....core.inference.loading import Network
from ....core.inference.recipe import Patches
from ....core.inference.session import Session
from ....core.networks.published import store_weights
from ....core.product.product import open_product
from ....core.product.strips import Bands
from ....tools.keras_files import write_keras_2
from ....tools.make_safe import build_product
from ....tools.parity.small import small_network
from ....tools.safe_metadata import PIXEL_SIZES
from ....tools.templates.seeded import seeded_weights
from ...refusals import refused
from ..conftest import mask, tiny_network
from ..product.test_strips import dense

EDGE = 480
CODES = np.array([255, 0, 3, 2, 1, 255], np.uint8)
"""Mask values of undefined, clear, shadow, semi-transparent, cloud and missing."""
# fmt: off
LARGEST_DN = {
    "kappamask-l1c": {
        "B01": 13533, "B02": 23007, "B03": 21807, "B04": 23753, "B05": 19364, "B06": 19374, "B07": 19073, "B08": 24850,
        "B8A": 18679, "B09": 12092, "B10": 5237, "B11": 16244, "B12": 16271,
    },
    "kappamask-l2a": {
        "AOT": 702, "B01": 21333, "B02": 19808, "B03": 18495, "B04": 17632, "B05": 18062, "B06": 16852, "B07": 16760,
        "B08": 16576, "B8A": 16678, "B09": 17416, "B11": 15608, "B12": 15741, "WVP": 9198,
    },
}
"""DN that km_predict 2.4 scales to 1 for DeepLabv3+, in the order of its bands."""
# fmt: on


def product(folder: Path, level: str, bands: list[str]) -> Path:
    """Write 480 x 480 pixels of 10 m with land, cloud and haze, at the native size of each band."""
    rng = np.random.default_rng(5)
    dn = {}
    for band in bands:
        edge = EDGE * 10 // PIXEL_SIZES[band]
        top = {"AOT": 600, "WVP": 4000}.get(band, 9000)
        rough = np.kron(rng.uniform(0, top, (8, 8)), np.ones((edge // 8, edge // 8)))
        dn[band] = (rough + rng.uniform(1, top / 4, rough.shape) + 1000 * (top == 9000)).astype(np.uint16)
    return build_product(folder, dn, level=level, baseline="05.10")


@pytest.mark.parametrize("model", LARGEST_DN)
def test_a_product_is_masked_as_km_predict_scales_it(tmp_path, tiny_model, out, model):
    """DN without their offset are divided by the largest of training, and six classes become those of masks."""
    card, bands = load_cards()[model], list(LARGEST_DN[model])
    assert card.bands == tuple(bands)
    network = tiny_network(*small_network(len(bands), 1, 30.0, len(card.classes)))
    name = tiny_model.networks(
        [network],
        bands=bands,
        levels=list(card.levels),
        classes=list(card.classes),
        mean=list(card.mean),
        std=list(card.std),
        patch_size=EDGE,
    )
    scene = product(tmp_path, card.levels[0], bands)
    counts, nodata = dense(Bands(open_product(scene), bands, 10), EDGE)
    assert not nodata.any()
    scaled = counts / np.array(list(LARGEST_DN[model].values()))[:, None, None]
    (tmp_path / "tiny.onnx").write_bytes(network)
    session = Session(Network(tmp_path / "tiny.onnx"), "cpu")
    labels = session.run(Patches.whole(scaled.astype(np.float32)[None]))[0].argmax(axis=0)
    assert np.bincount(labels.ravel(), minlength=6).min() > 0.02 * labels.size
    found = mask(scene, out, processing_res=10, model=name)
    assert (found == CODES[labels]).mean() > 0.999


@pytest.mark.usefixtures("store")
def test_the_name_tells_the_level_of_a_unet(tmp_path):
    """The networks of L1C and L2A have the same tensors; the published name says which one it is."""
    pytest.importorskip("h5py", reason="h5py, which writes the file, is absent.")
    template = load_template("kappamask-unet")
    seeded = seeded_weights(template).tensors
    path = write_keras_2(tmp_path / "l2a_unet.hdf5", {name: seeded[name] for name in template.tensors})
    assert store_weights(path)[0].id == "kappamask-unet-l2a"
    with refused(
        ModelError, path=tmp_path / "weights.hdf5", remedy="Rename the file to l1c_unet.hdf5 or l2a_unet.hdf5."
    ):
        store_weights(path.rename(tmp_path / "weights.hdf5"))
    with refused(ModelError, path=tmp_path / "weights.hdf5", remedy="Choose l1c_deeplabv3plus.hdf5."):
        store_weights(tmp_path / "weights.hdf5", card=load_cards()["kappamask-l1c"])
