"""Choose several folders at once."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtWidgets import QAbstractItemView, QDialog, QFileDialog, QListView, QTreeView, QWidget


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
