"""Networks of other systems are exported to a card and ONNX files that agree with the original, or not at all."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import ANY

import numpy as np
import pytest

from ...core.cards.card import card_of
from ...core.errors import CloudS2MaskError, ModelDamagedError, NotFiniteError, ProductError
from ...core.networks.importing import import_model
from ...tools.export import ExportError, clouds2mask, omnicloudmask, unetmobv2
from ...tools.export.__main__ import main
from ...tools.export.exporting import export_model
from ...tools.export.system import Model, Network
from ...tools.export.systems import SYSTEMS
from ..core.conftest import tiny_card, tiny_network
from ..refusals import assert_values, refused

ROOT = Path(__file__).resolve().parent.parent.parent
PYTHON = ROOT / "build" / "export-env" / "bin" / "python"
needs_torch = pytest.mark.skipif(not PYTHON.is_file(), reason="PyTorch is absent: `make export-env` sets it up.")

BANDS = ["B02", "B03"]
WEIGHTS = np.array([[0, 0], [20, 0], [0, -30]], np.float32)
BIAS = np.array([0, -5, 2.5], np.float32)


def classify_pixels(inputs: np.ndarray) -> np.ndarray:
    """Compute the logits of `tiny_network` without ONNX."""
    logits: np.ndarray = np.einsum("kb,nbhw->nkhw", WEIGHTS, inputs) + BIAS[:, None, None]
    return logits.astype(np.float32)


@pytest.fixture
def product(make_product) -> Path:
    """A small product of rising brightness."""
    blue = np.linspace(0.02, 0.9, 240 * 240).reshape(240, 240)
    return make_product({"B02": blue, "B03": blue[:, ::-1], "B04": blue.T}, metres=2400)


def model(**changes: Any) -> Model:
    """Return a model whose original and export are the same pixel classifier."""
    card = {name: value for name, value in tiny_card(id="tiny", bands=BANDS).items() if name != "networks"}
    data = tiny_network(WEIGHTS, BIAS)
    network = Network("tiny.onnx", classify_pixels, lambda path: path.write_bytes(data))
    return Model(card, (replace(network, **changes),))


def test_an_export_can_be_imported(tmp_path, monkeypatch, product):
    """The folder contains only a card with hashes and its network, and QGIS imports it."""
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path / "models"))
    lines: list[str] = []
    folder = export_model(model(), tmp_path / "out", product, lines.append)
    assert sorted(path.name for path in folder.iterdir()) == ["tiny.json", "tiny.onnx"]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["tiny"]
    assert len(lines) == 2
    assert lines[0].startswith("tiny.onnx on random: 100.000 % of")
    assert "largest difference" in lines[1]
    assert import_model(folder / "tiny.json").id == "tiny"


@pytest.mark.parametrize(
    ("changes", "values", "cause"),
    [
        ({"infer": lambda inputs: classify_pixels(inputs)[:, ::-1]}, {"limit": 99.9}, None),
        ({"infer": lambda inputs: classify_pixels(inputs)[:, :, :8]}, {"expected": (2, 3, 8, 256)}, None),
        ({"write": lambda path: path.write_bytes(tiny_network(WEIGHTS * np.nan, BIAS))}, {}, NotFiniteError),
        ({"write": lambda path: 1 / 0}, {"reason": "division by zero"}, ZeroDivisionError),
    ],
)
def test_an_export_that_differs_is_removed(tmp_path, product, changes, values, cause):
    """An export that differs from the original in labels, shape, classes or values leaves no files."""
    with refused(ExportError, network="tiny.onnx", **values) as caught:
        export_model(model(**changes), tmp_path / "out", product, print)
    assert type(caught.value.__cause__) is (cause or type(None))
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize(
    ("data", "model_id"),
    [(b"no network", None), (tiny_network(WEIGHTS[:2], BIAS[:2]), "tiny")],
    ids=["file", "classes"],
)
def test_a_network_that_cannot_run_is_removed(tmp_path, product, data, model_id):
    """A damaged file, or one with too few classes for its card, leaves no files."""
    with refused(ExportError, network="tiny.onnx") as caught:
        export_model(model(write=lambda path: path.write_bytes(data)), tmp_path / "out", product, print)
    cause = caught.value.__cause__
    assert isinstance(cause, ModelDamagedError)
    assert_values(cause, model=model_id)
    assert list((tmp_path / "out").iterdir()) == []


def test_an_existing_export_is_kept(tmp_path, product):
    """An existing folder is not overwritten."""
    (tmp_path / "tiny").mkdir()
    with refused(ExportError, path=tmp_path / "tiny"):
        export_model(model(), tmp_path, product, print)


def test_an_unreadable_test_product_is_named(tmp_path):
    """If the product for the test cannot be read, the error names the product."""
    with refused(ExportError, network="tiny.onnx") as caught:
        export_model(model(), tmp_path / "out", tmp_path / "no_product", print)
    cause = caught.value.__cause__
    assert isinstance(cause, ProductError)
    assert str(tmp_path / "no_product") in map(str, cause.values.values())


def test_the_cards_of_all_systems_are_complete():
    """Every system has a valid card with licence and citation; UNetMobV2 is not for commercial use."""
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
    """`--help` describes the files that each system needs."""
    with pytest.raises(SystemExit):
        main(["--help"])
    output = capsys.readouterr().out
    for system in SYSTEMS.values():
        assert f"  {system.name:<16}{system.weights}" in output


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["unetmobv2", "absent.pt"], ["absent.pt"]),
        (["clouds2mask", __file__, "--res", "60"], ["clouds2mask", "60 m", "10 and 20 m", "--res"]),
        (["omnicloudmask", __file__, "--res", "20"], ["omnicloudmask", "--res 20"]),
    ],
)
def test_unsupported_arguments_are_named(capsys, arguments, named):
    """A missing file or an unsupported resolution is reported before any package is loaded."""
    assert main(arguments) == 1
    message = capsys.readouterr().err
    assert [text for text in named if text not in message] == []


def test_where_torch_is_missing_the_remedy_is_named(monkeypatch, capsys):
    """Without the environment of the exporters, the message gives the command that creates it."""
    monkeypatch.setitem(sys.modules, "torch", None)
    assert main(["clouds2mask", __file__, "--res", "20"]) == 1
    assert "`make export-env`" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "given", "resolution"),
    [("v3.44_regnety_006_4C_Dice_1_20m.pkl", None, 20), ("v3.44_10m.pkl", 10, 10), ("mine.pkl", 20, 20)],
)
def test_pixel_size_of_clouds2mask_weights(name, given, resolution):
    """The pixel size comes from the name of the file, otherwise from `--res`."""
    assert clouds2mask.resolution_of(Path(name), given) == resolution


@pytest.mark.parametrize(
    ("name", "given", "values"),
    [
        ("mine.pkl", None, {"found": None}),
        ("mine_60m.pkl", None, {"found": 60, "expected": "10 or 20"}),
        ("mine_20m.pkl", 10, {"found": 20, "expected": 10}),
    ],
)
def test_contradicting_pixel_sizes_are_refused(name, given, values):
    """A file without a pixel size, or with another one than requested, is refused."""
    with refused(ExportError, path=name, **values):
        clouds2mask.resolution_of(Path(name), given)


def in_env(script: str, *arguments: object) -> str:
    """Run a script in the environment with PyTorch and return its output."""
    environment = {"PYTHONPATH": str(ROOT / "build" / "plugins"), "PATH": "/usr/bin:/bin", "PYTHONWARNINGS": "ignore"}
    command = [str(PYTHON), "-c", script, *map(str, arguments)]
    process = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert process.returncode == 0, process.stdout + process.stderr
    return process.stdout


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
def test_a_network_of_torch_is_exported(tmp_path, monkeypatch, product):
    """A network of PyTorch is traced at one size, runs at others, agrees with the original and can be imported."""
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path / "models"))
    fields = {"id": "tiny", "bands": BANDS, "patch_size": 64, "patch_multiple": 2, "patch_overlap": 8}
    card = {name: value for name, value in tiny_card(**fields).items() if name != "networks"}
    lines = in_env(TINY, tmp_path / "out", product, json.dumps(card)).splitlines()
    assert "100.000 %" in lines[0]
    assert "100.000 %" in lines[1]
    assert import_model(Path(lines[-1]) / "tiny.json").bands == ("B02", "B03")


WRONG = """
import json, sys
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
        print(json.dumps({"accepted": names}))
    except ExportError as error:
        print(json.dumps(error.values, default=str))
"""


@needs_torch
def test_weights_of_the_wrong_kind_are_refused_with_the_reason(tmp_path):
    """Truncated files, other systems, other bands and classes, values that are not finite, and pickled code."""
    output = in_env(WRONG, tmp_path)
    assert "a pickle was run" not in output
    refusals = [json.loads(line) for line in output.splitlines()]
    expected: list[dict[str, Any]] = [
        {"path": "truncated.pt", "reason": ANY},
        {"path": "bands.pt", "bands": 5, "expected": "13 (L1C) or 12 (L2A)"},
        {"path": "classes.pt", "classes": 3, "expected": 4},
        {"path": "other.pt", "title": "UNetMobV2 for L1C", "count": ANY, "differences": ANY},
        {"path": "nan.pt", "name": "segmentation_head.0.bias"},
        {"path": "harmful.pt", "reason": ANY},
        {
            "path": "regnety_004.safetensors",
            "title": "OmniCloudMask's U-Net on regnety_004 (version 4)",
            "count": ANY,
            "differences": ANY,
        },
        {"encoders": "regnety_004 and edgenext_small", "count": 0, "encoder": "edgenext_small"},
        {"path": "conv_20m.pkl", "bands": 3, "expected": 13},
        {"path": "dict_20m.pkl", "type": "dict"},
    ]
    for values in expected:
        if "path" in values:
            values["path"] = str(tmp_path / values["path"])
    assert refusals == expected
    assert "missing (encoder" in refusals[3]["differences"]


def test_errors_of_the_engine_are_printed_without_a_traceback(tmp_path, monkeypatch, capsys):
    """An error of the engine about a card or a product is printed as it is, and the exit status is 1."""

    def read(_weights: Any, _resolution: Any) -> list[Model]:
        raise CloudS2MaskError("The product is not one.")

    monkeypatch.setitem(SYSTEMS, "unetmobv2", replace(SYSTEMS["unetmobv2"], read=read))
    assert main(["unetmobv2", __file__, "--out", str(tmp_path)]) == 1
    assert capsys.readouterr().err == "The product is not one.\n"
