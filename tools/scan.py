"""Scan the package like QGIS's plugin repository before publication, but more strictly.

Bandit and detect-secrets scan the unpacked zip with all rules and severities; metadata, files and links are checked as
well. The repository rejects findings of both scanners and malformed packages; here every finding fails. Only
placeholder addresses are warnings: the package is sound, but not ready for publication.
"""

from __future__ import annotations

import configparser
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from . import package

REQUIRED_FIELDS = (
    "name",
    "qgisMinimumVersion",
    "description",
    "about",
    "version",
    "author",
    "email",
    "repository",
    "tracker",
    "homepage",
)
_LINK_FIELDS = ("repository", "tracker", "homepage")
# Files whose links are checked.
_FOR_READERS = {".md", ".html", ".txt", ".json"}
# Suffixes that the repository reports for any content.
_PROGRAMS = {".exe", ".dll", ".so", ".dylib", ".bat", ".cmd", ".ps1", ".sh", ".pyc", ".pyo", ".pyd"}
# Binary files that may be shipped, with their first bytes: compiled translations of Qt, and pictures.
_DATA = {".qm": bytes.fromhex("3cb86418"), ".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff"}
# Domains reserved for examples and tests (RFC 2606).
_RESERVED = re.compile(r"(^|\.)(example(\.(com|net|org))?|invalid|test|localhost)$")
_HOST = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", re.IGNORECASE)
_BUCKETS = {"s3", "gs"}
"""Schemes of addresses of buckets, which no browser opens."""
_URL = re.compile(r"\b[a-z][a-z0-9+.-]*://[^\s<>\"'()\[\]`]*", re.IGNORECASE)
_RELATIVE_LINK = re.compile(r"""\]\((?P<markdown>[^)\s]+)\)|(?:href|src)=["'](?P<html>[^"']*)["']""")


@dataclass(frozen=True)
class Finding:
    """A problem to fix, with its place relative to the package."""

    where: str
    text: str
    warning: bool = False


def check_archive(archive: Path) -> list[Finding]:
    """Check the size of the zip, and names and permissions of its files."""
    findings = []
    size = archive.stat().st_size
    if size > package.MAX_BYTES:
        findings.append(
            Finding(archive.name, f"has {size / 1e6:.1f} MB; the limit is {package.MAX_BYTES / 1e6:.0f} MB")
        )
    with zipfile.ZipFile(archive) as packed:
        entries = packed.infolist()
        if (broken := packed.testzip()) is not None:
            findings.append(Finding(broken, "is damaged"))
    tops = {entry.filename.partition("/")[0] for entry in entries}
    if tops != {package.PACKAGE}:
        findings.append(
            Finding(archive.name, f"has {sorted(tops)} at the top level, not only the folder {package.PACKAGE}")
        )
    for entry in entries:
        parts = entry.filename.split("/")
        if "__pycache__" in parts or "__MACOSX" in parts:
            findings.append(Finding(entry.filename, "is in a cache folder"))
        if any(part.startswith(".") for part in parts):
            findings.append(Finding(entry.filename, "is hidden or outside the package"))
        if Path(entry.filename).suffix.lower() in _PROGRAMS:
            findings.append(Finding(entry.filename, "is an executable file type"))
        if (entry.external_attr >> 16) & 0o111 and not entry.is_dir():
            findings.append(Finding(entry.filename, "has the executable permission"))
    return findings


def check_files(plugin: Path) -> list[Finding]:
    """Check that required files are present and that the content of files is not binary."""
    needed = ("LICENSE", "metadata.txt", "__init__.py")
    findings = [Finding(name, "is missing") for name in needed if not (plugin / name).is_file()]
    for path in _files(plugin):
        content = path.read_bytes()
        if path.suffix in _DATA and content.startswith(_DATA[path.suffix]):
            continue
        if b"\0" in content or _text(content) is None:
            findings.append(Finding(_name(path, plugin), "is not text, a picture or a compiled translation"))
    return findings


def check_metadata(plugin: Path) -> list[Finding]:
    """Check the metadata fields that QGIS and its repository require, and their format."""
    # The repository reads with interpolation: a single percent sign is an error.
    parser = configparser.ConfigParser()
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    try:
        parser.read_string((plugin / "metadata.txt").read_text(encoding="utf-8"))
        fields = dict(parser.items("general"))
    except (OSError, UnicodeDecodeError, configparser.Error) as error:
        return [Finding("metadata.txt", f"cannot be read: {error}")]
    found = [f"{name} is missing" for name in REQUIRED_FIELDS if not fields.get(name, "").strip()]
    for name, pattern in (
        ("version", r"\d+(\.\d+)+"),
        ("qgisMinimumVersion", r"\d+\.\d+"),
        ("qgisMaximumVersion", r"\d+\.\d+"),
        ("author", "[^/]+"),
        ("email", r"[^@\s]+@[^@\s]+\.[^@\s]+"),
        ("experimental", "True|False"),
        ("deprecated", "True|False"),
    ):
        if fields.get(name) and not re.fullmatch(pattern, fields[name]):
            found.append(f"{name} is malformed: {fields[name]}")
    if "icon" in fields and not (plugin / fields["icon"]).is_file():
        found.append(f"icon is a missing file: {fields['icon']}")
    links = {name: fields[name] for name in _LINK_FIELDS if fields.get(name)}
    found += [f"{name} is not a link: {link}" for name, link in links.items() if not _URL.fullmatch(link)]
    findings = [Finding("metadata.txt", text) for text in found]
    if _RESERVED.search(fields.get("email", "").rpartition("@")[2]):
        findings.append(Finding("metadata.txt", f"email is a placeholder: {fields['email']}", warning=True))
    return findings


def check_links(plugin: Path, root: Path = package.ROOT) -> list[Finding]:
    """Check that addresses are well formed and that relative links lead to files of the project."""
    findings = []
    for path in _files(plugin):
        if path.suffix not in _FOR_READERS:
            continue
        text = _text(path.read_bytes()) or ""
        where = _name(path, plugin)
        for url in _URL.findall(text):
            findings += _check_url(where, url.rstrip(".,;:"))
        for match in _RELATIVE_LINK.finditer(text):
            link = (match["markdown"] or match["html"] or "").partition("#")[0]
            if link and ":" not in link and not (root / Path(where).parent / link).exists():
                findings.append(Finding(where, f"links to a missing file: {link}"))
    return findings


def run_bandit(plugin: Path) -> list[Finding]:
    """Return Bandit's findings of any severity, and files that it cannot read."""
    report = _report("bandit", "--recursive", ".", "--format", "json", "--quiet", folder=plugin)
    findings = [
        Finding(f"{_clean(item['filename'])}:{item['line_number']}", f"{item['test_id']} {item['issue_text']}")
        for item in report["results"]
    ]
    return findings + [Finding(_clean(item["filename"]), item["reason"]) for item in report["errors"]]


def run_detect_secrets(plugin: Path) -> list[Finding]:
    """Return strings that look like passwords, keys or tokens, without verification over the network."""
    report = _report("detect_secrets", "scan", "--all-files", "--no-verify", ".", folder=plugin)
    return [
        Finding(f"{_clean(name)}:{item['line_number']}", f"looks like a secret: {item['type']}")
        for name, items in report["results"].items()
        for item in items
    ]


CHECKS: dict[str, Callable[[Path], list[Finding]]] = {
    "Bandit": run_bandit,
    "detect-secrets": run_detect_secrets,
    "Metadata": check_metadata,
    "Files": check_files,
    "Links": check_links,
}
"""Checks of the unpacked plugin."""


def scan(archive: Path) -> dict[str, list[Finding]]:
    """Run all checks on a package and return their findings."""
    results = {"Archive": check_archive(archive)}
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(folder)
        for name, check in CHECKS.items():
            results[name] = check(Path(folder) / package.PACKAGE)
    return results


def _report(module: str, *arguments: str, folder: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", module, *arguments]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    try:
        return json.loads(run.stdout)
    except json.JSONDecodeError:
        # Without a report nothing was scanned.
        raise RuntimeError(f"{module} failed: {run.stderr.strip()}") from None


def _check_url(where: str, url: str) -> list[Finding]:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return [Finding(where, f"is not a link: {url}")]
    if url.endswith("://") or parts.scheme in _BUCKETS:  # the name of a kind of addresses, or no web address
        return []
    if parts.scheme not in {"http", "https"} or not _HOST.fullmatch(host):
        return [Finding(where, f"is not a link: {url}")]
    return [Finding(where, f"has a placeholder address: {url}", warning=True)] if _RESERVED.search(host) else []


def _files(plugin: Path) -> list[Path]:
    return sorted(path for path in plugin.rglob("*") if path.is_file())


def _name(path: Path, plugin: Path) -> str:
    return path.relative_to(plugin).as_posix()


def _clean(name: str) -> str:
    return name.removeprefix("./")


def _text(content: bytes) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def main() -> int:
    """Pack and scan the plugin, print the findings and return 1 if there are any."""
    archive = package.target()
    try:
        size = package.write_package(archive)
        results = scan(archive)
    except (OSError, ValueError, RuntimeError, subprocess.CalledProcessError) as error:
        print(f"The package was not scanned: {error}", file=sys.stderr)
        return 1
    print(f"{archive.name}, {size / 1e6:.2f} MB")
    for check, findings in results.items():
        print(f"  {check}:" if findings else f"  {check}: ok")
        for finding in findings:
            print(f"    {'warning: ' if finding.warning else ''}{finding.where}: {finding.text}")
    bad = sum(not finding.warning for findings in results.values() for finding in findings)
    print(f"Findings: {bad}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
