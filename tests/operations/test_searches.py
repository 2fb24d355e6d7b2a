"""Searches that are kept and remembered, and hits that are discarded."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.errors import InvalidValue, NotFound, ReadOnlyProject
from workbench.model.ids import SavedSearchId
from workbench.model.search import Scope, SearchOptions
from workbench.model.spans import Span
from workbench.operations.bin import restore
from workbench.operations.bookmarks import add_bookmark
from workbench.operations.checking import check
from workbench.operations.documents import remove_documents
from workbench.operations.searches import (
    LONGEST_QUERY,
    counts_when_asked,
    discard_hits,
    forget_history,
    remember_search,
    remove_searches,
    rename_search,
    restore_hits,
    save_search,
    saved_counts,
)
from workbench.operations.versions import correct_text, replace_document
from workbench.operations.zones import mark_zone
from workbench.project import Project
from workbench.store.searches import KEPT_SEARCHES

TEXT = "It may rain.\n\nOn 9 May 2022 it did.\n\nIt may be, or it may not be.\n"
USUAL = SearchOptions()
NARROW = SearchOptions(Scope.PARAGRAPH, zones=True)


@pytest.fixture
def document(import_text):
    return import_text(TEXT)


def _places(project, query="may"):
    answer = project.search(query)
    return [(hit.document_id, match) for hit in answer.hits for match in hit.matches]


def _shown(project, query="may"):
    return sorted(
        match.start for hit in project.search(query).hits for match in hit.matches
    )


# Saved searches


def test_a_search_is_saved_renamed_removed_and_each_is_a_step(project) -> None:
    made = save_search(project, "  The  verb ", " may NOT 2022 ", NARROW)
    (saved,) = project.searches.saved()
    assert (saved.id, saved.name, saved.query) == (made, "The verb", "may NOT 2022")
    assert (saved.options, saved.analyst) == (NARROW, "ana")
    rename_search(project, made, "the VERB")
    assert project.searches.get(made).name == "the VERB"
    remove_searches(project, [made])
    assert project.searches.saved() == []
    assert project.undo().label == "Remove search “the VERB”"
    assert project.undo().label == "Rename search to “the VERB”"
    assert project.searches.saved() == [saved]
    assert project.undo().label == "Save search “The verb”"
    assert project.searches.saved() == []


def test_a_removed_search_comes_back_from_the_bin_beside_a_newer_one(project) -> None:
    made = save_search(project, "Verb", "may", NARROW)
    remove_searches(project, [made])
    save_search(project, "Verb", "may not", USUAL)
    restore(project, project.bin.all())
    assert [(it.name, it.query) for it in project.searches.saved()] == [
        ("Verb", "may not"),
        ("Verb (restored)", "may"),
    ]


def test_names_are_needed_and_told_apart_by_more_than_letter_case(project) -> None:
    save_search(project, "Verb", "may", USUAL)
    with pytest.raises(InvalidValue, match="“Verb” already"):
        save_search(project, "verb", "might", USUAL)
    with pytest.raises(InvalidValue, match="needs a name"):
        save_search(project, " ", "might", USUAL)
    other = save_search(project, "Other", "might", USUAL)
    with pytest.raises(InvalidValue, match="already"):
        rename_search(project, other, "VERB")
    with pytest.raises(NotFound):
        remove_searches(project, [SavedSearchId(99)])
    assert len(project.searches.saved()) == 2


@pytest.mark.parametrize("query", [" ", "x" * (LONGEST_QUERY + 1), "half \ud800"])
def test_what_cannot_be_kept_is_refused_and_not_remembered(project, query) -> None:
    with pytest.raises(InvalidValue, match="type one of some words"):
        save_search(project, "Name", query, USUAL)
    remember_search(project, query, USUAL, project.search(query))
    assert project.searches.history() == []


def test_saved_searches_stay_live(project, document, import_text) -> None:
    made = save_search(project, "Verb", "may", USUAL)
    assert saved_counts(project) == {made: (1, 3)}
    import_text("May I?", name="other")
    assert saved_counts(project) == {made: (2, 4)}
    discard_hits(project, "may", _places(project)[:1])
    assert saved_counts(project)[made][1] == 3


def test_what_a_saved_search_found_when_it_was_asked_is_known(
    project, document, import_text
) -> None:
    made = save_search(project, "Verb", " may ", USUAL)
    save_search(project, "Other", "may", NARROW)
    assert counts_when_asked(project) == {}
    remember_search(project, "may", USUAL, project.search("may"))
    import_text("May I?", name="other")
    assert counts_when_asked(project) == {made: (1, 3)}
    assert saved_counts(project)[made] == (2, 4)
    remember_search(project, "may", USUAL, project.search("may"))
    assert counts_when_asked(project) == {made: (2, 4)}
    forget_history(project)
    assert counts_when_asked(project) == {}


# The history of searches


def test_what_was_asked_is_remembered_once_with_the_newest_time(
    project, document
) -> None:
    for query, options in (("may", USUAL), ("it", USUAL), ("may", NARROW)):
        remember_search(project, query, options, project.search(query, options))
    first = project.searches.history()
    assert [(it.query, it.options) for it in first] == [
        ("may", NARROW),
        ("it", USUAL),
        ("may", USUAL),
    ]
    remember_search(project, " may ", USUAL, project.search("may"))
    again = project.searches.history()
    assert [it.query for it in again] == ["may", "may", "it"]
    assert (again[0].documents, again[0].hits) == (1, 3)
    assert again[0].asked_at >= first[0].asked_at
    assert project.searches.history(1) == again[:1]


def test_only_the_last_searches_are_remembered(project) -> None:
    answer = project.search("may")
    for number in range(KEPT_SEARCHES + 5):
        remember_search(project, f"may {number}", USUAL, answer)
    history = project.searches.history(KEPT_SEARCHES + 5)
    assert len(history) == KEPT_SEARCHES
    assert history[-1].query == "may 5"


def test_remembering_is_no_step_and_leaves_undo_and_redo_alone(
    project, document
) -> None:
    save_search(project, "Verb", "may", USUAL)
    project.undo()
    told = []
    project.subscribe(told.append)
    remember_search(project, "may", USUAL, project.search("may"))
    assert [(it.label, dict(it.ids)) for it in told] == [
        ("", {"searches": frozenset()})
    ]
    assert len(project.history.steps()) == 2
    assert project.redo().label == "Save search “Verb”"
    project.undo()
    forget_history(project)
    assert project.searches.history() == []
    assert project.redo().label == "Save search “Verb”"
    assert len(project.history.steps()) == 2


def test_steps_on_both_sides_of_a_remembered_search_still_merge(
    project, document
) -> None:
    for start in (0, 5):
        with project.operation("Mark", merge_key="mark"):
            add_bookmark(project, document, Span(start, start + 2))
        remember_search(project, "may", USUAL, project.search("may"))
    project.undo()
    assert project.bookmarks.all() == []


def test_a_project_that_is_only_read_remembers_nothing(project, document) -> None:
    path = project.path
    project.close()
    with Project.open(path, read_only=True) as reading:
        remember_search(reading, "may", USUAL, reading.search("may"))
        assert reading.searches.history() == []
        with pytest.raises(ReadOnlyProject):
            forget_history(reading)


# Discarded hits


def test_a_discarded_hit_stays_away_for_its_words_until_restored(
    project, document
) -> None:
    answer = project.search("may")
    month = TEXT.index("May 2022")
    assert (
        discard_hits(project, answer.words, [(document, Span(month, month + 3))]) == 1
    )
    after = project.search("may")
    assert (after.total, after.discarded) == (2, 1)
    assert month not in _shown(project)
    assert month in _shown(project, "may 2022")
    assert month not in _shown(project, "(may) doc:memo")
    (discard,) = project.searches.discards("may")
    assert (discard.document_id, discard.quote) == (document, "May")
    assert discard_hits(project, "may", [(document, discard.span)]) == 0
    assert len(project.history.steps()) == 2
    restore_hits(project, [discard.id])
    assert project.search("may").total == 3
    project.undo()
    assert project.search("may").total == 2
    assert project.undo().label == "Discard hit of “may”"
    assert project.search("may").discarded == 0
    project.redo()
    assert project.search("may").discarded == 1


def test_one_of_two_matches_of_a_paragraph_is_discarded_alone(
    project, document
) -> None:
    last = _shown(project)[-1]
    discard_hits(project, "may", [(document, Span(last, last + 3))])
    assert last not in _shown(project)
    assert project.search("may").total == 3
    assert project.search("may").discarded == 0
    assert [len(it) for it in project.matches("may")] == [3]


def test_places_that_are_none_are_refused(project, document) -> None:
    with pytest.raises(InvalidValue, match="search for a word"):
        discard_hits(project, "", [(document, Span(0, 2))])
    for span in (Span(3, 3), Span(0, 9999)):
        with pytest.raises(InvalidValue, match="no hit in “memo”"):
            discard_hits(project, "may", [(document, Span(0, 2)), (document, span)])
    assert project.searches.discards("may") == []


def test_discards_follow_a_corrected_text(project, document) -> None:
    discard_hits(project, "may", _places(project))
    assert len(project.searches.discards("may")) == 4
    correct_text(project, document, Span(0, 2), "Perhaps it")
    assert project.search("may").total == 0
    assert project.search("may").discarded == 3
    assert check(project) == []
    place = project.documents.text(document).index("May 2022")
    correct_text(project, document, Span(place, place + 3), "Mai")
    assert len(project.searches.discards("may")) == 3
    correct_text(project, document, Span(place, place + 3), "may")
    assert _shown(project) == [place]
    for _ in range(3):
        project.undo()
    assert [it.quote for it in project.searches.discards("may")] == [
        "may",
        "May",
        "may",
        "may",
    ]
    assert project.search("may").discarded == 3


def test_discards_go_along_into_a_new_version(
    project, document, tmp_path: Path
) -> None:
    discard_hits(project, "may", _places(project))
    path = tmp_path / "memo-2.txt"
    path.write_text("A new start.\n\n" + TEXT.replace("On 9 May 2022 it did.", "No."))
    replace_document(project, document, path)
    assert len(project.searches.discards("may")) == 3
    assert project.search("may").total == 0
    assert check(project) == []
    project.undo()
    assert len(project.searches.discards("may")) == 4
    assert check(project) == []


def test_discards_go_with_their_document_and_come_back(project, document) -> None:
    discard_hits(project, "may", _places(project))
    before = project.searches.discards("may")
    remove_documents(project, [document])
    assert project.searches.discards("may") == []
    restore(project, project.bin.all())
    assert project.searches.discards("may") == before
    assert project.search("may").discarded == 3


def test_a_word_that_became_content_is_found_beside_a_discarded_one(
    project, document
) -> None:
    last = _shown(project)[-2:]
    mark_zone(project, document, Span(last[1], last[1] + 3))
    discard_hits(project, "may", [(document, Span(last[0], last[0] + 3))])
    assert project.search("may").discarded == 1
    assert project.search("may", SearchOptions(zones=True)).total == 3
    project.undo()
    project.undo()
    discard_hits(project, "may", [(document, Span(last[0], last[0] + 3))])
    assert project.search("may").discarded == 0
    assert last[1] in _shown(project)


# What was forgotten


@pytest.mark.parametrize("is_closed", [False, True])
def test_what_was_forgotten_is_nowhere_in_the_file(
    project, document, is_closed
) -> None:
    answer = project.search("may")
    for number in range(KEPT_SEARCHES + 40):
        remember_search(
            project, f"{'secretly ' * (number % 70)}{number}", USUAL, answer
        )
    with project.reader() as view:  # so that the log cannot be emptied at once
        assert view.searches.history()
        if is_closed:
            forget_history(project)
    if is_closed:
        project.close()
    else:
        forget_history(project)
    left = [it.read_bytes() for it in project.path.parent.glob("*.workbench*")]
    assert not any(b"secretly" in content for content in left)
