"""Reads HTML files: the text as a browser would show it, one line a block."""

from __future__ import annotations

import re
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from workbench.errors import UnreadableFile
from workbench.importing.contents import Contents, Hints
from workbench.importing.decoding import decode
from workbench.importing.html_metadata import describe
from workbench.importing.html_text import HtmlText, tag_names
from workbench.text.blocks import fit_blocks

_DEEPEST = 5_000
_DECLARED = re.compile(
    rb"""<meta[^>]+charset\s*=\s*["']?([\w-]+)|^\s*<\?xml[^>]+encoding=["']([\w-]+)""",
    re.IGNORECASE,
)
_NAME_OF_ENCODING = re.compile(
    r"utf-8|windows-\d+|iso-8859-\d+|iso-2022-jp|koi8-[ru]|gb2312|gbk|gb18030|big5"
    r"|euc-(?:jp|kr)|shift_jis|latin1|us-ascii|macintosh|tis-620"
)
# Browsers read the older names as the larger encodings that grew out of them.
_READ_AS = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252",
    "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc-kr": "cp949", "macintosh": "mac_roman",
}  # fmt: skip
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s>/])")
_CLOSED_BY_THEMSELVES = tag_names(
    "a area base body br button caption col colgroup dd dt embed head hr html img input"
    " li link meta optgroup option p param rp rt source tbody td tfoot th thead tr"
    " track wbr"
)


def read_html(content: bytes, hints: Hints) -> list[Contents]:
    """Return what a page holds; nothing that it shows is left out."""
    decoded = decode(content, hints, declared_encoding(content))
    contents = contents_of_html(decoded.text, hints, decoded.encoding)
    return [replace(contents, warnings=decoded.warnings)]


def contents_of_html(html: str, hints: Hints, encoding: str) -> Contents:
    """Return what some markup holds: a page, a chapter of a book, the body of a mail.

    Text, blocks (with `zone` where the markup sets them apart), title, date, source
    and further facts are those of the markup alone, so a caller that knows better
    takes what it wants and replaces the rest with `dataclasses.replace`. The encoding
    is only passed on. Nothing is fetched and no script is run. Raises `UnreadableFile`
    for markup that is nested without end; markup that shows no text has an empty one.
    """
    page = _parse(html, hints.file_name)
    walked = HtmlText(page.root)
    described = describe(page, html)
    return Contents(
        media_type="text/html",
        encoding=encoding,
        text=walked.text,
        blocks=fit_blocks(walked.text, walked.blocks),
        title=described.title,
        date=described.date,
        source=described.source,
        values=described.values,
    )


def _parse(html: str, file_name: str) -> LexborHTMLParser:
    if _is_too_deep(html):
        raise UnreadableFile(
            f"{file_name} nests more than {_DEEPEST:,} elements in each other;"
            " open it in a browser and save it as text."
        )
    return LexborHTMLParser(html)


def declared_encoding(content: bytes) -> str:
    """Return the encoding that a page says it is in, empty for none that is known."""
    found = _DECLARED.search(content, 0, 4096)
    if not found:
        return ""
    name = (found[1] or found[2]).decode("ascii", "replace").lower()
    # Python knows more names, and some of them are no encodings of text.
    return _READ_AS.get(name, name) if _NAME_OF_ENCODING.fullmatch(name) else ""


def _is_too_deep(html: str) -> bool:
    """Estimate the depth before parsing, which takes minutes for a hostile page."""
    if html.count("<") <= _DEEPEST:
        return False
    depth = 0
    for closing, name in _TAG.findall(html):
        if name.lower() in _CLOSED_BY_THEMSELVES:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > _DEEPEST:
            return True
    return False
