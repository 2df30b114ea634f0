"""The plugin uses the language of QGIS."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QWidget

from ... import classFactory, plugin
from ...core.cards.card import load_cards
from ...core.classes import CLASSES
from ...core.errors import SettingError
from ...core.settings import create_settings
from ...processing_provider.example_model import ExampleModel
from ...tools import translations
from ...ui.mask_dialog import MaskDialog

_TITLE = "Mask clouds in a Sentinel-2 product"
MARK = "\N{SECTION SIGN}"
_GERMAN = "Wolken in einem Sentinel-2-Produkt maskieren"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with German translations of a current and of an obsolete text."""
    (tmp_path / "cloud_s2_mask_de.ts").write_text(
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1"><context><name>MaskScene</name>'
        f"<message><source>{_TITLE}</source><translation>{_GERMAN}</translation></message>"
        "<message><source>Gone</source><translation>Weg</translation></message></context></TS>",
        encoding="utf-8",
    )
    return tmp_path


def title() -> str:
    """Return the title of the first algorithm in the toolbox."""
    return QgsApplication.processingRegistry().algorithmById("clouds2mask:maskscene").displayName()


@pytest.mark.parametrize(
    ("locale", "expected"), [("de_AT", _GERMAN), ("de", _GERMAN), ("en_US", _TITLE), ("it", _TITLE)]
)
def test_the_plugin_uses_the_language_of_qgis(folder, speak, monkeypatch, locale, expected):
    """In a German or Austrian QGIS the toolbox is German; without a translation it is English."""
    translations.compile_all(folder)
    monkeypatch.setattr(plugin, "_TRANSLATIONS", folder)
    speak(locale)
    loaded = classFactory(None)
    loaded.initProcessing()
    try:
        assert title() == expected
    finally:
        loaded.unload()


def test_unloading_takes_the_translation_away(folder, speak, monkeypatch):
    """After I switch the plugin off, no translation of it stays in QGIS."""
    translations.compile_all(folder)
    monkeypatch.setattr(plugin, "_TRANSLATIONS", folder)
    speak("de")
    classFactory(None).unload()
    speak("en")
    loaded = classFactory(None)
    loaded.initProcessing()
    try:
        assert title() == _TITLE
    finally:
        loaded.unload()


@pytest.fixture
def marked(tmp_path, speak, monkeypatch):
    """Load the plugin with a translation that prefixes each text with a mark."""
    file = tmp_path / "cloud_s2_mask_de.ts"
    file.write_text('<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1"></TS>', encoding="utf-8")
    translations.gather(tmp_path)
    empty = r"<source>(.*?)</source>\s*<translation type=\"unfinished\"></translation>"
    filled = rf"<source>\1</source><translation>{MARK}\1</translation>"
    file.write_text(re.sub(empty, filled, file.read_text(encoding="utf-8"), flags=re.DOTALL), encoding="utf-8")
    translations.compile_all(tmp_path)
    monkeypatch.setattr(plugin, "_TRANSLATIONS", tmp_path)
    speak("de")
    loaded = classFactory(None)
    loaded.initProcessing()
    yield loaded
    loaded.unload()


def test_every_text_of_an_algorithm_can_be_translated(marked):
    """In a translated QGIS, every title and hint of the toolbox is translated, except those of the example models."""
    algorithms = QgsApplication.processingRegistry().providerById("clouds2mask").algorithms()
    examples = [algorithm for algorithm in algorithms if isinstance(algorithm, ExampleModel)]
    assert {example.group() for example in examples} == {f"{MARK}Example models"}
    for algorithm in (one for one in algorithms if one not in examples):
        texts = [algorithm.displayName(), algorithm.group(), *algorithm.tags()[:1]]
        for parameter in algorithm.parameterDefinitions():
            texts += [parameter.description(), parameter.help()]
        texts += [output.description() for output in algorithm.outputDefinitions()]
        assert [text for text in texts if text and MARK not in text.splitlines()[0]] == [], algorithm.id()


def test_every_text_of_the_window_can_be_translated(marked, qgis_iface):
    """In a translated QGIS, every label, button and tool tip of the window is translated."""
    dialog = MaskDialog(qgis_iface)
    try:
        texts = [dialog.windowTitle()]
        for widget in dialog.findChildren(QWidget):
            owner = widget.parentWidget().metaObject().className()
            if owner.startswith("Qgs") and not owner.endswith("GroupBox"):
                continue  # a part of a widget of QGIS
            texts += [getattr(widget, name)() for name in ("text", "title", "toolTip") if hasattr(widget, name)]
        assert [text for text in texts if re.search("[A-Za-z]{3}", text) and MARK not in text] == []
    finally:
        dialog.shut_down()
        dialog.deleteLater()


def test_gathering_keeps_translations_and_finds_every_kind_of_text(folder):
    """Existing translations are kept; texts of forms, code and tables are gathered, without line numbers."""
    translations.gather(folder)
    text = (folder / "cloud_s2_mask_de.ts").read_text(encoding="utf-8")
    assert f"<translation>{_GERMAN}</translation>" in text
    assert "Gone" not in text
    assert "<location" not in text
    contexts = set(re.findall("<name>(.*)</name>", text))
    assert {"CloudS2MaskPlugin", "Group", "MaskAlgorithm", "MaskDialog", "OptionsPanel", "Requirements"} <= contexts
    for source in ("Resol&amp;ution", "No data", "Mask tools", "Resolution of the mask (metres)"):
        assert f"<source>{source}</source>" in text
    gathered = {source.text for source in ET.parse(folder / "cloud_s2_mask_de.ts").iter("source")}
    assert {card.summary for card in load_cards().values() if card.folder is None} <= gathered
    before = text
    translations.gather(folder)
    assert (folder / "cloud_s2_mask_de.ts").read_text(encoding="utf-8") == before


def _looked_up(node: ast.AST) -> Iterator[ast.Call]:
    """Yield the calls that translate, except in methods named `tr`, which forward their argument."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call) and getattr(child.func, "attr", "") in {"tr", "translate"}:
            yield child
        if not (isinstance(child, ast.FunctionDef) and child.name == "tr"):
            yield from _looked_up(child)


def test_translated_texts_are_literals():
    """A text that is composed before its translation would stay English."""
    offenders = {
        f"{path.name}: {ast.unparse(call)}"
        for path in translations.files_with_texts(".py")
        for call in _looked_up(ast.parse(path.read_text(encoding="utf-8")))
        if not all(isinstance(text, ast.Constant) for text in call.args[:2])
    }
    # Titles and tags are marked in their lists, texts of example models are gathered, and QGIS translates its own text.
    assert offenders == {
        "algorithm.py: self.tr(self.DISPLAY_NAME)",
        "algorithm.py: self.tr(self.TAGS)",
        "algorithm.py: QCoreApplication.translate('Group', self.GROUP.value)",
        "example_model.py: QCoreApplication.translate('ExampleModel', text)",
        "widgets.py: QCoreApplication.translate(*_OPTIONAL)",
    }


def test_every_text_of_the_code_is_gathered(folder):
    """A text missed by the tool would stay English, such as one in an f-string or before a trailing comma."""
    translations.gather(folder)
    file = ET.parse(folder / "cloud_s2_mask_de.ts")
    gathered = {source.text for source in file.iter("source")}
    in_code = {
        call.args[-1].value
        for path in translations.files_with_texts(".py")
        for call in _looked_up(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call.args[-1], ast.Constant)
    }
    assert len(in_code) > 100
    assert in_code - gathered == set()


def test_a_missing_program_is_named(monkeypatch, folder):
    """If a translation tool is not installed, the error names it and the command that installs it."""
    monkeypatch.setattr(translations, "_PATHS", str(folder))
    with pytest.raises(FileNotFoundError, match=r"\blrelease\b.*`make setup`"):
        translations.compile_all(folder)


def test_the_engine_uses_the_language_of_qgis_too(speak):
    """Errors of a run are German in a German QGIS, and English after the plugin is unloaded."""
    translations.compile_all()
    speak("de")
    loaded = classFactory(None)
    try:
        with pytest.raises(SettingError) as german:
            create_settings([], "out")
        german_names = ["Wolkenfrei", "Dichte Wolke", "Dünne Wolke", "Wolkenschatten", "Schnee oder Eis", "Wasser"]
        assert [c.name() for c in CLASSES] == german_names
    finally:
        loaded.unload()
    with pytest.raises(SettingError) as english:
        create_settings([], "out")
    texts = ET.parse(translations.FOLDER / "cloud_s2_mask_de.ts").iter("message")
    in_german = {text.findtext("source"): text.findtext("translation") for text in texts}
    assert str(german.value) == in_german[str(english.value)] != str(english.value)
