"""From a system's networks to a folder that can be imported: the card, its ONNX files, and the proof that they fit."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from ...core.cards.card import ModelCard, card_of
from ...core.errors import CloudS2MaskError
from ...core.networks.store import sha256_of
from ..export import ExportError
from .against_original import WANTED, compare
from .ground import random_ground, real_ground
from .system import Model, Network

_LARGEST = 2_000_000_000
"""Bytes that one ONNX file can hold."""


def export_model(model: Model, out: Path, product: Path, say: Callable[[str], object]) -> Path:
    """Write `<out>/<id>/` with the card `<id>.json` and its networks; it is there whole, or not at all.

    Args:
        model: What a system made of a person's weights.
        out: Folder, made if it is missing.
        product: A product whose patches the export is tried on.
        say: Takes a line about each network.

    Raises:
        ExportError: the folder cannot be written, a network cannot be exported, or it does not agree with the
            original.
    """
    target = out / str(model.card["id"])
    if target.exists():
        raise ExportError(f"{target} exists already. Remove it, or name another folder with --out.")
    part = out / f".{target.name}-{uuid4().hex[:8]}"
    try:
        part.mkdir(parents=True)
        entries = [_written(network, part) for network in model.networks]
        fields = {**model.card, "networks": entries}
        card = card_of(fields, f"The card of {target.name}")
        for network in model.networks:
            _check(card, network, part / network.file, product, say)
        text = json.dumps(fields, indent=2, ensure_ascii=False) + "\n"
        (part / f"{target.name}.json").write_text(text, encoding="utf-8")
        for left in set(part.iterdir()) - {part / f"{target.name}.json", *(part / one.file for one in model.networks)}:
            shutil.rmtree(left) if left.is_dir() else left.unlink()  # what ONNX Runtime made of the networks
        part.rename(target)
    except OSError as error:
        raise ExportError(f"{target} could not be written ({error}). Make room, or name another folder.") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return target


def _written(network: Network, folder: Path) -> dict[str, str]:
    """Write a network; returns its entry in the card."""
    path = folder / network.file
    try:
        network.write(path)
    except OSError:
        raise
    except Exception as error:  # whatever an exporter meets
        raise ExportError(f"{network.file} could not be written as ONNX ({error}).") from error
    if path.stat().st_size > _LARGEST:
        raise ExportError(f"{network.file} is larger than the 2 GB that one ONNX file can hold.")
    return {"file": network.file, "sha256": sha256_of(path)}


def _check(card: ModelCard, network: Network, exported: Path, product: Path, say: Callable[[str], object]) -> None:
    try:
        grounds = random_ground(card), real_ground(card, product)
        agreements = [compare(card, network, exported, ground) for ground in grounds]
    except CloudS2MaskError as error:
        raise ExportError(f"{network.file} could not be tried: {error}") from error
    for agreement in agreements:
        say(
            f"{network.file} on {agreement.ground}: {100 * agreement.labels:.3f} % of {agreement.pixels} labels equal "
            f"({', '.join(agreement.classes)}), largest difference {agreement.difference:.1e}"
        )
    poor = [agreement.ground for agreement in agreements if not agreement.enough]
    if poor:
        raise ExportError(
            f"The export of {network.file} does not agree with the original: fewer than {100 * WANTED:.1f} % of labels "
            f"are equal on {' and '.join(poor)}. Nothing was kept."
        )
