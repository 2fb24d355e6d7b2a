"""What to cite in an empty cell: the row's own documents, the best first, and why."""

from __future__ import annotations

import pytest

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
from workbench.operations.passages import mark_passage
from workbench.operations.sample import find_quote
from workbench.operations.suggestions import suggestions
from workbench.operations.tables import add_column, add_row, create_table
from workbench.operations.tags import create_tag
from workbench.operations.zones import mark_zone
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


def test_a_passage_stands_for_its_sentence(
    project: Project, import_text: ImportText
) -> None:
    one = import_text(REPORT)
    span = mark(project, one, "deputy directors")
    [found] = suggested(project, ask(project, one))
    assert found.span == span
    assert found.reasons == ("words: level",)


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
