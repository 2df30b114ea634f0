"""The list of products as a Qt table model, with their state and progress."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QIcon

from ...core.masks.shares import shares_text
from ..shared.rich_text import literal

if TYPE_CHECKING:
    from ...core.masks.result import MaskResult, SceneOutcome
    from ...core.product.acquisition import Acquisition
    from ...core.product.product import Product

SORT_ROLE = Qt.ItemDataRole.UserRole
FRACTION_ROLE = Qt.ItemDataRole.UserRole + 1
"""Fraction done of a running scene, 0 to 1; None for other scenes."""


class Status(Enum):
    """The state of a scene in the current or the last run."""

    IDLE = "idle"
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"
    UNFINISHED = "unfinished"


class Column(IntEnum):
    """Columns of the table, left to right."""

    SATELLITE = 0
    DATE = 1
    TILE = 2
    LEVEL = 3
    BASELINE = 4
    NAME = 5
    STATUS = 6


@dataclass
class ProductRow:
    """A row: a product, or a path that is not a product."""

    path: Path
    product: Product | None
    error: str = ""
    """Reason why the product could not be opened."""
    fault: str = ""
    """Reason why it cannot be used with the current options; empty if it can."""
    status: Status = Status.IDLE
    fraction: float = 0.0
    note: str = ""
    warned: bool = False
    """True if the mask has warnings."""

    @property
    def name(self) -> str:
        """Name of the product, or of the file if there is no product."""
        return self.product.acquisition.name if self.product else self.path.name


class SceneModel(QAbstractTableModel):
    """A list of products with their state; each path and each product is listed once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scenes: list[ProductRow] = []
        self._rule: Callable[[Product], str] = lambda _product: ""
        self._grey = QBrush(QColor(128, 128, 128))  # readable on light and dark: palettes ignore the themes of QGIS
        names = ("Warning", "Success", "Critical", "Info")
        self._icons = {name: QgsApplication.getThemeIcon(f"/mIcon{name}.svg") for name in names}
        self._roles: dict[int, Callable[[ProductRow, Column], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._text,
            Qt.ItemDataRole.DecorationRole: self._icon,
            Qt.ItemDataRole.ForegroundRole: self._colour,
            Qt.ItemDataRole.ToolTipRole: self._tool_tip,
            SORT_ROLE: self._sort_key,
            FRACTION_ROLE: self._fraction,
        }

    def add(self, scenes: Iterable[ProductRow]) -> None:
        """Append products whose path is not listed yet."""
        known = {scene.path for scene in self._scenes}
        fresh = list({scene.path: scene for scene in scenes if scene.path not in known}.values())
        if not fresh:
            return
        first = len(self._scenes)
        self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
        self._scenes += fresh
        self._check(
            self._scenes[first:], {scene.product.acquisition for scene in self._scenes[:first] if scene.product}
        )
        self.endInsertRows()

    def remove(self, rows: Iterable[int]) -> None:
        """Remove rows; the products stay on disk."""
        for row in sorted(rows, reverse=True):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._scenes[row]
            self.endRemoveRows()
        self.recheck()

    def set_rule(self, rule: Callable[[Product], str]) -> None:
        """Set the function that returns the reason why a product cannot be used, or an empty text."""
        self._rule = rule
        self.recheck()

    def recheck(self) -> None:
        """Check all products again, because the options or the list have changed."""
        self._check(self._scenes, set())
        self._changed(0, len(self._scenes) - 1)

    def scenes(self) -> list[ProductRow]:
        """Return all rows in the order in which they were added."""
        return list(self._scenes)

    def common_fault(self) -> str:
        """Return the reason why products cannot be used; empty if there are several reasons."""
        faults = {scene.fault for scene in self._scenes if scene.fault}
        return faults.pop() if len(faults) == 1 else ""

    def usable_paths(self) -> list[Path]:
        """Return the paths of the products that a run would mask."""
        return [scene.path for scene in self._scenes if not scene.fault]

    def start_run(self, paths: Iterable[Path]) -> None:
        """Mark the scenes of a run as waiting, and clear the outcomes of the last one."""
        chosen = set(paths)
        for scene in self._scenes:
            scene.status = Status.WAITING if scene.path in chosen else Status.IDLE
            scene.fraction, scene.note = 0.0, ""
        self._changed(0, len(self._scenes) - 1)

    def set_progress(self, path: Path, fraction: float, message: str) -> None:
        """Show the progress of a scene."""
        self._update(path, Status.RUNNING, fraction, message)

    def set_outcome(self, outcome: SceneOutcome) -> None:
        """Show the outcome of a scene."""
        if outcome.result is not None:
            warned = bool(outcome.result.warnings)
            self._update(outcome.path, Status.DONE, 1.0, self._summary(outcome.result), warned)
        elif outcome.error is not None:
            status = Status.SKIPPED if outcome.skipped else Status.FAILED
            self._update(outcome.path, status, 0.0, str(outcome.error))

    def end_run(self) -> None:
        """Mark the scenes that did not finish."""
        for row, scene in enumerate(self._scenes):
            if scene.status in {Status.WAITING, Status.RUNNING}:
                scene.status, scene.note = Status.UNFINISHED, self.tr("Not masked")
                self._changed(row, row)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._scenes)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the titles of the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return [
            self.tr("Satellite"),
            self.tr("Date"),
            self.tr("Tile"),
            self.tr("Level"),
            self.tr("Baseline"),
            self.tr("Product"),
            self.tr("Status"),
        ][section]

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the content of a cell for a role."""
        answer = self._roles.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(self._scenes[index.row()], Column(index.column()))

    def _text(self, scene: ProductRow, column: Column) -> str:
        if column == Column.NAME:
            return scene.name
        if column == Column.STATUS:
            return self._status(scene)
        if scene.product is None:
            return "-"
        acquired = scene.product.acquisition
        return {
            Column.SATELLITE: acquired.satellite or "-",
            Column.DATE: f"{acquired.sensing_time:%Y-%m-%d}" if acquired.sensing_time else "-",
            Column.TILE: acquired.tile,
            Column.LEVEL: acquired.level,
            Column.BASELINE: acquired.baseline,
        }[column]

    def _status(self, scene: ProductRow) -> str:
        # Reasons begin with the full path, which would push the rest out of the cell; the tool tip has it.
        return self._full_status(scene).replace(str(scene.path), scene.name)

    def _full_status(self, scene: ProductRow) -> str:
        if scene.status == Status.IDLE:
            return scene.fault or self.tr("Ready")
        return self.tr("Waiting") if scene.status == Status.WAITING else scene.note

    def _icon(self, scene: ProductRow, column: Column) -> QIcon | None:
        if column != Column.STATUS:
            return None
        if scene.status == Status.IDLE:
            return self._icons["Warning"] if scene.fault else None
        done = self._icons["Warning" if scene.warned else "Success"]
        icons = {Status.FAILED: self._icons["Critical"], Status.SKIPPED: self._icons["Info"], Status.DONE: done}
        return icons.get(scene.status)

    def _colour(self, scene: ProductRow, column: Column) -> QBrush | None:
        if not scene.fault or column == Column.STATUS:
            return None
        return self._grey

    def _tool_tip(self, scene: ProductRow, _column: Column) -> str:
        time = scene.product.acquisition.sensing_time if scene.product else None
        when = f"{time:%Y-%m-%d %H:%M:%S} UTC\n" if time else ""
        return literal(f"{scene.path}\n{when}{self._full_status(scene)}")

    def _sort_key(self, scene: ProductRow, column: Column) -> str:
        if column == Column.DATE and scene.product:
            return str(scene.product.acquisition.sensing_time)
        return self._text(scene, column)

    def _fraction(self, scene: ProductRow, column: Column) -> float | None:
        return scene.fraction if column == Column.STATUS and scene.status == Status.RUNNING else None

    def _summary(self, result: MaskResult) -> str:
        text = shares_text(result.clear_percent, result.cloud_percent, result.shadow_percent, result.classes)
        if result.reused:
            text += self.tr(" (existing mask reused)")
        return "\n".join([text, *result.warnings])

    def _check(self, scenes: list[ProductRow], seen: set[Acquisition]) -> None:
        for scene in scenes:
            if scene.product is None:
                scene.fault = scene.error
            elif scene.product.acquisition in seen:
                scene.fault = self.tr("This product is already listed from another folder")
            else:
                seen.add(scene.product.acquisition)
                scene.fault = self._rule(scene.product)

    def _update(self, path: Path, status: Status, fraction: float, note: str, warned: bool = False) -> None:
        for row, scene in enumerate(self._scenes):
            if scene.path == path:
                scene.status, scene.fraction, scene.note, scene.warned = status, fraction, note, warned
                self._changed(row, row)

    def _changed(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))
