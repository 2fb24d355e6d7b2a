"""Undo and redo, for all operations at once."""

import contextlib
import sqlite3
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from tests.projects import state_of
from tests.store.import_rules import ImportRules
from tests.store.undo_rules import CaseRules, TableRules
from workbench.errors import (
    ChangedElsewhere,
    InvalidValue,
    NotFound,
    NothingToUndo,
)
from workbench.model.aliases import AliasLine, AliasName
from workbench.model.cells import AbsenceScope
from workbench.model.changes import Action, Changes
from workbench.model.ids import DocumentId
from workbench.model.links import LinkKind
from workbench.model.matrices import MatrixKind
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.search import Scope, SearchOptions
from workbench.model.spans import Span
from workbench.operations import (
    absences,
    aliases,
    documents,
    links,
    notes,
    passages,
    searches,
    tables,
    tags,
    versions,
    zones,
)
from workbench.operations.bin import restore
from workbench.operations.checking import check
from workbench.operations.importing import import_paths
from workbench.operations.tag_places import tag_places
from workbench.project import Project
from workbench.search import discarding
from workbench.search.indexing import wordlists
from workbench.search.reading import aliasing

TEXT = "The two sides met in May. 😀 They will meet again.\r\n- Not before June.\0"


def forget_readings() -> None:
    """Forget what searches keep for the next ones."""
    wordlists._kept.clear()
    aliasing._register.cache_clear()
    discarding._looked.cache_clear()


class UndoMachine(TableRules, CaseRules, ImportRules):
    """Random operations, undos and redos; each undo returns the exact state."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.root = Path(self.folder.name)
        self.project = Project.create(self.root / "undo.workbench", analyst="ana")
        self.told: list[Changes] = []
        self.project.subscribe(self.told.append)
        self.states = [state_of(self.project)]
        self.position = 0
        self.files = 0

    def teardown(self) -> None:
        self.recheck()
        assert check(self.project) == []
        self.project.close()
        self.folder.cleanup()

    def settle(self) -> None:
        """Remember the state when the history says that something was done.

        Whatever was done is one step and was told once.
        """
        # Sketches of texts are made beside the history, where they are missing.
        told = [it for it in self.told if it.ids.keys() != {"sketches"}]
        self.told.clear()
        assert len(told) <= 1
        done = [it for it in self.project.history.steps() if not it.is_undone]
        if len(done) > self.position or state_of(self.project) != self.now:
            del self.states[self.position + 1 :]
            self.position = len(done)
            del self.states[self.position :]
            self.states.append(state_of(self.project))
        assert len(self.states) > self.position

    @property
    def now(self) -> dict[str, list[Any]]:
        return self.states[self.position]

    @initialize()
    def begin(self) -> None:
        """Begin with one of much, so that most rules have something to work on."""
        self.add_document()
        self.create_tag("a/b")
        self.mark(2, 9, 0)
        self.mark(20, 8, 1)
        self.fill_table(0)
        self.note_absence(0, "zebra", AbsenceScope.ALL, is_dropped=False)
        self.describe_case(0, 0, "sides")
        self.decide_on_mentions(0, 0)
        self.keep_matrices(0, 0, MatrixKind.CASE)
        self.bring_in_folder(0, "why?")

    @rule(more=st.sampled_from(["", "A zebra.", "The sides."]))
    def add_document(self, more: str = "") -> None:
        self.files += 1
        path = self.root / f"file {self.files}.txt"
        text = f"{self.files} {TEXT}\n\n{more}"
        path.write_bytes(text.encode().replace(b"\0", b""))
        import_paths(self.project, [path])
        self.settle()

    @rule(start=st.integers(0, 40), length=st.integers(1, 10), pick=st.integers(0))
    def mark(self, start: int, length: int, pick: int) -> None:
        all_documents = self.project.documents.all()
        all_tags = self.project.tags.all()
        if all_documents:
            chosen = [all_tags[pick % len(all_tags)].id] if all_tags else []
            passages.mark_passage(
                self.project,
                all_documents[pick % len(all_documents)].id,
                Span(start, start + length),
                chosen,
                note="why" if pick % 3 == 0 else "",
            )
        self.settle()

    @rule(name=st.sampled_from(["a", "b", "a/b", "a/c/d", "É"]))
    def create_tag(self, name: str) -> None:
        tags.create_tag(self.project, name)
        self.settle()

    @rule(pick=st.integers(0), other=st.integers(0), what=st.integers(0, 4))
    def change_tags(self, pick: int, other: int, what: int) -> None:
        all_tags = self.project.tags.all()
        if all_tags:
            one = all_tags[pick % len(all_tags)].id
            two = all_tags[other % len(all_tags)].id
            with contextlib.suppress(InvalidValue):
                [
                    lambda: tags.rename_tag(self.project, one, f"n{other}"),
                    lambda: tags.recolor_tag(self.project, one, other),
                    lambda: tags.move_tag(self.project, one, two),
                    lambda: tags.merge_tags(self.project, [one], two),
                    lambda: tags.remove_tags(self.project, [one]),
                ][what]()
        self.settle()

    @rule(
        text=st.sampled_from(["", "a note", "another\0 note 😀"]), pick=st.integers(0)
    )
    def note(self, text: str, pick: int) -> None:
        targets = [NoteTarget(NoteOn.PROJECT)]
        targets += [
            NoteTarget(NoteOn.DOCUMENT, it.id) for it in self.project.documents.all()
        ]
        targets += [NoteTarget(NoteOn.TAG, it.id) for it in self.project.tags.all()]
        notes.write_note(self.project, targets[pick % len(targets)], text)
        self.settle()

    @rule(pick=st.integers(0), what=st.integers(0, 3), kind=st.sampled_from(LinkKind))
    def link(self, pick: int, what: int, kind: LinkKind) -> None:
        project = self.project
        made, marked = project.links.all(), project.passages.all()
        with contextlib.suppress(InvalidValue):
            if what == 0 and made:
                links.change_link(project, made[pick % len(made)].id, kind, f"{pick}")
            elif what == 1 and made:
                links.remove_links(project, [made[pick % len(made)].id])
            elif marked:
                one, other = marked[pick % len(marked)], marked[pick // 2 % len(marked)]
                links.link_passages(project, one.id, other.id, kind)
        self.settle()

    @rule(pick=st.integers(0), what=st.integers(0, 2))
    def remove(self, pick: int, what: int) -> None:
        project = self.project
        if what == 0 and (found := project.documents.all()):
            documents.remove_documents(project, [found[pick % len(found)].id])
        elif what == 1 and (marked := project.passages.all()):
            passages.remove_passages(project, [marked[pick % len(marked)].id])
        elif what == 2 and (made := project.tables.all()):
            tables.remove_table(project, made[pick % len(made)][0])
        self.settle()

    @rule(pick=st.integers(0), what=st.integers(0, 3), at=st.integers(0, 40))
    def change_text(self, pick: int, what: int, at: int) -> None:
        found = self.project.documents.all()
        if found:
            document = found[pick % len(found)]
            with contextlib.suppress(InvalidValue):
                self._change_text(document.id, what, at)
        self.settle()

    def _change_text(self, document_id: DocumentId, what: int, at: int) -> None:
        project = self.project
        if what == 0:
            text = project.documents.text(document_id)
            path = self.root / "new version.txt"
            path.write_bytes(f"{text[:at]} new zebra words {text[at:]}".encode())
            versions.replace_document(project, document_id, path)
        elif what == 1:
            versions.correct_text(project, document_id, Span(at, at + 2), "xyz")
        elif what == 2:
            zones.mark_zone(project, document_id, Span(at, at + 9))
        else:
            zones.remove_zones(project, project.zones.of_document(document_id))

    @rule(pick=st.integers(0), what=st.integers(0, 4), name=st.integers(0, 5))
    def change_aliases(self, pick: int, what: int, name: int) -> None:
        project = self.project
        groups = project.aliases.groups()
        names = [AliasName(f"name {name}"), AliasName(f"N{pick % 7}", name % 2 == 0)]
        with contextlib.suppress(InvalidValue):
            if what == 0 or not groups:
                aliases.add_group(project, names)
            else:
                chosen = groups[pick % len(groups)].id
                line = AliasLine(tuple(names), is_automatic=pick % 2 == 0)
                [
                    lambda: aliases.set_names(project, chosen, names),
                    lambda: aliases.set_automatic(
                        project, [chosen], is_automatic=pick % 2 == 0
                    ),
                    lambda: aliases.remove_groups(project, [chosen]),
                    lambda: aliases.change_group(project, chosen, line),
                ][what - 1]()
        self.settle()

    @rule(pick=st.integers(0), what=st.integers(0, 2), name=st.text("abA", max_size=2))
    def keep_searches(self, pick: int, what: int, name: str) -> None:
        project = self.project
        saved = project.searches.saved()
        options = SearchOptions(list(Scope)[pick % len(Scope)], zones=pick % 3 == 0)
        with contextlib.suppress(InvalidValue):
            if what == 0 or not saved:
                searches.save_search(project, name, f"may {pick}", options)
            elif what == 1:
                searches.rename_search(project, saved[pick % len(saved)].id, name)
            else:
                searches.remove_searches(project, [saved[pick % len(saved)].id])
        self.settle()

    @rule(
        query=st.sampled_from(["the", "may OR june", '"two sides"', "met May"]),
        pick=st.integers(0),
        what=st.integers(0, 2),
    )
    def judge_hits(self, query: str, pick: int, what: int) -> None:
        project = self.project
        answer = project.search(query)
        places = [(hit.document_id, it) for hit in answer.hits for it in hit.matches]
        discarded = project.searches.discards(answer.words)
        if what == 0 and places:
            chosen = places[pick % len(places) :]
            searches.discard_hits(project, answer.words, chosen)
            assert not {*chosen} & {
                (hit.document_id, it)
                for hit in project.search(query).hits
                for it in hit.matches
            }
        elif what == 1 and places:
            tag_places(project, places[: 1 + pick % 5], ["hit", "hit/one"])
        elif discarded:
            searches.restore_hits(project, [it.id for it in discarded[: pick % 4]])
        self.settle()

    @rule(query=st.sampled_from(["may", "june", "met"]), forgets=st.booleans())
    def ask(self, query: str, forgets: bool) -> None:
        before = state_of(self.project)
        steps = self.project.history.steps()
        answer = self.project.search(query)
        searches.remember_search(self.project, query, SearchOptions(), answer)
        if forgets:
            searches.forget_history(self.project)
        assert len(self.told) == 1 + forgets
        self.told.clear()
        assert state_of(self.project) == before
        assert self.project.history.steps() == steps

    @rule(
        query=st.sampled_from(["mey~1", "/m.*t/", "name", "the", "alias:N3", "words"]),
        zones=st.booleans(),
    )
    def ask_again(self, query: str, zones: bool) -> None:
        """What is kept between searches never makes a difference."""
        options = SearchOptions(zones=zones)
        answer = self.project.search(query, options)
        with self.project.reader() as view:
            assert view.search(query, options) == answer
        forget_readings()
        assert self.project.search(query, options) == answer

    @rule()
    def recheck(self) -> None:
        """What the program finds out stands beside the history."""
        before, steps = state_of(self.project), self.project.history.steps()
        self.check_absences()
        assert {it for told in self.told for it in told.ids} <= {absences.TABLE}
        self.told.clear()
        assert state_of(self.project) == before
        assert self.project.history.steps() == steps

    @precondition(lambda self: self.position > 15)
    @rule()
    def empty_bin(self) -> None:
        self.project.empty_bin()
        self.told.clear()
        assert self.project.bin.all() == self.project.history.steps() == []
        assert check(self.project) == []
        self.states = [state_of(self.project)]
        self.position = 0

    @rule(pick=st.integers(0))
    def restore(self, pick: int) -> None:
        entries = self.project.bin.all()
        if entries:
            with contextlib.suppress(NotFound):
                restore(self.project, [entries[pick % len(entries)]])
        self.settle()

    @precondition(lambda self: self.position > 0)
    @rule()
    def undo(self) -> None:
        self.project.undo()
        assert [it.action for it in self.told] == [Action.UNDONE]
        self.told.clear()
        self.position -= 1
        assert state_of(self.project) == self.now

    @precondition(lambda self: self.position < len(self.states) - 1)
    @rule()
    def redo(self) -> None:
        self.project.redo()
        assert [it.action for it in self.told] == [Action.REDONE]
        self.told.clear()
        self.position += 1
        assert state_of(self.project) == self.now

    @rule()
    def reopen(self) -> None:
        self.project.close()
        self.project = Project.open(self.project.path, analyst="ana")
        self.project.subscribe(self.told.append)


TestUndo = UndoMachine.TestCase
TestUndo.settings = settings(
    max_examples=15,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def test_undo_works_after_reopening(project: Project) -> None:
    tags.create_tag(project, "level")
    project.close()
    with Project.open(project.path) as again:
        assert again.undo().label == "Create tag “level”"
        assert again.tags.all() == []
        assert again.redo().label == "Create tag “level”"


def test_nothing_to_undo_is_said(project: Project) -> None:
    with pytest.raises(NothingToUndo, match="nothing to undo"):
        project.undo()
    with pytest.raises(NothingToUndo, match="nothing to redo"):
        project.redo()


@pytest.mark.parametrize(
    "meddling",
    [
        "update tags set name = 'theirs'",
        "delete from tags",
        "insert into tags (parent_id, name) select id, 'beneath' from tags",
    ],
)
def test_undo_refuses_when_another_tool_changed_the_rows(
    project: Project, meddling: str
) -> None:
    tags.create_tag(project, "level")
    project.close()
    with contextlib.closing(sqlite3.connect(project.path)) as connection, connection:
        connection.execute("pragma foreign_keys = on")
        connection.execute(meddling)
    with Project.open(project.path) as again:
        before = state_of(again)
        with pytest.raises(ChangedElsewhere, match="another program changed"):
            again.undo()
        assert state_of(again) == before


def test_a_failing_operation_changes_nothing(project: Project) -> None:
    with pytest.raises(ZeroDivisionError), project.operation("Fail") as edit:
        edit.tags.add("half", None, None)
        raise ZeroDivisionError
    assert project.tags.all() == []
    assert project.history.steps() == []


def test_typing_becomes_one_step(project: Project) -> None:
    target = NoteTarget(NoteOn.PROJECT)
    for text in ["W", "Wh", "Why"]:
        notes.write_note(project, target, text)
    assert [it.label for it in project.history.steps()] == ["Write note on project"]
    project.undo()
    assert project.notes.on(target) is None
    project.redo()
    assert project.notes.on(target).text == "Why"


def test_two_hundred_steps_are_kept(project: Project) -> None:
    for number in range(250):
        tags.create_tag(project, f"tag {number}")
    for _ in range(200):
        project.undo()
    assert len(project.tags.all()) == 50


def test_an_operation_that_changes_nothing_is_no_step(project: Project) -> None:
    tags.create_tag(project, "level")
    tags.create_tag(project, "LEVEL")
    assert len(project.history.steps()) == 1


def test_listeners_hear_of_each_change_once(project: Project) -> None:
    heard = []
    stop = project.subscribe(heard.append)
    tags.create_tag(project, "a/b")
    project.undo()
    stop()
    project.redo()
    assert [(it.label, it.action) for it in heard] == [
        ("Create tag “a/b”", "done"),
        ("Create tag “a/b”", "undone"),
    ]
    assert all(it.touches("tags") for it in heard)
