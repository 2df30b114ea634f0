"""Describe a model in the window of the models, as HTML."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.PyQt.QtCore import QCoreApplication

from ...core.cards.card import ModelCard, NetworkFile
from ...core.cards.choice import pixels_of
from ...core.cards.schema import NODATA_CLASS
from ...core.classes import classes_of
from ...core.html_page import Html, as_html
from ..shared.model_texts import licence_text, size_text
from ..shared.rich_text import unbroken
from .entries import ModelEntry

translate = QCoreApplication.translate

_CELL = 'style="padding: 1px 12px 1px 0"'
_PARAGRAPH = 'style="margin: 0 0 6px 0"'


def details_html(entry: ModelEntry) -> str:
    """Describe a model: accuracy and speed, how to get it, classes, licence, citation and what its weights are."""
    row = entry.row
    parts = [f"<h3 {_PARAGRAPH}>{as_html(row.title)}</h3>"]
    parts += [f"<p {_PARAGRAPH}>{as_html(unbroken(text))}</p>" for text in _sentences(entry)]
    lines = (
        f"<tr><td {_CELL}><b>{as_html(name)}</b></td><td {_CELL}>{as_html(text)}</td></tr>"
        for name, text in _facts(entry)
        if text
    )
    return f'{"".join(parts)}<table cellspacing="0">{"".join(lines)}</table>'


def _sentences(entry: ModelEntry) -> Iterator[str]:
    """Yield the paragraphs above the table."""
    row, card = entry.row, entry.row.card
    if row.summary:
        yield row.summary
    if entry.kind == "built_in":
        yield translate(
            "ModelDetails",
            "It consists of rules, so nothing is downloaded, and neither ONNX Runtime nor a GPU is used. It needs L1C "
            "products with B10, and the angles of sun and satellite in their metadata; where these are missing, means "
            "or estimates are used, with a warning. An elevation raster and a water map make it more accurate.",
        )
    by_hand = bool(card and card.publication and not card.publication.address)
    if entry.missing and entry.records:
        names = ", ".join(network.weights.file for network in entry.missing if network.weights)
        if row.state == "ready":
            text = translate("ModelDetails", "It can be used. Only averaging all its networks also needs {files}.")
        else:
            text = translate("ModelDetails", "A part is there. It also needs {files}.")
        yield text.format(files=names)
    elif entry.missing and by_hand and card is not None:
        names = ", ".join(network.weights.file for network in entry.missing if network.weights)
        yield translate(
            "ModelDetails", "Open the authors' page, download {files} there, then choose Import… and select them."
        ).format(files=names)
    elif row.reason and (entry.kind == "imported" or row.state == "damaged"):
        yield row.reason
    elif row.state == "missing" and entry.kind == "packaged":
        yield translate("ModelDetails", "Download installs it with the package {package}.").format(package=row.origin)


def _facts(entry: ModelEntry) -> Iterator[tuple[str, str]]:
    """Yield the lines of the table: a name and a text, which may be empty."""
    row, card = entry.row, entry.row.card
    if card is not None:
        yield translate("ModelDetails", "Classes"), _classes(card)
        yield translate("ModelDetails", "Input"), f"{row.levels}; {row.bands}; {pixels_of(card)}"
        yield translate("ModelDetails", "Licence"), licence_text(card)
    yield translate("ModelDetails", "Citation"), row.citation
    if card is not None and card.publication is not None:
        page = as_html(card.publication.page)
        yield translate("ModelDetails", "Authors' page"), Html(f'<a href="{page}">{page}</a>')
        for network in card.networks:
            yield translate("ModelDetails", "Weights"), _weights(network, entry)
    else:
        source = {
            "imported": translate("ModelDetails", "imported by you"),
            "built_in": translate("ModelDetails", "part of the plugin"),
        }.get(entry.kind, row.origin)
        yield translate("ModelDetails", "Source"), source
    yield translate("ModelDetails", "Id"), row.id
    yield translate("ModelDetails", "Version"), row.version
    no_network = translate("ModelDetails", "none") if entry.kind == "built_in" else ""
    yield translate("ModelDetails", "Networks"), str(row.networks or no_network)
    yield translate("ModelDetails", "Folder"), row.folder


def _classes(card: ModelCard) -> str:
    names = {mask_class.key: mask_class.name() for mask_class in classes_of(card.classes)}
    names[NODATA_CLASS] = translate("ModelDetails", "no data")
    return ", ".join(names[key] for key in dict.fromkeys(card.classes))


def _weights(network: NetworkFile, entry: ModelEntry) -> Html:
    """Name a file of weights, its size, its hash, and who says so."""
    weights = network.weights
    if weights is None:
        return Html("")
    name = f"{weights.file}, {size_text(weights.size)}" if weights.size else weights.file
    lines = [as_html(name)]
    record = (entry.records or {}).get(network.file)
    stored = str(record["weights_sha256"]) if record else ""
    if weights.sha256:
        text = translate("ModelDetails", "SHA-256 {hash}, published by the authors and pinned here")
        lines.append(as_html(text.format(hash=weights.sha256)))
        if stored and stored != weights.sha256:
            text = translate("ModelDetails", "The stored file is another one: {hash}")
            lines.append(Html(f"<b>{as_html(text.format(hash=stored))}</b>"))
    elif record:
        text = translate("ModelDetails", "The authors publish no hash; recorded on {date}: {hash}")
        lines.append(as_html(text.format(date=str(record.get("time", ""))[:10], hash=stored)))
    else:
        text = translate("ModelDetails", "The authors publish no hash; that of your file will be recorded")
        lines.append(as_html(text))
    return Html("<br>".join(lines))
