"""A corrected mask in the windows and in the layer tree: it stands for the mask of its scene."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime, timezone
from itertools import islice

import pytest
from qgis.core import QgsProject

from ....core.masks.names import version_names
from ....core.masks.result import MaskResult, SceneOutcome
from ....ui.season.model import Column
from ....ui.shared.layer_tree import add_layers, remove_layers
from ....ui.shared.layers import open_layers
from ...season import cloudy, masked, result_of


@pytest.fixture
def outcomes(tmp_path) -> list[SceneOutcome]:
    """Two dates of a run."""
    return [masked(tmp_path / "masks", day, cloudy(20)) for day in (0, 5)]


def corrected(outcome: SceneOutcome, number: int = 1) -> MaskResult:
    """Return a version of a mask with more cloud, the first one or another."""
    result = result_of(outcome)
    path = list(islice(version_names(result.mask_path), number))[-1]
    shutil.copy(result.mask_path, path)
    time = datetime(2026, 5, 4, tzinfo=timezone.utc)
    shares = {"clear": 70.0, "thick_cloud": 30.0, "thin_cloud": 0.0, "shadow": 0.0}
    return replace(result, mask_path=path, shares=shares, edited=time)


def test_the_windows_show_the_version(dialog, outcomes):
    """The season has its shares and says that it was corrected; the other date stays as it was."""
    dialog._last.begin(None, {outcome.path: outcome for outcome in outcomes})
    dialog._show_outcomes()
    dialog.count_version(corrected(outcomes[0]))
    dialog.season_window.settle()
    rows = dialog.season_window.rows
    shown = [[rows.index(row, column).data() for column in (Column.CLEAR, Column.STATE)] for row in (0, 1)]
    assert shown == [["70.0", "No, corrected"], ["80.0", "No"]]
    assert "2026-05-04" in rows.describe(rows.scenes()[0])
    assert [result.clear_percent for result in dialog._last.results()] == [70, 80]


def test_a_version_of_another_scene_changes_nothing(dialog, outcomes):
    """A mask that I correct need not be of the run in the window."""
    dialog._last.begin(None, {outcomes[0].path: outcomes[0]})
    dialog._show_outcomes()
    dialog.count_version(corrected(outcomes[1]))
    assert [result.clear_percent for result in dialog._last.results()] == [80]


def test_the_version_is_in_the_group_of_its_scene_and_goes_with_it(outcomes):
    """The layer tree has one group for the scene, and removing the run removes mask and versions."""
    project, version = QgsProject.instance(), corrected(outcomes[0], 2)
    for result in (result_of(outcomes[0]), corrected(outcomes[0]), version):
        add_layers(project, result, open_layers(result))
    [run] = [group for group in project.layerTreeRoot().findGroups() if not group.name().startswith("2024")]
    [scene] = run.findGroups()
    names = [node.name() for node in scene.findLayers()]
    assert len(names) == 3
    assert "(corrected)" in names[0]
    remove_layers(project, [version])
    assert not project.mapLayers()
    assert not project.layerTreeRoot().children()
