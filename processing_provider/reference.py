"""Parameters for a reference of masks: a raster, the scene classification of a product, or polygons with a class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ..core.addresses.location import Address, parse
from ..core.analysis.class_values import KNOWN_VALUES, ClassValues, parse_values, values_of
from ..core.decoding.band_image import BandImage
from ..core.stac.opening import open_listed
from ..ui.shared.area_geometry import repaired, with_crs
from ..ui.shared.raster_source import gdal_source
from .algorithm import Algorithm
from .mask_algorithm import PRODUCT_FILTER
from .parameter_values import Values, is_empty

if TYPE_CHECKING:
    from pathlib import Path

    from ..core.analysis.compare import Classified
    from ..core.analysis.labels import Labels

_WKT = QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED


class ReferenceParameters(Algorithm):
    """Declares and reads a reference, of one of the three kinds."""

    NEEDS_REFERENCE = True
    """False if an algorithm also runs without one."""

    REFERENCE = "REFERENCE"
    PRODUCT = "PRODUCT"
    POLYGONS = "POLYGONS"
    CLASS_FIELD = "CLASS_FIELD"
    REFERENCE_KIND = "REFERENCE_KIND"
    REFERENCE_VALUES = "REFERENCE_VALUES"

    def add_reference(self, *, advanced: bool) -> None:
        """Declare the reference; the classes of its values are declared by `add_class_values`."""
        raster = QgsProcessingParameterRasterLayer(self.REFERENCE, self.tr("Reference raster"), None, True)
        raster.setHelp(self.tr("Another mask, labels, or a scene classification (SCL) of the same area."))
        kinds = self.tr("Sentinel-2 products ({patterns});;All files (*)").format(patterns=PRODUCT_FILTER)
        title = self.tr("Or L2A product (its scene classification)")
        product = QgsProcessingParameterFile(self.PRODUCT, title, optional=True, fileFilter=kinds)
        product.setHelp(self.tr("A .SAFE or .zarr folder, the metadata file in it, or a .zip archive."))
        polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
        title = self.tr("Or polygons with a class")
        polygons = QgsProcessingParameterFeatureSource(self.POLYGONS, title, polygon, None, True)
        polygons.setHelp(self.tr("Your own labels, in any coordinate reference system. Only pixels inside them count."))
        title = self.tr("Field with the class")
        field = QgsProcessingParameterField(self.CLASS_FIELD, title, None, self.POLYGONS, optional=True)
        field.setHelp(
            self.tr(
                "Its values: clear, cloud, thick cloud, thin cloud, shadow, snow or water, or the numbers of a mask."
            )
        )
        add = self.add_as_advanced if advanced else self.addParameter
        for parameter in (raster, product, polygons, field):
            add(parameter)

    def add_reference_values(self, *, advanced: bool) -> None:
        """Declare the classes of the values of the reference."""
        titles = (
            self.tr("Class values of the reference"),
            self.tr("Custom class values of the reference (empty: as above)"),
        )
        self.add_class_values(self.REFERENCE_KIND, self.REFERENCE_VALUES, titles, advanced=advanced)

    def add_class_values(self, kind: str, own: str, titles: tuple[str, str], *, advanced: bool) -> None:
        """Declare the classes of the values of a raster: a known list, or the user's own.

        Args:
            kind: Name of the parameter of the known list.
            own: Name of the parameter of the user's list.
            titles: Of both.
            advanced: Declare the known list as advanced too.
        """
        text = self.tr("auto: scl if the file name contains _SCL, otherwise mask.")
        self.add_choice(kind, titles[0], "values", ["auto", *KNOWN_VALUES], text, advanced=advanced)
        values = QgsProcessingParameterString(own, titles[1], "", optional=True)
        values.setHelp(
            self.tr("For example 0:nodata, 1:clear, 2:thick_cloud, 3:thin_cloud, 4:shadow, 5:snow, 6:water.")
        )
        self.add_as_advanced(values)

    def reference_image(self, values: Values) -> BandImage | None:
        """Return the raster of the reference; None for polygons, whose field is checked, and without one.

        Raises:
            QgsProcessingException: too many or too few references are given, or the polygons have no such field.
        """
        given = self._given(values)
        if len(given) > 1 or (self.NEEDS_REFERENCE and not given):
            raise QgsProcessingException(
                self.tr("Choose one reference: {raster}, {product} or {polygons}.").format(
                    raster=self.REFERENCE, product=self.PRODUCT, polygons=self.POLYGONS
                )
            )
        if given == [self.PRODUCT]:
            return open_listed(self._reference_product(values)).scene_classification()
        if given == [self.REFERENCE]:
            return BandImage(gdal_source(values.raster(self.REFERENCE)), pixel_size=0)
        if given:
            self._check_field(values)
        return None

    def _reference_product(self, values: Values) -> Path:
        """Return the path of the product.

        Raises:
            QgsProcessingException: it is an address: this is the main thread, which must not wait for a host.
        """
        found = parse(values.text(self.PRODUCT))
        if isinstance(found, Address):
            text = self.tr("{product} is an address, but a reference is read from a disk. Download the product first.")
            raise QgsProcessingException(text.format(product=found))
        return found

    def reference(self, values: Values, image: BandImage | None) -> Classified | Labels:
        """Read the reference.

        Args:
            values: The parameters.
            image: What `reference_image` returned on the main thread.
        """
        # Imported here: it needs rasterio, and the toolbox lists the algorithms without it.
        from ..core.analysis.compare import Classified

        path = image.path if image else ""
        classes = self.class_values(path, values, self.REFERENCE_KIND, self.REFERENCE_VALUES)
        if image is None:
            return self._labels(values, classes)
        return Classified(image.path, classes, image.jpeg2000, image.place.crs if image.place else "")

    def class_values(self, path: str, values: Values, kind: str, own: str) -> ClassValues:
        """Return the classes of a raster's values: the user's own list, or the chosen one."""
        own_list = values.text(own)
        return parse_values(own_list) if own_list else values_of(path, values.choice(kind))

    def has_reference(self, values: Values) -> bool:
        """Return True if a reference is given."""
        return bool(self._given(values))

    def _given(self, values: Values) -> list[str]:
        """Return the names of the parameters that give a reference."""
        layers = [name for name in (self.REFERENCE, self.POLYGONS) if values.value(name) is not None]
        return [*layers, *([self.PRODUCT] if values.text(self.PRODUCT).strip() else [])]

    def _check_field(self, values: Values) -> None:
        fields, name = values.features(self.POLYGONS).fields().names(), values.text(self.CLASS_FIELD)
        if name not in fields:
            text = self.tr("{parameter} is {field}, but must be a field of the polygons with their classes: {fields}.")
            raise QgsProcessingException(
                text.format(parameter=self.CLASS_FIELD, field=name or self.tr("empty"), fields=", ".join(fields))
            )

    def _labels(self, values: Values, numbers: ClassValues) -> Labels:
        """Read the polygons, repaired where they cross themselves."""
        from ..core.analysis.labels import Label, Labels

        source, field = values.features(self.POLYGONS), values.text(self.CLASS_FIELD)
        request = QgsFeatureRequest().setSubsetOfAttributes([field], source.fields())
        features = source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
        polygons = [
            Label("" if is_empty(feature[field]) else str(feature[field]), bytes(polygon.asWkb()))
            for feature in features
            for polygon in repaired(feature.geometry())
        ]
        crs = with_crs(source.sourceCrs(), source.sourceName())
        return Labels(source.sourceName(), field, crs.toWkt(_WKT), polygons, numbers)
