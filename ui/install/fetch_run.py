"""Run the commands of an installation one after the other, in the background."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from importlib.util import find_spec

from qgis.PyQt.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, pyqtSignal

from ...core.install.fetch import Fetch, Python, Step, module_of
from ...core.install.packages import loaded
from ..shared.background import Worker, why_failed
from ..shared.qgis_network import proxy_for

_STOP_MS = 5000
_INDEX = "https://pypi.org"
"""Host from which pip downloads packages, unless the user's settings of pip name another."""


class FetchRun(QObject):
    """One run of the commands; no partial downloads remain when it has ended."""

    logged = pyqtSignal(str)
    """Emitted with a command, or with a part of its output."""
    step_started = pyqtSignal(object)
    """Emitted with the `Step`."""
    ended = pyqtSignal(str)
    """Emitted with the reason for a failure; empty after success and after cancelling."""

    def __init__(self, fetch: Fetch, python: Python, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fetch = fetch
        self.cancelled = False
        self.stale: tuple[str, ...] = ()
        """Packages that were replaced while QGIS uses the version that it had loaded."""
        self._steps = fetch.steps(python)
        self._printed = ""
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.setStandardInputFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._not_started)
        self._step: Step | None = None
        self._worker = Worker(self)

    def start(self) -> None:
        """Start the first command."""
        self._in_background(self.fetch.prepare, self._prepared)

    def cancel(self) -> None:
        """Stop at once; completed steps stay."""
        self.cancelled = True
        self._process.kill()

    def stop(self) -> None:
        """Cancel and wait, before the plugin or QGIS closes."""
        self.blockSignals(True)
        self._worker.close()
        self.cancel()
        self._process.waitForFinished(_STOP_MS)
        self.fetch.clean()

    def _in_background(self, work: Callable[[], object], then: Callable[[str], None]) -> None:
        """Call a function in the background, then pass on the reason for a failure, or an empty text."""
        self._worker.call(work, lambda _nothing: then(""), lambda error: then(why_failed(error)))

    def _prepared(self, error: str) -> None:
        if error:
            self._end(self.tr("Nothing was installed: {reason}").format(reason=error))
        else:
            self._next()

    def _next(self) -> None:
        if self.cancelled or not self._steps:
            self._end("")
            return
        self._step = self._steps.pop(0)
        self._printed = ""
        self.step_started.emit(self._step)
        self.logged.emit(f"$ {self._step.text()}\n")
        environment = QProcessEnvironment.systemEnvironment()
        for name, value in self._environment(self._step).items():
            environment.insert(name, value)
        self._process.setProcessEnvironment(environment)
        self._process.setWorkingDirectory(str(self.fetch.work))  # Python would import modules of the current folder
        self._process.start(self._step.command[0], self._step.command[1:])

    def _environment(self, step: Step) -> dict[str, str]:
        temporary = str(self.fetch.work)
        return {
            # Override settings of a user's pip that forbid a target folder or wait for input.
            "PIP_USER": "0",
            "PIP_REQUIRE_VIRTUALENV": "0",
            "PIP_NO_INPUT": "1",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "PYTHONIOENCODING": "utf-8",
            "PYTHONSAFEPATH": "1",
            "PYTHONUNBUFFERED": "1",
            **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), temporary),
            **proxy_environment(),
            **step.environment,
        }

    def _read(self) -> None:
        text = bytes(self._process.readAllStandardOutput()).decode("utf-8", "replace").replace("\r\n", "\n")
        self._printed += text
        self.logged.emit(text)

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self._step is not None:
            self._end(f"{self._step.command[0]}: {self._process.errorString()}")

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        if self.cancelled:
            self._end("")
        elif code or status != QProcess.ExitStatus.NormalExit or self._step is None:
            self._end(_reason(self._printed))
        else:
            self._in_background(self._step.finish, self._completed)

    def _completed(self, error: str) -> None:
        if error:
            self._end(error)
            return
        if self._step is not None and self._step.kind == "packages":
            self.stale = loaded(map(module_of, self.fetch.requirements))
        self._next()

    def _end(self, error: str) -> None:
        self._step = None
        self._in_background(self.fetch.clean, lambda _error: self.ended.emit(error))


def proxy_environment() -> Mapping[str, str]:
    """Return the proxy of QGIS's options as environment variables for pip; empty if QGIS uses none."""
    address = proxy_for(_INDEX)
    return {name: address for upper in ("HTTP_PROXY", "HTTPS_PROXY") for name in (upper, upper.lower()) if address}


def why_no_proxy() -> str:
    """Return the reason why pip cannot use QGIS's proxy, and a remedy; empty if it can, or without a proxy."""
    address = shown_proxy()
    if not address.startswith("socks") or find_spec("socks") is not None:
        return ""
    translate = QCoreApplication.translate
    reason = translate("FetchRun", "pip cannot use the SOCKS proxy of QGIS ({proxy}) without the package PySocks.")
    remedy = translate("FetchRun", "Install PySocks (Debian, Ubuntu: python3-socks), or install from a folder.")
    return f"{reason} {remedy}".format(proxy=address)


def shown_proxy() -> str:
    """Return the proxy for pip without user name and password; empty if there is none."""
    scheme, _, address = proxy_environment().get("HTTPS_PROXY", "").partition("://")
    return f"{scheme}://{address.rpartition('@')[2]}" if address else ""


def _reason(printed: str) -> str:
    """Return pip's errors from the output of a failed command, otherwise its last line."""
    lines = [line.strip() for line in printed.splitlines() if line.strip()]
    errors = [line.partition("ERROR:")[2].strip() for line in lines if line.startswith("ERROR:")]
    return " ".join(errors) or (lines[-1] if lines else os.strerror(1))
