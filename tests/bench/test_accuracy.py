"""The page of accuracy has right numbers: blocks, intervals, calibration and the worst places."""

from __future__ import annotations

import re
import warnings
from collections import defaultdict

import numpy as np
import pytest
import rasterio

from ...bench import accuracy, accuracy_page, failures
from ...bench.accuracy import fits
from ...bench.judged import Judged, blocks_of, calibration, confidence_of
from ...core.classes import NODATA
from ...core.product.bands import BANDS
from ...core.product.product import open_product
from ...core.product.raster import RasterStack
from ...tools.labelled_sets import LabelledSet
from ...tools.package import ROOT

SIX = ("B02", "B03", "B04", "B08", "B11", "B12")


def image(labels, kind: str = "full", bands=SIX, metres: int = 20, name: str = "mine") -> LabelledSet:
    """Return an image with labels, of one grey."""
    array = np.asarray(labels, np.uint8)
    grey = np.full((*array.shape, len(bands)), 0.2, np.float32)
    return LabelledSet(name, grey, tuple(bands), metres, "L1C", array, kind)


def judged(*blocks: list[list[int]], name: str = "mine") -> Judged:
    """Return a model with these blocks of pixels by label and mask."""
    return Judged({name: np.array(blocks, np.int64)})


def test_thin_cloud_counts_as_cloud_and_unknown_pixels_not_at_all():
    """A block has a matrix of clear, cloud and shadow."""
    one = image([[0, 1, 1, 3, NODATA, 0]])
    found = blocks_of(one, np.array([[0, 1, 2, 0, 1, NODATA]], np.uint8))
    assert found.tolist() == [[[1, 0, 0], [0, 2, 0], [1, 0, 0]]]


def test_labels_of_cloud_alone_call_shadow_clear():
    """A shadow in the mask is right where the labels say that there is no cloud."""
    found = blocks_of(image([[0, 0, 1]], kind="cloud"), np.array([[3, 0, 3]], np.uint8))
    assert found.tolist() == [[[2, 0, 0], [1, 0, 0], [0, 0, 0]]]


def test_confidence_is_that_of_the_class_that_the_pixel_has():
    """A pixel that is clear because the share of shadow is too small has the confidence of clear."""
    shares = np.array([[[30, 90, 255]], [[5, 0, 255]], [[65, 10, 255]]], np.uint8)
    assert confidence_of(np.array([[0, 0, NODATA]], np.uint8), shares, [0, 1, 3]).tolist() == [[30, 90, NODATA]]
    four = np.array([[[10, 20]], [[50, 30]], [[40, 45]], [[0, 5]]], np.uint8)
    assert confidence_of(np.array([[1, 2]], np.uint8), four, [0, 1, 2, 3]).tolist() == [[90, 75]]


def test_calibration_counts_right_pixels_by_confidence():
    """Each bin has its pixels, the sum of their percents, and those that are right; thin cloud is right for cloud."""
    one = image([[0, 0, 1, 1, 3, NODATA]])
    found = calibration(one, np.array([[0, 1, 2, 0, 3, 0]], np.uint8), np.array([[100, 95, 40, 55, 55, 99]], np.uint8))
    assert found[0].tolist() == [1, 40, 1]
    assert found[1].tolist() == [2, 110, 1]
    assert found[-1].tolist() == [2, 195, 1]
    assert found.sum(axis=0).tolist() == [5, 345, 3]


def test_the_difference_of_two_models_is_drawn_from_the_same_blocks():
    """Blocks that are hard for both do not widen the interval of their difference."""
    random = np.random.default_rng(1)
    right = random.integers(20, 80, 40)
    mine = [[[int(n), 100 - int(n), 0], [10, 90, 0], [0, 0, 0]] for n in right]
    other = [[[int(n) - 5, 105 - int(n), 0], [10, 90, 0], [0, 0, 0]] for n in right]
    one, two = judged(*mine), judged(*other)
    value, (low, high) = one.difference(two) or (0, (0, 0))
    assert value == pytest.approx((one.confusion().kappa or 0) - (two.confusion().kappa or 0))
    assert [value, low, high] == pytest.approx([0.05] * 3)
    ends = one.kappa_interval() or (0, 0)
    assert ends[1] - ends[0] > 0.05
    assert one.difference(judged(*other, name="another image")) is None


def test_a_model_runs_on_images_that_have_its_level_bands_and_pixels():
    """Six bands of 20 m are enough for some models; others need 13 bands, another level, or 10 m."""
    assert [fits(model, image([[0]])) for model in ("auto", "ukis-6b-l1c", "ukis-6b-l2a", "s2cloudless")] == [
        True,
        True,
        False,
        False,
    ]
    assert fits("s2cloudless", image([[0]], bands=tuple(BANDS)))
    assert not fits("ukis-6b-l1c", image([[0]], metres=10))


@pytest.mark.parametrize("metres", [10, 20])
def test_an_image_with_all_bands_becomes_a_product(tmp_path, metres):
    """Models that need bands which rasters cannot have are judged on products, with pixels of the labels."""
    one = image(np.zeros((64, 64)), bands=tuple(BANDS), metres=metres)
    safe = one.write(tmp_path)
    assert not isinstance(safe, RasterStack)
    product = open_product(safe)
    assert (set(product.bands), product.warnings()) == (set(BANDS), ())
    for band in ("B01", "B11"):
        with rasterio.open(product.band_path(band)) as dataset:
            assert (dataset.res[0], dataset.shape, dataset.read().min()) == (metres, (64, 64), 2000)
    assert isinstance(image(np.zeros((8, 8))).write(tmp_path), RasterStack)


def test_the_worst_place_of_each_error_is_drawn(tmp_path):
    """The picture shows the place with the most errors of a kind: image, labels and mask, with its share."""
    labels, mask = np.zeros((512, 512), np.uint8), np.zeros((512, 512), np.uint8)
    mask[300:400, 300:400] = 3
    labels[:64, :64] = 1
    other = image(np.zeros((512, 512)), name="other", kind="cloud")
    found = list(failures.worst([image(labels), other], {"mine": mask, "other": mask}))
    assert [(one.kind.name, one.image.name, one.share) for one in found] == [
        ("missed-cloud", "mine", 64 * 64 / 256**2),
        ("false-shadow", "mine", 100 * 100 / 256**2),
    ]
    assert (found[1].window[0].start, found[1].window[1].start) in {(a, b) for a in (128, 256) for b in (128, 256)}
    assert found[1].caption() == "Clear ground that the mask calls shadow: 15 % of this place in *mine*."
    path = failures.draw(found[1], mask, tmp_path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a picture has no place
        picture = rasterio.open(path)
    with picture:
        assert (picture.height, picture.width) == (256, 3 * 256)
        blue = picture.read(3).astype(int) - picture.read(1)
    corner = 300 - found[1].window[0].start + 50
    assert [blue[corner, corner + panel * 256] > 30 for panel in range(3)] == [False, False, True]


def test_what_people_saw_belongs_to_its_image():
    """An explanation names a kind of error that exists."""
    assert {kind for kind, *_place in failures.SEEN} <= {kind.name for kind in failures.KINDS}


@pytest.fixture
def page() -> str:
    """The page of two models and an image of each kind."""
    by: dict[str, dict[str, Judged]] = defaultdict(dict)
    good, poor = [[80, 10, 10], [5, 95, 0], [10, 0, 90]], [[60, 20, 20], [5, 95, 0], [10, 0, 90]]
    by["auto"] = {"full": judged(*[good] * 6), "clear": judged([[990, 6, 4], [0, 0, 0], [0, 0, 0]], name="town")}
    by["ukis-6b-l1c"] = {"full": judged(*[poor] * 6), "cloud": judged(*[good] * 6, name="sea")}
    by["s2cloudless"] = {"clear": judged([[998, 2, 0], [0, 0, 0], [0, 0, 0]], name="town")}
    by["s2cloudless"]["clear"].has_shadow = False
    bins = np.zeros((7, 3))
    bins[0], bins[6] = (10, 400, 6), (90, 8910, 85)
    return "\n".join(accuracy_page.lines([image([[0]])], by, bins, [("accuracy-x.jpg", "Cloud: 3 % of this place.")]))


def test_the_page_has_the_measures_and_their_intervals(page):
    """Each model has a row; kappa has its interval, and the difference to Automatic its own."""
    kappa = "0.825 [0.825 0.825]"
    assert f"| **Automatic** | 88.3 | {kappa} |" in page
    row = next(line for line in page.splitlines() if line.startswith("| UKIS csmask U-Net, 6 bands, L1C | 81.7 "))
    assert row.endswith("| -0.100 [-0.100 -0.100] |")
    assert "| **Automatic** | 84.2 | 80.0 | 90.5 | 95.0 | 90.0 | 90.0 |" in page


def test_the_page_tells_false_cloud_from_a_missing_class(page):
    """On clear ground, a model without shadow has no share of it, and a model that was not judged a dash."""
    assert "| **Automatic** | 0.60 / 0.40 |" in page
    assert "| s2cloudless, cloud pixel by pixel | 0.20 / no class |" in page


def test_the_page_shows_calibration_images_pictures_and_published_figures(page):
    """The calibration error is the mean distance of confidence and right pixels, weighted by pixels."""
    assert "The expected calibration error is 6.1 points." in page
    assert "| 0 to 50 | 10.0 | 40.0 | 60.0 |" in page
    assert "| 50 to 60" not in page
    assert "| mine | 1 x 1 | 20 m | L1C | 6 | clear, cloud, shadow |" in page
    assert "![Cloud](images/accuracy-x.jpg)" in page
    for text in ("snow", "desert", "glint", "OmniCloudMask", "CloudS2Mask", "s2cloudless", "Fmask", "abstract"):
        assert text in page


def test_the_readme_has_the_figures_of_the_page():
    """The intervals in the README stand in docs/accuracy.md too, for Automatic."""
    readme, written = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/accuracy.md"))
    figures = re.findall(r"0\.\d{3} \[0\.\d{3} 0\.\d{3}\]", readme)
    assert len(figures) == 2
    rows = [line for line in written.splitlines() if line.startswith("| **Automatic** |")]
    assert [figure for figure in figures if not any(figure in row for row in rows)] == []


def test_without_the_images_the_command_says_where_they_belong(monkeypatch, capsys, tmp_path):
    """A computer without the labelled images reads which folder is missing."""
    monkeypatch.setattr("cloud_s2_mask.tools.labelled_scene.DATA", tmp_path)
    monkeypatch.setattr("sys.argv", ["accuracy"])
    with pytest.raises(SystemExit):
        accuracy.main()
    assert str(tmp_path) in capsys.readouterr().err
