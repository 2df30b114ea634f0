"""Write the metadata of a Sentinel-2 product: the names of its parts and its XML files.

Only fields that readers use are written; their names and positions follow the product specification
(Sentinel-2 Products Specification Document, S2-PDGS-TAS-DI-PSD). The files serve tests and the demo, so this
module shares no code with the reader in `core`: an error in one cannot hide in the other.
"""

from __future__ import annotations

import hashlib
import math
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

import numpy as np

# Band -> (band_id, native pixel size in metres, central wavelength in nm), in the order of the specification.
BANDS = {
    "B01": (0, 60, 442.7),
    "B02": (1, 10, 492.7),
    "B03": (2, 10, 559.8),
    "B04": (3, 10, 664.6),
    "B05": (4, 20, 704.1),
    "B06": (5, 20, 740.5),
    "B07": (6, 20, 782.8),
    "B08": (7, 10, 832.8),
    "B8A": (8, 20, 864.7),
    "B09": (9, 60, 945.1),
    "B10": (10, 60, 1373.5),
    "B11": (11, 20, 1613.7),
    "B12": (12, 20, 2202.4),
}
# Maps of L2A products that are not bands: not in the band table of the metadata, and without an offset.
ATMOSPHERE = ("AOT", "WVP")
# Native pixel size in metres of bands and maps.
PIXEL_SIZES = {band: size for band, (_, size, _) in BANDS.items()} | dict.fromkeys(ATMOSPHERE, 10)
RESOLUTIONS = (10, 20, 60)
DEFAULT_OFFSET = -1000
_OFFSETS_SINCE = "04.00"
_SHA3_SINCE = "04.00"


@dataclass(frozen=True)
class TileGeometry:
    """The angles that a product states, in degrees: in dimensions of 2 first the zenith, then the azimuth.

    Nodes are 5 km apart, the first at the upper left corner of the tile. None leaves an element out.
    """

    sun_angles: np.ndarray | None = None
    """(2, rows, columns)."""
    viewing_incidence_angles: np.ndarray | None = None
    """(13, detectors, 2, rows, columns), NaN where a detector does not look."""
    mean_sun_angles: np.ndarray | None = None
    """(2,)."""
    mean_viewing_incidence_angles: np.ndarray | None = None
    """(13, 2)."""


@dataclass(frozen=True)
class Scene:
    """The acquisition and format of a product, as in its names and metadata.

    `origin` is the upper left corner (x, y) in metres of `epsg`. `offsets` are radiometric offsets in DN per
    band; None means the default of the baseline: -1000 for all bands from 04.00 on, and no list before. `geometry` are
    the angles of sun and view, if the product shall have some.
    """

    level: str = "L1C"
    baseline: str = "02.06"
    name: str | None = None
    tile: str = "T33UUU"
    satellite: str = "S2A"
    sensing_time: datetime = datetime(2017, 2, 16, 10, 21, 1, tzinfo=timezone.utc)
    epsg: int = 32633
    origin: tuple[float, float] = (300000.0, 5900040.0)
    offsets: Mapping[str, int] | None = None
    quantification: int = 10000
    orbit: int = 65
    absolute_orbit: int = 8641
    long_names: bool = False
    geometry: TileGeometry | None = None

    @property
    def product(self) -> str:
        """Name of the product, without `.SAFE`."""
        if self.name:
            return self.name.removesuffix(".SAFE")
        if self.long_names:
            return (
                f"{self.satellite}_OPER_PRD_MSI{self.level}_PDMC_{self.made}_R{self.orbit:03d}"
                f"_V{self.sensed}_{self.sensed}"
            )
        baseline = self.baseline.replace(".", "")
        return f"{self.satellite}_MSI{self.level}_{self.sensed}_N{baseline}_R{self.orbit:03d}_{self.tile}_{self.made}"

    @property
    def sensed(self) -> str:
        """Time of acquisition in the format of names."""
        return f"{self.sensing_time:%Y%m%dT%H%M%S}"

    @property
    def made(self) -> str:
        """Time of processing in the format of names: three hours after the acquisition."""
        return f"{self.sensing_time + timedelta(hours=3):%Y%m%dT%H%M%S}"

    @property
    def product_metadata(self) -> str:
        """File name of the product metadata."""
        if self.long_names:
            return self.product.replace("_PRD_MSI", "_MTD_SAF") + ".xml"
        return f"MTD_MSI{self.level}.xml"

    @property
    def tile_metadata(self) -> str:
        """File name of the granule metadata."""
        return f"{self._long_tile('MTD')}.xml" if self.long_names else "MTD_TL.xml"

    @property
    def granule(self) -> str:
        """Name of the granule folder."""
        if self.long_names:
            return self.tile_id
        return f"{self.level}_{self.tile}_A{self.absolute_orbit:06d}_{self.sensed}"

    @property
    def tile_id(self) -> str:
        """Identifier of the granule."""
        return f"{self._long_tile('MSI')}_N{self.baseline}"

    @property
    def datastrip(self) -> str:
        """Identifier of the datastrip."""
        made = f"{self.satellite}_OPER_MSI_{self.level}_DS_EPA__{self.made}"
        return f"{made}_S{self.sensed}_N{self.baseline}"

    def image(self, band: str, resolution: int) -> str:
        """Return the path of a band in the product folder, without `.jp2`; L2A has a folder per resolution."""
        folder = f"GRANULE/{self.granule}/IMG_DATA"
        if self.long_names:
            return f"{folder}/{self._long_tile('MSI')}_{band}"
        stem = f"{self.tile}_{self.sensed}_{band}"
        return f"{folder}/R{resolution}m/{stem}_{resolution}m" if self.level == "L2A" else f"{folder}/{stem}"

    def band_offsets(self) -> dict[int, int] | None:
        """Return offsets in DN by band_id, or None if the metadata has no list of offsets."""
        if self.offsets is None and self.baseline < _OFFSETS_SINCE:
            return None
        offsets = self.offsets or {}
        return {number: offsets.get(band, DEFAULT_OFFSET) for band, (number, _, _) in BANDS.items()}

    def _long_tile(self, kind: str) -> str:
        station = f"EPA__{self.made}_A{self.absolute_orbit:06d}"
        return f"{self.satellite}_OPER_{kind}_{self.level}_TL_{station}_{self.tile}"


def product_xml(scene: Scene, images: list[str], outline: Sequence[tuple[float, float]] = ()) -> bytes:
    """Return the product metadata.

    `images` are paths in the product folder, without `.jp2`; `outline` is its closed (longitude, latitude) outline.
    """
    number = scene.level[1:]
    namespace = f"https://psd-14.sentinel2.eo.esa.int/PSD/User_Product_Level-{number}.xsd"
    root = ET.Element(f"{{{namespace}}}Level-{number}_User_Product")
    general = _add(root, f"{{{namespace}}}General_Info")
    info = _add(general, "Product_Info")
    _add(info, "PRODUCT_START_TIME", _stamp(scene.sensing_time))
    _add(info, "PRODUCT_STOP_TIME", _stamp(scene.sensing_time))
    _add(info, "PRODUCT_URI", f"{scene.product}.SAFE")
    _add(info, "PROCESSING_LEVEL", f"Level-{number}")
    _add(info, "PRODUCT_TYPE", f"S2MSI{number}")
    _add(info, "PROCESSING_BASELINE", scene.baseline)
    _add(info, "GENERATION_TIME", _stamp(scene.sensing_time + timedelta(hours=3)))
    take = f"G{scene.satellite}_{scene.sensed}_{scene.absolute_orbit:06d}_N{scene.baseline}"
    datatake = _add(info, "Datatake", datatakeIdentifier=take)
    _add(datatake, "SPACECRAFT_NAME", f"Sentinel-{scene.satellite[1:]}")
    _add(datatake, "DATATAKE_TYPE", "INS-NOBS")
    _add(datatake, "DATATAKE_SENSING_START", _stamp(scene.sensing_time))
    _add(datatake, "SENSING_ORBIT_NUMBER", str(scene.orbit))
    _add(datatake, "SENSING_ORBIT_DIRECTION", "DESCENDING")
    granules = _add(_add(info, "Product_Organisation"), "Granule_List")
    granule = _add(
        granules,
        "Granules" if scene.long_names else "Granule",
        granuleIdentifier=scene.tile_id,
        imageFormat="JPEG2000",
    )
    for image in images:
        # Products with long names list names of images, those with compact names list paths.
        if scene.long_names:
            _add(granule, "IMAGE_ID", image.rpartition("/")[2])
        else:
            _add(granule, "IMAGE_FILE", image)
    _image_characteristics(_add(general, "Product_Image_Characteristics"), scene)
    if outline:
        footprint = _add(_add(root, f"{{{namespace}}}Geometric_Info"), "Product_Footprint")
        polygon = _add(_add(footprint, "Product_Footprint"), "Global_Footprint")
        _add(polygon, "EXT_POS_LIST", " ".join(f"{latitude} {longitude}" for longitude, latitude in outline) + " ")
    return _document(root, namespace)


def tile_xml(scene: Scene, extent: tuple[float, float], pixel_sizes: Mapping[int, int]) -> bytes:
    """Return the granule metadata.

    `extent` is (width, height) in metres, `pixel_sizes` maps nominal pixel sizes to true ones, in metres.
    """
    number = scene.level[1:]
    namespace = f"https://psd-14.sentinel2.eo.esa.int/PSD/S2_PDI_Level-{number}_Tile_Metadata.xsd"
    root = ET.Element(f"{{{namespace}}}Level-{number}_Tile_ID")
    general = _add(root, f"{{{namespace}}}General_Info")
    _add(general, "TILE_ID", scene.tile_id, metadataLevel="Brief")
    _add(general, "DATASTRIP_ID", scene.datastrip, metadataLevel="Standard")
    _add(general, "SENSING_TIME", _stamp(scene.sensing_time), metadataLevel="Standard")
    geometric = _add(root, f"{{{namespace}}}Geometric_Info")
    coding = _add(geometric, "Tile_Geocoding", metadataLevel="Brief")
    hemisphere = "S" if scene.epsg // 100 == 327 else "N"
    _add(coding, "HORIZONTAL_CS_NAME", f"WGS84 / UTM zone {scene.epsg % 100}{hemisphere}")
    _add(coding, "HORIZONTAL_CS_CODE", f"EPSG:{scene.epsg}")
    width, height = extent
    for nominal in RESOLUTIONS:
        size = _add(coding, "Size", resolution=str(nominal))
        _add(size, "NROWS", str(round(height / pixel_sizes[nominal])))
        _add(size, "NCOLS", str(round(width / pixel_sizes[nominal])))
    for nominal in RESOLUTIONS:
        position = _add(coding, "Geoposition", resolution=str(nominal))
        _add(position, "ULX", f"{scene.origin[0]:.0f}")
        _add(position, "ULY", f"{scene.origin[1]:.0f}")
        _add(position, "XDIM", str(pixel_sizes[nominal]))
        _add(position, "YDIM", str(-pixel_sizes[nominal]))
    if scene.geometry:
        _tile_angles(_add(geometric, "Tile_Angles", metadataLevel="Standard"), scene.geometry)
    return _document(root, namespace)


def manifest_xml(scene: Scene, safe: Path, files: list[str]) -> bytes:
    """Return the manifest with checksums of `files`, which are paths in the product folder `safe`.

    As in ESA's products, checksums are SHA3-256 in upper case from baseline 04.00 on, and MD5 before.
    """
    namespace = "urn:ccsds:schema:xfdu:1"
    version = f"esa/safe/sentinel/1.1/sentinel-2/msi/archive_{scene.level.lower()}_user_product"
    root = ET.Element(f"{{{namespace}}}XFDU", version=version)
    section = _add(root, "dataObjectSection")
    for index, name in enumerate(files):
        data = (safe / name).read_bytes()
        stream = _add(_add(section, "dataObject", ID=f"file_{index}"), "byteStream", size=str(len(data)))
        _add(stream, "fileLocation", locatorType="URL", href=f"./{name}")
        if scene.baseline < _SHA3_SINCE:
            _add(stream, "checksum", hashlib.md5(data, usedforsecurity=False).hexdigest(), checksumName="MD5")
        else:
            _add(stream, "checksum", hashlib.sha3_256(data).hexdigest().upper(), checksumName="SHA3-256")
    return _document(root, namespace, prefix="xfdu")


def _image_characteristics(parent: ET.Element, scene: Scene) -> None:
    for text, index in (("NODATA", 0), ("SATURATED", 65535)):
        special = _add(parent, "Special_Values")
        _add(special, "SPECIAL_VALUE_TEXT", text)
        _add(special, "SPECIAL_VALUE_INDEX", str(index))
    surface = scene.level == "L2A"
    if surface:
        values = _add(parent, "QUANTIFICATION_VALUES_LIST")
        _add(values, "BOA_QUANTIFICATION_VALUE", str(scene.quantification), unit="none")
        _add(values, "AOT_QUANTIFICATION_VALUE", "1000.0", unit="none")
        _add(values, "WVP_QUANTIFICATION_VALUE", "1000.0", unit="cm")
    else:
        _add(parent, "QUANTIFICATION_VALUE", str(scene.quantification), unit="none")
    offsets = scene.band_offsets()
    if offsets is not None:
        listing = _add(parent, "BOA_ADD_OFFSET_VALUES_LIST" if surface else "Radiometric_Offset_List")
        tag = "BOA_ADD_OFFSET" if surface else "RADIO_ADD_OFFSET"
        for number, offset in offsets.items():
            _add(listing, tag, str(offset), band_id=str(number))
    spectral = _add(parent, "Spectral_Information_List")
    for band, (number, resolution, wavelength) in BANDS.items():
        physical = f"B{band[1:].lstrip('0')}"
        entry = _add(spectral, "Spectral_Information", bandId=str(number), physicalBand=physical)
        _add(entry, "RESOLUTION", str(resolution))
        _add(_add(entry, "Wavelength"), "CENTRAL", str(wavelength), unit="nm")


def _tile_angles(parent: ET.Element, geometry: TileGeometry) -> None:
    if geometry.sun_angles is not None:
        _angle_grid(_add(parent, "Sun_Angles_Grid"), geometry.sun_angles)
    if geometry.mean_sun_angles is not None:
        _mean_angles(_add(parent, "Mean_Sun_Angle"), geometry.mean_sun_angles)
    if geometry.viewing_incidence_angles is not None:
        for band, detector in np.ndindex(geometry.viewing_incidence_angles.shape[:2]):
            name = "Viewing_Incidence_Angles_Grids"
            grid = _add(parent, name, bandId=str(band), detectorId=str(detector + 1))
            _angle_grid(grid, geometry.viewing_incidence_angles[band, detector])
    if geometry.mean_viewing_incidence_angles is not None:
        listing = _add(parent, "Mean_Viewing_Incidence_Angle_List")
        for band, angles in enumerate(geometry.mean_viewing_incidence_angles):
            _mean_angles(_add(listing, "Mean_Viewing_Incidence_Angle", bandId=str(band)), angles)


def _angle_grid(parent: ET.Element, angles: np.ndarray) -> None:
    for name, rows in zip(("Zenith", "Azimuth"), angles):
        grid = _add(parent, name)
        for step in ("COL_STEP", "ROW_STEP"):
            _add(grid, step, "5000", unit="m")
        values = _add(grid, "Values_List")
        for row in rows.tolist():
            _add(values, "VALUES", " ".join("NaN" if math.isnan(value) else repr(value) for value in row))


def _mean_angles(parent: ET.Element, angles: np.ndarray) -> None:
    for name, value in zip(("ZENITH_ANGLE", "AZIMUTH_ANGLE"), angles.tolist()):
        _add(parent, name, repr(value), unit="deg")


def _add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, tag, attributes)
    child.text = text
    return child


def _document(root: ET.Element, namespace: str, prefix: str = "n1") -> bytes:
    ET.register_namespace(prefix, namespace)
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="UTF-8", xml_declaration=True))


def _stamp(time: datetime) -> str:
    return f"{time:%Y-%m-%dT%H:%M:%S}.{time.microsecond // 1000:03d}Z"
