"""The algorithm `clouds2mask:maskscene`: mask a product and return the shares of the classes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingException,
    QgsProcessingOutputRasterLayer,
    QgsProcessingParameterFile,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.addresses.location import Address
from .mask_algorithm import PRODUCT_FILTER
from .parameter_values import Values
from .single_mask import SingleInput, SingleMaskAlgorithm

if TYPE_CHECKING:
    from ..core.masks.result import MaskResult


class MaskScene(SingleMaskAlgorithm):
    """Masks one product."""

    NAME = "maskscene"
    DISPLAY_NAME = QT_TRANSLATE_NOOP("MaskScene", "Mask clouds in a Sentinel-2 product")
    TAGS = QT_TRANSLATE_NOOP("MaskScene", "cloud,shadow,mask,sentinel-2,SAFE,onnx,unet,s2,cirrus,satellite")
    KEEP_VRT = "KEEP_VRT"
    SCENE = "SCENE"

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        # "All files" also accepts the path of a folder.
        kinds = self.tr("Sentinel-2 products ({patterns});;All files (*)").format(patterns=PRODUCT_FILTER)
        product = QgsProcessingParameterFile(self.INPUT, self.tr("Sentinel-2 product"), fileFilter=kinds)
        product.setHelp(
            self.tr(
                "A .SAFE or .zarr folder, the metadata file in it, or a .zip archive; or the address of one, with "
                "https://, s3:// or gs://."
            )
        )
        self.addParameter(product)
        self.add_common_parameters()
        vrt = self.tr("Write a natural-colour layer (VRT)")
        text = self.tr("It shows the product in natural colours, and reads the product's own files.")
        self.add_switch(self.KEEP_VRT, vrt, False, text, advanced=True)
        self.add_authentication()
        self.add_verification()
        self.add_outputs()
        self.addOutput(QgsProcessingOutputRasterLayer(self.SCENE, self.tr("Natural-colour layer")))

    def read_input(self, values: Values) -> SingleInput:
        """Read the path of the product."""
        found = self.read_locations(values, [values.text(self.INPUT)])
        if not found:
            raise QgsProcessingException(self.tr("INPUT is empty. Choose a Sentinel-2 product."))
        return SingleInput(
            found[0],
            values.whole(self.RESOLUTION),
            keep_vrt=values.switch(self.KEEP_VRT),
            verify=values.switch(self.VERIFY),
            opens_at_once=not isinstance(found[0], Address),
        )

    def results(self, result: MaskResult) -> dict[str, Any]:
        """Return the shares and the natural-colour layer, if it was wanted."""
        return {**super().results(result), self.SCENE: str(result.vrt_path) if result.vrt_path else None}
