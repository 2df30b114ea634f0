"""Fetch the networks of a published model: download or take its files of weights, check them, and build from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import quote, urlsplit

from ..cards.card import ModelCard, NetworkFile, Publication, PublishedWeights, imported_dir
from ..errors import ConsentError, DownloadError, ModelError, SettingError
from ..hosts.by_requests import RequestsTransport
from ..hosts.transport import Transport, never
from ..language import translated
from ..networks.network_files import downloads_dir
from ..networks.published import known_hash, missing_networks, store_weights
from ..runtime.graph_cache import sha256_of
from .download import Wanted, download
from .refusals import cancelled_error, start_of

_ROOM = 120
"""Characters of the names of files in a message."""


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
        """The share of all files that is done, from 0 to 1; a file of unknown size counts once it is there."""
        part = 1.0 if self.phase == "build" else self.done / self.size if self.size else 0.0
        return (self.number - 1 + part) / self.count


def ignore(_progress: Progress) -> None:
    """Show no progress."""


def weights_of(networks: Sequence[NetworkFile]) -> list[PublishedWeights]:
    """Return the files of weights that networks are built from."""
    return [network.weights for network in networks if network.weights is not None]


def fetch_model(  # noqa: PLR0913 - a person's choices, each with a default
    card: ModelCard,
    transport: Transport | None = None,
    *,
    folder: Path | None = None,
    mirror: str = "",
    accept_licence: bool = False,
    progress: Callable[[Progress], object] = ignore,
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
        DownloadError: a file cannot be downloaded, is not in the folder, or is not the published one.
        SettingError: the mirror is no address, or has a password.
        CancelledError: cancelled; what has arrived is kept, and the next call continues there.
        OutputError: the models folder cannot be written to, or the disk has too little space.
        ModelDamagedError: the published file is not the weights of this model.
        ModelError: an imported model has the same id.
        InstallationError: the package `requests` is not installed.
    """
    publication = _publication(card)
    networks = missing_networks(card)
    if not networks:
        return card
    if (imported_dir() / card.id).exists():
        raise ModelError(
            "A model {model} was imported and is in use. Remove it first, then fetch the published one.", model=card.id
        )
    if publication.consent and not accept_licence:
        raise ConsentError(
            "The licence of {model} is {licence}. Read it on {page}. To accept it, tick it in QGIS, or add "
            "--accept-licence to the command.",
            model=card.named,
            licence=card.licence,
            page=publication.page,
        )
    if folder is not None:
        _check_folder(folder, card, networks)
    elif not publication.address:
        raise DownloadError(
            "The weights of {model} can only be downloaded by hand: open {page}, put {files} into a folder, and choose "
            "that folder.",
            model=card.named,
            page=publication.page,
            files=_names(networks),
        )
    try:
        for number, (network, weights) in enumerate(zip(networks, weights_of(networks)), 1):
            fetch = _Fetch(card, network, weights, progress, cancelled, number, len(networks))
            fetch.run(transport, folder, mirror)
    finally:
        with suppress(OSError):  # it holds unfinished downloads
            downloads_dir().rmdir()
    return card


@dataclass(frozen=True)
class _Fetch:
    """The fetch of one network."""

    card: ModelCard
    network: NetworkFile
    weights: PublishedWeights
    progress: Callable[[Progress], object]
    cancelled: Callable[[], bool]
    number: int
    count: int

    def run(self, transport: Transport | None, folder: Path | None, mirror: str) -> None:
        """Get the file of weights, build the network, and remove the file if it was downloaded.

        Raises:
            CloudS2MaskError: see `fetch_model`.
        """
        if folder is not None:
            self._build(folder / self.weights.file)
            return
        path = downloads_dir() / self.weights.file
        if not path.is_file():
            self._download(path, transport or RequestsTransport(), mirror)
        try:
            self._build(path)
        except (DownloadError, ModelError):
            path.unlink(missing_ok=True)
            raise
        path.unlink(missing_ok=True)

    def _download(self, path: Path, transport: Transport, mirror: str) -> None:
        publication, weights = _publication(self.card), self.weights
        address = mirrored(publication.address + quote(weights.file), mirror)
        download(
            Wanted(weights.file, address, weights.size, weights.sha256),
            path,
            transport,
            progress=lambda done, size: self._tell("download", done, size),
            cancelled=self.cancelled,
        )

    def _build(self, path: Path) -> None:
        """Build the network of a file of weights if it is the published one, and the one that was used before.

        Raises:
            DownloadError: it is another file.
            ModelError: it is not the weights of this network.
            OutputError: the network cannot be written.
        """
        if self.cancelled():
            raise cancelled_error()
        size, found = path.stat().st_size, sha256_of(path)
        self._tell("build", size, size)
        if self.weights.sha256 not in {"", found}:
            raise DownloadError(
                "{path} is not the published file: its SHA-256 is {found} instead of {expected}. Download it again.",
                path=path,
                found=start_of(found),
                expected=start_of(self.weights.sha256),
            )
        before = known_hash(self.card, self.network)
        if not self.weights.sha256 and before not in {None, found}:
            raise DownloadError(
                "{file} has changed since its first use: its SHA-256 is {found} instead of {expected}. If you trust "
                "the new file, remove the model {model}, then fetch it again.",
                file=self.weights.file,
                found=start_of(found),
                expected=start_of(str(before)),
                model=self.card.named,
            )
        store_weights(path, card=self.card, sha256=found)

    def _tell(self, phase: Literal["download", "build"], done: int, size: int | None) -> None:
        self.progress(Progress(self.weights.file, done, size, phase, self.number, self.count))


def _publication(card: ModelCard) -> Publication:
    """Return the publication of a card.

    Raises:
        DownloadError: it has none.
    """
    if card.publication is None:
        raise DownloadError("{model} has no published weights. {remedy}", model=card.named, remedy=card.remedy)
    return card.publication


def _check_folder(folder: Path, card: ModelCard, networks: Sequence[NetworkFile]) -> None:
    """Check that a folder has the files of weights, so that none is built if one is missing.

    Raises:
        DownloadError: it lacks some.
    """
    if not folder.is_dir():
        raise DownloadError("{folder} does not exist. Choose the folder that holds the weights.", folder=folder)
    lacking = [network for network in networks if network.weights and not (folder / network.weights.file).is_file()]
    if lacking:
        raise DownloadError(
            "{folder} does not hold {files}. Copy them from {page} into it, by the same names.",
            folder=folder,
            files=_names(lacking),
            page=_publication(card).page,
        )


def _names(networks: Sequence[NetworkFile]) -> str:
    """List the files of weights of networks; long names but the first are counted, because messages are short."""
    names = [weights.file for weights in weights_of(networks)]
    text = ", ".join(names)
    if len(names) == 1 or len(text) <= _ROOM:
        return text
    return translated("{file} and {count} more", file=names[0], count=len(names) - 1)


def mirrored(address: str, mirror: str) -> str:
    """Return an address on a mirror, which has the files under the same paths; the address itself without a mirror.

    Raises:
        SettingError: the mirror is no address, or has user and password, which would be written into files.
    """
    if not mirror:
        return address
    check_mirror(mirror)
    return mirror.rstrip("/") + urlsplit(address).path


def check_mirror(mirror: str) -> None:
    """Check the address of a mirror.

    Raises:
        SettingError: see `mirrored`.
    """
    try:
        parts = urlsplit(mirror)
        usable = parts.scheme in {"http", "https"} and parts.hostname and not parts.query and not parts.fragment
        with_login = "@" in parts.netloc
        _port = parts.port
    except ValueError:
        usable = with_login = False
    shown = mirror.rpartition("@")[2]
    if with_login:
        raise SettingError(
            "The address of the mirror {mirror} contains a login. Remove it; in QGIS, choose a login with Login…, "
            "without QGIS, write it into the file .netrc.",
            mirror=shown,
        )
    if not usable:
        raise SettingError(
            "The mirror {mirror} is not an address. Write one such as https://mirror.example.", mirror=shown
        )
