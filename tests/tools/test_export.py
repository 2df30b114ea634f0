"""Networks of other systems become a card and ONNX files that agree with the original, or nothing at all."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ...core.cards.card import card_of
from ...core.errors import CloudS2MaskError
from ...core.networks.importing import import_model
from ...tools.export import ExportError, clouds2mask, omnicloudmask, unetmobv2
from ...tools.export.__main__ import main
from ...tools.export.exporting import export_model
from ...tools.export.system import Model, Network
from ...tools.export.systems import SYSTEMS
from ..core.conftest import tiny_card, tiny_network

ROOT = Path(__file__).resolve().parent.parent.parent
PYTHON = ROOT / "build" / "export-env" / "bin" / "python"
needs_torch = pytest.mark.skipif(not PYTHON.is_file(), reason="PyTorch is absent: `make export-env` sets it up.")

BANDS = ["B02", "B03"]
WEIGHTS = np.array([[0, 0], [20, 0], [0, -30]], np.float32)
BIAS = np.array([0, -5, 2.5], np.float32)


def pixel_answer(inputs: np.ndarray) -> np.ndarray:
    """What `tiny_network` computes, without ONNX."""
    answer: np.ndarray = np.einsum("kb,nbhw->nkhw", WEIGHTS, inputs) + BIAS[:, None, None]
    return answer.astype(np.float32)


@pytest.fixture
def product(make_product) -> Path:
    """A small product of rising brightness."""
    blue = np.linspace(0.02, 0.9, 240 * 240).reshape(240, 240)
    return make_product({"B02": blue, "B03": blue[:, ::-1], "B04": blue.T}, metres=2400)


def model(**changes: Any) -> Model:
    """A system's model whose original and export are the same pixel classifier."""
    card = {name: value for name, value in tiny_card(id="tiny", bands=BANDS).items() if name != "networks"}
    data = tiny_network(WEIGHTS, BIAS)
    network = Network("tiny.onnx", pixel_answer, lambda path: path.write_bytes(data))
    return Model(card, (replace(network, **changes),))


def test_what_is_exported_can_be_imported(tmp_path, monkeypatch, product):
    """The folder holds a card with hashes and its network, nothing else, and QGIS takes it."""
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path / "models"))
    said: list[str] = []
    folder = export_model(model(), tmp_path / "out", product, said.append)
    assert sorted(path.name for path in folder.iterdir()) == ["tiny.json", "tiny.onnx"]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["tiny"]
    assert len(said) == 2
    assert said[0].startswith("tiny.onnx on random: 100.000 % of")
    assert "largest difference" in said[1]
    assert import_model(folder / "tiny.json").id == "tiny"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"answer": lambda inputs: pixel_answer(inputs)[:, ::-1]}, "fewer than 99.9 % of labels are equal"),
        ({"answer": lambda inputs: pixel_answer(inputs)[:, :, :8]}, "answers with"),
        ({"write": lambda path: path.write_bytes(b"no network")}, "could not be tried"),
        ({"write": lambda path: path.write_bytes(tiny_network(WEIGHTS[:2], BIAS[:2]))}, "could not be tried"),
        ({"write": lambda path: path.write_bytes(tiny_network(WEIGHTS * np.nan, BIAS))}, "numbers that are not finite"),
        ({"write": lambda path: 1 / 0}, "could not be written as ONNX"),
    ],
)
def test_what_does_not_agree_is_not_kept(tmp_path, product, changes, message):
    """An export that differs from the original in labels, shape, classes or numbers leaves nothing behind."""
    with pytest.raises(ExportError, match=message):
        export_model(model(**changes), tmp_path / "out", product, print)
    assert list((tmp_path / "out").iterdir()) == []


def test_an_export_of_before_is_left_alone(tmp_path, product):
    """A folder that is there already is not written over."""
    (tmp_path / "tiny").mkdir()
    with pytest.raises(ExportError, match="exists already"):
        export_model(model(), tmp_path, product, print)


def test_a_product_that_cannot_be_read_is_named(tmp_path):
    """The product that an export is tried on is an error of its own, if it is none."""
    with pytest.raises(ExportError, match=r"could not be tried: .*no_product"):
        export_model(model(), tmp_path / "out", tmp_path / "no_product", print)


def test_the_cards_are_cards():
    """What systems say of themselves fills a card, with licence and citation; UNetMobV2's is not for commerce."""
    networks = [{"file": "a.onnx", "sha256": "0" * 64}]
    mean, std = [0.1] * 13, [0.2] * 13
    fields = [
        clouds2mask.card(20, ["v3.44", "v3.45"], mean, std),
        omnicloudmask.CARD,
        *(unetmobv2.card(level, "UNetMobV2_V2") for level in ("L1C", "L2A")),
    ]
    cards = {card.id: card for card in (card_of({**one, "networks": networks}, "it") for one in fields)}
    assert list(cards) == ["clouds2mask-20m", "omnicloudmask", "unetmobv2-l1c", "unetmobv2-l2a"]
    assert {card.classes for card in cards.values()} == {("clear", "thick_cloud", "thin_cloud", "shadow")}
    assert cards["clouds2mask-20m"].ensemble == "optional"
    assert list(cards["clouds2mask-20m"].resolution) == [20, 20]
    assert [cards["omnicloudmask"].normalisation, cards["omnicloudmask"].blend] == ["patch", "logits"]
    assert "not for commercial use" in cards["unetmobv2-l1c"].licence
    assert len(cards["unetmobv2-l1c"].bands) == 13
    assert "B10" not in cards["unetmobv2-l2a"].bands


def test_the_command_lists_the_systems_and_their_weights(capsys):
    """`--help` says which files each system takes."""
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    for system in SYSTEMS.values():
        assert f"  {system.name:<16}{system.weights}" in told


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["unetmobv2", "absent.pt"], "absent.pt is no file"),
        (
            ["clouds2mask", __file__, "--res", "60"],
            "--res 60 cannot be honoured: clouds2mask has weights for 10 and 20 m",
        ),
        (["omnicloudmask", __file__, "--res", "20"], "the same weights for all pixel sizes"),
    ],
)
def test_arguments_that_cannot_be_honoured(capsys, arguments, message):
    """A file that is not there and a resolution that a system does not know are named, before anything is loaded."""
    assert main(arguments) == 1
    assert message in capsys.readouterr().err


def test_where_torch_is_missing_the_remedy_is_named(monkeypatch, capsys):
    """Without the environment of the exporters, the message says how to make it."""
    monkeypatch.setitem(sys.modules, "torch", None)
    assert main(["clouds2mask", __file__, "--res", "20"]) == 1
    assert "`make export-env`" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "given", "resolution"),
    [("v3.44_regnety_006_4C_Dice_1_20m.pkl", None, 20), ("v3.44_10m.pkl", 10, 10), ("mine.pkl", 20, 20)],
)
def test_pixel_size_of_clouds2mask_weights(name, given, resolution):
    """The name of a file says for which pixels it is, or else `--res` does."""
    assert clouds2mask.resolution_of(Path(name), given) == resolution


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("mine.pkl", None, "Say with --res"),
        ("mine_60m.pkl", None, "for pixels of 60 m, not of 10 or 20 m"),
        ("mine_20m.pkl", 10, "for pixels of 20 m, not of 10 m"),
    ],
)
def test_pixel_sizes_that_contradict(name, given, message):
    """A file without a pixel size, or of another one than asked for, is refused."""
    with pytest.raises(ExportError, match=message):
        clouds2mask.resolution_of(Path(name), given)


def in_env(script: str, *arguments: object) -> str:
    """Run a script where PyTorch is; returns what it prints."""
    environment = {"PYTHONPATH": str(ROOT / "build" / "plugins"), "PATH": "/usr/bin:/bin", "PYTHONWARNINGS": "ignore"}
    command = [str(PYTHON), "-c", script, *map(str, arguments)]
    told = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    return told.stdout


TINY = """
import json, sys
from pathlib import Path
import torch
from cloud_s2_mask.tools.export.exporting import export_model
from cloud_s2_mask.tools.export.system import Model
from cloud_s2_mask.tools.export.torch_network import network_of

torch.manual_seed(0)
from torch import nn

down, up = nn.Conv2d(2, 8, 3, 2, 1), nn.Upsample(scale_factor=2)
module = nn.Sequential(down, nn.ReLU(), up, nn.Conv2d(8, 3, 3, padding=1))
out, product, card = sys.argv[1:]
model = Model(json.loads(card), (network_of(module, "tiny.onnx", 2),))
print(export_model(model, Path(out), Path(product), print))
"""


@needs_torch
def test_a_network_of_torch_goes_through(tmp_path, monkeypatch, product):
    """A network of PyTorch is traced at one size, runs at others, agrees, and can be imported."""
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path / "models"))
    fields = {"id": "tiny", "bands": BANDS, "patch_size": 64, "patch_multiple": 2, "patch_overlap": 8}
    card = {name: value for name, value in tiny_card(**fields).items() if name != "networks"}
    told = in_env(TINY, tmp_path / "out", product, json.dumps(card)).splitlines()
    assert "100.000 %" in told[0]
    assert "100.000 %" in told[1]
    assert import_model(Path(told[-1]) / "tiny.json").bands == ("B02", "B03")


WRONG = """
import sys
from pathlib import Path
import segmentation_models_pytorch as smp
import torch
from safetensors.torch import save_file
from cloud_s2_mask.tools.export import ExportError
from cloud_s2_mask.tools.export.systems import SYSTEMS

folder = Path(sys.argv[1])

def unet(encoder="mobilenet_v2", bands=13, classes=4):
    return smp.Unet(encoder, encoder_weights=None, in_channels=bands, classes=classes).state_dict()

class Harmful:
    def __reduce__(self):
        return print, ("a pickle was run",)

right = unet()
torch.save(right, folder / "right.pt")
(folder / "truncated.pt").write_bytes((folder / "right.pt").read_bytes()[:100_000])
torch.save(unet(bands=5), folder / "bands.pt")
torch.save(unet(classes=3), folder / "classes.pt")
torch.save(unet("resnet18"), folder / "other.pt")
torch.save({**right, "segmentation_head.0.bias": torch.full((4,), torch.nan)}, folder / "nan.pt")
torch.save(Harmful(), folder / "harmful.pt")
save_file({"a": torch.zeros(1)}, folder / "regnety_004.safetensors")
(folder / "edgenext_small.safetensors").write_bytes(b"cut short")
torch.save(torch.nn.Conv2d(3, 4, 1), folder / "conv_20m.pkl")
torch.save({"a": 1}, folder / "dict_20m.pkl")
CASES = [("unetmobv2", [f"{name}.pt"]) for name in "truncated bands classes other nan harmful".split()]
CASES += [("omnicloudmask", ["regnety_004.safetensors", "edgenext_small.safetensors"])]
CASES += [("omnicloudmask", ["regnety_004.safetensors"])]
CASES += [("clouds2mask", ["conv_20m.pkl"]), ("clouds2mask", ["dict_20m.pkl"])]
for system, names in CASES:
    try:
        SYSTEMS[system].read([folder / name for name in names], None)
        print("taken", names)
    except ExportError as error:
        print(error)
"""


@needs_torch
def test_weights_of_the_wrong_kind_are_refused_with_the_reason(tmp_path):
    """Truncated files, other systems' weights, other bands and classes, numbers that are none, and pickles of code."""
    told = in_env(WRONG, tmp_path).splitlines()
    wanted = [
        "truncated.pt cannot be read as a file of weights",
        "bands.pt takes 5 bands, UNetMobV2 13 (L1C) or 12 (L2A)",
        "classes.pt tells 3 classes apart, UNetMobV2 4",
        "other.pt does not hold the weights of UNetMobV2 for L1C",
        "nan.pt holds weights that are not finite numbers, in segmentation_head.0.bias",
        "harmful.pt cannot be read as a file of weights",
        "regnety_004.safetensors does not hold the weights of OmniCloudMask's U-Net on regnety_004",
        "of edgenext_small, 0 files were given",
        "conv_20m.pkl takes 3 bands, CloudS2Mask's networks 13",
        "dict_20m.pkl holds dict, but a whole network is expected",
    ]
    assert len(told) == len(wanted), told
    for line, message in zip(told, wanted):
        assert message in line
    assert "missing (encoder" in told[3]
    assert "a pickle was run" not in "".join(told)


def test_errors_of_the_engine_are_told_without_a_trace(tmp_path, monkeypatch, capsys):
    """What the engine says of a card or a product is the message, and the exit status is 1."""

    def read(_weights: Any, _resolution: Any) -> list[Model]:
        raise CloudS2MaskError("The product is not one.")

    monkeypatch.setitem(SYSTEMS, "unetmobv2", replace(SYSTEMS["unetmobv2"], read=read))
    assert main(["unetmobv2", __file__, "--out", str(tmp_path)]) == 1
    assert capsys.readouterr().err == "The product is not one.\n"
