"""Models are described in the language of QGIS."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ....core.cards.card import load_cards
from ....core.language import use_translator
from ....tools.translations import card_texts
from ....ui.shared.model_texts import classes_text, size_text, title_with_state


@pytest.mark.parametrize(("locale", "size"), [("en", "8.3 MB"), ("de", "8,3 MB"), ("fr", "8,3 MB")])
def test_a_size_has_the_decimal_sign_of_its_language(speak, locale, size):
    """In a German sentence I read a German number, whatever the system's own format is."""
    speak(locale)
    assert size_text(8_300_000) == size


def test_the_classes_of_a_model_are_named_in_a_line():
    """I choose a model by what it finds; snow and water are named if it tells them from clear."""
    card = load_cards()["ukis-6b-l1c"]
    texts = {
        ("clear", "thick_cloud"): "cloud",
        ("clear", "thick_cloud", "thin_cloud", "shadow"): "cloud, thin cloud, shadow",
        ("clear", "thick_cloud", "shadow", "snow", "water"): "cloud, shadow, snow or ice, water",
    }
    assert {classes: classes_text(replace(card, classes=classes)) for classes in texts} == texts


def test_the_title_of_a_model_is_translated():
    """A title is in my language, and in English in the card."""
    card = load_cards()["s2cloudless"]
    use_translator(lambda text: "s2cloudless, pixelweise" if text == card.title else text)
    try:
        assert title_with_state(card, "ready") == "s2cloudless, pixelweise"
    finally:
        use_translator(None)
    assert title_with_state(card, None) == card.title
    assert {card.title for card in load_cards().values() if card.folder is None} <= set(card_texts())
