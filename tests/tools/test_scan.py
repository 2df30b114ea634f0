"""The scan finds what the plugin repository would refuse."""

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
    """Write a plugin of some files, on top of what each needs."""

    def write(files: dict[str, str | bytes]) -> Path:
        for name, content in {**GOOD, **files}.items():
            path = tmp_path / package.PACKAGE / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path / package.PACKAGE

    return write


@pytest.fixture
def packed(tmp_path: Path):
    """Write a zip of one file, on top of what each needs."""

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


def said(findings: list[scan.Finding]) -> list[str]:
    """Findings as they are printed."""
    return [f"{finding.where}: {finding.text}" for finding in findings]


def test_a_good_plugin_passes_every_check(packed):
    """Nothing is found where there is nothing to find."""
    results = scan.scan(packed(f"{package.PACKAGE}/core.py", content='"""Fine."""\n'))
    assert results == {"Archive": [], **{name: [] for name in scan.CHECKS}}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("cloud_s2_mask/__pycache__/a.py", "lies in a folder that no package may hold"),
        ("cloud_s2_mask/.hidden", "is hidden, or leads out of the package"),
        ("cloud_s2_mask/../out.py", "is hidden, or leads out of the package"),
        ("cloud_s2_mask/tool.sh", "is a program"),
        ("cloud_s2_mask/core.pyc", "is a program"),
    ],
)
def test_files_that_no_plugin_may_hold_are_named(packed, name, text):
    """Caches, hidden files and programs do not reach users."""
    assert f"{name}: {text}" in said(scan.look_at_archive(packed(name)))


def test_executables_second_tops_and_size_are_found(packed, monkeypatch):
    """The zip is one folder of plain files, and small enough."""
    assert said(scan.look_at_archive(packed("cloud_s2_mask/a.py", mode=0o755))) == [
        "cloud_s2_mask/a.py: is marked as executable"
    ]
    assert "['cloud_s2_mask', 'other'] at its top" in said(scan.look_at_archive(packed("other/a.py")))[0]
    monkeypatch.setattr(package, "MAX_BYTES", 100)
    assert "are more than 0 MB" in said(scan.look_at_archive(packed("cloud_s2_mask/a.py")))[0]


def test_binaries_are_known_by_their_content(unpacked):
    """A library stays a library under any name; only compiled translations and pictures are let through."""
    good = {"de.qm": COMPILED, "a.png": b"\x89PNG\r\n\x1a\n\0", "a.jpg": b"\xff\xd8\xff\0"}
    plugin = unpacked({**good, "a.txt": b"\x7fELF\0\0", "latin.py": b"\xe9", "fr.qm": b"\x7fELF\0"})
    assert said(scan.look_at_files(plugin)) == [
        f"{name}: is neither text, nor a picture or a compiled translation" for name in ("a.txt", "fr.qm", "latin.py")
    ]


def test_a_missing_licence_is_named(unpacked):
    """Without LICENSE at its root the repository refuses the plugin."""
    plugin = unpacked({})
    (plugin / "LICENSE").unlink()
    assert said(scan.look_at_files(plugin)) == ["LICENSE: is missing"]


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("tracker=https://qgis.org/issues\n", "", "tracker is missing"),
        ("about=It does it well", "about=", "about is missing"),
        ("https://qgis.org/issues", "qgis.org/issues", "tracker is no link: qgis.org/issues"),
        ("somebody@qgis.org", "somebody", "email is not of the right form: somebody"),
        ("version=1.0.0", "version=one", "version is not of the right form: one"),
        ("It does it well", "100 % well", "cannot be read: "),
        ("[general]\n", "", "cannot be read: "),
        ("name=Plugin", "name=Plugin\nicon=gone.svg", "icon names a file that is not there: gone.svg"),
    ],
)
def test_metadata_must_be_whole(unpacked, before, after, text):
    """What the repository needs is there, in a form that it can read."""
    findings = scan.look_at_metadata(unpacked({"metadata.txt": METADATA.replace(before, after)}))
    assert len(findings) == 1
    assert text in findings[0].text
    assert not findings[0].warning


def test_placeholders_are_warnings(unpacked):
    """I am reminded that addresses have to be set, but the package is sound."""
    plugin = unpacked({"metadata.txt": METADATA.replace("qgis.org", "plugin.example.org")})
    findings = scan.look_at_metadata(plugin) + scan.look_at_links(plugin)
    assert len(findings) == 4
    assert all(finding.warning and "placeholder" in finding.text for finding in findings)


@pytest.mark.parametrize(
    ("link", "text"),
    [
        ("https://nowhere/", "is no link: https://nowhere/"),
        ("https://a b.org", "is no link: https://a"),
        ("htp://qgis.org", "is no link: htp://qgis.org"),
        ("[page](gone.md)", "links to a file that is not there: gone.md"),
        ("<https://qgis.org/a>, [own](README.md#top) and [mail](mailto:a@qgis.org)", None),
    ],
)
def test_links_are_well_formed(unpacked, link, text):
    """A reader who follows a link gets somewhere."""
    plugin = unpacked({"README.md": f"See {link}.\n"})
    findings = said(scan.look_at_links(plugin, plugin))
    assert findings == ([f"README.md: {text}"] if text else [])


def test_bandit_and_detect_secrets_find_what_blocks_a_publication(unpacked):
    """At every severity: Bandit's mildest finding blocks too."""
    key = "AKIA" + "IOSFODNN7EXAMPLQ"
    plugin = unpacked({"core/a.py": "import pickle\n\nassert pickle\n", "core/b.py": f'KEY = "{key}"\n'})
    found = said(scan.run_bandit(plugin))
    assert [text.split()[:2] for text in found] == [["core/a.py:1:", "B403"], ["core/a.py:3:", "B101"]]
    assert said(scan.run_detect_secrets(plugin))[0].startswith("core/b.py:1: looks like a secret: AWS")


def test_code_that_cannot_be_read_is_a_finding(unpacked):
    """A file that Bandit skips was not looked at, which is no pass."""
    findings = said(scan.run_bandit(unpacked({"core/a.py": "def :\n"})))
    assert findings == ["core/a.py: syntax error while parsing AST from file"]


def test_a_scanner_that_does_not_work_is_no_pass(unpacked, monkeypatch):
    """Silence is not taken for a clean bill."""
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(RuntimeError, match="bandit did not work"):
        scan.run_bandit(unpacked({}))
