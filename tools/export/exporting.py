"""Export the networks of a model to a folder with its card and ONNX files, and compare them with the originals."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from ...core.cards.card import ModelCard, card_of
from ...core.errors import CloudS2MaskError
from ...core.inference.graph_cache import sha256_of
from ..export import ExportError
from .against_original import MIN_LABELS, compare
from .samples import product_samples, random_samples
from .system import Model, Network

_LARGEST = 2_000_000_000
"""Largest size of an ONNX file in bytes."""


def export_model(model: Model, out: Path, product: Path, say: Callable[[str], object]) -> Path:
    """Write `<out>/<id>/` with the card `<id>.json` and its networks, whole or not at all.

    Args:
        model: Model to export.
        out: Folder to write to; created if missing.
        product: Product whose patches the export is tested on.
        say: Receives a line per network and set of samples.

    Raises:
        ExportError: The folder cannot be written, or a network cannot be exported or differs from the original.
    """
    target = out / str(model.card["id"])
    if target.exists():
        raise ExportError("{path} already exists. Remove it, or choose another folder with --out.", path=target)
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
            shutil.rmtree(left) if left.is_dir() else left.unlink()  # cached files of ONNX Runtime
        part.rename(target)
    except OSError as error:
        raise ExportError(
            "{path} cannot be written ({reason}). Free disk space, or choose another folder.", path=target, reason=error
        ) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return target


def _written(network: Network, folder: Path) -> dict[str, str]:
    """Write a network and return its entry in the card."""
    path = folder / network.file
    try:
        network.write(path)
    except OSError:
        raise
    except Exception as error:  # exporters raise errors of any class
        raise ExportError(
            "{network} cannot be converted to ONNX ({reason}).", network=network.file, reason=error
        ) from error
    if path.stat().st_size > _LARGEST:
        raise ExportError("{network} exceeds the 2 GB that an ONNX file can hold.", network=network.file)
    return {"file": network.file, "sha256": sha256_of(path)}


def _check(card: ModelCard, network: Network, exported: Path, product: Path, say: Callable[[str], object]) -> None:
    try:
        every = random_samples(card), product_samples(card, product)
        agreements = [compare(card, network, exported, samples) for samples in every]
    except ExportError:
        raise
    except CloudS2MaskError as error:
        raise ExportError("{network} cannot be tested: {reason}", network=network.file, reason=error) from error
    for agreement in agreements:
        say(
            f"{network.file} on {agreement.samples}: {100 * agreement.labels:.3f} % of {agreement.pixels} labels equal "
            f"({', '.join(agreement.classes)}), largest difference {agreement.difference:.1e}"
        )
    poor = [agreement.samples for agreement in agreements if not agreement.enough]
    if poor:
        raise ExportError(
            "The export of {network} differs from the original: fewer than {limit:.1f} % of labels are equal on "
            "{samples}. It was removed.",
            network=network.file,
            limit=100 * MIN_LABELS,
            samples=" and ".join(poor),
        )
