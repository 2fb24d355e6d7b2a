"""The ways to a cell from wherever something to cite is shown: by key and by mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QObject, SignalInstance

from ui.center import Center
from ui.common import Common
from ui.lists import Lists
from ui.passage.panel import PassagePanel
from ui.tables.citing.controller import CitingController
from ui.widgets.drag_out import DragOut
from ui.widgets.dragging import Source, evidence_as_mime
from ui.widgets.row_table import RowTable
from workbench.model.ids import PassageId
from workbench.model.links import Stretch
from workbench.operations.statements import sentences_around

Give = Callable[[], Sequence[Source]]


class CitingWays(QObject):
    """Joins the lists, the readers and the comparisons with what cites.

    Of what a search found, the whole sentences are cited.
    """

    def __init__(
        self, common: Common, citing: CitingController, center: Center
    ) -> None:
        super().__init__(center)
        self._project = common.project
        self._citing = citing
        self._center = center
        center.cite_requested.connect(citing.cite_all)
        center.cite_opposed_requested.connect(citing.cite_opposed)
        center.tables.dropped.connect(citing.cite_in)
        center.tables.cell_used.connect(citing.use_cell)
        citing.cited.connect(self._show_cited)
        self._explain = common.notices.done

    def join(self, lists: Lists, passage: PassagePanel) -> None:
        """Let what is shown beside the texts be cited with a key, or dragged."""
        lines, acts = lists.concordance.lines, lists.results.acts
        found, shown = (
            self._in_sentences(acts.to_cite),
            self._in_sentences(lines.to_cite),
        )
        acts.explained.connect(self._explain)
        self._join_list(lists.results.view, acts.cite_wanted, found)
        self._join_list(lines.table, lines.cite_wanted, shown)
        for panel in (lists.passages, lists.quotes, lists.similar):
            self._join_list(panel.table, panel.cite_wanted, panel.to_cite)
        DragOut(passage.quote_card, lambda: self._passage_of(passage))

    def _join_list(self, table: RowTable, wanted: SignalInstance, give: Give) -> None:
        wanted.connect(lambda point: self._citing.cite_all(give(), point))
        table.carry(lambda: self._mime(give()))

    def _in_sentences(self, give: Give) -> Give:
        def grown() -> Sequence[Source]:
            places = [it for it in give() if isinstance(it, Stretch)]
            return sentences_around(self._project, places)

        return grown

    def _mime(self, sources: Sequence[Source]) -> QMimeData | None:
        if not sources:
            return None
        count = f"{len(sources)} passages"
        words = self._words(sources[0]) if len(sources) == 1 else count
        return evidence_as_mime(sources, words)

    def _passage_of(self, panel: PassagePanel) -> QMimeData | None:
        known = panel.passage_id
        return None if known is None else self._mime([known])

    def _words(self, source: Source) -> str:
        if isinstance(source, Stretch):
            return source.span.of(self._project.documents.text(source.document_id))
        return self._project.passages.get(source).quote

    def _show_cited(self, ids: Sequence[PassageId]) -> None:
        """Show the passage that a selection has become, where it was made."""
        reader = self._center.current_reader()
        if reader is None or reader.selection is None or len(ids) != 1:
            return
        passage = self._project.passages.get(ids[0])
        is_here = passage.document_id == self._center.document_of(reader)
        if is_here and passage.span == reader.selection:
            reader.pane.clear_selection()
            reader.select_passage(passage.id)
