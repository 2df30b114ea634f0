"""What a run is asked to do: one frozen, validated value, the only thing that crosses to a worker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, get_args

from .cards.schema import MAX_DISC_PX
from .errors import SettingError
from .inference.augmentation import MAX_DEPTH
from .masks.usable import MAX_BUFFER_M, MAX_HECTARES, ClearRule
from .product.bands import MAX_RESOLUTION, MIN_RESOLUTION
from .product.raster import RasterStack
from .raster.area import AreaOfInterest
from .raster.patches import PatchPlacement

Compression = Literal["deflate", "lzw", "zstd", "none"]


@dataclass(frozen=True)
class Option:
    """The values that an option may have; the command line, the toolbox and the windows read them here."""

    default: Any
    """None: an option that may be left empty; the model or the device decides then."""
    kind: type
    """int, float, bool or str."""
    low: float = 0
    """Smallest value of a number."""
    high: float = 0
    """Largest value of a number."""
    choices: tuple[str, ...] = ()
    """All values of a str; empty: names that only the installation knows."""

    def check(self, name: str, value: object) -> None:
        """Raise if the option, of this name, cannot have a value; ranges of floats are checked by their owners."""
        if value is None and self.default is None:
            return
        if self.choices:
            _check_choice(name, value, self.choices)
        elif self.kind is int:
            _check_whole(name, value, int(self.low), int(self.high))
        elif self.kind is not float:
            _check_type(name, value, self.kind, "True or False" if self.kind is bool else "a name")


RASTER_RESOLUTION = Option(None, float, 0, 1000)
"""`processing_res` where a raster is masked; empty: the raster's."""


def _values(kind: Any, low: float = 0, high: float = 0) -> dict[str, Any]:
    """Declare a field of the settings as an option, of a type or of a `Literal` of its choices."""
    choices = get_args(kind)
    return {"kind": str if choices else kind, "low": low, "high": high, "choices": choices}


@dataclass(frozen=True)
class ProductsToFolder:
    """Products that are masked into files named by product, model and resolution.

    Raises:
        SettingError: there is no product.
    """

    products: tuple[Path, ...]
    """`.SAFE` folders, their `MTD_*.xml` files, or `.zip` archives."""
    folder: Path
    """For the masks; made by the run if only its last part is missing."""

    def __post_init__(self) -> None:
        """Check that there is something to mask."""
        if not self.products:
            raise SettingError("No product was given. Add at least one .SAFE folder or .zip archive.")


@dataclass(frozen=True)
class SceneToFiles:
    """One product or raster that is masked into files of exact names, which are replaced."""

    source: Path | RasterStack
    folder: Path
    """For files in the making; made by the run if only its last part is missing."""
    mask: Path
    confidence: Path | None = None
    """File of the confidence, if the settings ask for one. None: named by the mask."""
    valid_mask: Path | None = None
    """File of the valid mask, if the settings ask for one. None: named by the mask."""


@dataclass(frozen=True)
class MaskSettings:
    """All options of a masking run.

    Raises:
        SettingError: if a value is outside what can be honoured; the message names the option.
    """

    job: ProductsToFolder | SceneToFiles
    """What is masked, and into which files."""
    processing_res: float = field(default=20, metadata=_values(int, MIN_RESOLUTION, MAX_RESOLUTION))
    """Pixel size of the mask in metres: a whole number from 10 to 60, or of a raster any up to 1000."""
    model: str = field(default="auto", metadata=_values(str))
    """Id of a model card; ids joined by `+`, whose probabilities are averaged; or `auto` for the default of the
    product's level and the resolution."""
    model_ensembling: bool = field(default=False, metadata=_values(bool))
    """Run all networks of a model; with `auto`, both default models where both work."""
    tta_max_depth: int = field(default=0, metadata=_values(int, 0, MAX_DEPTH))
    """How many augmentations a patch is given at most whose labels are speckled, 0 to 7."""
    device: str = field(default="auto", metadata=_values(str))
    """`auto`, `cpu`, `cuda`, or another execution provider of the installed ONNX Runtime."""
    patch_placement: PatchPlacement = field(default="offset", metadata=_values(PatchPlacement))
    patch_size: int | None = field(default=None, metadata=_values(int, 32, 4096))
    """Patch width and height in pixels; None: the model card's."""
    patch_overlap_px: int | None = field(default=None, metadata=_values(int, 0, 2048))
    """Smallest overlap of neighbouring patches in pixels; None: the model card's."""
    batch_size: int | None = field(default=None, metadata=_values(int, 1, 1024))
    """Patches per inference; None: what suits the device."""
    processing_threads: int | None = field(default=None, metadata=_values(int, 1, 1024))
    """Threads for decoding and inference; None: all cores."""
    area: AreaOfInterest | None = None
    """Only this ground is masked, and the mask is cut to it; its pixels are those of a mask of the whole product."""
    buffer_m: float = field(default=0.0, metadata=_values(float, 0, MAX_BUFFER_M))
    """Distance in metres by which cloud and shadow grow into clear ground."""
    threshold: float | None = field(default=None, metadata=_values(float, 0, 1))
    """Cloud is where its probability is above this; for models with a threshold. None: the model card's."""
    average_px: int | None = field(default=None, metadata=_values(int, 0, MAX_DISC_PX))
    """Radius in pixels of the disc that its probability is averaged over first, 0 to 50; as above."""
    dilate_px: int | None = field(default=None, metadata=_values(int, 0, MAX_DISC_PX))
    """Radius in pixels of the disc that cloud is dilated by afterwards, 0 to 50; as above."""
    export_confidence: bool = field(default=False, metadata=_values(bool))
    """Write a raster of the probability of each class in percent beside the mask."""
    valid_mask: ClearRule | None = None
    """Write a raster of what can be used beside the mask: 1 usable, 0 not. None: do not."""
    output_compression: Compression = field(default="deflate", metadata=_values(Compression))
    keep_vrt: bool = field(default=True, metadata=_values(bool))
    """Write a VRT of the bands, with a natural-colour style, beside the mask."""
    make_qml_files: bool = field(default=True, metadata=_values(bool))
    """Write QGIS styles beside the mask and the VRT."""
    optimise_scene_order: bool = field(default=True, metadata=_values(bool))
    """Process the scenes with the most data first, so that the last one does not keep all waiting."""
    overwrite: bool = field(default=False, metadata=_values(bool))
    """Replace masks that exist with other options."""
    quiet: bool = field(default=False, metadata=_values(bool))
    """No progress bars."""

    def __post_init__(self) -> None:
        """Check every value, so that a worker can trust them."""
        self._check_options()
        if self.area is not None:
            _check_type("area", self.area, AreaOfInterest, "an AreaOfInterest")
        if self.valid_mask is not None:
            _check_type("valid_mask", self.valid_mask, ClearRule, "a ClearRule")

    @property
    def sources(self) -> tuple[Path | RasterStack, ...]:
        """Return the products, or the raster."""
        return self.job.products if isinstance(self.job, ProductsToFolder) else (self.job.source,)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Return the paths of the products, or of the raster."""
        return self.job.products if isinstance(self.job, ProductsToFolder) else (Path(str(self.job.source)),)

    @property
    def of_raster(self) -> bool:
        """Say whether a raster is masked, which has pixels of any size."""
        return isinstance(self.sources[0], RasterStack)

    def _check_options(self) -> None:
        for name, option in OPTIONS.items():
            if name != "processing_res" or not self.of_raster:
                option.check(name, getattr(self, name))
        if self.of_raster and not RASTER_RESOLUTION.low < self.processing_res <= RASTER_RESOLUTION.high:
            raise SettingError(
                "processing_res is {processing_res!r}, but must be above 0 and at most "
                "{max_raster_resolution:.0f} metres.",
                processing_res=self.processing_res,
                max_raster_resolution=RASTER_RESOLUTION.high,
            )
        share = self.threshold
        if share is not None and (isinstance(share, bool) or not isinstance(share, (int, float)) or not 0 < share < 1):
            raise SettingError("threshold is {share!r}, but must be a number above 0 and below 1.", share=share)
        if self.patch_size and self.patch_overlap_px and self.patch_overlap_px > self.patch_size // 2:
            raise SettingError(
                "patch_overlap_px is {patch_overlap_px}, but may be at most half of patch_size ({patch_size}).",
                patch_overlap_px=self.patch_overlap_px,
                patch_size=self.patch_size,
            )
        if not isinstance(self.buffer_m, (int, float)) or not 0 <= self.buffer_m <= MAX_BUFFER_M:
            raise SettingError(
                "buffer_m is {buffer_m!r}, but must be 0 to {max_buffer_m:.0f} metres.",
                buffer_m=self.buffer_m,
                max_buffer_m=MAX_BUFFER_M,
            )
        object.__setattr__(self, "buffer_m", float(self.buffer_m))


OPTIONS = {one.name: Option(one.default, **one.metadata) for one in fields(MaskSettings) if one.metadata}
"""By the names of the fields of `MaskSettings`."""
CLEAR_BUFFER = Option(ClearRule.buffer_m, float, 0, MAX_BUFFER_M)
"""`buffer_m` of a `ClearRule`, which checks it."""
CLEAR_MIN_SIZE = Option(ClearRule.min_hectares, float, 0, MAX_HECTARES)
"""`min_hectares` of a `ClearRule`, which checks it."""


def create_settings(sent_safe_dirs: Iterable[str | Path], output_dir: str | Path, **options: Any) -> MaskSettings:
    """Settings by the parameter names of CloudS2Mask's Python interface.

    Args:
        sent_safe_dirs: Products to mask.
        output_dir: Folder for the masks; made by the run if only its last part is missing.
        options: Any other field of `MaskSettings`. `mask_path` is the exact file of the mask of a single product;
            `confidence_path` and `valid_mask_path` go with it, and so does `raster`, to be masked instead of
            products. `output_compression` takes upper case and None as CloudS2Mask does. Those of its parameters
            that cannot be honoured are refused, with a remedy.

    Raises:
        SettingError: for an unknown option, a value that cannot be honoured, or options that do not go together.
    """
    for name in [name for name in options if name in _NOT_HONOURED]:
        neutral, remedy = _NOT_HONOURED[name]
        if options.pop(name) not in neutral:
            raise SettingError("The option {name} cannot be honoured here: {remedy}", name=name, remedy=remedy)
    names = {*MaskSettings.__dataclass_fields__, *_FILES, "raster"} - {"job"}
    for name in options:
        if name not in names:
            known = ", ".join(sorted(names))
            raise SettingError("There is no option {name}. Options are: {known}.", name=name, known=known)
    if "output_compression" in options:
        options["output_compression"] = str(options["output_compression"] or "none").lower()
    if isinstance(sent_safe_dirs, (str, Path)):
        sent_safe_dirs = [sent_safe_dirs]
    job = _take_job(tuple(Path(p) for p in sent_safe_dirs), Path(output_dir), options)
    return MaskSettings(job, **options)


_FILES = ("mask_path", "confidence_path", "valid_mask_path")


def _take_job(products: tuple[Path, ...], folder: Path, options: dict[str, Any]) -> ProductsToFolder | SceneToFiles:
    """Take what names a raster and exact files out of the options; refuse what does not go together."""
    raster: RasterStack | None = options.pop("raster", None)
    given = [options.pop(name, None) for name in _FILES]
    mask, confidence, valid_mask = (None if path is None else Path(path) for path in given)
    for name, path, wanted in (
        ("confidence_path", confidence, options.get("export_confidence")),
        ("valid_mask_path", valid_mask, options.get("valid_mask")),
    ):
        if path and not (mask and wanted):
            raise SettingError(
                "{name} names a file beside mask_path that is not asked for; give all or none.", name=name
            )
    if raster and (products or not mask):
        raise SettingError("raster is masked by itself, into the file mask_path; it does not go with products.")
    if not mask or not (raster or products):
        return ProductsToFolder(products, folder)
    if len(products) > 1:
        raise SettingError("mask_path names one file, so it goes with exactly one product.")
    return SceneToFiles(raster or products[0], folder, mask, confidence, valid_mask)


_NOT_HONOURED: dict[str, tuple[tuple[object, ...], str]] = {
    "pytorch_device": ((), "networks run on ONNX Runtime; choose with device='cpu', 'cuda' or 'auto'."),
    "fp16_mode": ((None, False), "the precision belongs to the prepared model; choose one with model=."),
    "required_bands": ((), "the bands follow from the model; choose one with model=."),
}
"""CloudS2Mask's parameters without a counterpart: the values that change nothing, and the remedy for others."""


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
            "{name} is {value!r}, but must be one of {names}.", name=name, value=value, names=", ".join(choices)
        )
