"""The command line: `python -m cloud_s2_mask.core --help`."""

from __future__ import annotations

import argparse
import ctypes
import os
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

# GDAL prints its errors by itself from threads that rasterio does not know; a failed scene has its own line.
os.environ.setdefault("CPL_LOG", os.devnull)

from .classes import INVALID_CLASSES
from .errors import CloudS2MaskError
from .masks.usable import ClearRule
from .raster.area import AreaOfInterest
from .settings import CLEAR_BUFFER, CLEAR_MIN_SIZE, OPTIONS, create_settings

_OPTIONS = OPTIONS | {"valid_buffer": CLEAR_BUFFER, "valid_min": CLEAR_MIN_SIZE}

_MALLOPT_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of malloc.h


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m cloud_s2_mask.core",
        description="Mask clouds and cloud shadows in Sentinel-2 products. Prints the path of one mask per line; a "
        "scene that fails gets one line on standard error, and the exit status is then 1. One that does not touch "
        "the "
        "extent is skipped with a line, and is no failure.",
    )
    add = partial(_add, parser)
    parser.add_argument("scenes", nargs="+", type=Path, metavar="SCENE", help=".SAFE folder, MTD_*.xml file or .zip")
    parser.add_argument("--out", required=True, type=Path, help="folder for the masks")
    add("--res", "processing_res", "pixel size of the mask in metres")
    add("--model", "model", "id of a model, or several joined by +", "by level and resolution")
    add("--device", "device", "auto, cpu, cuda, ...", "auto, the best there is")
    parser.add_argument(
        "--extent", type=float, nargs=4, metavar=("LEFT", "BOTTOM", "RIGHT", "TOP"), help="mask only this ground"
    )
    parser.add_argument("--extent-crs", default="EPSG:4326", help="CRS of the extent (default: EPSG:4326, degrees)")
    add("--buffer", "buffer_m", "metres to grow cloud and shadow by")
    add("--tta", "tta_max_depth", "augmentations of doubtful patches", metavar="DEPTH")
    add("--ensemble", "model_ensembling", "average all networks of the model")
    of_model = "the model's, if it has a threshold"
    add("--threshold", "threshold", "cloud above this probability", of_model)
    add("--average", "average_px", "radius to average that over", of_model, metavar="PIXELS")
    add("--dilate", "dilate_px", "radius to dilate cloud by", of_model, metavar="PIXELS")
    add("--confidence", "export_confidence", "write percents of each class beside the mask")
    parser.add_argument("--valid-mask", action="store_true", help="write 1 where usable, 0 elsewhere, beside the mask")
    parser.add_argument(
        "--valid-without",
        nargs="+",
        choices=INVALID_CLASSES,
        default=INVALID_CLASSES,
        metavar="CLASS",
        help=f"classes that the valid mask leaves out (default: {' '.join(INVALID_CLASSES)})",
    )
    add("--valid-buffer", "valid_buffer", "metres that they grow by there")
    add("--valid-min", "valid_min", "hectares below which they are noise")
    add("--placement", "patch_placement", "patch placement")
    add("--patch-size", "patch_size", "patch size in pixels", "the model's")
    add("--overlap", "patch_overlap_px", "smallest overlap of patches in pixels", "the model's")
    add("--batch-size", "batch_size", "patches per inference", "what suits the device")
    add("--threads", "processing_threads", "threads for decoding and inference", "all cores")
    add("--compression", "output_compression", "of the mask")
    add("--no-vrt", "keep_vrt", "write no VRT of the bands")
    add("--no-qml", "make_qml_files", "write no QGIS styles")
    add("--overwrite", "overwrite", "replace masks made with other settings")
    add("--quiet", "quiet", "show no progress")
    return parser


def _add(parser: argparse.ArgumentParser, flag: str, name: str, text: str, default: str = "", **more: Any) -> None:
    """Offer an option of the settings, with its limits and default in the help; the flag of a switch turns it over."""
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
    """Keep what other libraries hold on to small; to be called before any of them is used.

    Decoded tiles of two bands' tile rows fit in GDAL's cache, which by default takes 5 % of the memory. glibc keeps
    blocks of up to 32 MB that were freed, in each thread's arena: 80 MB in all, unless those larger than a decoded
    tile (4 MB) are mapped one by one.
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


def main(arguments: list[str] | None = None) -> int:
    """Mask what the arguments name.

    Returns:
        The exit status: 0, or 1 if a scene or the whole run failed.
    """
    options = _parser().parse_args(arguments)
    _bound_memory(options.processing_res)
    given = {name: value for name, value in vars(options).items() if name in OPTIONS}
    given["quiet"] = options.quiet or not sys.stderr.isatty()
    try:
        settings = create_settings(
            options.scenes,
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
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("Cancelled; scenes that were finished stay.\n")
        return 130
    for outcome in outcomes:
        if outcome.result:
            sys.stdout.write(f"{outcome.result.mask_path}\n")
        else:
            sys.stderr.write(f"{'Skipped ' if outcome.skipped else ''}{outcome.path}: {outcome.error}\n")
    return 1 if any(outcome.failed for outcome in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
