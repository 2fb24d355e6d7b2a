"""What a typed word or phrase may look like in a text.

Knows capitals, abbreviations, hyphens, numbers and signs; `matching` finds the
sequences made here, and the vocabulary knows what the corpus has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice, product
from typing import Final

from workbench.search.folding import Token, tokens
from workbench.search.tree import Sequence, Term, Wanted
from workbench.search.vocabulary import Vocabulary

CURRENCIES: Final = "$€£¥"
MOST_VARIANTS: Final = 16
MOST_FORMS: Final = 2000
FORMS_SHOWN: Final = 50
MOST_STARS: Final = 3
LONGEST_ABBREVIATION: Final = 5

_HYPHENS = re.compile("[-\u2010\u2011]")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?")
_SPACED_PERCENT = re.compile(r"(?<=\d)\s+(?=%)")

Variants = list[tuple[Wanted, ...]]


def read_word(typed: str, vocabulary: Vocabulary) -> Term | None:
    """Read one word, prefix or pattern; None when it has no letter and no digit."""
    word = typed.rstrip("?")  # a question mark at the end is punctuation
    if "*" in word or "?" in word:
        return _read_pattern(word, vocabulary)
    variants = _variants(word)
    if not variants:
        return None
    sequences = [Sequence(words) for words in variants]
    if len(variants) > 1 or len(variants[0]) > 1 or not _inflects(variants[0][0]):
        return Term(typed, tuple(sequences))
    forms = vocabulary.inflections(variants[0][0].folded)
    return Term(
        typed, tuple(Sequence((Wanted(form),)) for form in forms), forms=forms[1:]
    )


def read_phrase(typed: str) -> Term | None:
    """Read an exact phrase; a phrase all in capitals is a heading, case ignored."""
    chunks = _SPACED_PERCENT.sub("", typed).split()
    choices = [variants for chunk in chunks if (variants := _variants(chunk))]
    if not choices:
        return None
    if len(choices) > 1 and typed.isupper():
        choices = [[_any_case(words) for words in variants] for variants in choices]
    return Term(
        f'"{" ".join(typed.split())}"',
        tuple(Sequence(words) for words in _combinations(choices)),
        is_phrase=True,
    )


def _read_pattern(typed: str, vocabulary: Vocabulary) -> Term | None:
    stem = typed.rstrip("*")
    if not {"*", "?"} & set(stem):
        return _read_prefix(typed, stem, vocabulary)
    pattern = "".join(
        piece if piece in "*?" else "".join(token.folded for token in tokens(piece))
        for piece in re.split(r"([*?])", re.sub(r"\*+", "*", typed))
        if piece
    )
    # More stars cost more than they say; without a letter a pattern fits every word.
    if not pattern.strip("*?") or pattern.count("*") > MOST_STARS:
        return None
    forms = vocabulary.like(pattern, MOST_FORMS)
    return Term(
        typed,
        tuple(Sequence((Wanted(form),)) for form in forms),
        forms=tuple(forms[:FORMS_SHOWN]),
    )


def _read_prefix(typed: str, stem: str, vocabulary: Vocabulary) -> Term | None:
    variants = _variants(stem)
    if not variants:
        return None
    forms: list[str] = []
    if len(variants[0]) == 1:
        forms = vocabulary.starting(variants[0][0].folded, FORMS_SHOWN)
    # FTS5 follows a prefix itself, so `a*` costs no list of all words with `a`.
    sequences = tuple(Sequence(words, is_prefix=True) for words in variants)
    return Term(typed, sequences, forms=tuple(forms))


def _inflects(word: Wanted) -> bool:
    return word.is_plain and word.folded.isalpha()


def _any_case(words: tuple[Wanted, ...]) -> tuple[Wanted, ...]:
    return tuple(replace(word, capitals=False) for word in words)


def _combinations(choices: list[Variants]) -> Iterable[tuple[Wanted, ...]]:
    """Join one variant of each choice, for as many choices as stay few."""
    count = 1
    bounded = []
    for variants in choices:
        kept = variants if count * len(variants) <= MOST_VARIANTS else variants[:1]
        count *= len(kept)
        bounded.append(kept)
    for parts in islice(product(*bounded), MOST_VARIANTS):
        yield tuple(word for part in parts for word in part)


def _variants(chunk: str) -> Variants:
    """Return the ways to write what stands between two spaces."""
    parts = [part for part in _HYPHENS.split(chunk) if tokens(part)]
    choices = [_part_variants(part) for part in parts]
    variants = list(_combinations(choices)) if choices else []
    if len(parts) > 1 and all(part.isalnum() for part in parts):
        joined = _part_variants("".join(parts))
        variants += [words for words in joined if words not in variants]
    return variants


def _part_variants(part: str) -> Variants:
    found = tokens(part)
    if _DOTTED.fullmatch(part) and len(found) > 1:
        dotted = [token.folded for token in found]
        return _abbreviation(dotted, is_capital=part.isupper())
    words = tuple(_wanted(part, found, place) for place in range(len(found)))
    letters = words[0].folded
    is_short = letters.isalpha() and len(letters) <= LONGEST_ABBREVIATION
    if is_short and words == (Wanted(letters, capitals=True),):
        return _abbreviation(list(letters), is_capital=True)
    return [words]


def _abbreviation(letters: list[str], *, is_capital: bool) -> Variants:
    """Return `US` and `U.S.`; of small letters only `e.g.`, for `us` is a word."""
    dotted = tuple(
        Wanted(letter, is_capital, gap="." if place < len(letters) else None)
        for place, letter in enumerate(letters, 1)
    )
    if not is_capital:
        return [dotted]
    return [(Wanted("".join(letters), capitals=True),), dotted]


def _wanted(part: str, found: list[Token], place: int) -> Wanted:
    token = found[place]
    typed = part[token.start : token.end]
    before = part[token.start - 1 : token.start]
    gap = None
    if place + 1 < len(found):
        between = part[token.end : found[place + 1].start]
        is_number = (typed + found[place + 1].folded).isdigit()
        gap = between if is_number and between in {".", ","} else None
    return Wanted(
        token.folded,
        capitals=typed.isupper() and sum(map(str.isalpha, typed)) > 1,
        before=before if before and before in CURRENCIES else "",
        after="%" if part[token.end : token.end + 1] == "%" else "",
        gap=gap,
    )
