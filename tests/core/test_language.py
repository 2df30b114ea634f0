"""Texts of the engine: English by themselves, translated where a translator is there, and none is forgotten."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ...core import errors, language
from ...core.errors import SettingError
from ...core.language import MAX_LENGTH, message, translated, use_translator
from ...core.settings import create_settings
from ...tools import translations

CORE = Path(language.__file__).parent


@pytest.fixture
def german() -> Iterator[None]:
    """A translator that knows one text."""
    english = "{name} is {value!r}, but must be a whole number from {low} to {high}."
    known = {english: "{name}: {value!r} statt {low}-{high}"}
    use_translator(lambda text: known.get(text, text))
    yield
    use_translator(None)


def test_an_error_is_told_in_the_language_of_its_reader(german):
    """A German user reads what is wrong in German; what is not translated stays English."""
    with pytest.raises(SettingError, match=r"^tta_max_depth: 8 statt 0-7$"):
        create_settings(["a.SAFE"], "out", tta_max_depth=8)
    with pytest.raises(SettingError, match="No product was given"):
        create_settings([], "out")


def test_without_a_translator_texts_are_english():
    """The command line and Python's users get what they always got."""
    with pytest.raises(SettingError, match="tta_max_depth is 8, but must be a whole number from 0 to 7"):
        create_settings(["a.SAFE"], "out", tta_max_depth=8)


def test_braces_in_values_and_in_plain_texts_do_no_harm():
    """A folder may be called {x}."""
    assert translated("{path} is gone", path="{x}") == "{x} is gone"
    assert translated("plain {x}") == "plain {x}"


def test_a_message_is_short_and_keeps_both_ends_of_a_path():
    """A path of 2,000 characters does not fill my screen: I see where it begins and the file's name."""
    path = Path("/data") / "/".join(["folder"] * 300) / "S2A_MSIL1C.SAFE"
    text = message("{path} cannot be read ({reason}). {remedy}", path=path, reason=OSError("x" * 500), remedy="Look.")
    assert len(text) <= MAX_LENGTH
    assert text.startswith("/data/folder/")
    assert "S2A_MSIL1C.SAFE cannot be read (" in text
    assert text.endswith(" Look.")
    assert message("{number:.1f} of {path}", number=2.25, path="a") == "2.2 of a"


def own_errors() -> set[str]:
    """Names of the engine's error classes."""
    return {name for name, kind in vars(errors).items() if isinstance(kind, type)}


def calls(path: Path, names: set[str]) -> Iterator[ast.Call]:
    """The calls of these functions and classes in a module that are given a text."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names and node.args:
            yield node


def messages() -> set[str]:
    """The texts of the engine's errors and warnings."""
    given = [call.args[0] for path in CORE.rglob("*.py") for call in calls(path, own_errors() | {"message"})]
    return {text.value for text in given if isinstance(text, ast.Constant) and isinstance(text.value, str)}


def longest(template: str) -> int:
    """Characters of a text whose values are as long as they may be; a remedy is a sentence of 100."""
    parts = list(string.Formatter().parse(template))
    values = (100 if name == "remedy" else 20 for _, name, _, _ in parts if name is not None)
    return sum(len(text) for text, *_ in parts) + sum(values)


def test_every_message_has_room_for_its_values():
    """No error or warning of the engine is longer than I read at a glance."""
    assert {text: longest(text) for text in messages() if longest(text) > MAX_LENGTH} == {}


@pytest.mark.parametrize("file", sorted(translations.FOLDER.glob("*.ts")), ids=lambda file: file.stem)
def test_every_translated_message_has_room_for_its_values(file):
    """German and French are longer than English, and still read at a glance."""
    known, long = messages(), {}
    for entry in ET.parse(file).iter("message"):
        text = entry.findtext("translation") or ""
        if entry.findtext("source") in known and longest(text) > MAX_LENGTH:
            long[text] = longest(text)
    assert long == {}


@pytest.mark.parametrize("path", sorted(CORE.rglob("*.py")), ids=lambda path: path.relative_to(CORE).as_posix())
def test_the_text_of_every_error_is_a_literal(path):
    """Translators' tools find the text of every error that the engine raises."""
    built = [call.lineno for call in calls(path, own_errors()) if isinstance(call.args[0], (ast.JoinedStr, ast.BinOp))]
    assert built == []
