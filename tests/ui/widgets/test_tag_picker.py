"""The tag picker is worked by keyboard alone and gives the focus back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.tag_choices import choices
from ui.widgets.tag_picker import TagPicker, Wish
from workbench.model.ids import TagId
from workbench.model.tags import Tag

Key = Qt.Key


def tag(number: int, path: str) -> Tag:
    return Tag(
        TagId(number),
        None,
        path.rsplit("/", maxsplit=1)[-1],
        path,
        number,
        number,
        3,
        3,
    )


TAGS = [
    tag(1, "mandate"),
    tag(2, "level"),
    tag(3, "level/vice minister"),
    tag(4, "private sector"),
]


class Asked:
    """What a picker asked for, and the keys to work it."""

    def __init__(self, picker: TagPicker, qtbot: QtBot) -> None:
        self.picker = picker
        self.qtbot = qtbot
        self.said: list[object] = []
        picker.chosen.connect(self.said.append)
        picker.create_requested.connect(self.said.append)

    def type(self, text: str, *keys: Key) -> None:
        field = self.picker.findChild(QLineEdit)
        assert field is not None
        self.qtbot.keyClicks(field, text)
        for key in keys:
            self.qtbot.keyClick(field, key)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.addWidget(QLineEdit())
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def asked(window: QWidget, qtbot: QtBot) -> Asked:
    return Asked(TagPicker(window), qtbot)


def test_typing_and_enter_choose_the_best_match(asked: Asked) -> None:
    asked.picker.open_at(QPoint(10, 10), TAGS)
    asked.type("vice", Key.Key_Return)
    assert asked.said == [3]
    assert not asked.picker.isVisible()


def test_arrows_move_through_what_was_found(asked: Asked) -> None:
    asked.picker.open_at(QPoint(10, 10), TAGS)
    asked.type("lev", Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Return)
    assert asked.said == [3]


def test_a_new_name_and_enter_ask_to_create_it(asked: Asked) -> None:
    asked.picker.open_at(QPoint(10, 10), TAGS)
    asked.type(" new / idea ", Key.Key_Return)
    assert asked.said == ["new/idea"]


def test_part_of_a_name_can_still_become_a_tag_of_its_own(asked: Asked) -> None:
    asked.picker.open_at(QPoint(10, 10), TAGS)
    asked.type("lev", Key.Key_PageDown, Key.Key_Return)
    assert asked.said == ["lev"]


def test_a_tag_can_be_looked_for_in_other_words_and_then_is_not_created(
    asked: Asked,
) -> None:
    field = asked.picker.findChild(QLineEdit)
    assert field is not None
    wish = Wish("Find the tag to show alone", can_create=False)
    asked.picker.open_at(QPoint(10, 10), TAGS, wish=wish)
    assert field.placeholderText() == field.accessibleName() == wish.words
    asked.type("lev")
    assert field.accessibleDescription() == "level, 3 passages"
    asked.type("x", Key.Key_Return)
    assert field.accessibleDescription() == "No tag has this name."
    assert asked.picker._nothing.isVisible()
    assert asked.said == []
    asked.type("", Key.Key_Backspace, Key.Key_Return)
    assert asked.said == [2]
    asked.picker.open_at(QPoint(10, 10), TAGS)
    assert field.placeholderText() == "Find or create a tag"
    asked.type("lev", Key.Key_PageDown, Key.Key_Return)
    assert asked.said == [2, "lev"]


def test_escape_leaves_without_asking(asked: Asked) -> None:
    asked.picker.open_at(QPoint(10, 10), TAGS)
    asked.type("lev", Key.Key_Escape)
    assert asked.said == []
    assert not asked.picker.isVisible()


def test_enter_without_any_tag_does_nothing(asked: Asked) -> None:
    asked.picker.open_at(QPoint(10, 10), [])
    asked.type("", Key.Key_Return)
    assert asked.said == []
    assert asked.picker.isVisible()


def test_recent_tags_come_first_and_what_was_typed_is_gone(asked: Asked) -> None:
    asked.picker.open_at(QPoint(10, 10), TAGS)
    asked.type("vice", Key.Key_Escape)
    asked.picker.open_at(QPoint(10, 10), TAGS, [TagId(4), TagId(2)])
    asked.type("", Key.Key_Down, Key.Key_Return)
    assert asked.said == [2]


def test_the_focus_goes_back_before_anyone_is_told(
    window: QWidget, asked: Asked
) -> None:
    before = window.findChild(QLineEdit)
    assert before is not None
    before.setFocus()
    focused: list[QWidget | None] = []
    asked.picker.chosen.connect(lambda _id: focused.append(QApplication.focusWidget()))
    asked.picker.open_at(QPoint(10, 10), TAGS)
    asked.type("", Key.Key_Return)
    assert focused == [before]


def test_it_stays_on_the_screen(asked: Asked) -> None:
    asked.picker.open_at(QPoint(100_000, 100_000), TAGS)
    room = asked.picker.screen().availableGeometry()
    assert room.contains(asked.picker.geometry())


def test_screen_readers_hear_what_enter_would_take(asked: Asked) -> None:
    asked.picker.open_at(QPoint(10, 10), TAGS)
    field = asked.picker.findChild(QLineEdit)
    assert field is not None
    asked.type("", Key.Key_Down)
    assert field.accessibleDescription() == "level, 3 passages"
    asked.type("xyz")
    assert field.accessibleDescription() == "Create tag xyz"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("LEVEL", ["level", "level/vice minister"]),
        ("level/vice minister", ["level/vice minister"]),
        ("m", ["mandate", "level/vice minister", "m"]),
        ("vice  minister", ["level/vice minister", "vice minister"]),
        ("/", ["mandate", "level", "level/vice minister", "private sector"]),
    ],
)
def test_what_is_offered_for_what_was_typed(typed: str, expected: list[str]) -> None:
    assert [choice.label for choice in choices(typed, TAGS, [])] == expected
