"""The place of published weights, kept in the settings of QGIS: the authors' hosts, a mirror, or a folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsSettings

from .host import SETTINGS_GROUP


@dataclass(frozen=True)
class WeightsPlace:
    """The place from which files of weights are taken; the authors' hosts if all fields are empty."""

    mirror: str = ""
    """Address that replaces scheme and host of the authors' one."""
    folder: Path | None = None
    """Folder with the files, by their published names; no host is asked."""
    authcfg: str = ""
    """Id of the entry in QGIS's authentication database that the mirror requires."""


def stored_place() -> WeightsPlace:
    """Read the place from the settings."""
    values = {name: QgsSettings().value(f"{SETTINGS_GROUP}/{name}", "", type=str) for name in _NAMES}
    folder = values["weights_folder"]
    return WeightsPlace(values["mirror"], Path(folder) if folder else None, values["authcfg"])


def store_place(place: WeightsPlace) -> None:
    """Write the place to the settings."""
    for name, value in zip(_NAMES, (place.mirror, str(place.folder or ""), place.authcfg)):
        QgsSettings().setValue(f"{SETTINGS_GROUP}/{name}", value)


_NAMES = ("mirror", "weights_folder", "authcfg")
