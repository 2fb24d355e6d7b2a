"""The tag tree as a CSV file, out and in again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ImportText
from workbench.errors import WorkbenchError
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations.notes import write_note
from workbench.operations.passages import mark_passage
from workbench.operations.tag_trees import export_tags, import_tags
from workbench.operations.tags import create_tag, pin_tag
from workbench.project import Project

names = st.text(
    st.one_of(
        st.sampled_from("=+-@＝'\",;\t éß한🙂"),
        st.characters(exclude_characters="/", exclude_categories=("Cs", "Cc")),
    ),
    min_size=1, max_size=12,
).filter(lambda name: bool(name.strip()))  # fmt: skip
paths = st.lists(names, min_size=1, max_size=4).map("/".join)
notes = st.text(
    st.one_of(
        st.sampled_from("=+-@'\",;\t\r\n \ufeff"),
        st.characters(exclude_characters="\0", exclude_categories=("Cs",)),
    ),
    max_size=30,
)
lines = st.lists(
    st.tuples(paths, st.integers(0, 15), st.none() | st.integers(1, 9), notes),
    max_size=12,
)
Line = tuple[str, int, int | None, str]


def fill(project: Project, tree: list[Line]) -> None:
    for path, color, pin, note in tree:
        tag_id = create_tag(project, path, color=color)
        if pin is not None:
            pin_tag(project, tag_id, pin)
        write_note(project, NoteTarget(NoteOn.TAG, tag_id), note)


def written(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(rows), encoding="utf-8", newline="")
    return path


def looks(project: Project) -> list[tuple[str, int, int | None, str]]:
    return [(it.path, it.color, it.pin, it.note) for it in project.tags.all()]


@settings(deadline=None, max_examples=25)
@given(tree=lines)
def test_a_tree_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, tree: list[Line]
) -> None:
    folder = tmp_path_factory.mktemp("trees")
    with (
        Project.create(folder / "one.workbench") as one,
        Project.create(folder / "other.workbench") as other,
    ):
        fill(one, tree)
        count = export_tags(one, folder / "tags.csv")
        done = import_tags(other, folder / "tags.csv")
        assert looks(other) == looks(one)
        assert count == done.created == len(looks(one))
        assert done.changed == 0
        again = import_tags(other, folder / "tags.csv")
        assert (again.created, again.changed) == (0, 0)


def test_a_file_changes_only_what_it_gives(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    tag_id = create_tag(project, "Level/Minister", color=4)
    pin_tag(project, tag_id, 2)
    write_note(project, NoteTarget(NoteOn.TAG, tag_id), "Rule")
    mark_passage(project, import_text("They met."), Span(0, 4), [tag_id])
    path = written(
        tmp_path / "tags.csv",
        "path,color,pin,note",
        "level/minister,,,A better rule",
        "Level/Deputy,,2,",
        "Money,16,,",
    )
    done = import_tags(project, path)
    assert (done.created, done.changed) == (2, 1)
    assert looks(project) == [
        ("Level", 4, None, ""),
        ("Level/Minister", 4, None, "A better rule"),
        ("Level/Deputy", 4, 2, ""),
        ("Money", 15, None, ""),
    ]
    assert project.tags.get(tag_id).passages == 1
    assert project.history.undo_label == "Import tags from “tags.csv”"
    project.undo()
    assert looks(project) == [
        ("Level", 4, None, ""), ("Level/Minister", 4, 2, "Rule"),
    ]  # fmt: skip


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_spreadsheets_save_is_read(
    project: Project, tmp_path: Path, delimiter: str, encoding: str
) -> None:
    rows = (("Note", "PATH", "pin"), ("Über alles", "Öl/Gas", "3"), ("", "", ""))
    path = tmp_path / "tags.csv"
    content = "\r\n".join(delimiter.join(row) for row in rows)
    path.write_bytes(content.encode(encoding))
    import_tags(project, path)
    assert [it.path for it in project.tags.all()] == ["Öl", "Öl/Gas"]
    assert project.tags.all()[1].note == "Über alles"
    assert project.tags.all()[1].pin == 3


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ((), "should name the columns path, color, pin and note"),
        (("name,colour", "a,1"), "should name the columns path, color, pin and note"),
        (("path,path", "a,1"), "should name the columns"),
        (
            ("path,color", "a,17"),
            "line 2: “17” is no color; give a number from 1 to 16",
        ),
        (("path,color", "a,²"), "“²” is no color"),
        (("path,pin", "a,0"), "“0” is no pin; give a number from 1 to 9"),
        (("path,pin", "a,99999999999999999999"), "is no pin"),
        (("path,pin", "a,3", "b,3"), "line 3: 3 is a pin of two tags"),
        (("path,note", ",what"), "line 2: the path is missing"),
        (("path", "a//b"), "A tag needs a name"),
        (("path", "/".join("a" * 5_000)), "5,000 levels"),
        (("path", "a" * 5_000), "5,000 characters"),
        (("path", "a\0b"), "tags.csv"),
        (("path,note", 'a,"open'), ""),
    ],
)
def test_a_hostile_file_changes_nothing(
    project: Project, tmp_path: Path, rows: tuple[str, ...], sentence: str
) -> None:
    create_tag(project, "old")
    path = written(tmp_path / "tags.csv", *rows)
    if not sentence:  # an open quotation mark takes the rest: nothing is lost
        assert import_tags(project, path).created == 1
        return
    with pytest.raises(WorkbenchError, match=sentence):
        import_tags(project, path)
    assert [it.path for it in project.tags.all()] == ["old"]
    assert project.history.undo_label == "Create tag “old”"


def test_a_file_that_is_not_there_is_a_sentence(
    project: Project, tmp_path: Path
) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(WorkbenchError, match="is not a file"):
            import_tags(project, path)


def test_many_lines_come_in(project: Project, tmp_path: Path) -> None:
    rows = (f"branch {n // 1_000}/tag {n}" for n in range(20_000))
    path = written(tmp_path / "tags.csv", "path", *rows)
    assert import_tags(project, path).created == 20_020
    assert project.tags.all()[-1].path == "branch 19/tag 19999"
