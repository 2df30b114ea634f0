"""Texts for people, in their language. The engine knows no Qt: who shows its texts says how they are translated."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

MAX_LENGTH = 300
"""Characters of a message that a person reads at a glance."""
_ROOMS = (120, 80, 50, 30, 20)
"""Characters that a value may take, tried one after the other."""


class _Language:
    """How texts are translated in this process."""

    translate: Callable[[str], str] | None = None


def use_translator(translate: Callable[[str], str] | None) -> None:
    """Have texts translated from now on.

    Args:
        translate: From a text in English, with its placeholders, to another language; may be called from any thread.
            None: texts stay English.
    """
    _Language.translate = translate


def translated(template: str, /, **values: object) -> str:
    """Translate a text and fill in its values.

    Args:
        template: In English; a literal, which translators' tools read from the source; `{name}` stands for a value.
        values: By name.
    """
    text = _Language.translate(template) if _Language.translate else template
    return text.format(**values) if values else text


def message(template: str, /, **values: object) -> str:
    """Translate an error or a warning, and cut long values in the middle so that it reads at a glance.

    Args:
        template: As of `translated`.
        values: By name. `remedy` is a sentence of its own and is not cut.

    Returns:
        At most `MAX_LENGTH` characters, as long as the template itself leaves room.
    """
    text = translated(template, **values)
    for room in _ROOMS:
        if len(text) <= MAX_LENGTH:
            break
        cut = {name: value if name == "remedy" else _shortened(value, room) for name, value in values.items()}
        text = translated(template, **cut)
    return text


def _shortened(value: object, room: int) -> object:
    """Cut a long path, name or reason in the middle; numbers and short texts stay as they are."""
    if not isinstance(value, (str, PurePath, BaseException)):
        return value
    text = str(value)
    half = (room - 1) // 2
    return text if len(text) <= room else f"{text[:half]}…{text[-half:]}"


def marked(template: str) -> str:
    """Mark a text for translators; it is translated where it is used."""
    return template
