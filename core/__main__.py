"""The command line: `python -m cloud_s2_mask.core --help`."""

from __future__ import annotations

import argparse
import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import get_args

# GDAL prints its errors by itself from threads that rasterio does not know; a failed scene has its own line.
os.environ.setdefault("CPL_LOG", os.devnull)

from .classes import INVALID_CLASSES
from .errors import CloudS2MaskError
from .masks.usable import ClearRule
from .raster.area import AreaOfInterest
from .raster.patches import PatchPlacement
from .settings import Compression, create_settings

_MALLOPT_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of malloc.h


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m cloud_s2_mask.core",
        description="Mask clouds and cloud shadows in Sentinel-2 products. Prints the path of one mask per line; a "
        "scene that fails gets one line on standard error, and the exit status is then 1. One that does not touch "
        "the "
        "extent is skipped with a line, and is no failure.",
    )
    parser.add_argument("scenes", nargs="+", type=Path, metavar="SCENE", help=".SAFE folder, MTD_*.xml file or .zip")
    parser.add_argument("--out", required=True, type=Path, help="folder for the masks")
    parser.add_argument("--res", type=int, default=20, help="pixel size of the mask in metres, 10 to 60 (default: 20)")
    parser.add_argument(
        "--model", default="auto", help="id of a model, or several joined by + (default: by level and resolution)"
    )
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda, ... (default: auto, the best there is)")
    parser.add_argument(
        "--extent", type=float, nargs=4, metavar=("LEFT", "BOTTOM", "RIGHT", "TOP"), help="mask only this ground"
    )
    parser.add_argument("--extent-crs", default="EPSG:4326", help="CRS of the extent (default: EPSG:4326, degrees)")
    parser.add_argument("--buffer", type=float, default=0.0, help="metres to grow cloud and shadow by (default: 0)")
    parser.add_argument("--tta", type=int, default=0, metavar="DEPTH", help="augmentations of doubtful patches, 0 to 7")
    parser.add_argument("--ensemble", action="store_true", help="average all networks of the model")
    parser.add_argument("--threshold", type=float, help="cloud above this probability (models with a threshold)")
    parser.add_argument("--average", type=int, metavar="PIXELS", help="radius to average that over (as above)")
    parser.add_argument("--dilate", type=int, metavar="PIXELS", help="radius to dilate cloud by (as above)")
    parser.add_argument("--confidence", action="store_true", help="write percents of each class beside the mask")
    parser.add_argument("--valid-mask", action="store_true", help="write 1 where usable, 0 elsewhere, beside the mask")
    parser.add_argument(
        "--valid-without",
        nargs="+",
        choices=INVALID_CLASSES,
        default=INVALID_CLASSES,
        metavar="CLASS",
        help=f"classes that the valid mask leaves out (default: {' '.join(INVALID_CLASSES)})",
    )
    parser.add_argument("--valid-buffer", type=float, default=0.0, help="metres that they grow by there (default: 0)")
    parser.add_argument("--valid-min", type=float, default=0.0, help="hectares below which they are noise (default: 0)")
    parser.add_argument("--placement", choices=get_args(PatchPlacement), default="offset", help="patch placement")
    parser.add_argument("--patch-size", type=int, help="patch size in pixels (default: the model's)")
    parser.add_argument("--overlap", type=int, help="smallest overlap of patches in pixels (default: the model's)")
    parser.add_argument("--batch-size", type=int, help="patches per inference (default: what suits the device)")
    parser.add_argument("--threads", type=int, help="threads for decoding and inference (default: all cores)")
    parser.add_argument("--compression", choices=get_args(Compression), default="deflate", help="of the mask")
    parser.add_argument("--no-vrt", action="store_true", help="write no VRT of the bands")
    parser.add_argument("--no-qml", action="store_true", help="write no QGIS styles")
    parser.add_argument("--overwrite", action="store_true", help="replace masks made with other settings")
    parser.add_argument("--quiet", action="store_true", help="show no progress")
    return parser


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
    _bound_memory(options.res)
    try:
        settings = create_settings(
            options.scenes,
            options.out,
            processing_res=options.res,
            model=options.model,
            device=options.device,
            area=_area(options.extent, options.extent_crs),
            buffer_m=options.buffer,
            tta_max_depth=options.tta,
            model_ensembling=options.ensemble,
            threshold=options.threshold,
            average_px=options.average,
            dilate_px=options.dilate,
            export_confidence=options.confidence,
            valid_mask=_clear_rule(options),
            patch_placement=options.placement,
            patch_size=options.patch_size,
            patch_overlap_px=options.overlap,
            batch_size=options.batch_size,
            processing_threads=options.threads,
            output_compression=options.compression,
            keep_vrt=not options.no_vrt,
            make_qml_files=not options.no_qml,
            overwrite=options.overwrite,
            quiet=options.quiet or not sys.stderr.isatty(),
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
