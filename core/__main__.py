"""The command line: `python -m cloud_s2_mask.core --help`."""

from __future__ import annotations

import signal

if __name__ == "__main__" and signal.getsignal(signal.SIGINT) == signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # without a traceback, until `end_on_signals`

import argparse
import logging
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

# GDAL prints errors from threads outside rasterio's control; a failed scene has its own line.
os.environ.setdefault("CPL_LOG", os.devnull)

from .process import end_on_signals, open_streams, say

if __name__ == "__main__":
    open_streams()
    end_on_signals("Cancelled. Finished masks stay.")  # before the slow imports

from .addresses.location import Location, parse
from .areas.area import AreaOfInterest
from .cards.card import load_cards
from .cards.choice import AUTO, FAST
from .classes import INVALID_CLASSES, USUAL_INVALID
from .errors import CloudS2MaskError, MaskExistsError, SettingError, without_start
from .masks.result import SceneOutcome
from .masks.usable import ClearRule
from .memory import bound_memory
from .pipeline.progress import ProgressBars
from .product.product import each_product
from .settings import CLEAR_BUFFER, CLEAR_MIN_SIZE, OPTIONS, MaskSettings, create_settings
from .stac.search import CATALOGUES, Search, nothing_found, search

if TYPE_CHECKING:
    from .cluster.outcome_table import OutcomeTable

_NAMES = frozenset({"model", "name", "names", "option", "others"})
"""Values of messages that name models or options of Python."""
_OPTIONS = OPTIONS | {"valid_buffer": CLEAR_BUFFER, "valid_min": CLEAR_MIN_SIZE}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m cloud_s2_mask.core",
        description="Mask clouds and cloud shadows in Sentinel-2 products, and print the path of each mask. A failed "
        "scene is reported on standard error, and the exit status is then 1. A scene that does not touch the extent "
        "is skipped, which is reported but is an error only if no scene is masked.",
        epilog=_models(),
        formatter_class=_Help,
    )
    for declare in (
        _add_scenes,
        _add_search,
        _add_area,
        _add_model,
        _add_decision,
        _add_valid_mask,
        _add_machine,
        _add_files,
    ):
        declare(parser)
    return parser


class _Help(argparse.HelpFormatter):
    """Wraps each line of a text by itself, except those of lists, which are indented."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        wrapped = super()._fill_text
        return "\n".join(line if line[0] == " " else wrapped(line, width, indent) for line in text.splitlines())


def _models() -> str:
    """List the models for the help: their ids, titles and levels."""
    texts = {
        AUTO: "the networks for level and resolution: from 20 m the mean of two",
        FAST: "the first of the two alone",
    }
    cards = load_cards().values()
    texts |= {card.id: f"{card.title} ({' + '.join(card.levels)})" for card in cards}
    width = max(map(len, texts))
    return "\n".join(["models, of which --model takes the id:", *(f"  {i:{width}}  {t}" for i, t in texts.items())])


def _add_scenes(parser: argparse.ArgumentParser) -> None:
    scene = ".SAFE or .zarr folder, MTD_*.xml file, .zip or STAC item, or the address of one: https://, s3:// or gs://"
    parser.add_argument("scenes", nargs="*", metavar="SCENE", help=scene)
    group = parser.add_argument_group("scenes and masks")
    listed = "file with a scene on each line; lines that begin with # are comments; - for standard input"
    group.add_argument("--list", dest="scene_list", metavar="FILE", help=listed)
    group.add_argument("--out", required=True, type=Path, help="folder for the masks")
    table = "CSV file with a row for each scene, written as the scenes are done"
    group.add_argument("--table", type=Path, metavar="FILE", help=table)
    add = partial(_add, group)
    add("--res", "processing_res", "pixel size of the mask in metres")
    verify = "compare the bands and metadata with the checksums of manifest.safe before masking; reads them once more"
    add("--verify", "verify", f"{verify}, 1 to 4 seconds per product, longer from slow disks")
    add("--overwrite", "overwrite", "replace existing masks")


def _add_search(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("search", "of a STAC API for scenes that touch --extent")
    first = CATALOGUES[0]
    api = f"address of the API; without one: {first.api}"
    group.add_argument("--search", nargs="?", const=first.api, metavar="API", help=api)
    collection = f"default: {first.collections[0]}"
    group.add_argument("--collection", default=first.collections[0], help=collection)
    for flag, name, text in (("--from", "start", "first day"), ("--to", "end", "last day")):
        group.add_argument(flag, dest=name, type=_day, metavar="YYYY-MM-DD", help=text)
    cloud = "largest cloud cover of the tile in percent (default: 100)"
    group.add_argument("--cloud", type=float, default=100.0, metavar="PERCENT", help=cloud)


def _day(text: str) -> date:
    """Read a day.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2025-05-01") from error


def _add_area(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("area of interest")
    corners = ("LEFT", "BOTTOM", "RIGHT", "TOP")
    group.add_argument("--extent", type=float, nargs=4, metavar=corners, help="mask only this extent")
    group.add_argument("--extent-crs", default="EPSG:4326", help="CRS of the extent (default: EPSG:4326, degrees)")


def _add_model(parser: argparse.ArgumentParser) -> None:
    add = partial(_add, parser.add_argument_group("model"))
    models = "id of a model, see the end of this help; several ids joined by + are averaged"
    add("--model", "model", models, "auto, by level and resolution")
    add("--tta", "tta_max_depth", "test-time augmentations of doubtful patches", metavar="DEPTH")
    add("--ensemble", "model_ensembling", "average all networks of the model")
    add("--placement", "patch_placement", "patch placement")
    add("--patch-size", "patch_size", "width and height of patches in pixels", "the model's, or what fits the scene")
    add("--overlap", "patch_overlap_px", "smallest overlap of patches in pixels", "the model's")


def _add_decision(parser: argparse.ArgumentParser) -> None:
    add = partial(_add, parser.add_argument_group("classes"))
    add("--buffer", "buffer_m", "buffer around cloud and shadow in metres")
    of_model = "the model's, if it has a threshold"
    add("--threshold", "threshold", "a pixel is cloud above this probability", of_model)
    shadow = "a pixel is shadow only from this probability; 0: the likeliest class"
    add("--shadow-share", "shadow_share", shadow, "the model's, if it has one", metavar="SHARE")
    add("--average", "average_px", "radius over which this probability is averaged", of_model, metavar="PIXELS")
    add("--dilate", "dilate_px", "radius by which cloud is dilated", of_model, metavar="PIXELS")
    of_rules = "the model's, if it consists of rules"
    add("--shadow-dilate", "shadow_dilate_px", "radius by which shadow is dilated", of_rules, metavar="PIXELS")
    add("--snow-dilate", "snow_dilate_px", "radius by which snow is dilated", of_rules, metavar="PIXELS")
    add("--no-parallax", "parallax", "rules: keep clouds that do not move between the bands, as bright roofs do")
    add("--elevation", "elevation", "rules: raster of elevation in metres", "none", metavar="RASTER")
    water = "rules: raster of water, 1 or its occurrence in percent"
    add("--water-map", "water_map", water, "none", metavar="RASTER")


def _add_valid_mask(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("valid mask")
    group.add_argument("--valid-mask", action="store_true", help="write a raster with 1 for usable pixels, 0 elsewhere")
    group.add_argument(
        "--valid-without",
        nargs="+",
        choices=INVALID_CLASSES,
        default=USUAL_INVALID,
        metavar="CLASS",
        help=f"classes that the valid mask excludes, of {', '.join(INVALID_CLASSES)} (default: the first three)",
    )
    add = partial(_add, group)
    add("--valid-buffer", "valid_buffer", "buffer around these classes in metres")
    add("--valid-min", "valid_min", "hectares below which an object of these classes is noise")


def _add_machine(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("machine")
    address = "with this scheduler, such as host:8786, or a scheduler file"
    group.add_argument("--dask", metavar="ADDRESS", help=f"mask on the workers of the Dask cluster {address}")
    add = partial(_add, group)
    devices = "auto, cpu, cuda, cuda:1, webgpu, openvino, cpu-bf16, ..."
    add("--device", "device", devices, "auto, the fastest that works")
    add("--batch-size", "batch_size", "patches per inference", "the fastest, by a trial on a GPU")
    threads = "all cores; with --dask, one for each scene"
    add("--threads", "processing_threads", "threads that decode, and as many that infer", threads)
    add("--lanes", "lanes", "batches that a CPU infers at the same time", "by threads and free memory")
    add("--ahead", "strips_ahead", "strips that are decoded ahead", "by threads and free memory")
    add("--quiet", "quiet", "show no progress bar")
    group.add_argument("--verbose", action="store_true", help="tell the device, threads, lanes and strips of the run")


def _add_files(parser: argparse.ArgumentParser) -> None:
    add = partial(_add, parser.add_argument_group("files"))
    add("--confidence", "export_confidence", "write a raster of the percentage of each class")
    add("--compression", "output_compression", "compression of the mask")
    add("--no-vrt", "keep_vrt", "write no VRT of the bands")
    add("--no-qml", "make_qml_files", "write no QGIS styles")


def _add(group: Any, flag: str, name: str, text: str, default: str = "", **more: Any) -> None:
    """Add an option of the settings, with its limits and default in the help; the flag of a switch inverts it."""
    option = _OPTIONS[name]
    if option.kind is bool:
        group.add_argument(flag, dest=name, action="store_false" if option.default else "store_true", help=text)
        return
    if not option.choices:
        more = {"metavar": flag.strip("-").replace("-", "_").upper(), **more}
    if option.high:
        text += f", {option.low:g} to {option.high:g}"
        default = default or f"{option.default:g}"
    group.add_argument(
        flag,
        dest=name,
        type=option.kind,
        default=option.default,
        choices=option.choices or None,
        help=f"{text} (default: {default or option.default})",
        **more,
    )


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
    """Return a message with flags in place of the names of options in Python, and ids in place of titles of models."""
    if isinstance(error, MaskExistsError):
        text = (
            "A mask with other settings ({names}) exists: {path}. Add --overwrite, or choose another folder with --out."
        )
        return text.format_map(error.values)
    if not isinstance(error, SettingError):
        return str(error)
    flags = {name: flag for flag, name in _flags(parser)}
    ids = {card.title: card.id for card in load_cards().values()} | {"Automatic": AUTO}
    return error.renamed(flags | ids, _NAMES)


def _flags(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    """List the flags of a command line, each with the name of its option in Python."""
    for action in parser._actions:  # noqa: SLF001 - there is no public list
        if action.option_strings:
            yield action.option_strings[-1], action.dest


def _scenes(options: argparse.Namespace) -> Iterator[Location]:
    """Return the scenes of the command line, then those of the search and of the list.

    Raises:
        SettingError: the list cannot be read, or an address is none.
        CloudS2MaskError: see `search`.
    """
    yield from map(parse, options.scenes)
    yield from _searched(options)
    if options.scene_list is None:
        return
    try:
        if options.scene_list == "-":
            data = sys.stdin.buffer.read() if sys.stdin else b""  # None: closed
        else:
            data = Path(options.scene_list).read_bytes()
    except OSError as error:
        raise SettingError(
            "The list of scenes {path} cannot be read ({reason}). Give a text file, or - for standard input.",
            path=options.scene_list,
            reason=error.strerror,
        ) from error
    text = data.decode("utf-8", "surrogateescape").lstrip("\ufeff")
    for line in map(str.strip, text.splitlines()):
        if line and not line.startswith("#"):
            yield parse(line)


def _searched(options: argparse.Namespace) -> Iterator[Location]:
    """Return the scenes that a search finds; none without one.

    Raises:
        SettingError: there is no extent, or a condition is impossible.
        CloudS2MaskError: see `search`.
    """
    if options.search is None:
        return
    area = _area(options.extent, options.extent_crs)
    if area is None:
        raise SettingError(
            "{name} needs {option}: only scenes that touch it are searched.", name="--search", option="--extent"
        )
    wanted = Search(options.search, options.collection, area, options.start, options.end, options.cloud)
    found = search(wanted)
    if not found:
        raise nothing_found(wanted)
    if not options.quiet:
        say(f"Scenes found: {len(found)}\n", sys.stderr)
    yield from (one.location for one in found)


def _settings(options: argparse.Namespace) -> MaskSettings:
    given = {name: value for name, value in vars(options).items() if name in OPTIONS}
    scenes = _scenes(options)
    return create_settings(
        list(scenes) if options.dask else each_product(scenes),  # workers open the archives
        options.out,
        area=_area(options.extent, options.extent_crs),
        valid_mask=_clear_rule(options),
        **given,
    )


class _Report(ProgressBars):
    """The lines that are printed at the end of a run; the outcomes are not kept, because there may be millions."""

    def __init__(self, settings: MaskSettings, parser: argparse.ArgumentParser, table: OutcomeTable | None) -> None:
        super().__init__(settings)
        self._parser = parser
        self._table = table
        self.masks: list[tuple[int, str]] = []
        self.errors: list[tuple[int, str]] = []
        self.failed = False
        self.reused = 0

    def scene_done(self, index: int, outcome: SceneOutcome) -> None:
        """See `Listener`."""
        super().scene_done(index, outcome)
        if outcome.result:
            self.masks.append((index, f"{outcome.result.mask_path}\n"))
            self.reused += outcome.result.reused
        if outcome.error:
            path, skipped = str(outcome.path), "Skipped " if outcome.skipped else ""
            reason = without_start(_in_flags(outcome.error, self._parser), path)
            self.errors.append((index, f"{skipped}{path}: {reason}\n"))
        self.failed = self.failed or outcome.failed
        if self._table:
            self._table.add(outcome)


def _masked(options: argparse.Namespace, parser: argparse.ArgumentParser) -> _Report:
    """Mask the scenes of the command line.

    Raises:
        CloudS2MaskError: the run failed, or its table could not be written.
    """
    settings = _settings(options)
    from .cluster.batch import mask_scenes
    from .cluster.connection import connected
    from .cluster.outcome_table import OutcomeTable

    with ExitStack() as stack:
        client = stack.enter_context(connected(options.dask)) if options.dask else None
        table = stack.enter_context(OutcomeTable(options.table)) if options.table else None
        report = stack.enter_context(_Report(settings, parser, table))
        mask_scenes(settings, report, client)
    if table and table.error:
        report.errors.append((len(settings.sources), f"{table.error}\n"))
        report.failed = True
    return report


def main(arguments: list[str] | None = None) -> int:
    """Run the command line.

    Returns:
        The exit status: 0, or 1 if a scene or the whole run failed, or no scene touches the extent.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    if not (options.scenes or options.scene_list or options.search):
        parser.error("no scene: add a SCENE, --list FILE or --search")
    options.quiet = options.quiet or not sys.stderr.isatty()
    if options.verbose:
        logging.basicConfig(format="%(message)s")
        logging.getLogger(__package__).setLevel(logging.INFO)
    bound_memory(options.processing_res)
    warnings.filterwarnings("ignore", "Dataset has no geotransform")  # the metadata of EOPF products tell the place
    try:
        report = _masked(options, parser)
    except CloudS2MaskError as error:
        say(f"{_in_flags(error, parser)}\n", sys.stderr)
        return 1
    for _, line in sorted(report.errors):
        say(line, sys.stderr)
    if not report.masks and not report.failed:
        say("Nothing was masked: no scene touches the extent. Check --extent and --extent-crs.\n", sys.stderr)
    if options.verify and report.reused:
        text = f"Masks reused, whose products were not verified: {report.reused}. To verify, add --overwrite.\n"
        say(text, sys.stderr)
    if not say("".join(path for _, path in sorted(report.masks)), sys.stdout):
        say(f"The paths could not be printed on standard output. The masks are in {options.out}.\n", sys.stderr)
        return 1
    return 1 if report.failed or not report.masks else 0


if __name__ == "__main__":
    try:
        status = main()
    except SystemExit as stop:  # help, or wrong arguments
        status = stop.code if isinstance(stop.code, int) else 1
    sys.exit(status if say("", sys.stdout) else 1)
