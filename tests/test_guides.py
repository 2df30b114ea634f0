"""The guide has the same content in every language."""

from __future__ import annotations

import posixpath
import re
from pathlib import PurePosixPath

import pytest

from ..tools import package

TRANSLATED = [name for name in package.GUIDES if name.count(".") > 1]
_CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?<!!)\[[^]]+\]\(([^)]+)\)")


def _read(name: str) -> str:
    return (package.ROOT / name).read_text(encoding="utf-8")


def outline(text: str) -> dict[str, list[str]]:
    """Return the parts of a guide that are the same in every language, in order, without the names of anchors."""
    prose = _CODE.sub("", text)
    return {
        "headings": re.findall(r"^#+ ", prose, re.MULTILINE),
        "pictures": re.findall(r"!\[[^]]+\]\(([^)]+)\)", prose),
        "code blocks": _CODE.findall(text),
        "links": [
            re.sub(r"(guide[-a-z]*)\.\w\w\.md", r"\1.md", re.sub("#.*", "#", one)) for one in _LINK.findall(prose)
        ],
        "list items and table rows": re.findall(r"^(?:- |\d+\. |\|)", prose, re.MULTILINE),
        "paragraphs": ["" for part in re.split(r"\n{2,}", prose.strip()) if part],
    }


@pytest.mark.parametrize("name", TRANSLATED)
@pytest.mark.parametrize("part", outline(""))
def test_a_translated_guide_keeps_up_with_the_english_one(name, part):
    """In every language, no chapter, picture, command, link or paragraph is missing."""
    english = re.sub(r"\.\w\w\.md$", ".md", name)
    assert outline(_read(name))[part] == outline(_read(english))[part]


def test_every_guide_is_shipped():
    """The plugin includes the guide in every language."""
    written = {path.relative_to(package.ROOT).as_posix() for path in (package.ROOT / "docs").glob("guide*.md")}
    assert written <= set(package.shipped_files())


def test_links_of_the_guide_lead_to_pages_that_are_shipped():
    """I follow a link in the guide's window, and from page to page: none leads to a file that the plugin lacks."""
    shipped = package.shipped_files()
    for page in map(PurePosixPath, shipped):
        if page.suffix != ".md" or page.parts[0] != "docs":
            continue
        links = {link.partition("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", _read(str(page)))}
        local = {link for link in links if link and ":" not in link}
        missing = {link for link in local if posixpath.normpath(page.parent / link) not in shipped}
        assert not missing, page
