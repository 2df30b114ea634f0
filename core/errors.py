"""The errors shown to a user: a class for each case that code or a user treats differently."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from string import Formatter
from typing import Any, Protocol

from .language import listed, marked, message, packed, unpacked_values

HOW_TO_FETCH = marked("Install it with Raster > CloudS2Mask > Install or update components; without QGIS: make models")
"""Remedy for a network that a package provides."""

HOW_TO_DOWNLOAD = marked(
    "Download it with Raster > CloudS2Mask > Models, or clouds2mask:fetchmodel in the toolbox; without QGIS: make fetch"
)
"""Remedy for a network whose weights are published."""

HOW_TO_BRING = marked(
    "Download the weights from the authors' page, and import them with Raster > CloudS2Mask > Models, or with "
    "clouds2mask:importmodel in the toolbox; without QGIS: make fetch FROM=folder"
)
"""Remedy for a network whose published weights can only be downloaded by hand."""

HOW_TO_REACH = marked("Check the connection and the proxy, set a mirror, or choose a folder that holds the file.")
"""Remedy for a host that does not give a file."""

HOW_TO_TRUST = marked(
    "If your organisation inspects connections, add its certificate in QGIS (Settings > Options > Authentication), or "
    "name it in the variable REQUESTS_CA_BUNDLE."
)
"""Remedy for a host whose certificate is not accepted."""

HOW_TO_IMPORT = marked("Import the model again, or remove it, with Raster > CloudS2Mask > Models.")
"""Remedy for an imported network."""


_PLACE = re.compile(r"^T\d\d[A-Z]{3}_\d{8}T\d{6}_")
"""Tile and time, with which the names of all band files of a product begin."""


class Named(Protocol):
    """A path or an address."""

    @property
    def name(self) -> str:
        """Last part of it."""


class CloudS2MaskError(Exception):
    """Base of all errors shown to a user; `str()` gives whole sentences in the user's language."""

    def __init__(self, template: str, /, **values: object) -> None:
        """Translate the message and insert its values: the problem, the file, and the remedy.

        Args:
            template: In English; a literal, which translators' tools read from the source; `{name}` stands for a value.
            values: By name, see `message`; kept, so that callers and tests do not have to parse the sentence.
        """
        super().__init__(message(template, **values))
        self._template = template
        # A stored exception would keep its frames and their arrays alive.
        self._given: dict[str, Any] = {
            name: str(value) if isinstance(value, BaseException) else value for name, value in values.items()
        }
        self.values: dict[str, Any] = {
            name: listed(value) if isinstance(value, (list, tuple)) else value for name, value in self._given.items()
        }

    def packed(self) -> dict[str, Any]:
        """Return the error as values that JSON can hold, for another process; see `unpacked`."""
        return packed(self._template, self._given)

    @classmethod
    def unpacked(cls, held: Mapping[str, Any]) -> CloudS2MaskError:
        """Return an error of another process, which had no translator, in the user's language."""
        return cls(held["template"], **unpacked_values(held))

    def renamed(self, names: Mapping[str, str], fields: Collection[str]) -> str:
        """Return the message with other names in its own words and in some of its values; all else stays as it is.

        Args:
            names: The other names, by those that are replaced; ordinary words are replaced in values only.
            fields: The values that are names, of which several may be listed or joined by ` + `.
        """
        unmistakable = [name for name in names if not (name.isalpha() and name.islower())]
        longest_first = sorted(map(re.escape, unmistakable), key=len, reverse=True)  # one may begin as another
        words = re.compile(rf"(?<![\w{{])(?:{'|'.join(longest_first)})(?![\w}}])")
        # What the user has given stands between quotes.
        given = {name for _, name, _, conversion in Formatter().parse(self._template) if conversion}

        def other(value: object) -> object:
            if isinstance(value, (list, tuple)):
                return [other(one) for one in value]
            return " + ".join(names.get(one, one) for one in value.split(" + ")) if isinstance(value, str) else value

        values = {
            name: other(value) if name in fields and name not in given else value for name, value in self._given.items()
        }
        return message(words.sub(lambda word: names[word[0]], self._template), **values)

    def brief(self, path: Named) -> str:
        """Return the message with a path, and the files below it, by their names alone."""
        return message(self._template, **{name: _name_below(value, path) for name, value in self._given.items()})

    def beside(self, path: Named) -> str:
        """Return the brief message for a place that shows the path already: without it."""
        return without_start(self.brief(path), path.name)


def without_start(text: str, name: str) -> str:
    """Return a sentence without the name with which it begins, if it does: it stands beside the name."""
    if not text.startswith(f"{name} "):
        return text
    rest = text[len(name) :].lstrip(" :")
    return rest[:1].upper() + rest[1:]


def _name_below(value: object, path: Named) -> object:
    """Return the name of a file at or below a path, or in it as an archive; other texts without the way to the path."""
    text = str(value)
    if isinstance(value, (list, tuple)) or str(path) not in text:
        return value
    is_file = not isinstance(value, str) or text.startswith((str(path), "/vsizip/"))
    return _PLACE.sub("", text.replace("\\", "/").rpartition("/")[2]) if is_file else text.replace(str(path), path.name)


class SettingError(CloudS2MaskError):
    """An option, or a combination of options, cannot be used."""


class CancelledError(CloudS2MaskError):
    """The user cancelled the run."""


class ProductError(CloudS2MaskError):
    """A path is not a Sentinel-2 product, or the product's files or metadata cannot be used."""


class UnreadableBandError(ProductError):
    """A band file is empty, truncated or otherwise unreadable."""


class AddressError(ProductError):
    """A file behind an address cannot be read: its host is not reached, refuses it, or sends something else."""


class AddressMissingError(AddressError):
    """There is no file behind an address."""


class AddressForbiddenError(AddressError):
    """A file may not be read; a bucket that may not be listed says so of absent files too."""


class RasterError(CloudS2MaskError):
    """A raster cannot be used: unreadable, with wrong bands, values, CRS or pixels, or without a common pixel."""


class OutsideAreaError(CloudS2MaskError):
    """A product does not touch the area of interest."""


class OutputError(CloudS2MaskError):
    """A file cannot be written, or another file has its name."""


class MaskExistsError(OutputError):
    """A mask that was made with other settings has the name of the new one."""

    @property
    def differing(self) -> tuple[str, ...]:
        """The settings that differ, as nouns such as 'buffer'."""
        return tuple(self._given["differing"])


class MemoryShortError(CloudS2MaskError):
    """The system gives too little memory."""


class ModelError(CloudS2MaskError):
    """A model cannot be used or imported."""


class ModelCardError(ModelError):
    """A model card lacks a field or has a wrong value."""


class ModelMissingError(ModelError):
    """The network file of a card has not been downloaded."""


class ModelDamagedError(ModelError):
    """The network file of a card is damaged, or does not match the card."""


class NotFiniteError(ModelDamagedError):
    """A network returns numbers that are not finite."""


class InstallationError(CloudS2MaskError):
    """A Python package is missing, cannot be installed, or is in use and cannot be replaced."""


class DownloadError(CloudS2MaskError):
    """A file cannot be downloaded, or is not the published one."""


class ConnectionLostError(DownloadError):
    """A connection failed, broke or fell silent; a later attempt may succeed."""


class ConsentError(CloudS2MaskError):
    """The licence of a model has to be accepted before its files are downloaded."""


class ClusterError(CloudS2MaskError):
    """The scheduler of a cluster is lost, or its workers cannot mask or were ended."""


class DeviceError(CloudS2MaskError):
    """The installed ONNX Runtime does not offer the requested device, or failed on it."""
