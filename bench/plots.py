"""Plot time and memory as SVG: `plots.py FILE` reads {"resolution-10": [wall, peak GB], ...} from standard input.

Runs in the environment `report`, which has matplotlib.
"""

import json
import os
import sys
from pathlib import Path

import matplotlib as mpl
from matplotlib import pyplot as plt

mpl.use("svg")
mpl.rcParams["svg.hashsalt"] = "performance"  # the same numbers give the same file

DEFAULTS = {"resolution": 20, "threads": os.cpu_count() or 1}
TITLES = {
    "resolution": "pixel size, m",
    "scenes": "scenes at 60 m",
    "patch": "patch size at 20 m, px",
    "threads": "threads at 20 m",
}

measured = json.load(sys.stdin)
figure, panels = plt.subplots(1, 4, figsize=(13, 3.2), layout="constrained")
for panel, (name, title) in zip(panels, TITLES.items()):
    points = {int(key.rpartition("-")[2]): value for key, value in measured.items() if key.startswith(f"{name}-")}
    if name in DEFAULTS:
        points[DEFAULTS[name]] = measured["default"]
    values = sorted(points)
    panel.plot(values, [points[value][0] for value in values], "o-", color="#0b5fa5", label="wall")
    panel.set_xlabel(title)
    panel.set_xticks(values)
    panel.set_ylim(0, 1.1 * max(points[value][0] for value in values))
    panel.set_ylabel("wall, s", color="#0b5fa5")
    memory = panel.twinx()
    memory.plot(values, [points[value][1] for value in values], "s--", color="#b4501e", label="peak memory")
    memory.set_ylim(0, 1.6)
    memory.set_ylabel("peak memory, GB", color="#b4501e")
target = Path(sys.argv[1])
target.parent.mkdir(parents=True, exist_ok=True)
figure.savefig(target, metadata={"Date": None, "Creator": None})
