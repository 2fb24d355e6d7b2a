"""The words of links: one for each kind, with icons that are there."""

from __future__ import annotations

import pytest

from ui.resources import icon
from ui.widgets.badge import BadgeKind
from ui.widgets.link_words import (
    icon_name,
    meaning_of,
    tone_of,
    verdict_words,
    words_of,
)
from workbench.model.alignments import PairKind
from workbench.model.links import VERDICTS, LinkKind


@pytest.mark.parametrize("kind", LinkKind)
def test_every_kind_has_words_a_tone_and_an_icon(kind: LinkKind) -> None:
    assert words_of(kind) == kind.value
    assert meaning_of(kind)
    assert tone_of(kind) in BadgeKind
    assert not icon(icon_name(kind)).isNull()


def test_pairs_speak_as_links_do() -> None:
    assert [words_of(it) for it in PairKind] == ["verbatim", "altered", "paraphrase"]


def test_only_what_has_a_direction_reads_differently_from_its_other_end() -> None:
    turned = {it for it in LinkKind if words_of(it, from_target=True) != words_of(it)}
    assert turned == {LinkKind.UPDATES}


def test_verdicts_are_nouns() -> None:
    assert [verdict_words(it) for it in VERDICTS] == [
        "contradiction",
        "different time",
        "different scope",
        "naming variant",
        "not a conflict",
    ]
