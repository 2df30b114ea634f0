"""Pack the plugin into a zip that QGIS can install, with one top folder and reproducible bytes.

Needs Python 3.9 or newer, git and lrelease, which compiles translations.
"""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from . import translations

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "cloud_s2_mask"
# The guide that the Help button opens, in each language.
GUIDES = tuple(f"docs/{page}{language}.md" for page in ("guide", "guide-correcting") for language in ("", ".de", ".fr"))
# Files needed at run time; none for developers.
SHIPPED_FILES = (
    "metadata.txt",
    "__init__.py",
    "plugin.py",
    "LICENSE",
    "README.md",
    "CHANGELOG.md",
    "docs/systems.md",
    "docs/accuracy.md",
    "docs/many-machines.md",
    "docs/performance.md",
    *GUIDES,
)
SHIPPED_FOLDERS = ("core/", "ui/", "processing_provider/", "models/", "docs/reference/", "docs/images/")
# Limit of QGIS's plugin repository.
MAX_BYTES = 25_000_000
# The oldest time a zip can hold, so that the bytes do not depend on the time of packing.
_TIME = (1980, 1, 1, 0, 0, 0)


def shipped_files(root: Path = ROOT) -> list[str]:
    """List the files to pack, relative to `root`: tracked by git and part of the plugin."""
    git = shutil.which("git") or "git"
    listing = subprocess.run([git, "ls-files", "-z"], cwd=root, check=True, capture_output=True, text=True)
    tracked = sorted(name for name in listing.stdout.split("\0") if name)
    return [name for name in tracked if name in SHIPPED_FILES or name.startswith(SHIPPED_FOLDERS)]


def write_package(target: Path, root: Path = ROOT) -> int:
    """Compile the translations, write the zip and return its size in bytes.

    Raises:
        FileNotFoundError: A required file is not tracked, or translations cannot be compiled.
        ValueError: The zip exceeds the size limit; it is removed.
    """
    names = shipped_files(root)
    for needed in SHIPPED_FILES[:4]:
        if needed not in names:
            raise FileNotFoundError(f"{needed} is not tracked by git. Commit it first.")
    names += [path.relative_to(root).as_posix() for path in translations.compile_all(root / "i18n")]
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(names):
            entry = zipfile.ZipInfo(f"{PACKAGE}/{name}", _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, (root / name).read_bytes())
    size = target.stat().st_size
    if size > MAX_BYTES:
        target.unlink()
        raise ValueError(f"The package has {size / 1e6:.1f} MB; the limit is {MAX_BYTES / 1e6:.0f} MB.")
    return size


def version(root: Path = ROOT) -> str:
    """Return the plugin's version from metadata.txt."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(root / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def target() -> Path:
    """Return the path of the package of this version."""
    return ROOT / "build" / f"{PACKAGE}-{version()}.zip"


def main() -> int:
    """Write build/cloud_s2_mask-<version>.zip, print its path and return the exit status."""
    path = target()
    try:
        size = write_package(path)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        print(f"No package was written: {error}", file=sys.stderr)
        return 1
    print(f"{path.relative_to(ROOT)} ({size / 1e6:.2f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
