"""What a typed word or phrase may look like in a text.

Knows capitals, abbreviations, hyphens, numbers and signs; `matching` finds the
sequences made here, and the vocabulary knows what the corpus has.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice, product
from typing import Final

from workbench.search.indexing.folding import Token, is_unspaced, tokens
from workbench.search.indexing.vocabulary import Vocabulary
from workbench.search.tree import Sequence, Term, Wanted

CURRENCIES: Final = "$€£¥"
MOST_VARIANTS: Final = 16
FORMS_SHOWN: Final = 50

_HYPHENS = re.compile("[-\u2010\u2011]")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_SPACED_PERCENT = re.compile(r"(?<=\d)\s+(?=%)")

Variants = list[tuple[Wanted, ...]]


def read_word(typed: str, vocabulary: Vocabulary) -> Term | None:
    """Read one word or prefix; None when it has no letter and no digit."""
    word = typed.rstrip("?")  # a question mark at the end is punctuation
    if is_unspaced(word):  # found inside running text anyway: patterns add nothing
        word = word.replace("*", " ").replace("?", " ")
    if word.endswith("*"):
        return _read_prefix(word, word.rstrip("*"), vocabulary)
    variants = _variants(word)
    if not variants:
        return None
    sequences = [Sequence(words) for words in variants]
    if len(variants) > 1 or len(variants[0]) > 1 or not _inflects(variants[0][0]):
        return Term(typed, tuple(sequences))
    itself = variants[0][0].folded
    known = vocabulary.inflections(itself)
    forms = tuple(form for form in known if form != itself)
    return Term(
        typed,
        tuple(Sequence((Wanted(form),)) for form in (itself, *forms)),
        forms=forms,
        # A rare inflection is no better a place than the word, as BM25 would think.
        weightless=len(forms) if itself in known else 0,
    )


def read_phrase(typed: str) -> Term | None:
    """Read an exact phrase; its last word is a prefix when it ends in a star."""
    choices = phrase_choices(typed)
    if not choices:
        return None
    is_prefix = ends_in_prefix(typed)
    return Term(
        f'"{" ".join(typed.split())}"',
        tuple(
            Sequence(tuple(chain.from_iterable(parts)), is_prefix=is_prefix)
            for parts in selections(choices)
        ),
        is_phrase=True,
    )


def phrase_choices(typed: str) -> list[Variants]:
    """Return the ways to write each word of a phrase, leaving out what is no word.

    A phrase all in capitals is a heading: its case is ignored.
    """
    chunks = _SPACED_PERCENT.sub("", typed).split()
    choices = [variants for chunk in chunks if (variants := _variants(chunk))]
    if len(choices) > 1 and typed.isupper():
        return [[_any_case(words) for words in variants] for variants in choices]
    return choices


def ends_in_prefix(typed: str) -> bool:
    """Tell whether the last word of a phrase need only begin so."""
    *_, last = typed.split() or [""]
    return last.endswith("*") and bool(tokens(last)) and not is_unspaced(last)


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


def selections(choices: list[Variants]) -> Iterator[tuple[tuple[Wanted, ...], ...]]:
    """Yield one variant of each choice, for as many choices as stay few."""
    count = 1
    bounded = []
    for variants in choices:
        kept = variants if count * len(variants) <= MOST_VARIANTS else variants[:1]
        count *= len(kept)
        bounded.append(kept)
    return islice(product(*bounded), MOST_VARIANTS)


def _variants(chunk: str) -> Variants:
    """Return the ways to write what stands between two spaces."""
    parts = [part for part in _HYPHENS.split(chunk) if tokens(part)]
    choices = [_part_variants(part) for part in parts]
    whole = map(chain.from_iterable, selections(choices)) if choices else ()
    variants = list(map(tuple, whole))
    if len(parts) > 1 and all(part.isalnum() for part in parts):
        joined = _part_variants("".join(parts))
        variants += [words for words in joined if words not in variants]
    return variants


def _part_variants(part: str) -> Variants:
    if is_unspaced(part):
        return _unspaced(part)
    found = tokens(part)
    if _DOTTED.fullmatch(part) and len(found) > 1:
        dotted = [token.folded for token in found]
        return _abbreviation(dotted, is_capital=part.isupper())
    return [tuple(_wanted(part, found, place) for place in range(len(found)))]


def _unspaced(part: str) -> Variants:
    """Return the characters, Hangul also as files of some systems take it apart."""
    composed = unicodedata.normalize("NFC", part)
    spellings = [tokens(composed)]
    if _HANGUL.search(composed):
        spellings.append(tokens(unicodedata.normalize("NFD", composed)))
    return [tuple(Wanted(token.folded) for token in found) for found in spellings]


def _abbreviation(letters: list[str], *, is_capital: bool) -> Variants:
    """Return `U.S.` and `US`; of small letters only `e.g.`, for `us` is a word.

    `US` itself finds no `U.S.`: which of the two a source writes can be the question.
    """
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
