"""Run the processes of models without Qt."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from tempfile import TemporaryFile

from ..core.systems.launching import Command, Ended


def launch(command: Command, heard: Callable[[str], None]) -> Ended:
    """Run a program to its end; see `Launch`."""
    with TemporaryFile("w+", encoding="utf-8") as errors:
        process = subprocess.Popen(
            command.words,
            env={**os.environ, **command.environment},
            cwd=command.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
        try:
            for line in process.stdout or ():
                heard(line)
        except BaseException:
            process.terminate()
            raise
        finally:
            process.wait()
        errors.seek(0)
        return Ended(process.returncode, errors.read())
