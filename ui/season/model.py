"""The season as a Qt table model: a row per product, with its shares and its state on the map."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, Qt

from ...core.masks.shares import shares_text
from ...core.season.table import SceneSummary
from ..shared.rich_text import literal

if TYPE_CHECKING:
    from ...core.masks.result import SceneOutcome

SORT_ROLE = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """Columns of the table, left to right."""

    DATE = 0
    TILE = 1
    SATELLITE = 2
    LEVEL = 3
    CLEAR = 4
    CLOUD = 5
    SHADOW = 6
    VALID = 7
    STATE = 8
    PRODUCT = 9


_FIELDS = {
    Column.DATE: "day",
    Column.TILE: "tile",
    Column.SATELLITE: "satellite",
    Column.LEVEL: "level",
    Column.CLEAR: "clear",
    Column.CLOUD: "cloud",
    Column.SHADOW: "shadow",
    Column.VALID: "valid",
    Column.PRODUCT: "product",
}


_NUMBERS = {Column.CLEAR, Column.CLOUD, Column.SHADOW, Column.VALID}


class SeasonModel(QAbstractTableModel):
    """The outcomes of a run, one row per product.

    Args:
        is_shown: Returns True if the mask of a product is on the map.
        parent: Owner.
    """

    def __init__(self, is_shown: Callable[[SceneOutcome], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_shown = is_shown
        self._rows: list[tuple[SceneOutcome, SceneSummary]] = []
        self._failure_icon = QgsApplication.getThemeIcon("/mIconCritical.svg")
        self._roles: dict[int, Callable[[int, Column], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._text,
            Qt.ItemDataRole.DecorationRole: self._icon,
            Qt.ItemDataRole.TextAlignmentRole: self._alignment,
            Qt.ItemDataRole.ToolTipRole: lambda row, _column: self.describe(self._rows[row][1]),
            SORT_ROLE: self._sort_key,
        }

    def outcomes(self) -> list[SceneOutcome]:
        """Return all outcomes in the order in which they were added."""
        return [outcome for outcome, _scene in self._rows]

    def scenes(self) -> list[SceneSummary]:
        """Return all rows as they are written to files."""
        return [scene for _outcome, scene in self._rows]

    def clear(self) -> None:
        """Remove all rows."""
        self.beginResetModel()
        self._rows = []
        self.endResetModel()

    def add(self, outcome: SceneOutcome) -> None:
        """Append a row."""
        row = len(self._rows)
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows.append((outcome, SceneSummary.of(outcome)))
        self.endInsertRows()

    def refresh(self) -> None:
        """Check again which masks are on the map."""
        if self._rows:
            self.dataChanged.emit(self.index(0, Column.STATE), self.index(len(self._rows) - 1, Column.STATE))

    def describe(self, scene: SceneSummary) -> str:
        """Describe a scene in a few lines, for a tool tip."""
        if scene.error is not None:
            return literal(scene.error)
        shares = shares_text(scene.clear, scene.cloud, scene.shadow, scene.classes)
        if scene.valid is not None:
            shares += self.tr("; {valid:.0f} % of the area has data").format(valid=scene.valid)
        return literal(f"{scene.sensing_time:%Y-%m-%d %H:%M} UTC, {scene.tile}\n{shares}\n{scene.product}")

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the titles of the columns, aligned as their cells."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(0, Column(section))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return [
            self.tr("Date"),
            self.tr("Tile"),
            self.tr("Satellite"),
            self.tr("Level"),
            self.tr("Clear %"),
            self.tr("Cloud %"),
            self.tr("Shadow %"),
            self.tr("Valid %"),
            self.tr("Mask"),
            self.tr("Product"),
        ][section]

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the content of a cell for a role."""
        answer = self._roles.get(role)
        return answer(index.row(), Column(index.column())) if answer and index.isValid() else None

    def _text(self, row: int, column: Column) -> str:
        outcome, scene = self._rows[row]
        if column == Column.STATE:
            if outcome.result is None:
                return self.tr("Skipped") if outcome.skipped else self.tr("Failed")
            return self.tr("On the map") if self._is_shown(outcome) else self.tr("Not on the map")
        value = scene.shown(_FIELDS[column])
        return QLocale().toString(value, "f", 1) if isinstance(value, float) else str(value or "-")

    def _icon(self, row: int, column: Column) -> Any:
        return self._failure_icon if column == Column.STATE and self._rows[row][0].failed else None

    def _alignment(self, _row: int, column: Column) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
        return (Qt.AlignmentFlag.AlignHCenter if column == Column.STATE else side) | Qt.AlignmentFlag.AlignVCenter

    def _sort_key(self, row: int, column: Column) -> Any:
        scene = self._rows[row][1]
        if column == Column.DATE:
            return scene.sensing_time.isoformat() if scene.sensing_time else ""
        if column == Column.STATE:
            return self._text(row, column)
        value = scene.shown(_FIELDS[column])
        if column in _NUMBERS:
            return -1.0 if value is None else value
        return value or ""
