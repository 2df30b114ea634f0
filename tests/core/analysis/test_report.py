"""The page of a comparison; its numbers are tested with the algorithm that writes it."""

from __future__ import annotations

import re

import numpy as np

from ....core.analysis.compare import Comparison
from ....core.analysis.confusion import PLAIN, Confusion
from ....core.analysis.report import comparison_report

COUNTS = np.array([[90, 10, 0, 0], [0, 0, 0, 0], [0, 0, 5, 0], [0, 0, 0, 5]])
COMPARISON = Comparison(Confusion(PLAIN.classes, COUNTS), COUNTS[None], 200, ("Half of it is <missing>",))


def test_every_text_of_the_page_is_in_my_language(another_language):
    """In a translated QGIS all titles, heads and notes are translated, and classes have the names of the legend."""
    text = comparison_report(COMPARISON, "mask.tif", "reference.tif")
    shown = re.findall(r"<(?:title|h1|h2|th|p|p><small)>([^<]*[A-Za-z]{2}[^<]*)<", text)
    assert len(shown) > 30
    assert [one for one in shown if not one.startswith("§")] == []
    assert "<th>§Cloud shadow</th>" in text


def test_kappa_has_its_interval_and_the_number_of_blocks():
    """Twenty equal blocks leave no doubt; with one block there is no interval."""
    twenty = Comparison(Confusion(PLAIN.classes, 20 * COUNTS), np.repeat(COUNTS[None], 20, 0), 4000, ())
    kappa = f"{twenty.confusion.kappa:.3f}"
    assert f"{kappa} to {kappa} (20 blocks of pixels)" in comparison_report(twenty, "mask.tif", "reference.tif")
    assert "too few blocks of pixels: 1" in comparison_report(COMPARISON, "mask.tif", "reference.tif")


def test_cells_are_coloured_by_agreement():
    """Agreement is green and disagreement red, stronger for more pixels of a row."""
    text = comparison_report(COMPARISON, "mask.tif", "reference.tif")
    clear, *_ = re.findall(r"<tr><th>Clear</th>(<td.+?)<td>100</td>", text)
    assert clear == (
        '<td bgcolor="#66c5ab">90<br><small>90.0\u00a0%</small></td>'
        '<td bgcolor="#f6ddc9">10<br><small>10.0\u00a0%</small></td>'
        '<td bgcolor="#ffffff">0<br><small>0.0\u00a0%</small></td>'
        '<td bgcolor="#ffffff">0<br><small>0.0\u00a0%</small></td>'
    )
    assert "<tr><th>Thick cloud</th><td>0</td><td>0</td>" in text  # none in the reference: no share, no colour
    assert "Half of it is &lt;missing&gt;" in text
