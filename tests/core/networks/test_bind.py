"""`make bind`: a card and its networks from published weights, completely or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ....core.cards.card import built_in_cards, imported_dir, load_cards
from ....core.errors import ModelError, OutputError
from ....core.graphs.template import load_template
from ....core.networks.bind import bind_weights, main
from ....core.networks.importing import import_model
from ....core.networks.store import state_of
from ....tools.package import ROOT
from ....tools.templates.seeded import seeded_input
from ....tools.torch_files import write_safetensors
from ...refusals import refused
from ..conversion.test_lightgbm import infer
from ..published import OMNICLOUDMASK, WEIGHTS, graph, published_card, seeded_file
from .test_published import WIDE, wide

pytestmark = pytest.mark.usefixtures("store")

PAIR = {"v1_first.safetensors": ["tiny"], "v2_second.safetensors": ["wide"]}


@pytest.fixture
def files(tmp_path) -> list[Path]:
    """Weights of two networks."""
    return [
        write_safetensors(tmp_path / "a.safetensors", WEIGHTS),
        write_safetensors(tmp_path / "b.safetensors", WIDE),
    ]


@pytest.fixture
def pair(publish) -> Any:
    """Install the card of a model with two networks, some fields replaced."""

    def install(**fields: Any) -> None:
        publish([graph("tiny"), wide()], [published_card("pair", PAIR, version="v1 v2", summary="Fast.", **fields)])

    return install


def test_a_card_and_its_networks_are_written(pair, files, out, capsys):
    """The paths of the card, which can be imported, and of its networks are printed, one a line."""
    pair()
    assert main([*map(str, reversed(files)), "--out", str(out)]) == 0
    assert capsys.readouterr() == (f"{out / 'pair.json'}\n{out / 'pair-1.onnx'}\n{out / 'pair-2.onnx'}\n", "")
    assert sorted(path.name for path in out.iterdir()) == ["pair-1.onnx", "pair-2.onnx", "pair.json"]
    fields = json.loads((out / "pair.json").read_text(encoding="utf-8"))
    assert fields["networks"] == [
        {"file": name, "sha256": hashlib.sha256((out / name).read_bytes()).hexdigest()}
        for name in ("pair-1.onnx", "pair-2.onnx")
    ]
    assert not {"publication", "summary"} & set(fields)
    card = import_model(out / "pair.json")
    assert card == load_cards()["pair"]
    assert (card.folder, card.version, state_of(card).name) == (imported_dir() / "pair", "v1 v2", "ready")


@pytest.mark.parametrize("own", [False, True])
def test_weights_that_are_not_the_published_ones_are_called_own(publish, files, out, own):
    """Title and version, which lists and masks show, tell a model with my own weights from that of the authors."""
    fields = published_card("pair", PAIR, version="v1")
    for network, path in zip(fields["networks"], files):
        network["weights"]["sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
    if own:
        fields["networks"][1]["weights"]["sha256"] = "0" * 64
    publish([graph("tiny"), wide()], [fields])
    bind_weights(files, out)
    card = import_model(out / "pair.json")
    assert (card.title, card.version) == (("pair, own weights", "v1, own weights") if own else ("pair", "v1"))


def test_the_same_weights_give_the_same_files(pair, files, out, tmp_path):
    """Networks can be compared between computers by their hashes."""
    pair()
    first = {path.name: path.read_bytes() for path in bind_weights(files, out)}
    assert {path.name: path.read_bytes() for path in bind_weights(files, tmp_path / "again")} == first


def test_a_model_whose_networks_are_always_used_needs_all(pair, files, tmp_path, capsys):
    """The refusal names the missing file on one line, and no folder is left behind."""
    pair()
    with refused(ModelError, model="pair", files="v2_second.safetensors"):
        bind_weights(files[:1], tmp_path / "new")
    assert not (tmp_path / "new").exists()
    assert main([str(files[0]), "--out", str(tmp_path / "new")]) == 1
    printed, refusal = capsys.readouterr()
    assert (printed, refusal.count("\n"), "v2_second.safetensors" in refusal) == ("", 1, True)


def test_one_network_of_an_optional_ensemble_is_enough(pair, files, out):
    """The card then has this network alone, and its version."""
    pair(ensemble="optional")
    assert bind_weights(files[1:], out) == [out / "pair.json", out / "pair-2.onnx"]
    card = import_model(out / "pair.json")
    assert ([network.file for network in card.networks], card.version) == (["pair-2.onnx"], "v2")
    assert state_of(card).name == "ready"


def test_files_of_several_models_give_a_card_each(publish, files, out):
    """Each model has its card; the networks are in the order of the files."""
    cards = [published_card("one", {"one.pt": ["tiny"]}), published_card("two", {"two.pt": ["wide"]})]
    publish([graph("tiny"), wide()], cards)
    written = ["one.json", "one-1.onnx", "two.json", "two-1.onnx"]
    assert [path.name for path in bind_weights(files, out)] == written
    assert sorted(path.name for path in out.iterdir()) == sorted(written)


def test_refused_weights_leave_the_folder_as_it_was(pair, files, out):
    """The model that I built before stays, with nothing half-written beside it."""
    pair()
    bind_weights(files, out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    large = write_safetensors(files[0], {**WEIGHTS, "head.weight": np.full((3, 2, 1, 1), 3e38, np.float32)})
    with refused(ModelError, network=large):
        bind_weights(files, out)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_two_files_of_one_network_are_refused(pair, files, out):
    """One of the two would be lost; the error names both."""
    pair()
    again = write_safetensors(files[0].with_name("c.safetensors"), WEIGHTS)
    with refused(ModelError, path=again, other=files[0], model="pair"):
        bind_weights([*files, again], out)
    assert list(out.iterdir()) == []


def test_a_renamed_file_is_given_its_model(publish, files, out, capsys):
    """If the name of a file does not tell the model, an option does; an unknown model is refused with those known."""
    cards = [published_card(f"unet-{level}", {f"{level}_unet.h5": ["tiny"]}) for level in ("l1c", "l2a")]
    publish([graph("tiny")], cards)
    arguments = [str(files[0]), "--out", str(out)]
    assert main(arguments) == 1
    assert "l1c_unet.h5 or l2a_unet.h5" in capsys.readouterr().err
    assert main([*arguments, "--model", "unet"]) == 1
    assert "unet-l1c, unet-l2a" in capsys.readouterr().err
    assert main([*arguments, "--model", "unet-l2a"]) == 0
    assert capsys.readouterr().out == f"{out / 'unet-l2a.json'}\n{out / 'unet-l2a-1.onnx'}\n"


def test_a_folder_that_cannot_be_made_is_named(pair, files, tmp_path):
    """A file in the place of the folder is an error."""
    pair()
    (tmp_path / "taken").touch()
    with refused(OutputError, folder=tmp_path / "taken"):
        bind_weights(files, tmp_path / "taken")


@pytest.mark.parametrize("name", OMNICLOUDMASK)
def test_a_published_file_is_as_large_as_the_template_says(name, tmp_path):
    """A file with the names and shapes of the template has the published size, to the byte."""
    (size,) = [
        network.weights.size
        for network in built_in_cards()["omnicloudmask"].networks
        if network.weights and network.weights.graphs == (name,)
    ]
    assert seeded_file(tmp_path / "weights.safetensors", name).stat().st_size == size


def test_the_command_builds_omnicloudmask(tmp_path):
    """Weights in the published form of both networks become a model that can be imported and run."""
    files = [seeded_file(tmp_path / f"{name}.safetensors", name) for name in OMNICLOUDMASK]
    out = tmp_path / "bound"
    command = [sys.executable, "-m", "cloud_s2_mask.core.networks.bind", *map(str, files), "--out", str(out)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "build" / "plugins")}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    card_path, *networks = map(Path, done.stdout.splitlines())
    assert [path.name for path in networks] == [f"{name}.onnx" for name in OMNICLOUDMASK]
    card = import_model(card_path)
    assert (card.id, card.bands, state_of(card).name) == ("omnicloudmask", ("B04", "B03", "B8A"), "ready")
    for name, path in zip(OMNICLOUDMASK, networks):
        output = infer(path, seeded_input(load_template(name), (64, 96)))
        assert output.shape == (1, 4, 64, 96)
        assert len(np.unique(output.argmax(axis=1))) > 1
