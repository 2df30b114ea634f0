"""Models that a person brings are looked at before they are kept, and refused with what is wrong and what to do."""

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
from ....core.errors import ModelCardError, ModelDamagedError, ModelError
from ....core.networks.importing import import_model, propose_facts, remove_model
from ....core.networks.onnx_file import external_files
from ....core.networks.store import locate, state_of
from ....core.networks.typed_card import ModelFacts
from ..conftest import mask, one_error, tiny_card, tiny_network
from .conftest import BANDS, BIAS, WEIGHTS

pytestmark = pytest.mark.usefixtures("store")


def refused(given: Path, error: Any, message: str, **options: Any) -> None:
    """Importing fails with a message, and leaves nothing behind."""
    with pytest.raises(error, match=message):
        import_model(given, **options)
    assert not imported_dir().exists() or list(imported_dir().iterdir()) == []


def test_an_imported_model_masks_like_any_other(brought, cumulus_product, out):
    """I bring a card and its network, and mask a product with it."""
    card = import_model(brought())
    assert load_cards()["mine"] == card
    assert state_of(card).name == "ready"
    assert locate(card) == (imported_dir() / "mine" / "net.onnx",)
    assert {0, 1, 3} <= set(np.unique(mask(cumulus_product(), out, model="mine")))


def test_a_network_without_a_card_needs_its_facts(brought, tmp_path):
    """An .onnx alone is asked for what it needs; with that it is kept with a card of its own."""
    network = brought().with_name("net.onnx")
    refused(network, ModelCardError, "comes without a card")
    facts = {name: value for name, value in tiny_card(id="bare", bands=BANDS).items() if name != "networks"}
    card = import_model(network, facts)
    assert (card.id, card.bands, state_of(card).name) == ("bare", ("B02", "B03"), "ready")


def test_what_a_network_says_of_itself_is_proposed(brought):
    """The form begins with what is known: a name, and how many bands and classes there are."""
    network = brought().with_name("net.onnx")
    other = network.rename(network.with_name("My Net (2).onnx"))
    assert propose_facts(other) == {
        "id": "my-net--2",
        "title": "My Net (2)",
        "version": "1",
        "band_count": 2,
        "class_count": 3,
    }


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"classes": ["clear", "haze", "shadow"]}, "classes must be among clear, thick_cloud.*; 'haze' is not"),
        ({"bands": ["B02", "green"]}, "bands must be Sentinel-2 bands.*; 'green' is not"),
        ({"classes": ["clear"] * 3}, "classes must hold clear and at least one of thick_cloud, thin_cloud, shadow"),
        ({"classes": ["thick_cloud", "thick_cloud", "shadow"]}, "classes must hold clear"),
        ({"bands": ["B02", "B02"]}, "bands must be Sentinel-2 bands, each once.*; 'B02' stands there twice"),
        ({"bands": []}, "bands is empty, but must be Sentinel-2 bands"),
        ({"bands": ["B02", "B03", "B04"], "std": [0.0, 0.1, 0.1]}, "std must be numbers above 0.*; 0.0 is not"),
        ({"std": [1.0, 0.0]}, "std must be numbers above 0"),
        ({"resolution": [20]}, "resolution must be two rising numbers"),
        ({"patch_size": 50}, "patch_size must be a multiple of 32"),
        ({"mean": []}, "mean, std must have one value per band: there are 2 bands, 0 means and 2 deviations"),
        ({"resolution": [5, 5]}, "resolution must be two rising numbers of metres, from 10"),
        ({"colour": "red"}, "colour is not a field of cards"),
        ({"id": "My Model"}, "id must be small letters"),
        ({"networks": [{"file": "../net.onnx"}]}, "networks must list a file beside the card"),
        ({"networks": []}, "networks must list"),
        ({"networks": ["x", {"file": "net.onnx"}]}, "networks must list"),
        ({"networks": [{"file": "net.onnx", "sha256": 12}]}, "networks must list"),
        ({"networks": [{"file": "net\0.onnx"}]}, "networks must list"),
        ({"mean": [10**400, 0]}, "mean must be numbers"),
        ({"bands": ["B02", "AOT"], "levels": ["L1C"]}, "bands, levels do not go together: L1C products have no AOT"),
        ({"bands": ["B02", "B10"], "levels": ["L1C", "L2A"]}, "L2A products have no B10. Leave out L2A or B10"),
    ],
)
def test_a_bad_card_is_refused_with_the_name_of_the_field(brought, fields, message):
    """I learn which field is wrong, and what it must be."""
    refused(brought(**fields), ModelCardError, message)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"id": 3}', "null", "[" * 100_000])
def test_what_is_no_card_is_refused(tmp_path, text):
    """A file that is no card is named."""
    path = tmp_path / "card.json"
    path.write_text(text, encoding="utf-8")
    refused(path, ModelCardError, str(path))


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"bands": ["B02", "B03", "B04"], "mean": [0.0] * 3, "std": [1.0] * 3}, "has 2 bands, its card names 3"),
        ({"classes": ["clear", "thick_cloud"]}, "has 3 classes, its card names 2"),
        ({"activation": "none"}, "does not answer with probabilities"),
    ],
)
def test_a_network_that_does_not_fit_its_card_is_refused(brought, tmp_path, fields, message):
    """Another number of bands or classes, or logits where probabilities are said, is an error that says so."""
    card = brought()
    data = json.loads(card.read_text(encoding="utf-8")) | fields
    card.write_text(json.dumps(data), encoding="utf-8")
    refused(card, ModelError, message)


@pytest.mark.parametrize("data", [b"", b"\x08\x08"])
def test_a_file_without_a_graph_is_no_network(brought, data):
    """An empty file is told in words of people, before ONNX Runtime looks at it."""
    refused(brought(data), ModelDamagedError, "it is no ONNX file, or it is cut short")


def test_a_card_without_its_network_says_where_it_belongs(brought):
    """I copied the card alone: the message names the file that is lacking."""
    card = brought()
    card.with_name("net.onnx").unlink()
    refused(card, ModelDamagedError, r"mine.json names the network net.onnx, which is not there. Copy it beside")


def test_a_missing_file_is_not_called_a_bad_card(tmp_path):
    """A path that leads nowhere is said to lead nowhere."""
    refused(tmp_path / "gone.json", ModelCardError, "gone.json cannot be used as a model card: No such file")


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
    """What may be one number or two stays text, which the check of the card refuses."""
    facts = ModelFacts("n", "n", "L1C", "B02 B03", "clear", mean=text)
    assert facts.fields()["mean"] == numbers


def test_weights_that_are_not_finite_are_refused(brought):
    """A damaged network shows in a trial patch, not in a mask."""
    weights = WEIGHTS.copy()
    weights[1, 0] = np.nan
    refused(brought(tiny_network(weights, BIAS)), ModelDamagedError, "not finite")


@pytest.mark.parametrize("cut", [0, 10, 100, -1])
def test_a_truncated_network_is_refused(brought, cut):
    """A file that was not copied to its end, or is none at all, is named with what to do."""
    data = tiny_network(WEIGHTS, BIAS)
    card = brought(data[:cut])
    refused(card, (ModelDamagedError, ModelError), str(card.with_name("net.onnx")))


def test_another_file_under_the_name_of_the_network_is_refused(brought):
    """If the card names the hash of its network, it has to be that one."""
    card = brought(networks=[{"file": "net.onnx", "sha256": "0" * 64}])
    refused(card, ModelDamagedError, "is not the network that its card names")


def with_outside_weights(location: str, inside: str) -> bytes:
    """A network whose weights are said to be in another file: an initializer, a constant, or one in a branch."""
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
def test_weights_in_another_file_are_never_opened(brought, location, inside):
    """A network that refers to another file is refused before ONNX Runtime sees it."""
    data = with_outside_weights(location, inside)
    assert external_files(data) == [location]
    refused(brought(data), ModelDamagedError, "keeps weights in another file .*Export the network as a single file")


def test_a_real_network_refers_to_no_other_file():
    """What the reader of bytes says of an ordinary network."""
    assert external_files(tiny_network(WEIGHTS, BIAS)) == []


def test_the_plugins_own_models_cannot_be_replaced(brought):
    """An import never takes the place of a model that the plugin brings."""
    card = brought(id="ukis-6b-l1c")
    refused(card, ModelError, "the plugin has a model ukis-6b-l1c of its own", replace=True)


def test_replacing_has_to_be_asked_for(brought):
    """A model that I imported before stays, unless I say that the new one takes its place."""
    import_model(brought())
    with pytest.raises(ModelError, match="there is a model mine already"):
        import_model(brought(title="New"))
    assert load_cards()["mine"].title == "Bands weighed per pixel"
    assert import_model(brought(title="New"), replace=True).title == "New"
    assert [path.name for path in imported_dir().iterdir()] == ["mine"]


def test_a_failed_replacement_leaves_what_was_there(brought):
    """A new version that is no good does not take the old one away."""
    import_model(brought())
    weights = np.full_like(WEIGHTS, np.inf)
    with pytest.raises(ModelDamagedError):
        import_model(brought(tiny_network(weights, BIAS)), replace=True)
    assert state_of(load_cards()["mine"]).name == "ready"


def test_a_removed_model_is_gone(brought):
    """Removing takes the folder; the others are as they were."""
    card = import_model(brought())
    remove_model(card)
    assert "mine" not in load_cards()
    assert list(imported_dir().iterdir()) == []


def test_a_damaged_import_keeps_no_other_model_from_being_used(brought, caplog):
    """If the card of an import was damaged later, it is left out, with one line in the log, and all else works."""
    import_model(brought())
    (imported_dir() / "mine" / "mine.json").write_text("{", encoding="utf-8")
    assert "mine" not in load_cards()
    assert "ukis-6b-l1c" in load_cards()
    assert caplog.text.count("mine.json cannot be used") == 1


def test_a_changed_network_is_damaged(brought):
    """A network that was changed after the import is not run."""
    card = import_model(brought())
    (path,) = locate(card)
    path.write_bytes(path.read_bytes() + b" ")
    assert state_of(card).name == "damaged"


def test_weights_without_an_end_are_refused_even_if_the_answer_hides_them(brought):
    """A bias of minus infinity gives a probability of 0, and is still no weight."""
    bias = BIAS.copy()
    bias[2] = -np.inf
    refused(brought(tiny_network(WEIGHTS, bias)), ModelDamagedError, "weights that are not finite numbers .bias")


def fixed(batch: object, edge: object) -> bytes:
    """A network that takes so many patches of one size only."""
    model = onnx.load_model_from_string(tiny_network(WEIGHTS, BIAS))
    for value in (model.graph.input[0], model.graph.output[0]):
        for index, length in ((0, batch), (2, edge), (3, edge)):
            if isinstance(length, int):
                value.type.tensor_type.shape.dim[index].dim_value = length
    return bytes(model.SerializeToString())


def test_a_network_of_one_size_needs_a_card_that_says_so(brought):
    """Patches of small scenes would be smaller, so the card has to allow this size alone."""
    refused(brought(fixed("n", 64)), ModelError, "takes patches of 64 x 64 pixels only")
    assert import_model(brought(fixed("n", 64), patch_multiple=64)).patch_size == 64


def test_a_network_of_several_patches_at_a_time_is_refused(brought):
    """The number of patches has to be open."""
    refused(brought(fixed(4, "h")), ModelError, "takes 4 patches at a time only")


def test_a_folder_of_another_name_is_no_model(brought):
    """A card that was put into a folder by hand, under another id, is not taken."""
    import_model(brought())
    card = imported_dir() / "mine" / "mine.json"
    card.write_text(card.read_text(encoding="utf-8").replace('"id": "mine"', '"id": "other"'), encoding="utf-8")
    assert not {"mine", "other"} & set(load_cards())


def test_a_tensor_that_is_a_byte_short_is_refused(brought):
    """A network whose weights are cut inside a whole file is named, too."""
    network = onnx.load_from_string(tiny_network(WEIGHTS, BIAS))
    network.graph.initializer[0].raw_data = network.graph.initializer[0].raw_data[:-1]
    refused(brought(network.SerializeToString()), ModelDamagedError, "net.onnx cannot be used: it is no ONNX file")


def test_a_network_that_looks_around_does_not_judge_pixels_alone(brought):
    """Pixels would be given to it in any order: it is refused, and one that does look at each alone is kept."""
    around = np.random.default_rng(1).normal(size=(3, 2, 3, 3)).astype(np.float32)
    refused(brought(tiny_network(around, BIAS), context="pixel"), ModelError, "does not judge each pixel alone")
    assert import_model(brought(context="pixel")).context == "pixel"


def test_a_network_of_one_size_gets_no_other(brought, cumulus_product, out):
    """A network that takes 64 pixels only is not given others, neither asked for nor for a model beside it."""
    import_model(brought(patch_size=64, patch_multiple=64))
    refuse = one_error(cumulus_product(), out, model="mine", patch_size=128, patch_overlap_px=16)
    assert "patch_size is 128, but the network of mine takes patches of 64 pixels only" in str(refuse)
    other = tiny_card(id="other", bands=BANDS, patch_size=128)
    with pytest.raises(ModelCardError, match="mine takes patches of 64 pixels only, but 128 are needed"):
        join_cards([load_cards()["mine"], card_of(other, "The card")])
