"""Read a file of weights of any kind; its content tells the kind, not its name."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..errors import ModelDamagedError
from ..language import marked
from .safetensors_file import read_safetensors
from .torch_file import read_torch
from .weights import ASK_THE_AUTHORS, MAX_BYTES, Unfit, Weights

_ZIP, _HDF5 = b"PK\x03\x04", b"\x89HDF\r\n\x1a\n"


def read_weights(path: Path) -> Weights:
    """Read the tensors of a network: safetensors, a file of `torch.save` or TorchScript, or Keras's HDF5.

    Nothing that the file names is imported or called.

    Raises:
        ModelDamagedError: the file cannot be read, is damaged or of another kind, names what weights do not need, or
            contains numbers that are not finite.
    """
    try:
        weights = _read(path)
        _check_finite(weights)
    except Unfit as error:
        raise ModelDamagedError(
            "{path} cannot be used as weights: {reason}. {remedy}",
            path=path,
            reason=error.reason,
            remedy=error.remedy,
            **error.values,
        ) from error
    except OSError as error:
        raise ModelDamagedError(
            "{path} cannot be read ({reason}). Check that it exists and may be read.",
            path=path,
            reason=error.strerror or error,
        ) from error
    return weights


def _read(path: Path) -> Weights:
    size = path.stat().st_size
    with path.open("rb") as file:
        start = file.read(512)
    if size > MAX_BYTES:
        raise Unfit(marked("it is larger than 2 GB, the largest size of a network"), remedy=ASK_THE_AUTHORS)
    if start.startswith(_HDF5):
        raise Unfit(marked("Keras files cannot be read yet"), remedy=ASK_THE_AUTHORS)
    if start.startswith(_ZIP):
        return read_torch(path)
    return read_safetensors(path)


def _check_finite(weights: Weights) -> None:
    for name, numbers in weights.tensors.items():
        if not np.isfinite(numbers).all():
            raise Unfit(marked("the tensor {tensor} contains numbers that are not finite"), tensor=name)
