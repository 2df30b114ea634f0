"""The panel in which a person corrects a mask: classes, tools, undo, and saving as a new version."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsGeometry,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
)
from qgis.gui import QgisInterface, QgsApplicationExitBlockerInterface, QgsMapTool
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QCloseEvent, QColor, QIcon, QKeyEvent, QKeySequence, QPainter, QPixmap
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QDockWidget,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import CancelledError, CloudS2MaskError, OutsideAreaError
from ...core.html_page import as_html
from ...core.masks.shares import clear_text
from ..area.tools import AreaTool, PolygonTool
from ..shared.background import Worker, is_interrupted, why_failed
from ..shared.layer_tree import add_layers, make_active, mask_layer
from ..shared.layers import open_layers
from ..shared.raster_source import file_of
from ..shared.rich_text import literal
from ..widgets import explain
from .overlay import Overlay
from .places import Places
from .tools import BrushTool, PatchTool

if TYPE_CHECKING:
    from ...core.areas.area import AreaOnGrid
    from ...core.classes import MaskClass
    from ...core.correction.painting import Correction
    from ...core.correction.version import MaskToCorrect
    from ...core.masks.result import MaskResult

_POLYGON, _BRUSH, _PATCH = range(3)
_QUEUED = Qt.ConnectionType.QueuedConnection
_BRUSH_PIXELS = 5
"""Width of the brush at the start, in pixels of the mask."""
_COLUMNS = 2
_EDGE = "#808080"
_LETTERS, _ACROSS = 40, Qt.Orientation.Horizontal
"""Width of the panel in letters, at first."""


@dataclass(eq=False)
class _Session:
    """A mask while it is corrected, from the end of its reading until it is saved or given up."""

    layer_id: str
    source: MaskToCorrect
    correction: Correction
    overlay: Overlay
    saving: bool = False


class _ExitBlocker(QgsApplicationExitBlockerInterface):
    """Asks a function before QGIS quits."""

    def __init__(self, allows: Callable[[], bool]) -> None:
        super().__init__()
        self._allows = allows

    def allowExit(self) -> bool:
        """Return True if QGIS may quit; called by QGIS."""
        return self._allows()


class CorrectionPanel(QDockWidget):
    """A panel beside the map; the file of the mask is never changed."""

    saved = pyqtSignal(object)
    """Emitted with the `MaskResult` of a new version."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(iface.mainWindow())
        self.setObjectName("cloud_s2_mask_correction")
        self.setWindowTitle(self.tr("Correct mask"))
        self.toggleViewAction().setVisible(False)  # QGIS's list of panels would show it without a mask
        self._iface, self._canvas = iface, iface.mapCanvas()
        self._worker = Worker(self)
        self._worker.changed.connect(self._refresh)
        self._session: _Session | None = None
        self._awaited: object = None
        """The reading whose mask will be corrected; those of earlier choices are dropped."""
        self._tool: AreaTool | None = None
        self._tool_before: QgsMapTool | None = None
        self._closed = False
        self._build()
        QgsProject.instance().cleared.connect(self._leave_project)
        self._blocker = _ExitBlocker(self._give_up)
        iface.registerApplicationExitBlocker(self._blocker)
        self._canvas.installEventFilter(self)
        self._refresh()

    def start(self, layer: QgsMapLayer) -> None:
        """Read the mask of a layer, and let the user correct it; another correction is ended, if the user agrees."""
        from ...core.correction.version import MaskToCorrect

        if not self._give_up():
            return
        try:
            path = file_of(layer)
        except CloudS2MaskError as error:
            self._tell(why_failed(error), Qgis.MessageLevel.Warning)
            return
        self._awaited = awaited = object()
        self.title.setText(self.tr("Reading {name}…").format(name=literal(layer.name())))
        self.show()
        self.raise_()
        self._iface.mainWindow().resizeDocks([self], [_LETTERS * self.fontMetrics().averageCharWidth()], _ACROSS)

        def progress() -> None:
            if is_interrupted() or self._awaited is not awaited:
                raise CancelledError("The task was cancelled.")

        self._worker.call(
            partial(MaskToCorrect.read, path, progress),
            partial(self._begin, awaited, layer.id()),
            partial(self._refuse, awaited),
        )

    def shut_down(self) -> None:
        """End the correction without asking, before the plugin or QGIS closes; it may be called twice."""
        if self._closed:
            return
        self._closed = True
        self._worker.close()
        self._end()
        QgsProject.instance().cleared.disconnect(self._leave_project)
        self._iface.unregisterApplicationExitBlocker(self._blocker)
        self._canvas.removeEventFilter(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before unsaved edits are dropped."""
        if self._give_up():
            event.accept()
        else:
            event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Undo and redo by the keys of QGIS while the map has a tool of the panel; else they are for QGIS's layers."""
        if self._tool is None or event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return bool(super().eventFilter(watched, event))
        for standard, button in (
            (QKeySequence.StandardKey.Undo, self.undo),
            (QKeySequence.StandardKey.Redo, self.redo),
        ):
            if isinstance(event, QKeyEvent) and event.matches(standard):
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    button.click()
                return True
        return bool(super().eventFilter(watched, event))

    def _build(self) -> None:
        """Make the widgets."""
        self.title, self.hint = QLabel(), QLabel()
        for label in (self.title, self.hint):
            label.setWordWrap(True)
        self.classes = QButtonGroup(self)
        self._class_grid = QGridLayout()
        self.tools = QButtonGroup(self)
        tools = QHBoxLayout()
        for number, (text, icon, tip) in enumerate(
            (
                (self.tr("Polygon"), "/mActionAddPolygon.svg", self.tr("Paint the class inside a polygon")),
                (self.tr("Brush"), "/mActionToggleEditing.svg", self.tr("Paint the class along the pointer")),
                (self.tr("Patch"), "/mActionIdentify.svg", self.tr("Paint the class over a connected patch")),
            )
        ):
            button = _tool_button(text, QgsApplication.getThemeIcon(icon), tip)
            self.tools.addButton(button, number)
            tools.addWidget(button)
        self.tools.buttonClicked.connect(lambda button: self._choose_tool(self.tools.id(button)))
        self.brush = QDoubleSpinBox()
        self.brush.setDecimals(0)
        self.brush.setSuffix(" m")
        self.brush.setToolTip(self.tr("Width of the brush on the ground"))
        self.brush.valueChanged.connect(self._renew_tool)
        brush_label = QLabel(self.tr("Brush width"))
        brush_label.setBuddy(self.brush)
        self.undo = QPushButton(QgsApplication.getThemeIcon("/mActionUndo.svg"), self.tr("Undo"))
        self.redo = QPushButton(QgsApplication.getThemeIcon("/mActionRedo.svg"), self.tr("Redo"))
        self.save = QPushButton(QgsApplication.getThemeIcon("/mActionFileSave.svg"), self.tr("Save version"))
        self.discard = QPushButton(self.tr("Discard"))
        self.undo.clicked.connect(lambda: self._change(lambda correction: correction.undo()))
        self.redo.clicked.connect(lambda: self._change(lambda correction: correction.redo()))
        self.save.clicked.connect(self._save)
        self.discard.clicked.connect(self.close)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.addWidget(self.title)
        layout.addLayout(self._class_grid)
        layout.addLayout(tools)
        layout.addLayout(_row(brush_label, self.brush))
        layout.addWidget(self.hint)
        layout.addLayout(_row(self.undo, self.redo))
        layout.addLayout(_row(self.save, self.discard))
        layout.addStretch()
        self.setWidget(content)

    def _begin(self, awaited: object, layer_id: str, source: MaskToCorrect) -> None:
        from ...core.correction.painting import Correction

        if awaited is not self._awaited:
            return  # the user has closed the panel, or chosen another mask, meanwhile
        self._awaited = None
        correction = Correction(source.pixels.copy())
        overlay = Overlay(self._canvas, correction.pixels, source.written.grid, source.classes)
        self._session = _Session(layer_id, source, correction, overlay)
        self._list_classes(source.classes)
        pixel = source.written.grid.pixel_size
        self.brush.setRange(pixel, 1000 * pixel)
        self.brush.setSingleStep(2 * pixel)
        self.brush.setValue(_BRUSH_PIXELS * pixel)
        self.title.setText(literal(f"{source.former.acquisition.title}, {clear_text(source.former.clear_percent)}"))
        self.title.setToolTip(literal(str(source.written.path)))
        _show_layer(layer_id, shown=False)
        self.tools.button(_POLYGON).setChecked(True)
        self._choose_tool(_POLYGON)
        self._refresh()

    def _list_classes(self, classes: tuple[MaskClass, ...]) -> None:
        for button in self.classes.buttons():
            self.classes.removeButton(button)
            button.deleteLater()
        for number, shown in enumerate(classes):
            tip = self.tr("Paint {name}").format(name=shown.name())
            button = _tool_button(shown.name(), _swatch(shown.colour), tip)
            self.classes.addButton(button, shown.value)
            self._class_grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
        self.classes.buttons()[0].setChecked(True)

    def _refuse(self, awaited: object, error: Exception) -> None:
        if awaited is self._awaited:
            self._end()
            self._tell(why_failed(error), Qgis.MessageLevel.Warning)

    def _refresh(self) -> None:
        """Enable what is possible now."""
        session, busy = self._session, self._worker.is_busy()
        correction = session.correction if session is not None else None
        is_saving = session is not None and session.saving
        for button in (*self.classes.buttons(), *self.tools.buttons(), self.brush):
            button.setEnabled(session is not None and not is_saving)
        saving = is_saving, self.tr("The version is being saved.")
        nothing = self.tr("Nothing has been painted yet.")
        edited = correction is not None and correction.is_edited
        done = correction is not None and correction.can_undo
        earlier = self.tr("Earlier edits can no longer be undone.")
        explain(self.undo, self.tr("Undo the last edit (Ctrl+Z)"), saving, (not edited, nothing), (not done, earlier))
        undone = correction is not None and correction.can_redo
        explain(self.redo, self.tr("Do again what was undone"), saving, (not undone, self.tr("Nothing was undone.")))
        explain(
            self.save,
            self.tr("Save the corrected mask beside the mask, which stays as it is"),
            saving,
            (not edited, nothing),
            (busy, self.tr("An edit is being painted.")),
        )
        explain(self.discard, self.tr("End the correction without saving"), saving)

    def _choose_tool(self, number: int) -> None:
        """Give the map the tool with a number."""
        tool = self._made_tool(number)
        former, self._tool = self._tool, tool
        if former is None:
            self._tool_before = self._canvas.mapTool()
        tool.drawn.connect(partial(self._drawn, number), _QUEUED)
        tool.cancelled.connect(self._renew_tool, _QUEUED)
        tool.deactivated.connect(partial(self._left, tool), _QUEUED)
        self._canvas.setMapTool(tool)
        self.hint.setText(tool.instruction())
        if former is not None:
            former.deleteLater()

    def _made_tool(self, number: int) -> AreaTool:
        if number == _BRUSH:
            return BrushTool(self._canvas, self._swath)
        return PolygonTool(self._canvas) if number == _POLYGON else PatchTool(self._canvas)

    def _renew_tool(self) -> None:
        """Begin the drawing anew with the same tool."""
        if self._tool is not None:
            self._choose_tool(self.tools.checkedId())

    def _left(self, tool: AreaTool) -> None:
        """Note that the user has chosen another tool of QGIS."""
        if tool is self._tool:
            self._tool = None
            self._uncheck_tools()
            tool.deleteLater()

    def _uncheck_tools(self) -> None:
        self.tools.setExclusive(False)
        for button in self.tools.buttons():
            button.setChecked(False)
        self.tools.setExclusive(True)
        self.hint.setText(self.tr("Choose a tool to go on.") if self._session is not None else "")

    def _swath(self, way: QgsGeometry) -> QgsGeometry:
        """Return the outline of the brush along a way, both in the CRS of the map; empty where it has no place."""
        if self._session is None:
            return QgsGeometry()
        places = Places(self._canvas, self._session.source.written.grid)
        return places.swath_on_map(way, self.brush.value())

    def _drawn(self, number: int, drawing: QgsGeometry) -> None:
        """Paint what was drawn on the map."""
        session = self._session
        if session is None:
            return
        value = self.classes.checkedId()
        area = self._area(session, number, drawing)

        def work(correction: Correction) -> bool:
            try:
                found = area(correction) if area is not None else None
            except OutsideAreaError:
                found = None
            return found is not None and correction.paint(found, value)

        if not session.saving:
            self._change(work)
        self._renew_tool()

    def _area(
        self, session: _Session, number: int, drawing: QgsGeometry
    ) -> Callable[[Correction], AreaOnGrid | None] | None:
        """Return the function that finds the pixels of a drawing, in the background; None if it has no place."""
        from ...core.areas.area import AreaOfInterest
        from ...core.correction.painting import connected_patch

        grid, name = session.source.written.grid, session.source.written.path.name
        places = Places(self._canvas, grid)
        if number == _PATCH:
            place = places.line_and_column(drawing.asPoint())
            if place is None:
                return None
            line, column = (int(part // 1) for part in place)
            return lambda correction: connected_patch(correction.pixels, line, column)
        if number == _BRUSH:
            way, width = places.in_mask(drawing), self.brush.value()
            if way.isEmpty():
                return None
            return lambda _correction: AreaOfInterest(bytes(places.swath(way, width).asWkb()), grid.crs).on(grid, name)
        shape, crs = bytes(drawing.asWkb()), self._canvas.mapSettings().destinationCrs().toWkt()
        return lambda _correction: AreaOfInterest(shape, crs).on(grid, name)

    def _change(self, work: Callable[[Correction], Any]) -> None:
        """Change the mask in the background, in the order of the user's edits, and show it."""
        session = self._session
        if session is None:
            return

        def done(changed: bool | None) -> None:
            if session is not self._session:
                return
            if changed is False:
                self.hint.setText(self.tr("Nothing changes there: it has this class, or no data."))
            session.overlay.renew()
            self._refresh()

        self._worker.call(partial(work, session.correction), done, partial(self._failed, session))

    def _failed(self, session: _Session, error: Exception) -> None:
        session.saving = False
        self._refresh()
        self._tell(why_failed(error), Qgis.MessageLevel.Warning)

    def _save(self) -> None:
        session = self._session
        if session is None:
            return

        def work() -> tuple[MaskResult, list[QgsRasterLayer]]:
            result = session.source.save(session.correction.pixels)
            return result, open_layers(result)

        session.saving = True
        self._worker.call(work, partial(self._saved, session), partial(self._failed, session))

    def _saved(self, session: _Session, done: tuple[MaskResult, list[QgsRasterLayer]]) -> None:
        result, layers = done
        if session is self._session:  # else the project, for whose map the layers were, has been closed meanwhile
            self._end()
            self._show_version(session.layer_id, result, layers)
        text = self.tr("A new version of {scene} was saved: {clear}, before {former}.").format(
            scene=result.acquisition.title,
            clear=clear_text(result.clear_percent),
            former=clear_text(session.source.former.clear_percent),
        )
        level = Qgis.MessageLevel.Warning if result.warnings else Qgis.MessageLevel.Success
        self._tell(" ".join((text, *result.warnings)), level)
        self.saved.emit(result)

    def _show_version(self, former: str, result: MaskResult, layers: list[QgsRasterLayer]) -> None:
        """Put a version on the map, in place of the layer of the mask."""
        project = QgsProject.instance()
        add_layers(project, result, layers)
        _show_layer(former, shown=False)
        shown = mask_layer(project, result)
        if shown is not None:
            make_active(self._iface, shown)

    def _give_up(self) -> bool:
        """End the correction, unless the user keeps edits that are not saved."""
        if self._session is not None and self._session.saving:
            self._tell(self.tr("The version is being saved."), Qgis.MessageLevel.Info)
            return False
        if self._has_unsaved():
            text = self.tr("The edits are not saved. Discard them?")
            if QMessageBox.question(self, self.windowTitle(), text) != QMessageBox.StandardButton.Yes:
                return False
        self._end()
        return True

    def _has_unsaved(self) -> bool:
        """Return True if there are edits, also such as are being painted."""
        return self._session is not None and (self._session.correction.is_edited or self._worker.is_busy())

    def _leave_project(self) -> None:
        """End the correction with its project, but keep edits for the user, whom QGIS lets no plugin ask before."""
        if self._has_unsaved() and self._session is not None and not self._session.saving:
            self._tell(self.tr("The edits are not saved: save the version, or discard it."), Qgis.MessageLevel.Warning)
        else:
            self._end()

    def _end(self) -> None:
        """End the correction, and show the layer of the mask again."""
        session, self._session, self._awaited = self._session, None, None
        if session is not None:
            session.overlay.remove()
            _show_layer(session.layer_id, shown=True)
        tool, self._tool = self._tool, None
        if tool is not None:
            self._canvas.unsetMapTool(tool)
            tool.deleteLater()
            with suppress(RuntimeError):  # deleted meanwhile
                self._canvas.setMapTool(self._tool_before)
        self._tool_before = None
        self._uncheck_tools()
        self._refresh()
        self.hide()

    def _tell(self, text: str, level: Qgis.MessageLevel) -> None:
        self._iface.messageBar().pushMessage(self.windowTitle(), as_html(text), level)


def _show_layer(layer_id: str, *, shown: bool) -> None:
    node = QgsProject.instance().layerTreeRoot().findLayer(layer_id)
    if node is not None:
        node.setItemVisibilityChecked(shown)


def _tool_button(text: str, icon: QIcon, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setIcon(icon)
    button.setToolTip(tip)
    button.setCheckable(True)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button


def _swatch(colour: tuple[int, int, int]) -> QIcon:
    """Return a square of a colour with an edge, by which white shows on white."""
    picture = QPixmap(16, 16)
    picture.fill(QColor(_EDGE))
    painter = QPainter(picture)
    painter.fillRect(1, 1, 14, 14, QColor(*colour))
    painter.end()
    return QIcon(picture)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    return row
