"""Fixtures of the tests of the models window: an empty folder of networks, and the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ....ui.models.manager import ModelManager


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
