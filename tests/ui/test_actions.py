"""Actions and keys as data: what may share a key, and what a file may choose."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.actions import ACTIONS, MENUS, Place, plain, spec_of
from ui.key_rules import holders, keys_in_force, meet, normal, objection
from ui.keymap import explain, keymap, new_action, undo_hint

IDS = [it.id for it in ACTIONS]
KEYS = (
    "A",
    "T",
    "Q",
    "F2",
    "Ctrl+K",
    "Ctrl+B",
    "Alt+P",
    "Tab",
    "Ctrl+V",
    "",
    "Foo",
    "é",
)
CHOSEN = st.dictionaries(
    st.sampled_from([*IDS, "nothing.known"]),
    st.lists(st.sampled_from(KEYS), max_size=3),
)


@pytest.fixture(autouse=True)
def _usual_keys() -> Iterator[None]:
    yield
    keymap.use({})


def clashes(keys: dict[str, tuple[str, ...]]) -> list[tuple[str, str, str]]:
    return [
        (one.id, other.id, key)
        for one, other in combinations(ACTIONS, 2)
        if meet(one.place, other.place)
        for key in set(keys[one.id]) & set(keys[other.id])
    ]


def test_ids_differ_and_every_action_has_words() -> None:
    assert len(IDS) == len(set(IDS))
    assert all(it.text and it.tip for it in ACTIONS)
    assert {it.menu for it in ACTIONS} <= {"", *MENUS}


@pytest.mark.parametrize("spec", ACTIONS, ids=IDS)
def test_usual_keys_are_keys_that_a_person_could_choose(spec) -> None:
    for key in spec.keys:
        assert normal(key) == key
        assert objection(key, spec.place) == ""


def test_no_two_actions_share_a_key_where_both_are_heard() -> None:
    assert clashes({it.id: it.keys for it in ACTIONS}) == []
    assert keys_in_force({}) == {it.id: it.keys for it in ACTIONS}


@settings(max_examples=50)
@given(CHOSEN)
def test_whatever_a_file_chooses_no_key_means_two_things(
    chosen: dict[str, list[str]],
) -> None:
    keys = keys_in_force(chosen)
    assert set(keys) == set(IDS)
    assert clashes(keys) == []
    for spec in ACTIONS:
        assert not any(objection(key, spec.place) for key in keys[spec.id])


def test_a_chosen_key_goes_before_a_usual_one_and_gives_it_back() -> None:
    keys = keys_in_force({"passage.grow": ["T"]})
    assert keys["passage.grow"] == ("T",)
    assert keys["passage.tag"] == ()
    assert keys_in_force({})["passage.tag"] == ("T",)


@pytest.mark.parametrize(
    ("key", "place", "words"),
    [
        ("G", Place.WINDOW, "is for typing there"),
        ("Shift+G", Place.TABLE, "is for typing there"),
        ("Del", Place.WINDOW, "is for typing there"),
        ("G", Place.READER, ""),
        ("Del", Place.TAGS, ""),
        ("Return", Place.READER, "moves and opens"),
        ("Shift+Tab", Place.TAGS, "moves and opens"),
        ("Ctrl+V", Place.WINDOW, "belongs to text fields"),
        ("Ctrl+C", Place.READER, ""),
        ("Alt+P", Place.READER, "opens the Project menu"),
        ("F9", Place.WINDOW, ""),
        ("no key", Place.READER, "not a key"),
        ("Ctrl+K, Ctrl+B", Place.WINDOW, "not a key"),
    ],
)
def test_keys_are_refused_where_they_cannot_work(
    key: str, place: Place, words: str
) -> None:
    assert words in objection(key, place)
    assert bool(words) == bool(objection(key, place))


def test_a_key_of_the_window_is_heard_everywhere_and_one_of_the_text_beside() -> None:
    tree, text = spec_of("tags.rename"), spec_of("passage.tag")
    assert spec_of("edit.search") in holders("Ctrl+K", tree, keys_in_force({}))
    assert spec_of("compare.lock") in holders("L", text, keys_in_force({}))
    assert holders("T", tree, keys_in_force({})) == []


def test_actions_and_tooltips_follow_the_keymap(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    action = new_action("tags.rename", owner)
    explain(owner, "Rename", "tags.rename")
    keymap.use({"tags.rename": ["F4"]})
    assert [it.toString() for it in action.shortcuts()] == ["F4"]
    assert owner.toolTip() == "Rename (F4)"
    keymap.use({"tags.rename": []})
    assert action.shortcuts() == []
    assert owner.toolTip() == "Rename"


def test_sentences_name_the_key_in_force_or_the_menu() -> None:
    assert keymap.way_to("passage.tag") == "press T"
    keymap.use({"passage.tag": [], "edit.undo": ["Ctrl+U"]})
    assert keymap.way_to("passage.tag") == "choose Passage > Tag…"
    assert undo_hint() == "Ctrl+U to undo"


def test_a_binding_ends_with_its_action(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    action = new_action("tags.rename", owner)
    with qtbot.wait_signal(action.destroyed):
        action.deleteLater()
    keymap.use({"tags.rename": ["F4"]})
    assert owner.findChildren(QAction) == []
    assert plain("&Edit") == "Edit"
