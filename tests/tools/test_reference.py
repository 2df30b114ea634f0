"""The reference pages match the algorithms."""

from __future__ import annotations

import pytest

from ...processing_provider.provider import ALGORITHMS
from ...tools import reference


def test_the_reference_is_up_to_date(qgis_app):
    """The page of an algorithm shows its current help and parameters; `make reference` writes the pages."""
    written = {path.name: path.read_text(encoding="utf-8") for path in reference.PAGES.glob("*.md")}
    assert written == reference.pages()


@pytest.mark.parametrize("kind", ALGORITHMS, ids=lambda kind: kind.__name__)
def test_every_algorithm_has_help_and_an_icon_of_its_own(kind, qgis_app):
    """Each algorithm has help, and an icon that distinguishes it."""
    algorithm = kind()
    algorithm.initAlgorithm()
    assert len(algorithm.shortHelpString()) > 300
    for parameter in algorithm.parameterDefinitions():
        assert parameter.description(), parameter.name()
    assert not algorithm.icon().isNull()
    assert [other.ICON for other in ALGORITHMS].count(kind.ICON) == 1
