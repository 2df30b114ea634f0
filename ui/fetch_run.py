"""Runs the commands of a fetch one after the other, in the background."""

from __future__ import annotations

import os
from collections.abc import Mapping
from urllib.parse import quote

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtCore import QObject, QProcess, QProcessEnvironment, QUrl, pyqtSignal
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

from ..core.errors import CloudS2MaskError
from ..core.fetching import Fetch, Python, Step

_STOP_MS = 5000


class FetchRun(QObject):
    """One attempt; whatever ends it, nothing unfinished is left."""

    logged = pyqtSignal(str)
    """A command, or a piece of what it prints."""
    step_started = pyqtSignal(object)
    """The `Step`."""
    ended = pyqtSignal(str)
    """Why it failed; empty if all is there."""

    def __init__(self, fetch: Fetch, python: Python, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fetch = fetch
        self.cancelled = False
        self._steps = fetch.steps(python)
        self._printed = ""
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.setStandardInputFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._not_started)
        self._step: Step | None = None

    def start(self) -> None:
        """Begin with the first command."""
        try:
            self.fetch.prepare()
        except OSError as error:
            self._end(
                self.tr("The folder {folder} cannot be written ({reason}).").format(
                    folder=self.fetch.work, reason=error.strerror
                )
            )
            return
        self._next()

    def cancel(self) -> None:
        """Stop at once; what was complete before stays."""
        self.cancelled = True
        self._process.kill()

    def stop(self) -> None:
        """Cancel and wait, because the plugin or QGIS is about to go."""
        self.blockSignals(True)
        self.cancel()
        self._process.waitForFinished(_STOP_MS)
        self.fetch.clean()

    def _next(self) -> None:
        if not self._steps:
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
        self._process.setWorkingDirectory(str(self.fetch.work))  # Python imports what lies in the current folder
        self._process.start(self._step.command[0], self._step.command[1:])

    def _environment(self, step: Step) -> dict[str, str]:
        temporary = str(self.fetch.temporary)
        return {
            # Settings of a user's pip that exclude a folder as the target, or would have it ask or wait.
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
            try:
                self._step.finish()
            except (CloudS2MaskError, OSError) as error:
                self._end(str(error))
            else:
                self._next()

    def _end(self, error: str) -> None:
        self._step = None
        self.fetch.clean()
        self.ended.emit(error)


def proxy_environment() -> Mapping[str, str]:
    """The proxy of QGIS's options, as pip and other programs read it; empty where QGIS uses none."""
    manager = QgsNetworkAccessManager.instance()
    proxy = manager.fallbackProxy()
    if proxy.type() == QNetworkProxy.ProxyType.DefaultProxy:
        # The system's own, if that is what QGIS is told to use.
        proxies = QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl("https://example.org")))
        proxy = proxies[0] if proxies else QNetworkProxy(QNetworkProxy.ProxyType.NoProxy)
    socks = proxy.type() == QNetworkProxy.ProxyType.Socks5Proxy
    if not proxy.hostName():
        return {}
    user = ":".join(quote(part, safe="") for part in (proxy.user(), proxy.password()) if part)
    address = f"{'socks5h' if socks else 'http'}://{f'{user}@' if user else ''}{proxy.hostName()}:{proxy.port()}"
    return {name: address for upper in ("HTTP_PROXY", "HTTPS_PROXY") for name in (upper, upper.lower())}


def _reason(printed: str) -> str:
    """What a failed command says of its failure: pip's errors, else its last line."""
    lines = [line.strip() for line in printed.splitlines() if line.strip()]
    errors = [line.partition("ERROR:")[2].strip() for line in lines if line.startswith("ERROR:")]
    return " ".join(errors) or (lines[-1] if lines else os.strerror(1))
