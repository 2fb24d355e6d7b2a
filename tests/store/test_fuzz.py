"""Long random runs, for `make fuzz`: undo, opening damaged files, and searching."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test

from tests.store.test_undo import TEXT, UndoMachine
from workbench.errors import WorkbenchError
from workbench.model.search import Scope, SearchOptions
from workbench.model.spans import Span
from workbench.operations.checking import check
from workbench.operations.importing import import_paths
from workbench.operations.passages import mark_passage
from workbench.project import Project

pytestmark = pytest.mark.fuzz

QUERY_PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            ["may", "US", "wh?t*", "fuzy~2", "r\"[a-z]+\"", "tag:", "title:", "date:",
             "[2007 to", "2023]", "AND", "OR", "NOT", "(", ")", '"', "'", "-", "+",
             "$55", "32%", "^2", "*", "?", "/x/", ":", "<", "NEAR", "\0", "é", "😀"]
        ),
        st.text(max_size=12),
        st.binary(max_size=12).map(lambda it: it.decode("utf-8", "surrogateescape")),
    ),
    max_size=12,
)  # fmt: skip


def test_undo_returns_every_state_of_long_random_work() -> None:
    run_state_machine_as_test(
        UndoMachine,
        settings=settings(
            max_examples=150,
            stateful_step_count=60,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("searched")
    (folder / "may.txt").write_text(TEXT.replace("\0", ""))
    (folder / "us.txt").write_text("The US grew 32 % to $55. It may be or not.\n")
    with Project.create(folder / "searched.workbench") as project:
        for outcome in import_paths(project, sorted(folder.glob("*.txt"))):
            assert outcome.document_id is not None
            mark_passage(project, outcome.document_id, Span(0, 8), new_tags=["a/b"])
    return Project.open(folder / "searched.workbench", read_only=True)


@given(
    pieces=QUERY_PIECES, blank=st.sampled_from(["", " "]), scope=st.sampled_from(Scope)
)
@settings(max_examples=4000, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_query_whatever_raises(
    searched: Project, pieces: list[str], blank: str, scope: Scope
) -> None:
    answer = searched.search(blank.join(pieces), SearchOptions(scope))
    for hit in answer.hits:
        text = searched.documents.text(hit.document_id)
        assert hit.span.of(text) == hit.text
        assert all(0 <= it.start < it.end <= len(text) for it in hit.matches)


@pytest.mark.parametrize("seed", range(300))
def test_a_file_with_random_damage_opens_whole_or_is_refused(
    tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    path = tmp_path / "damaged.workbench"
    (tmp_path / "memo.txt").write_text(TEXT.replace("\0", "") * 50)
    with Project.create(path) as project:
        (outcome,) = import_paths(project, [tmp_path / "memo.txt"])
        assert outcome.document_id is not None
        mark_passage(project, outcome.document_id, Span(0, 8), new_tags=["a/b"])
    content = bytearray(path.read_bytes())
    for _ in range(chance.choice([1, 10, 200])):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path.write_bytes(content)
    try:
        with Project.open(path) as project, project.reader() as view:
            check(view)
            view.search("may")
    except (WorkbenchError, ValueError, KeyError):
        pass  # a time or a kind of block that the damage made unreadable
    assert not (tmp_path / "damaged.workbench-lock").exists()
