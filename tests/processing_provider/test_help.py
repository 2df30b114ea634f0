"""The help panels of the algorithms."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QTextDocument

from ...processing_provider.algorithm import Group, first_sentence
from ...processing_provider.provider import ALGORITHMS
from ...tools.package import ROOT
from ...tools.translations import FOLDER

HELP = ROOT / "processing_provider" / "help"

LANGUAGES = ("en", "de", "fr")
LONGEST_TIP = 150
"""Letters of a tool tip that is read at a glance."""
LONGEST_PARAGRAPH = 75
"""Words of a paragraph in the narrow panel."""
PROCESSING_STYLE = "p { color: #666666; } b { color: #333333; }"
"""Style sheet of Processing's help panel, in all themes."""


@pytest.mark.parametrize("made", ALGORITHMS, ids=lambda made: made.__name__)
def test_every_parameter_has_a_sentence_of_help(provider, made):
    """I point at any parameter and read what it does."""
    algorithm = QgsApplication.processingRegistry().algorithmById(f"clouds2mask:{made().name()}")
    without = [one.name() for one in algorithm.parameterDefinitions() if not one.help().endswith((".", ")"))]
    assert without == []


@pytest.mark.parametrize("algorithm", [made.__name__ for made in ALGORITHMS])
def test_names_of_parameters_can_be_read_in_dark_themes(provider, algorithm):
    """Bold words have the colour of the text around them, also on a dark background."""
    made = next(made() for made in ALGORITHMS if made.__name__ == algorithm)
    text = QgsApplication.processingRegistry().algorithmById(f"clouds2mask:{made.name()}").shortHelpString()
    document = QTextDocument()
    document.setDefaultStyleSheet(PROCESSING_STYLE)
    document.setHtml(text)
    bold = []
    block = document.begin()
    while block.isValid():
        formats = [span.format for span in block.textFormats() if not block.blockFormat().headingLevel()]
        bold += [form.foreground().color().name() for form in formats if form.fontWeight() > 50]
        block = block.next()
    assert bold
    assert "#333333" not in bold


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("algorithm", [made.NAME for made in ALGORITHMS])
def test_the_first_sentence_says_what_the_algorithm_does(algorithm, language):
    """The panel begins with a short sentence of its own, which is the tool tip; what follows are short paragraphs."""
    text = (HELP / language / f"{algorithm}.html").read_text(encoding="utf-8")
    sentence = first_sentence(text)
    assert sentence.endswith(".")
    assert len(sentence) <= LONGEST_TIP
    paragraphs = [re.sub("<[^>]*>", "", one) for one in re.findall("<p>(.*?)</p>", text)]
    assert paragraphs[0] == sentence
    assert max(len(one.split()) for one in paragraphs) <= LONGEST_PARAGRAPH


def test_the_toolbox_shows_the_first_sentence(provider):
    """Every algorithm and example model has a tool tip of one sentence."""
    for algorithm in provider.algorithms():
        tip = algorithm.shortDescription()
        assert tip.endswith(".")
        assert len(tip) <= LONGEST_TIP
        assert tip in re.sub("<[^>]*>", "", algorithm.shortHelpString())


@pytest.mark.parametrize("language", LANGUAGES)
def test_masking_comes_first_in_the_toolbox(provider, language):
    """QGIS sorts the groups by their titles; the one that I start with is on top."""
    file = FOLDER / f"cloud_s2_mask_{language}.ts"
    titles = {}
    for context in ET.parse(file).iter("context") if file.exists() else ():
        if context.findtext("name") == "Group":
            titles = {one.findtext("source"): one.findtext("translation") for one in context.iter("message")}
    groups = {algorithm.group() for algorithm in provider.algorithms()}
    shown = {titles.get(group) or group: group for group in groups}
    assert shown[min(shown, key=str.casefold)] == Group.MASKING.value


def test_the_shell_shows_no_tags(provider, monkeypatch):
    """`qgis_process help` prints sentences, not HTML, and each once."""
    monkeypatch.setattr(QgsApplication, "platform", staticmethod(lambda: "qgis_process"))
    for name in (made.NAME for made in ALGORITHMS):
        algorithm = QgsApplication.processingRegistry().algorithmById(f"clouds2mask:{name}")
        text = algorithm.shortHelpString()
        assert "<p>" not in text
        assert "&gt;" not in text
        assert algorithm.shortDescription() not in text
        assert len(text.splitlines()) > 3
