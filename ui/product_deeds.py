"""Do things with listed products: from the list itself, and from the season, which shows their masks."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from qgis.PyQt.QtCore import QObject

from .tables.row_menu import Deed, Entry, RowMenu

if TYPE_CHECKING:
    from ..core.addresses.location import Location
    from ..core.stac.opening import Listed
    from .area.panel import AreaPanel
    from .scenes.model import ProductRow, SceneModel
    from .scenes.table import SceneTable
    from .window_state import WindowState


class Masking(Protocol):
    """The window that masks products, as far as it is needed here."""

    scenes: SceneModel
    area: AreaPanel

    def state(self) -> WindowState:
        """Return the facts that the window shows, gathered now."""

    def mask_again(self, paths: Collection[Location]) -> None:
        """Mask listed products, and replace their masks."""

    def compare_models(self, row: ProductRow) -> None:
        """Open the comparison of models on the product of a row."""

    def remove_selected(self) -> None:
        """Remove the selected products from the list."""


class ProductDeeds(QObject):
    """The deeds of the main window on products, which are known by their names, as a season knows them too."""

    def __init__(self, window: Masking, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window

    def menu_of(self, table: SceneTable) -> RowMenu:
        """Return the menu of the list, with all that can be done with its products."""
        scenes = self._window.scenes

        def chosen() -> list[ProductRow]:
            return [scenes.scenes()[row] for row in table.selected_rows()]

        def products() -> list[Listed]:
            return [scene.product for scene in chosen() if scene.product]

        menu = RowMenu(
            table,
            Entry(
                Deed.ZOOM,
                lambda: self._window.area.zoom_to(products()),
                lambda: "" if products() else self.tr("The product cannot be read."),
            ),
            *self.entries(lambda: {scene.name for scene in chosen()}),
            Entry(Deed.REMOVE, self._window.remove_selected, lambda: self._window.state().remove.obstacle),
        )
        menu.add_places(lambda: [scene.path for scene in chosen()])
        menu.add_reasons(lambda: scenes.reasons(table.selected_rows()))
        return menu

    def entries(self, names: Callable[[], Collection[str]]) -> list[Entry]:
        """Return the entries of a menu for the products that a function names."""
        return [
            Entry(Deed.MASK_AGAIN, lambda: self._mask(names()), lambda: self._why_not_mask(names())),
            Entry(Deed.COMPARE, lambda: self._compare(names()), lambda: self._why_not_compare(names())),
        ]

    def _listed(self, names: Collection[str]) -> list[ProductRow]:
        return [scene for scene in self._window.scenes.scenes() if scene.name in names and not scene.is_copy]

    def _why_unusable(self, names: Collection[str]) -> str:
        """Return why none of these products can be used; empty if one can."""
        listed = self._listed(names)
        if not listed:
            return self.tr("Add its product to the list of the main window first.")
        return "" if any(not scene.fault for scene in listed) else listed[0].fault

    def _mask(self, names: Collection[str]) -> None:
        self._window.mask_again([scene.path for scene in self._listed(names) if not scene.fault])

    def _why_not_mask(self, names: Collection[str]) -> str:
        usable = [scene for scene in self._listed(names) if not scene.fault]
        count, outside = len(usable), sum(scene.is_outside for scene in usable)
        asked = replace(self._window.state(), rows=count, hidden=0, usable=count, outside=outside)
        return self._why_unusable(names) or asked.why_not_run

    def _compare(self, names: Collection[str]) -> None:
        self._window.compare_models(self._listed(names)[0])

    def _why_not_compare(self, names: Collection[str]) -> str:
        """Return why models cannot run now, undisturbed by others, on one product in a folder, by Processing."""
        state, listed = self._window.state(), self._listed(names)
        reasons = (
            (len(names) != 1, self.tr("Select a single product: models are compared on one.")),
            (bool(self._why_unusable(names)), self._why_unusable(names)),
            (not (listed and isinstance(listed[0].path, Path)), self.tr("Models are compared on products in folders.")),
            (bool(state.busy), state.busy),
            (not state.checked or bool(state.missing), self.tr("Install the missing components first.")),
            ("processing" not in sys.modules, self.tr("Enable the plugin Processing first.")),
        )
        return next((text for applies, text in reasons if applies), "")
