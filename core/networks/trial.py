"""Checks of an imported network: its file, and a trial patch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..cards.card import ModelCard
from ..errors import CloudS2MaskError, ModelDamagedError, ModelError, NotFiniteError
from ..inference.loading import Network, Tensors, inputs_and_outputs
from ..inference.predict import Member
from ..inference.recipe import Patches, Recipe
from ..inference.schedule import Lanes
from ..inference.session import Session
from .onnx_file import external_files, non_finite_weights

_TRIAL_EDGE = 256
"""Edge of a trial patch in pixels, if the network allows it."""


def check_network_file(network: Path) -> None:
    """Check the file of a network before ONNX Runtime loads it.

    Raises:
        ModelDamagedError: it cannot be read, is not an ONNX file, stores weights in another file, or has weights that
            are not finite.
    """
    try:
        data = network.read_bytes()
        external, damaged = external_files(data), non_finite_weights(data)
    except OSError as error:
        raise ModelDamagedError(
            "{network} cannot be read ({reason}). Choose another file.", network=network, reason=error.strerror
        ) from error
    except ModelDamagedError as error:
        raise ModelDamagedError(
            "{network} cannot be used: {reason}. Export or copy it again.", network=network, reason=error
        ) from error
    if external:
        raise ModelDamagedError(
            "{network} stores weights in another file ({file}). Export the network as a single file.",
            network=network,
            file=external[0],
        )
    if damaged:
        raise ModelDamagedError(
            "{network} contains invalid weights (NaN or infinity) in {weights}. Ask its author for a new file.",
            network=network,
            weights=damaged[0],
        )


def check_fit(card: ModelCard, network: Path, copy: Path) -> None:
    """Load a network and run it on a trial patch.

    Args:
        card: Its card.
        network: Path of the network in messages.
        copy: The file that is loaded; ONNX Runtime's optimised graph is stored beside it.

    Raises:
        ModelDamagedError: it cannot be loaded, or returns numbers that are not finite.
        ModelError: it does not match the card.
    """
    try:
        session = Session(Network(copy, recipe=Recipe.of(card)), "cpu", Lanes(1, 1))
    except ModelDamagedError:
        check_images(network, *inputs_and_outputs(network))  # raises it with the path that the user knows
        raise
    inputs, outputs = session.inputs_and_outputs()
    bands, classes = check_images(network, inputs, outputs)
    if isinstance(bands, int) and bands != len(card.bands):
        raise ModelError(
            "{network} has {bands} bands, but its card has {expected}. Correct the card, or choose another network.",
            network=network,
            bands=bands,
            expected=len(card.bands),
        )
    if isinstance(classes, int) and classes != len(card.classes):
        raise ModelError(
            "{network} has {classes} classes, but its card has {expected}. Correct the card, or choose another "
            "network.",
            network=network,
            classes=classes,
            expected=len(card.classes),
        )
    count = inputs.shape[0]
    if isinstance(count, int) and count != 1:
        raise ModelError(
            "{network} only accepts batches of {count} patches. Export it with a variable batch size.",
            network=network,
            count=count,
        )
    trial = _Trial(card, network, Member(card, [session]), inputs.shape[2:])
    if card.context == "pixel":
        trial.check_pixels()
    else:
        trial.check_patches()


@dataclass(frozen=True)
class _Trial:
    """The trial of a loaded network on patches of random reflectance."""

    card: ModelCard
    network: Path
    """Path of the network in messages."""
    member: Member
    edges: list[Any]
    """Height and width of its input; a variable edge is a name."""

    @property
    def fixed(self) -> set[int]:
        """The edges that are not variable."""
        return {edge for edge in self.edges if isinstance(edge, int)}

    def check_patches(self) -> None:
        """Run it on a patch of a size that its card allows."""
        size, multiple = self.card.patch_size, self.card.patch_multiple
        edge = min(size, max(multiple, _TRIAL_EDGE // multiple * multiple))
        if self.fixed:
            edge = size
            # Small scenes have smaller patches, in steps of patch_multiple.
            if self.fixed != {edge} or multiple != edge:
                raise ModelError(
                    "{network} only accepts patches of {height} x {width} pixels. Set patch_size and patch_multiple "
                    "to this size, or export the network for any size.",
                    network=self.network,
                    height=self.edges[0],
                    width=self.edges[1],
                )
        self._checked_output(_random_counts(self.card, edge, edge))

    def check_pixels(self) -> None:
        """Run it on the same pixels in two orders, as they are gathered for models that classify single pixels."""
        counts = _random_counts(self.card, 1, _TRIAL_EDGE)
        order = np.random.default_rng(1).permutation(_TRIAL_EDGE)
        if not self.fixed:
            output = self._checked_output(counts)
            if np.allclose(self._output(counts[..., order]), output[..., order], atol=1e-4):
                return
        raise ModelError(
            "{network} does not classify each pixel on its own, but its card has the {field} pixel. Set it to patch.",
            network=self.network,
            field="context",
        )

    def _checked_output(self, counts: NDArray[np.int16]) -> NDArray[np.float32]:
        """Return the output (1, classes, height, width), and check its shape and range against the card."""
        output = self._output(counts)
        expected = (1, len(self.card.classes), *counts.shape[1:])
        if output.shape != expected:
            raise ModelError(
                "{network} returns an array of {shape} for a patch of {edge} pixels, but {expected} was expected. "
                "Export it with one map per class, as large as the patch.",
                network=self.network,
                edge=counts.shape[-1],
                shape=output.shape,
                expected=expected,
            )
        if self.card.blend == "probabilities":
            sums = output.sum(axis=1)
            if output.min() < -0.01 or np.abs(sums - 1).max() > 0.01:
                raise ModelError(
                    "{network} does not return probabilities: their sum in a pixel is {total:.3g}. If it returns "
                    "logits, set {field} to softmax.",
                    network=self.network,
                    total=sums.flat[0],
                    field="activation",
                )
        return output

    def _output(self, counts: NDArray[np.int16]) -> NDArray[np.float32]:
        patch = Patches([counts], [np.ones(counts.shape[1:], np.bool_)], 10_000.0)
        try:
            with np.errstate(all="ignore"):  # numbers that are not finite raise an error below
                return self.member.infer(patch)
        except NotFiniteError as error:
            raise ModelDamagedError(
                "{network} returns invalid values (NaN or infinity). Check mean and std in its card, or ask its author "
                "for a new file.",
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
    """Make counts (bands, height, width) of random reflectance."""
    return np.random.default_rng(0).integers(200, 6000, (len(card.bands), height, width)).astype(np.int16)


def check_images(network: Path, inputs: Tensors, outputs: Tensors) -> tuple[object, object]:
    """Return the numbers of bands and classes of an image network; a variable number is a name.

    Args:
        network: Path of the network in messages.
        inputs: Its inputs.
        outputs: Its outputs.

    Raises:
        ModelError: it is not an image network, or its input is not float32.
    """
    if inputs.count != 1 or len(inputs.shape) != 4 or len(outputs.shape) != 4:
        raise ModelError(
            "{network} is not an image network: it has {inputs} inputs with {input_dimensions} dimensions, and an "
            "output with {output_dimensions}. Choose a network with one input (batch, bands, height, width).",
            network=network,
            inputs=inputs.count,
            input_dimensions=len(inputs.shape),
            output_dimensions=len(outputs.shape),
        )
    if inputs.dtype != "tensor(float)":
        raise ModelError(
            "{network} has an input of type {dtype}. Export it in float32.", network=network, dtype=inputs.dtype
        )
    return inputs.shape[1], outputs.shape[1]
