"""The season as a Qt table model: a row per product, with its shares and its state on the map, and its filter."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, Qt

from ...core.classes import SURFACES
from ...core.masks.shares import shares_text
from ...core.season.table import SceneSummary
from ..shared.rich_text import literal
from ..tables.row_filter import SORT_ROLE, RowQuery

if TYPE_CHECKING:
    from ...core.masks.result import MaskResult, SceneOutcome


class Column(IntEnum):
    """Columns of every table; see `COLUMN_ORDER`."""

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


SURFACE_COLUMNS = dict(enumerate(SURFACES, start=len(Column)))
"""Further columns, of the kinds of ground; shown only if a mask distinguishes them, see `surfaces_of`."""
COLUMN_ORDER = (
    *(Column.DATE, Column.TILE, Column.CLEAR, *SURFACE_COLUMNS, Column.CLOUD, Column.SHADOW, Column.STATE),
    *(Column.VALID, Column.SATELLITE, Column.LEVEL, Column.PRODUCT),
)
"""Columns from left to right: in a narrow panel, those by which dates are chosen are seen first."""
_FIELDS: dict[int, str] = {
    Column.DATE: "day",
    Column.TILE: "tile",
    Column.SATELLITE: "satellite",
    Column.LEVEL: "level",
    Column.CLEAR: "clear",
    Column.CLOUD: "cloud",
    Column.SHADOW: "shadow",
    Column.VALID: "valid",
    Column.PRODUCT: "product",
    **{column: c.key for column, c in SURFACE_COLUMNS.items()},
}
_SEARCHED = (Column.TILE, Column.SATELLITE, Column.LEVEL, Column.PRODUCT)
_NUMBERS = {Column.CLEAR, Column.CLOUD, Column.SHADOW, Column.VALID, *SURFACE_COLUMNS}


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
        self._gone: set[str | None] = set()
        self._failure_icon = QgsApplication.getThemeIcon("/mIconCritical.svg")
        self._roles: dict[int, Callable[[int, int], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._text,
            Qt.ItemDataRole.DecorationRole: self._icon,
            Qt.ItemDataRole.TextAlignmentRole: self._alignment,
            Qt.ItemDataRole.ToolTipRole: self._tool_tip,
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
        self._gone.clear()
        self.endResetModel()

    def add(self, outcome: SceneOutcome) -> None:
        """Append a row."""
        row = len(self._rows)
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows.append((outcome, SceneSummary.of(outcome)))
        self.endInsertRows()

    def remove(self, rows: Iterable[int]) -> None:
        """Remove rows; the masks stay on disk and in the map."""
        gone = set(rows)
        self.beginResetModel()
        self._rows = [one for row, one in enumerate(self._rows) if row not in gone]
        self.endResetModel()

    def replace(self, result: MaskResult) -> bool:
        """Let a corrected mask stand for the mask of its product, pixel size and place; False if no row has that."""
        for row, (outcome, _scene) in enumerate(self._rows):
            former = outcome.result
            if former and former.acquisition == result.acquisition and former.grid == result.grid:
                corrected = replace(outcome, result=result)
                self._rows[row] = corrected, SceneSummary.of(corrected)
                self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
                return True
        return False

    def refresh(self) -> None:
        """Check again which masks are on the map."""
        if self._rows:
            self.dataChanged.emit(self.index(0, Column.STATE), self.index(len(self._rows) - 1, Column.STATE))

    def note_opened(self, masks: Iterable[Path], gone: Iterable[Path]) -> None:
        """Note which masks could be opened, and which ones were removed from the disk, or cannot be read any more."""
        self._gone.difference_update(map(str, masks))
        self._gone.update(map(str, gone))
        self.refresh()

    def takes(self, row: int, query: RowQuery) -> bool:
        """Return True if a query takes a row."""
        scene = self._rows[row][1]
        return query.takes((getattr(scene, _FIELDS[column]) for column in _SEARCHED), scene.day or None, scene.clear)

    def reasons(self, rows: Iterable[int]) -> list[str]:
        """Return for each of these rows why it has no mask, or of what it was warned; none for the others."""
        texts = []
        for outcome, scene in (self._rows[row] for row in rows):
            told = [outcome.error.beside(outcome.path)] if outcome.error else []
            told += outcome.result.warnings if outcome.result else []
            if scene.mask in self._gone:
                told.append(self._why_gone(scene))
            if told:
                texts.append("\n".join([str(outcome.path), *told]))
        return texts

    def describe(self, scene: SceneSummary) -> str:
        """Describe a masked scene in a few lines, for a tool tip."""
        shares = shares_text(scene.clear, scene.cloud, scene.shadow, scene.classes, scene.surfaces)
        if scene.valid is not None:
            shares += self.tr("; {valid:.0f} % of the area has data").format(valid=scene.valid)
        lines = [f"{scene.sensing_time:%Y-%m-%d %H:%M} UTC, {scene.tile}", shares, scene.product]
        if scene.edited:
            lines.append(self.tr("Corrected by hand on {day}").format(day=f"{scene.edited:%Y-%m-%d}"))
        if scene.mask in self._gone:
            lines.append(self._why_gone(scene))
        return literal("\n".join(lines))

    def _why_gone(self, scene: SceneSummary) -> str:
        return self.tr("{path} was removed or cannot be read. Mask the product again.").format(path=scene.mask)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column) + len(SURFACE_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the titles of the columns and their tool tips; titles are aligned as their cells."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(0, section)
        heads = {Qt.ItemDataRole.DisplayRole: self._titles, Qt.ItemDataRole.ToolTipRole: self._explanations}
        return heads[role]()[section] if role in heads else None

    def _titles(self) -> dict[int, str]:
        return {
            Column.DATE: self.tr("Date"),
            Column.TILE: self.tr("Tile"),
            Column.SATELLITE: self.tr("Satellite"),
            Column.LEVEL: self.tr("Level"),
            Column.CLEAR: self.tr("Clear %"),
            Column.CLOUD: self.tr("Cloud %"),
            Column.SHADOW: self.tr("Shadow %"),
            Column.VALID: self.tr("Data %"),
            Column.STATE: self.tr("In map"),
            Column.PRODUCT: self.tr("Product"),
            **{column: self.tr("{name} %").format(name=c.name()) for column, c in SURFACE_COLUMNS.items()},
        }

    def _explanations(self) -> dict[int, str]:
        part = self.tr("{name}: part of the clear share; only some models distinguish it")
        return {
            Column.DATE: self.tr("Date of the acquisition (UTC)"),
            Column.TILE: self.tr("Tile of the Sentinel-2 grid"),
            Column.SATELLITE: self.tr("Satellite: S2A, S2B or S2C"),
            Column.LEVEL: self.tr("Processing level: L1C, top of the atmosphere, or L2A, surface"),
            Column.CLEAR: self.tr("Share of clear pixels in the area with data"),
            Column.CLOUD: self.tr("Share of cloud in the area with data"),
            Column.SHADOW: self.tr("Share of cloud shadow in the area with data"),
            Column.VALID: self.tr("Share of the area with data"),
            Column.STATE: self.tr("Yes if the mask is a layer of the map; or why there is no mask"),
            Column.PRODUCT: self.tr("Name of the product"),
            **{column: part.format(name=c.name()) for column, c in SURFACE_COLUMNS.items()},
        }

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the content of a cell for a role."""
        answer = self._roles.get(role)
        return answer(index.row(), index.column()) if answer and index.isValid() else None

    def _text(self, row: int, column: int) -> str:
        outcome, scene = self._rows[row]
        if column == Column.STATE:
            if outcome.kept:
                return self.tr("Not replaced")
            if outcome.result is None:
                return self.tr("Skipped") if outcome.skipped else self.tr("Failed")
            state = self.tr("No, file removed") if scene.mask in self._gone else self.tr("No")
            if self._is_shown(outcome):
                state = self.tr("Yes")
            return self.tr("{state}, corrected").format(state=state) if scene.edited else state
        value = scene.shown(_FIELDS[column])
        return QLocale().toString(value, "f", 1) if isinstance(value, float) else str(value or "-")

    def _tool_tip(self, row: int, _column: int) -> str:
        outcome, scene = self._rows[row]
        if outcome.error is None:
            return self.describe(scene)
        return literal(f"{outcome.error.beside(outcome.path)}\n{outcome.path}")

    def _icon(self, row: int, column: int) -> Any:
        outcome, scene = self._rows[row]
        failed = outcome.failed and not outcome.kept
        return self._failure_icon if column == Column.STATE and (failed or scene.mask in self._gone) else None

    def _alignment(self, _row: int, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
        return (Qt.AlignmentFlag.AlignHCenter if column == Column.STATE else side) | Qt.AlignmentFlag.AlignVCenter

    def _sort_key(self, row: int, column: int) -> Any:
        scene = self._rows[row][1]
        if column == Column.DATE:
            return scene.sensing_time.isoformat() if scene.sensing_time else ""
        if column == Column.STATE:
            return self._text(row, column)
        value = scene.shown(_FIELDS[column])
        if column in _NUMBERS:
            return -1.0 if value is None else value
        return value or ""
