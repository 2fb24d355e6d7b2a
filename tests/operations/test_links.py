"""Links between passages: made from places, found from both ends, undone whole."""

from __future__ import annotations

import pytest

from workbench.errors import InvalidValue, NotFound
from workbench.model.links import LinkKind, Stretch
from workbench.model.spans import Span
from workbench.operations.bin import restore
from workbench.operations.checking import check
from workbench.operations.links import (
    change_link,
    link_passages,
    link_places,
    remove_links,
)
from workbench.operations.passages import mark_passage, remove_passages
from workbench.project import Project

RELEASE = "The ministers opened a group. It meets twice a year."
STORY = "A group was opened by the ministers, an agency said."


@pytest.fixture
def places(project: Project, import_text) -> tuple[Stretch, Stretch]:
    release = import_text(RELEASE, "release")
    story = import_text(STORY, "story")
    return Stretch(release, Span(0, 29)), Stretch(story, Span(0, 36))


def test_two_places_become_passages_with_a_link_in_one_step(project, places) -> None:
    link_id = link_places(project, *places, LinkKind.PARAPHRASE, " Same  event. ")
    link = project.links.get(link_id)
    assert link.kind is LinkKind.PARAPHRASE
    assert link.reason == "Same event."
    assert link.source.quote == "The ministers opened a group."
    assert link.target.quote == "A group was opened by the ministers,"
    assert project.history.steps()[-1].label == "Link as paraphrase"
    project.undo()
    assert project.links.all() == []
    assert project.passages.all() == []
    project.redo()
    assert project.links.all() == [link]


def test_a_link_is_found_from_both_passages_and_both_documents(project, places) -> None:
    link_id = link_places(project, *places, LinkKind.CONTRADICTS)
    link = project.links.get(link_id)
    for one, other in ((link.source, link.target), (link.target, link.source)):
        assert project.dependents.links([one.passage_id]) == [link]
        assert project.links.between(one.document_id, other.document_id) == [link]
        assert link.other(one.passage_id) == other
    assert project.links.between(link.source.document_id, 99) == []


def test_passages_that_are_there_are_used(project, places) -> None:
    known = mark_passage(project, places[0].document_id, places[0].span)
    link_id = link_places(project, *places, LinkKind.ALTERED)
    assert project.links.get(link_id).source.passage_id == known
    assert project.passages.count() == 2


def test_the_same_link_again_only_gets_the_new_reason(project, places) -> None:
    first = link_places(project, *places, LinkKind.ALTERED, "Cut.")
    assert link_places(project, *reversed(places), LinkKind.ALTERED) == first
    assert project.links.get(first).reason == "Cut."
    assert link_places(project, *places, LinkKind.ALTERED, "Changed.") == first
    assert [it.reason for it in project.links.all()] == ["Changed."]


def test_only_updates_has_a_direction(project, places) -> None:
    one = link_places(project, *places, LinkKind.UPDATES)
    other = link_places(project, *reversed(places), LinkKind.UPDATES)
    assert one != other
    assert len(project.links.all()) == 2


def test_a_changed_link_that_equals_another_becomes_one_with_it(
    project, places
) -> None:
    kept = link_places(project, *places, LinkKind.ALTERED)
    turned = link_places(project, *places, LinkKind.CONTRADICTS)
    assert change_link(project, turned, LinkKind.ALTERED, "After all.") == kept
    assert [(it.kind, it.reason) for it in project.links.all()] == [
        (LinkKind.ALTERED, "After all.")
    ]


def test_changing_to_what_it_is_makes_no_step(project, places) -> None:
    link_id = link_places(project, *places, LinkKind.ALTERED, "Cut.")
    steps = len(project.history.steps())
    change_link(project, link_id, LinkKind.ALTERED, "Cut.")
    assert len(project.history.steps()) == steps


def test_a_removed_link_comes_back_from_the_bin(project, places) -> None:
    link = project.links.get(link_places(project, *places, LinkKind.ALTERED, "Cut."))
    remove_links(project, [link.id])
    assert project.links.all() == []
    assert project.passages.count() == 2
    [entry] = project.bin.all()
    assert entry.name == "Altered: “The ministers opened a group.”"
    assert restore(project, [entry]) == 0
    assert project.links.all() == [link]


def test_a_removed_passage_takes_its_links_along_and_brings_them_back(
    project, places
) -> None:
    link = project.links.get(link_places(project, *places, LinkKind.ALTERED))
    remove_passages(project, [link.source.passage_id])
    assert project.links.all() == []
    [entry] = project.bin.all()
    restore(project, [entry])
    assert project.links.all() == [link]
    assert check(project) == []


def test_a_passage_is_not_linked_with_itself(project, places) -> None:
    with pytest.raises(InvalidValue, match="with itself"):
        link_places(project, places[0], places[0], LinkKind.ALTERED)
    assert project.passages.count() == 0


def test_what_is_not_there_is_not_linked(project, places) -> None:
    own = mark_passage(project, places[0].document_id, places[0].span)
    with pytest.raises(NotFound):
        link_passages(project, own, 99, LinkKind.ALTERED)
    with pytest.raises(NotFound):
        remove_links(project, [99])
    with pytest.raises(InvalidValue, match="2000 characters"):
        link_places(project, *places, LinkKind.ALTERED, "x" * 2001)
    assert project.links.all() == []
