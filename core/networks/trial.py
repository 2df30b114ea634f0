"""Networks that a person brings, looked at and tried before they are kept."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..cards.card import ModelCard
from ..errors import CloudS2MaskError, ModelDamagedError, ModelError, NotFiniteError
from ..inference.predict import Member, Patches
from ..inference.session import Session, inputs_and_outputs
from .onnx_file import external_files, non_finite_weights

_TRIAL_EDGE = 256
"""Pixels of a trial patch, where the network takes that."""


def check_network_file(network: Path) -> None:
    """Look at a network before ONNX Runtime does.

    Raises:
        ModelDamagedError: it cannot be read, is no ONNX file, or keeps weights in another file.
    """
    try:
        data = network.read_bytes()
        outside, damaged = external_files(data), non_finite_weights(data)
    except OSError as error:
        raise ModelDamagedError(
            "{network} cannot be read ({reason}). Choose another file.", network=network, reason=error.strerror
        ) from error
    except ModelDamagedError as error:
        raise ModelDamagedError(
            "{network} cannot be used: {reason}. Export or copy it again.", network=network, reason=error
        ) from error
    if outside:
        raise ModelDamagedError(
            "{network} keeps weights in another file ({outside}), which is not opened. Export the network as "
            "a single file.",
            network=network,
            outside=outside[0],
        )
    if damaged:
        raise ModelDamagedError(
            "{network} holds weights that are not finite numbers ({name}). Export it again.",
            network=network,
            name=damaged[0],
        )


def check_fit(card: ModelCard, network: Path, copy: Path) -> None:
    """Load a network and give it a trial patch.

    Args:
        card: Its card.
        network: What messages name.
        copy: The file that is loaded; ONNX Runtime's optimised graph of it is kept beside it.

    Raises:
        ModelDamagedError: it cannot be loaded, or answers with numbers that are not finite.
        ModelError: it does not fit the card.
    """
    bands, classes = channels(network)
    if isinstance(bands, int) and bands != len(card.bands):
        raise ModelError(
            "{network} has {found} bands, its card names {wanted}. Correct the card, or choose another network.",
            network=network,
            found=bands,
            wanted=len(card.bands),
        )
    if isinstance(classes, int) and classes != len(card.classes):
        raise ModelError(
            "{network} has {found} classes, its card names {wanted}. Correct the card, or choose another network.",
            network=network,
            found=classes,
            wanted=len(card.classes),
        )
    shape = inputs_and_outputs(network)[0].shape
    if isinstance(shape[0], int) and shape[0] != 1:
        raise ModelError(
            "{network} takes {count} patches at a time only. Export it for any number.", network=network, count=shape[0]
        )
    fixed = [length for length in shape[2:] if isinstance(length, int)]
    if card.context == "pixel":
        _check_pixels(card, network, copy, fixed)
        return
    edge = min(card.patch_size, max(card.patch_multiple, _TRIAL_EDGE // card.patch_multiple * card.patch_multiple))
    if fixed:
        edge = card.patch_size
        # Patches of small scenes are smaller, by multiples of patch_multiple.
        if set(fixed) != {edge} or card.patch_multiple != edge:
            raise ModelError(
                "{network} takes patches of {height} x {width} pixels only. Set patch_size and patch_multiple "
                "to that, or export the network for any size.",
                network=network,
                height=shape[2],
                width=shape[3],
            )
    _check_answer(card, network, _answer(card, network, copy, _ground(card, edge, edge)), (edge, edge))


def _check_pixels(card: ModelCard, network: Path, copy: Path, fixed: list[int]) -> None:
    """Give a network that judges each pixel alone the same pixels in two orders, gathered as they will be."""
    counts = _ground(card, 1, _TRIAL_EDGE)
    order = np.random.default_rng(1).permutation(_TRIAL_EDGE)
    if not fixed:
        answer = _answer(card, network, copy, counts)
        _check_answer(card, network, answer, counts.shape[1:])
        if np.allclose(_answer(card, network, copy, counts[..., order]), answer[..., order], atol=1e-4):
            return
    raise ModelError(
        "{network} does not judge each pixel alone, as context says in its card. Set context to patch, or "
        "leave it out.",
        network=network,
    )


def _check_answer(card: ModelCard, network: Path, answer: NDArray[np.float32], shape: tuple[int, ...]) -> None:
    expected = (1, len(card.classes), *shape)
    if answer.shape != expected:
        raise ModelError(
            "{network} answers a patch of {edge} pixels with {shape}, but {expected} was expected: a map for "
            "each class, as large as the patch.",
            network=network,
            edge=shape[-1],
            shape=answer.shape,
            expected=expected,
        )
    if card.blend == "probabilities":
        sums = answer.sum(axis=1)
        if answer.min() < -0.01 or np.abs(sums - 1).max() > 0.01:
            raise ModelError(
                "{network} does not answer with probabilities: those of a pixel add up to {flat:.3g}. "
                "Where it answers with logits, its activation is softmax.",
                network=network,
                flat=sums.flat[0],
            )


def _ground(card: ModelCard, height: int, width: int) -> NDArray[np.int16]:
    """(bands, height, width): counts of random reflectance."""
    return np.random.default_rng(0).integers(200, 6000, (len(card.bands), height, width)).astype(np.int16)


def _answer(card: ModelCard, network: Path, copy: Path, counts: NDArray[np.int16]) -> NDArray[np.float32]:
    """What a model says of ground of random reflectance."""
    patch = Patches([counts], [np.ones(counts.shape[1:], np.bool_)], 10_000.0)
    try:
        with np.errstate(all="ignore"):  # what is not finite is told of
            return Member(card, [Session(copy, "cpu", threads=1)]).infer(patch)
    except NotFiniteError as error:
        raise ModelDamagedError(
            "{network} answers with numbers that are not finite: its weights, or mean and std of its card, "
            "are damaged. Export it again.",
            network=network,
        ) from error
    except ModelDamagedError:
        raise
    except CloudS2MaskError as error:
        raise ModelError(
            "{network} cannot be run on a patch of {edge} pixels ({reason}). Correct patch_size and patch_multiple.",
            network=network,
            edge=counts.shape[-1],
            reason=error,
        ) from error


def channels(network: Path) -> tuple[object, object]:
    """Numbers of bands and classes; names where the network leaves them open."""
    given, answered = inputs_and_outputs(network)
    if given.count != 1 or len(given.shape) != 4 or len(answered.shape) != 4:
        raise ModelError(
            "{network} is no network of images: it takes {count} inputs, of {given} dimensions, and answers in "
            "{answered}; (batch, bands, height, width) was expected of both.",
            network=network,
            count=given.count,
            given=len(given.shape),
            answered=len(answered.shape),
        )
    if given.kind != "tensor(float)":
        raise ModelError(
            "{network} takes {kind}, but float32 was expected. Export it in float32.", network=network, kind=given.kind
        )
    return given.shape[1], answered.shape[1]
