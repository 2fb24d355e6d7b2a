"""Writes a comparison to a file: as a page with two texts, or as rows of all pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject

from ui.common import Common
from ui.compare.panel import ComparePanel
from ui.writing import CSV, PAGE, Writing, is_page
from workbench.jobs import Tracker
from workbench.operations.comparison_files import (
    export_all_pairs,
    export_comparison,
    export_versions,
)
from workbench.views import ProjectView

LONGEST_TITLE = 32
NAME = "Comparison"


class Write(Protocol):
    """Writes a file and returns how many pairs it has."""

    def __call__(self, view: ProjectView, *, target: Path, tracker: Tracker) -> int:
        """Write it."""
        ...


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be written."""

    words: str
    kind: str
    write: Write


class ComparisonFiles(QObject):
    """Offers in the menu of a panel what can be written of what it shows now."""

    def __init__(self, common: Common, panel: ComparePanel) -> None:
        super().__init__(panel)
        self._project = common.project
        self._panel = panel
        self._writing = Writing(common, panel)
        panel.bar.export_menu.aboutToShow.connect(self._offer)

    def choices(self) -> list[Choice]:
        """Return what can be written: of more than two texts a page of each two."""
        shown = self._panel.shown
        if self._panel.shows_versions:
            current = self._project.documents.version(shown[0].document_id)
            old, new = (it.version or current for it in shown)
            write = partial(
                export_versions, document_id=shown[0].document_id, old=old, new=new
            )
            return [
                Choice("Page with both versions…", PAGE, write),
                Choice("Paragraphs as CSV…", CSV, write),
            ]
        ids = [it.document_id for it in shown]
        rows = partial(export_all_pairs, document_ids=ids)
        return [*self._pages(), Choice("Shared statements as CSV…", CSV, rows)]

    def _pages(self) -> Iterator[Choice]:
        shown, sides = self._panel.shown, self._panel.panes.sides
        titles = {
            it.document_id: side.title for it, side in zip(shown, sides, strict=True)
        }
        twos = dict.fromkeys(combinations((it.document_id for it in shown), 2))
        for a, b in twos:
            words = "Page with both texts…"
            if len(twos) > 1:
                words = f"Page of {_named([titles[a], titles[b]])}"
            yield Choice(words, PAGE, partial(export_comparison, a=a, b=b))

    def _offer(self) -> None:
        menu = self._panel.bar.export_menu
        menu.clear()
        for it in self.choices():
            action = menu.addAction(it.words.replace("&", "&&"))
            action.triggered.connect(lambda _=False, it=it: self._ask_where(it))

    def _ask_where(self, choice: Choice) -> None:
        path = self._writing.ask("Export comparison", NAME, choice.kind)
        if path is None:
            return
        noun = "pair" if is_page(path) else "row"
        self._writing.write(
            path,
            lambda view, tracker: choice.write(view, target=path, tracker=tracker),
            noun,
        )


def _named(titles: Sequence[str]) -> str:
    return " and ".join(f"“{_cut(it)}”" for it in titles)


def _cut(title: str) -> str:
    is_short = len(title) <= LONGEST_TITLE
    return title if is_short else f"{title[: LONGEST_TITLE - 1].rstrip()}…"
