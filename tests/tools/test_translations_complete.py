"""The German and French translations are complete."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree as ET

import pytest

from ...tools import translations


@dataclass(frozen=True)
class Message:
    """A text of the code and its translation; `state` is empty when it is finished."""

    context: str
    source: str
    translation: str
    state: str


def messages(file: Path) -> list[Message]:
    """Read all messages of a .ts file."""
    return [
        Message(
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("translation", ""),
            element.get("type", "") if (element := message.find("translation")) is not None else "missing",
        )
        for context in ET.parse(file).getroot().iter("context")
        for message in context.iter("message")
    ]


def placeholders(text: str) -> list[str]:
    """List the {names} in a text, with their formats."""
    return sorted(f"{name}:{form}" for _text, name, form, _conversion in Formatter().parse(text) if name is not None)


def edges(text: str) -> tuple[str, str]:
    """Return the blanks before and after a text, which join it to others."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


FILES = sorted(translations.FOLDER.glob("*.ts"))
PER_FILE = pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])


def test_there_is_a_german_and_a_french_translation():
    """The plugin has German and French texts."""
    assert [file.stem for file in FILES] == ["cloud_s2_mask_de", "cloud_s2_mask_fr"]


@PER_FILE
def test_a_translation_has_all_texts_of_the_code(file, tmp_path):
    """No text was added or changed without `make translations`."""
    copy = tmp_path / file.name
    copy.write_bytes(file.read_bytes())
    translations.gather(tmp_path)
    in_code, in_file = ({(m.context, m.source) for m in messages(path)} for path in (copy, file))
    assert {"new": sorted(in_code - in_file), "gone": sorted(in_file - in_code)} == {"new": [], "gone": []}


@PER_FILE
def test_every_text_is_translated(file):
    """No text stays English in a translated window."""
    assert [m.source for m in messages(file) if m.state or not m.translation.strip()] == []


@PER_FILE
def test_placeholders_and_blanks_are_those_of_the_source(file):
    """A translation has the same values as the English text, and parts of sentences still join."""
    done = [m for m in messages(file) if m.translation]
    assert [m.source for m in done if placeholders(m.translation) != placeholders(m.source)] == []
    assert [m.source for m in done if edges(m.translation) != edges(m.source)] == []


@PER_FILE
def test_help_pages_are_there_in_every_language(file):
    """Every algorithm has help in every language."""
    folder = translations.ROOT / "processing_provider" / "help"
    pages = {page.name for page in (folder / "en").glob("*.html")}
    translated = {page.name for page in (folder / file.stem.rpartition("_")[2]).glob("*.html")}
    assert pages
    assert translated == pages
