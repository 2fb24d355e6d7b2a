"""The library: list and table of one model, filter, edits, removal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.library.controller import LibraryController
from ui.library.model import DATE, TITLE
from ui.library.panel import LibraryPanel
from ui.library.table import LibraryTable
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.widgets.moments import readable_date
from ui.widgets.rows import Role
from workbench.model.ids import DocumentId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.model.zones import ZoneKind
from workbench.operations.documents import edit_document
from workbench.operations.passages import mark_passage
from workbench.operations.versions import replace_document
from workbench.operations.zones import mark_zone
from workbench.project import Project

ImportText = Callable[..., DocumentId]


class Library:
    """The panel and the table over one project, wired as the window wires them."""

    def __init__(self, project: Project, qtbot: QtBot) -> None:
        self.signals = ProjectSignals(project)
        self.notices = Notices()
        self.panel = LibraryPanel()
        qtbot.addWidget(self.panel, before_close_func=lambda _: self.signals.close())
        self.controller = LibraryController(
            project, self.signals, self.panel, self.notices
        )
        self.table = LibraryTable(self.panel.model)
        qtbot.addWidget(self.table)
        self.controller.serve(self.table)
        self.done: list[str] = []
        self.problems: list[str] = []
        self.notices.message.connect(self.done.append)
        self.notices.trouble.connect(self.problems.append)
        for widget in (self.panel, self.table):
            widget.resize(900, 500)
            widget.show()


def titles(listing: LibraryPanel | LibraryTable) -> list[str]:
    rows = range(listing.rows.rowCount())
    return [listing.rows.index(row, 0).data() for row in rows]


@pytest.fixture
def documents(project: Project, import_text: ImportText) -> list[DocumentId]:
    names = ("alpha", "beta", "gamma")
    ids = [import_text(f"Text of {name}.\n", name) for name in names]
    edit_document(project, ids[0], title="Alpha", date="2022-11-08", source="Ministry")
    edit_document(project, ids[1], title="Beta", date="2007", source="Trade Wire")
    edit_document(project, ids[2], title="Gamma")
    return ids


@pytest.fixture
def library(project: Project, documents: list[DocumentId], qtbot: QtBot) -> Library:
    return Library(project, qtbot)


def type_into_cell(
    library: Library, qtbot: QtBot, document_id: DocumentId, key: str, text: str
) -> None:
    library.table.edit(document_id, key)
    field = library.table.view.findChild(QLineEdit)
    assert field is not None
    field.setText(text)
    # Qt commits what was typed when the key press is over.
    with qtbot.waitSignal(library.table.view.itemDelegate().closeEditor):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_models_keep_the_rules_of_qt(
    library: Library, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(library.panel.model)
    qtmodeltester.check(library.panel.rows)


def test_the_empty_library_offers_the_import(project: Project, qtbot: QtBot) -> None:
    library = Library(project, qtbot)
    assert library.panel.empty.isVisible()
    with qtbot.waitSignal(library.panel.import_requested):
        library.panel.empty.activated.emit()


def test_filter_looks_through_dates_and_sources_and_says_what_it_hides(
    library: Library, qtbot: QtBot
) -> None:
    qtbot.keyClicks(library.panel.bar.field, "nov ministry")
    assert titles(library.panel) == ["Alpha"]
    assert library.panel.bar.clear_button.isVisible()
    library.panel.bar.clear_button.click()
    assert titles(library.panel) == ["Alpha", "Beta", "Gamma"]
    assert not library.panel.bar.clear_button.isVisible()


def test_filter_of_the_list_leaves_the_table_alone(library: Library) -> None:
    library.panel.bar.field.setText("beta")
    assert len(titles(library.table)) == 3


def test_nothing_found_offers_to_clear(library: Library) -> None:
    library.panel.bar.field.setText("zzz")
    assert library.panel.nothing_found.isVisible()
    library.panel.nothing_found.activated.emit()
    assert library.panel.view.isVisible()


def test_enter_in_the_filter_then_enter_opens_the_first_document(
    library: Library, documents: list[DocumentId], qtbot: QtBot
) -> None:
    qtbot.keyClicks(library.panel.bar.field, "beta")
    qtbot.keyClick(library.panel.bar.field, Qt.Key.Key_Return)
    with qtbot.waitSignal(library.panel.document_activated) as opened:
        qtbot.keyClick(library.panel.view, Qt.Key.Key_Return)
    assert opened.args == [documents[1]]


def test_a_title_typed_in_the_table_changes_the_document_and_can_be_undone(
    library: Library, documents: list[DocumentId], project: Project, qtbot: QtBot
) -> None:
    type_into_cell(library, qtbot, documents[0], TITLE, "Omega")
    assert project.documents.get(documents[0]).title == "Omega"
    assert "Omega" in titles(library.panel)
    project.undo()
    assert "Alpha" in titles(library.panel)


def test_a_date_that_is_none_is_told_and_the_old_one_stays(
    library: Library, documents: list[DocumentId], project: Project, qtbot: QtBot
) -> None:
    type_into_cell(library, qtbot, documents[0], DATE, "last May")
    assert project.documents.get(documents[0]).date == "2022-11-08"
    row = library.panel.model.row_of(documents[0])
    assert library.panel.model.text(row, library.panel.model.fields[1]) == "2022-11-08"
    assert len(library.problems) == 1
    assert not library.done


def test_a_click_on_a_heading_sorts_and_undated_comes_last(
    library: Library, qtbot: QtBot
) -> None:
    header = library.table.table.horizontalHeader()
    middle = header.sectionViewportPosition(1) + 20
    qtbot.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, 10)
    )
    assert titles(library.table) == ["Beta", "Alpha", "Gamma"]


def test_del_removes_the_selected_documents_and_undo_brings_them_back(
    library: Library, documents: list[DocumentId], project: Project, qtbot: QtBot
) -> None:
    library.panel.select(documents[:2])
    qtbot.keyClick(library.panel.view, Qt.Key.Key_Delete)
    assert titles(library.panel) == ["Gamma"]
    assert library.done == ["Deleted 2 documents · Ctrl+Z to undo"]
    project.undo()
    assert len(titles(library.panel)) == 3


def test_a_selection_stays_when_a_count_changes(
    library: Library, documents: list[DocumentId], project: Project, qtbot: QtBot
) -> None:
    library.panel.select([documents[1]])
    mark_passage(project, documents[1], Span(0, 4))
    qtbot.wait_until(lambda: library.panel.documents_selected()[0].passages == 1)
    (chosen,) = library.panel.documents_selected()
    assert chosen.id == documents[1]


def test_a_selection_stays_when_a_document_is_imported(
    library: Library, documents: list[DocumentId], import_text: ImportText
) -> None:
    library.panel.select([documents[1]])
    import_text("Another text.", "a newcomer")
    (chosen,) = library.panel.documents_selected()
    assert chosen.id == documents[1]


def test_the_menu_asks_for_what_its_entries_say(
    library: Library, documents: list[DocumentId], qtbot: QtBot
) -> None:
    library.panel.select([documents[2]])
    menu = library.panel.menu_for_selection()
    assert menu is not None
    entries = {action.text(): action for action in menu.actions()}
    with qtbot.waitSignal(library.panel.compare_requested) as compared:
        entries["Open beside"].trigger()
    with qtbot.waitSignal(library.panel.note_requested) as noted:
        entries["Note on document"].trigger()
    assert compared.args == [[documents[2]]]
    assert noted.args == [NoteTarget(NoteOn.DOCUMENT, documents[2])]


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("2022-11-08", "8 Nov 2022"),
        ("2022-11", "Nov 2022"),
        ("2022", "2022"),
        ("", "undated"),
        ("not a date", "not a date"),
    ],
)
def test_dates_read_as_people_write_them(stored: str, shown: str) -> None:
    assert readable_date(stored) == shown


def test_a_document_says_what_of_it_is_zones_and_waits_for_a_review(
    library: Library,
    documents: list[DocumentId],
    project: Project,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    first = library.panel.rows.index(0, 0)
    assert first.data(Qt.ItemDataRole.ToolTipRole).endswith("3 words")
    mark_zone(project, documents[0], Span(0, 4), ZoneKind.ADVERT)
    assert first.data(Qt.ItemDataRole.ToolTipRole).endswith("2 words · 1 zone")
    mark_passage(project, documents[0], Span(8, 13))
    new_text = tmp_path / "alpha.txt"
    new_text.write_text("Text of omega.\n")
    replace_document(project, documents[0], new_text)
    qtbot.wait_until(lambda: first.data(Role.BADGES) == [("1 to review", "warn")])
    tooltip = first.data(Qt.ItemDataRole.ToolTipRole)
    assert tooltip.endswith("2 words · 1 zone · 1 passage to review")
    project.undo()
    project.undo()
    project.undo()
    qtbot.wait_until(lambda: first.data(Role.BADGES) == [])
    assert first.data(Qt.ItemDataRole.ToolTipRole).endswith("3 words")
