"""Write the table of a run's outcomes as they come, so that it tells how far a run got that was ended."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import OutputError
from ..files import WRITE_ERRORS, write_error
from ..masks.result import SceneOutcome
from ..season.table import COLUMNS, GEOMETRY_COLUMN, csv_cells, csv_lines

if TYPE_CHECKING:
    from typing_extensions import Self


class OutcomeTable:
    """A CSV table with a row for each outcome: the path of the product, and the columns of the table of a season.

    The masks count, not the table: if it cannot be written any more, `error` says so and the run goes on.

    Raises:
        OutputError: the table cannot be created.
    """

    def __init__(self, path: Path) -> None:
        """Create the table; it replaces the one of an earlier run, whose masks get a row again when they are reused."""
        self._path = path
        self.error: OutputError | None = None
        try:
            self._file = path.open("w", encoding="utf-8", errors="backslashreplace", newline="")
        except WRITE_ERRORS as error:
            raise write_error(path, error) from error
        self._write(["path", *COLUMNS, GEOMETRY_COLUMN])

    def __enter__(self) -> Self:
        """Return the table."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Close the table."""
        try:
            self._file.close()
        except WRITE_ERRORS as error:
            self.error = self.error or write_error(self._path, error)

    def add(self, outcome: SceneOutcome) -> None:
        """Write a row at once."""
        self._write([str(outcome.path), *csv_cells(outcome)])

    def _write(self, row: list[str]) -> None:
        if self.error:
            return
        try:
            self._file.write(csv_lines([row]))
            self._file.flush()
        except WRITE_ERRORS as error:
            self.error = write_error(self._path, error)
