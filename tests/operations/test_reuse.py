"""All documents are compared with each other once, as two side by side would be."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ImportText
from workbench.errors import ReadOnlyProject, WorkbenchError
from workbench.jobs import Cancelled, Progress, Tracker
from workbench.model.alignments import PairKind
from workbench.model.changes import Changes
from workbench.model.ids import DocumentId
from workbench.model.reuse import Reuse, ReuseUpdate
from workbench.model.spans import Span
from workbench.operations import reuse as reuse_module
from workbench.operations.comparing import compare_documents
from workbench.operations.documents import remove_documents
from workbench.operations.importing import import_paths
from workbench.operations.reuse import reuse_of, shared_pairs, update_reuse
from workbench.operations.sample import build_sample
from workbench.operations.versions import replace_document
from workbench.operations.zones import mark_zone
from workbench.project import Project
from workbench.text.comparing.fingerprints import MOST_COPIES
from workbench.views import ProjectView

SHARED = (
    "Northern harbors received seventeen tons of copper wire before the frost came."
)
OTHER = "Glass bottles travelled southward beneath straw in painted railway wagons."
A = f"The minister opened a school.\n\n{SHARED}\n\n{OTHER}\n"
B = f"Rain fell on Monday for hours.\n\nHe wrote: “{SHARED}”\n"
C = f"Nobody came to the concert.\n\n{OTHER}\n\nThe lamps went out.\n"


def assert_as_side_by_side(view: ProjectView) -> None:
    """What is kept must be what comparing each two documents gives."""
    counted = {(it.a, it.b): it for it in reuse_of(view).shared}
    for a, b in combinations(view.documents.ids(), 2):
        pairs = compare_documents(view, a, b)
        assert shared_pairs(view, a, b) == pairs
        if not pairs:
            assert (a, b) not in counted
            continue
        kinds = [it.kind for it in pairs]
        shared = counted[a, b]
        assert shared.verbatim == kinds.count(PairKind.VERBATIM)
        assert shared.altered == kinds.count(PairKind.ALTERED)
        assert shared.paraphrase == kinds.count(PairKind.PARAPHRASE)
        covered = {at for it in pairs for at in range(it.a.start, it.a.end)}
        assert shared.characters == len(covered)


def sharers(view: ProjectView) -> set[tuple[int, int]]:
    return {(it.a, it.b) for it in reuse_of(view).shared}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    path = tmp_path_factory.mktemp("sample") / "sample.workbench"
    with Project.create(path) as project:
        build_sample(project)
        update_reuse(project)
        yield project


def test_the_sample_is_compared_as_two_documents_are(sample: Project) -> None:
    assert reuse_of(sample).waiting == 0
    assert len(reuse_of(sample).shared) > 2
    assert_as_side_by_side(sample)


def test_pairs_are_given_from_either_side(sample: Project) -> None:
    shared = max(reuse_of(sample).shared, key=lambda it: it.statements)
    there = shared_pairs(sample, shared.a, shared.b)
    back = shared_pairs(sample, shared.b, shared.a)
    assert sorted((it.b, it.a) for it in back) == sorted((it.a, it.b) for it in there)
    assert [it.a for it in back] == sorted(it.a for it in back)
    assert shared_pairs(sample, shared.a, shared.a) == []


WORDS = ["copper", "wire", "harbor", "frost", "seven", "glass", "wagon", "straw", "the"]
sentence = st.lists(st.sampled_from(WORDS), min_size=4, max_size=12).map(
    lambda words: " ".join(words).capitalize() + "."
)
text = st.lists(sentence, min_size=1, max_size=4).map("\n\n".join)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(text, min_size=2, max_size=6, unique=True), st.data())
def test_any_corpus_in_any_batches_is_compared_as_two_documents_are(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("corpus")
    with Project.create(folder / "p.workbench") as project:
        for number, each in enumerate(texts):
            path = folder / f"{number}.txt"
            path.write_text(each)
            import_paths(project, [path])
            if data.draw(st.booleans()):
                update_reuse(project)
        update_reuse(project)
        assert_as_side_by_side(project)


def test_documents_of_formulas_are_compared_as_two_documents_are(
    project: Project, import_text: ImportText
) -> None:
    for rounds in (range(60), range(70), range(30, 90)):
        formulas = [
            f"In round {it} the sides exchanged tariff lists and agreed to meet."
            for it in rounds
        ]
        import_text("\n\n".join(formulas), f"{rounds}")
    update_reuse(project)
    assert len(sharers(project)) == 3
    assert_as_side_by_side(project)


def test_only_what_is_new_is_compared(
    project: Project, import_text: ImportText
) -> None:
    a, b = import_text(A, "a"), import_text(B, "b")
    assert reuse_of(project).waiting == 2
    assert update_reuse(project) == ReuseUpdate(2, 1)
    assert update_reuse(project) == ReuseUpdate(0, 0)
    c = import_text(C, "c")
    known = reuse_of(project)
    assert [(it.id, it.is_current) for it in known.documents] == [
        (a, True), (b, True), (c, False),
    ]  # fmt: skip
    assert sharers(project) == {(a, b)}
    assert update_reuse(project) == ReuseUpdate(1, 1)
    assert sharers(project) == {(a, b), (a, c)}
    assert_as_side_by_side(project)


def test_what_stands_twice_in_the_other_is_counted_twice_but_is_one_stretch(
    project: Project, import_text: ImportText
) -> None:
    import_text(A, "a")
    import_text(f"{SHARED}\n\nThe lamps went out.\n\n{SHARED}\n", "twice")
    update_reuse(project)
    (shared,) = reuse_of(project).shared
    assert shared.statements == 2
    assert shared.characters <= len(SHARED)
    assert_as_side_by_side(project)


def test_it_is_no_step_and_is_announced(
    project: Project, import_text: ImportText
) -> None:
    import_text(A, "a"), import_text(B, "b")
    steps = project.history.undo_label
    heard: list[Changes] = []
    project.subscribe(heard.append)
    update_reuse(project)
    assert project.history.undo_label == steps
    assert [it.touches("shared_statements") for it in heard] == [True]
    assert not any(it.label for it in heard)


def test_undo_and_redo_of_another_text(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    a, b = import_text(A, "a"), import_text(B, "b")
    update_reuse(project)
    later = tmp_path / "later.txt"
    later.write_text(C)
    replace_document(project, b, later)
    assert sharers(project) == set()
    assert shared_pairs(project, a, b) == []
    project.undo()
    assert sharers(project) == {(a, b)}
    assert reuse_of(project).waiting == 0
    project.redo()
    assert update_reuse(project) == ReuseUpdate(1, 1)
    assert_as_side_by_side(project)
    project.undo()
    assert reuse_of(project).waiting == 1
    update_reuse(project)
    assert_as_side_by_side(project)


def test_a_document_that_was_away_is_compared_with_what_came_meanwhile(
    project: Project, import_text: ImportText
) -> None:
    a, b = import_text(A, "a"), import_text(B, "b")
    update_reuse(project)
    remove_documents(project, [a])
    assert sharers(project) == set()
    project.undo()
    assert sharers(project) == {(a, b)}
    remove_documents(project, [a])
    update_reuse(project)
    project.undo()
    assert update_reuse(project).compared == 1
    assert sharers(project) == {(a, b)}
    assert_as_side_by_side(project)


def test_zones_are_left_out(project: Project, import_text: ImportText) -> None:
    a = import_text(A, "a")
    import_text(B, "b")
    update_reuse(project)
    start = A.index(SHARED)
    mark_zone(project, a, Span(start, start + len(SHARED)))
    assert reuse_of(project).waiting == 1
    update_reuse(project)
    assert sharers(project) == set()
    assert_as_side_by_side(project)


def test_what_was_compared_before_a_cancel_is_kept(
    project: Project, import_text: ImportText, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reuse_module, "BATCH_CHARACTERS", 1)
    a, b = import_text(A, "a"), import_text(B, "b")
    c, d = import_text(C, "c"), import_text(f"Last of all.\n\n{OTHER}\n", "d")

    def stop(progress: Progress) -> None:
        if progress.done == 2:
            tracker.cancel()

    tracker = Tracker(stop)
    with pytest.raises(Cancelled):
        update_reuse(project, tracker)
    assert [it.is_current for it in reuse_of(project).documents] == [
        True, True, False, False,
    ]  # fmt: skip
    assert sharers(project) == {(a, b)}
    assert update_reuse(project).compared == 2
    assert sharers(project) == {(a, b), (a, c), (a, d), (c, d)}
    assert_as_side_by_side(project)


def test_it_says_how_far_it_is(project: Project, import_text: ImportText) -> None:
    import_text(A, "a"), import_text(B, "b")
    said: list[Progress] = []
    update_reuse(project, Tracker(said.append))
    assert {it.total for it in said} == {2}
    assert [it.done for it in said] == sorted(it.done for it in said)
    assert said[0].label == "Comparing 0 of 2 documents"


def test_two_jobs_at_once_do_not_count_twice(
    project: Project, import_text: ImportText
) -> None:
    import_text(A, "a"), import_text(B, "b")
    begun: list[Progress] = []

    def meanwhile(progress: Progress) -> None:
        if not begun:
            begun.append(progress)
            update_reuse(project)

    with pytest.raises(WorkbenchError, match="compared by another job"):
        update_reuse(project, Tracker(meanwhile))
    assert_as_side_by_side(project)


def test_a_text_that_changes_meanwhile_is_compared_again(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    a, b = import_text(A, "a"), import_text(B, "b")
    later = tmp_path / "later.txt"
    later.write_text(C)
    begun: list[Progress] = []

    def meanwhile(progress: Progress) -> None:
        if not begun:
            begun.append(progress)
            replace_document(project, b, later)

    update_reuse(project, Tracker(meanwhile))
    assert [it.is_current for it in reuse_of(project).documents] == [True, False]
    assert sharers(project) == set()
    update_reuse(project)
    assert sharers(project) == {(a, b)}
    assert_as_side_by_side(project)


def test_a_project_to_read_only_is_not_compared(
    project: Project, import_text: ImportText
) -> None:
    import_text(A, "a")
    with Project.open(project.path, read_only=True) as other:
        with pytest.raises(ReadOnlyProject):
            update_reuse(other)
        assert reuse_of(other).waiting == 1


def test_another_way_to_compare_compares_all_anew(
    project: Project, import_text: ImportText, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_text(A, "a"), import_text(B, "b")
    update_reuse(project)
    monkeypatch.setattr(reuse_module, "METHOD", reuse_module.METHOD + 1)
    assert sharers(project) == set()
    assert update_reuse(project) == ReuseUpdate(2, 1)


def test_what_very_many_share_is_kept_with_the_first_of_them(
    project: Project, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    count = MOST_COPIES + 5
    for number in range(count):
        own = f"Number {number} stands alone here.\n\n{SHARED}\n"
        (folder / f"{number:03}.txt").write_text(own)
    import_paths(project, [folder])
    update_reuse(project)
    found = reuse_of(project)
    first = found.documents[0].id
    (everywhere,) = found.common
    assert everywhere.document_id == first
    assert everywhere.others == count - 1
    assert everywhere.span.of(project.documents.text(first)) in SHARED
    assert len(found.shared) < count * (count - 1) / 2
    assert {it.b for it in found.shared if it.a == first} == {
        it.id for it in found.documents[1:]
    }


NONSENSE = [
    (1, 0, 99_999, 2, 0, 5, "verbatim", 0.5),
    (1, 0, 5, 2, 3, 2**60, "verbatim", 0.5),
    (1, 0, 5, 77, 0, 5, "verbatim", 0.5),
    (2, 0, 5, 1, 0, 5, "altered", 0.5),
    (1, 0, 5, 1, 0, 5, "altered", 0.5),
    (1, 9, 5, 2, 0, 5, "paraphrase", 0.5),
    (1, -4, 5, 2, 0, 5, "paraphrase", 0.5),
    (1, 0, 5, 2, 0, 5, "verbatim", float("inf")),
    (1, 0, 5, 2, 0, 5, "verbatim", -1.0),
]


def test_rows_that_no_comparison_wrote_are_passed_over(
    project: Project, import_text: ImportText
) -> None:
    import_text(A, "a"), import_text(B, "b")
    update_reuse(project)
    expected = reuse_of(project), shared_pairs(project, DocumentId(1), DocumentId(2))
    project.checkpoint()
    with closing(sqlite3.connect(project.path)) as connection, connection:
        connection.executemany(
            "insert into shared_statements (a_document_id, a_start, a_end,"
            " b_document_id, b_start, b_end, kind, score)"
            " values (?, ?, ?, ?, ?, ?, ?, ?)",
            NONSENSE,
        )
        connection.execute(
            "insert into compared_documents (document_id, signature, fingerprint)"
            " values (78, '', '')"
        )
    found = reuse_of(project), shared_pairs(project, DocumentId(1), DocumentId(2))
    assert found == expected


@pytest.mark.parametrize("made_up", ["AAAA", "AQAAAA==", "?", "", "é"])
def test_a_made_up_fingerprint_does_no_harm(
    project: Project, import_text: ImportText, made_up: str
) -> None:
    import_text(A, "a"), import_text(B, "b")
    update_reuse(project)
    project.checkpoint()
    with closing(sqlite3.connect(project.path)) as connection, connection:
        connection.execute(
            "update compared_documents set fingerprint = ? where document_id = 1",
            [made_up],
        )
    import_text(C, "c")
    assert isinstance(reuse_of(project), Reuse)
    update_reuse(project)
    assert reuse_of(project).waiting == 0


def test_an_emptied_bin_leaves_no_trace(
    project: Project, import_text: ImportText
) -> None:
    a = import_text(A, "a")
    import_text(B, "b")
    update_reuse(project)
    remove_documents(project, [a])
    project.empty_bin()
    with closing(sqlite3.connect(project.path)) as connection:
        known = connection.execute("select document_id from compared_documents")
        assert a not in {row[0] for row in known}
        rows = connection.execute("select count(*) from shared_statements")
        assert rows.fetchone() == (0,)
