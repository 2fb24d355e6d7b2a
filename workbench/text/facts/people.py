"""People with the offices a text gives them, and later mentions by their surname."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from workbench.model.facts import Fact, FactKind
from workbench.model.spans import Span
from workbench.text.facts.introductions import NAME_WORD, Mention, introduced
from workbench.text.facts.names import People, name_parts
from workbench.text.facts.offices import NOT_NAMES
from workbench.text.facts.reading import Reading

_RUN = re.compile(rf"(?<![\w-]){NAME_WORD}(?: {NAME_WORD}){{0,9}}(?![\w-])")
_ONE = re.compile(NAME_WORD)


@dataclass(slots=True)
class _Person:
    """Mentions of one person; `name` is as it was first written in full."""

    name: str
    mentions: list[Mention] = field(default_factory=list)


def people(reading: Reading) -> Iterator[Fact]:
    """Yield the people of a leveled text; the value is the name as first written.

    A later mention by one part of the name has the same value, and no role of its own
    unless an office stands beside it.
    """
    text = reading.text
    persons = _joined(sorted(introduced(reading), key=lambda it: it.span))
    for person in persons:
        for mention in person.mentions:
            fact = _fact(mention.span, text, person.name, mention.office)
            yield replace(fact, rule=mention.rule)
    yield from _mentioned_again(reading, persons)


def _fact(span: Span, text: str, name: str, office: str) -> Fact:
    return Fact(FactKind.PERSON, span, span.of(text), name, office)


def _joined(mentions: Sequence[Mention]) -> list[_Person]:
    """Put the mentions of one person together, those by full name first."""
    persons: list[_Person] = []
    known: People[_Person] = People()
    for mention in sorted(mentions, key=lambda it: len(name_parts(it.name)) < 2):
        person = next(known.find(mention.name), None)
        if person is None:
            person = _Person(mention.name)
            persons.append(person)
            known.add(person.name, person)
        person.mentions.append(mention)
    return persons


def _mentioned_again(reading: Reading, persons: Sequence[_Person]) -> Iterator[Fact]:
    text = reading.text
    known = {part: it.name for it in reversed(persons) for part in _handles(it.name)}
    for found in reading.all(_RUN) if known else ():
        words = [Span(*it.span()) for it in _ONE.finditer(text, *found.span())]
        for span in _known_spans(text, words, known):
            if not reading.has(span) and _stands_alone(text, span):
                reading.take(span)
                yield _fact(span, text, known[span.of(text)], "")


def _known_spans(
    text: str, words: Sequence[Span], known: dict[str, str]
) -> Iterator[Span]:
    """Yield what words in a row are known names, the longest names first."""
    for size in range(min(5, len(words)), 0, -1):
        for first, last in zip(words, words[size - 1 :], strict=False):
            span = Span(first.start, last.end)
            if span.of(text) in known:
                yield span


def _handles(name: str) -> list[str]:
    """Return by what a person may be mentioned again."""
    words = name.split()
    ends = {words[-1], words[0]} if len(words) > 1 else {name}
    return [name, *sorted(it for it in ends if len(it) > 2 and it[-1] != ".")]


def _stands_alone(text: str, span: Span) -> bool:
    """Tell whether a surname is not part of another name."""
    if re.match(r" [A-Z][a-z]", text[span.end : span.end + 3]):
        return False
    before = re.search(
        r"([A-Za-z][\w.'-]*) $", text[max(0, span.start - 30) : span.start]
    )
    word = before[1] if before else ""
    if word.endswith(".") and len(word) > 2:
        return True  # the end of a sentence
    return word.lower() != "the" and (not word[:1].isupper() or word in NOT_NAMES)
