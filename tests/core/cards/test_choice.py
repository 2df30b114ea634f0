"""Models that are joined have a name that fits."""

from __future__ import annotations

import pytest

from ....core.cards.choice import choose_card, short_name


@pytest.mark.parametrize(
    ("model", "title"),
    [
        ("omnicloudmask", "omnicloudmask"),
        ("ukis-6b-l1c", "ukis-6b-l1c"),
        ("ukis-6b-l1c+ukis-4b-l1c", "ukis-6b+4b-l1c"),
        ("ukis-6b+ukis-4b", "ukis-6b+4b"),
        ("ukis-6b-l1c+unetmobv2-l1c", "ukis-6b+unetmobv2-l1c"),
        ("kappamask-l1c+kappamask-unet-l1c", "kappamask-l1c+kappamask-unet-l1c"),
        ("mine+yours", "mine+yours"),
    ],
)
def test_models_together_have_a_short_name(model, title):
    """The title of a layer says which networks made the mask, without saying twice what they have in common."""
    assert short_name(model) == title


def test_the_title_of_joined_models_is_translated(another_language):
    """Each model has a title in my language, so the two of the automatic choice have both."""
    joined = choose_card("L1C", 20)
    assert joined.named == " + ".join(f"§{card.title}" for card in joined.members)
