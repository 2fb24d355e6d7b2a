"""Prepared texts are kept while there is room, the last used ones longest."""

from __future__ import annotations

from workbench.model.ids import DocumentId
from workbench.operations.prepared_texts import PreparedTexts
from workbench.text.quoting.wording import Wording

ONE, TWO, THREE, LONG = (DocumentId(it) for it in (1, 2, 3, 4))
TEXTS = {ONE: "Ten signs.", TWO: "Ten others", THREE: "Ten again.", LONG: "A" * 90}


class Preparing:
    """Prepares texts, and remembers which."""

    def __init__(self) -> None:
        self.done: list[DocumentId] = []

    def __call__(self, document_id: DocumentId) -> Wording:
        self.done.append(document_id)
        return Wording(TEXTS[document_id])


def test_a_text_is_prepared_once_while_there_is_room() -> None:
    preparing = Preparing()
    texts = PreparedTexts(preparing, room=20)
    assert texts.of(ONE) is texts.of(ONE)
    assert texts.of(TWO).text == TEXTS[TWO]
    texts.of(ONE)
    assert preparing.done == [ONE, TWO]


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    preparing = Preparing()
    texts = PreparedTexts(preparing, room=20)
    for document_id in (ONE, TWO, ONE, THREE, ONE, TWO):
        texts.of(document_id)
    assert preparing.done == [ONE, TWO, THREE, TWO]


def test_one_text_is_kept_however_long() -> None:
    preparing = Preparing()
    texts = PreparedTexts(preparing, room=20)
    for document_id in (ONE, LONG, LONG, ONE, ONE):
        texts.of(document_id)
    assert preparing.done == [ONE, LONG, ONE]


def test_nothing_is_left_after_letting_go() -> None:
    preparing = Preparing()
    texts = PreparedTexts(preparing, room=20)
    texts.of(ONE)
    texts.let_go()
    texts.of(TWO)
    texts.of(ONE)
    texts.of(TWO)
    assert preparing.done == [ONE, TWO, ONE]
