"""Whatever is filtered, sorted and gathered: the rows are those, and views agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot
from typing_extensions import override

from ui.described.fields import Condition, Field
from ui.described.model import THING_ROLE, DescribedModel
from ui.described.rows import ArrangedRows
from workbench.model.attributes import Attribute, AttributeType, Subject, Value
from workbench.model.ids import AttributeId
from workbench.model.value_tests import ValueTest

KIND, SIZE = AttributeId(1), AttributeId(2)
ATTRIBUTES = [
    Attribute(KIND, Subject.DOCUMENT, "Kind", AttributeType.CHOICE, ("b", "a")),
    Attribute(SIZE, Subject.DOCUMENT, "Size", AttributeType.NUMBER),
]
ORDERS = [Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder]


@dataclass(frozen=True)
class Thing:
    id: int
    name: str


class Things(DescribedModel[Thing]):
    own_fields = (Field("name", "Name"),)

    @override
    def stored(self, thing: Thing, key: str) -> str:
        return thing.name

    @override
    def words_of(self, thing: Thing) -> str:
        return thing.name

    @override
    def row_role(self, thing: Thing, role: int) -> object:
        return None


things = st.lists(st.sampled_from(["x", "y", "xy", "z"]), max_size=12)
kinds = st.lists(st.sampled_from(["", "a", "b"]), min_size=12, max_size=12)
sizes = st.lists(st.sampled_from(["", "2", "10", "-3"]), min_size=12, max_size=12)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("words"), st.sampled_from(["", "x", "y x", "zz"])),
        st.tuples(st.just("most"), st.sampled_from(["", "2", "100"])),
        st.tuples(st.just("group"), st.sampled_from([None, 1, 2])),
        st.tuples(
            st.just("sort"), st.tuples(st.integers(0, 2), st.sampled_from(ORDERS))
        ),
        st.tuples(st.just("toggle"), st.integers(0, 20)),
        st.tuples(
            st.just("value"), st.tuples(st.integers(1, 12), st.sampled_from("ab"))
        ),
        st.tuples(st.just("more"), st.sampled_from(["x", "z"])),
        st.tuples(st.just("fewer"), st.integers(0, 5)),
    ),
    max_size=12,
)


def filled(names: list[str], of_kind: list[str], of_size: list[str]) -> Things:
    model = Things()
    model.show_attributes(ATTRIBUTES)
    values = [
        Value(number * 2 + shift, attribute, number + 1, text)
        for number in range(len(names))
        for shift, attribute, text in (
            (0, KIND, of_kind[number]), (1, SIZE, of_size[number]),
        )
        if text
    ]  # fmt: skip
    model.show_values(values)
    model.show([Thing(number, name) for number, name in enumerate(names, 1)])
    return model


def act(model: Things, rows: ArrangedRows, step: tuple[str, Any]) -> None:
    what, how = step
    fields = model.fields
    if what == "words":
        rows.set_words(how)
    elif what == "most":
        most = Condition(fields[2], ValueTest.AT_MOST, how)
        rows.set_conditions([most] if how else [])
    elif what == "group":
        rows.group_by(fields[how] if how else None)
    elif what == "sort":
        rows.sort(*how)
    elif what == "toggle" and how < rows.rowCount():
        rows.toggle(how)
    elif what == "value":
        thing_id, text = how
        changed = Value(thing_id * 2 - 2, KIND, thing_id, text)
        model.update_values([changed], {changed.id})
    else:
        change_things(model, what, how)


def change_things(model: Things, what: str, how: Any) -> None:
    if what == "more":
        model.show([*model._rows, Thing(model.rowCount() + 100, how)])
    elif what == "fewer":
        model.show([it for it in model._rows if it.id != how])


def expected(model: Things, rows: ArrangedRows) -> list[int]:
    """Return the ids that an anew made arrangement of everything has."""
    again = ArrangedRows(model)
    again.set_words(" ".join(rows._words))
    again.set_conditions(rows.conditions)
    again.sort(*rows._sorting)
    again.group_by(rows.field)
    for text in rows._closed & set(again._groups):
        again.toggle(again._row_of[text], is_open=False)
    return ids(again)


def ids(rows: ArrangedRows) -> list[int]:
    shown = (rows.index(it, 0).data(THING_ROLE) for it in range(rows.rowCount()))
    return [it.id if it else -1 for it in shown]


@settings(max_examples=120, deadline=None)
@given(things, kinds, sizes, steps)
def test_rows_come_and_go_as_if_arranged_anew(
    names: list[str], of_kind: list[str], of_size: list[str], doing: list[Any]
) -> None:
    model = filled(names, of_kind, of_size)
    rows = ArrangedRows(model)
    tester = QAbstractItemModelTester(
        rows, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    for step in doing:
        act(model, rows, step)
        assert ids(rows) == expected(model, rows)
        assert rows.count <= model.rowCount()
    tester.deleteLater()


@pytest.mark.parametrize("step", [
    ("sort", (2, ORDERS[1])), ("words", "x"), ("value", (1, "b")),
])  # fmt: skip
def test_a_selection_stays_on_its_thing(qtbot: QtBot, step: tuple[str, Any]) -> None:
    model = filled(["x", "y", "xy"], ["a", "b", "a"] + [""] * 9, ["2", "10", ""] * 4)
    view = QTableView()
    qtbot.addWidget(view)
    rows = ArrangedRows(model, view)
    view.setModel(rows)
    index = rows.mapFromSource(model.index(0, 0))
    flags = QItemSelectionModel.SelectionFlag
    view.selectionModel().select(index, flags.Select | flags.Rows)
    act(model, rows, step)
    chosen = view.selectionModel().selectedRows()
    assert [it.data(THING_ROLE).id for it in chosen] == [1]
