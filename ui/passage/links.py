"""The passages that the shown one is linked with, each on a card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from ui.passage.card import Card, muted, quoted_card_text
from ui.passage.card_section import CardSection
from ui.resources import icon
from ui.widgets.badge import Badge
from ui.widgets.link_words import meaning_of, tone_of, words_of
from ui.widgets.plain import plain_tooltip, wrapped_label
from workbench.model.ids import PassageId
from workbench.model.links import Link


class LinkSection(CardSection):
    """Shows nothing where a passage has no links."""

    passage_chosen = Signal(int)
    both_chosen = Signal(object, object)  # Stretch of the source, of the target
    remove_chosen = Signal(int)  # LinkId

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)

    def show_links(
        self, passage_id: PassageId, links: Sequence[Link], *, read_only: bool
    ) -> None:
        """Offer what these links of a passage lead to."""
        self.renew(
            len(links),
            (passage_id, read_only, *links),
            lambda: [self._card(passage_id, it, read_only=read_only) for it in links],
        )

    def _card(self, passage_id: PassageId, link: Link, *, read_only: bool) -> LinkCard:
        card = LinkCard(passage_id, link, read_only=read_only)
        other = link.other(passage_id).passage_id
        card.activated.connect(lambda: self.passage_chosen.emit(other))
        card.compare_asked.connect(
            lambda: self.both_chosen.emit(link.source.stretch, link.target.stretch)
        )
        card.removal_asked.connect(lambda: self.remove_chosen.emit(link.id))
        return card


class LinkCard(Card):
    """One link, seen from one of its passages: Enter goes to the other."""

    compare_asked = Signal()
    removal_asked = Signal()

    def __init__(
        self,
        passage_id: PassageId,
        link: Link,
        *,
        read_only: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_read_only = read_only
        from_target = link.source.passage_id != passage_id
        self._words = words_of(link.kind, from_target=from_target)
        other = link.other(passage_id)
        quote = quoted_card_text(other.quote)
        self.column.addLayout(self._top(link))
        self.column.addWidget(wrapped_label(quote))
        if link.reason:
            self.column.addWidget(wrapped_label(link.reason))
        self.column.addWidget(muted(other.title))
        self.setAccessibleName(
            f"{self._words}: {quote} in {other.title}. {link.reason}"
        )
        self.setToolTip(plain_tooltip("Show the linked passage in its text"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and not self._is_read_only:
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)

    def _top(self, link: Link) -> QHBoxLayout:
        badge = Badge(self._words, tone_of(link.kind))
        badge.setToolTip(plain_tooltip(meaning_of(link.kind)))
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(badge)
        row.addStretch(1)
        if link.source.document_id != link.target.document_id:
            row.addWidget(self._compare_button())
        if not self._is_read_only:
            row.addWidget(self._remove_button())
        return row

    def _compare_button(self) -> QToolButton:
        button = _button("columns-2", "Show both documents side by side")
        button.clicked.connect(lambda: self.compare_asked.emit())
        return button

    def _remove_button(self) -> QToolButton:
        button = _button("unlink", "Remove this link (Del)")
        button.clicked.connect(lambda: self.removal_asked.emit())
        return button


def _button(icon_name: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(icon_name))
    button.setIconSize(QSize(14, 14))
    button.setAutoRaise(True)
    button.setToolTip(plain_tooltip(words))
    button.setAccessibleName(words)
    return button
