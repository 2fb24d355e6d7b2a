"""The smallest documents in archives, with parts added or replaced."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from xlsxwriter import Workbook

Parts = Mapping[str, bytes]

XML_PARTS = {
    ".docx": "word/document.xml",
    ".odt": "content.xml",
    ".epub": "OEBPS/content.opf",
    ".xlsx": "xl/workbook.xml",
}
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def packed(parts: Parts) -> bytes:
    """Return an archive; a part called mimetype is not compressed."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            is_kind = name == "mimetype"
            method = zipfile.ZIP_STORED if is_kind else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return file.getvalue()


def docx(parts: Parts) -> bytes:
    body = (
        f'<w:document xmlns:w="{_W}"><w:body><w:p><w:r><w:t>The tide.</w:t></w:r></w:p>'
        "</w:body></w:document>"
    )
    return packed({"word/document.xml": body.encode(), **parts})


def odt(parts: Parts) -> bytes:
    body = (
        f'<o:document-content xmlns:o="{_ODF}:office:1.0" xmlns:t="{_ODF}:text:1.0">'
        "<o:body><o:text><t:p>The tide.</t:p></o:text></o:body></o:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.text"
    return packed({"mimetype": kind, "content.xml": body.encode(), **parts})


def epub(parts: Parts) -> bytes:
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
    )
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a"'
        ' href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )
    chapter = "<html xmlns='http://www.w3.org/1999/xhtml'><p>The tide.</p></html>"
    return packed(
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": container.encode(),
            "OEBPS/content.opf": book.encode(),
            "OEBPS/a.xhtml": chapter.encode(),
            **parts,
        }
    )


def xlsx(parts: Parts) -> bytes:
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        book.add_worksheet().write_column(0, 0, ["text", "The tide."])
    with zipfile.ZipFile(file) as archive:
        sound = {name: archive.read(name) for name in archive.namelist()}
    return packed(sound | dict(parts))
