"""Cells that hold data are the same whatever is asked for first, and in files of any tiles; little is decoded."""

from __future__ import annotations

import numpy as np
import pytest

from ....core.decoding.quick_look import QuickLook
from ....core.product.product import open_product
from ....core.product.strips import Bands
from ....core.workers import Workers
from ....tools.make_eopf import build_eopf
from ....tools.make_safe import build_product


@pytest.fixture(params=["safe", "eopf"])
def bands(request, tmp_path) -> Bands:
    """B02 of 2000 x 2000 px with an edge that leans, in tiles of 512 px or in chunks that 8 does not divide."""
    dn = np.full((2000, 2000), 3000, np.uint16)
    lines, columns = np.indices(dn.shape)
    dn[(columns < 300 + 0.3 * lines) | (lines < 5)] = 0
    if request.param == "eopf":
        built = build_eopf(tmp_path, {"B02": dn}, baseline="05.11", chunks={10: 610})
    else:
        built = build_product(tmp_path, {"B02": dn}, block={10: 512})
    return Bands(open_product(built), ("B02",), 20)


def look_at(bands: Bands) -> QuickLook:
    """Return the quick look of the only band."""
    (file,) = bands._files
    return QuickLook(file, Workers(2))


def test_cells_are_the_same_in_any_order(bands):
    """Cells that are asked for in small parts, in any order, are those of the whole quick look."""
    whole, parts = look_at(bands), look_at(bands)
    whole.decode_all()
    assert 0.2 < whole.cells.mean() < 0.8
    random = np.random.default_rng(5)
    for _ in range(200):
        row, column = (int(random.integers(0, length - 9)) for length in whole.cells.shape)
        asked = slice(row, row + 9), slice(column, column + 9)
        parts.decode(*asked)
        assert np.array_equal(parts.cells[asked], whole.cells[asked])
    parts.decode_all()
    assert np.array_equal(parts.cells, whole.cells)


def test_a_cell_decodes_no_more_than_its_piece(bands, monkeypatch):
    """For a cell inside one tile or chunk, nothing else of the file is decoded."""
    decoded, look = [], look_at(bands)
    monkeypatch.setattr(look, "_decode", lambda *piece: decoded.append(piece))
    look.decode(slice(100, 101), slice(100, 101))
    assert len(decoded) == 1
    look.decode_all()
    assert len(decoded) == 1 + 16  # the first was not decoded for real
