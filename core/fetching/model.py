"""Fetch the networks of a published model: download or take the files of weights, check them, and build the networks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..cards.card import ModelCard
from .transport import Transport, never


@dataclass(frozen=True)
class Progress:
    """The progress of one file of a model."""

    file: str
    """Name of the file of weights."""
    done: int
    """Bytes that have arrived."""
    size: int | None
    """Bytes of the file; None if the host does not say."""
    phase: Literal["download", "build"]
    """`build`: the network is made from the file."""
    number: int = 1
    """Number of the file among those that are fetched, from 1."""
    count: int = 1
    """Number of files that are fetched."""

    @property
    def share(self) -> float:
        """The share of all files that is done, from 0 to 1; a file of unknown size counts when it is built."""
        part = 1.0 if self.phase == "build" else self.done / self.size if self.size else 0.0
        return (self.number - 1 + part) / self.count


def ignore(_progress: Progress) -> None:
    """Show no progress."""


def fetch_model(  # noqa: PLR0913 - a person's choices, each with a default
    card: ModelCard,
    transport: Transport | None = None,
    *,
    folder: Path | None = None,
    mirror: str = "",
    accept_licence: bool = False,
    progress: Callable[[Progress], None] = ignore,
    cancelled: Callable[[], bool] = never,
) -> ModelCard:
    """Fetch the networks of a published model that are missing or damaged; nothing happens if there are none.

    Args:
        card: A card with a publication.
        transport: The way to the host; None: the package `requests`.
        folder: Take the files of weights from this folder, by their published names, and ask no host.
        mirror: Address that replaces scheme and host of the published one, such as `https://mirror.example`.
        accept_licence: True if the user accepts a licence that forbids commercial use.
        progress: Called with the progress, in this thread.
        cancelled: Asked several times a second.

    Returns:
        The card.

    Raises:
        ConsentError: the licence has to be accepted first.
        DownloadError: a file cannot be downloaded, or is not the published one.
        SettingError: the mirror is no address.
        CancelledError: cancelled; what has arrived is kept, and the next call continues there.
        OutputError: the models folder cannot be written to, or the disk has too little space.
        ModelDamagedError: the published file is not the weights of this model.
        InstallationError: the package `requests` is not installed.
    """
    raise NotImplementedError
