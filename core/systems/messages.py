"""The request that the process of one model gets, and its answer, as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from ..addresses.location import absolute, href, parse
from ..areas.area import AreaOfInterest
from ..errors import CloudS2MaskError
from ..settings import OPTIONS, MaskSettings, ProductsToFolder


class Request(NamedTuple):
    """The scene to mask, and the place of the packages for it."""

    settings: MaskSettings
    """One product into a folder, without a valid mask."""
    packages: Path | None
    """Folder of the packages that were installed for the plugin, see `make_importable`; None if there is none."""

    def packed(self) -> str:
        """Return the request as JSON."""
        settings = self.settings
        fields = {
            "packages": self.packages and str(self.packages),
            "product": href(absolute(settings.paths[0])),
            "folder": str(settings.job.folder.absolute()),
            "options": {name: _plain(getattr(settings, name)) for name in OPTIONS},
            "area": settings.area and _packed_area(settings.area),
        }
        return json.dumps(fields)

    @classmethod
    def unpacked(cls, text: str) -> Request:
        """Read a request from JSON."""
        fields = json.loads(text)
        job = ProductsToFolder((parse(fields["product"]),), Path(fields["folder"]))
        options = {name: _read(name, value) for name, value in fields["options"].items()}
        settings = MaskSettings(job, **options)
        if fields["area"]:
            settings = replace(settings, area=_unpacked_area(**fields["area"]))
        return cls(settings, Path(fields["packages"]) if fields["packages"] else None)


class Answer(NamedTuple):
    """The outcome of a scene: a mask or an error."""

    peak_bytes: int | None
    """The most memory that the process has held at a time; None if the system does not tell."""
    mask: Path | None = None
    error: CloudS2MaskError | None = None

    def packed(self) -> str:
        """Return the answer as JSON."""
        mask, error = self.mask and str(self.mask), self.error and self.error.packed()
        return json.dumps({"peak_bytes": self.peak_bytes, "mask": mask, "error": error})

    @classmethod
    def unpacked(cls, text: str) -> Answer:
        """Read an answer from JSON; its error is in the user's language."""
        fields = json.loads(text)
        error = CloudS2MaskError.unpacked(fields["error"]) if fields["error"] else None
        return cls(fields["peak_bytes"], Path(fields["mask"]) if fields["mask"] else None, error)


def _plain(value: object) -> object:
    return str(value.absolute()) if isinstance(value, Path) else value


def _read(name: str, value: Any) -> Any:
    return Path(value) if value is not None and OPTIONS[name].kind is Path else value


def _packed_area(area: AreaOfInterest) -> dict[str, Any]:
    if isinstance(area.geometry, bytes):
        return {"crs": area.crs, "wkb": area.geometry.hex()}
    return {"crs": area.crs, "geojson": area.geometry}


def _unpacked_area(crs: str, wkb: str = "", geojson: str = "") -> AreaOfInterest:
    return AreaOfInterest(bytes.fromhex(wkb) if wkb else geojson, crs)
