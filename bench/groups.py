"""Groups of programs that the benchmark runs alternately, so that all are measured under the same conditions."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from ..core.cards.choice import FAST
from ..tools import full_size
from ..tools.environments import python_of
from ..tools.package import ROOT
from . import own_network

PACKAGE = __package__.rpartition(".")[0]
PEERS = Path(__file__).parent / "peers"
AREA_SHARE = 0.01
"""Share of the tile, at its centre."""
PATCH_SIZES = (256, 512, 640)
SCENE_COUNTS = (1, 2, 4, 8)
OWN = "this plugin"
NVIDIA = ("cuda", "tensorrt")
"""Devices of the plugin for which it has an environment of its own, and its peers use the GPU too."""
SIMULATED = [
    *((20, 1, False, cores) for cores in (2, 4, 8, 16, 32)),
    *((20, 4, False, cores) for cores in (8, 16, 32)),
    *((10, 1, False, cores) for cores in (8, 16, 32)),
    *((20, scenes, True, cores) for scenes in (1, 4) for cores in (4, 8, 16, 32)),
    *((10, 1, True, cores) for cores in (8, 16, 32)),
]
"""Pixel size in metres, scenes, with a GPU, cores of the machines that are simulated; fewer cores take hours."""
CLOUDS2MASK_PATCHES = ("--patch-size", "352", "--overlap", "32")
"""The patches with which the plugin is fastest; the card has those of the package."""


@dataclass(frozen=True)
class Program:
    """A command to measure."""

    key: str
    title: str
    command: Sequence[str | Path]
    """`{out}` stands for an empty folder."""
    environment: Mapping[str, str] = field(default_factory=dict)
    times_itself: bool = False
    """True if the last line of its output is {"seconds": ...}, without start-up."""


@dataclass(frozen=True)
class Group:
    """Programs to compare."""

    programs: tuple[Program, ...]
    at_most_runs: int = 99


class Groups:
    """All groups; products, environments and networks are prepared when a group is requested."""

    def __init__(self, folder: Path, device: str) -> None:
        """Prepare groups below `folder`; the plugin runs on `device`."""
        self._folder = folder
        self._device = device
        self._python = Path(sys.executable)
        self._environment = {"PYTHONPATH": str(Path(__file__).parent.parent / "build" / "plugins")}

        self._makers: dict[str, Callable[[], Group]] = {
            "ukis": self._ukis,
            "clouds2mask": self._clouds2mask,
            "omnicloudmask": self._omnicloudmask,
            "s2cloudless-60m": partial(self._s2cloudless, 60),
            "s2cloudless-20m": partial(self._s2cloudless, 20),
            "eopf": self._eopf,
            "batch": self._batch,
            "cluster": self._cluster,
            "growth": self._growth,
            "stages": self._stages,
            "labels": self._labels,
            "window": self._window,
            "schedule": self._schedule,
        }

    def names(self) -> list[str]:
        """Return the names of the groups in the order they are run."""
        return list(self._makers)

    def group(self, name: str) -> Group:
        """Prepare a group with its products, environments and networks."""
        if self._device.partition(":")[0] in NVIDIA:
            self._python = self._peer("cuda")
            networks = {**os.environ, "PYTHON": str(self._python)}
            subprocess.run([ROOT / "tools" / "models.sh"], check=True, cwd=ROOT, env=networks, stdout=sys.stderr)
        return self._makers[name]()

    def _ukis(self) -> Group:
        safe, half = self._swath(), full_size.TILE_METRES / 2
        edge = full_size.TILE_METRES * AREA_SHARE**0.5 / 2
        west, north = full_size.ORIGIN
        middle = west + half - edge, north - half - edge, west + half + edge, north - half + edge
        extent = ["--extent", *(str(value) for value in middle), "--extent-crs", f"EPSG:{full_size.EPSG}"]
        return Group(
            (
                Program(
                    "ukis", "ukis-csmask 1.0.0, 20 m", [self._peer("ukis"), PEERS / "ukis.py", safe, "{out}/mask.tif"]
                ),
                self._plugin("plugin", f"{OWN}, 'Automatic', 20 m", [safe]),
                self._plugin("fast", f"{OWN}, 'Automatic, fast', 20 m", [safe], "--model", FAST),
                self._part("decode", "decoding alone", ["decode", safe]),
                self._part("network", "inference of 'Automatic' alone, on pixels with data only", ["network", safe]),
                self._plugin("area", f"{OWN}, 'Automatic', 1 % of the tile", [safe], *extent),
            ),
        )

    def _clouds2mask(self) -> Group:
        python, peer, models = self._with_weights("clouds2mask")
        command: list[str | Path] = [python, peer, self._swath(), "{out}", self._of_peers]
        return Group(
            (
                Program("clouds2mask", "clouds2mask 1.1.3, 20 m", command),
                self._plugin(
                    "plugin-clouds2mask",
                    f"{OWN}, the same network, 20 m",
                    [self._swath()],
                    *("--model", "clouds2mask-20m", *CLOUDS2MASK_PATCHES),
                    models=models,
                ),
            ),
        )

    def _omnicloudmask(self) -> Group:
        python, peer, models = self._with_weights("omnicloudmask")
        command: list[str | Path] = [python, peer, self._swath(), "{out}", models.with_name("weights"), self._of_peers]
        return Group(
            (
                Program("omnicloudmask", "omnicloudmask 1.8.1, 20 m", command),
                self._plugin(
                    "plugin-omnicloudmask",
                    f"{OWN}, the same networks, 20 m",
                    [self._swath()],
                    *("--model", "omnicloudmask"),
                    models=models,
                ),
            ),
        )

    def _with_weights(self, system: str) -> tuple[Path, Path, Path]:
        """Return the Python of a peer, its script, and a models folder with its weights."""
        python, peer = self._peer("published"), PEERS / f"{system}.py"
        return python, peer, own_network.install(python, peer, self._folder / system)

    @property
    def _of_peers(self) -> str:
        """PyTorch's name of the device."""
        return "cuda" if self._python != Path(sys.executable) else "cpu"

    def _s2cloudless(self, resolution: int) -> Group:
        python, safe = self._peer("s2cloudless"), self._swath()
        peer: list[str | Path] = [python, PEERS / "s2cloudless.py", safe, "{out}/mask.tif", str(resolution)]
        return Group(
            (
                Program(f"s2cloudless-{resolution}m", f"s2cloudless 1.7.3, {resolution} m", peer),
                self._plugin(f"plugin-{resolution}m", f"{OWN}, {resolution} m", [safe], "--res", str(resolution)),
            ),
        )

    def _eopf(self) -> Group:
        safe, store = self._swath(), full_size.build_store(self._folder)
        return Group(
            (
                self._plugin("safe", "SAFE, 'Automatic', 20 m", [safe]),
                self._plugin("eopf", "EOPF, 'Automatic', 20 m", [store]),
                self._plugin("safe-10m", "SAFE, 'Automatic', 10 m", [safe], "--res", "10"),
                self._plugin("eopf-10m", "EOPF, 'Automatic', 10 m", [store], "--res", "10"),
                self._part("decode-safe", "decoding alone, SAFE, 20 m", ["decode", safe]),
                self._part("decode-eopf", "decoding alone, EOPF, 20 m", ["decode", store]),
                self._part("decode-safe-10m", "decoding alone, SAFE, 10 m", ["decode", safe, "--res", "10"]),
                self._part("decode-eopf-10m", "decoding alone, EOPF, 10 m", ["decode", store, "--res", "10"]),
            ),
        )

    def _batch(self) -> Group:
        return Group(
            (
                self._plugin("batch-1", f"{OWN}, one scene", self._copies(1)),
                self._plugin("batch-4", f"{OWN}, a batch of 4 scenes", self._copies(4)),
            ),
        )

    def _cluster(self) -> Group:
        parts: dict[str, tuple[str, list[str | Path]]] = {
            "here": ("4 scenes, one process", ["{out}", *self._copies(4)]),
            "mask": ("4 scenes, a worker of one thread for each core", ["{out}", *self._copies(4)]),
            "pretend": ("scheduling alone: 10,000 pretended scenes", ["10000"]),
        }
        command: list[str | Path] = [sys.executable, "-m", f"{PACKAGE}.bench.cluster", "--device", self._device]
        return Group(
            tuple(
                Program(part, title, [*command, part, *arguments], self._environment, times_itself=True)
                for part, (title, arguments) in parts.items()
            )
        )

    def _growth(self) -> Group:
        safe = self._swath()
        programs = [
            self._plugin("default", "20 m, patches of the card, all threads", [safe]),
            *(self._plugin(f"resolution-{r}", f"{r} m", [safe], "--res", str(r)) for r in (60, 10)),
            self._plugin("threads-1", "1 thread", [safe], "--threads", "1"),
            *(self._plugin(f"patch-{s}", f"patches of {s} px", [safe], "--patch-size", str(s)) for s in PATCH_SIZES),
            *(
                self._plugin(f"scenes-{n}", f"scenes at 60 m: {n}", self._copies(n), "--res", "60")
                for n in SCENE_COUNTS
            ),
        ]
        return Group(tuple(programs), at_most_runs=1)

    def _stages(self) -> Group:
        swath, full = self._swath(), self._full()
        programs = (
            self._part("plan-swath", "a scene with a swath edge", ["plan", swath]),
            self._part("plan-full", "a full scene", ["plan", full]),
            self._part("stages", "stages", ["stages", swath]),
        )
        return Group(programs, at_most_runs=1)

    def _labels(self) -> Group:
        products = self._swath(), full_size.image_product(self._folder)
        command: list[str | Path] = [sys.executable, "-m", f"{PACKAGE}.bench.labels", "{out}", *products]
        return Group((Program("labels", "labels", command, self._environment, times_itself=True),), 1)

    def _window(self) -> Group:
        # Imported here, because the other groups do without QGIS.
        from .window import TITLES, products

        many, one = products(self._folder), self._swath().parent
        environment = {**self._environment, "QT_QPA_PLATFORM": "offscreen"}
        command: list[str | Path] = [sys.executable, "-m", f"{PACKAGE}.bench.window"]
        return Group(
            tuple(
                Program(part, title, [*command, part, one if part == "run" else many], environment, times_itself=True)
                for part, title in TITLES.items()
            )
        )

    def _schedule(self) -> Group:
        command: list[str | Path] = [sys.executable, "-m", f"{PACKAGE}.bench.schedule"]
        programs = []
        for metres, scenes, gpu, cores in SIMULATED:
            key = f"{metres}-{scenes}-{'gpu' if gpu else 'cpu'}-{cores}"
            options = ["--cores", str(cores), "--res", str(metres), *(["--gpu"] if gpu else [])]
            programs.append(
                Program(key, key, [*command, *options, *self._copies(scenes)], self._environment, times_itself=True)
            )
        return Group(tuple(programs), at_most_runs=1)

    def _plugin(
        self, key: str, title: str, products: Sequence[Path], *options: str, models: Path | None = None
    ) -> Program:
        command: list[str | Path] = [
            self._python,
            "-m",
            f"{PACKAGE}.core",
            "--quiet",
            "--device",
            self._device,
            "--out",
            "{out}",
        ]
        environment = {**self._environment, **({own_network.MODELS: str(models)} if models else {})}
        return Program(key, title, [*command, *options, *products], environment)

    def _part(self, key: str, title: str, arguments: Sequence[str | Path]) -> Program:
        command: list[str | Path] = [
            self._python,
            "-m",
            f"{PACKAGE}.bench.parts",
            "--device",
            self._device,
            *arguments,
        ]
        return Program(key, title, command, self._environment, times_itself=True)

    def _peer(self, name: str) -> Path:
        return python_of(name, self._folder / "envs")

    def _swath(self) -> Path:
        return full_size.build(self._folder)

    def _full(self) -> Path:
        return full_size.build(self._folder, swath_edge=False)

    def _copies(self, count: int) -> list[Path]:
        """Return the product under several names, as hard links."""
        original = self._swath()
        copies = []
        for number in range(count):
            copy = self._folder / "copies" / original.name.replace("_T33UUU_", f"_T33UU{chr(ord('A') + number)}_")
            if not copy.exists():
                shutil.copytree(original, copy, copy_function=os.link)
            copies.append(copy)
        return copies
