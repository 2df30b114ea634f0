"""The last run of the main window: what it was a run of, and what is left of it when something changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ...core.masks.result import SceneOutcome
from ...core.settings import MaskSettings, create_settings
from ...ui.last_run import LastRun
from ...ui.run_summary import RunSummary
from ..season import cloudy, masked, result_of

ONE, OTHER = Path("one.SAFE"), Path("other.SAFE")


def settings(*paths: Path, buffer: float = 0) -> MaskSettings:
    """Return the settings of a run."""
    return create_settings(sent_safe_dirs=list(paths), output_dir="masks", buffer_m=buffer)


@pytest.fixture
def run() -> LastRun:
    """A run of two products, of which one has a mask with another buffer."""
    last = LastRun()
    last.begin(settings(ONE, OTHER), {})
    last.end(RunSummary(made=1, clashing=(OTHER,), differing=("buffer",)))
    return last


def test_nothing_has_changed_until_something_does(run):
    """The same products and options: the masks can still be replaced."""
    assert run.compare(settings(ONE, OTHER), lambda paths: settings(*paths), [ONE, OTHER]) == ()
    assert (run.changed, run.clashing) == (False, (OTHER,))


def test_a_product_that_was_removed_is_not_replaced(run):
    """The list has changed, and the rest of it still tells of the run."""
    assert run.compare(settings(ONE), lambda paths: settings(*paths), [ONE]) == ()
    assert (run.changed, run.clashing) == (True, ())


def test_other_options_make_rows_forget_what_the_run_told(run):
    """With another buffer, nobody knows if the masks differ."""
    assert run.compare(settings(ONE, OTHER, buffer=20), lambda paths: settings(*paths, buffer=20), [ONE, OTHER]) == (
        OTHER,
    )
    assert (run.changed, run.clashing) == (True, ())


def test_a_run_that_failed_before_its_first_scene_leaves_the_former_one(run, tmp_path):
    """The former outcomes come back, with the reason of the failure."""
    former = masked(tmp_path, 0, cloudy(5))
    run.outcomes[former.path] = former
    run.begin(settings(ONE, buffer=20), {})
    assert (run.outcomes, run.summary, run.clashing) == ({}, None, ())
    run.end(RunSummary(error="No space."))
    run.undo()
    assert run.results() == [result_of(former)]
    assert run.summary == RunSummary(made=1, clashing=(OTHER,), differing=("buffer",), error="No space.")
    assert run.clashing == (OTHER,)


def test_a_first_run_that_failed_leaves_its_reason():
    """There was nothing before it."""
    last = LastRun()
    last.begin(settings(ONE), {})
    last.end(RunSummary(error="No space."))
    last.undo()
    assert last.summary == RunSummary(error="No space.")


def test_a_corrected_mask_stands_for_its_scene(run, tmp_path):
    """The outcome of its product has the new mask; those of other dates stay."""
    first, second = (masked(tmp_path, day, cloudy(5)) for day in (0, 5))
    run.outcomes |= {one.path: one for one in (first, second)}
    version = replace(result_of(second), mask_path=tmp_path / "edited.tif")
    assert run.correct(version) == [SceneOutcome(second.path, result=version)]
    assert run.results() == [result_of(first), version]
