"""Write docs/reference: a page per algorithm, from its help and its parameters.

    python -m cloud_s2_mask.tools.reference

Needs QGIS; `make reference` runs it. A test checks that the pages are up to date.
"""

from __future__ import annotations

import os

from qgis.core import QgsApplication, QgsProcessingAlgorithm, QgsProcessingParameterDefinition

from ..processing_provider.algorithm import Algorithm
from ..processing_provider.provider import ALGORITHMS, CloudS2MaskProvider
from .package import ROOT

PAGES = ROOT / "docs" / "reference"


def pages() -> dict[str, str]:
    """Return the text of each page by file name; the first page lists all algorithms."""
    algorithms = [algorithm() for algorithm in ALGORITHMS]
    for algorithm in algorithms:
        algorithm.initAlgorithm()
    rows = [f"| [{a.displayName()}]({a.name()}.md) | `{_id(a)}` | {a.group()} |" for a in algorithms]
    intro = "The algorithms of the Processing toolbox, with the text of their help panel, their parameters and outputs."
    listing = [
        "# Algorithms",
        "",
        intro,
        "Written by `tools/reference.py`.",
        "",
        "| algorithm | identifier | group |",
        "|---|---|---|",
        *rows,
    ]
    return {"README.md": "\n".join(listing) + "\n"} | {f"{a.name()}.md": _page(a) for a in algorithms}


def _page(algorithm: Algorithm) -> str:
    inputs = [p for p in algorithm.parameterDefinitions() if not p.isDestination()]
    outputs = [(o.name(), o.type(), o.description()) for o in algorithm.outputDefinitions()]
    lines = [f"# {algorithm.displayName()}", "", f"`{_id(algorithm)}`", "", algorithm.shortHelpString().strip(), ""]
    lines += ["## Parameters", "", "| name | type | what | default |", "|---|---|---|---|"]
    lines += [f"| `{p.name()}` | {p.type()} | {_description(p)} | {_default(p)} |" for p in inputs]
    lines += ["", "## Outputs", "", "| name | type | what |", "|---|---|---|"]
    lines += [f"| `{name}` | {kind} | {title} |" for name, kind, title in outputs]
    return "\n".join(lines) + "\n"


def _id(algorithm: QgsProcessingAlgorithm) -> str:
    return f"{CloudS2MaskProvider().id()}:{algorithm.name()}"


def _description(parameter: QgsProcessingParameterDefinition) -> str:
    flags = QgsProcessingParameterDefinition.Flag
    marks = [
        name
        for flag, name in ((flags.FlagOptional, "optional"), (flags.FlagAdvanced, "advanced"))
        if parameter.flags() & flag
    ]
    title = parameter.description() + (f" ({', '.join(marks)})" if marks else "")
    options: list[str] = getattr(parameter, "options", list)()
    return title + (f": {', '.join(f'`{option}`' for option in options)}" if options else "")


def _default(parameter: QgsProcessingParameterDefinition) -> str:
    value = parameter.defaultValue()
    return "" if value in (None, "") else f"`{value}`"


def write() -> None:
    """Write the pages and remove those of former algorithms."""
    PAGES.mkdir(parents=True, exist_ok=True)
    texts = pages()
    for stale in {path.name for path in PAGES.glob("*.md")} - set(texts):
        (PAGES / stale).unlink()
    for name, text in texts.items():
        (PAGES / name).write_text(text, encoding="utf-8")


def main() -> None:
    """Run the command line."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QgsApplication([], False)
    application.initQgis()
    write()
    print(f"Pages written to {PAGES.relative_to(ROOT)}.")
    application.exitQgis()


if __name__ == "__main__":
    main()
