"""KappaMask's exported network gives the results of Keras, and its classes are mapped to mask classes."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import numpy as np
import pytest

from ...core.cards.card import parse_card
from ...core.cards.choice import choose_card
from ...core.inference.session import Session
from ...core.product.product import open_product
from ...core.product.strips import Bands
from ...tools.make_safe import build_product
from ...tools.safe_metadata import PIXEL_SIZES
from ..core.conftest import mask
from ..core.product.test_strips import dense

ROOT = Path(__file__).resolve().parent.parent.parent
PYTHON = ROOT / "build" / "export-env" / "bin" / "python"
EDGE = 480
CODES = np.array([255, 0, 3, 2, 1, 255], np.uint8)
"""Mask values of undefined, clear, shadow, semi-transparent, cloud and missing."""

# fmt: off
BANDS = {
    "L1C": ["B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B10", "B11", "B12"],
    "L2A": ["AOT", "B01", "B02", "B03", "B04", "B05", "B06", "B08", "B8A", "B09", "B11", "B12", "WVP"],
}
LARGEST_DN = {
    "L1C": [13762, 21364, 17301, 19529, 16056, 16908, 17432, 23855, 16974, 10813, 3604, 13304, 13631],
    "L2A": [256, 18569, 18288, 17488, 16767, 16448, 16120, 15848, 15864, 16614, 14629, 15417, 4953],
}
# fmt: on

pytestmark = pytest.mark.skipif(not PYTHON.is_file(), reason="Keras is absent: `make export-env` sets it up.")

# A network with few filters and its outputs. The last two features point to the sector of one of the six classes.
SMALL = """
import sys
import h5py, numpy as np
from cloud_s2_mask.tools.export.kappamask import infer, unet

weights, inputs, outputs, keras_2 = sys.argv[1:]
network = unet(filters=4)
rng = np.random.default_rng(11)
network.set_weights([rng.normal(0, 0.4 if w.ndim > 1 else 0.1, w.shape).astype(np.float32) for w in network.weights])
angles = np.linspace(0, np.pi / 2, 6)
network.layers[-1].set_weights([np.stack([np.cos(angles), np.sin(angles)])[None, None], np.zeros(6)])
if keras_2 == "yes":
    with h5py.File(weights, "w") as file:
        file.attrs["layer_names"] = [layer.name.encode() for layer in network.layers]
        file.attrs["backend"], file.attrs["keras_version"] = b"tensorflow", b"2.4.0"
        for layer in network.layers:
            group = file.create_group(layer.name)
            parts = dict(zip(("kernel:0", "bias:0"), layer.get_weights()))
            names = {f"{layer.name}/{name}": values for name, values in parts.items()}
            group.attrs["weight_names"] = [name.encode() for name in names]
            for name, values in names.items():
                group[name] = values
else:
    network.save_weights(weights)
arrays = np.load(inputs)
np.savez(outputs, **{name: infer(network, arrays[name]) for name in arrays})
"""


# Files that are not networks of KappaMask, and the values of their errors.
REFUSED = """
import json, sys
from pathlib import Path
import h5py, numpy as np
from cloud_s2_mask.tools.export import ExportError
from cloud_s2_mask.tools.export.kappamask import level_of, load, unet

folder = Path(sys.argv[1])
network = unet(filters=2)
assert unet().count_params() == 31_038_612, "not the published network"
network.save_weights(folder / "l1c.weights.h5")
(folder / "l1c_truncated.weights.h5").write_bytes((folder / "l1c.weights.h5").read_bytes()[:5000])
(folder / "l1c_text.hdf5").write_text("no weights")
network.set_weights([weights * np.nan for weights in network.get_weights()])
network.save_weights(folder / "l1c_nan.weights.h5")
for name, kernel in (("l1c_14_bands", (3, 3, 14, 32)), ("l1c_deeplab", (3, 3, 13, 32))):
    with h5py.File(folder / f"{name}.hdf5", "w") as file:
        file.attrs["layer_names"] = [b"conv2d"]
        group = file.create_group("conv2d")
        group.attrs["weight_names"] = [b"kernel:0"]
        group["kernel:0"] = np.zeros(kernel)
BAD = "l1c_truncated.weights.h5 l1c_text.hdf5 l1c_nan.weights.h5 l1c_14_bands.hdf5 l1c_deeplab.hdf5"
for name in BAD.split():
    try:
        load(folder / name)
        print(json.dumps({"accepted": name}))
    except ExportError as error:
        print(json.dumps(error.values, default=str))
for name in ("unet.hdf5", "l1c_or_l2a.hdf5"):
    try:
        level_of(folder / name)
        print(json.dumps({"accepted": name}))
    except ExportError as error:
        print(json.dumps(error.values, default=str))
"""


def in_env(*command: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the environment with Keras."""
    environment = {"PYTHONPATH": str(ROOT / "build" / "plugins"), "KERAS_BACKEND": "torch", "PATH": "/usr/bin:/bin"}
    return subprocess.run([str(PYTHON), *command], capture_output=True, text=True, env=environment, check=False)


def export(weights: Path, out: Path, scene: Path) -> subprocess.CompletedProcess[str]:
    """Run the export command, which compares the network on a product."""
    command = "-m", "cloud_s2_mask.tools.export", "kappamask", str(weights), "--out", str(out), "--check", str(scene)
    return in_env(*command)


def product(folder: Path, level: str, bands: list[str]) -> Path:
    """Write 480 x 480 pixels of 10 m with land, cloud and haze, at the native size of each band."""
    rng = np.random.default_rng(5)
    dn = {}
    for band in bands:
        edge = EDGE * 10 // PIXEL_SIZES[band]
        top = {"AOT": 250, "WVP": 4000}.get(band, 9000)
        rough = np.kron(rng.uniform(0, top, (8, 8)), np.ones((edge // 8, edge // 8)))
        dn[band] = (rough + rng.uniform(1, top / 4, rough.shape) + 1000 * (top == 9000)).astype(np.uint16)
    return build_product(folder, dn, level=level, baseline="05.10")


def normalised(scene: Path, level: str, bands: list[str]) -> np.ndarray:
    """Return (1, bands, lines, columns): DN without offset, divided by the largest DN of each band in training."""
    opened = Bands(open_product(scene), bands, 10)
    counts, nodata = dense(opened, EDGE)
    assert not nodata.any()
    return (counts / np.array(LARGEST_DN[level])[:, None, None]).astype(np.float32)[None]


@pytest.mark.parametrize(("level", "name"), [("L1C", "l1c_small.hdf5"), ("L2A", "l2a_small.weights.h5")])
def test_the_exported_network_masks_as_keras_does(tmp_path, monkeypatch, level, name):
    """I export weights of either level, of Keras 2 or 3, and a product gets the same classes as in Keras."""
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path / "models"))
    weights, out = tmp_path / name, tmp_path / "models" / "imported"
    bands = BANDS[level]
    scene = product(tmp_path, level, bands)
    inputs = {"random": np.random.default_rng(1).uniform(-0.2, 1.5, (2, 13, 64, 96)).astype(np.float32)}
    inputs["scene"] = normalised(scene, level, bands)
    np.savez(tmp_path / "inputs.npz", **inputs)
    files = [str(tmp_path / file) for file in ("inputs.npz", "outputs.npz")]
    made = in_env("-c", SMALL, str(weights), *files, "yes" if name.endswith(".hdf5") else "no")
    assert made.returncode == 0, made.stderr
    process = export(weights, out, scene)
    assert process.returncode == 0, process.stdout + process.stderr

    card = parse_card(out / f"kappamask-{level.lower()}" / f"kappamask-{level.lower()}.json")
    assert (card.levels, card.resolution, card.bands) == ((level,), (10, 10), tuple(bands))
    outputs = np.load(tmp_path / "outputs.npz")
    session = Session(out / card.id / card.networks[0].file, "cpu")
    assert np.abs(session.run(inputs["random"]) - outputs["random"]).max() < 1e-4
    assert set(outputs["scene"].argmax(axis=1).ravel()) == set(range(6))

    assert choose_card(level, 10, card.id).id == card.id
    (tmp_path / "out").mkdir()
    got = mask(scene, tmp_path / "out", processing_res=10, model=card.id, patch_size=EDGE)
    want = CODES[outputs["scene"][0].argmax(axis=0)]
    assert got.shape == want.shape
    assert (got == want).mean() > 0.999


def test_other_weights_are_refused_with_the_reason(tmp_path):
    """Damaged files and weights of other networks or without a level are errors that name the file and the reason."""
    process = in_env("-c", REFUSED, str(tmp_path))
    assert process.returncode == 0, process.stderr
    refusals = [json.loads(line) for line in process.stdout.splitlines()]
    with_reason = {"path", "reason"}
    assert [(Path(values["path"]).name, set(values)) for values in refusals] == [
        ("l1c_truncated.weights.h5", with_reason),
        ("l1c_text.hdf5", with_reason),
        ("l1c_nan.weights.h5", {"path"}),
        ("l1c_14_bands.hdf5", with_reason),
        ("l1c_deeplab.hdf5", with_reason),
        ("unet.hdf5", {"path"}),
        ("l1c_or_l2a.hdf5", {"path"}),
    ]
    assert refusals[3]["reason"] == "no layer for 13 bands"
