"""Rows are found by words, dates and clear share."""

from __future__ import annotations

import pytest

from ....ui.tables.row_filter import RowQuery

TEXTS = "S2A", "T33UUU", "L1C", "S2A_MSIL1C_20250514T102021_N0511_R065_T33UUU_20250514T120000"


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("", True),
        ("t33uuu 2025-05", True),
        ("T33UVU", False),
        ("2025-05..2025-07", True),
        ("2025-05-14..2025-05-14", True),
        ("2025-05-15..", False),
        ("2025..", True),
        ("..2025-04", False),
        ("..2025", True),
        ("2024..2025-05-13", False),
        ("2025-05...", True),
        ("l1c ..2026 2025-04..", True),
        ("l2a ..2026 2025-04..", False),
    ],
)
def test_words_and_ranges_of_dates(text, taken):
    """I type a tile, a month, or two dates with dots between them, the last of which counts as a whole."""
    assert RowQuery.typed(text).takes(TEXTS, "2025-05-14", None) is taken


def test_no_range_contains_an_unknown_date():
    """A product whose date nobody knows is shown without a range only."""
    assert RowQuery.typed("s2a").takes(TEXTS, None, None)
    assert not RowQuery.typed("..2030").takes(TEXTS, None, None)


def test_a_clear_share_is_needed_only_if_one_is_asked():
    """Rows without a mask are hidden only if I ask for clear ones."""
    assert RowQuery.typed("", 0).takes(TEXTS, None, None)
    assert not RowQuery.typed("", 1).takes(TEXTS, None, None)
    assert RowQuery.typed("", 60).takes(TEXTS, None, 60.0)
    assert not RowQuery.typed("", 60).takes(TEXTS, None, 59.9)
