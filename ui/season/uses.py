"""Go on from the selected dates of a season: composite, applied masks, statistics, polygons."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QWidget

from ..shared.algorithm_window import open_algorithm
from ..tables.row_menu import Deed, Entry

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from ...core.masks.result import MaskResult

_MOST_DAYS = 5
"""Largest number of dates named in a reason."""


class MaskUses(QObject):
    """The entries of a menu that open an algorithm with exactly the selected masks and their scenes.

    Args:
        iface: The interface of QGIS.
        chosen: Returns the selected masks, in order of time.
        parent: Owner.
    """

    def __init__(self, iface: QgisInterface, chosen: Callable[[], list[MaskResult]], parent: QObject) -> None:
        super().__init__(parent)
        self._iface, self._chosen = iface, chosen
        self.window: QWidget | None = None
        """Window of the last algorithm."""

    def entries(self) -> list[Entry]:
        """Return the entries."""
        return [
            Entry(Deed.COMPOSITE, self._composite, self._why_no_composite),
            Entry(Deed.APPLY_MASK, self._apply, self._why_not),
            Entry(Deed.STATISTICS, self._statistics, self._why_not),
            Entry(Deed.POLYGONS, self._polygons, self._why_not),
        ]

    def _composite(self) -> None:
        masks = self._chosen()
        scenes = [str(mask.vrt_path) for mask in masks if mask.vrt_path]
        self._open("composite", {"INPUTS": scenes, "MASKS": [str(mask.mask_path) for mask in masks]})

    def _apply(self) -> None:
        runs = []
        for mask in self._chosen():
            scene = {"INPUT": str(mask.vrt_path)} if mask.vrt_path else {}
            runs.append({**scene, "MASK": str(mask.mask_path), **_output(mask, "masked.tif")})
        self._open("applymask", *runs)

    def _statistics(self) -> None:
        runs = []
        for mask in self._chosen():
            time = mask.acquisition.sensing_time
            prefix = {"PREFIX": f"{time:%Y%m%d}_"} if time else {}
            runs.append({"INPUT": str(mask.mask_path), **prefix, **_output(mask, "statistics.gpkg")})
        self._open("classstatistics", *runs)

    def _polygons(self) -> None:
        masks = self._chosen()
        self._open("maskpolygons", *({"INPUT": str(one.mask_path), **_output(one, "polygons.gpkg")} for one in masks))

    def _open(self, name: str, *runs: dict[str, Any]) -> None:
        self.window = open_algorithm(self._iface, name, *runs)

    def _why_not(self) -> str:
        masks = self._chosen()
        gone = next((mask.mask_path for mask in masks if not mask.mask_path.exists()), None)
        if not masks:
            return self.tr("Select a scene that has a mask.")
        if gone:
            return self.tr("{path} was removed. Mask the product again.").format(path=gone)
        return "" if "processing" in sys.modules else self.tr("Enable the plugin Processing first.")

    def _why_no_composite(self) -> str:
        lacking = [mask.acquisition for mask in self._chosen() if mask.vrt_path is None or not mask.vrt_path.exists()]
        days = [f"{one.sensing_time:%Y-%m-%d}" if one.sensing_time else one.name for one in lacking[:_MOST_DAYS]]
        names = ", ".join(days) + ("…" if len(lacking) > _MOST_DAYS else "")
        text = self.tr("No natural-colour layer is beside the masks of {dates}. Mask these again with that option.")
        return self._why_not() or (text.format(dates=names) if lacking else "")


def _output(mask: MaskResult, end: str) -> dict[str, str]:
    """Return the file of a result beside its mask."""
    return {"OUTPUT": str(mask.mask_path.with_name(f"{mask.mask_path.stem}_{end}"))}
