"""Attributes in the library: columns, values typed and chosen, filters, groups."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.library.test_library import ImportText, Library, titles
from ui.described.fields import Condition, Field
from ui.described.rows import GROUP_ROLE
from ui.library.listing import DocumentListing
from ui.library.table import LibraryTable
from ui.session import Session
from workbench.model.attributes import AttributeType, Subject
from workbench.model.ids import AttributeId, DocumentId
from workbench.model.spans import Span
from workbench.model.value_tests import ValueTest
from workbench.operations.attributes import (
    create_attribute,
    remove_attribute,
    rename_attribute,
    set_values,
)
from workbench.operations.documents import edit_document
from workbench.operations.passages import mark_passage
from workbench.operations.tags import create_tag, rename_tag
from workbench.project import Project

Described = tuple[AttributeId, AttributeId, list[DocumentId]]
DOCUMENT = Subject.DOCUMENT


@pytest.fixture
def described(project: Project, import_text: ImportText) -> Described:
    names = ("alpha", "beta", "gamma", "delta")
    ids = [import_text(f"Text of {name}.\n", name) for name in names]
    for document_id, name in zip(ids, names, strict=True):
        edit_document(project, document_id, title=name.capitalize())
    edit_document(project, ids[0], date="2022-11-08")
    edit_document(project, ids[1], date="2022")
    country = create_attribute(
        project, DOCUMENT, "Country", AttributeType.CHOICE, ["Korea", "Japan"]
    )
    budget = create_attribute(project, DOCUMENT, "Budget", AttributeType.NUMBER)
    for document_id, text in zip(ids, ("Japan", "Korea", "Japan", ""), strict=True):
        set_values(project, country, [document_id], text)
    for document_id, text in zip(ids, ("9", "1,200", "", "100000"), strict=True):
        set_values(project, budget, [document_id], text)
    return country, budget, ids


@pytest.fixture
def library(project: Project, described: Described, qtbot: QtBot) -> Library:
    assert described
    return Library(project, qtbot)


def field(library: Library, name: str) -> Field:
    return next(it for it in library.panel.model.filter_fields if it.name == name)


def headings(listing: DocumentListing) -> list[tuple[str, int]]:
    rows = listing.rows
    groups = [rows.index(it, 0).data(GROUP_ROLE) for it in range(rows.rowCount())]
    return [(it.name, it.rows) for it in groups if it is not None]


def column(library: Library, name: str) -> list[str]:
    rows, number = library.table.rows, library.panel.model.fields
    at = [it.name for it in number].index(name)
    return [rows.index(row, at).data() for row in range(rows.rowCount())]


def test_attributes_are_columns_in_their_order(library: Library) -> None:
    names = [it.name for it in library.panel.model.fields]
    assert names[-2:] == ["Country", "Budget"]
    assert sorted(column(library, "Budget")) == ["", "100,000", "1200", "9"]


@pytest.mark.parametrize(
    ("name", "order", "shown"),
    [
        ("Budget", Qt.SortOrder.AscendingOrder, ["9", "1200", "100,000", ""]),
        ("Budget", Qt.SortOrder.DescendingOrder, ["100,000", "1200", "9", ""]),
        ("Country", Qt.SortOrder.AscendingOrder, ["Korea", "Japan", "Japan", ""]),
        ("Date", Qt.SortOrder.DescendingOrder,
         ["2022-11-08", "2022", "undated", "undated"]),
    ],
)  # fmt: skip
def test_columns_sort_as_what_they_are_and_the_empty_come_last(
    library: Library, name: str, order: Qt.SortOrder, shown: list[str]
) -> None:
    at = [it.name for it in library.panel.model.fields].index(name)
    library.table.table.sortByColumn(at, order)
    assert column(library, name) == shown


def test_a_number_is_typed_in_its_cell_and_a_word_there_is_told(
    library: Library, project: Project, described: Described, qtbot: QtBot
) -> None:
    _country, budget, ids = described
    for typed, kept in (("1,500", "1500"), ("a lot", "1500")):
        library.table.edit(ids[0], field(library, "Budget").key)
        editor = library.table.view.findChildren(QLineEdit)[-1]
        editor.setText(typed)
        with qtbot.waitSignal(library.table.view.itemDelegate().closeEditor):
            qtbot.keyClick(editor, Qt.Key.Key_Return)
        assert project.attributes.values(DOCUMENT)[ids[0]][budget] == kept
    assert len(library.problems) == 1
    assert "is not a number" in library.problems[0]


def test_a_choice_is_found_by_typing_and_a_new_one_is_added(
    library: Library, project: Project, described: Described, qtbot: QtBot
) -> None:
    country, _budget, ids = described
    popup = library.table.values.popup
    for typed, kept in (("kor", "Korea"), ("China", "China")):
        library.table.edit(ids[0], field(library, "Country").key)
        assert popup.isVisible()
        qtbot.keyClicks(popup.choices.field, typed)
        qtbot.keyClick(popup.choices.field, Qt.Key.Key_Return)
        assert project.attributes.values(DOCUMENT)[ids[0]][country] == kept
    assert project.attributes.get(country).choices == ("Korea", "Japan", "China")


def test_a_value_is_set_for_all_that_is_selected(
    library: Library, project: Project, described: Described, qtbot: QtBot
) -> None:
    _country, budget, ids = described
    library.panel.select(ids[:3])
    library.panel.ask_for_value(field(library, "Budget"))
    popup = library.panel.values.popup
    assert popup.title.text() == "Budget of 3 documents"
    popup.field.setText("55")
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    values = project.attributes.values(DOCUMENT)
    assert [values[it][budget] for it in ids] == ["55", "55", "55", "100000"]
    project.undo()
    assert library.done == ["Changed Budget of 3 documents · Ctrl+Z to undo"]
    assert sorted(column(library, "Budget")) == ["", "100,000", "1200", "9"]


@pytest.mark.parametrize(
    ("name", "test", "text", "shown"),
    [
        ("Country", ValueTest.IS, "Japan", {"Alpha", "Gamma"}),
        ("Country", ValueTest.EMPTY, "", {"Delta"}),
        ("Country", ValueTest.FILLED, "", {"Alpha", "Beta", "Gamma"}),
        ("Budget", ValueTest.AT_LEAST, "1200", {"Beta", "Delta"}),
        ("Budget", ValueTest.AT_MOST, "9", {"Alpha"}),
        ("Date", ValueTest.IS, "2022", {"Alpha", "Beta"}),
        ("Date", ValueTest.AT_MOST, "2022", {"Alpha", "Beta"}),
        ("Date", ValueTest.AT_LEAST, "2022-11", {"Alpha"}),
    ],
)
def test_conditions_show_what_meets_them_and_say_what_is_hidden(
    library: Library, name: str, test: ValueTest, text: str, shown: set[str]
) -> None:
    library.panel.bar.add(Condition(field(library, name), test, text))
    assert set(titles(library.panel)) == shown
    assert library.panel.bar.clear_button.isVisible()
    (chip,) = library.panel.bar.strip.buttons
    chip.click()
    assert len(titles(library.panel)) == 4


def test_a_condition_on_a_tag_follows_what_is_tagged(
    library: Library, project: Project, described: Described
) -> None:
    ids = described[2]
    tag = create_tag(project, "level/vice minister")
    mark_passage(project, ids[1], Span(0, 4), [tag])
    library.panel.bar.add(Condition(field(library, "Tag"), ValueTest.IS, "level"))
    assert titles(library.panel) == ["Beta"]
    mark_passage(project, ids[0], Span(0, 4), [tag])
    assert titles(library.panel) == ["Alpha", "Beta"]
    parent = project.tags.parent(tag)
    assert parent is not None
    rename_tag(project, parent, "rank")
    assert titles(library.panel) == []
    assert library.panel.nothing_found.isVisible()


def test_the_filter_popup_offers_values_then_comparisons_of_what_is_typed(
    library: Library, qtbot: QtBot
) -> None:
    popup = library.panel.bar.popup
    library.panel.bar.open_popup()
    qtbot.keyClicks(popup.choices.field, "budget")
    qtbot.keyClick(popup.choices.field, Qt.Key.Key_Return)
    qtbot.keyClicks(popup.choices.field, "1,000")
    assert [it.name for it in popup.choices.shown] == ["At least 1000", "At most 1000"]
    qtbot.keyClick(popup.choices.field, Qt.Key.Key_Return)
    assert titles(library.panel) == ["Beta", "Delta"]


def test_a_condition_on_an_attribute_goes_with_it(
    library: Library, project: Project, described: Described
) -> None:
    country = described[0]
    library.panel.bar.add(Condition(field(library, "Country"), ValueTest.EMPTY))
    rename_attribute(project, country, "Land")
    assert library.panel.rows.conditions[0].label == "Land is empty"
    remove_attribute(project, country)
    assert library.panel.rows.conditions == []
    assert len(titles(library.panel)) == 4


def test_groups_have_counts_and_close_by_keyboard(
    library: Library, described: Described, qtbot: QtBot
) -> None:
    ids = described[2]
    table = library.table
    table.group_by(field(library, "Country"))
    assert headings(table) == [("Korea", 1), ("Japan", 2), ("No country", 1)]
    table.select([ids[0]])
    table.view.setCurrentIndex(table.rows.index(2, 0))
    qtbot.keyClick(table.view, Qt.Key.Key_Left)
    assert table.rows.rowCount() == 5
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert table.rows.rowCount() == 7
    assert table.view.currentIndex().row() == 2
    table.group_by(None)
    assert len(titles(table)) == 4


def test_a_changed_value_changes_the_group(
    library: Library, project: Project, described: Described
) -> None:
    country, _budget, ids = described
    library.panel.group_by(field(library, "Country"))
    library.panel.select([ids[3]])
    set_values(project, country, [ids[3]], "Korea")
    assert headings(library.panel) == [("Korea", 2), ("Japan", 2)]
    assert [it.id for it in library.panel.documents_selected()] == [ids[3]]
    library.panel.group_by(field(library, "Date"))
    assert headings(library.panel) == [("2022", 2), ("No year", 2)]


def test_columns_are_hidden_and_moved_and_stay_so_in_the_next_table(
    library: Library, make_table: Callable[[Library], LibraryTable]
) -> None:
    layout = library.table.columns.layout
    key = field(library, "Budget").key
    layout.show_column("words", is_shown=False)
    for _ in range(9):
        layout.move_column(key, -1)
    shown = visible_columns(library.table)
    assert shown == ["Budget", "Title", "Date", "Source", "Passages", "Country"]
    again = make_table(library)
    assert visible_columns(again) == shown


def test_the_columns_of_a_project_are_remembered(
    library: Library, tmp_path: Path
) -> None:
    session = Session(tmp_path / "window.ini")
    library.table.columns.layout.show_column("source", is_shown=False)
    session.keep_columns(tmp_path, {"documents": library.panel.model.arrangement})
    places = Session(tmp_path / "window.ini").columns(tmp_path)["documents"]
    assert places == library.panel.model.arrangement
    assert [it.key for it in places if it.is_hidden] == ["source"]


def visible_columns(table: LibraryTable) -> list[str]:
    header = table.table.horizontalHeader()  # type: ignore[attr-defined]
    columns = [header.logicalIndex(it) for it in range(header.count())]
    fields = table.rows.sourceModel().fields  # type: ignore[attr-defined]
    return [fields[it].name for it in columns if not header.isSectionHidden(it)]


@pytest.fixture
def make_table(qtbot: QtBot) -> Callable[[Library], LibraryTable]:
    def make(library: Library) -> LibraryTable:
        table = LibraryTable(library.panel.model)
        qtbot.addWidget(table)
        return table

    return make
