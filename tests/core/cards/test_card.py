"""Cards define the input of a network; a wrong card is an error that names the field."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from ....core.cards.card import card_problems, load_cards, parse_card
from ....core.cards.choice import choose_card, name_by_titles, names_to_choose
from ....core.errors import ModelCardError, SettingError
from ....tools.labelled_scene import SIX_BANDS
from ...refusals import refused
from ..conftest import tiny_card


def wrong_fields(data: object) -> list[str]:
    """List the fields of a card that are reported as wrong."""
    return [name for problem in card_problems(json.loads(json.dumps(data))) for name in problem.fields]


@pytest.mark.parametrize(
    ("level", "resolution", "model"),
    [
        ("L1C", 10, "ukis-4b-l1c"),
        ("L1C", 19, "ukis-4b-l1c"),
        ("L1C", 20, "ukis-6b-l1c+ukis-4b-l1c"),
        ("L1C", 60, "ukis-6b-l1c+ukis-4b-l1c"),
        ("L2A", 10, "ukis-4b-l2a"),
        ("L2A", 20, "ukis-6b-l2a+ukis-4b-l2a"),
        ("L2A", 40, "ukis-6b-l2a+ukis-4b-l2a"),
    ],
)
def test_the_default_model_follows_level_and_resolution(level, resolution, model):
    """I choose no model and get the one for my product: both networks, or 4 bands if infrared is too coarse."""
    assert choose_card(level, resolution).id == model
    assert choose_card(level, resolution, model).id == model


@pytest.mark.parametrize("model", ["ukis-4b-l1c", "ukis-6b-l1c", "ukis-4b-l2a", "ukis-6b-l2a"])
def test_cards_of_the_default_networks(model):
    """The card of each default network has its level, its bands and its package."""
    card = load_cards()[model]
    assert card.levels == (model[-3:].upper(),)
    assert card.bands == SIX_BANDS[: int(model[5])]
    assert card.classes == ("clear", "thick_cloud", "shadow")
    assert card.source
    assert (card.source.package, card.source.package_version) == ("ukis-csmask", "1.0.0")
    assert len(card.networks[0].sha256) == 64
    assert card.patch_multiple == 32
    assert card.licence == "Apache-2.0"
    assert card.citation


@pytest.mark.parametrize(("asked", "used"), [(10, 20), (19, 20), (20, 20), (33, 33), (40, 40), (60, 40)])
def test_outside_its_range_a_network_runs_at_the_nearest_resolution_inside(asked, used):
    """The 6-band networks support 20 to 40 m; for other masks they run at the nearest of these."""
    card = replace(load_cards()["ukis-6b-l1c"], resolution=(20, 40))
    assert card.network_resolution(asked) == used


def test_a_model_of_another_level_is_refused_with_those_that_fit():
    """A surface-reflectance model on an L1C product is an error that lists what `model=` takes for L1C."""
    for model, own, level, fitting in (
        ("ukis-6b-l2a", "L2A", "L1C", "ukis-4b-l1c"),
        ("ukis-4b-l1c", "L1C", "L2A", "ukis-6b-l2a"),
    ):
        cards = load_cards()
        with refused(SettingError, model=cards[model].title, levels=own, level=level) as caught:
            choose_card(level, 20, model)
        names = str(caught.value.values["names"]).split(", ")
        assert names[0] == "auto"
        assert fitting in names
        assert all(name.replace(" (not downloaded)", "") in {"auto", *cards} for name in names)


def test_models_to_download_first_are_last_and_say_so(tmp_path, monkeypatch):
    """I do not choose a model by advice to find that it has to be downloaded."""
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path))
    cards = load_cards()
    chosen = [cards["ukis-6b-l1c"], cards["fmask"]]
    assert names_to_choose(chosen) == ["fmask", "ukis-6b-l1c (not downloaded)"]
    name_by_titles()
    try:
        assert names_to_choose(chosen) == ["Fmask", f"{chosen[0].title} (not downloaded)"]
    finally:
        name_by_titles(False)


def test_an_unknown_model_is_refused_with_the_known_ones():
    """A misspelt model is an error that lists the models."""
    with refused(SettingError, model="ukis") as caught:
        choose_card("L1C", 20, "ukis")
    assert {"ukis-4b-l1c", "ukis-6b-l2a"} <= set(str(caught.value.values["names"]).split(", "))


def test_a_new_card_is_a_new_model(tiny_model):
    """I put a card into the folder, and the model can be chosen; no code is needed."""
    tiny_model([[0.0, 0.0]] * 3, [0, 0, 0], bands=["B02", "B03"], resolution=[10, 30])
    card = choose_card("L2A", 20, "tiny")
    assert (card.bands, card.resolution, card.networks[0].file) == (("B02", "B03"), (10, 30), "tiny.onnx")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("levels", []),
        ("levels", ["L3"]),
        ("bands", []),
        ("bands", ["B02", "B99"]),
        ("mean", [0.1]),
        ("std", [0.1]),
        ("std", [1, 1, 1, 1, 1, 0]),
        ("classes", ["clear", "fog"]),
        ("classes", ["clear", "snow", "water"]),
        ("classes", ["thick_cloud", "snow", "water"]),
        ("activation", "sigmoid"),
        ("blend", "votes"),
        ("patch_size", 100),
        ("patch_overlap", 32),
        ("patch_overlap", -1),
        ("patch_shape", "round"),
        ("resolution", [40, 20]),
        ("any_sensor", 1),
        ("any_sensor", True),
    ],
)
def test_a_wrong_field_is_named_with_its_card(tmp_path, field, value):
    """A card with a wrong value is an error that names the card and the field."""
    path = tmp_path / "bad.json"
    path.write_text(json.dumps(tiny_card() | {field: value}))
    assert field in wrong_fields(tiny_card() | {field: value})
    with refused(ModelCardError, name=f"The model card {path}") as caught:
        parse_card(path)
    assert field in str(caught.value.values["reason"])


RULES = {"threshold": 0.2, "dilate_px": 1, "shadow_dilate_px": 2, "snow_dilate_px": 0, "parallax": True}


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"networks": []}, "networks"),
        ({"context": "scene"}, "context, rules"),
        ({"rules": RULES}, "context, rules"),
        ({"context": "scene", "rules": RULES}, "networks, mean, std"),
        ({"rules": {**RULES, "elevation": "heights.tif"}}, "rules"),
        ({"rules": {**RULES, "threshold": 1}}, "rules"),
    ],
)
def test_rules_take_the_place_of_networks(fields, named):
    """A card has networks, or rules for the whole scene, and the maps of a user are none of its fields."""
    card = json.loads(json.dumps(tiny_card()))
    assert named in [", ".join(problem.fields) for problem in card_problems(card | fields)]
    instead = {"context": "scene", "rules": RULES, "networks": [], "mean": [], "std": []}
    assert card_problems(card | instead) == []


@pytest.mark.parametrize("field", sorted(tiny_card()))
def test_a_missing_field_is_named_with_its_card(tmp_path, field):
    """A card that lacks a field is an error that names it."""
    path = tmp_path / "bad.json"
    card = {name: value for name, value in tiny_card().items() if name != field}
    path.write_text(json.dumps(card))
    assert wrong_fields(card) == [field]
    with refused(ModelCardError, name=f"The model card {path}") as caught:
        parse_card(path)
    assert field in str(caught.value.values["reason"])


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"card"'])
def test_a_file_that_is_not_a_card_is_named(tmp_path, text):
    """A file that is not a card is an error that names it."""
    path = tmp_path / "bad.json"
    path.write_text(text)
    with refused(ModelCardError) as caught:
        parse_card(path)
    assert str(path) in str(caught.value)


def test_an_unknown_field_is_refused(tmp_path):
    """A field that does not exist is an error, and is not ignored."""
    path = tmp_path / "bad.json"
    path.write_text(json.dumps(tiny_card() | {"colour": "red"}))
    assert wrong_fields(tiny_card() | {"colour": "red"}) == ["colour"]
    with refused(ModelCardError, name=f"The model card {path}") as caught:
        parse_card(path)
    assert "colour" in str(caught.value.values["reason"])


def test_the_revision_of_published_weights_is_that_of_their_address():
    """Cards mark the revision of a repository, so that no scanner takes it for a secret."""
    publication = load_cards()["omnicloudmask"].publication
    assert publication is not None
    assert publication.revision == "c9a4fb88188709127aa25cfe51ae7fd41b0132f8"
    assert publication.address.endswith(f"/resolve/{publication.revision}/")
