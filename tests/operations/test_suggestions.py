"""What to cite in an empty cell: the row's own documents, the best first, and why."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ImportText
from workbench.jobs import Cancelled, Tracker
from workbench.model.cells import CellKey
from workbench.model.ids import DocumentId, TableId, TagId
from workbench.model.links import Stretch
from workbench.model.spans import Span
from workbench.model.suggestions import Suggestion
from workbench.model.tables import ColumnKind, ColumnType
from workbench.operations.cases import create_case, set_aliases
from workbench.operations.cells import cite_place
from workbench.operations.importing import import_paths
from workbench.operations.passages import mark_passage
from workbench.operations.sample import find_quote
from workbench.operations.suggestions import suggestions
from workbench.operations.tables import add_column, add_row, create_table
from workbench.operations.tags import create_tag
from workbench.operations.zones import mark_zone, refuse_zones, zone_suggestions
from workbench.project import Project

LEVEL = "It is led at the level of deputy directors."
BIRDS = "Birds were seen in great numbers on the old pier."
OPENED = "The group was opened on 8 November 2022."
WEATHER = "Rain fell on 9 November 2022."
REPORT = f"Report\n\n{BIRDS} {LEVEL}\n\n{OPENED} {WEATHER}\n"


def ask(
    project: Project,
    document: DocumentId | None,
    name: str = "Level",
    question: str = "",
    kind: ColumnKind | None = None,
) -> tuple[TableId, CellKey]:
    table_id = create_table(project, f"Table {len(project.tables.all())}")
    column = add_column(
        project, table_id, name, question=question, kind=kind or ColumnKind()
    )
    return table_id, (add_row(project, table_id, "The group", document), column)


def suggested(
    project: Project, asked: tuple[TableId, CellKey], limit: int = 20
) -> list[Suggestion]:
    table_id, (row, column) = asked
    found = suggestions(project, table_id, row, column, limit)
    assert found == suggestions(project, table_id, row, column, limit)
    for it in found:
        assert it.quote == it.span.of(project.documents.text(it.document_id))
        assert it.reasons
    assert [it.score for it in found] == sorted(
        (it.score for it in found), reverse=True
    )
    return found


def mark(project: Project, document_id: DocumentId, quote: str, *tags: TagId) -> Span:
    span = find_quote(project.documents.text(document_id), quote)
    mark_passage(project, document_id, span, tags)
    return span


def test_the_words_of_the_question_find_the_sentence(
    project: Project, import_text: ImportText
) -> None:
    one = import_text(REPORT, "one")
    import_text(REPORT.replace("deputy", "vice"), "of another row")
    first, *_ = suggested(project, ask(project, one))
    assert (first.quote, first.document_id, first.title) == (LEVEL, one, "one")
    assert first.reasons == ("words: level",)
    assert first.passage_id is None
    assert (
        suggested(project, ask(project, one, "Levels", "Which levels?"))[0].quote
        == LEVEL
    )


def test_words_that_answers_use_are_found_and_dates_where_a_date_is_asked_for(
    project: Project, import_text: ImportText
) -> None:
    one = import_text(REPORT)
    kind = ColumnKind(ColumnType.DATE)
    first, second = suggested(project, ask(project, one, "Start", kind=kind))
    assert (first.quote, second.quote) == (OPENED, WEATHER)
    assert "has a date" in first.reasons
    assert "names the row" in first.reasons
    first, *_ = suggested(project, ask(project, one, "Chair"))
    assert first.quote == LEVEL
    assert first.reasons == ("“led” for “chair”",)


def test_passages_with_the_columns_tag_come_first(
    project: Project, import_text: ImportText
) -> None:
    one = import_text(REPORT)
    rank = create_tag(project, "Rank")
    beneath = create_tag(project, "Deputy", rank)
    mark(project, one, BIRDS, beneath)
    mark(project, one, WEATHER, create_tag(project, "Weather"))
    found = suggested(project, ask(project, one, kind=ColumnKind(tag_id=rank)))
    assert [it.quote for it in found] == [BIRDS, LEVEL]
    assert found[0].reasons == ("tag Rank/Deputy",)
    assert found[0].passage_id == project.passages.of_document(one)[0].id


def test_what_is_cited_already_and_what_is_no_content_is_left_out(
    project: Project, import_text: ImportText
) -> None:
    one = import_text(f"{REPORT}\nAt every level birds were seen.\n")
    asked = ask(project, one)
    assert len(suggested(project, asked)) == 2
    text = project.documents.text(one)
    cite_place(project, *asked[1], Stretch(one, find_quote(text, LEVEL[10:30])))
    assert [it.quote[:8] for it in suggested(project, asked)] == ["At every"]
    mark_zone(project, one, find_quote(text, "At every level birds were seen."))
    assert suggested(project, asked) == []


def test_of_a_sentence_and_its_passage_the_one_that_fits_best_is_shown(
    project: Project, import_text: ImportText
) -> None:
    one = import_text(REPORT)
    mark(project, one, "deputy directors")
    [found] = suggested(project, ask(project, one))
    assert (found.quote, found.passage_id) == (LEVEL, None)
    span = mark(project, one, "led at the level of deputy directors")
    [found] = suggested(project, ask(project, one))
    assert found.span == span
    assert found.reasons == ("words: level",)


def test_what_another_cell_cites_hides_nothing(
    project: Project, import_text: ImportText
) -> None:
    sentence = "The group will meet twice a year at the level of vice ministers."
    one = import_text(f"{sentence} {BIRDS}")
    table_id, (row, column) = ask(project, one, "Meetings", "How often has it met?")
    other = add_column(project, table_id, "Level")
    span = find_quote(sentence, "at the level of vice ministers")
    cite_place(project, row, other, Stretch(one, span))
    found = suggested(project, (table_id, (row, column)))
    assert [it.quote for it in found] == [sentence]
    assert suggested(project, (table_id, (row, other))) == []


@pytest.mark.parametrize(
    ("marked", "is_passage"), [("pier", False), ("level of the old pier", True)]
)
def test_the_tag_of_a_passage_lifts_its_sentence(
    project: Project, import_text: ImportText, marked: str, *, is_passage: bool
) -> None:
    sentence, other = "At the level of the old pier.", "Another level is higher."
    one = import_text(f"{other} {sentence}")
    rank = create_tag(project, "Rank")
    mark(project, one, marked, rank)
    found = suggested(project, ask(project, one, kind=ColumnKind(tag_id=rank)))
    assert [it.quote for it in found] == [marked if is_passage else sentence, other]
    assert found[0].reasons == ("tag Rank", "words: level")


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 150), st.integers(1, 60)), max_size=12))
def test_no_two_suggestions_are_mostly_the_same(places: list[tuple[int, int]]) -> None:
    with (
        TemporaryDirectory() as folder,
        Project.create(Path(folder) / "p.workbench") as project,
    ):
        path = Path(folder) / "memo.txt"
        path.write_text(f"Level\n\n{LEVEL} {OPENED} At this level all ends.")
        (outcome,) = import_paths(project, [path])
        one = outcome.document_id
        assert one is not None
        text = project.documents.text(one)
        for start, length in places:
            if start + length <= len(text):
                mark_passage(project, one, Span(start, start + length))
        spans = [it.span for it in suggested(project, ask(project, one))]
        for mine, other in combinations(spans, 2):
            shared = min(mine.end, other.end) - max(mine.start, other.start)
            assert 2 * shared <= min(len(mine), len(other))
        assert spans


def test_nothing_is_said_where_nothing_answers(
    project: Project, import_text: ImportText
) -> None:
    one = import_text(REPORT)
    enforcement = "What does it do about enforcement, licensing or end-use checks?"
    asked = ask(project, one, "Enforcement", enforcement)
    assert suggested(project, asked) == []
    use = import_text(
        "The group on dual-use goods met on 8 May 2022 to that end.", "use"
    )
    assert suggested(project, ask(project, use, "Enforcement", enforcement)) == []


def test_what_names_another_row_counts_less(
    project: Project, import_text: ImportText
) -> None:
    forum = "The tin forum is led at the level of vice ministers."
    plain = "Its level is that of deputies."
    one = import_text(f"{forum}\n\n{plain}\n")
    table_id, (row, column) = ask(project, one)
    before = suggested(project, (table_id, (row, column)))
    add_row(project, table_id, "Tin forum", one)
    after = suggested(project, (table_id, (row, column)))
    assert before[0].score == after[0].score
    assert [it.quote for it in after] == [plain]
    assert {it.quote for it in before} == {plain, forum}


def test_what_may_be_no_content_counts_less(
    project: Project, import_text: ImportText
) -> None:
    teaser = "The tax office found the level of every harbor fee too low"
    page = f"Memo\n\n{LEVEL} {BIRDS} {BIRDS}\n\nMust Read\n\n{teaser}\n"
    one = import_text(page)
    asked = ask(project, one)
    doubtful = suggested(project, asked)
    assert [it.quote for it in doubtful] == [LEVEL, teaser]
    refuse_zones(project, one, zone_suggestions(project, one))
    refused = suggested(project, asked)
    assert refused[0].score == doubtful[0].score
    assert refused[1].score > 2 * doubtful[1].score


def test_the_names_of_the_case_tell_bodies_apart(
    project: Project, import_text: ImportText
) -> None:
    board, forum = (
        "The copper board meets at vice level.",
        "The tin forum too, any level.",
    )
    one = import_text(f"{board} {forum}")
    table_id, (row, column) = ask(project, one)
    before = suggestions(project, table_id, row, column)
    case_id = create_case(project, "Forum on metals")
    set_aliases(project, case_id, ["tin forum"])
    with project.operation("Describe") as edit:
        edit.tables.describe(row, one, case_id)
    after = suggestions(project, table_id, row, column)
    assert before[0].quote == board
    assert after[0].quote == forum
    assert "names the row" in after[0].reasons


def test_a_row_without_documents_is_answered_from_all(
    project: Project, import_text: ImportText
) -> None:
    for number in range(3):
        import_text(f"Memo {number}\n\n{BIRDS} Not so {number} bees.\n", f"{number}")
    one = import_text(REPORT, "one")
    first, *_ = suggested(project, ask(project, None), limit=1)
    assert (first.document_id, first.quote) == (one, LEVEL)
    assert suggested(project, ask(project, None, "Zinc")) == []


def test_a_long_document_is_read_where_the_words_stand(
    project: Project, import_text: ImportText
) -> None:
    paragraphs = (f"{BIRDS} Number {it} is another day." for it in range(4_000))
    one = import_text("\n\n".join([*paragraphs, f"{LEVEL} {OPENED}"]))
    assert project.documents.get(one).characters > 200_000
    first, *_ = suggested(project, ask(project, one))
    assert first.quote == LEVEL
    kind = ColumnKind(ColumnType.DATE)
    first, *_ = suggested(project, ask(project, one, "Opened", kind=kind))
    assert first.quote == OPENED
    assert "has a date" in first.reasons


def test_it_can_be_stopped(project: Project, import_text: ImportText) -> None:
    table_id, (row, column) = ask(project, import_text(REPORT))
    tracker = Tracker()
    tracker.cancel()
    with pytest.raises(Cancelled):
        suggestions(project, table_id, row, column, tracker=tracker)
