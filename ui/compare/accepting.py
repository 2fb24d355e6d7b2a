"""Makes links of pairs and of what is selected, and takes them away."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint

from ui.common import Common
from ui.compare.kind_popup import KindPopup
from ui.compare.panel import ComparePanel
from ui.compare.ties import Tie
from ui.keymap import undo_hint
from ui.widgets.link_words import words_of
from workbench.model.ids import DocumentId
from workbench.model.links import LinkKind, Stretch
from workbench.operations.links import link_places, remove_links

_NO_LINK = "This pair has no link to remove"
_VERSIONS = "Versions of one document are compared, but not linked"
_ONE_SIDED = "Only one of the texts has this; there is nothing to link it with"


class Accepting(QObject):
    """Serves one panel; every link is one step that can be undone."""

    def __init__(self, common: Common, panel: ComparePanel) -> None:
        super().__init__(panel)
        self._common = common
        self._panel = panel
        panel.accept_wanted.connect(self._accept)
        panel.kind_wanted.connect(self._ask_kind)
        panel.link_wanted.connect(self._ask_for_selections)
        panel.unlink_wanted.connect(self._remove)

    def _accept(self, tie: Tie) -> None:
        if tie.links:
            kinds = ", ".join(words_of(it.kind) for it in tie.links)
            self._common.notices.done(f"Linked already as {kinds}")
        elif isinstance(tie.kind, LinkKind) and (ends := self._ends(tie)):
            self._link(*ends, tie.kind)
        else:
            self._explain(tie)

    def _ask_kind(self, tie: Tie, point: QPoint) -> None:
        ends = self._ends(tie)
        if not isinstance(tie.kind, LinkKind) or ends is None:
            self._explain(tie)
            return
        self._ask(*ends, point, tie.links[-1].kind if tie.links else tie.kind)

    def _ask_for_selections(
        self, source: Stretch, target: Stretch, point: QPoint
    ) -> None:
        self._ask(source, target, point, LinkKind.PARAPHRASE)

    def _ask(
        self, source: Stretch, target: Stretch, point: QPoint, current: LinkKind
    ) -> None:
        popup = KindPopup(self._panel)
        popup.chosen.connect(
            lambda kind, reason: self._link(source, target, kind, reason)
        )
        popup.open_at(point, current)

    def _link(
        self, source: Stretch, target: Stretch, kind: LinkKind, reason: str = ""
    ) -> None:
        notices = self._common.notices
        with notices.guard():
            link_places(self._common.project, source, target, kind, reason)
            notices.done(f"Linked as {words_of(kind)} · {undo_hint()}")

    def _remove(self, tie: Tie) -> None:
        notices = self._common.notices
        if not tie.links:
            notices.done(_NO_LINK)
            return
        with notices.guard():
            remove_links(self._common.project, [it.id for it in tie.links])
            notices.done(f"Link removed · {undo_hint()}")

    def _ends(self, tie: Tie) -> tuple[Stretch, Stretch] | None:
        ids = self._panel.document_ids
        if tie.a is None or tie.b is None:
            return None
        return (
            Stretch(DocumentId(ids[tie.left]), tie.a),
            Stretch(DocumentId(ids[tie.right]), tie.b),
        )

    def _explain(self, tie: Tie) -> None:
        is_version = not isinstance(tie.kind, LinkKind)
        self._common.notices.done(_VERSIONS if is_version else _ONE_SIDED)
