"""A text read anew from its file in another encoding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from workbench.errors import InvalidValue, UnreadableFile
from workbench.importing.encodings import (
    ENCODINGS,
    choices_among,
    known_encoding,
    readings_of,
    sample_of,
)
from workbench.importing.workers import Answer, Asked, Refused, shared_workers
from workbench.jobs import Tracker
from workbench.model.attributes import Subject
from workbench.model.documents import Document, ParsedDocument, VersionChange
from workbench.model.encodings import EncodingChoice
from workbench.model.ids import DocumentId
from workbench.model.replacing import Replacement
from workbench.model.sheets import ROW_MEDIA_TYPE
from workbench.operations.labels import quoted
from workbench.operations.renewing import prepare_renewal, refuse_the_same, renew
from workbench.project import Project
from workbench.views import Edit, ProjectView

_SUFFIXES: Final = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/html": ".html",
    "message/rfc822": ".eml",
    "multipart/related": ".mhtml",
}
"""The formats that leave their encoding open, and what their files are called."""

_OF_PARTS: Final = frozenset({"message/rfc822", "multipart/related"})
_UNREMARKABLE: Final = frozenset({"utf-8", "utf-8-sig", "ascii"})
_MARKUP = re.compile(r"(?is)<(script|style)\b.*?</\1\s*>|<[^>]*>")


def encoding_in_words(document: Document, warnings: Iterable[str]) -> str:
    """Return how a text's bytes were read, for the facts of a document.

    That is empty for whole UTF-8, of which there is nothing to say, and for formats
    that say themselves how they are written. The warnings are those of its version.
    """
    if document.media_type not in _SUFFIXES or not document.encoding:
        return ""
    said = " ".join(warnings)
    guessed = "guessed as " if "Encoding guessed" in said else ""
    damaged = ", damaged" if "\ufffd" in said else ""
    if document.encoding in _UNREMARKABLE and not damaged:
        return ""
    return f"encoding {guessed}{document.encoding}{damaged}"


def encoding_remarks(view: ProjectView, document_id: DocumentId) -> list[str]:
    """Return whole sentences on what to know before another encoding is chosen."""
    versions = view.versions.of_document(document_id)
    remarks = [it for it in versions[-1].warnings if "ncoding" in it or "\ufffd" in it]
    if versions[-1].change is VersionChange.CORRECTED:
        last = versions[-1].number
        remarks.append(f"What was corrected by hand stays in version {last} only.")
    return remarks


def chosen_encoding(name: str) -> str:
    """Return the name that an encoding is shown by; `InvalidValue` if it is none."""
    wanted = known_encoding(name)
    if not wanted:
        raise InvalidValue(
            f"“{name}” is no encoding that can be chosen; it may be one of"
            f" {', '.join(ENCODINGS)}."
        )
    return wanted


def require_encoding(view: ProjectView, document_id: DocumentId) -> None:
    """Raise `InvalidValue` if a format says itself how its text is written."""
    _checked(view, document_id)


def encoding_choices(
    view: ProjectView, document_id: DocumentId
) -> list[EncodingChoice]:
    """Return the encodings that a document may be in, the current one first.

    Those that read its file alike are one choice, and those that would change nothing
    are left out. Call it in a job. Raises `InvalidValue` for a document whose format
    says itself how its text is written.
    """
    document = _checked(view, document_id)
    content = view.documents.original(document_id)
    current = known_encoding(document.encoding) or document.encoding
    if document.media_type in _OF_PARTS:
        return choices_among(_readings_of_parts(document, content, current), current)
    readings = readings_of(sample_of(content), current)
    if document.media_type == "text/html":
        readings = {it: _MARKUP.sub(" ", text) for it, text in readings.items()}
    return choices_among(readings, current)


def change_encoding(
    project: Project,
    document_id: DocumentId,
    encoding: str,
    tracker: Tracker | None = None,
) -> Replacement:
    """Read a document's file in another encoding: the text becomes a new version.

    The bytes are those that the project keeps. Every passage goes along as into a
    corrected file; title, date, source and values that were the file's own follow it.
    May run on any thread. Raises `InvalidValue` if there is nothing to change.
    """
    wanted = chosen_encoding(encoding)
    with project.reader() as view:
        document = _checked(view, document_id)
        content = view.documents.original(document_id)
        before = _read_anew(document, content, document.encoding)
        after = _read_anew(document, content, wanted)
        refuse_the_same(view, document_id, after)
        renewal = prepare_renewal(
            view, document_id, after, tracker or Tracker(), is_reread=True
        )
    with project.operation("Change encoding") as edit:
        replacement = renew(edit, renewal)
        _let_facts_follow(edit, document_id, before, renewal.parsed)
        edit.label = f"Read {quoted(document.name)} as {after.encoding}"
        return replacement


def _checked(view: ProjectView, document_id: DocumentId) -> Document:
    document = view.documents.get(document_id)
    if document.media_type == ROW_MEDIA_TYPE:
        raise InvalidValue(
            f"“{document.name}” is a row of a sheet, which is read as a whole; remove"
            " its rows and import the sheet with “workbench import-rows --encoding”."
        )
    if document.media_type not in _SUFFIXES:
        raise InvalidValue(
            f"The format of “{document.name}” says itself how its text is written, so"
            " there is no encoding to choose."
        )
    return document


def _readings_of_parts(
    document: Document, content: bytes, current: str
) -> dict[str, str]:
    """Return how a mail reads in each encoding; those that cannot be are left out."""
    encodings = dict.fromkeys([*ENCODINGS, current])
    answers = _answers(document, content, encodings)
    pairs = zip(encodings, answers, strict=True)
    return {it: found[0].text for it, found in pairs if not isinstance(found, Refused)}


def _read_anew(document: Document, content: bytes, encoding: str) -> ParsedDocument:
    """Return the document as it reads in an encoding, without its attachments."""
    (answer,) = _answers(document, content, [encoding])
    if isinstance(answer, Refused):
        raise UnreadableFile(answer.reason)
    return replace(answer[0], path=document.path)


def _answers(
    document: Document, content: bytes, encodings: Iterable[str]
) -> Iterator[Answer]:
    path = Path(f"{document.name}{_SUFFIXES[document.media_type]}")
    asked = (Asked(path, encoding=it, content=content) for it in encodings)
    return shared_workers().read(asked)


def _let_facts_follow(
    edit: Edit, document_id: DocumentId, before: ParsedDocument, after: ParsedDocument
) -> None:
    """Correct what the file says of itself, where no analyst has said otherwise."""
    document = edit.documents.get(document_id)
    for column in ("title", "date", "source"):
        new = getattr(after, column)
        if new and getattr(document, column) == getattr(before, column):
            edit.documents.edit(document_id, column, new)
    new_values = dict(after.values)
    for name, old in before.values:
        attribute = edit.attributes.named(Subject.DOCUMENT, name)
        if attribute is None or name not in new_values:
            continue
        values = edit.attributes.some_values([document_id], Subject.DOCUMENT)
        if any((it.attribute_id, it.text) == (attribute.id, old) for it in values):
            edit.attributes.set_value(attribute, document_id, new_values[name])
