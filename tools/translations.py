"""Translations: gather the texts of the shipped code into i18n/*.ts, and compile those into what Qt loads.

Translators edit a .ts file (with Qt Linguist, or any editor) and git keeps it; the .qm file beside it is made from it.
Runs with any Python 3.9 or newer; the programs are those of the Debian packages pyqt5-dev-tools and qttools5-dev-tools.
"""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

from ..core import errors

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "i18n"
# What holds texts for users in Qt's ways; the engine knows no Qt, and has its own.
_WITH_TEXTS = ("plugin.py", "ui", "processing_provider")
ENGINE = "Engine"
"""Context of the engine's texts."""
_EXAMPLES = "ExampleModel"
"""Context of the texts in the example models."""
_MARKS = {"translated", "marked", "message"}
# Here Debian keeps Qt's own programs.
_PATHS = os.pathsep.join(("/usr/lib/qt5/bin", os.environ.get("PATH", os.defpath)))


def files_with_texts(*suffixes: str) -> list[Path]:
    """Return the files of the plugin with these suffixes that may hold texts for users."""
    paths = [path for name in _WITH_TEXTS for path in (ROOT / name, *sorted((ROOT / name).rglob("*")))]
    return [path for path in paths if path.suffix in suffixes]


def gather(folder: Path = FOLDER) -> None:
    """Bring every .ts file of `folder` up to date: new texts are added unfinished, those that are gone are dropped.

    Raises:
        FileNotFoundError: if the program that does it is not installed.
        subprocess.CalledProcessError: if it fails.
    """
    files = sorted(folder.glob("*.ts"))
    texts = [(ENGINE, text) for text in engine_texts()] + [(_EXAMPLES, text) for text in example_texts()]
    sources = [str(path.relative_to(ROOT)) for path in files_with_texts(".py", ".ui")]
    with tempfile.TemporaryDirectory() as temporary:
        calls = Path(temporary) / "texts.py"
        lines = (f"translate({json.dumps(context)}, {json.dumps(text, ensure_ascii=False)})" for context, text in texts)
        calls.write_text("\n".join(lines), encoding="utf-8")
        _run("pylupdate5", "-noobsolete", *sources, str(calls), "-ts", *map(str, files))
    for file in files:
        # Line numbers would change the files with every change of the code.
        file.write_text(re.sub(r" *<location [^>]*/>\n", "", file.read_text(encoding="utf-8")), encoding="utf-8")


def engine_texts() -> list[str]:
    """List the texts of the engine: the first arguments of `translated`, `marked` and the errors.

    Raises:
        ValueError: one of them is given something else than a literal.
    """
    texts: dict[str, None] = {}
    marks = _MARKS | {name for name, kind in vars(errors).items() if isinstance(kind, type)}
    for path in sorted((ROOT / "core").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in marks and node.args:
                given = node.args[0]
                if isinstance(given, ast.Constant) and isinstance(given.value, str):
                    texts[given.value] = None
                elif node.func.id == "marked" or isinstance(given, ast.JoinedStr):
                    raise ValueError(f"{path}, line {node.lineno}: only a literal can be translated.")
    return list(texts)


def example_texts() -> list[str]:
    """The texts of the example models: their titles, their help, and the titles of their parameters and outputs."""
    texts: dict[str, None] = {}
    for path in sorted((ROOT / "processing_provider" / "example_models").glob("*.model3")):
        model = ET.parse(path).getroot()  # noqa: S314 - our own files
        shown = [
            *model.findall("Option[@name='model_name']"),
            *(option for option in model.findall("Option[@name='help']/Option") if option.get("name") != "ALG_VERSION"),
            *model.findall("Option[@name='parameterDefinitions']/Option/Option[@name='description']"),
        ]
        texts.update(dict.fromkeys(option.get("value", "") for option in shown))
    return [text for text in texts if text]


def compile_all(folder: Path = FOLDER) -> list[Path]:
    """Write the .qm file of every .ts file, without what is unfinished, and return their paths.

    Raises:
        FileNotFoundError: if the program that does it is not installed.
        subprocess.CalledProcessError: if it fails.
    """
    files = sorted(folder.glob("*.ts"))
    compiled = [file.with_suffix(".qm") for file in files]
    for source, target in zip(files, compiled):
        _run("lrelease", "-silent", "-nounfinished", str(source), "-qm", str(target))
    return compiled


def _run(program: str, *arguments: str) -> None:
    path = shutil.which(program, path=_PATHS)
    if path is None:
        raise FileNotFoundError(f"{program} is not installed; `make setup` brings it.")
    # pylupdate5 calls what newer Pythons advise against.
    subprocess.run([path, *arguments], cwd=ROOT, check=True, env={**os.environ, "PYTHONWARNINGS": "ignore"})


def main() -> int:
    """Gather, compile, and say how much is left to translate."""
    gather()
    for file in compile_all():
        left = file.with_suffix(".ts").read_text(encoding="utf-8").count('type="unfinished"')
        print(f"{file.relative_to(ROOT)}: {left} texts are not translated")
    return 0


if __name__ == "__main__":
    sys.exit(main())
