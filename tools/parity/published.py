"""The names under which the authors of other systems publish their weights."""

from __future__ import annotations

from ...core.cards.card import built_in_cards


def files_of(model: str) -> list[str]:
    """Return the names of the files of weights of a model, in the order of its networks."""
    return [network.weights.file for network in built_in_cards()[model].networks if network.weights]
