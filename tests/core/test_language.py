"""Texts of the engine are English, or translated by an installed translator, and none is forgotten."""

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
from ..refusals import refused

CORE = Path(language.__file__).parent


@pytest.fixture
def german() -> Iterator[None]:
    """A translator that knows one text."""
    known = {"{name} is {value!r}.": "{name}: {value!r} ist falsch."}
    use_translator(lambda text: known.get(text, text))
    yield
    use_translator(None)


def test_an_error_is_in_the_language_of_its_reader(german):
    """A German user gets the error in German; a text without a translation stays English."""
    assert str(SettingError("{name} is {value!r}.", name="tta_max_depth", value=8)) == "tta_max_depth: 8 ist falsch."
    assert str(SettingError("{name} is wrong.", name="model")) == "model is wrong."


def test_errors_of_the_engine_are_translated(another_language):
    """An error of the settings is translated, with its values."""
    with refused(SettingError, name="tta_max_depth", value=8) as caught:
        create_settings(["a.SAFE"], "out", tta_max_depth=8)
    assert str(caught.value).startswith("§tta_max_depth")


def test_without_a_translator_texts_are_english():
    """The command line and Python's users get English."""
    assert str(SettingError("{name} is {value!r}.", name="tta_max_depth", value=8)) == "tta_max_depth is 8."


def test_braces_in_values_and_in_plain_texts_are_kept():
    """A folder may be named {x}."""
    assert translated("{path} is gone", path="{x}") == "{x} is gone"
    assert translated("plain {x}") == "plain {x}"


def test_a_message_is_short_and_keeps_both_ends_of_a_path():
    """Of a path of 2,000 characters I see the beginning and the file's name."""
    path = Path("/data") / "/".join(["folder"] * 300) / "S2A_MSIL1C.SAFE"
    text = message("{path} cannot be read ({reason}). {remedy}", path=path, reason=OSError("x" * 500), remedy="Look.")
    assert len(text) <= MAX_LENGTH
    assert text.startswith("/data/folder/")
    assert "S2A_MSIL1C.SAFE cannot be read (" in text
    assert text.endswith(" Look.")
    assert message("{number:.1f} of {path}", number=2.25, path="a") == "2.2 of a"


def test_names_to_choose_from_are_whole():
    """After a typing error I read every model that I can choose, also when the list is long."""
    names = [f"model-{number}-l1c" for number in range(25)]
    error = SettingError(
        "{path} has no model {model!r}. Choose one of: {names}.", path="x" * 500, model="a", names=names
    )
    assert ", ".join(names) in str(error)
    assert error.values["names"] == ", ".join(names)
    assert len(str(error)) <= MAX_LENGTH + len(", ".join(names))


def test_a_very_long_list_ends_with_the_number_of_its_items():
    """Of an archive of 1,000 products I read the first names, none of them cut, and that there are 1,000."""
    names = [f"S2A_{number}" for number in range(1000)]
    text = message("{path} has {names}. Choose one.", path="/data/a.zip", names=names)
    shown = text.removeprefix("/data/a.zip has ").removesuffix(", … (1000). Choose one.").split(", ")
    assert 10 < len(shown) < 100
    assert shown == names[: len(shown)]
    assert "…" in message("{names}", names=["x" * 1000])


def test_sentences_of_a_list_are_whole():
    """Of a card with many wrong fields I read whole sentences, and how many there are."""
    reasons = [f"field {number} must be one of a, b, c" for number in range(20)]
    text = message("{path} is wrong: {reason}.", path="/data/a.json", reason=reasons)
    shown = text.removeprefix("/data/a.json is wrong: ").removesuffix(", … (20).").split("; ")
    assert 5 < len(shown) < 20
    assert shown == reasons[: len(shown)]


def test_an_error_in_an_error_keeps_its_remedy():
    """The first error of a batch is told to its end, where the remedy is."""
    first = SettingError("{path} is wrong. " + "Very " * 40 + "much. Do this.", path="a" * 100)
    assert str(first) in message("No scene could be masked. First error: {error}", error=first)


def own_errors() -> set[str]:
    """List the names of the engine's error classes."""
    return {name for name, kind in vars(errors).items() if isinstance(kind, type)}


def calls(path: Path, names: set[str]) -> Iterator[ast.Call]:
    """Find the calls of these functions and classes in a module that have a text."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names and node.args:
            yield node


def messages() -> set[str]:
    """List the texts of the engine's errors and warnings."""
    given = [call.args[0] for path in CORE.rglob("*.py") for call in calls(path, own_errors() | {"message"})]
    return {text.value for text in given if isinstance(text, ast.Constant) and isinstance(text.value, str)}


def longest(template: str) -> int:
    """Count the characters of a text with values of 20 characters and a remedy of 100."""
    parts = list(string.Formatter().parse(template))
    values = (100 if name == "remedy" else 20 for _, name, _, _ in parts if name is not None)
    return sum(len(text) for text, *_ in parts) + sum(values)


def test_every_message_has_room_for_its_values():
    """No error or warning of the engine is longer than 300 characters."""
    assert {text: longest(text) for text in messages() if longest(text) > MAX_LENGTH} == {}


@pytest.mark.parametrize("file", sorted(translations.FOLDER.glob("*.ts")), ids=lambda file: file.stem)
def test_every_translated_message_has_room_for_its_values(file):
    """German and French texts are longer than English, but not longer than 300 characters."""
    known, long = messages(), {}
    for entry in ET.parse(file).iter("message"):
        text = entry.findtext("translation") or ""
        if entry.findtext("source") in known and longest(text) > MAX_LENGTH:
            long[text] = longest(text)
    assert long == {}


@pytest.mark.parametrize("path", sorted(CORE.rglob("*.py")), ids=lambda path: path.relative_to(CORE).as_posix())
def test_the_text_of_every_error_is_a_literal(path):
    """The translators' tools find the text of every error that the engine raises."""
    built = [call.lineno for call in calls(path, own_errors()) if isinstance(call.args[0], (ast.JoinedStr, ast.BinOp))]
    assert built == []
