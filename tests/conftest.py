"""Data and helpers shared by the tests: real data, which may be absent, and small synthetic products."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ..tools import labelled_scene
from ..tools.make_safe import build_product, to_dn
from ..tools.safe_metadata import ATMOSPHERE, DEFAULT_OFFSET, PIXEL_SIZES

ROOT = Path(__file__).resolve().parent.parent

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell script lets programs in its background ignore Ctrl-C, and those that tests start would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder with real data; CLOUD_S2_MASK_TEST_DATA sets another one."""
    if not labelled_scene.DATA.is_dir():
        pytest.skip(
            f"The folder with real data, {labelled_scene.DATA}, is missing; set another with CLOUD_S2_MASK_TEST_DATA."
        )
    return labelled_scene.DATA


@pytest.fixture(scope="session")
def labelled_cumulus(shared_data: Path) -> tuple[np.ndarray, np.ndarray]:
    """Reflectance and truth of the labelled scene, see `labelled_scene.load`."""
    return labelled_scene.load()


@pytest.fixture
def make_product(tmp_path: Path) -> Callable[..., Path]:
    """Write a product of reflectance (rows, columns, or one number per band) at native sizes, below tmp_path.

    `make_product({"B02": 0.1, ...}, metres=1200, baseline="05.10")` writes a square of that many metres.
    Numbers fill a band; arrays are used unchanged, NaN without data. AOT and WVP are DN / 10,000.
    All other options are passed to `build_product`.
    """

    def make(reflectance: dict[str, Any], *, metres: int = 1200, folder: Path = tmp_path, **options: Any) -> Path:
        resolutions = options.get("resolutions", {})
        quantification = options.get("quantification", 10000)
        since = options.get("baseline", "02.06") >= "04.00"
        bands = {}
        for band, values in reflectance.items():
            edge = metres // resolutions.get(band, PIXEL_SIZES[band])
            array = np.full((edge, edge), values, float) if np.isscalar(values) else np.asarray(values, float)
            default = DEFAULT_OFFSET if since and band not in ATMOSPHERE else 0
            offset = (options.get("offsets") or {}).get(band, default)
            bands[band] = to_dn(array, offset, quantification)
        return build_product(folder, bands, **options)

    return make


@pytest.fixture
def speak() -> Iterator[Callable[[str], None]]:
    """Set the language of QGIS until the test ends."""
    # Tests of the engine run without QGIS.
    from qgis.core import QgsSettings

    settings = QgsSettings()
    before = {name: settings.value(name) for name in ("locale/overrideFlag", "locale/userLocale")}

    def choose(locale: str) -> None:
        settings.setValue("locale/overrideFlag", True)
        settings.setValue("locale/userLocale", locale)

    yield choose
    for name, value in before.items():
        settings.remove(name) if value is None else settings.setValue(name, value)
