"""Weights for a graph template: the tensors of a file are compared with it by name and shape, and bound to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import ModelDamagedError, ModelError
from ..language import translated
from ..weights.weights import Weights
from .onnx_writer import write_onnx
from .template import Stored, Template

_PREFIXES = ("", "model.", "module.")
"""Beginnings of all names in files of programs that wrap the network, as PyTorch Lightning does."""


@dataclass(frozen=True)
class Fit:
    """The tensors of a file compared with those of a template."""

    names: Mapping[str, str]
    """Name in the template -> name in the file, for the tensors that fit."""
    count: int
    """Number of tensors in the template."""
    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    """Names in the file that the template does not have."""
    misshapen: tuple[str, ...]
    """Tensors of another shape, with both shapes."""
    untyped: tuple[str, ...] = ()
    """Tensors of whole numbers or truth values, with their type; weights are floats."""

    @property
    def is_exact(self) -> bool:
        """True if the weights are those of this graph."""
        return not self.problems

    @property
    def problems(self) -> int:
        """Number of tensors that differ."""
        return len(self.missing) + len(self.unknown) + len(self.misshapen) + len(self.untyped)

    def __str__(self) -> str:
        """Describe the differences: of each kind the number, and the first two."""
        kinds = (
            (translated("missing"), self.missing),
            (translated("unknown"), self.unknown),
            (translated("of another shape"), self.misshapen),
            (translated("of another type"), self.untyped),
        )
        found = [f"{len(names)} {kind} ({_first(names)})" for kind, names in kinds if names]
        return translated("of {count} tensors: {differences}", count=self.count, differences="; ".join(found))


def _first(names: Collection[str]) -> str:
    shown = [name if name.isprintable() else ascii(name) for name in list(names)[:2]]
    return ", ".join([*shown, "…"] if len(names) > 2 else shown)


def fit(template: Template, tensors: Mapping[str, NDArray[Any]]) -> Fit:
    """Compare the tensors of a file with those of a template."""
    own = _own_names(tensors, template.tensors)
    shared = {name: own[name] for name in template.tensors if name in own}
    return Fit(
        names={
            name: given
            for name, given in shared.items()
            if _has_shape(tensors[given], template.tensors[name]) and _is_float(tensors[given])
        },
        count=len(template.tensors),
        missing=tuple(name for name in template.tensors if name not in own),
        unknown=tuple(name for name in own if name not in template.tensors and name not in template.unused),
        misshapen=tuple(
            translated(
                "{name}: {shape} instead of {expected}",
                name=name,
                shape=list(tensors[given].shape),
                expected=list(template.tensors[name].shape),
            )
            for name, given in shared.items()
            if not _has_shape(tensors[given], template.tensors[name])
        ),
        untyped=tuple(
            f"{name}: {tensors[given].dtype}" for name, given in shared.items() if not _is_float(tensors[given])
        ),
    )


def bind(template: Template, weights: Weights) -> bytes:
    """Write the network of a template with the weights of a file.

    Returns:
        An ONNX file: (batch, bands, height, width) float32 to (batch, classes, height, width) float32.

    Raises:
        ModelError: the tensors are not those of the template.
        ModelDamagedError: a tensor contains numbers that are not finite.
    """
    found = fit(template, weights.tensors)
    if not found.is_exact:
        raise ModelError(
            "{path} does not fit the network {graph}: {difference}. Choose the file that the authors publish.",
            path=weights.path,
            graph=template.name,
            difference=str(found),
        )
    bound = {name: _bound(stored, weights.tensors[found.names[name]]) for name, stored in template.tensors.items()}
    for name, values in bound.items():
        if not np.isfinite(values).all():
            raise ModelDamagedError(
                "{path} contains invalid weights (NaN or infinity) in {tensor}. Download it again.",
                path=weights.path,
                tensor=name,
            )
    return write_onnx(template, bound)


def _bound(stored: Stored, values: NDArray[Any]) -> NDArray[np.float32]:
    """Return a tensor as the graph needs it; without a copy if the file holds it so."""
    with np.errstate(over="ignore"):  # an infinite number is refused
        return np.asarray(values.transpose(stored.transpose) if stored.transpose else values, "<f4", order="C")


def _has_shape(values: NDArray[Any], stored: Stored) -> bool:
    return values.shape == stored.shape


def _is_float(values: NDArray[Any]) -> bool:
    return np.issubdtype(values.dtype, np.floating)


def _own_names(given: Collection[str], expected: Collection[str]) -> dict[str, str]:
    """Return the names in a file by their names without the prefix with which most of them are expected."""
    stripped = [{name.removeprefix(prefix): name for name in given} for prefix in _PREFIXES]
    unique = [own for own in stripped if len(own) == len(given)]
    return max(unique, key=lambda own: sum(name in expected for name in own))
