"""Web pages of known truth: what in them is the article, and what is not.

The files in `pages` are our own words in the manner of pages as they are saved. An
element with the attribute `data-out` is no part of the article; the reader does not
know that attribute.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from workbench.importing.contents import Contents, Hints
from workbench.importing.html_files import contents_of_html, read_html
from workbench.model.documents import Block

PAGES = Path(__file__).parent / "pages"
_CHARSET = re.compile(r"""<meta charset="([\w-]+)">""")


def made() -> dict[str, bytes]:
    """Return pages by file name, each in the encoding that it declares."""
    return {it.name: _encoded(it.read_text("utf-8")) for it in sorted(PAGES.iterdir())}


def _encoded(page: str) -> bytes:
    declared = _CHARSET.search(page)
    return page.encode(declared[1] if declared else "utf-8")


@dataclass(frozen=True)
class Judged:
    """A page as it was read, and which of its blocks are the article."""

    contents: Contents
    article: tuple[Block, ...]
    others: tuple[Block, ...]


def judged(name: str) -> Judged:
    """Read a page, and tell its article by reading it again without the rest."""
    content = made()[name]
    (contents,) = read_html(content, Hints(name))
    page = LexborHTMLParser((PAGES / name).read_text("utf-8"))
    for node in page.css("[data-out]"):
        node.decompose()
    only = contents_of_html(page.html or "", Hints(name), "utf-8")
    left = Counter(it.span.of(only.text) for it in only.blocks)
    article, others = [], []
    for block in contents.blocks:
        line = block.span.of(contents.text)
        if left[line] > 0:
            left[line] -= 1
            article.append(block)
        else:
            others.append(block)
    assert not +left, f"{name}: {+left}"
    return Judged(contents, tuple(article), tuple(others))
