"""Filter the rows of a table by words, dates and clear share, as typed in one line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, QObject, QSortFilterProxyModel, Qt

SORT_ROLE = Qt.ItemDataRole.UserRole
"""Role by which rows are sorted."""
_TO = ".."


@dataclass(frozen=True)
class RowQuery:
    """The rows that a user wants to see; all, if nothing is asked."""

    words: tuple[str, ...] = ()
    """In lower case; a row has all of them."""
    days: tuple[tuple[str, str], ...] = ()
    """First and last day of ranges, as 2025, 2025-05 or 2025-05-14; either may be empty."""
    least: float = 0.0
    """Least share of clear pixels, in percent; 0 takes rows without a share too."""

    @classmethod
    def typed(cls, text: str, least: float = 0.0) -> RowQuery:
        """Read words and ranges of dates, such as `T33UUU 2025-05..2025-07`, `2025-05..` or `..2025`."""
        parts = text.casefold().split()
        ranges = [part.partition(_TO) for part in parts if _TO in part]
        words = tuple(part for part in parts if _TO not in part)
        return cls(words, tuple((first, last.strip(".")) for first, _, last in ranges), least)

    def takes(self, texts: Iterable[str | None], day: str | None, clear: float | None) -> bool:
        """Return True if a row is among those wanted.

        Args:
            texts: Texts of the row in which words are searched.
            day: Its date as 2025-05-14; None if it is unknown, which no range contains.
            clear: Its share of clear pixels in percent; None if it is unknown.
        """
        text = " ".join(part for part in (*texts, day) if part).casefold()
        return (
            (self.least <= 0 or (clear is not None and clear >= self.least))
            and all(word in text for word in self.words)
            and all(bool(day) and first <= str(day) and str(day)[: len(last)] <= last for first, last in self.days)
        )


class RowFilter(QSortFilterProxyModel):
    """The rows of a table that a query takes, sorted by values.

    Args:
        rows: The model of all rows.
        takes: Returns True if a query takes a row of that model.
        parent: Owner.
    """

    def __init__(
        self, rows: QAbstractItemModel, takes: Callable[[int, RowQuery], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._takes = takes
        self.query = RowQuery()
        self.setSourceModel(rows)
        self.setSortRole(SORT_ROLE)

    def set_query(self, query: RowQuery) -> None:
        """Show only the rows that a query takes."""
        self.query = query
        self.invalidateFilter()

    def is_active(self) -> bool:
        """Return True if the query may hide rows."""
        return self.query != RowQuery()

    def shown(self) -> list[int]:
        """Return the rows of the model that are shown, in the order in which they were added."""
        return sorted(self.mapToSource(self.index(row, 0)).row() for row in range(self.rowCount()))

    def filterAcceptsRow(self, row: int, _parent: QModelIndex) -> bool:
        """Return True if a row of the model is shown; called by Qt."""
        return self._takes(row, self.query)
