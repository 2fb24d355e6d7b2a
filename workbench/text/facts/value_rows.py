"""Lays dates, sums, percentages and numbers of two documents beside each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from workbench.model.facts import Fact, FactKind, FactRow, Relation
from workbench.model.spans import Span
from workbench.text.facts.affinity import TIED, Affinity
from workbench.text.facts.agreeing import (
    agree,
    are_comparable,
    are_far,
    telling_key,
    why,
)
from workbench.text.facts.lonely import lonely
from workbench.text.facts.numbers import COUNTED_AGAIN
from workbench.text.facts.sides import Side, stem

VALUES = (FactKind.DATE, FactKind.MONEY, FactKind.PERCENT, FactKind.NUMBER)
_AGREEING = 0.2
"""The least affinity of sentences with values that agree, which is evidence too."""
_DIFFERING = 0.32
"""The same where the values differ."""
_NAMED = 0.175
"""The same where the sentences share names, and the values agree or are near."""
_SUBJECT_WORDS = 6
_MOST_TWINS = 20


@dataclass(frozen=True, slots=True)
class _Match:
    """Two facts that belong together, and how much their sentences share."""

    a: Fact
    b: Fact
    score: float
    agrees: bool


def value_rows(
    kind: FactKind, a: Side, b: Side, affinity: Affinity, pause: Callable[[], None]
) -> list[FactRow]:
    """Return the rows of one kind: agreeing values first sought, then differing ones.

    Where two sentences agree in one value, their other values are not set against
    each other, unless the sentences were aligned.
    """
    matches = sorted(
        _matches(kind, a, b, affinity, pause),
        key=lambda it: (not it.agrees, -it.score, it.a.span, it.b.span),
    )
    chosen = list(_chosen(matches, a, b))
    rows = [_row(group, a, b, affinity) for group in _grouped(chosen)]
    in_a = {it.a.span for it in chosen}
    in_b = {it.b.span for it in chosen}
    rows += _alone(kind, a, in_a, Relation.ONLY_A)
    rows += _alone(kind, b, in_b, Relation.ONLY_B)
    return rows


def _matches(
    kind: FactKind, a: Side, b: Side, affinity: Affinity, pause: Callable[[], None]
) -> Iterator[_Match]:
    of_b = defaultdict(list)
    same = defaultdict(list)
    for fact in b.of_kind(kind):
        of_b[b.sentence_of(fact.span)].append(fact)
        if key := telling_key(fact):
            same[key].append(fact)
    for number, facts in groupby(a.of_kind(kind), lambda it: a.sentence_of(it.span)):
        pause()
        own = list(facts)
        for other in affinity.candidates(number):
            yield from _comparable(own, of_b.get(other, ()), affinity, (number, other))
        for fact in own:
            for twin in same.get(telling_key(fact), ())[:_MOST_TWINS]:
                yield _Match(fact, twin, 0.0, agree(fact, twin))


def _comparable(
    ones: Iterable[Fact],
    others: Sequence[Fact],
    affinity: Affinity,
    places: tuple[int, int],
) -> Iterator[_Match]:
    if not others:
        return
    score = affinity.of(*places)
    if score < TIED and affinity.names_clash(*places):
        return
    named = affinity.share_names(*places)
    for one in islice(ones, _MOST_TWINS):
        for other in others[:_MOST_TWINS]:
            if are_comparable(one, other, score):
                agrees = agree(one, other)
                far = not named or (not agrees and are_far(one, other))
                least = _NAMED if not far else _AGREEING if agrees else _DIFFERING
                if score >= least:
                    yield _Match(one, other, score, agrees)


def _chosen(matches: Iterable[_Match], a: Side, b: Side) -> Iterator[_Match]:
    used_a: set[Span] = set()
    used_b: set[Span] = set()
    settled: set[tuple[int, int]] = set()
    for match in matches:
        places = a.sentence_of(match.a.span), b.sentence_of(match.b.span)
        if match.agrees:
            settled.add(places)
        else:
            is_used = match.a.span in used_a or match.b.span in used_b
            is_settled = places in settled and match.score < TIED
            if is_settled or (is_used and not _is_anew(match)):
                continue
        used_a.add(match.a.span)
        used_b.add(match.b.span)
        yield match


def _is_anew(match: _Match) -> bool:
    """Tell whether only one counts a thing anew that both have counted alike."""
    return match.a.kind is FactKind.NUMBER and (
        match.a.rule.startswith(COUNTED_AGAIN) != match.b.rule.startswith(COUNTED_AGAIN)
    )


def _grouped(matches: Iterable[_Match]) -> list[list[_Match]]:
    """Put the matches of the same two values together."""
    groups: dict[tuple[str, str], list[_Match]] = defaultdict(list)
    for match in matches:
        groups[_named(match.a), _named(match.b)].append(match)
    return list(groups.values())


def _named(fact: Fact) -> str:
    return fact.value or fact.text.lower()


def _row(matches: list[_Match], a: Side, b: Side, affinity: Affinity) -> FactRow:
    best = matches[0]
    i, j = a.sentence_of(best.a.span), b.sentence_of(best.b.span)
    shared = affinity.shared(i, j)
    return FactRow(
        best.a.kind,
        best.a.role or _subject(a.sentence(i), shared) or best.a.text,
        _places(it.a for it in matches),
        _places(it.b for it in matches),
        Relation.SAME if best.agrees else Relation.DIFFERENT,
        why(best.a, best.b, is_aligned=best.score >= TIED),
    )


def _places(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(sorted(set(facts), key=lambda it: it.span))


def _subject(sentence: str, shared: frozenset[str]) -> str:
    """Return the words of a sentence that the other has too."""
    words: list[str] = []
    for word in sentence.split():
        plain = word.strip("“”‘’\"'.,;:()[]*")
        if stem(plain) in shared and plain not in words:
            words.append(plain)
    return " ".join(words[:_SUBJECT_WORDS])


def _alone(
    kind: FactKind, side: Side, used: set[Span], relation: Relation
) -> Iterator[FactRow]:
    groups: dict[str, list[Fact]] = defaultdict(list)
    paired = {_named(it) for it in side.of_kind(kind) if it.span in used}
    for fact in side.of_kind(kind):
        if _named(fact) not in paired:
            groups[_named(fact)].append(fact)
    for facts in groups.values():
        subject = facts[0].role or facts[0].text
        yield lonely(subject, facts, relation, "The other document has no such value.")
