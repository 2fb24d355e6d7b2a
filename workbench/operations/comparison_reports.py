"""Compare two documents, or two versions of one, to give the result away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from workbench.jobs import Tracker
from workbench.model.alignments import Pair, PairKind
from workbench.model.comparison_reports import (
    ComparedPair,
    ComparedText,
    ComparisonReport,
)
from workbench.model.ids import DocumentId
from workbench.model.links import Link
from workbench.model.spans import Span
from workbench.model.verdicts import DecidedRow, is_adrift
from workbench.model.version_pairs import VersionPair
from workbench.operations.comparing import compare_documents, differences_in
from workbench.operations.facts import decided_rows
from workbench.operations.labels import quoted
from workbench.operations.page_labels import pages_of
from workbench.operations.version_comparing import compare_versions
from workbench.views import ProjectView

Places = tuple[Span | None, Span | None]


def documents_report(
    view: ProjectView,
    a: DocumentId,
    b: DocumentId,
    tracker: Tracker,
    *,
    has_facts: bool = False,
) -> ComparisonReport:
    """Compare two documents, or find the twins of one that is on both sides.

    Of one document there are no facts to lay beside each other.
    """
    left, right = _compared(view, a), _compared(view, b)
    links = view.links.between(a, b)
    found = compare_documents(view, a, b, tracker)
    linked = _links(links, a)
    pairs = [
        replace(it, links=tuple(linked.get((it.a, it.b), ())))
        for it in compared_pairs(found, left.text, right.text)
    ]
    facts: list[DecidedRow] = []
    if has_facts and a != b:
        facts = decided_rows(view, a, b, tracker, found)
    report = _report(view, _heading("Comparison", left, right), left, right, pairs)
    shown = {it.id for pair in pairs for it in pair.links}
    shown |= {it.link.id for row in facts for it in row.verdicts}
    others = tuple(it for it in links if it.id not in shown)
    return replace(report, facts=tuple(facts), links=others)


def facts_report(
    view: ProjectView, a: DocumentId, b: DocumentId, tracker: Tracker
) -> ComparisonReport:
    """Compare two documents for their facts, which come first."""
    report = documents_report(view, a, b, tracker, has_facts=True)
    heading = _heading("Facts", report.a, report.b)
    return replace(report, heading=heading, is_about_facts=True)


def versions_report(
    view: ProjectView, document_id: DocumentId, old: int, new: int, tracker: Tracker
) -> ComparisonReport:
    """Compare two versions of a document, paragraph by paragraph."""
    left, right = _compared(view, document_id, old), _compared(view, document_id, new)
    pairs = [
        ComparedPair(
            it.kind.value, None, it.old, it.new, it.removed, it.added, _remark(it)
        )
        for it in compare_versions(view, document_id, old, new, tracker)
    ]
    name = quoted(right.title or right.name)
    heading = f"Versions {old} and {new} of {name}"
    return _report(view, heading, left, right, pairs)


def _heading(what: str, left: ComparedText, right: ComparedText) -> str:
    names = quoted(left.title or left.name), quoted(right.title or right.name)
    if left.document_id == right.document_id:
        return f"Twins in {names[0]}"
    return f"{what} of {names[0]} and {names[1]}"


def compared_pairs(
    pairs: Iterable[Pair], a_text: str, b_text: str
) -> Iterator[ComparedPair]:
    """Yield pairs of two documents with the words that were changed."""
    for it in pairs:
        changed = _differences(it, a_text, b_text)
        yield ComparedPair(it.kind.value, it.score, it.a, it.b, *changed)


def _differences(
    pair: Pair, left: str, right: str
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the words that were changed; in a paraphrase all of them may be."""
    if pair.kind is not PairKind.ALTERED:
        return (), ()
    diff = differences_in(pair, left, right)
    return diff.removed, diff.added


def _report(
    view: ProjectView,
    heading: str,
    a: ComparedText,
    b: ComparedText,
    pairs: Sequence[ComparedPair],
) -> ComparisonReport:
    made_at = datetime.now(UTC)
    return ComparisonReport(
        heading, view.name, view.analyst, made_at, a, b, tuple(pairs)
    )


def _compared(
    view: ProjectView, document_id: DocumentId, version: int | None = None
) -> ComparedText:
    document = view.documents.get(document_id)
    number = document.version if version is None else version
    text = view.documents.text(document_id, number)
    is_current = number == document.version
    files = {it.number: it.sha256 for it in view.versions.of_document(document_id)}
    return ComparedText(
        document_id=document_id,
        name=document.name,
        title=document.title,
        date=document.date,
        version=number,
        sha256=files[number],
        text=text,
        blocks=tuple(it.span for it in view.documents.blocks(document_id, number)),
        zones=view.documents.zones(document_id) if is_current else (),
        pages=tuple(pages_of(view, document_id, number)),
    )


def _links(links: Sequence[Link], a: DocumentId) -> Mapping[Places, list[Link]]:
    """Return the links by the two places they tie, the one in `a` first."""
    found: dict[Places, list[Link]] = {}
    for link in links:
        ends = [link.source, link.target]
        for one, other in (ends, ends[::-1]):
            if one.document_id == a and not is_adrift(link):
                found.setdefault((one.span, other.span), []).append(link)
    return found


def _remark(pair: VersionPair) -> str:
    """Say what the kind does not: that a paragraph was split or joined."""
    if pair.old_blocks == 1 < pair.new_blocks:
        return f"split into {pair.new_blocks} paragraphs"
    if pair.new_blocks == 1 < pair.old_blocks:
        return f"{pair.old_blocks} paragraphs joined"
    return ""
