"""Gather the texts of the shipped code into i18n/*.ts and compile these to .qm files for Qt.

Translators edit the .ts files (with Qt Linguist or any editor), which git tracks; the .qm files are compiled from them.
Needs Python 3.9 or newer and the Debian packages pyqt5-dev-tools and qttools5-dev-tools.
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
# Code that translates with Qt; the engine does not use Qt.
_WITH_TEXTS = ("plugin.py", "ui", "processing_provider")
ENGINE = "Engine"
"""Context of the engine's texts."""
_EXAMPLES = "ExampleModel"
"""Context of the texts in the example models."""
_MARKS = {"translated", "marked", "message"}
# Debian's folder of Qt programs comes first.
_PATHS = os.pathsep.join(("/usr/lib/qt5/bin", os.environ.get("PATH", os.defpath)))


def files_with_texts(*suffixes: str) -> list[Path]:
    """List the files of the plugin with these suffixes that may contain texts for users."""
    paths = [path for name in _WITH_TEXTS for path in (ROOT / name, *sorted((ROOT / name).rglob("*")))]
    return [path for path in paths if path.suffix in suffixes]


def gather(folder: Path = FOLDER) -> None:
    """Update every .ts file of `folder`: add new texts as unfinished and remove obsolete ones.

    Raises:
        FileNotFoundError: pylupdate5 is not installed.
        subprocess.CalledProcessError: pylupdate5 failed.
    """
    files = sorted(folder.glob("*.ts"))
    texts = [(ENGINE, text) for text in (*engine_texts(), *card_texts())]
    texts += [(_EXAMPLES, text) for text in example_texts()]
    sources = [str(path.relative_to(ROOT)) for path in files_with_texts(".py", ".ui")]
    with tempfile.TemporaryDirectory() as temporary:
        calls = Path(temporary) / "texts.py"
        lines = (f"translate({json.dumps(context)}, {json.dumps(text, ensure_ascii=False)})" for context, text in texts)
        calls.write_text("\n".join(lines), encoding="utf-8")
        _run("pylupdate5", "-noobsolete", *sources, str(calls), "-ts", *map(str, files))
    for file in files:
        # Line numbers would change with every change of the code.
        file.write_text(re.sub(r" *<location [^>]*/>\n", "", file.read_text(encoding="utf-8")), encoding="utf-8")


def engine_texts() -> list[str]:
    """List the texts of the engine: the first arguments of `translated`, `marked` and the errors.

    Raises:
        ValueError: A text is not a literal.
    """
    texts: dict[str, None] = {}
    marks = _MARKS | {
        name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)
    }
    for path in sorted((ROOT / "core").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in marks and node.args:
                text = node.args[0]
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    texts[text.value] = None
                elif node.func.id == "marked" or isinstance(text, ast.JoinedStr):
                    raise ValueError(f"{path}, line {node.lineno}: only literals can be translated.")
    return list(texts)


def card_texts() -> list[str]:
    """List the texts of the model cards that users read: the titles and the summaries."""
    cards = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "models").glob("*.json"))]
    return list(dict.fromkeys(card[field] for field in ("title", "summary") for card in cards if field in card))


def example_texts() -> list[str]:
    """List the texts of the example models: titles, help, and titles of parameters and outputs."""
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
    """Compile every .ts file to a .qm file, without unfinished texts, and return the paths.

    Raises:
        FileNotFoundError: lrelease is not installed.
        subprocess.CalledProcessError: lrelease failed.
    """
    files = sorted(folder.glob("*.ts"))
    compiled = [file.with_suffix(".qm") for file in files]
    for source, target in zip(files, compiled):
        _run("lrelease", "-silent", "-nounfinished", str(source), "-qm", str(target))
    return compiled


def _run(program: str, *arguments: str) -> None:
    path = shutil.which(program, path=_PATHS)
    if path is None:
        raise FileNotFoundError(f"{program} is not installed. Run `make setup`.")
    # pylupdate5 uses functions that newer Pythons warn about.
    subprocess.run([path, *arguments], cwd=ROOT, check=True, env={**os.environ, "PYTHONWARNINGS": "ignore"})


def main() -> int:
    """Gather and compile the texts, and print the number of missing translations."""
    gather()
    for file in compile_all():
        left = file.with_suffix(".ts").read_text(encoding="utf-8").count('type="unfinished"')
        print(f"{file.relative_to(ROOT)}: {left} untranslated texts")
    return 0


if __name__ == "__main__":
    sys.exit(main())
