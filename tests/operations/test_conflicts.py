"""Cited values that do not go together: suggested, with both values, and no others."""

from __future__ import annotations

import pytest

from tests.conftest import ImportText
from workbench.model.aliases import AliasName
from workbench.model.cells import CellKey, Role
from workbench.model.ids import CitationId, DocumentId
from workbench.model.links import LinkKind, Stretch
from workbench.model.spans import Span
from workbench.model.tables import ColumnKind, ColumnType, ComparisonTable
from workbench.operations.aliases import add_group
from workbench.operations.cells import cite_place
from workbench.operations.conflicts import conflict_in, conflicts
from workbench.operations.links import link_places
from workbench.operations.sample import build_sample, find_quote
from workbench.operations.tables import add_column, add_row, create_table
from workbench.project import Project

DATE, NUMBER, MONEY, TEXT = (
    ColumnType.DATE, ColumnType.NUMBER, ColumnType.MONEY, ColumnType.TEXT,
)  # fmt: skip


def table_of(project: Project, place: CellKey) -> ComparisonTable:
    return project.tables.get(project.tables.holding("table_rows", place[0]).id)


def sentence_of(project: Project, place: CellKey) -> str:
    """Return what is suggested for a cell, asked alone and with its table."""
    table = table_of(project, place)
    found = conflicts(project, table)
    cell = project.cells.get(*place)
    column = project.tables.column(place[1])
    assert conflict_in(project, column, cell) == found.get(place)
    return found[place].sentence if place in found else ""


def cell_citing(
    project: Project,
    quotes: list[tuple[DocumentId, str]],
    type_: ColumnType = TEXT,
    name: str = "Answer",
    question: str = "",
) -> tuple[CellKey, list[CitationId]]:
    table_id = create_table(project, f"Table {len(project.tables.all())}")
    column = add_column(
        project, table_id, name, question=question, kind=ColumnKind(type_)
    )
    place = add_row(project, table_id, "Row"), column
    return place, [cite(project, place, *it) for it in quotes]


def cite(
    project: Project,
    place: CellKey,
    document_id: DocumentId,
    quote: str,
    role: Role = Role.SUPPORTS,
) -> CitationId:
    span = find_quote(project.documents.text(document_id), quote)
    return cite_place(project, *place, Stretch(document_id, span), role)


@pytest.mark.parametrize(
    ("type_", "one", "other", "said"),
    [
        (DATE, "It began on 8 November 2022.", "They opened it on April 27, 2023.",
         "8 November 2022 in “one” but 27 April 2023 in “two”"),
        (NUMBER, "It has 37 member states.", "Its 29 members met.",
         "37 member states in “one” but 29 members in “two”"),
        (MONEY, "It cost $55 million.", "The cost was $17.7 million.",
         "$55 million in “one” but $17.7 million in “two”"),
        (DATE, "It began in November 2022.", "They opened it on 8 November 2022.", ""),
        (DATE, "It met in May 2021 and June 2023.", "It met on 3 June 2023.", ""),
        (DATE, "It began on Monday.", "It began on 8 November 2022.", ""),
        (NUMBER, "It has over 200 members.", "Its 212 members met.", ""),
        (NUMBER, "It has more than 200 members.", "Its 190 members met.",
         "more than 200 members in “one” but 190 members in “two”"),
        (NUMBER, "It has about 200 members.", "Its 195 members met.", ""),
        (NUMBER, "They meet twice a year.", "Its 29 members met.", ""),
        (MONEY, "It cost $55 billion.", "It cost $55.2 billion.", ""),
        (MONEY, "It cost $55 billion.", "It cost €50 billion.", ""),
        (TEXT, "It began on 8 November 2022.", "It began on April 27, 2023.", ""),
    ],
)  # fmt: skip
def test_values_clash_or_go_together(
    project: Project, import_text: ImportText, type_: ColumnType,
    one: str, other: str, said: str,
) -> None:  # fmt: skip
    quotes = [(import_text(one, "one"), one), (import_text(other, "two"), other)]
    place, ids = cell_citing(project, quotes, type_)
    asked = ": cite one as contradicting?"
    assert sentence_of(project, place) == (f"{said}{asked}" if said else "")
    if said:
        found = conflicts(project, table_of(project, place))
        assert [it for it, _ in found[place].values] == ids


SAME = [
    (TEXT, "Trade Minister Lee Chang-Yang signed it.", "By Chang-Yang Lee, Minister."),
    (TEXT, "Trade Minister Lee Chang-Yang signed it.", "Minister Chang Yang Lee."),
    (TEXT, "Minister Lee signed it.", "Minister Lee Chang-Yang had signed it."),
    (TEXT, "Secretary of Commerce Gina Raimondo agreed.", "Ms. Raimondo did so."),
    (TEXT, "Commerce Secretary Gina Raimondo agreed.",
     "Gina M. Raimondo, U.S. Secretary of Commerce, agreed."),
    (TEXT, "Assistant Secretary Thea D. Rozman Kendler said so.",
     "“So it is,” said Thea Kendler, assistant secretary."),
    (TEXT, "Deputy Minister Dongmin Moon said so.", "Moon Dong-min, deputy minister."),
    (TEXT, "Secretary Gina Raimondo and Minister Lee Chang-Yang agreed.",
     "Secretary Gina Raimondo agreed."),
    (TEXT, "Trade Minister Lee Chang-Yang signed it.", "The trade minister signed it."),
    (MONEY, "It cost $55 billion.", "It cost 55 billion dollars."),
    (MONEY, "It cost $55 billion.", "It cost US$55bn."),
    (MONEY, "It cost $55 billion.", "It cost $55,000 million."),
    (MONEY, "It cost $4.2 million.", "It cost $4,200,000."),
    (NUMBER, "It rose by 32 % in 2006.", "Exports went up 32% that year."),
    (NUMBER, "It rose by 32 percent.", "It rose by 32%."),
    (NUMBER, "It has 37 members.", "There are thirty-seven members."),
    (NUMBER, "It has 2,300 teachers.", "2300 teachers were hired."),
    (NUMBER, "It covers 31 ferries of six lines.", "31 vessels of 6 lines in all."),
    (DATE, "It began on May 21, 2022.", "It was signed on 21 May 2022."),
    (DATE, "It began on May 21, 2022.", "It was announced in May 2022."),
    (DATE, "It began on May 21, 2022.", "It has existed since 2022."),
    (DATE, "It began on 2022-05-21.", "It began on 21.5.2022."),
    (DATE, "It began on May 21st, 2022.", "It began on Saturday, May 21, 2022."),
    (DATE, "It began in spring 2022.", "It began on May 2, 2022."),
    (DATE, "Announced on May 1, 2022, it began on May 21, 2022.", "On 21 May 2022."),
]  # fmt: skip
"""What says the same, or leaves room for it, in other words."""
OTHER = [
    (TEXT, "Secretary Gina Raimondo and Minister Lee Chang-Yang agreed.",
     "Secretary Gina Raimondo and Foreign Minister Park Jin agreed.",
     "Lee Chang-Yang in “one” but Park Jin in “two”"),
    (TEXT, "Prime Minister Joris Hale opened it.", "Prime Minister Anna Berg did.",
     "Joris Hale in “one” but Anna Berg in “two”"),
    (MONEY, "It cost $55 billion.", "It cost 56 billion dollars.",
     "$55 billion in “one” but 56 billion dollars in “two”"),
    (NUMBER, "It rose by 32 percent.", "It rose by 44%.",
     "32 percent in “one” but 44% in “two”"),
    (NUMBER, "It covers 31 ferries of six lines.", "There are 29 ferries of five.",
     "31 ferries in “one” but 29 ferries in “two”"),
    (DATE, "It began in May 2022.", "It began on June 2, 2022.",
     "May 2022 in “one” but 2 June 2022 in “two”"),
    (DATE, "It began in 2021.", "It began on June 2, 2022.",
     "2021 in “one” but 2 June 2022 in “two”"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("type_", "one", "other", "said"), [*((*it, "") for it in SAME), *OTHER]
)
def test_other_words_for_the_same_are_no_conflict(
    project: Project, import_text: ImportText, type_: ColumnType,
    one: str, other: str, said: str,
) -> None:  # fmt: skip
    quotes = [(import_text(one, "one"), one), (import_text(other, "two"), other)]
    name = "Leads named" if type_ is TEXT else "Answer"
    place, _ = cell_citing(project, quotes, type_, name)
    sentence = sentence_of(project, place)
    assert sentence.split(": cite one")[0] == said


def test_names_in_one_group_of_the_register_are_one_person(
    project: Project, import_text: ImportText
) -> None:
    texts = "Foreign Minister Park Jin agreed.", "Foreign Minister Anna Berg agreed."
    quotes = [(import_text(it, str(at)), it) for at, it in enumerate(texts)]
    place, _ = cell_citing(project, quotes, name="Leads named")
    assert sentence_of(project, place)
    add_group(project, [AliasName("Park Jin"), AliasName("Anna Berg")])
    assert sentence_of(project, place) == ""


RELEASE = (
    "The plan was drawn up by Secretary of Trade Ruth Calloway and Minister of Trade,"
    " Ports and Industry Oren Tavesh."
)
STORY = (
    "Trade Secretary Ruth Calloway and Foreign Minister Sela Dronin promised each other"
    " a closer line."
)
AGAIN = "Calloway and Tavesh Oren drew up a plan."


def test_people_clash_only_where_the_question_asks_who(
    project: Project, import_text: ImportText
) -> None:
    one, two = import_text(RELEASE, "one"), import_text(STORY, "two")
    quotes = [(one, RELEASE), (two, STORY)]
    place, _ = cell_citing(project, quotes, name="Leads named")
    said = "Oren Tavesh in “one” but Sela Dronin in “two”: cite one as contradicting?"
    assert sentence_of(project, place) == said
    place, _ = cell_citing(project, quotes, name="Aim")
    assert sentence_of(project, place) == ""
    place, _ = cell_citing(project, quotes, name="Origin", question="Who promised it?")
    assert sentence_of(project, place) == said


def test_another_wording_of_the_same_people_is_no_conflict(
    project: Project, import_text: ImportText
) -> None:
    whole = f"{RELEASE}\n\nLater: {AGAIN}\n"
    one, two = import_text(RELEASE, "one"), import_text(whole, "two")
    quotes = [(one, RELEASE), (two, AGAIN), (one, "Secretary of Trade Ruth Calloway")]
    place, _ = cell_citing(project, quotes, name="Leads named")
    assert sentence_of(project, place) == ""


def test_what_a_person_said_of_it_counts_more(
    project: Project, import_text: ImportText
) -> None:
    one, two = import_text("On 8 May 2022."), import_text("On 9 May 2022.", "other")
    quotes = [(one, "On 8 May 2022."), (two, "On 9 May 2022.")]
    place, _ = cell_citing(project, quotes, DATE)
    assert sentence_of(project, place)
    ends = [Stretch(one, Span(0, 14)), Stretch(two, Span(0, 14))]
    link_places(project, *ends, LinkKind.DIFFERENT_SCOPE, "two meetings")
    assert sentence_of(project, place) == ""
    project.undo()
    assert sentence_of(project, place)
    link_places(project, *ends, LinkKind.CONTRADICTS, "")
    assert sentence_of(project, place)


def test_what_contradicts_already_is_not_suggested_again(
    project: Project, import_text: ImportText
) -> None:
    one, two = import_text("On 8 May 2022."), import_text("On 9 May 2022.", "other")
    place, _ = cell_citing(project, [(one, "On 8 May 2022.")], DATE)
    cite(project, place, two, "On 9 May 2022.", Role.CONTRADICTS)
    assert sentence_of(project, place) == ""


def test_the_sample_disputes_who_agreed(project: Project) -> None:
    build_sample(project)
    ids = {it.name: it.id for it in project.documents.all()}
    of_release = (
        "drawn up earlier this year by U.S. Secretary of Trade Ruth Calloway and"
        " Morvandi Minister of Trade, Ports and Industry Oren Tavesh"
    )
    of_story = (
        "Trade Secretary Ruth Calloway and Morvandi Foreign Minister Sela Dronin"
        " promised each other"
    )
    quotes = [
        (ids["release-2022-controls-group"], of_release),
        (ids["story-controls-group"], of_story),
    ]
    place, _ = cell_citing(project, quotes, name="Leads named")
    said = sentence_of(project, place)
    assert said.startswith("Oren Tavesh in “")
    assert "Sela Dronin in “" in said
