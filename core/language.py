"""Translation of the engine's texts, without Qt: the program that shows them installs a translator."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

MAX_LENGTH = 300
"""Largest number of characters of a message, so that it can be read at a glance."""
_ROOMS = (120, 80, 50, 30, 20)
"""Largest numbers of characters of a value, tried one after the other."""


class _Language:
    """The translator of this process."""

    translate: Callable[[str], str] | None = None


def use_translator(translate: Callable[[str], str] | None) -> None:
    """Install a translator.

    Args:
        translate: Translates an English text with its placeholders; called from any thread. None: texts stay English.
    """
    _Language.translate = translate


def translated(template: str, /, **values: object) -> str:
    """Translate a text and insert its values.

    Args:
        template: In English; a literal, which translators' tools read from the source; `{name}` stands for a value.
        values: By name.
    """
    text = _Language.translate(template) if _Language.translate else template
    return text.format(**values) if values else text


def message(template: str, /, **values: object) -> str:
    """Translate an error or a warning, and shorten long values in the middle so that it can be read at a glance.

    Args:
        template: See `translated`.
        values: By name. `remedy` is a sentence and is not shortened.

    Returns:
        At most `MAX_LENGTH` characters, unless the template alone is longer.
    """
    text = translated(template, **values)
    for room in _ROOMS:
        if len(text) <= MAX_LENGTH:
            break
        cut = {name: value if name == "remedy" else _shortened(value, room) for name, value in values.items()}
        text = translated(template, **cut)
    return text


def _shortened(value: object, room: int) -> object:
    """Shorten a long path, name or reason in the middle; numbers and short texts stay as they are."""
    if not isinstance(value, (str, PurePath, BaseException)):
        return value
    text = str(value)
    half = (room - 1) // 2
    return text if len(text) <= room else f"{text[:half]}…{text[-half:]}"


def marked(template: str) -> str:
    """Mark a text for translators; it is translated where it is used."""
    return template
