"""Explain disabled buttons, and let the user choose and open files and folders."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QAbstractItemView, QDialog, QFileDialog, QListView, QMessageBox, QTreeView, QWidget

from .shared.rich_text import literal


def explain(button: QWidget, tool_tip: str, *obstacles: tuple[bool, str]) -> None:
    """Enable a button unless an obstacle applies, which its tool tip then names."""
    reason = next((text for applies, text in obstacles if applies), "")
    button.setEnabled(not reason)
    button.setToolTip(literal(reason) or tool_tip)


def choose_folders(parent: QWidget, title: str, start: str) -> list[Path]:
    """Let the user choose several folders; empty if none were chosen.

    This is Qt's dialog, because those of the systems select one folder only.
    """
    dialog = QFileDialog(parent, title, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    for view in [dialog.findChild(QListView, "listView"), dialog.findChild(QTreeView, "treeView")]:
        if view is not None:
            view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return []
    return [Path(name) for name in dialog.selectedFiles()]


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
