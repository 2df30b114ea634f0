"""The reference pages are those of the algorithms."""

from __future__ import annotations

import pytest

from ...processing_provider.provider import ALGORITHMS
from ...tools import reference


def test_the_reference_is_up_to_date(qgis_app):
    """I read about an algorithm on its page what the algorithm itself says; `make reference` writes the pages."""
    written = {path.name: path.read_text(encoding="utf-8") for path in reference.PAGES.glob("*.md")}
    assert written == reference.pages()


@pytest.mark.parametrize("kind", ALGORITHMS, ids=lambda kind: kind.__name__)
def test_every_algorithm_has_help_and_an_icon_of_its_own(kind, qgis_app):
    """I find help for each algorithm, and tell them apart by their icons."""
    algorithm = kind()
    algorithm.initAlgorithm()
    assert len(algorithm.shortHelpString()) > 300
    for parameter in algorithm.parameterDefinitions():
        assert parameter.description(), parameter.name()
    assert not algorithm.icon().isNull()
    assert [other.ICON for other in ALGORITHMS].count(kind.ICON) == 1
