"""The scan finds everything that the plugin repository would reject."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

from ...tools import package, scan

METADATA = """[general]
name=Plugin
qgisMinimumVersion=3.22
description=It does
about=It does it well
version=1.0.0
author=Somebody
email=somebody@qgis.org
repository=https://qgis.org/repository
tracker=https://qgis.org/issues
homepage=https://qgis.org
"""
GOOD = {"metadata.txt": METADATA, "__init__.py": "", "LICENSE": "GPL\n"}
COMPILED = bytes.fromhex("3cb864180000")


@pytest.fixture
def unpacked(tmp_path: Path):
    """Write a plugin of these files and the required ones."""

    def write(files: dict[str, str | bytes]) -> Path:
        for name, content in {**GOOD, **files}.items():
            path = tmp_path / package.PACKAGE / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path / package.PACKAGE

    return write


@pytest.fixture
def packed(tmp_path: Path):
    """Write a zip of this file and the required ones."""

    def write(name: str, mode: int = 0o644, content: str = "") -> Path:
        target = tmp_path / "plugin.zip"
        with zipfile.ZipFile(target, "w") as archive:
            for needed, text in GOOD.items():
                archive.writestr(f"{package.PACKAGE}/{needed}", text)
            entry = zipfile.ZipInfo(name)
            entry.external_attr = mode << 16
            archive.writestr(entry, content)
        return target

    return write


def texts(findings: list[scan.Finding]) -> list[str]:
    """Format findings as they are printed."""
    return [f"{finding.where}: {finding.text}" for finding in findings]


def test_a_good_plugin_passes_every_check(packed):
    """A correct plugin has no findings."""
    results = scan.scan(packed(f"{package.PACKAGE}/core.py", content='"""Fine."""\n'))
    assert results == {"Archive": [], **{name: [] for name in scan.CHECKS}}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("cloud_s2_mask/__pycache__/a.py", "is in a cache folder"),
        ("cloud_s2_mask/.hidden", "is hidden or outside the package"),
        ("cloud_s2_mask/../out.py", "is hidden or outside the package"),
        ("cloud_s2_mask/tool.sh", "is an executable file type"),
        ("cloud_s2_mask/core.pyc", "is an executable file type"),
    ],
)
def test_forbidden_files_are_named(packed, name, text):
    """Caches, hidden files and programs are found before publication."""
    assert f"{name}: {text}" in texts(scan.check_archive(packed(name)))


def test_executables_second_folders_and_size_are_found(packed, monkeypatch):
    """A package must be a single folder of plain files within the size limit."""
    assert texts(scan.check_archive(packed("cloud_s2_mask/a.py", mode=0o755))) == [
        "cloud_s2_mask/a.py: has the executable permission"
    ]
    assert "['cloud_s2_mask', 'other'] at the top level" in texts(scan.check_archive(packed("other/a.py")))[0]
    monkeypatch.setattr(package, "MAX_BYTES", 100)
    assert "the limit is 0 MB" in texts(scan.check_archive(packed("cloud_s2_mask/a.py")))[0]


def test_binaries_are_known_by_their_content(unpacked):
    """Binaries are found under any name; only compiled translations and pictures are allowed."""
    good = {"de.qm": COMPILED, "a.png": b"\x89PNG\r\n\x1a\n\0", "a.jpg": b"\xff\xd8\xff\0"}
    plugin = unpacked({**good, "a.txt": b"\x7fELF\0\0", "latin.py": b"\xe9", "fr.qm": b"\x7fELF\0"})
    assert texts(scan.check_files(plugin)) == [
        f"{name}: is not text, a picture or a compiled translation" for name in ("a.txt", "fr.qm", "latin.py")
    ]


def test_a_missing_licence_is_named(unpacked):
    """The repository rejects a plugin without LICENSE at its root."""
    plugin = unpacked({})
    (plugin / "LICENSE").unlink()
    assert texts(scan.check_files(plugin)) == ["LICENSE: is missing"]


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("tracker=https://qgis.org/issues\n", "", "tracker is missing"),
        ("about=It does it well", "about=", "about is missing"),
        ("https://qgis.org/issues", "qgis.org/issues", "tracker is not a link: qgis.org/issues"),
        ("somebody@qgis.org", "somebody", "email is malformed: somebody"),
        ("version=1.0.0", "version=one", "version is malformed: one"),
        ("It does it well", "100 % well", "cannot be read: "),
        ("[general]\n", "", "cannot be read: "),
        ("name=Plugin", "name=Plugin\nicon=gone.svg", "icon is a missing file: gone.svg"),
    ],
)
def test_metadata_must_be_complete(unpacked, before, after, text):
    """Every field that the repository requires is present and well formed."""
    findings = scan.check_metadata(unpacked({"metadata.txt": METADATA.replace(before, after)}))
    assert len(findings) == 1
    assert text in findings[0].text
    assert not findings[0].warning


def test_placeholders_are_warnings(unpacked):
    """Placeholder addresses are reported, but do not fail the scan."""
    plugin = unpacked({"metadata.txt": METADATA.replace("qgis.org", "plugin.example.org")})
    findings = scan.check_metadata(plugin) + scan.check_links(plugin)
    assert len(findings) == 4
    assert all(finding.warning and "placeholder" in finding.text for finding in findings)


@pytest.mark.parametrize(
    ("link", "text"),
    [
        ("https://nowhere/", "is not a link: https://nowhere/"),
        ("https://a b.org", "is not a link: https://a"),
        ("htp://qgis.org", "is not a link: htp://qgis.org"),
        ("[page](gone.md)", "links to a missing file: gone.md"),
        ("<https://qgis.org/a>, [own](README.md#top) and [mail](mailto:a@qgis.org)", None),
    ],
)
def test_links_are_well_formed(unpacked, link, text):
    """Every link leads to an address or a file."""
    plugin = unpacked({"README.md": f"See {link}.\n"})
    findings = texts(scan.check_links(plugin, plugin))
    assert findings == ([f"README.md: {text}"] if text else [])


def test_bandit_and_detect_secrets_findings_are_reported(unpacked):
    """Findings of every severity are reported, because even a minor one blocks publication."""
    key = "AKIA" + "IOSFODNN7EXAMPLQ"
    plugin = unpacked({"core/a.py": "import pickle\n\nassert pickle\n", "core/b.py": f'KEY = "{key}"\n'})
    found = texts(scan.run_bandit(plugin))
    assert [text.split()[:2] for text in found] == [["core/a.py:1:", "B403"], ["core/a.py:3:", "B101"]]
    assert texts(scan.run_detect_secrets(plugin))[0].startswith("core/b.py:1: looks like a secret: AWS")


def test_unreadable_code_is_a_finding(unpacked):
    """A file that Bandit skips has not been scanned, so it does not pass."""
    findings = texts(scan.run_bandit(unpacked({"core/a.py": "def :\n"})))
    assert findings == ["core/a.py: syntax error while parsing AST from file"]


def test_a_failing_scanner_is_an_error(unpacked, monkeypatch):
    """A scanner that prints no report does not count as a pass."""
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(RuntimeError, match=r"\bbandit\b"):
        scan.run_bandit(unpacked({}))
