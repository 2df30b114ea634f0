"""The algorithm `clouds2mask:maskstac`: search a STAC API, or take its items, and mask them where they lie."""

from __future__ import annotations

from datetime import date

from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.addresses.location import Location
from ..core.settings import Option
from ..core.stac.search import CATALOGUES, Search, nothing_found, search
from .mask_scenes import MaskScenes
from .parameter_values import Values

_CLOUD_COVER = Option(100.0, float, 0, 100)


class MaskStac(MaskScenes):
    """Masks the scenes of STAC items."""

    NAME = "maskstac"
    DISPLAY_NAME = QT_TRANSLATE_NOOP("MaskStac", "Mask clouds in STAC items")
    TAGS = QT_TRANSLATE_NOOP("MaskStac", "cloud,shadow,mask,sentinel-2,stac,cog,search,catalogue,aws,azure,satellite")
    ICON = "maskstac.svg"
    ITEMS = "ITEMS"
    API = "API"
    COLLECTION = "COLLECTION"
    START = "START"
    END = "END"
    CLOUD_COVER = "CLOUD_COVER"

    def add_inputs(self) -> None:
        """Declare the items, and the search that finds them."""
        items = QgsProcessingParameterString(self.ITEMS, self.tr("STAC items"), None, True, True)
        text = self.tr("Files or addresses of items, one a line. Leave it empty to search for them.")
        self.add_with_help(items, text)
        first = CATALOGUES[0]
        api = QgsProcessingParameterString(self.API, self.tr("Search: address of the STAC API"), first.api, False, True)
        self.add_with_help(api, self.tr("Other public ones are in the help."))
        collection = QgsProcessingParameterString(
            self.COLLECTION, self.tr("Search: collection"), first.collections[0], False, True
        )
        self.add_with_help(collection, self.tr("Its identifier in the API."))
        for name, title in ((self.START, self.tr("Search: first day")), (self.END, self.tr("Search: last day"))):
            kind = QgsProcessingParameterDateTime.Type.Date
            day = QgsProcessingParameterDateTime(name, title, kind, None, True)
            self.add_with_help(day, self.tr("A day of acquisition; if empty, there is no limit."))
        self.add_number(
            self.CLOUD_COVER,
            self.tr("Search: largest cloud cover of the tile (percent)"),
            _CLOUD_COVER,
            self.tr("As the provider states it for the whole tile; the area may be clearer."),
            decimals=0,
        )

    def add_verification(self) -> None:
        """Declare nothing: items have no checksums of their products."""

    def verifies(self, _values: Values) -> bool:
        """Return False, see `add_verification`."""
        return False

    def given(self, values: Values) -> tuple[Location, ...]:
        """Read the items, or else the address at which they are searched; see `_search` for errors."""
        return self._items(values) or (self._search(values).endpoint,)

    def scenes(self, values: Values, feedback: QgsProcessingFeedback) -> tuple[Location, ...]:
        """Return the items that are given, else those that a search finds.

        Raises:
            CloudS2MaskError: it finds nothing; see `search`.
        """
        items = self._items(values)
        if items:
            return items
        wanted = self._search(values)
        feedback.setProgressText(self.tr("Searching {api}").format(api=wanted.api))
        found = search(wanted, feedback.isCanceled)
        if not found:
            raise nothing_found(wanted)
        feedback.pushInfo(self.tr("Scenes found: {count}").format(count=len(found)))
        return tuple(one.location for one in found)

    def _items(self, values: Values) -> tuple[Location, ...]:
        """Read the items, each once; none if they are searched."""
        lines = map(str.strip, values.text(self.ITEMS).splitlines())
        return self.read_locations(values, dict.fromkeys(line for line in lines if line))

    def _search(self, values: Values) -> Search:
        """Read the search.

        Raises:
            SettingError: a condition is impossible, or the authentication cannot be used.
            QgsProcessingException: there is no area to search.
        """
        area = self.area(values)
        if area is None:
            raise QgsProcessingException(
                self.tr("{items} is empty. Enter items, or choose an area of interest to search.").format(
                    items=self.ITEMS
                )
            )
        wanted = Search(
            values.text(self.API),
            values.text(self.COLLECTION),
            area,
            self._day(values, self.START),
            self._day(values, self.END),
            values.number(self.CLOUD_COVER),
        )
        self.read_locations(values, [wanted.endpoint.href])
        return wanted

    def _day(self, values: Values, name: str) -> date | None:
        time = values.time(name)
        return None if time is None else date(time.date().year(), time.date().month(), time.date().day())
