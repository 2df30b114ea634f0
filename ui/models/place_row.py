"""Choose where published weights are downloaded from: the authors' hosts, a mirror, or a folder on this computer."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from qgis.core import QgsSettings
from qgis.gui import QgsAuthConfigSelect, QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import SettingError
from ...core.fetching.model import check_mirror
from ..shared.host import SETTINGS_GROUP
from ..shared.qgis_transport import DownloadSettings

_AUTHORS, _MIRROR, _FOLDER = range(3)
_LAST = f"{SETTINGS_GROUP}/last_"


class _Entered(NamedTuple):
    """The values that were entered last, so that it can be chosen again after another place was in use."""

    mirror: str
    weights_folder: str
    authcfg: str

    @classmethod
    def read(cls) -> _Entered:
        return cls(*(QgsSettings().value(f"{_LAST}{name}", "", type=str) for name in cls._fields))

    def store(self) -> None:
        for name, value in zip(self._fields, self):
            QgsSettings().setValue(f"{_LAST}{name}", value)


class PlaceRow(QWidget):
    """A row of widgets whose choice is kept in the settings of QGIS."""

    changed = pyqtSignal()
    """Emitted when the place has changed and was stored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = QComboBox()
        for text in (self.tr("the authors' host"), self.tr("a mirror"), self.tr("a folder on this computer")):
            self.choice.addItem(text)
        self.choice.setToolTip(self.tr("Where the weights of published models are downloaded from"))
        text = self.tr("A mirror or a folder is for computers that cannot reach the hosts of the authors.")
        self.choice.setWhatsThis(text)
        self.mirror = QLineEdit()
        self.mirror.setAccessibleName(self.tr("Address of the mirror"))
        self.mirror.setPlaceholderText("https://mirror.example.org")
        self.mirror.setToolTip(self.tr("Address that replaces scheme and host of the authors' one, if that is blocked"))
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setDialogTitle(self.tr("Folder with files of weights"))
        self.folder.setToolTip(self.tr("For computers without internet: a folder with the files, named as published"))
        self.login = QPushButton(self.tr("Lo&gin…"))
        self.login.setAutoDefault(False)
        self.login.setToolTip(self.tr("Choose an authentication of QGIS, if the mirror requires a login"))
        self.details = QStackedWidget()
        for widget in (QWidget(), self._beside(self.mirror, self.login), self.folder):
            self.details.addWidget(widget)
        self.details.setFixedHeight(max(self.choice.sizeHint().height(), self.folder.sizeHint().height()))
        label = QLabel(self.tr("&Download from"))
        label.setBuddy(self.choice)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label)
        layout.addWidget(self.choice)
        layout.addWidget(self.details, 1)
        self._authcfg = ""
        self._restore()
        self.choice.currentIndexChanged.connect(self._chosen)
        self.mirror.editingFinished.connect(self._store)
        self.folder.fileChanged.connect(self._store)
        self.login.clicked.connect(self._choose_login)

    def place(self) -> DownloadSettings:
        """Return the chosen place; that of the authors as long as the address or the folder is empty."""
        index = self.choice.currentIndex()
        mirror = self.mirror.text().strip() if index == _MIRROR else ""
        folder = self.folder.filePath().strip() if index == _FOLDER else ""
        return DownloadSettings(mirror, Path(folder) if folder else None, self._authcfg if mirror else "")

    def is_folder(self) -> bool:
        """Return True if a folder on this computer is chosen."""
        return bool(self.choice.currentIndex() == _FOLDER)

    def why_not_usable(self) -> str:
        """Return the reason why the place cannot be used; empty if it can."""
        index, place = self.choice.currentIndex(), self.place()
        if index == _MIRROR:
            if not place.mirror:
                return self.tr("Enter the address of the mirror, such as https://mirror.example.org")
            try:
                check_mirror(place.mirror)
            except SettingError as error:
                return str(error)
        elif index == _FOLDER and (place.folder is None or not place.folder.is_dir()):
            return self.tr("Choose the folder that holds the files of weights")
        return ""

    def _restore(self) -> None:
        place, entered = DownloadSettings.read(), _Entered.read()
        self._authcfg = place.authcfg or entered.authcfg
        self.mirror.setText(place.mirror or entered.mirror)
        self.folder.setFilePath(str(place.folder or entered.weights_folder))
        index = _FOLDER if place.folder else _MIRROR if place.mirror else _AUTHORS
        self.choice.setCurrentIndex(index)
        self.details.setCurrentIndex(index)

    def _chosen(self, index: int) -> None:
        self.details.setCurrentIndex(index)
        self._store()
        if index:
            (self.mirror if index == _MIRROR else self.folder).setFocus()

    def _store(self, *_value: object) -> None:
        self.place().store()
        _Entered(self.mirror.text().strip(), self.folder.filePath().strip(), self._authcfg).store()
        self.changed.emit()

    def _choose_login(self) -> None:
        """Let the user choose an entry of QGIS's authentication database."""
        dialog = QDialog(self)
        dialog.setWindowTitle(self.tr("Login for the mirror"))
        layout = QVBoxLayout(dialog)
        logins = QgsAuthConfigSelect(dialog)
        logins.setConfigId(self._authcfg)
        layout.addWidget(logins)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.accepted.connect(dialog.accept)
        buttons.rejected.connect(dialog.reject)
        layout.addWidget(buttons)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._authcfg = logins.configId()
            self._store()

    def _beside(self, *widgets: QWidget) -> QWidget:
        """Put widgets beside each other into one."""
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            layout.addWidget(widget)
        return row
