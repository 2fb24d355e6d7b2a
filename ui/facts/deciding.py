"""Verdicts on what two documents state: asked for, kept as links, taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.common import Common
from ui.facts.entries import Value
from ui.facts.lines import Line
from ui.facts.panel import FactsPanel
from ui.facts.verdict_popup import VerdictPopup
from ui.keymap import undo_hint
from ui.widgets.link_words import verdict_words
from workbench.model.ids import DocumentId
from workbench.model.links import Link, LinkKind, Stretch
from workbench.operations.links import change_link, link_places, remove_links

ONE_SIDED = "Only one of the documents states this; a verdict needs both"
NO_VERDICT = "There is no verdict on this line"


class Deciding(QObject):
    """Asks over the line of a page; `pair` tells which two documents it is about.

    It raises a `WorkbenchError` while the lines are not those of the texts of now.
    """

    def __init__(
        self,
        common: Common,
        panel: FactsPanel,
        pair: Callable[[], tuple[DocumentId, DocumentId]],
    ) -> None:
        super().__init__(panel)
        self._project = common.project
        self._notices = common.notices
        self._panel = panel
        self._pair = pair
        panel.verdict_wanted.connect(self._ask)
        panel.verdict_unwanted.connect(self._remove)

    def _ask(self, line: Line) -> None:
        a, b = line.entry.pair(line.number)
        if a is None or b is None:
            self._notices.done(ONE_SIDED)
            return
        with self._notices.guard():
            self._pair()
            self._open(line, a, b)

    def _open(self, line: Line, a: Value, b: Value) -> None:
        verdict = line.entry.verdict_on(line.number)
        popup = VerdictPopup(line.entry.row.subject, self._panel)
        if verdict is None:
            popup.decided.connect(lambda kind, why: self._decide(a, b, kind, why))
        else:
            popup.decided.connect(lambda kind, why: self._change(verdict, kind, why))
            popup.removed.connect(lambda: self._remove(line))
        popup.open_at(self._panel.point_of_line(), verdict)

    def _decide(self, a: Value, b: Value, kind: LinkKind, reason: str) -> None:
        with self._notices.guard():
            source, target = (
                Stretch(document_id, value.fact.span)
                for document_id, value in zip(self._pair(), (a, b), strict=True)
            )
            link_places(self._project, source, target, kind, reason)
            self._tell(kind)

    def _change(self, verdict: Link, kind: LinkKind, reason: str) -> None:
        with self._notices.guard():
            change_link(self._project, verdict.id, kind, reason)
            self._tell(kind)

    def _remove(self, line: Line) -> None:
        verdict = line.entry.verdict_on(line.number)
        if verdict is None:
            self._notices.done(NO_VERDICT)
            return
        with self._notices.guard():
            remove_links(self._project, [verdict.id])
            self._notices.done(f"Removed the verdict · {undo_hint()}")

    def _tell(self, kind: LinkKind) -> None:
        self._notices.done(f"Verdict: {verdict_words(kind)} · {undo_hint()}")
