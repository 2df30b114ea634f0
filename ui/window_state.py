"""The state of the main window: facts, and all that the window says about them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import NamedTuple

from qgis.PyQt.QtCore import QCoreApplication

from ..core.html_page import as_html
from .run_summary import RunSummary


class Phase(Enum):
    """The progress of the last run."""

    IDLE = "idle"
    """It has ended, or there was none."""
    RUNNING = "running"
    CANCELLING = "cancelling"


class Link(Enum):
    """Links in the status line; the values are their addresses."""

    FAILED = "failed"
    """Select the rows that failed."""
    FOLDER = "folder"
    """Open the folder of the masks."""
    SEASON = "season"
    """Open the season."""
    REMOVE = "remove"
    """Remove the layers of the run from the map."""


class Button(NamedTuple):
    """A button that may be grey."""

    tip: str
    """Purpose of the button."""
    obstacle: str = ""
    """Reason why it is grey; empty if it can be clicked."""


class Remedy(Enum):
    """The button of the notice strip."""

    INSTALL = "install"
    WATCH = "watch"
    """Show the installation in progress."""
    REPLACE = "replace"


class Notice(NamedTuple):
    """The strip at the top of the window."""

    text: str
    remedy: Remedy


@dataclass(frozen=True)
class WindowState:
    """The facts that the main window shows; everything that it says follows from them."""

    checked: bool = True
    """True if the installation has been checked."""
    missing: tuple[str, ...] = ()
    """Sentences about missing components."""
    rules_can_run: bool = False
    """True if a model of rules could run without the missing components."""
    needed: bool = True
    """True if the chosen model needs the missing components; one of rules needs none of the networks' components."""
    installing: bool = False
    """True if components are being installed."""
    reading: bool = False
    """True if products are still being read."""
    rows: int = 0
    hidden: int = 0
    """Rows that the filter hides, which a run does not take."""
    usable: int = 0
    """Rows that a run would take, those outside the area among them."""
    outside: int = 0
    """Usable rows that do not touch the area of interest."""
    whole_from_web: bool = False
    """True if entire products behind addresses would be read, because there is no area of interest."""
    common_fault: str = ""
    """Reason why rows cannot be used, if it is the same for all of those."""
    selected: int = 0
    """Selected rows."""
    area_problem: str = ""
    """Reason why the area of interest cannot be used."""
    options_problem: str = ""
    """Reason why the options cannot be used."""
    phase: Phase = Phase.IDLE
    step: str = ""
    """Current step of the run."""
    summary: RunSummary | None = None
    """The last run, once it has ended."""
    failed_rows: int = 0
    """Rows in the list that have failed."""
    on_map: bool = False
    """True if masks of the last run are on the map."""
    changed: bool = False
    """True if products, options or area are no longer those of the start of the last run."""
    clash: str = ""
    """Sentence about listed products whose masks were made with other settings, and not replaced."""

    @property
    def is_running(self) -> bool:
        """True until the run has ended."""
        return self.phase != Phase.IDLE

    @property
    def why_not_run(self) -> str:
        """Reason why no run can start; empty if it can."""
        return self.busy or self._why_not_ready

    @property
    def run(self) -> Button:
        """The button that starts a run."""
        return Button(self.tr("Mask all usable products that are shown"), self.why_not_run)

    @property
    def cancel(self) -> Button:
        """The button that cancels the run."""
        tip = self.tr("Stop the run; finished masks stay")
        if self.phase == Phase.CANCELLING:
            return Button(tip, self.tr("The run is being cancelled."))
        return Button(tip, "" if self.is_running else self.tr("No run is in progress."))

    @property
    def add_folders(self) -> Button:
        """The button that adds unpacked products."""
        return Button(self.tr("Choose one or more .SAFE or .zarr folders"), self.busy)

    @property
    def add_parent(self) -> Button:
        """The button that adds all products in a folder."""
        tip = self.tr("Choose a folder; all products in it and its subfolders are added")
        return Button(tip, self.busy)

    @property
    def add_zips(self) -> Button:
        """The button that adds archives."""
        return Button(self.tr("Choose .zip archives; they are read in place"), self.busy)

    @property
    def add_web(self) -> Button:
        """The button that adds scenes of buckets, web servers and catalogues."""
        return Button(self.tr("Search a catalogue for scenes, or paste addresses of products"), self.busy)

    @property
    def remove(self) -> Button:
        """The button that removes the selected rows."""
        tip = self.tr("Remove the selected products from the list")
        return Button(tip, self.busy or ("" if self.selected else self.tr("Select products first")))

    @property
    def pick(self) -> Button:
        """The button of the tool that selects products on the map."""
        tip = self.tr("Click outlines of products on the map, or drag a rectangle over them")
        return Button(tip, "" if self.rows else self.tr("Add products first: the map shows their outlines"))

    @property
    def replace(self) -> Button:
        """The button that replaces masks with other settings."""
        return Button(self.tr("Mask these products again, with the options below"), self.why_not_run)

    @property
    def close(self) -> str:
        """Text of the Close button."""
        return self.tr("Close and keep running") if self.is_running else self.tr("Close")

    @property
    def notice(self) -> Notice | None:
        """The strip at the top of the window; None if nothing calls for action."""
        if self.missing and self.installing:
            return Notice(self.tr("Components are being installed; then masks can be made."), Remedy.WATCH)
        if self.missing and self.needed:
            return Notice("\n".join(self.missing), Remedy.INSTALL)
        if self.clash and not self.is_running:
            return Notice(self.clash, Remedy.REPLACE)
        return None

    @property
    def has_progress(self) -> bool:
        """True if the progress bar shows the run in progress, or one that is complete and the last thing done."""
        ended = self.summary
        return self.is_running or bool(ended and not (ended.cancelled or ended.error or self.changed))

    @property
    def status(self) -> str:
        """The status line as HTML: the step of a run; else the reason for a grey Run button, and the last run."""
        if self.phase == Phase.CANCELLING:
            return as_html(self.tr("Cancelling: the current step is finished first."))
        if self.is_running:
            return as_html(self.step or self.tr("Starting"))
        lines: list[str] = []
        if self.why_not_run or not self.summary or self.changed:
            lines.append(as_html(self.why_not_run or self._ready))
        if self.summary:
            lines.append(self._last_run(self.summary))
        return "<br>".join(lines)

    @property
    def busy(self) -> str:
        """Reason why the products and the options cannot be changed; empty if they can."""
        return self.tr("A run is in progress.") if self.is_running else ""

    @property
    def _why_not_ready(self) -> str:
        reading = self.tr("Products are being read; so far: {count}.").format(count=self.rows)
        none_fits = self.common_fault or self.tr("No product can be used. The Status column gives the reasons.")
        reasons = (
            (not self.checked, self.tr("The installation is being checked.")),
            (bool(self.missing) and self.installing, self.tr("Components are being installed.")),
            (
                bool(self.missing) and self.needed,
                self.tr("Components are missing; install them above, or choose Fmask, which needs no network.")
                if self.rules_can_run
                else self.tr("Components are missing; install them above."),
            ),
            (self.reading, reading),
            (not self.rows, self.tr("Add at least one product.")),
            (bool(self.area_problem), self.area_problem),
            (
                self.hidden == self.rows,
                self.tr("No product matches the filter: Run masks only products that are shown."),
            ),
            (not self.usable, none_fits),
            (
                self.usable == self.outside,
                self.tr("No product touches the area of interest. Draw it over the outlines on the map."),
            ),
        )
        return next((text for applies, text in reasons if applies), self.options_problem)

    @property
    def _ready(self) -> str:
        count, unusable = self.usable - self.outside, self.rows - self.hidden - self.usable
        text = self.tr("Ready to mask 1 product.") if count == 1 else self.tr("Ready to mask {count} products.")
        text = text.format(count=count)
        unusable_text = self.tr("1 unusable") if unusable == 1 else self.tr("{count} unusable")
        left_out = [
            unusable_text.format(count=unusable) if unusable else "",
            self.tr("{count} outside the area").format(count=self.outside) if self.outside else "",
            self.tr("{count} hidden by the filter").format(count=self.hidden) if self.hidden else "",
        ]
        if any(left_out):
            text += " " + self.tr("Left out: {counts}.").format(counts=", ".join(filter(None, left_out)))
        if self.whole_from_web:
            text += " " + self.tr(
                "Entire tiles are read from the web, up to 1 GB each; an area of interest reads less."
            )
        return text

    def _last_run(self, ended: RunSummary) -> str:
        """The run that has ended as HTML, with links; 'last run' once something has changed."""
        text = ended.sentence_as(as_html, partial(_linked, link=Link.FAILED) if self.failed_rows else as_html)
        links = []
        if ended.folder is not None:
            links.append(_linked(self.tr("Open folder"), Link.FOLDER))
        if ended.masks > 1:
            links.append(_linked(self.tr("Season…"), Link.SEASON))
        if self.on_map:
            links.append(_linked(self.tr("Remove layers"), Link.REMOVE))
        text = " &nbsp; ".join([text, " · ".join(links)]) if links else text
        if self.changed:
            return as_html(self.tr("Last run:")) + f" {text}"
        return "<br>".join([text, *map(as_html, ended.notes)])

    @staticmethod
    def tr(text: str) -> str:
        """Translate a text."""
        return str(QCoreApplication.translate("WindowState", text))


def _linked(text: str, link: Link) -> str:
    return f'<a href="{link.value}">{as_html(text)}</a>'
