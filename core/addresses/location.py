"""Say where a product or a file lies: a path on a disk, or an address of a web server or a bucket."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Union
from urllib.parse import parse_qs, quote, unquote, urlsplit

from ..errors import SettingError

_GDAL_FOLDERS = {"s3": "/vsis3/", "gs": "/vsigs/"}
_WEB = ("https", "http")
_ADDRESS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):/{1,2}")
_ARCHIVE = re.compile(r"/vsizip/(?:\{(.+?)\}|(/.+?\.zip))(/.*)?$", re.IGNORECASE)
_IN_A_FILE = ("/vsizip/", "/vsicurl/", "/vsicurl?", *_GDAL_FOLDERS.values())


@dataclass(frozen=True)
class Address:
    """The address of a folder or file, or of one in a zip archive, as in `s3://bucket/NAME.zip/NAME.SAFE`.

    It is never shown with its query, which may hold a signature; `href` has it.
    """

    scheme: str
    """`https`, `http`, `s3` or `gs`."""
    host: str
    """Host and port, or the bucket."""
    key: str
    """Path without slashes at its ends; that of a web address with percent-encoding."""
    query: str = field(default="", repr=False)
    """Query of a web address, such as a signature, which files below have as well."""

    def __str__(self) -> str:
        """Return the address without its query."""
        return f"{self.scheme}://{self.host}/{self.key}"

    @property
    def href(self) -> str:
        """The whole address, with secrets that it may contain: to be parsed again, not to be shown or stored."""
        return f"{self}?{self.query}" if self.query else str(self)

    @property
    def name(self) -> str:
        """Last part of the path."""
        return self._plain(self.key.rpartition("/")[2])

    @property
    def suffix(self) -> str:
        """End of the name from its last dot, as of a Path."""
        return PurePosixPath(self.name).suffix

    @property
    def stem(self) -> str:
        """Name without its suffix."""
        return PurePosixPath(self.name).stem

    @property
    def parent(self) -> Address:
        """The folder that contains it; that of a bucket is itself."""
        return replace(self, key=self.key.rpartition("/")[0])

    @property
    def parents(self) -> Iterator[Address]:
        """The folders that contain it, the innermost first."""
        one = self
        while one.key:
            one = one.parent
            yield one

    @property
    def archive(self) -> Address | None:
        """The zip archive that it is or lies in, by its name; None if it has none."""
        return next((one for one in (*reversed([*self.parents]), self) if one.suffix.lower() == ".zip"), None)

    @property
    def gdal_path(self) -> str:
        """Path under which GDAL reads it, with its query."""
        archive = self.archive
        if archive and archive != self:
            member = self._plain(self.key[len(archive.key) + 1 :])
            return f"/vsizip/{{{archive.gdal_path}}}/{member}"
        if self.scheme in _WEB:
            return f"/vsicurl/{self.href}"
        return f"{_GDAL_FOLDERS[self.scheme]}{self.host}/{self.key}"

    def __truediv__(self, name: str | PurePosixPath) -> Address:
        """Return the address of a file below it.

        Raises:
            SettingError: the name is absolute or leads out with `..`; names are read from files of the product.
        """
        below = PurePosixPath(str(name).replace("\\", "/"))
        if below.is_absolute() or ".." in below.parts or ":" in str(below):
            raise SettingError("{name!r} is no name of a file below {address}.", name=str(name), address=self)
        if not below.parts:
            return self
        added = quote(str(below)) if self.scheme in _WEB else str(below)
        return replace(self, key=f"{self.key}/{added}" if self.key else added)

    def _plain(self, part: str) -> str:
        return unquote(part) if self.scheme in _WEB else part


Location = Union[Path, Address]
"""A path or an address; both have a name, a suffix, a parent, files below by `/`, and `str` as messages show them."""


def parse(text: str | Path | Address) -> Location:
    """Read a location as a user writes it.

    Args:
        text: A path, also as `file://`, an address with `https://`, `http://`, `s3://` or `gs://`, or GDAL's path of
            one of these, with `/vsicurl/`, `/vsis3/`, `/vsigs/` or `/vsizip/`.

    Raises:
        SettingError: the address is of another kind, incomplete, or contains a password.
    """
    if not isinstance(text, str):
        return text
    text = text.strip().replace("\\", "/") if text.strip().startswith("/vsi") else text.strip()
    if text.startswith("/vsi"):
        return _of_gdal(text)
    scheme = _ADDRESS.match(text)
    if scheme is None or len(scheme[1]) == 1:  # a drive of Windows
        return Path(text)
    if scheme[1].lower() == "file":
        return Path(unquote(urlsplit(text).path))
    return _of_address(scheme[1].lower(), text[scheme.end() :])


def absolute(location: Location) -> Location:
    """Return a location that does not depend on the current folder."""
    return location if isinstance(location, Address) else location.absolute()


def gdal_path(location: Location) -> str:
    """Return the path under which GDAL reads a location."""
    return location.gdal_path if isinstance(location, Address) else str(location)


def shown(path: str) -> str:
    """Return a path of GDAL for messages: the address of a file behind one, without options and signatures."""
    try:
        return str(parse(path)) if path.startswith("/vsi") else path
    except SettingError:
        return path.partition("?")[0]


def is_signed(path: str) -> bool:
    """Tell if a path of GDAL contains the query of an address, which may be a signature: it is stored nowhere."""
    location = parse(path)
    return isinstance(location, Address) and bool(location.query)


def href(location: Location) -> str:
    """Return the whole text of a location, to be parsed again; that of an address may contain a signature."""
    return location.href if isinstance(location, Address) else str(location)


def _of_gdal(text: str) -> Location:
    """Read GDAL's path of a file behind an address, or in a zip archive.

    Raises:
        SettingError: see `parse`.
    """
    if inside := _ARCHIVE.match(text):
        outer = inside[1] or inside[2]
        archive = parse(outer if outer.startswith(_IN_A_FILE) else outer.replace("//", "/"))
        name = (inside[3] or "").strip("/")
        return archive / name if name else archive
    if text.startswith("/vsicurl?"):
        return parse(parse_qs(text.partition("?")[2]).get("url", [""])[0])
    if text.startswith("/vsicurl/"):
        return parse(text[len("/vsicurl/") :])
    for scheme, folder in _GDAL_FOLDERS.items():
        if text.startswith(folder):
            return _of_address(scheme, text[len(folder) :])
    raise _of_other_kind(text)


def _of_other_kind(text: str) -> SettingError:
    """Make the error for an address that is not read, without the login and the signature that it may contain."""
    return SettingError(
        "{address} is of a kind that is not read. Choose an address with https://, s3:// or gs://.",
        address=re.sub(r"//[^/]*@", "//", text.partition("?")[0]),
    )


def _of_address(scheme: str, rest: str) -> Address:
    if scheme not in (*_WEB, *_GDAL_FOLDERS):
        raise _of_other_kind(f"{scheme}://{rest}")
    host, _, key = rest.partition("/")
    query = ""
    if scheme in _WEB:
        key, _, query = key.partition("#")[0].partition("?")
    if "@" in host:
        raise SettingError(
            "The address of {host} contains a password. Leave it out, and choose an authentication of QGIS, or set the "
            "variables of the environment that the guide names.",
            host=host.rpartition("@")[2],
        )
    parts = [part for part in key.split("/") if part]
    plain = [unquote(part) if scheme in _WEB else part for part in parts]
    if not _is_host(host) or not parts or any(part in {".", ".."} for part in plain):
        raise SettingError("{address} is not a whole address of a product.", address=f"{scheme}://{host}/{key}")
    return Address(scheme, host.lower() if scheme in _WEB else host, "/".join(parts), query)


def _is_host(host: str) -> bool:
    try:
        return bool(urlsplit(f"//{host}").hostname)
    except ValueError:  # brackets without an address in them
        return False
