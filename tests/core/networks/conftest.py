"""A card with its network beside it, and an empty folder to import it to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ..conftest import tiny_card, tiny_network

WEIGHTS = np.array([[0, 0], [20, 0], [0, -30]], np.float32)
BIAS = np.array([0, -5, 2.5], np.float32)
BANDS = ["B02", "B03"]


@pytest.fixture
def store(tmp_path, monkeypatch) -> Path:
    """An empty folder for networks."""
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path / "models"))
    return tmp_path / "models"


@pytest.fixture
def own_card(tmp_path) -> Any:
    """Write a card with a network beside it, some fields replaced; returns the card's path."""

    def write(network: bytes | None = None, **fields: Any) -> Path:
        folder = tmp_path / "own_card"
        folder.mkdir(exist_ok=True)
        (folder / "net.onnx").write_bytes(tiny_network(WEIGHTS, BIAS) if network is None else network)
        card = tiny_card(**{"id": "mine", "bands": BANDS, "networks": [{"file": "net.onnx"}], **fields})
        path = folder / "mine.json"
        path.write_text(json.dumps(card), encoding="utf-8")
        return path

    return write
