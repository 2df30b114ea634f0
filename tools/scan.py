"""Look at the package as the plugin repository of QGIS does before it publishes one, and more strictly.

Bandit and detect-secrets read the unpacked zip, with all their rules and at every severity; then metadata, files and
links are looked at. The repository blocks what the first two find and refuses packages of bad form; here every finding
fails. Only a placeholder address is no more than a warning: the package is sound, but nobody can publish it yet.
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
# Texts that people read, whose links they follow.
_FOR_READERS = {".md", ".html", ".txt", ".json"}
# Suffixes that the repository reports, whatever is in the file.
_PROGRAMS = {".exe", ".dll", ".so", ".dylib", ".bat", ".cmd", ".ps1", ".sh", ".pyc", ".pyo", ".pyd"}
# What may be shipped without being text, and how it starts: compiled translations, as Qt reads them, and pictures.
_DATA = {".qm": bytes.fromhex("3cb86418"), ".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff"}
# Domains that are reserved for examples and tests (RFC 2606).
_RESERVED = re.compile(r"(^|\.)(example(\.(com|net|org))?|invalid|test|localhost)$")
_HOST = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", re.IGNORECASE)
_URL = re.compile(r"\b[a-z][a-z0-9+.-]*://[^\s<>\"'()\[\]`]*", re.IGNORECASE)
_RELATIVE_LINK = re.compile(r"""\]\((?P<markdown>[^)\s]+)\)|(?:href|src)=["'](?P<html>[^"']*)["']""")


@dataclass(frozen=True)
class Finding:
    """Something to put right: where it is, relative to the package, and what it is."""

    where: str
    text: str
    warning: bool = False


def look_at_archive(archive: Path) -> list[Finding]:
    """Size, names and permissions of what is in the zip."""
    findings = []
    size = archive.stat().st_size
    if size > package.MAX_BYTES:
        findings.append(Finding(archive.name, f"{size / 1e6:.1f} MB are more than {package.MAX_BYTES / 1e6:.0f} MB"))
    with zipfile.ZipFile(archive) as packed:
        entries = packed.infolist()
        if (broken := packed.testzip()) is not None:
            findings.append(Finding(broken, "is damaged"))
    tops = {entry.filename.partition("/")[0] for entry in entries}
    if tops != {package.PACKAGE}:
        findings.append(Finding(archive.name, f"has {sorted(tops)} at its top, not the folder {package.PACKAGE} alone"))
    for entry in entries:
        parts = entry.filename.split("/")
        if "__pycache__" in parts or "__MACOSX" in parts:
            findings.append(Finding(entry.filename, "lies in a folder that no package may hold"))
        if any(part.startswith(".") for part in parts):
            findings.append(Finding(entry.filename, "is hidden, or leads out of the package"))
        if Path(entry.filename).suffix.lower() in _PROGRAMS:
            findings.append(Finding(entry.filename, "is a program"))
        if (entry.external_attr >> 16) & 0o111 and not entry.is_dir():
            findings.append(Finding(entry.filename, "is marked as executable"))
    return findings


def look_at_files(plugin: Path) -> list[Finding]:
    """The files that every plugin needs, and no binaries: by their content, not their names."""
    needed = ("LICENSE", "metadata.txt", "__init__.py")
    findings = [Finding(name, "is missing") for name in needed if not (plugin / name).is_file()]
    for path in _files(plugin):
        content = path.read_bytes()
        if path.suffix in _DATA and content.startswith(_DATA[path.suffix]):
            continue
        if b"\0" in content or _text(content) is None:
            findings.append(Finding(_name(path, plugin), "is neither text, nor a picture or a compiled translation"))
    return findings


def look_at_metadata(plugin: Path) -> list[Finding]:
    """The fields that QGIS and its repository need, and the form of what is in them."""
    # The repository reads with interpolation, so that a bare percent sign is an error.
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
            found.append(f"{name} is not of the right form: {fields[name]}")
    if "icon" in fields and not (plugin / fields["icon"]).is_file():
        found.append(f"icon names a file that is not there: {fields['icon']}")
    links = {name: fields[name] for name in _LINK_FIELDS if fields.get(name)}
    found += [f"{name} is no link: {link}" for name, link in links.items() if not _URL.fullmatch(link)]
    findings = [Finding("metadata.txt", text) for text in found]
    if _RESERVED.search(fields.get("email", "").rpartition("@")[2]):
        findings.append(Finding("metadata.txt", f"email is a placeholder: {fields['email']}", warning=True))
    return findings


def look_at_links(plugin: Path, root: Path = package.ROOT) -> list[Finding]:
    """Links for readers: addresses well formed, and relative ones to files that the project has."""
    findings = []
    for path in _files(plugin):
        if path.suffix not in _FOR_READERS:
            continue
        text = _text(path.read_bytes()) or ""
        where = _name(path, plugin)
        for url in _URL.findall(text):
            findings += _look_at_url(where, url.rstrip(".,;:"))
        for match in _RELATIVE_LINK.finditer(text):
            link = (match["markdown"] or match["html"] or "").partition("#")[0]
            if link and ":" not in link and not (root / Path(where).parent / link).exists():
                findings.append(Finding(where, f"links to a file that is not there: {link}"))
    return findings


def run_bandit(plugin: Path) -> list[Finding]:
    """What Bandit finds, whatever its severity; a file that it cannot read counts too."""
    report = _report("bandit", "--recursive", ".", "--format", "json", "--quiet", folder=plugin)
    findings = [
        Finding(f"{_clean(item['filename'])}:{item['line_number']}", f"{item['test_id']} {item['issue_text']}")
        for item in report["results"]
    ]
    return findings + [Finding(_clean(item["filename"]), item["reason"]) for item in report["errors"]]


def run_detect_secrets(plugin: Path) -> list[Finding]:
    """What looks like a password, a key or a token; nothing is tried out over the network."""
    report = _report("detect_secrets", "scan", "--all-files", "--no-verify", ".", folder=plugin)
    return [
        Finding(f"{_clean(name)}:{item['line_number']}", f"looks like a secret: {item['type']}")
        for name, items in report["results"].items()
        for item in items
    ]


CHECKS: dict[str, Callable[[Path], list[Finding]]] = {
    "Bandit": run_bandit,
    "detect-secrets": run_detect_secrets,
    "Metadata": look_at_metadata,
    "Files": look_at_files,
    "Links": look_at_links,
}
"""What looks at the unpacked plugin."""


def scan(archive: Path) -> dict[str, list[Finding]]:
    """Return what each check finds in a package."""
    results = {"Archive": look_at_archive(archive)}
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
        # It did not look, so silence is no good sign.
        raise RuntimeError(f"{module} did not work: {run.stderr.strip()}") from None


def _look_at_url(where: str, url: str) -> list[Finding]:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return [Finding(where, f"is no link: {url}")]
    if parts.scheme not in {"http", "https"} or not _HOST.fullmatch(host):
        return [Finding(where, f"is no link: {url}")]
    return [Finding(where, f"the address is a placeholder: {url}", warning=True)] if _RESERVED.search(host) else []


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
    """Pack, scan, print; 1 if there is anything to put right."""
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
    print(f"Findings to put right: {bad}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
