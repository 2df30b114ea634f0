"""Choose a file to be written."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox, QWidget


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
