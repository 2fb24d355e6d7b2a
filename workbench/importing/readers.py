"""Reads one file, whatever its format; workers call it, and nobody else."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Final

from workbench.errors import UnreadableFile
from workbench.importing.contents import Contents, Hints, Reader
from workbench.importing.formats import (
    BIBLIOGRAPHIES,
    Format,
    format_named,
    format_of,
)
from workbench.importing.plain import read_plain
from workbench.model.documents import ParsedDocument
from workbench.model.row_mappings import RowMapping
from workbench.model.sheets import ROW_MEDIA_TYPE
from workbench.text.blocks import count_words
from workbench.text.sketching import sketch_of

LARGEST_FILE: Final = 200_000_000


def _later(module: str, name: str) -> Reader:
    """Return a reader whose module is loaded with the first file of its format."""

    def read(content: bytes, hints: Hints) -> Sequence[Contents]:
        reader: Reader = getattr(import_module(f"{__package__}.{module}"), name)
        return reader(content, hints)

    return read


# A worker that reads texts starts in a third of the time without all the others.
READERS: Final[dict[Format, Reader]] = {
    Format.PLAIN: read_plain,
    Format.MARKDOWN: _later("markdown_files", "read_markdown"),
    Format.HTML: _later("html_files", "read_html"),
    Format.MHTML: _later("mhtml_files", "read_mhtml"),
    Format.MAIL: _later("mail_files", "read_mail"),
    Format.OUTLOOK: _later("outlook_files", "read_outlook"),
    Format.RTF: _later("rtf_files", "read_rtf"),
    Format.PDF: _later("pdf_files", "read_pdf"),
    Format.DOCX: _later("docx_files", "read_docx"),
    Format.ODT: _later("odt_files", "read_odt"),
    Format.EPUB: _later("epub_files", "read_epub"),
    Format.CSV: _later("sheet_files", "read_sheet"),
    Format.WORKBOOK: _later("sheet_files", "read_sheet"),
    Format.REFERENCES: _later("references.carrying", "read_as_contents"),
}


def read_file(
    path: Path, encoding: str = "", rows: RowMapping | None = None
) -> list[ParsedDocument]:
    """Return the documents in a file; `UnreadableFile` says why there are none."""
    name = shown_name(path.name)
    try:
        content = _content(path, name)
    except FileNotFoundError:
        raise UnreadableFile(
            f"{name} is not there any more; look where it was moved to."
        ) from None
    except PermissionError:
        raise UnreadableFile(
            f"You have no permission to read {name}; ask its owner for it."
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnreadableFile(
            f"{name} could not be read ({reason}); copy it elsewhere and try again."
        ) from error
    return read_content(content, path, encoding, rows)


def read_content(
    content: bytes, path: Path, encoding: str = "", rows: RowMapping | None = None
) -> list[ParsedDocument]:
    """Return the documents in a file's bytes; the path is only what it is called."""
    name = shown_name(path.name)
    if not content:
        raise UnreadableFile(f"{name} is empty; there is nothing in it to import.")
    is_of_references = path.suffix.lower() in BIBLIOGRAPHIES
    named = Format.REFERENCES if is_of_references else format_named(path.suffix, name)
    found = format_of(content, named, name)
    parts = READERS[found](content, Hints(name, encoding, rows))
    other = () if found is named else (f"It was read as {found.value}, which it is.",)
    return [_document(path, content, part, other) for part in parts]


def _content(path: Path, name: str) -> bytes:
    """Return a file's bytes; a pipe, which would never answer, is not even opened."""
    before = path.stat()
    if stat.S_ISDIR(before.st_mode):
        os.scandir(path).close()  # a locked folder is refused as such
        raise UnreadableFile(f"{name} is a folder; import the files in it.")
    if not stat.S_ISREG(before.st_mode):
        raise UnreadableFile(
            f"{name} is not a regular file; save its contents as one and import that."
        )
    format_named(path.suffix, name)
    if before.st_size > LARGEST_FILE:
        raise UnreadableFile(
            f"{name} has {before.st_size / 1e6:,.0f} MB and at most"
            f" {LARGEST_FILE / 1e6:,.0f} can be imported; split it into several files."
        )
    content = path.read_bytes()
    after = path.stat()
    if (before.st_size, before.st_mtime_ns) != (len(content), after.st_mtime_ns):
        raise UnreadableFile(
            f"{name} was changed while it was read; wait until it is saved and import"
            " it again."
        )
    return content


def _document(
    path: Path, content: bytes, contents: Contents, warnings: tuple[str, ...]
) -> ParsedDocument:
    stem = contents.name or shown_name(path.stem)
    original = contents.original or content
    return ParsedDocument(
        name=stem,
        path=shown_name(os.path.abspath(path)),  # noqa: PTH100 - a link stays a link
        media_type=contents.media_type,
        encoding=contents.encoding,
        original=original,
        sha256=hashlib.sha256(original).hexdigest(),
        text=contents.text,
        blocks=contents.blocks,
        words=count_words(contents.text),
        title=contents.title or stem,
        date=contents.date,
        source=contents.source,
        values=contents.values,
        pages=contents.pages,
        annotations=contents.annotations,
        sketch=_sketch(contents),
        warnings=warnings + contents.warnings,
    )


def _sketch(contents: Contents) -> bytes:
    """Return a text's sketch; rows of a sheet are like each other by their nature."""
    is_row = contents.media_type == ROW_MEDIA_TYPE
    return b"" if is_row else sketch_of(contents.text)


def shown_name(name: str) -> str:
    """Return a file's name as text; bytes that are none become a replacement mark."""
    return os.fsencode(name).decode("utf-8", "replace")
