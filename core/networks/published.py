"""Networks built from published weights: recognised by their tensors, bound to a graph template, tried and stored.

Nothing in a file of weights is run, and no package but numpy is needed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..cards.card import ModelCard, NetworkFile, PublishedWeights, built_in_cards, imported_dir
from ..cards.stored import path_of
from ..errors import InstallationError, ModelError
from ..language import translated
from ..runtime.graph_cache import sha256_of
from .network_files import read_record, write_network

if TYPE_CHECKING:
    from ..graphs.template import Template

WEIGHTS_SUFFIXES = (".safetensors", ".pt", ".pth", ".ckpt", ".pkl", ".h5", ".hdf5")
"""Endings of files of weights."""

_BINDER_VERSION = 1
"""Increased when bound networks change, so that they are built again."""


class Built(NamedTuple):
    """A network built from a file of weights."""

    card: ModelCard
    network: NetworkFile
    graph: str
    """Name of its template."""
    data: bytes
    """The ONNX file."""


class _Place(NamedTuple):
    """A network of a card with a publication."""

    card: ModelCard
    network: NetworkFile
    weights: PublishedWeights


def published_cards() -> list[ModelCard]:
    """Return the built-in cards whose networks are built from published weights.

    Raises:
        ModelCardError: a built-in card cannot be used.
    """
    return [card for card in built_in_cards().values() if card.publication]


def store_weights(
    path: Path, *, card: ModelCard | None = None, sha256: str = "", replace: bool = False
) -> tuple[ModelCard, NetworkFile]:
    """Build and store the network of a file of weights; after an error the models are unchanged.

    Args:
        path: The file, in any format that `read_weights` reads.
        card: The model that it must belong to; None: any.
        sha256: Hash of the file if it is known.
        replace: Store it even if a model of the same id was imported, which stays in use until it is removed.

    Returns:
        The card, and the network of it.

    Raises:
        ModelDamagedError: the file cannot be read, or its network returns numbers that are not finite.
        ModelError: it belongs to no model or to another one, its name does not say to which, it is not the
            published file, or the id is in use.
        OutputError: the models folder cannot be written to.
    """
    built = build(path, card)
    owner, network = built.card, built.network
    if not replace and (imported_dir() / owner.id).exists():
        raise ModelError(
            "{path} cannot be imported: a model {model} exists. Replace it, or remove it first.",
            path=path,
            model=owner.id,
        )
    digest = sha256 or sha256_of(path)
    _check_published(path, network, digest)
    record = {
        **_expected_record(owner, network, built.graph),
        "sha256": hashlib.sha256(built.data).hexdigest(),
        "weights_file": path.name,
        "weights_sha256": digest,
        "time": datetime.now(timezone.utc).isoformat(timespec="seconds"),
    }
    target = path_of(owner, network)
    write_network(target, built.data, record, lambda part: check_runs(owner, path, part))
    return owner, network


def build(path: Path, card: ModelCard | None = None) -> Built:
    """Build the network of a file of weights.

    Args:
        path: The file.
        card: The model that it must belong to; None: any.

    Raises:
        ModelDamagedError, ModelError: see `store_weights`.
    """
    # Imported here, so that QGIS starts without them.
    from ..graphs.binding import bind
    from ..graphs.recognition import recognise
    from ..weights.reading import read_weights

    weights = read_weights(path)
    places = [
        _Place(owner, network, network.weights)
        for owner in published_cards()
        for network in owner.networks
        if network.weights
    ]
    wanted = [place for place in places if card is None or place.card.id == card.id]
    graphs = [graph for place in places for graph in place.weights.graphs]
    template = recognise(weights, graphs, _remedy(wanted, card))
    place = _place_of(path, template, places, wanted)
    return Built(place.card, place.network, template.name, bind(template, weights))


def check_runs(card: ModelCard, path: Path, network: Path) -> None:
    """Run a built network on a trial patch, unless the packages for it are not installed yet.

    Args:
        card: Its card.
        path: Path in messages.
        network: The ONNX file; ONNX Runtime's optimised graph is stored beside it.

    Raises:
        ModelDamagedError: it returns numbers that are not finite.
        ModelError: it does not match the card.
    """
    with suppress(ImportError, InstallationError):
        from .trial import check_fit

        check_fit(card, path, network)


def missing_networks(card: ModelCard) -> tuple[NetworkFile, ...]:
    """Return the networks of a card with a publication that are not stored, those for ensembling too."""
    return tuple(network for network in card.networks if not is_bound(card, network))


def download_bytes(networks: Iterable[NetworkFile]) -> int | None:
    """Sum the sizes of the files of weights that networks are built from; None if the authors do not state one."""
    sizes = [network.weights.size if network.weights else None for network in networks]
    known = [size for size in sizes if size is not None]
    return sum(known) if len(known) == len(sizes) else None


def record_of(card: ModelCard, network: NetworkFile) -> Mapping[str, object] | None:
    """Return the record of a stored network; None if it is not stored.

    `sha256` is the hash of the network, `weights_file` and `weights_sha256` are name and hash of the file that it was
    built from, `time` says when, in UTC.
    """
    return read_record(path_of(card, network)) if is_bound(card, network) else None


def known_hash(card: ModelCard, network: NetworkFile) -> object:
    """Return the hash of the file that a network was built from; None if the card names another revision by now."""
    record = read_record(path_of(card, network)) or {}
    return record.get("weights_sha256") if record.get("published") == _published(card, network) else None


def is_bound(card: ModelCard, network: NetworkFile) -> bool:
    """Return True if a network is stored, unchanged, and built as it would be today."""
    path = path_of(card, network)
    record = read_record(path)
    if record is None or network.weights is None or record.get("graph") not in network.weights.graphs:
        return False
    try:
        expected = {**_expected_record(card, network, str(record["graph"])), "sha256": sha256_of(path)}
    except OSError:  # the network or the template is missing
        return False
    return {name: record.get(name) for name in expected} == expected


def _check_published(path: Path, network: NetworkFile, digest: str) -> None:
    """Raise if the authors publish another hash of a file of weights: a single changed bit can make wrong masks."""
    published = network.weights.sha256 if network.weights else ""
    if published and digest != published:
        raise ModelError(
            "{path} is not the file that the authors publish: its SHA-256 is {found}…, not {expected}…. Download it "
            "again. Weights of your own: make bind builds a model to import from them.",
            path=path,
            found=digest[:12],
            expected=published[:12],
        )


def _expected_record(card: ModelCard, network: NetworkFile, graph: str) -> dict[str, object]:
    """Return the part of a record that changes when the network must be built again."""
    from ..graphs.template import template_path

    weights = network.weights
    return {
        "binder": _BINDER_VERSION,
        "graph": graph,
        "graph_sha256": sha256_of(template_path(graph)),
        "published_file": weights and weights.file,
        "published": _published(card, network),
    }


def _published(card: ModelCard, network: NetworkFile) -> str | None:
    """Return what tells the published file from earlier ones: its hash, or else the revision of its publication."""
    weights = network.weights
    if weights and weights.sha256:
        return weights.sha256
    return card.publication.revision if card.publication else None


def _place_of(path: Path, template: Template, places: Collection[_Place], wanted: Collection[_Place]) -> _Place:
    """Find the network of a card that a file of weights belongs to.

    Networks of the same architecture are told apart by the words of the published names: a name must have none of
    the words of the others.

    Raises:
        ModelError: it belongs to another card, or its name does not tell to which network.
    """
    fitting = [place for place in places if template.name in place.weights.graphs]
    allowed = [place for place in fitting if place in wanted]
    if not allowed:
        raise ModelError(
            "{path} contains {found}, not {model}. {remedy}",
            path=path,
            found=fitting[0].card.named,
            model=next(iter(wanted)).card.named,
            remedy=_choose(wanted),
        )
    words = {place: _words(place.weights.file) for place in fitting}
    common = frozenset.intersection(*words.values())
    own = {place: words[place] - common for place in fitting}
    given = _words(path.name) & frozenset.union(*own.values())
    left = [place for place in allowed if given <= own[place]]
    if len(left) != 1:
        raise ModelError(
            "The tensors of {path} do not say which network of {model} they are, only its published name does. "
            "{remedy}",
            path=path,
            model=list(dict.fromkeys(place.card.named for place in allowed)),
            remedy=translated("Rename the file to {files}.", files=_names(left or allowed)),
        )
    return left[0]


def _words(name: str) -> frozenset[str]:
    """Split the name of a file into its words; numbers alone are not words, because browsers add them to copies."""
    words = re.split(r"[_\s()-]+", Path(name.lower()).stem)
    return frozenset(word for word in words if word and not word.isdigit())


def _remedy(places: Collection[_Place], card: ModelCard | None) -> str:
    """Name the files of weights that may be chosen: those of one model, or the systems."""
    if card is not None:
        return _choose(places)
    systems = dict.fromkeys(re.split(r"\W", place.card.title)[0] for place in places)
    return translated("Choose a file of weights that the authors of {systems} publish.", systems=", ".join(systems))


def _choose(places: Iterable[_Place]) -> str:
    return translated("Choose {files}.", files=_names(places))


def _names(places: Iterable[_Place]) -> str:
    return translated(" or ").join(place.weights.file for place in places)
