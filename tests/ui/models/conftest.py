"""Fixtures of the tests of the models window: an empty folder of networks, and the window."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from ....tools.hub import Hub, open_hub
from ....tools.torch_files import write_safetensors
from ....ui.models.manager import ModelManager
from ....ui.shared.model_texts import RECOMMENDED
from ....ui.shared.qgis_transport import DownloadSettings
from ...core.conftest import publish  # noqa: F401 - a fixture
from ...core.published import WEIGHTS, graph, published_card

FIRST, SECOND = "omni_first.safetensors", "omni_second.safetensors"
"""Files of weights of OmniCloudMask's stand-in."""
PAGE = "https://hub.invalid/authors/model"


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch) -> Path:
    """An empty folder for networks."""
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path / "models"))
    return tmp_path / "models"


@pytest.fixture
def manager(wait) -> Iterator[ModelManager]:
    """The window with its list of models."""
    window = ModelManager()
    window.show()
    wait(lambda: not window.is_busy() and window.entries())
    yield window
    window.shut_down()
    window.close()


def rows(window: ModelManager) -> dict[str, str]:
    """State by title."""
    return {item.text(0): item.text(1) for item in window._items()}


@pytest.fixture
def files(tmp_path) -> dict[str, Path]:
    """Files of weights as authors publish them, by their names."""
    folder = tmp_path / "brought"
    folder.mkdir()
    tensors = {FIRST: WEIGHTS, SECOND: WEIGHTS, "bound.safetensors": WEIGHTS, "hand.safetensors": WEIGHTS}
    return {name: write_safetensors(folder / name, arrays) for name, arrays in tensors.items()}


@pytest.fixture
def hub(files) -> Iterator[Hub]:
    """A hub that serves these files, and is the mirror in the settings."""
    with open_hub({name: path.read_bytes() for name, path in files.items()}) as opened:
        DownloadSettings(mirror=opened.address).store()
        yield opened


@pytest.fixture
def published(request, files) -> None:
    """Published models: OmniCloudMask with two pinned networks, `bound` to a licence, `hand` without an address."""
    pinned = [
        {
            "file": f"omnicloudmask-{number}.onnx",
            "weights": {
                "file": name,
                "graphs": ["tiny"],
                "size": files[name].stat().st_size,
                "sha256": hashlib.sha256(files[name].read_bytes()).hexdigest(),
            },
        }
        for number, name in enumerate((FIRST, SECOND), start=1)
    ]
    address = {"page": PAGE, "address": "https://hub.invalid/authors/model/resolve/main/"}
    consent = {**address, "consent": True}
    own = {"title": "OmniCloudMask", "publication": address, "summary": "Thin cloud too."}
    cards = [
        published_card(RECOMMENDED, {}, **own) | {"networks": pinned},
        published_card("bound", {"bound.safetensors": ["tiny"]}, publication=consent, licence="CC-BY-NC-4.0: no trade"),
        published_card("hand", {"hand.safetensors": ["tiny"]}, publication={"page": PAGE}),
    ]
    request.getfixturevalue("publish")([graph("tiny")], cards)
