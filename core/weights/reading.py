"""Read a file of weights of any kind; its content tells the kind, not its name."""

from __future__ import annotations

import stat
from pathlib import Path

import numpy as np

from ..errors import ModelDamagedError
from ..language import marked
from ..memory import memory_error
from .hdf5_file import SIGNATURE
from .keras_file import read_keras
from .safetensors_file import looks_like_safetensors, read_safetensors
from .torch_file import read_torch
from .weights import ASK_THE_AUTHORS, MAX_BYTES, Unfit, Weights

_START_BYTES, _TAR_AT, _SHOWN = 512, 257, 60
_SPACES = {ord(space): " " for space in "\t\n\r"}
_BEFORE_1_6 = bytes.fromhex("80028a0a6cfc9c46f9206aa850192e")
"""The first pickle of those that such a file consists of: a number."""
_ZIP = b"PK\x03\x04"


def read_weights(path: Path) -> Weights:
    """Read the tensors of a network: safetensors, a file of `torch.save` or TorchScript, or Keras's HDF5.

    Nothing that the file names is imported or called.

    Raises:
        ModelDamagedError: the file cannot be read, is damaged or of another kind, names what weights do not need, or
            contains numbers that are not finite.
        MemoryShortError: its numbers do not fit into the memory.
    """
    try:
        weights = _checked(path)
    except MemoryError as error:
        raise memory_error(path) from error
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


def _checked(path: Path) -> Weights:
    """Read finite tensors; an error of Python is damage of a kind that no reader names.

    Raises:
        OSError, Unfit: see `read_weights`.
    """
    try:
        weights = _read(path)
        _check_finite(weights)
    except (TypeError, ValueError, LookupError, ArithmeticError, RecursionError) as error:
        raise Unfit(marked("it is incomplete or damaged")) from error
    return weights


def _read(path: Path) -> Weights:
    if not stat.S_ISREG(path.stat().st_mode):  # to open a pipe would wait for its other end
        raise Unfit(marked("it is a folder, a device or a pipe, not a file"), remedy=ASK_THE_AUTHORS)
    with path.open("rb") as file:
        start = file.read(_START_BYTES)
    if path.stat().st_size > MAX_BYTES:
        raise Unfit(marked("it is larger than 2 GB, the largest size of a network"), remedy=ASK_THE_AUTHORS)
    if start.startswith(SIGNATURE):
        return read_keras(path)
    if start.startswith(_ZIP):
        return read_torch(path)
    if looks_like_safetensors(start):
        return read_safetensors(path)
    raise _other(start)


def _other(start: bytes) -> Unfit:
    """Return the reason to refuse a file that begins like no file of weights."""
    text = start.lstrip()
    if not start.strip(b"\0"):
        return Unfit(marked("it is empty, or only the space for a download that was interrupted"))
    if text.startswith(b"version https://git-lfs"):
        return Unfit(
            marked("it is a Git LFS pointer, which only stands for the file"),
            remedy=marked("Download the file itself, or run git lfs pull."),
        )
    if text.lower().startswith((b"<!doctype", b"<html", b"<head", b"<?xml", b"<script")):
        return Unfit(
            marked("it is a web page that the server sent in place of the file"),
            remedy=marked("Open the address in a browser, sign in or confirm there, and download the file itself."),
        )
    if start.startswith(_BEFORE_1_6) or start[_TAR_AT:].startswith(b"ustar"):
        return Unfit(
            marked("it was saved by PyTorch before version 1.6, or in the format of that time"),
            remedy=marked("Save it again with a newer PyTorch: torch.save(torch.load(file), file)."),
        )
    if _is_text(start):
        return Unfit(marked("it is a text, which begins with {text!r}"), text=_beginning(text))
    return Unfit(marked("it is neither a safetensors file nor one of PyTorch or Keras"), remedy=ASK_THE_AUTHORS)


def _beginning(text: bytes) -> str:
    """Return the first characters of a text, without the quotes that it may begin with: the message has some."""
    return text.decode("ascii").strip(" \t\r\n\"'")[:_SHOWN]


def _is_text(start: bytes) -> bool:
    return start.isascii() and start.decode("ascii").translate(_SPACES).isprintable()


def _check_finite(weights: Weights) -> None:
    for name, numbers in weights.tensors.items():
        if not np.isfinite(numbers).all():
            raise Unfit(marked("the tensor {tensor} contains numbers that are not finite"), tensor=name)
