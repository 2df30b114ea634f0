"""Recognise the network of a file of weights by its tensors, and by its layers where they tell."""

from __future__ import annotations

import reprlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..errors import ModelError
from ..language import translated
from ..weights.weights import Weights
from .binding import Fit, fit
from .template import Template, load_template

_IDLE = frozenset({"Identity", "Dropout", "Dropout2d", "DropPath"})
"""Layers that change nothing in finished networks, so that versions of packages may add or omit them."""


def recognise(weights: Weights, names: Iterable[str], remedy: str) -> Template:
    """Return the template that a file of weights belongs to.

    Args:
        weights: The tensors of the file.
        names: Names of the templates.
        remedy: Sentence for messages on the files that may be chosen instead.

    Raises:
        ModelError: the tensors fit no template, or several whose layers the file does not tell apart.
        ModelDamagedError: a template cannot be used.
    """
    fits = {template: fit(template, weights.tensors) for template in map(load_template, dict.fromkeys(names))}
    fitting = [template for template, found in fits.items() if found.is_exact]
    if not fitting:
        raise _foreign(weights, fits, remedy)
    if len(fitting) > 1 and not weights.modules:
        raise ModelError(
            "{path} cannot be used: {graphs} have the same tensors, and only the whole network tells them apart. "
            "Choose the file that the authors publish.",
            path=weights.path,
            graphs=translated(" and ").join(template.name for template in fitting),
        )
    if not weights.modules:
        return fitting[0]
    other = {template: list(_other_layers(template, weights)) for template in fitting}
    nearest = min(fitting, key=lambda template: len(other[template]))
    if other[nearest]:
        raise ModelError(
            "{path} has the tensors of {graph}, but another layer: {difference}. Choose the file that the authors "
            "publish.",
            path=weights.path,
            graph=nearest.name,
            difference=other[nearest][0],
        )
    return nearest


def _foreign(weights: Weights, fits: dict[Template, Fit], remedy: str) -> ModelError:
    """Make the error for a file that fits no template; it names the nearest one if it shares tensors with it."""
    nearest = max(fits, key=lambda template: (len(fits[template].names), -fits[template].problems))
    if not fits[nearest].names:
        return ModelError(
            "{path} contains no network of this plugin: none of its {count} tensors is known. {remedy}",
            path=weights.path,
            count=len(weights.tensors),
            remedy=remedy,
        )
    return ModelError(
        "{path} contains no network of this plugin; the closest is {graph}: {difference}. {remedy}",
        path=weights.path,
        graph=nearest.name,
        difference=str(fits[nearest]),
        remedy=remedy,
    )


def _other_layers(template: Template, weights: Weights) -> Iterator[str]:
    """Describe the layers of a whole network that differ from those of a template, which may say nothing of layers."""
    if not template.modules:
        return
    for name, (kind, options) in template.modules.items():
        module = weights.modules.get(name)
        if module is None:
            if kind not in _IDLE:
                yield translated("{name} is missing", name=name)
        elif module.kind != kind:
            yield translated("{name} is {kind} instead of {expected}", name=name, kind=module.kind, expected=kind)
        else:
            yield from _other_options(name, options, module.options)
    for name, module in weights.modules.items():
        if name not in template.modules and module.kind not in _IDLE:
            yield translated("{name} is unknown", name=name)


def _other_options(name: str, expected: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[str]:
    """Describe the options of a layer that differ, or that the file lacks: PyTorch and its packages write them all."""
    for option, value in expected.items():
        if option not in found:
            yield translated("{name} has no {option}", name=name, option=option)
        elif _plain(found[option]) != value:
            yield translated(
                "{name} has {option} {value} instead of {expected}",
                name=name,
                option=option,
                value=reprlib.repr(found[option]),
                expected=value,
            )


def _plain(value: Any) -> Any:
    """Return an option as JSON holds it."""
    return list(value) if isinstance(value, tuple) else value
