"""Opens the tabs in which texts stand side by side: documents, twins, versions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.common import Common
from ui.compare.citing import PairCiting
from ui.compare.controller import CompareController
from ui.compare.pair_menu import PairMenu
from ui.compare.panel import ComparePanel
from ui.compare.panes import FEWEST, MOST
from ui.compare.reading import Offer, Reading, Shown
from ui.compare.ways import Ways
from ui.fact_pages import add_facts
from ui.keymap import keymap
from ui.places.place import Tab, TabKind
from ui.places.travel import Travel
from ui.reader.beside import TextBeside
from ui.reader.panel import ReaderPanel
from ui.readers import Readers
from ui.strips import Strips
from ui.tab_group import TITLE_LENGTH
from ui.version_texts import show_version
from ui.versions.choices import version_choices
from ui.widgets.choice_list import Choice
from ui.widgets.choice_popup import ChoicePopup
from ui.widgets.moments import readable_date
from workbench.errors import WorkbenchError
from workbench.model.changes import Changes
from workbench.model.documents import Document
from workbench.model.ids import DocumentId
from workbench.operations.comparing import pair_differences

NOTHING_READ = "Open a document first; then it can be compared."
ALONE = "Import a second document to compare with."
ONLY_VERSIONS = "Versions of one document are compared two at a time"
HOW_MANY = "Choose two to four documents to compare."
_BETWEEN = " ↔ "
_FIND = "Find a document"


class CompareTabs(QObject):
    """Knows the comparisons in the strips of a center."""

    cite_requested = Signal(object, object)  # list[Source], global QPoint
    cite_opposed_requested = Signal(object, object)  # the same, one against the other

    def __init__(
        self, common: Common, strips: Strips, readers: Readers, travel: Travel
    ) -> None:
        super().__init__(strips)
        self._common = common
        self._project = common.project
        self._strips = strips
        self._readers = readers
        self._travel = travel
        self._controllers: dict[ComparePanel, CompareController] = {}
        self._is_over = False
        self._is_locked = True
        strips.closing.connect(self._stop)
        common.signals.closed.connect(self._end)
        common.signals.changed.connect(self._follow)

    def open(self, *ids: int) -> ComparePanel:
        """Show two to four documents side by side; one twice shows its twins."""
        if not FEWEST <= len(ids) <= MOST:
            raise WorkbenchError(HOW_MANY)
        return self._open([Shown(DocumentId(it)) for it in ids])

    def open_versions(self, document_id: int, old: int, new: int = 0) -> ComparePanel:
        """Show two versions of a document; 0 is the current one, whichever that is."""
        of_document = DocumentId(document_id)
        return self._open(
            [Shown(of_document, old or None), Shown(of_document, new or None)]
        )

    def ask_with(self, reader: ReaderPanel | None) -> None:
        """Ask which document to show beside the one that is read."""
        document_id = self._read_in(reader)
        others = [it for it in self._documents() if it.id != document_id]
        if not others:
            raise WorkbenchError(ALONE)
        popup = ChoicePopup("Compare with", _FIND, self._strips)
        popup.chosen.connect(lambda other: self.open(document_id, other))
        popup.open_at(self._point(), _choices(others))

    def open_twins(self, reader: ReaderPanel | None) -> None:
        """Show the document that is read beside itself, with what it says twice."""
        document_id = self._read_in(reader)
        self.open(document_id, document_id)

    def ask_version(self, reader: ReaderPanel | None) -> None:
        """Ask which earlier version to show beside the document that is read."""
        document_id = self._read_in(reader)
        versions = self._project.versions.of_document(document_id)
        current = self._project.documents.version(document_id)
        earlier = [it for it in versions if it.number != current]
        if not earlier:
            way = keymap.way_to("project.replace")
            self._common.notices.done(
                f"This is the only version · {way} to bring in another"
            )
            return
        popup = ChoicePopup("Compare with a version", "Find a version", self._strips)
        popup.chosen.connect(lambda number: self.open_versions(document_id, number))
        popup.open_at(self._point(), version_choices(earlier, current))

    def show_tab(self, tab: Tab) -> None:
        """Show what one of these tabs is named after."""
        if tab.kind is TabKind.COMPARED_VERSIONS:
            self.open_versions(*tab.ids)
        else:
            self.open(*tab.ids)

    def tab_of(self, widget: QWidget) -> Tab | None:
        """Name a tab, if it is one of these."""
        if not isinstance(widget, ComparePanel):
            return None
        if widget.shows_versions:
            numbers = (it.version or 0 for it in widget.shown)
            return Tab(TabKind.COMPARED_VERSIONS, (widget.document_ids[0], *numbers))
        return Tab(TabKind.COMPARISON, widget.document_ids)

    def has(self, tab: Tab) -> bool:
        """Tell whether the project has what one of these tabs shows."""
        if tab.kind is TabKind.COMPARISON:
            is_right = FEWEST <= len(tab.ids) <= MOST
            return is_right and self._project.documents.are_there(tab.ids)
        if len(tab.ids) != 3 or not self._project.documents.are_there(tab.ids[:1]):
            return False
        versions = self._project.versions.of_document(DocumentId(tab.ids[0]))
        return {0, *(it.number for it in versions)} >= {*tab.ids[1:]}

    def _open(self, shown: Sequence[Shown]) -> ComparePanel:
        with self._travel.jump():
            for panel in self._strips.of_kind(ComparePanel):
                if panel.shown == tuple(shown):
                    self._strips.bring_to_front(panel)
                    return panel
            panel = self._made(shown)
            self._strips.add(panel, self._title(panel))
            # Once the texts are on the screen: they come first.
            QTimer.singleShot(0, panel, lambda: self._complete(panel))
            return panel

    def _complete(self, panel: ComparePanel) -> None:
        """Add what is found out about the texts, unless all of it closes already."""
        if self._is_over or self._strips.group_of(panel) is None:
            return
        self._controllers[panel] = CompareController(self._common, panel)
        if not panel.shows_versions:
            facts = add_facts(self._common, panel)
            facts.cite_requested.connect(self.cite_requested)

    def _made(self, shown: Sequence[Shown]) -> ComparePanel:
        offers = self._offers(shown)
        ways = Ways(self._travel.jump, self._travel.excursion)
        panel = ComparePanel(
            self._make, offers, shown, pair_differences,
            is_locked=self._is_locked, ways=ways,
        )  # fmt: skip
        panel.bar.lock_button.toggled.connect(self._keep_lock)
        panel.documents_changed.connect(
            lambda: self._strips.name_tab(panel, self._title(panel))
        )
        panel.pane_wanted.connect(lambda point: self._ask_pane(panel, point))
        citing = PairCiting(panel)
        citing.cite_wanted.connect(self.cite_requested)
        citing.cite_opposed_wanted.connect(self.cite_opposed_requested)
        PairMenu(panel, citing)
        return panel

    def _keep_lock(self, is_locked: bool) -> None:  # noqa: FBT001  (Qt's)
        """Let the next comparison scroll as somebody wanted it in this one."""
        self._is_locked = is_locked

    def _make(self, shown: Shown) -> Reading:
        if shown.version is None:
            reader = self._readers.make(shown.document_id)
            reader.pane.leave_title_out()
            return TextBeside(reader.pane, reader)
        page = self._readers.make_page(smaller_by=0)
        page.pane.leave_title_out()
        show_version(self._project, page, shown.document_id, shown.version)
        return TextBeside(page.pane, page.pane)

    def _offers(self, shown: Sequence[Shown]) -> list[Offer]:
        document_id = shown[0].document_id
        if all(it.version is None for it in shown):
            return [Offer(_name(it), Shown(it.id)) for it in self._documents()]
        versions = self._project.versions.of_document(document_id)
        current = self._project.documents.version(document_id)
        return [
            Offer(
                f"Version {it.number}{', the current text' * (it.number == current)}",
                Shown(document_id, None if it.number == current else it.number),
            )
            for it in versions
        ]

    def _ask_pane(self, panel: ComparePanel, point: QPoint) -> None:
        if panel.shows_versions:
            self._common.notices.done(ONLY_VERSIONS)
            return
        if len(panel.shown) >= MOST:
            self._common.notices.done(f"No more than {MOST} texts fit side by side")
            return
        popup = ChoicePopup("Show beside these", _FIND, panel)
        popup.chosen.connect(lambda it: panel.add_pane(Shown(DocumentId(it))))
        others = [it for it in self._documents() if it.id not in panel.document_ids]
        popup.open_at(point, _choices(others or self._documents()))

    def _title(self, panel: ComparePanel) -> str:
        ids = panel.document_ids
        names = {it.id: _name(it) for it in self._project.documents.some(set(ids))}
        if panel.shows_versions:
            return f"Versions of {names[DocumentId(ids[0])]}"
        if len(set(ids)) == 1:
            return f"Twins in {names[DocumentId(ids[0])]}"
        most = TITLE_LENGTH // len(ids) - len(_BETWEEN)
        return _BETWEEN.join(_cut(names[DocumentId(it)], most) for it in ids)

    def _documents(self) -> list[Document]:
        return self._project.documents.all()

    def _read_in(self, reader: ReaderPanel | None) -> DocumentId:
        if reader is None:
            raise WorkbenchError(NOTHING_READ)
        return self._readers.document_of(reader)

    def _point(self) -> QPoint:
        return self._strips.mapToGlobal(QPoint(60, 60))

    def _stop(self, widget: QWidget) -> None:
        if isinstance(widget, ComparePanel) and widget in self._controllers:
            self._controllers.pop(widget).stop()

    def _end(self) -> None:
        self._is_over = True

    def _follow(self, changes: Changes) -> None:
        if not changes.touches("documents", "versions"):
            return
        for panel in self._strips.of_kind(ComparePanel):
            self._follow_in(panel)

    def _follow_in(self, panel: ComparePanel) -> None:
        """Take away the texts that are gone, and the tab with too few of them."""
        ids = set(panel.document_ids)
        there = {it.id for it in self._project.documents.some(ids)}
        panel.panes.leave_out(ids - there)
        tab = self.tab_of(panel)
        if tab is None or not self.has(tab):
            self._strips.close_tab(panel)
        else:
            panel.offer(self._offers(panel.shown))
            self._strips.name_tab(panel, self._title(panel))


def _name(document: Document) -> str:
    return document.title or document.name


def _cut(name: str, most: int) -> str:
    """Shorten a title, so that the tab has room for all."""
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def _choices(documents: Sequence[Document]) -> list[Choice]:
    return [Choice(_name(it), _when_or_where(it), it.id) for it in documents]


def _when_or_where(document: Document) -> str:
    return readable_date(document.date) if document.date else document.source
