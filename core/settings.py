"""The settings of a run: one frozen, checked value, the only input of a worker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, get_args

from .addresses.location import Address, Location, parse
from .areas.area import AreaOfInterest
from .cards.schema import MAX_DISC_PX
from .errors import SettingError
from .inference.augmentation import MAX_DEPTH
from .masks.usable import MAX_BUFFER_M, MAX_HECTARES, ClearRule
from .product.bands import MAX_RESOLUTION, MIN_RESOLUTION
from .product.raster import RasterStack
from .raster.patches import PatchPlacement

RASTER_SUFFIXES = (".tif", ".tiff", "")
Compression = Literal["deflate", "lzw", "zstd", "none"]


@dataclass(frozen=True)
class Option:
    """The values that an option may have, for the command line, the toolbox and the windows."""

    default: Any
    """None: the option may be empty; the model or the device then sets it."""
    kind: type
    """int, float, bool, str or Path."""
    low: float = 0
    """Smallest value of a number."""
    high: float = 0
    """Largest value of a number."""
    choices: tuple[str, ...] = ()
    """All values of a str; empty: names that depend on the installation."""

    def check(self, name: str, value: object) -> None:
        """Raise if the option with this name cannot have the value; ranges of floats are checked elsewhere."""
        if value is None and self.default is None:
            return
        if self.choices:
            _check_choice(name, value, self.choices)
        elif self.kind is int:
            _check_whole(name, value, int(self.low), int(self.high))
        elif self.kind is not float:
            _check_type(name, value, self.kind, _KINDS[self.kind])


_KINDS = {bool: "True or False", str: "a name", Path: "a Path"}

RASTER_RESOLUTION = Option(None, float, 0, 1000)
"""`processing_res` for a raster; empty: the raster's pixel size."""


def _values(kind: Any, low: float = 0, high: float = 0) -> dict[str, Any]:
    """Declare a field of the settings as an option with a type, or with a `Literal` of its choices."""
    choices = get_args(kind)
    return {"kind": str if choices else kind, "low": low, "high": high, "choices": choices}


@dataclass(frozen=True)
class ProductsToFolder:
    """Products whose masks are named after the product, model and resolution.

    Raises:
        SettingError: the products are empty.
    """

    products: tuple[Location, ...]
    """`.SAFE` folders, their `MTD_*.xml` files, or `.zip` archives, on a disk or behind an address."""
    folder: Path
    """Folder of the masks; created by the run if its parent exists."""

    def __post_init__(self) -> None:
        """Check that there is at least one product."""
        if not self.products:
            raise SettingError("No product was given. Add at least one .SAFE or .zarr folder or .zip archive.")


@dataclass(frozen=True)
class SceneToFiles:
    """One product or raster whose output files have exact names; existing files are replaced.

    Raises:
        SettingError: a file has the suffix of another format than GeoTIFF.
    """

    source: Location | RasterStack
    folder: Path
    """Folder for unfinished files; created by the run if its parent exists."""
    mask: Path
    confidence: Path | None = None
    """Path of the confidence raster if it is wanted; None: named after the mask."""
    valid_mask: Path | None = None
    """Path of the valid mask if it is wanted; None: named after the mask."""

    def __post_init__(self) -> None:
        """Check that the files are GeoTIFFs, the only format of rasters that is written."""
        for path in (self.mask, self.confidence, self.valid_mask):
            if path and path.suffix.lower() not in RASTER_SUFFIXES:
                raise SettingError("{path} is not a GeoTIFF. Choose a name that ends in .tif.", path=path)


@dataclass(frozen=True)
class MaskSettings:
    """All options of a masking run.

    Raises:
        SettingError: a value is wrong; the message names the option.
    """

    job: ProductsToFolder | SceneToFiles
    """The sources and their output files."""
    processing_res: float = field(default=20, metadata=_values(int, MIN_RESOLUTION, MAX_RESOLUTION))
    """Pixel size of the mask in metres: a whole number from 10 to 60; for a raster any number up to 1000."""
    model: str = field(default="auto", metadata=_values(str))
    """Id of a model card; ids joined by `+`, whose probabilities are averaged; `auto` for the defaults of the product's
    level and the resolution; or `auto-fast` for the first of these alone."""
    model_ensembling: bool = field(default=False, metadata=_values(bool))
    """Run all networks of a model."""
    tta_max_depth: int = field(default=0, metadata=_values(int, 0, MAX_DEPTH))
    """Largest number of augmentations of a patch with speckled labels, 0 to 7."""
    device: str = field(default="auto", metadata=_values(str))
    """`auto`, `cpu`, `cuda` for all NVIDIA GPUs, `cuda:1` for the second one, or another execution provider of the
    installed ONNX Runtime."""
    patch_placement: PatchPlacement = field(default="offset", metadata=_values(PatchPlacement))
    patch_size: int | None = field(default=None, metadata=_values(int, 32, 4096))
    """Patch width and height in pixels; None: the model card's."""
    patch_overlap_px: int | None = field(default=None, metadata=_values(int, 0, 2048))
    """Smallest overlap of neighbouring patches in pixels; None: the model card's."""
    batch_size: int | None = field(default=None, metadata=_values(int, 1, 1024))
    """Patches per inference; None: the fastest, which a trial finds on GPUs."""
    processing_threads: int | None = field(default=None, metadata=_values(int, 1, 1024))
    """Threads for decoding and inference; None: all cores."""
    lanes: int | None = field(default=None, metadata=_values(int, 1, 1024))
    """Batches that a CPU infers at the same time; None: by threads and free memory, see `Schedule`."""
    strips_ahead: int | None = field(default=None, metadata=_values(int, 0, 64))
    """Strips that are decoded ahead; None: by threads and free memory, see `Schedule`."""
    area: AreaOfInterest | None = None
    """Area of interest: the mask is cut to it, and its pixels equal those of a mask of the whole product."""
    buffer_m: float = field(default=0.0, metadata=_values(float, 0, MAX_BUFFER_M))
    """Distance in metres by which cloud and shadow grow over clear pixels."""
    threshold: float | None = field(default=None, metadata=_values(float, 0, 1))
    """A pixel is cloud if its probability is above this, for rules above that of clear land by this; for models with a
    threshold. None: the model card's."""
    shadow_share: float | None = field(default=None, metadata=_values(float, 0, 1))
    """A pixel is shadow only if its probability is at least this, else it has the likeliest of the other classes; 0: it
    has the likeliest class. None: the model card's."""
    average_px: int | None = field(default=None, metadata=_values(int, 0, MAX_DISC_PX))
    """Radius in pixels of the disc over which that probability is averaged first, 0 to 50; None: the model card's."""
    dilate_px: int | None = field(default=None, metadata=_values(int, 0, MAX_DISC_PX))
    """Radius in pixels of the disc by which cloud is dilated after that, 0 to 50; None: the model card's."""
    shadow_dilate_px: int | None = field(default=None, metadata=_values(int, 0, MAX_DISC_PX))
    """Radius in pixels of the disc by which shadow is dilated, 0 to 50; for rules. None: the model card's."""
    snow_dilate_px: int | None = field(default=None, metadata=_values(int, 0, MAX_DISC_PX))
    """The same for snow."""
    parallax: bool = field(default=True, metadata=_values(bool))
    """Take clouds that do not move between the bands for bright ground; for rules."""
    elevation: Path | None = field(default=None, metadata=_values(Path))
    """Raster of elevation in metres, with which slopes and shaded hillsides are neither water nor shadow; for rules."""
    water_map: Path | None = field(default=None, metadata=_values(Path))
    """Raster of water: 1, or its occurrence in percent; for rules."""
    export_confidence: bool = field(default=False, metadata=_values(bool))
    """Write a raster of the probability of each class in percent beside the mask."""
    valid_mask: ClearRule | None = None
    """Write a raster of usable pixels beside the mask: 1 usable, 0 not usable. None: no such raster."""
    output_compression: Compression = field(default="deflate", metadata=_values(Compression))
    keep_vrt: bool = field(default=True, metadata=_values(bool))
    """Write a VRT of the bands, with a natural-colour style, beside the mask."""
    make_qml_files: bool = field(default=True, metadata=_values(bool))
    """Write QGIS styles beside the mask and the VRT."""
    optimise_scene_order: bool = field(default=True, metadata=_values(bool))
    """Process the scenes with the most data first, which shortens the run."""
    overwrite: bool = field(default=False, metadata=_values(bool))
    """Replace existing masks."""
    verify: bool = field(default=False, metadata=_values(bool))
    """Compare the files of a product that are read with the checksums of its `manifest.safe` before it is masked. An
    existing mask that is reused reads no files, so nothing is compared."""
    quiet: bool = field(default=False, metadata=_values(bool))
    """Show no progress bars."""

    def __post_init__(self) -> None:
        """Check every value."""
        self._check_options()
        if self.area is not None:
            _check_type("area", self.area, AreaOfInterest, "an AreaOfInterest")
        if self.valid_mask is not None:
            _check_type("valid_mask", self.valid_mask, ClearRule, "a ClearRule")

    @property
    def sources(self) -> tuple[Location | RasterStack, ...]:
        """The products, or the raster."""
        return self.job.products if isinstance(self.job, ProductsToFolder) else (self.job.source,)

    @property
    def paths(self) -> tuple[Location, ...]:
        """Locations of the products, or the path of the raster."""
        return tuple(Path(one.path) if isinstance(one, RasterStack) else one for one in self.sources)

    @property
    def of_raster(self) -> bool:
        """True if the source is a raster, which may have pixels of any size."""
        return isinstance(self.sources[0], RasterStack)

    def _check_options(self) -> None:
        for name, option in OPTIONS.items():
            if name != "processing_res" or not self.of_raster:
                option.check(name, getattr(self, name))
        if self.of_raster and not RASTER_RESOLUTION.low < self.processing_res <= RASTER_RESOLUTION.high:
            raise SettingError(
                "{name} is {value!r}, but must be above 0 and at most {high:.0f} metres.",
                name="processing_res",
                value=self.processing_res,
                high=RASTER_RESOLUTION.high,
            )
        if self.verify and self.of_raster:
            raise SettingError(
                "{name} requires a product: a raster has no manifest.safe with checksums.", name="verify"
            )
        share = self.threshold
        if share is not None and (isinstance(share, bool) or not isinstance(share, (int, float)) or not 0 < share < 1):
            raise SettingError(
                "{name} is {value!r}, but must be a number above 0 and below 1.", name="threshold", value=share
            )
        share = self.shadow_share
        if share is not None and (isinstance(share, bool) or not isinstance(share, (int, float)) or not 0 <= share < 1):
            raise SettingError(
                "{name} is {value!r}, but must be a number from 0 to below 1.", name="shadow_share", value=share
            )
        if self.patch_size and self.patch_overlap_px and self.patch_overlap_px > self.patch_size // 2:
            raise SettingError(
                "{name} is {value}, but must be at most half of patch_size ({size}).",
                name="patch_overlap_px",
                value=self.patch_overlap_px,
                size=self.patch_size,
            )
        if not isinstance(self.buffer_m, (int, float)) or not 0 <= self.buffer_m <= MAX_BUFFER_M:
            raise SettingError(
                "{name} is {value!r}, but must be a number of metres from 0 to {high:.0f}.",
                name="buffer_m",
                value=self.buffer_m,
                high=MAX_BUFFER_M,
            )
        object.__setattr__(self, "buffer_m", float(self.buffer_m))


OPTIONS = {one.name: Option(one.default, **one.metadata) for one in fields(MaskSettings) if one.metadata}
"""Options by the names of the fields of `MaskSettings`."""
CLEAR_BUFFER = Option(ClearRule.buffer_m, float, 0, MAX_BUFFER_M)
"""Option for `buffer_m` of a `ClearRule`, which checks it."""
CLEAR_MIN_SIZE = Option(ClearRule.min_hectares, float, 0, MAX_HECTARES)
"""Option for `min_hectares` of a `ClearRule`, which checks it."""


def create_settings(sent_safe_dirs: Iterable[str | Location], output_dir: str | Path, **options: Any) -> MaskSettings:
    """Make settings with the parameter names of CloudS2Mask's Python interface.

    Args:
        sent_safe_dirs: Products to mask: paths or addresses, see `parse`.
        output_dir: Folder for the masks; created by the run if its parent exists.
        options: Any other field of `MaskSettings`. `mask_path` is the exact path of the mask of a single product, which
            `confidence_path` and `valid_mask_path` require. `raster` is masked instead of products and requires
            `mask_path` too. Paths may be text. `output_compression` may be upper case or None, as in CloudS2Mask.
            Parameters of CloudS2Mask that are not supported raise an error with a remedy.

    Raises:
        SettingError: an option is unknown or has a wrong value, or options contradict each other.
    """
    for name in [name for name in options if name in _NOT_SUPPORTED]:
        neutral, remedy = _NOT_SUPPORTED[name]
        if options.pop(name) not in neutral:
            raise SettingError("The option {name} is not supported. {remedy}", name=name, remedy=remedy)
    names = {*MaskSettings.__dataclass_fields__, *_FILES, "raster"} - {"job"}
    for name in options:
        if name not in names:
            raise SettingError("There is no option {name}. Choose one of: {names}.", name=name, names=sorted(names))
    for name, path in options.items():
        if isinstance(path, str) and name in OPTIONS and OPTIONS[name].kind is Path:
            options[name] = Path(path)
    if "output_compression" in options:
        options["output_compression"] = str(options["output_compression"] or "none").lower()
    if isinstance(sent_safe_dirs, (str, Path, Address)):
        sent_safe_dirs = [sent_safe_dirs]
    job = _pop_job(tuple(map(parse, sent_safe_dirs)), Path(output_dir), options)
    return MaskSettings(job, **options)


_FILES = ("mask_path", "confidence_path", "valid_mask_path")


def _pop_job(products: tuple[Location, ...], folder: Path, options: dict[str, Any]) -> ProductsToFolder | SceneToFiles:
    """Remove the raster and the exact paths from the options, and make the job of them."""
    raster: RasterStack | None = options.pop("raster", None)
    paths = [options.pop(name, None) for name in _FILES]
    mask, confidence, valid_mask = (None if path is None else Path(path) for path in paths)
    for name, path, option in (
        ("confidence_path", confidence, "export_confidence"),
        ("valid_mask_path", valid_mask, "valid_mask"),
    ):
        if path and not (mask and options.get(option)):
            raise SettingError("{name} requires mask_path and {option}. Set all or none.", name=name, option=option)
    if raster and (products or not mask):
        raise SettingError("A raster requires {name} and no products. Mask it on its own.", name="mask_path")
    if not mask or not (raster or products):
        return ProductsToFolder(products, folder)
    if len(products) > 1:
        raise SettingError(
            "{name} is the path of one mask, but there are {count} products. Mask them one by one, or set output_dir "
            "only.",
            name="mask_path",
            count=len(products),
        )
    return SceneToFiles(raster or products[0], folder, mask, confidence, valid_mask)


_NOT_SUPPORTED: dict[str, tuple[tuple[object, ...], str]] = {
    "pytorch_device": ((), "Networks run on ONNX Runtime: set device to 'cpu', 'cuda' or 'auto'."),
    "fp16_mode": ((None, False), "The model sets the precision: choose another model."),
    "required_bands": ((), "The model sets the bands: choose another model."),
}
"""CloudS2Mask's parameters that are not supported: the values without effect, and the remedy for others."""


def _check_whole(name: str, value: object, low: int, high: int) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise SettingError(
            "{name} is {value!r}, but must be a whole number from {low} to {high}.",
            name=name,
            value=value,
            low=low,
            high=high,
        )


def _check_type(name: str, value: object, kind: type, description: str) -> None:
    if not isinstance(value, kind):
        raise SettingError(
            "{name} is {value!r}, but must be {description}.", name=name, value=value, description=description
        )


def _check_choice(name: str, value: object, choices: tuple[str, ...]) -> None:
    if value not in choices:
        raise SettingError(
            "{name} is {value!r}, but must be one of {names}.", name=name, value=value, names=list(choices)
        )
