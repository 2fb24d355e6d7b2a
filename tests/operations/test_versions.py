"""A document gets another text, and every passage goes along or stays behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ImportText
from workbench.errors import InvalidValue, WorkbenchError
from workbench.jobs import Progress, Tracker
from workbench.model.anchors import AnchorKind
from workbench.model.documents import VersionChange
from workbench.model.ids import DocumentId, PassageId
from workbench.model.passages import AnchorState
from workbench.model.spans import Span
from workbench.operations.checking import check
from workbench.operations.passages import mark_passage
from workbench.operations.versions import (
    accept_places,
    correct_text,
    keep_as_orphans,
    place_passage,
    replace_document,
)
from workbench.operations.zones import mark_zone
from workbench.project import Project

TEXT = (
    "The council met in Oslo on Monday.\n\n"
    "It will open three ports. The chair spoke for an hour about herring.\n\n"
    "Ferries are to run twice a day between the islands.\n\n"
    "It will open three ports. Nobody disagreed with the plan for long.\n"
)


def mark(
    project: Project, document_id: DocumentId, quote: str, nth: int = 0
) -> PassageId:
    """Mark the nth place where a quote stands."""
    text = project.documents.text(document_id)
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return mark_passage(project, document_id, Span(start, start + len(quote)))


def later(tmp_path: Path, text: str) -> Path:
    """Write the text of a new version into a file."""
    path = tmp_path / "later.txt"
    path.write_text(text, newline="")
    return path


def test_a_new_version_takes_every_passage_along(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    document_id = import_text(TEXT)
    unchanged = mark(project, document_id, "council met in Oslo")
    edited = mark(project, document_id, "The chair spoke for an hour about herring.")
    gone = mark(project, document_id, "Ferries are to run twice a day")
    second = mark(project, document_id, "It will open three ports.", 1)
    new = TEXT.replace("an hour about", "two hours about").replace(
        "Ferries are to run twice a day between the islands.\n\n", ""
    )
    replacement = replace_document(project, document_id, later(tmp_path, new))
    kinds = {move.passage_id: move.kind for move in replacement.moves}
    assert kinds == {
        unchanged: AnchorKind.UNCHANGED,
        edited: AnchorKind.EDITED,
        gone: AnchorKind.ORPHANED,
        second: AnchorKind.MOVED,
    }
    place = new.index("It will open", new.index("It will open") + 1)
    assert project.passages.get(second).span == Span(place, place + 25)
    assert project.passages.get(edited).quote.startswith("The chair spoke for two")
    assert {it.id for it in project.passages.to_review()} == {edited, gone}
    orphan = project.passages.get(gone)
    assert (orphan.anchor, orphan.version) == (AnchorState.ORPHANED, 1)
    assert check(project) == []


def test_the_old_version_stays_readable_with_its_passages(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    document_id = import_text(TEXT)
    gone = mark(project, document_id, "Ferries are to run")
    second = mark(project, document_id, "Nobody disagreed")
    before = project.passages.of_document(document_id)
    replace_document(project, document_id, later(tmp_path, "News. " + TEXT[:80]))
    replace_document(project, document_id, later(tmp_path, "More. " + TEXT))
    new = mark(project, document_id, "More.")
    versions = project.versions.of_document(document_id)
    assert [it.change for it in versions] == [
        VersionChange.IMPORTED,
        VersionChange.REPLACED,
        VersionChange.REPLACED,
    ]
    assert project.documents.text(document_id, 1) == TEXT
    assert [it.passage_id for it in project.passages.places_in(document_id, 1)] == [
        gone,
        second,
    ]
    assert [it.span for it in project.passages.places_in(document_id, 1)] == [
        it.span for it in before
    ]
    assert project.passages.places_in(document_id, 2) == []
    now = project.passages.places_in(document_id, 3)
    assert [it.passage_id for it in now] == [new, gone, second]
    assert all(it.span.of("More. " + TEXT) == it.quote for it in now)


def test_a_text_that_was_replaced_meanwhile_is_not_replaced_blindly(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    document_id = import_text(TEXT)
    mark(project, document_id, "council met in Oslo")
    (tmp_path / "other.txt").write_text(TEXT + "\nAn afterthought.\n")
    others = [tmp_path / "other.txt"]

    def replace_first(_progress: Progress) -> None:
        while others:
            replace_document(project, document_id, others.pop())

    path = later(tmp_path, TEXT + "\nA second thought.\n")
    with pytest.raises(WorkbenchError, match="was changed meanwhile"):
        replace_document(project, document_id, path, Tracker(replace_first))
    assert project.documents.text(document_id).endswith("An afterthought.\n")
    assert check(project) == []


def test_replacing_is_one_step_to_undo(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    document_id = import_text(TEXT)
    mark(project, document_id, "Ferries are to run")
    mark_zone(project, document_id, Span(0, 34))
    before = project.passages.all(), project.zones.of_document(document_id)
    replace_document(project, document_id, later(tmp_path, "Other words.\n"))
    assert project.history.undo_label == "Replace “memo” by version 2"
    assert project.zones.of_document(document_id) == []
    project.undo()
    assert project.documents.get(document_id).version == 1
    assert (project.passages.all(), project.zones.of_document(document_id)) == before
    assert check(project) == []


def test_the_analyst_decides_about_what_is_not_certain(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    document_id = import_text(TEXT)
    edited = mark(project, document_id, "The chair spoke for an hour about herring.")
    wrong = mark(project, document_id, "Ferries are to run twice a day")
    gone = mark(project, document_id, "met in Oslo on Monday")
    new = (
        TEXT.replace("an hour", "two long hours")
        .replace("run twice a day", "run every other night")
        .replace("The council met in Oslo on Monday.", "")
    )
    replace_document(project, document_id, later(tmp_path, new))
    accept_places(project, [edited])
    start = new.index("Nobody")
    place_passage(project, gone, Span(start, start + 6))
    keep_as_orphans(project, [wrong])
    assert project.passages.to_review() == []
    states = {it.id: it.anchor for it in project.passages.all()}
    assert states == {
        edited: AnchorState.EXACT,
        wrong: AnchorState.ORPHANED,
        gone: AnchorState.EXACT,
    }
    orphan = project.passages.get(wrong)
    assert orphan.quote == "Ferries are to run twice a day"
    assert orphan.version == 1
    assert check(project) == []


def test_a_typo_is_corrected_in_place(
    project: Project, import_text: ImportText
) -> None:
    document_id = import_text("They plan to identity it.\n\nThen they stop.\n")
    around = mark(project, document_id, "plan to identity it")
    behind = mark(project, document_id, "they stop")
    start = len("They plan to ")
    correct_text(project, document_id, Span(start, start + 8), "identify")
    assert project.passages.get(around).quote == "plan to identify it"
    assert project.passages.get(behind).quote == "they stop"
    assert project.passages.to_review() == []
    version = project.versions.of_document(document_id)[-1]
    assert (version.change, version.number) == (VersionChange.CORRECTED, 2)
    assert project.documents.original(document_id).startswith(b"They plan to identity")
    assert project.search("identify").documents == 1
    correct_text(project, document_id, Span(0, 4), "We two")
    assert project.passages.get(behind).quote == "they stop"
    assert [it.quote for it in project.passages.places_in(document_id, 2)] == [
        "plan to identify it",
        "they stop",
    ]
    assert check(project) == []


@pytest.mark.parametrize("over", ["Ferries", "council", "long"])
def test_a_correction_leaves_an_orphan_with_its_own_text(
    project: Project, import_text: ImportText, tmp_path: Path, over: str
) -> None:
    document_id = import_text(TEXT)
    gone = mark(project, document_id, "The chair spoke for an hour about herring.")
    new = TEXT.replace(" The chair spoke for an hour about herring.", "")
    replace_document(project, document_id, later(tmp_path, new))
    orphan = project.passages.get(gone)
    assert orphan.anchor is AnchorState.ORPHANED
    start = new.index(over)
    correct_text(project, document_id, Span(start, start + len(over)), "Other words")
    assert project.passages.get(gone) == orphan
    assert check(project) == []


@pytest.mark.parametrize(
    ("quote", "corrected"),
    [
        ("They plan to identif", "They plan to identify"),
        ("identif", "identify"),
        ("to identif it", "to identify it"),
        ("to ident", "to ident"),
        (" it.", " it."),
    ],
)
def test_a_passage_that_ends_with_the_typo_ends_with_what_is_right(
    project: Project, import_text: ImportText, quote: str, corrected: str
) -> None:
    document_id = import_text("They plan to identif it.\r\n\r\nThen 🙂 they stop.\r\n")
    passage_id = mark(project, document_id, quote)
    start = len("They plan to ")
    correct_text(project, document_id, Span(start, start + 7), "identify")
    passage = project.passages.get(passage_id)
    assert passage.quote == corrected
    assert not passage.needs_review


def test_what_no_text_can_hold_is_not_typed_into_one(
    project: Project, import_text: ImportText
) -> None:
    document_id = import_text(TEXT)
    for characters in ("\ud800", "a\0b"):
        with pytest.raises(InvalidValue, match="no text can hold"):
            correct_text(project, document_id, Span(4, 11), characters)
    assert project.documents.text(document_id) == TEXT


def test_two_places_that_become_one_are_looked_at_and_counted_once(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    line = "Subscribe to our newsletter today"
    document_id = import_text(f"An opening.\n\n{line}\n\nThe body.\n\n{line}\n")
    both = {mark(project, document_id, line, nth) for nth in (0, 1)}
    for place in [project.passages.get(it).span for it in both]:
        mark_zone(project, document_id, place)
    new = f"An opening.\n\n{line}\n"
    replace_document(project, document_id, later(tmp_path, new))
    assert {it.id for it in project.passages.to_review()} == both
    [zone] = project.zones.of_document(document_id)
    assert zone.quote == line
    assert project.documents.get(document_id).words == 2
    project.undo()
    assert len(project.zones.of_document(document_id)) == 2
    assert check(project) == []


def test_zones_that_were_typed_over_become_one(
    project: Project, import_text: ImportText
) -> None:
    document_id = import_text("Menu here now, ads there then. The body begins.\n")
    mark_zone(project, document_id, Span(5, 9))
    mark_zone(project, document_id, Span(10, 13))
    correct_text(project, document_id, Span(0, 29), "So")
    [zone] = project.zones.of_document(document_id)
    assert zone.quote == "So"
    assert project.documents.get(document_id).words == 3
    assert check(project) == []


def test_what_cannot_be_replaced_or_corrected_is_said(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    document_id = import_text(TEXT)
    with pytest.raises(InvalidValue, match="says the same as “memo”"):
        replace_document(project, document_id, later(tmp_path, TEXT))
    with pytest.raises(InvalidValue, match="inside one paragraph"):
        correct_text(project, document_id, Span(30, 50), "x")
    with pytest.raises(InvalidValue, match="cannot be left empty"):
        correct_text(project, document_id, Span(0, 34), " ")
    assert [it.label for it in project.history.steps()] == ["Import document"]


EDITS = st.lists(
    st.tuples(
        st.integers(0, 230),
        st.integers(0, 40),
        st.sampled_from(["", "ab c", "\n\nNew. "]),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(edits=EDITS, spans=st.lists(st.tuples(st.integers(0, 200), st.integers(1, 50))))
def test_whatever_changes_nothing_is_lost(
    tmp_path_factory: pytest.TempPathFactory,
    edits: list[tuple[int, int, str]],
    spans: list[tuple[int, int]],
) -> None:
    folder = tmp_path_factory.mktemp("versions")
    (folder / "memo.txt").write_text(TEXT)
    with Project.create(folder / "p.workbench") as project:
        from workbench.operations.importing import import_paths

        [outcome] = import_paths(project, [folder / "memo.txt"])
        document_id = outcome.document_id
        assert document_id is not None
        for start, length in spans:
            end = min(start + length, len(TEXT))
            mark_passage(project, document_id, Span(start, end))
        before = project.passages.of_document(document_id)
        text = TEXT
        for start, length, inserted in edits:
            text = text[:start] + inserted + text[start + length :]
        if text.strip() and text != TEXT:
            replace_document(project, document_id, later(folder, text))
        assert {it.id for it in project.passages.all()} == {it.id for it in before}
        assert check(project) == []
        places = project.passages.places_in(document_id, 1)
        assert {it.passage_id: it.span for it in places} == {
            it.id: it.span for it in before
        }
        if project.history.undo_label.startswith("Replace"):
            project.undo()
        assert project.passages.of_document(document_id) == before
