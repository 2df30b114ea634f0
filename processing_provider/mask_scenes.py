"""The algorithm `clouds2mask:maskscenes`: mask products into a folder and list their shares in a table."""

from __future__ import annotations

import os
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFields,
    QgsGeometry,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QDateTime, Qt, QTimer

from ..core.addresses.location import Address, Location
from ..core.archives import check_exists
from ..core.masks.result import MaskResult, SceneOutcome
from ..core.masks.usable import ClearRule
from ..core.product.product import each_product, find_products
from ..core.season.table import COLUMNS, GEOMETRY_COLUMN, SceneSummary, footprint, in_order
from ..core.settings import OPTIONS, ProductsToFolder
from ..ui.shared.layer_tree import place_below
from .algorithm import shown_by
from .mask_algorithm import MaskAlgorithm, locations, make_folder, told
from .parameter_values import Values, make_fields
from .refinement import check_map_files, try_maps, valid_mask_rule
from .scene_layers import load_mask
from .styles import put_above_masks, style_footprints, when_loaded


class MaskScenes(MaskAlgorithm):
    """Masks all products of a folder, of a list, or of both."""

    NAME = "maskscenes"
    DISPLAY_NAME = QT_TRANSLATE_NOOP("MaskScenes", "Mask clouds in several Sentinel-2 products")
    TAGS = QT_TRANSLATE_NOOP("MaskScenes", "cloud,shadow,mask,sentinel-2,SAFE,onnx,unet,s2,batch,series,satellite")
    ICON = "maskscenes.svg"
    INPUTS = "INPUTS"
    FOLDER = "FOLDER"
    KEEP_VRT = "KEEP_VRT"
    QML_FILES = "QML_FILES"
    OVERWRITE = "OVERWRITE"
    LOAD_MASKS = "LOAD_MASKS"
    EXPORT_CONFIDENCE = "EXPORT_CONFIDENCE"
    EXPORT_VALID_MASK = "EXPORT_VALID_MASK"
    OUTPUT_FOLDER = "OUTPUT_FOLDER"
    TABLE = "TABLE"
    REPORT = "REPORT"
    MASKS = "MASKS"
    SCENES = "SCENES"
    MASK_COUNT = "MASK_COUNT"
    FAILED_COUNT = "FAILED_COUNT"
    SKIPPED_COUNT = "SKIPPED_COUNT"

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        self.add_inputs()
        self.add_common_parameters()
        self._add_files()
        self.add_outputs()

    def add_inputs(self) -> None:
        """Declare the products."""
        folder = QgsProcessingParameterFile(
            self.FOLDER,
            self.tr("Folder of products"),
            QgsProcessingParameterFile.Behavior.Folder,
            optional=True,
        )
        folder.setHelp(self.tr("Masks all .SAFE and .zarr folders and .zip archives in the folder and its subfolders."))
        self.addParameter(folder)
        products = QgsProcessingParameterMultipleLayers(
            self.INPUTS, self.tr("Single products"), QgsProcessing.SourceType.TypeFile, optional=True
        )
        products.setHelp(
            self.tr("Metadata files (MTD_MSI*.xml), .SAFE or .zarr folders, or .zip archives, or addresses of these.")
        )
        shown_by(products, "Products")
        self.addParameter(products)

    def _add_files(self) -> None:
        """Declare the files beside the masks, and what happens to those that are there."""
        vrt = self.tr("Write natural-colour layers (VRT)")
        text = self.tr("They show the products in natural colours, and read the products' own files.")
        self.add_switch(self.KEEP_VRT, vrt, OPTIONS["keep_vrt"].default, text, advanced=True)
        qml = self.tr("Write style files (QML)")
        text = self.tr("QGIS then shows each mask in the colours of its classes, wherever it is opened.")
        self.add_switch(self.QML_FILES, qml, OPTIONS["make_qml_files"].default, text, advanced=True)
        confidence = self.tr("Write confidence rasters")
        text = self.tr("A raster beside each mask with a band per class of the model: its probability in percent.")
        self.add_switch(self.EXPORT_CONFIDENCE, confidence, OPTIONS["export_confidence"].default, text, advanced=True)
        valid = self.tr("Write valid masks")
        text = self.tr("A raster beside each mask for other programs, by the rule in the advanced parameters.")
        self.add_switch(self.EXPORT_VALID_MASK, valid, False, text, advanced=True)
        overwrite = self.tr("Replace existing masks")
        text = self.tr("Otherwise masks with the same settings are reused, and others of the same name stay.")
        self.add_switch(self.OVERWRITE, overwrite, OPTIONS["overwrite"].default, text, advanced=True)
        self.add_authentication()
        self.add_verification()

    def add_outputs(self) -> None:
        """Declare the outputs."""
        text = self.tr("In groups by date and tile, over natural colours.")
        self.add_switch(self.LOAD_MASKS, self.tr("Add the masks to the map"), False, text)
        masks = QgsProcessingParameterFolderDestination(self.OUTPUT_FOLDER, self.tr("Output folder"))
        self.add_with_help(masks, self.tr("The masks and the files beside them are written here."))
        table = QgsProcessingParameterFeatureSink(
            self.TABLE, self.tr("Cloud statistics (footprints)"), QgsProcessing.SourceType.TypeVectorPolygon
        )
        self.add_with_help(table, self.tr("A row per product with its outline and the shares of its classes."))
        report = QgsProcessingParameterFileDestination(
            self.REPORT, self.tr("Report with pictures"), self.tr("HTML files (*.html)"), None, True, False
        )
        report.setHelp(self.tr("One page for a web browser with a chart, a table and a picture of each scene."))
        self.addParameter(report)
        self.addOutput(QgsProcessingOutputMultipleLayers(self.MASKS, self.tr("Cloud masks")))
        self.addOutput(QgsProcessingOutputMultipleLayers(self.SCENES, self.tr("Natural-colour layers")))
        self.addOutput(QgsProcessingOutputNumber(self.MASK_COUNT, self.tr("Products masked")))
        self.addOutput(QgsProcessingOutputNumber(self.FAILED_COUNT, self.tr("Products that failed")))
        skipped = self.tr("Products outside the area of interest")
        self.addOutput(QgsProcessingOutputNumber(self.SKIPPED_COUNT, skipped))

    def check(self, values: Values) -> None:
        """Check the parameters; the folder is not searched yet, which may be slow."""
        super().check(values)
        check_map_files(self._maps)
        self.settings(values, job=ProductsToFolder(self.given(values), Path.cwd()), **self._valid(values))

    def execute(self, values: Values, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Mask the products."""
        folder = self.output_folder(values, self.OUTPUT_FOLDER)
        load_masks = values.switch(self.LOAD_MASKS)
        settings = self.settings(
            values,
            job=ProductsToFolder(self.scenes(values, feedback), folder),
            area=self.area(values),
            keep_vrt=values.switch(self.KEEP_VRT),
            make_qml_files=values.switch(self.QML_FILES),
            overwrite=values.switch(self.OVERWRITE),
            verify=self.verifies(values),
            export_confidence=values.switch(self.EXPORT_CONFIDENCE),
            **self._valid(values),
        )
        try_maps(self._maps)
        make_folder(folder)
        table_path = self._table_path(values)
        is_alone = len(settings.sources) == 1
        outcomes = self.mask(settings, feedback, report_errors=not is_alone)
        fields = _fields(as_csv=table_path.lower().endswith(".csv"))
        rows = [_row(fields, outcome) for outcome in in_order(outcomes)]
        degrees = QgsCoordinateReferenceSystem("EPSG:4326")
        table = values.write_features(self.TABLE, fields, rows, _one_type(rows), degrees)
        masks = [outcome.result for outcome in outcomes if outcome.result is not None]
        skipped = sum(outcome.skipped for outcome in outcomes)
        if skipped == len(outcomes):
            raise QgsProcessingException(
                self.tr("None of the products touches the area of interest. Choose another area or other products.")
            )
        if not masks and is_alone:
            raise QgsProcessingException(told(outcomes[0].error))
        if not masks:
            raise QgsProcessingException(self.tr("None of the products could be masked. See the log for the reasons."))
        report = values.output_file(self.REPORT)
        if report:
            self._write_report(Path(report), outcomes, feedback)
        self._load(values.context, masks if load_masks else [], table, masks[0])
        return {
            self.OUTPUT_FOLDER: str(folder),
            self.TABLE: table,
            self.REPORT: report or None,
            self.MASKS: [str(result.mask_path) for result in masks],
            self.SCENES: [str(result.vrt_path) for result in masks if result.vrt_path],
            self.MASK_COUNT: len(masks),
            self.FAILED_COUNT: len(outcomes) - len(masks) - skipped,
            self.SKIPPED_COUNT: skipped,
        }

    def read_on_main_thread(self, values: Values) -> None:
        """Read the layers, and check if the project is empty, to set its CRS later."""
        super().read_on_main_thread(values)
        project = values.context.project()
        self._empty_project = project is not None and not project.mapLayers()

    def _load(self, context: QgsProcessingContext, masks: list[MaskResult], table: str, first: MaskResult) -> None:
        """Have Processing load masks, in the groups in which the window shows them, and the table below them.

        Args:
            context: Of the run.
            masks: The masks to load.
            table: Source of the table of footprints.
            first: A mask of the run.
        """
        project = context.project()
        if project is None:
            return
        for result in masks:
            load_mask(context, result, self.MASKS)
        crs = first.grid.crs if self._empty_project else None
        when_loaded(context, table, partial(_show_footprints, first if masks else None, crs))

    def _write_report(self, path: Path, outcomes: list[SceneOutcome], feedback: QgsProcessingFeedback) -> None:
        # Imported here: it needs rasterio, and the toolbox lists the algorithms without it.
        from ..core.season.report import write_report

        feedback.setProgressText(self.tr("Writing the report"))
        progress = self.progress(feedback)
        write_report(path, outcomes, lambda _fraction: progress(1.0))

    def _table_path(self, values: Values) -> str:
        """Read the file or other destination of the table, and check it without changing an existing file."""
        path = values.output_file(self.TABLE)
        file = Path(path)
        if file.is_absolute():
            make_folder(file.parent)
        if not path or file.is_dir() or (file.exists() and not os.access(file, os.W_OK)):
            text = self.tr("The table {table} cannot be written. Choose another file.")
            raise QgsProcessingException(text.format(table=path))
        return path

    def _valid(self, values: Values) -> dict[str, ClearRule]:
        """Return the field of the settings for valid masks, if they are wanted."""
        wanted = values.switch(self.EXPORT_VALID_MASK)
        return {"valid_mask": valid_mask_rule(values)} if wanted else {}

    def verifies(self, values: Values) -> bool:
        """Read if the products are compared with their checksums."""
        return values.switch(self.VERIFY)

    def given(self, values: Values) -> tuple[Location, ...]:
        """Read what the user gives, without searching it.

        Raises:
            QgsProcessingException: it is nothing.
        """
        folder, products = self._inputs(values)
        return products if folder is None else (folder, *products)

    def _inputs(self, values: Values) -> tuple[Path | None, tuple[Location, ...]]:
        """Read the folder, if there is one, and the list of products."""
        folder = next(iter(locations([values.text(self.FOLDER)])), None)
        products = self.read_locations(values, values.texts(self.INPUTS))
        if isinstance(folder, Address):
            text = self.tr(
                "{folder} is an address, and folders behind addresses are not searched. Enter the addresses of "
                "products in {products}."
            )
            raise QgsProcessingException(text.format(folder=folder, products=self.INPUTS))
        if folder is not None:
            check_exists(folder)
        elif not products:
            raise QgsProcessingException(
                self.tr(
                    "{folder} and {products} are empty. Choose a folder of products or at least one product."
                ).format(folder=self.FOLDER, products=self.INPUTS)
            )
        return folder, products

    def scenes(self, values: Values, feedback: QgsProcessingFeedback) -> tuple[Location, ...]:
        """Return the products of the folder and of the list, each once."""
        folder, products = self._inputs(values)
        progress = self.progress(feedback)
        found = find_products(folder, lambda: progress(0.0)) if folder else []
        if folder and not found and not products:
            text = self.tr(
                "{folder} contains no Sentinel-2 product. Choose a folder with .SAFE or .zarr folders or .zip archives."
            )
            raise QgsProcessingException(text.format(folder=folder))
        return tuple(dict.fromkeys((*found, *each_product(products))))


def _show_footprints(
    run: MaskResult | None, crs: str | None, layer: QgsMapLayer, context: QgsProcessingContext
) -> None:
    """Show footprints as outlines below the masks, or above those of other runs.

    Args:
        run: A mask of the run that is loaded with them; None if none is.
        crs: CRS for the project, as WKT; None if it has one.
        layer: The footprints.
        context: Of the run.
    """
    project = context.project()
    if isinstance(layer, QgsVectorLayer):
        style_footprints(layer)
    put_above_masks(layer, context)
    if run is not None:
        place_below(project, run, layer)
    if crs is not None:
        # Later, because QGIS sets the CRS of an empty project to that of its first layer, here degrees, after this.
        QTimer.singleShot(0, lambda: project.setCrs(QgsCoordinateReferenceSystem.fromWkt(crs)))


def _fields(as_csv: bool) -> QgsFields:
    names = [f"{name}:{kind}" for name, kind in COLUMNS.items()]
    if as_csv:  # QGIS writes no geometry to CSV, so the footprint is a column
        names.append(f"{GEOMETRY_COLUMN}:string")
    return make_fields(*names)


def _one_type(rows: list[QgsFeature]) -> QgsWkbTypes.Type:
    """Make all footprints polygons, or multipolygons if one crosses the antimeridian; return the type."""
    if not any(row.geometry().isMultipart() for row in rows):
        return QgsWkbTypes.Type.Polygon
    for row in rows:
        geometry = row.geometry()
        geometry.convertToMultiType()
        row.setGeometry(geometry)
    return QgsWkbTypes.Type.MultiPolygon


def _row(fields: QgsFields, outcome: SceneOutcome) -> QgsFeature:
    feature = QgsFeature(fields)
    for name, value in SceneSummary.of(outcome).values.items():
        if isinstance(value, datetime):
            feature[name] = QDateTime.fromString(value.strftime("%Y-%m-%dT%H:%M:%SZ"), Qt.DateFormat.ISODate)
        elif value is not None:
            feature[name] = value
    polygon = footprint(outcome)
    if polygon is not None:
        feature.setGeometry(QgsGeometry.fromWkt(polygon))
        if fields.indexOf(GEOMETRY_COLUMN) >= 0:
            feature[GEOMETRY_COLUMN] = polygon
    return feature
