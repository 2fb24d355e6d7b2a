"""Compares the quotations of an export with the texts of the project.

Documents are known by the digests of their files and texts, so that it does not
matter which project they are in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import Final

from workbench.jobs import Tracker
from workbench.model.ids import DocumentId
from workbench.model.provenance import RecordedQuote
from workbench.model.spans import Span
from workbench.model.table_reports import ReportedQuote
from workbench.model.verification import Difference, DifferenceKind
from workbench.operations.labels import first_words
from workbench.operations.verified_cells import SETTLED, of_quote
from workbench.text.anchoring import anchor_all
from workbench.text.selectors import describe
from workbench.views import ProjectView

_LEAD: Final = 20
"""Characters shown before the first that differs."""

Version = tuple[DocumentId, int]
NowOf = Callable[[RecordedQuote], ReportedQuote | None]
"""What the project knows of an exported citation, if it still has it."""


class VerifiedTexts:
    """Looks quotations up in the texts of one view."""

    def __init__(self, view: ProjectView, tracker: Tracker) -> None:
        self._view = view
        self._tracker = tracker
        self._versions: dict[tuple[str, str], Version] = {}
        self._files: dict[str, DocumentId] = {}
        for sha256, text_sha256, document_id, number in view.versions.digests():
            self._versions[sha256, text_sha256] = (document_id, number)
            self._files[sha256] = document_id

    def document(self, sha256: str) -> DocumentId | None:
        """Return the document with a version that rests on this file, if any."""
        return self._files.get(sha256)

    def differences(
        self, quotes: Sequence[RecordedQuote], now_of: NowOf
    ) -> Iterator[Difference]:
        """Yield where the cited versions, or the current texts, say something else."""
        astray: dict[Version, list[RecordedQuote]] = defaultdict(list)
        for done, quote in enumerate(quotes):
            self._tracker.advance(done, len(quotes), "Reading the cited texts")
            if not quote.sha256:
                continue  # the document was gone already when the table was exported
            version = self._versions.get((quote.sha256, quote.text_sha256))
            if version is None:
                yield self._missing(quote)
            elif not self._says(version, quote.start, quote.end, quote.quote):
                yield self._other(version, quote)
            elif self._is_outdated(version, quote):
                now = now_of(quote)
                if now is None:
                    astray[version].append(quote)
                else:
                    yield from self._as_kept(version[0], quote, now)
        for version, lost in astray.items():
            yield from self._found_again(version, lost)

    def _missing(self, quote: RecordedQuote) -> Difference:
        if quote.sha256 in self._files:
            words = "the project has another text of the same file"
        else:
            words = "the document is not in the project"
        named = f"{words}: “{quote.document}”, SHA-256 {quote.sha256}"
        return of_quote(DifferenceKind.DOCUMENT, named, quote)

    def _other(self, version: Version, quote: RecordedQuote) -> Difference:
        said = self._view.documents.text(*version)[quote.start : quote.end]
        there, here = _differing(said, quote.quote)
        words = (
            f"version {version[1]} of “{quote.document}” says {there} at"
            f" {quote.start}–{quote.end}, not {here}"
        )
        return of_quote(DifferenceKind.QUOTE, words, quote)

    def _is_outdated(self, version: Version, quote: RecordedQuote) -> bool:
        """Tell whether there is a newer text that the export does not speak of."""
        is_current = self._view.documents.version(version[0]) == version[1]
        return not is_current and quote.standing not in SETTLED

    def _as_kept(
        self, document_id: DocumentId, quote: RecordedQuote, now: ReportedQuote
    ) -> Iterator[Difference]:
        """Yield what the current text says where the project keeps the passage."""
        if now.now_at is None:
            yield _gone(quote)
            return
        said = now.now_at.of(self._view.documents.text(document_id))
        if said != quote.quote:
            yield _changed(quote, said)

    def _found_again(
        self, version: Version, quotes: Sequence[RecordedQuote]
    ) -> Iterator[Difference]:
        """Yield what the current text says where the words would stand in it."""
        document_id, number = version
        old = self._view.documents.text(document_id, number)
        new = self._view.documents.text(document_id)
        places = [describe(old, Span(it.start, it.end)) for it in quotes]
        anchors = anchor_all(old, new, places, self._advance)
        for quote, anchor in zip(quotes, anchors, strict=True):
            said = "" if anchor.span is None else anchor.span.of(new)
            if not said:
                yield _gone(quote)
            elif said != quote.quote:
                yield _changed(quote, said)

    def _says(self, version: Version, start: int, end: int, quote: str) -> bool:
        text = self._view.documents.text(*version)
        return start <= end <= len(text) and text[start:end] == quote

    def _advance(self, done: int, total: int) -> None:
        self._tracker.advance(done, total, "Reading the current texts")


def _gone(quote: RecordedQuote) -> Difference:
    words = f"“{first_words(quote.quote)}” is gone from the current text"
    return of_quote(DifferenceKind.CURRENT_TEXT, words, quote)


def _changed(quote: RecordedQuote, said: str) -> Difference:
    there, here = _differing(said, quote.quote)
    words = f"the current text says {there}, not {here}"
    return of_quote(DifferenceKind.CURRENT_TEXT, words, quote)


def _differing(a: str, b: str) -> tuple[str, str]:
    """Return the words of two texts from shortly before where they differ."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False))
    same = sum(1 for _ in alike)
    start = max(0, same - _LEAD)
    start = a.rfind(" ", 0, start) + 1 if start else 0
    before = "…" if start else ""
    return _shown(a[start:], before), _shown(b[start:], before)


def _shown(text: str, before: str) -> str:
    return f"“{before}{first_words(text)}”" if text.strip() else "nothing"
