"""Translation of the engine's texts, without Qt: the program that shows them installs a translator."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from numbers import Integral, Real
from string import Formatter
from typing import Any

MAX_LENGTH = 300
"""Largest number of characters of a message, so that it can be read at a glance."""
_LIST_LENGTH = 400
"""Largest number of characters of a list in a message."""
_WORDS = 3
"""Largest number of words of a name."""
_WHOLE = ("error", "remedy")
"""Names of values that are sentences."""
_FORM = re.compile(r",?(\.\d)?[efg%]?")
"""Formats of values in messages."""
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


class Message(str):
    """A text for the user that keeps what it was made of, so that files and other processes can hold it."""

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]

    def packed(self) -> dict[str, Any]:
        """Return it as values that JSON can hold; see `packed` and `unpacked_message`."""
        return packed(self.template, self.values)


def packed(template: str, values: Mapping[str, object]) -> dict[str, Any]:
    """Return a text and its values as values that JSON can hold, without a language; see `unpacked_values`."""
    return {"template": template, "values": {name: _plain(value) for name, value in values.items()}}


def _plain(value: object) -> object:
    """Return a value that JSON can hold; numbers, also those of NumPy, stay numbers, because templates format them."""
    if isinstance(value, (list, tuple)):
        return list(map(str, value))
    if isinstance(value, (str, int, float, type(None))):
        return value
    if isinstance(value, Integral):
        return int(value)
    return float(value) if isinstance(value, Real) else str(value)


def unpacked_values(held: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a packed text, with those that are texts of the engine in the user's language."""
    return {name: translated(value) if isinstance(value, str) else value for name, value in held["values"].items()}


def unpacked_message(held: Mapping[str, Any]) -> Message:
    """Return a packed message in the user's language; it may come from a file that others have written.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: it is damaged, or its template asks for more than to show its
            values: for a part of one, or a width that would fill the memory.
    """
    for _, name, form, conversion in Formatter().parse(held["template"]):
        if name is not None and not (name.isidentifier() and _FORM.fullmatch(form or "") and conversion in {None, "r"}):
            raise ValueError(held["template"])
    return message(held["template"], **unpacked_values(held))


def message(template: str, /, **values: object) -> Message:
    """Translate an error or a warning, and shorten long values in the middle so that it can be read at a glance.

    Args:
        template: See `translated`.
        values: By name. `remedy` and `error` are sentences and are not shortened; of long lists, the end is left out.

    Returns:
        At most `MAX_LENGTH` characters and those of lists, unless the template and sentences alone are longer.
    """
    made = Message(_at_a_glance(template, values))
    made.template, made.values = template, values
    return made


def _at_a_glance(template: str, values: Mapping[str, object]) -> str:
    values = {name: _cut(value) if isinstance(value, (list, tuple)) else value for name, value in values.items()}
    lists = [value for value in values.values() if isinstance(value, _List)]
    limit = MAX_LENGTH + sum(map(len, lists))
    text = translated(template, **values)
    for room in _ROOMS:
        if len(text) <= limit:
            break
        cut = {name: value if name in _WHOLE else _shortened(value, room) for name, value in values.items()}
        text = translated(template, **cut)
    return text


class _List(str):
    """The items of a list, which are not shortened themselves."""

    __slots__ = ()


def listed(items: Iterable[object]) -> str:
    """Join the items of a list: names with commas, sentences with semicolons."""
    texts = [str(item) for item in items]
    return ("; " if any(len(text.split()) > _WORDS for text in texts) else ", ").join(texts)


def _cut(items: Sequence[object]) -> _List:
    """Join items, as many as a message has room for, and count them if that is not all."""
    text = listed(items)
    if len(text) <= _LIST_LENGTH:
        return _List(text)
    kept = next((count for count in range(len(items), 1, -1) if len(listed(items[:count])) <= _LIST_LENGTH), 1)
    return _List(f"{_shortened(listed(items[:kept]), _LIST_LENGTH)}, … ({len(items)})")


def _shortened(value: object, room: int) -> object:
    """Shorten a long path, name or reason in the middle; numbers and short texts stay as they are."""
    if isinstance(value, (int, float, _List, type(None))):
        return value
    text = str(value)
    half = (room - 1) // 2
    return text if len(text) <= room else f"{text[:half]}…{text[-half:]}"


def marked(template: str) -> str:
    """Mark a text for translators; it is translated where it is used."""
    return template
