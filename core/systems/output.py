"""Write the report, the tables and the style of a comparison beside its masks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..files import text_writer, write_all
from ..masks.qml import numbers_qml
from .agreement import legend
from .comparison import SystemsComparison
from .report import comparison_page
from .tables import agreement_csv, models_csv


def write_comparison(comparison: SystemsComparison, progress: Callable[[float], None] = lambda _fraction: None) -> None:
    """Write the files of a comparison, all or none of them.

    Args:
        comparison: The result; its map of disagreement is written already.
        progress: Called with the fraction done, 0 to 1, after each picture; may raise to cancel.

    Raises:
        OutputError: a file cannot be written.
        RasterError: a mask cannot be read any more.
    """

    def report(part: Path) -> None:
        with part.open("w", encoding="utf-8", errors="backslashreplace") as file:
            file.writelines(comparison_page(comparison, progress))

    files = comparison.files
    write_all(
        {
            files.report: report,
            files.models: text_writer(models_csv(comparison)),
            files.agreement: text_writer(agreement_csv(comparison)),
            files.disagreement.with_suffix(".qml"): text_writer(numbers_qml(legend(len(comparison.masked)))),
        }
    )
