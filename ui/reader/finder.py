"""Goes through hits in a text: those of the search, or those of the find bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ui.reader import finding
from ui.reader.find_bar import FindBar
from ui.reader.found_spans import FoundSpans
from ui.reader.pane import ReadingPane
from workbench.model.spans import Span

_LONGEST_SOUGHT = 200
_QUICKLY_READ = 1_000_000
"""Characters that are searched with each letter typed; more, once typing pauses."""
_PAUSE_MS = 150


class Finder(QObject):
    """While the bar is open its words are marked, and else what the search found.

    `leaving` says that the pane is about to move away from where somebody read.
    """

    leaving = Signal()

    def __init__(self, pane: ReadingPane, bar: FindBar) -> None:
        super().__init__(pane)
        self._pane = pane
        self._bar = bar
        self._found = FoundSpans.of(())
        self._current: Span | None = None
        self._origin = 0
        self._begin = 0
        self._has_left = False
        self.search_hits = FoundSpans.of(())
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._typing.timeout.connect(self._find)
        bar.changed.connect(self._find_soon)
        bar.next_requested.connect(self.next_hit)
        bar.previous_requested.connect(self.previous_hit)
        bar.kept.connect(self.stay)
        bar.closed.connect(self.return_to_reading)

    def show_hits(self, hits: Sequence[Span]) -> None:
        """Mark what a search found; finding in the document goes before it."""
        self.search_hits = FoundSpans.of(hits)
        if not self._found:
            if not self._is_found(self._current):
                self._current = None
            self._pane.set_hits(self.search_hits, self._current)

    def stand_on(self, hit: Span) -> None:
        """Frame a hit that a walk through all documents has come to."""
        if not self._found:
            self._current = hit
            self._pane.set_hits(self.search_hits, hit)

    def open(self) -> None:
        """Open the bar, with what is selected in it."""
        if not self._bar.isVisible():
            self._origin = self._pane.position()
            self._has_left = False
        self._begin = self._read_at()
        selected = self._pane.text_of_selection
        self._bar.open_with(selected if len(selected) < _LONGEST_SOUGHT else "")

    def close(self) -> None:
        """Close the bar and mark the search's hits again; nothing moves."""
        self._typing.stop()
        self._bar.hide()
        self._found = FoundSpans.of(())
        self._current = None
        self._pane.set_hits(self.search_hits)
        seen = self._pane.shown_instead or self._pane
        seen.setFocus(Qt.FocusReason.OtherFocusReason)

    def stay(self) -> None:
        """Close the bar and select the match, to go on from there."""
        self._find_what_was_typed()
        match = self._current if self._found else None
        self.close()
        if match is not None:
            self._pane.select(match)

    def return_to_reading(self) -> None:
        """Close the bar and come back to where it was opened."""
        if self._has_left:
            self.leaving.emit()
            self._pane.restore(self._origin)
        self.close()

    def next_hit(self) -> bool:
        """Go to the next hit, in what was found after the last to the first.

        Tells whether there is one; a search goes on in the next document.
        """
        if self._find_what_was_typed():
            return bool(self._found)
        hit = finding.next_hit(self._hits, self._stand(1))
        return self._show(hit or next(iter(self._found), None), wraps=hit is None)

    def previous_hit(self) -> bool:
        """Go to the hit before, in what was found before the first to the last."""
        hit = finding.previous_hit(self._hits, self._stand(0))
        return self._show(hit or next(iter(self._found[-1:]), None), wraps=hit is None)

    @property
    def _hits(self) -> FoundSpans:
        return self._found or self.search_hits

    def _is_found(self, hit: Span | None) -> bool:
        return hit is not None and any(
            it.end == hit.end
            for it in self.search_hits.within(hit.start, hit.start + 1)
        )

    def _stand(self, forward: int) -> int:
        """Return where to go on from: the current hit, or what is being read."""
        return self._current.start if self._current else self._read_at() - forward

    def _read_at(self) -> int:
        return (self._pane.selection or self._pane.line_being_read()).start

    def _show(self, hit: Span | None, *, wraps: bool = False) -> bool:
        if hit is None:
            return False
        if self._bar.isVisible() and not self._has_left:
            self._has_left = True
            self.leaving.emit()
        self._current = hit
        self._pane.set_hits(self._hits, hit)
        if not self._bar.isVisible():
            self._pane.put_caret(hit.start)
        self._pane.go_to(hit, centred=False)
        if self._found:
            number = finding.number_of(self._found, hit)
            self._bar.show_count(number, len(self._found), wraps=wraps)
        return True

    def _find_soon(self) -> None:
        if len(self._pane.text) <= _QUICKLY_READ:
            self._find()
        else:
            self._typing.start()

    def _find_what_was_typed(self) -> bool:
        """Find at once what waits for a pause; tells whether anything did."""
        was_waiting = self._typing.isActive()
        if was_waiting:
            self._typing.stop()
            self._find()
        return was_waiting

    def _find(self) -> None:
        wanted = self._bar.field.text()
        self._found = FoundSpans.of(finding.find_all(self._pane.text, wanted))
        self._current = None
        self._pane.set_hits(self._found if wanted.strip() else self.search_hits)
        self._bar.show_count(0, len(self._found))
        if self._found:
            first = finding.next_hit(self._found, self._begin - 1)
            self._show(first or self._found[0])
