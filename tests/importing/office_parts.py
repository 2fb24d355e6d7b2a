"""Packs office files by hand, part by part, for what no library can write."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from workbench.importing.contents import Contents
from workbench.model.documents import BlockKind
from workbench.model.zones import ZoneKind

PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{OFFICE}"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
OPEN_DOCUMENT = " ".join(
    f'xmlns:{prefix}="{_ODF}:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
        ("style", "style"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
        ("meta", "meta"),
    )
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
_LONG_AGO = (2020, 1, 1, 0, 0, 0)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return parts as a zip file; one called `mimetype` stays as it is."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in parts.items():
            method = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            archive.writestr(ZipInfo(name, _LONG_AGO), content, method)
    return file.getvalue()


def repacked(content: bytes) -> bytes:
    """Return a zip file without the times at which a library packed its parts."""
    with ZipFile(BytesIO(content)) as archive:
        return packed({it: archive.read(it) for it in archive.namelist()})


def docx(body: str, **parts: str) -> bytes:
    """Return a Word file; other parts go by the kind of their relation.

    `header1` is the header that a text refers to as such.
    """
    kinds = {it: it.rstrip("0123456789") for it in parts if it != "core"}
    relations = "".join(
        f'<Relationship Id="{it}" Type="{OFFICE}/{kind}" Target="{it}.xml"/>'
        for it, kind in kinds.items()
    )
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{it}.xml" ContentType="{types}.{kind}+xml"/>'
        for it, kind in {**kinds, "document": "document.main"}.items()
    )
    content: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types"
        ' xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a"'
        f' Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        '<Relationship Id="b" Type="http://x/core-properties" Target="core.xml"/>'
        "</Relationships>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}'
        "</Relationships>",
        "word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>",
    }
    for name, kind in kinds.items():
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        content[f"word/{name}.xml"] = f"<w:{root} {WORD}>{parts[name]}</w:{root}>"
    if "core" in parts:
        content["core.xml"] = f'<core xmlns:dc="urn:d">{parts["core"]}</core>'
    return packed(content)


def p(inner: str, properties: str = "") -> str:
    """Return a paragraph of Word, of words or of runs."""
    runs = inner if inner.startswith("<") or not inner else run(inner)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def run(words: str, properties: str = "") -> str:
    """Return a run of Word."""
    return (
        f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'
    )


def odt(body: str, automatic: str = "", styles: str = "", meta: str = "") -> bytes:
    """Return an OpenDocument text; `styles` are the children of its styles part."""
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": f"<m:manifest xmlns:m='{_ODF}:manifest:1.0'>"
            "<m:file-entry m:full-path='/'"
            " m:media-type='application/vnd.oasis.opendocument.text'/>"
            "<m:file-entry m:full-path='content.xml' m:media-type='text/xml'/>"
            "<m:file-entry m:full-path='styles.xml' m:media-type='text/xml'/>"
            "<m:file-entry m:full-path='meta.xml' m:media-type='text/xml'/>"
            "</m:manifest>",
            "content.xml": f"<office:document-content {OPEN_DOCUMENT}>"
            f"<office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "styles.xml": f"<office:document-styles {OPEN_DOCUMENT}>{styles}"
            "</office:document-styles>",
            "meta.xml": f"<office:document-meta {OPEN_DOCUMENT}><office:meta>{meta}"
            "</office:meta></office:document-meta>",
        }
    )


def epub(
    metadata: str, manifest: str, spine: str, parts: Mapping[str, str | bytes]
) -> bytes:
    """Return a book whose parts lie in the folder `OEBPS`."""
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"'
        ' xmlns:opf="http://www.idpf.org/2007/opf"'
        f' version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}'
        f"</metadata><manifest>{manifest}</manifest>{spine}</package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    )
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/book.opf": package,
            **{
                it if it.startswith("META-INF") else f"OEBPS/{it}": content
                for it, content in parts.items()
            },
        }
    )


def chapter(body: str, head: str = "<title/>") -> str:
    """Return a page of a book, as strict as books are written."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>'
        '<html xmlns="http://www.w3.org/1999/xhtml"'
        ' xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head>{head}</head><body>{body}</body></html>"
    )


Told = tuple[str, BlockKind, int, ZoneKind | None]


def blocks_of(contents: Contents) -> list[Told]:
    """Return the blocks with their words; they and line ends must be all there is."""
    told = [
        (it.span.of(contents.text), it.kind, it.level, it.zone)
        for it in contents.blocks
    ]
    assert "\n".join(words for words, *_ in told) == contents.text
    assert all(words == words.strip() for words, *_ in told)
    return told


def paragraph(words: str, zone: ZoneKind | None = None) -> Told:
    """Return what `blocks_of` tells of a paragraph."""
    return words, BlockKind.PARAGRAPH, 0, zone


def heading(words: str, level: int) -> Told:
    """Return what `blocks_of` tells of a heading."""
    return words, BlockKind.HEADING, level, None


def item(words: str) -> Told:
    """Return what `blocks_of` tells of an item of a list."""
    return words, BlockKind.LIST_ITEM, 0, None


def quotation(words: str) -> Told:
    """Return what `blocks_of` tells of a quotation."""
    return words, BlockKind.QUOTATION, 0, None


def row(words: str) -> Told:
    """Return what `blocks_of` tells of a row of a table."""
    return words, BlockKind.TABLE_ROW, 0, None


def pages_of(contents: Contents) -> list[tuple[str, str]]:
    """Return what the pages are called and the text on each, which they must part."""
    numbers = [page.number for page in contents.pages]
    assert numbers == list(range(1, len(numbers) + 1))
    spans = [page.span for page in contents.pages]
    if spans:
        assert spans[0].start == 0
        assert spans[-1].end == len(contents.text)
    assert all(a.end == b.start for a, b in pairwise(spans))
    return [(page.label, page.span.of(contents.text)) for page in contents.pages]


def comments_of(contents: Contents) -> list[tuple[str, str, str]]:
    """Return what was marked, what was written to it, and by whom."""
    return [
        (it.span.of(contents.text), it.comment, it.author)
        for it in contents.annotations
    ]
