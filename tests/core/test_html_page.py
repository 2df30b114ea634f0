"""Pages of reports: well-formed, with escaped names, and written piece by piece."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.html_page import Html, as_html, cell, head, page, section, table


def test_a_page_is_complete_and_its_title_is_escaped():
    """The browser shows any title as it is."""
    text = "".join(page("A & <b>", "p{color:red}", ["<p>x</p>\n"]))
    assert text.startswith('<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>A &amp; &lt;b&gt;</title>')
    assert "<style>p{color:red}</style>" in text
    assert text.endswith("<body>\n<h1>A &amp; &lt;b&gt;</h1>\n<p>x</p>\n</body></html>\n")
    assert section("<T33UUU>") == "<h2>&lt;T33UUU&gt;</h2>\n"


def test_a_table_has_a_line_for_each_row():
    """Heads and cells have their attributes; a text is escaped unless it is marked as HTML."""
    rows = [[head("n", 'class="number"'), head("")], [cell(Html("1<br>2"), 'bgcolor="#ffffff"'), cell("-")]]
    assert "".join(table(rows)) == (
        '<table>\n<tr><th class="number">n</th><th></th></tr>\n'
        '<tr><td bgcolor="#ffffff">1<br>2</td><td>-</td></tr>\n</table>\n'
    )
    assert cell('<img src="x">') == "<td>&lt;img src=&quot;x&quot;&gt;</td>"
    assert as_html(as_html("R&D <b>")) == "R&amp;D &lt;b&gt;"


def test_a_page_is_written_as_its_parts_are_made():
    """Hundreds of pictures are not in memory at once."""
    made: list[int] = []

    def pictures() -> Iterator[str]:
        for number in range(3):
            made.append(number)
            yield f"<img {number}>"

    pieces = page("Season", "", pictures())
    for piece in pieces:
        if piece == "<img 0>":
            break
    assert made == [0]
