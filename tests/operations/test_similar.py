"""More like this: the nearest passages, and never the passage itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ImportText
from workbench.errors import InvalidValue, NotFound
from workbench.jobs import Cancelled, Progress, Tracker
from workbench.model.ids import DocumentId
from workbench.model.reuse import Similar
from workbench.model.spans import Span
from workbench.operations.similar import similar_to
from workbench.operations.zones import mark_zone
from workbench.project import Project
from workbench.text.resemblance import Resemblance

STATEMENT = "Northern harbors received seventeen tons of copper wire before the frost."
REPORT = f"It was a cold day in the north. {STATEMENT} Nobody had ordered any.\n"
LETTER = (
    "Northern harbors got seventeen tons of wire, he writes, well before any frost.\n\n"
    "The copper roof of the church is green. Bread is dear.\n"
)
COPY = f"A list of deliveries.\n\n- {STATEMENT}\n- Nothing else came.\n"


def like(
    project: Project, document_id: DocumentId, quote: str, limit: int = 20
) -> list[Similar]:
    start = project.documents.text(document_id).index(quote)
    return similar_to(project, document_id, Span(start, start + len(quote)), limit)


def test_the_same_words_come_first_then_the_nearest(
    project: Project, import_text: ImportText
) -> None:
    report = import_text(REPORT, "report")
    letter, copy = import_text(LETTER, "letter"), import_text(COPY, "copy")
    found = like(project, report, STATEMENT)
    assert [it.document_id for it in found[:3]] == [copy, letter, letter]
    first, second, third = found[:3]
    assert first.quote == STATEMENT
    assert first.score == 1
    assert second.quote == LETTER.partition("\n")[0]
    assert third.quote == "The copper roof of the church is green."
    assert [it.score for it in found] == sorted(
        (it.score for it in found), reverse=True
    )
    for it in found:
        assert it.span.of(project.documents.text(it.document_id)) == it.quote
        assert it.title == project.documents.title(it.document_id)
    assert like(project, report, STATEMENT, limit=1) == found[:1]


def test_it_is_found_elsewhere_in_its_own_document_but_not_itself(
    project: Project, import_text: ImportText
) -> None:
    twice = import_text(f"{STATEMENT}\n\nRain fell.\n\n{STATEMENT}\n", "twice")
    (found,) = like(project, twice, STATEMENT)
    assert found.span.start > len(STATEMENT)
    part = STATEMENT[9:40]
    assert [it.span for it in like(project, twice, part)] == [found.span]


def test_a_long_passage_finds_as_many_sentences(
    project: Project, import_text: ImportText
) -> None:
    both = f"{STATEMENT} Painted wagons stood beneath the clock."
    one = import_text(f"Before. {both} After.\n", "one")
    other = import_text(f"Something else entirely. {both} The end of it.\n", "other")
    found = like(project, one, both)[0]
    assert (found.document_id, found.quote, found.score) == (other, both, 1)


def test_zones_are_neither_found_nor_looked_for(
    project: Project, import_text: ImportText
) -> None:
    report, copy = import_text(REPORT, "report"), import_text(COPY, "copy")
    start = COPY.index(STATEMENT)
    zone = Span(start, start + len(STATEMENT))
    assert like(project, report, STATEMENT)[0].span == zone
    mark_zone(project, copy, zone)
    found = like(project, report, STATEMENT)
    assert not any(it.document_id == copy and it.span.overlaps(zone) for it in found)
    assert like(project, copy, STATEMENT) == []


def test_what_has_no_words_is_like_nothing(
    project: Project, import_text: ImportText
) -> None:
    document_id = import_text("- * -\n\nSomething.\n")
    assert like(project, document_id, "- * -") == []


def test_a_place_outside_the_text_is_refused(
    project: Project, import_text: ImportText
) -> None:
    document_id = import_text(REPORT)
    with pytest.raises(InvalidValue, match="is no passage"):
        similar_to(project, document_id, Span(5, 10_000))
    with pytest.raises(InvalidValue, match="is no passage"):
        similar_to(project, document_id, Span(5, 5))
    with pytest.raises(NotFound):
        similar_to(project, DocumentId(99), Span(0, 5))


def test_it_can_be_cancelled(project: Project, import_text: ImportText) -> None:
    report = import_text(REPORT, "report")
    import_text(COPY, "copy")
    tracker = Tracker()
    tracker.cancel()
    with pytest.raises(Cancelled):
        similar_to(project, report, Span(0, len(REPORT)), 20, tracker)
    said: list[Progress] = []
    similar_to(project, report, Span(0, len(REPORT)), 20, Tracker(said.append))
    assert said


words = st.lists(st.sampled_from("abcdef"), max_size=8)


@given(words, words, words)
def test_the_whole_scores_most_and_more_never_less(
    one: list[str], other: list[str], more: list[str]
) -> None:
    weights = {word: number + 1.0 for number, word in enumerate("abcde")}
    resemblance = Resemblance(one, weights)
    assert 0 <= resemblance.score(other) <= 1
    assert resemblance.score(other) <= resemblance.score(other + more) + 1e-9
    if set(one) & weights.keys():
        assert resemblance.score(one) == pytest.approx(1) or "f" in one
