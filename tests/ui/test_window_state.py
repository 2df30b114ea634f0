"""Every state of the main window explains itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from ...ui.run_summary import RunSummary
from ...ui.window_state import Button, Phase, Remedy, WindowState

MASKS = Path("/data/cloud masks")
CLASH = RunSummary(made=1, clashing=(Path("a"), Path("b")), differing=("buffer",), folder=MASKS)
ENDS = (
    None,
    RunSummary(made=2, reused=1, skipped=1, failed=1, reasons=("B03 is damaged.",), folder=MASKS),
    RunSummary(made=1, unfinished=3, cancelled=True, folder=MASKS),
    RunSummary(skipped=2),
    RunSummary(unfinished=2, error="The folder is full."),
    RunSummary(failed=3, reasons=("B03 is damaged.", "B04 is damaged.")),
    CLASH,
)
"""The outcome of the last run."""
LISTS = ((0, 0, 0), (3, 0, 0), (3, 1, 0), (3, 3, 1), (3, 3, 3), (2, 1, 1))
"""Rows, those that can be used, and those of these that are outside the area."""


def states() -> Iterator[WindowState]:
    """Combine all facts."""
    problems = ("", "Draw the area."), ("", "Choose a folder.")
    facts = product((True, False), ((), ("No models.",)), (True, False), LISTS, *problems, Phase, ENDS, (True, False))
    for checked, missing, reading, rows, area, options, phase, summary, changed in facts:
        yield WindowState(
            checked=checked,
            missing=missing,
            reading=reading,
            rows=rows[0],
            usable=rows[1],
            outside=rows[2],
            area_problem=area,
            options_problem=options,
            phase=phase,
            step="S2A: Masking patch 3 of 20" if phase == Phase.RUNNING else "",
            summary=summary,
            changed=changed and summary is not None,
        )


def test_every_state_explains_itself():
    """In no state is a button grey without a reason, or Run without one in the status line."""
    count = 0
    for state in states():
        count += 1
        buttons = ("run", "cancel", "add_folders", "add_parent", "add_zips", "add_web", "remove", "replace")
        assert all(isinstance(getattr(state, name), Button) and getattr(state, name).tip for name in buttons), state
        assert state.status, state
        assert not state.status.startswith("<br>"), state
        assert state.run.obstacle == state.why_not_run
        if state.is_running:
            assert state.run.obstacle
            assert "mask made" not in state.status, "The last run is over."
        elif state.why_not_run:
            assert state.status.startswith(state.why_not_run), state
        assert bool(state.cancel.obstacle) == (state.phase != Phase.RUNNING), state
        assert ("Ready to mask" in state.status) <= (not state.run.obstacle), state
        assert state.close == ("Close and keep running" if state.is_running else "Close")
        assert (state.notice is not None and state.notice.remedy == Remedy.INSTALL) == bool(state.missing)
        if state.changed and not state.is_running:
            assert not state.has_progress, "The number is of the last run."
            assert "Last run:" in state.status
    assert count > 5000


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"checked": False}, "The installation is being checked."),
        ({"missing": ("No models.",)}, "Components are missing; install them above."),
        (
            {"missing": ("No models.",), "rules_can_run": True},
            "Components are missing; install them above, or choose Fmask, which needs no network.",
        ),
        ({"missing": ("No models.",), "installing": True}, "Components are being installed."),
        ({"reading": True}, "Products are being read; so far: 3."),
        ({"rows": 0, "usable": 0}, "Add at least one product."),
        ({"area_problem": "Draw the area."}, "Draw the area."),
        ({"usable": 0}, "No product can be used. The Status column gives the reasons."),
        ({"usable": 0, "common_fault": "No band B03."}, "No band B03."),
        ({"outside": 3}, "No product touches the area of interest. Draw it over the outlines on the map."),
        ({"options_problem": "The output folder does not exist."}, "The output folder does not exist."),
        ({"phase": Phase.RUNNING}, "A run is in progress."),
    ],
)
@pytest.mark.parametrize("summary", ENDS)
def test_run_is_grey_for_one_reason(facts, reason, summary):
    """The reason is the same before and after a run, and goes with its cause."""
    ready = WindowState(rows=3, usable=3, summary=summary)
    assert ready.run.obstacle == ""
    assert replace(ready, **facts).run.obstacle == reason


def test_rules_run_while_components_of_networks_are_missing():
    """Run is not grey then, and no strip calls for what Fmask does not need; an installation is waited for."""
    state = WindowState(rows=3, usable=3, missing=("No models.",), rules_can_run=True, needed=False)
    assert state.run.obstacle == ""
    assert state.notice is None
    with_networks = replace(state, needed=True).notice
    assert with_networks is not None
    assert with_networks.remedy == Remedy.INSTALL
    assert replace(state, installing=True).run.obstacle == "Components are being installed."


def test_what_is_left_out_is_told_before_a_run():
    """I read how many products will be masked, and why not all of them."""
    assert WindowState(rows=3, usable=3).status == "Ready to mask 3 products."
    some = WindowState(rows=9, usable=5, outside=2)
    assert some.status == "Ready to mask 3 products. Left out: 4 unusable, 2 outside the area."


def test_a_run_is_summed_up_in_one_sentence_with_links():
    """I read what was made, reused, skipped and failed, and one click leads to each."""
    end = RunSummary(made=4, reused=2, skipped=1, failed=1, folder=MASKS)
    assert end.sentence == "4 masks made, 2 reused, 1 skipped (outside the area), 1 failed."
    shown = WindowState(rows=8, usable=8, summary=end, failed_rows=1).status
    assert '<a href="failed">1 failed</a>' in shown
    assert "1 failed." in WindowState(rows=7, usable=7, summary=end).status, "The row was removed."
    assert '<a href="folder">Open folder</a> · <a href="season">Season…</a>' in shown
    assert "href" not in WindowState(rows=1, usable=1, summary=RunSummary(skipped=1)).status


@pytest.mark.parametrize(
    ("end", "sentence"),
    [
        (RunSummary(made=1), "1 mask made."),
        (RunSummary(reused=3), "No new mask made, 3 reused."),
        (RunSummary(failed=2), "No new mask made, 2 failed."),
        (RunSummary(skipped=1, clashing=(MASKS,)), "No new mask made, 1 skipped (outside the area), 1 not replaced."),
        (
            RunSummary(skipped=1, unfinished=1, cancelled=True),
            "Cancelled. No new mask made, 1 skipped (outside the area), 1 not masked.",
        ),
        (RunSummary(skipped=2), "No product touches the area of interest."),
        (RunSummary(made=1, unfinished=2, cancelled=True), "Cancelled. 1 mask made, 2 not masked."),
        (RunSummary(unfinished=2, error="It is full."), "It is full."),
        (RunSummary(made=1, unfinished=2, error="It is full."), "It is full. 1 mask made, 2 not masked."),
    ],
)
def test_every_end_has_its_sentence(end, sentence):
    """Reused masks do not count as made, and a failure as a whole tells its reason."""
    assert end.sentence == sentence


def test_a_message_has_whole_sentences_and_about_three_lines():
    """I read reasons and warnings where they fit, else their number, and where all of them are."""
    closed = RunSummary(made=1, project_closed=True, warnings=("It is reduced",), folder=MASKS)
    end = " The project was closed during the run, so the masks are only in /data/cloud masks."
    assert closed.message == f"1 mask made.{end} It is reduced."
    long = "The product is a reduced product, and so on, and so on, until nobody reads it any more. " * 3
    more = "The tool tips of the rows and the log panel say more."
    both = RunSummary(made=3, failed=2, reasons=("It is empty.", long), warnings=(long, "It is reduced."), folder=MASKS)
    first = "3 masks made, 2 failed. The first failure: It is empty."
    assert both.message == f"{first} 2 warnings. {more}"
    assert RunSummary(failed=1, reasons=(long,)).message == f"No new mask made, 1 failed. {more}"
    assert RunSummary(made=1, warnings=(long,)).message == f"1 mask made. 1 warning. {more}"


def test_an_installation_in_progress_is_told_with_a_button():
    """While components are being installed I am not told to install them."""
    shown = WindowState(missing=("No models.",), installing=True)
    assert shown.notice is not None
    assert shown.notice.remedy == Remedy.WATCH
    assert "being installed" in shown.notice.text
    assert shown.status == "Components are being installed."
    assert WindowState(installing=True).notice is None, "Models are added to those that are there."


def test_masks_with_other_settings_are_told_with_a_button():
    """I read in what they differ, and Replace is one click, until I change something."""
    shown = WindowState(rows=3, usable=3, summary=CLASH, clash=CLASH.clash)
    assert shown.notice is not None
    assert shown.notice.text == "2 products have masks with other settings: buffer."
    assert shown.notice.remedy == Remedy.REPLACE
    assert shown.replace.obstacle == ""
    assert replace(shown, clash="").notice is None
    assert replace(shown, changed=True).notice == shown.notice, "Only the list has changed."
    assert replace(shown, phase=Phase.RUNNING).notice is None
    several = replace(CLASH, clashing=(Path("a"),), differing=("buffer", "model"))
    assert several.clash == "A product has a mask with other settings: buffer, model."


def test_names_with_tags_are_shown_as_they_are():
    """A folder whose name looks like HTML does not change the status line."""
    assert WindowState(rows=1, options_problem="<b>x</b> is no folder.", usable=1).status.startswith("&lt;b&gt;x")
    end = RunSummary(error="<b>x</b> is full.", reused=1, folder=MASKS, warnings=("<i>",))
    assert "&lt;b&gt;x" in WindowState(summary=end).status
    assert "<i>" not in WindowState(summary=end).status
