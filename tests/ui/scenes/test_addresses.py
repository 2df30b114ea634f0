"""Products behind addresses are listed like those on a disk, from a pasted list, and masked in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsAuthMethodConfig
from qgis.PyQt.QtWidgets import QDialogButtonBox

from ....core.addresses import reading, web
from ....core.addresses.location import Address, parse
from ....core.addresses.reading import read_bytes
from ....core.errors import AddressError
from ....core.product.product import open_product
from ....ui.options_panel import place_of
from ....ui.scenes.address_dialog import AddressDialog
from ....ui.scenes.scanner import read_row
from ....ui.shared.authentication import use_authentication
from ...ranged_server import Reply, Served, serving


@pytest.fixture
def served(tmp_path, make_product, monkeypatch) -> Iterator[Served]:
    """A server with two products; further attempts come at once."""
    monkeypatch.setattr(reading, "PAUSES", (0,))
    for tile in ("T33UUU", "T33UVU"):
        make_product({"B02": 0.1}, folder=tmp_path / "served", tile=tile)
    with serving(tmp_path / "served") as server:
        yield server
    web._granted.clear()


@pytest.fixture
def asked(qgis_app) -> Iterator[AddressDialog]:
    """The window for addresses."""
    made = AddressDialog()
    made.show()
    yield made
    made.close()


def addresses(server: Served, folder: Path) -> list[str]:
    """The addresses of all products of a server."""
    return [f"{server.address}/{path.name}" for path in sorted(folder.glob("*.SAFE"))]


def stored(method: str, values: dict[str, str]) -> str:
    """Store an authentication in QGIS, and return its id."""
    manager, config = QgsApplication.authManager(), QgsAuthMethodConfig(method)
    assert manager.setMasterPassword("master", True)
    config.setName("test")
    config.setConfigMap(values)
    fine, config = manager.storeAuthenticationConfig(config)
    assert fine
    return str(config.id())


def is_ready(dialog: AddressDialog) -> bool:
    """Check if products can be added."""
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_a_pasted_list_is_read_line_by_line(asked):
    """Comments, blanks, quotes and repeated lines are no products of their own."""
    asked.addresses.setPlainText(
        '# mine\n\n s3://b/a.SAFE/ \n"https://h/b.zip"\ns3://b/a.SAFE\n/vsigs/b/c.SAFE\n/data/d.SAFE\n'
    )
    found = [str(one) for one in asked.locations()]
    assert found == ["s3://b/a.SAFE", "https://h/b.zip", "gs://b/c.SAFE", "/data/d.SAFE"]
    assert is_ready(asked)
    assert not asked.faults.isVisible()


def test_a_line_with_a_fault_is_named(asked):
    """Each wrong line has its number and its reason; until they are corrected nothing is added."""
    assert not is_ready(asked)
    asked.addresses.setPlainText("s3://b/a.SAFE\nftp://h/a.SAFE\nhttps://h\n" + "ftp://x/y\n" * 5)
    assert not is_ready(asked)
    lines = asked.faults.text().splitlines()
    assert [line.partition(":")[0] for line in lines[:2]] == ["Line 2", "Line 3"]
    assert len(lines) == 4
    asked.addresses.setPlainText("www.example.org/a.SAFE")
    assert not is_ready(asked)
    asked.addresses.setPlainText("s3://b/a.SAFE")
    assert is_ready(asked)


def test_listed_products_have_their_names_and_facts(dialog, served, wait, tmp_path):
    """The rows show product, tile and date, and the tool tip the address; the masks go to the documents."""
    dialog.add_web.menu().actions()[1].trigger()
    lines = [*addresses(served, tmp_path / "served"), f"{served.address}/none.SAFE"]
    dialog.chooser.address_dialog.addresses.setPlainText("\n".join(lines))
    dialog.chooser.address_dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    wait(lambda: dialog.scenes.rowCount() == 3 and not dialog.scanner.is_busy())
    rows = dialog.scenes.scenes()
    assert [row.product.acquisition.tile for row in rows[:2]] == ["T33UUU", "T33UVU"]
    assert rows[2].product is None
    assert rows[2].name == "none.SAFE"
    assert "address" in str(rows[2].error)
    assert served.address in dialog.scenes.data(dialog.scenes.index(0, 5), 3)
    assert not str(dialog.options.folder()).startswith(("http:", str(tmp_path)))
    assert served.sent(".jp2") == 0


@pytest.mark.parametrize("folder", ["Documents", "."])
def test_masks_go_to_the_documents_or_else_to_the_home_folder(served, monkeypatch, tmp_path, folder):
    """Without an output folder a run can start, also where the user has no folder for documents."""
    (tmp_path / "home" / folder).mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    product = open_product(parse(addresses(served, tmp_path / "served")[0]))
    assert place_of(product) == tmp_path / "home" / folder


def test_an_authentication_of_qgis_opens_a_host(asked, served, tmp_path):
    """User and password of an authentication go to the host of the addresses, and to no other."""
    served.behaviour = lambda one: Reply() if one.headers.get("authorization") == "Basic dXNlcjpwYXNz" else Reply(401)
    address = addresses(served, tmp_path / "served")[0]
    assert isinstance(read_row(parse(address)).error, AddressError)
    asked.authentication.setConfigId(stored("Basic", {"username": "user", "password": "pass"}))
    asked.addresses.setPlainText(address)
    asked.accept()
    assert read_row(parse(address)).error is None
    with serving(tmp_path / "served") as other:
        read_bytes(parse(f"{addresses(other, tmp_path / 'served')[0]}/manifest.safe"), 1_000_000)
        assert "authorization" not in other.asked[0].headers


def test_an_authentication_that_does_not_fit_is_told(asked):
    """A bucket needs key and secret: the window stays open and says so."""
    asked.authentication.setConfigId(stored("APIHeader", {"X-Key": "secret"}))
    asked.addresses.setPlainText("s3://bucket/a.SAFE")
    asked.accept()
    assert asked.isVisible()
    assert asked.faults.isVisible()


@pytest.mark.parametrize(("scheme", "vendor"), [("s3", "AWS"), ("gs", "GS")])
def test_user_and_password_are_the_keys_of_any_bucket(qgis_app, scheme, vendor):
    """Each kind of bucket has options of its own for key and secret, which GDAL signs with."""
    address = parse(f"{scheme}://keys/x.SAFE")
    assert isinstance(address, Address)
    use_authentication(stored("Basic", {"username": "key", "password": "secret"}), [address])
    options = web._granted.pop((scheme, "keys")).options
    assert options == {f"{vendor}_ACCESS_KEY_ID": "key", f"{vendor}_SECRET_ACCESS_KEY": "secret"}
    signed = web._bucket_url(address, options)
    assert "Signature=" in signed
