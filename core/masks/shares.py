"""Say the shares of a mask's classes, in percent of its valid pixels."""

from __future__ import annotations

from ..language import marked, translated

_NOTHING = marked("No valid pixel")


def shares_text(clear: float | None, cloud: float | None, shadow: float | None) -> str:
    """Say the shares of clear, cloud and shadow; all are None where there is no valid pixel."""
    if clear is None or cloud is None or shadow is None:
        return translated(_NOTHING)
    return translated(
        "Clear {clear:.0f} %, cloud {cloud:.0f} %, shadow {shadow:.0f} %", clear=clear, cloud=cloud, shadow=shadow
    )


def clear_text(clear: float | None) -> str:
    """Say the clear share alone, where there is little room; None where there is no valid pixel."""
    return translated(_NOTHING) if clear is None else translated("{clear:.0f} % clear", clear=clear)
