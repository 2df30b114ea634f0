"""Models that a person brings: what is looked at before they are kept, where they go, and how they leave."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

from ..cards.card import ModelCard, card_of, imported_dir, load_cards, read_json
from ..cards.schema import are_networks
from ..errors import ModelCardError, ModelDamagedError, ModelError, OutputError
from ..inference.session import inputs_and_outputs
from ..language import translated
from .store import not_removed, remove_networks, sha256_of
from .trial import check_fit, check_images, check_network_file
from .typed_card import BAND_COUNT, CLASS_COUNT


def import_model(given: Path, facts: Mapping[str, Any] | None = None, *, replace: bool = False) -> ModelCard:
    """Check a model and keep it in the user's folder; what is not all right leaves nothing there.

    Args:
        given: A card (`.json`) with its networks beside it, or a network (`.onnx`).
        facts: The fields of a card, for a network without one.
        replace: Whether a model of the same id that was imported before gives way.

    Returns:
        The card, as `load_cards` has it from now on.

    Raises:
        ModelCardError: a field of the card cannot be honoured.
        ModelDamagedError: a network cannot be read or loaded, is not the one that the card names, keeps weights in
            another file, or answers with numbers that are not finite.
        ModelError: a network does not fit the card.
        ModelError: the id is taken.
        OutputError: the user's folder cannot be written to.
        InstallationError: onnxruntime is not installed.
    """
    fields, networks = _read(given, facts)
    for network in networks:
        check_network_file(network)
    for entry, network in zip(fields["networks"], networks):
        entry.setdefault("sha256", sha256_of(network))
    card = card_of(fields, translated("The model card {path}", path=given))
    for named, network in zip(card.networks, networks):
        if named.sha256 != sha256_of(network):
            raise ModelDamagedError(
                "{network} is not the network that its card names. Export or copy it again.", network=network
            )
    _check_id(card, given, replace=replace)
    _keep(card, fields, networks)
    return load_cards()[card.id]


def remove_model(card: ModelCard) -> None:
    """Remove an imported model, or the networks of one that can be fetched again.

    Raises:
        OutputError: a file of it is in use or may not be removed.
    """
    if card.folder is None:
        remove_networks(card)
    else:
        remove_imported(card.id)


def remove_imported(model: str) -> None:
    """Remove an imported model, whether its card can be read or not.

    Raises:
        OutputError: a file of it is in use or may not be removed.
    """
    folder = imported_dir() / model
    gone = folder.with_name(f".{model}-{uuid4().hex[:8]}")
    try:
        folder.rename(gone)
    except OSError as error:
        raise not_removed(folder, error) from error
    shutil.rmtree(gone, ignore_errors=True)


def propose_facts(network: Path) -> dict[str, Any]:
    """What a network says of its card by itself: its id and title from its name, and how many bands and classes.

    Raises:
        ModelDamagedError: it cannot be read or loaded.
        ModelError: it is no network of images.
    """
    check_network_file(network)
    bands, classes = check_images(network, *inputs_and_outputs(network))
    name = "".join(letter if letter.isalnum() or letter in "._-" else "-" for letter in network.stem.lower())
    facts: dict[str, Any] = {"id": name.strip("-._")[:64], "title": network.stem, "version": "1"}
    if isinstance(bands, int):
        facts[BAND_COUNT] = bands
    if isinstance(classes, int):
        facts[CLASS_COUNT] = classes
    return facts


def _read(given: Path, facts: Mapping[str, Any] | None) -> tuple[dict[str, Any], list[Path]]:
    """The fields of a card, and the networks that it names."""
    if given.suffix.lower() == ".onnx":
        if facts is None:
            raise ModelCardError(
                "{given} comes without a card. Say what it needs and means, or choose its card.", given=given
            )
        return {**facts, "networks": [{"file": given.name}]}, [given]
    try:
        fields = read_json(given)
    except ModelCardError as error:
        raise ModelCardError(
            "{given} cannot be used as a model card: {reason}. Choose a card (.json) or a network (.onnx).",
            given=given,
            reason=error.values["reason"],
        ) from error
    networks = fields.get("networks") if isinstance(fields, dict) else None
    if not are_networks(networks):
        raise ModelCardError(
            "{given} names no networks that can be used: networks must list a file beside the card for each, "
            "without folders, and perhaps its sha256.",
            given=given,
        )
    if fields.get("source"):
        raise ModelCardError(
            "{given} is the card of a package's model, which is fetched and not imported.", given=given
        )
    networks = [given.parent / one["file"] for one in fields["networks"]]
    for network in networks:
        if not network.is_file():
            raise ModelDamagedError(
                "{given} names the network {network}, which is not there. Copy it beside its card.",
                given=given,
                network=network.name,
            )
    return fields, networks


def _check_id(card: ModelCard, given: Path, *, replace: bool) -> None:
    before = load_cards().get(card.id)
    if before is not None and before.folder is None:
        raise ModelError(
            "{given}: the plugin has a model {id} of its own. Give the card another id.", given=given, id=card.id
        )
    if (imported_dir() / card.id).exists() and not replace:
        raise ModelError(
            "{given}: there is a model {id} already. Replace it, or give the card another id.", given=given, id=card.id
        )


def _keep(card: ModelCard, fields: Mapping[str, Any], networks: list[Path]) -> None:
    """Copy a model into a folder of its own, whole or not at all."""
    target = imported_dir() / card.id
    new, old = (target.with_name(f".{card.id}-{uuid4().hex[:8]}") for _ in range(2))
    try:
        new.mkdir(parents=True)
        for network in networks:
            shutil.copyfile(network, new / network.name)
            check_fit(card, network, new / network.name)
        (new / f"{card.id}.json").write_text(json.dumps(fields, indent=2, ensure_ascii=False), encoding="utf-8")
        if target.exists():
            target.rename(old)
        new.rename(target)
    except OSError as error:
        raise OutputError(
            "{target} could not be written ({reason}). Make room, or free it.", target=target, reason=error.strerror
        ) from error
    finally:
        if old.exists() and not target.exists():
            old.rename(target)
        for left in (new, old):
            shutil.rmtree(left, ignore_errors=True)
