from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.jobs import Cancelled, Tracker
from workbench.model.alignments import PairKind
from workbench.model.ids import DocumentId
from workbench.model.spans import Span
from workbench.model.zones import ZoneKind
from workbench.operations.comparing import compare_documents, pair_differences
from workbench.operations.importing import import_paths
from workbench.operations.zones import mark_zone
from workbench.project import Project

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    path = tmp_path_factory.mktemp("comparing") / "corpus.workbench"
    with Project.create(path) as project:
        import_paths(project, [CORPUS])
        yield project


def named(project: Project, name: str) -> DocumentId:
    return project.documents.find(name).id


def test_a_release_and_its_story_share_what_the_story_quotes(corpus: Project) -> None:
    release, story = named(corpus, "release-2022"), named(corpus, "story-controls")
    texts = corpus.documents.text(release), corpus.documents.text(story)
    pairs = compare_documents(corpus, release, story)
    shared = [(it.kind, it.a.of(texts[0])) for it in pairs]
    for quoted in (
        "common answers to emerging technologies of concern",
        "exporters, universities and other interested parties a regular hearing",
        "U.S.-Morvand Trade and Supply Security Dialogue Dual-Use Controls Group",
    ):
        assert (PairKind.VERBATIM, quoted) in shared
    [cut] = [it for it in pairs if it.kind is PairKind.ALTERED and "[the]" in
             it.b.of(texts[1])]  # fmt: skip
    diff = pair_differences(cut.a.of(texts[0]), cut.b.of(texts[1]))
    assert diff.removed == ()
    assert [it.of(cut.b.of(texts[1])) for it in diff.added] == ["[the]"]


def test_the_answer_does_not_depend_on_the_other_documents(
    corpus: Project, tmp_path: Path
) -> None:
    names = ("release-2022-controls-group.txt", "story-controls-group.txt")
    with Project.create(tmp_path / "two.workbench") as project:
        import_paths(project, [CORPUS / it for it in names])
        alone = compare_documents(project, *(it.id for it in project.documents.all()))
    both = named(corpus, "release-2022"), named(corpus, "story-controls")
    assert compare_documents(corpus, *both) == alone


def test_zones_are_left_out(tmp_path: Path) -> None:
    sentence = "Harbor masters inspected every grain vessel twice before winter."
    for name in ("one", "other"):
        (tmp_path / f"{name}.txt").write_text(
            f"{name} begins.\n\n{sentence}\n", "utf-8"
        )
    with Project.create(tmp_path / "study.workbench") as project:
        import_paths(project, [tmp_path / "one.txt", tmp_path / "other.txt"])
        one, other = named(project, "one"), named(project, "other")
        assert len(compare_documents(project, one, other)) == 1
        start = project.documents.text(one).index(sentence)
        span = Span(start, start + len(sentence))
        mark_zone(project, one, span, ZoneKind.OTHER)
        assert compare_documents(project, one, other) == []


def test_a_document_and_itself_give_what_it_says_twice(corpus: Project) -> None:
    statement = named(corpus, "statement-2023")
    pairs = compare_documents(corpus, statement, statement)
    assert pairs
    assert all(it.a.end <= it.b.start for it in pairs)


def test_comparing_stops_when_it_is_cancelled(corpus: Project) -> None:
    tracker = Tracker()
    tracker.cancel()
    both = named(corpus, "release-2022"), named(corpus, "story-controls")
    with pytest.raises(Cancelled):
        compare_documents(corpus, *both, tracker)
