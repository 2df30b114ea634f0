"""Stand-ins of published models: files with seeded weights by the published names, and cards with their hashes.

With them, the way from a download to a mask is tried without the authors' hosts.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..core.cards import card as model_card
from ..core.graphs import template as graph_template
from ..core.graphs.template import Template, load_template
from ..core.weights.records import Call
from .templates.seeded import seeded_weights
from .torch_files import TorchFile, write_safetensors, write_state

_WRITERS = {".safetensors": write_safetensors, ".pt": write_state}


def write_stand_ins(folder: Path, *models: str) -> dict[str, Path]:
    """Write cards and graph templates to `<folder>/models`, and the files of some models to `<folder>/files`.

    Returns:
        The files by name.
    """
    cards, files = folder / "models", folder / "files"
    shutil.copytree(model_card.CARDS_DIR, cards)
    files.mkdir()
    for model in models:
        path = cards / f"{model}.json"
        card = json.loads(path.read_text(encoding="utf-8"))
        for network in card["networks"]:
            weights = network["weights"]
            data = write_seeded(files / weights["file"], load_template(weights["graphs"][0])).read_bytes()
            if "sha256" in weights:
                weights |= {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        path.write_text(json.dumps(card), encoding="utf-8")
    return {path.name: path for path in files.iterdir()}


def use_stand_ins(folder: Path) -> None:
    """Let this process read the cards and templates that `write_stand_ins` wrote to a folder."""
    model_card.CARDS_DIR = folder / "models"
    graph_template.GRAPHS_DIR = model_card.CARDS_DIR / "graphs"


def write_whole(path: Path, template: Template, arrays: Mapping[str, NDArray[Any]]) -> Path:
    """Write a whole network, as `torch.save(model)` does, for a template that knows its layers; returns the path."""
    file = TorchFile()

    def module(name: str) -> Call:
        kind, options = template.modules[name]
        start = f"{name}." if name else ""
        below = {
            one[len(start) :]: one for one in [*arrays, *template.modules] if one != name and one.startswith(start)
        }
        own = {short: arrays[whole] for short, whole in below.items() if "." not in short and whole in arrays}
        parts = {
            short: module(whole) for short, whole in below.items() if "." not in short and whole in template.modules
        }
        return file.module(f"torch.nn.{kind}", own, parts, **options)

    return file.write(path, module(""))


def write_seeded(path: Path, template: Template) -> Path:
    """Write seeded weights in the format of the published file, with the counters that the graph does not use."""
    counters = {name: np.zeros((), np.int64) for name in template.unused}
    arrays = {**seeded_weights(template).tensors, **counters}
    if template.modules:
        return write_whole(path, template, arrays)
    return _WRITERS[path.suffix](path, arrays)
