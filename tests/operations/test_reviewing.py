"""What there is to review, and where a passage may stand."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import ImportText
from workbench.model.ids import DocumentId, PassageId
from workbench.model.passages import AnchorState
from workbench.model.reviewing import Review
from workbench.model.spans import Span
from workbench.operations.passages import mark_passage
from workbench.operations.reviewing import (
    differences,
    nearby,
    passages_to_review,
    possible_places,
    version_differences,
)
from workbench.operations.versions import correct_text, replace_document
from workbench.project import Project

TEXT = (
    "The council met in Oslo on Monday.\n\n"
    "The chair spoke for an hour about herring and about the price of salt.\n\n"
    "Ferries are to run twice a day between the islands.\n\n"
    "Nobody disagreed with the plan for long.\n"
)
LATER = TEXT.replace("for an hour", "for two hours").replace(
    "Ferries are to run twice a day between the islands.\n\n", ""
)


def mark(project: Project, document_id: DocumentId, quote: str) -> PassageId:
    start = TEXT.index(quote)
    return mark_passage(project, document_id, Span(start, start + len(quote)))


def replaced(
    project: Project, import_text: ImportText, tmp_path: Path
) -> tuple[Review, Review]:
    """Return an edited and an orphaned passage."""
    document_id = import_text(TEXT)
    edited = mark(project, document_id, "The chair spoke for an hour about herring")
    gone = mark(project, document_id, "Ferries are to run twice a day")
    mark(project, document_id, "council met")
    path = tmp_path / "later.txt"
    path.write_text(LATER)
    replace_document(project, document_id, path)
    reviews = {it.id: it for it in passages_to_review(project)}
    assert reviews.keys() == {edited, gone}
    assert project.passages.count_to_review() == 2
    return reviews[edited], reviews[gone]


def test_a_review_knows_the_old_text_and_the_new(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    edited, gone = replaced(project, import_text, tmp_path)
    assert edited.old_quote == "The chair spoke for an hour about herring"
    assert edited.old_span.of(TEXT) == edited.old_quote
    assert edited.place is not None
    assert edited.place.of(LATER) == "The chair spoke for two hours about herring"
    assert 0.8 < edited.likeness < 1
    assert (gone.kind, gone.place, gone.likeness) == (AnchorState.ORPHANED, None, 0)
    assert gone.old_span.of(TEXT) == "Ferries are to run twice a day"


def test_differing_words_are_told_in_the_spans_of_both_texts(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    edited, gone = replaced(project, import_text, tmp_path)
    found = differences(project, edited, edited.place)
    assert [it.of(TEXT) for it in found.removed] == ["an hour"]
    assert [it.of(LATER) for it in found.added] == ["two hours"]
    assert differences(project, gone, None).removed == ()
    whole = version_differences(project, edited.document_id, 1)
    assert "an hour" in [it.of(TEXT) for it in whole.removed]


def test_an_orphan_is_shown_where_its_neighbors_stand(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    edited, gone = replaced(project, import_text, tmp_path)
    assert nearby(project, edited) == edited.place
    place = nearby(project, gone).start
    assert LATER.index("salt") < place <= LATER.index("Nobody")


def test_every_place_that_says_the_same_is_offered(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    edited, _ = replaced(project, import_text, tmp_path)
    assert possible_places(project, edited) == [edited.place]
    length = len(edited.old_quote)
    end = LATER.index("long")
    correct_text(project, edited.document_id, Span(end, end + 4), edited.old_quote)
    [again] = [it for it in passages_to_review(project) if it.id == edited.id]
    assert possible_places(project, again) == [again.place, Span(end, end + length)]
