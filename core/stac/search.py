"""Search STAC APIs for scenes, page by page, by plain requests: `pystac-client` would add a package and no field."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from ..addresses.location import Address, Location, parse
from ..addresses.reading import exchange
from ..areas.area import AreaOfInterest
from ..errors import AddressError, CloudS2MaskError, ProductError, SettingError
from ..hosts.transport import never
from .item import StacItem, item_of
from .source import ItemScene, resolve, scene_of

MAX_SCENES = 2_000
"""Most scenes of a search: ten years of a tile."""
_MAX_PAGE_BYTES = 64 * 1024 * 1024
_MAX_FEATURES = 5 * MAX_SCENES
"""Most items that are looked at: an API may answer without end with items that are no scenes of Sentinel-2."""
_PER_PAGE = 100
"""Items of a page: at 20 to 250 kB each."""
_REFUSED = 400
"""HTTP status of APIs for a request that they do not understand."""


class Catalogue(NamedTuple):
    """A public STAC API with scenes of Sentinel-2."""

    title: str
    api: str
    collections: tuple[str, ...]


CATALOGUES = (
    Catalogue(
        "Earth Search (AWS)",
        "https://earth-search.aws.element84.com/v1",
        ("sentinel-2-c1-l2a", "sentinel-2-l2a", "sentinel-2-l1c"),
    ),
    Catalogue(
        "Planetary Computer (Microsoft)", "https://planetarycomputer.microsoft.com/api/stac/v1", ("sentinel-2-l2a",)
    ),
    Catalogue("Copernicus Data Space", "https://stac.dataspace.copernicus.eu/v1", ("sentinel-2-l2a", "sentinel-2-l1c")),
)
"""Those that are offered; any other can be entered."""


@dataclass(frozen=True)
class Search:
    """The conditions of a search."""

    api: str
    """Address of the API, to which `/search` is added."""
    collection: str
    area: AreaOfInterest
    start: date | None = None
    """First day; None: from the beginning."""
    end: date | None = None
    """Last day; None: until today."""
    max_cloud: float = 100
    """Largest cloud cover of a whole scene in percent, by the provider."""

    def __post_init__(self) -> None:
        """Check the values.

        Raises:
            SettingError: one of them is empty or out of range.
        """
        if not self.collection.strip():
            raise SettingError(
                "The collection is empty. Enter the one to search, such as {example}.", example="sentinel-2-l2a"
            )
        if self.start and self.end and self.start > self.end:
            raise SettingError(
                "The first day of the search, {start}, is after the last, {end}.", start=self.start, end=self.end
            )
        if not 0 <= self.max_cloud <= 100:
            raise SettingError(
                "The largest cloud cover is {value:g}, but must be from 0 to 100 %.", value=self.max_cloud
            )

        _ = self.endpoint

    @property
    def endpoint(self) -> Address:
        """Address of the search.

        Raises:
            SettingError: the API has no address of the web.
        """
        found = parse(f"{self.api.strip().rstrip('/').removesuffix('/search')}/search")
        if not isinstance(found, Address):
            raise SettingError(
                "{address!r} is no address of a STAC API. Enter one with https://.", address=self.api.strip()
            )
        return found

    @property
    def body(self) -> dict[str, Any]:
        """The request, as the API reads it."""
        found: dict[str, Any] = {"collections": [self.collection.strip()], "limit": _PER_PAGE}
        found["bbox"] = list(self.area.degrees())
        if self.start or self.end:
            first = f"{self.start}T00:00:00Z" if self.start else ".."
            found["datetime"] = f"{first}/{f'{self.end}T23:59:59Z' if self.end else '..'}"
        if self.max_cloud < 100:
            found["query"] = {"eo:cloud_cover": {"lte": self.max_cloud}}
        return found


class Found(NamedTuple):
    """A scene that a search has found."""

    location: Location
    """Address of the item."""
    item: StacItem

    def scene(self, cancelled: Callable[[], bool] = never) -> ItemScene:
        """Return the scene, for which nothing is asked again; see `open_item` for arguments and errors."""
        return scene_of(self.item, self.location, cancelled)


def search(wanted: Search, cancelled: Callable[[], bool] = never) -> list[Found]:
    """Search an API for scenes.

    Args:
        wanted: The conditions.
        cancelled: Asked several times a second; the search then ends at once, also if the API is silent.

    Returns:
        The scenes by time, each in its newest processing only, at most `MAX_SCENES`.

    Raises:
        AddressError: the API cannot be reached, or refuses the search.
        ProductError: it does not answer as a STAC API, or what it finds is not of Sentinel-2.
        SettingError: the area cannot be reprojected.
        CancelledError: it was cancelled.
    """
    api = wanted.endpoint
    found: list[Found] = []
    count, refused = 0, None
    for feature in _features(api, wanted.body, cancelled):
        count += 1
        try:
            item = item_of(feature, f"{api}: {feature.get('id')}" if isinstance(feature, dict) else str(api))
            location = _address_of(item, feature, api, wanted.collection)
        except CloudS2MaskError as error:
            refused = error
            continue
        if item.cloud_cover is None or item.cloud_cover <= wanted.max_cloud:  # some APIs pass over the query
            found.append(Found(location, item))
        if len(found) >= MAX_SCENES:
            break
    if refused is not None and not found:
        raise refused
    return _newest(found)


def nothing_found(wanted: Search) -> ProductError:
    """Make the error of a search that has to find something."""
    return ProductError(
        "{api} has no scene of {collection} in the area of interest with these days and cloud cover. Choose others.",
        api=wanted.api,
        collection=wanted.collection,
    )


def _features(api: Address, body: dict[str, Any], cancelled: Callable[[], bool]) -> Iterator[Any]:
    """Yield the items of all pages.

    Raises:
        AddressError, ProductError, CancelledError: see `search`.
    """
    try:
        page = _page(api, body, cancelled)
    except AddressError as error:
        if "query" not in body or error.values.get("status") != _REFUSED:
            raise
        body = {name: value for name, value in body.items() if name != "query"}  # it filters by nothing, but we do
        page = _page(api, body, cancelled)
    count, asked = 0, set()
    while True:
        features = page.get("features")
        if not isinstance(features, list):
            raise _no_api(api)
        count += len(features)
        yield from features
        following = _link_to_next(page)
        if not features or following is None or count >= _MAX_FEATURES:
            return
        address, sent = _next(following, api, body)
        key = address, json.dumps(sent, sort_keys=True)
        if key in asked:  # a catalogue that leads in a circle
            return
        asked.add(key)
        page = _page(address, sent, cancelled)


def _link_to_next(page: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the link to the next page; None if there is none."""
    links = page.get("links")
    own = (one for one in links if isinstance(one, Mapping)) if isinstance(links, list) else ()
    return next((one for one in own if one.get("rel") == "next"), None)


def _next(link: Mapping[str, Any], api: Address, body: Mapping[str, Any]) -> tuple[Address, dict[str, Any] | None]:
    """Return address and request of the next page.

    Raises:
        ProductError: the link leads nowhere.
    """
    address = resolve(str(link.get("href") or api.href), api)
    if not isinstance(address, Address):
        raise _no_api(api)
    if str(link.get("method") or "GET").upper() != "POST":
        return address, None
    body_of_link = link.get("body")
    own = dict(body_of_link) if isinstance(body_of_link, Mapping) else {}
    return address, {**body, **own} if link.get("merge") else own or dict(body)


def _page(address: Address, sent: Mapping[str, Any] | None, cancelled: Callable[[], bool]) -> dict[str, Any]:
    """Return the JSON of a page.

    Raises:
        AddressError, CancelledError: see `search`.
        ProductError: it is no JSON.
    """
    data = exchange(address, None if sent is None else json.dumps(sent).encode(), _MAX_PAGE_BYTES, cancelled)
    try:
        page = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _no_api(address) from error
    if not isinstance(page, dict):
        raise _no_api(address)
    return page


def _no_api(address: Address) -> ProductError:
    return ProductError(
        "{path} does not answer as a STAC API. Check the address; it usually ends with /v1 or /stac.", path=address
    )


def _address_of(item: StacItem, feature: Mapping[str, Any], api: Address, collection: str) -> Location:
    """Return the address of an item: as it says itself, else where its API has it.

    Raises:
        ProductError: it leads to a file on this computer.
    """
    if item.address:
        return resolve(item.address, api)
    return api.parent / "collections" / (item.collection or collection) / "items" / str(feature["id"])


def _newest(found: Iterable[Found]) -> list[Found]:
    """Keep the newest processing of each acquisition, and sort by time and tile."""
    newest: dict[tuple[object, ...], Found] = {}
    for one in found:
        acquired = one.item.acquisition
        key = acquired.level, acquired.satellite, acquired.tile, str(acquired.sensing_time)[:19]
        if key not in newest or _processing(one) > _processing(newest[key]):
            newest[key] = one
    return sorted(newest.values(), key=lambda one: (str(one.item.acquisition.sensing_time), one.item.acquisition.tile))


def _processing(found: Found) -> tuple[str, str]:
    """Return what is greater for a newer processing: baseline and name, which ends with its time."""
    return found.item.acquisition.baseline, found.item.acquisition.name
