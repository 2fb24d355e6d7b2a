"""Marks zones of one document, and goes through what looks like one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt

from ui.common import Common
from ui.keymap import keymap, undo_hint
from ui.widgets.choice_list import Choice
from ui.widgets.choice_popup import ChoicePopup
from ui.widgets.counting import count_of
from ui.zones.page import ZonedPage
from ui.zones.strip import ZonesStrip
from workbench.jobs import Tracker
from workbench.model.changes import Changes
from workbench.model.ids import DocumentId
from workbench.model.spans import Span
from workbench.model.zones import SuggestedZone, Zone, ZoneKind
from workbench.operations import zones as operations
from workbench.operations.labels import first_words
from workbench.project import Project

Decide = Callable[[Project, DocumentId, Sequence[SuggestedZone]], None]
MARKED, KEPT = "Marked a zone ({})", "Kept as content, and not asked again"
KINDS = (ZoneKind.OTHER, *(it for it in ZoneKind if it is not ZoneKind.OTHER))


class ZonesController(QObject):
    """Serves one reader: its page and the strip above it."""

    def __init__(
        self,
        common: Common,
        strip: ZonesStrip,
        page: ZonedPage,
        document_id: DocumentId,
    ) -> None:
        super().__init__(strip)
        self._project = common.project
        self._notices = common.notices
        self._runner = common.runner
        self._strip = strip
        self._page = page
        self._document_id = document_id
        self._found: Sequence[SuggestedZone] | None = None
        self._open: list[SuggestedZone] = []
        self._at: int | None = None
        self._shown: list[Span] = []
        self._is_put_off = False
        self._version = 0
        common.signals.changed.connect(self._follow)
        strip.begin.connect(self.go_through)
        strip.accepted.connect(lambda: self._decide(operations.accept_zones, MARKED))
        strip.refused.connect(lambda: self._decide(operations.refuse_zones, KEPT))
        strip.all_accepted.connect(self._accept_all)
        strip.stepped.connect(self._step)
        strip.later.connect(self._put_off_questions)
        self._show_zones()

    def look(self) -> None:
        """Look for suggestions, off the UI thread; once for each text."""
        if self._project.is_read_only or not self._is_there():
            return
        version = self._project.documents.version(self._document_id)
        if version == self._version:
            return
        self._version, self._found = version, None
        project, document_id = self._project, self._document_id

        def find(_tracker: Tracker) -> tuple[int, list[SuggestedZone]]:
            with project.reader() as view:
                number = view.documents.version(document_id)
                return number, operations.find_zones(view, document_id)

        self._runner.start(find, "Looking for zones").succeeded.connect(self._take)

    def go_through(self) -> None:
        """Ask about the suggestions, one after the other."""
        self._is_put_off = False
        if self._open:
            self._ask(0)
            self._strip.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._found is None:
            self._notices.done("Still looking for what is no content")
        else:
            self._notices.done("Nothing else here looks like no content")

    def toggle(self) -> None:
        """Make what is selected, or the caret's paragraph, a zone or content again."""
        selection, caret = self._page.selection, self._page.caret
        asked = selection or Span(caret, caret)
        around = [it for it in self._zones() if _lies_in(asked, it.span)]
        if around:
            self._remove(around)
        else:
            self._ask_kind(selection or self._page.paragraph_at_caret)

    def list_zones(self) -> None:
        """List the zones: Enter goes to one, the last line removes all."""
        zones = self._zones()
        if not zones:
            way = keymap.way_to("passage.zone")
            self._notices.done(f"No zones here yet · {way} to mark what is no content")
            return
        choices = [Choice(first_words(it.quote), it.kind.value, it) for it in zones]
        everything = f"Make all {len(zones):,} content again"
        if len(zones) > 1:
            choices.append(Choice(everything, "", zones))
        popup = self._popup("Zones of this document", "Find a zone")
        popup.chosen.connect(self._take_listed)
        popup.open_at(self._page.point_of(None), choices)

    # Suggestions

    def _take(self, found: tuple[int, list[SuggestedZone]]) -> None:
        if not self._is_there():
            return
        version, self._found = found
        if version != self._project.documents.version(self._document_id):
            self._found, self._version = None, 0
            self.look()
            return
        self._update()

    def _update(self) -> None:
        """Ask about what is still open, or offer it."""
        found, at, before = self._found or (), self._at, self._open
        self._open = operations.undecided(self._project, self._document_id, found)
        if self._open == before:
            return
        if not self._open:
            self._end()
        elif at is not None:
            self._ask(min(at, len(self._open) - 1))
        elif not self._is_put_off:
            self._strip.offer(len(self._open))

    def _ask(self, at: int) -> None:
        self._at = at
        suggestion = self._open[at]
        self._page.set_frame(suggestion.span)
        self._page.go_to(suggestion.span)
        self._strip.ask(suggestion, at + 1, len(self._open))

    def _step(self, by: int) -> None:
        if self._at is not None:
            self._ask((self._at + by) % len(self._open))

    def _decide(self, decide: Decide, said: str) -> None:
        if self._at is None:
            return
        suggestion = self._open[self._at]
        with self._notices.guard():
            decide(self._project, self._document_id, [suggestion])
            self._notices.done(f"{said.format(suggestion.kind)} · {undo_hint()}")

    def _accept_all(self) -> None:
        count = len(self._open)
        with self._notices.guard():
            operations.accept_zones(self._project, self._document_id, self._open)
            marked = count_of(count, "zone")
            self._notices.done(f"Marked {marked} · {undo_hint()}")

    def _put_off_questions(self) -> None:
        self._is_put_off = True
        self._end()

    def _end(self) -> None:
        """Ask no more, and go on reading where the last question was."""
        was_asking, self._at = self._at is not None, None
        had_focus = self._strip.hasFocus()
        self._strip.hide()
        self._page.set_frame(None)
        if was_asking or had_focus:
            self._page.setFocus()

    # Zones

    def _zones(self) -> list[Zone]:
        return self._project.zones.of_document(self._document_id)

    def _ask_kind(self, span: Span) -> None:
        likely = [it.kind for it in self._open if it.span.overlaps(span)]
        kinds = list(dict.fromkeys([*likely, *KINDS]))
        popup = self._popup("What is it, instead of content?", "Find a kind")
        popup.chosen.connect(lambda kind: self._mark(span, kind))
        choices = [Choice(it.value.capitalize(), "", it) for it in kinds]
        popup.open_at(self._page.point_of(span), choices)

    def _mark(self, span: Span, kind: ZoneKind) -> None:
        with self._notices.guard():
            operations.mark_zone(self._project, self._document_id, span, kind)
            self._notices.done(f"{MARKED.format(kind)} · {undo_hint()}")

    def _remove(self, zones: Sequence[Zone]) -> None:
        with self._notices.guard():
            operations.remove_zones(self._project, zones)
            what = "The zone is" if len(zones) == 1 else f"{len(zones):,} zones are"
            self._notices.done(f"{what} content again · {undo_hint()}")

    def _take_listed(self, chosen: Zone | list[Zone]) -> None:
        if isinstance(chosen, list):
            self._remove(chosen)
            return
        self._page.select(Span(chosen.span.start, chosen.span.start))
        self._page.go_to(chosen.span)
        self._page.setFocus()

    def _popup(self, title: str, placeholder: str) -> ChoicePopup:
        return ChoicePopup(title, placeholder, self._strip.window())

    def _is_there(self) -> bool:
        """Tell whether the document is; the reader of a removed one will be closed."""
        return bool(self._project.documents.some([self._document_id]))

    def _show_zones(self) -> None:
        zones = [it.span for it in self._zones()]
        if zones != self._shown:
            self._shown = zones
            self._page.set_zones(zones)

    def _follow(self, changes: Changes) -> None:
        changed = changes.ids.get("documents", frozenset())
        is_other_text = changes.touches("versions") and self._document_id in changed
        if not (is_other_text or changes.touches("zones")) or not self._is_there():
            return
        if is_other_text:
            self._version, self._found, self._shown = 0, None, []
            if self._page.isVisible():
                self.look()
        self._show_zones()
        self._update()


def _lies_in(span: Span, zone: Span) -> bool:
    return zone.start <= span.start and span.end <= zone.end
