"""Format the shares of a mask's classes, in percent of the pixels with data."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from types import MappingProxyType

from ..classes import CLASS_OF_KEY, CLASSES, SHADOW
from ..language import marked, translated

_NOTHING = marked("No data")


def shares_text(
    clear: float | None,
    cloud: float | None,
    shadow: float | None,
    classes: Collection[str] = (),
    surfaces: Mapping[str, float] = MappingProxyType({}),
) -> str:
    """Format the shares of clear, cloud and shadow; all are None if no pixel has data.

    Args:
        clear: Percent.
        cloud: Percent.
        shadow: Percent; left out if the model does not distinguish it.
        classes: Keys of the model's classes; empty if they are unknown.
        surfaces: Percent of the kinds of clear ground that the model distinguishes, by key; from 1 % on they are named.
    """
    if clear is None or cloud is None or shadow is None:
        return translated(_NOTHING)
    clear, cloud, shadow = _whole(clear, cloud, shadow)
    if classes and CLASSES[SHADOW].key not in classes:
        text = translated("Clear {clear:.0f} %, cloud {cloud:.0f} %", clear=clear, cloud=cloud)
    else:
        text = translated(
            "Clear {clear:.0f} %, cloud {cloud:.0f} %, shadow {shadow:.0f} %", clear=clear, cloud=cloud, shadow=shadow
        )
    # Last, because narrow places cut the end of a text.
    kinds = [f"{translated(CLASS_OF_KEY[key].within)} {share:.0f} %" for key, share in surfaces.items() if round(share)]
    return translated("{shares} (clear includes {kinds})", shares=text, kinds=", ".join(kinds)) if kinds else text


def _whole(*shares: float) -> list[int]:
    """Round shares so that their sum is the rounded sum of all: those that lose most by it are rounded up."""
    whole = [math.floor(share) for share in shares]
    by_loss = sorted(range(len(shares)), key=lambda index: whole[index] - shares[index])
    for index in by_loss[: round(sum(shares)) - sum(whole)]:
        whole[index] += 1
    return whole


def clear_text(clear: float | None) -> str:
    """Format only the clear share, for narrow places; None if no pixel has data."""
    return translated(_NOTHING) if clear is None else translated("{clear:.0f} % clear", clear=clear)
