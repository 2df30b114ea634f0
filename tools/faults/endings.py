"""End the command line by signals at any moment, and tell what is left."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from signal import Signals


@dataclass(frozen=True)
class Ending:
    """The end of a command that got a signal."""

    status: int
    """As Python reports it: negative if the signal itself ended the process."""
    seconds: float
    """From the signal to the end."""
    errors: str
    """Standard error."""
    left: tuple[str, ...]
    """Names in the output folder, without finished masks and the files beside them."""


def end(
    command: Sequence[str],
    folder: Path,
    after: float,
    signals: Sequence[Signals],
    environment: Mapping[str, str],
) -> Ending:
    """Start a command, send it signals, a twentieth of a second apart, and wait for its end.

    Args:
        command: The words of the command, which writes masks to the folder.
        folder: The output folder.
        after: Seconds from the start to the first signal.
        signals: The signals.
        environment: Environment variables of the command.
    """
    with subprocess.Popen(
        command, env=dict(environment), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        time.sleep(after)
        sent = time.monotonic()
        for signal in signals:
            process.send_signal(signal)
            time.sleep(0.05)
        errors = process.communicate(timeout=60)[1]
        seconds = time.monotonic() - sent - 0.05 * (len(signals) - 1)
    found = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
    done = any(name.endswith(".tif") and not name.startswith(".") for name in found)
    return Ending(process.returncode, seconds, errors, tuple(name for name in found if name[0] == "." or not done))
