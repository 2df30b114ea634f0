"""The networks of a published model are fetched: those that are missing, from the authors, a mirror or a folder."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ....core.cards.card import ModelCard, imported_dir, load_cards, models_dir
from ....core.errors import (
    CancelledError,
    ConnectionLostError,
    ConsentError,
    DownloadError,
    ModelDamagedError,
    ModelError,
    SettingError,
)
from ....core.fetching.model import Progress, fetch_model, mirrored
from ....core.fetching.refusals import start_of
from ....core.hosts import attempts
from ....core.networks.network_files import downloads_dir, unfinished_downloads
from ....core.networks.published import download_bytes, missing_networks, record_of
from ....core.networks.store import remove_networks, state_of
from ....core.runtime.package import import_runtime
from ....tools.hub import Hub, open_hub
from ....tools.torch_files import write_safetensors
from ...refusals import refused
from ..conftest import tiny_card, tiny_network
from ..published import WEIGHTS, graph, published_card

NAMES = ("tiny_one.safetensors", "tiny_two.safetensors")
RESOLVED = "/authors/model/resolve/c9a4fb88/"
PLAIN = "/weights/2022-09-13/"


@pytest.fixture
def hub(tmp_path) -> Iterator[Hub]:
    """A hub that serves the two files of weights of a model; the second has twice the numbers of the first."""
    folder = tmp_path / "files"
    folder.mkdir()
    for factor, name in enumerate(NAMES, start=1):
        write_safetensors(folder / name, {key: values * np.float32(factor) for key, values in WEIGHTS.items()})
    with open_hub({name: (folder / name).read_bytes() for name in NAMES}) as opened:
        yield opened


@pytest.fixture
def publish_at(publish, hub, tmp_path, monkeypatch) -> Callable[..., ModelCard]:
    """Publish the model `tiny`, whose files are at an address, with sizes and hashes if wanted."""
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path / "models"))
    monkeypatch.setattr(attempts, "_pause", lambda *_given: None)

    def install(address: str = hub.address + RESOLVED, *, hashes: bool = True, **publication: Any) -> ModelCard:
        card = published_card("tiny", {name: ["tiny"] for name in NAMES})
        for network in card["networks"]:
            data = hub.files[network["weights"]["file"]]
            if hashes:
                network["weights"].update(size=len(data), sha256=hashlib.sha256(data).hexdigest())
        card["publication"] |= ({"address": address} if address else {}) | publication
        publish([graph("tiny")], [card])
        return load_cards()["tiny"]

    return install


def answer(network: Path) -> list[float]:
    """The logits of a pixel of ones."""
    session = import_runtime().InferenceSession(str(network))
    return list(session.run(None, {session.get_inputs()[0].name: np.ones((1, 2, 1, 1), np.float32)})[0].ravel())


def test_a_model_is_fetched_and_ready(publish_at, hub):
    """Both files are downloaded, built into networks and removed."""
    card = publish_at()
    assert fetch_model(card) == card
    state = state_of(card)
    assert state.is_ready
    assert [answer(path) for path in state.files] == [[0, 15, -27.5], [0, 30, -55]]
    assert not downloads_dir().exists()
    assert hub.sent == sum(map(len, hub.files.values()))
    for network in card.networks:
        record = record_of(card, network)
        assert record is not None
        assert network.weights is not None
        assert record["weights_sha256"] == network.weights.sha256


def test_progress_counts_files_and_bytes(publish_at, hub):
    """Each file is downloaded, then built; the share of the whole grows to 1."""
    seen: list[Progress] = []
    fetch_model(publish_at(), progress=seen.append)
    size = len(hub.files[NAMES[0]])
    assert [(one.phase, one.number) for one in seen] == [("download", 1), ("build", 1), ("download", 2), ("build", 2)]
    assert seen[0] == Progress(NAMES[0], size, size, "download", 1, 2)
    shares = [one.share for one in seen]
    assert shares == [0.5, 0.5, 1, 1]
    assert Progress("a", 1, 4, "download").share == 0.25
    assert Progress("a", 1, None, "download", 2, 2).share == 0.5


def test_a_model_that_is_ready_is_not_fetched(publish_at, hub):
    """No host is asked, nothing is built."""
    card = publish_at()
    fetch_model(card)
    seen: list[Progress] = []
    asked = len(hub.asked)
    assert download_bytes(missing_networks(card)) == 0
    assert fetch_model(card, progress=seen.append) == card
    assert (len(hub.asked), seen) == (asked, [])


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(b"damaged")], ids=["missing", "damaged"])
def test_only_the_networks_that_are_not_ready_are_fetched(publish_at, hub, spoil):
    """One of two networks was lost."""
    card = publish_at()
    fetch_model(card)
    spoil(state_of(card).files[1])
    assert download_bytes(missing_networks(card)) == len(hub.files[NAMES[1]])
    hub.asked.clear()
    fetch_model(card)
    assert {Path(one.path).name for one in hub.asked} == {NAMES[1]}
    assert state_of(card).is_ready


def test_a_licence_is_accepted_first(publish_at, hub):
    """The sentence names licence and page; no host is asked before."""
    card = publish_at(consent=True)
    with refused(ConsentError, model="tiny", licence="Apache-2.0", page="https://huggingface.co/authors/model"):
        fetch_model(card)
    assert hub.asked == []
    fetch_model(card, accept_licence=True)
    assert state_of(card).is_ready


def test_a_model_that_is_downloaded_by_hand_names_its_page(publish_at, hub, tmp_path):
    """There is no address to download from; a folder with the files works."""
    card = publish_at("")
    with refused(DownloadError, page="https://huggingface.co/authors/model", files=", ".join(NAMES)):
        fetch_model(card)
    fetch_model(card, folder=tmp_path / "files")
    assert state_of(card).is_ready


def test_files_are_taken_from_a_folder_without_a_host(publish_at, hub, tmp_path):
    """On a computer without internet, I bring the files; they stay where they are."""
    card = publish_at()
    fetch_model(card, folder=tmp_path / "files")
    assert state_of(card).is_ready
    assert hub.asked == []
    assert sorted(path.name for path in (tmp_path / "files").iterdir()) == sorted(NAMES)


def test_files_that_a_folder_lacks_are_named(publish_at, hub, tmp_path):
    """Nothing is built if one is missing, and no host is asked for it."""
    card = publish_at()
    (tmp_path / "files" / NAMES[1]).unlink()
    with refused(DownloadError, folder=tmp_path / "files", files=NAMES[1]):
        fetch_model(card, folder=tmp_path / "files")
    assert state_of(card).name == "missing"
    assert hub.asked == []


def test_a_folder_that_does_not_exist_is_named(publish_at, tmp_path):
    """A mistyped folder is not said to lack files."""
    card = publish_at()
    with refused(DownloadError, folder=tmp_path / "typo"):
        fetch_model(card, folder=tmp_path / "typo")


def test_another_file_in_a_folder_is_refused(publish_at, hub, tmp_path):
    """Its hash is not the published one; my file is not touched."""
    card = publish_at()
    path = tmp_path / "files" / NAMES[0]
    path.write_bytes(b"another file")
    found = hashlib.sha256(b"another file").hexdigest()
    expected = hashlib.sha256(hub.files[NAMES[0]]).hexdigest()
    with refused(DownloadError, path=path, found=start_of(found), expected=start_of(expected)):
        fetch_model(card, folder=tmp_path / "files")
    assert path.read_bytes() == b"another file"


@pytest.mark.parametrize("suffix", ["", "/", "/hugging/face/"])
def test_a_mirror_replaces_the_host(publish_at, hub, suffix):
    """The authors' host is not asked, and the path stays the same below the mirror's."""
    card = publish_at("https://hub.invalid" + RESOLVED)
    fetch_model(card, mirror=hub.address + suffix)
    assert state_of(card).is_ready
    assert hub.asked[0].path == suffix.rstrip("/") + RESOLVED + NAMES[0]


@pytest.mark.parametrize(
    "mirror",
    [
        *("mirror.example", "ftp://mirror.example", "https://", "https://a.example/?x=1", "https://[abc"),
        *("https://a.example:port", "https://a.example/#x"),
    ],
)
def test_a_mirror_that_is_no_address_is_refused(publish_at, hub, mirror):
    """The sentence names it."""
    with refused(SettingError, mirror=mirror):
        fetch_model(publish_at(), mirror=mirror)
    assert hub.asked == []


@pytest.mark.parametrize("mirror", ["https://user:secret@a.example/x", "https://user@a.example/x"])
def test_a_mirror_with_a_login_is_refused(publish_at, hub, mirror):
    """A password would be written beside the download, and into messages; QGIS and .netrc keep it."""
    with refused(SettingError, mirror="a.example/x") as caught:
        fetch_model(publish_at(), mirror=mirror)
    assert "secret" not in str(caught.value)
    assert (hub.asked, downloads_dir().exists()) == ([], False)


def test_no_mirror_leaves_the_address():
    """The authors' host is asked."""
    assert mirrored("https://a.example/x/y", "") == "https://a.example/x/y"


def test_a_file_of_unknown_hash_is_taken_and_remembered(publish_at, hub):
    """The authors publish no hash: that of the first download is recorded."""
    card = publish_at(hub.address + PLAIN, hashes=False)
    assert download_bytes(missing_networks(card)) is None
    fetch_model(card)
    record = record_of(card, card.networks[0])
    assert record is not None
    assert record["weights_sha256"] == hashlib.sha256(hub.files[NAMES[0]]).hexdigest()


def test_a_file_of_unknown_hash_that_changed_is_refused(publish_at, hub):
    """Until I remove the model, only the file of the first download is taken."""
    card = publish_at(hub.address + PLAIN, hashes=False)
    fetch_model(card)
    first = hashlib.sha256(hub.files[NAMES[0]]).hexdigest()
    hub.files[NAMES[0]] = hub.files[NAMES[1]]
    now = hashlib.sha256(hub.files[NAMES[0]]).hexdigest()
    state_of(card).files[0].write_bytes(b"damaged")
    with refused(DownloadError, file=NAMES[0], found=start_of(now), expected=start_of(first)):
        fetch_model(card)
    assert state_of(card).name == "damaged"
    assert not downloads_dir().exists()
    remove_networks(card)
    fetch_model(card)
    assert [answer(path) for path in state_of(card).files] == [[0, 30, -55]] * 2


def test_a_new_revision_brings_other_files(publish_at, hub):
    """With the plugin's update, a card names another revision, whose files are not those of the first download."""
    fetch_model(publish_at(hub.address + PLAIN, hashes=False, revision="1"))
    card = publish_at(hub.address + PLAIN, hashes=False, revision="2")
    assert state_of(card).name == "damaged"
    hub.files[NAMES[0]] = hub.files[NAMES[1]]
    fetch_model(card)
    assert [answer(path) for path in state_of(card).files] == [[0, 30, -55]] * 2


def test_a_removed_model_leaves_no_unfinished_download(publish_at, hub):
    """The part of a file that has arrived, and a file that is not built yet, go with the model."""
    card = publish_at()
    hub.misbehave("cut", 10)
    with refused(ConnectionLostError):
        fetch_model(card)
    (downloads_dir() / NAMES[1]).write_bytes(b"whole")
    assert [path.name for path in unfinished_downloads(card)] == [
        *(f"{NAMES[0]}.part", f"{NAMES[0]}.part.json", NAMES[1])
    ]
    (downloads_dir() / "other.part").touch()
    remove_networks(card)
    assert [path.name for path in downloads_dir().iterdir()] == ["other.part"]
    (downloads_dir() / "other.part").unlink()
    remove_networks(card)
    assert not downloads_dir().exists()


def test_an_interrupted_model_continues(publish_at, hub):
    """The first network is not fetched again, and the second file continues where it stopped."""
    card = publish_at()
    size = len(hub.files[NAMES[1]])

    def stop(progress: Progress) -> None:
        if progress.number == 1 and progress.phase == "build":
            hub.misbehave("cut", 10)

    with refused(ConnectionLostError):
        fetch_model(card, progress=stop)
    assert [path.name for path in models_dir().glob("*.onnx")] == ["tiny-1.onnx"]
    assert (downloads_dir() / f"{NAMES[1]}.part").stat().st_size == 60
    hub.faults.clear()
    hub.asked.clear()
    fetch_model(card)
    assert state_of(card).is_ready
    assert hub.sent == size - 60


def test_a_cancelled_model_continues(publish_at, hub):
    """I cancel while the second file is slow; the first network stays."""
    card = publish_at()
    began: list[float] = []

    def slow(progress: Progress) -> None:
        if progress.number == 1 and progress.phase == "build":
            hub.misbehave("trickle", 10)
            began.append(time.monotonic())

    with refused(CancelledError):
        fetch_model(card, progress=slow, cancelled=lambda: bool(began) and time.monotonic() > began[0] + 0.3)
    assert state_of(card).name == "missing"
    hub.faults.clear()
    hub.asked.clear()
    fetch_model(card)
    assert {Path(one.path).name for one in hub.asked} == {NAMES[1]}
    assert state_of(card).is_ready


def test_a_file_that_was_complete_is_taken(publish_at, hub):
    """The program ended after a download, before it built the network."""
    card = publish_at()
    downloads_dir().mkdir(parents=True)
    (downloads_dir() / NAMES[0]).write_bytes(hub.files[NAMES[0]])
    fetch_model(card)
    assert {Path(one.path).name for one in hub.asked} == {NAMES[1]}
    assert state_of(card).is_ready


@pytest.mark.parametrize(
    ("data", "kind"), [(b"no weights at all", ModelDamagedError), (None, ModelError)], ids=["damaged", "another model"]
)
def test_a_file_that_is_not_the_models_is_not_kept(publish_at, hub, tmp_path, data, kind):
    """It has no published hash, so that only its content tells; the next download brings it anew."""
    card = publish_at(hub.address + PLAIN, hashes=False)
    other = write_safetensors(tmp_path / "other.safetensors", {"other": np.ones(3, np.float32)})
    hub.files[NAMES[0]] = data or other.read_bytes()
    with refused(kind):
        fetch_model(card)
    assert not downloads_dir().exists()
    assert state_of(card).name == "missing"


def test_a_model_without_publication_is_refused(tmp_path, publish_at, publish):
    """Models of packages and imported ones come in other ways."""
    publish([], [tiny_card(id="other")])
    with refused(DownloadError, model="Bands weighed per pixel"):
        fetch_model(load_cards()["other"])


def test_a_model_that_was_imported_is_not_replaced(publish_at, hub, tmp_path):
    """An export of an earlier version has the same id and is in use."""
    card = publish_at()
    folder = imported_dir() / "tiny"
    folder.mkdir(parents=True)
    (folder / "tiny.onnx").write_bytes(tiny_network(np.ones((3, 2), np.float32), np.zeros(3, np.float32)))
    fields = tiny_card(id="tiny", bands=["B02", "B03"])
    (folder / "tiny.json").write_text(json.dumps(fields), encoding="utf-8")
    with refused(ModelError, model="tiny"):
        fetch_model(card)
    assert hub.asked == []
