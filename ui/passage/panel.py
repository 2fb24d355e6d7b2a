"""The passage in the right column: quote, tags, note, and what rests on it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.passage.add_tag import AddTagButton
from ui.passage.card import Card
from ui.passage.depends import DependsSection
from ui.passage.elsewhere import ElsewhereSection
from ui.passage.model import PassageView
from ui.passage.overlaps import OverlapList
from ui.passage.quote import QuoteText
from ui.widgets.badge import Badge
from ui.widgets.elided import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.link_editor import LinkEditor
from ui.widgets.section_header import SectionHeader
from ui.widgets.tag_chip import TagChip
from workbench.model.ids import PassageId
from workbench.model.passages import AnchorState
from workbench.model.tags import Tag

MARGIN = 14
NOTE_HEIGHT = 72


class PassagePanel(QWidget):
    """Shows one passage; asks for tags, saves its note, leads to where it is."""

    passage_opened = Signal(object)  # PassageId or None: what should be shown
    passage_activated = Signal(int)
    cell_activated = Signal(int, int, int)  # table, row, column
    tag_activated = Signal(int)
    tag_requested = Signal(int, object)  # passage, global point to open a picker at
    untag_requested = Signal(int, int)  # passage, tag
    note_saved = Signal(int, str)  # passage, text
    note_activated = Signal(object)  # NoteTarget: of a note that links here
    remove_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = SectionHeader("Passage")
        self.remove_button = self.header.add_button("trash-2", "Delete passage")
        self.quote_card = Card()
        self.quote = QuoteText()
        self.unfold_button = QToolButton()
        self.document = ElidedLabel("")
        self.place = ElidedLabel("")
        self.anchor_badge = QStackedWidget()
        self.chips = FlowLayout(spacing=6)
        self.add_tag_button = AddTagButton()
        self.overlaps = OverlapList()
        self.note_field = LinkEditor("Write a note on this passage")
        self.depends = DependsSection()
        self.elsewhere = ElsewhereSection()
        self.empty = EmptyState(
            "No passage selected",
            "Select text in a document: T tags it, N writes a note. Or click a"
            " highlight to see its passage here.",
        )
        self._pages = QStackedWidget()
        self._shown: PassageView | None = None
        self._is_read_only = False
        self._prepare_card()
        self._prepare_rest()
        self._lay_out()
        self._connect()

    @property
    def passage_id(self) -> PassageId | None:
        """Return the passage that is shown."""
        return self._shown.passage.id if self._shown else None

    def show_passage(self, passage_id: PassageId | None) -> None:
        """Show a passage, or how to make one."""
        self.passage_opened.emit(passage_id)

    def set_read_only(self, *, read_only: bool) -> None:
        """Offer no changes."""
        self._is_read_only = read_only
        self.note_field.setReadOnly(read_only)
        self.remove_button.setVisible(not read_only and self._shown is not None)

    def display(self, view: PassageView | None) -> None:
        """Show what was read of a passage; what is being typed stays."""
        is_another = view is None or view.passage.id != self.passage_id
        self._shown = view
        self.remove_button.setVisible(view is not None and not self._is_read_only)
        if view is None:
            self.note_field.set_text("", None)
            self._pages.setCurrentWidget(self.empty)
            return
        if is_another or self.quote.accessibleName() != view.quotation:
            self.unfold_button.setChecked(False)
            self.quote.set_text(view.quotation)
        self._show_place(view)
        self._show_tags(view.tags)
        self.overlaps.show_passages(view.overlaps, view.passages_here)
        self._show_note(view)
        self.depends.show_dependents(
            view.passage.id, view.depends, read_only=self._is_read_only
        )
        self.elsewhere.show_places(view.elsewhere, view.places_elsewhere)
        self._pages.setCurrentIndex(1)

    def _prepare_card(self) -> None:
        self.quote_card.setToolTip("Show in the text")
        self.quote_card.setAccessibleName("Passage; Enter shows it in the text")
        self.unfold_button.setText("Show all")
        self.unfold_button.setCheckable(True)
        self.unfold_button.setAutoRaise(True)
        self.unfold_button.hide()
        self.document.setFont(theme.interface_font(12))
        self.place.setFont(theme.interface_font(12, tabular=True))
        for label in (self.document, self.place):
            label.setProperty("muted", True)
        column = self.quote_card.column
        column.addWidget(self.quote)
        column.addWidget(self.unfold_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.document)
        column.addWidget(self.place)
        column.addWidget(self.anchor_badge, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self.chips)

    def _prepare_rest(self) -> None:
        self.note_field.setAccessibleName("Note on this passage")
        self.note_field.setFixedHeight(NOTE_HEIGHT)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("passage-content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, MARGIN)
        column.setSpacing(0)
        column.addLayout(_inset(self.quote_card))
        column.addSpacing(8)
        column.addWidget(self.overlaps)
        column.addWidget(SectionHeader("Note"))
        column.addLayout(_inset(self.note_field))
        column.addSpacing(8)
        column.addWidget(self.depends)
        column.addWidget(self.elsewhere)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(scroll)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(self.header)
        around.addWidget(self._pages, 1)
        self.remove_button.hide()

    def _connect(self) -> None:
        self.quote_card.activated.connect(self._request_place)
        self.depends.cell_chosen.connect(self.cell_activated)
        self.depends.note_chosen.connect(self.note_activated)
        self.overlaps.chosen.connect(self.passage_activated)
        self.quote.cut_changed.connect(self._offer_unfolding)
        self.unfold_button.toggled.connect(self._unfold)
        self.add_tag_button.clicked.connect(self._request_tag)
        self.note_field.saved.connect(self._save_note)
        self.remove_button.clicked.connect(self._request_removal)

    def _show_place(self, view: PassageView) -> None:
        self.document.set_text(view.document)
        self.place.set_text(view.place)
        while old := self.anchor_badge.currentWidget():
            self.anchor_badge.removeWidget(old)
            old.deleteLater()
        anchor = view.passage.anchor
        self.anchor_badge.setVisible(anchor is not AnchorState.EXACT)
        if anchor is not AnchorState.EXACT:
            kind = "bad" if anchor is AnchorState.ORPHANED else "warn"
            self.anchor_badge.addWidget(Badge(anchor.value, kind))

    def _show_tags(self, tags: tuple[Tag, ...]) -> None:
        self.chips.removeWidget(self.add_tag_button)
        self.chips.clear()
        for tag in tags:
            self.chips.addWidget(self._chip(tag))
        if not self._is_read_only:
            self.chips.addWidget(self.add_tag_button)
        # Only now: without a parent it would open as a window of its own.
        self.add_tag_button.setVisible(not self._is_read_only)

    def _chip(self, tag: Tag) -> TagChip:
        chip = TagChip(tag.name, tag.color, removable=not self._is_read_only)
        chip.setToolTip(tag.path)
        chip.activated.connect(lambda: self.tag_activated.emit(tag.id))
        chip.removed.connect(lambda: self._request_untag(tag))
        return chip

    def _show_note(self, view: PassageView) -> None:
        stored, passage_id = view.passage.note, view.passage.id
        # Stored without outer blanks: setting that back would move the cursor.
        is_same = self.note_field.target == passage_id
        if not is_same or stored != self.note_field.text.strip():
            self.note_field.set_text(stored, passage_id)

    def _offer_unfolding(self, is_cut: bool) -> None:  # noqa: FBT001 - Qt's signature
        self.unfold_button.setVisible(is_cut or self.unfold_button.isChecked())

    def _unfold(self, whole: bool) -> None:  # noqa: FBT001 - Qt's signature
        self.unfold_button.setText("Show less" if whole else "Show all")
        self.quote.unfold(whole=whole)

    def _request_place(self) -> None:
        if self._shown:
            self.passage_activated.emit(self._shown.passage.id)

    def _request_tag(self) -> None:
        if self._shown:
            below = QPoint(0, self.add_tag_button.height() + 4)
            point = self.add_tag_button.mapToGlobal(below)
            self.tag_requested.emit(self._shown.passage.id, point)

    def _request_untag(self, tag: Tag) -> None:
        if self._shown:
            self.untag_requested.emit(self._shown.passage.id, tag.id)

    def _request_removal(self) -> None:
        if self._shown:
            self.remove_requested.emit(self._shown.passage.id)

    def _save_note(self, text: str) -> None:
        target = self.note_field.target
        if isinstance(target, int):
            self.note_saved.emit(target, text)


def _inset(part: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(MARGIN, 0, MARGIN, 0)
    column.addWidget(part)
    return column
