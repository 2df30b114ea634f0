"""Damage the cards of models that are imported."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from ...core.networks.importing import import_model
from ...core.networks.listing import list_models
from . import Kind
from .damage import TEXTS, damaged_bytes, damaged_json
from .network import CARD, network, no_models

_CARDS: dict[str, dict[str, Any]] = {
    "full": {"normalisation": "fixed", "context": "patch", "ensemble": "always"},
    "patch": {"normalisation": "patch", "mean": [], "std": [], "blend": "logits"},
    "one_level": {"levels": ["L2A"], "classes": ["clear", "thick_cloud", "nodata"], "resolution": [10.0, 20.0]},
}


def samples(folder: Path) -> list[Path]:
    """Write cards of a network with and without optional fields."""
    paths = [folder / "card.json", *(folder / f"card_{name}.json" for name in _CARDS)]
    for path, fields in zip(paths, ({}, *_CARDS.values())):
        path.write_text(json.dumps(CARD | fields), encoding="utf-8")
    return paths


def damaged(data: bytes, random: Random) -> tuple[str, bytes]:
    """Damage a field of a card, or its bytes."""
    if random.random() < 0.1:
        return "bytes", damaged_bytes(data, random)
    if random.random() < 0.2:
        text = {random.choice(("title", "version", "licence", "citation")): random.choice(TEXTS)}
        return "text", json.dumps(json.loads(data) | text).encode()
    return "fields", damaged_json(json.loads(data), random).encode("utf-8", "surrogatepass")


def use(path: Path) -> object:
    """Import a card with its network, and list it as a table does."""
    with no_models(), TemporaryDirectory() as beside:
        (Path(beside) / "network.onnx").write_bytes(network())
        card = import_model(Path(shutil.copyfile(path, Path(beside) / "card.json")))
        (row,) = [row for row in list_models() if row.id == card.id]
        listed = {name: value for name, value in row.values().items() if name != "folder"}
        return json.dumps(listed, ensure_ascii=False).encode(), repr(replace(card, folder=None))


KIND = Kind(".json", samples, damaged, use)
