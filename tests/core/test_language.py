"""Texts of the engine: English by themselves, translated where a translator is there, and none is forgotten."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from ...core import errors, language
from ...core.errors import SettingError
from ...core.language import translated, use_translator
from ...core.settings import create_settings

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


def own_errors() -> set[str]:
    """Names of the engine's error classes."""
    return {name for name, kind in vars(errors).items() if isinstance(kind, type)}


@pytest.mark.parametrize("path", sorted(CORE.rglob("*.py")), ids=lambda path: path.relative_to(CORE).as_posix())
def test_the_text_of_every_error_is_a_literal(path):
    """Translators' tools find the text of every error that the engine raises."""
    built = [
        node.lineno
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in own_errors()
        and node.args
        and isinstance(node.args[0], (ast.JoinedStr, ast.BinOp))
    ]
    assert built == []
