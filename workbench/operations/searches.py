"""Keeping searches, remembering what was asked, and discarding hits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

from workbench.errors import InvalidValue
from workbench.jobs import Tracker
from workbench.model.ids import DiscardId, DocumentId, SavedSearchId
from workbench.model.search import Answer, SearchOptions
from workbench.model.searches import PastSearch, SavedSearch
from workbench.model.spans import Span
from workbench.operations.labels import counted, quoted
from workbench.project import Project
from workbench.text.selectors import describe
from workbench.views import Edit, ProjectView

LONGEST_QUERY: Final = 10_000
"""Characters of a query that is worth keeping."""

Counts = Mapping[SavedSearchId, tuple[int, int]]


def save_search(
    project: Project, name: str, query: str, options: SearchOptions
) -> SavedSearchId:
    """Keep a query with its options under a name that no other one has."""
    query = query.strip()
    if not query or not _is_worth_keeping(query):
        raise InvalidValue("There is no search to save; type one of some words.")
    with project.operation("Save search") as edit:
        name = _free_name(edit, name)
        edit.label = f"Save search {quoted(name)}"
        made_at = datetime.now(UTC)
        return edit.searches.save(
            SavedSearch(SavedSearchId(0), name, query, options, edit.analyst, made_at)
        )


def rename_search(project: Project, saved_id: SavedSearchId, name: str) -> None:
    """Give a saved search another name."""
    with project.operation("Rename search") as edit:
        edit.searches.get(saved_id)
        name = _free_name(edit, name, besides=saved_id)
        edit.label = f"Rename search to {quoted(name)}"
        edit.searches.rename(saved_id, name)


def remove_searches(project: Project, ids: Sequence[SavedSearchId]) -> None:
    """Put saved searches into the bin."""
    with project.operation(f"Remove {len(ids)} searches") as edit:
        for saved_id in ids:
            name = edit.searches.get(saved_id).name
            if len(ids) == 1:
                edit.label = f"Remove search {quoted(name)}"
            edit.put_into_bin("saved_searches", saved_id, name)
            edit.searches.remove(saved_id)


def saved_counts(view: ProjectView, tracker: Tracker | None = None) -> Counts:
    """Return how many documents and hits each saved search finds as things are now.

    It searches anew: call it in a job.
    """
    tracker = tracker or Tracker()
    saved = view.searches.saved()
    found = {}
    for number, search in enumerate(saved):
        tracker.advance(number, len(saved), "Counting saved searches")
        found[search.id] = view.count(search.query, search.options)
    return found


def counts_when_asked(view: ProjectView) -> Counts:
    """Return what saved searches found when they were asked last, where it is known."""
    past = {
        (it.query, it.options): (it.documents, it.hits)
        for it in view.searches.history()
    }
    asked = {it.id: past.get((it.query, it.options)) for it in view.searches.saved()}
    return {saved_id: found for saved_id, found in asked.items() if found}


def remember_search(
    project: Project, query: str, options: SearchOptions, answer: Answer
) -> None:
    """Put a search on top of the history; no step, and nothing to undo.

    Waits for whatever is being written, so call it in a job. A project that is open
    for reading only remembers nothing.
    """
    query = query.strip()
    if project.is_read_only or not query or not _is_worth_keeping(query):
        return
    search = PastSearch(
        query, options, datetime.now(UTC), answer.documents, answer.total
    )
    with project.aside("searches") as edit:
        edit.searches.remember(search)


def forget_history(project: Project) -> None:
    """Forget everything that was asked, for good; saved searches stay.

    The file has no trace of it then, at the latest once the project is closed.
    """
    with project.aside("searches") as edit:
        edit.searches.forget()
    project.checkpoint(empty_log=True)


def discard_hits(
    project: Project, words: str, places: Sequence[tuple[DocumentId, Span]]
) -> int:
    """Leave matches out of what these words find, whatever conditions stand beside.

    `words` are those of an `Answer`, `places` its matches. Returns how many were not
    discarded before; they are one step.
    """
    if not words:
        raise InvalidValue("Only hits of words can be discarded; search for a word.")
    with project.operation(f"Discard hits of {quoted(words)}") as edit:
        known = {(it.document_id, it.span) for it in edit.searches.discards(words)}
        new = [it for it in dict.fromkeys(places) if it not in known]
        edit.label = f"{counted('Discard', len(new), 'hit')} of {quoted(words)}"
        selectors = [(own, describe(_text(edit, own, span), span)) for own, span in new]
        edit.searches.discard(words, selectors, edit.analyst, datetime.now(UTC))
        return len(new)


def restore_hits(project: Project, ids: Sequence[DiscardId]) -> None:
    """Make hits of what was discarded."""
    with project.operation(counted("Restore", len(ids), "discarded hit")) as edit:
        edit.searches.restore(ids)


def _text(edit: Edit, document_id: DocumentId, span: Span) -> str:
    text = edit.documents.text(document_id)
    if not len(span) or span.end > len(text):
        name = edit.documents.get(document_id).name
        raise InvalidValue(
            f"{span.start}..{span.end} is no hit in “{name}”; search again."
        )
    return text


def _free_name(edit: Edit, name: str, *, besides: SavedSearchId | None = None) -> str:
    name = " ".join(name.split())
    if not name or not _is_worth_keeping(name):
        raise InvalidValue("A saved search needs a name; type a short one.")
    other = edit.searches.named(name)
    if other is not None and other.id != besides:
        raise InvalidValue(
            f"There is a saved search {quoted(other.name)} already; choose another"
            " name."
        )
    return name


def _is_worth_keeping(text: str) -> bool:
    """Tell whether a text can be kept: not endless, and without halves of letters."""
    return len(text) <= LONGEST_QUERY and not any(
        "\ud800" <= letter <= "\udfff" for letter in text
    )
