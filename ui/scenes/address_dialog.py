"""The window in which addresses of products are typed or pasted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from qgis.gui import QgsAuthConfigSelect
from qgis.PyQt import uic
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QWidget

from ...core.addresses.location import Location, parse
from ...core.errors import SettingError
from ..guide_window import open_on_f1
from ..shared.authentication import use_authentication
from ..widgets import explain

_SHOWN_FAULTS = 3
_EXAMPLES = """https://server.example.org/S2B_MSIL1C_20240601T101559_N0510_R065_T33UUU_20240601T123456.SAFE
https://server.example.org/season.zip
s3://bucket/folder/S2B_MSIL2A_20240601T101559_N0510_R065_T33UUU_20240601T123456.zarr"""


class AddressDialog(QDialog):
    """A window with a list of addresses, laid out by `address_dialog.ui`; each line is checked as it is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self.authentication = QgsAuthConfigSelect(self)
        self.authentication.setToolTip(
            self.tr(
                "For hosts that want a login: user and password, a header or a token; for a bucket, key and secret. "
                "Without it, variables of the environment and profiles count."
            )
        )
        self.authentication_row.addWidget(self.authentication)
        self.authentication_label.setBuddy(self.authentication)
        self.setTabOrder(self.addresses, self.authentication)
        self.addresses.textChanged.connect(self._check)
        self.addresses.setPlaceholderText(_EXAMPLES)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Add"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        open_on_f1(self)
        self._check()

    def locations(self) -> list[Location]:
        """Return what the lines say, each once; lines with a fault are left out."""
        found = (one for _number, one in self._lines() if not isinstance(one, SettingError))
        return list(dict.fromkeys(found))

    def accept(self) -> None:
        """Close the window, and use the authentication for the hosts of the addresses."""
        try:
            use_authentication(self.authentication.configId(), self.locations())
        except SettingError as error:
            self._show([str(error)])
        else:
            super().accept()

    def _lines(self) -> Iterator[tuple[int, Location | SettingError]]:
        """Yield the number of each line that says something, from 1, and its location or its fault."""
        for number, line in enumerate(self.addresses.toPlainText().splitlines(), start=1):
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            try:
                yield number, _location(line.strip().strip('"'))
            except SettingError as error:
                yield number, error

    def _check(self) -> None:
        """Show the faults of the lines; without a fault, products can be added."""
        faults = [(number, one) for number, one in self._lines() if isinstance(one, SettingError)]
        text = self.tr("Line {number}: {fault}")
        shown = [text.format(number=number, fault=fault) for number, fault in faults[:_SHOWN_FAULTS]]
        if len(faults) > _SHOWN_FAULTS:
            shown.append(self.tr("Further lines with faults: {count}").format(count=len(faults) - _SHOWN_FAULTS))
        self._show(shown)
        explain(
            self.buttons.button(QDialogButtonBox.StandardButton.Ok),
            self.tr("Add the products to the list"),
            (bool(faults), self.tr("Correct the lines with faults.")),
            (not self.locations(), self.tr("Enter at least one address.")),
        )

    def _show(self, faults: list[str]) -> None:
        self.faults.setText("\n".join(faults))
        self.faults.setVisible(bool(faults))


def _location(text: str) -> Location:
    """Read a location; a path from the current folder is an address whose beginning was left out.

    Raises:
        SettingError: see `parse`.
    """
    found = parse(text)
    if isinstance(found, Path) and not found.is_absolute():
        raise SettingError("{address} is no whole address. It begins with https://, s3:// or gs://.", address=text)
    return found
