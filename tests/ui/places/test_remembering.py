"""What the window remembers of places between two starts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.places.arrangement import Arrangement, Kept, Strip, from_json, to_json
from ui.places.place import Tab, TabKind
from ui.session import MOST_POSITIONS, Session

numbers = st.integers(0, 10**7)
tabs = st.builds(Tab, st.sampled_from(TabKind), st.lists(numbers).map(tuple))
strips = st.builds(
    Strip,
    st.lists(
        st.builds(Kept, tabs, numbers, st.lists(numbers, max_size=4).map(tuple)),
        max_size=4,
    ).map(tuple),
    numbers,
    st.text(max_size=8),
)
arrangements = st.builds(
    Arrangement,
    st.lists(strips, max_size=2).map(tuple),
    st.lists(strips, max_size=2).map(tuple),
    st.lists(numbers, max_size=2).map(tuple),
    numbers,
)


@given(arrangements)
def test_an_arrangement_is_read_as_it_was_written(arrangement: Arrangement) -> None:
    assert from_json(to_json(arrangement)) == arrangement


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", '{"halves": [{}]}', '{"halves": "x"}']
)
def test_what_is_no_arrangement_is_none(text: str) -> None:
    assert from_json(text) is None


def test_an_arrangement_of_an_earlier_release_is_read() -> None:
    tabs = '[{"kind": "comparison", "ids": [1, 2], "offset": 0}]'
    strip = f'{{"tabs": {tabs}, "current": 0, "geometry": ""}}'
    text = f'{{"halves": [{strip}], "windows": [], "widths": [], "front": 0}}'
    kept = Kept(Tab(TabKind.COMPARISON, (1, 2)))
    assert from_json(text) == Arrangement((Strip((kept,)),))


def test_an_arrangement_survives_the_file(tmp_path: Path) -> None:
    arrangement = Arrangement((Strip((Kept(Tab(TabKind.DOCUMENT, (3,)), 40),)),))
    project = tmp_path / "a % b.workbench"
    Session(tmp_path / "it.ini").keep_arrangement(project, arrangement)
    session = Session(tmp_path / "it.ini")
    assert session.arrangement(project) == arrangement
    assert session.arrangement(tmp_path / "other.workbench") is None


def test_positions_belong_to_their_project_and_the_newest_are_kept(
    tmp_path: Path,
) -> None:
    session = Session(tmp_path / "it.ini")
    one, other = tmp_path / "one.workbench", tmp_path / "other.workbench"
    session.keep_positions(one, {number: number * 7 for number in range(1, 400)})
    session.keep_positions(other, {number: number for number in range(1, 200)})
    session.keep_positions(other, {3: 33})
    session = Session(tmp_path / "it.ini")
    ours, theirs = session.positions(one), session.positions(other)
    assert len(ours) + len(theirs) == MOST_POSITIONS
    assert len(theirs) == 199
    assert theirs[3] == 33
    assert min(ours) == 400 - len(ours)
    assert all(at == number * 7 for number, at in ours.items())


def test_a_spoiled_file_only_forgets(tmp_path: Path) -> None:
    path = tmp_path / "it.ini"
    path.write_text('[places]\npositions="[[1, 2]]"\n', encoding="utf-8")
    assert Session(path).positions(tmp_path / "one.workbench") == {}
