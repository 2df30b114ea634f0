"""Run programs through Qt: plugins of QGIS may not start them with Python."""

from __future__ import annotations

import sys
from collections.abc import Callable

from qgis.PyQt.QtCore import QProcess, QProcessEnvironment

from ...core.systems.launching import Command, Ended

_POLL_MS = 100
_STOP_MS = 3000
"""Time in which a program that is ended may remove its unfinished files."""


def launch(command: Command, heard: Callable[[str], None]) -> Ended:
    """Run a program in the calling thread, which needs no event loop; see `Launch`."""
    process = QProcess()
    environment = QProcessEnvironment.systemEnvironment()
    for name, value in command.environment.items():
        environment.insert(name, value)
    process.setProcessEnvironment(environment)
    process.setWorkingDirectory(str(command.folder))
    process.setStandardInputFile(QProcess.nullDevice())
    process.start(command.words[0], list(command.words[1:]))
    if not process.waitForStarted():
        raise OSError(process.errorString())
    try:
        while process.state() != QProcess.ProcessState.NotRunning:
            process.waitForFinished(_POLL_MS)
            heard(bytes(process.readAllStandardOutput()).decode("utf-8", "replace"))
    finally:
        _stop(process)
    killed = process.exitStatus() != QProcess.ExitStatus.NormalExit
    errors = bytes(process.readAllStandardError()).decode("utf-8", "replace")
    return Ended(process.exitCode() or int(killed), errors)


def _stop(process: QProcess) -> None:
    """End a program that is still running."""
    if process.state() == QProcess.ProcessState.NotRunning:
        return
    if sys.platform != "win32":  # where programs without a window do not hear it
        process.terminate()
        process.waitForFinished(_STOP_MS)
    process.kill()
    process.waitForFinished(_STOP_MS)
