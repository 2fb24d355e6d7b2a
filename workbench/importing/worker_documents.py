"""Parsed documents as they come back from a worker, and the checks they pass there.

Whatever a worker sends, what comes out is a document that a project can keep, or an
error of `UNSOUND`: texts are texts, without NUL and lone surrogates; blocks and pages
are in order and inside their text; numbers fit.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from workbench.model.documents import Block, BlockKind, ParsedDocument
from workbench.model.pages import LONGEST_LABEL, MOST_POINTS, Annotation, Page
from workbench.model.spans import Span
from workbench.model.zones import ZoneKind

UNSOUND: Final = (ValueError, TypeError, LookupError, AttributeError, struct.error)
"""What is raised for what is no document."""

_BLOCK: Final = struct.Struct("<IIBBB")
_PAGE: Final = struct.Struct("<IIIdd")
_MARK: Final = struct.Struct("<II")
_KINDS: Final = tuple(BlockKind)
_ZONES: Final = (None, *ZoneKind)
_KIND_NUMBERS: Final = {kind: number for number, kind in enumerate(_KINDS)}
_ZONE_NUMBERS: Final = {zone: number for number, zone in enumerate(_ZONES)}
_DATE: Final = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?)?", re.ASCII)


def pack_document(document: ParsedDocument) -> tuple[list[object], list[bytes]]:
    """Return a document as plain texts, numbers and bytes."""
    it = document
    strings = [it.name, it.path, it.media_type, it.encoding, it.title, it.date]
    plain = [
        [*strings, it.source],
        it.words,
        it.values,
        it.warnings,
        [page.label for page in it.pages],
        [(mark.comment, mark.author) for mark in it.annotations],
    ]
    spans = [_packed_blocks(it.blocks), _packed_pages(it.pages)]
    spans.append(_packed_marks(it.annotations))
    boxes = [page.boxes for page in it.pages]
    return plain, [it.original, it.text.encode(), it.sketch, *spans, *boxes]


def unpack_document(plain: Any, blobs: Sequence[bytes]) -> ParsedDocument:
    """Return the document that was packed; raises one of `UNSOUND` for all else."""
    strings, words, values, warnings, labels, comments = plain
    name, path, media_type, encoding, title, date, source = _texts(strings)
    original, content, sketch, blocks, pages, marks, *boxes = blobs
    text = content.decode()
    length = len(text)
    if "\0" in text or not 0 <= words <= length or not _DATE.fullmatch(date):
        raise ValueError("no sound text")
    return ParsedDocument(
        name=name,
        path=path,
        media_type=media_type,
        encoding=encoding,
        original=original,
        sha256=hashlib.sha256(original).hexdigest(),
        text=text,
        blocks=tuple(_blocks(blocks, length)),
        words=int(words),
        title=title,
        date=date,
        source=source,
        values=tuple(_pairs(values)),
        pages=tuple(_pages(pages, _texts(labels), boxes, length)),
        annotations=tuple(_marks(marks, _pairs(comments), length)),
        sketch=sketch,
        warnings=_texts(warnings),
    )


def _packed_blocks(blocks: Iterable[Block]) -> bytes:
    rows = (
        (it.span.start, it.span.end, _KIND_NUMBERS[it.kind], it.level, it.zone)
        for it in blocks
    )
    return b"".join(_BLOCK.pack(*row, _ZONE_NUMBERS[zone]) for *row, zone in rows)


def _blocks(packed: bytes, length: int) -> Iterator[Block]:
    before = 0
    for start, end, kind, level, zone in _BLOCK.iter_unpack(packed):
        if not before <= start <= end <= length:
            raise ValueError("a block out of order")
        before = end
        yield Block(Span(start, end), _KINDS[kind], level, _ZONES[zone])


def _packed_pages(pages: Iterable[Page]) -> bytes:
    return b"".join(
        _PAGE.pack(it.number, it.span.start, it.span.end, it.width, it.height)
        for it in pages
    )


def _pages(
    packed: bytes, labels: Iterable[str], boxes: Iterable[bytes], length: int
) -> Iterator[Page]:
    numbers = before = 0
    measured = _PAGE.iter_unpack(packed)
    for measures, label, drawn in zip(measured, labels, boxes, strict=True):
        number, start, end, width, height = measures
        if number <= numbers or not before <= start <= end <= length:
            raise ValueError("a page out of order")
        if not (0 <= width <= MOST_POINTS and 0 <= height <= MOST_POINTS):
            raise ValueError("a page without measure")
        if len(label) > LONGEST_LABEL:
            raise ValueError("a page with too long a label")
        numbers, before = number, end
        yield Page(number, label, Span(start, end), width, height, drawn)


def _packed_marks(marks: Iterable[Annotation]) -> bytes:
    return b"".join(_MARK.pack(it.span.start, it.span.end) for it in marks)


def _marks(
    packed: bytes, comments: Iterable[tuple[str, str]], length: int
) -> Iterator[Annotation]:
    for (start, end), said in zip(_MARK.iter_unpack(packed), comments, strict=True):
        if not start < end <= length:
            raise ValueError("a mark without words")
        yield Annotation(Span(start, end), *said)


def _texts(found: Any) -> tuple[str, ...]:
    """Return texts as such; JSON may hold anything, even half a character."""
    joined = "".join(found)
    joined.encode()
    if "\0" in joined or not isinstance(found, list):
        raise ValueError("no texts")
    return tuple(found)


def _pairs(found: Any) -> Iterator[tuple[str, str]]:
    for pair in found:
        name, value = _texts(pair)
        yield name, value
