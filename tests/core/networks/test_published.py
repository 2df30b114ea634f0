"""Networks of published weights: recognised, bound, stored with a record, and used only if nothing has changed."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ....core.cards.card import ModelCard, imported_dir, load_cards
from ....core.cards.choice import choose_card, join_cards
from ....core.errors import (
    HOW_TO_BRING,
    HOW_TO_DOWNLOAD,
    ModelCardError,
    ModelDamagedError,
    ModelError,
    ModelMissingError,
    OutputError,
    SettingError,
)
from ....core.graphs.template import template_path
from ....core.inference.loading import inputs_and_outputs
from ....core.networks import published
from ....core.networks.importing import import_model, remove_model
from ....core.networks.listing import ModelRow, list_models
from ....core.networks.published import missing_networks, record_of, store_weights
from ....core.networks.store import locate, locate_network, remove_models, state_of
from ....tools.torch_files import write_safetensors
from ...refusals import refused
from ..conftest import mask
from ..published import WEIGHTS, graph, published_card

pytestmark = pytest.mark.usefixtures("store")

WIDE = {"other.weight": WEIGHTS["head.weight"], "other.bias": WEIGHTS["head.bias"]}
"""Weights of the graph `wide`."""


def wide(name: str = "wide") -> dict[str, Any]:
    """A graph like the tiny one with other names of tensors."""
    nodes = [["Conv", ["input", "other.weight", "other.bias"], ["output"], {"kernel_shape": [1, 1]}]]
    return graph(name, tensors={"other.weight": [3, 2, 1, 1], "other.bias": [3]}, constants={}, nodes=nodes)


@pytest.fixture
def weights(tmp_path) -> Any:
    """Write a file of weights by its name; those of the tiny graph unless others are given."""

    def write(name: str, tensors: dict[str, np.ndarray] | None = None) -> Path:
        folder = tmp_path / "downloads"
        folder.mkdir(exist_ok=True)
        return write_safetensors(folder / name, WEIGHTS if tensors is None else tensors)

    return write


@pytest.fixture
def single(publish) -> ModelCard:
    """The card of a published model with one network."""
    publish([graph("tiny")], [published_card("tiny", {"tiny.safetensors": ["tiny"]})])
    return load_cards()["tiny"]


@pytest.fixture
def double(publish) -> ModelCard:
    """The card of a published model with two networks of different architectures."""
    publish(
        [graph("tiny"), wide()],
        [published_card("pair", {"first.safetensors": ["tiny"], "second.safetensors": ["wide"]})],
    )
    return load_cards()["pair"]


def row_of(model: str) -> ModelRow:
    """Return the row of a model in the list."""
    return next(row for row in list_models() if row.id == model)


def test_a_model_of_published_weights_masks(single, weights, cumulus_product, out):
    """I import the file that the authors publish, and mask with the model."""
    card = import_model(weights("tiny.safetensors"))
    assert (card, card.id, state_of(card).name, missing_networks(card)) == (single, "tiny", "ready", ())
    assert {0, 1, 3} <= set(np.unique(mask(cumulus_product(), out, model="tiny")))


def test_the_network_and_its_record_are_stored(single, store, weights):
    """The record says which file the network was built from, and when."""
    path = weights("renamed.bin")
    card, network = store_weights(path)
    assert (card, network) == (single, single.networks[0])
    assert sorted(entry.name for entry in store.iterdir()) == ["tiny-1.json", "tiny-1.onnx"]
    record = record_of(card, network)
    assert record
    assert record["sha256"] == hashlib.sha256((store / "tiny-1.onnx").read_bytes()).hexdigest()
    assert record["weights_sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert record["weights_file"] == "renamed.bin"
    assert str(record["time"]).endswith("+00:00")
    inputs, outputs = inputs_and_outputs(store / "tiny-1.onnx")
    assert (inputs.shape, outputs.shape) == (["batch", 2, "height", "width"], ["batch", 3, "height", "width"])


def test_a_model_of_two_networks_is_imported_in_two_steps(double, weights):
    """After the first file I learn which one is missing; after the second the model is ready."""
    first, second = double.networks
    card = import_model(weights("second.safetensors", WIDE))
    assert missing_networks(card) == (first,)
    assert row_of("pair").state == "missing"
    with refused(ModelMissingError, network=first.file, weights="first.safetensors", remedy=HOW_TO_BRING):
        locate(card)
    card = import_model(weights("first.safetensors"))
    assert missing_networks(card) == ()
    assert [path.name for path in locate(card)] == [first.file, second.file]


def test_the_second_network_of_an_optional_ensemble_may_be_missing(publish, weights):
    """CloudS2Mask masks with one of its networks; ensembling needs the other, and says so."""
    files = {"v1.safetensors": ["tiny"], "v2.safetensors": ["wide"]}
    publish([graph("tiny"), wide()], [published_card("pair", files, ensemble="optional")])
    card = import_model(weights("v1.safetensors"))
    assert state_of(card).name == "ready"
    assert missing_networks(card) == card.networks[1:]
    with refused(ModelMissingError, network="pair-2.onnx", weights="v2.safetensors"):
        locate_network(card, card.networks[1])
    remove_model(card)
    import_model(weights("v2.safetensors", WIDE))
    assert state_of(card).name == "missing"


@pytest.mark.parametrize(
    "change", ["byte", "cut", "record", "no record", "graph", "binder", "published hash", "other file", "revision"]
)
def test_a_network_that_is_damaged_or_out_of_date_is_found_and_built_again(
    single, publish, store, weights, monkeypatch, change
):
    """A network is used only if it is what the plugin would build today from the file that the card names."""
    path = weights("tiny.safetensors")
    store_weights(path)
    network, record = store / "tiny-1.onnx", store / "tiny-1.json"
    data = network.read_bytes()
    fields = published_card("tiny", {"tiny.safetensors": ["tiny"]})
    if change == "byte":
        network.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    elif change == "cut":
        network.write_bytes(data[:-5])
    elif change == "record":
        record.write_text("[" * 100_000)
    elif change == "no record":
        record.unlink()
    elif change == "graph":
        publish([graph("tiny", factor=2)], [])
    elif change == "binder":
        monkeypatch.setattr(published, "_BINDER_VERSION", 2)
    elif change == "published hash":
        weights("tiny.safetensors", {name: 2 * values for name, values in WEIGHTS.items()})
        fields["networks"][0]["weights"]["sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
    elif change == "other file":
        fields["networks"][0]["weights"]["file"] = "newer.safetensors"
    else:
        fields["publication"]["revision"] = "newer"
    publish([], [fields])
    card = load_cards()["tiny"]
    state = state_of(card)
    assert (state.name, record_of(card, card.networks[0])) == ("damaged", None)
    with refused(ModelDamagedError, model="tiny", path=network, remedy=HOW_TO_BRING):
        locate(card)
    store_weights(path)
    assert state_of(card).name == "ready"


def test_a_new_revision_of_the_same_file_is_not_downloaded_again(publish, weights):
    """The authors changed their page, not the file, whose hash they publish."""
    path = weights("tiny.safetensors")
    fields = published_card("tiny", {"tiny.safetensors": ["tiny"]})
    fields["networks"][0]["weights"]["sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
    publish([graph("tiny")], [fields])
    store_weights(path)
    fields["publication"]["revision"] = "newer"
    publish([], [fields])
    assert state_of(load_cards()["tiny"]).name == "ready"


def test_the_remedy_says_how_to_get_the_weights(publish):
    """Weights with an address are downloaded by the plugin, others by hand."""
    fields = published_card("tiny", {"tiny.safetensors": ["tiny"]})
    publish([graph("tiny")], [fields])
    with refused(ModelMissingError, remedy=HOW_TO_BRING):
        locate(load_cards()["tiny"])
    fields["publication"]["address"] = "https://example.com/files/"
    publish([], [fields])
    with refused(ModelMissingError, remedy=HOW_TO_DOWNLOAD, weights="tiny.safetensors"):
        locate(load_cards()["tiny"])


def test_networks_are_removed_with_their_records(double, store, weights):
    """After the removal nothing of the model is on the disk, and it can be imported again."""
    import_model(weights("first.safetensors"))
    card = import_model(weights("second.safetensors", WIDE))
    (store / "mine.txt").touch()
    remove_model(card)
    assert [entry.name for entry in store.iterdir()] == ["mine.txt"]
    assert state_of(card).name == "missing"
    import_model(weights("first.safetensors"))
    remove_models()
    assert [entry.name for entry in store.iterdir()] == ["mine.txt"]


def test_networks_are_removed_behind_an_imported_model_of_their_id(single, store, weights, own_card):
    """Removing all models frees the space of a published one, even if I use an export of my own in its place."""
    import_model(weights("tiny.safetensors"))
    import_model(own_card(id="tiny"), replace=True)
    assert load_cards()["tiny"].folder is not None
    remove_models()
    assert missing_networks(single) == single.networks
    assert [entry.name for entry in store.iterdir()] == ["imported"]


def test_a_card_does_not_shadow_a_stored_published_model_unasked(single, weights, own_card):
    """A model that I built myself has the id of the published one in use; it takes its place only if I say so."""
    path = own_card(id="tiny")
    import_model(weights("tiny.safetensors"))
    with refused(ModelError, path=path, model="tiny"):
        import_model(path)
    assert load_cards()["tiny"] == single
    assert import_model(path, replace=True).folder == imported_dir() / "tiny"


def test_an_imported_model_is_replaced_once_all_its_networks_are_there(double, own_card, weights):
    """The first of two files alone would leave me without a model that works."""
    imported = import_model(own_card(id="pair"))
    assert import_model(weights("first.safetensors"), replace=True) == double
    assert load_cards()["pair"] == imported
    assert state_of(imported).is_ready
    import_model(weights("second.safetensors", WIDE), replace=True)
    assert load_cards()["pair"] == double
    assert state_of(double).is_ready
    assert not (imported_dir() / "pair").exists()


def test_the_list_says_where_a_model_comes_from_and_what_was_stored(publish, weights):
    """The row has the place of publication, the size on disk, the summary, and the hash of the weights."""
    path = weights("tiny.safetensors")
    fields = published_card("tiny", {"tiny.safetensors": ["tiny"]}, summary="Fast.")
    publish([graph("tiny")], [fields])
    row = row_of("tiny")
    assert row.origin == "Hugging Face authors/model c9a4fb8818"
    assert (row.state, row.megabytes, row.weights, row.as_published, row.summary) == ("missing", None, "", "", "Fast.")
    import_model(path)
    row = row_of("tiny")
    assert (row.state, row.weights) == ("ready", hashlib.sha256(path.read_bytes()).hexdigest())
    assert row.megabytes == (Path(row.folder) / "tiny-1.onnx").stat().st_size / 1e6
    assert row.as_published == "unknown"


def test_a_file_other_than_the_published_one_is_refused(publish, weights, store):
    """If the authors publish a hash, a file with a single changed bit makes no network."""
    path = weights("tiny.safetensors")
    fields = published_card("tiny", {"tiny.safetensors": ["tiny"]})
    fields["networks"][0]["weights"]["sha256"] = published = hashlib.sha256(path.read_bytes()).hexdigest()
    publish([graph("tiny")], [fields])
    genuine = path.read_bytes()
    path.write_bytes(genuine[:-1] + bytes([genuine[-1] ^ 1]))
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    with refused(ModelError, path=path, found=found[:12], expected=published[:12]):
        import_model(path)
    assert not store.exists() or list(store.iterdir()) == []
    path.write_bytes(genuine)
    import_model(path)
    assert (row_of("tiny").state, row_of("tiny").as_published) == ("ready", "yes")


def test_a_known_hash_is_recorded_as_it_is(single, weights):
    """A download has hashed the file already."""
    card, network = store_weights(weights("tiny.safetensors"), sha256="a" * 64)
    assert (record_of(card, network) or {})["weights_sha256"] == "a" * 64


UNETS = [
    published_card("unet-l1c", {"l1c_unet.safetensors": ["tiny"]}),
    published_card("unet-l2a", {"l2a_unet.safetensors": ["tiny"]}),
]
SIZES = [
    published_card(
        f"cloud-{size}", {f"v3.44_Dice_1_{size}.safetensors": ["tiny"], f"v3.45_Dice_2_{size}.safetensors": ["tiny"]}
    )
    for size in ("10m", "20m")
]


@pytest.mark.parametrize(
    ("cards", "name", "network"),
    [
        (UNETS, "l1c_unet.hdf5", "unet-l1c-1.onnx"),
        (UNETS, "l2a_unet (1).h5", "unet-l2a-1.onnx"),
        (UNETS, "KappaMask L2A.h5", "unet-l2a-1.onnx"),
        (SIZES, "v3.44_Dice_1_10m.pkl", "cloud-10m-1.onnx"),
        (SIZES, "v3.45_Dice_2_10m (1).pkl", "cloud-10m-2.onnx"),
        (SIZES, "my_20M_V3.44.pkl", "cloud-20m-1.onnx"),
    ],
)
def test_names_tell_networks_of_the_same_tensors_apart(publish, store, weights, cards, name, network):
    """The tensors are the same at 10 and at 20 m, for L1C and for L2A: the published name says which they are."""
    publish([graph("tiny")], cards)
    import_model(weights(name))
    assert [path.name for path in store.glob("*.onnx")] == [network]


@pytest.mark.parametrize(
    ("cards", "name", "expected"),
    [
        (UNETS, "unet.hdf5", "l1c_unet.safetensors or l2a_unet.safetensors"),
        (UNETS, "l1c_l2a.hdf5", "l1c_unet.safetensors or l2a_unet.safetensors"),
        (SIZES, "weights_10m.pkl", "v3.44_Dice_1_10m.safetensors or v3.45_Dice_2_10m.safetensors"),
        (SIZES, "v3.45.pkl", "v3.45_Dice_2_10m.safetensors or v3.45_Dice_2_20m.safetensors"),
    ],
)
def test_a_renamed_file_is_refused_with_its_published_names(publish, store, weights, cards, name, expected):
    """The error says which names are possible; nothing is guessed or stored."""
    publish([graph("tiny")], cards)
    path = weights(name)
    with refused(ModelError, path=path, remedy=f"Rename the file to {expected}."):
        import_model(path)
    assert not store.exists()


def test_a_renamed_file_can_be_stored_for_a_card(publish, store, weights):
    """If I choose the model, the name may say less; but it must not contradict."""
    publish([graph("tiny")], [*UNETS, *SIZES][:2])
    card = load_cards()["unet-l2a"]
    assert store_weights(weights("renamed.h5"), card=card) == (card, card.networks[0])
    path = weights("l1c_unet.h5")
    with refused(ModelError, path=path, model="unet-l2a", remedy="Rename the file to l2a_unet.safetensors."):
        store_weights(path, card=card)


def test_weights_of_another_model_are_refused(publish, store, weights):
    """I chose a file of another model: the error names both, and the file to choose."""
    publish(
        [graph("tiny"), wide()],
        [published_card("one", {"one.pt": ["tiny"]}), published_card("two", {"two.pt": ["wide"]})],
    )
    path = weights("one.pt")
    with refused(ModelError, path=path, found="one", model="two", remedy="Choose two.pt."):
        store_weights(path, card=load_cards()["two"])
    assert not store.exists()


def test_a_foreign_file_is_refused_with_what_is_expected(single, store, weights):
    """The weights of no model are an error that names the systems whose weights can be imported."""
    path = weights("other.safetensors", {"head.weight": WEIGHTS["head.weight"], "tail": np.zeros(3, np.float32)})
    remedy = "Choose a file of weights that the authors of tiny publish."
    with refused(ModelError, path=path, graph="tiny", remedy=remedy):
        import_model(path)
    assert not store.exists()


@pytest.mark.parametrize("data", [b"", b"\x80\x02}q\x00.", b"PK\x03\x04", b"GIF89a"])
def test_a_file_that_is_no_weights_is_refused(single, store, tmp_path, data):
    """A damaged or other file with the ending of weights is an error, and nothing is stored."""
    path = tmp_path / "tiny.pt"
    path.write_bytes(data)
    with refused(ModelDamagedError, path=path):
        import_model(path)
    assert not store.exists()


def test_weights_whose_network_fails_are_refused(single, store, weights):
    """Finite weights whose sums overflow give no mask: the trial patch finds it, and the old network stays."""
    import_model(weights("tiny.safetensors"))
    before = {path.name: path.read_bytes() for path in store.iterdir()}
    large = np.full((3, 2, 1, 1), 3e38, np.float32)
    path = weights("large.safetensors", {**WEIGHTS, "head.weight": large})
    with refused(ModelDamagedError, network=path):
        import_model(path)
    assert {path.name: path.read_bytes() for path in store.iterdir()} == before


def test_a_folder_that_cannot_be_written_to_is_named(single, store, weights):
    """A file in the place of the models folder is an error that names the network."""
    store.write_text("")
    with refused(OutputError, folder=store):
        import_model(weights("tiny.safetensors"))


def test_the_card_of_a_published_model_cannot_be_imported(publish, tmp_path):
    """The card is built in; the error says that the weights are imported."""
    fields = published_card("other", {"tiny.safetensors": ["tiny"]})
    path = tmp_path / "other.json"
    path.write_text(json.dumps(fields), encoding="utf-8")
    (tmp_path / "other-1.onnx").touch()
    with refused(ModelCardError, path=path, field="publication"):
        import_model(path)


def test_an_exported_model_stays_in_use_until_it_is_replaced(single, own_card, weights):
    """A network that I exported under the id of a published model works as before; the weights replace it if I ask."""
    exported = own_card(id="tiny")
    card = import_model(exported)
    assert (card.folder, card.publication, state_of(card).name) == (imported_dir() / "tiny", None, "ready")
    path = weights("tiny.safetensors")
    with refused(ModelError, path=path, model="tiny"):
        import_model(path)
    assert load_cards()["tiny"] == card
    assert import_model(path, replace=True) == single
    assert state_of(single).name == "ready"
    assert not (imported_dir() / "tiny").exists()


def test_a_joint_model_has_no_publication(publish, weights):
    """Published models can be members of an ensemble, which itself is no published model."""
    publish(
        [graph("tiny"), wide()],
        [published_card("one", {"one.pt": ["tiny"]}), published_card("two", {"two.pt": ["wide"]})],
    )
    joint = join_cards([load_cards()["one"], load_cards()["two"]])
    assert (joint.publication, joint.networks, joint.summary) == (None, (), "")


@pytest.mark.parametrize("level", ["L1C", "L2A"])
def test_the_automatic_model_does_not_depend_on_what_is_installed(single, weights, level):
    """Auto means the same model on every computer, even if only a published model is ready."""
    before = {resolution: choose_card(level, resolution) for resolution in (10, 20, 60)}
    assert state_of(import_model(weights("tiny.safetensors"))).is_ready
    networks = [one for card in before.values() for one in card.members or (card,)]
    assert not any(state_of(one).is_ready for one in networks)
    assert {resolution: choose_card(level, resolution) for resolution in before} == before
    with refused(SettingError, model="tinny", nearest="tiny"):
        choose_card(level, 20, "tinny")


def test_a_missing_template_makes_the_network_out_of_date(single, weights):
    """An incomplete installation does not crash the list of models."""
    import_model(weights("tiny.safetensors"))
    template_path("tiny").unlink()
    assert state_of(single).name == "damaged"
    assert row_of("tiny").state == "damaged"
