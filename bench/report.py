"""Write docs/performance.md from the measurements; an environment of its own draws the plots."""

from __future__ import annotations

import importlib.metadata
import json
import os
import platform
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ..core.cards.choice import AUTO, FAST
from ..tools.environments import python_of
from ..tools.full_size import build
from ..tools.labelled_scene import SIX_BANDS
from .results import GroupResult, Measured

HERE = Path(__file__).parent
PLOT = "performance-growth.svg"
REFERENCES = {
    "ukis": "plugin",
    "clouds2mask": "plugin-clouds2mask",
    "omnicloudmask": "plugin-omnicloudmask",
    "s2cloudless-60m": "plugin-60m",
    "s2cloudless-20m": "plugin-20m",
    "batch": "batch-1",
    "eopf": "safe",
}
"""Reference program of each group for ratios."""
ON = " on "
"""Between the name of a group and the device, where that is not the processor."""
LIMITS = {"start": 0.3, "list": 0.1, "remove": 0.1, "filter": 0.1, "run": 0.25}
"""Seconds that each part of the windows may take."""
BATCH = 4
CAREFUL_PATCHES = (512, 64)
"""Size and overlap of squares that cost a third more than the patches of the cards."""
LABEL_SCENES = ("image", "window of a tile", "another window")
AUTOMATIC_TITLES = {AUTO: "Automatic", FAST: "Automatic, fast"}


def write_report(results: Mapping[str, GroupResult], docs: Path, folder: Path) -> Path:
    """Write the page and its plot into `docs` and return the page; `folder` holds the environments."""
    measured = {group: found.programs for group, found in results.items()}
    if "growth" in measured:
        data = json.dumps({key: [m.wall, m.peak_gb] for key, m in measured["growth"].items()})
        plot = docs / "images" / PLOT
        subprocess.run(
            [python_of("report", folder / "envs"), HERE / "plots.py", plot], input=data, check=True, text=True
        )
    page = docs / "performance.md"
    page.write_text("\n".join(_page(results, measured, folder)) + "\n", encoding="utf-8")
    return page


def _page(
    results: Mapping[str, GroupResult], measured: Mapping[str, Mapping[str, Measured]], folder: Path
) -> Iterator[str]:
    yield "# Performance"
    yield ""
    yield "`make bench` builds the product, runs every program below and writes this page. Times depend on the machine and"
    yield "its load: compare the ratios of one section. A section that was not measured again keeps its figures."
    yield ""
    yield from _targets(measured)
    for group, reference in REFERENCES.items():
        for name in measured:
            if name.partition(ON)[0] == group:
                yield from _side_by_side(name, results[name], reference)
    if "cluster" in measured:
        yield from _cluster(results["cluster"])
    if "stages" in measured:
        yield from _stages(results["stages"])
    if "labels" in measured:
        yield from _labels(results["labels"])
    if "growth" in measured:
        yield from _growth(results["growth"], _bytes_read(folder))
    if "schedule" in measured:
        yield from _schedule(results["schedule"])
    if "window" in measured:
        yield from _windows(results["window"])
    yield (HERE / "remarks.md").read_text(encoding="utf-8").rstrip()


def _targets(measured: Mapping[str, Mapping[str, Measured]]) -> Iterator[str]:
    yield "## Targets and results"
    yield ""
    rows = list(_target_rows(measured))
    yield from _table(["", "target", "measured", "met"], rows)


def _target_rows(measured: Mapping[str, Mapping[str, Measured]]) -> Iterator[list[str]]:
    growth = measured.get("growth", {})
    if "ukis" in measured:
        yield from _ukis_targets(measured["ukis"])
    if "resolution-10" in growth:
        yield _at_most("10 m: peak memory, GB", growth["resolution-10"].peak_gb, 1.3)
    if "clouds2mask" in measured:
        peer, own = (measured["clouds2mask"][key] for key in ("clouds2mask", "plugin-clouds2mask"))
        yield _at_least("CloudS2Mask's network, 20 m: speed relative to clouds2mask", peer.wall / own.wall, 1.8)
        yield _at_most("CloudS2Mask's network, 20 m: peak memory, GB", own.peak_gb, 1.5)
    if "omnicloudmask" in measured:
        peer, own = (measured["omnicloudmask"][key] for key in ("omnicloudmask", "plugin-omnicloudmask"))
        yield _at_least("OmniCloudMask's networks, 20 m: speed relative to omnicloudmask", peer.wall / own.wall, 1.5)
        yield _at_most("OmniCloudMask's networks, 20 m: peak memory, GB", own.peak_gb, 1.5)
    for m in measured.get("stages", {}).values():
        if "share" in m.said:
            yield _at_most(f"inferred pixels per pixel with data, {m.title}", m.said["share"], 1.3)
    yield from _gpu_targets(measured)
    yield from _label_targets(measured["labels"]["labels"].said["rows"] if "labels" in measured else ())
    if "cluster" in measured:
        ratio = measured["cluster"]["mask"].wall / measured["cluster"]["here"].wall
        yield _at_most("time of 4 scenes on a cluster of this computer relative to one process", ratio, 1.05)
    if "eopf" in measured:
        safe, eopf = (measured["eopf"][key] for key in ("decode-safe-10m", "decode-eopf-10m"))
        yield _at_most("decoding an EOPF product at 10 m relative to SAFE, CPU time", eopf.cpu / safe.cpu, 0.05)
    if "batch" in measured:
        four, one = measured["batch"]["batch-4"], measured["batch"]["batch-1"]
        yield _at_most("time of a batch of 4 scenes relative to 4 times one scene", four.wall / BATCH / one.wall, 1.0)


def _gpu_targets(measured: Mapping[str, Mapping[str, Measured]]) -> Iterator[list[str]]:
    """Judge the groups that were measured on a GPU, where the peers ran on it too."""
    for name, programs in measured.items():
        group, on, _device = name.partition(ON)
        if on and group == "ukis":
            yield _at_most(f"{name}, 'Automatic', 20 m: inference alone, s", programs["network"].wall, 2)
            yield _at_most(f"{name}, 'Automatic', 20 m: from files to mask, s", programs["plugin"].wall, 5)
        elif on and group in {"clouds2mask", "omnicloudmask"}:
            ratio = programs[group].wall / programs[REFERENCES[group]].wall
            yield _at_least(f"{name}, the same networks: speed relative to the package", ratio, 2)


def _ukis_targets(ukis: Mapping[str, Measured]) -> Iterator[list[str]]:
    plugin, limit = ukis["plugin"], ukis["decode"].wall + ukis["network"].wall
    for title, key, speed, memory in (("Automatic", "plugin", 1.25, 1.15), ("Automatic, fast", "fast", 2.0, 0.95)):
        ratio, name = ukis["ukis"].wall / ukis[key].wall, f"'{title}', 20 m"
        yield _at_least(f"{name}: speed relative to ukis-csmask, reading included", ratio, speed)
        yield _at_most(f"{name}: peak memory, GB", ukis[key].peak_gb, memory)
    yield _at_most("wall time relative to decoding alone plus inference alone", plugin.wall / limit, 1.2)
    yield _at_most("time of 1 % of the tile relative to the whole tile", ukis["area"].wall / plugin.wall, 0.08)


def _label_targets(rows: Iterable[Mapping[str, Any]]) -> Iterator[list[str]]:
    """Judge the patches of the cards by squares of 512 px with 64 px of overlap, which take a third more time."""
    found = {(row["model"], "chosen" if row["chosen"] else (row["size"], row["overlap"])): row for row in rows}
    for model, title in AUTOMATIC_TITLES.items():
        chosen, careful = found.get((model, "chosen")), found.get((model, CAREFUL_PATCHES))
        if chosen and careful:
            for scene, kept, most in zip(LABEL_SCENES, chosen["kept"], careful["kept"]):
                name = f"'{title}': stable labels kept, relative to patches with 64 px of overlap, {scene}"
                yield _at_least(name, kept / most, 0.99)
            if chosen["kappa"] and careful["kappa"]:
                name = f"'{title}': kappa of people's labels, relative to patches with 64 px of overlap"
                yield _at_least(name, chosen["kappa"] / careful["kappa"], 0.99)


def _at_least(name: str, value: float, target: float) -> list[str]:
    return [name, f"at least {target}", f"{value:.2f}", "yes" if value >= target else "**no**"]


def _at_most(name: str, value: float, target: float) -> list[str]:
    return [name, f"at most {target}", f"{value:.2f}", "yes" if value <= target else "**no**"]


def _side_by_side(group: str, found: GroupResult, reference: str) -> Iterator[str]:
    yield f"## Side by side: {group}"
    yield ""
    yield f"Medians of alternating runs, device {found.device}. {_when(found)}"
    yield ""
    own = found.programs[reference]
    rows = [
        [
            m.title,
            f"{m.wall:.1f}",
            f"{m.cpu:.1f}",
            f"{m.peak_gb:.2f}",
            f"{m.wall / own.wall:.2f}",
            f"{m.peak_gb / own.peak_gb:.2f}",
            f"{m.runs}",
            f"{m.spread:.2f}",
        ]
        for m in found.programs.values()
    ]
    yield from _table(
        ["", "wall s", "CPU s", "peak GB", "wall ratio", "memory ratio", "runs", "slowest / fastest run"], rows
    )


def _when(found: GroupResult) -> str:
    return f"Measured on {found.date}. {found.machine}"


def _cluster(found: GroupResult) -> Iterator[str]:
    programs = found.programs
    yield "## A cluster of one computer"
    yield ""
    yield _when(found)
    yield ""
    masked = [programs[key] for key in ("here", "mask")]
    rows = [[one.title, f"{one.wall:.1f}", f"{one.said['cpu']:.1f}"] for one in masked]
    yield from _table(["", "wall s", "CPU s"], rows)
    pretended = programs["pretend"]
    said = pretended.said
    rows = [[pretended.title, f"{pretended.wall:.1f}", f"{said['listed']:.0f}", f"{said['done']:.0f}"]]
    yield from _table(["", "wall s", "bytes of the driver for each scene in the list", "for each outcome"], rows)


def _stages(found: GroupResult) -> Iterator[str]:
    programs = found.programs
    yield "## Stages"
    yield ""
    yield _when(found)
    yield "Thread time of each stage in seconds, for the scene with a swath edge at 20 m. Stages run in parallel and include"
    yield "waiting for a core, so their sum exceeds the wall time."
    yield ""
    seconds = dict(programs["stages"].said["stages"])
    rows = [["wall", f"{seconds.pop('all'):.1f}"], *([name, f"{value:.1f}"] for name, value in seconds.items())]
    yield from _table(["", "s"], rows)
    plans = [m for m in programs.values() if "share" in m.said]
    rows = [[m.title, str(m.said["patches"]), f"{m.said['share']:.3f}"] for m in plans]
    yield from _table(["", "patches", "inferred pixels per pixel with data"], rows)


def _labels(found: GroupResult) -> Iterator[str]:
    yield "## Patch size, overlap and labels"
    yield ""
    yield _when(found)
    yield "Share of pixels with the same class as with squares of 512 px that overlap by half: on the test image of s2cloudless"
    yield "(cumulus, cirrus and haze; pixel size set to 20 m) and on two windows of 1300 x 1300 px of a whole tile made of it, with"
    yield "the tile's own patches. No placement gives all labels of another one, because the network sees each pixel in another"
    yield "surrounding: squares of 640 px that overlap by half, which are as careful, share the labels in the lines *640, half*. In"
    yield "brackets is the share of these stable labels that a placement keeps. In bold: the patches of the card; targets compare"
    yield "them with patches of 64 px of overlap. Kappa is Cohen's, on the three images with labels of cloud and shadow, each"
    yield "mirrored to 1248 x 1440 px, so that patches cut it. Pixels are those inferred per pixel of a whole tile at 20 m."
    yield ""
    cells = []
    for row in found.programs["labels"].said["rows"]:
        if row["chosen"]:
            stable = (f"{100 * share:.2f} %" for share in row["references"])
            cells.append([row["model"], "640, half", "320", "", *stable, ""])
        shape = ("**{} x {}**" if row["chosen"] else "{} x {}").format(*row["shape"])
        shares = (f"{100 * own:.2f} % ({100 * kept:.2f})" for own, kept in zip(row["agreements"], row["kept"]))
        kappa = "" if row["kappa"] is None else f"{row['kappa']:.3f}"
        cells.append([row["model"], shape, f"{row['overlap']}", f"{row['inferred']:.2f}", *shares, kappa])
    yield from _table(["model", "patch px on a tile", "overlap px", "pixels", *LABEL_SCENES, "kappa"], cells)


def _windows(found: GroupResult) -> Iterator[str]:
    yield "## Windows"
    yield ""
    yield f"Medians, in QGIS without a screen. {_when(found)}"
    yield ""
    rows = [
        [*_at_most(m.title, m.wall / LIMITS[part], 1.0), f"{m.wall:.3f}", f"{LIMITS[part]:g}", f"{m.runs}"]
        for part, m in found.programs.items()
    ]
    yield from _table(["time relative to its limit", "target", "measured", "met", "s", "limit, s", "runs"], rows)


def _schedule(found: GroupResult) -> Iterator[str]:
    """Tabulate the simulated runs: seconds, and their ratio to what no schedule can go below."""
    yield from ("## Cores and GPUs, simulated", "")
    yield "`make bench-schedule` runs the real pipeline on a real product, where decoding a piece and inferring a batch only"
    yield "sleep, on so many pretended cores. The floor is what no schedule can go below, from constants: for a scene at 20 m"
    yield "2.5 s, and 103 CPU seconds divided by the cores. They are of squares of 512 px; a ratio below 1 is possible since"
    yield "fewer pixels are inferred."
    yield "Strips: the memory of those that are decoded or inferred at the same time. Computed: CPU seconds of the program."
    yield "Where there are fewer cores than are pretended, time runs slower by their ratio, for what is computed too."
    yield _when(found)
    yield ""
    rows = []
    for key, measured in found.programs.items():
        metres, scenes, device, cores = key.split("-")
        said = measured.said
        ratio = measured.wall / said["floor"]
        machine = f"{cores} cores" + (" and a GPU" if device == "gpu" else "")
        target = _most_over_floor(int(cores), gpu=device == "gpu")
        met = "yes" if ratio <= target else "**no**"
        seconds = f"{measured.wall:.1f}", f"{said['floor']:.1f}", f"{ratio:.2f}", f"{target}"
        rows.append([f"{metres} m", scenes, machine, *seconds, met, f"{said['strips_mb']:.0f}", f"{measured.cpu:.1f}"])
    head = ["pixels", "scenes", "machine", "s", "floor, s", "ratio", "at most", "met", "strips, MB", "computed, CPU s"]
    yield from _table(head, rows)


def _most_over_floor(cores: int, *, gpu: bool) -> float:
    if gpu:
        return 1.15 if cores <= 16 else 1.3
    return 1.1 if cores <= 8 else 1.25


def _growth(found: GroupResult, scene_bytes: int) -> Iterator[str]:
    programs = found.programs
    yield "## Scaling"
    yield ""
    yield f"![Wall time and peak memory against pixel size, scenes, patch size and threads](images/{PLOT})"
    yield ""
    rows = [[m.title, f"{m.wall:.1f}", f"{m.cpu:.1f}", f"{m.peak_gb:.2f}"] for m in programs.values()]
    yield from _table(["", "wall s", "CPU s", "peak GB"], rows)
    yield _when(found)
    hours, gigabytes = programs["default"].cpu / 3600, scene_bytes / 1e9
    yield f"At 20 m a scene of this size takes {60 * hours:.1f} core minutes and reads {gigabytes:.2f} GB (six band files, once each)."
    yield f"A thousand scenes take {1e3 * hours:.0f} core hours and {gigabytes:.2f} TB of reading; a million take {1e3 * hours:.0f} thousand core"
    yield f"hours and {gigabytes:.2f} PB. Memory does not grow with the number of scenes: while one is masked, the next is opened"
    yield "and the previous mask is written. Scenes share only the loaded network, so lists of products can be divided among"
    yield "machines."
    yield ""


def _bytes_read(folder: Path) -> int:
    images = build(folder).glob("GRANULE/*/IMG_DATA/*.jp2")
    return sum(path.stat().st_size for path in images if path.stem.rpartition("_")[2] in SIX_BANDS)


def _table(header: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    yield "| " + " | ".join(header) + " |"
    yield "|" + "---|" * len(header)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""


def machine() -> str:
    """Describe the processor, cores, memory and package versions."""
    name = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        lines = cpuinfo.read_text(encoding="utf-8").splitlines()
        name = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), name)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9 if hasattr(os, "sysconf") else 0
    packages = ("onnxruntime", "numpy", "rasterio")
    versions = ", ".join(f"{package} {importlib.metadata.version(package)}" for package in packages)
    return (
        f"Machine: {name}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}; Python "
        f"{platform.python_version()}, {versions}."
    )
