"""Listed products on the map, and those of other kinds than folders."""

from __future__ import annotations

from typing import Any

from qgis import utils
from qgis.PyQt.QtCore import QEvent, QPoint
from qgis.PyQt.QtGui import QHelpEvent
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QToolTip

from ...ui.tables.row_menu import USES
from ..desktop_driver import Steps, pause
from ..desktop_user import User, window
from .steps import cells, drawn, empty, home, open_files_in, open_window, read, run, statuses

_KINDS = 4
"""Products of other kinds than folders, see `walk_inputs`."""


def on_the_map(user: User) -> Steps:
    """From a list of products to those that are chosen on the map, by their outlines and pictures."""
    yield from open_window(user)
    dialog = window("MaskDialog")
    dialog.add_paths(user.desk.products)
    yield from read(dialog)
    yield from drawn()
    user.seen["map_shown"] = utils.iface.mapCanvas().isVisible()
    user.look()
    usual = dialog.geometry()
    yield from user.click(dialog.pick, "pick")
    yield from drawn()
    user.look()
    canvas = utils.iface.mapCanvas().viewport()
    place = QPoint(canvas.width() // 4, canvas.height() // 8)
    yield from user.click(canvas, "outline", place)
    yield pause(1)
    user.seen["selected"] = len(dialog.table.selected_rows())
    dialog.table.select([len(user.desk.products) - 1])
    yield from drawn()
    for _ in range(40):  # the pictures are drawn in the background
        QApplication.sendEvent(canvas, QHelpEvent(QEvent.Type.ToolTip, place, canvas.mapToGlobal(place)))
        yield pause(0.3)
        if QToolTip.text().count("<img") == QToolTip.text().count("<b>") > 0:
            break
    user.keep("on-the-map.jpg")
    user.seen["told"], user.seen["pictures_told"] = (QToolTip.text().count(one) for one in ("<b>", "<img"))
    user.look()
    dialog.close()
    user.seen["back"] = dialog.geometry() == usual
    yield from drawn()
    user.look()
    empty(user)


def inputs(user: User) -> Steps:
    """From an archive, an EOPF store, a STAC item and an address to their masks and their season."""
    yield from open_window(user)
    dialog, folder = window("MaskDialog"), home(user) / "Other inputs"
    empty(user)
    dialog.area.source.setCurrentIndex(0)
    open_files_in(folder)
    yield from user.click(dialog.add_parent)
    yield from user.choose_files(folder)
    yield from read(dialog)
    yield from _choose_from_web(user, 1)
    addresses = window("AddressDialog")
    addresses.addresses.setPlainText((folder / "addresses.txt").read_text(encoding="utf-8"))
    yield pause(0.3)
    user.look()
    yield from user.click(addresses.buttons.button(QDialogButtonBox.StandardButton.Ok))
    yield from _choose_from_web(user, 0)
    items = window("StacDialog")
    items.tabs.setCurrentIndex(1)
    items.text.setPlainText("\n".join(map(str, folder.glob("*.json"))))
    yield pause(0.3)
    user.look()
    yield from user.click(items.add)
    items.close()
    yield lambda: dialog.scenes.rowCount() == _KINDS
    yield from read(dialog)
    dialog.options.output_folder.setFilePath(str(home(user) / "other masks"))
    yield from user.click(dialog.pick, "pick")
    yield from user.click_item(dialog.table, dialog.table.model().index(0, 0))
    dialog.table.selectAll()
    yield pause(3)  # the pictures are drawn in the background
    user.look()
    user.seen["outlined"] = sum(bool(scene.product.footprint) for scene in dialog.scenes.scenes())
    yield from user.click(dialog.pick, "pick")
    yield from run(user)
    user.look()
    user.seen["after"] = statuses(dialog)
    yield from user.click(dialog.season)
    overview = dialog.season_window
    yield from user.click(overview.select_shown)
    yield from drawn()
    user.look()
    user.seen["season"] = cells(overview.table.model())
    user.seen["refused"] = {deed.value: overview.row_menu.why_not(deed) for deed in USES}
    overview.close()
    dialog.hide()
    yield from drawn()


def _choose_from_web(user: User, number: int) -> Steps:
    """Click an entry of the menu of the button Web."""
    button = window("MaskDialog").add_web
    yield from user.click(button)
    yield lambda: QApplication.activePopupWidget() is not None
    menu: Any = QApplication.activePopupWidget()
    action = menu.actions()[number]
    yield from user.click(menu, action.text(), menu.actionGeometry(action).center())
    yield lambda: QApplication.activePopupWidget() is None
    yield pause(0.5)
