"""What a cell shows: rich text, marks and evidence, in pixels and in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from ui.tables.cell.delegate import CellDelegate
from ui.tables.cell.evidence_line import BETWEEN, LINE, evidence_line
from ui.tables.cell.rich_layouts import MOST_LINES, RichLayout, RichLayouts
from ui.tables.cell_marks import CellParts
from ui.tables.grid.cells_view import CellsView
from ui.tables.model import CellsModel
from ui.theme import interface_font, tokens
from workbench.model.cells import (
    Absence,
    AbsenceScope,
    Cell,
    CellState,
    Citation,
    CitedPlace,
    Role,
    Standing,
)
from workbench.model.ids import (
    CitationId,
    ColumnId,
    DocumentId,
    PassageId,
    RowId,
    TableId,
)
from workbench.model.links import Stretch
from workbench.model.search import SearchOptions
from workbench.model.spans import Span
from workbench.model.tables import (
    Column,
    ColumnKind,
    ColumnType,
    ComparisonTable,
    Row,
)

NOW = datetime(2026, 1, 2, tzinfo=UTC)
CELL = Cell(RowId(1), ColumnId(1), "Led by **both**")
CITED = CitedPlace(1, 0, 5, "quote")
ABSENT = Absence("fee", SearchOptions(), AbsenceScope.ALL, 12, "Ada", NOW)
DATE = ColumnKind(ColumnType.DATE)


def citation(
    standing: Standing = Standing.HOLDS, role: Role = Role.SUPPORTS
) -> Citation:
    return Citation(
        CitationId(1), PassageId(1), DocumentId(1), role, standing, "quote", 0, 5,
        CITED, "Ada", NOW,
    )  # fmt: skip


def parts(cell: Cell, **others: object) -> CellParts:
    shown = CellParts(cell, ColumnKind(), "", "", (), has_note=False)
    return replace(shown, **others)


def model_of(cell: Cell, kind: ColumnKind = ColumnKind()) -> CellsModel:  # noqa: B008
    column = Column(ColumnId(1), "Start", "", kind)
    row = Row(RowId(1), "Korea", None, None, (cell,))
    return CellsModel(ComparisonTable(TableId(1), "Bodies", (column,), (row,)))


def inked(layout: RichLayout, width: int = 200) -> list[int]:
    """Return how many dark pixels each column of the painted layout has."""
    image = QImage(width, int(layout.height) + 4, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setPen(Qt.GlobalColor.black)
    layout.draw(painter, 0, 0)
    painter.end()
    columns, rows = range(image.width()), range(image.height())
    return [
        sum(image.pixelColor(x, y).lightness() < 128 for y in rows) for x in columns
    ]


def test_bold_words_are_darker_than_plain_ones(qtbot: QtBot) -> None:
    font = interface_font()
    bold, plain = (RichLayout(it, font, 200) for it in ("**minister**", "minister"))
    assert sum(inked(bold)) > 1.1 * sum(inked(plain))


@pytest.mark.parametrize("mark", ["- ", "1. "])
def test_lines_of_an_item_hang_below_its_words(qtbot: QtBot, mark: str) -> None:
    layout = RichLayout(mark + "words of the item " * 6, interface_font(), 150)
    one_line = RichLayout(mark + "words", interface_font(), 150)
    assert layout.lines > 3
    # Of the column of the mark, the long item inks as much as the short one.
    assert sum(inked(layout)[:18]) == sum(inked(one_line)[:18]) > 0


def test_long_cells_say_how_many_lines_are_left_out(qtbot: QtBot) -> None:
    font = interface_font()
    whole = RichLayout("\n".join("x" * (MOST_LINES + 1)), font, 100)
    cut = RichLayout("\n".join("x" * 100), font, 100)
    assert (whole.hidden_lines, cut.hidden_lines) == (0, 100 - MOST_LINES)
    assert cut.height <= whole.height + 4
    assert sum(inked(cut)) > 0


def test_layouts_are_kept_for_each_width(qtbot: QtBot) -> None:
    layouts = RichLayouts()
    first = layouts.get("**a**", interface_font(), 100)
    assert layouts.get("**a**", interface_font(), 100) is first
    assert layouts.get("**a**", interface_font(), 101) is not first


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (CELL, "no source"),
        (replace(CELL, citations=(citation(),) * 2), "2 passages"),
        (replace(CELL, absence=ABSENT), "12 documents searched"),
        (
            replace(
                CELL,
                absence=replace(ABSENT, found=(Stretch(DocumentId(1), Span(0, 3)),)),
            ),
            "found in 1 place since",
        ),
    ],
)
def test_the_evidence_is_said_in_words(cell: Cell, words: str) -> None:
    assert parts(cell).evidence == words


def test_what_is_known_of_sources_comes_before_their_number() -> None:
    badges = "2 sources, 1 derived from the other · draft"
    shown = parts(replace(CELL, citations=(citation(),)), badges=badges)
    assert shown.evidence == badges


def test_soft_marks_say_what_to_look_at() -> None:
    changed = replace(CELL, citations=(citation(Standing.CONTEXT_CHANGED),))
    assert parts(changed).soft_marks == ("context changed",)
    assert parts(changed, kind=DATE, conflict="2022 and 2023").soft_marks == (
        "not a date",
        "values differ",
        "context changed",
    )
    dated = replace(CELL, summary="8 Nov 2022")
    assert parts(dated, kind=DATE).soft_marks == ()
    assert parts(replace(CELL, summary=""), kind=DATE).soft_marks == ()


def test_words_that_do_not_fit_beside_the_state_have_their_own_line(
    qtbot: QtBot,
) -> None:
    words = "2 sources, 1 derived from the other · draft, undated"
    state = CellState.SUPPORTED
    assert evidence_line(state, words, (), 500).height == LINE
    assert evidence_line(state, words, (), 120).height == 2 * LINE + BETWEEN


@pytest.mark.parametrize("width", [20, 60, 100, 240, 800])
@pytest.mark.parametrize("state", [it for it in CellState if it is not CellState.EMPTY])
def test_evidence_stays_within_its_column(
    qtbot: QtBot, state: CellState, width: int
) -> None:
    names = tuple(f"A document with a long name {number}" for number in range(5))
    line = evidence_line(state, "4 sources · draft, undated, paywalled", names, width)
    image = QImage(width + 60, line.height + 4, QImage.Format.Format_RGB32)
    image.fill(tokens().surface)
    painter = QPainter(image)
    line.draw(painter, 0, 0)
    painter.end()
    beyond = [
        (x, y)
        for x in range(width + 2, image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) != tokens().surface
    ]
    assert beyond == []


def test_a_screen_reader_hears_all_of_a_cell(qtbot: QtBot) -> None:
    cell = replace(CELL, citations=(citation(Standing.CONTEXT_CHANGED),))
    model = model_of(cell, DATE)
    key = (cell.row_id, cell.column_id)
    model.words.badges = {key: "2 sources · draft"}
    model.words.conflicts = {key: "2022 and 2023 are cited"}
    model.show_notes({key})
    said = str(model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    for words in (
        "Korea, Start: Led by both.",
        "supported, 1 cited",
        "not a date",
        "what surrounds a quotation changed",
        "2 sources · draft",
        "2022 and 2023 are cited",
        "has a note",
    ):
        assert words in said


def test_a_row_has_room_for_text_marks_and_evidence(qtbot: QtBot) -> None:
    delegate = CellDelegate()
    plain = model_of(CELL)
    marked = model_of(replace(CELL, summary="Led by **both**"), DATE)
    height = delegate.height_of(plain.index(0, 0), 240)
    assert delegate.height_of(marked.index(0, 0), 240) == height + LINE + BETWEEN
    lines = model_of(replace(CELL, summary="- a\n- b\n- c\n- d"))
    assert delegate.height_of(lines.index(0, 0), 240) > height + 40


def test_scrolling_paints_only_the_rows_that_come_into_view(qtbot: QtBot) -> None:
    column = Column(ColumnId(1), "Start", "")
    rows = tuple(
        Row(RowId(it), f"Row {it}", None, None, (Cell(RowId(it), ColumnId(1), "x"),))
        for it in range(1, 200)
    )
    view = CellsView(CellsModel(ComparisonTable(TableId(1), "T", (column,), rows)))
    qtbot.addWidget(view)
    painted: list[int] = []

    class Counting(CellDelegate):
        def paint(self, painter: QPainter, option: object, index: QModelIndex) -> None:
            painted.append(index.row())
            super().paint(painter, option, index)

    view.setItemDelegate(Counting(view))
    view.resize(600, 800)
    view.show()
    qtbot.waitExposed(view)
    qtbot.waitUntil(lambda: len(painted) > 8)
    view.measure_visible_rows()
    qtbot.wait(50)
    painted.clear()
    view.verticalScrollBar().setValue(30)
    qtbot.waitUntil(lambda: bool(painted))
    assert len(set(painted)) <= 3
