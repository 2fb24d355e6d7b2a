"""What is dragged between the parts of the window, as every part understands it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMimeData

from workbench.model.ids import DocumentId, PassageId, TagId
from workbench.model.links import Stretch
from workbench.model.spans import Span

TAG_IDS = "application/x-workbench-tag-ids"
WORDS = "application/x-workbench-words"
EVIDENCE = "application/x-workbench-evidence"

Source = Stretch | PassageId
"""What can be cited: a place of a text, or a passage."""


def tags_as_mime(tag_ids: Sequence[int]) -> QMimeData:
    """Return tags as they are dragged."""
    dragged = QMimeData()
    dragged.setData(TAG_IDS, json.dumps(list(tag_ids)).encode())
    return dragged


def tags_in(dragged: QMimeData) -> list[TagId]:
    """Return the tags that are dragged, if it is any."""
    return [TagId(tag_id) for tag_id in _numbers(_read(dragged, TAG_IDS))]


def words_as_mime(words: Stretch, text: str) -> QMimeData:
    """Return words as they are dragged: other programs take the text."""
    dragged = QMimeData()
    dragged.setData(WORDS, json.dumps(_packed(words)).encode())
    dragged.setText(text)
    return dragged


def words_in(dragged: QMimeData) -> Stretch | None:
    """Return the words that are dragged, if it is any."""
    return _stretch(_numbers(_read(dragged, WORDS)))


def evidence_as_mime(sources: Sequence[Source], text: str) -> QMimeData:
    """Return passages and places as they are dragged onto a cell.

    A single place can be dropped wherever words can.
    """
    match sources:
        case [Stretch() as words]:
            dragged = words_as_mime(words, text)
        case _:
            dragged = QMimeData()
            dragged.setText(text)
    packed = [_packed(it) if isinstance(it, Stretch) else [it] for it in sources]
    dragged.setData(EVIDENCE, json.dumps(packed).encode())
    return dragged


def evidence_in(dragged: QMimeData) -> list[Source]:
    """Return what is dragged that a cell could cite."""
    if not dragged.hasFormat(EVIDENCE):
        words = words_in(dragged)
        return [words] if words else []
    read = _read(dragged, EVIDENCE)
    found = (_source(_numbers(it)) for it in read) if isinstance(read, list) else ()
    return [it for it in found if it is not None]


def _packed(words: Stretch) -> list[int]:
    return [words.document_id, words.span.start, words.span.end]


def _source(numbers: list[int]) -> Source | None:
    return PassageId(numbers[0]) if len(numbers) == 1 else _stretch(numbers)


def _stretch(numbers: list[int]) -> Stretch | None:
    match numbers:
        case [document_id, start, end] if 0 <= start < end:
            return Stretch(DocumentId(document_id), Span(start, end))
    return None


def _read(dragged: QMimeData, kind: str) -> Any:
    """Return what another program may have written, too, so nothing is believed."""
    try:
        return json.loads(bytes(dragged.data(kind).data()) or b"[]")
    except (ValueError, RecursionError):
        return []


def _numbers(read: Any) -> list[int]:
    is_list = isinstance(read, list) and all(type(it) is int for it in read)
    return read if is_list else []
