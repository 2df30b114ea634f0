"""Download the networks of a published model in the background, with QGIS's own network settings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, pyqtSignal, pyqtSlot
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ...core.errors import CancelledError
from ...core.html_page import as_html
from ..shared.background import Worker, is_interrupted, why_failed
from ..shared.model_texts import licence_name
from ..shared.rich_text import literal

if TYPE_CHECKING:
    from ...core.cards.card import ModelCard
    from ...core.fetching.model import Progress
    from ..shared.qgis_transport import DownloadSettings


class ModelDownload(QObject):
    """Downloads one model at a time."""

    progressed = pyqtSignal(object)
    """Emitted with the `Progress` of the current file."""
    ended = pyqtSignal(object, object)
    """Emitted with the card, and with the error or None."""
    _came = pyqtSignal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.card: ModelCard | None = None
        """The model that is being downloaded; None if there is none."""
        self._worker = Worker(self)
        self._cancelled = Event()
        self._came.connect(self._report, Qt.ConnectionType.QueuedConnection)

    def start(self, card: ModelCard, place: DownloadSettings, *, accept_licence: bool = False) -> None:
        """Download the networks of a model that are missing, unless another one is being downloaded."""
        if self.card is not None:
            return
        self.card = card
        self._cancelled = Event()
        work = partial(_fetch, card, place, accept_licence, self._came.emit, self._cancelled)
        self._worker.call(work, lambda _card: self._end(card, None), lambda error: self._end(card, error))

    def is_running(self) -> bool:
        """Return True if a model is being downloaded."""
        return self.card is not None

    def cancel(self) -> None:
        """Stop within a second; what has arrived is kept, and the next download continues there."""
        self._cancelled.set()

    def is_cancelled(self) -> bool:
        """Return True once the user has cancelled."""
        return self._cancelled.is_set()

    def shut_down(self) -> None:
        """Cancel and wait, before the plugin or QGIS closes."""
        self._cancelled.set()
        self._worker.close()
        self.card = None

    # See `Worker`: without the decorator it could be called after the window has gone.
    @pyqtSlot(object)  # type: ignore[untyped-decorator]
    def _report(self, progress: Progress) -> None:
        if self.card is not None:
            self.progressed.emit(progress)

    def _end(self, card: ModelCard, error: Exception | None) -> None:
        self.card = None
        self.ended.emit(card, error)


def progress_text(progress: Progress) -> str:
    """Describe a progress for a bar: which file, and how many megabytes of it have arrived."""
    translate = QCoreApplication.translate
    done = f"{progress.done / 1e6:.0f}"
    if progress.phase == "build":
        text = translate("ModelDownload", "Building the network…")
    elif progress.size:
        text = translate("ModelDownload", "{done} of {size} MB").format(done=done, size=f"{progress.size / 1e6:.0f}")
    else:
        text = translate("ModelDownload", "{done} MB").format(done=done)
    if progress.count == 1:
        return text
    return translate("ModelDownload", "File {number} of {count}: {text}").format(
        number=progress.number, count=progress.count, text=text
    )


def why_not_fetched(card: ModelCard, error: Exception, ways: str) -> str:
    """Describe why a download ended, and in another line which other ways the window offers."""
    if isinstance(error, CancelledError):
        return str(error)
    text = QCoreApplication.translate("ModelDownload", "{title} was not downloaded. {reason}")
    return f"{text.format(title=card.named, reason=why_failed(error))}\n{ways}"


def accepts_licence(parent: QWidget, card: ModelCard) -> bool:
    """Ask whether the user accepts a licence that forbids commercial use; True at once for other licences."""
    if card.publication is None or not card.publication.consent:
        return True
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(translate("ModelDownload", "Licence of {title}").format(title=card.named))
    text = translate("ModelDownload", "The authors of {title} allow no commercial use ({licence}). Accept this?")
    box.setText(literal(text.format(title=card.named, licence=licence_name(card))))
    details = translate("ModelDownload", "The terms are on the authors' page: {page}\nCite as: {citation}")
    page = as_html(card.publication.page)
    details = as_html(details).format(page=f'<a href="{page}">{page}</a>', citation=as_html(card.citation))
    box.setInformativeText(f"<qt>{details}</qt>".replace("\n", "<br>"))
    accept = box.addButton(translate("ModelDownload", "Accept and download"), QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(cancel)
    box.exec()
    return bool(box.clickedButton() == accept)


def _fetch(
    card: ModelCard,
    place: DownloadSettings,
    accept_licence: bool,
    report: Callable[[Progress], object],
    cancelled: Event,
) -> ModelCard:
    from ...core.fetching.model import fetch_model
    from ..shared.qgis_transport import QgisTransport

    return fetch_model(
        card,
        None if place.folder else QgisTransport(place.authcfg),
        folder=place.folder,
        mirror=place.mirror,
        accept_licence=accept_licence,
        progress=report,
        cancelled=lambda: cancelled.is_set() or is_interrupted(),
    )
