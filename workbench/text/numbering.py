"""Words as numbers: smaller to keep, and quicker to compare."""

from __future__ import annotations

from workbench.text.ordering import in_order


class Numbering(dict[str, int]):
    """Numbers words from 0 on, in the order they are first asked for."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number

    def ranks(self) -> list[int]:
        """Return for the number of each word which place the word has among them."""
        ranks = [0] * len(self)
        for rank, word in enumerate(in_order(self, str)):
            ranks[self[word]] = rank
        return ranks
