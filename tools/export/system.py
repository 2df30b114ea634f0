"""What a system hands to the exporter: its models, each a card and the original networks with a person's weights."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Network:
    """An original network, loaded."""

    file: str
    """Name of the file that it is exported to."""
    answer: Callable[[NDArray[np.float32]], NDArray[np.float32]]
    """The original itself: (patches, bands, height, width) normalised -> (patches, classes, height, width), what the
    exported file gives: logits, or probabilities if the card has no activation."""
    write: Callable[[Path], object]
    """Writes it as an ONNX file of any batch, height and width, in float32."""


@dataclass(frozen=True)
class Model:
    """What becomes one card."""

    card: Mapping[str, Any]
    """Its fields but `networks`."""
    networks: tuple[Network, ...]
    """In the order of the card."""


@dataclass(frozen=True)
class System:
    """A system of the field. Its module imports what it needs only when it reads weights."""

    name: str
    weights: str
    """Which files it takes, for the help of the command."""
    read: Callable[[Sequence[Path], int | None], list[Model]]
    """From files of weights and, if the user gave one, a resolution in metres; raises ExportError."""
    resolutions: tuple[int, ...] = ()
    """Pixel sizes in metres for which there are weights of their own."""
