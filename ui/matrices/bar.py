"""The lines above a matrix: what is counted, how it is shown, and where it goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.matrices.model import Named, Shown
from ui.resources import icon
from ui.theme import interface_font
from ui.widgets.elided import ElidedLabel
from ui.widgets.plain import plain_tooltip
from workbench.model.ids import AttributeId, TagId
from workbench.model.matrices import (
    MatrixDefinition,
    MatrixKind,
    MatrixOrder,
    Measure,
)

KINDS = {
    MatrixKind.DOCUMENT: "Tags and documents",
    MatrixKind.CASE: "Tags and cases",
    MatrixKind.ATTRIBUTE: "Tags and an attribute",
    MatrixKind.OVERLAP: "Tags that overlap",
    MatrixKind.NEAR: "Tags that are near",
}
DISTANCES = (5, 10, 20, 50)
MEASURES = {Measure.PASSAGES: "Count passages", Measure.DOCUMENTS: "Count documents"}
ORDERS = {MatrixOrder.NAME: "By name", MatrixOrder.TOTAL: "By total"}
WIDEST_CHOICE = 190


class Export(Enum):
    """What can be written to a file."""

    COUNTS = "Matrix as CSV…"
    PASSAGES = "Passages of all cells as CSV…"
    PICTURE = "Picture of the matrix…"


class MatrixBar(QWidget):
    """Holds the definition that is wanted; `changed` follows each change of it."""

    changed = Signal()
    export_wanted = Signal(object)  # Export
    save_wanted = Signal()
    saved_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.definition = MatrixDefinition()
        self.facts = ElidedLabel("")
        self.rule = ElidedLabel("")
        self.empty_button = _button("", "Show or leave out empty rows and columns")
        self.save_button = _button("", "Keep this matrix under a name", "save")
        self.saved_button = _opener("Saved", "Open a matrix that was saved")
        self.export_button = _button("", "Export this matrix", "upload")
        self.kinds = _box("What tags are set against", KINDS)
        self.attributes = _box("Attribute whose values are columns")
        self.near = _box("How near tags have to be")
        self.measures = _box("What is counted", MEASURES)
        self.orders = _box("Order of rows and columns", ORDERS)
        self.tags_button = _opener("Tags", "Which tags are rows")
        self._branches: Sequence[Named] = ()
        self._set_up()
        self._lay_out()
        self._connect()
        self._show_choices()

    def show_definition(self, definition: MatrixDefinition) -> None:
        """Hold this instead, without saying that it changed."""
        self.definition = definition
        self._show_choices()

    def show_facts(self, shown: Shown) -> None:
        """Say what was counted, and offer what there is to choose from."""
        self._branches = shown.branches
        self.facts.set_text(shown.facts)
        self.rule.set_text(shown.rule)
        self.rule.setVisible(bool(shown.rule))
        with_empty = self.definition.with_empty
        self.empty_button.setText("Leave out empty ones" if with_empty else "Show all")
        self.empty_button.setVisible(with_empty or shown.left_out > 0)
        chosen = shown.matrix.definition.attribute_id
        if chosen and self.definition.attribute_id is None:
            self.definition = replace(self.definition, attribute_id=chosen)
        _fill(self.attributes, [(it.name, it.id) for it in shown.attributes])
        self._show_choices()

    def tags_menu(self) -> QMenu:
        """Return the menu of tags; it deletes itself when closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        beneath = menu.addAction("Count tags beneath as well")
        beneath.setCheckable(True)
        beneath.setChecked(self.definition.with_beneath)
        beneath.toggled.connect(lambda it: self._want(with_beneath=it))
        menu.addSeparator()
        group = QActionGroup(menu)
        choices = [("All tags", ()), *((f"Only {it.name}", (TagId(it.id),))
            for it in self._branches)]  # fmt: skip
        for name, tags in choices:
            action = group.addAction(menu.addAction(name.replace("&", "&&")))
            action.setCheckable(True)
            action.setChecked(self.definition.tags == tags)
            action.triggered.connect(lambda _=False, it=tags: self._want(tags=it))
        return menu

    def _want(self, **parts: object) -> None:
        changed = replace(self.definition, **parts)  # type: ignore[arg-type]
        if changed != self.definition:
            self.definition = changed
            self._show_choices()
            self.changed.emit()

    def _show_choices(self) -> None:
        wanted = self.definition
        _choose(self.kinds, wanted.kind)
        _choose(self.measures, wanted.measure)
        _choose(self.orders, wanted.order)
        _choose(self.attributes, wanted.attribute_id)
        _fill(self.near, _distances(wanted.words))
        _choose(self.near, wanted.words)
        self.attributes.setVisible(
            wanted.kind is MatrixKind.ATTRIBUTE and self.attributes.count() > 0
        )
        self.near.setVisible(wanted.kind is MatrixKind.NEAR)

    def _set_up(self) -> None:
        self.facts.setFont(interface_font(12, tabular=True))
        for label in (self.facts, self.rule):
            label.setProperty("muted", True)
        self.rule.setFont(interface_font(12))
        self.rule.hide()
        self.empty_button.setProperty("link", True)
        self.empty_button.hide()
        instant = QToolButton.ToolButtonPopupMode.InstantPopup
        self.export_button.setPopupMode(instant)
        menu = QMenu(self.export_button)
        for export in Export:
            menu.addAction(export.value).triggered.connect(
                lambda _checked=False, it=export: self.export_wanted.emit(it)
            )
        self.export_button.setMenu(menu)

    def _lay_out(self) -> None:
        upper = _row(self.empty_button, self.saved_button, self.save_button,
            self.export_button)  # fmt: skip
        upper.insertWidget(0, self.facts, 1)
        lower = _row(self.kinds, self.attributes, self.near, self.measures,
            self.orders, self.tags_button)  # fmt: skip
        lower.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 4, 10, 6)
        column.setSpacing(4)
        column.addLayout(upper)
        column.addLayout(lower)
        column.addWidget(self.rule)

    def _connect(self) -> None:
        for box, act in (
            (self.kinds, lambda it: self._want(kind=MatrixKind(it))),
            (self.measures, lambda it: self._want(measure=Measure(it))),
            (self.orders, lambda it: self._want(order=MatrixOrder(it))),
            (self.attributes, lambda it: self._want(attribute_id=AttributeId(it))),
            (self.near, lambda it: self._want(words=it)),
        ):
            box.activated.connect(lambda _, box=box, act=act: act(box.currentData()))
        self.empty_button.clicked.connect(
            lambda: self._want(with_empty=not self.definition.with_empty)
        )
        self.tags_button.clicked.connect(self._open_tags)
        self.save_button.clicked.connect(self.save_wanted)
        self.saved_button.clicked.connect(self.saved_wanted)

    def _open_tags(self) -> None:
        below = self.tags_button.rect().bottomLeft()
        self.tags_menu().popup(self.tags_button.mapToGlobal(below))


def _distances(words: int | None) -> list[tuple[str, object]]:
    known = {*DISTANCES, *([] if words is None else [words])}
    within: list[tuple[str, object]] = [
        (f"Within {it} words", it) for it in sorted(known)
    ]
    return [("In the same paragraph", None), *within]


def _fill(box: QComboBox, choices: Iterable[tuple[str, object]]) -> None:
    """Offer other choices, if they are others; nothing is said of it."""
    wanted = list(choices)
    if wanted == [(box.itemText(it), box.itemData(it)) for it in range(box.count())]:
        return
    with QSignalBlocker(box):
        box.clear()
        for text, value in wanted:
            box.addItem(text, value)


def _choose(box: QComboBox, value: object) -> None:
    with QSignalBlocker(box):
        values = [box.itemData(it) for it in range(box.count())]
        box.setCurrentIndex(values.index(value) if value in values else -1)


def _box(name: str, choices: Mapping[Any, str] = MappingProxyType({})) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(plain_tooltip(name))
    box.setMaximumWidth(WIDEST_CHOICE)
    for value, text in choices.items():
        box.addItem(text, value)
    return box


def _button(text: str, tip: str, symbol: str = "") -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(plain_tooltip(tip))
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if symbol:
        button.setIcon(icon(symbol))
    if symbol and text:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def _opener(text: str, tip: str) -> QToolButton:
    """Return a button with an arrow behind its text: something opens below it."""
    button = _button(text, tip, "chevron-down")
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return button


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    return row
