"""Buttons that say why they are disabled."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QWidget


def explain(button: QWidget, what: str, *obstacles: tuple[bool, str]) -> None:
    """Enable a button unless something is in the way, which its tool tip then says."""
    reason = next((text for applies, text in obstacles if applies), "")
    button.setEnabled(not reason)
    button.setToolTip(reason or what)
