"""Systems for the exporter: models, each with a card and the original networks with the given weights."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Network:
    """An original network with its weights."""

    file: str
    """Name of the exported file."""
    infer: Callable[[NDArray[np.float32]], NDArray[np.float32]]
    """Run the original: (patches, bands, height, width) normalised -> (patches, classes, height, width), logits, or
    probabilities if the card has no activation."""
    write: Callable[[Path], object]
    """Write an ONNX file, float32, for any batch, height and width."""


@dataclass(frozen=True)
class Model:
    """A model to export: a card and its networks."""

    card: Mapping[str, Any]
    """Fields of the card, except `networks`."""
    networks: tuple[Network, ...]
    """Networks in the order of the card."""


@dataclass(frozen=True)
class System:
    """A cloud-masking system; its module imports large packages only when it reads weights."""

    name: str
    weights: str
    """Description of the required files, for the help of the command."""
    read: Callable[[Sequence[Path], int | None], list[Model]]
    """Read files of weights, with the resolution in metres if given; raises ExportError."""
    resolutions: tuple[int, ...] = ()
    """Pixel sizes in metres that have their own weights."""
