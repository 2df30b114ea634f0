"""The panel in which a person corrects a mask: classes, tools, undo, and saving as a new version."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCsException,
    QgsGeometry,
    QgsMapLayer,
    QgsProject,
)
from qgis.gui import QgisInterface
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

from ...core.errors import CloudS2MaskError, OutsideAreaError
from ...core.html_page import as_html
from ...core.masks.shares import clear_text
from ..area.tools import AreaTool, PolygonTool
from ..shared.background import Worker, why_failed
from ..shared.layer_tree import add_layers, make_active, mask_layer
from ..shared.layers import open_layers
from ..shared.raster_source import file_of
from ..shared.rich_text import literal
from ..widgets import explain
from .overlay import Overlay, line_and_column, mask_transform
from .tools import BrushTool, PatchTool

if TYPE_CHECKING:
    from ...core.classes import MaskClass
    from ...core.correction.painting import Correction
    from ...core.correction.version import MaskToCorrect
    from ...core.masks.result import MaskResult
    from ...core.raster.area import AreaOnGrid

_POLYGON, _BRUSH, _PATCH = range(3)
_QUEUED = Qt.ConnectionType.QueuedConnection
_BRUSH_PIXELS = 5
"""Width of the brush at the start, in pixels of the mask."""
_CORNERS = 12
"""Segments of a quarter of the brush's outline."""
_COLUMNS = 2
_EDGE = "#808080"
_LETTERS, _ACROSS = 40, Qt.Orientation.Horizontal
"""Width of the panel in letters, at first."""


class CorrectionPanel(QDockWidget):
    """A panel beside the map; the file of the mask is never changed."""

    saved = pyqtSignal(object)
    """Emitted with the `MaskResult` of a new version."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(iface.mainWindow())
        self.setObjectName("cloud_s2_mask_correction")
        self.setWindowTitle(self.tr("Correct mask"))
        self._iface, self._canvas = iface, iface.mapCanvas()
        self._worker = Worker(self)
        self._worker.changed.connect(self._refresh)
        self._source: MaskToCorrect | None = None
        self._correction: Correction | None = None
        self._overlay: Overlay | None = None
        self._layer_id = ""
        self._tool: AreaTool | None = None
        self._saving = self._closed = False
        self._build()
        QgsProject.instance().cleared.connect(self._end)
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
            self._refuse(error)
            return
        self._layer_id = layer.id()
        self.title.setText(self.tr("Reading {name}…").format(name=literal(layer.name())))
        self.show()
        self.raise_()
        self._iface.mainWindow().resizeDocks([self], [_LETTERS * self.fontMetrics().averageCharWidth()], _ACROSS)
        self._worker.call(partial(MaskToCorrect.read, path), partial(self._begin, layer.id()), self._refuse)

    def shut_down(self) -> None:
        """End the correction without asking, before the plugin or QGIS closes; it may be called twice."""
        if self._closed:
            return
        self._closed = True
        self._worker.close()
        self._end()
        QgsProject.instance().cleared.disconnect(self._end)
        self._canvas.removeEventFilter(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before unsaved edits are dropped."""
        if self._give_up():
            event.accept()
        else:
            event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Undo and redo by the keys of QGIS while a mask is corrected; QGIS would take them for its own layers."""
        if self._correction is None or event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
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

    def _begin(self, layer_id: str, source: MaskToCorrect) -> None:
        from ...core.correction.painting import Correction

        if layer_id != self._layer_id:
            return  # the user has closed the panel, or chosen another mask, meanwhile
        self._source, self._correction = source, Correction(source.pixels.copy())
        self._list_classes(source.classes)
        pixel = source.written.grid.pixel_size
        self.brush.setRange(pixel, 1000 * pixel)
        self.brush.setSingleStep(2 * pixel)
        self.brush.setValue(_BRUSH_PIXELS * pixel)
        self.title.setText(literal(f"{source.former.acquisition.title}, {clear_text(source.former.clear_percent)}"))
        self.title.setToolTip(literal(str(source.written.path)))
        self._overlay = Overlay(self._canvas, self._correction.pixels, source.written.grid, source.classes)
        self._show_layer(shown=False)
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

    def _refuse(self, error: Exception) -> None:
        self._end()
        self._tell(why_failed(error), Qgis.MessageLevel.Warning)

    def _refresh(self) -> None:
        """Enable what is possible now."""
        correction, busy = self._correction, self._worker.is_busy()
        for button in (*self.classes.buttons(), *self.tools.buttons(), self.brush):
            button.setEnabled(correction is not None and not self._saving)
        saving = self._saving, self.tr("The version is being saved.")
        nothing = self.tr("Nothing has been painted yet.")
        edited = correction is not None and correction.can_undo
        explain(self.undo, self.tr("Undo the last edit (Ctrl+Z)"), saving, (not edited, nothing))
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
        tool.drawn.connect(partial(self._drawn, number), _QUEUED)
        tool.cancelled.connect(self._renew_tool, _QUEUED)
        tool.deactivated.connect(partial(self._left, tool), _QUEUED)
        self._canvas.setMapTool(tool)
        self.hint.setText(tool.instruction())
        if former is not None:
            former.deleteLater()

    def _made_tool(self, number: int) -> AreaTool:
        if number == _BRUSH:
            return BrushTool(self._canvas, self._swath_on_map)
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
        self.hint.setText(self.tr("Choose a tool to go on.") if self._correction is not None else "")

    def _swath(self, way: QgsGeometry) -> QgsGeometry:
        """Return the outline of the brush along a way on the map, in the CRS of the mask; empty outside the CRS."""
        if self._source is None:
            return QgsGeometry()
        there = QgsGeometry(way)
        try:
            there.transform(mask_transform(self._canvas, self._source.written.grid))
        except QgsCsException:
            return QgsGeometry()
        # Half a diagonal of a pixel at least, so that the brush always meets the centre of one.
        return there.buffer(max(self.brush.value() / 2, 0.71 * self._source.written.grid.pixel_size), _CORNERS)

    def _swath_on_map(self, way: QgsGeometry) -> QgsGeometry:
        outline = self._swath(way)
        if self._source is None or outline.isEmpty():
            return QgsGeometry()
        to_mask = mask_transform(self._canvas, self._source.written.grid)
        try:
            outline.transform(to_mask, Qgis.TransformDirection.Reverse)
        except QgsCsException:
            return QgsGeometry()
        return outline

    def _drawn(self, number: int, drawing: QgsGeometry) -> None:
        """Paint what was drawn on the map."""
        if self._source is None or self._saving:
            return
        grid, name = self._source.written.grid, self._source.written.path.name
        value = self.classes.checkedId()
        if number == _PATCH:
            from ...core.correction.painting import connected_patch

            try:
                point = mask_transform(self._canvas, grid).transform(drawing.asPoint())
            except QgsCsException:
                return
            line, column = (int(part // 1) for part in line_and_column(grid, point))
            self._paint(lambda correction: connected_patch(correction.pixels, line, column), value)
        else:
            from ...core.raster.area import AreaOfInterest

            crs = grid.crs if number == _BRUSH else self._canvas.mapSettings().destinationCrs().toWkt()
            outline = self._swath(drawing) if number == _BRUSH else drawing
            if not outline.isEmpty():
                shape = bytes(outline.asWkb())
                self._paint(lambda _correction: AreaOfInterest(shape, crs).on(grid, name), value)
        self._renew_tool()

    def _paint(self, area: Callable[[Correction], AreaOnGrid | None], value: int) -> None:
        """Find an area in the background, and paint it."""

        def work(correction: Correction) -> bool:
            try:
                found = area(correction)
            except OutsideAreaError:
                found = None
            return found is not None and correction.paint(found, value)

        self._change(work)

    def _change(self, work: Callable[[Correction], Any]) -> None:
        """Change the mask in the background, in the order of the user's edits, and show it."""
        correction = self._correction
        if correction is None:
            return

        def done(changed: bool | None) -> None:
            if changed is False:
                self.hint.setText(self.tr("Nothing changes there: it has this class, or no data."))
            if self._overlay is not None:
                self._overlay.renew()
            self._refresh()

        self._worker.call(partial(work, correction), done, self._failed)

    def _failed(self, error: Exception) -> None:
        self._saving = False
        self._refresh()
        self._tell(why_failed(error), Qgis.MessageLevel.Warning)

    def _save(self) -> None:
        source, correction = self._source, self._correction
        if source is None or correction is None:
            return

        def work() -> tuple[MaskResult, list[Any]]:
            result = source.save(correction.pixels)
            return result, open_layers(result)

        self._saving = True
        self._worker.call(work, self._saved, self._failed)

    def _saved(self, done: tuple[MaskResult, list[Any]]) -> None:
        (result, layers), source, former = done, self._source, self._layer_id
        self._end()
        project = QgsProject.instance()
        add_layers(project, result, layers)
        node = project.layerTreeRoot().findLayer(former)
        if node is not None:
            node.setItemVisibilityChecked(False)  # the version stands for it
        shown = mask_layer(project, result)
        if shown is not None:
            make_active(self._iface, shown)
        text = self.tr("A new version of {scene} was saved: {clear}, before {former}.").format(
            scene=result.acquisition.title,
            clear=clear_text(result.clear_percent),
            former=clear_text(source.former.clear_percent if source else None),
        )
        level = Qgis.MessageLevel.Warning if result.warnings else Qgis.MessageLevel.Success
        self._tell(" ".join((text, *result.warnings)), level)
        self.saved.emit(result)

    def _give_up(self) -> bool:
        """End the correction, unless the user keeps edits that are not saved."""
        if self._saving:
            return False
        if self._correction is not None and self._correction.can_undo:
            text = self.tr("The edits are not saved. Discard them?")
            if QMessageBox.question(self, self.windowTitle(), text) != QMessageBox.StandardButton.Yes:
                return False
        self._end()
        return True

    def _end(self) -> None:
        """End the correction, and show the layer of the mask again."""
        self._saving = False
        if self._overlay is not None:
            self._overlay.remove()
            self._show_layer(shown=True)
        self._layer_id = ""
        tool, self._tool = self._tool, None
        if tool is not None:
            self._canvas.unsetMapTool(tool)
            tool.deleteLater()
        self._source = self._correction = self._overlay = None
        self._uncheck_tools()
        self._refresh()
        self.hide()

    def _show_layer(self, *, shown: bool) -> None:
        node = QgsProject.instance().layerTreeRoot().findLayer(self._layer_id)
        if node is not None:
            node.setItemVisibilityChecked(shown)

    def _tell(self, text: str, level: Qgis.MessageLevel) -> None:
        self._iface.messageBar().pushMessage(self.windowTitle(), as_html(text), level)


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
