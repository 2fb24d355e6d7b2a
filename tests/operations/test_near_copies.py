"""What is nearly the same as a document that was there is told, with how nearly."""

from pathlib import Path

from workbench.model.near_copies import NearCopy
from workbench.operations.documents import remove_documents
from workbench.operations.importing import import_paths
from workbench.operations.near_copies import near_copies
from workbench.project import Project

WORDS = "The harbor office shares its tide tables with the port of the other shore."
STORY = " ".join(f"{WORDS} Page {number} of the story." for number in range(40))


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    return path


def brought_in(project: Project, *paths: Path) -> dict[str, tuple[NearCopy, ...]]:
    return {it.name: it.near_copies for it in import_paths(project, paths)}


def test_near_copies_are_told_with_their_likeness(
    project: Project, tmp_path: Path
) -> None:
    first = write(tmp_path, "first", STORY)
    second = write(tmp_path, "second", STORY.replace("Page 7 of", "Leaf 7 of"))
    other = write(tmp_path, "other", "Quite another text about cattle and grain. " * 30)
    found = brought_in(project, first, second, other)
    assert (found["first"], found["other"]) == ((), ())
    [copy] = found["second"]
    words = len(STORY.split())
    assert (copy.name, copy.percent) == ("first", 99)
    assert copy.likeness == (words - 1) / words


def test_a_copy_of_an_earlier_import_is_told(project: Project, tmp_path: Path) -> None:
    brought_in(project, write(tmp_path, "first", STORY))
    found = brought_in(project, write(tmp_path, "again", f"{STORY}\n\nAdded later."))
    assert [it.name for it in found["again"]] == ["first"]


def test_the_same_words_in_another_layout_are_100_percent(
    project: Project, tmp_path: Path
) -> None:
    first = write(tmp_path, "first", STORY)
    found = brought_in(project, first, write(tmp_path, "b", STORY.replace(". ", ".\n")))
    assert [it.percent for it in found["b"]] == [100]


def test_after_undo_and_redo_sketches_are_made_again(
    project: Project, tmp_path: Path
) -> None:
    first, second = write(tmp_path, "a", STORY), write(tmp_path, "b", f"{STORY} More.")
    brought_in(project, first)
    project.undo()
    assert list(project.sketches.of_documents()) == []
    project.redo()
    assert len(project.sketches.missing()) == 1
    assert len(brought_in(project, second)["b"]) == 1
    assert project.sketches.missing() == []


def test_what_is_gone_is_no_copy(project: Project, tmp_path: Path) -> None:
    [first] = import_paths(project, [write(tmp_path, "a", STORY)])
    assert first.document_id
    remove_documents(project, [first.document_id])
    assert brought_in(project, write(tmp_path, "b", f"{STORY} More."))["b"] == ()
    assert near_copies(project, []) == {}
