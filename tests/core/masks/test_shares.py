"""Shares read the same in the list of products, the season, its report and the log."""

from __future__ import annotations

import pytest

from ....core.masks.shares import clear_text, shares_text


def test_shares_are_whole_percents():
    """I compare scenes at a glance; tables have exact values."""
    assert shares_text(70.4, 20.0, 9.6) == "Clear 70 %, cloud 20 %, shadow 10 %"
    assert clear_text(70.4) == "70 % clear"


@pytest.mark.parametrize(
    ("shares", "text"),
    [
        ((33.4, 33.3, 33.3), "Clear 34 %, cloud 33 %, shadow 33 %"),  # each rounded: 99
        ((33.6, 33.6, 32.8), "Clear 34 %, cloud 33 %, shadow 33 %"),  # each rounded: 101
        ((0.5, 98.6, 0.9), "Clear 0 %, cloud 99 %, shadow 1 %"),
        ((99.999999, 0.000001, 0), "Clear 100 %, cloud 0 %, shadow 0 %"),
    ],
)
def test_shares_add_to_a_hundred(shares, text):
    """I need not wonder where one percent has gone."""
    assert shares_text(*shares) == text


def test_a_share_that_the_model_cannot_find_is_left_out():
    """0 % shadow would be wrong for a model without that class."""
    assert shares_text(60, 40, 0, ("clear", "thick_cloud")) == "Clear 60 %, cloud 40 %"
    assert shares_text(60, 40, 0, ("clear", "thick_cloud", "shadow")) == "Clear 60 %, cloud 40 %, shadow 0 %"


def test_snow_and_water_are_named_as_parts_of_clear():
    """I see what the ground is; with models that do not tell, nothing changes."""
    text = shares_text(60, 30, 10, ("clear", "thick_cloud", "shadow", "snow", "water"), {"snow": 20.4, "water": 0.0})
    assert text == "Clear 60 %, cloud 30 %, shadow 10 % (clear includes snow or ice 20 %)"
    text = shares_text(60, 40, 0, ("clear", "thick_cloud", "water"), {"water": 5.0})
    assert text == "Clear 60 %, cloud 40 % (clear includes water 5 %)"
    assert shares_text(60, 30, 10, surfaces={}) == "Clear 60 %, cloud 30 %, shadow 10 %"
    assert shares_text(None, None, None, surfaces={}) == "No data"


def test_a_scene_without_data_has_no_shares():
    """0 % clear would be wrong."""
    assert shares_text(None, None, None) == clear_text(None) == "No data"


def test_shares_are_in_my_language(another_language):
    """Texts are translated before numbers are filled in."""
    assert shares_text(100, 0, 0) == "§Clear 100 %, cloud 0 %, shadow 0 %"
    assert shares_text(100, 0, 0, surfaces={"water": 8.0}).endswith("§water 8 %)")
    assert clear_text(None) == "§No data"
