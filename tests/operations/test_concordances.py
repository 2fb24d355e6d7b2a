"""Concordances of a real project against a plain look at its texts."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from workbench.errors import NotFound
from workbench.jobs import Cancelled, Progress, Tracker
from workbench.model.concordances import Concordance, SortKey
from workbench.model.ids import DocumentId
from workbench.model.search import SearchOptions
from workbench.model.spans import Span
from workbench.operations.concordances import (
    dispersion,
    find_lines,
    line_at,
    lines_at,
    sorted_lines,
    spread,
)
from workbench.operations.documents import edit_document, remove_documents
from workbench.operations.zones import mark_zone
from workbench.project import Project

ImportText = Callable[..., DocumentId]

FIRST = (
    "The old cat sat on the mat.\r\n\r\nA cat, a Cat and no dog!\r\n\r\n"
    "Zebras like the catalog; the CAT\u00a0ran.\r\n"
)
SECOND = "Cat\n\nMy black cat.\n\nMy cat sat again, the cat sat — à la cat.\n"


@pytest.fixture
def texts(import_text: ImportText, project: Project) -> dict[DocumentId, str]:
    ids = [import_text(FIRST, "zoo"), import_text(SECOND, "animals")]
    return {it: project.documents.text(it) for it in ids}


def found(project: Project, query: str = "cat", **options: bool) -> Concordance:
    return find_lines(project, query, SearchOptions(**options), Tracker())


def by(project: Project, lines: Concordance, *keys: SortKey) -> Concordance:
    return sorted_lines(project, lines, keys, Tracker())


def shown(project: Project, lines: Concordance, width: int = 9) -> list[str]:
    rows = lines_at(project, lines, range(len(lines)), width)
    return [f"{it.left}[{it.match}]{it.right}" for it in rows]


def test_every_match_is_a_line_in_order_of_document_and_place(
    project: Project, texts: dict[DocumentId, str]
) -> None:
    lines = found(project)
    naive = [
        (document_id, *it.span())
        for document_id, text in texts.items()
        for it in re.finditer(r"\bcat\b", text, re.IGNORECASE)
    ]
    assert list(zip(lines.documents, lines.starts, lines.ends, strict=True)) == naive
    assert len(lines) == len(naive) == 9
    assert lines.understood.words[0].word == "cat"
    assert lines.query == "cat"
    assert lines.keys == ()


def test_a_line_shows_what_stands_around_and_where_exactly(
    project: Project, texts: dict[DocumentId, str]
) -> None:
    lines = found(project)
    line = line_at(project, lines, 1, 16)
    assert (line.left, line.match, line.right) == (
        "on the mat. ¶ A ",
        "cat",
        ", a Cat and no d",
    )
    assert (line.document.name, line.document.title) == ("zoo", "zoo")
    assert line.span.of(FIRST) == "cat"
    assert lines_at(project, lines, [8, 0], 5)[1] == line_at(project, lines, 0, 5)


def test_lines_are_sorted_by_the_words_beside_the_match(
    project: Project, texts: dict[DocumentId, str]
) -> None:
    rows = shown(project, by(project, found(project), SortKey.R1), 11)
    rights = [row.partition("]")[2].strip(" ,.¶") for row in rows]
    # At the end of a paragraph there is no word, whatever comes in the next.
    assert rights == [
        "My black",
        "My cat",
        "",
        "a Cat and",
        "and no dog",
        "ran",
        "sat on the",
        "sat again",
        "sat — à la",
    ]


def beside(text: str, span: Span, place: int) -> str:
    """Return the word so many places from a match, within its paragraph."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    left = re.findall(r"\w+", text[start : span.start].lower().replace("à", "a"))
    right = re.findall(r"\w+", text[span.end : end].lower().replace("à", "a"))
    words = left[::-1] if place < 0 else right
    return words[abs(place) - 1] if len(words) >= abs(place) else ""


@pytest.mark.parametrize(
    "keys",
    [
        [SortKey.L1],
        [SortKey.L3, SortKey.R2],
        [SortKey.R1, SortKey.L1, SortKey.R3],
        [SortKey.MATCH, SortKey.L2],
        [SortKey.L1, SortKey.DOCUMENT],
    ],
)
def test_sorting_by_several_keys_is_sorting_by_all_of_them(
    project: Project, texts: dict[DocumentId, str], keys: list[SortKey]
) -> None:
    lines = found(project)
    names = {it.id: it.title for it in project.documents.all()}

    def key_of(line: int) -> list[str]:
        document_id = DocumentId(lines.documents[line])
        text, span = texts[document_id], lines.span(line)
        values = {
            SortKey.MATCH: span.of(text).lower(),
            SortKey.DOCUMENT: names[document_id],
        }
        return [beside(text, span, it.place) if it.place else values[it] for it in keys]

    ordered = sorted(range(len(lines)), key=key_of)
    result = by(project, lines, *keys)
    assert list(result.documents) == [lines.documents[it] for it in ordered]
    assert list(result.starts) == [lines.starts[it] for it in ordered]
    assert list(result.ends) == [lines.ends[it] for it in ordered]
    assert list(result.keys) == keys


def test_sorted_lines_can_be_sorted_again_and_stay_as_they_stood(
    project: Project, texts: dict[DocumentId, str]
) -> None:
    lines = found(project)
    twice = by(project, by(project, lines, SortKey.R1), SortKey.L1)
    once = by(project, lines, SortKey.L1, SortKey.R1)
    assert twice == once
    assert by(project, twice) == once


def test_undated_documents_come_last_by_date(
    project: Project, texts: dict[DocumentId, str], import_text: ImportText
) -> None:
    zoo, animals = texts
    third = import_text("A third cat.", "third")
    edit_document(project, animals, date="2007")
    edit_document(project, third, date="2006-11")
    ordered = by(project, found(project), SortKey.DATE).documents
    assert list(dict.fromkeys(ordered)) == [third, animals, zoo]
    ordered = by(project, found(project), SortKey.DOCUMENT).documents
    assert list(dict.fromkeys(ordered)) == [animals, third, zoo]


def test_what_stands_in_a_zone_is_left_out_unless_asked_for(
    project: Project, texts: dict[DocumentId, str]
) -> None:
    zoo, _ = texts
    mark_zone(project, zoo, Span(FIRST.index("A cat"), FIRST.index("Zebras")))
    assert len(found(project)) == 7
    assert len(found(project, zones=True)) == 9
    assert len(by(project, found(project, zones=True), SortKey.L1)) == 9


def test_dispersion_gives_shares_of_each_text(
    project: Project, texts: dict[DocumentId, str], import_text: ImportText
) -> None:
    import_text("No such animal here.", "empty")
    lines = by(project, found(project), SortKey.R1)
    plots = {it.document.document_id: it for it in dispersion(project, lines)}
    assert plots.keys() == texts.keys()
    for document_id, text in texts.items():
        places = [it.start() for it in re.finditer(r"(?i)\bcat\b", text)]
        assert plots[document_id].characters == len(text)
        assert list(plots[document_id].places) == [it / len(text) for it in places]
    evenness = spread(project, lines)
    assert (evenness.matches, evenness.documents, evenness.all_documents) == (9, 2, 3)
    words = [it.words for it in project.documents.all()]
    expected = sum(
        abs(count / 9 - own / sum(words))
        for count, own in zip((4, 5, 0), words, strict=True)
    )
    assert evenness.deviation == pytest.approx(expected / 2)
    assert evenness.evenness is not None


def test_a_query_that_finds_nothing_has_no_lines(
    project: Project, texts: dict[DocumentId, str]
) -> None:
    for query in ("unicorn", "", '"', "((("):
        lines = by(project, found(project, query), SortKey.R1, SortKey.DATE)
        assert len(lines) == 0
        assert dispersion(project, lines) == []
        assert spread(project, lines).deviation is None


def test_a_line_of_a_document_that_is_gone_is_not_found(
    project: Project, texts: dict[DocumentId, str]
) -> None:
    lines = found(project)
    remove_documents(project, list(texts)[:1])
    with pytest.raises(NotFound):
        line_at(project, lines, 0, 10)
    assert line_at(project, lines, len(lines) - 1, 10).match == "cat"


def test_progress_is_told_and_can_end_the_work(
    project: Project, texts: dict[DocumentId, str]
) -> None:
    reports: list[Progress] = []
    tracker = Tracker(reports.append)
    lines = find_lines(project, "cat", SearchOptions(), tracker)
    sorted_lines(project, lines, [SortKey.R1, SortKey.DOCUMENT], tracker)
    assert {it.label for it in reports} == {
        "Finding matches",
        "Reading around matches",
        "Sorting lines",
    }
    assert all(it.done <= it.total for it in reports)
    tracker.cancel()
    with pytest.raises(Cancelled):
        find_lines(project, "cat", SearchOptions(), tracker)
    with pytest.raises(Cancelled):
        sorted_lines(project, lines, [SortKey.DATE], tracker)
