"""Imported models are checked before they are stored; a wrong one is an error that names the problem."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from ....core.cards.card import card_of, imported_dir, load_cards
from ....core.cards.choice import join_cards
from ....core.errors import HOW_TO_FETCH, CloudS2MaskError, ModelCardError, ModelDamagedError, ModelError
from ....core.networks.importing import import_model, propose_fields, remove_model
from ....core.networks.onnx_file import external_files
from ....core.networks.store import locate, state_of
from ....core.networks.typed_card import TypedCard
from ...refusals import assert_values, refused
from ..conftest import mask, one_error, tiny_card, tiny_network
from .conftest import BANDS, BIAS, WEIGHTS

pytestmark = pytest.mark.usefixtures("store")


def import_refused(path: Path, kind: type[CloudS2MaskError], /, **values: Any) -> CloudS2MaskError:
    """Check that the import fails with this error and stores nothing, and return the error."""
    with refused(kind, **values) as caught:
        import_model(path)
    assert not imported_dir().exists() or list(imported_dir().iterdir()) == []
    return caught.value


def damage_of(data: bytes) -> str:
    """Return the reason that the reader of ONNX files gives."""
    with pytest.raises(ModelDamagedError) as caught:
        external_files(data)
    return str(caught.value)


def test_an_imported_model_masks_like_any_other(own_card, cumulus_product, out):
    """I import a card with its network, and mask a product with it."""
    card = import_model(own_card())
    assert load_cards()["mine"] == card
    assert state_of(card).name == "ready"
    assert locate(card) == (imported_dir() / "mine" / "net.onnx",)
    assert {0, 1, 3} <= set(np.unique(mask(cumulus_product(), out, model="mine")))


def test_a_network_without_a_card_needs_the_fields_of_a_card(own_card, tmp_path):
    """An .onnx file alone is an error; with the fields of a card it is stored with a card."""
    network = own_card().with_name("net.onnx")
    import_refused(network, ModelCardError, network=network)
    fields = {name: value for name, value in tiny_card(id="bare", bands=BANDS).items() if name != "networks"}
    card = import_model(network, fields)
    assert (card.id, card.bands, state_of(card).name) == ("bare", ("B02", "B03"), "ready")


def test_fields_are_proposed_for_a_network(own_card):
    """The form begins with a name, and the numbers of bands and classes."""
    network = own_card().with_name("net.onnx")
    other = network.rename(network.with_name("My Net (2).onnx"))
    assert propose_fields(other) == {
        "id": "my-net--2",
        "title": "My Net (2)",
        "version": "1",
        "band_count": 2,
        "class_count": 3,
    }


ALLOWED = "clear, thick_cloud, thin_cloud, shadow, snow, water, nodata"
INVALID = "thick_cloud, thin_cloud, shadow"


@pytest.mark.parametrize(
    ("fields", "named", "shown"),
    [
        ({"classes": ["clear", "haze", "shadow"]}, "classes", (ALLOWED, "'haze'")),
        ({"bands": ["B02", "green"]}, "bands", ("'green'",)),
        ({"classes": ["clear"] * 3}, "classes", ("clear", INVALID)),
        ({"classes": ["thick_cloud", "thick_cloud", "shadow"]}, "classes", ("clear", INVALID)),
        ({"bands": ["B02", "B02"]}, "bands", ("'B02'", "twice")),
        ({"bands": []}, "bands", ("empty",)),
        ({"bands": ["B02", "B03", "B04"], "std": [0.0, 0.1, 0.1]}, "std", (" 0.0 ",)),
        ({"std": [1.0, 0.0]}, "std", (" 0.0 ",)),
        ({"resolution": [20]}, "resolution", (" 10",)),
        ({"patch_size": 50}, "patch_size", (" 32",)),
        ({"mean": []}, "mean, std", ("2 bands", "0 means", "2 deviations")),
        ({"resolution": [5, 5]}, "resolution", (" 10",)),
        ({"colour": "red"}, "colour", ()),
        ({"id": "My Model"}, "id", (" 64 ",)),
        ({"mean": [10**400, 0]}, "mean", (" 1000",)),
        ({"bands": ["B02", "AOT"], "levels": ["L1C"]}, "bands, levels", ("L1C", "AOT")),
        ({"bands": ["B02", "B10"], "levels": ["L1C", "L2A"]}, "bands, levels", ("L2A", "B10")),
    ],
)
def test_a_wrong_card_is_refused_with_the_name_of_the_field(own_card, fields, named, shown):
    """The error names the wrong field and its allowed values."""
    card = own_card(**fields)
    error = import_refused(card, ModelCardError, name=f"The model card {card}")
    reason = str(error.values["reason"])
    assert reason.startswith(f"{named} ")
    assert all(word in reason for word in shown), reason


@pytest.mark.parametrize(
    "networks",
    [
        [{"file": "../net.onnx"}],
        [],
        ["x", {"file": "net.onnx"}],
        [{"file": "net.onnx", "sha256": 12}],
        [{"file": "net\0.onnx"}],
    ],
)
def test_a_card_with_wrong_networks_is_refused(own_card, networks):
    """Each network is a file beside the card, without folders."""
    card = own_card(networks=networks)
    import_refused(card, ModelCardError, path=card, field="networks")


def test_a_card_of_a_package_is_refused(own_card):
    """The card of a model from a package cannot be imported; the error names the window that installs it."""
    card = own_card(source={"package": "p", "package_version": "1", "conversion": "widen"})
    import_refused(card, ModelCardError, path=card, field="source", remedy=HOW_TO_FETCH)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"id": 3}', "null", "[" * 100_000, '{"title": "\\ud800"}'])
def test_a_file_that_is_not_a_card_is_refused(tmp_path, text):
    """A file that is not a card is named."""
    path = tmp_path / "card.json"
    path.write_text(text, encoding="utf-8")
    import_refused(path, ModelCardError, path=path)


@pytest.mark.parametrize(
    ("fields", "values"),
    [
        ({"bands": ["B02", "B03", "B04"], "mean": [0.0] * 3, "std": [1.0] * 3}, {"bands": 2, "expected": 3}),
        ({"classes": ["clear", "thick_cloud"]}, {"classes": 3, "expected": 2}),
        ({"activation": "none"}, {"field": "activation"}),
    ],
)
def test_a_network_that_does_not_match_its_card_is_refused(own_card, tmp_path, fields, values):
    """Another number of bands or classes, or logits instead of probabilities, is an error that names it."""
    card = own_card()
    data = json.loads(card.read_text(encoding="utf-8")) | fields
    card.write_text(json.dumps(data), encoding="utf-8")
    import_refused(card, ModelError, network=card.with_name("net.onnx"), **values)


@pytest.mark.parametrize("data", [b"", b"\x08\x08"])
def test_a_file_without_a_graph_is_not_a_network(own_card, data):
    """An empty file is an error in plain words, before ONNX Runtime loads it."""
    card = own_card(data)
    import_refused(card, ModelDamagedError, network=card.with_name("net.onnx"), reason=damage_of(data))


def test_a_card_without_its_network_is_refused(own_card):
    """I copied the card alone: the error names the missing file."""
    card = own_card()
    card.with_name("net.onnx").unlink()
    import_refused(card, ModelDamagedError, path=card, network="net.onnx")


def test_a_missing_file_is_not_called_a_wrong_card(tmp_path):
    """A path to no file is an error with the system's reason."""
    path = tmp_path / "gone.json"
    import_refused(path, ModelCardError, path=path, reason="No such file or directory")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("0.1 0.2", [0.1, 0.2]),
        ("0.1,0.2", [0.1, 0.2]),
        ("0.1, 0.2 ,0.3", [0.1, 0.2, 0.3]),
        ("0.1; 2", [0.1, 2.0]),
        ("1, 2", [1.0, 2.0]),
        ("0,1 0,2", ["0,1", "0,2"]),
        ("1,2", ["1,2"]),
        ("", [0.0, 0.0]),
    ],
)
def test_a_decimal_comma_never_becomes_two_numbers(text, numbers):
    """Text that may be one number or two stays text, which the check of the card refuses."""
    typed = TypedCard("n", "n", "L1C", "B02 B03", "clear", mean=text)
    assert typed.fields()["mean"] == numbers


def test_weights_that_are_not_finite_are_refused(own_card):
    """A damaged network is found at the import, not in a mask."""
    weights = WEIGHTS.copy()
    weights[1, 0] = np.nan
    card = own_card(tiny_network(weights, BIAS))
    import_refused(card, ModelDamagedError, network=card.with_name("net.onnx"), weights="weights")


@pytest.mark.parametrize("cut", [0, 10, 100, -1])
def test_a_truncated_network_is_refused(own_card, cut):
    """A file that was not copied completely is an error that names it."""
    data = tiny_network(WEIGHTS, BIAS)
    card = own_card(data[:cut])
    import_refused(card, ModelError, network=card.with_name("net.onnx"))


def test_a_network_with_another_hash_is_refused(own_card):
    """If the card has the hash of its network, the file must match it."""
    card = own_card(networks=[{"file": "net.onnx", "sha256": "0" * 64}])
    import_refused(card, ModelDamagedError, network=card.with_name("net.onnx"), field="sha256")


def with_external_weights(location: str, inside: str) -> bytes:
    """Make a network with weights in another file: in an initializer, a constant, or a branch."""
    tensor = numpy_helper.from_array(np.zeros((3, 2, 1, 1), np.float32), "w")
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    for key, value in (("location", location), ("offset", "0"), ("length", "24")):
        entry = tensor.external_data.add()
        entry.key, entry.value = key, value
    model = onnx.load_model_from_string(tiny_network(WEIGHTS, BIAS))
    if inside == "initializer":
        model.graph.initializer.append(tensor)
    elif inside == "constant":
        model.graph.node.append(helper.make_node("Constant", [], ["c"], value=tensor))
    else:
        branch = helper.make_graph([], "then", [], [], [tensor])
        model.graph.node.append(helper.make_node("If", ["x"], ["y2"], then_branch=branch, else_branch=branch))
    return bytes(model.SerializeToString())


@pytest.mark.parametrize("location", ["/etc/passwd", "../secret.bin", "weights.bin"])
@pytest.mark.parametrize("inside", ["initializer", "constant", "branch"])
def test_weights_in_another_file_are_never_opened(own_card, location, inside):
    """A network that refers to another file is refused before ONNX Runtime loads it."""
    data = with_external_weights(location, inside)
    assert external_files(data) == [location]
    card = own_card(data)
    import_refused(card, ModelDamagedError, network=card.with_name("net.onnx"), file=location)


def test_a_real_network_refers_to_no_other_file():
    """An ordinary network contains all its weights."""
    assert external_files(tiny_network(WEIGHTS, BIAS)) == []


def test_built_in_models_cannot_be_replaced(own_card):
    """An import never replaces a built-in model, even if I ask for it."""
    card = own_card(id="ukis-6b-l1c")
    with refused(ModelError, path=card, model="ukis-6b-l1c"):
        import_model(card, replace=True)
    assert not imported_dir().exists() or list(imported_dir().iterdir()) == []


def test_a_model_is_replaced_only_if_i_ask_for_it(own_card):
    """A model that I imported stays, unless I choose to replace it."""
    import_model(own_card())
    card = own_card(title="New")
    with refused(ModelError, path=card, model="mine"):
        import_model(card)
    assert load_cards()["mine"].title == "Bands weighed per pixel"
    assert import_model(own_card(title="New"), replace=True).title == "New"
    assert [path.name for path in imported_dir().iterdir()] == ["mine"]


def test_a_failed_replacement_leaves_the_old_model(own_card):
    """If the new version cannot be used, the old one stays."""
    import_model(own_card())
    weights = np.full_like(WEIGHTS, np.inf)
    with pytest.raises(ModelDamagedError):
        import_model(own_card(tiny_network(weights, BIAS)), replace=True)
    assert state_of(load_cards()["mine"]).name == "ready"


def test_a_removed_model_is_gone(own_card):
    """Removing a model removes its folder, and no other model."""
    card = import_model(own_card())
    remove_model(card)
    assert "mine" not in load_cards()
    assert list(imported_dir().iterdir()) == []


def test_a_damaged_import_does_not_block_other_models(own_card, caplog):
    """If the card of an imported model is damaged later, it is skipped with one warning, and other models work."""
    import_model(own_card())
    (imported_dir() / "mine" / "mine.json").write_text("{", encoding="utf-8")
    assert "mine" not in load_cards()
    assert "ukis-6b-l1c" in load_cards()
    assert len([record for record in caplog.records if "mine.json" in record.getMessage()]) == 1


def test_a_changed_network_is_damaged(own_card):
    """A network that was changed after the import is not run."""
    card = import_model(own_card())
    (path,) = locate(card)
    path.write_bytes(path.read_bytes() + b" ")
    assert state_of(card).name == "damaged"


def test_infinite_weights_are_refused_even_if_the_output_is_finite(own_card):
    """A bias of minus infinity gives a probability of 0, and is still refused."""
    bias = BIAS.copy()
    bias[2] = -np.inf
    card = own_card(tiny_network(WEIGHTS, bias))
    import_refused(card, ModelDamagedError, network=card.with_name("net.onnx"), weights="bias")


def fixed(batch: object, edge: object) -> bytes:
    """Make a network with a fixed batch size or patch size."""
    model = onnx.load_model_from_string(tiny_network(WEIGHTS, BIAS))
    for value in (model.graph.input[0], model.graph.output[0]):
        for index, length in ((0, batch), (2, edge), (3, edge)):
            if isinstance(length, int):
                value.type.tensor_type.shape.dim[index].dim_value = length
    return bytes(model.SerializeToString())


def test_a_network_with_one_patch_size_needs_a_card_with_this_size_only(own_card):
    """Patches of small scenes would be smaller, so the card must allow this size only."""
    card = own_card(fixed("n", 64))
    import_refused(card, ModelError, network=card.with_name("net.onnx"), height=64, width=64)
    assert import_model(own_card(fixed("n", 64), patch_multiple=64)).patch_size == 64


def test_a_network_with_a_fixed_batch_size_is_refused(own_card):
    """The number of patches must be variable."""
    card = own_card(fixed(4, "h"))
    import_refused(card, ModelError, network=card.with_name("net.onnx"), count=4)


def test_a_card_in_a_folder_with_another_name_is_ignored(own_card):
    """A card whose id differs from the name of its folder is not a model."""
    import_model(own_card())
    card = imported_dir() / "mine" / "mine.json"
    card.write_text(card.read_text(encoding="utf-8").replace('"id": "mine"', '"id": "other"'), encoding="utf-8")
    assert not {"mine", "other"} & set(load_cards())


def test_a_tensor_that_is_a_byte_short_is_refused(own_card):
    """A network with truncated weights in a complete file is named, too."""
    network = onnx.load_from_string(tiny_network(WEIGHTS, BIAS))
    network.graph.initializer[0].raw_data = network.graph.initializer[0].raw_data[:-1]
    card = own_card(network.SerializeToString())
    import_refused(card, ModelDamagedError, network=card.with_name("net.onnx"), reason=damage_of(b""))


def test_a_network_that_uses_neighbours_does_not_classify_single_pixels(own_card):
    """For a card with the context pixel, a network that uses neighbours is refused, and another one is imported."""
    around = np.random.default_rng(1).normal(size=(3, 2, 3, 3)).astype(np.float32)
    card = own_card(tiny_network(around, BIAS), context="pixel")
    import_refused(card, ModelError, network=card.with_name("net.onnx"), field="context")
    assert import_model(own_card(context="pixel")).context == "pixel"


def test_a_network_with_one_patch_size_gets_no_other(own_card, cumulus_product, out):
    """A network for patches of 64 pixels is not run on others, neither by an option nor in an ensemble."""
    import_model(own_card(patch_size=64, patch_multiple=64))
    error = one_error(cumulus_product(), out, model="mine", patch_size=128, patch_overlap_px=16)
    assert_values(error, name="patch_size", value=128, model="mine", size=64)
    other = tiny_card(id="other", bands=BANDS, patch_size=128)
    with refused(ModelCardError, names="mine and other", field="patch_size") as caught:
        join_cards([load_cards()["mine"], card_of(other, "The card")])
    assert all(size in str(caught.value.values["reason"]) for size in (" 64 ", " 128"))
