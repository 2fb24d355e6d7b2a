"""Reads one piece of a query as words to look for, whatever signs it has."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from workbench.search.indexing.folding import is_unspaced, tokens
from workbench.search.indexing.vocabulary import LONGEST_WORD, Vocabulary
from workbench.search.reading.aliasing import read_name
from workbench.search.reading.expanding import Forms, words_alike, words_fitting
from workbench.search.reading.expressions import read_expression, read_wildcards
from workbench.search.reading.fuzziness import MOST_DIFFERENCES
from workbench.search.reading.patterns import BadPattern, Part
from workbench.search.reading.typed import Kind, Piece
from workbench.search.reading.words import (
    FORMS_SHOWN,
    ends_in_prefix,
    phrase_choices,
    read_phrase,
    read_word,
    selections,
)
from workbench.search.tree import Near, Sequence, Term, Wanted

MOST_BETWEEN: Final = 100
MOST_NEAR: Final = 12
ALIAS: Final = "alias"

_FUZZY = re.compile(r"(.*[^~])~(\d*)")


class TermReader:
    """Reads pieces by a vocabulary, and says in `remarks` what it left out of them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.remarks: list[str] = []

    def term(self, piece: Piece) -> Term | None:
        """Return the words to look for, None if there are none in the piece."""
        self.remarks = []
        if piece.field == ALIAS:  # a name is looked for as it is
            return read_name(piece.text, is_phrase=piece.kind is Kind.PHRASE)
        if piece.kind is Kind.EXPRESSION:
            label = f"/{piece.text}/"
            return self._pattern(label, lambda: read_expression(piece.text))
        if piece.kind is Kind.PHRASE:
            return self._phrase(piece)
        return self._word(piece.text)

    def _word(self, typed: str) -> Term | None:
        fuzzy = _FUZZY.fullmatch(typed)
        if fuzzy is not None:
            return self._fuzzy(typed, fuzzy[1], fuzzy[2])
        word = typed.rstrip("?")  # a question mark at the end is punctuation
        if {"*", "?"} & set(word.rstrip("*")) and not is_unspaced(word):
            return self._pattern(word, lambda: read_wildcards(word))
        return read_word(typed, self._vocabulary)

    def _pattern(self, label: str, read: Callable[[], Part | None]) -> Term | None:
        try:
            pattern = read()
            if pattern is None:
                return None
            return self._expanded(label, words_fitting(pattern, self._vocabulary))
        except BadPattern as error:
            self.remarks.append(f"{label} ({error})")
            return None

    def _fuzzy(self, typed: str, word: str, number: str) -> Term | None:
        found = tokens(word)
        if len(found) != 1 or {"*", "?"} & set(word) or len(word) > LONGEST_WORD:
            self.remarks.append(f"the ~ of “{typed}” (it is for single words)")
            return self._word(word)
        differences = int(number or 1)
        if differences > MOST_DIFFERENCES:
            differences = MOST_DIFFERENCES
            self.remarks.append(f"~{number} (at most ~{MOST_DIFFERENCES})")
        forms = words_alike(found[0].folded, differences, self._vocabulary)
        letters = "1 letter" if differences == 1 else f"{differences} letters"
        return self._expanded(typed, forms, how=f"up to {letters} different")

    def _expanded(self, label: str, forms: Forms, how: str = "") -> Term:
        if forms.fitting > len(forms.words):
            self.remarks.append(
                f"all but {len(forms.words):,} of the {forms.fitting:,} words that"
                f" {label} fits: write more of the word"
            )
        return Term(
            label,
            tuple(Sequence((Wanted(form),)) for form in forms.words),
            forms=forms.words[:FORMS_SHOWN],
            how=how,
        )

    def _phrase(self, piece: Piece) -> Term | None:
        term = read_phrase(piece.text)
        if term is None:
            return None
        stem = piece.text.rstrip().rstrip("*")
        if re.search(r"\*|\w\?\w", stem):
            self.remarks.append(
                f"* and ? in {term.label} (only its last word may end in *)"
            )
        if not piece.tail:
            return term
        number = piece.tail.removeprefix("~")
        choices = phrase_choices(piece.text)
        if not number or len(choices) < 2:
            what = "how many words?" if not number else "one word is near nothing"
            self.remarks.append(f"{piece.tail} behind {term.label} ({what})")
            return term
        return self._near(piece, term, number)

    def _near(self, piece: Piece, phrase: Term, number: str) -> Term:
        choices = phrase_choices(piece.text)
        between = int(number)
        if between > MOST_BETWEEN:
            between = MOST_BETWEEN
            self.remarks.append(f"~{number} (at most ~{MOST_BETWEEN})")
        if len(choices) > MOST_NEAR:
            self.remarks.append(f"all but {MOST_NEAR} words of {phrase.label}")
        is_prefix = ends_in_prefix(piece.text) and len(choices) <= MOST_NEAR
        ways = []
        for parts in selections(choices[:MOST_NEAR]):
            sequences = [Sequence(words) for words in parts]
            sequences[-1] = replace(sequences[-1], is_prefix=is_prefix)
            ways.append(Near(tuple(sequences), between))
        return replace(
            phrase,
            label=f"{phrase.label}~{between}",
            sequences=tuple(dict.fromkeys(ways)),
            how=_nearness(between),
        )


def _nearness(between: int) -> str:
    if not between:
        return "side by side in any order"
    words = "1 other word" if between == 1 else f"{between} other words"
    return f"in any order, with at most {words} among them"
