"""Texts for people, in their language. The engine knows no Qt: who shows its texts says how they are translated."""

from __future__ import annotations

from collections.abc import Callable


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
    """A text in the language of its reader.

    Args:
        template: In English; a literal, which translators' tools read from the source; `{name}` stands for a value.
        values: By name.
    """
    text = _Language.translate(template) if _Language.translate else template
    return text.format(**values) if values else text


def marked(template: str) -> str:
    """The same text; says that it is translated where it is used."""
    return template
