"""Fetch published models by command line: `python -m cloud_s2_mask.core.fetching --help`."""

from __future__ import annotations

import argparse
import math
import os
import shutil
import sys
from pathlib import Path

from ..process import end_on_signals, open_streams, say

if __name__ == "__main__":
    open_streams()
    end_on_signals("Cancelled. The next download continues where this one stopped.")

from ..cards.card import ModelCard, imported_dir
from ..errors import CloudS2MaskError
from ..networks.published import download_bytes, missing_networks, published_cards
from .model import Progress, fetch_model

MIRROR = "CLOUD_S2_MASK_MIRROR"
"""Variable of the environment with the address of a mirror."""
_MEGABYTE = 1_000_000


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m cloud_s2_mask.core.fetching",
        description="Download the weights of published models from their authors, check them, and build the networks. "
        "Models that are ready stay as they are. The id of each model that is ready is printed; if one is refused, the "
        "reason is one line on standard error, and the exit status is 1.",
    )
    parser.add_argument("models", nargs="*", metavar="MODEL", help="id of a model, see --list")
    parser.add_argument(
        "--from", dest="folder", type=Path, metavar="FOLDER", help="take the files from this folder, without internet"
    )
    parser.add_argument(
        "--mirror",
        metavar="ADDRESS",
        default=os.environ.get(MIRROR, ""),
        help=f"address in place of the authors' host (default: the variable {MIRROR})",
    )
    parser.add_argument("--accept-licence", action="store_true", help="accept licences that forbid commercial use")
    parser.add_argument("--list", action="store_true", help="list the published models, without internet")
    return parser


def _row(card: ModelCard) -> str:
    """Describe a model in a line: id, state, size of what would be downloaded (?: not stated), licence and title."""
    missing, size = missing_networks(card), "-"
    if (imported_dir() / card.id).exists():
        state = "imported"
    elif not missing:
        state = "ready"
    else:
        state = "missing" if card.publication and card.publication.address else "by hand"
        size = _megabytes(download_bytes(missing))
    return f"{card.id:20} {state:8} {size:>7}  {card.licence:40} {card.named}"


def _megabytes(size: int | None) -> str:
    return "?" if size is None else f"{math.ceil(size / _MEGABYTE)} MB"


class _Line:
    """The progress on one line of a terminal."""

    def __init__(self) -> None:
        self._text = ""

    def show(self, progress: Progress) -> None:
        """Show the progress if standard error is a terminal."""
        verb = "Downloading" if progress.phase == "download" else "Building from"
        done = f"{progress.done / _MEGABYTE:.1f} of {_megabytes(progress.size)}"
        self._write(f"{verb} {progress.number}/{progress.count}: {done}  {progress.file}")

    def clear(self) -> None:
        """Remove the line."""
        self._write("")

    def _write(self, text: str) -> None:
        if text != self._text and sys.stderr.isatty():
            text = text[: shutil.get_terminal_size().columns - 1]
            say(f"\r{text:{len(self._text)}}" + ("" if text else "\r"), sys.stderr)
            self._text = text


def main(arguments: list[str] | None = None) -> int:
    """Run the command line.

    Returns:
        The exit status: 0, 1 if a model is refused, or 2 if the arguments are wrong.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    cards = {card.id: card for card in published_cards()}
    if options.list:
        return 0 if say("".join(f"{_row(card)}\n" for card in cards.values()), sys.stdout) else 1
    if not options.models:
        parser.error("name a model, or --list")
    unknown = [model for model in options.models if model not in cards]
    if unknown:
        say(f"There is no published model {', '.join(unknown)}. Choose from: {', '.join(cards)}.\n", sys.stderr)
        return 2
    refused = [model for model in options.models if not _is_fetched(cards[model], options)]
    return 1 if refused else 0


def _is_fetched(card: ModelCard, options: argparse.Namespace) -> bool:
    """Fetch a model and print its id; return False if it is refused, and print the reason."""
    line = _Line()
    try:
        fetch_model(
            card,
            folder=options.folder,
            mirror=options.mirror,
            accept_licence=options.accept_licence,
            progress=line.show,
        )
    except CloudS2MaskError as error:
        line.clear()
        say(f"{error}\n", sys.stderr)
        return False
    line.clear()
    return say(f"{card.id}\n", sys.stdout)


if __name__ == "__main__":
    try:
        status = main()
    except SystemExit as stop:  # help, or wrong arguments
        status = stop.code if isinstance(stop.code, int) else 1
    sys.exit(status)
