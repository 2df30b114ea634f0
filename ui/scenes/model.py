"""The list of products as a Qt table model, with their state and progress."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import Enum, IntEnum
from itertools import groupby
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QIcon

from ...core.addresses.location import Location
from ...core.errors import MaskExistsError, OutsideAreaError, without_start
from ...core.masks.shares import shares_text
from ...core.product.acquisition import Acquisition
from ..shared.rich_text import literal
from ..tables.row_filter import SORT_ROLE, RowQuery

if TYPE_CHECKING:
    from ...core.errors import CloudS2MaskError
    from ...core.masks.result import MaskResult, SceneOutcome
    from ...core.stac.opening import Listed

FRACTION_ROLE = Qt.ItemDataRole.UserRole + 1
"""Fraction done of a running scene, 0 to 1; None for other scenes."""
_NONE = "-"
"""Text of a cell without a value."""
_MAX_BLOCKS = 16
"""Most removals of which views are told one by one."""


class Status(Enum):
    """The state of a scene in the current or the last run."""

    IDLE = "idle"
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    KEPT = "kept"
    """Not masked, because a mask with other settings exists."""
    SKIPPED = "skipped"
    UNFINISHED = "unfinished"


class Mark(Enum):
    """Marks of products in the table, and of their outlines on the map; the values name QGIS's icons."""

    READY = ""
    """Also while it waits or runs."""
    MASKED = "Success"
    LEFT_OUT = "Info"
    """Outside the area, or with a mask of other settings."""
    UNUSABLE = "Warning"
    FAILED = "Delete"
    """QGIS's own 'Critical' is a grey outline."""

    def icon(self) -> QIcon:
        """Return the icon; a null one of what is ready."""
        return QgsApplication.getThemeIcon(f"/mIcon{self.value}.svg") if self.value else QIcon()


_MARKS = {
    Status.DONE: Mark.MASKED,
    Status.FAILED: Mark.FAILED,
    Status.KEPT: Mark.LEFT_OUT,
    Status.SKIPPED: Mark.LEFT_OUT,
}


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

    path: Location
    product: Listed | None
    error: CloudS2MaskError | None = None
    """Reason why the product could not be opened."""
    fault: str = ""
    """Reason why it cannot be used with the current options; empty if it can."""
    is_copy: bool = False
    """True if its product is listed before from another path, which is a fault."""
    is_outside: bool = False
    """True if it does not touch the area of interest, so that a run skips it, which is no fault."""
    status: Status = Status.IDLE
    fraction: float = 0.0
    note: str | CloudS2MaskError = ""
    """Step of a running scene, or outcome of the last run, in which each line is a sentence."""
    clear: float | None = None
    """Percent of clear pixels in its last mask; None if it was not masked."""

    @property
    def name(self) -> str:
        """Name of the product, or of the file if there is no product."""
        return self.product.acquisition.name if self.product else self.path.name

    @property
    def acquisition(self) -> Acquisition | None:
        """Acquisition of the product, or what the name of one that cannot be read tells; None if it tells nothing."""
        return self.product.acquisition if self.product else Acquisition.named(self.path.name)

    @property
    def waits_outside(self) -> bool:
        """True if the next run skips it, because it does not touch the area of interest."""
        return self.is_outside and self.status in {Status.IDLE, Status.FAILED, Status.KEPT, Status.UNFINISHED}

    @property
    def mark(self) -> Mark:
        """Mark of its state."""
        if self.status in {Status.WAITING, Status.RUNNING}:
            return Mark.READY
        if self.fault:
            return Mark.UNUSABLE
        return Mark.LEFT_OUT if self.waits_outside else _MARKS.get(self.status, Mark.READY)


def _usable(_product: Listed) -> str:
    """Return the reason against a product while there is no rule: none."""
    return ""


def _inside(_product: Listed) -> bool:
    """Return False: no product is outside while there is no area."""
    return False


class SceneModel(QAbstractTableModel):
    """A list of products with their state; each path and each product is listed once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scenes: list[ProductRow] = []
        self._before: dict[Location, ProductRow] = {}
        """Copies of the rows as they were before the current run."""
        self._why_unusable: Callable[[Listed], str] = _usable
        self._is_outside: Callable[[Listed], bool] = _inside
        self._is_running = False
        self._grey = QBrush(QColor(128, 128, 128))  # readable on light and dark: palettes ignore the themes of QGIS
        self._icons = {mark: mark.icon() for mark in Mark if mark.value}
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
        seen = {scene.product.acquisition for scene in self._scenes if scene.product}
        self._check(fresh, seen)
        first = len(self._scenes)
        self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
        self._scenes += fresh
        self.endInsertRows()
        if self._forget_unfinished():
            self._changed(0, first - 1)

    def remove(self, rows: Iterable[int]) -> None:
        """Remove rows; the products stay on disk."""
        blocks = _blocks(rows)
        if len(blocks) > _MAX_BLOCKS:  # views are slow to follow each of them
            gone = {row for block in blocks for row in block}
            self.beginResetModel()
            self._scenes = [scene for row, scene in enumerate(self._scenes) if row not in gone]
            self.endResetModel()
        else:
            for block in reversed(blocks):
                self.beginRemoveRows(QModelIndex(), block[0], block[-1])
                del self._scenes[block[0] : block[-1] + 1]
                self.endRemoveRows()
        copies = [scene for scene in self._scenes if scene.is_copy]
        self._check(
            copies, {scene.product.acquisition for scene in self._scenes if scene.product and not scene.is_copy}
        )
        self._forget_unfinished()
        self._changed(0, len(self._scenes) - 1)

    def set_rule(self, why_unusable: Callable[[Listed], str], is_outside: Callable[[Listed], bool] = _inside) -> None:
        """Set the functions that return why a product cannot be used, empty if it can, and if a run would skip it."""
        self._why_unusable, self._is_outside = why_unusable, is_outside
        self.recheck()

    def recheck(self) -> None:
        """Check all products again, because the options or the list have changed."""
        self._check(self._scenes, set())
        self._forget_unfinished()
        self._changed(0, len(self._scenes) - 1)

    def state(self, row: int) -> str:
        """Return the state of a row as a sentence."""
        return self._status(self._scenes[row])

    def scenes(self) -> list[ProductRow]:
        """Return all rows in the order in which they were added."""
        return list(self._scenes)

    def common_fault(self) -> str:
        """Return the reason why products cannot be used; empty if there are several reasons."""
        faults = {scene.fault for scene in self._scenes if scene.fault}
        return faults.pop() if len(faults) == 1 else ""

    def usable_paths(self, rows: Iterable[int] | None = None) -> list[Location]:
        """Return the paths of the products of some or all rows for a run, which skips those of `outside_paths`."""
        return [scene.path for scene in self._chosen(rows) if not scene.fault]

    def outside_paths(self, rows: Iterable[int] | None = None) -> list[Location]:
        """Return the paths of the usable products of some or all rows that do not touch the area of interest."""
        return [scene.path for scene in self._chosen(rows) if scene.is_outside]

    def takes(self, row: int, query: RowQuery) -> bool:
        """Return True if a query takes a row."""
        scene = self._scenes[row]
        columns = Column.SATELLITE, Column.TILE, Column.LEVEL, Column.NAME
        day = self._text(scene, Column.DATE)
        return query.takes(
            (self._text(scene, column) for column in columns), day if day != _NONE else None, scene.clear
        )

    def reasons(self, rows: Iterable[int]) -> list[str]:
        """Return for each of these rows why it cannot be masked, failed or was warned of; none for the others."""
        told = {Status.FAILED, Status.KEPT, Status.SKIPPED, Status.DONE}
        texts = []
        for scene in self._chosen(rows):
            sentences = self._sentences(scene)
            if scene.status == Status.DONE and not scene.fault:
                sentences = sentences[1:]  # the first tells the shares
            if sentences and (scene.fault or scene.is_outside or scene.status in told):
                texts.append("\n".join([str(scene.path), *sentences]))
        return texts

    def start_run(self, paths: Iterable[Location]) -> None:
        """Mark the scenes of a run as waiting; the others keep the outcomes of earlier runs."""
        chosen = set(paths)
        self._is_running = True
        self._before = {scene.path: replace(scene) for scene in self._scenes}
        for scene in self._scenes:
            if scene.path in chosen:
                scene.status, scene.fraction, scene.note = Status.WAITING, 0.0, ""
        self._changed(0, len(self._scenes) - 1)

    def set_progress(self, path: Location, fraction: float, message: str) -> None:
        """Show the progress of a scene."""
        self._update(path, Status.RUNNING, fraction, message)

    def set_outcome(self, outcome: SceneOutcome) -> None:
        """Show the outcome of a scene."""
        if outcome.result is not None:
            self._update(outcome.path, Status.DONE, 1.0, self._summary(outcome.result), outcome.result.clear_percent)
        elif outcome.error is not None:
            self._update(outcome.path, *self._without_mask(outcome.error))

    def end_run(self) -> None:
        """Mark the scenes that did not finish."""
        self._is_running = False
        left = [scene for scene in self._scenes if scene.status in {Status.WAITING, Status.RUNNING}]
        for scene in left:
            scene.status, scene.note = Status.UNFINISHED, self.tr("Not masked")
        if left:
            self._changed(0, len(self._scenes) - 1)

    def undo_run(self) -> None:
        """Show the outcomes of earlier runs again, after a run that failed before its first scene."""
        self._is_running = False
        for scene in self._scenes:
            before = self._before.get(scene.path, scene)
            scene.status, scene.fraction, scene.note = before.status, before.fraction, before.note
            scene.clear = before.clear
        self._changed(0, len(self._scenes) - 1)

    def forget(self, paths: Iterable[Location]) -> None:
        """Show scenes without the outcome of the last run, which tells nothing about the next one."""
        chosen = set(paths)
        for scene in self._scenes:
            if scene.path in chosen:
                scene.status, scene.fraction, scene.note = Status.IDLE, 0.0, ""
        if chosen:
            self._changed(0, len(self._scenes) - 1)

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

    def _chosen(self, rows: Iterable[int] | None) -> list[ProductRow]:
        return self._scenes if rows is None else [self._scenes[row] for row in rows]

    def _text(self, scene: ProductRow, column: Column) -> str:
        if column == Column.NAME:
            return scene.name
        if column == Column.STATUS:
            return self._status(scene)
        acquired = scene.acquisition
        if acquired is None:
            return _NONE
        return {
            Column.SATELLITE: acquired.satellite or _NONE,
            Column.DATE: f"{acquired.sensing_time:%Y-%m-%d}" if acquired.sensing_time else _NONE,
            Column.TILE: acquired.tile,
            Column.LEVEL: acquired.level,
            Column.BASELINE: acquired.baseline,
        }[column]

    def _status(self, scene: ProductRow) -> str:
        *first, last = self._sentences(scene)
        return "".join(f"{sentence.rstrip('.')}. " for sentence in first) + last

    def _sentences(self, scene: ProductRow) -> list[str]:
        """Return the state without the names and paths with which reasons begin: they are beside it."""
        told = self._told(scene)
        text = told if isinstance(told, str) else told.beside(scene.path)
        return [without_start(line, scene.name) for line in text.split("\n")]

    def _told(self, scene: ProductRow) -> str | CloudS2MaskError:
        """Return the state of a scene; changed options tell their fault also after a run, whose masks stay told."""
        if scene.status == Status.WAITING:
            return self.tr("Waiting")
        if scene.fault and scene.status != Status.RUNNING:
            return scene.error or scene.fault
        if scene.waits_outside:
            return self.tr("Outside the area: will be skipped")
        return self.tr("Ready") if scene.status == Status.IDLE else scene.note

    def _icon(self, scene: ProductRow, column: Column) -> QIcon | None:
        return self._icons.get(scene.mark) if column == Column.STATUS else None

    def _colour(self, scene: ProductRow, column: Column) -> QBrush | None:
        if not (scene.fault or scene.is_outside) or column == Column.STATUS:
            return None
        return self._grey

    def _tool_tip(self, scene: ProductRow, _column: Column) -> str:
        time = scene.acquisition.sensing_time if scene.acquisition else None
        when = [f"{time:%Y-%m-%d %H:%M:%S} UTC"] if time else []
        return literal("\n".join([str(scene.path), *when, *self._sentences(scene)]))

    def _sort_key(self, scene: ProductRow, column: Column) -> str:
        if column == Column.DATE and scene.acquisition:
            return str(scene.acquisition.sensing_time)
        return self._text(scene, column)

    def _fraction(self, scene: ProductRow, column: Column) -> float | None:
        return scene.fraction if column == Column.STATUS and scene.status == Status.RUNNING else None

    def _without_mask(self, error: CloudS2MaskError) -> tuple[Status, float, str | CloudS2MaskError]:
        """Return status, fraction and reason of a scene without a new mask."""
        if isinstance(error, OutsideAreaError):
            return Status.SKIPPED, 0.0, self.tr("Outside the area: skipped")
        if isinstance(error, MaskExistsError):  # the window offers to replace it
            text = self.tr("A mask with other settings exists: {names}")
            return Status.KEPT, 0.0, text.format(names=", ".join(error.differing))
        return Status.FAILED, 0.0, error

    def _summary(self, result: MaskResult) -> str:
        text = shares_text(
            result.clear_percent, result.cloud_percent, result.shadow_percent, result.classes, result.surfaces
        )
        if result.edited:
            text += self.tr(" (corrected)")
        elif result.reused:
            text += self.tr(" (reused)")
        return "\n".join([text, *result.warnings])

    def _check(self, scenes: Iterable[ProductRow], seen: set[Acquisition]) -> None:
        for scene in scenes:
            product = scene.product
            scene.is_copy = product is not None and product.acquisition in seen
            if product is None:
                scene.fault = scene.error.brief(scene.path) if scene.error else ""
            elif scene.is_copy:
                scene.fault = self.tr("This product is already listed from another place")
            else:
                seen.add(product.acquisition)
                scene.fault = self._why_unusable(product)
            scene.is_outside = product is not None and not scene.fault and self._is_outside(product)

    def _forget_unfinished(self) -> bool:
        """Show scenes that the last run did not mask as they are now, after a change; return True if there are any."""
        if self._is_running:
            return False
        left = [scene for scene in self._scenes if scene.status in {Status.UNFINISHED, Status.SKIPPED}]
        for scene in left:
            scene.status, scene.note = Status.IDLE, ""
        return bool(left)

    def _update(
        self,
        path: Location,
        status: Status,
        fraction: float,
        note: str | CloudS2MaskError,
        clear: float | None = None,
    ) -> None:
        for row, scene in enumerate(self._scenes):
            if scene.path == path:
                scene.status, scene.fraction, scene.note = status, fraction, note
                scene.clear = clear if status != Status.RUNNING else scene.clear
                self._changed(row, row)

    def _changed(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))


def _blocks(rows: Iterable[int]) -> list[list[int]]:
    """Group rows that follow each other, from the first row to the last."""
    numbered = enumerate(sorted(set(rows)))
    return [[row for _, row in block] for _, block in groupby(numbered, lambda pair: pair[1] - pair[0])]
