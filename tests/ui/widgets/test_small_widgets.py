"""Chips, rows, labels and headers show what they are given and say so aloud."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLabel, QListView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ui import colors, theme
from ui.widgets.badge import Badge, paint_badge
from ui.widgets.elided import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.plain import PlainLabel, plain_tooltip, wrapped_label
from ui.widgets.rows import ROW_HEIGHT, Role, TwoLineDelegate, fitting_badges
from ui.widgets.section_header import SectionHeader
from ui.widgets.swatch import swatch_icon
from ui.widgets.tag_chip import TagChip


@pytest.fixture(params=[theme.LIGHT, theme.DARK], ids=["light", "dark"])
def tokens(request: pytest.FixtureRequest) -> Iterator[theme.Tokens]:
    colors.use(request.param)
    yield request.param
    colors.use(theme.LIGHT)


def test_a_chip_asks_by_mouse_and_by_keyboard(qtbot: QtBot) -> None:
    chip = TagChip("level", 1)
    qtbot.addWidget(chip)
    chip.show()
    asked: list[str] = []
    chip.activated.connect(lambda: asked.append("open"))
    chip.removed.connect(lambda: asked.append("remove"))
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    qtbot.keyClick(chip, Qt.Key.Key_Return)
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    button = chip.findChild(QToolButton)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == ["open", "open", "open", "remove", "remove"]
    assert chip.accessibleName() == "Tag level"


def test_a_chip_that_cannot_be_removed_offers_no_button(qtbot: QtBot) -> None:
    chip = TagChip("level", 1, removable=False)
    qtbot.addWidget(chip)
    with qtbot.assertNotEmitted(chip.removed):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert chip.findChild(QToolButton) is None


def test_labels_and_tooltips_never_read_html(qtbot: QtBot) -> None:
    label = PlainLabel("<b>5 < 6</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert "&lt;b&gt;5 &lt; 6" in plain_tooltip("<b>5 < 6</b>")
    assert plain_tooltip("plain") == "plain"


def test_a_cut_label_has_the_whole_text_in_its_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("a-file-name-that-is-long.html", Qt.TextElideMode.ElideMiddle)
    qtbot.addWidget(label)
    label.show()
    label.resize(80, 20)
    assert "…" in label.shown_text
    assert label.toolTip() == label.text == label.accessibleName()
    label.resize(600, 20)
    assert label.shown_text == label.text
    assert label.toolTip() == ""


def test_an_empty_state_offers_the_next_thing(qtbot: QtBot) -> None:
    state = EmptyState("No tags yet", "Tags name what passages say.", "Create tag")
    qtbot.addWidget(state)
    state.show()
    with qtbot.waitSignal(state.activated):
        qtbot.keyClick(state.button, Qt.Key.Key_Space)
    state.set_action("")
    assert not state.button.isVisible()


def test_a_header_shows_its_fact_and_names_its_buttons(qtbot: QtBot) -> None:
    header = SectionHeader("Library", "7 documents")
    qtbot.addWidget(header)
    button = header.add_button("plus", "Import documents")
    header.set_fact("8 documents")
    assert [label.text() for label in header.findChildren(QLabel)] == [
        "Library",
        "8 documents",
    ]
    assert button.accessibleName() == "Import documents"


def test_a_flow_wraps_and_asks_for_the_height_it_needs(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, spacing=4)
    for _ in range(3):
        child = QWidget()
        child.setFixedSize(40, 20)
        flow.addWidget(child)
    assert flow.heightForWidth(140) == 20
    assert flow.heightForWidth(90) == 44
    flow.setGeometry(QRect(0, 0, 90, 100))
    last = flow.itemAt(2)
    assert last is not None
    assert last.geometry().topLeft() == QPoint(0, 24)
    flow.clear()
    assert flow.count() == 0


def test_rows_have_one_height_and_paint_all_they_are_given(
    qtbot: QtBot, tokens: theme.Tokens
) -> None:
    item = QStandardItem("Two capitals agree")
    item.setData("Trade Wire · undated", Role.FACTS)
    item.setData(9, Role.COUNT)
    item.setData([("draft", "warn")], Role.BADGES)
    model = QStandardItemModel()
    model.appendRow(item)
    model.appendRow(QStandardItem("A title alone"))
    view = QListView()
    qtbot.addWidget(view)
    view.setItemDelegate(TwoLineDelegate(view))
    view.setModel(model)
    view.resize(260, 200)
    view.show()
    assert view.visualRect(model.index(1, 0)).height() == ROW_HEIGHT
    picture = view.grab(view.visualRect(model.index(0, 0))).toImage()
    shown = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert tokens.warn_soft.name() in shown


def test_badges_that_do_not_fit_are_counted(qapp: QApplication) -> None:
    badges = [("disputed", "bad"), ("supported", "ok"), ("draft", "warn")]
    assert fitting_badges(badges, 10_000) == badges
    assert [text for text, _kind in fitting_badges(badges, 10)] == ["disputed", "+2"]


def test_a_badge_is_read_aloud_and_takes_only_kinds_there_are(qtbot: QtBot) -> None:
    badge = Badge("draft", "warn")
    qtbot.addWidget(badge)
    assert badge.accessibleName() == "draft"
    with pytest.raises(ValueError, match="loud"):
        badge.set_state("draft", "loud")


def test_a_selected_row_does_not_dye_the_square_of_a_tag(qapp: QApplication) -> None:
    icon = swatch_icon(2)
    modes = (icon.Mode.Normal, icon.Mode.Selected)
    shown = {icon.pixmap(16, mode).toImage().pixelColor(8, 8).name() for mode in modes}
    assert shown == {theme.tag_color(2).name()}


def test_a_label_takes_the_first_form_that_there_is_room_for(qtbot):
    label = ElidedLabel()
    qtbot.add_widget(label)
    label.set_text("3 parts look like no content", "3 parts: no content?", "3 parts")
    label.show()
    widths = {it: label.fontMetrics().horizontalAdvance(it) for it in label._forms}
    for form, width in widths.items():
        label.resize(width + 1, 20)
        assert label.shown_text == form
    label.resize(widths["3 parts"] - 5, 20)
    assert label.shown_text.endswith("…")
    assert label.toolTip() == "3 parts look like no content"


def test_a_word_without_end_does_not_widen_what_it_stands_in(qtbot: QtBot) -> None:
    label = wrapped_label("Donaudampfschifffahrtsgesellschaftskapitän" * 4)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 240
    assert label.accessibleName() == "Donaudampfschifffahrtsgesellschaftskapitän" * 4
    assert wrapped_label("two words").text() == "two words"


def test_a_badge_without_room_paints_nothing_beside_it(
    qtbot: QtBot, tokens: theme.Tokens
) -> None:
    image = QImage(80, 20, QImage.Format.Format_RGB32)
    image.fill(tokens.surface)
    painter = QPainter(image)
    paint_badge(painter, QRect(30, 0, 20, 18), "not stated", "ok")
    painter.end()
    beside = {image.pixel(x, y) for x in (26, 27, 52, 53) for y in range(20)}
    assert beside == {tokens.surface.rgb()}
