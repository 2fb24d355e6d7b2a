"""Measures two texts side by side with 500 ribbons against the same two without.

The texts are generated; every other paragraph stands in both, in another order here
and there. One line a figure, and the ratio to the bare pair of readers of the same run.
A folder with texts may be given: its first two are opened as a person opens them.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench import report, timed
from bench_reader import make_text

RIBBONS = 500
SIZE = 300_000
VIEW = (1200, 900)
FRAMES = 150
WHEEL = 120
OPENINGS = 5
SETTLE_MS = 1500


def main() -> None:
    """Measure scrolling, and the opening of the first two texts of a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="texts to open")
    given = parser.parse_args()
    print("\ncompare view")
    measure_scrolling()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.folder or made_folder(Path(scratch))
        measure_opening(folder, Path(scratch))
    sys.stdout.flush()
    # Qt's objects of this run end with the process.
    os._exit(0)


def measure_scrolling() -> None:
    """Scroll two locked texts, without and with ribbons."""
    from PySide6.QtWidgets import QApplication

    from ui.theme import apply

    application = QApplication.instance() or QApplication([])
    apply(application, dark=False)  # type: ignore[arg-type]
    panel, ties = made_panel()
    panel.resize(*VIEW)
    panel.show()
    wait(SETTLE_MS)
    panel.bar.lock_button.toggle()
    bare = frames(panel)
    panel.show_ties(ties)
    shown = frames(panel)
    for what, pick in (("median", statistics.median), ("slowest", max)):
        report(f"frame without ribbons, {what}", pick(bare) * 1e3, "ms")
        report(
            f"frame with {len(ties)} ribbons, {what}", pick(shown) * 1e3, "ms",
            pick(shown) / pick(bare), "of bare",
        )  # fmt: skip
    panel.deleteLater()


def made_panel() -> tuple[Any, list[Any]]:
    """Return a comparison of two generated texts, and 500 ties between them."""
    from ui.compare.panel import ComparePanel
    from ui.compare.reading import Offer, Shown
    from ui.compare.ties import Tie
    from ui.reader.beside import TextBeside
    from ui.reader.pane import ReadingPane
    from workbench.model.documents import Block
    from workbench.model.ids import DocumentId
    from workbench.model.links import LinkKind
    from workbench.model.spans import Span
    from workbench.text.word_diff import word_diff

    chance = random.Random(7)
    texts = {it: make_text(SIZE, chance) for it in (1, 2)}

    def blocks(text: str) -> list[Block]:
        found, at = [], 0
        for part in text.split("\n\n"):
            found.append(Block(Span(at, at + len(part))))
            at += len(part) + 2
        return found

    def make(shown: Shown) -> TextBeside:
        pane, text = ReadingPane(), texts[shown.document_id]
        pane.set_document(text, blocks(text))
        return TextBeside(pane, pane)

    kinds = (LinkKind.VERBATIM, LinkKind.ALTERED, LinkKind.PARAPHRASE)
    step = SIZE // RIBBONS - 1
    ties = []
    for number in range(RIBBONS):
        at = number * step
        other = max(0, min(SIZE - 400, at + chance.randint(-2_000, 2_000)))
        ends = Span(at, at + 250), Span(other, other + 240)
        ties.append(Tie(0, 1, kinds[number % 3], *ends, score=0.9))
    shown = [Shown(DocumentId(1)), Shown(DocumentId(2))]
    offers = [Offer(f"Text {it.document_id}", it) for it in shown]
    return ComparePanel(make, offers, shown, word_diff), ties


def frames(panel: Any) -> list[float]:
    """Turn the wheel on the left text, and paint all at once each time."""
    bar = panel.readers[0].verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    left = panel.readers[0].viewport()
    left.repaint()

    def turn() -> None:
        bar.setValue(bar.value() + WHEEL)
        # With it, Qt paints all that has changed: the other text, ribbons, overviews.
        left.repaint()

    return [timed(turn) for _ in range(FRAMES)]


def measure_opening(folder: Path, scratch: Path) -> None:
    """Open two documents side by side, until they are painted with their texts."""
    from ui.app import build
    from ui.session import Session
    from workbench.operations.importing import import_paths
    from workbench.project import Project

    path = scratch / "opening.workbench"
    with Project.create(path, analyst="bench") as project:
        import_paths(project, sorted(folder.glob("*.txt"))[:2])
        ids = [it.id for it in project.documents.all()]
    _, window = build(path, dark=False, session=Session(scratch / "window.ini"))
    window.resize(1280, 800)
    window.show()
    wait(SETTLE_MS)
    assert window.workspace is not None
    center = window.workspace.center

    def open_both() -> None:
        center.open_compare(*ids)
        window.repaint()

    def open_one() -> None:
        for document_id in ids:
            center.add_reader(document_id)
            window.repaint()

    bare, taken = [], []
    for _ in range(OPENINGS):
        for act, times in ((open_one, bare), (open_both, taken)):
            times.append(timed(act))
            wait(SETTLE_MS)
            while center.tabs.count():
                center.close_tab(0)
            wait(SETTLE_MS // 5)
    least, alone = min(taken) * 1e3, min(bare) * 1e3
    report("two readers, one after the other, opened", alone, "ms")
    report("compare view opened", least, "ms", least / alone, "of these")
    window.close_project()


def made_folder(scratch: Path) -> Path:
    """Write two texts of some pages with paragraphs in common."""
    chance = random.Random(3)
    shared = make_text(4_000, chance).split("\n\n")
    folder = scratch / "texts"
    folder.mkdir()
    for name in ("one", "two"):
        parts = [*make_text(4_000, chance).split("\n\n"), *shared]
        chance.shuffle(parts)
        (folder / f"{name}.txt").write_text("\n\n".join(parts))
    return folder


def wait(milliseconds: int) -> None:
    """Let the window work for a while."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
