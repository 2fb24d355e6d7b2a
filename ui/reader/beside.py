"""A text as what stands side by side needs it: where places are, and going there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

from ui.reader.changed_words import ChangedWords
from ui.reader.pane import ReadingPane
from ui.reader.panel import ReaderPanel
from ui.widgets.spot import Spot
from ui.widgets.strokes import Underline, Underlines
from workbench.model.spans import Span


class TextBeside:
    """One text among others; `widget` is what is laid out: a reader, or a bare pane."""

    def __init__(self, pane: ReadingPane, shown: ReaderPanel | ReadingPane) -> None:
        self._pane = pane
        self._shown = shown
        self.widget: QWidget = shown

    @property
    def scrolled(self) -> SignalInstance:
        """Emitted after every move."""
        return self._pane.scrolled

    @property
    def selection_changed(self) -> SignalInstance:
        """Carries the selected stretch, or None."""
        return self._pane.selection_changed

    @property
    def text(self) -> str:
        """The whole text."""
        return self._pane.text

    @property
    def selection(self) -> Span | None:
        """The selected stretch of the text."""
        return self._pane.selection

    @property
    def caret(self) -> int:
        """Where the caret stands."""
        return self._pane.caret

    @property
    def height(self) -> int:
        """How high the view on the text is."""
        return self._pane.viewport().height()

    def has_focus(self) -> bool:
        """Tell whether keys go to the text or to what belongs to it."""
        focused = QApplication.focusWidget()
        if focused is None:
            return False
        return focused is self.widget or self.widget.isAncestorOf(focused)

    def take_focus(self) -> None:
        """Let keys go to the text."""
        self._pane.setFocus()

    def top_in(self, beside: QWidget) -> int:
        """Return where the view on the text begins, in another widget's heights."""
        top = self._pane.viewport().mapToGlobal(QPoint(0, 0))
        return beside.mapFromGlobal(top).y()

    def in_view(self) -> Span:
        """Return the stretch of the text that is in view."""
        return self._pane.levels().in_view()

    def extents(self, spans: Sequence[Span]) -> list[tuple[int, int]]:
        """Return from where to where spans go; guessed for those out of view."""
        levels = self._pane.levels()
        return [levels.extent(span) for span in spans]

    def reading_place(self) -> tuple[float, float]:
        """Return the offset that is read now, and the height at which it stands."""
        levels = self._pane.levels()
        return levels.offset_at(levels.depth), levels.depth

    def put(self, offset: float, y: float) -> None:
        """Scroll so that an offset stands at a height of the view."""
        self._pane.put(offset, y)

    def position(self) -> int:
        """Return the offset of the first line in view."""
        return self._shown.position()

    def spot(self) -> Spot:
        """Return where somebody reads in the text."""
        pane = self._pane
        return Spot(self.position(), pane.selection, pane.selected_passage)

    def come_back(self, spot: Spot) -> None:
        """Come back to what `spot` returned."""
        pane = self._pane
        pane.come_to(spot.offset)
        if spot.selection is None:
            pane.clear_selection()
        else:
            pane.select(spot.selection)
        pane.select_passage(spot.passage_id)

    def go_to(self, span: Span) -> None:
        """Bring a span into the middle, the caret before it, and flash it."""
        self._pane.put_caret(span.start)
        self._pane.go_to(span)

    def show_underlines(self, underlines: Sequence[Underline]) -> None:
        """Draw these lines under the text."""
        self._pane.set_underlines(Underlines(underlines))

    def show_changed(self, words: Sequence[Span], *, are_new: bool) -> None:
        """Mark words that the text beside this has not."""
        self._pane.set_changed(ChangedWords(words, are_new))
