"""A folder is looked through before it comes in, and again when it changed."""

import os
from pathlib import Path

import pytest

from workbench.errors import UnreadableFile
from workbench.jobs import Cancelled, Tracker
from workbench.model.folders import FileState, FolderChoice, FolderPreview
from workbench.operations.folders import (
    forget_folder,
    imported_folders,
    look_through,
)
from workbench.operations.importing import import_folder, import_paths
from workbench.project import Project


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    grow(folder, "a.txt", "b.md", "drafts/c.txt", "drafts/old/d.txt", "photo.png")
    return folder


def grow(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Tides of {name}.", encoding="utf-8")


def states(preview: FolderPreview) -> dict[str, str]:
    return {it.inner: it.state.value for it in preview.files}


def looked(project: Project, folder: Path, **choice: object) -> dict[str, str]:
    return states(look_through(project, FolderChoice(str(folder), **choice)))  # type: ignore[arg-type]


def bring_in(project: Project, folder: Path) -> list[str]:
    preview = look_through(project, FolderChoice(str(folder)))
    outcomes = import_folder(project, preview.choice, preview.coming)
    return [f"{it.status.value} {it.name}" for it in outcomes]


def test_a_new_folder_is_told_file_by_file(project: Project, folder: Path) -> None:
    assert looked(project, folder) == {
        "a.txt": "new",
        "b.md": "new",
        "drafts/c.txt": "new",
        "drafts/old/d.txt": "new",
        "photo.png": "not read",
    }


@pytest.mark.parametrize(
    ("choice", "wanted"),
    [
        ({"include": ("*.md",)}, {"b.md"}),
        ({"include": ("*.TXT",)}, {"a.txt", "drafts/c.txt", "drafts/old/d.txt"}),
        ({"exclude": ("drafts/*",)}, {"a.txt", "b.md"}),
        ({"exclude": ("drafts/",)}, {"a.txt", "b.md"}),
        (
            {"include": ("*.txt",), "exclude": ("drafts/old/*",)},
            {"a.txt", "drafts/c.txt"},
        ),
        ({"include": ("c.*", "b.*")}, {"b.md", "drafts/c.txt"}),
        ({"include": ("[ab].*",)}, {"a.txt", "b.md"}),
        ({"has_subfolders": False}, {"a.txt", "b.md"}),
        ({"include": ("*.pdf",)}, set()),
    ],
)  # fmt: skip
def test_patterns_say_what_comes_in(
    project: Project, folder: Path, choice: dict[str, object], wanted: set[str]
) -> None:
    found = looked(project, folder, **choice)
    assert {inner for inner, state in found.items() if state == "new"} == wanted


def test_an_import_again_finds_new_changed_and_missing(
    project: Project, folder: Path
) -> None:
    assert len(bring_in(project, folder)) == 4
    assert set(looked(project, folder).values()) == {"in the project", "not read"}
    (folder / "a.txt").write_text("Tides of spring.", encoding="utf-8")
    (folder / "b.md").unlink()
    grow(folder, "e.txt")
    (folder / "drafts/c.txt").rename(folder / "c.txt")
    assert looked(project, folder) == {
        "a.txt": "changed",
        "c.txt": "in the project",
        "e.txt": "new",
        "drafts/old/d.txt": "in the project",
        "photo.png": "not read",
        "b.md": "missing",
        "drafts/c.txt": "missing",
    }


def test_a_changed_file_is_a_new_version_in_the_same_step(
    project: Project, folder: Path
) -> None:
    bring_in(project, folder)
    (own,) = [it for it in project.documents.all() if it.name == "a"]
    (folder / "a.txt").write_text("Tides of spring.", encoding="utf-8")
    grow(folder, "e.txt")
    assert bring_in(project, folder) == ["new version a", "imported e"]
    assert project.documents.text(own.id) == "Tides of spring."
    assert project.documents.version(own.id) == 2
    assert project.search("spring").documents == 1
    label = project.history.steps()[-1].label
    assert label == "Import 1 document and 1 new version"
    project.undo()
    assert project.documents.text(own.id) == "Tides of a.txt."
    assert project.documents.count() == 4


def test_the_folder_is_remembered_with_its_choice(
    project: Project, folder: Path
) -> None:
    choice = FolderChoice(str(folder), ("*.txt",), ("drafts/*",), has_subfolders=False)
    import_folder(project, choice, look_through(project, choice).coming)
    [known] = imported_folders(project)
    assert known.choice == choice
    project.undo()
    assert imported_folders(project) == []
    project.redo()
    forget_folder(project, imported_folders(project)[0].id)
    assert imported_folders(project) == []
    assert project.documents.count() == 1


def test_a_file_that_came_in_by_itself_is_known_in_its_folder(
    project: Project, folder: Path
) -> None:
    import_paths(project, [folder / "a.txt"])
    assert looked(project, folder)["a.txt"] == "in the project"
    os.utime(folder / "a.txt", (1, 1))
    assert looked(project, folder)["a.txt"] == "in the project"


def test_what_is_no_folder_is_said(project: Project, folder: Path) -> None:
    for path in (folder / "a.txt", folder / "gone"):
        with pytest.raises(UnreadableFile) as caught:
            look_through(project, FolderChoice(str(path)))
        assert str(caught.value).endswith(".")


def test_what_describes_documents_is_told(project: Project, folder: Path) -> None:
    (folder / "library.bib").write_text("@misc{a, title = {Tides}}", encoding="utf-8")
    (folder / "other.json").write_text("{}", encoding="utf-8")
    found = looked(project, folder)
    assert (found["library.bib"], found["other.json"]) == ("references", "not read")


def test_looking_can_be_stopped(project: Project, folder: Path) -> None:
    tracker = Tracker()
    tracker.cancel()
    with pytest.raises(Cancelled):
        look_through(project, FolderChoice(str(folder)), tracker)


def test_a_locked_folder_and_a_pipe_are_said_and_nothing_hangs(
    project: Project, folder: Path
) -> None:
    os.mkfifo(folder / "pipe.txt")
    bring_in(project, folder)
    assert looked(project, folder)["pipe.txt"] == FileState.NEW.value
    preview = look_through(project, FolderChoice(str(folder)))
    [outcome] = import_folder(project, preview.choice, preview.coming)
    assert outcome.error.startswith("pipe.txt is not a regular file")
