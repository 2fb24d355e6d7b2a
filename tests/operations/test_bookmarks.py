"""Bookmarks: put on a line, named, removed, and undone."""

import pytest

from workbench.errors import InvalidValue, NotFound
from workbench.model.ids import BookmarkId
from workbench.model.spans import Span
from workbench.operations.bookmarks import (
    LONGEST_NAME,
    LONGEST_SPAN,
    add_bookmark,
    remove_bookmarks,
    rename_bookmark,
)
from workbench.operations.documents import remove_documents

TEXT = "Officials will lead the talks.\n\n" + "word " * 40 + "\n"


@pytest.fixture
def document(import_text):
    return import_text(TEXT)


def test_a_bookmark_keeps_its_line_and_takes_its_first_words(project, document) -> None:
    add_bookmark(project, document, Span(0, 30))
    (found,) = project.bookmarks.of_document(document)
    assert found.span == Span(0, 30)
    assert found.quote == found.name == "Officials will lead the talks."
    assert found.analyst == "ana"


def test_a_long_line_is_cut_and_its_name_at_a_word(project, document) -> None:
    add_bookmark(project, document, Span(32, 232))
    (found,) = project.bookmarks.all()
    assert len(found.span) == LONGEST_SPAN
    assert found.quote == found.span.of(TEXT)
    assert len(found.name) <= LONGEST_NAME
    assert set(found.name.split()) == {"word"}


def test_an_empty_line_has_one_character_and_a_name(project, document) -> None:
    add_bookmark(project, document, Span(31, 31))
    (found,) = project.bookmarks.all()
    assert found.span == Span(31, 32)
    assert found.name == "Blank line"


def test_a_place_outside_the_text_is_refused(project, document) -> None:
    with pytest.raises(InvalidValue, match="not inside"):
        add_bookmark(project, document, Span(len(TEXT), len(TEXT)))
    assert project.bookmarks.all() == []


def test_names_are_tidied_and_needed(project, document) -> None:
    made = add_bookmark(project, document, Span(0, 30), " Opening ")
    assert project.bookmarks.get(made).name == "Opening"
    rename_bookmark(project, made, " the\n start ")
    assert project.bookmarks.get(made).name == "the start"
    with pytest.raises(InvalidValue, match="needs a name"):
        rename_bookmark(project, made, "  ")
    with pytest.raises(NotFound):
        rename_bookmark(project, BookmarkId(99), "x")


def test_each_is_one_step_and_undo_takes_it_back(project, document) -> None:
    made = add_bookmark(project, document, Span(0, 30))
    before = project.bookmarks.all()
    rename_bookmark(project, made, "start")
    remove_bookmarks(project, [made])
    assert project.bookmarks.all() == []
    project.undo()
    project.undo()
    assert project.bookmarks.all() == before
    assert project.undo().label.startswith("Add bookmark “Officials")
    assert project.bookmarks.all() == []


def test_bookmarks_go_with_their_document_and_come_back(project, document) -> None:
    add_bookmark(project, document, Span(0, 30))
    before = project.bookmarks.all()
    remove_documents(project, [document])
    assert project.bookmarks.all() == []
    project.undo()
    assert project.bookmarks.all() == before
