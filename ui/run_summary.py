"""Sum up a run in one sentence, for the window and the message bar."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QCoreApplication

from ..core.addresses.location import Location
from ..core.errors import MaskExistsError
from ..core.language import translated
from ..core.product.acquisition import Acquisition

if TYPE_CHECKING:
    from ..core.masks.result import SceneOutcome

_BRIEF = 240
"""Most characters of a message bar: about three lines on a small screen."""


@dataclass(frozen=True)
class RunSummary:
    """The numbers of a run that has ended, and sentences about them."""

    made: int = 0
    reused: int = 0
    skipped: int = 0
    """Products outside the area of interest."""
    failed: int = 0
    """Products that could not be masked; those of `clashing` do not count."""
    unfinished: int = 0
    """Products that the run did not reach, because it was cancelled or failed as a whole."""
    clashing: tuple[Location, ...] = ()
    """Products with an existing mask that was made with other settings."""
    differing: tuple[str, ...] = ()
    """These settings, as nouns such as 'buffer'."""
    reasons: tuple[str, ...] = ()
    """Reasons of the failures, with day and tile of the products, or their names."""
    warnings: tuple[str, ...] = ()
    """Warnings of the masks, each once."""
    not_added: int = 0
    """Masks below `min_clear`, which are not on the map."""
    min_clear: float = 0.0
    """Least percent of clear pixels of the scenes on the map."""
    project_closed: bool = False
    """True if the masks are not on the map because the project was closed."""
    cancelled: bool = False
    error: str = ""
    """Reason why the run failed as a whole; empty if it did not."""
    folder: Path | None = None
    """Folder of the masks; None if there are none."""

    @classmethod
    def of(cls, outcomes: Iterable[SceneOutcome], count: int, min_clear: float = 0.0) -> RunSummary:
        """Count the outcomes of a run of `count` products."""
        outcomes = list(outcomes)
        results = [outcome.result for outcome in outcomes if outcome.result]
        failures = [(outcome.path, outcome.error) for outcome in outcomes if outcome.error and outcome.failed]
        clashes = [(path, failure) for path, failure in failures if isinstance(failure, MaskExistsError)]
        others = [(path, failure) for path, failure in failures if not isinstance(failure, MaskExistsError)]
        reused = sum(result.reused for result in results)
        return cls(
            made=len(results) - reused,
            reused=reused,
            skipped=sum(outcome.skipped for outcome in outcomes),
            failed=len(others),
            unfinished=count - len(outcomes),
            clashing=tuple(path for path, _failure in clashes),
            differing=tuple(dict.fromkeys(word for _path, failure in clashes for word in failure.differing)),
            reasons=tuple(
                translated("{title}: {text}", title=_title(path), text=failure.beside(path)) for path, failure in others
            ),
            warnings=tuple(dict.fromkeys(warning for result in results for warning in result.warnings)),
            not_added=sum((result.clear_percent or 0) < min_clear for result in results),
            min_clear=min_clear,
            folder=results[0].mask_path.parent if results else None,
        )

    @property
    def masks(self) -> int:
        """Number of finished masks, new or reused."""
        return self.made + self.reused

    @property
    def sentence(self) -> str:
        """The run in one sentence; after a failure as a whole, its reason."""
        return self.sentence_as(str, str)

    def sentence_as(self, form: Callable[[str], str], form_failed: Callable[[str], str]) -> str:
        """Return the sentence, with functions applied to its parts: to the number of failures, and to all else."""
        failed = self.tr("{count} failed").format(count=self.failed) if self.failed else ""
        sentence = form(self._counts) + (f", {form_failed(failed)}" if failed else "") + "."
        if not self.error:
            return sentence
        return f"{form(self.error)} {sentence}" if self.masks else form(self.error)

    @property
    def clash(self) -> str:
        """A sentence about the masks with other settings; empty if there are none."""
        if not self.clashing:
            return ""
        text = self.tr("{count} products have masks with other settings: {names}.")
        if len(self.clashing) == 1:
            text = self.tr("A product has a mask with other settings: {names}.")
        return text.format(count=len(self.clashing), names=", ".join(self.differing))

    @property
    def notes(self) -> list[str]:
        """Sentences about masks that are not on the map, and about warnings."""
        return [*self._beside_map, *self._warned]

    @property
    def message(self) -> str:
        """The run for a message bar: in whole sentences, of which long ones stay in the tool tips of the rows."""
        text, left_out = " ".join(filter(None, [self.sentence, self.clash, *self._beside_map])), False
        count = len(self.warnings)
        counted = (self.tr("1 warning.") if count == 1 else self.tr("{count} warnings.")).format(count=count)
        for details, instead in ((self._why_failed, ""), (self._warned, counted)):
            longer = " ".join([text, *details])
            if len(longer) <= _BRIEF:
                text = longer
            else:
                text, left_out = f"{text} {instead}".rstrip(), True
        more = self.tr("The tool tips of the rows and the log panel say more.")
        return f"{text} {more}" if left_out else text

    @property
    def _beside_map(self) -> list[str]:
        if self.project_closed and self.masks:
            text = self.tr("The project was closed during the run, so the masks are only in {folder}.")
            return [text.format(folder=self.folder)]
        if self.not_added:
            text = self.tr("Not added to the map, with less than {percent:.0f} % clear: {count}.")
            return [text.format(percent=self.min_clear, count=self.not_added)]
        return []

    @property
    def _warned(self) -> list[str]:
        return _listed(self.warnings, self.tr("{count} warnings; the first: {text}"))

    @property
    def _why_failed(self) -> list[str]:
        return _listed(self.reasons, self.tr("The first failure: {text}"))

    @property
    def _counts(self) -> str:
        if self.skipped and not (self.masks or self.failed or self.clashing or self.unfinished):
            return self.tr("No product touches the area of interest")
        made = self.tr("1 mask made") if self.made == 1 else self.tr("{count} masks made")
        texts = [
            (made if self.made else self.tr("No new mask made")).format(count=self.made),
            self.tr("{count} reused").format(count=self.reused) if self.reused else "",
            self.tr("{count} skipped (outside the area)").format(count=self.skipped) if self.skipped else "",
            self.tr("{count} not replaced").format(count=len(self.clashing)) if self.clashing else "",
            self.tr("{count} not masked").format(count=self.unfinished) if self.unfinished else "",
        ]
        text = ", ".join(filter(None, texts))
        return self.tr("Cancelled. {counts}").format(counts=text) if self.cancelled else text

    @staticmethod
    def tr(text: str) -> str:
        """Translate a text."""
        return str(QCoreApplication.translate("RunSummary", text))


def _listed(texts: tuple[str, ...], several: str) -> list[str]:
    """Return a text as it is, of several the first one and their number, as a sentence."""
    if not texts:
        return []
    first = texts[0] if texts[0].endswith((".", "!", "?")) else f"{texts[0]}."
    return [first if len(texts) == 1 else several.format(count=len(texts), text=first)]


def _title(path: Location) -> str:
    """Return day and tile of a product, which are shorter than its name; the name if that does not tell them."""
    acquired = Acquisition.named(path.name)
    return acquired.title if acquired else path.name
