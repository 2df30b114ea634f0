"""Explain disabled buttons, fit windows to the screen, and let the user choose and open files and folders."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsScrollArea
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QSize, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QFrame,
    QListView,
    QMessageBox,
    QSizePolicy,
    QToolTip,
    QTreeView,
    QWidget,
)

from .shared.rich_text import literal

_FRAME = QSize(20, 60)
"""Room for the frame and the title of a window, in logical pixels."""


class LowArea(QgsScrollArea):
    """An area as high as its widget, which scrolls where the window is lower."""

    def __init__(self, widget: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Return the size that shows the whole widget."""
        return self.widget().sizeHint() + self.size() - self.maximumViewportSize()  # themes may add borders

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widget beside a scroll bar, if it is not too wide, and the height of a few lines."""
        bar, line = self.verticalScrollBar().sizeHint().width(), self.fontMetrics().height()
        return QSize(min(self.widget().minimumSizeHint().width() + bar, 44 * line), 5 * line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with the widget."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return bool(super().eventFilter(watched, event))


def explain(button: QWidget, tool_tip: str, *obstacles: tuple[bool, str]) -> None:
    """Enable a button unless an obstacle applies, which its tool tip then names."""
    reason = next((text for applies, text in obstacles if applies), "")
    button.setEnabled(not reason)
    button.setToolTip(literal(reason) or tool_tip)


def set_tab_order(*widgets: QWidget) -> None:
    """Set the order of the Tab key; after a widget come those of its parts that are not in the list themselves."""
    stops: list[QWidget] = []
    for widget in widgets:
        parts = [part for part in widget.findChildren(QWidget) if part not in widgets and part.focusProxy() is None]
        parts = [part for part in (widget, *parts) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
        stops += [part for part in parts if part.window() is widget.window()]
    for before, after in zip(stops, stops[1:]):
        QWidget.setTabOrder(before, after)


class _Lock(QObject):
    """The reason why a panel is grey, shown in place of the tool tips of its widgets, which may change meanwhile."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self.reason = ""
        for widget in _parts(panel):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer a request for a tool tip."""
        if event.type() != QEvent.Type.ToolTip:
            return False
        QToolTip.showText(event.globalPos(), literal(self.reason), watched)
        return True


def lock(panel: QWidget, reason: str) -> None:
    """Make all widgets of a panel grey for a reason, which their tool tips then tell; an empty one undoes that."""
    former = panel.findChild(_Lock, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if reason:
        (former or _Lock(panel)).reason = reason
    elif former is not None:
        for widget in _parts(panel):
            widget.removeEventFilter(former)
        former.setParent(None)
        former.deleteLater()
    panel.setEnabled(not reason)


def _parts(panel: QWidget) -> list[QWidget]:
    """List a panel and its widgets, without those of windows that belong to it."""
    return [part for part in (panel, *panel.findChildren(QWidget)) if part.window() is panel.window()]


def fit_to_screen(window: QWidget) -> None:
    """Shrink a window that is larger than its screen, so that its buttons can be reached."""
    window.resize(window.geometry().size().boundedTo(window.screen().availableSize() - _FRAME))


def grow(window: QWidget, height: int) -> int:
    """Make a window higher, or lower by a negative height, but not higher than its screen; it moves up if need be.

    Returns:
        The pixels by which its height has changed; 0 for a window that fills the screen.
    """
    if window.isMaximized() or window.isFullScreen():
        return 0
    place, most = window.screen().availableGeometry(), (window.screen().availableSize() - _FRAME).height()
    height = min(height, max(0, most - window.height()))
    beyond = window.frameGeometry().bottom() + height - place.bottom()
    if height > 0 and beyond > 0:
        window.move(window.x(), max(place.top(), window.y() - beyond))
    window.resize(window.width(), window.height() + height)
    return height


class Growth(QObject):
    """Makes a window higher while more is shown in it, and then as it was."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._added = self._raised = 0
        """Pixels by which the window is higher, and by which it was moved up for that."""

    def begin(self, height: int) -> None:
        """Make the window higher, as far as the screen allows."""
        before = self._window.y()
        self._added = grow(self._window, height)
        self._raised = before - self._window.y()

    def end(self) -> None:
        """Make the window as high again as it was, where it was."""
        grow(self._window, -self._added)
        self._window.move(self._window.x(), self._window.y() + self._raised)
        self._added = self._raised = 0


def place_beside(window: QWidget, map_view: QWidget) -> None:
    """Move a window to the right or lower edge of the screen, where more of the map stays visible.

    The window is made smaller if it would cover more than two thirds of the map's width or height.
    """
    screen = _room_beside(map_view)
    seen = QRect(map_view.mapToGlobal(QPoint(0, 0)), map_view.size()) & screen
    size = window.size().boundedTo(screen.size())
    narrow = QSize(max(min(size.width(), seen.width() * 2 // 3), window.minimumSizeHint().width()), size.height())
    low = QSize(size.width(), max(min(size.height(), seen.height() * 2 // 3), window.minimumSizeHint().height()))
    left = (screen.right() - narrow.width() - seen.left()) * seen.height()
    above = (screen.bottom() - low.height() - seen.top()) * seen.width()
    window.resize(narrow if left > above else low)
    place_in_corner(window, map_view)


def place_in_corner(window: QWidget, map_view: QWidget) -> None:
    """Move a window to the lower right corner of the screen, where it covers the least of the map and the layers."""
    window.move(_room_beside(map_view).bottomRight() - QPoint(window.width(), window.height()))


def _room_beside(map_view: QWidget) -> QRect:
    """Return the part of the map's screen in which a window can be, with a margin at the right and lower edge."""
    screen: QRect = map_view.screen().availableGeometry()
    return screen.adjusted(0, _FRAME.height() // 2, -_FRAME.width(), -_FRAME.width())


class MakeWay(QObject):
    """Places a window beside the map while something is done there, and back, unless the user has moved it since."""

    def __init__(self, window: QWidget, map_view: QWidget) -> None:
        super().__init__(window)
        self._window, self._map_view = window, map_view
        self._before = self._beside = QRect()

    def switch(self, beside: bool) -> None:
        """Place the window beside the map, or back."""
        if beside:
            self._before = self._window.geometry()
            place_beside(self._window, self._map_view)
            self._beside = self._window.geometry()
        elif self._window.geometry() == self._beside:
            self._window.setGeometry(self._before)


def choose_folders(parent: QWidget, title: str, start: str) -> list[Path]:
    """Let the user choose several folders; empty if none were chosen.

    A double-click on a .SAFE or .zarr folder chooses it, because nothing below it is to be chosen. This is Qt's dialog,
    because those of the systems select one folder only.
    """
    dialog = QFileDialog(parent, title, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    width = (
        100 * dialog.fontMetrics().averageCharWidth()
    )  # names of products have 65 characters, some of them wide ones
    dialog.resize(width * 3 // 2, width * 3 // 4)
    for view in [dialog.findChild(QListView, "listView"), dialog.findChild(QTreeView, "treeView")]:
        if view is not None:
            view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        if isinstance(view, QTreeView):
            view.setColumnWidth(0, width)
            for column in (1, 2):  # size and type of a folder say nothing
                view.hideColumn(column)
    for name in ("fileTypeLabel", "fileTypeCombo"):  # there is only one type
        widget = dialog.findChild(QWidget, name)
        if widget is not None:
            widget.hide()
    entered: list[Path] = []

    def enter(folder: str) -> None:
        if folder.upper().endswith((".SAFE", ".ZARR")):
            entered[:] = [Path(folder)]
            dialog.done(QDialog.DialogCode.Accepted)

    dialog.directoryEntered.connect(enter)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return []
    return entered or [Path(name) for name in dialog.selectedFiles()]


def choose_file_to_write(parent: QWidget, title: str, proposed: Path, kinds: str) -> Path | None:
    """Let the user choose a file to write; a name without a suffix gets that of the proposed file.

    Returns:
        The path; None if the user cancelled.
    """
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
    path = Path(chosen)
    if not chosen or path.suffix:
        return path if chosen else None
    path = path.with_suffix(proposed.suffix)
    if path.exists():  # the file dialog asks only about the name as typed
        text = QCoreApplication.translate("SaveDialog", "{path} exists. Overwrite it?").format(path=path)
        text = literal(text)
        if QMessageBox.question(parent, title, text) != QMessageBox.StandardButton.Yes:
            return None
    return path


def open_folder(parent: QWidget | None, folder: Path) -> None:
    """Open a folder in the file manager, or say that this is not possible."""
    if not folder.is_dir() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        text = QCoreApplication.translate("OpenFolder", "{folder} cannot be opened.").format(folder=folder)
        QMessageBox.warning(parent, QCoreApplication.translate("OpenFolder", "Open folder"), literal(text))
