"""Know which models are on this computer."""

from __future__ import annotations

from pathlib import Path

from .card import ModelCard, NetworkFile, models_dir


def path_of(card: ModelCard, network: NetworkFile) -> Path:
    """Return the path of a network, which may be missing."""
    return (card.folder or models_dir()) / network.file


def is_stored(card: ModelCard) -> bool:
    """Return True if the networks that are always used are on disk; they are not read, so this is fast."""
    return all(path_of(card, network).exists() for network in card.networks_in_use(ensembling=False))
