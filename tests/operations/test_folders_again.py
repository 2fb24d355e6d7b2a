"""A folder changes in any way, and importing it again is as good as a fresh import."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.paged_files import pdf_of
from tests.projects import state_of
from workbench.jobs import Progress, Tracker
from workbench.model.folders import FolderChoice
from workbench.model.ids import DocumentId
from workbench.model.imports import ImportOutcome, ImportStatus
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations.checking import check
from workbench.operations.documents import remove_documents
from workbench.operations.folders import look_through
from workbench.operations.importing import import_folder
from workbench.operations.passages import mark_passage
from workbench.operations.versions import correct_text
from workbench.project import Project

NAMES = ("a.txt", "b.txt", "c.md", "in/a.txt", "in/d.txt")
TEXTS = tuple(f"The tide of {it} rose by a foot." for it in ("May", "June", "July"))

Change = tuple[str, str, str]
CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.sampled_from(NAMES), st.sampled_from(TEXTS)),
        st.tuples(st.just("remove"), st.sampled_from(NAMES), st.just("")),
        st.tuples(
            st.sampled_from(["rename", "copy"]),
            st.sampled_from(NAMES),
            st.sampled_from(NAMES),
        ),
    ),
    max_size=5,
)


@dataclass
class Folder:
    """A folder that changes, and the project that it is imported into."""

    root: Path
    project: Project

    def write(self, name: str, text: str | bytes) -> None:
        path = self.root / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)

    def change(self, changes: list[Change]) -> None:
        for what, name, other in changes:
            path = self.root / name
            if what == "write":
                self.write(name, other)
            elif not path.exists():
                continue
            elif what == "copy":
                self.write(other, path.read_bytes())
            elif what == "remove":
                path.unlink()
            else:
                (self.root / other).parent.mkdir(exist_ok=True)
                path.replace(self.root / other)

    def bring_in(self, tracker: Tracker | None = None) -> list[ImportOutcome]:
        preview = look_through(self.project, FolderChoice(str(self.root)))
        return import_folder(self.project, preview.choice, preview.coming, tracker)

    def is_all_in(self) -> bool:
        return not look_through(self.project, FolderChoice(str(self.root))).coming

    def fresh_texts(self) -> set[str]:
        """Return what a new project would have after importing the folder."""
        with (
            tempfile.TemporaryDirectory() as elsewhere,
            Project.create(Path(elsewhere) / "fresh.workbench") as project,
        ):
            Folder(self.root, project).bring_in()
            return texts(project)

    def document(self, name: str) -> DocumentId:
        return next(it.id for it in self.project.documents.all() if it.name == name)


def texts(project: Project) -> set[str]:
    return {project.documents.text(it) for it in project.documents.ids()}


@pytest.fixture
def folder(project: Project, tmp_path: Path) -> Folder:
    made = Folder(tmp_path / "papers", project)
    made.root.mkdir()
    for name, text in zip(NAMES, TEXTS, strict=False):
        made.write(name, text)
    made.bring_in()
    return made


@pytest.fixture(scope="module")
def places() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as made:
        yield Path(made)


@settings(max_examples=15)
@given(st.lists(CHANGES, min_size=1, max_size=3), st.integers(0, 3))
def test_importing_again_is_as_good_as_a_fresh_import(
    places: Path, rounds: list[list[Change]], stop_at: int
) -> None:
    def stop(progress: Progress) -> None:
        if progress.done >= stop_at:
            tracker.cancel()

    place = Path(tempfile.mkdtemp(dir=places))
    with Project.create(place / "p.workbench") as project:
        folder = Folder(place / "papers", project)
        folder.root.mkdir()
        folder.change([("write", name, TEXTS[0] + name) for name in NAMES[:3]])
        folder.bring_in()
        for changes in rounds:
            folder.change(changes)
            tracker = Tracker(stop)
            folder.bring_in(tracker)
            before, steps = state_of(project), len(project.history.steps())
            statuses = {it.status for it in folder.bring_in()}
            assert ImportStatus.FAILED not in statuses
            assert folder.fresh_texts() <= texts(project)
            assert folder.is_all_in()
            if len(project.history.steps()) > steps:
                after = state_of(project)
                project.undo()
                assert state_of(project) == before
                project.redo()
                assert state_of(project) == after
        assert check(project) == []


def test_a_copy_of_what_a_file_said_before_is_a_document_of_its_own(
    folder: Folder,
) -> None:
    folder.change([("copy", "a.txt", "old a.txt"), ("write", "a.txt", "Now this.")])
    outcomes = folder.bring_in()
    assert [f"{it.status} {it.name}" for it in outcomes] == [
        "new version a",
        "imported old a",
    ]
    assert folder.is_all_in()


def test_files_that_change_their_names_keep_their_documents(folder: Folder) -> None:
    folder.change(
        [("rename", "a.txt", "x.txt"), ("rename", "b.txt", "a.txt"),
         ("rename", "x.txt", "b.txt")]
    )  # fmt: skip
    assert folder.is_all_in()


def test_a_file_that_goes_back_to_what_it_said_is_a_version_again(
    folder: Folder,
) -> None:
    for text in ("Another text.", TEXTS[0]):
        folder.write("a.txt", text)
        assert [it.status for it in folder.bring_in()] == [ImportStatus.RENEWED]
        assert folder.is_all_in()
    assert folder.project.documents.version(folder.document("a")) == 3


def test_a_file_that_cannot_be_read_costs_itself_only(folder: Folder) -> None:
    folder.write("a.txt", b"")
    folder.write("b.txt", "Another text.")
    folder.write("e.txt", b"\0\0\0\0")
    folder.write("f.txt", "A new text.")
    outcomes = {it.name: it.status for it in folder.bring_in()}
    assert outcomes == {
        "a": ImportStatus.FAILED,
        "b": ImportStatus.RENEWED,
        "e": ImportStatus.FAILED,
        "f": ImportStatus.IMPORTED,
    }
    assert folder.project.documents.text(folder.document("a")) == TEXTS[0]
    assert check(folder.project) == []


@pytest.mark.parametrize("what", ["corrected", "marked", "removed"])
def test_a_document_that_changes_while_its_file_comes_in_is_left_alone(
    folder: Folder, what: str
) -> None:
    project, own = folder.project, folder.document("a")

    def meddle(progress: Progress) -> None:
        if not progress.label.endswith("b.txt"):
            return
        if what == "corrected":
            correct_text(project, own, Span(0, 3), "This")
        elif what == "marked":
            mark_passage(project, own, Span(4, 8))
        else:
            remove_documents(project, [own])

    folder.write("a.txt", "Another text.")
    folder.write("b.txt", "And another.")
    first, second = folder.bring_in(Tracker(meddle))
    assert (first.status, second.status) == (ImportStatus.FAILED, ImportStatus.RENEWED)
    assert "meanwhile" in first.error
    assert check(project) == []
    folder.bring_in()
    assert folder.is_all_in()
    assert "Another text." in texts(project)


def mail(body: str, attached: str = "") -> bytes:
    message = EmailMessage()
    message["Subject"] = "Tides"
    message.set_content(body)
    if attached:
        message.add_attachment(attached, filename="table.txt")
    return message.as_bytes()


def test_a_changed_mail_is_a_new_version_with_its_attachments(folder: Folder) -> None:
    folder.write("mail.eml", mail("See the table."))
    folder.bring_in()
    folder.write("mail.eml", mail("See the new table.", "High water at six."))
    assert [it.status for it in folder.bring_in()] == [
        ImportStatus.RENEWED,
        ImportStatus.IMPORTED,
    ]
    assert folder.is_all_in()
    assert any("High water" in it for it in texts(folder.project))


def test_an_attachment_is_not_taken_for_its_mail(folder: Folder) -> None:
    folder.write("mail.eml", mail("See the table.", "High water at six."))
    folder.bring_in()
    remove_documents(folder.project, [folder.document("mail")])
    folder.write("mail.eml", mail("See the new table.", "High water at six."))
    outcomes = folder.bring_in()
    assert [it.status for it in outcomes] == [
        ImportStatus.IMPORTED,
        ImportStatus.DUPLICATE,
    ]
    assert all(it.version == 1 for it in folder.project.documents.all())


def test_a_file_that_was_only_saved_again_does_not_come_again_and_again(
    folder: Folder,
) -> None:
    folder.write("report.pdf", pdf_of(["High water at six."]))
    folder.bring_in()
    own = folder.document("report")
    passage = mark_passage(folder.project, own, Span(0, 4), note="why")
    folder.write("report.pdf", pdf_of(["High water at six."], title="Tides"))
    assert [it.status for it in folder.bring_in()] == [ImportStatus.RENEWED]
    assert folder.is_all_in()
    assert folder.project.passages.get(passage).span == Span(0, 4)
    note = folder.project.notes.on(NoteTarget(NoteOn.PASSAGE, passage))
    assert note is not None
    assert note.text == "why"
    assert check(folder.project) == []


def test_nothing_is_remembered_of_an_import_that_was_stopped_at_once(
    folder: Folder,
) -> None:
    folder.write("e.txt", "A new text.")
    before, tracker = state_of(folder.project), Tracker()
    preview = look_through(folder.project, FolderChoice(str(folder.root)))
    tracker.cancel()
    [outcome] = import_folder(folder.project, preview.choice, preview.coming, tracker)
    assert outcome.error == "Not imported: cancelled."
    assert state_of(folder.project) == before
