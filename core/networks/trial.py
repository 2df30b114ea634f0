"""Networks that a person brings, looked at and tried before they are kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..cards.card import ModelCard
from ..errors import CloudS2MaskError, ModelDamagedError, ModelError, NotFiniteError
from ..inference.predict import Member, Patches
from ..inference.session import Session, Tensors, inputs_and_outputs
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
    try:
        session = Session(copy, "cpu", threads=1)
    except ModelDamagedError:
        inputs_and_outputs(network)  # raises the same error for the file that the user knows
        raise
    given, answered = session.inputs_and_outputs()
    bands, classes = check_images(network, given, answered)
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
    count = given.shape[0]
    if isinstance(count, int) and count != 1:
        raise ModelError(
            "{network} takes {count} patches at a time only. Export it for any number.", network=network, count=count
        )
    trial = _Trial(card, network, Member(card, [session]), given.shape[2:])
    if card.context == "pixel":
        trial.check_pixels()
    else:
        trial.check_patches()


@dataclass(frozen=True)
class _Trial:
    """A network that has been loaded and is given patches of random reflectance; messages name its file."""

    card: ModelCard
    network: Path
    member: Member
    edges: list[Any]
    """Height and width of its input; names where they are open."""

    @property
    def fixed(self) -> set[int]:
        """Those of the edges that are not open."""
        return {edge for edge in self.edges if isinstance(edge, int)}

    def check_patches(self) -> None:
        """Give it a patch of a size that its card allows."""
        size, multiple = self.card.patch_size, self.card.patch_multiple
        edge = min(size, max(multiple, _TRIAL_EDGE // multiple * multiple))
        if self.fixed:
            edge = size
            # Patches of small scenes are smaller, by multiples of patch_multiple.
            if self.fixed != {edge} or multiple != edge:
                raise ModelError(
                    "{network} takes patches of {height} x {width} pixels only. Set patch_size and patch_multiple "
                    "to that, or export the network for any size.",
                    network=self.network,
                    height=self.edges[0],
                    width=self.edges[1],
                )
        self._checked_answer(_random_counts(self.card, edge, edge))

    def check_pixels(self) -> None:
        """Give it the same pixels in two orders, gathered as they will be where each is judged alone."""
        counts = _random_counts(self.card, 1, _TRIAL_EDGE)
        order = np.random.default_rng(1).permutation(_TRIAL_EDGE)
        if not self.fixed:
            answer = self._checked_answer(counts)
            if np.allclose(self._answer(counts[..., order]), answer[..., order], atol=1e-4):
                return
        raise ModelError(
            "{network} does not judge each pixel alone, as context says in its card. Set context to patch, or "
            "leave it out.",
            network=self.network,
        )

    def _checked_answer(self, counts: NDArray[np.int16]) -> NDArray[np.float32]:
        """(1, classes, height, width): what the network answers, of the shape and range that its card promises."""
        answer = self._answer(counts)
        expected = (1, len(self.card.classes), *counts.shape[1:])
        if answer.shape != expected:
            raise ModelError(
                "{network} answers a patch of {edge} pixels with {shape}, but {expected} was expected: a map for "
                "each class, as large as the patch.",
                network=self.network,
                edge=counts.shape[-1],
                shape=answer.shape,
                expected=expected,
            )
        if self.card.blend == "probabilities":
            sums = answer.sum(axis=1)
            if answer.min() < -0.01 or np.abs(sums - 1).max() > 0.01:
                raise ModelError(
                    "{network} does not answer with probabilities: those of a pixel add up to {flat:.3g}. "
                    "Where it answers with logits, its activation is softmax.",
                    network=self.network,
                    flat=sums.flat[0],
                )
        return answer

    def _answer(self, counts: NDArray[np.int16]) -> NDArray[np.float32]:
        patch = Patches([counts], [np.ones(counts.shape[1:], np.bool_)], 10_000.0)
        try:
            with np.errstate(all="ignore"):  # what is not finite is an error anyway
                return self.member.infer(patch)
        except NotFiniteError as error:
            raise ModelDamagedError(
                "{network} answers with numbers that are not finite: its weights, or mean and std of its card, "
                "are damaged. Export it again.",
                network=self.network,
            ) from error
        except CloudS2MaskError as error:
            raise ModelError(
                "{network} cannot be run on a patch of {edge} pixels ({reason}). Correct patch_size and "
                "patch_multiple.",
                network=self.network,
                edge=counts.shape[-1],
                reason=error,
            ) from error


def _random_counts(card: ModelCard, height: int, width: int) -> NDArray[np.int16]:
    """(bands, height, width): counts of random reflectance."""
    return np.random.default_rng(0).integers(200, 6000, (len(card.bands), height, width)).astype(np.int16)


def check_images(network: Path, given: Tensors, answered: Tensors) -> tuple[object, object]:
    """Return the numbers of bands and classes of a network of images; names where it leaves them open.

    Args:
        network: What messages name.
        given: Its inputs.
        answered: Its outputs.

    Raises:
        ModelError: it is no network of images, or takes no float32.
    """
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
