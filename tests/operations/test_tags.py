"""The tag tree: create, rename, recolor, move, merge, remove, with counts."""

import pytest

from tests.conftest import ImportText
from workbench.errors import InvalidValue, NotFound
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations.notes import write_note
from workbench.operations.passages import mark_passage
from workbench.operations.tags import (
    create_tag,
    merge_tags,
    move_tag,
    pin_tag,
    recolor_tag,
    recolor_tags,
    remove_tags,
    rename_tag,
)
from workbench.project import Project


def tree(project: Project) -> list[str]:
    return [it.path for it in project.tags.all()]


def test_a_path_creates_the_tags_on_the_way(project: Project) -> None:
    tag_id = create_tag(project, "level / vice minister")
    assert tree(project) == ["level", "level/vice minister"]
    assert project.tags.get(tag_id).name == "vice minister"


def test_a_name_is_there_once_whatever_its_case(project: Project) -> None:
    assert create_tag(project, "Level") == create_tag(project, "lEVEL")


@pytest.mark.parametrize("name", ["", "  ", "a//b"])
def test_a_tag_needs_a_name(project: Project, name: str) -> None:
    with pytest.raises(InvalidValue, match="needs a name"):
        create_tag(project, name)


def test_two_siblings_cannot_have_one_name(project: Project) -> None:
    first = create_tag(project, "a")
    create_tag(project, "b")
    with pytest.raises(InvalidValue, match="already a tag"):
        rename_tag(project, first, "B")
    assert tree(project) == ["a", "b"]


def test_moving_goes_where_it_was_asked_to(project: Project) -> None:
    ids = {name: create_tag(project, name) for name in "abc"}
    move_tag(project, ids["c"], None, 0)
    assert tree(project) == ["c", "a", "b"]
    move_tag(project, ids["b"], ids["c"])
    assert tree(project) == ["c", "c/b", "a"]
    with pytest.raises(InvalidValue, match="beneath itself"):
        move_tag(project, ids["c"], ids["b"])


def test_counts_are_of_passages_not_of_taggings(
    project: Project, import_text: ImportText
) -> None:
    document_id = import_text("one two three")
    parent, child = create_tag(project, "p"), create_tag(project, "p/c")
    mark_passage(project, document_id, Span(0, 3), [parent, child])
    mark_passage(project, document_id, Span(4, 7), [child])
    tags = project.tags.all()
    assert [(it.passages, project.tags.count_below(it.id)) for it in tags] == [
        (1, 2),
        (2, 2),
    ]


def test_merging_keeps_passages_children_and_notes(
    project: Project, import_text: ImportText
) -> None:
    document_id = import_text("one two three")
    source, target = create_tag(project, "old"), create_tag(project, "new")
    create_tag(project, "old/x")
    shared = create_tag(project, "old/y")
    create_tag(project, "new/y")
    passage_id = mark_passage(project, document_id, Span(0, 3), [source, target])
    other_id = mark_passage(project, document_id, Span(4, 7), [source, shared])
    write_note(project, NoteTarget(NoteOn.TAG, source), "was old")
    write_note(project, NoteTarget(NoteOn.TAG, target), "is new")
    merge_tags(project, [source], target)
    assert tree(project) == ["new", "new/y", "new/x"]
    assert project.passages.get(passage_id).tag_ids == (target,)
    names = {project.tags.get(it).path for it in project.passages.get(other_id).tag_ids}
    assert names == {"new", "new/y"}
    note = project.notes.on(NoteTarget(NoteOn.TAG, target))
    assert note is not None
    assert note.text == "is new\n\nwas old"


def test_a_tag_cannot_be_merged_into_one_beneath_it(project: Project) -> None:
    parent, child = create_tag(project, "a"), create_tag(project, "a/b")
    with pytest.raises(InvalidValue, match="beneath the tag"):
        merge_tags(project, [parent], child)


def test_removing_takes_what_is_beneath_but_no_passage(
    project: Project, import_text: ImportText
) -> None:
    document_id = import_text("one two three")
    parent, child = create_tag(project, "a"), create_tag(project, "a/b")
    passage_id = mark_passage(project, document_id, Span(0, 3), [child])
    remove_tags(project, [parent])
    assert tree(project) == []
    assert project.passages.get(passage_id).tag_ids == ()


def test_colors_are_inherited_and_can_be_changed(project: Project) -> None:
    parent = create_tag(project, "a", color=5)
    child = create_tag(project, "a/b")
    assert project.tags.get(child).color == 5
    recolor_tag(project, child, 7)
    assert (project.tags.get(parent).color, project.tags.get(child).color) == (5, 7)


def test_a_missing_tag_is_named(project: Project) -> None:
    with pytest.raises(NotFound, match="no tag “gone”"):
        project.tags.at_path("gone")


def test_the_case_of_every_letter_is_folded(project: Project) -> None:
    first = create_tag(project, "Équipe/Éa")
    assert create_tag(project, "équipe/ÉA") == first
    assert create_tag(project, "e\u0301quipe/e\u0301a") == first


def test_merging_a_tag_into_itself_changes_nothing(project: Project) -> None:
    tag_id = create_tag(project, "level")
    merge_tags(project, [tag_id], tag_id)
    assert [it.name for it in project.tags.all()] == ["level"]
    assert len(project.history.steps()) == 1


def test_a_digit_pins_one_tag(project: Project) -> None:
    first, second = create_tag(project, "a"), create_tag(project, "b")
    pin_tag(project, first, 3)
    assert project.tags.pinned(3) == first
    pin_tag(project, second, 3)
    assert [it.pin for it in project.tags.all()] == [None, 3]
    project.undo()
    assert [it.pin for it in project.tags.all()] == [3, None]
    project.redo()
    pin_tag(project, second, None)
    assert project.tags.pinned(3) is None


def test_pinning_again_is_no_step(project: Project) -> None:
    tag_id = create_tag(project, "a")
    pin_tag(project, tag_id, 3)
    label = project.history.undo_label
    assert label == "Pin tag “a” to 3"
    pin_tag(project, tag_id, 3)
    project.undo()
    assert project.tags.get(tag_id).pin is None


@pytest.mark.parametrize("number", [0, 10, -1])
def test_only_the_digits_one_to_nine_can_be_pinned(
    project: Project, number: int
) -> None:
    with pytest.raises(InvalidValue, match="from 1 to 9"):
        pin_tag(project, create_tag(project, "a"), number)


def test_a_removed_branch_is_one_thing_in_the_bin(project: Project) -> None:
    parent = create_tag(project, "a")
    child = create_tag(project, "a/b")
    other = create_tag(project, "c")
    remove_tags(project, [child, parent, other])
    assert tree(project) == []
    entries = project.bin.all()
    assert [(it.table, it.name) for it in entries] == [("tags", "a"), ("tags", "c")]


def test_tags_carry_their_definition(project: Project) -> None:
    tag_id = create_tag(project, "a")
    write_note(project, NoteTarget(NoteOn.TAG, tag_id), "Only where money is named.")
    assert project.tags.get(tag_id).note == "Only where money is named."


def test_colors_of_several_change_in_one_step(project: Project) -> None:
    ids = [create_tag(project, name) for name in "abc"]
    recolor_tags(project, ids, 12)
    assert {it.color for it in project.tags.all()} == {12}
    assert project.history.undo_label == "Recolor 3 tags"


def test_a_path_of_absurd_depth_is_refused(project: Project) -> None:
    with pytest.raises(InvalidValue, match="2,000 levels"):
        create_tag(project, "/".join("a" * 2_000))
    with pytest.raises(InvalidValue, match="shorten"):
        create_tag(project, "a" * 201)
    assert tree(project) == []


def test_no_control_character_gets_into_a_name(project: Project) -> None:
    create_tag(project, "a\0b\x1b[2J")
    assert tree(project) == ["a b [2J"]


def test_a_tree_deeper_than_the_stack_can_be_read(project: Project) -> None:
    # Moving sets no limit, so reading must not need one.
    top = create_tag(project, "top")
    for number in range(30):
        low = create_tag(project, f"{number}/" + "/".join("x" * 39))
        branch = project.tags.find(str(number))
        assert branch is not None
        move_tag(project, branch.id, top)
        top = low
    assert max(len(path.split("/")) for path in tree(project)) == 1 + 30 * 40


def test_some_tags_are_as_they_are_among_all(
    project: Project, import_text: ImportText
) -> None:
    aim = create_tag(project, "aim/long term")
    pin_tag(project, aim, 3)
    mark_passage(project, import_text("Some text."), Span(0, 4), [aim])
    write_note(project, NoteTarget(NoteOn.TAG, aim), "beyond ten years")
    every = {tag.id: tag for tag in project.tags.all()}
    assert project.tags.some(every) == every
    assert list(project.tags.some([aim])) == [aim]
