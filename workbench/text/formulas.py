"""The apostrophe that keeps a spreadsheet from taking a text for a formula."""

from __future__ import annotations

import re

# A spreadsheet takes a cell for a formula by its first visible character. Texts that
# look escaped already get one more apostrophe, so that one can always be taken off.
_FORMULA = re.compile(r"'*(?:[\s\ufeff\u200b-\u200f\u2060]*[=+\-@＝＋－＠]|[\t\r\n])")


def escaped(text: str) -> str:
    """Return a text as it is safe in a cell; `unescaped` takes that back exactly."""
    return f"'{text}" if _FORMULA.match(text) else text


def unescaped(cell: str) -> str:
    """Return the text that `escaped` made safe."""
    is_escaped = cell.startswith("'") and _FORMULA.match(cell)
    return cell[1:] if is_escaped else cell
