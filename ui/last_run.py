"""Remember the last run of the main window: its outcomes, its summary, and what it was a run of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..core.addresses.location import Location
    from ..core.masks.result import MaskResult, SceneOutcome
    from ..core.settings import MaskSettings
    from .run_summary import RunSummary


class LastRun:
    """The last run, and if products, options and area are still those of its start."""

    def __init__(self) -> None:
        self.summary: RunSummary | None = None
        """None before the first run, and while one is in progress."""
        self.outcomes: dict[Location, SceneOutcome] = {}
        """Of the last run, and of those that replaced masks after it."""
        self.clashing: tuple[Location, ...] = ()
        """Listed products whose masks were not replaced, while options and area are as they were."""
        self.changed = False
        """True if products, options or area are no longer those of its start."""
        self._masked: MaskSettings | None = None
        """Settings of a run of all products shown, as they were at its start."""
        self._before: tuple[dict[Location, SceneOutcome], RunSummary | None] = {}, None
        """Outcomes and summary before the current run, if it fails before its first scene."""

    def begin(self, masked: MaskSettings | None, kept: Mapping[Location, SceneOutcome]) -> None:
        """Start a run.

        Args:
            masked: Settings of a run of all products shown; None if there are none.
            kept: Outcomes of earlier runs that the window goes on to show.
        """
        self._before = self.outcomes, self.summary
        self.outcomes, self.summary = dict(kept), None
        self._masked, self.changed, self.clashing = masked, False, ()

    def end(self, summary: RunSummary) -> None:
        """Note how the run has ended."""
        self.summary, self.clashing = summary, summary.clashing

    def undo(self) -> None:
        """Forget a run that failed before its first scene, but for the reason of its failure."""
        reason = self.summary.error if self.summary else ""
        self.outcomes, before = self._before
        if before is not None:
            self.summary = replace(before, error=reason)
            self.clashing = before.clashing

    def compare(
        self,
        whole: MaskSettings | None,
        settings: Callable[[Collection[Location]], MaskSettings | None],
        listed: Iterable[Location],
    ) -> tuple[Location, ...]:
        """Note if products, options or area have changed.

        Args:
            whole: Settings of a run of all products shown now.
            settings: Returns the settings of a run of some products now; None if there are none.
            listed: All products in the list.

        Returns:
            Products of `clashing` whose outcome tells nothing about the next run any more.
        """
        self.changed = self.changed or whole != self._masked
        if self._masked is not None and settings(self._masked.paths) == self._masked:
            there = set(listed)
            self.clashing = tuple(path for path in self.clashing if path in there)
            return ()
        forgotten, self.clashing = self.clashing, ()
        return forgotten

    def correct(self, result: MaskResult) -> list[SceneOutcome]:
        """Let a mask that was corrected by hand stand for the mask of its scene, and return the new outcomes."""
        corrected = []
        for path, outcome in self.outcomes.items():
            former = outcome.result
            if former and former.acquisition == result.acquisition and former.grid == result.grid:
                self.outcomes[path] = replace(outcome, result=result)
                corrected.append(self.outcomes[path])
        return corrected

    def results(self) -> list[MaskResult]:
        """Return the masks."""
        return [outcome.result for outcome in self.outcomes.values() if outcome.result]
