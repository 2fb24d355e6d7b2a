"""Heights of all paragraphs, estimated first and corrected one by one."""

from __future__ import annotations

from collections.abc import Iterable


class Heights:
    """A list of heights with running sums in logarithmic time (a Fenwick tree)."""

    def __init__(self, heights: Iterable[int]) -> None:
        self._heights = list(heights)
        self._sums = sums = [0, *self._heights]
        length = len(sums)
        for i in range(1, length):
            parent = i + (i & -i)
            if parent < length:
                sums[parent] += sums[i]

    def __getitem__(self, index: int) -> int:
        return self._heights[index]

    def __setitem__(self, index: int, height: int) -> None:
        difference = height - self._heights[index]
        self._heights[index] = height
        i = index + 1
        while i < len(self._sums):
            self._sums[i] += difference
            i += i & -i

    def above(self, index: int) -> int:
        """Sum the heights before `index`."""
        total = 0
        while index > 0:
            total += self._sums[index]
            index -= index & -index
        return total

    @property
    def total(self) -> int:
        """The height of everything."""
        return self.above(len(self._heights))

    def find(self, y: int) -> tuple[int, int]:
        """Return which paragraph stands at height `y`, and how far inside `y` is."""
        index = 0
        step = 1 << len(self._heights).bit_length()
        while step := step >> 1:
            if index + step < len(self._sums) and self._sums[index + step] <= y:
                index += step
                y -= self._sums[index]
        if index == len(self._heights) and index:
            return index - 1, self._heights[-1]
        return index, y
