"""The plugin speaks the language of QGIS."""

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
    """A folder with a German translation of a single text, and of one that is in the code no more."""
    (tmp_path / "cloud_s2_mask_de.ts").write_text(
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1"><context><name>MaskScene</name>'
        f"<message><source>{_TITLE}</source><translation>{_GERMAN}</translation></message>"
        "<message><source>Gone</source><translation>Weg</translation></message></context></TS>",
        encoding="utf-8",
    )
    return tmp_path


def title() -> str:
    """What the toolbox calls the first algorithm."""
    return QgsApplication.processingRegistry().algorithmById("clouds2mask:maskscene").displayName()


@pytest.mark.parametrize(
    ("locale", "expected"), [("de_AT", _GERMAN), ("de", _GERMAN), ("en_US", _TITLE), ("it", _TITLE)]
)
def test_the_plugin_speaks_the_language_of_qgis(folder, speak, monkeypatch, locale, expected):
    """In a German or Austrian QGIS the toolbox is German; a language without a translation gets English."""
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
    """The plugin, loaded with a translation that puts a mark before each text."""
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
    """No title or hint of the toolbox stays English in a translated QGIS, but for those of the example models."""
    algorithms = QgsApplication.processingRegistry().providerById("clouds2mask").algorithms()
    examples = [algorithm for algorithm in algorithms if isinstance(algorithm, ExampleModel)]
    assert {example.group() for example in examples} == {f"{MARK}Example models"}
    for algorithm in (one for one in algorithms if one not in examples):
        texts = [algorithm.displayName(), algorithm.group(), *algorithm.tags()[:1]]
        for parameter in algorithm.parameterDefinitions():
            texts += [parameter.description(), parameter.help()]
        texts += [output.description() for output in algorithm.outputDefinitions()]
        assert [text for text in texts if text and not text.startswith(MARK)] == [], algorithm.id()


def test_every_text_of_the_window_can_be_translated(marked, qgis_iface):
    """No label, button or tool tip of the window stays English in a translated QGIS."""
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
    """A translator's work stays; texts of forms, of code and of tables are all there, without line numbers."""
    translations.gather(folder)
    text = (folder / "cloud_s2_mask_de.ts").read_text(encoding="utf-8")
    assert f"<translation>{_GERMAN}</translation>" in text
    assert "Gone" not in text
    assert "<location" not in text
    contexts = set(re.findall("<name>(.*)</name>", text))
    assert {"CloudS2MaskPlugin", "Group", "MaskAlgorithm", "MaskDialog", "OptionsPanel", "Requirements"} <= contexts
    for source in ("&amp;Resolution", "No valid pixel", "Using masks", "Resolution of the mask (metres)"):
        assert f"<source>{source}</source>" in text
    before = text
    translations.gather(folder)
    assert (folder / "cloud_s2_mask_de.ts").read_text(encoding="utf-8") == before


def _looked_up(node: ast.AST) -> Iterator[ast.Call]:
    """Calls that translate, but for those in a method `tr`, which hands on what it is given."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call) and getattr(child.func, "attr", "") in {"tr", "translate"}:
            yield child
        if not (isinstance(child, ast.FunctionDef) and child.name == "tr"):
            yield from _looked_up(child)


def test_texts_stand_in_the_code_as_they_are():
    """A text that is put together before it is translated would stay English."""
    offenders = {
        f"{path.name}: {ast.unparse(call)}"
        for path in translations.files_with_texts(".py")
        for call in _looked_up(ast.parse(path.read_text(encoding="utf-8")))
        if not all(isinstance(text, ast.Constant) for text in call.args[:2])
    }
    # Titles and tags are marked where they are listed; the texts of example models are gathered from their files.
    assert offenders == {
        "algorithm.py: self.tr(self.DISPLAY_NAME)",
        "algorithm.py: self.tr(self.TAGS)",
        "algorithm.py: QCoreApplication.translate('Group', self.GROUP.value)",
        "example_model.py: QCoreApplication.translate('ExampleModel', text)",
    }


def test_every_text_of_the_code_is_gathered(folder):
    """A text that the gathering tool overlooks would stay English: one in an f-string, or before a last comma."""
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
    """Where the translation tools are not installed, I read which one and how to get it."""
    monkeypatch.setattr(translations, "_PATHS", str(folder))
    with pytest.raises(FileNotFoundError, match="lrelease is not installed; `make setup` brings it"):
        translations.compile_all(folder)


def test_the_engine_speaks_the_language_of_qgis_too(speak):
    """What goes wrong in a run is told in German in a German QGIS, and in English once the plugin is gone."""
    translations.compile_all()
    speak("de")
    loaded = classFactory(None)
    try:
        with pytest.raises(SettingError, match="Kein Produkt wurde angegeben"):
            create_settings([], "out")
        assert [c.name() for c in CLASSES] == ["Wolkenfrei", "Dichte Wolke", "Dünne Wolke", "Wolkenschatten"]
    finally:
        loaded.unload()
    with pytest.raises(SettingError, match="No product was given"):
        create_settings([], "out")
