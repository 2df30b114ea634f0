"""Define how a comparison starts programs: QGIS and the benchmark do it in different ways."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol


class Command(NamedTuple):
    """A program to start."""

    words: Sequence[str]
    environment: Mapping[str, str]
    """Variables beside those of this process."""
    folder: Path
    """Working directory."""


class Ended(NamedTuple):
    """The end of a program."""

    status: int
    """Exit status; not 0 if it failed or was killed."""
    errors: str
    """Its standard error."""


class Launch(Protocol):
    """Runs a program to its end."""

    def __call__(self, command: Command, heard: Callable[[str], None], /) -> Ended:
        """Run a program.

        Args:
            command: The program.
            heard: Called several times a second with the lines that the program has printed since, if any. If it
                raises, the program is ended.

        Raises:
            OSError: it cannot be started.
        """


class Host(NamedTuple):
    """The program in which models are compared."""

    launch: Launch
    packages: Path | None = None
    """Folder of the packages that were installed for the plugin; None if there is none."""
