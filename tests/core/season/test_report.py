"""The HTML report of a season: complete, self-contained, with a picture of each scene."""

from __future__ import annotations

import base64
import re
from dataclasses import replace

import numpy as np
import pytest
from rasterio.io import MemoryFile

from ....core.errors import CancelledError, OutputError
from ....core.season.report import write_report
from ....core.season.thumbnail import thumbnail
from ...refusals import refused
from ...season import cloudy, failed, masked, result_of

pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
GREY = {"B02": 0.175, "B03": 0.175, "B04": 0.175}


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
