"""Import and removal of the user's own models."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

from ..cards.card import ModelCard, card_of, imported_dir, load_cards, read_json
from ..cards.schema import are_networks
from ..errors import HOW_TO_FETCH, ModelCardError, ModelDamagedError, ModelError, OutputError
from ..inference.loading import inputs_and_outputs
from ..language import translated
from ..runtime.graph_cache import sha256_of
from .published import WEIGHTS_SUFFIXES, is_bound, missing_networks, store_weights
from .store import not_removed, remove_networks
from .trial import check_fit, check_images, check_network_file
from .typed_card import BAND_COUNT, CLASS_COUNT


def import_model(path: Path, fields: Mapping[str, Any] | None = None, *, replace: bool = False) -> ModelCard:
    """Check a model and store it in the user's folder; after an error the folder is unchanged.

    Args:
        path: A card (`.json`) with its networks beside it, a network (`.onnx`), or weights as the authors of a built-in
            model publish them (`WEIGHTS_SUFFIXES`).
        fields: The fields of a card, for a network without a card.
        replace: Replace an imported model with the same id, or use this one in place of a published one that is stored.

    Returns:
        The card. A built-in model with several networks needs a file of weights for each, see `missing_networks`; an
        imported model of its id stays in use until the last one is there.

    Raises:
        ModelCardError: the card cannot be read, or one of its fields has a wrong value.
        ModelDamagedError: a network cannot be read or loaded, does not match its hash in the card, stores weights in
            another file, or returns numbers that are not finite.
        ModelError: a network does not match the card, the id is in use, or the weights are those of no built-in model.
        OutputError: the user's folder cannot be written to.
        InstallationError: onnxruntime is not installed.
    """
    if path.suffix.lower() in WEIGHTS_SUFFIXES:
        return _import_weights(path, replace=replace)
    data, networks = _read(path, fields)
    for network in networks:
        check_network_file(network)
    for entry, network in zip(data["networks"], networks):
        entry.setdefault("sha256", sha256_of(network))
    card = card_of(data, translated("The model card {path}", path=path))
    for entry, network in zip(card.networks, networks):
        if entry.sha256 != sha256_of(network):
            raise ModelDamagedError(
                "{network} does not match the {field} in its card. Export or copy it again.",
                network=network,
                field="sha256",
            )
    _check_id(card, path, replace=replace)
    _store(card, data, networks)
    return load_cards()[card.id]


def _import_weights(path: Path, *, replace: bool) -> ModelCard:
    card, _network = store_weights(path, replace=replace)
    if (imported_dir() / card.id).exists() and not missing_networks(card):
        remove_imported(card.id)
    return card


def remove_model(card: ModelCard) -> None:
    """Remove an imported model, or the networks of a model that can be downloaded again.

    Raises:
        OutputError: one of its files is in use or cannot be removed.
    """
    if card.folder is None:
        remove_networks(card)
    else:
        remove_imported(card.id)


def remove_imported(model: str) -> None:
    """Remove an imported model, even if its card cannot be read.

    Raises:
        OutputError: one of its files is in use or cannot be removed.
    """
    folder = imported_dir() / model
    removed = folder.with_name(f".{model}-{uuid4().hex[:8]}")
    try:
        folder.rename(removed)
    except OSError as error:
        raise not_removed(folder, error) from error
    shutil.rmtree(removed, ignore_errors=True)


def propose_fields(network: Path) -> dict[str, Any]:
    """Propose fields of a card for a network: id and title from its name, and its numbers of bands and classes.

    Raises:
        ModelDamagedError: it cannot be read or loaded.
        ModelError: it is not an image network.
    """
    check_network_file(network)
    bands, classes = check_images(network, *inputs_and_outputs(network))
    name = "".join(letter if letter.isalnum() or letter in "._-" else "-" for letter in network.stem.lower())
    fields: dict[str, Any] = {"id": name.strip("-._")[:64], "title": network.stem, "version": "1"}
    if isinstance(bands, int):
        fields[BAND_COUNT] = bands
    if isinstance(classes, int):
        fields[CLASS_COUNT] = classes
    return fields


def _read(path: Path, fields: Mapping[str, Any] | None) -> tuple[dict[str, Any], list[Path]]:
    """Read the fields of a card, and find its networks."""
    if path.suffix.lower() == ".onnx":
        if fields is None:
            raise ModelCardError(
                "{network} has no model card. Enter the card's fields, or choose its card.", network=path
            )
        return {**fields, "networks": [{"file": path.name}]}, [path]
    try:
        data = read_json(path)
    except ModelCardError as error:
        raise ModelCardError(
            "{path} cannot be used as a model card: {reason}. Choose a card (.json), a network (.onnx), or published "
            "weights ({suffixes}).",
            path=path,
            reason=error.values["reason"],
            suffixes=WEIGHTS_SUFFIXES,
        ) from error
    networks = data.get("networks") if isinstance(data, dict) else None
    if not are_networks(networks):
        raise ModelCardError(
            "{path} has wrong {field}: each needs the name of a file beside the card, without folders, and optionally "
            "its sha256. Correct the card.",
            path=path,
            field="networks",
        )
    if data.get("source"):
        raise ModelCardError(
            "{path} has a {field}: models from packages cannot be imported. {remedy}",
            path=path,
            field="source",
            remedy=translated(HOW_TO_FETCH),
        )
    if data.get("publication"):
        raise ModelCardError(
            "{path} has a {field}: of published models, the weights are imported, not the card. Choose the file of "
            "weights.",
            path=path,
            field="publication",
        )
    networks = [path.parent / one["file"] for one in data["networks"]]
    for network in networks:
        if not network.is_file():
            raise ModelDamagedError(
                "The network {network} of the card {path} is missing. Copy it beside the card.",
                path=path,
                network=network.name,
            )
    return data, networks


def _check_id(card: ModelCard, path: Path, *, replace: bool) -> None:
    existing = load_cards().get(card.id)
    if existing is not None and existing.folder is None and existing.publication is None:
        raise ModelError(
            "{path} cannot be imported: {model} is a built-in model. Choose another id.", path=path, model=card.id
        )
    shadowed = existing is not None and any(is_bound(existing, network) for network in existing.networks)
    if ((imported_dir() / card.id).exists() or shadowed) and not replace:
        raise ModelError(
            "{path} cannot be imported: a model {model} exists. Replace it, or choose another id.",
            path=path,
            model=card.id,
        )


def _store(card: ModelCard, data: Mapping[str, Any], networks: list[Path]) -> None:
    """Copy a model into its own folder, completely or not at all."""
    target = imported_dir() / card.id
    new, old = (target.with_name(f".{card.id}-{uuid4().hex[:8]}") for _ in range(2))
    try:
        new.mkdir(parents=True)
        for network in networks:
            shutil.copyfile(network, new / network.name)
            check_fit(card, network, new / network.name)
        (new / f"{card.id}.json").write_text(json.dumps(data, indent=2, ensure_ascii=False), encoding="utf-8")
        if target.exists():
            target.rename(old)
        new.rename(target)
    except OSError as error:
        raise OutputError(
            "{path} cannot be written ({reason}). Free disk space, or close the programs that use it.",
            path=target,
            reason=error.strerror,
        ) from error
    finally:
        if old.exists() and not target.exists():
            old.rename(target)
        for folder in (new, old):
            shutil.rmtree(folder, ignore_errors=True)
