"""A comparison as a whole: its files, its measures by a reference, and its report."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import numpy as np
import pytest
import rasterio

from ....core.analysis.blocks import count_by_block
from ....core.analysis.class_values import MASK_VALUES
from ....core.analysis.compare import Classified, Comparison
from ....core.analysis.confusion import DETAILS, Confusion, matrices, pair_codes
from ....core.cards.card import load_cards
from ....core.errors import CloudS2MaskError
from ....core.settings import MaskSettings, ProductsToFolder
from ....core.systems.accuracy import Accuracy
from ....core.systems.comparison import SystemsComparison, compare_systems
from ....core.systems.output import write_comparison
from ..conftest import BACKGROUND, read_mask

MODELS = ["ukis-6b-l1c", "ukis-4b-l1c", "ukis-4b-l2a"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """The folder of the comparison."""
    return tmp_path_factory.mktemp("comparison")


@pytest.fixture(scope="module")
def comparison(cumulus_product, folder) -> SystemsComparison:
    """Two models and one of the other level on a real scene, with the mask of the second as the reference."""
    from ....bench.launch import launch
    from ....core.systems.launching import Host

    settings = MaskSettings(ProductsToFolder((cumulus_product(),), folder), quiet=True)
    reference = Classified(str(folder / f"{cumulus_product().stem}_ukis-4b-l1c_20m.tif"), MASK_VALUES)
    found = compare_systems(settings, MODELS, Host(launch), reference=reference)
    write_comparison(found)
    return found


def test_the_files_stand_beside_the_masks(comparison, folder):
    """I find the report, the map with its style, and both tables by the name of the product."""
    name = comparison.results[0].acquisition.name
    names = {path.name for path in folder.iterdir()}
    kinds = (
        "comparison_20m.html",
        "disagreement_20m.tif",
        "disagreement_20m.qml",
        "models_20m.csv",
        "agreement_20m.csv",
    )
    assert {f"{name}_{kind}" for kind in kinds} <= names
    assert not any(name.startswith(".") for name in names)


def test_agreement_and_shares_are_those_of_the_masks(comparison):
    """The numbers of the tables are counted from the masks."""
    masks = [read_mask(result.mask_path) for result in comparison.results]
    both = (masks[0] != 255) & (masks[1] != 255)
    same = 100 * np.mean((masks[0] == masks[1])[both])
    assert comparison.agreement_percent == pytest.approx(same)
    with comparison.files.models.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row, mask in zip(rows, masks):
        assert float(row["shadow_percent"]) == pytest.approx(100 * np.mean(mask[both] == 3), abs=1e-3)
        assert row["thin_cloud_percent"] == ""
    assert "L2A" in rows[2]["error"]
    assert rows[2]["seconds"] == ""


def test_each_model_is_judged_by_the_reference(comparison):
    """The mask that is the reference agrees with it wholly, and the other as much as the two agree."""
    other, same = (comparison.accuracies[model] for model in MODELS[:2])
    assert same.cloud_or_not.kappa == 1
    masks = [read_mask(result.mask_path) == 1 for result in comparison.results]
    assert other.cloud_or_not.overall_accuracy == pytest.approx(np.mean(masks[0] == masks[1]))
    assert other.cloud.users_accuracy == pytest.approx(np.mean(masks[1][masks[0]]))


def test_the_report_shows_all(comparison):
    """Pictures, both names of each model, agreement, accuracy, and the reason of the model that failed."""
    page = comparison.files.report.read_text(encoding="utf-8")
    captions = re.findall(r'<img alt="([^"]*)"', page)
    assert captions == ["Natural colours", "ukis-6b-l1c", "ukis-4b-l1c", "Disagreement"]
    for text in ("UKIS csmask U-Net, 6 bands, L1C", "supports L2A products", "Accuracy by the reference"):
        assert text in page
    with rasterio.open(comparison.results[0].mask_path) as dataset:
        size = json.loads(dataset.tags()["CLOUDS2MASK_OPTIONS"])["patch_size"]
    assert page.count(f"patch size: {size}") == 2, "the options, by which I repeat the run"
    assert "parts of clear" not in page, "no model tells snow or water"
    assert f"{comparison.agreement_percent:.1f}\u00a0%" in page
    assert "The two models disagree" in page


def test_a_reference_elsewhere_is_a_warning(cumulus_product, make_product, host, tmp_path, folder):
    """The masks and their agreement are not lost if the reference has no pixel in common with them."""
    settings = MaskSettings(ProductsToFolder((make_product(BACKGROUND),), tmp_path), quiet=True)
    reference = Classified(str(folder / f"{cumulus_product().stem}_ukis-4b-l1c_20m.tif"), {0.0: 255})
    found = compare_systems(settings, MODELS[:2], host, reference=reference)
    write_comparison(found)
    assert found.accuracies == {}
    assert len(found.warnings) == 1
    assert 'class="warning"' in found.files.report.read_text(encoding="utf-8")


def test_no_mask_is_an_error_with_the_first_reason(make_product, host, tmp_path):
    """There is nothing to report on."""
    settings = MaskSettings(ProductsToFolder((make_product(BACKGROUND),), tmp_path / "out"), quiet=True)
    with pytest.raises(CloudS2MaskError) as caught:
        compare_systems(settings, ["ukis-4b-l2a", "s2cloudless"], host)
    assert load_cards()["ukis-4b-l2a"].title in str(caught.value.values["error"])
    assert list((tmp_path / "out").iterdir()) == []


def test_shadow_does_not_count_in_cloud_or_not():
    """Confusing shadow and ground costs a model nothing in cloud or not, by which all are ranked."""
    reference, mask = np.array([[0, 0, 1, 1, 3, 3]], np.uint8), np.array([[3, 1, 1, 0, 0, 3]], np.uint8)
    classes = DETAILS["one class of cloud"].classes
    blocks = matrices(count_by_block(pair_codes(reference, mask)), classes)
    compared = Comparison(Confusion(classes, blocks.sum(axis=0)), blocks, 6, ())
    accuracy = Accuracy(compared, tells_shadow=True)
    assert accuracy.cloud_or_not.counts.tolist() == [[3, 1], [1, 1]]
    assert accuracy.cloud_or_not.overall_accuracy == 4 / 6
    assert (accuracy.cloud.users_accuracy, accuracy.cloud.producers_accuracy) == (1 / 2, 1 / 2)
    assert accuracy.shadow is not None
    assert (accuracy.shadow.users_accuracy, accuracy.shadow.producers_accuracy) == (1 / 2, 1 / 2)
    assert accuracy.kappa_interval is None
    assert Accuracy(compared, tells_shadow=False).shadow is None
