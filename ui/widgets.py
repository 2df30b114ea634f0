"""Buttons that say why they are disabled."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QAbstractItemView, QDialog, QFileDialog, QListView, QMessageBox, QTreeView, QWidget


def explain(button: QWidget, what: str, *obstacles: tuple[bool, str]) -> None:
    """Enable a button unless something is in the way, which its tool tip then says."""
    reason = next((text for applies, text in obstacles if applies), "")
    button.setEnabled(not reason)
    button.setToolTip(reason or what)


def choose_folders(parent: QWidget, title: str, start: str) -> list[Path]:
    """Let a person pick folders; empty if none were.

    The system's own dialogs take one folder only, so this is Qt's, told to select more.
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
    """Let a person name a file; one without a suffix is given that of the proposed one.

    Returns:
        None if there is to be none.
    """
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
    path = Path(chosen)
    if not chosen or path.suffix:
        return path if chosen else None
    path = path.with_suffix(proposed.suffix)
    if path.exists():  # the system's own question was about the name as it was typed
        text = QCoreApplication.translate("SaveDialog", "{path} exists. Overwrite it?").format(path=path)
        if QMessageBox.question(parent, title, text) != QMessageBox.StandardButton.Yes:
            return None
    return path
