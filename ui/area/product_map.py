"""Link the list of products with the map: outlines, pictures, tips, and the tool that selects on the map."""

from __future__ import annotations

import base64
from contextlib import suppress
from typing import TYPE_CHECKING

from qgis.core import QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt.QtCore import QEvent, QObject, QPoint, QRect, Qt
from qgis.PyQt.QtGui import QHelpEvent, QImage
from qgis.PyQt.QtWidgets import QAbstractButton, QToolTip

from ...core.addresses.location import Address
from ...core.html_page import as_html
from ..scenes.model import Mark, ProductRow
from .footprints import Footprints
from .picking import PickTool, box_around
from .previews import Previews

if TYPE_CHECKING:
    from ...core.stac.opening import Listed
    from ..scenes.model import SceneModel
    from ..scenes.table import SceneTable

_MOST_TOLD = 3
"""Products in a tip; many dates lie over one another."""
_MOST_SHOWN = 12
"""Pictures on the map: a selection of hundreds is not meant to be looked at."""
_TIP_WIDTH = 120
"""Of a picture in a tip, in pixels of the window."""


class ProductMap(QObject):
    """The products of a list on the map; it lives as long as the window of the list."""

    def __init__(self, footprints: Footprints, scenes: SceneModel, table: SceneTable, canvas: QgsMapCanvas) -> None:
        super().__init__(table)
        self._footprints, self._scenes, self._table, self._canvas = footprints, scenes, table, canvas
        self._previews = Previews(self)
        self._previews.came.connect(self._show_come)
        self._told: QPoint | None = None
        """Place on the canvas of the tip that is shown."""
        self._shown: list[tuple[Listed, bytes]] = []
        """Pictures that are on the map."""
        self._tool = PickTool(canvas)
        self._tool.picked.connect(self._pick)
        self._tool_before: QgsMapTool | None = None
        listed = (scenes.rowsInserted, scenes.rowsRemoved, scenes.modelReset, scenes.dataChanged)
        shown = (table.filter.rowsInserted, table.filter.rowsRemoved, table.selectionModel().selectionChanged)
        for signal in (*listed, *shown):
            signal.connect(footprints.renew)  # hundreds of changes in a row are shown once
        footprints.settled.connect(self._show_pictures)
        canvas.destinationCrsChanged.connect(self._place_again)
        canvas.viewport().installEventFilter(self)
        footprints.follow(scenes.scenes, table.filter.shown, table.selected_rows)

    def follow_button(self, button: QAbstractButton) -> None:
        """Let a checkable button switch the tool that selects products on the map, and show if it is in use."""
        self._tool.setButton(button)
        button.clicked.connect(self._switch)

    def set_visible(self, visible: bool) -> None:
        """Show or hide all products; while they are hidden, nothing can be selected on the map."""
        self._footprints.set_visible(visible)
        self._show_pictures()
        if not visible:
            self._told = None
            self._release()

    def shut_down(self) -> None:
        """Stop the background work, and give the map back; it may be called twice."""
        self._canvas.viewport().removeEventFilter(self)
        self._release()
        self._previews.shut_down()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Tell about the products under the pointer when it rests."""
        if not isinstance(event, QHelpEvent) or not self._footprints.is_visible():
            return False
        rows = self._rows_at(event.pos())
        self._told = event.pos() if rows else None
        if rows:
            self._tell(rows)
        return bool(rows)

    def _switch(self, chosen: bool) -> None:
        if chosen:
            self._footprints.bring_into_view()
            self._tool_before = self._canvas.mapTool()
            self._canvas.setMapTool(self._tool)
        else:
            self._release()

    def _release(self) -> None:
        """Give the map its former tool, unless the user has chosen another one."""
        if self._canvas.mapTool() is not self._tool:
            return
        self._canvas.unsetMapTool(self._tool)
        with suppress(RuntimeError):  # deleted meanwhile
            if self._tool_before is not None:
                self._canvas.setMapTool(self._tool_before)

    def _pick(self, box: QgsRectangle, modifiers: Qt.KeyboardModifier) -> None:
        """Select the products that touch a rectangle; Ctrl adds them or takes them away, Shift adds them."""
        found, before = set(self._footprints.rows_in(box)), set(self._table.selected_rows())
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            found = before ^ found
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            found |= before
        self._table.select(sorted(found))

    def _rows_at(self, place: QPoint) -> list[int]:
        return self._footprints.rows_in(box_around(self._canvas, QRect(place, place)))

    def _tell(self, rows: list[int]) -> None:
        """Show a tip about rows, the selected ones first."""
        scenes, selected = self._scenes.scenes(), set(self._table.selected_rows())
        first = sorted(rows, key=lambda row: (row not in selected, row))
        parts = [self._described(scenes[row], self._scenes.state(row), row in selected) for row in first[:_MOST_TOLD]]
        if len(rows) > _MOST_TOLD:
            parts.append(as_html(self.tr("Further products here: {count}").format(count=len(rows) - _MOST_TOLD)))
        place = self._canvas.viewport().mapToGlobal(self._told)
        QToolTip.showText(place, "".join(parts), self._canvas.viewport())

    def _described(self, scene: ProductRow, state: str, selected: bool) -> str:
        """Describe a product: date, tile and state, with its picture as soon as there is one."""
        acquired = scene.acquisition
        title = f"{acquired.title} ({acquired.satellite}, {acquired.level})" if acquired else scene.name
        picture, image = self._picture(scene, selected=selected), ""
        if picture:
            data = base64.b64encode(picture).decode()
            image = f'<td><img src="data:image/jpeg;base64,{data}" width="{_TIP_WIDTH}"></td>'
        text = f"<td><b>{as_html(title)}</b><br>{as_html(state)}</td>"
        return f'<table cellpadding="4"><tr>{image}{text}</tr></table>'

    def _picture(self, scene: ProductRow, *, selected: bool) -> bytes:
        """Return the picture of a product; behind an address, only of a selected one."""
        if scene.product is None:
            return b""
        wanted = selected or not isinstance(scene.path, Address)
        return (self._previews.get(scene.product) if wanted else self._previews.known(scene.product)) or b""

    def _show_come(self) -> None:
        """Show a picture that has been drawn meanwhile, in its place and in the tip."""
        self._show_pictures()
        if self._told is not None and QToolTip.isVisible():
            rows = self._rows_at(self._told)
            if rows:
                self._tell(rows)

    def _show_pictures(self) -> None:
        """Show the pictures of the selected products that are not masked, below their outlines."""
        scenes = self._scenes.scenes() if self._footprints.is_visible() else []
        chosen = [scenes[row] for row in sorted(self._table.selected_rows())] if scenes else []
        unmasked = [scene for scene in chosen[:_MOST_SHOWN] if scene.mark != Mark.MASKED]
        found = [(scene.product, self._picture(scene, selected=True)) for scene in unmasked]
        shown = [(product, picture) for product, picture in found if product and picture]
        if shown != self._shown:  # a run changes rows many times
            self._shown = shown
            self._place_again()

    def _place_again(self) -> None:
        """Place the pictures in the CRS of the canvas."""
        self._footprints.show_pictures((product, QImage.fromData(picture)) for product, picture in self._shown)
