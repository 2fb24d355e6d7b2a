"""Reads what the texts of a comparison share, and keeps it true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from PySide6.QtCore import QObject

from ui.common import Common
from ui.compare.accepting import Accepting
from ui.compare.bar import COMPARING
from ui.compare.finding import Finder, Found, Two, two
from ui.compare.pairs_page import NOT_YET
from ui.compare.panel import ComparePanel
from ui.compare.saving import ComparisonFiles
from ui.compare.ties import (
    Tie,
    mirrored,
    ties_of_pairs,
    ties_of_versions,
    with_links,
)
from ui.widgets.counting import count_of
from workbench.model.alignments import Pair
from workbench.model.changes import Changes
from workbench.model.version_pairs import VersionPair

_NOTHING = "No shared statements found"
_SAME_TEXTS = ("No differences", "Both versions say the same, word for word.")


class CompareController(QObject):
    """Serves one panel; what was found of two texts is kept until one changes."""

    def __init__(self, common: Common, panel: ComparePanel) -> None:
        super().__init__(panel)
        self._project = common.project
        self._panel = panel
        self._finder = Finder(common, self)
        self._finder.found.connect(self._show)
        self._finder.failed.connect(common.notices.problem)
        self._accepting = Accepting(common, panel)
        ComparisonFiles(common, panel)
        panel.documents_changed.connect(self._look)
        panel.explained.connect(common.notices.done)
        common.signals.changed.connect(self._follow)
        self._look()

    def stop(self) -> None:
        """Compare nothing any more: the panel closes."""
        self._finder.stop()

    def _look(self) -> None:
        self._finder.want([question for _, _, question in self._questions()])
        self._show()

    def _questions(self) -> Iterator[tuple[int, int, Two]]:
        shown = self._panel.shown
        for left, right in combinations(range(len(shown)), 2):
            yield left, right, two(shown[left], shown[right])

    def _show(self) -> None:
        ties: list[Tie] = []
        for left, right, question in self._questions():
            found = self._finder.known(question)
            if found is not None:
                ties += self._ties(left, right, question, found)
        self._panel.show_ties(ties)
        self._show_changed_words(ties)
        self._say_how_far()

    def _ties(self, left: int, right: int, question: Two, found: Found) -> list[Tie]:
        if question.are_versions:
            return ties_of_versions(it for it in found if isinstance(it, VersionPair))
        shown = self._panel.shown
        pairs = [it for it in found if isinstance(it, Pair)]
        ids = shown[left].document_id, shown[right].document_id
        is_turned = question.a != shown[left]
        ties = ties_of_pairs(left, right, pairs, are_turned=is_turned)
        ties = with_links(ties, self._project.links.between(*ids), (left, right), ids)
        return [*ties, *mirrored(ties)] if ids[0] == ids[1] else ties

    def _show_changed_words(self, ties: Sequence[Tie]) -> None:
        if not self._panel.shows_versions:
            return
        diffs = [it.diff for it in ties if it.diff is not None]
        removed = sorted(span for it in diffs for span in it.removed)
        added = sorted(span for it in diffs for span in it.added)
        old, new = self._panel.panes.readings
        old.show_changed(removed, are_new=False)
        new.show_changed(added, are_new=True)

    def _say_how_far(self) -> None:
        missing = self._finder.missing
        self._panel.bar.say_progress(_progress(missing))
        if missing:
            self._panel.pairs.say(*NOT_YET)
        elif self._panel.shows_versions:
            self._panel.pairs.say(*_SAME_TEXTS)
        else:
            self._panel.pairs.say(_NOTHING, self._what_was_left_out())

    def _what_was_left_out(self) -> str:
        documents = {it.document_id for it in self._panel.shown}
        left_out = sum(len(self._project.documents.zones(it)) for it in documents)
        if not left_out:
            return "Sentences of the texts were compared; nothing was left out."
        said = count_of(left_out, "zone")
        return f"Sentences of the texts were compared; {said} without content left out."

    def _follow(self, changes: Changes) -> None:
        if changes.touches("zones", "versions"):
            self._finder.forget()
            self._look()
        elif ids := changes.ids.get("documents"):
            self._finder.forget(ids)
            self._look()
        elif changes.touches("links", "passages"):
            self._show()


def _progress(missing: int) -> str:
    if not missing:
        return ""
    return f"{COMPARING}, {missing:,} to go" if missing > 1 else COMPARING
