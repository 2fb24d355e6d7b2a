"""What should be known of the sources of a cell."""

from __future__ import annotations

import pytest

from tests.conftest import ImportText
from workbench.model.attributes import AttributeType, Subject
from workbench.model.cells import CellKey, Role
from workbench.model.ids import DocumentId
from workbench.model.links import LinkKind, Stretch
from workbench.model.source_badges import DocumentBadge, SourceBadges
from workbench.model.spans import Span
from workbench.model.zones import ZoneKind
from workbench.operations.attributes import create_attribute, set_values
from workbench.operations.cells import cite_place
from workbench.operations.documents import edit_document
from workbench.operations.links import link_places
from workbench.operations.reuse import update_reuse
from workbench.operations.sample import build_sample, find_quote
from workbench.operations.source_badges import badges_of_documents, source_badges
from workbench.operations.tables import add_column, add_row, create_table
from workbench.operations.zones import mark_zone
from workbench.project import Project

DRAFT, UNDATED, PAYWALLED = DocumentBadge

STATEMENT = "Northern harbors received seventeen tons of copper wire before the frost."


@pytest.mark.parametrize(
    ("text", "is_draft"),
    [
        ("Words.\n\nDRAFT\n", True),
        ("**Draft**\n\nWords.\n", True),
        ("Words.\r\n- DRAFT 2 -\r\nMore.", True),
        ("Draft version 1.3\n\nWords.", True),
        ("[Entwurf]\n\nWorte.", True),
        ("They wrote a draft\nand a letter.\n", False),
        ("A draft.\n", False),
        ("DRAFTING\n\nWords.\n", False),
    ],
)
def test_a_text_that_says_so_is_a_draft(
    project: Project, import_text: ImportText, text: str, is_draft: bool
) -> None:
    one = import_text(text)
    assert (DRAFT in badges_of_documents(project)[one]) is is_draft
    edit_document(project, one, date="2022-11-08")
    found = {one: frozenset({DRAFT})} if is_draft else {}
    assert badges_of_documents(project) == found


def test_an_attribute_or_a_paywall_says_so(
    project: Project, import_text: ImportText
) -> None:
    one, two = import_text("One. Pay now.", "one"), import_text("Two.", "two")
    for it in (one, two):
        edit_document(project, it, date="2022")
    status = create_attribute(project, Subject.DOCUMENT, "Status", AttributeType.TEXT)
    set_values(project, status, [two], "Draft")
    mark_zone(project, one, Span(5, 13), ZoneKind.PAYWALL)
    assert badges_of_documents(project) == {
        one: frozenset({PAYWALLED}),
        two: frozenset({DRAFT}),
    }


def cell_citing(
    project: Project, *cited: tuple[DocumentId, str], role: Role = Role.SUPPORTS
) -> CellKey:
    table_id = create_table(project, f"Table {len(project.tables.all())}")
    place = add_row(project, table_id, "Row"), add_column(project, table_id, "Column")
    for document_id, quote in cited:
        span = find_quote(project.documents.text(document_id), quote)
        cite_place(project, *place, Stretch(document_id, span), role)
    return place


def badges(project: Project, place: CellKey) -> SourceBadges | None:
    table_id = project.tables.holding("table_rows", place[0]).id
    return source_badges(project, project.tables.get(table_id)).get(place)


def test_sources_are_counted_and_context_is_none(
    project: Project, import_text: ImportText
) -> None:
    one, two = import_text("One. First.", "one"), import_text("Two.", "two")
    edit_document(project, one, date="2022")
    place = cell_citing(project, (one, "One."), (one, "First."))
    assert badges(project, place) == SourceBadges(1)
    place = cell_citing(project, (one, "One."), (two, "Two."))
    found = badges(project, place)
    assert found == SourceBadges(2, (), frozenset({UNDATED}))
    assert found.words == "2 sources · undated"
    assert (
        badges(project, cell_citing(project, (one, "One."), role=Role.CONTEXT)) is None
    )
    assert badges(project, cell_citing(project)) is None


@pytest.mark.parametrize(
    ("dates", "derived"),
    [
        (("2022", "2023"), (1, 0)), (("2023", "2022-05"), (0, 1)), (("", ""), None),
        (("", "2022"), None), (("2022", "2022-05"), None), (("2022", "2022"), None),
    ],
)  # fmt: skip
def test_of_two_that_share_what_is_cited_the_later_one_derives(
    project: Project, import_text: ImportText,
    dates: tuple[str, str], derived: tuple[int, int] | None,
) -> None:  # fmt: skip
    ids = [import_text(f"Report {it}.\n\n{STATEMENT}\n", str(it)) for it in range(2)]
    for own, date in zip(ids, dates, strict=True):
        edit_document(project, own, date=date)
    place = cell_citing(project, *((own, STATEMENT) for own in ids))
    aside = cell_citing(project, (ids[0], "Report 0."), (ids[1], STATEMENT))
    found = badges(project, place)
    assert found is not None
    assert found.derived == ()
    update_reuse(project)
    found = badges(project, place)
    assert found is not None
    later = ((ids[derived[0]], ids[derived[1]]),) if derived else ()
    assert found.derived == later
    assert found.related == (() if derived else (tuple(ids),))
    assert found.words.startswith("2 sources, 1 derived from the other")
    of_aside = badges(project, aside)
    assert of_aside is not None
    assert of_aside.derived == ()


def test_a_link_says_that_one_derives_and_dates_say_which(
    project: Project, import_text: ImportText
) -> None:
    one, two = import_text("Copper came.", "one"), import_text("Wire was got.", "two")
    three = import_text("Nothing of it.", "three")
    place = cell_citing(project, (one, "Copper"), (two, "Wire was"), (three, "Nothing"))
    ends = Stretch(one, Span(0, 12)), Stretch(two, Span(0, 13))
    link_places(project, *ends, LinkKind.DIFFERENT_TIME, "")
    found = badges(project, place)
    assert found is not None
    assert (found.derived, found.related) == ((), ())
    link_places(project, *ends, LinkKind.PARAPHRASE, "")
    found = badges(project, place)
    assert found is not None
    assert (found.derived, found.related) == ((), ((one, two),))
    assert found.words == "3 sources, 1 derived from another · undated"
    edit_document(project, one, date="2021")
    edit_document(project, two, date="2022")
    found = badges(project, place)
    assert found is not None
    assert (found.derived, found.related) == (((two, one),), ())
    assert found.words == "3 sources, 1 derived from another · undated"


def test_three_that_share_a_statement_are_one_source_and_two_that_derive(
    project: Project, import_text: ImportText
) -> None:
    ids = [import_text(f"Report {it}.\n\n{STATEMENT}\n", str(it)) for it in range(3)]
    place = cell_citing(project, *((own, STATEMENT) for own in ids))
    update_reuse(project)
    found = badges(project, place)
    assert found is not None
    assert found.related == ((ids[0], ids[1]), (ids[0], ids[2]))
    assert found.words == "3 sources, 2 derived from another · undated"
    for own, date in zip(ids, ("2020", "2021", ""), strict=True):
        edit_document(project, own, date=date)
    found = badges(project, place)
    assert found is not None
    assert found.derived == ((ids[1], ids[0]),)
    assert found.related == ((ids[0], ids[2]),)


def test_the_sample_has_a_draft(project: Project) -> None:
    build_sample(project)
    names = {it.id: it.name for it in project.documents.all()}
    found = badges_of_documents(project)
    drafts = {names[own] for own, it in found.items() if DRAFT in it}
    assert drafts == {"release-2022-controls-group"}
