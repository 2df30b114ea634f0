"""The help panels of the algorithms."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QTextDocument

from ...processing_provider.provider import ALGORITHMS

PROCESSING_STYLE = "p { color: #666666; } b { color: #333333; }"
"""Style sheet of Processing's help panel, in all themes."""


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
