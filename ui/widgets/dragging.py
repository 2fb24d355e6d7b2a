"""What is dragged between the tag tree and the text, as every part understands it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from workbench.model.ids import DocumentId, TagId
from workbench.model.spans import Span

TAG_IDS = "application/x-workbench-tag-ids"
WORDS = "application/x-workbench-words"


@dataclass(frozen=True, slots=True)
class DraggedWords:
    """A stretch of a document's text."""

    document_id: DocumentId
    span: Span


def tags_as_mime(tag_ids: Sequence[int]) -> QMimeData:
    """Return tags as they are dragged."""
    dragged = QMimeData()
    dragged.setData(TAG_IDS, json.dumps(list(tag_ids)).encode())
    return dragged


def tags_in(dragged: QMimeData) -> list[TagId]:
    """Return the tags that are dragged, if it is any."""
    return [TagId(tag_id) for tag_id in _numbers(dragged, TAG_IDS)]


def words_as_mime(words: DraggedWords, text: str) -> QMimeData:
    """Return words as they are dragged: other programs take the text."""
    dragged = QMimeData()
    place = [words.document_id, words.span.start, words.span.end]
    dragged.setData(WORDS, json.dumps(place).encode())
    dragged.setText(text)
    return dragged


def words_in(dragged: QMimeData) -> DraggedWords | None:
    """Return the words that are dragged, if it is any."""
    match _numbers(dragged, WORDS):
        case [document_id, start, end] if 0 <= start < end:
            return DraggedWords(DocumentId(document_id), Span(start, end))
    return None


def _numbers(dragged: QMimeData, kind: str) -> list[int]:
    """Return what another program may have written, too, so nothing is believed."""
    try:
        read = json.loads(bytes(dragged.data(kind).data()) or b"[]")
    except ValueError:
        return []
    is_list = isinstance(read, list) and all(type(it) is int for it in read)
    return read if is_list else []
