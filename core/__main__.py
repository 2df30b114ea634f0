"""The command line: `python -m cloud_s2_mask.core --help`."""

from __future__ import annotations

import signal

if __name__ == "__main__" and signal.getsignal(signal.SIGINT) == signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # without a traceback, until `end_on_signals`

import argparse
import ctypes
import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

# GDAL prints errors from threads outside rasterio's control; a failed scene has its own line.
os.environ.setdefault("CPL_LOG", os.devnull)

from .process import end_on_signals, open_streams, say

if __name__ == "__main__":
    open_streams()
    end_on_signals("Cancelled. Finished masks stay.")  # before the slow imports

from .classes import INVALID_CLASSES, USUAL_INVALID
from .errors import CloudS2MaskError, MaskExistsError, SettingError
from .masks.usable import ClearRule
from .product.product import each_product
from .raster.area import AreaOfInterest
from .settings import CLEAR_BUFFER, CLEAR_MIN_SIZE, OPTIONS, create_settings

_OPTIONS = OPTIONS | {"valid_buffer": CLEAR_BUFFER, "valid_min": CLEAR_MIN_SIZE}

_MALLOPT_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of malloc.h


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m cloud_s2_mask.core",
        description="Mask clouds and cloud shadows in Sentinel-2 products, and print the path of each mask. A failed "
        "scene is reported on standard error, and the exit status is then 1. A scene that does not touch the extent "
        "is skipped, which is reported but is an error only if no scene is masked.",
    )
    add = partial(_add, parser)
    parser.add_argument(
        "scenes", nargs="+", type=Path, metavar="SCENE", help=".SAFE or .zarr folder, MTD_*.xml file or .zip"
    )
    parser.add_argument("--out", required=True, type=Path, help="folder for the masks")
    add("--res", "processing_res", "pixel size of the mask in metres")
    models = "id of a model, several ids joined by +, or auto-fast: one network in place of the two of auto"
    add("--model", "model", models, "auto, by level and resolution")
    add("--device", "device", "auto, cpu, cuda, ...", "auto, the fastest that works")
    parser.add_argument(
        "--extent", type=float, nargs=4, metavar=("LEFT", "BOTTOM", "RIGHT", "TOP"), help="mask only this extent"
    )
    parser.add_argument("--extent-crs", default="EPSG:4326", help="CRS of the extent (default: EPSG:4326, degrees)")
    add("--buffer", "buffer_m", "buffer around cloud and shadow in metres")
    add("--tta", "tta_max_depth", "test-time augmentations of doubtful patches", metavar="DEPTH")
    add("--ensemble", "model_ensembling", "average all networks of the model")
    of_model = "the model's, if it has a threshold"
    add("--threshold", "threshold", "a pixel is cloud above this probability", of_model)
    shadow = "a pixel is shadow only from this probability; 0: the likeliest class"
    add("--shadow-share", "shadow_share", shadow, "the model's, if it has one", metavar="SHARE")
    add("--average", "average_px", "radius over which this probability is averaged", of_model, metavar="PIXELS")
    add("--dilate", "dilate_px", "radius by which cloud is dilated", of_model, metavar="PIXELS")
    add("--confidence", "export_confidence", "write a raster of the percentage of each class")
    parser.add_argument(
        "--valid-mask", action="store_true", help="write a raster with 1 for usable pixels, 0 elsewhere"
    )
    parser.add_argument(
        "--valid-without",
        nargs="+",
        choices=INVALID_CLASSES,
        default=USUAL_INVALID,
        metavar="CLASS",
        help=f"classes that the valid mask excludes, of {', '.join(INVALID_CLASSES)} (default: the first three)",
    )
    add("--valid-buffer", "valid_buffer", "buffer around these classes in metres")
    add("--valid-min", "valid_min", "hectares below which an object of these classes is noise")
    add("--placement", "patch_placement", "patch placement")
    add("--patch-size", "patch_size", "patch size in pixels", "the model's")
    add("--overlap", "patch_overlap_px", "smallest overlap of patches in pixels", "the model's")
    add("--batch-size", "batch_size", "patches per inference", "the device's")
    add("--threads", "processing_threads", "threads for decoding and inference", "all cores")
    add("--lanes", "lanes", "batches that a CPU infers at the same time", "by threads and free memory")
    add("--ahead", "strips_ahead", "strips that are decoded ahead", "by threads and free memory")
    add("--compression", "output_compression", "compression of the mask")
    add("--no-vrt", "keep_vrt", "write no VRT of the bands")
    add("--no-qml", "make_qml_files", "write no QGIS styles")
    add("--overwrite", "overwrite", "replace existing masks")
    verify = "compare the bands and metadata with the checksums of manifest.safe before masking; reads them once more"
    add("--verify", "verify", f"{verify}, 1 to 4 seconds per product, longer from slow disks")
    add("--quiet", "quiet", "show no progress bar")
    return parser


def _add(parser: argparse.ArgumentParser, flag: str, name: str, text: str, default: str = "", **more: Any) -> None:
    """Add an option of the settings, with its limits and default in the help; the flag of a switch inverts it."""
    option = _OPTIONS[name]
    if option.kind is bool:
        parser.add_argument(flag, dest=name, action="store_false" if option.default else "store_true", help=text)
        return
    if not option.choices:
        more = {"metavar": flag.strip("-").replace("-", "_").upper(), **more}
    if option.high:
        text += f", {option.low:g} to {option.high:g}"
        default = default or f"{option.default:g}"
    parser.add_argument(
        flag,
        dest=name,
        type=option.kind,
        default=option.default,
        choices=option.choices or None,
        help=f"{text} (default: {default or option.default})",
        **more,
    )


def _bound_memory(resolution: int) -> None:
    """Limit the memory that GDAL and glibc keep; call it before either is used.

    The decoded tiles of one row of tiles in two bands fit in GDAL's cache, whose default is 5 % of the memory. glibc
    keeps freed blocks of up to 32 MB in each thread's arena, 80 MB in total, unless blocks larger than a decoded tile
    (4 MB) are mapped separately.
    """
    os.environ.setdefault("GDAL_CACHEMAX", "24" if resolution >= 20 else "64")
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library
            ctypes.CDLL(None).mallopt(_MALLOPT_MMAP_THRESHOLD, 4_300_000)


def _area(extent: list[float] | None, crs: str) -> AreaOfInterest | None:
    if extent is None:
        return None
    left, bottom, right, top = extent
    return AreaOfInterest.box(left, bottom, right, top, crs)


def _clear_rule(options: argparse.Namespace) -> ClearRule | None:
    if not options.valid_mask:
        return None
    return ClearRule(tuple(options.valid_without), options.valid_buffer, options.valid_min)


def _in_flags(error: CloudS2MaskError, parser: argparse.ArgumentParser) -> str:
    """Return a message with flags in place of the names that options have in Python or in the window."""
    if isinstance(error, MaskExistsError):
        text = "A mask with {names} exists: {path}. Add --overwrite, or choose another folder with --out."
        return text.format_map(error.values)
    if not isinstance(error, SettingError):
        return str(error)
    flags = {name: flag for flag, name in _flags(parser) if "_" in name}
    return re.sub(r"(?<![\w./-])\w+(?![\w/-])", lambda word: flags.get(word[0], word[0]), str(error))


def _flags(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    """List the flags of a command line, each with the name of its option in Python."""
    for action in parser._actions:  # noqa: SLF001 - there is no public list
        if action.option_strings:
            yield action.option_strings[-1], action.dest


def main(arguments: list[str] | None = None) -> int:
    """Run the command line.

    Returns:
        The exit status: 0, or 1 if a scene or the whole run failed, or no scene touches the extent.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    _bound_memory(options.processing_res)
    given = {name: value for name, value in vars(options).items() if name in OPTIONS}
    given["quiet"] = options.quiet or not sys.stderr.isatty()
    try:
        settings = create_settings(
            each_product(options.scenes),
            options.out,
            area=_area(options.extent, options.extent_crs),
            valid_mask=_clear_rule(options),
            **given,
        )
        from .pipeline.batch import run_batch
        from .pipeline.progress import ProgressBars

        with ProgressBars(settings) as bars:
            outcomes = run_batch(settings, bars)
    except CloudS2MaskError as error:
        say(f"{_in_flags(error, parser)}\n", sys.stderr)
        return 1
    results = [outcome.result for outcome in outcomes if outcome.result]
    failed = not results or any(outcome.failed for outcome in outcomes)
    for outcome in outcomes:
        if outcome.error:
            reason = _in_flags(outcome.error, parser)
            say(f"{'Skipped ' if outcome.skipped else ''}{outcome.path}: {reason}\n", sys.stderr)
    if all(outcome.skipped for outcome in outcomes):
        say("Nothing was masked: no scene touches the extent. Check --extent and --extent-crs.\n", sys.stderr)
    reused = sum(result.reused for result in results)
    if options.verify and reused:
        say(f"Masks reused, whose products were not verified: {reused}. To verify, add --overwrite.\n", sys.stderr)
    if not say("".join(f"{result.mask_path}\n" for result in results), sys.stdout):
        say(f"The paths could not be printed on standard output. The masks are in {options.out}.\n", sys.stderr)
        failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    try:
        status = main()
    except SystemExit as stop:  # help, or wrong arguments
        status = stop.code if isinstance(stop.code, int) else 1
    sys.exit(status if say("", sys.stdout) else 1)
