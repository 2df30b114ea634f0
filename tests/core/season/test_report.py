"""The HTML report of a season: complete, self-contained, with a picture of each scene."""

from __future__ import annotations

import base64
import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.io import MemoryFile

from ....core.errors import CancelledError, OutputError
from ....core.masks.result import SceneOutcome
from ....core.masks.tags import OPTIONS, prefixed
from ....core.masks.vrt import bands_vrt
from ....core.product.bands import NATURAL_COLOUR
from ....core.product.raster import RasterStack, open_raster
from ....core.season.report import write_report
from ....core.season.thumbnail import thumbnail
from ...refusals import refused
from ...season import cloudy, failed, kept, masked, result_of

pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
GREY = {"B02": 0.1703, "B03": 0.1523, "B04": 0.1393}
"""Displayed in the middle between black and white, at L1C."""


def pixels(jpeg: bytes) -> np.ndarray:
    """Return (lines, columns, 3) uint8 of a picture."""
    with MemoryFile(jpeg) as memory, memory.open() as dataset:
        picture: np.ndarray = dataset.read().transpose(1, 2, 0)
    return picture


@pytest.mark.parametrize("baseline", ["02.06", "05.10"])
def test_a_picture_shows_the_scene_with_the_mask_over_it(make_product, tmp_path, baseline):
    """Clear pixels have natural colours, cloud and shadow are tinted as on the map, nodata is pale grey."""
    source = make_product(GREY, metres=9600, baseline=baseline)
    mask = np.zeros((480, 480))
    mask[:, 120:240], mask[:, 240:360], mask[:, 360:] = 1, 3, 255
    picture = pixels(thumbnail(result_of(masked(tmp_path, 0, mask, source=source)), source, 120)).astype(int)
    assert picture.shape == (120, 120, 3)
    clear, cloud, shadow, nodata = (picture[60, column] for column in (15, 45, 75, 105))
    assert clear == pytest.approx([128] * 3, abs=6)
    assert cloud == pytest.approx([(128 + colour) / 2 for colour in (213, 94, 0)], abs=10)
    assert shadow == pytest.approx([(128 + colour) / 2 for colour in (0, 114, 178)], abs=10)
    assert nodata == pytest.approx([217] * 3, abs=6)


def test_a_small_mask_is_not_enlarged(make_product, tmp_path):
    """The picture of a small area has the pixels of the mask."""
    source = make_product(GREY)
    outcome = masked(tmp_path, 0, np.zeros((30, 50)), source=source)
    assert pixels(thumbnail(result_of(outcome), source, 200)).shape == (30, 50, 3)


def test_the_report_has_chart_pictures_table_and_reasons(make_product, tmp_path):
    """I can mail the report as one file: it loads nothing else."""
    source = make_product(GREY)
    outcomes = [masked(tmp_path, 5, cloudy(20)), masked(tmp_path, 0, cloudy(60), "T33UVU", source), failed()]
    fractions: list[float] = []
    path = tmp_path / "report.html"
    write_report(path, outcomes, fractions.append)
    text = path.read_text(encoding="utf-8")
    assert fractions == [0.5, 1.0]
    assert text.count("<svg") == 1
    pictures = [base64.b64decode(data) for data in re.findall(r'src="data:image/jpeg;base64,([^"]+)"', text)]
    assert [pixels(data).shape[:2] for data in pictures] == [(10, 10), (10, 10)]
    assert not re.search(r'(src|href)="(?!data:)|url\(|@import', text)
    assert "Scenes: 2; tiles: T33UUU, T33UVU; 2024-04-03 to 2024-04-08" in text
    rows = [re.sub(r"<[^>]+>", " ", row).split() for row in re.findall(r"<tr><td.+?</tr>", text)]
    assert [row[:2] + row[4:8] for row in rows] == [
        ["2024-04-03", "T33UVU", "40.0", "60.0", "0.0", "100.0"],
        ["2024-04-08", "T33UUU", "80.0", "20.0", "0.0", "100.0"],
    ]
    assert "S2A_BROKEN.SAFE: the band file is damaged." in text


def test_masks_that_were_not_replaced_are_listed_apart(tmp_path):
    """A mask with another buffer is no failure, and the report says what the column of data is."""
    outcomes = [masked(tmp_path, 0, cloudy(20)), kept(masked(tmp_path, 5, cloudy(20))), failed()]
    write_report(tmp_path / "report.html", outcomes, lambda _fraction: None)
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "data is the share of the area with data." in text
    other, broken = text.split("Not replaced</h2>")[1].split("Not masked</h2>")
    assert "S2A_MSIL1C_20240408T102101_N0510_R065_T33UUU: A mask with other settings (buffer) exists: " in other
    assert other.count("<li>") == broken.count("<li>") == 1


def test_a_report_of_failures_alone_says_so(tmp_path):
    """If no scene was masked, I read why."""
    write_report(tmp_path / "report.html", [failed("<odd>.SAFE")], lambda _fraction: None)
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "No scene could be masked." in text
    assert "&lt;odd&gt;.SAFE" in text


def test_a_report_that_is_stopped_leaves_nothing(tmp_path):
    """A cancelled report leaves neither a partial nor a hidden file."""
    folder = tmp_path / "reports"
    folder.mkdir()
    outcomes = [masked(tmp_path, 0, cloudy(20))]

    def stop(_fraction: float) -> None:
        raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        write_report(folder / "report.html", outcomes, stop)
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(tmp_path):
    """I read which file could not be written."""
    path = tmp_path / "missing" / "report.html"
    with refused(OutputError, path=path):
        write_report(path, [failed()], lambda _fraction: None)


def test_a_deleted_mask_only_loses_its_picture(tmp_path):
    """The row of a mask that I deleted meanwhile is still in the report."""
    outcome = masked(tmp_path, 0, cloudy(20))
    result_of(outcome).mask_path.unlink()
    write_report(tmp_path / "report.html", [outcome], lambda _fraction: None)
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "data:image" not in text
    assert "80 % clear" in text


def test_a_tag_of_a_mask_is_not_run_as_a_script(tmp_path):
    """Tags of a mask and names of products may come from anybody: the page shows them as they are."""
    script = '<script>alert("1")</script>&amp;'
    outcome = masked(tmp_path, 0, cloudy(20))
    result = result_of(outcome)
    acquisition = replace(result.acquisition, name=script, satellite=script, tile=script, level=script)
    hostile = replace(outcome, result=replace(result, acquisition=acquisition, model=script))
    path = tmp_path / "report.html"
    write_report(path, [hostile, failed(script)], lambda _fraction: None)
    text = path.read_text(encoding="utf-8")
    assert "<script" not in text
    assert text.count("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;") >= 9
    assert "&amp;lt;" not in text


STRANGER = """<VRTDataset rasterXSize="60" rasterYSize="60"><VRTRasterBand dataType="UInt16" band="1"><SimpleSource>
<SourceFilename relativeToVRT="1">bands.tif</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>"""


@pytest.fixture
def coloured(tmp_path) -> Callable[..., list[int]]:
    """Return a function that draws a clear mask whose product is gone from the VRT beside it.

    The function writes `bands.tif`, lets `change` alter it, replaces texts in the VRT, and returns the colour.
    """

    def drawn(change: Callable[[Path], object] = lambda _path: None, **texts: str) -> list[int]:
        result, bands = result_of(masked(tmp_path, 0, np.zeros((60, 60)))), tmp_path / "bands.tif"
        shape = {"height": 60, "width": 60, "count": 4, "dtype": "uint16"}
        place = {"crs": result.grid.crs, "transform": result.grid.transform()}
        with rasterio.open(bands, "w", driver="GTiff", **shape, **place) as dataset:
            dn = [round(10000 * GREY[band]) for band in ("B04", "B03", "B02", "B02")]
            dataset.write(np.full((60, 60, 4), dn, np.uint16).transpose(2, 0, 1))
        numbers = {"B02": 3, "B03": 2, "B04": 1, "B08": 4}
        raster = open_raster(RasterStack(str(bands), "bands", "L1C", numbers, 1e-4, 0))
        text = bands_vrt(raster, list(NATURAL_COLOUR), result.grid, tmp_path)
        change(bands)
        for old, new in texts.items():
            text = text.replace(old, new)
        vrt = tmp_path / "natural.vrt"
        vrt.write_text(text)
        picture = pixels(thumbnail(replace(result, vrt_path=vrt), tmp_path / "gone.SAFE", 60))
        return [int(value) for value in picture[30, 30]]

    return drawn


def add_stranger(bands: Path) -> None:
    """Write levels that GDAL would read in place of the raster."""
    with rasterio.open(f"{bands}.ovr", "w", driver="GTiff", width=30, height=30, count=3, dtype="uint16") as overview:
        overview.write(np.full((3, 30, 30), 9000, np.uint16))


def test_the_colours_of_a_product_that_is_gone_come_from_its_vrt(coloured):
    """The picture has the natural colours of the GeoTIFF, and nothing of the files beside it."""
    grey, background = coloured(), round(255 * 0.45)
    assert grey == pytest.approx([128] * 3, abs=6)
    assert grey != [background] * 3
    assert coloured(add_stranger) == grey


@pytest.mark.parametrize(
    ("change", "texts"),
    [
        (lambda bands: bands.write_text(STRANGER), {}),
        (lambda bands: bands.write_bytes(b"\x89PNG" + bands.read_bytes()), {}),
        (os.remove, {}),
        (lambda _bands: None, {'relativeToVRT="1">bands.tif': 'relativeToVRT="0">/vsicurl/http://127.0.0.1/bands.tif'}),
        (lambda _bands: None, {'relativeToVRT="1"': "relativeToVRT='1'"}),
        (lambda _bands: None, {"<SourceBand>": "<SourceBand><!-- x -->"}),
        (lambda _bands: None, {'band="1"': 'band="1" subClass="VRTDerivedRasterBand"'}),
        (lambda _bands: None, {'band="1"': 'band="1" SUBCLASS="VRTSourcedRasterBand"'}),
        (lambda _bands: None, {"</VRTDataset>": "<MaskBand></MaskBand></VRTDataset>"}),
    ],
)
def test_a_vrt_of_strangers_is_not_drawn(coloured, change, texts):
    """A VRT with other sources than GeoTIFF and JPEG 2000, or with other elements, leaves the background grey."""
    assert coloured(change, **texts) == pytest.approx([115] * 3, abs=2)


def with_options(outcome: SceneOutcome, **options: object) -> SceneOutcome:
    """Tag a mask with the options of its run."""
    with rasterio.open(result_of(outcome).mask_path, "r+") as dataset:
        dataset.update_tags(**prefixed({OPTIONS: json.dumps(options)}))
    return outcome


def page_of(folder: Path, *outcomes: SceneOutcome) -> str:
    """Write a report and return its text."""
    path = folder / "report.html"
    write_report(path, outcomes, lambda _fraction: None)
    return path.read_text(encoding="utf-8")


def test_the_report_has_the_settings_that_all_scenes_share(tmp_path):
    """A reader learns model, resolution, area and buffer, as far as they are the same for all scenes."""
    drawn = [
        with_options(masked(tmp_path, day, cloudy(20)), area="0123456789abcdef", buffer_m=60.0) for day in range(2)
    ]
    assert (
        "Model: tiny; resolution: 20 m; area: 0.2 x 0.2 km around 53.2111, 12.0063 (latitude, longitude); "
        "buffer of cloud and shadow: 60 m."
    ) in page_of(tmp_path, *drawn, failed())
    whole = with_options(masked(tmp_path, 3, cloudy(20)), buffer_m=60.0)
    assert "area: entire product; buffer of cloud and shadow: 60 m." in page_of(tmp_path, whole)
    assert "resolution: 20 m; buffer of cloud and shadow: 60 m." in page_of(tmp_path, whole, *drawn)
    unknown = masked(tmp_path, 4, cloudy(20))
    assert "Model: tiny; resolution: 20 m.<" in page_of(tmp_path, unknown, *drawn)
    other = with_options(masked(tmp_path, 5, cloudy(20), "T33UVU"), area="0123456789abcdef", buffer_m=60.0)
    shifted = replace(other, result=replace(result_of(other), grid=replace(result_of(other).grid, left=400000)))
    assert "area: 01234567; buffer" in page_of(tmp_path, shifted, *drawn)


def test_the_report_has_the_options_of_the_models(tmp_path):
    """A reader can repeat the masks; of a model whose masks differ, the report says so."""
    same = [with_options(masked(tmp_path, day, cloudy(20)), buffer_m=60.0, threshold=0.3) for day in range(2)]
    assert "Options of tiny: cloud probability threshold: 0.3." in page_of(tmp_path, *same)
    other = with_options(masked(tmp_path, 3, cloudy(20)), buffer_m=60.0, threshold=0.4)
    assert "Options of tiny: not the same in all masks." in page_of(tmp_path, *same, other)


def test_the_table_has_snow_and_water_only_if_a_mask_has_them(tmp_path):
    """A season of other models has the columns that it always had; a mask without these classes has a dash."""
    classes = ("clear", "thick_cloud", "shadow", "snow", "water")
    outcomes = [
        masked(tmp_path, 0, np.array([[0, 4, 5, 1]]), classes=classes),
        masked(tmp_path, 5, cloudy(10)),
    ]
    write_report(tmp_path / "both.html", outcomes, lambda _fraction: None)
    write_report(tmp_path / "plain.html", outcomes[1:], lambda _fraction: None)
    both, plain = ((tmp_path / f"{name}.html").read_text(encoding="utf-8") for name in ("both", "plain"))
    heads = ["Clear %", "Snow or ice %", "Water %", "Cloud %"]
    assert re.findall(r"<th[^>]*>([^<]+ %)</th>", both)[:4] == heads
    assert re.findall(r"<th[^>]*>([^<]+ %)</th>", plain)[:2] == ["Clear %", "Cloud %"]
    cells = re.findall(r'<td class="number">([^<]+)</td>', both)
    assert cells == ["75.0", "25.0", "25.0", "25.0", "0.0", "100.0", "90.0", "-", "-", "10.0", "0.0", "100.0"]
    assert "Snow" not in plain
