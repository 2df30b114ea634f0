"""The table of products gives its room to what matters."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QCoreApplication

from ....ui.scenes.model import Column, SceneModel
from ....ui.scenes.table import SceneTable


@pytest.mark.parametrize("width", [900, 1200, 2000])
def test_a_status_has_room_before_the_name(qgis_app, width):
    """On a small screen the name is cut, which the other columns repeat, and not what became of a product."""
    table = SceneTable(SceneModel())
    table.resize(width, 300)
    table.show()
    QCoreApplication.processEvents()
    header = table.horizontalHeader()
    name, status = header.sectionSize(Column.NAME), header.sectionSize(Column.STATUS)
    assert header.length() == table.viewport().width()
    assert name > 80
    assert status >= min(3 * name, 60 * table.fontMetrics().averageCharWidth())
    table.close()
