"""Measures what a person waits for in the window, in a large project and a small one.

The large one has a text of 5 MB with 50,000 passages, 10,000 notes, 1,000 documents
with 8 attributes, 500 tags, 1,500 passages to review, 1,000 steps of history, a
document of 10,000 passages in the bin, a table of 500 x 30 cells and 1,000 cases; the
small one a hundredth of it. For each act: how long the window could not answer, its
processor time then, and the ratio to the small project. The window does not answer
between two ticks of a timer of 5 ms.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench import report
from bench_reader import run_script

SMALL = 100
FILES = 5_000
QUIET_MS = 400
LONGEST_MS = 60_000
REPEATS = 9
LETTERS, LETTER_MS = 10, 60
CASES = 1_000

Act = tuple[str, Callable[[], object]]
Gap = tuple[float, float]


def main() -> None:
    """Make both projects, do the same in each, and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", nargs="?", type=Path, help="a project to measure")
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        name, path, *numbers = given.child
        print(repr(CHILDREN[name](Path(path), *map(int, numbers))))
        return
    print(f"{os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as scratch:
        small, large = Path(scratch) / "small.workbench", Path(scratch) / "l.workbench"
        run_script(__file__, "make", small, SMALL)
        if given.project:
            shutil.copy(given.project, large)
        else:
            run_script(__file__, "make", large, 1)
        compare(
            run_script(__file__, "measure", small, FILES // SMALL),
            run_script(__file__, "measure", large, FILES),
        )


def compare(small: dict[str, Gap], large: dict[str, Gap]) -> None:
    """Print each act with its longest stall."""
    print("\nwindow: longest stall, and most processor time in one")
    for what, (wall, processor) in large.items():
        report(what, wall, "ms", wall / small[what][0], "of a small project")
        report("  of it processor", processor, "ms")


def make(path: Path, divisor: int) -> dict[str, float]:
    """Write a project."""
    from big_project import make_project
    from big_table import make_table

    from workbench.operations.cases import create_case
    from workbench.project import Project

    make_project(path, divisor)
    with Project.open(path, analyst="bench") as project:
        make_table(project, divisor)
        with project.operation("Make cases"):
            for number in range(max(CASES // divisor, 1)):
                create_case(project, f"Case {number}")
    return {}


class StallMeter:
    """Notes the longest time between two ticks, of the clock and of the processor."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._timer = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def measure(self, act: Callable[[], object], is_busy: Callable[[], bool]) -> Gap:
        """Do something, wait until the window is quiet, and return the longest gap."""
        self._worst, self._last = (0.0, 0.0), _clocks()
        self._timer.start()
        act()
        self._tick()
        start = quiet_since = time.perf_counter()
        while time.perf_counter() - quiet_since < QUIET_MS / 1e3:
            spin(20)
            if is_busy() and time.perf_counter() - start < LONGEST_MS / 1e3:
                quiet_since = time.perf_counter()
        self._timer.stop()
        return self._worst

    def _tick(self) -> None:
        now = _clocks()
        gap = (now[0] - self._last[0]) * 1e3, (now[1] - self._last[1]) * 1e3
        self._worst = max(self._worst[0], gap[0]), max(self._worst[1], gap[1])
        self._last = now


def measure(path: Path, files: int) -> dict[str, Gap]:
    """Open a project in the real window and do what a person does."""
    from big_project import write_files

    from ui.app import build
    from ui.session import Session

    folder = write_files(path.with_suffix(".files"), files, random.Random(3))
    _app, window = build(
        dark=False, session=Session(path.with_suffix(".ini")), analyst="bench"
    )
    window.resize(1280, 800)
    window.show()
    spin(200)
    meter, result = StallMeter(), {}

    def is_busy() -> bool:
        return bool(window.runner.running)

    for what, act in acts(window, path, folder):
        result[what] = meter.measure(act, is_busy)
    return result


def acts(window: Any, path: Path, folder: Path) -> Iterator[Act]:
    """Yield what is done, one after the other; each begins where the last ended."""
    yield "open the project", lambda: window.open_project(path)
    window.activateWindow()
    parts = (
        reading, listing, looking_back, searching, counting, tabulating, importing
    )  # fmt: skip
    for of_part in parts:
        yield from of_part(window, folder)
    yield "close the project", window.close_project


def reading(window: Any, _folder: Path) -> Iterator[Act]:
    """Yield what is done while reading."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from workbench.model.spans import Span

    center = window.workspace.center
    documents = window.workspace.project.documents.all()
    long = max(documents, key=lambda it: it.passages)

    def key(text: str) -> Callable[[], None]:
        return lambda: QTest.keyClicks(center.current_reader().pane, text)

    yield "open another document", lambda: center.open_document(documents[1].id)
    yield "switch to the long document", lambda: center.open_document(long.id)
    pane = center.current_reader().pane
    pane.setFocus()
    yield "show all its passages", lambda: _wait_for(pane, long.passages)
    bar = pane.verticalScrollBar()
    yield "scroll to the middle", lambda: bar.setValue(bar.maximum() // 2)
    yield "scroll by a page", lambda: bar.setValue(bar.value() + bar.pageStep())
    yield "next passage (J)", key("j")
    yield "previous passage (K)", key("k")
    start = pane.span_in_view().start
    for number in range(REPEATS):
        span = Span(start + number, start + number + 51)
        pane.select(span)
        yield f"tag by key, {number + 1}", key("1")
    yield "delete a passage (Del)", lambda: QTest.keyClick(pane, Qt.Key.Key_Delete)
    yield "next passage, again", key("j")
    note = window.workspace.passage.note_field
    yield "type into the passage's note", lambda: QTest.keyClicks(note, "so")
    yield "type more of it", lambda: QTest.keyClicks(note, " and so")
    yield "save the note", note.flush
    yield "switch to the other tab", lambda: center.step_tab(1)
    yield "switch back", lambda: center.step_tab(1)


def listing(window: Any, _folder: Path) -> Iterator[Act]:
    """Yield what is done with the lists around the text."""
    from PySide6.QtCore import Qt

    workspace = window.workspace
    library, tags = workspace.library, workspace.tags
    yield "filter the library", lambda: library.bar.field.setText("1")
    yield "filter no longer", library.bar.field.clear
    yield "all documents as a table", workspace.open_documents
    yield "filter the tags", lambda: tags.filter_row.field.setText("tag 4")
    yield "filter tags no longer", tags.filter_row.field.clear
    root = tags.model.index(0, 0)
    yield "tooltip of a root tag", lambda: root.data(Qt.ItemDataRole.ToolTipRole)
    second, sixth = tags.model.tags[1].id, tags.model.tags[5].id
    yield "select a tag", lambda: tags.tree.go_to(second)
    yield "list the passages of a tag", lambda: workspace.going.to_tag(sixth)
    words = workspace.passages.bar.field
    yield "filter the passages", lambda: words.setText("e")
    yield "filter passages no longer", words.clear
    notes = workspace.notes
    yield "show the notes", lambda: workspace.bottom.setCurrentWidget(notes)
    yield "filter the notes, first key", lambda: notes.tools.field.setText("9")
    yield "filter the notes, more", lambda: notes.tools.field.setText("99")
    yield "filter notes no longer", notes.tools.field.clear
    for column in range(notes.model.columnCount()):
        name = notes.model.headings[column]
        yield f"sort the notes by “{name}”", _sorting(notes.table, column)
    field = notes.editor.text_field
    notes.table.setCurrentIndex(notes.model.index(3, 0))
    yield "type into a note", lambda: field.insertPlainText("more")
    yield "save that note", field.flush


def _sorting(table: Any, column: int) -> Callable[[], None]:
    from PySide6.QtCore import Qt

    return lambda: table.sortByColumn(column, Qt.SortOrder.AscendingOrder)


def looking_back(window: Any, _folder: Path) -> Iterator[Act]:
    """Yield the review, the history and the bin."""
    from workbench.operations.passages import tag_passages

    workspace = window.workspace
    project, lists = workspace.project, workspace.bottom
    yield "open the review", workspace.center.versions.open_review
    review = workspace.center.versions.open_review()
    yield (
        "go to another review",
        lambda: review.list.view.setCurrentIndex(review.model.index(7, 0)),
    )
    yield "accept a place", review.accept
    yield "show the history", lambda: lists.setCurrentWidget(lists.history)
    yield "show the bin", lambda: lists.setCurrentWidget(lists.bin)
    removed = lists.bin.table
    yield (
        "choose a document in the bin",
        lambda: removed.setCurrentIndex(lists.bin.model.index(1, 0)),
    )
    yield "back to the notes", lambda: lists.setCurrentWidget(lists.notes)
    ids = [it.id for it in project.passages.of_document(project.documents.all()[0].id)]
    tag = workspace.tags.model.tags[3].id
    yield "tag 50 passages", lambda: tag_passages(project, ids[:50], [tag])
    yield "undo that", window.actions_by_id["edit.undo"].trigger


def searching(window: Any, _folder: Path) -> Iterator[Act]:
    """Yield what is done with the field and the results, a long text being open."""
    from workbench.operations.searches import save_search

    workspace = window.workspace
    lists, field = workspace.bottom, workspace.header.search_field
    results, controller = lists.results, lists.search_controller
    long = max(workspace.project.documents.all(), key=lambda it: it.passages)
    yield "back to the long document", lambda: workspace.center.open_document(long.id)
    text = workspace.center.current_reader().pane.text
    yield f"type {LETTERS} letters", lambda: _type(field, text[:LETTERS])
    yield "search a word", lambda: controller.run(text.split()[0])
    yield "search many words (t*)", lambda: controller.run("t*")
    yield "search a pattern (/t.*n/)", lambda: controller.run("/t.*n/")
    bar = results.view.verticalScrollBar()
    yield "scroll to the last hit", lambda: bar.setValue(bar.maximum())
    yield "tick all hits", results.model.tick_all
    yield "next hit", results.next_hit
    save_search(workspace.project, "saved", "t*", controller.options)
    yield "list saved searches", lists.kept.open_saved
    batch = workspace.center.batches.open()
    batch.asking.field.setPlainText("\n".join(text.split()[:20]))
    yield "search a batch of 20", batch.asking.run_button.click


def counting(window: Any, _folder: Path) -> Iterator[Act]:
    """Yield the concordance and what is counted from it."""
    from ui.concordance.panel import Part
    from workbench.model.concordances import SortKey

    lists = window.workspace.bottom
    panel = lists.concordance
    table, sort_bar = panel.lines.table, panel.lines.sort_bar
    yield "every line of t*", lambda: lists.setCurrentWidget(panel)
    yield "sort lines by words", lambda: sort_bar.sort_by([SortKey.R1, SortKey.R2])
    bar = table.verticalScrollBar()
    yield "scroll to the middle line", lambda: bar.setValue(bar.maximum() // 2)
    yield "select all lines", table.selectAll
    yield "tick all lines", table.tick_chosen
    for part in (Part.PLOT, Part.COLLOCATES, Part.NGRAMS, Part.KEY_WORDS):
        yield str(part).lower(), _turning(panel, part)


def tabulating(window: Any, _folder: Path) -> Iterator[Act]:
    """Yield what is done with a table, a matrix and cases; then with a text beside."""
    from PySide6.QtTest import QTest

    from workbench.model.spans import Span

    workspace = window.workspace
    center, lists, project = workspace.center, workspace.bottom, workspace.project
    ((table_id, _name),) = project.tables.all()
    yield "open a table", lambda: center.open_table(table_id)
    panel = center.open_table(table_id)
    bar = panel.view.verticalScrollBar()
    yield "a page of the table", lambda: bar.setValue(bar.pageStep())
    yield "the end of the table", lambda: bar.setValue(bar.maximum())
    place = panel.model.place_of(panel.table.rows[0].id, panel.table.columns[0].id)
    yield "select a cell", lambda: panel.view.setCurrentIndex(place)
    yield "write in it", lambda: panel.model.setData(place, "Written anew")
    yield "filter the table", lambda: panel.bar.filter_field.setText("written")
    yield "filter it no longer", lambda: panel.bar.filter_field.setText("")
    yield "open a matrix", center.matrices.open
    yield "show the cases", lambda: lists.open_list(lists.cases)
    long = max(project.documents.all(), key=lambda it: it.passages)
    yield "the text beside them", lambda: center.open_document(long.id)
    pane = center.current_reader().pane
    pane.setFocus()
    start = pane.span_in_view().start
    for number in range(REPEATS // 3):
        pane.select(Span(start + 7 * number, start + 7 * number + 90))
        yield f"tag beside them, {number + 1}", lambda: QTest.keyClicks(pane, "1")
    yield "undo beside them", window.actions_by_id["edit.undo"].trigger
    yield "to the matrix", lambda: center.step_tab(-1)
    yield "to the table", lambda: center.step_tab(-1)


def _turning(panel: Any, part: Any) -> Callable[[], None]:
    return lambda: panel.switch.choose(part)


def _type(field: Any, letters: str) -> None:
    from PySide6.QtTest import QTest

    for letter in letters:
        QTest.keyClicks(field, letter)
        spin(LETTER_MS)


def importing(window: Any, folder: Path) -> Iterator[Act]:
    """Yield an import."""
    imports = window.workspace.imports
    yield "import 5,000 files", lambda: imports.import_paths([folder])


def _wait_for(pane: Any, passages: int) -> None:
    while len(pane.passages) < passages:
        spin(20)


def _clocks() -> Gap:
    return time.perf_counter(), time.thread_time()


def spin(milliseconds: int) -> None:
    """Let events through for a while."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


CHILDREN: dict[str, Callable[..., dict[str, Any]]] = {"make": make, "measure": measure}

if __name__ == "__main__":
    main()
