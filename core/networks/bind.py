"""Command: build a model that can be imported from weights as their authors publish them, with a card of its own.

`python -m cloud_s2_mask.core.networks.bind WEIGHTS... --out DIR [--model ID]`
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from ..cards.card import ModelCard, NetworkFile, built_in_path, read_json
from ..errors import CloudS2MaskError, ModelError, SettingError
from ..files import check_output_folder, text_writer, write_all, write_error
from ..language import translated
from ..process import open_streams, say
from ..runtime.graph_cache import sha256_of
from ..unfinished import unfinished
from .published import build, check_runs, published_cards


def bind_weights(weights: Sequence[Path], out: Path, card: ModelCard | None = None) -> list[Path]:
    """Build models from files of weights; after an error the folder is unchanged.

    Args:
        weights: Files of one or several models, one for each network.
        out: Folder for the networks and for the card of each model, `<id>.json`; its parent must exist.
        card: The model that the weights must belong to; None: any.

    Returns:
        The card and the networks of each model.

    Raises:
        ModelDamagedError, ModelError: a file cannot be used, see `store_weights`; two files are of the same network, or
            a network that a model needs is missing.
        OutputError: the folder cannot be written to.
    """
    is_new = not out.exists()
    check_output_folder(out)
    try:
        with unfinished(out) as folder:
            models, own = _built(weights, card, folder)
            files: dict[Path, Callable[[Path], object]] = {}
            for owner, parts in models.items():
                files[out / f"{owner.id}.json"] = text_writer(_card_text(owner, parts, own=owner in own))
                files.update({out / network.file: part.replace for network, part in parts.items()})
            write_all(files)
    except CloudS2MaskError:
        if is_new:
            with suppress(OSError):
                out.rmdir()
        raise
    return list(files)


def _built(
    weights: Sequence[Path], card: ModelCard | None, folder: Path
) -> tuple[dict[ModelCard, dict[NetworkFile, Path]], set[ModelCard]]:
    """Build and try the networks in a folder.

    Returns:
        Their paths by card, and in its order; and the cards of which a file is not the one that the authors publish.

    Raises:
        ModelDamagedError, ModelError: see `bind_weights`.
    """
    origins: dict[tuple[ModelCard, NetworkFile], Path] = {}
    for path in weights:
        key = _write_network(path, card, folder)
        if key in origins:
            raise ModelError(
                "{path} and {other} contain the same network of {model}. Give one file for each network.",
                path=path,
                other=origins[key],
                model=key[0].named,
            )
        origins[key] = path
    owners = dict.fromkeys(owner for owner, _network in origins)
    for owner in owners:
        missing = [network for network in owner.networks if (owner, network) not in origins]
        if missing and owner.ensemble == "always":
            raise ModelError(
                "{model} needs another file: {files}. Give the files of all its networks together.",
                model=owner.named,
                files=translated(" and ").join(network.weights.file for network in missing if network.weights),
            )
    own = {owner for (owner, network), path in origins.items() if not _may_be_published(network, path)}
    return {
        owner: {network: folder / network.file for network in owner.networks if (owner, network) in origins}
        for owner in owners
    }, own


def _may_be_published(network: NetworkFile, path: Path) -> bool:
    """Return False if the authors publish a hash, and it is not that of a file of weights."""
    published = network.weights.sha256 if network.weights else ""
    return published in {"", sha256_of(path)}


def _write_network(path: Path, card: ModelCard | None, folder: Path) -> tuple[ModelCard, NetworkFile]:
    built = build(path, card)
    part = folder / built.network.file
    try:
        part.write_bytes(built.data)
    except OSError as error:
        raise write_error(part, error) from error
    check_runs(built.card, path, part)
    return built.card, built.network


def _card_text(card: ModelCard, parts: Mapping[NetworkFile, Path], *, own: bool) -> str:
    """Return the card of imported networks as JSON: that of the model, without the place of the weights.

    Title and version say if the weights are not those that the authors publish.
    """
    fields = read_json(built_in_path(card.id))
    del fields["publication"]
    fields.pop("summary", None)  # it may say how to get the weights
    used = [network.weights.file for network in parts if network.weights]
    if len(parts) < len(card.networks):  # each network may have a version of its own
        words = [word for word in card.version.split() if any(word in file for file in used)]
        fields["version"] = " ".join(words) or card.version
    if own:
        fields["title"], fields["version"] = f"{card.title}, own weights", f"{fields['version']}, own weights"
    fields["networks"] = [{"file": network.file, "sha256": sha256_of(part)} for network, part in parts.items()]
    return json.dumps(fields, indent=2, ensure_ascii=False) + "\n"


def _model(name: str) -> ModelCard | None:
    """Return the card of a model whose weights are published; None for an empty name.

    Raises:
        SettingError: no such model has this id.
    """
    if not name:
        return None
    cards = {card.id: card for card in published_cards()}
    if name not in cards:
        raise SettingError(
            "There is no model {model!r} with published weights. Choose one of: {names}.",
            model=name,
            names=list(cards),
        )
    return cards[name]


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the models and print the paths of their cards and networks; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m cloud_s2_mask.core.networks.bind",
        description="Build the networks of weights as their authors publish them, and a card to import them with. "
        "Prints the paths of the card and the networks.",
    )
    add = parser.add_argument
    add("weights", nargs="+", type=Path, metavar="WEIGHTS", help=".safetensors, .pt, .pkl, .hdf5, ...")
    add("--out", required=True, type=Path, help="folder for the networks and their card")
    add("--model", default="", help="id of the model, if the name of a file does not tell it")
    given = parser.parse_args(arguments)
    try:
        written = bind_weights(given.weights, given.out, _model(given.model))
    except CloudS2MaskError as error:
        say(f"{error}\n", sys.stderr)
        return 1
    return 0 if say("".join(f"{path}\n" for path in written), sys.stdout) else 1


if __name__ == "__main__":
    open_streams()
    sys.exit(main())
